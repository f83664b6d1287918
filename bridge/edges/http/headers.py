"""The security headers that every response carries (S15)."""

from collections.abc import Mapping

from aiohttp import web

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        # 'self' covers the page's own WebSocket, too (CSP level 3).
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)

SECURITY: Mapping[str, str] = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    # What other pages may load (the widget and its modules) says `cross-origin` itself.
    "Cross-Origin-Resource-Policy": "same-origin",
}


def secure(response: web.StreamResponse) -> None:
    """Add what the response does not say itself, and keep the software's version back."""
    for name, value in SECURITY.items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "culture-bridge"


async def on_prepare(_request: web.Request, response: web.StreamResponse) -> None:
    """The signal that aiohttp sends before any response goes out, upgrades and errors included."""
    secure(response)
