"""A message's language, or `und`."""

from functools import partial

import pytest

from bridge.core.detect import detect, hanzi
from bridge.core.model import UND, Lang
from bridge.core.protect import protect

ZH, EN, HANT = Lang("zh"), Lang("en"), Lang("zh-Hant")
KNOWN = {ZH, EN}
GUESSES = {
    "hola amigos": (Lang("es"), 0.9),
    "no entiendo lo que me dices": (Lang("es"), 0.97),
    "hello there": (EN, 0.9),
    "I love so much": (EN, 0.9),
    "bonjour": (Lang("fr"), 0.9),
    "ni zai gan ma": (Lang("vi"), 0.7),
    "wyd": (Lang("de"), 0.3),
    "so tired of this": (Lang("nl"), 0.7),
}
detected = partial(
    detect,
    guess=lambda text: GUESSES.get(" ".join(text.split()), (UND, 0.0)),
    characters=hanzi({"這": "这", "個": "个", "們": "们", "後": "后", "說": "说"}),
)


@pytest.mark.parametrize(
    ("text", "reads", "lang"),
    [
        ("你好", EN, "zh"),
        ("hello there", ZH, "en"),
        ("我今天emo了 so tired", ZH, "zh"),
        ("I love 火锅 so much", EN, "en"),
        ("I want to eat 麻婆豆腐 and 小笼包", EN, "en"),
        ("哈哈哈哈哈哈 that's so funny", EN, "en"),
        ("こんにちは世界", ZH, "ja"),
        ("好吃の火锅", ZH, "zh"),
        ("안녕하세요", ZH, "ko"),
        ("520 😀 https://a.example/hello", ZH, "und"),
        ("привет", EN, "und"),
        ("……", ZH, "und"),
        ("哈哈哈 lol", EN, "und"),
    ],
)
def test_the_script_decides(text: str, reads: str, lang: str) -> None:
    assert detected(protect(text), None, Lang(reads), KNOWN) == lang


def test_what_the_sender_says_counts_if_the_script_agrees() -> None:
    assert detected(protect("hola amigos"), Lang("es"), EN, KNOWN) == "es"
    assert detected(protect("你好"), Lang("es"), EN, KNOWN) == "zh"


def test_a_latin_text_by_a_reader_of_french_is_taken_for_french() -> None:
    assert detected(protect("bonjour"), None, Lang("fr"), {*KNOWN, Lang("fr")}) == "fr"


def test_latin_that_nobody_recognises_is_not_guessed() -> None:
    assert detected(protect("hola"), None, ZH, {ZH, Lang("es"), Lang("fr")}) == UND


def test_a_sure_guess_counts_where_the_sender_writes_another_script() -> None:
    assert detected(protect("hola amigos"), None, ZH, {*KNOWN, Lang("es")}) == "es"


@pytest.mark.parametrize("reads", [ZH, EN])
def test_clearly_spanish_where_only_chinese_and_english_are_known_is_unknown(reads: Lang) -> None:
    assert detected(protect("no entiendo lo que me dices"), None, reads, KNOWN) == UND


def test_an_english_sender_stays_english_in_doubt() -> None:
    assert detected(protect("so tired of this"), None, EN, {*KNOWN, Lang("nl")}) == EN


def test_english_slang_is_english_whatever_the_guess() -> None:
    assert detected(protect("wyd"), None, ZH, KNOWN) == EN


def test_pinyin_is_neither_vietnamese_nor_english() -> None:
    assert detected(protect("ni zai gan ma"), None, ZH, {*KNOWN, Lang("vi")}) == UND


@pytest.mark.parametrize(
    ("text", "reads", "lang"),
    [
        ("他們說這個后", ZH, "zh-Hant"),
        ("他们说这個", HANT, "zh"),
        ("皇后", ZH, "zh"),
        ("皇后", HANT, "zh-Hant"),
        ("皇后", EN, "zh"),
    ],
)
def test_the_characters_tell_traditional_from_simplified(text: str, reads: str, lang: str) -> None:
    assert detected(protect(text), None, Lang(reads), KNOWN) == lang


def test_chinese_characters_of_a_japanese_sender_are_japanese() -> None:
    assert detected(protect("了解"), None, Lang("ja"), KNOWN) == "ja"
