"""What a reader of English sees of a room."""

import math
from datetime import UTC, datetime

from bridge.cli.terminal.lines import Line
from bridge.cli.terminal.transcript import Transcript
from bridge.client import (
    Disconnected,
    Joined,
    Language,
    Message,
    Person,
    Presence,
    RoomChanged,
    Translation,
)
from bridge.core.model import At, Lang, Member, Reaction, Rev, RoomName, Run, Seq, Status, UserId

ROOM = RoomName("lobby")
ME, MING = UserId("u1"), UserId("u2")
EN, ZH = Lang("en"), Lang("zh")
OFFERED = (Language(EN, "English", (ZH,)), Language(ZH, "中文", (EN,)))
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def transcript(talkative: bool = False) -> Transcript:
    return Transcript(ME, "en", OFFERED, talkative)


def message(
    seq: int = 1, text: str = "你好", lang: Lang = ZH, rev: int = 1, **more: object
) -> Message:
    given = {"sender": Person(MING, "小明"), "sent": NOON, "runs": (Run(text),)} | more
    return Message(ROOM, At(seq), Seq(seq), Rev(rev), f"m{seq}", lang=lang, **given)  # type: ignore[arg-type]


def told(
    seq: int = 1, text: str = "hello", status: Status = Status.OK, rev: int = 1
) -> Translation:
    runs = (Run(text),) if text else ()
    return Translation(ROOM, At(9), Seq(seq), Rev(rev), EN, runs, status, (), "machine", "zh-en")


def joined(recovered: bool = True) -> Joined:
    here = (Member(MING, "小明", ZH),)
    return Joined(ROOM, "Lobby", "e1", At(1), Seq(1), Seq(0), recovered, here)


def plain(lines: list[Line]) -> list[str]:
    return [each.plain() for each in lines]


def test_a_message_in_my_language_is_shown_at_once() -> None:
    assert plain(transcript().take(message(text="hi", lang=EN), 0.0)) == ["小明: hi"]


def test_a_message_in_a_language_that_nothing_translates_is_shown_at_once() -> None:
    assert plain(transcript().take(message(text="salut", lang=Lang("fr")), 0.0)) == ["小明: salut"]


def test_a_translation_comes_first_and_the_original_below() -> None:
    shown = transcript()
    assert shown.take(message(), 0.0) == []
    assert plain(shown.take(told(), 0.1)) == ["小明: hello\n    你好"]


def test_a_shaky_translation_is_marked() -> None:
    shown = transcript()
    shown.take(message(), 0.0)
    assert plain(shown.take(told(status=Status.SHAKY), 0.1)) == ["小明: hello (~)\n    你好"]


def test_a_failed_translation_shows_the_original_and_says_so() -> None:
    shown = transcript()
    shown.take(message(), 0.0)
    assert plain(shown.take(told(text="", status=Status.FAILED), 0.1)) == [
        "小明: 你好 (untranslated)"
    ]


def test_a_translation_that_does_not_come_is_not_waited_for_for_ever() -> None:
    shown = transcript()
    shown.take(message(), 0.0)
    assert shown.release(1.9) == []
    assert plain(shown.release(2.0)) == ["小明: 你好 (…)"]
    assert plain(shown.take(told(), 9.0)) == ["小明: hello\n    你好"]
    assert shown.take(told(), 9.1) == []


def test_the_order_of_the_room_is_kept_while_one_waits() -> None:
    shown = transcript()
    shown.take(message(1), 0.0)
    assert shown.take(message(2, "hi", EN), 0.1) == []
    assert plain(shown.take(told(1), 0.2)) == ["小明: hello\n    你好", "小明: hi"]


def test_at_the_end_everything_is_shown() -> None:
    shown = transcript()
    shown.take(message(1), 0.0)
    shown.take(message(2), 0.0)
    assert len(shown.release(math.inf)) == 2


def test_an_edit_is_shown_again_with_its_new_translation() -> None:
    shown = transcript()
    shown.take(message(), 0.0)
    shown.take(told(), 0.0)
    assert shown.take(message(text="您好", rev=2, edited=NOON), 1.0) == []
    assert shown.take(told(rev=1), 1.1) == []
    assert plain(shown.take(told(text="good day", rev=2), 1.2)) == [
        "小明: good day (edited)\n    您好"
    ]


