"""An engine without a model, for tests of everything around it."""

from collections.abc import Iterable, Sequence

from bridge.core.jobs import Output, Pair
from bridge.errors import EngineFailed


class EchoEngine:
    """Says what it was given, with the target language in front: `你好` becomes `en:你好`."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._pairs = frozenset(pairs)

    def pairs(self) -> frozenset[Pair]:
        """The pairs that it was made with."""
        return self._pairs

    def version(self, pair: Pair) -> str:
        """The same for every pair that it serves."""
        return "echo" if pair in self._pairs else ""

    def translate(self, pair: Pair, sentences: Sequence[str], careful: bool) -> Sequence[Output]:
        """One output per sentence, in order; it has no second thoughts, however careful."""
        if pair not in self._pairs:
            raise EngineFailed(f"echo does not serve {pair[0]} → {pair[1]}")
        return [Output(f"{pair[1]}:{sentence}", "echo") for sentence in sentences]
