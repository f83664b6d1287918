"""Covers listed words in runs and renderings."""

from dataclasses import replace

from bridge.core.model import Lang, Rendering, Run, Runs, Status, Word, plain
from bridge.core.wordlist import WordFilter

HELD_BACK = "it holds a word that is not said here"


def covered(runs: Runs, text: str) -> Runs:
    """The runs with the characters of `text`, which is their own text with some covered. A run
    that changed is plain words: its note would tell what is under the cover."""
    found, start = [], 0
    for run in runs:
        said = text[start : start + len(run.text)]
        start += len(run.text)
        found.append(run if said == run.text else Run(said))
    return tuple(found)


def screened(rendering: Rendering, words: WordFilter, lang: Lang) -> Rendering:
    """The rendering, into `lang`, as it may be shown. One that must be held has failed: there is
    no author whom a moderator could ask."""
    verdict = words.rendered(plain(rendering.runs), lang)
    if verdict.held:
        return Rendering((), Status.FAILED, (HELD_BACK,), rendering.by, rendering.engine)
    told = tuple(_told(word, words, lang) for word in rendering.words)
    return replace(rendering, runs=covered(rendering.runs, verdict.text), words=told)


def _told(word: Word, words: WordFilter, lang: Lang) -> Word:
    """One word of the original; its meaning is in the reader's language."""
    said = words.spoken(word.text).covered
    meaning = word.meaning and words.rendered(word.meaning, lang).covered
    return Word(said, word.reading if said == word.text else None, meaning)
