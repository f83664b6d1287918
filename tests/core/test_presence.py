"""Presence counts people, not sockets."""

from bridge.core.model import Lang, Member, UserId
from bridge.core.presence import Difference, Presence

MEI = Member(UserId("u-1"), "Mei", Lang("zh"))
TOM = Member(UserId("u-2"), "Tom", Lang("en"))


def test_who_comes_is_told_once() -> None:
    presence = Presence()
    presence.enter(MEI)
    presence.enter(TOM)
    assert presence.difference() == Difference((MEI, TOM), ())
    assert not presence.difference()


def test_a_second_tab_is_no_news_and_closing_it_neither() -> None:
    presence = Presence()
    presence.enter(MEI)
    presence.difference()
    presence.enter(MEI)
    presence.leave(MEI)
    assert not presence.difference()


def test_a_reload_between_two_tellings_is_no_news() -> None:
    presence = Presence()
    presence.enter(MEI)
    presence.difference()
    presence.leave(MEI)
    presence.enter(MEI)
    assert not presence.difference()


def test_somebody_who_left_before_being_told_never_was_there() -> None:
    presence = Presence()
    presence.enter(MEI)
    presence.leave(MEI)
    assert not presence.difference()


def test_the_last_tab_that_closes_is_leaving() -> None:
    presence = Presence()
    presence.enter(MEI)
    presence.difference()
    presence.leave(MEI)
    assert presence.difference() == Difference((), (MEI.id,))
    assert presence.members() == ()


def test_another_reading_language_is_news() -> None:
    presence = Presence()
    presence.enter(MEI)
    presence.difference()
    reads_english = Member(MEI.id, MEI.name, Lang("en"))
    presence.enter(reads_english)
    presence.leave(MEI)
    assert presence.difference() == Difference((reads_english,), ())
