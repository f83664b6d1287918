"""The installed dictionary, `dictionary.db`: headwords by either script, and who is to be named.

It lies under the curated glossary: it says what words mean, the glossary what people mean by them.
"""

import json
import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import sqlite_utils

from bridge.core.cedict import Headword, Source

log = logging.getLogger(__name__)

FILE = "dictionary.db"
_BATCH = 200
_FIND = (
    "select traditional, simplified, reading, senses from headwords"
    " where simplified in ({0}) or traditional in ({0}) order by id"
)

Found = Mapping[str, tuple[Headword, ...]]


class Dictionary:
    """Looks words up. Safe to ask from any thread, not on the event loop: it reads the disk.

    The file is opened anew each time (0.2 ms), so that whoever asks after an import gets the new
    one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._broken: os.stat_result | None = None

    @property
    def source(self) -> Source | None:
        """Of what is installed; None when nothing is."""
        return self.look_up(())[1]

    def look_up(self, words: Iterable[str]) -> tuple[Found, Source | None]:
        """The headwords of each of the `words` that has any, in the order of the file; none and
        None where no dictionary is installed."""
        wanted = list(dict.fromkeys(words))
        found: dict[str, list[Headword]] = {}
        try:
            with closing(_open(self._path)) as db:
                source = _source(db)
                for start in range(0, len(wanted), _BATCH):
                    for each in _select(db, wanted[start : start + _BATCH]):
                        for form in {each.simplified, each.traditional}:
                            found.setdefault(form, []).append(each)
        except (sqlite3.Error, ValueError, TypeError) as error:
            self._complain(error)
            return {}, None
        return {word: tuple(found[word]) for word in wanted if word in found}, source

    def _complain(self, error: Exception) -> None:
        """Once a file: that there is none is nothing to complain of."""
        try:
            seen = self._path.stat()
        except OSError:
            return
        if self._broken is None or self._broken.st_ino != seen.st_ino:
            cure = "import it again with `bridge glossary import`"
            log.error("%s is no dictionary (%s); %s", self._path, type(error).__name__, cure)
        self._broken = seen


def build(path: Path, headwords: Iterable[Headword]) -> int:
    """Write a new dictionary file, and say how many headwords are in it; `sign` completes it."""
    connection = sqlite3.connect(path)
    # The file counts only once it is whole and in its place, so a journal would help nobody.
    connection.execute("pragma journal_mode = off")
    connection.execute("pragma synchronous = off")
    db = sqlite_utils.Database(connection)
    try:
        table = db.table("headwords")
        table.create(
            {"id": int, "traditional": str, "simplified": str, "reading": str, "senses": str},
            pk="id",
        )
        table.insert_all(_rows(headwords), batch_size=_BATCH)
        table.create_index(["simplified"])
        table.create_index(["traditional"])
        return table.count
    finally:
        db.close()


def sign(path: Path, source: Source) -> None:
    """Say where the headwords come from: without that the file is no dictionary."""
    db = sqlite_utils.Database(sqlite3.connect(path))
    try:
        db.table("source").insert({"id": 1, "told": json.dumps(asdict(source))}, pk="id")
    finally:
        db.close()


def _rows(headwords: Iterable[Headword]) -> Iterator[dict[str, object]]:
    for number, each in enumerate(headwords, 1):
        yield {
            "id": number,
            "traditional": each.traditional,
            "simplified": each.simplified,
            "reading": each.reading,
            "senses": "/".join(each.senses),
        }


def _open(path: Path) -> sqlite3.Connection:
    # Immutable: it is never written to again, so no lock and no journal is looked for.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _source(db: sqlite3.Connection) -> Source:
    row = db.execute("select told from source").fetchone()
    return Source(**json.loads(row[0])) if row else Source("")


def _select(db: sqlite3.Connection, words: list[str]) -> Iterator[Headword]:
    places = ", ".join(f"?{number}" for number in range(1, len(words) + 1))
    for traditional, simplified, reading, senses in db.execute(_FIND.format(places), words):
        yield Headword(traditional, simplified, reading, tuple(senses.split("/")))
