"""What rooms are given from outside, as one value."""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.composer import Composer
from bridge.core.jobs import Passage
from bridge.counting import Counting
from bridge.desk import Desk
from bridge.guard import Guard
from bridge.holding import Holding
from bridge.inquiries import Inquiries
from bridge.live_glossary import LiveGlossary
from bridge.mirror import Mirror
from bridge.moderator import Moderator
from bridge.noting import Noting
from bridge.peace import Peace
from bridge.ports import Bus, Clock, Renderer, Store
from bridge.rulings import Rulings
from bridge.whereabouts import Whereabouts


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
    glossary: LiveGlossary
    noting: Noting
    inquiries: Inquiries
    counting: Counting
    rulings: Rulings
    peace: Peace
    guard: Guard
    moderator: Moderator
    holding: Holding
    whereabouts: Whereabouts
