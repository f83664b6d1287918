"""Texts word by word: readings by their surroundings, meanings by the dictionary."""

from pathlib import Path

import pytest
import pytest_asyncio

from bridge.core.model import Lang
from bridge.core.words import ReadWord
from bridge.library.cedict import import_cedict
from bridge.library.library import GlossaryLibrary
from bridge.library.reading import TextReader, open_reader
from bridge.resources import shipped

EN, ZH = Lang("en"), Lang("zh")
SMALL = Path(__file__).parent / "small.u8"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def library(tmp_path_factory: pytest.TempPathFactory) -> GlossaryLibrary:
    """The glossary that ships."""
    database = tmp_path_factory.mktemp("glossary") / "glossary.db"
    return await GlossaryLibrary.open(shipped("glossaries"), database)


@pytest.fixture
def bare(library: GlossaryLibrary, tmp_path: Path) -> TextReader:
    """Without a dictionary."""
    return open_reader(library, tmp_path)


@pytest.fixture
def reader(library: GlossaryLibrary, tmp_path: Path) -> TextReader:
    """With the small one."""
    import_cedict(SMALL, tmp_path, lambda done, total: None)
    return open_reader(library, tmp_path)


def words(reader: TextReader, text: str, readers: Lang = EN) -> list[ReadWord]:
    return reader.read([text], readers)[0][0]


def readings(reader: TextReader, text: str) -> list[str | None]:
    return [word.reading for word in words(reader, text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("银行", ["yínháng"]),
        ("銀行", ["yínháng"]),
        ("行走", ["xíngzǒu"]),
        ("长大", ["zhǎngdà"]),
        ("長大", ["zhǎngdà"]),
        ("重庆", ["chóngqìng"]),
        ("重慶", ["chóngqìng"]),
        ("不是", ["bùshì"]),
        ("乾隆", ["qiánlóng"]),
        ("音樂", ["yīnyuè"]),
        ("快乐", ["kuàilè"]),
        ("我得走了", ["wǒ", "děi", "zǒu", "le"]),
    ],
)
def test_a_word_is_read_by_its_characters_together_in_either_script(
    bare: TextReader, text: str, said: list[str]
) -> None:
    assert readings(bare, text) == said


@pytest.mark.parametrize(
    "text",
    [
        "我去银行。 别画蛇添足 https://x.cn/行 @小明 `银行` 😀 A股",
        "𠮷野家",
        "hello",
        "。",
        "我\n  们\t",
        "１２３銀行ＡＢＣ",
    ],
)
def test_the_words_joined_are_the_text(reader: TextReader, text: str) -> None:
    assert "".join(word.text for word in words(reader, text)) == text


def test_an_empty_text_has_no_words(reader: TextReader) -> None:
    assert reader.read(["", ""], EN) == ([[], []], None)


def test_links_mentions_and_code_are_not_read(reader: TextReader) -> None:
    text = "@小明 `银行` #茶# https://x.cn/a"
    assert readings(reader, text) == [None] * len(words(reader, text))


def test_the_reading_that_the_text_suggests_comes_first(reader: TextReader) -> None:
    [word] = words(reader, "行")
    assert word.meanings is not None
    assert [each.reading for each in word.meanings] == ["xíng", "háng"]
    assert word.reading == "xíng"


def test_a_dictionary_knows_names_and_light_syllables(reader: TextReader) -> None:
    assert readings(reader, "重庆") == ["Chóngqìng"]
    assert readings(reader, "花儿") == ["huār"]
    assert readings(reader, "女儿") == ["nǚ'ér"]


def test_meanings_are_in_the_script_of_the_word(reader: TextReader) -> None:
    simplified, traditional = words(reader, "银行")[0], words(reader, "銀行")[0]
    assert simplified.meanings is not None
    assert traditional.meanings is not None
    assert simplified.meanings[0].senses[1] == "measure words: 家 (jiā), 个 (gè)"
    assert traditional.meanings[0].senses[1] == "measure words: 家 (jiā), 個 (gè)"


def test_a_word_that_the_dictionary_lacks_is_explained_by_its_parts(reader: TextReader) -> None:
    assert [word.text for word in words(reader, "喝茶")] == ["喝", "茶"]
    assert all(word.meanings for word in words(reader, "喝茶"))


def test_parts_are_read_as_in_the_whole_word(reader: TextReader) -> None:
    assert [word.text for word in words(reader, "行走")] == ["行", "走"]
    assert readings(reader, "行走") == ["xíng", "zǒu"]


def test_a_word_with_a_part_that_nobody_explains_stays_whole(reader: TextReader) -> None:
    assert [(word.text, word.meanings) for word in words(reader, "茶馆")] == [("茶馆", None)]


def test_a_term_of_the_glossary_is_one_word_with_its_own_reading(reader: TextReader) -> None:
    found = words(reader, "别画蛇添足了")
    assert [(word.text, word.reading, word.entry) for word in found][1] == (
        "画蛇添足",
        "huà shé tiān zú",
        "zh/idiom/hua-she-tian-zu",
    )


def test_the_source_is_told_with_meanings_and_not_without(reader: TextReader) -> None:
    assert reader.read(["茶"], EN)[1] is not None
    assert reader.read(["没有"], EN)[1] is None


def test_who_reads_chinese_gets_readings_and_no_meanings(reader: TextReader) -> None:
    read, source = reader.read(["银行"], Lang("zh-Hant"))
    assert (read[0][0].reading, read[0][0].meanings, source) == ("yínháng", None, None)


def test_without_a_dictionary_there_are_readings_and_no_meanings(bare: TextReader) -> None:
    read, source = bare.read(["银行"], EN)
    assert (read[0][0].reading, read[0][0].meanings, source) == ("yínháng", None, None)
