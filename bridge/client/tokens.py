"""A guest's token on disk, so that they come back as the same person."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from bridge.errors import ConfigError


@dataclass(frozen=True, slots=True)
class TokenFile:
    """One file with one token, readable by its owner alone (0600)."""

    path: Path

    def load(self) -> str | None:
        """The token; None when there is none yet. Raises ConfigError."""
        try:
            return self.path.read_text("utf-8").strip() or None
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"cannot read the token in {self.path}: {error}") from None

    def save(self, token: str) -> None:
        """Keep the token; the file is whole at any moment. Raises ConfigError."""
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with contextlib.suppress(FileNotFoundError):
                fresh.unlink()
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(token + "\n")
            fresh.replace(self.path)
        except OSError as error:
            raise ConfigError(f"cannot keep the token in {self.path}: {error}") from None

    def forget(self) -> None:
        """Put the token aside (`….old`): the server does not know it any more."""
        with contextlib.suppress(FileNotFoundError):
            self.path.replace(self.path.with_name(self.path.name + ".old"))
