"""Accounts on a whole server: the command line, the sign-in, and the sockets that they open."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from click.testing import CliRunner

from bridge.cli.users import users
from bridge.core.model import Role
from bridge.core.skeleton import skeleton
from bridge.store.sqlite import SqliteStore
from tests.office import Caller, sign_in
from tests.server import Running
from tests.talker import Talker

pytestmark = pytest.mark.asyncio(loop_scope="module")

PASSWORD = "a long enough one"


@pytest_asyncio.fixture(loop_scope="module")
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def bridge_users(server: Running, *arguments: str) -> tuple[int, str]:
    """`bridge users …` while the server runs: exit code and what it prints."""
    command = [*arguments, "--data", str(server.data)]
    result = await asyncio.to_thread(CliRunner().invoke, users, command)
    return result.exit_code, result.stdout


async def enter(server: Running, caller: Caller, room: str, **hello: str) -> Talker:
    """On a socket, as the one who is signed in."""
    token = (await caller.post("/session/chat")).json["token"]
    name = hello.pop("name", "somebody else")
    return await Talker.enter(server.ws, name, "en", room, token=token, **hello)


async def test_an_account_made_on_the_command_line_signs_in_at_once(
    server: Running, http: aiohttp.ClientSession
) -> None:
    code, printed = await bridge_users(
        server, "add", "lina", "--role", "curator", "--room", "tea", "--url", server.http
    )
    assert code == 0
    page, _, token = printed.strip().partition("#welcome=")
    assert page == f"{server.http}/curate"
    stranger = Caller(http, server.http)
    told = await stranger.post("/session/link", {"token": token, "password": PASSWORD})
    assert told.json["user"]["rooms"] == {"tea": "curator"}
    told = await stranger.post("/session", {"name": "Lina", "password": PASSWORD})
    assert told.json["user"]["name"] == "lina"


async def test_the_command_line_lists_accounts_and_says_what_is_wrong(server: Running) -> None:
    assert (await bridge_users(server, "add", "bo", "--role", "curator"))[0] == 0
    assert (await bridge_users(server, "role", "bo", "moderator", "--room", "tea"))[0] == 0
    code, printed = await bridge_users(server, "list")
    assert code == 0
    assert "bo  curator, moderator in tea  has not chosen a password yet" in printed
    for wrong in (
        ("add", "BO"),
        ("role", "nobody-at-all", "admin"),
        ("role", "bo", "admin", "--room", "tea"),
        ("remove", "nobody-at-all"),
        ("link", "nobody-at-all"),
        ("add", "zoe", "--role", "emperor"),
    ):
        assert (wrong, (await bridge_users(server, *wrong))[0] != 0) == (wrong, True)


async def test_a_role_taken_on_the_command_line_is_gone_with_the_next_request(
    server: Running, store: SqliteStore, http: aiohttp.ClientSession
) -> None:
    mona = await sign_in(store, http, server.http, "mona", Role.ADMIN)
    assert (await mona.get("/accounts")).status == 200
    await bridge_users(server, "role", "mona", "member")
    assert (await mona.get("/accounts")).status == 403
    assert (await mona.get("/audit")).status == 403


async def test_an_account_keeps_its_name_and_role_on_the_socket(
    server: Running, store: SqliteStore, http: aiohttp.ClientSession, room: str
) -> None:
    kim = await sign_in(store, http, server.http, "kim", Role.MODERATOR)
    talker = await enter(server, kim, room, name="Another Name")
    assert talker.welcome["user"] == {"id": kim.user, "name": "kim", "role": "moderator"}
    await talker.leave()


async def test_many_tokens_of_one_account_are_one_person(
    server: Running, store: SqliteStore, http: aiohttp.ClientSession, room: str
) -> None:
    ada = await sign_in(store, http, server.http, "ada", Role.CURATOR)
    first = await enter(server, ada, room)
    second = await enter(server, ada, room)
    assert first.welcome["token"] != second.welcome["token"]
    assert first.welcome["user"] == second.welcome["user"]
    await first.leave()
    await second.leave()


async def test_signing_out_closes_the_sockets_that_it_opened_and_no_others(
    server: Running, store: SqliteStore, http: aiohttp.ClientSession, room: str
) -> None:
    eve = await sign_in(store, http, server.http, "eve", Role.CURATOR)
    sue = await sign_in(store, http, server.http, "sue", Role.CURATOR)
    hers, other = await enter(server, eve, room), await enter(server, sue, room)
    guest = await Talker.enter(server.ws, "Passer-by", "en", room)
    assert (await eve.ask("DELETE", "/session")).status == 204
    assert await hers.close_code() == 4401
    await other.send("still here", "1")
    await guest.send("me too", "1")
    again = await Talker.connect(server.ws)
    await again.say("hello", v=1, lang="en", token=hers.welcome["token"])
    assert await again.close_code() == 4401
    await other.leave()
    await guest.leave()


async def test_removing_an_account_in_another_process_closes_its_sockets(
    server: Running, store: SqliteStore, http: aiohttp.ClientSession, room: str
) -> None:
    joe = await sign_in(store, http, server.http, "joe", Role.MODERATOR)
    talker = await enter(server, joe, room)
    assert (await bridge_users(server, "remove", "joe"))[0] == 0
    async with asyncio.timeout(2):
        assert await talker.close_code() == 4401
    assert (await joe.get("/session")).status == 401


async def test_a_guest_is_not_given_the_name_of_an_account(
    server: Running, store: SqliteStore, http: aiohttp.ClientSession, room: str
) -> None:
    await sign_in(store, http, server.http, "vera", Role.MODERATOR)
    for wish in ("vera", "VERA", "vеrа", "ｖｅｒａ", "ve\u200bra"):
        talker = await Talker.enter(server.ws, wish, "en", room)
        assert skeleton(talker.welcome["user"]["name"]) != skeleton("vera")
        await talker.leave()


async def test_a_guest_who_had_the_name_before_it_became_an_accounts_loses_it(
    server: Running, store: SqliteStore, http: aiohttp.ClientSession, room: str
) -> None:
    guest = await Talker.enter(server.ws, "Nora", "en", room)
    await guest.leave()
    await sign_in(store, http, server.http, "nora", Role.CURATOR)
    again = await Talker.enter(server.ws, "Nora", "en", room, token=guest.welcome["token"])
    assert again.welcome["user"]["id"] == guest.welcome["user"]["id"]
    assert again.welcome["user"]["name"] == "Nora 2"
    await again.leave()
