"""Which pairs of languages can be reached, directly or through one third language."""

from collections.abc import Set

from bridge.core.jobs import Pair
from bridge.core.model import Lang

BRIDGE = Lang("en")
"""The preferred third language: nearly every package translates from or into it."""


def route(installed: Set[Pair], pair: Pair) -> tuple[Pair, ...] | None:
    """The hops that lead from source to target: one, two, or None when there is no way.

    Only one third language is allowed: each hop loses meaning. English is preferred, then the
    first in alphabetical order, so that the same message always takes the same way.
    """
    source, target = pair
    if source == target:
        return None
    if pair in installed:
        return (pair,)
    onward = {middle for first, middle in installed if first == source}
    middles = onward & {middle for middle, last in installed if last == target}
    if not middles:
        return None
    middle = BRIDGE if BRIDGE in middles else min(middles)
    return (source, middle), (middle, target)


def reachable(installed: Set[Pair]) -> frozenset[Pair]:
    """Every pair that has a route."""
    sources = {source for source, _ in installed}
    targets = {target for _, target in installed}
    return frozenset(
        (source, target)
        for source in sources
        for target in targets
        if route(installed, (source, target))
    )
