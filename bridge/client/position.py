"""How far a client has got in a room: what it asks for when it comes back."""

from bridge.core.model import At, Lang

Key = tuple[object, ...]


class Position:
    """`after` and `epoch` for the next `join`.

    What is missed comes in `seq` order, not in `at` order. So `after` stands still until all of
    it is there, and what had come when a connection broke is remembered and not shown twice.
    """

    def __init__(self, lang: Lang) -> None:
        self.after: At | None = None
        self.epoch: str | None = None
        self._live = False
        self._lang = self._asked = lang
        self._shown: set[Key] = set()

    def resume(self, lang: Lang) -> tuple[At, str] | None:
        """What to ask for, reading `lang`; None: start afresh."""
        self._asked = lang
        # The server brings what is in view over to a new language, but doesn't say when that is
        # done. Until something in that language was seen, only a fresh start is sure to bring it.
        if self.after is None or self.epoch is None or lang != self._lang:
            return None
        return self.after, self.epoch

    def lost(self) -> None:
        """The connection is gone."""
        self._live = False

    def forget(self) -> None:
        """Start afresh next time."""
        self.after = None
        self._live = False

    def joined(self, epoch: str, recovered: bool) -> None:
        """In again."""
        if not recovered:
            self.after = None
            self._shown.clear()
            self._lang = self._asked
        self.epoch = epoch
        self._live = False

    def caught_up(self, at: At) -> None:
        """All that was missed is here."""
        self.after = at
        self._live = True
        self._shown.clear()

    def passes(self, at: At, key: Key, lang: Lang | None = None) -> bool:
        """Note a change of the room; False when it was shown already. `lang`: of a translation."""
        if lang is not None:
            self._lang = lang
        if self._live:
            self.after = max(at, self.after or at)
            return True
        if key in self._shown:
            return False
        self._shown.add(key)
        return True
