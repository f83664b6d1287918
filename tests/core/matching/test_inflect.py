"""English forms, there and back."""

import pytest

from bridge.core.matching.inflect import Form, inflect, is_verb, plural, readings, stem


@pytest.mark.parametrize(
    ("base", "s", "past", "participle", "ing"),
    [
        ("kick", "kicks", "kicked", "kicked", "kicking"),
        ("die", "dies", "died", "died", "dying"),
        ("stop", "stops", "stopped", "stopped", "stopping"),
        ("give", "gives", "gave", "given", "giving"),
        ("try", "tries", "tried", "tried", "trying"),
        ("stay", "stays", "stayed", "stayed", "staying"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("visit", "visits", "visited", "visited", "visiting"),
        ("panic", "panics", "panicked", "panicked", "panicking"),
        ("go", "goes", "went", "gone", "going"),
        ("have", "has", "had", "had", "having"),
        ("hit", "hits", "hit", "hit", "hitting"),
        ("watch", "watches", "watched", "watched", "watching"),
    ],
)
def test_a_verb_takes_its_forms(base: str, s: str, past: str, participle: str, ing: str) -> None:
    assert [inflect(base, form) for form in Form] == [base, s, past, participle, ing]


@pytest.mark.parametrize(
    ("word", "base", "forms"),
    [
        ("kicked", "kick", (Form.PAST, Form.PARTICIPLE)),
        ("spilt", "spill", (Form.PAST, Form.PARTICIPLE)),
        ("spilled", "spill", (Form.PAST, Form.PARTICIPLE)),
        ("bitten", "bite", (Form.PARTICIPLE,)),
        ("hit", "hit", (Form.BASE, Form.PAST, Form.PARTICIPLE)),
        ("were", "be", (Form.PAST,)),
        ("bucket", "kick", ()),
    ],
)
def test_a_form_is_read_back(word: str, base: str, forms: tuple[Form, ...]) -> None:
    assert readings(word, base) == forms


@pytest.mark.parametrize(
    ("one", "many"),
    [("leg", "legs"), ("potato", "potatoes"), ("person", "people"), ("party", "parties")],
)
def test_a_noun_takes_its_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_verbs_are_known_by_their_base_alone() -> None:
    assert is_verb("spill")
    assert not is_verb("spilled")


@pytest.mark.parametrize(("one", "other"), [("told", "telling"), ("parties", "party")])
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)
