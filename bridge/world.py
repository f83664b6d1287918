"""What rooms are given from outside, as one value."""

from collections.abc import Callable
from dataclasses import dataclass

from bridge.composer import Composer
from bridge.core.jobs import Passage
from bridge.mirror import Mirror
from bridge.moderation.guard import Guard
from bridge.moderation.holding import Holding
from bridge.moderation.moderator import Moderator
from bridge.moderation.peace import Peace
from bridge.moderation.whereabouts import Whereabouts
from bridge.notes.counting import Counting
from bridge.notes.live_glossary import LiveGlossary
from bridge.ports.bus import Bus
from bridge.ports.clock import Clock
from bridge.ports.desk import Desk
from bridge.ports.inquiries import Inquiries
from bridge.ports.noting import Noting
from bridge.ports.rulings import Rulings
from bridge.ports.store import Store
from bridge.ports.translation import Renderer


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
