"""Settings: defaults, file, environment and flags, in that order."""

from pathlib import Path

import pytest

from bridge.config import load
from bridge.errors import ConfigError


def test_without_anything_the_documented_defaults_hold() -> None:
    settings = load({}, None)
    assert (settings.port, settings.max_chars, settings.max_frame) == (8080, 2000, 65536)


def test_the_environment_wins_over_the_file_and_a_flag_over_both(tmp_path: Path) -> None:
    file = tmp_path / "bridge.toml"
    file.write_text('port = 1\nmax_chars = 10\nsends_per_5s = 7\ndata = "x"\n')
    settings = load({"BRIDGE_PORT": "2", "BRIDGE_MAX_CHARS": "20"}, file, port=3)
    assert (settings.port, settings.max_chars, settings.sends_per_5s) == (3, 20, 7)
    assert settings.data == Path("x")


def test_sizes_may_be_written_with_their_unit() -> None:
    assert load({"BRIDGE_MAX_FRAME": "128 KiB"}, None).max_frame == 131072


def test_origins_are_a_list() -> None:
    settings = load({"BRIDGE_ORIGINS": "https://a.example, https://b.example"}, None)
    assert settings.origins == ("https://a.example", "https://b.example")


def test_a_wrong_value_names_its_key() -> None:
    with pytest.raises(ConfigError, match="max_chars"):
        load({"BRIDGE_MAX_CHARS": "many"}, None)


def test_an_unknown_key_in_the_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bridge.toml"
    file.write_text("colour = 1\n")
    with pytest.raises(ConfigError, match="colour"):
        load({}, file)


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read"):
        load({}, tmp_path / "none.toml")
