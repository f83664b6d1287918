"""Where people last came from, so that a moderator can ban an address without ever seeing it."""

from collections import OrderedDict

from bridge.core.model import UserId

MOST_PEOPLE = 10_000
MOST_ADDRESSES = 5
"""A telephone changes its address several times a day."""


class Whereabouts:
    """The last addresses of the last people, in memory alone."""

    def __init__(self) -> None:
        self._seen: OrderedDict[UserId, tuple[str, ...]] = OrderedDict()

    def note(self, user: UserId, address: str) -> None:
        """They came from there just now."""
        before = self._seen.pop(user, ())
        others = tuple(each for each in before if each != address)
        self._seen[user] = (*others, address)[-MOST_ADDRESSES:]
        if len(self._seen) > MOST_PEOPLE:
            self._seen.popitem(last=False)

    def of(self, user: UserId) -> tuple[str, ...]:
        """Where they came from of late; empty when nobody remembers."""
        return self._seen.get(user, ())
