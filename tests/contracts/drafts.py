"""Messages and renderings for tests of stores."""

from bridge.core.model import (
    By,
    Draft,
    Lang,
    Millis,
    Rendering,
    RoomName,
    Run,
    Runs,
    Seq,
    Status,
    UserId,
)

TEA = RoomName("tea")
LOBBY = RoomName("lobby")
MEI = UserId("u-mei")
TOM = UserId("u-tom")
ZH = Lang("zh")
EN = Lang("en")
NOON = Millis(1_800_000_000_000)


def draft(
    request: str, text: str = "你好", author: UserId = MEI, reply_to: Seq | None = None
) -> Draft:
    """What somebody is about to say, in Chinese."""
    return Draft(request, author, "Mei", ZH, words(text), reply_to)


def later(seconds: int) -> Millis:
    """So long after noon."""
    return Millis(NOON + 1000 * seconds)


def words(text: str) -> Runs:
    """Plain words."""
    return (Run(text),)


def rendering(text: str = "hello") -> Rendering:
    """A machine's translation."""
    return Rendering(words(text), Status.OK, (), By.MACHINE, "test 1.0")
