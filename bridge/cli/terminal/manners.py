"""How one may speak in the room, in words."""

from collections.abc import Sequence

from bridge.cli.terminal.lines import safe
from bridge.client import Rules, Standing

FOR_GOOD = "9999"
"""The year in which a mute without an end ends."""


def told(event: Rules | Standing) -> Sequence[str]:
    """What to say of it; nothing of what is as usual."""
    match event:
        case Rules(read_only=True):
            return ("only moderators speak here just now",)
        case Rules(slow_s=0):
            return ("everybody may speak here again",)
        case Rules(slow_s=seconds):
            return (f"this room is slow: one message each {seconds} s",)
        case Standing(muted_until=None, may_moderate=True):
            return ()
        case Standing(muted_until=None):
            return ("you may speak here again",)
        case Standing(muted_until=until, reason=reason):
            why = f": {safe(reason)}" if reason else ""
            ends = "" if until is None or until.startswith(FOR_GOOD) else f" until {until}"
            return (f"you are muted here{ends}{why}",)
