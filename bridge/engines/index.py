"""Fetch model packages named by an index in the form that Argos Translate publishes.

Meant for the command line only: the server itself never fetches anything.
"""

import hashlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import msgspec
from yarl import URL

from bridge.core.jobs import Pair
from bridge.core.langs import canonical
from bridge.engines.archive import MAX_BYTES
from bridge.errors import PackageError

MAX_INDEX = 8 * 1024**2
_HOPS = 4
_CHUNK = 64 * 1024
_TIMEOUT = aiohttp.ClientTimeout(total=3600, sock_connect=10, sock_read=30)
_CURE = "or fetch the .argosmodel file another way and run `bridge models install FILE`"

Progress = Callable[[int, int | None], None]
"""Called with the bytes so far and, where known, the bytes in all."""


class Listed(msgspec.Struct, frozen=True):
    """A package as the index lists it. Size (bytes) and SHA-256 are checked where given."""

    from_code: str
    to_code: str
    package_version: str = ""
    links: tuple[str, ...] = ()
    type: str = "translate"
    size: int | None = None
    sha256: str | None = None

    @property
    def pair(self) -> Pair:
        """What it translates."""
        return canonical(self.from_code), canonical(self.to_code)

    @property
    def age(self) -> tuple[int, ...]:
        """Grows with the version: `1.10` is newer than `1.9`."""
        return tuple(int(part) for part in self.package_version.split(".") if part.isdigit())


@dataclass(frozen=True, slots=True)
class Index:
    """An index of packages on the web. `https` only, except from this very machine."""

    url: str

    async def find(self, pair: Pair) -> Listed:
        """The newest package for `pair`. Raises `PackageError`."""
        listed = await self._read()
        fitting = [each for each in listed if each.pair == pair]
        if not fitting:
            source, target = pair
            known = {lang for each in listed for lang in each.pair}
            missing = [lang for lang in pair if lang not in known]
            raise PackageError(
                f"the index knows no language {missing[0]!r}"
                if missing
                else f"the index has no package {source} → {target}; two packages through English "
                f"do it: `bridge models install {source} en` and `… en {target}`"
            )
        return max(fitting, key=lambda each: each.age)

    async def fetch(self, listed: Listed, into: Path, progress: Progress) -> None:
        """Write the package to the new file `into`. Raises `PackageError`, and then the file is
        worth nothing."""
        why = "the index gives no https address for it"
        for link in filter(_may_fetch, listed.links):
            try:
                await _download(link, listed, into, progress)
                return
            except PackageError as error:
                why = str(error)
            except OSError as error:
                raise PackageError(f"cannot write to {into.parent}: {error.strerror}") from error
        raise PackageError(f"{why}; try again later, {_CURE}")

    async def _read(self) -> Sequence[Listed]:
        try:
            raw = await _small(self.url)
        except PackageError as error:
            raise PackageError(f"{error}; are you online? Try again, {_CURE}") from error
        try:
            entries = msgspec.json.decode(raw, type=list[msgspec.Raw])
        except msgspec.DecodeError as error:
            raise PackageError(f"{self.url} is not an index of packages: {error}") from None
        listed = [each for entry in entries if (each := _listed(entry))]
        return [each for each in listed if each.type == "translate"]


def _listed(entry: msgspec.Raw) -> Listed | None:
    # The real index holds packages of other kinds and the odd mistake; they are not for us.
    try:
        return msgspec.json.decode(entry, type=Listed)
    except msgspec.DecodeError:
        return None


async def _small(link: str) -> bytes:
    read = bytearray()
    async with _get(link) as response:
        async for chunk in response.content.iter_chunked(_CHUNK):
            read += chunk
            if len(read) > MAX_INDEX:
                raise PackageError(f"{link} is larger than {MAX_INDEX:,} bytes")
    return bytes(read)


async def _download(link: str, listed: Listed, into: Path, progress: Progress) -> None:
    limit = MAX_BYTES if listed.size is None else listed.size
    digest = hashlib.sha256()
    done = 0
    async with _get(link) as response:
        total = listed.size or response.content_length
        with into.open("wb") as file:
            async for chunk in response.content.iter_chunked(_CHUNK):
                done += len(chunk)
                if done > limit:
                    raise PackageError(f"{link} is larger than {limit:,} bytes")
                digest.update(chunk)
                file.write(chunk)
                progress(done, total)
    if listed.size is not None and done != listed.size:
        raise PackageError(f"{link} has {done:,} bytes; the index says {listed.size:,}")
    if listed.sha256 is not None and digest.hexdigest() != listed.sha256.lower():
        raise PackageError(f"{link} is not the file that the index describes (SHA-256 differs)")


@asynccontextmanager
async def _get(link: str) -> AsyncIterator[aiohttp.ClientResponse]:
    """A successful answer. Redirects are followed one by one, so that none leaves https."""
    try:
        url = URL(link)
        async with aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True) as session:
            for _ in range(_HOPS):
                if not _may_fetch(str(url)):
                    raise PackageError(f"{url} is refused: only https is used over the network")
                async with session.get(url, allow_redirects=False) as response:
                    if response.status in (301, 302, 303, 307, 308):
                        url = url.join(URL(response.headers.get("Location", "")))
                        continue
                    if response.status != 200:
                        raise PackageError(f"{url} answers {response.status} {response.reason}")
                    yield response
                    return
            raise PackageError(f"{link} leads from one place to the next without end")
    except TimeoutError:
        raise PackageError(f"{link} does not answer in time") from None
    except (aiohttp.ClientError, ValueError) as error:
        raise PackageError(f"cannot fetch {link}: {error}") from error


def _may_fetch(link: str) -> bool:
    try:
        url = URL(link)
    except ValueError:
        return False
    return url.scheme == "https" or (
        url.scheme == "http" and url.host in ("localhost", "127.0.0.1", "::1")
    )
