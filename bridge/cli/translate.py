"""`bridge translate`: lines in, lines out, in the same order."""

import asyncio
import itertools
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from bridge.clock import SystemClock
from bridge.config import load
from bridge.core.jobs import Passage
from bridge.core.langs import canonical, with_hant
from bridge.core.model import Lang, Rendering, Runs, plain
from bridge.core.normalise import message_text
from bridge.core.phrases import Phrasebook
from bridge.core.protect import protect
from bridge.core.words_json import runs_json
from bridge.errors import ClientError, NoRoute
from bridge.library.files import read_folder
from bridge.library.matchers import Matchers
from bridge.library.phrasebook import load_phrasebook
from bridge.ports.translation import Translator
from bridge.resources import shipped
from bridge.translation import open_engines, open_renderer

LONGEST = 20_000
"""Characters of a line; longer ones are given to the engine uncleaned."""
AT_ONCE = 64
"""Lines in the engine at the same time: enough to fill its batches."""


@click.command()
@click.option("--from", "source", required=True, help="Language of the lines, such as zh.")
@click.option("--to", "target", required=True, help="Language to translate into, such as en.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with the verdict.")
@click.option("--no-glossary", is_flag=True, help="Leave the glossary out.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Data folder.")
def translate(
    source: str, target: str, as_json: bool, no_glossary: bool, data: Path | None
) -> None:
    """Translate the lines on standard input; a line that fails comes back as it was."""
    settings = load(os.environ, None, data=data)
    engines = open_engines(settings.data, settings.workers)
    pair = (canonical(source), canonical(target))
    pairs = with_hant(engines.translator.pairs())
    if pair not in pairs:
        known = ", ".join(sorted(f"{a}→{b}" for a, b in pairs)) or "none"
        raise NoRoute(
            f"no model leads from {pair[0]} to {pair[1]}; installed: {known}. "
            f"Try `bridge models install {pair[0]} {pair[1]}`"
        )
    glossaries = shipped("glossaries")
    entries = () if no_glossary else read_folder(glossaries).entries
    phrases = load_phrasebook(glossaries)
    asyncio.run(_translate(engines.translator, pair, Matchers(entries), phrases, as_json))


async def _translate(
    translator: Translator,
    pair: tuple[Lang, Lang],
    notes: Matchers,
    phrases: Phrasebook,
    as_json: bool,
) -> None:
    """Every line of standard input, many at a time, answered in order."""
    renderer = open_renderer(translator, notes, lambda: phrases, SystemClock())
    try:
        for lines in _chunks(sys.stdin):
            found = [notes.annotate(protect(_cleaned(line)), pair[0]) for line in lines]
            jobs = [renderer.render(Passage(runs, *pair, live=False)) for runs in found]
            done = await asyncio.gather(*jobs)
            for line, runs, rendering in zip(lines, found, done, strict=True):
                click.echo(
                    _json(line, runs, rendering) if as_json else plain(rendering.runs) or line
                )
    finally:
        await translator.close()


def _cleaned(line: str) -> str:
    """The line as the server would store it; what it would refuse stays as it is."""
    try:
        return message_text(line, LONGEST)
    except ClientError:
        return line


def _chunks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Up to AT_ONCE lines without their line ends; what a terminal types comes one by one."""
    if sys.stdin.isatty():
        yield from ([line.rstrip("\n")] for line in lines)
        return
    unending = iter(lines)
    while chunk := [line.rstrip("\n") for line in itertools.islice(unending, AT_ONCE)]:
        yield chunk


def _json(line: str, notes: Runs, rendering: Rendering) -> str:
    """`runs` are the translation's, as in a `translation` frame; `notes` are the line's own."""
    fields = {
        "text": line,
        "translation": plain(rendering.runs),
        "status": rendering.status.value,
        "reasons": rendering.reasons,
        "by": rendering.by.value,
        "runs": runs_json(rendering.runs),
        "notes": runs_json(notes),
    }
    return json.dumps(fields, ensure_ascii=False)
