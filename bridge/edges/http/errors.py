"""Every refusal over HTTP in one shape: `{"error":{"code","message"}}` with the right status."""

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum

from aiohttp import web
from aiohttp.typedefs import Handler

from bridge import incidents
from bridge.edges.http.answers import answer
from bridge.errors import BridgeError, ClientError, Code, StoreError

RETRY_S = 3.0
"""When to ask again while the store refuses."""


class HttpCode(StrEnum):
    """Codes of the HTTP API. Those of the wire protocol keep their spelling; all are stable."""

    BAD_REQUEST = "bad-request"
    SIGNED_OUT = "signed-out"
    BAD_CREDENTIALS = "bad-credentials"
    FORBIDDEN = "forbidden"
    BANNED = "banned"
    NOT_YOUR_OWN = "not-your-own"
    NEEDS_HTTPS = "needs-https"
    NOT_FOUND = "not-found"
    NO_SUCH_ROOM = "no-such-room"
    NO_SUCH_ENTRY = "no-such-entry"
    NO_SUCH_PROPOSAL = "no-such-proposal"
    NO_SUCH_ACCOUNT = "no-such-account"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    TIMEOUT = "timeout"
    CONFLICT = "conflict"
    CLAIMED = "claimed"
    NAME_TAKEN = "name-taken"
    TOO_LONG = "too-long"
    UNSUPPORTED_MEDIA_TYPE = "unsupported-media-type"
    BAD_ENTRY = "bad-entry"
    BAD_FILE = "bad-file"
    TOO_FAST = "too-fast"
    UNAVAILABLE = "unavailable"
    INTERNAL = "internal"


_STATUS: Mapping[HttpCode, int] = {
    HttpCode.BAD_REQUEST: 400,
    HttpCode.SIGNED_OUT: 401,
    HttpCode.BAD_CREDENTIALS: 401,
    HttpCode.FORBIDDEN: 403,
    HttpCode.BANNED: 403,
    HttpCode.NOT_YOUR_OWN: 403,
    HttpCode.NEEDS_HTTPS: 403,
    HttpCode.NOT_FOUND: 404,
    HttpCode.NO_SUCH_ROOM: 404,
    HttpCode.NO_SUCH_ENTRY: 404,
    HttpCode.NO_SUCH_PROPOSAL: 404,
    HttpCode.NO_SUCH_ACCOUNT: 404,
    HttpCode.METHOD_NOT_ALLOWED: 405,
    HttpCode.TIMEOUT: 408,
    HttpCode.CONFLICT: 409,
    HttpCode.CLAIMED: 409,
    HttpCode.NAME_TAKEN: 409,
    HttpCode.TOO_LONG: 413,
    HttpCode.UNSUPPORTED_MEDIA_TYPE: 415,
    HttpCode.BAD_ENTRY: 422,
    HttpCode.BAD_FILE: 422,
    HttpCode.TOO_FAST: 429,
    HttpCode.UNAVAILABLE: 503,
    HttpCode.INTERNAL: 500,
}

_OF_WIRE: Mapping[Code, HttpCode] = {
    Code.BAD_FRAME: HttpCode.BAD_REQUEST,
    Code.NO_SUCH_ROOM: HttpCode.NO_SUCH_ROOM,
    Code.TOO_LONG: HttpCode.TOO_LONG,
    Code.TOO_FAST: HttpCode.TOO_FAST,
    Code.UNAVAILABLE: HttpCode.UNAVAILABLE,
    Code.GONE: HttpCode.NOT_FOUND,
}


class Refused(BridgeError):
    """A request that is answered with an error. `retry_after` in seconds; `reasons` for people
    who look after the server; `allow` are the methods that would do."""

    def __init__(
        self,
        code: HttpCode,
        message: str,
        *,
        retry_after: float | None = None,
        reasons: Sequence[str] = (),
        allow: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.retry_after = retry_after
        self.reasons = tuple(reasons)
        self.allow = tuple(allow)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return _STATUS[self.code]


def refusal(refused: Refused) -> web.Response:
    """The answer that says so."""
    error: dict[str, object] = {"code": refused.code.value, "message": refused.message}
    if refused.reasons:
        error["reasons"] = refused.reasons
    response = answer({"error": error}, status=refused.status)
    if refused.retry_after is not None:
        response.headers["Retry-After"] = str(max(1, math.ceil(refused.retry_after)))
    if refused.allow:
        response.headers["Allow"] = ", ".join(refused.allow)
    return response


def internal(error: BaseException, where: str) -> Refused:
    """Something broke: the log has the details, the client a number to quote."""
    incident = incidents.report(error, where)
    return Refused(HttpCode.INTERNAL, f"something broke here; quote incident {incident}")


@web.middleware
async def one_shape(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn whatever a handler, or aiohttp itself, raises into the one shape."""
    try:
        return await handler(request)
    except Refused as error:
        return refusal(error)
    except ClientError as error:
        return refusal(of_client_error(error))
    except StoreError:
        cure = "the store does not answer just now; try again in a moment"
        return refusal(Refused(HttpCode.UNAVAILABLE, cure, retry_after=RETRY_S))
    except web.HTTPException as error:
        return refusal(of_framework(error, request.method))
    except web.RequestPayloadError:
        return refusal(Refused(HttpCode.BAD_REQUEST, "the body ended early or is wrongly chunked"))
    except ConnectionError:
        raise
    except Exception as error:  # noqa: BLE001 - the last line: logged, and answered without detail
        refused = internal(error, f"{request.method} {_route(request)}")
        if request.writer.output_size > 0:
            # Half an answer (or an upgraded socket) cannot become an error any more.
            raise ConnectionResetError("an answer had begun") from None
        return refusal(refused)


def of_framework(error: web.HTTPException, method: str) -> Refused:
    """What aiohttp refuses by itself, in our words."""
    match error:
        case web.HTTPMethodNotAllowed():
            allowed = sorted(error.allowed_methods)
            message = f"{method[:16]} is not answered here; use {' or '.join(allowed)}"
            return Refused(HttpCode.METHOD_NOT_ALLOWED, message, allow=allowed)
        case web.HTTPNotFound():
            missing = "there is nothing at this address; /api/v1/openapi.json lists what there is"
            return Refused(HttpCode.NOT_FOUND, missing)
        case web.HTTPRequestEntityTooLarge():
            return Refused(HttpCode.TOO_LONG, "the body is larger than this server reads")
        case web.HTTPForbidden():
            return Refused(HttpCode.FORBIDDEN, "this is not allowed")
        case _ if error.status < 500:
            return Refused(HttpCode.BAD_REQUEST, f"the request is not understood: {error.reason}")
        case _:
            return Refused(HttpCode.UNAVAILABLE, "this cannot be answered just now; try again")


def of_client_error(error: ClientError) -> Refused:
    """What the wire protocol would refuse, as HTTP says it."""
    code = _OF_WIRE.get(error.code, HttpCode.FORBIDDEN)
    return Refused(code, error.message, retry_after=error.retry_after)


def _route(request: web.Request) -> str:
    """The route's pattern, not its address: an address may hold what somebody wrote."""
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else "no route"
