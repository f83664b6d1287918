"""Runs cut into sentences, and their translations put together again."""

from hypothesis import given
from hypothesis import strategies as st

from bridge.core.crossing.lines import Line, lines, merged, spaced
from bridge.core.model import EntryId, Lang, Run, RunKind, plain

EN, ZH = Lang("en"), Lang("zh")
LINK = Run("https://x.cn/a. b", RunKind.LINK)
IDIOM = Run("a stitch in time. saves nine", entry=EntryId("en/idiom/stitch"))

RUNS = st.lists(
    st.builds(Run, st.text("ab。. \n！", min_size=1), st.sampled_from([None, RunKind.LINK]))
).map(tuple)


def words(found: tuple[Line, ...]) -> list[str]:
    return [plain(line.runs) for line in found]


def test_each_sentence_keeps_its_runs() -> None:
    found = lines((Run("看这个 "), LINK, Run("。好看吗？ "), Run("😀", RunKind.EMOJI)))
    assert words(found) == ["看这个 https://x.cn/a. b。", "好看吗？", "😀"]
    assert found[0].runs == (Run("看这个 "), LINK, Run("。"))
    assert found[1].gap == " "


def test_an_idiom_with_a_full_stop_in_it_is_not_cut() -> None:
    assert words(lines((Run("Well. As they say, "), IDIOM, Run(".")))) == [
        "Well.",
        "As they say, a stitch in time. saves nine.",
    ]


@given(RUNS)
def test_nothing_is_lost(runs: tuple[Run, ...]) -> None:
    found = lines(runs)
    assert "".join(plain(line.runs) + line.gap for line in found) == plain(runs)


@given(RUNS)
def test_no_link_is_cut(runs: tuple[Run, ...]) -> None:
    links = [run for run in merged(runs) if run.kind and run.text.strip()]
    kept = [run for line in lines(merged(runs)) for run in line.runs if run.kind]
    assert [run.text.strip() for run in kept if run.text.strip()] == [
        run.text.strip() for run in links
    ]


def test_translations_are_spaced_as_their_language_is() -> None:
    before = lines((Run("你好。再见。"),))
    assert plain(spaced(before, ((Run("Hello."),), (Run("Bye."),)), EN)) == "Hello. Bye."
    before = lines((Run("Hello. Bye."),))
    assert plain(spaced(before, ((Run("你好。"),), (Run("再见。"),)), ZH)) == "你好。再见。"


def test_plain_neighbours_become_one_run() -> None:
    assert merged((Run("a"), Run(""), Run("b"), LINK, Run("c"))) == (Run("ab"), LINK, Run("c"))
