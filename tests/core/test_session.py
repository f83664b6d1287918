"""One connection's protocol: turn and tempo."""

import pytest

from bridge.core.frames import Hello, Join, ReadNow, Send, SetLang
from bridge.core.limits import Allowance, Rate
from bridge.core.model import Lang, RoomName, Seq
from bridge.core.session import Session
from bridge.errors import ClientError, CloseSocket, Code

LOBBY = RoomName("lobby")
HELLO = Hello(1, Lang("en"))


def send(number: int = 1) -> Send:
    return Send(f"m{number}", LOBBY, "hi")


def welcomed() -> Session:
    session = Session()
    session.welcome(Allowance(Rate(per_s=1, burst=10)))
    session.joined.add(LOBBY)
    return session


def test_the_first_frame_must_be_hello() -> None:
    with pytest.raises(CloseSocket) as closed:
        Session().first(Join("a", LOBBY))
    assert closed.value.close_code == 4401


def test_another_version_is_not_our_protocol() -> None:
    with pytest.raises(CloseSocket) as closed:
        Session().first(Hello(2, Lang("en")))
    assert closed.value.close_code == 4400


def test_hello_is_said_once() -> None:
    with pytest.raises(ClientError, match="once"):
        welcomed().take(HELLO, 10, 0.0)


def test_speaking_before_joining_is_refused() -> None:
    session = welcomed()
    session.joined.clear()
    with pytest.raises(ClientError) as refused:
        session.take(send(), 10, 0.0)
    assert refused.value.code is Code.NOT_JOINED


def test_an_eleventh_message_in_one_breath_is_too_fast_and_says_when() -> None:
    session = welcomed()
    for number in range(10):
        session.take(send(number), 10, 0.0)
    with pytest.raises(ClientError) as refused:
        session.take(send(11), 10, 0.0)
    assert refused.value.code is Code.TOO_FAST
    assert refused.value.retry_after == pytest.approx(1.0, abs=0.11)
    session.take(send(11), 10, 1.2)


def test_the_third_breach_closes() -> None:
    session = welcomed()
    for number in range(10):
        session.take(send(number), 10, 0.0)
    for _ in range(2):
        with pytest.raises(ClientError):
            session.take(send(), 10, 0.0)
    with pytest.raises(CloseSocket) as closed:
        session.take(send(), 10, 0.0)
    assert closed.value.close_code == 4429


def test_breaches_of_another_hour_are_forgotten() -> None:
    session = welcomed()
    for number in range(10):
        session.take(send(number), 10, 0.0)
    for _ in range(2):
        with pytest.raises(ClientError):
            session.take(send(), 10, 0.0)
    for number in range(10):
        session.take(send(number), 10, 3600.0)
    with pytest.raises(ClientError):
        session.take(send(), 10, 3600.0)


def test_reading_does_not_spend_what_speaking_needs() -> None:
    session = welcomed()
    for _ in range(20):
        session.take(ReadNow(LOBBY, Seq(1)), 10, 0.0)
    session.take(send(), 10, 0.0)
    session.take(SetLang(Lang("zh")), 10, 0.0)


def test_one_connection_is_in_so_many_rooms_and_no_more() -> None:
    session = welcomed()
    session.joined.update(RoomName(f"room-{number}") for number in range(19))
    session.take(Join("again", LOBBY), 10, 0.0)
    with pytest.raises(ClientError, match="20 rooms"):
        session.take(Join("more", RoomName("more")), 10, 0.0)


def test_garbage_before_hello_is_not_our_protocol() -> None:
    with pytest.raises(CloseSocket) as closed:
        Session().take_malformed(ClientError(Code.BAD_FRAME, "not JSON"), 10, 0.0)
    assert closed.value.close_code == 4400


def test_a_flood_of_bytes_is_too_fast_whatever_it_says() -> None:
    session = welcomed()
    for _ in range(8):
        session.take(send(), 64 * 1024, 0.0)
    with pytest.raises(ClientError) as refused:
        session.take(send(), 64 * 1024, 0.0)
    assert refused.value.code is Code.TOO_FAST
