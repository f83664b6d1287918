"""A server that plays a script: one coroutine function for each connection, in order."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from bridge.client import Backoff, BridgeClient, Event, Room

Frame = dict[str, Any]
SENT = "2026-11-23T20:15:00.123Z"
QUICK = Backoff(jitter=0.001, first=0.001, most=0.001, later=0.001)


class Visit:
    """One connection, from the server's side."""

    def __init__(self, socket: ServerConnection) -> None:
        self.socket = socket
        self.heard: list[Frame] = []

    async def hear(self, kind: str) -> Frame:
        """The next frame; it must be of this kind."""
        frame: Frame = json.loads(await self.socket.recv())
        self.heard.append(frame)
        assert frame["type"] == kind, frame
        return frame

    async def say(self, kind: str, **fields: Any) -> None:
        await self.socket.send(json.dumps({"type": kind, **fields}))

    async def welcome(self, **changes: Any) -> Frame:
        """Answer hello."""
        hello = await self.hear("hello")
        fields: Frame = {
            "v": 1,
            "user": {"id": "u1", "name": hello.get("name", "guest"), "role": "guest"},
            "token": hello.get("token", "t0k3n"),
            "languages": [
                {"code": "en", "name": "English", "from": ["zh"]},
                {"code": "zh", "name": "中文", "from": ["en"]},
            ],
            "limits": {"chars": 2000, "per_5s": 5, "frame": 65536},
            "beat": 25,
        }
        await self.say("welcome", **fields | changes)
        return hello

    async def let_in(self, at: int = 0, recovered: bool = False, *state: Frame) -> Frame:
        """Answer join: `state` is what was missed."""
        join = await self.hear("join")
        await self.joined(join, at, recovered)
        for frame in state:
            await self.say(**frame)
        await self.say("caught-up", room=join["room"], at=at)
        return join

    async def joined(self, join: Frame, at: int = 0, recovered: bool = False) -> None:
        room = {"name": join["room"], "title": "The lobby", "seq": 3, "read": 2}
        members = [{"id": "u1", "name": "Ann", "lang": "en"}]
        await self.say(
            "joined",
            id=join["id"],
            room=room,
            epoch="e1",
            at=at,
            recovered=recovered,
            members=members,
        )

    async def ack(self, request: Frame, seq: int = 4, at: int = 9) -> None:
        await self.say("ack", id=request["id"], room=request["room"], seq=seq, at=at, sent=SENT)

    async def until_closed(self) -> int | None:
        """Wait for the client to go; the close code that it gave. Frames on the way are kept."""
        try:
            while True:
                self.heard.append(json.loads(await self.socket.recv()))
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else None

    async def close(self, code: int, reason: str = "") -> None:
        await self.socket.close(code, reason)


Script = Callable[[Visit], Awaitable[None]]


@asynccontextmanager
async def scripted(*scripts: Script) -> AsyncIterator[str]:
    """The url of a server that plays `scripts`: all of them, and no more."""
    waiting = list(scripts)
    played: list[asyncio.Future[None]] = []
    uninvited: list[ServerConnection] = []

    async def play(socket: ServerConnection) -> None:
        if not waiting:
            uninvited.append(socket)
            await socket.close(1013, "the play is over")
            return
        playing = asyncio.ensure_future(waiting.pop(0)(Visit(socket)))
        played.append(playing)
        await asyncio.wait([playing])

    async with serve(play, "127.0.0.1", 0, compression=None) as server:
        port = server.sockets[0].getsockname()[1]
        try:
            yield f"ws://127.0.0.1:{port}/ws"
        finally:
            async with asyncio.timeout(5):
                for each in played:
                    await each
    assert not waiting, f"{len(waiting)} connections were never made"
    assert not uninvited, f"{len(uninvited)} connections too many were made"


def message(seq: int, at: int, text: str = "hi", **changes: Any) -> Frame:
    """A message frame, with its kind for `Visit.say`."""
    return {
        "kind": "message",
        "room": "lobby",
        "at": at,
        "seq": seq,
        "rev": 1,
        "id": f"m{seq}",
        "from": {"id": "u2", "name": "小明"},
        "sent": SENT,
        "lang": "zh",
        "runs": [{"text": text}],
    } | changes


def translation(seq: int, at: int, text: str, **changes: Any) -> Frame:
    """A translation frame, with its kind for `Visit.say`."""
    return {
        "kind": "translation",
        "room": "lobby",
        "at": at,
        "seq": seq,
        "rev": 1,
        "lang": "en",
        "runs": [{"text": text}],
        "status": "ok",
        "reasons": [],
        "by": "machine",
        "engine": "zh-en 1.0",
    } | changes


def client(url: str, **options: Any) -> BridgeClient:
    """A client that does not dawdle."""
    return BridgeClient(url, **{"name": "Ann", "backoff": QUICK} | options)


async def until(room: Room, kind: type[Event]) -> list[Event]:
    """Events up to the first of a kind, which comes last."""
    seen: list[Event] = []
    async with asyncio.timeout(5):
        async for event in room:
            seen.append(event)
            if isinstance(event, kind):
                break
    return seen
