"""What the curators' page is answered in tests: a queue, entries, reports, a log."""

from typing import Any

Json = dict[str, Any]
NOW = "2026-11-24T03:00:00.000Z"
MEI: Json = {"id": "u-mei", "name": "Mei"}
TOM: Json = {"id": "u-tom", "name": "Tom"}
LING: Json = {"id": "u-ling", "name": "小玲"}
SESSION: Json = {"user": MEI | {"role": "admin", "rooms": {}}, "csrf": "csrf-1"}

TOLD: Json = {
    "gloss": "to ruin something by adding what it does not need",
    "equivalent": "to gild the lily",
    "literal": None,
    "body": "A man drew a snake first.\n\nThen he gave it feet, and lost the wine.",
    "example": None,
}
SNAKE: Json = {
    "id": "zh/idiom/hua-she-tian-zu",
    "lang": "zh",
    "kind": "idiom",
    "term": "画蛇添足",
    "variants": ["画蛇著足"],
    "reading": "huà shé tiān zú",
    "literal": "to draw a snake and add feet",
    "plain": "做多余的事",
    "keep": False,
    "reads": None,
    "tone": "mild criticism",
    "caution": None,
    "sources": ["《战国策》"],
    "hits": ["别画蛇添足了。"],
    "misses": ["他画了一条蛇。"],
    "not_before": [],
    "not_after": [],
    "only_alone": False,
    "literal_ok": 0,
    "gap": 0,
    "separable": False,
    "near": [],
    "not_near": [],
    "for": {"en": TOLD},
}
YYDS: Json = SNAKE | {
    "id": "zh/slang/jue-jue-zi",
    "kind": "slang",
    "term": "绝绝子",
    "variants": [],
    "reading": "jué jué zǐ",
    "literal": None,
    "plain": None,
    "tone": None,
    "sources": [],
    "hits": ["这个蛋糕绝绝子！"],
    "misses": [],
    "for": {"en": TOLD | {"gloss": "the absolute best", "equivalent": None, "body": None}},
}


def card(entry: Json) -> Json:
    """An entry as readers of English see it."""
    plain = {name: value for name, value in entry.items() if name not in ("for", "hits", "misses")}
    return plain | entry["for"]["en"] | {"for": "en", "literal": entry["literal"]}


def said(text: str, term: str = "", entry: str = "") -> Json:
    """A message in the room, with the term marked."""
    before, found, after = text.partition(term) if term else (text, "", "")
    runs = [{"text": before}, {"text": found, "entry": entry}, {"text": after}]
    kept = [run for run in runs if run["text"]]
    return {"room": "tea", "seq": 7, "text": text, "runs": kept, "at": NOW}


EVIDENCE: Json = {
    "text": "这个蛋糕绝绝子！",
    "runs": [{"text": "这个蛋糕绝绝子！"}],
    "lang": "zh",
    "from": LING,
    "translation": {"lang": "en", "runs": [{"text": "This cake is absolutely!"}]},
}
NOTE: Json = {
    "id": 17,
    "kind": "note",
    "stand": "open",
    "room": "tea",
    "seq": 7,
    "by": TOM,
    "made": NOW,
    "claim": None,
    "matter": {
        "lang": "zh",
        "term": "绝绝子",
        "readers": "en",
        "gloss": "the absolute best",
        "body": "Said of food, clothes, anything.",
    },
    "evidence": EVIDENCE,
    "reviewer": None,
    "reason": None,
    "mine": False,
}
LINE: Json = NOTE | {
    "id": 18,
    "kind": "translation",
    "matter": {
        "source_lang": "zh",
        "target_lang": "en",
        "source": "我没懂。",
        "shown": "I do not understand it.",
        "better": "I didn't get it.",
    },
}
WRONG: Json = NOTE | {
    "id": 19,
    "kind": "dispute",
    "claim": {"by": LING, "until": "2099-01-01T00:00:00.000Z"},
    "matter": {"entry": SNAKE["id"], "term": "画蛇添足", "why": "He really drew a snake."},
}
OWN: Json = NOTE | {"id": 20, "by": MEI, "mine": True}
PROPOSALS = [NOTE, LINE, WRONG, OWN]
COUNTS: Json = {"open": 4, "note": 2, "translation": 1, "dispute": 1}
SAME = [{"entry": card(SNAKE), "why": "alike"}]
EFFECT: Json = {
    "messages": 2000,
    "hits": [said("这个蛋糕绝绝子！", "绝绝子", YYDS["id"])],
    "inside": [said("他说的绝绝子孙", "绝绝子", YYDS["id"])],
    "lost": [],
    "translations": [
        {
            "room": "tea",
            "seq": 7,
            "text": "这个蛋糕绝绝子！",
            "lang": "en",
            "before": "This cake is absolutely!",
            "after": "This cake is the absolute best!",
        }
    ],
}


def opened(proposal: Json) -> Json:
    """A proposal as it is opened: what is near, and the entry that would come of it."""
    drafts = {"note": (YYDS, 0), "dispute": (SNAKE | {"misses": ["我画了蛇"]}, 3)}
    draft, base = drafts.get(proposal["kind"], (None, 0))
    return proposal | {"near": SAME, "draft": draft, "base": base}


HISTORY: Json = {
    "revisions": [
        {
            "number": 3,
            "by": LING,
            "made": NOW,
            "why": "shorter",
            "undoes": None,
            "entry": SNAKE,
            "changes": [{"field": "for.en.gloss", "before": "to spoil", "after": "to ruin"}],
        },
        {
            "number": 0,
            "by": None,
            "made": NOW,
            "why": "",
            "undoes": None,
            "entry": SNAKE,
            "changes": [],
        },
    ]
}
IMPORT: Json = {
    "rows": [
        {"row": 2, "id": YYDS["id"], "what": "add", "why": None, "changes": []},
        {
            "row": 3,
            "id": SNAKE["id"],
            "what": "change",
            "why": None,
            "changes": [{"field": "tone", "before": "mild criticism", "after": "teasing"}],
        },
    ],
    "counts": {"add": 1, "change": 1},
    "digest": "d1",
}
UNKNOWN: Json = {
    "word": "尊嘟假嘟",
    "count": 12,
    "people": 3,
    "rooms": 2,
    "usual": 0.001,
    "ratio": 40.25,
    "tag": "l",
    "examples": [said("尊嘟假嘟？我不信。")],
}
REPORT: Json = {
    "id": 4,
    "room": "tea",
    "seq": 9,
    "by": TOM,
    "made": NOW,
    "reason": "He insults people",
    "evidence": {"text": "You are all idiots", "from": LING},
    "stand": "open",
    "resolution": None,
}
SANCTION: Json = {
    "id": 2,
    "act": "mute",
    "user": LING,
    "room": "tea",
    "by": MEI,
    "made": NOW,
    "until": "2099-01-01T00:00:00.000Z",
    "reason": "insults",
}
LOG: Json = {
    "id": 9,
    "made": NOW,
    "by": LING,
    "act": "entry-edit",
    "target": SNAKE["id"],
    "room": None,
    "detail": "shorter",
}
RULES: Json = {"slow_s": 10, "read_only": False, "packs_off": [], "hidden_cautions": ["vulgar"]}
