"""What the flow refuses curators, as HTTP says it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiohttp import web

from bridge.core.glossary import Entry
from bridge.core.model import UserId
from bridge.core.revisions import RevisionNumber
from bridge.curation.editing import BadEntry
from bridge.curation.history import NoSuchRevision
from bridge.curation.overtaking import Contested, contested
from bridge.curation.review import NoSuchProposal
from bridge.edges.http.answers import answer
from bridge.edges.http.curators.entry_json import entry_json
from bridge.edges.http.errors import HttpCode, Refused
from bridge.errors import Overloaded
from bridge.ports.desk import Claimed, OwnProposal
from bridge.ports.revisions import Overtaken, Revisions

RETRY_S = 5.0


@contextmanager
def refusing() -> Iterator[None]:
    """Raise Refused in place of what the flow raises."""
    try:
        yield
    except BadEntry as error:
        raise Refused(HttpCode.BAD_ENTRY, str(error), reasons=error.reasons) from None
    except NoSuchProposal as error:
        raise Refused(HttpCode.NO_SUCH_PROPOSAL, str(error)) from None
    except NoSuchRevision as error:
        raise Refused(HttpCode.NO_SUCH_ENTRY, str(error)) from None
    except Claimed as error:
        raise Refused(HttpCode.CLAIMED, str(error)) from None
    except OwnProposal as error:
        raise Refused(HttpCode.NOT_YOUR_OWN, str(error)) from None
    except Overloaded as error:
        raise Refused(HttpCode.UNAVAILABLE, str(error), retry_after=RETRY_S) from None


async def overtaken(
    error: Overtaken, yours: Entry | None, base: RevisionNumber, revisions: Revisions
) -> web.Response:
    """409: what both began with, what each made of it, and both together."""
    history = await revisions.history(error.latest.id)
    return conflict(contested(yours, base, history or (error.latest,)), str(error))


def conflict(view: Contested, message: str) -> web.Response:
    """The three-way view."""
    latest = view.latest
    return answer(
        {
            "error": {"code": HttpCode.CONFLICT.value, "message": message},
            "base": entry_json(view.base),
            "yours": entry_json(view.yours),
            "theirs": entry_json(view.theirs),
            "merged": entry_json(view.merged),
            "fields": view.fields,
            "revision": latest.number,
            "by": person(latest.by, latest.by_name),
        },
        status=409,
    )


def person(by: UserId | None, name: str) -> dict[str, Any] | None:
    """Somebody; null for the command line."""
    return None if by is None else {"id": by, "name": name}
