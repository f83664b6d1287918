"""The phrasebook: what counts as the same line, how the answer is written, which answer wins."""

import pytest

from bridge.core.model import By, Lang, RoomName
from bridge.core.phrases import Phrase, Phrasebook, parse

ZH, EN = Lang("zh"), Lang("en")
LINES = """\
# A line for people

早上好\tGood morning\tboth
生日快乐！\tHappy birthday!\tboth
谢谢\tThanks\tboth
好的\tOK\tboth
好啊\tSure\tzh-en
走了\tI'm off\tzh-en
晚安\tGood night\tboth
加油\tYou got this\tboth
吃了\tI've eaten\tzh-en
吃了吗？\tHave you eaten yet?\tboth
是吗？\tIs that so?\tzh-en
我不知道\tI don't know\tboth
我饿了\tI'm hungry\tboth
很好\tVery good\tzh-en
好\tGood\ten-zh
天哪\tGod\ten-zh
可爱\tSo cute\tboth
你叫什么名字？\tWhat's your name?\tboth
"""
TRADITIONAL = {"謝": "谢", "餓": "饿", "麼": "么", "嗎": "吗"}


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    phrases, problems = parse(LINES, ZH, EN)
    assert problems == []
    return Phrasebook(phrases, TRADITIONAL)


def english(book: Phrasebook, text: str) -> str | None:
    found = book.find(text, ZH, EN, None)
    return found.target if found else None


def chinese(book: Phrasebook, text: str) -> str | None:
    found = book.find(text, EN, ZH, None)
    return found.target if found else None


@pytest.mark.parametrize(
    "text",
    [
        "I don't know",
        "i dont know",
        "I don’t know",
        "I DO NOT KNOW",
        "Ｉ ｄｏｎｔ ｋｎｏｗ",
        "I don't... know",
    ],
)
def test_case_width_blanks_punctuation_and_apostrophes_make_no_difference(
    book: Phrasebook, text: str
) -> None:
    assert book.find(text, EN, ZH, None) is not None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("so cuuuute", "可爱"),
        ("sooooo cuteee", "可爱"),
        ("goooood", "好"),
        ("goood morningggg", "早上好"),
        ("thanksss", "谢谢"),
    ],
)
def test_a_stretched_letter_stands_for_one_or_two(book: Phrasebook, text: str, answer: str) -> None:
    assert chinese(book, text) == answer


def test_two_equal_letters_are_two_letters(book: Phrasebook) -> None:
    assert chinese(book, "good") == "好"
    assert chinese(book, "god") == "天哪"


@pytest.mark.parametrize(
    "text", ["谢谢谢谢", "谢谢谢谢谢谢", "谢谢谢", "謝謝", "谢谢啊啊啊", "谢 谢"]
)
def test_thanks_are_thanks_however_often_they_are_said(book: Phrasebook, text: str) -> None:
    assert english(book, text) == "Thanks"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("好的呀", "OK"),
        ("晚安啦", "Good night"),
        ("走啦", "I'm off"),
        ("加油加油加油", "You got this"),
    ],
)
def test_particles_and_saying_it_again_change_only_the_mood(
    book: Phrasebook, text: str, answer: str
) -> None:
    assert english(book, text) == answer


def test_a_line_of_its_own_beats_what_is_left_without_the_particle(book: Phrasebook) -> None:
    assert english(book, "好啊") == "Sure"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("早上好", "Good morning"),
        ("早上好！", "Good morning!"),
        ("早上好。", "Good morning."),
        ("早上好～", "Good morning~"),
        ("早上好……", "Good morning..."),
        ("生日快乐", "Happy birthday"),
        ("生日快乐！！！", "Happy birthday!!!"),
        ("🎉生日快乐！🎂", "🎉Happy birthday!🎂"),
        ("早上好 ☀️", "Good morning ☀️"),
    ],
)
def test_the_marks_and_emoji_of_the_answer_are_those_of_the_text(
    book: Phrasebook, text: str, answer: str
) -> None:
    assert english(book, text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("good morning.", "早上好。"),
        ("good morning!!", "早上好！！"),
        ("what's your name", "你叫什么名字？"),
    ],
)
def test_marks_are_written_as_chinese_writes_them(book: Phrasebook, text: str, answer: str) -> None:
    assert chinese(book, text) == answer


