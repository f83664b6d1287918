"""What somebody typed at the prompt: words to say, or a command."""

import re
from dataclasses import dataclass

HELP = """\
/lang TAG         read another language, such as /lang zh
/who              who is here
/note [#N]        the notes on message N, or on the newest that has any
/ask #N WORDS     ask what words of message N mean; those who read its language are asked
/answer MEANING   answer the newest question, or /answer ?N MEANING; more after a | if you like
/reply #N TEXT    answer message N
/edit [#N] TEXT   change your message N, or your last
/delete [#N]      take back your message N, or your last
/react #N EMOJI   put an emoji on message N; /react #N -EMOJI takes it off
/quit             leave (Ctrl-D and Ctrl-C do, too)
//TEXT            say something that begins with a slash"""


@dataclass(frozen=True, slots=True)
class Say:
    """Words for the room, perhaps in answer to a message."""

    text: str
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """New words for one's own message; None: the last."""

    seq: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take back one's own message; None: the last."""

    seq: int | None


@dataclass(frozen=True, slots=True)
class React:
    """Put an emoji on a message, or take it off."""

    seq: int
    emoji: str
    on: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Show the notes on a message; None: the newest that has any."""

    seq: int | None


@dataclass(frozen=True, slots=True)
class Ask:
    """What do these words of a message mean?"""

    seq: int
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """They mean this; None: the words of the newest question."""

    question: int | None
    gloss: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """Read another language."""

    lang: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who is here?"""


@dataclass(frozen=True, slots=True)
class Help:
    """What can one type?"""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not understood; `cure` says what would be."""

    cure: str


Command = Say | Edit | Delete | React | Note | Ask | Answer | Read | Who | Help | Quit | Wrong

_NUMBERED = re.compile(r"#?(?P<seq>\d{1,15})(?:\s+(?P<rest>.*))?", re.DOTALL)
_ASKED = re.compile(r"\?(?P<question>\d{1,15})(?:\s+(?P<rest>.*))?", re.DOTALL)
_NEEDED = {"reply": "TEXT", "react": "EMOJI", "ask": "WORDS"}
_HASHED = re.compile(r"#(?P<seq>\d{1,15})(?:\s+(?P<rest>.*))?", re.DOTALL)


def understand(typed: str) -> Command:
    """What is meant by a line typed at the prompt."""
    if not typed.startswith("/"):
        return Say(typed)
    if typed.startswith("//"):
        return Say(typed[1:])
    name, _, rest = typed[1:].partition(" ")
    return _command(name.lower(), rest.strip())


def _command(name: str, rest: str) -> Command:
    match name:
        case "reply" | "react" | "ask":
            return _about(name, rest)
        case "answer":
            return _answer(rest)
        case "edit":
            seq, text = _own(rest)
            return Edit(seq, text) if text else Wrong("/edit TEXT, or /edit #N TEXT")
        case "delete" | "note":
            numbered = _NUMBERED.fullmatch(rest)
            if rest and numbered is None:
                return Wrong(f"/{name}, or /{name} #N")
            seq = int(numbered["seq"]) if numbered else None
            return Delete(seq) if name == "delete" else Note(seq)
        case "lang":
            return Read(rest) if rest else Wrong("/lang TAG, such as /lang zh")
        case "who":
            return Who()
        case "help" | "?":
            return Help()
        case "quit" | "exit" | "q":
            return Quit()
        case _:
            return Wrong(f"there is no /{name}; /help lists what there is")


def _about(name: str, rest: str) -> Command:
    numbered = _NUMBERED.fullmatch(rest)
    if numbered is None or not numbered["rest"]:
        return Wrong(f"/{name} #N {_NEEDED[name]}")
    seq, text = int(numbered["seq"]), numbered["rest"]
    if name == "ask":
        return Ask(seq, text)
    if name == "reply":
        return Say(text, seq)
    return React(seq, text.removeprefix("-").strip(), not text.startswith("-"))


def _answer(rest: str) -> Command:
    asked = _ASKED.fullmatch(rest)
    gloss, _, body = ((asked["rest"] or "") if asked else rest).partition("|")
    if not gloss.strip():
        return Wrong("/answer MEANING, or /answer ?N MEANING | MORE")
    return Answer(int(asked["question"]) if asked else None, gloss.strip(), body.strip())


def _own(rest: str) -> tuple[int | None, str]:
    """A number counts only with its `#`: one's words may begin with a figure."""
    numbered = _HASHED.fullmatch(rest)
    if numbered is None:
        return None, rest
    return int(numbered["seq"]), numbered["rest"] or ""
