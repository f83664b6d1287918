"""What rooms are given from outside, as one value."""

from dataclasses import dataclass

from bridge.pipeline import Pipeline
from bridge.ports import Bus, Clock, Store


@dataclass(frozen=True, slots=True)
class World:
    """The ports and the pipeline, and how many changes a reader may have missed (`replay`)."""

    store: Store
    bus: Bus
    pipeline: Pipeline
    clock: Clock
    replay: int
