"""Somebody at the other end of a socket, who speaks raw frames: the protocol, not our SDK."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

Frame = dict[str, Any]

PATIENCE_S = 20.0


class Talker:
    """Sends frames, and waits for the frames that it expects."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.seen: list[Frame] = []
        self.welcome: Frame = {}
        self.room = ""

    @classmethod
    async def connect(cls, url: str, **more: Any) -> "Talker":
        """A socket on which nothing was said yet."""
        return cls(await connect(url, compression=None, max_queue=None, **more))

    @classmethod
    async def enter(
        cls, url: str, name: str, lang: str, room: str = "lobby", **hello: Any
    ) -> "Talker":
        """Come in, join a room and catch up."""
        talker = await cls.connect(url)
        await talker.say("hello", v=1, name=name, lang=lang, **hello)
        talker.welcome = await talker.expect("welcome")
        await talker.join(room)
        return talker

    async def join(self, room: str, **more: Any) -> Frame:
        """Join, and return `joined` after everything missed has come."""
        self.room = room
        await self.say("join", id="join", room=room, **more)
        joined = await self.expect("joined")
        await self.expect("caught-up", room=room)
        return joined

    async def say(self, kind: str, /, **fields: Any) -> None:
        """Send one frame."""
        await self.socket.send(json.dumps({"type": kind, **fields}, ensure_ascii=False))

    async def send(self, text: str, request: str, **more: Any) -> Frame:
        """Say something in the room joined last, and return its ack."""
        await self.say("send", id=request, room=self.room, text=text, **more)
        return await self.expect("ack", id=request)

    async def expect(self, kind: str, **fields: Any) -> Frame:
        """The next frame of this kind with these fields; those before it are passed over."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while True:
                    frame = await self.next()
                    if frame["type"] == kind and fields.items() <= frame.items():
                        return frame
        except TimeoutError:
            raise AssertionError(f"no {kind} {fields} came, but {self.seen[-5:]}") from None

    async def next(self) -> Frame:
        """The next frame, whatever it is."""
        frame: Frame = json.loads(await self.socket.recv())
        self.seen.append(frame)
        return frame

    async def rest(self) -> AsyncIterator[Frame]:
        """Every frame that is left on a closed socket."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                yield await self.next()

    async def close_code(self) -> int:
        """Wait for the other side to close, and return its code."""
        async with asyncio.timeout(PATIENCE_S):
            await self.socket.wait_closed()
        return self.socket.close_code or 0

    async def leave(self) -> None:
        """Close the socket."""
        await self.socket.close()


def text_of(frame: Frame) -> str:
    """The whole text of a message or a translation."""
    return "".join(run["text"] for run in frame["runs"])
