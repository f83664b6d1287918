"""People with a role who talk, for tests: an account in the store, and its token for the chat."""

from bridge.clock import SystemClock
from bridge.core.model import Role, RoomName, UserId
from bridge.edges.enrolment import Enrolment
from bridge.edges.tokens import digest, fresh
from bridge.store.sqlite import SqliteStore
from tests.server import Running
from tests.talker import Talker


async def token_of(
    store: SqliteStore, name: str, role: Role, room: str | None = None
) -> tuple[UserId, str]:
    """A new account, with `role` in `room` alone if one is given, and what it says hello with."""
    clock, place = SystemClock(), None if room is None else RoomName(room)
    account, _ = await Enrolment(store.accounts(), clock).add(name, role, place, None)
    session, token = fresh(), fresh()
    await store.sessions().begin(account.id, digest(session), clock.now(), None)
    await store.sessions().give_token(digest(session), digest(token), clock.now())
    return account.id, token


async def enter_as(
    server: Running, store: SqliteStore, name: str, role: Role, room: str, lang: str = "en"
) -> Talker:
    """Such a person in the room."""
    _, token = await token_of(store, name, role, room)
    return await Talker.enter(server.ws, name, lang, room, token=token)
