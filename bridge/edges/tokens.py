"""Random secrets and ids, and what the store keeps of a secret."""

import hashlib
import secrets

from bridge.core.model import UserId


def fresh() -> str:
    """A secret of 256 random bits, for a URL or a header."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """The SHA-256 in hex; at that length a secret needs no salt."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def fresh_user() -> UserId:
    """The id of somebody new."""
    return UserId(f"u-{secrets.token_hex(12)}")
