"""The rulings, a port: bans, mutes, rules of rooms, word lists, reports, and what is held."""

from collections.abc import Sequence
from typing import Protocol

from bridge.core.model import Lang, Millis, RoomName, RoomState, Seq, UserId
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


class Rulings(Protocol):
    """Keep what moderators decide, and what waits for them.

    A method that changes something returns after the commit, and writes the audit log in the same
    transaction. Nothing here decides who may: that is `moderator.py`. All raise
    `StoreUnavailable` when the disk refuses.
    """

    async def version(self) -> int:
        """`Ruled.version`; cheap to ask."""

    async def ruled(self, now: Millis) -> Ruled:
        """All that is ruled at `now`."""

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
        """A new sanction; an earlier one of the same kind on the same person in the same place is
        lifted. None when nobody has that id."""

    async def lift(self, sanction: SanctionId, reason: str, by: UserId, now: Millis) -> bool:
        """End a sanction. False when there is none that is active."""

    async def sanction(self, sanction: SanctionId) -> Sanction | None:
        """One of them, active or not."""

    async def sanctions(self, active_at: Millis | None) -> tuple[Sanction, ...]:
        """Those active then, or (None) the newest 1,000 of all; newest first."""

    async def set_rules(self, room: RoomName, rules: Rules, by: UserId, now: Millis) -> bool:
        """How the room may be spoken in. False when there is no such room."""

    async def set_words(
        self, lang: Lang, words: Sequence[ListedWord], by: UserId, now: Millis
    ) -> None:
        """The whole list of a language, in place of the one before."""

    async def report(self, room: RoomName, seq: Seq, by: UserId, reason: str, now: Millis) -> bool:
        """Put a report before the moderators. The same message by the same person is one report,
        the first. False when there is no such message; StoreError when 10,000 wait."""

    async def reports(
        self, is_open: bool, room: RoomName | None, limit: int
    ) -> tuple[Complaint, ...]:
        """Of one room, or of all. Oldest first those that wait, newest first those that do not."""

    async def rooms(self) -> tuple[tuple[RoomState, int], ...]:
        """Every room and how many reports wait there, the one that was made first first."""

    async def complaint(self, report: ReportId) -> Complaint | None:
        """One report."""

    async def resolve(self, report: ReportId, resolution: str, by: UserId, now: Millis) -> bool:
        """Close a report, saying how. False when there is no such open one."""

    async def hold(self, utterance: Utterance, now: Millis) -> bool:
        """Keep it for a moderator; the same request again is the same one, and other words for
        the same message replace those that waited. False: a moderator declined this request
        before. StoreError when 1,000 wait."""

    async def held(self) -> tuple[Held, ...]:
        """What waits, oldest first."""

    async def waiting(self, held: HeldId) -> Held | None:
        """One of those that wait."""

    async def decide(
        self, held: HeldId, release: bool, reason: str, by: UserId, now: Millis
    ) -> bool:
        """It no longer waits, and its words are gone from here. False when it did not wait."""
