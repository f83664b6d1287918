"""Names everything that a rendering is made of, so that the same need not be made twice."""

import hashlib
import json
from collections.abc import Callable, Iterator

from bridge.core.crossing.lines import lines
from bridge.core.glossary import Entry
from bridge.core.jobs import Passage
from bridge.core.langs import spoken
from bridge.core.model import EntryId, Lang, Run, plain
from bridge.core.phrases import Phrasebook
from bridge.core.stretches import stretches


def memo_of(
    passage: Passage,
    version: str,
    book: Phrasebook,
    entry: Callable[[EntryId], Entry | None],
    is_word: Callable[[str], bool],
) -> str:
    """A hash in hex. `version` names the packages that serve the pair.

    Of the glossary, the phrasebook and the people of the room, only what stands in the passage
    counts: a new entry changes no name but those of the passages that it stands in. Who waits for
    it makes no difference.
    """
    text = plain(passage.runs)
    made_of = (
        *(passage.source, passage.target, version),
        [_run(run, entry, passage.target) for run in passage.runs],
        list(_phrases(passage, book)),
        sorted((name, is_word(name)) for name in passage.names if name in text),
    )
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()


def _run(run: Run, entry: Callable[[EntryId], Entry | None], target: Lang) -> list[object]:
    """The run, and all that a renderer may take from its entry."""
    found = entry(run.entry) if run.entry else None
    words: list[object] = [run.text, run.kind, run.doubtful]
    if found is None:
        return words
    told = [found.explanation(each) for each in dict.fromkeys((target, spoken(target)))]
    said = [(each.gloss, each.equivalent) for each in told if each]
    spelt = (found.id, found.spellings, found.reading, found.gap, found.separable)
    return [*words, spelt, found.plain, found.keep, said]


def _phrases(passage: Passage, book: Phrasebook) -> Iterator[object]:
    """What the phrasebook says to each stretch and to each sentence. Both scripts of Chinese have
    one phrasebook."""
    target = spoken(passage.target)
    for stretch in stretches(passage.runs, passage.source, passage.target):
        for runs in (stretch.runs, *(line.runs for line in lines(stretch.runs))):
            found = book.find(plain(runs), spoken(stretch.lang), target, passage.room)
            yield found and (found.target, found.by)
