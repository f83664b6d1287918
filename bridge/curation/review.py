"""What curators do with a proposal: look at it, approve it (as it is or amended), decline it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bridge.core.fold import Folding
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Message, Translation, UserId
from bridge.core.phrases import Phrase
from bridge.core.proposals import Correction, Dispute, Note, Proposal, ProposalId, Stand
from bridge.core.revisions import SHIPPED, Revision, RevisionNumber
from bridge.curation.drafts import Read, from_dispute, from_note
from bridge.curation.editing import BadEntry, Edit, Editor
from bridge.curation.known import Known
from bridge.curation.nearby import Near, nearby
from bridge.curation.shelf import Shelf
from bridge.errors import BridgeError
from bridge.ports.clock import Clock
from bridge.ports.desk import Desk
from bridge.ports.store import Store

Corrected = Callable[[Message, Lang], Awaitable[None]]
"""A line was approved that came from this message: its translation is to be made anew."""


class NoSuchProposal(BridgeError):
    """There is none with this number, or it is decided, or its message is gone."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The message that a proposal is about, and the translation that its readers saw."""

    message: Message
    translation: Translation | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be stored if somebody approved it unread; `base` is the entry's revision now."""

    entry: Entry | None
    base: RevisionNumber = SHIPPED


class Review:
    """One proposal at a time."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        shelf: Shelf,
        known: Known,
        editor: Editor,
        read: Read,
        corrected: Corrected,
        clock: Clock,
    ) -> None:
        self._desk = desk
        self._store = store
        self._shelf = shelf
        self._known = known
        self._editor = editor
        self._read = read
        self._corrected = corrected
        self._clock = clock

    async def proposal(self, number: ProposalId) -> Proposal:
        """One, whatever became of it. Raises NoSuchProposal."""
        found = await self._desk.proposal(number, self._clock.now())
        if found is None:
            raise NoSuchProposal(f"there is no proposal {number}, or its message was taken back")
        return found

    async def evidence(self, proposal: Proposal) -> Evidence | None:
        """None when the message is gone."""
        message = await self._store.message(proposal.room, proposal.seq)
        if message is None or message.deleted:
            return None
        match proposal.matter:
            case Correction(target_lang=readers) | Note(readers=readers):
                shown = await self._store.translation(proposal.room, proposal.seq, readers)
            case Dispute():
                shown = None
        return Evidence(message, shown)

    async def draft(self, proposal: Proposal, evidence: Evidence | None) -> Draft:
        """Ready to approve, but for what only people know."""
        message = evidence.message if evidence else None
        match proposal.matter:
            case Correction():
                return Draft(None)
            case Note() as note:
                taken = {entry.id for entry in self._shelf.matchers.entries()}
                entry = await asyncio.to_thread(from_note, note, message, self._read, taken)
                return Draft(entry, (await self._known.entry(entry.id)).revision)
            case Dispute() as dispute:
                known = await self._known.entry(dispute.entry)
                if known.entry is None:
                    return Draft(None, known.revision)
                return Draft(from_dispute(dispute, known.entry, message), known.revision)

    async def near(self, entry: Entry) -> tuple[Near, ...]:
        """Entries much like this one."""
        state = self._shelf.matchers
        folding = Folding(state.simplify)
        return await asyncio.to_thread(nearby, entry, state.entries(), folding, entry.id)

    async def approve_entry(
        self,
        proposal: Proposal,
        entry: Entry | None,
        base: RevisionNumber | None,
        why: str,
        by: UserId,
    ) -> Revision:
        """Approve a note or a dispute with `entry`, or as it was drafted. Raises BadEntry,
        Overtaken, Claimed, OwnProposal, NoSuchProposal."""
        self._check_open(proposal)
        if entry is None or base is None:
            drafted = await self.draft(proposal, await self.evidence(proposal))
            entry = entry or drafted.entry
            if entry is None:
                raise BadEntry(["the entry is gone from the glossary: decline, or make a new one"])
            base = await self._base(entry.id) if base is None else base
        edit = Edit(entry.id, entry, base, why or f"proposal {proposal.id}")
        return await self._editor.edit(edit, by, proposal.id)

    async def approve_correction(
        self, proposal: Proposal, better: str | None, everywhere: bool, by: UserId
    ) -> Phrase:
        """Make it a line of the phrasebook; the message that it came from is translated anew.
        Raises Claimed, OwnProposal, NoSuchProposal."""
        now = self._clock.now()
        line = await self._desk.approve(proposal.id, by, better, everywhere, now)
        if line is None:
            raise _decided(proposal)
        message = await self._store.message(proposal.room, proposal.seq)
        if message is not None and not message.deleted:
            await self._corrected(message, line.target_lang)
        return line

    async def decline(self, proposal: Proposal, reason: str, by: UserId) -> None:
        """Say no, and why. Raises Claimed, OwnProposal, NoSuchProposal."""
        if not await self._desk.decline(proposal.id, by, reason, self._clock.now()):
            raise _decided(proposal)

    async def _base(self, entry_id: EntryId) -> RevisionNumber:
        return (await self._known.entry(entry_id)).revision

    def _check_open(self, proposal: Proposal) -> None:
        if proposal.stand is not Stand.OPEN:
            raise _decided(proposal)


def _decided(proposal: Proposal) -> NoSuchProposal:
    return NoSuchProposal(f"proposal {proposal.id} is decided already; look at the queue again")
