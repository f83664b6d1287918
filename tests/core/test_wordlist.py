"""Listed words are found however they are written, and not inside honest words."""

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge.core.covering import covered, screened
from bridge.core.model import By, EntryId, Lang, Rendering, Run, RunKind, Status, Word, plain
from bridge.core.wordfold import WordFold
from bridge.core.wordlist import COVER, ListedWord, Treatment, WordFilter
from tests.busy import busy_s

EN, ZH, DE = Lang("en"), Lang("zh"), Lang("de")
MASK, HOLD = Treatment.MASK, Treatment.HOLD
LISTS = {
    EN: tuple(
        ListedWord(text, act)
        for text, act in (
            ("bad", MASK),
            ("shit", MASK),
            ("ass", MASK),
            ("hell", MASK),
            ("go to hell", HOLD),
        )
    ),
    ZH: tuple(
        ListedWord(text, act)
        for text, act in (
            ("日本", MASK),
            ("操", MASK),
            ("傻逼", MASK),
            ("傻B", MASK),
            ("坏蛋", HOLD),
        )
    ),
}


@pytest.fixture(scope="module")
def words() -> WordFilter:
    jieba.setLogLevel("ERROR")
    return WordFilter(LISTS, WordFold({"們": "们", "壞": "坏"}), jieba.cut)


COVERED = [
    ("so bad", "so ＊＊＊"),
    ("BAD, ｂａｄ", "＊＊＊, ＊＊＊"),
    ("b.a.d", "＊＊＊＊＊"),
    ("b a d", "＊ ＊ ＊"),
    ("b\u200bad", "＊＊＊＊"),
    ("bаd (Cyrillic), bäd", "＊＊＊ (Cyrillic), ＊＊＊"),
    ("sh1t, $h!t, shiiiit", "＊＊＊＊, ＊＊＊＊, ＊＊＊＊＊＊＊"),
    ("your ass!", "your ＊＊＊!"),
    ("你是bad人", "你是＊＊＊人"),
    ("我爱日本人", "我爱＊＊人"),
    ("操你", "＊你"),
    ("傻 逼, 傻.逼", "＊ ＊, ＊＊＊"),
    ("傻Ｂ", "＊＊"),
    ("b.BAD.ad", "＊＊＊＊＊＊＊＊"),
]
LEFT = [
    "badly",
    "sandbad",
    "class assume",
    "he'll go",
    "shell",
    "今日本店开张",
    "体操",
    "傻bug",
    "455",
    "",
    "hello 5455",
    "b d",
]


@pytest.mark.parametrize(("text", "shown"), COVERED)
def test_a_listed_word_is_covered_however_it_is_written(
    words: WordFilter, text: str, shown: str
) -> None:
    assert words.spoken(text).covered == shown


@pytest.mark.parametrize("text", LEFT)
def test_what_only_holds_its_letters_is_left(words: WordFilter, text: str) -> None:
    assert words.spoken(text).covered == text


@pytest.mark.parametrize("text", ["Go to hell", "go, to HELL!", "坏蛋", "壞蛋"])
def test_a_word_to_be_held_holds_the_text_and_leaves_it_as_it_is(
    words: WordFilter, text: str
) -> None:
    assert words.spoken(text).held is True


def test_what_is_held_is_covered_where_nobody_decides(words: WordFilter) -> None:
    verdict = words.spoken("bad 坏蛋")
    assert (verdict.held, verdict.text, verdict.covered) == (True, "＊＊＊ 坏蛋", "＊＊＊ ＊＊")


def test_a_translation_is_held_against_its_own_language_and_other_scripts() -> None:
    lists = {EN: (ListedWord("dick", MASK),), ZH: (ListedWord("坏蛋", MASK),)}
    words = WordFilter(lists, WordFold({}), jieba.cut)
    assert words.rendered("der dicke, dick; 坏蛋", DE).covered == "der dicke, dick; ＊＊"


def test_covered_runs_lose_the_note_and_the_others_keep_theirs(words: WordFilter) -> None:
    noted = Run("snake", entry=EntryId("zh/idiom/x"))
    runs = (Run("a "), Run("bad", entry=EntryId("en/slang/bad")), Run(" "), noted)
    link = Run("http://a", RunKind.LINK)
    text = words.spoken(plain(runs)).covered
    assert covered(runs, text) == (Run("a "), Run("＊＊＊"), Run(" "), noted)
    assert covered((link,), plain((link,))) == (link,)


def test_a_failed_translation_tells_no_listed_word_either(words: WordFilter) -> None:
    failed = Rendering(
        (),
        Status.FAILED,
        ("it repeats itself",),
        By.MACHINE,
        "",
        (Word("坏蛋", "huài dàn", "a bad egg"), Word("他", "tā", "he")),
    )
    assert screened(failed, words, EN).words == (
        Word("＊＊", None, "a ＊＊＊ egg"),
        Word("他", "tā", "he"),
    )


PIECES = st.lists(
    st.sampled_from(
        [
            "b",
            "a",
            "d",
            "bad",
            "B4D",
            ".",
            " ",
            "-",
            "＊",
            "日",
            "本",
            "操",
            "go to hell",
            "\u200b",
            "а",
            "!",
            "\n",
            "傻",
            "逼",
            "好",
            "class",
        ]
    ),
    max_size=14,
).map("".join)


@settings(deadline=None)
@given(PIECES | st.text())
def test_nothing_listed_is_left_and_nothing_else_is_touched(text: str) -> None:
    words = WordFilter(LISTS, WordFold({}), _single)
    shown = words.spoken(text).covered
    assert words.spoken(shown).covered == shown
    assert len(shown) == len(text)
    assert all(after in (before, COVER) for before, after in zip(text, shown, strict=True))


@pytest.mark.parametrize("said", ["b@", "a-b-c-d-", "a b c d ", "操你", "傻逼", "傻 逼"])
def test_no_message_keeps_the_longest_list_busy(said: str) -> None:
    many = (ListedWord(f"w{number:x}ord", MASK) for number in range(10_000))
    lists = {EN: (*LISTS[EN], *many), ZH: LISTS[ZH]}
    words = WordFilter(lists, WordFold({}), jieba.cut)
    text = (said * 2_000)[:2_000]
    words.spoken("warm, 你好")
    # Measured: 5 to 50 ms; it was 4 s when each word was looked for in turn.
    assert busy_s(lambda: words.spoken(text)) < 0.5


def test_who_nests_listed_words_without_end_says_nothing() -> None:
    words = WordFilter(LISTS, WordFold({}), _single)
    said = words.spoken("傻" * 30 + "逼" * 30 + " kind")
    assert said.covered == said.text == f"{COVER * 60} {COVER * 4}"


def _single(text: str) -> list[str]:
    """A cutter to which every character is a word."""
    return list(text)
