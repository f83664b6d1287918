"""`/api/v1/proposals`: what readers propose, claimed, looked at, decided."""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from aiohttp import web
from msgspec import Meta

from bridge.core.frames import LangField
from bridge.core.langs import canonical
from bridge.core.model import Lang, RoomName, User
from bridge.core.proposals import Choice, Correction, Kind, Proposal, ProposalId, Stand
from bridge.core.revisions import RevisionNumber
from bridge.core.roles import Power
from bridge.core.wire_json import timestamp
from bridge.curation.review import Review
from bridge.edges.http import inputs
from bridge.edges.http.answers import answer
from bridge.edges.http.cards import card
from bridge.edges.http.curators.entry_json import Given, entry_json, entry_of, id_of
from bridge.edges.http.curators.proposal_json import proposal_json, tray_json
from bridge.edges.http.curators.refusals import overtaken, refusing
from bridge.edges.http.errors import HttpCode, Refused
from bridge.edges.http.signed_in import SignedIn
from bridge.errors import StoreError, StoreUnavailable
from bridge.ports.clock import Clock
from bridge.ports.desk import Desk
from bridge.ports.revisions import Overtaken, Revisions

MOST_ID = 2**53
LONGEST_ID = 16
Reason = Annotated[str, Meta(max_length=500)]


class QueueQuery(msgspec.Struct, frozen=True):
    """Which proposals. `before` is the last one seen; the next ones in the same order follow."""

    stand: Stand = Stand.OPEN
    lang: LangField | None = None
    kind: Kind | None = None
    room: Annotated[str, Meta(max_length=128)] | None = None
    claimed: Literal["mine", "free"] | None = None
    sort: Literal["oldest", "newest"] = "oldest"
    limit: Annotated[int, Meta(ge=1, le=100)] = 50
    before: Annotated[int, Meta(ge=1, le=MOST_ID)] | None = None


class Approval(msgspec.Struct, frozen=True):
    """For a note or a dispute `entry`, made on revision `base`; for a translation other words, and
    where it counts. `why` goes into the entry's history."""

    entry: Given | None = None
    base: Annotated[int, Meta(ge=0, le=MOST_ID)] | None = None
    better: Annotated[str, Meta(max_length=2000)] | None = None
    everywhere: bool = False
    why: Reason = ""


class Refusal(msgspec.Struct, frozen=True):
    """Why not; whoever proposed it may be told."""

    reason: Annotated[str, Meta(min_length=1, max_length=500)]


