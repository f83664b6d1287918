"""Puts together what translates: packages, engine, phrasebook, renderer."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bridge.attempts import Attempts
from bridge.composer import Detect
from bridge.core.detect import detect, hanzi
from bridge.core.jobs import Passage
from bridge.core.memo import memo_of
from bridge.core.phrases import Phrasebook
from bridge.corrections import Corrections
from bridge.engines.argos import ArgosEngine
from bridge.engines.batch import Batch
from bridge.engines.installer import install_starter
from bridge.engines.pivot import Pivot
from bridge.errors import EngineFailed
from bridge.hanzi import Hanzi
from bridge.library.hanzi import load_converters
from bridge.library.latin import LatinGuess
from bridge.library.library import GlossaryLibrary
from bridge.library.matchers import Matchers
from bridge.library.reading import pinyin
from bridge.ports.clock import Clock
from bridge.ports.translation import Renderer, Translator
from bridge.renderer import MessageRenderer
from bridge.resources import STARTER
from bridge.wordwise import WordByWord

log = logging.getLogger(__name__)

Terms = Matchers | GlossaryLibrary
"""Entries and words: as they are for good, or as they are at the moment of asking."""


@dataclass(frozen=True, slots=True)
class Engines:
    """The translator and the engine behind it, whose models can be warmed."""

    engine: ArgosEngine
    translator: Translator

    def warm(self) -> None:
        """Load every model and run it once; not for the event loop."""
        for pair in sorted(self.engine.pairs()):
            try:
                self.engine.warm(pair)
            except EngineFailed as error:
                log.error("%s", error)


def packages_folder(data: Path) -> Path:
    """Where model packages are installed."""
    return data / "packages"


def open_engines(data: Path, workers: int) -> Engines:
    """Unpack the starter packages if need be, and put the engine together. Reads the disk."""
    packages = packages_folder(data)
    packages.mkdir(parents=True, exist_ok=True)
    install_starter(STARTER, packages)
    engine = ArgosEngine(packages, workers)
    return Engines(engine, Pivot(Batch(engine, workers)))


def open_renderer(
    translator: Translator, terms: Terms, book: Callable[[], Phrasebook], clock: Clock
) -> Renderer:
    """The way of a message from one language to another, from the phrasebook to OpenCC."""
    attempts = Attempts(translator, book, terms.entry, terms.knows)
    word_by_word = WordByWord(translator, terms.cut, pinyin, terms.entry)
    renderer = MessageRenderer(translator, attempts, word_by_word, clock)
    return Hanzi(renderer, translator, *load_converters())


def open_detector(terms: Terms) -> Detect:
    """Finds out languages; the model for Latin script is read at its first use."""
    return partial(detect, guess=LatinGuess(), characters=hanzi(terms.simplify))


def made_of(engines: Engines, terms: Terms, corrections: Corrections, passage: Passage) -> str:
    """Names what a rendering is made of. A mixed message may need any package: all are named."""
    engine = engines.engine
    version = " ".join(engine.version(pair) for pair in sorted(engine.pairs()))
    return memo_of(passage, version, corrections.book, terms.entry, terms.knows)
