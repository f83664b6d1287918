"""The ports: what the flow needs from the world, each with its promise."""

from collections.abc import Callable, Sequence
from typing import Protocol

from bridge.core.events import Event
from bridge.core.glossary import Entry
from bridge.core.jobs import Job, Output, Pair, Passage
from bridge.core.model import (
    At,
    Changes,
    Draft,
    EntryId,
    Lang,
    Message,
    Millis,
    Page,
    Receipt,
    Rendering,
    RoomName,
    RoomState,
    Runs,
    Seq,
    Translation,
    User,
    UserId,
)


class Clock(Protocol):
    """Time, so that tests can hold it still."""

    def now(self) -> Millis:
        """Wall-clock time, for what people see. May jump; never used for order or limits."""

    def monotonic(self) -> float:
        """Seconds that only grow, for limits and deadlines."""


class Reader(Protocol):
    """One socket as a room sees it; the language they read now, the address of their household."""

    @property
    def user(self) -> User: ...
    @property
    def lang(self) -> Lang: ...
    @property
    def address(self) -> str: ...

    def deliver(self, packets: bytes) -> None:
        """Put whole, encoded frames (`core.wire.packet`) on the wire. Never blocks, never raises: a
        reader too far behind is closed instead, and comes back by `join`."""

    def close(self, code: int, reason: str) -> None:
        """End the connection with a close code of the protocol. May be called twice."""


class Subscription(Protocol):
    """A running subscription to one room."""

    def cancel(self) -> None:
        """No event is delivered after this returns. May be called twice."""


class Bus(Protocol):
    """Carry events to every node, this one included, in order per room.

    Events of one room reach every subscriber in the order in which `publish` was called.
    Delivery is at most once: a lost event is found again through `Store.changes`.
    A subscriber that raises is logged and does not keep others from the event.
    """

    async def publish(self, room: RoomName, event: Event) -> None:
        """Hand `event` over. Returns before subscribers have necessarily seen it."""

    async def subscribe(self, room: RoomName, deliver: Callable[[Event], None]) -> Subscription:
        """Call `deliver` for each event published from now on; it must not block."""

    async def close(self) -> None:
        """Stop; subscriptions fall silent."""


