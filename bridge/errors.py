"""Every error the bridge raises on purpose, as one tree.

BridgeError
├── ClientError          answered to the person who caused it, with a stable code
├── CloseSocket          ends one connection, with a code of the protocol
├── ConfigError          the settings are wrong
├── TranslationError
│   ├── NoRoute          no installed package, or chain of two, covers the pair
│   ├── Overloaded       the queue is full
│   ├── DeadlineMissed   the result would have come too late
│   └── EngineFailed     the engine broke on this text
├── StoreError
│   ├── StoreUnavailable the disk is full or away; nothing was written
│   └── StoreCorrupt     the file is not, or is no longer, our database
├── PackageError         a model package cannot be fetched, read or installed
└── GlossaryError        a glossary file is wrong; says file, entry and cure

A message names the value and the limit, and what to do about it.
"""

from enum import StrEnum


class Code(StrEnum):
    """Error codes of the wire protocol. They are stable: never rename one."""

    BAD_FRAME = "bad-frame"
    NOT_JOINED = "not-joined"
    NO_SUCH_ROOM = "no-such-room"
    TOO_LONG = "too-long"
    TOO_FAST = "too-fast"
    MUTED = "muted"
    BANNED = "banned"
    NOT_YOURS = "not-yours"
    GONE = "gone"
    NO_ROUTE = "no-route"
    UNAVAILABLE = "unavailable"
    HELD = "held"
    DECLINED = "declined"
    BAD_NAME = "bad-name"


class BridgeError(Exception):
    """The root: what the bridge raises on purpose, and nothing else."""


class ClientError(BridgeError):
    """A request that is refused; the connection lives on. `retry_after` in seconds; `suggestion`
    is what would be accepted in place of a name; `room` where the refusal is about all of it."""

    def __init__(
        self,
        code: Code,
        message: str,
        retry_after: float | None = None,
        *,
        suggestion: str | None = None,
        room: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.retry_after = retry_after
        self.suggestion = suggestion
        self.room = room


class CloseSocket(BridgeError):
    """The connection cannot go on. 4400, 4401 and 4403 are final for the client."""

    def __init__(self, close_code: int, reason: str) -> None:
        super().__init__(reason)
        self.close_code = close_code
        self.reason = reason


class ConfigError(BridgeError):
    """A setting has a value that the bridge cannot use."""


class TranslationError(BridgeError):
    """No translation this time; the original is unharmed."""


class NoRoute(TranslationError):
    """No installed package, or chain of two, leads from one language to the other."""


class Overloaded(TranslationError):
    """The queue of this pair is full; history gives way to live messages."""


class DeadlineMissed(TranslationError):
    """The job waited or worked past its deadline."""


class EngineFailed(TranslationError):
    """The engine raised on this text; others are not touched."""


class StoreError(BridgeError):
    """The store could not do what was asked."""


class StoreUnavailable(StoreError):
    """Disk full, read-only or away. Nothing was written; trying again may work."""


class StoreCorrupt(StoreError):
    """The database file is damaged or is not ours. Starting on it is refused."""


class PackageError(BridgeError):
    """A model package is missing, damaged, too large or not a package."""


class GlossaryError(BridgeError):
    """A glossary file or entry is wrong."""
