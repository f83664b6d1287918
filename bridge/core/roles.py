"""Who may do what: each role may do all that the ones before it may."""

from collections.abc import Iterable
from enum import StrEnum

from bridge.core.model import Role


class Power(StrEnum):
    """What needs more than a nickname."""

    CURATE = "curate"
    """Decide on proposals, change entries, look into the log."""
    MODERATE = "moderate"
    """Delete, mute, ban, set a room's rules."""
    ADMINISTER = "administer"
    """Give and take roles."""


_RANKS = (Role.GUEST, Role.MEMBER, Role.CURATOR, Role.MODERATOR, Role.ADMIN)
_LEAST = {
    Power.CURATE: Role.CURATOR,
    Power.MODERATE: Role.MODERATOR,
    Power.ADMINISTER: Role.ADMIN,
}


def may(role: Role, power: Power) -> bool:
    """Whether somebody of `role` has this power."""
    return _RANKS.index(role) >= _RANKS.index(_LEAST[power])


def outranks(role: Role, other: Role) -> bool:
    """Whether somebody of `role` may act on somebody of the `other`."""
    return _RANKS.index(role) > _RANKS.index(other)


def highest(roles: Iterable[Role]) -> Role:
    """The one that may do most; a guest's where there is none."""
    return max(roles, key=_RANKS.index, default=Role.GUEST)
