"""Times that somebody sends, as the bridge counts them."""

from datetime import UTC, datetime

from bridge.core.model import Millis
from bridge.edges.http.errors import HttpCode, Refused


def millis(text: str | None, name: str) -> Millis:
    """ISO 8601 → milliseconds; without a zone it is UTC; 0 where nothing was sent. Raises
    Refused."""
    if not text:
        return Millis(0)
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return Millis(int(moment.timestamp() * 1000))
    except (ValueError, OverflowError):
        wanted = f"`{name}` is a time in ISO 8601, such as 2026-11-24T09:30:00Z"
        raise Refused(HttpCode.BAD_REQUEST, wanted) from None
