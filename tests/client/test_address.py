"""Addresses as people type them."""

import pytest

from bridge.client.address import socket_url, web_url
from bridge.errors import ConfigError


@pytest.mark.parametrize(
    ("typed", "socket", "web"),
    [
        ("ws://127.0.0.1:8080/ws", "ws://127.0.0.1:8080/ws", "http://127.0.0.1:8080"),
        ("http://127.0.0.1:8080", "ws://127.0.0.1:8080/ws", "http://127.0.0.1:8080"),
        ("https://chat.example/", "wss://chat.example/ws", "https://chat.example"),
        ("wss://x.example/chat/ws", "wss://x.example/chat/ws", "https://x.example/chat"),
        ("http://[::1]:8080?a=1#b", "ws://[::1]:8080/ws", "http://[::1]:8080"),
    ],
)
def test_every_spelling_leads_to_the_socket_and_to_the_api(
    typed: str, socket: str, web: str
) -> None:
    assert socket_url(typed) == socket
    assert web_url(socket) == web


@pytest.mark.parametrize("typed", ["", "lobby", "127.0.0.1:8080", "ftp://x", "ws://", "ws://x:y"])
def test_what_is_no_address_is_told_with_an_example(typed: str) -> None:
    with pytest.raises(ConfigError, match=r"ws://127\.0\.0\.1:8080/ws"):
        socket_url(typed)