@dataclass(frozen=True, slots=True)
class Queue:
    """For those who curate."""

    signed_in: SignedIn
    desk: Desk
    review: Review
    revisions: Revisions
    clock: Clock

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Where all this is asked for."""
        one = "/api/v1/proposals/{id}"
        return (
            web.get("/api/v1/proposals", self.all),
            web.get(one, self.one),
            web.post(f"{one}/claim", self.claim),
            web.delete(f"{one}/claim", self.release),
            web.post(f"{one}/approve", self.approve),
            web.post(f"{one}/decline", self.decline),
        )

    async def all(self, request: web.Request) -> web.Response:
        """One page of them."""
        curator = await self._curator(request)
        asked = inputs.query(request, QueueQuery)
        tray = await self.desk.tray(_choice(asked, curator), self.clock.now())
        shown = await asyncio.gather(*(self._shown(each, curator) for each in tray.proposals))
        return answer(tray_json(tray, shown))

    async def one(self, request: web.Request) -> web.Response:
        """One of them, with what is near it and a draft that could be approved."""
        curator = await self._curator(request)
        proposal = await self._proposal(request)
        evidence = await self.review.evidence(proposal)
        draft = await self.review.draft(proposal, evidence)
        near = await self.review.near(draft.entry) if draft.entry else ()
        readers = _readers(proposal)
        more = {
            "near": [{"entry": card(each.entry, readers), "why": each.why} for each in near],
            "draft": entry_json(draft.entry),
            "base": draft.base,
        }
        return answer(proposal_json(proposal, evidence, curator.id) | more)

    async def claim(self, request: web.Request) -> web.Response:
        """Mine for 15 minutes, or for another 15."""
        curator = await self._curator(request)
        number = _number(request)
        with refusing():
            claim = await self.desk.claim(number, curator.id, self.clock.now())
        if claim is None:
            raise Refused(HttpCode.NO_SUCH_PROPOSAL, f"no open proposal has the number {number}")
        by = {"id": claim.by, "name": claim.name}
        return answer({"claim": {"by": by, "until": timestamp(claim.until)}})

    async def release(self, request: web.Request) -> web.Response:
        """Not mine any more."""
        curator = await self._curator(request)
        await self.desk.release(_number(request), curator.id)
        return web.Response(status=204, headers={"Cache-Control": "no-store"})

    async def approve(self, request: web.Request) -> web.Response:
        """As it is, or amended."""
        curator = await self._curator(request)
        proposal = await self._proposal(request)
        asked = await inputs.body(request, Approval)
        if isinstance(proposal.matter, Correction):
            return await self._correct(proposal, asked, curator)
        return await self._note(proposal, asked, curator)

    async def decline(self, request: web.Request) -> web.Response:
        """With a reason."""
        curator = await self._curator(request)
        proposal = await self._proposal(request)
        asked = await inputs.body(request, Refusal)
        if not asked.reason.strip():
            raise Refused(HttpCode.BAD_REQUEST, "`reason`: say why, in a few words")
        with refusing():
            await self.review.decline(proposal, asked.reason.strip(), curator.id)
        return web.Response(status=204, headers={"Cache-Control": "no-store"})

    async def _correct(self, proposal: Proposal, asked: Approval, curator: User) -> web.Response:
        better = asked.better.strip() if asked.better else None
        with refusing():
            line = await self.review.approve_correction(
                proposal, better or None, asked.everywhere, curator.id
            )
        shown = {"source": line.source, "target": line.target, "room": line.room}
        return answer({"phrase": {"from": line.source_lang, "to": line.target_lang, **shown}})

    async def _note(self, proposal: Proposal, asked: Approval, curator: User) -> web.Response:
        base = None if asked.base is None else RevisionNumber(asked.base)
        with refusing():
            entry = None if asked.entry is None else entry_of(id_of(asked.entry), asked.entry)
            try:
                made = await self.review.approve_entry(
                    proposal, entry, base, asked.why.strip(), curator.id
                )
            except Overtaken as error:
                return await overtaken(error, entry, base or RevisionNumber(0), self.revisions)
            except StoreUnavailable:
                raise
            except StoreError as error:
                raise Refused(HttpCode.CONFLICT, str(error)) from None
        return answer({"entry": entry_json(made.entry), "revision": made.number})

    async def _shown(self, proposal: Proposal, curator: User) -> dict[str, Any]:
        return proposal_json(proposal, await self.review.evidence(proposal), curator.id)

    async def _proposal(self, request: web.Request) -> Proposal:
        with refusing():
            return await self.review.proposal(_number(request))

    async def _curator(self, request: web.Request) -> User:
        return await self.signed_in.require(request, Power.CURATE)


def _choice(asked: QueueQuery, curator: User) -> Choice:
    return Choice(
        stand=asked.stand,
        kind=asked.kind,
        lang=None if asked.lang is None else canonical(asked.lang),
        room=None if asked.room is None else RoomName(asked.room),
        claimed_by=curator.id if asked.claimed == "mine" else None,
        free=asked.claimed == "free",
        viewer=curator.id,
        newest_first=asked.sort == "newest",
        beyond=None if asked.before is None else ProposalId(asked.before),
        limit=asked.limit,
    )


def _number(request: web.Request) -> ProposalId:
    text = request.match_info["id"]
    if not (text.isascii() and text.isdecimal() and len(text) < LONGEST_ID):
        raise Refused(HttpCode.NO_SUCH_PROPOSAL, "a proposal is a number; look at the queue")
    return ProposalId(int(text))


def _readers(proposal: Proposal) -> Lang:
    """Those whom the note is for."""
    lang = getattr(proposal.matter, "readers", None)
    if lang is not None:
        return Lang(lang)
    about = getattr(proposal.matter, "entry", "")
    return Lang("zh" if about.startswith("en/") else "en")