def test_a_question_without_its_mark_is_found_and_stays_a_question(book: Phrasebook) -> None:
    assert english(book, "吃了吗") == "Have you eaten yet?"
    assert english(book, "吃了吗！") == "Have you eaten yet?!"
    assert english(book, "是么") == "Is that so?"


def test_a_question_mark_never_finds_a_statement(book: Phrasebook) -> None:
    assert english(book, "吃了") == "I've eaten"
    assert english(book, "吃了？") is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("谢谢哈哈哈", "Thanks haha"),
        ("谢谢哈哈！", "Thanks haha!"),
        ("哈哈哈，晚安", "Haha, good night"),
        ("哈哈我饿了", "Haha, I'm hungry"),
        ("哈哈吃了吗", "Haha, have you eaten yet?"),
    ],
)
def test_laughter_before_or_after_is_kept(book: Phrasebook, text: str, answer: str) -> None:
    assert english(book, text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("好的，谢谢！", "OK, thanks!"),
        ("我饿了，吃了吗？", "I'm hungry, have you eaten yet?"),
        ("晚安, 加油、谢谢😊", "Good night, you got this, thanks😊"),
    ],
)
def test_known_lines_with_commas_between_are_a_known_line(
    book: Phrasebook, text: str, answer: str
) -> None:
    assert english(book, text) == answer


@pytest.mark.parametrize("text", ["是吗，谢谢", "好的，那我走了", "好的，谢谢，晚安，加油"])
def test_one_unknown_or_doubtful_clause_leaves_the_whole_to_the_machine(
    book: Phrasebook, text: str
) -> None:
    assert english(book, text) is None


def test_too_much_is_too_much_with_and_without_particles(book: Phrasebook) -> None:
    taught = book.with_lines([person("太贵了", "Too expensive", None)])
    assert english(taught, "也太贵了吧！") == "Too expensive!"


def test_english_laughter_becomes_chinese_laughter(book: Phrasebook) -> None:
    assert chinese(book, "lol thanks") == "哈哈，谢谢"
    assert chinese(book, "Thanks haha") == "谢谢哈哈"
    assert chinese(book, "lol") is None


@pytest.mark.parametrize(
    "text",
    ["", "🎂", "……", "早上好天哪", "@谢谢", "#好的", "谢谢%", "早上🎉好", "谢谢你的好意"],
)
def test_what_is_no_known_line_is_left_to_the_machine(book: Phrasebook, text: str) -> None:
    assert english(book, text) is None


def test_a_line_for_one_way_is_not_said_the_other_way(book: Phrasebook) -> None:
    assert chinese(book, "I've eaten") is None
    assert english(book, "可爱") == "So cute"
    assert book.find("早上好", ZH, Lang("de"), None) is None


def person(source: str, target: str, room: str | None) -> Phrase:
    return Phrase(ZH, EN, source, target, By.PERSON, RoomName(room) if room else None)


def test_a_persons_line_beats_the_shipped_one_and_a_rooms_own_beats_both(
    book: Phrasebook,
) -> None:
    taught = book.with_lines([person("加油", "Go team", None), person("加油", "Push!", "gym")])
    everywhere = taught.find("加油", ZH, EN, RoomName("tea"))
    in_the_gym = taught.find("加油！", ZH, EN, RoomName("gym"))
    assert everywhere is not None
    assert in_the_gym is not None
    assert (everywhere.target, everywhere.by) == ("Go team", By.PERSON)
    assert in_the_gym.target == "Push!"
    assert english(book, "加油") == "You got this"


def test_of_two_corrections_the_later_one_counts(book: Phrasebook) -> None:
    taught = book.with_lines([person("加油", "Go on", None)])
    assert english(taught.with_lines([person("加油", "Go go", None)]), "加油") == "Go go"


def test_a_line_given_exactly_is_answered_exactly(book: Phrasebook) -> None:
    taught = book.with_lines([person("冲鸭", "Let's go!!", None)])
    assert english(taught, "冲鸭") == "Let's go!!"


def test_the_revision_tells_what_is_in_the_book(book: Phrasebook) -> None:
    taught = book.with_lines([person("冲鸭", "Let's go", None)])
    same = book.with_lines([person("早上好", "Good morning", "tea")])
    assert len({book.revision, taught.revision, same.revision}) == 3
    assert Phrasebook(parse(LINES, ZH, EN)[0], TRADITIONAL).revision == book.revision
