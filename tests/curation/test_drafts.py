"""A ready entry made of two fields and a sentence."""

import pytest

from bridge.core.model import (
    At,
    EntryId,
    Lang,
    Message,
    Millis,
    Rev,
    RoomName,
    Seq,
    UserId,
)
from bridge.core.proposals import Dispute, Note
from bridge.core.protect import protect
from bridge.curation.drafts import from_dispute, from_note
from bridge.curation.spelling import new_id, slug
from tests.curation.rooms import EN, SNAKE, ZH

FED = Note(ZH, "破防", EN, " to be moved ", "")


def said(text: str, lang: Lang = ZH) -> Message:
    return Message(
        RoomName("tea"),
        *(At(1), Seq(1), Rev(1), "m1", UserId("u-mei"), "Mei", Millis(0), lang),
        protect(text),
    )


def reading(word: str) -> str:
    return "pò fáng"


def test_a_note_becomes_an_entry_with_its_reading_and_its_sentence() -> None:
    entry = from_note(FED, said("天哪。我破防了！真的"), reading, set())
    assert (entry.id, entry.lang, entry.kind) == ("zh/slang/po-fang", "zh", "slang")
    assert (entry.reading, entry.hits) == ("pò fáng", ("我破防了！",))
    told = entry.explanation(EN)
    assert told is not None
    assert (told.gloss, told.body) == ("to be moved", None)


@pytest.mark.parametrize(
    ("lang", "term", "kind"),
    [
        (ZH, "画蛇添足", "idiom"),
        (ZH, "破防", "slang"),
        (ZH, "yyds", "slang"),
        (ZH, "520", "number"),
        (ZH, "🙂", "emoji"),
        (Lang("zh-Hant"), "破防", "slang"),
        (EN, "kick the bucket", "idiom"),
        (EN, "yeet", "slang"),
    ],
)
def test_its_kind_is_guessed(lang: Lang, term: str, kind: str) -> None:
    note = Note(lang, term, EN, "x", "")
    assert from_note(note, None, reading, set()).kind == kind


@pytest.mark.parametrize(
    "text", ["Mei 说她破防了", "@bob 破防了吗", "看 https://x.cn/破防", "破防" + "了" * 300]
)
def test_a_sentence_that_names_somebody_or_leads_elsewhere_is_no_example(text: str) -> None:
    [hit] = from_note(FED, said(text), reading, set()).hits
    assert "Mei" not in hit
    assert "@bob" not in hit
    assert "https" not in hit
    assert "破防" in hit


def test_a_dispute_adds_its_sentence_to_the_misses() -> None:
    dispute = Dispute(SNAKE.id, "画蛇添足", "about the word")
    entry = from_dispute(dispute, SNAKE, said("他在学画蛇添足怎么写。明天见"))
    assert entry.misses == ("他在学画蛇添足怎么写。",)
    assert from_dispute(dispute, SNAKE, None) == SNAKE


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("huà shé tiān zú", "hua-she-tian-zu"),
        ("lǜ mào zi", "lv-mao-zi"),
        ("Don't @ me", "dont-me"),
        ("café au lait", "cafe-au-lait"),
        ("……", ""),
    ],
)
def test_ids_are_plain_letters(text: str, key: str) -> None:
    assert slug(text) == key


def test_of_two_ids_the_second_is_numbered() -> None:
    taken = {EntryId("zh/slang/po-fang"), EntryId("zh/slang/po-fang-2")}
    assert new_id(ZH, "slang", "破防", "pò fáng", taken) == "zh/slang/po-fang-3"


def test_an_emoji_is_called_by_its_name() -> None:
    assert new_id(ZH, "emoji", "🙂", None, set()) == "zh/emoji/slightly-smiling-face"
