"""One sentence across: known, plainly, tried again, and never rubbish."""

from collections.abc import Mapping

import pytest

from bridge.attempts import Attempts
from bridge.core.crossing.said import Across, Said
from bridge.core.glossary import Entry, Explanation
from bridge.core.model import By, EntryId, Run, RunKind, Status, plain
from bridge.core.phrases import Phrase, Phrasebook
from bridge.errors import EngineFailed
from tests.flow.scripted import EN, ZH, Scripted

SNAKE = EntryId("zh/idiom/hua-she-tian-zu")
ENTRY = Entry(
    SNAKE,
    ZH,
    "idiom",
    "画蛇添足",
    plain="做多余的事",
    explained=((EN, Explanation("to spoil by adding", "to gild the lily")),),
)
BRAND = Entry(EntryId("zh/custom/xiaohongshu"), ZH, "custom", "小红书", keep=True)
WECHAT = Entry(
    EntryId("zh/custom/wei-xin"),
    ZH,
    "custom",
    "微信",
    keep=True,
    explained=((EN, Explanation("an app to chat", "WeChat")),),
)
ENTRIES = {entry.id: entry for entry in (ENTRY, BRAND, WECHAT)}
BOOK = Phrasebook((Phrase(ZH, EN, "辛苦了", "Thanks for your hard work", By.PHRASEBOOK),), {})
LINK = Run("https://x.cn", RunKind.LINK)
TO_ENGLISH = Across(ZH, EN, True, 1e9, None, frozenset({"小美"}))


async def say(lines: Mapping[str, str | tuple[str, ...]], *runs: Run) -> tuple[Said, list[str]]:
    """What comes of the runs, and what the engine was asked."""
    translator = Scripted(lines)
    attempts = Attempts(translator, lambda: BOOK, ENTRIES.get, lambda word: False)
    said = await attempts.say(runs, TO_ENGLISH)
    return said, [job.text for job in translator.asked]


async def test_a_known_phrase_asks_no_engine() -> None:
    said, asked = await say({}, Run("辛苦了！"), Run("😀", RunKind.EMOJI))
    assert (plain(said.runs), said.by, asked) == (
        "Thanks for your hard work!😀",
        By.PHRASEBOOK,
        [],
    )


async def test_laughter_stays_as_it_is() -> None:
    said, asked = await say({}, Run("哈哈哈哈"))
    assert (plain(said.runs), said.status, said.by, asked) == ("哈哈哈哈", Status.OK, None, [])


async def test_an_idiom_is_said_plainly_and_the_note_opens_from_its_rendering() -> None:
    lines = {
        "他总是做多余的事。": "He always does unnecessary things.",
        "做多余的事": "do unnecessary things",
        "He always does unnecessary things.": "他总是做不必要的事。",
    }
    said, _ = await say(lines, Run("他总是"), Run("画蛇添足", entry=SNAKE), Run("。"))
    assert plain(said.runs) == "He always does unnecessary things."
    assert [run.text for run in said.runs if run.entry == SNAKE] == ["unnecessary things"]


async def test_an_engine_that_knows_the_idiom_by_itself_is_believed() -> None:
    lines = {
        "他总是做多余的事。": "He always does unnecessary things.",
        "他总是画蛇添足。": "He always gilds the lily.",
        "做多余的事": "do unnecessary things",
        "He always does unnecessary things.": "他总是做不必要的事。",
    }
    said, _ = await say(lines, Run("他总是"), Run("画蛇添足", entry=SNAKE), Run("。"))
    assert [run.text for run in said.runs if run.entry == SNAKE] == ["gilds the lily"]


async def test_a_link_at_the_edge_is_cut_off_and_in_the_middle_stood_in_for() -> None:
    said, asked = await say({"看看": "Have a look"}, Run("看看 "), LINK)
    assert said.runs == (Run("Have a look "), LINK)
    lines = {
        "在汤姆上可以买到票": "You can buy tickets on Tom.",
        "You can buy tickets on https://x.cn.": "您可以在上面买到票。",
    }
    said, asked = await say(lines, Run("在"), LINK, Run("上可以买到票"))
    assert said.runs == (Run("You can buy tickets on "), LINK, Run("."))
    assert asked[0] == "在汤姆上可以买到票"


async def test_what_the_engine_loses_cuts_the_sentence_instead() -> None:
    lines = {
        "在汤姆上可以买到票": ("You can buy tickets.", "Tickets."),
        "在": "At",
        "上可以买到票": "you can buy tickets",
    }
    said, _ = await say(lines, Run("在"), LINK, Run("上可以买到票"))
    assert plain(said.runs) == "At https://x.cn you can buy tickets"


async def test_names_of_the_room_arrive_as_they_are() -> None:
    lines = {"我跟汤姆吃饭": "I eat with Tom."}
    said, _ = await say(lines, Run("我跟小美吃饭"))
    assert said.runs == (Run("I eat with 小美."),)


async def test_kept_terms_arrive_as_they_are_and_keep_their_note() -> None:
    lines = {"我在汤姆上看到的": "I saw it on Tom."}
    brand = Run("小红书", entry=BRAND.id)
    said, _ = await say(lines, Run("我在"), brand, Run("上看到的"))
    assert said.runs == (Run("I saw it on "), brand, Run("."))


async def test_a_kept_term_stands_under_the_name_its_readers_know() -> None:
    lines = {"我在汤姆上看到的": "I saw it on Tom."}
    app = Run("微信", entry=WECHAT.id)
    said, _ = await say(lines, Run("我在"), app, Run("上看到的"))
    assert said.runs == (Run("I saw it on "), Run("WeChat", entry=WECHAT.id), Run("."))


async def test_the_next_hypothesis_is_taken_where_the_first_is_in_doubt() -> None:
    lines = {
        "我不喜欢吃辣的": ("I like spicy food.", "I don't like spicy food."),
        "I don't like spicy food.": "我不喜欢吃辣的食物。",
    }
    said, _ = await say(lines, Run("我不喜欢吃辣的"))
    assert (plain(said.runs), said.status) == ("I don't like spicy food.", Status.OK)


async def test_a_sentence_is_tried_in_pieces_before_it_is_given_up() -> None:
    lines = {
        "我很累，明天见": "(clapping) " * 20,
        "我很累，": "I'm tired,",
        "明天见": "see you tomorrow",
        "I'm tired, see you tomorrow": "我累了，明天见",
    }
    said, _ = await say(lines, Run("我很累，明天见"))
    assert (plain(said.runs), said.status) == ("I'm tired, see you tomorrow", Status.OK)


async def test_what_no_attempt_makes_sense_of_has_failed() -> None:
    said, _ = await say({"天天向上好好学习": "(clapping) " * 20}, Run("天天向上好好学习"))
    assert said.status is Status.FAILED
    assert said.reasons


async def test_an_engine_that_breaks_at_once_is_an_error() -> None:
    with pytest.raises(EngineFailed):
        await say({}, Run("我不知道你在说什么"))


async def test_a_name_that_gets_lost_is_told() -> None:
    lines = {
        "我跟汤姆吃饭，他很好": ("I eat with him.", "I eat, he is very good."),
        "我跟小美吃饭，": "I eat with Xiaomei,",
        "他很好": "he is very good",
        "I eat with Xiaomei, he is very good": "我跟小美吃饭，他很好",
    }
    said, _ = await say(lines, Run("我跟小美吃饭，他很好"))
    assert (said.status, said.reasons) == (Status.SHAKY, ("the word “小美” got lost",))
