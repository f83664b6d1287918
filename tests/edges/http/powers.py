"""The table of S7: which status each route gives whom, asked with an empty body."""

from dataclasses import dataclass

Statuses = tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """`method` and `route` as the application has them; `path` is what is asked. The statuses are
    for nobody, a guest, a curator, a moderator of another room, a moderator of `tea`, a moderator
    and an administrator."""

    method: str
    route: str
    path: str
    statuses: Statuses


def everybody(status: int) -> Statuses:
    return (status,) * 7


def signed_in(status: int) -> Statuses:
    return (401, 401, *(status,) * 5)


def curators(status: int) -> Statuses:
    return (401, 401, status, 403, 403, status, status)


def curators_of_tea(status: int) -> Statuses:
    return (401, 401, status, 403, status, status, status)


def moderators(status: int) -> Statuses:
    return (401, 401, 403, 403, 403, status, status)


def moderators_of_tea(status: int) -> Statuses:
    return (401, 401, 403, 403, status, status, status)


def administrators(status: int) -> Statuses:
    return (401, 401, 403, 403, 403, 403, status)


ENTRY = "/api/v1/glossary/entries/{lang}/{kind}/{id}"
NOPE = "/api/v1/glossary/entries/zh/idiom/nope"
PUBLIC = (
    Row("GET", "/", "/", everybody(200)),
    Row("GET", "/curate", "/curate", everybody(200)),
    Row("GET", "/widget.js", "/widget.js", everybody(200)),
    Row("GET", "/ws", "/ws", everybody(400)),
    Row("GET", "/healthz", "/healthz", everybody(200)),
    # Only from the machine itself, and these requests come through a proxy.
    Row("GET", "/readyz", "/readyz", everybody(404)),
    Row("GET", "/metrics", "/metrics", everybody(404)),
    Row("GET", "/languages", "/languages", everybody(200)),
    Row("POST", "/translate", "/translate", everybody(400)),
    Row("POST", "/detect", "/detect", everybody(400)),
    Row("GET", "/api/v1/openapi.json", "/api/v1/openapi.json", everybody(200)),
    Row("GET", "/api/v1/rooms/{room}/messages", "/api/v1/rooms/tea/messages", everybody(200)),
    Row("POST", "/api/v1/annotate", "/api/v1/annotate", everybody(400)),
    Row("POST", "/api/v1/words", "/api/v1/words", everybody(400)),
    Row("GET", "/api/v1/entries", "/api/v1/entries", everybody(200)),
    Row("GET", "/api/v1/entries/{id}", "/api/v1/entries/nope", everybody(404)),
    Row(
        "GET", "/api/v1/entries/{lang}/{kind}/{id}", "/api/v1/entries/zh/idiom/nope", everybody(404)
    ),
)
ACCOUNTS = (
    Row("GET", "/api/v1/session", "/api/v1/session", signed_in(200)),
    Row("POST", "/api/v1/session", "/api/v1/session", everybody(400)),
    Row("DELETE", "/api/v1/session", "/api/v1/session", signed_in(204)),
    Row("POST", "/api/v1/session/link", "/api/v1/session/link", everybody(400)),
    Row("POST", "/api/v1/session/chat", "/api/v1/session/chat", signed_in(200)),
    Row("GET", "/api/v1/accounts", "/api/v1/accounts", administrators(200)),
    Row("POST", "/api/v1/accounts", "/api/v1/accounts", administrators(400)),
    Row("PATCH", "/api/v1/accounts/{id}", "/api/v1/accounts/nobody", administrators(400)),
    Row("DELETE", "/api/v1/accounts/{id}", "/api/v1/accounts/nobody", administrators(404)),
    Row("POST", "/api/v1/accounts/{id}/link", "/api/v1/accounts/nobody/link", administrators(404)),
    Row("GET", "/api/v1/audit", "/api/v1/audit", curators(200)),
)
CURATORS = (
    Row("GET", "/api/v1/proposals", "/api/v1/proposals", curators(200)),
    Row("GET", "/api/v1/proposals/{id}", "/api/v1/proposals/9", curators(404)),
    Row("POST", "/api/v1/proposals/{id}/claim", "/api/v1/proposals/9/claim", curators(404)),
    Row("DELETE", "/api/v1/proposals/{id}/claim", "/api/v1/proposals/9/claim", curators(204)),
    Row("POST", "/api/v1/proposals/{id}/approve", "/api/v1/proposals/9/approve", curators(404)),
    Row("POST", "/api/v1/proposals/{id}/decline", "/api/v1/proposals/9/decline", curators(404)),
    Row("GET", ENTRY, f"{NOPE}", curators(404)),
    Row("PUT", ENTRY, f"{NOPE}", curators(400)),
    Row("DELETE", ENTRY, f"{NOPE}", curators(400)),
    Row("GET", f"{ENTRY}/history", f"{NOPE}/history", curators(404)),
    Row("POST", f"{ENTRY}/rollback", f"{NOPE}/rollback", curators(400)),
    Row("POST", "/api/v1/glossary/rollback", "/api/v1/glossary/rollback", curators(400)),
    Row("POST", "/api/v1/glossary/effect", "/api/v1/glossary/effect", curators(404)),
    Row("POST", "/api/v1/glossary/try", "/api/v1/glossary/try", curators(400)),
    Row("GET", "/api/v1/glossary/unknown", "/api/v1/glossary/unknown", curators(200)),
    Row("GET", "/api/v1/glossary/usage", "/api/v1/glossary/usage", curators(200)),
    Row("GET", "/api/v1/glossary/conflicts", "/api/v1/glossary/conflicts", curators(200)),
    Row("POST", "/api/v1/glossary/import", "/api/v1/glossary/import", curators(200)),
    Row("GET", "/api/v1/glossary/export", "/api/v1/glossary/export?kind=number", curators(200)),
)
ROWS = (
    *PUBLIC,
    *ACCOUNTS,
    *CURATORS,
    Row("GET", "/api/v1/audit", "/api/v1/audit?room=tea", curators_of_tea(200)),
)
