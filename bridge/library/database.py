"""The glossary database: built from the files, searched by anything people type."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import msgspec
import sqlite_utils

from bridge.core.fold import fold
from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang

_NOT_LETTERS = str.maketrans("", "", " '-·")


class GlossaryDatabase:
    """One SQLite file with an `entries` table. Not for the event loop: it reads the disk."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Opened in one thread, used in another, never in two at once.
        self._db = sqlite_utils.Database(sqlite3.connect(path, check_same_thread=False))
        self._db.table("meta").create({"key": str, "value": str}, pk="key", if_not_exists=True)
        self._db.table("entries").create(
            {"id": str, "lang": str, "kind": str, "term": str, "look_up": str, "body": str},
            pk="id",
            if_not_exists=True,
        )

    @property
    def revision(self) -> str:
        """The revision of the files it was built from; empty when it is new."""
        row = self._db.execute("select value from meta where key = 'revision'").fetchone()
        return str(row[0]) if row else ""

    def build(self, entries: Iterable[Entry], revision: str) -> None:
        """Replace everything, at once or not at all."""
        rows = [_row(entry) for entry in entries]
        with self._db.conn:
            self._db.table("entries").delete_where()
            self._db.table("entries").insert_all(rows)
            self._db.table("meta").upsert({"key": "revision", "value": revision}, pk="key")

    def change(self, there: Iterable[Entry], gone: Iterable[EntryId], revision: str) -> None:
        """Put in or replace some entries and take out others, at once or not at all."""
        rows = [_row(entry) for entry in there]
        with self._db.conn:
            self._db.table("entries").upsert_all(rows, pk="id")
            self._db.conn.executemany(
                "delete from entries where id = ?", [(each,) for each in gone]
            )
            self._db.table("meta").upsert({"key": "revision", "value": revision}, pk="key")

    def entries(self) -> list[Entry]:
        """All entries, by id."""
        rows = self._db.execute("select body from entries order by id").fetchall()
        return [_entry(row[0]) for row in rows]

    def search(self, query: str, lang: Lang | None, kind: str | None, limit: int) -> list[Entry]:
        """Entries that hold every word of `query`; the closest terms first. Any text is valid."""
        folded = _look_up(query)
        clauses = ["(:lang is null or lang = :lang)", "(:kind is null or kind = :kind)"]
        values: dict[str, object] = {"lang": lang, "kind": kind, "whole": folded, "limit": limit}
        for number, word in enumerate(folded.split()[:8]):
            clauses.append(f"instr(look_up, :word{number}) > 0")
            values[f"word{number}"] = word
        # The clauses are ours, the words are bound.
        sql = (
            "select body from entries where "  # noqa: S608
            + " and ".join(clauses)
            + " order by instr(look_up, :whole) <> 1, length(term), id limit :limit"
        )
        return [_entry(row[0]) for row in self._db.execute(sql, values).fetchall()]

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _row(entry: Entry) -> dict[str, str]:
    told = [part for _, each in entry.explained for part in (each.gloss, each.equivalent or "")]
    reading = entry.reading or ""
    words = [*entry.spellings, reading, reading.translate(_NOT_LETTERS), entry.literal or "", *told]
    return {
        "id": entry.id,
        "lang": entry.lang,
        "kind": entry.kind,
        "term": entry.term,
        "look_up": _look_up(" ".join(words)),
        "body": msgspec.json.encode(entry).decode(),
    }


def _entry(body: str) -> Entry:
    return msgspec.json.decode(body, type=Entry)


def _look_up(text: str) -> str:
    """Folded, and pinyin without its tones: people type `pofang` for `pòfáng`."""
    return "".join(_toneless(char) for char in fold(text.replace("\0", " "), {}).text)


def _toneless(char: str) -> str:
    return _TONELESS.get(char, char)


_TONELESS = {
    toned: plain
    for plain, row in {
        "a": "āáǎà",
        "e": "ēéěè",
        "i": "īíǐì",
        "o": "ōóǒò",
        "u": "ūúǔùǖǘǚǜü",
    }.items()
    for toned in row
}
