"""Questions on the terminal: shown once, to those who did not ask them."""

from bridge.cli.terminal.asked import Questions
from bridge.client import Answered, Question
from bridge.client.events import Person
from bridge.core.model import Lang, RoomName, Seq, UserId

TEA, ZH, EN = RoomName("tea"), Lang("zh"), Lang("en")
ANN, LIN = Person(UserId("u-ann"), "Ann"), Person(UserId("u-lin"), "Lin")
QUESTION = Question(TEA, 7, Seq(3), "太卷", ZH, EN, ANN)
ANSWERED = Answered(TEA, 7, Seq(3), "太卷", ZH, EN, ANN, LIN, "too eager", "They never rest.")


def test_a_question_is_shown_once_with_the_way_to_answer_it() -> None:
    questions = Questions(LIN.id)
    [line] = questions.asked(QUESTION)
    assert line.plain() == "* Ann asks what “太卷” in #3 means: /answer ?7 MEANING"
    assert questions.asked(QUESTION) == []
    assert questions.newest() == 7


def test_nobody_is_asked_what_they_asked_themselves() -> None:
    questions = Questions(ANN.id)
    assert questions.asked(QUESTION) == []
    assert questions.newest() is None


def test_an_answer_is_shown_once_and_closes_the_question() -> None:
    questions = Questions(LIN.id)
    questions.asked(QUESTION)
    [line] = questions.answered(ANSWERED)
    assert line.plain().startswith("* “太卷” (#3): too eager (Lin, not yet checked)")
    assert "They never rest." in line.plain()
    assert questions.answered(ANSWERED) == []
    assert questions.newest() is None


def test_what_people_write_does_not_reach_the_terminal_raw() -> None:
    told = Answered(TEA, 8, Seq(3), "a\x1b[2J", ZH, EN, ANN, LIN, "b\x07", "c\x1b]0;d\x07")
    [line] = Questions(LIN.id).answered(told)
    assert not set("\x1b\x07") & set(line.plain())
