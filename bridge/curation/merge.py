"""Two versions of an entry that come from one: what becomes of both, and where they contradict."""

from collections.abc import Iterable
from dataclasses import dataclass

from bridge.core.glossary import Entry
from bridge.core.model import EntryId
from bridge.curation.fields import Flat, Value, built, flat, told_to

WHOLE = "entry"
"""The field of a conflict in which one side removed what the other side changed."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """Both sides changed one field, and not alike; None where it is not given."""

    field: str
    base: Value | None
    ours: Value | None
    theirs: Value | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of both; where they contradict, `entry` says what ours says. When one side
    removed it and the other changed it, `entry` is the one that lives."""

    entry: Entry | None
    conflicts: tuple[FieldConflict, ...] = ()


def merge(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Merged:
    """Field by field. None is an entry that does not exist (yet, or any more)."""
    if ours == theirs or theirs == base:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    if ours is None or theirs is None:
        terms = (each.term if each else None for each in (base, ours, theirs))
        return Merged(ours or theirs, (FieldConflict(WHOLE, *terms),))
    return _merged(ours.id, flat(base) if base else {}, flat(ours), flat(theirs))


def _merged(entry: EntryId, base: Flat, ours: Flat, theirs: Flat) -> Merged:
    whole: Flat = {}
    conflicts: dict[str, FieldConflict] = {}
    for name in dict.fromkeys((*ours, *theirs, *base)):
        before, mine, other = base.get(name), ours.get(name), theirs.get(name)
        value, agreed = _one(before, mine, other)
        if value is not None:
            whole[name] = value
        if not agreed:
            conflicts[name] = FieldConflict(name, before, mine, other)
    for name in _broken(whole):
        conflicts[name] = FieldConflict(name, base.get(name), ours.get(name), theirs.get(name))
        whole = _as_ours(whole, ours, name)
    return Merged(built(entry, whole), tuple(conflicts.values()))


def _one(base: Value | None, ours: Value | None, theirs: Value | None) -> tuple[Value | None, bool]:
    """What becomes of one field, and whether both sides can live with it."""
    if ours == theirs or theirs == base:
        return ours, True
    if ours == base:
        return theirs, True
    lists = tuple(each or () for each in (base, ours, theirs))
    if all(isinstance(each, tuple) and len(set(each)) == len(each) for each in lists):
        return _list(*lists)  # type: ignore[arg-type]
    return ours, False


def _list(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[Value | None, bool]:
    """Ours, with what they added at the end and without what they took out. When both replaced
    the same item, each by another one, that is a contradiction."""
    gone = set(base) - set(theirs)
    added = [each for each in theirs if each not in base and each not in ours]
    both_replaced = gone & (set(base) - set(ours)) and added and set(ours) - set(base) - set(theirs)
    if both_replaced:
        return ours or None, False
    return (*(each for each in ours if each not in gone), *added) or None, True


def _broken(whole: Flat) -> Iterable[str]:
    """Fields without which there is no entry, and which each side took away a part of."""
    if "hits" not in whole:
        yield "hits"
    readers = {told_to(name)[0] for name in whole} - {None}
    for reader in sorted(readers, key=str):
        if f"for.{reader}.gloss" not in whole:
            yield f"for.{reader}.gloss"
    if not readers:
        yield "for"


def _as_ours(whole: Flat, ours: Flat, name: str) -> Flat:
    """With this field, and what else is told to its reader, as ours has it."""
    reader, _ = told_to(name)
    prefix = name if reader is None else f"for.{reader}."
    return {each: value for each, value in whole.items() if not each.startswith(prefix)} | {
        each: value for each, value in ours.items() if each.startswith(prefix)
    }
