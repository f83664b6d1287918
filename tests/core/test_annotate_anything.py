"""Whatever people write, and whatever an entry holds: nothing raises, nothing changes, and the
work stays small."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.matching.english import words
from bridge.core.matching.phrasal import Phrases
from bridge.core.matching.trie import MOST_PLACES
from bridge.core.model import Lang, plain
from bridge.core.protect import protect
from tests.core.matchers import chinese, english, matcher

WORDS = """kick kicked the bucket was been pull my leg legs [someone] [one's] [something] a an , . -
    ' ’ " 520 ¥ 元 吃 了 他的 醋 画蛇添足 畫 😀 👍🏽 ️ yyyyds İ ß ﬁ … @bob https://a.example/x `c` #
    ０ ⅒"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n", "\x00", "\ufffc"])
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=25).map("".join))
SPACED = st.lists(PIECES, max_size=25).map(" ".join)
TERMS = matcher(
    english("kick the bucket", gap=3),
    english("pull [one's] leg", near=("my",), literal_ok=0.5),
    english("a [someone] b [something] c"),
    chinese("吃醋", separable=True),
    chinese("画蛇添足"),
    chinese("520", only_alone=True),
    chinese("😀"),
    chinese("yyds"),
)


@settings(deadline=None)
@given(st.one_of(TEXTS, SPACED))
def test_joining_the_runs_gives_the_text_back(text: str) -> None:
    assert plain(TERMS.annotate(protect(text), Lang("en"))) == text


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_any_term_may_be_looked_for_in_any_text(term: str, text: str) -> None:
    terms = matcher(chinese(term, separable=True, gap=3), english(term, variants=(text,)))
    assert plain(terms.annotate(protect(text), Lang("en"))) == text


@settings(deadline=None)
@given(st.text(alphabet="abc' 画蛇吃醋-", min_size=1).filter(lambda term: term.strip(" -'")))
def test_a_term_is_found_in_its_own_spelling(term: str) -> None:
    terms = matcher(english(term))
    assert any(match.entry for match in terms.find(term))


def test_the_work_is_bound_however_a_term_is_made() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(("a", *["[someone]", "a"] * 8), "slots", gap=3)
    found = list(phrases.found(words("a " * 1000)))
    # 4 ** 8 ways and more lead from each of the words.
    assert 0 < len(found) <= MOST_PLACES


def test_filling_words_in_a_row_are_gone_through_once() -> None:
    phrases: Phrases[str] = Phrases()
    phrases.add(("really", "good"), "praise")
    assert len(list(phrases.found(words("really " * 1000 + "good")))) == 1000
