"""Where the files that ship with the program lie: in the repository, or in the wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_IN_WHEEL = _PACKAGE / "_data"
STARTER = _PACKAGE / "starter"


def shipped(name: str) -> Path:
    """The folder `web` or `glossaries`, beside the package or inside it."""
    inside = _IN_WHEEL / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
