"""Frames to and from the bytes on the socket: the wire protocol, version 1."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NoReturn

import msgspec

from bridge.core.answers import ServerFrame
from bridge.core.client_frames import ClientFrame
from bridge.core.frames import (
    AskHistory,
    AskPreview,
    AskTranslation,
    Delete,
    Edit,
    Hello,
    Join,
    Leave,
    Propose,
    React,
    ReadNow,
    Send,
    SetLang,
    TypingNow,
)
from bridge.core.langs import canonical
from bridge.core.note_frames import Answer, Ask, UseNote
from bridge.core.peace_frames import Moderate, Report
from bridge.core.wire_json import VERSION as VERSION
from bridge.core.wire_json import as_json
from bridge.errors import ClientError, Code

_CLIENT_FRAMES: Mapping[str, type[ClientFrame]] = {
    "hello": Hello,
    "join": Join,
    "leave": Leave,
    "send": Send,
    "edit": Edit,
    "delete": Delete,
    "react": React,
    "typing": TypingNow,
    "read": ReadNow,
    "history": AskHistory,
    "translate": AskTranslation,
    "preview": AskPreview,
    "propose": Propose,
    "ask": Ask,
    "answer": Answer,
    "note": UseNote,
    "report": Report,
    "moderate": Moderate,
    "lang": SetLang,
}


class BadFrame(ClientError):
    """The text is no frame of ours. `id` is the request's, where one could be read."""

    def __init__(self, message: str, request_id: str | None = None) -> None:
        super().__init__(Code.BAD_FRAME, message)
        self.request_id = request_id


def decode(text: str) -> ClientFrame:
    """One text frame to a ClientFrame. Raises BadFrame with what is wrong and where."""
    fields = json_object(text)
    request_id = fields.get("id")
    if not isinstance(request_id, str) or len(request_id) > 64:
        request_id = None
    kind = fields.get("type")
    frame_type = _CLIENT_FRAMES.get(kind) if isinstance(kind, str) else None
    if frame_type is None:
        known = ", ".join(_CLIENT_FRAMES)
        raise BadFrame(f'"type" must be one of: {known}', request_id)
    try:
        frame: ClientFrame = msgspec.convert(_named(fields), frame_type)
    except msgspec.ValidationError as error:
        raise BadFrame(f"{kind}: {error}", request_id) from None
    return _canonical(frame)


def _named(fields: dict[str, Any]) -> dict[str, Any]:
    """`from` is a word of Python's; as a value's field it is `source`."""
    return {"source" if name == "from" else name: value for name, value in fields.items()}


def _canonical(frame: ClientFrame) -> ClientFrame:
    """`zh-CN` from a browser and `zh` from a script are one reading language."""
    if isinstance(frame, AskTranslation | AskPreview) and frame.source is not None:
        frame = replace(frame, source=canonical(frame.source))
    speaking = Hello | Send | AskTranslation | AskPreview | Propose | Ask | SetLang
    if isinstance(frame, speaking) and frame.lang is not None:
        return replace(frame, lang=canonical(frame.lang))
    return frame


def json_object(text: str) -> dict[str, Any]:
    """Strict JSON: an object, no key twice, no NaN, no lone surrogates (S18, S24).

    Raises BadFrame otherwise."""
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError:
        raise BadFrame("the JSON is nested too deeply") from None
    except ValueError as error:
        # Python refuses integers of more than 4,300 digits with a ValueError, too.
        raise BadFrame(f"not JSON: {str(error)[:100]}") from None
    if not isinstance(value, dict):
        raise BadFrame("this must be a JSON object")
    if "\\u" in text:
        # Only an escape can bring these in: raw ones are no UTF-8, and the socket refuses them.
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise BadFrame("a lone surrogate (\\ud800-\\udfff) is not text") from None
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return fields


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def encode(frame: ServerFrame) -> bytes:
    """One ServerFrame to UTF-8 JSON."""
    return msgspec.json.encode(as_json(frame))


def packet(frame: ServerFrame) -> bytes:
    """One ServerFrame as a whole WebSocket text frame, ready for any socket.

    The header of RFC 6455 section 5.2 for a final, unmasked, uncompressed frame: made once, so that
    a thousand sockets cost a thousand writes and no more encoding than one.
    """
    payload = encode(frame)
    size = len(payload)
    if size < 126:
        header = bytes((0x81, size))
    elif size < 1 << 16:
        header = bytes((0x81, 126)) + size.to_bytes(2)
    else:
        header = bytes((0x81, 127)) + size.to_bytes(8)
    return header + payload
