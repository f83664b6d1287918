"""Which rows are trained on, and which are kept apart."""

from pathlib import Path
from random import Random

import pytest

from training import cleaning, data
from training.data import CorpusError

ROWS = [f"这是第{n}个很普通的句子\tThis is plain sentence number {n}\ttatoeba" for n in range(200)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with a small corpus."""
    lines = [*ROWS, "酒店在市中心\tThe hotel is downtown\tmultiwoz_mt"]
    (tmp_path / "zh-en.tsv").write_text("\n".join(lines), "utf-8")
    (tmp_path / "zh-en-extra.tsv").write_text("", "utf-8")
    return tmp_path


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    """A folder with chat lines, one of them malformed."""
    folder = tmp_path / "chat"
    folder.mkdir()
    rows = "# a comment\n在吗\tyou there\tzh-en\n回聊\tttyl\ten-zh\n好的\tok\tboth\nbroken\n"
    (folder / "a.tsv").write_text(rows, "utf-8")
    return folder


def test_both_directions_hold_out_the_same(corpus: Path) -> None:
    there = data.read(corpus, "zh-en", ()).held_out
    back = data.read(corpus, "en-zh", ()).held_out
    assert there
    assert [(p.source, p.target) for p in there] == [(p.target, p.source) for p in back]


def test_a_chat_line_like_a_held_out_one_is_not_trained_on(corpus: Path, chat: Path) -> None:
    held = data.read(corpus, "zh-en", ()).held_out[0]
    (chat / "b.tsv").write_text(f"{held.source}！\tWhatever\tboth\n", "utf-8")
    found = data.read(corpus, "zh-en", (chat,))
    assert found.counts["too like the held-out split"] == 1


def test_chat_lines_go_the_way_they_are_marked(corpus: Path, chat: Path) -> None:
    found = data.read(corpus, "zh-en", (chat,))
    chats = [(pair.source, pair.target) for pair in found.train if pair.origin == "chat"]
    assert chats == [("在吗", "you there"), ("好的", "ok")]
    assert found.counts["malformed chat rows"] == 1


def test_a_machine_translated_side_is_never_written(corpus: Path) -> None:
    assert data.read(corpus, "zh-en", ()).counts["multiwoz_mt"] == 1
    assert data.read(corpus, "en-zh", ()).counts["multiwoz_mt"] == 0


def test_a_pass_repeats_chat_lines_and_adds_drawn_ones(corpus: Path, chat: Path) -> None:
    found = data.read(corpus, "zh-en", (chat,))
    origins = [pair.origin for pair in data.one_pass(found, Random(1))]
    assert origins.count("chat") == 2 * data.CHAT_COPIES
    assert 0.08 < origins.count("drawn") / len(origins) <= data.DRAWN_SHARE


def test_a_late_pass_has_fewer_of_the_rest(corpus: Path, chat: Path) -> None:
    found = data.read(corpus, "zh-en", (chat,))
    late = [pair.origin for pair in data.one_pass(found, Random(1), late=True)]
    assert late.count("chat") == 2 * data.CHAT_COPIES
    assert late.count("tatoeba") < 0.7 * found.counts["tatoeba"]


def test_what_is_drawn_is_never_like_a_held_out_sentence(corpus: Path) -> None:
    found = data.read(corpus, "zh-en", ())
    held = {cleaning.key(pair.source) for pair in found.held_out}
    rows = data.one_pass(found, Random(1))
    assert [pair for pair in rows if cleaning.key(pair.source) in held] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hurried_line_keeps_its_words(language: str) -> None:
    text = {"zh": "好的，我明天三点到。", "en": "Okay, I'll be there at three."}[language]
    folded = {cleaning.key(data.hurry(text, language, Random(seed))) for seed in range(200)}
    assert folded == {cleaning.key(text)}


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"zh-en\.tsv"):
        data.read(tmp_path, "zh-en", ())
