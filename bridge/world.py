"""What rooms are given from outside, as one value."""

from dataclasses import dataclass

from bridge.composer import Composer
from bridge.ports import Bus, Clock, Store
from bridge.renderer import Renderer


@dataclass(frozen=True, slots=True)
class World:
    """The ports, the way of words in and across, and `replay`: how many changes a reader who
    comes back may have missed."""

    store: Store
    bus: Bus
    composer: Composer
    renderer: Renderer
    clock: Clock
    replay: int
