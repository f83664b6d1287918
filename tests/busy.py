"""How long the processor is at it: for bounds on hostile input, far above what is usual."""

import time
from collections.abc import Callable

RUNS = 3


def busy_s(work: Callable[[], object]) -> float:
    """The least seconds of this process over a few runs: a collection of garbage, or a neighbour
    that empties the caches, hits one of them and says nothing about the work."""
    return min(_once(work) for _ in range(RUNS))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
