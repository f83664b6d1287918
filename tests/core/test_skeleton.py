"""Names that look alike have one skeleton; others do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.skeleton import another, mixed, skeleton

ALIKE = [
    ("admin", "аdmin"),
    ("admin", "ADMIN"),
    ("admin", "a\u200bdmin"),
    ("admin", "ａｄｍｉｎ"),
    ("admin", "𝐚𝐝𝐦𝐢𝐧"),
    ("admin", "adm\u0456n"),
    ("Ivan", "lvan"),
    ("modern", "modem"),
    ("Bob", "B0b"),
    ("Tom", "Τοm"),
    ("小美", "小美\ufe0f"),
]
APART = [("Ann", "Anna"), ("José", "Jose"), ("小美", "小林"), ("Mei", "Mei 2"), ("Tom", "Tim")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_looks_alike_has_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_looks_different_has_another(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    "name", ["Ann", "小美 Mei", "김민수 Kim", "さくら Sakura", "Иван", "😀 tom"]
)
def test_honest_names_mix_nothing(name: str) -> None:
    assert mixed(name) == ()


@pytest.mark.parametrize("name", ["аdmin", "Τοm", "小美ф"])
def test_alphabets_that_honest_names_keep_apart_are_told(name: str) -> None:
    assert len(mixed(name)) == 2


def test_another_name_is_like_the_first_and_nobodys() -> None:
    assert another("Mei", [skeleton("Mei"), skeleton("Mei 2")]) == "Mei 3"


def test_a_deceiving_name_is_not_offered_again() -> None:
    assert another("аdmin", []) == "admin 2"


@given(st.text())
def test_any_text_has_a_skeleton_that_is_its_own(name: str) -> None:
    assert skeleton(skeleton(name)) == skeleton(name)


@given(st.text(), st.lists(st.text()))
def test_another_name_never_looks_like_one_that_is_taken(name: str, taken: list[str]) -> None:
    skeletons = [skeleton(each) for each in taken]
    assert skeleton(another(name, skeletons)) not in skeletons
