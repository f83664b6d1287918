"""Argos packages as an engine: tokens by the package's tokenizer, inference by CTranslate2.

Of Argos Translate only `argostranslate.tokenizer` is imported, which needs neither stanza nor
torch and touches no home directory.
"""

import logging
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from bridge.core.jobs import Output, Pair
from bridge.engines.loaded import Loaded, load
from bridge.engines.packages import Package, Scan, scan
from bridge.errors import EngineFailed, PackageError

_log = logging.getLogger(__name__)


class ArgosEngine:
    """Serve the packages of one folder. Thread-safe: `workers` batches of a pair run side by side.

    Models are loaded when first needed. A package that cannot be read or loaded takes only its
    own pair away (or gives it to the next best package), with one line in the log; `refresh`
    tries it again once its files have changed.
    """

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self._folder = folder
        self._workers = workers
        self._changing = threading.Lock()
        self._scan = Scan((), ())
        self._failed: frozenset[Package] = frozenset()
        self._slots: Mapping[Pair, _Slot] = {}
        self._pairs: frozenset[Pair] = frozenset()
        self.refresh()

    def pairs(self) -> frozenset[Pair]:
        """Pairs served now by one package."""
        return self._pairs

    def version(self, pair: Pair) -> str:
        """Name and version of the package that serves the pair now; empty when none does."""
        slot = self._slots.get(pair)
        return slot.package.label if slot else ""

    def refresh(self) -> None:
        """Look at the folder again: packages appear, vanish, change; unchanged ones stay loaded.

        Reads a few small files, so call it outside the event loop.
        """
        found = scan(self._folder)
        with self._changing:
            for problem in found.problems:
                if problem not in self._scan.problems:
                    _log.error("model package left out: %s", problem)
            self._scan = found
            self._failed &= frozenset(found.packages)
            self._choose()

    def warm(self, pair: Pair) -> None:
        """Load the model of `pair` now. Raises `EngineFailed` when no package can serve it."""
        self._ready(pair)

    def translate(self, pair: Pair, sentences: Sequence[str], careful: bool) -> Sequence[Output]:
        """One output per sentence, in order; with others when `careful`. Raises `EngineFailed`."""
        return self._ready(pair).translate(sentences, careful)

    def _ready(self, pair: Pair) -> Loaded:
        while slot := self._slots.get(pair):
            try:
                return slot.model(self._workers)
            except PackageError as error:
                self._give_up(slot.package, error)
        source, target = pair
        raise EngineFailed(f"no working package for {source} → {target}; see `bridge models list`")

    def _give_up(self, package: Package, error: PackageError) -> None:
        with self._changing:
            if package not in self._failed:
                _log.error("model package left out: %s", error)
                self._failed |= {package}
                self._choose()

    def _choose(self) -> None:
        # A whole new mapping, so that readers need no lock.
        old = self._slots
        self._slots = {
            pair: old[pair] if pair in old and old[pair].package == package else _Slot(package)
            for pair, package in self._scan.serving(without=self._failed).items()
        }
        self._pairs = frozenset(self._slots)


class _Slot:
    """A package, and its model from the first use on."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._loading = threading.Lock()
        self._loaded: Loaded | None = None

    def model(self, workers: int) -> Loaded:
        with self._loading:
            if self._loaded is None:
                self._loaded = load(self.package, workers)
            return self._loaded
