"""The sockets of one room: a frame is encoded once and written to all who should see it."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from bridge.core.answers import ServerFrame
from bridge.core.model import At, Lang
from bridge.core.wire import packet
from bridge.ports.reader import Reader

MERGE_S = 0.005
"""A busy room writes at most once in this time to each socket: the system call is what costs.
A frame that comes after a pause goes out at once."""
MOST_HELD = 20_000
"""Packets kept for a reader who is still catching up; past it they are too slow and closed."""
TOO_SLOW = 4408


@dataclass(slots=True)
class Seat:
    """A reader's place. `held` keeps live packets back until they have caught up."""

    reader: Reader
    lang: Lang
    held: list[tuple[At | None, bytes]] | None


class Audience:
    """Who hears the room, grouped by the language that they read."""

    def __init__(self) -> None:
        self._seats: dict[Reader, Seat] = {}
        self._by_lang: dict[Lang, dict[Reader, Seat]] = {}
        self._pending: dict[Lang, list[tuple[At | None, bytes]]] = {}
        self._timer: asyncio.Handle | None = None
        self._written = float("-inf")

    def __len__(self) -> int:
        return len(self._seats)

    def languages(self) -> Iterable[Lang]:
        """Languages that somebody here reads."""
        return tuple(self._by_lang)

    def readers(self) -> Iterable[Reader]:
        """Everybody who hears the room."""
        return tuple(self._seats)

    def add(self, reader: Reader) -> None:
        """Seat a reader; live packets are held until `release`. Sitting down again starts over."""
        self.remove(reader)
        self._seat(Seat(reader, reader.lang, held=[]))

    def release(self, reader: Reader, at: At) -> None:
        """The reader has everything up to `at`: pass on what came later, and go live."""
        seat = self._seats.get(reader)
        if seat is None or seat.held is None:
            return
        # The pending ones are not in `held` yet; they would overtake it at the next write.
        self.write()
        later = b"".join(data for when, data in seat.held if when is None or when > at)
        seat.held = None
        if later:
            reader.deliver(later)

    def move(self, reader: Reader) -> None:
        """The reader reads another language from now on."""
        seat = self._seats.get(reader)
        if seat is not None:
            self.write()
            self.remove(reader)
            self._seat(Seat(reader, reader.lang, seat.held))

    def remove(self, reader: Reader) -> None:
        """The reader is gone. Removing one who is not here does nothing."""
        seat = self._seats.pop(reader, None)
        if seat is None:
            return
        group = self._by_lang[seat.lang]
        del group[reader]
        if not group:
            del self._by_lang[seat.lang]

    def tell(self, frame: ServerFrame, at: At | None = None, lang: Lang | None = None) -> None:
        """Send `frame` to everybody, or to those who read `lang`."""
        if not self._seats or (lang is not None and lang not in self._by_lang):
            return
        entry = (at, packet(frame))
        for each in self._by_lang if lang is None else (lang,):
            self._pending.setdefault(each, []).append(entry)
        if self._timer is None:
            loop = asyncio.get_running_loop()
            wait = self._written + MERGE_S - loop.time()
            self._timer = (
                loop.call_later(wait, self.write) if wait > 0 else loop.call_soon(self.write)
            )

    def write(self) -> None:
        """Write everything that is pending."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._pending:
            return
        pending, self._pending = self._pending, {}
        for lang, entries in pending.items():
            together = b"".join(data for _, data in entries)
            for seat in tuple(self._by_lang.get(lang, {}).values()):
                if seat.held is None:
                    seat.reader.deliver(together)
                elif len(seat.held) > MOST_HELD:
                    # A hole in what they see would be worse than coming back later.
                    seat.reader.close(TOO_SLOW, "the room moved on while you caught up; join again")
                else:
                    seat.held.extend(entries)
        self._written = asyncio.get_running_loop().time()

    def _seat(self, seat: Seat) -> None:
        self._seats[seat.reader] = seat
        self._by_lang.setdefault(seat.lang, {})[seat.reader] = seat
