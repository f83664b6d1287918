"""The wire: what comes in is checked, what goes out is the protocol's."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.answers import Ack, Beat, Refusal, TranslationFrame
from bridge.core.frames import Hello, Send, SetLang
from bridge.core.model import (
    At,
    By,
    EntryId,
    Lang,
    Message,
    Millis,
    Reaction,
    Receipt,
    Rendering,
    Rev,
    RoomName,
    Run,
    RunKind,
    Seq,
    Status,
    Translation,
    UserId,
)
from bridge.core.wire import BadFrame, decode, encode, packet
from bridge.errors import Code

LOBBY = RoomName("lobby")


def test_a_frame_is_read_and_what_we_do_not_know_is_ignored() -> None:
    frame = decode('{"type":"hello","v":1,"lang":"zh","name":"小红","colour":"red"}')
    assert frame == Hello(1, Lang("zh"), "小红")


def test_a_send_keeps_its_text_to_the_letter() -> None:
    frame = decode('{"type":"send","id":"a","room":"lobby","text":" 别\\n画蛇添足 "}')
    assert frame == Send("a", LOBBY, " 别\n画蛇添足 ")


def test_languages_come_in_one_spelling() -> None:
    assert decode('{"type":"hello","v":1,"lang":"zh-CN"}') == Hello(1, Lang("zh"))
    assert decode('{"type":"lang","lang":"EN-us"}') == SetLang(Lang("en"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{",
        '{"type":"dance"}',
        '{"type":["hello"]}',
        '{"v":1,"lang":"en"}',
        '{"type":"hello","v":"1","lang":"en"}',
        '{"type":"hello","v":1,"lang":"not a language"}',
        '{"type":"send","id":"","room":"lobby","text":"x"}',
        '{"type":"send","id":"a","room":"lobby","text":1}',
        '{"type":"send","id":"a","room":"lobby","text":"x","text":"y"}',
        '{"type":"send","id":"a","room":"lobby","text":"\\ud800"}',
        '{"type":"read","room":"lobby","seq":NaN}',
        '{"type":"read","room":"lobby","seq":0}',
        '{"type":"read","room":"lobby","seq":1' + "0" * 30 + "}",
        '{"type":"read","room":"lobby","seq":' + "1" * 5000 + "}",
        '{"type":"send","a":' + "[" * 50_000,
        '{"type":"history","id":"a","room":"lobby","limit":101}',
    ],
)
def test_what_is_no_frame_of_ours_is_refused(text: str) -> None:
    with pytest.raises(BadFrame) as refused:
        decode(text)
    assert refused.value.code is Code.BAD_FRAME


def test_a_refusal_names_the_request_where_it_can_be_read() -> None:
    with pytest.raises(BadFrame) as refused:
        decode('{"type":"send","id":"a7","room":"lobby"}')
    assert refused.value.request_id == "a7"


@given(st.text())
def test_no_text_does_more_than_be_refused(text: str) -> None:
    with pytest.raises(BadFrame):
        decode(text)


def test_a_message_is_its_whole_present_state() -> None:
    message = Message(
        room=LOBBY,
        at=At(9),
        seq=Seq(4),
        rev=Rev(2),
        client_id="c1",
        author=UserId("u-1"),
        author_name="Mei",
        sent=Millis(1_700_000_000_123),
        lang=Lang("zh"),
        runs=(Run("别"), Run("画蛇添足", entry=EntryId("zh/idiom/hua-she-tian-zu")), Run("了")),
        reply_to=Seq(1),
        edited=Millis(1_700_000_001_000),
        reactions=(Reaction("👍", (UserId("u-2"),)),),
    )
    assert json.loads(encode(message)) == {
        "type": "message",
        "room": "lobby",
        "at": 9,
        "seq": 4,
        "rev": 2,
        "id": "c1",
        "from": {"id": "u-1", "name": "Mei"},
        "sent": "2023-11-14T22:13:20.123Z",
        "lang": "zh",
        "runs": [
            {"text": "别"},
            {"text": "画蛇添足", "entry": "zh/idiom/hua-she-tian-zu"},
            {"text": "了"},
        ],
        "reply_to": 1,
        "edited": "2023-11-14T22:13:21.000Z",
        "reactions": [{"emoji": "👍", "users": ["u-2"]}],
    }


def test_a_translation_says_by_whom_and_how_sure() -> None:
    rendering = Rendering(
        (Run("see "), Run("https://x.cn", RunKind.LINK)),
        Status.SHAKY,
        ("it is much shorter than the original",),
        By.MACHINE,
        "zh-en 1.0",
    )
    translation = Translation(LOBBY, At(3), Seq(1), Rev(1), Lang("en"), rendering)
    fields = json.loads(encode(TranslationFrame(translation, "q1")))
    assert fields["runs"] == [{"text": "see "}, {"text": "https://x.cn", "kind": "link"}]
    assert (fields["id"], fields["status"], fields["by"]) == ("q1", "shaky", "machine")


def test_an_ack_and_an_error_carry_the_request() -> None:
    receipt = Receipt(LOBBY, Seq(1), At(2), Millis(0))
    assert json.loads(encode(Ack("a", receipt)))["sent"] == "1970-01-01T00:00:00.000Z"
    refusal = json.loads(encode(Refusal("a", Code.TOO_FAST, "slowly", 1.5)))
    assert refusal["retry_after"] == 1.5


@pytest.mark.parametrize(
    ("length", "header"), [(10, b"\x81\x35"), (200, b"\x81\x7e\x00\xf3"), (70_000, b"\x81\x7f")]
)
def test_a_packet_is_one_final_unmasked_text_frame(length: int, header: bytes) -> None:
    data = packet(Refusal(None, Code.GONE, "x" * length))
    assert data.startswith(header)
    assert data.endswith(encode(Refusal(None, Code.GONE, "x" * length)))


def test_a_beat_is_a_frame() -> None:
    assert packet(Beat()) == b'\x81\x0f{"type":"beat"}'
