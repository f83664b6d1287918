"""What must stay is kept from the engine, and comes back exactly once."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.core.crossing.unharmed import parts, restore, split
from bridge.core.crossing.wording import Parts, Wording
from bridge.core.model import EntryId, Run, RunKind, Runs, plain
from tests.busy import busy_s

LINK = Run("https://x.cn", RunKind.LINK)
AT = Run("@mei", RunKind.MENTION)
SMILE = Run("😀", RunKind.EMOJI)
BRAND = Run("小红书", entry=EntryId("zh/custom/xiaohongshu"))
NOBODY: frozenset[str] = frozenset()
NOTHING: frozenset[EntryId] = frozenset()

RUNS = st.lists(
    st.builds(
        Run,
        st.text("ab 汤姆Tom八eight158.:%，。https", min_size=1, max_size=8),
        st.sampled_from([None, None, RunKind.LINK, RunKind.EMOJI, RunKind.MENTION]),
    ),
    max_size=8,
).map(tuple)


def meant(wording: Wording) -> str:
    """The wording with everything that is stood in for in its place."""
    text = wording.text
    for each in reversed(wording.stand_ins):
        text = text[: each.start] + each.run.text + text[each.start + len(each.text) :]
    return text


def said(way: Parts) -> str:
    return "".join(meant(part) if isinstance(part, Wording) else plain(part) for part in way)


def wordings(way: Parts) -> list[str]:
    return [part.text for part in way if isinstance(part, Wording)]


@given(RUNS)
def test_nothing_is_lost_on_the_way_to_the_engine(runs: Runs) -> None:
    assert said(parts(runs, frozenset({"Tom", "汤姆"}), NOTHING)) == plain(runs)
    assert said(split(runs, NOTHING)) == plain(runs)


@given(RUNS, st.text(" 汤姆Tom玛丽MaryJack杰克八8eight五。", max_size=24))
def test_whatever_the_engine_says_each_thing_comes_back_once_or_nothing_does(
    runs: Runs, output: str
) -> None:
    for part in parts(runs, frozenset({"Lily"}), NOTHING):
        if isinstance(part, Wording) and (restored := restore(output, part)) is not None:
            for each in part.stand_ins:
                wanted = sum(other.run is each.run for other in part.stand_ins)
                assert sum(run is each.run for run in restored) == wanted


@given(RUNS)
def test_from_an_engine_that_repeats_what_it_hears_the_text_comes_back(runs: Runs) -> None:
    for part in parts(runs, NOBODY, NOTHING):
        if isinstance(part, Wording) and (restored := restore(part.text, part)) is not None:
            assert "".join(plain(restored).split()) == "".join(meant(part).split())


def test_what_stays_at_the_edges_is_cut_off() -> None:
    way = parts((AT, Run(" 你看 "), LINK, Run("。")), NOBODY, NOTHING)
    assert wordings(way) == [" 你看 ", "。"]
    assert way[0] == (AT,)
    assert (LINK,) in way


def test_what_stays_in_the_middle_stands_in_as_a_name_of_the_sentences_script() -> None:
    assert wordings(parts((Run("在"), LINK, Run("上看")), NOBODY, NOTHING)) == ["在汤姆上看"]
    assert wordings(parts((Run("see "), LINK, Run(" now")), NOBODY, NOTHING)) == ["see Tom now"]


def test_a_name_that_the_text_uses_itself_stands_for_nothing() -> None:
    runs = (Run("Tom says "), LINK, Run(" is down"))
    [wording] = wordings(parts(runs, NOBODY, NOTHING))
    assert wording == "Tom says Mary is down"


def test_more_things_than_engines_can_keep_apart_cut_the_sentence() -> None:
    runs = (Run("从"), AT, Run("到"), LINK, Run("还有"), AT, Run("来"))
    assert wordings(parts(runs, NOBODY, NOTHING)) == ["从", "到", "还有", "来"]


def test_emoji_are_cut_out_wherever_they_are() -> None:
    assert wordings(parts((Run("太好了"), SMILE, Run("明天见")), NOBODY, NOTHING)) == [
        "太好了",
        "明天见",
    ]


def test_a_name_is_a_part_of_the_sentence_even_at_its_edge() -> None:
    assert wordings(parts((Run("小美说她来"),), frozenset({"小美"}), NOTHING)) == ["汤姆说她来"]
    assert wordings(parts((Run("Is Lily Lilyish?"),), frozenset({"Lily"}), NOTHING)) == [
        "Is Tom Lilyish?"
    ]


def test_kept_terms_are_cut_off_or_stood_in_for_and_others_are_words() -> None:
    runs = (Run("我在"), BRAND, Run("上看到的"))
    assert wordings(parts(runs, NOBODY, frozenset({EntryId("zh/custom/xiaohongshu")}))) == [
        "我在汤姆上看到的"
    ]
    assert wordings(parts(runs, NOBODY, NOTHING)) == ["我在小红书上看到的"]


def test_a_name_comes_back_however_engines_spell_or_stammer_it() -> None:
    [wording] = parts((Run("在"), LINK, Run("上看")), NOBODY, NOTHING)
    assert isinstance(wording, Wording)
    for output in ("Look on Tom.", "look on tom.", "Look on Tom Tom.", "在湯姆上看."):
        restored = restore(output, wording)
        assert restored is not None
        assert LINK in restored


def test_what_comes_back_twice_or_never_is_refused() -> None:
    [wording] = parts((Run("在"), LINK, Run("上看")), NOBODY, NOTHING)
    assert isinstance(wording, Wording)
    assert restore("Look.", wording) is None
    assert restore("Tom looks on Tom.", wording) is None
    assert restore("Look at the tomato.", wording) is None


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("昨天没来。", "汤姆昨天没来。"),
        (" is taller than me.", "Tom is taller than me."),
        ("说他病了", "汤姆说他病了"),
        ("'s cat is cute", "Tom's cat is cute"),
    ],
)
def test_somebody_spoken_of_at_the_beginning_is_part_of_the_sentence(
    text: str, wording: str
) -> None:
    assert wordings(parts((AT, Run(text)), NOBODY, NOTHING)) == [wording]


@pytest.mark.parametrize(
    "text", [" 你到哪儿了？", "，生日快乐！", " can you come?", " thanks!", " 明天一起吃饭吗"]
)
def test_somebody_called_at_the_beginning_is_not(text: str) -> None:
    assert wordings(parts((AT, Run(text)), NOBODY, NOTHING)) == [text]


def test_a_mention_ends_with_the_name_of_somebody_here() -> None:
    way = parts((Run("我喜欢"), Run("@小美的猫", RunKind.MENTION)), frozenset({"小美"}), NOTHING)
    assert wordings(way) == ["我喜欢汤姆的猫"]
    assert said(way) == "我喜欢@小美的猫"


def test_two_who_are_called_are_both_cut_off_and_two_spoken_of_stay() -> None:
    bob = Run("@bob", RunKind.MENTION)
    called = parts((AT, Run(" "), bob, Run(" 明天来吗？")), NOBODY, NOTHING)
    assert wordings(called) == [" ", " 明天来吗？"]
    spoken_of = parts((AT, Run("和"), bob, Run("明天来吗？")), NOBODY, NOTHING)
    assert wordings(spoken_of) == ["汤姆和玛丽明天来吗？"]


def test_somebody_at_the_end_is_called_after_a_greeting_and_spoken_of_after_a_verb() -> None:
    assert wordings(parts((Run("good night "), AT), NOBODY, NOTHING)) == ["good night "]
    assert wordings(parts((Run("I saw "), AT), NOBODY, NOTHING)) == ["I saw Tom"]


def test_numbers_that_engines_get_wrong_stand_in_as_small_ones() -> None:
    assert wordings(parts((Run("这件¥520，那件180元"),), NOBODY, NOTHING)) == ["这件八，那件五元"]
    assert wordings(parts((Run("Call 13812345678 at 8"),), NOBODY, NOTHING)) == ["Call Tom at 8"]
    assert wordings(parts((Run("The train leaves at 14:05."),), NOBODY, NOTHING)) == [
        "The train leaves at eight."
    ]


def test_a_number_that_the_sentence_has_already_stands_for_no_other() -> None:
    assert wordings(parts((Run("8个人吃了42个饺子"),), NOBODY, NOTHING)) == ["8个人吃了五个饺子"]


def test_a_third_number_goes_to_the_engine_as_it_is() -> None:
    [wording] = wordings(parts((Run("from 11 to 22 to 33 miles"),), NOBODY, NOTHING))
    assert wording == "from eight to five to 33 miles"


def test_a_number_comes_back_with_its_own_unit_and_not_the_engines_too() -> None:
    [wording] = parts((Run("The train leaves at 14:05."),), NOBODY, NOTHING)
    assert isinstance(wording, Wording)
    for output in ("火车八点出发。", "火车8点出发。", "火车8点钟出发。"):
        assert plain(restore(output, wording) or ()) == "火车14:05出发。"
    assert restore("火车十八点出发。", wording) is None
    assert restore("火车8:30出发。", wording) is None


def test_numbers_and_a_term_with_a_note_are_the_engines_when_the_sentence_is_split() -> None:
    runs = (Run("我有42个"), LINK, Run("的号"))
    assert wordings(split(runs, NOTHING)) == ["我有42个", "的号"]
    slang = (Run("520", entry=EntryId("zh/slang/520")), Run("啊"))
    assert wordings(parts(slang, NOBODY, NOTHING)) == ["520啊"]


def test_half_a_sentence_ends_without_the_engines_full_stop() -> None:
    runs = (Run("太好了"), SMILE, Run("明天见"))
    first, _, last = parts(runs, NOBODY, NOTHING)
    assert isinstance(first, Wording)
    assert isinstance(last, Wording)
    assert plain(restore("Great.", first) or ()) == "Great"
    assert plain(restore("See you.", last) or ()) == "See you."


def test_half_a_sentence_keeps_the_comma_that_it_had() -> None:
    first = parts((Run("See you, "), AT), NOBODY, NOTHING)[0]
    assert isinstance(first, Wording)
    assert plain(restore("再见。", first) or ()) == "再见，"


def test_a_link_does_not_run_into_chinese_words() -> None:
    [wording] = parts((Run("Open "), LINK, Run(" now")), NOBODY, NOTHING)
    assert isinstance(wording, Wording)
    assert plain(restore("现在打开汤姆。", wording) or ()) == "现在打开 https://x.cn。"


def test_hostile_lengths_take_no_time_to_speak_of() -> None:
    for text in ("1" * 2000, "1:" * 1000, "Tom " * 500, "八" * 2000, "@" * 2000, "+1-" * 666):
        runs = (AT, Run(text), LINK, Run(text))
        assert busy_s(partial(parts, runs, frozenset({"Tom", "小美"}), NOTHING)) < 0.2
