"""Entries much like a term, or overlapping with it."""

import pytest

from bridge.core.fold import Folding
from bridge.curation.nearby import nearby
from tests.curation.rooms import entry

FOLDING = Folding({"內": "内"})
TERMS = (
    entry("nei-juan", "内卷", reading="nèi juǎn"),
    entry("juan-wang", "卷王", variants=("内卷之王",)),
    entry("hua-she", "画蛇添足", reading="huà shé tiān zú"),
    entry("po-fang", "破防", reading="pò fáng"),
    entry("bucket", "kick the bucket"),
    entry("kick", "kick"),
    entry("slay", "slay"),
)


def near(term: str, **more: object) -> dict[str, str]:
    found = nearby(entry("new", term, **more), TERMS, FOLDING)
    return {each.entry.term: each.why for each in found}


@pytest.mark.parametrize(
    ("term", "other", "why"),
    [
        ("內卷", "内卷", "same"),
        ("Slay", "slay", "same"),
        ("别内卷了", "内卷", "inside"),
        ("内卷", "卷王", "contains"),
        ("画蛇著足", "画蛇添足", "alike"),
        ("蛇添画足", "画蛇添足", None),
        ("画蛇，添足", "画蛇添足", "same"),
        ("kick it", "kick", "inside"),
        ("kicking", "kick", None),
        ("bucket", "kick the bucket", "contains"),
        ("slaay", "slay", "alike"),
        ("slya", "slay", "alike"),
        ("sl", "slay", None),
    ],
)
def test_why_an_entry_is_near(term: str, other: str, why: str | None) -> None:
    assert near(term).get(other) == why


def test_the_same_sounds_are_alike_whatever_the_tones() -> None:
    assert near("坡方", reading="pō fāng") == {"破防": "alike"}


def test_the_nearest_come_first_and_the_entry_itself_does_not() -> None:
    found = nearby(TERMS[0], TERMS, FOLDING, own=TERMS[0].id)
    assert [each.entry.term for each in found] == ["卷王"]
