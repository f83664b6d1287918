"""Simplified and Traditional are two reading languages, with no package for the second."""

import pytest

from bridge.core.jobs import Pair, Passage
from bridge.core.model import By, Lang, Rendering, Run, Status, Word, plain
from bridge.core.protect import protect
from bridge.hanzi import HANT, Hanzi
from bridge.library.hanzi import load_converters
from tests.flow.scripted import EN, ZH, Scripted


class Scribe:
    """A renderer that knows a few sentences and remembers what it was given."""

    def __init__(self, told: dict[str, str]) -> None:
        self._told = told
        self.given: list[Passage] = []

    def covers(self, passage: Passage) -> bool:
        return plain(passage.runs) in self._told

    async def render(self, passage: Passage) -> Rendering:
        self.given.append(passage)
        words = self._told.get(plain(passage.runs))
        if words is None:
            why = ("nobody told me",)
            return Rendering((), Status.FAILED, why, By.MACHINE, "", (Word("头发"),))
        return Rendering((Run(words),), Status.SHAKY, ("why",), By.MACHINE, "scribe")


class WithPackage(Scripted):
    """A translator for which a package of Traditional Chinese is installed."""

    def pairs(self) -> frozenset[Pair]:
        return super().pairs() | {(EN, HANT), (HANT, EN)}


def over(scribe: Scribe, translator: Scripted | None = None) -> Hanzi:
    return Hanzi(scribe, translator or Scripted({}), *load_converters())


def passage(text: str, source: Lang, target: Lang, *names: str) -> Passage:
    return Passage(protect(text), source, target, True, names=frozenset(names))


@pytest.mark.parametrize(
    ("source", "text", "target", "expected"),
    [
        (ZH, "头发乱了，我在里面吃面", HANT, "頭髮亂了，我在裡面吃麵"),
        (ZH, "我支持你，文件给你", HANT, "我支持你，文件給你"),
        (HANT, "這隻貓看著我", ZH, "这只猫看着我"),
    ],
)
async def test_the_script_is_changed_without_a_translator(
    source: Lang, text: str, target: Lang, expected: str
) -> None:
    scribe = Scribe({})
    found = await over(scribe).render(passage(text, source, target))
    assert (plain(found.runs), found.status, found.engine) == (expected, "ok", "opencc")
    assert not scribe.given


async def test_mentions_code_and_names_keep_their_characters() -> None:
    text = "@张伟 问张伟：看 `头发` 吗"
    found = await over(Scribe({})).render(passage(text, ZH, HANT, "张伟"))
    assert plain(found.runs) == "@张伟 問张伟：看 `头发` 嗎"


async def test_traditional_is_translated_by_way_of_simplified() -> None:
    scribe = Scribe({"头发乱了": "my hair is a mess"})
    found = await over(scribe).render(passage("頭髮亂了", HANT, EN))
    assert plain(found.runs) == "my hair is a mess"
    assert scribe.given[0].source == ZH


async def test_a_translation_for_readers_of_traditional_is_written_so_and_keeps_its_verdict() -> (
    None
):
    scribe = Scribe({"my hair is a mess": "我的头发乱了"})
    found = await over(scribe).render(passage("my hair is a mess", EN, HANT))
    assert plain(found.runs) == "我的頭髮亂了"
    assert (found.status, found.reasons) == (Status.SHAKY, ("why",))


async def test_a_package_for_traditional_goes_first() -> None:
    scribe = Scribe({"my hair": "我的頭髮"})
    await over(scribe, WithPackage({})).render(passage("my hair", EN, HANT))
    assert scribe.given[0].target == HANT


async def test_english_in_a_traditional_message_is_translated_and_the_rest_kept_as_typed() -> None:
    scribe = Scribe({"so tired": "太累了"})
    mixed = passage("我妹妹在台灣唸書，so tired", HANT, HANT)
    found = await over(scribe).render(mixed)
    assert over(scribe).covers(mixed)
    assert plain(found.runs) == "我妹妹在台灣唸書，太累了"


async def test_english_in_a_simplified_message_is_translated_too() -> None:
    scribe = Scribe({"so tired": "太累了，头发也乱了"})
    found = await over(scribe).render(passage("我妹妹在读书，so tired", ZH, HANT))
    assert plain(found.runs) == "我妹妹在讀書，太累了，頭髮也亂了"


async def test_words_of_a_failed_message_are_written_as_its_author_wrote() -> None:
    found = await over(Scribe({})).render(passage("頭髮", HANT, EN))
    assert [word.text for word in found.words] == ["頭髮"]


def test_there_is_nothing_to_do_where_both_scripts_agree() -> None:
    assert not over(Scribe({})).covers(passage("你好", ZH, HANT))
    assert over(Scribe({})).covers(passage("头发", ZH, HANT))


def test_a_traditional_message_alone_is_left_to_its_readers() -> None:
    assert not over(Scribe({})).covers(passage("頭髮亂了", HANT, HANT))
