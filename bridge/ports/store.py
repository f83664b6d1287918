"""How rooms, messages and people are remembered."""

from typing import Protocol

from bridge.core.model import (
    At,
    Changes,
    Draft,
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
