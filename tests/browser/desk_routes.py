"""Which address of the curators' API answers what, in tests."""

from typing import Any

from tests.browser.desk_answers import (
    COUNTS,
    EFFECT,
    HISTORY,
    IMPORT,
    LING,
    LOG,
    MEI,
    NOW,
    PROPOSALS,
    REPORT,
    RULES,
    SANCTION,
    SESSION,
    SNAKE,
    UNKNOWN,
    YYDS,
    card,
    opened,
    said,
)

ENTRY = "/glossary/entries/[^/]+/[^/]+/[^/]+"
ANSWERS: dict[str, Any] = {
    "GET /session": SESSION,
    "POST /session": SESSION,
    "POST /session/link": SESSION,
    "DELETE /session": None,
    "GET /proposals": {"proposals": PROPOSALS, "counts": COUNTS, "more": False},
    **{f"GET /proposals/{each['id']}": opened(each) for each in PROPOSALS},
    "(POST|DELETE) /proposals/[0-9]+/(claim|approve|decline)": {},
    "GET /entries": {"entries": [card(SNAKE), card(YYDS)]},
    f"GET {ENTRY}": {"entry": SNAKE, "revision": 3, "shipped": True, "changed": True},
    f"PUT {ENTRY}": lambda asked: {"entry": asked["body"]["entry"], "revision": 4},
    f"DELETE {ENTRY}": {},
    f"GET {ENTRY}/history": HISTORY,
    f"POST {ENTRY}/rollback": {"entry": SNAKE, "revision": 5},
    "POST /glossary/effect": EFFECT,
    "POST /glossary/try": lambda asked: {
        "lang": "zh",
        "runs": said(asked["body"]["text"], asked["body"]["entry"]["term"], SNAKE["id"])["runs"],
        "entries": [],
    },
    "POST /glossary/rollback": {"undone": [{"id": SNAKE["id"], "from": 3, "to": 0}], "left": []},
    "GET /glossary/unknown": {"words": [UNKNOWN]},
    "GET /glossary/usage": {
        "entries": [{"entry": card(SNAKE), "shown": 120, "opened": 30, "helpful": 12, "wrong": 1}]
    },
    "GET /glossary/conflicts": {
        "conflicts": [
            {
                "id": SNAKE["id"],
                "base": SNAKE,
                "ours": SNAKE | {"tone": "teasing"},
                "theirs": SNAKE | {"tone": "critical"},
                "merged": SNAKE | {"tone": "teasing"},
                "fields": ["tone"],
            }
        ]
    },
    "POST /glossary/import": IMPORT,
    "GET /rooms": {"rooms": [{"room": "tea"}, {"room": "lobby"}]},
    "(GET|PUT) /rooms/[^/]+/rules": RULES,
    "GET /reports": {"reports": [REPORT, REPORT | {"id": 5}]},
    "POST /reports/[0-9]+/resolve": {},
    "GET /sanctions": {"sanctions": [SANCTION]},
    "POST /sanctions": {},
    "DELETE /sanctions/[0-9]+": None,
    "GET /wordlists/[a-z]+": {"words": [{"text": "笨蛋", "act": "mask"}]},
    "PUT /wordlists/[a-z]+": {},
    "GET /held": {
        "held": [
            {
                "id": 1,
                "room": "tea",
                "from": LING,
                "text": "笨蛋们好",
                "lang": "zh",
                "made": NOW,
                "why": "笨蛋",
            }
        ]
    },
    "POST /held/[0-9]+": {},
    "GET /accounts": {
        "accounts": [
            MEI | {"role": "admin", "rooms": {}},
            LING | {"role": "curator", "rooms": {"tea": "moderator"}},
        ]
    },
    "POST /accounts": {"link": "/curate#welcome=abc"},
    "(PATCH|DELETE) /accounts/.+": {},
    "GET /audit": {"lines": [LOG], "more": False},
}
