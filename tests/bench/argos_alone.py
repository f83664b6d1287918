"""Argos Translate on its own, message by message, as a LibreTranslate server calls it.

Not part of the bridge's environment: `tests/bench/translate.py --argos-python PATH` runs this file
with the interpreter of another one (`pip install torch==2.13.0 argostranslate`). On standard input
`{"packages": folder, "pair": [from, to], "lines": [...]}`, on standard output the seconds that
each line took and what the last one became.

Threads, beam and precision are Argos' own defaults. Sentences are cut by the cheapest splitter
that it has: its SPACY mode with a blank spaCy pipeline, which leaves spaCy's rules. The splitters
that it prefers (MiniSBD, stanza) would download a model on first use and take longer.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """Translate the lines, one after the other."""
    asked = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as home:
        _prepare(Path(home), Path(asked["packages"]))
        # Only now: Argos reads its settings, and looks for the splitter, when imported.
        from argostranslate import translate

        source, target = asked["pair"]
        translate.translate("你好", source, target)
        seconds, said = [], ""
        for line in asked["lines"]:
            started = time.perf_counter()
            said = translate.translate(line, source, target)
            seconds.append(time.perf_counter() - started)
    json.dump({"seconds": seconds, "last": said}, sys.stdout)


def _prepare(home: Path, packages: Path) -> None:
    """A home of its own, in which nothing has to be downloaded."""
    os.environ |= {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "ARGOS_PACKAGES_DIR": str(packages),
        "ARGOS_CHUNK_TYPE": "SPACY",
    }
    import spacy

    # What Argos calls its cached splitter; the file is the one whose presence it checks.
    cached = home / "cache" / "argos-translate" / "spacy"
    cached.mkdir(parents=True)
    spacy.blank("xx").to_disk(cached)
    (cached / "senter").mkdir()
    (cached / "senter" / "model").touch()


if __name__ == "__main__":
    main()
