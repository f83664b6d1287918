"""Lines typed at the prompt."""

import pytest

from bridge.cli.terminal.commands import (
    Answer,
    Ask,
    Command,
    Delete,
    Edit,
    Help,
    Note,
    Quit,
    React,
    Read,
    Say,
    Who,
    Wrong,
    understand,
)

ANSWER_7 = Answer(7, "to overdo it", "A man drew a snake.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("你好", Say("你好")),
        ("//etc/passwd", Say("/etc/passwd")),
        ("/reply #12 yes\nreally", Say("yes\nreally", 12)),
        ("/reply 12 yes", Say("yes", 12)),
        ("/edit better", Edit(None, "better")),
        ("/edit #12 better", Edit(12, "better")),
        ("/edit 12 monkeys", Edit(None, "12 monkeys")),
        ("/delete", Delete(None)),
        ("/delete #3", Delete(3)),
        ("/react #3 👍", React(3, "👍", True)),
        ("/react #3 -👍", React(3, "👍", False)),
        ("/note", Note(None)),
        ("/note 3", Note(3)),
        ("/ask #3 画蛇添足", Ask(3, "画蛇添足")),
        ("/answer to overdo it", Answer(None, "to overdo it")),
        ("/answer ?7 to overdo it | A man drew a snake.", ANSWER_7),
        ("/lang zh-Hant", Read("zh-Hant")),
        ("/who", Who()),
        ("/HELP", Help()),
        ("/quit", Quit()),
    ],
)
def test_a_line_means_what_the_help_says(typed: str, meant: Command) -> None:
    assert understand(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "/",
        "/foo",
        "/reply",
        "/reply #1",
        "/reply hi",
        "/react 1",
        "/edit",
        "/edit #1",
        "/lang",
        "/ask #1",
        "/answer",
        "/answer ?1",
    ],
)
def test_what_is_not_understood_is_never_said_in_the_room(typed: str) -> None:
    assert isinstance(understand(typed), Wrong)


@pytest.mark.parametrize("typed", ["/delete everything", "/note please"])
def test_a_number_is_a_number(typed: str) -> None:
    assert understand(typed) == Wrong(f"{typed.split()[0]}, or {typed.split()[0]} #N")
