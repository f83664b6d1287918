"""Whole messages across: stretches by language, sentence by sentence, and what fails."""

from collections.abc import Mapping

from bridge.attempts import Attempts
from bridge.clock import SystemClock
from bridge.core.jobs import Passage
from bridge.core.model import UND, By, Lang, Rendering, Run, Status, Word, plain
from bridge.core.phrases import Phrase, Phrasebook
from bridge.renderer import MessageRenderer
from bridge.wordwise import WordByWord
from tests.flow.scripted import EN, ZH, Scripted

BOOK = Phrasebook(
    (
        Phrase(ZH, EN, "早上好", "Good morning", By.PHRASEBOOK),
        Phrase(ZH, EN, "吃了吗？", "Have you eaten?", By.PHRASEBOOK),
        Phrase(ZH, EN, "辛苦了", "You've worked hard", By.PERSON),
        Phrase(ZH, EN, "先走了。回头见", "I'm off. See you!", By.PERSON),
    ),
    {},
)
LOOP = "(clapping) " * 20


def renderer(lines: Mapping[str, str | tuple[str, ...]]) -> MessageRenderer:
    translator = Scripted(lines)
    attempts = Attempts(translator, lambda: BOOK, lambda _: None, lambda _: False)
    words = WordByWord(
        translator, lambda text: [text[:2], text[2:]], lambda _: "nǐ", lambda _: None
    )
    return MessageRenderer(translator, attempts, words, SystemClock())


async def render(
    lines: Mapping[str, str | tuple[str, ...]],
    text: str,
    source: Lang = ZH,
    target: Lang = EN,
) -> Rendering:
    return await renderer(lines).render(Passage((Run(text),), source, target, live=True))


async def test_each_sentence_goes_its_own_way() -> None:
    lines = {"我很累。": "I am tired.", "I am tired.": "我很累。"}
    found = await render(lines, "早上好！我很累。")
    assert (plain(found.runs), found.status) == ("Good morning! I am tired.", Status.OK)
    assert (found.by, found.engine) == (By.MACHINE, "scripted 1")


async def test_what_only_the_phrasebook_said_is_by_the_phrasebook() -> None:
    found = await render({}, "早上好！吃了吗？")
    assert (plain(found.runs), found.by) == ("Good morning! Have you eaten?", By.PHRASEBOOK)


async def test_what_a_person_had_a_hand_in_is_by_a_person() -> None:
    assert (await render({}, "早上好！辛苦了")).by is By.PERSON


async def test_a_correction_of_a_whole_message_is_used_whole() -> None:
    found = await render({}, "先走了。回头见")
    assert (plain(found.runs), found.by) == ("I'm off. See you!", By.PERSON)


async def test_one_sentence_that_fails_stays_in_its_own_language() -> None:
    found = await render({"天天向上好好学习。": LOOP}, "早上好。天天向上好好学习。")
    assert (plain(found.runs), found.status) == ("Good morning. 天天向上好好学习。", Status.SHAKY)
    assert found.reasons[0] == "a sentence was left in the original"


async def test_when_every_sentence_fails_the_words_are_read_one_by_one() -> None:
    lines = {"天天学习吧": LOOP, "天天": "every day", "every day": "天天", "学习吧": "study"}
    found = await render(lines, "天天学习吧")
    assert (found.runs, found.status) == ((), Status.FAILED)
    assert found.words == (Word("天天", "nǐ", "every day"), Word("学习吧", "nǐ"))


async def test_a_broken_engine_fails_the_message_and_says_so() -> None:
    found = await render({}, "我不知道你在说什么")
    assert (found.status, found.reasons) == (
        Status.FAILED,
        ("the translator broke on this text",),
    )


async def test_the_readers_own_language_stays_as_typed() -> None:
    lines = {"我今天很累": "I am tired today", "I am tired today": "我今天累了"}
    found = await render(lines, "我今天很累 so tired today")
    assert plain(found.runs) == "I am tired today so tired today"


async def test_a_message_in_ones_own_language_is_covered_when_a_part_is_not() -> None:
    there = renderer({})
    assert there.covers(Passage((Run("see you tomorrow 明天见哦朋友们"),), EN, EN, live=True))
    assert not there.covers(Passage((Run("see you tomorrow"),), EN, EN, live=True))


async def test_nothing_is_covered_that_has_no_words_or_no_language() -> None:
    there = renderer({})
    assert not there.covers(Passage((Run("哈哈哈 233"),), ZH, EN, live=True))
    assert not there.covers(Passage((Run("你好"),), UND, EN, live=True))
    assert not there.covers(Passage((Run("bonjour"),), Lang("fr"), EN, live=True))


async def test_a_text_in_the_readers_script_stays_as_typed_whatever_it_was_called() -> None:
    found = await render({}, "明天见，我先走了", EN, ZH)
    assert (plain(found.runs), found.status) == ("明天见，我先走了", Status.OK)


async def test_a_text_in_a_third_script_fails_instead_of_being_made_up() -> None:
    found = await render({}, "привет как дела", ZH, EN)
    assert (found.status, found.reasons) == (
        Status.FAILED,
        ("it is not in the language it was taken for",),
    )
