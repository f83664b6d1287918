"""The settings: one frozen value, read from a mapping; nothing else reads the environment."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any

import msgspec
import platformdirs
from msgspec import Meta

from bridge.errors import ConfigError

PREFIX = "BRIDGE_"

_SIZE = re.compile(r"(\d+)\s*(KiB|MiB)")
_FACTOR = {"KiB": 1024, "MiB": 1024 * 1024}

Count = Annotated[int, Meta(ge=1)]
Seconds = Annotated[float, Meta(gt=0)]


@dataclass(frozen=True, slots=True)
class Settings:
    """Every limit and every choice, with the defaults that a first run gets.

    Bytes may be written `64 KiB` or `1 MiB`; times are seconds. `origins` are the pages besides
    our own that may connect, `proxies` the addresses of reverse proxies whose X-Forwarded-*
    headers are believed; both separated by commas or spaces. `model_index` is where
    `bridge models install` looks: Argos Translate's own index unless changed.
    """

    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8080
    data: Path = field(default_factory=lambda: platformdirs.user_data_path("culture-bridge"))
    closed_rooms: bool = False
    origins: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    sends_per_5s: Count = 5
    sockets_per_address: Count = 20
    sockets_per_user: Count = 10
    accepts_per_s: Count = 200
    max_chars: Count = 2000
    max_frame: Annotated[int, Meta(ge=1024)] = 64 * 1024
    send_buffer: Annotated[int, Meta(ge=1024)] = 1024 * 1024
    hello_s: Seconds = 10.0
    beat_s: Seconds = 25.0
    replay: Count = 300
    workers: Annotated[int, Meta(ge=1, le=64)] = 2
    model_index: str = (
        "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
    )


NAMES = tuple(each.name for each in fields(Settings))


def load(environment: Mapping[str, str], file: Path | None, **flags: object) -> Settings:
    """Settings from a TOML `file`, over it BRIDGE_* of the environment, over it command-line
    flags that are not None. Raises ConfigError that names the key and the cure."""
    values = dict(_from_file(file)) if file is not None else {}
    for name in NAMES:
        if PREFIX + name.upper() in environment:
            values[name] = environment[PREFIX + name.upper()]
    values |= {name: value for name, value in flags.items() if value is not None}
    prepared = {name: _prepare(name, value) for name, value in values.items()}
    try:
        return msgspec.convert(prepared, Settings, strict=False, dec_hook=_decode)
    except msgspec.ValidationError as error:
        raise ConfigError(f"a setting is wrong: {error}") from None


def _from_file(file: Path) -> Mapping[str, Any]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot read {file}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not TOML: {error}") from None
    lowered = {key.lower(): value for key, value in table.items()}
    unknown = sorted(set(lowered) - set(NAMES))
    if unknown:
        raise ConfigError(f"{file}: unknown setting {unknown[0]!r}; known are {', '.join(NAMES)}")
    return lowered


def _prepare(name: str, value: object) -> object:
    if isinstance(value, str):
        if size := _SIZE.fullmatch(value.strip()):
            return int(size[1]) * _FACTOR[size[2]]
        if name in ("origins", "proxies"):
            return tuple(value.replace(",", " ").split())
    return value


def _decode(wanted: type, value: object) -> object:
    if wanted is Path and isinstance(value, str):
        return Path(value).expanduser()
    return value