class Store(Protocol):
    """Remember rooms, messages and people.

    A method that changes something returns after the change is committed to disk (it survives
    kill -9), and callers that wait on the same room resume in the order of `at`. All raise
    `StoreUnavailable` when the disk refuses; then nothing was changed.
    Nothing here decides who may do what: that is `room.py`. Times are given by the caller; `sent`
    never runs backwards within a room (the store keeps the maximum).
    """

    async def open_room(self, name: RoomName, now: Millis, create: bool) -> RoomState | None:
        """The room's state, made first if `create`; None when it does not exist."""

    async def append(self, room: RoomName, draft: Draft, now: Millis) -> tuple[Message, bool]:
        """Store a message. False: `(author, client_id)` was stored before, and that one is returned
        with its first `at` and `sent`. Raises StoreError when the room was never made."""

    async def receipt(self, user: UserId, client_id: str) -> Receipt | None:
        """What became of this user's earlier request."""

    async def edit(
        self, room: RoomName, seq: Seq, lang: Lang, runs: Runs, now: Millis, request: str
    ) -> Message | None:
        """Replace the words, raise `rev`, drop the translations, write the author's receipt. None
        when there is no such message, or it is deleted."""

    async def delete(
        self, room: RoomName, seq: Seq, by: UserId, now: Millis, request: str, reason: str = ""
    ) -> Message | None:
        """Leave a tombstone without words, and a line in the log where `by` is not the author's."""

    async def react(
        self,
        room: RoomName,
        seq: Seq,
        user: UserId,
        emoji: str,
        on: bool,
        now: Millis,
        request: str,
    ) -> Message | None:
        """Put on or take off a reaction. Doing it twice is the same as once (no new `at`).
        None when there is no such message, or it is deleted."""

    async def add_translation(
        self,
        room: RoomName,
        seq: Seq,
        rev: int,
        lang: Lang,
        rendering: Rendering,
        memo: str | None = None,
    ) -> Translation | None:
        """Store (or replace) the translation of this very revision. None when the message was
        edited or deleted meanwhile. `memo` names what went into it, for `recall`."""

    async def recall(self, memo: str) -> Rendering | None:
        """A stored rendering that was made of the same."""

    async def relabel(self, room: RoomName, seq: Seq, lang: Lang, runs: Runs) -> Message | None:
        """It is in `lang`: raise `rev`, drop translations; unchanged if it was. None as above."""

    async def message(self, room: RoomName, seq: Seq) -> Message | None:
        """One message, as it is now."""

    async def translation(self, room: RoomName, seq: Seq, lang: Lang) -> Translation | None:
        """The stored translation of the message's present revision."""

    async def changes(
        self,
        room: RoomName,
        after: At | None,
        epoch: str | None,
        lang: Lang,
        most: int,
        newest: int,
    ) -> Changes | None:
        """Messages changed since `after`, and translations into `lang` of them or added since.
        Not recovered (`after` or `epoch` unknown, or more than `most` changes): the newest
        `newest` messages. One consistent snapshot. None: no such room."""

    async def history(
        self, room: RoomName, before: Seq | None, limit: int, lang: Lang
    ) -> Page | None:
        """The `limit` messages just before `before` (or the newest), with translations into
        `lang`, in `seq` order. None: no such room."""

    async def read_up_to(self, room: RoomName, user: UserId, seq: Seq) -> None:
        """Remember a read position; it only moves forward, and not past the newest message."""

    async def read_position(self, room: RoomName, user: UserId) -> Seq:
        """Up to where this user has read; 0 when never."""

    async def add_user(self, user: User, token_hash: str, now: Millis) -> None:
        """Remember somebody new. `token_hash` is the SHA-256, in hex, of the secret token."""

    async def user_by_token(self, token_hash: str, now: Millis) -> User | None:
        """Who holds the token, if it has not ended."""

    async def rename_user(self, user: UserId, name: str) -> None:
        """From now on."""

    async def writable(self) -> bool:
        """Whether a write would succeed now (for `/readyz`)."""

    async def close(self) -> None:
        """Commit what is queued, then close. Later calls raise `StoreUnavailable`."""


class Library(Protocol):
    """The glossary as the server uses it: matching, cards, search. All in memory or off-loop."""

    def annotate(
        self, runs: Runs, lang: Lang, allows: Callable[[EntryId], bool] | None = None
    ) -> Runs:
        """Split plain runs where terms occur; runs with a kind are left alone. Pure and fast; the
        text is unchanged. Entries that `allows` refuses are as if they were not there."""

    def entry(self, entry_id: EntryId) -> Entry | None:
        """One entry."""

    async def search(
        self, query: str, lang: Lang | None, kind: str | None, limit: int
    ) -> Sequence[Entry]:
        """Entries whose term, variants, reading or glosses match; any text is a valid query."""


class Renderer(Protocol):
    """Bring whole messages to readers of another language. Never raises for want of an engine:
    the rendering says `failed`, and why."""

    def covers(self, passage: Passage) -> bool:
        """Whether there is anything in the passage that can be, and need be, translated."""

    async def render(self, passage: Passage) -> Rendering:
        """The passage in its target language."""


class Engine(Protocol):
    """Translate batches of single sentences in a worker thread. Thread-safe. Raises
    `EngineFailed` when it breaks."""

    def pairs(self) -> frozenset[Pair]:
        """Pairs served now by one package."""

    def version(self, pair: Pair) -> str:
        """Name and version of what serves the pair now; empty when nothing does."""

    def translate(self, pair: Pair, sentences: Sequence[str], careful: bool) -> Sequence[Output]:
        """One output per sentence, in order; with the next best hypotheses when `careful`."""


class Translator(Protocol):
    """Translate one sentence at a time, whatever happens behind it (batches, pivots). Raises only
    `TranslationError`s, before the job's deadline plus one batch at the latest. An identical job
    in flight is shared, not done twice."""

    def pairs(self) -> frozenset[Pair]:
        """Pairs it can serve now, chains through a third language included."""

    def version(self, pair: Pair) -> str:
        """Names and versions of what serves the pair now, chains included; empty: nothing does."""

    async def translate(self, job: Job) -> Output:
        """The sentence in the target language."""

    async def close(self) -> None:
        """Refuse new jobs and end the workers."""
