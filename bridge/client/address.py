"""Where the server is: from what people type to the socket and to the HTTP API."""

from urllib.parse import urlsplit, urlunsplit

from bridge.errors import ConfigError

_SOCKET = {"ws": "ws", "wss": "wss", "http": "ws", "https": "wss"}
_WEB = {"ws": "http", "wss": "https"}


def socket_url(typed: str) -> str:
    """`https://chat.example` → `wss://chat.example/ws`. Raises ConfigError with the cure."""
    example = "such as ws://127.0.0.1:8080/ws or https://chat.example"
    try:
        parts = urlsplit(typed.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ConfigError(f"{typed!r} is no address ({error}); give one {example}") from None
    if parts.scheme not in _SOCKET or not host:
        raise ConfigError(f"{typed!r} is no address of a server; give one {example}")
    path = parts.path if parts.path not in ("", "/") else "/ws"
    return urlunsplit((_SOCKET[parts.scheme], parts.netloc, path, "", ""))


def web_url(socket: str) -> str:
    """`wss://chat.example/ws` → `https://chat.example`: what the API's routes come after."""
    parts = urlsplit(socket)
    path = parts.path.removesuffix("/").removesuffix("/ws")
    return urlunsplit((_WEB[parts.scheme], parts.netloc, path, "", ""))