def test_what_comes_again_unchanged_is_not_shown_again() -> None:
    shown = transcript()
    shown.take(message(text="hi", lang=EN), 0.0)
    assert shown.take(message(text="hi", lang=EN), 1.0) == []


def test_a_deleted_message_is_told_if_it_was_seen() -> None:
    shown = transcript()
    shown.take(message(1, "hi", EN), 0.0)
    gone = message(1, "", EN, rev=2, deleted=True)
    assert plain(shown.take(gone, 1.0)) == ["* 小明 deleted #1"]
    assert shown.take(message(2, "", EN, deleted=True), 1.0) == []
    shown.take(message(3), 0.0)
    assert shown.take(message(3, "", rev=2, deleted=True), 0.1) == []
    assert shown.release(math.inf) == []


def test_a_reaction_is_told_with_its_number() -> None:
    shown = transcript()
    shown.take(message(7, "hi", EN), 0.0)
    liked = message(7, "hi", EN, reactions=(Reaction("👍", (ME, MING)),))
    assert plain(shown.take(liked, 1.0)) == ["* #7: 👍 2"]


def test_people_see_numbers_and_who_comes_and_goes() -> None:
    shown = transcript(talkative=True)
    shown.take(joined(), 0.0)
    ann = Member(UserId("u3"), "Ann", EN)
    assert plain(shown.take(Presence(ROOM, (ann,), (MING,)), 0.0)) == [
        "* Ann came in and reads en",
        "* 小明 left",
    ]
    assert shown.take(Presence(ROOM, (Member(ME, "Me", EN),), ()), 0.0) == []
    assert plain(shown.take(message(7, "hi", EN, reply_to=Seq(3)), 0.0)) == ["   7 小明 → #3: hi"]


def test_scripts_see_no_comings_and_goings() -> None:
    ann = Member(UserId("u3"), "Ann", EN)
    assert transcript().take(Presence(ROOM, (ann,), ()), 0.0) == []


def test_a_lost_connection_is_told_once_and_so_is_its_end() -> None:
    shown = transcript()
    shown.take(joined(), 0.0)
    lost = Disconnected(ROOM, "Connection refused", 3.0)
    assert plain(shown.take(lost, 0.0)) == ["* Connection refused; trying until we are back"]
    assert shown.take(lost, 0.0) == []
    assert plain(shown.take(joined(), 0.0)) == ["* connected again"]


def test_a_hole_in_the_past_is_not_hidden() -> None:
    shown = transcript()
    shown.take(Disconnected(ROOM, "away", 3.0), 0.0)
    assert plain(shown.take(joined(recovered=False), 0.0))[1].startswith("* too much was missed")


def test_after_a_change_of_language_the_newest_messages_are_shown_in_it() -> None:
    shown = transcript()
    shown.read_in("zh")
    shown.take(message(1), 0.0)
    shown.read_in("en")
    assert plain(shown.take(told(), 1.0)) == ["小明: hello\n    你好"]


def test_a_new_title_is_told() -> None:
    assert plain(transcript().take(RoomChanged(ROOM, "Tea", At(3)), 0.0)) == [
        "* the room is now called Tea"
    ]


def test_nobody_can_draw_on_the_terminal_or_speak_as_another() -> None:
    evil = "a\x1b[2J\x9b31m\u202eb\r\nBob: hi\u2028Bob: ho"
    shown = transcript().take(
        message(text=evil, lang=EN, sender=Person(MING, "x\x1b]0;y\x07\nz")), 0
    )
    assert plain(shown) == ["x]0;y z: a[2J31mb\n    Bob: hi\n    Bob: ho"]


def test_my_last_message_is_found_and_another_ones_by_number() -> None:
    shown = transcript()
    shown.take(message(1, "mine", EN, sender=Person(ME, "Me")), 0.0)
    shown.take(message(2, "theirs", EN), 0.0)
    mine, theirs = shown.find(None, shown.is_mine), shown.find(2, shown.is_mine)
    assert mine is not None
    assert theirs is not None
    assert (mine.text, theirs.text) == ("mine", "theirs")
    assert shown.find(9, shown.is_mine) is None
