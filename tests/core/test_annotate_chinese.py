"""Chinese sayings with marks put in or left out, and words that a term may not tear."""

import pytest

from bridge.core.annotate import Matcher
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run


class Jieba:
    """What jieba knows of these texts."""

    known = ("火车", "上火", "马上")

    def cut(self, text: str) -> list[str]:
        return ["马上", "火车", "来", "了"] if "火车" in text else list(text)

    def knows(self, word: str) -> bool:
        return word in self.known


def entry(term: str) -> Entry:
    return Entry(EntryId(f"zh/x/{term}"), Lang("zh"), "x", term, hits=("x",))


MATCHER = Matcher(
    [
        entry("一波未平，一波又起"),
        entry("说曹操曹操到"),
        entry("上火"),
        entry("吃瓜"),
        entry("打call"),
    ],
    {"說": "说"},
    Jieba(),
)


def found(text: str) -> list[str]:
    return [run.text for run in MATCHER.annotate((Run(text),), Lang("zh")) if run.entry]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("真是一波未平，一波又起啊", ["一波未平，一波又起"]),
        ("一波未平一波又起", ["一波未平一波又起"]),
        ("一波未平、一波又起", ["一波未平、一波又起"]),
        ("說曹操，曹操到！", ["說曹操，曹操到"]),
        ("我上火了", ["上火"]),
        ("为你打CALL", ["打CALL"]),
    ],
)
def test_a_saying_is_itself_with_other_marks(text: str, terms: list[str]) -> None:
    assert found(text) == terms


@pytest.mark.parametrize(
    "text",
    ["马上火车来了", "一波未平。一波又起", "吃，瓜", "说曹操，，曹操到", "打calls", "一波未平"],
)
def test_what_only_looks_like_a_term_is_left_alone(text: str) -> None:
    assert found(text) == []
