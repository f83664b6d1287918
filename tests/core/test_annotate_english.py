"""English terms in a sentence: inflected, with their slots filled, and nowhere else."""

import pytest

from bridge.core.annotate import Matcher
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run


class NoWords:
    def cut(self, text: str) -> list[str]:
        return list(text)

    def knows(self, word: str) -> bool:
        return False


def entry(term: str, misses: tuple[str, ...] = ()) -> Entry:
    identity = EntryId(f"en/x/{term}")
    return Entry(identity, Lang("en"), "x", term, hits=("x",), misses=misses)


MATCHER = Matcher(
    [
        entry("kick the bucket"),
        entry("pull [one's] leg"),
        entry("spill the beans"),
        entry("talk [someone] into"),
        entry("stand [someone] in good stead"),
        entry("the ball is in your court"),
        entry("no pain, no gain"),
        entry("rags to riches"),
        entry("a dime a dozen"),
        entry("in a fog"),
        entry("couch potato"),
        entry("close call"),
        entry("clutch at straws"),
        entry("devil's advocate"),
        entry("don't mention it"),
        entry("yyds"),
        entry("break a leg", misses=("Tom broke a leg.",)),
        entry("egg on one's face"),
    ],
    {},
    NoWords(),
)


def found(text: str) -> list[str]:
    return [run.text for run in MATCHER.annotate((Run(text),), Lang("en")) if run.entry]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("He kicked the bucket.", ["kicked the bucket"]),
        ("It KICKS THE BUCKET", ["KICKS THE BUCKET"]),
        ("They’re pulling your leg!", ["pulling your leg"]),
        ("pulled my brother’s leg", ["pulled my brother’s leg"]),
        ("Who spilt the beans?", ["spilt the beans"]),
        ("she spilled those beans", ["spilled those beans"]),
        ("I talked my old friend Tom into it", ["talked my old friend Tom into"]),
        ("It stood me in good stead", ["stood me in good stead"]),
        ("The ball’s in their court", ["The ball’s in their court"]),
        ("The ball was in your court", ["The ball was in your court"]),
        ("no pain no gain", ["no pain no gain"]),
        ("a rags-to-riches story", ["rags-to-riches"]),
        ("Bloggers: dime a dozen!", ["dime a dozen"]),
        ("two couch potatoes", ["couch potatoes"]),
        ("some close calls", ["close calls"]),
        ("clutching at straws", ["clutching at straws"]),
        ("the devil's advocate", ["devil's advocate"]),
        ("dont mention it", ["dont mention it"]),
        ("yyyyds！", ["yyyyds"]),
        ("Break a leg!", ["Break a leg"]),
        ("with egg on my face", ["egg on my face"]),
    ],
)
def test_a_term_is_found_in_the_form_it_takes(text: str, terms: list[str]) -> None:
    assert found(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "He gave it a kick. The bucket fell.",
        "He liked to kick, the bucket was new",
        "in the fog",
        "pull leg",
        "talk into the phone",
        "I talked to one two three four five into",
        "an a dime",
        "Mia broke a leg",
        "the ball is in the court",
        "kick the buckets and spill",
        "1000",
    ],
)
def test_what_only_looks_like_a_term_is_left_alone(text: str) -> None:
    assert found(text) == []
