"""Pairs that no package covers, by way of a third language."""

from bridge.core.jobs import Job, Output, Pair
from bridge.core.routes import reachable, route
from bridge.errors import NoRoute
from bridge.ports import Translator


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

    async def translate(self, job: Job) -> Output:
        """The text in the target language. The engine's name tells both hops, in order; the
        score is the weaker one."""
        hops = route(self._translator.pairs(), (job.source, job.target))
        if hops is None:
            raise NoRoute(
                f"no package, or chain of two, leads from {job.source} to {job.target}; "
                f"try `bridge models install {job.source} {job.target}`"
            )
        text, engines, scores = job.text, list[str](), list[float]()
        for source, target in hops:
            output = await self._translator.translate(
                Job(text, source, target, job.live, job.deadline)
            )
            text = output.text
            engines += [output.engine] if output.engine else []
            scores += [output.score] if output.score is not None else []
        return Output(text, " + ".join(engines), min(scores, default=None))

    async def close(self) -> None:
        """Close the other translator."""
        await self._translator.close()
