"""The Python SDK: talk in a bridge's rooms from a program. See README.md beside this file."""

from bridge.client.backoff import Backoff
from bridge.client.client import BridgeClient
from bridge.client.errors import (
    Banned,
    Closed,
    Ended,
    NoAnswer,
    NoIdentity,
    NotOurProtocol,
    Refused,
    Replaced,
    Unreachable,
)
from bridge.client.events import (
    Answered,
    CaughtUp,
    Disconnected,
    Event,
    History,
    Joined,
    Language,
    Limits,
    Me,
    Message,
    Person,
    Presence,
    Question,
    Read,
    Receipt,
    RoomChanged,
    Translation,
    Typing,
)
from bridge.client.order_events import Rules, Standing
from bridge.client.previews import Preview, Shown, Warned
from bridge.client.room import Room
from bridge.client.tokens import TokenFile

__all__ = [
    "Answered",
    "Backoff",
    "Banned",
    "BridgeClient",
    "CaughtUp",
    "Closed",
    "Disconnected",
    "Ended",
    "Event",
    "History",
    "Joined",
    "Language",
    "Limits",
    "Me",
    "Message",
    "NoAnswer",
    "NoIdentity",
    "NotOurProtocol",
    "Person",
    "Presence",
    "Preview",
    "Question",
    "Read",
    "Receipt",
    "Refused",
    "Replaced",
    "Room",
    "RoomChanged",
    "Rules",
    "Shown",
    "Standing",
    "TokenFile",
    "Translation",
    "Typing",
    "Unreachable",
    "Warned",
]
