"""What a client is told about a text that was not sent yet."""

from dataclasses import dataclass

from bridge.core.model import EntryId, Lang, Runs, Status


@dataclass(frozen=True, slots=True)
class Shown:
    """A text in another language, of no message; fields as in `Translation`."""

    runs: Runs
    status: Status
    reasons: tuple[str, ...]
    by: str
    engine: str


@dataclass(frozen=True, slots=True)
class Warned:
    """What may go wrong. `kind`: `idiom` (`plain`: the whole text said without it; `note`: a line
    that explains it to the readers), `tone` (`reads`: cold or rude), `doubt` (`reasons`)."""

    kind: str
    text: str | None = None
    entry: EntryId | None = None
    plain: str | None = None
    note: str | None = None
    reads: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """How a text will read in `lang`; `back` is the way back into its own language `source`.
    `shown` is None when there is nothing to translate. `notes`: its own runs with entries."""

    lang: Lang
    source: Lang
    shown: Shown | None
    back: str | None
    notes: Runs
    warnings: tuple[Warned, ...]
