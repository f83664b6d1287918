"""How notes are used is counted, written down in one go, and says nothing about who."""

from collections.abc import Mapping

from bridge.core.glossary import Entry
from bridge.core.model import EntryId, Lang, Run, UserId
from bridge.errors import StoreUnavailable
from bridge.notes.counting import Counting
from bridge.ports.usage import Counts, Use, Used

ONE, TWO, UNKNOWN = EntryId("zh/slang/one"), EntryId("zh/slang/two"), EntryId("zh/slang/no")
KNOWN: Mapping[EntryId, Entry] = {
    each: Entry(each, Lang("zh"), "slang", "词") for each in (ONE, TWO)
}
ANN, LIN = UserId("u-ann"), UserId("u-lin")


class Page:
    """Keeps `usage.Usage` as long as it `works`."""

    def __init__(self) -> None:
        self.works = True
        self.written: list[dict[tuple[EntryId, Use], int]] = []

    async def count(self, counts: Counts) -> None:
        if not self.works:
            raise StoreUnavailable("the disk is full")
        self.written.append(dict(counts))

    async def most(self, sort: Use, limit: int) -> tuple[Used, ...]:
        return ()


async def test_a_message_counts_each_of_its_notes_once() -> None:
    page = Page()
    counting = Counting(page, KNOWN.get)
    counting.shown((Run("词", entry=ONE, also=(TWO,)), Run("和"), Run("词", entry=ONE)))
    await counting.write()
    assert page.written == [{(ONE, "shown"): 1, (TWO, "shown"): 1}]


async def test_a_note_helps_each_person_once() -> None:
    page = Page()
    counting = Counting(page, KNOWN.get)
    counting.helped(ANN, ONE)
    counting.helped(ANN, ONE)
    counting.helped(LIN, ONE)
    await counting.write()
    assert page.written == [{(ONE, "helpful"): 2}]


async def test_entries_that_there_are_not_are_not_counted() -> None:
    page = Page()
    counting = Counting(page, KNOWN.get)
    counting.opened(UNKNOWN)
    counting.disputed(UNKNOWN)
    await counting.write()
    assert page.written == []


async def test_what_the_disk_refuses_waits_for_the_next_time() -> None:
    page = Page()
    counting = Counting(page, KNOWN.get)
    counting.opened(ONE)
    page.works = False
    await counting.write()
    page.works = True
    counting.opened(ONE)
    counting.disputed(ONE)
    await counting.write()
    await counting.write()
    assert page.written == [{(ONE, "opened"): 2, (ONE, "wrong"): 1}]
