"""The composition root of what curators do; app.py wires the rest."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from aiohttp import web

from bridge.core.model import Lang, Message
from bridge.core.phrases import Phrase
from bridge.corrections import Corrections
from bridge.curation.editing import Editor
from bridge.curation.effects import Effects
from bridge.curation.history import Histories
from bridge.curation.intake import Intake
from bridge.curation.known import Known
from bridge.curation.mining import Mining
from bridge.curation.review import Review
from bridge.curation.shelf import State
from bridge.curation.trials import Trials
from bridge.edges.http.curators.entries import EntryRoutes
from bridge.edges.http.curators.files import Files
from bridge.edges.http.curators.findings import Findings
from bridge.edges.http.curators.queue import Queue
from bridge.edges.http.curators.trying import Trying
from bridge.edges.http.signed_in import SignedIn
from bridge.hub import Hub
from bridge.library.library import GlossaryLibrary
from bridge.library.matchers import Matchers
from bridge.library.reading import pinyin
from bridge.library.vocabulary import WordVocabulary, usual_shares
from bridge.ports.translation import Renderer, Translator
from bridge.resources import STARTER
from bridge.store.sqlite import SqliteStore
from bridge.translation import open_renderer
from bridge.world import World


def curator_routes(
    signed_in: SignedIn,
    store: SqliteStore,
    library: GlossaryLibrary,
    translator: Translator,
    corrections: Corrections,
    world: World,
    hub: Hub,
) -> tuple[web.RouteDef, ...]:
    """Every route that curators need for proposals and entries."""
    clock, revisions, trials = world.clock, store.revisions(), Trials(library)
    editor = Editor(library, trials, revisions, clock, world.glossary.wake)
    known = Known(library, revisions)

    def renderer(state: State, lines: Sequence[Phrase]) -> Renderer:
        book = corrections.book
        taught = book.with_lines(lines) if lines else book
        # The library made the state, and it makes no others.
        return open_renderer(translator, cast(Matchers, state), lambda: taught, clock)

    async def corrected(message: Message, lang: Lang) -> None:
        await corrections.refresh()
        if not hub.retranslate(message.room, message.seq):
            # Whoever comes in next gets it made anew.
            await world.noting.drop_translation(message.room, message.seq, message.rev, lang)

    review = Review(world.desk, store, library, known, editor, pinyin, corrected, clock)
    effects = Effects(store.lately(), trials, renderer)
    vocabulary = WordVocabulary(lambda: library.matchers.lexicon, usual_shares(_tokenizer(STARTER)))
    mining = Mining(store.lately(), library, vocabulary, clock)
    return (
        *Queue(signed_in, world.desk, review, revisions, clock).routes(),
        *EntryRoutes(
            signed_in, editor, Histories(library, revisions, editor), known, revisions
        ).routes(),
        *Trying(signed_in, effects, trials, review, world.composer).routes(),
        *Files(signed_in, Intake(library, revisions, clock, world.glossary.wake)).routes(),
        *Findings(signed_in, library, mining, store.usage(), known).routes(),
    )


def _tokenizer(starter: Path) -> Path:
    """A package whose tokenizer knows the words of both languages; any that is there will do."""
    return next(iter(sorted(starter.glob("*-en_zh-*.argosmodel"))), starter / "none")
