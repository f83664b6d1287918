"""`BridgeClient`: connects, stays connected, and lets one into rooms."""

import asyncio
import logging
import random
import re
from types import TracebackType
from typing import Self

from bridge.client.address import socket_url
from bridge.client.backoff import Backoff
from bridge.client.errors import Closed, Ended, Refused, Unreachable
from bridge.client.events import Language, Limits, Me
from bridge.client.link import Link, Lost, open_link
from bridge.client.room import Room
from bridge.client.session import Session
from bridge.client.tokens import TokenFile
from bridge.client.wire import VERSION, compose
from bridge.core.langs import canonical
from bridge.core.model import Lang, RoomName
from bridge.errors import BridgeError, Code, ConfigError

log = logging.getLogger(__name__)

STEADY_S = 30.0
"""A connection that lived so long counts as a success: the wait before the next starts small."""
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")


class BridgeClient:
    """One person's connection to a bridge, made again whenever it is lost.

    `url`: ws, wss, http or https. `lang`: what one reads. `token`: from an earlier `client.token`,
    or a file that keeps it; None: come in as a new guest. `answer_s`: seconds that a request may
    wait for its answer, reconnecting included. `paced`: messages wait their turn instead of being
    refused as too fast. `queue`: events kept for a slow reader of a room.

        async with BridgeClient("ws://127.0.0.1:8080/ws", name="Ann", lang="en") as client:
            room = await client.join("lobby")
            await room.send("hello")
            async for event in room:
                ...
    """

    def __init__(
        self,
        url: str,
        *,
        name: str | None = None,
        lang: str = "en",
        token: str | TokenFile | None = None,
        answer_s: float = 60.0,
        paced: bool = False,
        queue: int = 10_000,
        backoff: Backoff | None = None,
    ) -> None:
        self.url = socket_url(url)
        self._name = name
        self._kept = token if isinstance(token, TokenFile) else None
        self._token = token if isinstance(token, str) else None
        self._backoff = backoff or Backoff()
        self._session = Session(_checked(lang), answer_s, queue, paced)
        self._keeper: asyncio.Task[None] | None = None
        self._link: Link | None = None

    @property
    def user(self) -> Me:
        """Who the server takes us for."""
        return self._last().welcome.user

    @property
    def token(self) -> str:
        """What brings us back as the same person; as secret as a password."""
        return self._last().welcome.token

    @property
    def languages(self) -> tuple[Language, ...]:
        """What one can read here."""
        return self._last().welcome.languages

    @property
    def limits(self) -> Limits:
        """The server's limits."""
        return self._last().welcome.limits

    @property
    def lang(self) -> str:
        """What we read."""
        return self._session.lang

    async def __aenter__(self) -> Self:
        """Connect. Raises Unreachable, Ended, ConfigError; later losses are mended."""
        if self._kept is not None:
            self._token = self._kept.load()
        try:
            link = await self._open()
        except Lost as lost:
            raise Unreachable(
                f"no connection to {self.url}: {lost.why}; "
                "check the address, and that `bridge serve` runs there"
            ) from None
        self._keeper = asyncio.create_task(self._keep(link))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
            self._session.end(Closed("this client was closed"))
            # A keeper that was cancelled before its first step had no chance to do this.
            await self._last().close()

    async def join(self, room: str) -> Room:
        """Enter a room; one that we are in already is given back.

        Raises Refused (`no-such-room`, `banned`, …), NoAnswer, Closed, Ended.
        """
        return Room(await self._session.join(RoomName(room)), self._session)

    async def set_lang(self, lang: str) -> None:
        """Read another language: translations of what is in view come as events."""
        await self._session.set_lang(_checked(lang))

    async def _keep(self, link: Link) -> None:
        """Use connection after connection, until the last."""
        loop = asyncio.get_running_loop()
        tries = 0
        try:
            while True:
                since = loop.time()
                try:
                    await self._session.serve(link)
                except Lost as lost:
                    tries = 0 if loop.time() - since >= STEADY_S else tries
                    link, tries = await self._reopen(lost, tries)
        except BridgeError as error:
            self._session.end(error)
        except Exception as error:
            # Whoever waits for an answer must not wait for ever because of a bug of ours.
            log.exception("the client broke")
            broke = f"this client broke ({type(error).__name__}); the log has the details"
            self._session.end(Ended(broke))

    async def _reopen(self, lost: Lost, tries: int) -> tuple[Link, int]:
        """The next connection, and after how many tries in a row. Raises Ended."""
        while True:
            # Spread in time is all that chance is for.
            chance = random.random()
            wait = max(lost.wait, self._backoff.wait(tries, lost.close_code, chance))
            log.info("%s; trying again in %.1f s", lost.why, wait)
            self._session.lost(lost.why, wait)
            await asyncio.sleep(wait)
            tries += 1
            try:
                return await self._open(), tries
            except Lost as again:
                lost = again

    async def _open(self) -> Link:
        hello = compose(
            "hello", v=VERSION, lang=self._session.lang, name=self._name, token=self._token
        )
        link = await open_link(self.url, hello)
        self._link = link
        if link.welcome.token != self._token:
            self._token = link.welcome.token
            try:
                self._keep_token(self._token)
            except ConfigError:
                await link.close()
                raise
        return link

    def _keep_token(self, token: str) -> None:
        if self._kept is not None:
            self._kept.save(token)

    def _last(self) -> Link:
        if self._link is None:
            raise Closed("this client is not connected yet; use it in `async with`")
        return self._link


def _checked(lang: str) -> Lang:
    if not _TAG.fullmatch(lang):
        raise Refused(Code.BAD_FRAME, f"{lang!r} is no language tag such as en, zh or zh-Hant")
    return canonical(lang)
