"""What an entry asks of the rest of the message, several senses of one spelling, and what a room
does not allow."""

from bridge.core.model import EntryId, Lang, Run, RunKind
from bridge.core.protect import protect
from tests.core.matchers import chinese, english, found, matcher

TERMS = matcher(
    chinese("88", only_alone=True, near=("睡", "bye")),
    english("fire", near=("🔥", "outfit"), not_near=("smoke",)),
    english("cap", literal_ok=0.7, near=("lying",)),
    english("salty", literal_ok=0.3),
    chinese("锅", not_before=("@",), not_after=("🍲",)),
    english("kick the bucket", not_before=("tom",), not_after=("over",)),
)


def doubts(text: str) -> list[bool]:
    return [run.doubtful for run in TERMS.annotate(protect(text), Lang("en")) if run.entry]


def test_only_alone_counts_marks_emoji_and_names_as_nothing() -> None:
    assert found(TERMS, "@bob 88！！😴", "zh") == ["88"]
    assert found(TERMS, "88 88", "zh") == ["88", "88"]
    assert found(TERMS, "我有88", "zh") == []


def test_only_alone_gives_way_to_what_is_near() -> None:
    assert found(TERMS, "88，我睡了", "zh") == ["88"]


def test_near_is_seen_across_emoji_and_as_a_word_of_its_own() -> None:
    assert found(TERMS, "this is fire 🔥") == ["fire"]
    assert found(TERMS, "your Outfit? fire") == ["fire"]
    assert found(TERMS, "the fire in my outfits") == []


def test_not_near_silences_a_term_wherever_it_stands() -> None:
    assert found(TERMS, "outfit smells of smoke and fire") == []


def test_a_term_that_is_often_literal_is_doubtful_until_something_speaks_for_it() -> None:
    assert doubts("nice cap") == [True]
    assert doubts("cap! he is lying") == [False]
    assert doubts("so salty") == [False]


def test_neighbours_are_seen_in_the_emoji_beside() -> None:
    assert found(TERMS, "好锅🍲", "zh") == []
    assert found(TERMS, "好锅🙂", "zh") == ["锅"]


def test_all_senses_of_one_spelling_stand_together_the_messages_own_language_first() -> None:
    terms = matcher(chinese("pua"), english("PUA"), chinese("pua了"))
    (run,) = terms.annotate((Run("pua"),), Lang("en"))
    assert (run.entry, run.also) == ("en/x/PUA", ("zh/x/pua",))
    (run,) = terms.annotate((Run("pua"),), Lang("zh"))
    assert (run.entry, run.also) == ("zh/x/pua", ("en/x/PUA",))


def test_a_sure_sense_comes_before_a_doubtful_one() -> None:
    terms = matcher(english("tea", literal_ok=1.0), chinese("tea"))
    (run,) = terms.annotate((Run("tea"),), Lang("en"))
    assert (run.entry, run.also, run.doubtful) == ("zh/x/tea", ("en/x/tea",), False)


def test_what_is_not_allowed_gives_way_to_what_is_inside() -> None:
    terms = matcher(chinese("大红包"), chinese("红包"))
    (_, run) = terms.annotate((Run("大红包"),), Lang("zh"), lambda entry: entry != "zh/x/大红包")
    assert run == Run("红包", entry=EntryId("zh/x/红包"))


def test_the_longest_of_overlapping_terms_wins_wherever_it_begins() -> None:
    terms = matcher(chinese("天下"), chinese("下没有不散"))
    assert found(terms, "天下没有不散的筵席", "zh") == ["下没有不散"]


def test_a_term_that_reaches_into_an_emoji_is_one_run_of_plain_words() -> None:
    terms = matcher(chinese("你🐎"))
    runs = terms.annotate(protect("你🐎🙂"), Lang("zh"))
    assert runs == (
        Run("你🐎", None, EntryId("zh/x/你🐎")),
        Run("🙂", RunKind.EMOJI),
    )


def test_an_emoji_takes_its_colours_along_and_is_no_part_of_another() -> None:
    terms = matcher(chinese("👍"), chinese("👩"), chinese("🕯️"))
    assert found(terms, "👍🏽好", "zh") == ["👍🏽"]
    assert found(terms, "👩‍👧", "zh") == []
    assert found(terms, "🕯️", "zh") == ["🕯️"]


def test_what_is_held_down_is_one_term_and_not_also_its_rest() -> None:
    terms = matcher(chinese("呵呵", not_before=("笑",)))
    assert found(terms, "他呵呵呵呵") == ["呵呵呵呵"]
    assert found(terms, "他笑呵呵呵呵") == []


def test_a_neighbour_that_is_a_word_is_meant_with_a_blank_between() -> None:
    assert found(TERMS, "He kicked the bucket over.") == []
    assert found(TERMS, "Tom kicked the bucket.") == []
    assert found(TERMS, "He kicked the bucket, over there") == ["kicked the bucket"]
