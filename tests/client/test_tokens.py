"""The file that keeps who one is."""

import os
import stat
from pathlib import Path

import pytest

from bridge.client import TokenFile
from bridge.errors import ConfigError
from tests.client.scripted import Visit, client, scripted


def test_a_token_comes_back_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    kept = TokenFile(tmp_path / "new" / "guest")
    assert kept.load() is None
    kept.save("one")
    kept.save("two")
    assert kept.load() == "two"
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert [each.name for each in kept.path.parent.iterdir()] == ["guest"]


def test_a_forgotten_token_is_put_aside(tmp_path: Path) -> None:
    kept = TokenFile(tmp_path / "guest")
    kept.forget()
    kept.save("one")
    kept.forget()
    assert kept.load() is None
    assert (tmp_path / "guest.old").read_text() == "one\n"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="cannot keep the token"):
        TokenFile(tmp_path / "file" / "guest").save("one")


async def test_a_client_keeps_its_token_for_the_next_time(tmp_path: Path) -> None:
    async def first(visit: Visit) -> None:
        assert "token" not in await visit.welcome(token="s3cret")
        await visit.until_closed()

    async def second(visit: Visit) -> None:
        assert (await visit.welcome())["token"] == "s3cret"
        await visit.until_closed()

    kept = TokenFile(tmp_path / "guest")
    async with scripted(first, second) as url:
        async with client(url, token=kept):
            pass
        async with client(url, token=kept) as me:
            assert me.token == "s3cret"


async def test_a_token_that_cannot_be_kept_is_told_at_once(tmp_path: Path) -> None:
    async def server(visit: Visit) -> None:
        await visit.welcome()
        assert await visit.until_closed() == 1000

    (tmp_path / f"guest.{os.getpid()}").mkdir()
    async with scripted(server) as url:
        with pytest.raises(ConfigError, match="cannot keep the token"):
            async with client(url, token=TokenFile(tmp_path / "guest")):
                pass
