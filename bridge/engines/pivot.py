"""Pairs that no package covers, by way of a third language."""

from dataclasses import replace

from bridge.core.jobs import Hypothesis, Job, Output, Pair
from bridge.core.routes import reachable, route
from bridge.errors import NoRoute
from bridge.ports.translation import Translator

_BOTH = " + "


class Pivot:
    """A translator that chains two hops of another one; direct pairs pass straight through."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._direct: frozenset[Pair] = frozenset()
        self._reachable: frozenset[Pair] = frozenset()

    def pairs(self) -> frozenset[Pair]:
        """The other translator's pairs, and those that two of them make."""
        direct = self._translator.pairs()
        # Asked for with every message, while packages change once a month.
        if direct is not self._direct:
            self._direct, self._reachable = direct, reachable(direct)
        return self._reachable

    def version(self, pair: Pair) -> str:
        """The versions of both hops, in order; empty when there is no way."""
        hops = route(self._translator.pairs(), pair) or ()
        return _BOTH.join(self._translator.version(hop) for hop in hops)

    async def translate(self, job: Job) -> Output:
        """The sentence in the target language. The engine's name tells both hops, in order; a
        score is the weaker one of both, the other hypotheses are those of the last hop."""
        hops = route(self._translator.pairs(), (job.source, job.target))
        if hops is None:
            raise NoRoute(
                f"no package, or chain of two, leads from {job.source} to {job.target}; "
                f"try `bridge models install {job.source} {job.target}`"
            )
        output = Output(job.text, "")
        for source, target in hops:
            hop = replace(job, text=output.text, source=source, target=target)
            output = _after(output, await self._translator.translate(hop))
        return output

    async def close(self) -> None:
        """Close the other translator."""
        await self._translator.close()


def _after(before: Output, output: Output) -> Output:
    """`output` made from what `before` says."""
    return Output(
        output.text,
        _BOTH.join(each.engine for each in (before, output) if each.engine),
        _weaker(before.score, output.score),
        tuple(Hypothesis(o.text, _weaker(before.score, o.score)) for o in output.others),
    )


def _weaker(*scores: float | None) -> float | None:
    return min((score for score in scores if score is not None), default=None)
