"""Frames that a server sends, and what is made of them."""

import json
from pathlib import Path

import pytest

from bridge.client import Message, NotOurProtocol, Refused, Translation
from bridge.client.wire import Frame, compose, parse

EXAMPLES = Path(__file__).parent.parent / "wire"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("server-*.json")), ids=lambda p: p.stem)
def test_every_example_of_a_server_frame_is_understood(path: Path) -> None:
    assert isinstance(parse(path.read_text("utf-8")), Frame)


def test_a_message_keeps_every_field() -> None:
    frame = parse((EXAMPLES / "server-message-edited.json").read_text("utf-8"))
    assert frame is not None
    found = frame.body
    assert isinstance(found, Message)
    assert frame.answers is None
    assert (found.seq, found.rev, found.reply_to, found.sender.name) == (3, 2, 2, "小明")
    assert found.text == "别画蛇添足啦 🙂"
    assert found.edited is not None
    assert [(each.emoji, each.users) for each in found.reactions] == [("👍", ("u2", "u1"))]


def test_a_translation_may_answer_a_request() -> None:
    frame = parse((EXAMPLES / "server-translation-failed.json").read_text("utf-8"))
    assert frame is not None
    assert isinstance(frame.body, Translation)
    assert (frame.answers, frame.body.status, frame.body.text) == ("k2-7", "failed", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"type":7}',
        '{"type":[]}',
        '{"type":"message"}',
        '{"type":"ack","id":7,"room":"x","seq":1,"at":1,"sent":"2026-11-23T20:15:00.123Z"}',
        '{"type":"joined","id":"a","room":"lobby","epoch":"e","at":1}',
        '{"type":"history","id":"a","room":"x","messages":[1],"translations":[],"more":false}',
        "[" * 100_000,
        '{"type":"message","runs":' + "[" * 100_000,
    ],
)
def test_a_frame_without_its_form_is_no_protocol_of_ours(text: str) -> None:
    with pytest.raises(NotOurProtocol, match="same version"):
        parse(text)


def test_an_unknown_kind_of_frame_is_no_error() -> None:
    assert parse('{"type":"fireworks","room":7}') is None


def test_fields_that_are_not_given_are_left_out() -> None:
    assert json.loads(compose("join", id="a", room="lobby", after=None)) == {
        "type": "join",
        "id": "a",
        "room": "lobby",
    }


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(Refused, match="lone surrogate"):
        compose("send", text="\udc00")
