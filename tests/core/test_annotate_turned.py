"""English phrases turned round, stretched out and spelt in other ways."""

import pytest

from tests.core.matchers import english, found, matcher

TERMS = matcher(
    english("spill the beans"),
    english("pull [one's] leg"),
    english("let the cat out of the bag"),
    english("throw [someone] under the bus"),
    english("turn over a new leaf"),
    english("kick the bucket", gap=1),
    english("pull strings"),
    english("break a leg", hits=("Break a leg!",), misses=("Tom broke a leg.",)),
    english("bite off more than you can chew"),
    english("have [one's] cake and eat it too"),
    english("wrap your head around"),
    english("shoot yourself in the foot"),
    english("pull an all-nighter"),
    english("it's raining cats and dogs"),
    english("every cloud has a silver lining"),
    english("too many cooks spoil the broth"),
    english("the penny dropped"),
    english("jack of all trades"),
    english("piece of cake"),
    english("know-it-all"),
    english("I'm all ears"),
    english("don't mention it"),
    english("talk somebody into sth"),
    english("slay"),
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("So the beans were spilled.", ["the beans were spilled"]),
        ("the beans have finally been spilt", ["the beans have finally been spilt"]),
        ("His leg was being pulled", ["His leg was being pulled"]),
        ("The cat was let out of the bag", ["The cat was let out of the bag"]),
        ("She got thrown under the bus", ["thrown under the bus"]),
        ("I was talked into it", ["talked into"]),
        ("A new leaf was turned over", ["A new leaf was turned over"]),
        ("some strings were pulled", ["some strings were pulled"]),
    ],
)
def test_a_phrase_in_the_passive_is_found(text: str, terms: list[str]) -> None:
    assert found(TERMS, text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("he kicked the old bucket", ["kicked the old bucket"]),
        ("pulled a few strings", ["pulled a few strings"]),
        ("spilled all the goddamn beans", ["spilled all the goddamn beans"]),
        ("bit off more than he could chew", ["bit off more than he could chew"]),
        ("had her cake and ate it too", ["had her cake and ate it too"]),
        ("wrap our heads around", ["wrap our heads around"]),
        ("shot themselves in the foot", ["shot themselves in the foot"]),
        ("we pulled two all-nighters", ["pulled two all-nighters"]),
        ("it rained cats and dogs", ["rained cats and dogs"]),
        ("every cloud had a silver lining", ["every cloud had a silver lining"]),
        ("too many cooks spoiled the broth", ["too many cooks spoiled the broth"]),
        ("the penny finally drops", ["the penny finally drops"]),
        ("jacks of all trades", ["jacks of all trades"]),
        ("a bunch of know-it-alls", ["know-it-alls"]),
        ("im all ears", ["im all ears"]),
        ("do not mention it", ["do not mention it"]),
        ('he "spilled" the beans', ['spilled" the beans']),
        ("slayyyyy", ["slayyyyy"]),
    ],
)
def test_a_phrase_is_found_in_other_forms(text: str, terms: list[str]) -> None:
    assert found(TERMS, text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "the bucket was kicked over",
        "he kicked the big old bucket",
        "a leg was broken",
        "Tom broke a leg",
        "talked into the phone",
        "two pieces of cake",
        "I saw the beans. Were spilled drinks free?",
        "He let go. The cat was out of the bag",
        "do know it, all of you",
        "the bus was thrown under",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(TERMS, text) == []


def test_a_line_may_break_inside_a_phrase_and_a_paragraph_may_not() -> None:
    assert found(TERMS, "he spilled the\nbeans") == ["spilled the\nbeans"]
    assert found(TERMS, "he spilled the\n \nbeans") == []


def test_a_form_that_a_hit_shows_is_not_ruled_out_by_a_miss() -> None:
    dying = english(
        "kick the bucket", hits=("He kicked the bucket.",), misses=("He kicked the bucket over.",)
    )
    assert found(matcher(dying), "Grandpa kicked the bucket in May") == ["kicked the bucket"]
