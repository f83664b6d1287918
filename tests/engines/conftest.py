"""Batches on an engine that tests can hold up."""

from collections.abc import AsyncIterator

import pytest

from bridge.engines.batch import Batch
from tests.engines.gated import Gated, Make


@pytest.fixture
def engine() -> Gated:
    return Gated()


@pytest.fixture
async def make(engine: Gated) -> AsyncIterator[Make]:
    made: list[Batch] = []

    def build(workers: int = 1, room: int = 100) -> Batch:
        made.append(Batch(engine, workers, room))
        return made[-1]

    yield build
    engine.release()
    for batch in made:
        await batch.close()
