"""`bridge chat ROOM`: talk in a room from a terminal, or from a script."""

import asyncio
import hashlib
import io
import locale
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import click
import platformdirs

from bridge.cli.terminal.cards import Cards
from bridge.cli.terminal.commands import Command, understand
from bridge.cli.terminal.conversation import Conversation
from bridge.cli.terminal.lines import note, safe_name, state
from bridge.cli.terminal.orders import reading
from bridge.cli.terminal.pipe import piped_lines
from bridge.cli.terminal.screen import Screen
from bridge.cli.terminal.transcript import Transcript
from bridge.client import BridgeClient, NoIdentity, Room, TokenFile
from bridge.client.address import socket_url, web_url
from bridge.core.limits import is_room_name
from bridge.core.model import RoomName
from bridge.errors import BridgeError

PATIENCE_S = 600.0
"""What was said while the server is away is kept so long."""


@click.command()
@click.argument("room")
@click.option(
    "--url", default="ws://127.0.0.1:8080/ws", show_default=True, help="The server; http(s) too."
)
@click.option("--name", help="How others see you. Each name is a guest of its own.")
@click.option("--lang", help="What you read, such as zh.  [default: your locale's, else en]")
def chat(room: str, url: str, name: str | None, lang: str | None) -> None:
    """Talk in ROOM: you read everybody in your own language.

    At a terminal, /help lists the commands. In a pipe every line of standard input is sent as it
    is, and `bridge chat` is done when the last is stored; exit code 1: one was not.
    """
    if not is_room_name(RoomName(room)):
        raise click.BadParameter("use 1 to 64 of a-z, 0-9 and -, such as lobby", param_hint="ROOM")
    try:
        kept = _token_file(socket_url(url), name)
        reads = lang or _spoken_here()

        def client() -> BridgeClient:
            return BridgeClient(
                url, name=name, lang=reads, token=kept, answer_s=PATIENCE_S, paced=True
            )

        client()
    except BridgeError as error:
        raise click.UsageError(str(error)) from None
    if asyncio.run(_chat(client, kept, room)) > 0:
        sys.exit(1)


def _spoken_here() -> str:
    """The language that this terminal is set to; `en` where it is set to none."""
    spoken = locale.getlocale()[0] or "C"
    return "en" if spoken == "C" else spoken.replace("_", "-")


def _token_file(address: str, name: str | None) -> TokenFile:
    """Where the guest `name` of this server is remembered. Without the name in it, two people at
    one machine would be one person."""
    host = "".join(c if c.isalnum() or c in ".-" else "-" for c in urlsplit(address).netloc)
    mark = hashlib.sha256(f"{address}\n{name or ''}".encode(errors="replace")).hexdigest()[:12]
    folder = platformdirs.user_config_path("culture-bridge") / "guests"
    return TokenFile(folder / f"{host[:80]}-{mark}.token")


async def _chat(new_client: Callable[[], BridgeClient], kept: TokenFile, name: str) -> int:
    """How many orders failed."""
    at_a_prompt = _is_terminal(sys.stdin) and _is_terminal(sys.stdout)
    screen = _screen(at_a_prompt)
    async with AsyncExitStack() as stack:
        try:
            client = await stack.enter_async_context(new_client())
        except NoIdentity:
            if kept.load() is None:
                raise
            kept.forget()
            screen.show([state("this server does not know you any more: you come as a new guest")])
            client = await stack.enter_async_context(new_client())
        cards = await stack.enter_async_context(Cards(web_url(client.url)))
        room = await client.join(name)
        if not at_a_prompt:
            return await _from_a_pipe(client, room, screen, cards)
        return await _at_a_prompt(client, room, screen, cards)


async def _at_a_prompt(client: BridgeClient, room: Room, screen: Screen, cards: Cards) -> int:
    # It takes as long to load as all the rest, and a script needs no line editor.
    from bridge.cli.terminal.prompt import Prompt

    def text() -> str:
        away = " (offline)" if conversation.is_away else ""
        unsent = f" ({conversation.unsent} unsent)" if conversation.unsent else ""
        return f"{room.name}{away}{unsent}> "

    async def commands() -> AsyncIterator[Command]:
        async for typed in prompt.lines():
            if typed.strip():
                yield understand(typed)

    prompt = Prompt(text, os.environ.get("TERM"))
    transcript = Transcript(client.user.id, client.lang, client.languages, talkative=True)
    conversation = Conversation(client, room, transcript, screen, cards, changed=prompt.redraw)
    me = safe_name(client.user.name)
    with prompt.printing_above():
        welcome = f"{room.name}: you are {me}, {reading(client)}; /help lists the commands"
        screen.show([note(welcome)])
        await conversation.at_a_prompt(commands())
    if conversation.unsent:
        screen.show([state(f"{conversation.unsent} not sent: the server did not answer in time")])
        return 1
    return 0


async def _from_a_pipe(client: BridgeClient, room: Room, screen: Screen, cards: Cards) -> int:
    async def lines() -> AsyncIterator[str]:
        async for each in piped_lines(sys.stdin.fileno() if sys.stdin else None):
            if each.strip():
                yield each.removesuffix("\r")

    transcript = Transcript(client.user.id, client.lang, client.languages, talkative=False)
    conversation = Conversation(client, room, transcript, screen, cards, changed=lambda: None)
    if client.lang not in {each.code for each in client.languages}:
        screen.show([state(reading(client))])
    await conversation.from_a_pipe(lines())
    return conversation.failed


def _is_terminal(stream: object) -> bool:
    return isinstance(stream, io.TextIOBase) and stream.isatty()


def _screen(at_a_prompt: bool) -> Screen:
    """Colours for terminals that want them (no-color.org)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    wants = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(colours=wants and _is_terminal(sys.stdout), together=at_a_prompt)
