"""Frames of the wire protocol, version 1, as a client sees them: text to values and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from bridge.client.errors import NotOurProtocol, Refused
from bridge.client.events import (
    Answered,
    CaughtUp,
    History,
    Joined,
    Language,
    Limits,
    Me,
    Message,
    Presence,
    Question,
    Read,
    Receipt,
    RoomChanged,
    Translation,
    Typing,
)
from bridge.client.order_events import Done, Rules, Standing
from bridge.client.previews import Preview
from bridge.core.model import RoomName, RunKind, Status
from bridge.errors import Code

VERSION = 1


@dataclass(frozen=True, slots=True)
class Welcome:
    """We are in. `beat`: something is heard at least this often, in seconds."""

    v: int
    user: Me
    token: str
    languages: tuple[Language, ...]
    limits: Limits
    beat: float


@dataclass(frozen=True, slots=True)
class Failure:
    """A request is refused; without an `id` it is not known which."""

    code: str
    message: str
    retry_after: float | None = None
    room: RoomName | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Beat:
    """The connection lives."""


Body = (
    Welcome
    | Joined
    | CaughtUp
    | Receipt
    | Failure
    | Message
    | Translation
    | Presence
    | Typing
    | Read
    | RoomChanged
    | History
    | Preview
    | Question
    | Answered
    | Rules
    | Standing
    | Done
    | Beat
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What came, and the request that it answers."""

    body: Body
    answers: str | None = None


def parse(text: str) -> Frame | None:
    """One text frame; None for a type that we don't know. Unknown fields are ignored.

    Raises NotOurProtocol when a known type has not its form: to go on could leave a silent hole.
    """
    kind = ""
    try:
        fields = msgspec.json.decode(text, type=dict[str, Any])
        kind = msgspec.convert(fields["type"], str)
        if kind not in _FORMS:
            return None
        form, adapt = _FORMS[kind]
        body: Body = msgspec.convert(adapt(fields), form)
        answers = fields.get("id") if form in _ANSWERS else None
        return Frame(body, msgspec.convert(answers, str | None))
    except (msgspec.MsgspecError, KeyError, TypeError, AttributeError, RecursionError) as error:
        # The name and the place only: values could be what people wrote.
        where = error if isinstance(error, msgspec.ValidationError) else type(error).__name__
        name = kind if kind in _FORMS else "a frame"
        raise NotOurProtocol(
            f"the server sent {name} that does not keep the protocol ({where}); "
            "bring client and server to the same version"
        ) from None


def compose(kind: str, **fields: object) -> str:
    """A frame to send; fields that are None are left out. Raises Refused for text that is none."""
    given = {name: value for name, value in fields.items() if value is not None}
    try:
        return msgspec.json.encode({"type": kind, **given}).decode()
    except UnicodeEncodeError:
        broken = "a lone surrogate (\\ud800-\\udfff) is not text; take it out"
        raise Refused(Code.BAD_FRAME, broken) from None


Fields = Mapping[str, Any]


def _as_is(fields: Fields) -> Fields:
    return fields


def _welcome(fields: Fields) -> Fields:
    languages = [{**each, "sources": each["from"]} for each in fields["languages"]]
    return {**fields, "languages": languages}


def _room(fields: Fields) -> Fields:
    room = fields["room"]
    return {**fields, "room": room["name"], "title": room["title"]}


def _joined(fields: Fields) -> Fields:
    room = fields["room"]
    return {**_room(fields), "newest": room["seq"], "read": room["read"]}


def _message(fields: Fields) -> Fields:
    return {**fields, "sender": fields["from"], "runs": _runs(fields)}


def _translation(fields: Fields) -> Fields:
    # A status that a later version brings is no promise that the words are right.
    status = _known(Status, fields["status"]) or Status.SHAKY
    return {**fields, "status": status, "runs": _runs(fields)}


def _preview(fields: Fields) -> Fields:
    shown = fields["translation"]
    return {
        **fields,
        "source": fields["from"],
        "shown": None if shown is None else _translation(shown),
        "notes": _runs({"runs": fields["notes"]}),
    }


def _question(fields: Fields) -> Fields:
    return {**fields, "readers": fields["for"], "asker": fields["from"]}


def _history(fields: Fields) -> Fields:
    return {
        **fields,
        "messages": [_message(each) for each in fields["messages"]],
        "translations": [_translation(each) for each in fields["translations"]],
    }


def _runs(fields: Fields) -> list[Fields]:
    """Runs of a kind that a later version brings are plain words."""
    return [{**run, "kind": _known(RunKind, run.get("kind"))} for run in fields["runs"]]


def _known(kind: type[StrEnum], value: object) -> object:
    return value if value in list(kind) else None


_FORMS: Mapping[str, tuple[type[Body], Callable[[Fields], Fields]]] = {
    "welcome": (Welcome, _welcome),
    "joined": (Joined, _joined),
    "caught-up": (CaughtUp, _as_is),
    "ack": (Receipt, _as_is),
    "error": (Failure, _as_is),
    "message": (Message, _message),
    "translation": (Translation, _translation),
    "presence": (Presence, _as_is),
    "typing": (Typing, _as_is),
    "read": (Read, _as_is),
    "room": (RoomChanged, _room),
    "history": (History, _history),
    "preview": (Preview, _preview),
    "question": (Question, _question),
    "answered": (Answered, _question),
    "rules": (Rules, _as_is),
    "standing": (Standing, _as_is),
    "done": (Done, _as_is),
    "beat": (Beat, _as_is),
}
_ANSWERS = (Joined, Receipt, Done, Failure, Translation, History, Preview)
