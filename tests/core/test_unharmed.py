"""What must stay is kept from the engine, and comes back exactly once."""

from hypothesis import given
from hypothesis import strategies as st

from bridge.core.model import EntryId, Run, RunKind, Runs, plain
from bridge.core.unharmed import parts, restore, split
from bridge.core.wording import Parts, Wording, meant

LINK = Run("https://x.cn", RunKind.LINK)
AT = Run("@mei", RunKind.MENTION)
SMILE = Run("😀", RunKind.EMOJI)
BRAND = Run("小红书", entry=EntryId("zh/custom/xiaohongshu"))
NOBODY: frozenset[str] = frozenset()
NOTHING: frozenset[EntryId] = frozenset()

RUNS = st.lists(
    st.builds(
        Run,
        st.text("ab 汤姆Tom，。https", min_size=1, max_size=8),
        st.sampled_from([None, None, RunKind.LINK, RunKind.EMOJI, RunKind.MENTION]),
    ),
    max_size=8,
).map(tuple)


def said(way: Parts) -> str:
    return "".join(meant(part) if isinstance(part, Wording) else plain(part) for part in way)


def wordings(way: Parts) -> list[str]:
    return [part.text for part in way if isinstance(part, Wording)]


@given(RUNS)
def test_nothing_is_lost_on_the_way_to_the_engine(runs: Runs) -> None:
    assert said(parts(runs, frozenset({"Tom", "汤姆"}), NOTHING)) == plain(runs)
    assert said(split(runs, NOTHING)) == plain(runs)


@given(RUNS, st.text("ab 汤姆TomJack玛丽。", max_size=12))
def test_whatever_the_engine_says_a_link_comes_back_once_or_not_at_all(
    runs: Runs, output: str
) -> None:
    for part in parts(runs, NOBODY, NOTHING):
        if isinstance(part, Wording) and (restored := restore(output, part)) is not None:
            stayed = [each.run for each in part.stand_ins]
            assert sorted(run.text for run in restored if run.kind) == sorted(
                run.text for run in stayed if run.kind
            )


def test_what_stays_at_the_edges_is_cut_off() -> None:
    way = parts((AT, Run(" 你看 "), LINK, Run("。")), NOBODY, NOTHING)
    assert wordings(way) == [" 你看 "]
    assert said(way) == "@mei 你看 https://x.cn。"


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
