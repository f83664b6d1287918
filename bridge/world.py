"""What rooms are given from outside, as one value."""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.composer import Composer
from bridge.core.jobs import Passage
from bridge.desk import Desk
from bridge.mirror import Mirror
from bridge.ports import Bus, Clock, Renderer, Store


@dataclass(frozen=True, slots=True)
class World:
    """The ports, the way of words in and across, and `replay`: how many changes a reader who
    comes back may have missed. `memo` names everything that a rendering of a passage is made of:
    the same name, the same rendering."""

    store: Store
    desk: Desk
    bus: Bus
    composer: Composer
    renderer: Renderer
    mirror: Mirror
    memo: Callable[[Passage], str]
    clock: Clock
    replay: int
