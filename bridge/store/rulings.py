"""Keeps the `Rulings` port in the rooms' SQLite file."""

from collections.abc import Sequence

from bridge.core.model import Lang, Millis, RoomName, RoomState, Seq, User, UserId
from bridge.core.moderation import (
    Complaint,
    Held,
    HeldId,
    Penalty,
    ReportId,
    Ruled,
    Rules,
    Sanction,
    SanctionId,
    Utterance,
)
from bridge.core.wordlist import ListedWord
from bridge.store import complaints, holding, sanctions
from bridge.store.readers import Readers
from bridge.store.writer import Writer


class SqliteRulings:
    """A `rulings.Rulings` on the store's own connections; closed with the store."""

    def __init__(self, writer: Writer, readers: Readers) -> None:
        self._writer = writer
        self._readers = readers

    async def version(self) -> int:
        """See `rulings.Rulings`, here and below."""
        return await self._readers.run(sanctions.version)

    async def ruled(self, now: Millis) -> Ruled:
        return await self._readers.run(lambda db: sanctions.ruled(db, now))

    async def punish(
        self,
        penalty: Penalty,
        user: UserId,
        room: RoomName | None,
        until: Millis | None,
        addresses: Sequence[str],
        reason: str,
        by: UserId,
        now: Millis,
    ) -> Sanction | None:
        wanted = Sanction(
            SanctionId(0),
            penalty,
            User(user, user),
            room,
            until,
            reason,
            User(by, by),
            now,
            tuple(addresses),
        )
        return await self._writer.run(lambda db: sanctions.punish(db, wanted))

    async def lift(self, sanction: SanctionId, reason: str, by: UserId, now: Millis) -> bool:
        return await self._writer.run(lambda db: sanctions.lift(db, sanction, reason, by, now))

    async def sanction(self, sanction: SanctionId) -> Sanction | None:
        return await self._readers.run(lambda db: sanctions.one(db, sanction))

    async def sanctions(self, active_at: Millis | None) -> tuple[Sanction, ...]:
        return await self._readers.run(lambda db: sanctions.sanctions(db, active_at))

    async def set_rules(self, room: RoomName, rules: Rules, by: UserId, now: Millis) -> bool:
        return await self._writer.run(lambda db: sanctions.set_rules(db, room, rules, by, now))

    async def set_words(
        self, lang: Lang, words: Sequence[ListedWord], by: UserId, now: Millis
    ) -> None:
        await self._writer.run(lambda db: sanctions.set_words(db, lang, words, by, now))

    async def report(self, room: RoomName, seq: Seq, by: UserId, reason: str, now: Millis) -> bool:
        return await self._writer.run(lambda db: complaints.add(db, room, seq, by, reason, now))

    async def reports(
        self, is_open: bool, room: RoomName | None, limit: int
    ) -> tuple[Complaint, ...]:
        return await self._readers.run(lambda db: complaints.standing(db, is_open, room, limit))

    async def rooms(self) -> tuple[tuple[RoomState, int], ...]:
        return await self._readers.run(complaints.rooms)

    async def complaint(self, report: ReportId) -> Complaint | None:
        return await self._readers.run(lambda db: complaints.one(db, report))

    async def resolve(self, report: ReportId, resolution: str, by: UserId, now: Millis) -> bool:
        return await self._writer.run(
            lambda db: complaints.resolve(db, report, resolution, by, now)
        )

    async def hold(self, utterance: Utterance, now: Millis) -> bool:
        return await self._writer.run(lambda db: holding.hold(db, utterance, now), scrubs=True)

    async def held(self) -> tuple[Held, ...]:
        return await self._readers.run(holding.waiting)

    async def waiting(self, held: HeldId) -> Held | None:
        return await self._readers.run(lambda db: holding.one(db, held))

    async def decide(
        self, held: HeldId, release: bool, reason: str, by: UserId, now: Millis
    ) -> bool:
        return await self._writer.run(
            lambda db: holding.decide(db, held, release, reason, by, now), scrubs=True
        )
