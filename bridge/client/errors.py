"""What can go wrong for a client, each with its cure.

BridgeError
├── Refused            the server answered no; the connection lives on
├── NoAnswer           no answer in time; it may or may not have been done
├── Closed             the client was closed, or the room left
├── Unreachable        no server there, or none of ours
└── Ended              the connection is over and will not be tried again
    ├── NotOurProtocol   4400, or a frame that is not what the protocol says
    ├── NoIdentity       4401: the server does not know the token
    ├── Banned           4403
    └── Replaced         4409: a newer connection took this one's place
"""

from collections.abc import Mapping

from bridge.errors import BridgeError


class Refused(BridgeError):
    """The request was refused. `code` is one of `bridge.errors.Code`, or a newer one;
    `retry_after` in seconds where waiting helps, `suggestion` a name that would do."""

    def __init__(
        self,
        code: str,
        message: str,
        retry_after: float | None = None,
        suggestion: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.retry_after = retry_after
        self.suggestion = suggestion


class NoAnswer(BridgeError):
    """No answer came in time, and whether it was done is not known. Sending a message again with
    this `request_id` cannot make a second one."""

    def __init__(self, request_id: str, seconds: float) -> None:
        super().__init__(
            f"no answer within {seconds:g} s, it may have been done; "
            f"a message is sent again safely with request_id={request_id!r}"
        )
        self.request_id = request_id


class Closed(BridgeError):
    """This client or room is not in use any more."""


class Unreachable(BridgeError):
    """No connection could be made."""


class Ended(BridgeError):
    """The server ended the connection for good."""


class NotOurProtocol(Ended):
    """The other end does not speak version 1 of the bridge's protocol as we do."""


class NoIdentity(Ended):
    """The server does not accept the token."""


class Banned(Ended):
    """This person may not come in."""


class Replaced(Ended):
    """The same person opened more connections than one may have; the oldest gave way."""


_FINAL: Mapping[int, tuple[type[Ended], str]] = {
    4400: (NotOurProtocol, "bring client and server to the same version"),
    4401: (NoIdentity, "connect without the token to come in as a new guest"),
    4403: (Banned, "ask a moderator"),
    4409: (Replaced, "use one client for one person, or close the others"),
}


def final(code: int | None, reason: str) -> Ended | None:
    """The error of a close code after which nobody should come back; None for the others."""
    if code is None or code not in _FINAL:
        return None
    kind, cure = _FINAL[code]
    return kind(f"the server closed the connection ({code} {reason}); {cure}")
