"""Which reactions a message takes: one emoji each, and not more kinds than a line can show."""

from bridge.core.model import Message
from bridge.core.protect import is_emoji
from bridge.errors import ClientError, Code

MOST_KINDS = 20


def check_reaction(message: Message, emoji: str, on: bool) -> None:
    """Raise ClientError unless `emoji` may be put on `message` (or, if not `on`, taken off)."""
    if not is_emoji(emoji):
        raise ClientError(Code.BAD_FRAME, "a reaction is one emoji")
    kinds = {reaction.emoji for reaction in message.reactions}
    if on and emoji not in kinds and len(kinds) >= MOST_KINDS:
        raise ClientError(
            Code.TOO_LONG, f"a message carries {MOST_KINDS} different reactions at most"
        )
