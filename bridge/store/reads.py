"""What can be asked of a room; each function runs inside one read transaction."""

import json
from collections import defaultdict
from collections.abc import Sequence
from sqlite3 import Row

from sqlite_utils import Database

from bridge.core.model import (
    At,
    Changes,
    Lang,
    Message,
    Page,
    Receipt,
    Rendering,
    RoomName,
    RoomState,
    Seq,
    Translation,
    UserId,
)
from bridge.store.rows import message_of, reactions_of, rendering_of, room_of, translation_of


def room(db: Database, name: RoomName) -> RoomState | None:
    """The room, if there is one."""
    row = db.execute("SELECT * FROM rooms WHERE name = ?", (name,)).fetchone()
    return None if row is None else room_of(row)


def message(db: Database, room: RoomName, seq: Seq) -> Message | None:
    """One message as it is now."""
    rows = db.execute(
        "SELECT * FROM message_states WHERE room = ? AND seq = ?", (room, seq)
    ).fetchall()
    return next(iter(_messages(db, room, rows)), None)


def translation(db: Database, room: RoomName, seq: Seq, lang: Lang) -> Translation | None:
    """The translation of the present revision: an edit drops the others."""
    row = db.execute(
        "SELECT * FROM translation_states WHERE room = ? AND seq = ? AND lang = ?",
        (room, seq, lang),
    ).fetchone()
    return None if row is None else translation_of(row)


def recall(db: Database, memo: str) -> Rendering | None:
    """A translation that was made of the same."""
    row = db.execute("SELECT * FROM translation_states WHERE memo = ? LIMIT 1", (memo,)).fetchone()
    return None if row is None else rendering_of(row)


def receipt(db: Database, user: UserId, request: str) -> Receipt | None:
    """What became of this user's request."""
    row = db.execute(
        "SELECT room, seq, at, sent FROM receipts WHERE user = ? AND request = ?", (user, request)
    ).fetchone()
    return None if row is None else Receipt(row["room"], row["seq"], row["at"], row["sent"])


def history(
    db: Database, name: RoomName, before: Seq | None, limit: int, lang: Lang
) -> Page | None:
    """The `limit` messages before `before`, or the newest."""
    state = room(db, name)
    if state is None:
        return None
    end = state.seq + 1 if before is None else before
    rows = db.execute(
        "SELECT * FROM message_states WHERE room = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
        (name, end, limit + 1),
    ).fetchall()
    messages = _messages(db, name, rows[limit - 1 :: -1] if limit else [])
    return Page(messages, _translations(db, name, messages, lang), len(rows) > limit)


def changes(
    db: Database,
    name: RoomName,
    after: At | None,
    epoch: str | None,
    lang: Lang,
    most: int,
    newest: int,
) -> Changes | None:
    """What came after `after`, or the newest messages when that cannot be told in full."""
    state = room(db, name)
    if state is None:
        return None
    if (
        after is None
        or epoch != state.epoch
        or not 0 <= after <= state.at
        or _has_more(db, name, after, lang, most)
    ):
        page = history(db, name, None, newest, lang)
        assert page is not None  # the room is there, and this is one snapshot
        return Changes(state, False, page.messages, page.translations)
    rows = db.execute(
        "SELECT * FROM message_states WHERE room = ? AND at > ? ORDER BY seq", (name, after)
    ).fetchall()
    messages = _messages(db, name, rows)
    return Changes(state, True, messages, _translations(db, name, messages, lang, after))


def _has_more(db: Database, name: RoomName, after: At, lang: Lang, most: int) -> bool:
    """Whether more than `most` messages and translations changed. Stops counting there."""
    (count,) = db.execute(
        """
        SELECT count(*) FROM (
            SELECT 1 FROM messages WHERE room = :room AND at > :after
            UNION ALL
            SELECT 1 FROM translations WHERE room = :room AND lang = :lang AND at > :after
            LIMIT :most + 1
        )
        """,
        {"room": name, "after": after, "lang": lang, "most": most},
    ).fetchone()
    return bool(count > most)


def _messages(db: Database, room: RoomName, rows: Sequence[Row]) -> tuple[Message, ...]:
    """The rows' messages, with their reactions, which one statement fetches for all of them."""
    bodies: defaultdict[int, list[bytes]] = defaultdict(list)
    found = db.execute(
        """
        SELECT reactions.seq, ink.body FROM reactions JOIN ink ON ink.id = reactions.words
        WHERE reactions.room = ? AND reactions.seq IN (SELECT value FROM json_each(?))
        ORDER BY reactions.words
        """,
        (room, json.dumps([row["seq"] for row in rows])),
    )
    for seq, body in found:
        bodies[seq].append(body)
    return tuple(message_of(row, reactions_of(bodies[row["seq"]])) for row in rows)


def _translations(
    db: Database,
    room: RoomName,
    messages: Sequence[Message],
    lang: Lang,
    after: At | None = None,
) -> tuple[Translation, ...]:
    """Translations into `lang` that belong to `messages`, or (with `after`) were added since."""
    found = db.execute(
        """
        SELECT * FROM translation_states
        WHERE room = :room AND lang = :lang AND seq IN (SELECT value FROM json_each(:seqs))
        UNION
        SELECT * FROM translation_states WHERE room = :room AND lang = :lang AND at > :after
        ORDER BY seq
        """,
        {
            "room": room,
            "lang": lang,
            "seqs": json.dumps([each.seq for each in messages]),
            "after": after,
        },
    )
    return tuple(translation_of(row) for row in found)
