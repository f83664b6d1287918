"""Fan-out: the same bytes to all who should see them, in order, with nothing lost in between."""

import asyncio
from collections.abc import Callable

import pytest

from bridge.audience import MOST_HELD, Audience
from bridge.core.answers import CaughtUp
from bridge.core.model import At, Lang, RoomName, User, UserId
from bridge.core.wire import packet

TEA = RoomName("tea")


class Ear:
    """A reader that keeps what it is given."""

    def __init__(self, lang: str = "en") -> None:
        self.user = User(UserId(f"u-{id(self)}"), "Mei")
        self.lang = Lang(lang)
        self.heard = b""
        self.writes: list[bytes] = []
        self.closed: int | None = None

    def deliver(self, packets: bytes) -> None:
        self.heard += packets
        self.writes.append(packets)

    def close(self, code: int, reason: str) -> None:
        self.closed = code


def frame(at: int) -> CaughtUp:
    return CaughtUp(TEA, At(at))


def bytes_of(*ats: int) -> bytes:
    return b"".join(packet(frame(at)) for at in ats)


@pytest.fixture
async def audience() -> Audience:
    return Audience()


@pytest.fixture
def seat(audience: Audience) -> Callable[..., Ear]:
    def seated(lang: str = "en") -> Ear:
        ear = Ear(lang)
        audience.add(ear)
        audience.release(ear, At(0))
        return ear

    return seated


async def test_everybody_gets_the_very_same_bytes(
    audience: Audience, seat: Callable[..., Ear]
) -> None:
    mei, tom = seat("zh"), seat("en")
    audience.tell(frame(1), at=At(1))
    audience.write()
    assert mei.heard == tom.heard == bytes_of(1)


async def test_a_frame_for_one_language_reaches_only_its_readers(
    audience: Audience, seat: Callable[..., Ear]
) -> None:
    mei, tom = seat("zh"), seat("en")
    audience.tell(frame(1), at=At(1), lang=Lang("en"))
    audience.tell(frame(2), at=At(2), lang=Lang("fr"))
    audience.write()
    assert (mei.heard, tom.heard) == (b"", bytes_of(1))


async def test_frames_of_a_busy_moment_are_one_write(
    audience: Audience, seat: Callable[..., Ear]
) -> None:
    tom = seat()
    for at in (1, 2, 3):
        audience.tell(frame(at), at=At(at))
    audience.write()
    assert tom.writes == [bytes_of(1, 2, 3)]


async def test_a_frame_after_a_pause_goes_out_at_once(
    audience: Audience, seat: Callable[..., Ear]
) -> None:
    tom = seat()
    audience.tell(frame(1), at=At(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert tom.heard == bytes_of(1)


async def test_what_happens_while_somebody_catches_up_follows_without_the_overlap(
    audience: Audience,
) -> None:
    tom = Ear()
    audience.add(tom)
    for at in (1, 2, 3):
        audience.tell(frame(at), at=At(at))
    audience.write()
    audience.tell(frame(4), at=At(4))
    assert tom.heard == b""
    audience.release(tom, At(2))
    audience.tell(frame(5), at=At(5))
    audience.write()
    assert tom.heard == bytes_of(3, 4, 5)


async def test_who_changes_language_hears_the_new_one_from_then_on(
    audience: Audience, seat: Callable[..., Ear]
) -> None:
    tom = seat("en")
    audience.tell(frame(1), at=At(1), lang=Lang("en"))
    tom.lang = Lang("zh")
    audience.move(tom)
    audience.tell(frame(2), at=At(2), lang=Lang("en"))
    audience.tell(frame(3), at=At(3), lang=Lang("zh"))
    audience.write()
    assert tom.heard == bytes_of(1, 3)
    assert set(audience.languages()) == {"zh"}


async def test_who_left_hears_nothing_and_may_leave_twice(
    audience: Audience, seat: Callable[..., Ear]
) -> None:
    tom = seat()
    audience.remove(tom)
    audience.remove(tom)
    audience.tell(frame(1), at=At(1))
    audience.write()
    assert tom.heard == b""
    assert len(audience) == 0


async def test_who_takes_too_long_to_catch_up_is_closed_rather_than_given_a_hole(
    audience: Audience,
) -> None:
    tom = Ear()
    audience.add(tom)
    for at in range(MOST_HELD + 1):
        audience.tell(frame(at), at=At(at))
    audience.write()
    audience.tell(frame(0), at=At(0))
    audience.write()
    assert tom.closed == 4408
