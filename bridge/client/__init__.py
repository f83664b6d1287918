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
    Read,
    Receipt,
    RoomChanged,
    Translation,
    Typing,
)
from bridge.client.room import Room
from bridge.client.tokens import TokenFile

__all__ = [
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
    "Read",
    "Receipt",
    "Refused",
    "Replaced",
    "Room",
    "RoomChanged",
    "TokenFile",
    "Translation",
    "Typing",
    "Unreachable",
]
