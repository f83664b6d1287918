"""Packages as an engine, on tiny models: what they say is random, that they say it is not."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bridge.core.model import Lang
from bridge.engines.argos import ArgosEngine
from bridge.engines.loaded import MAX_TOKENS, load
from bridge.engines.packages import read_package
from bridge.errors import EngineFailed

Make = Callable[..., Path]
ZH, EN, FR = Lang("zh"), Lang("en"), Lang("fr")


@pytest.fixture
def folder(tmp_path: Path, make_package: Make) -> Path:
    make_package(tmp_path / "packages" / "zh_en", "zh", "en")
    make_package(tmp_path / "packages" / "en_zh", "en", "zh")
    return tmp_path / "packages"


def test_each_sentence_gets_an_output_with_engine_and_score(folder: Path) -> None:
    outputs = ArgosEngine(folder).translate((ZH, EN), ["你好 世界", "早上 好"], False)
    assert [output.engine for output in outputs] == ["argos zh-en 1.0"] * 2
    assert all(output.score is not None and output.score < 0 for output in outputs)


def test_what_a_sentence_becomes_does_not_depend_on_its_company(folder: Path) -> None:
    engine = ArgosEngine(folder)
    [alone] = engine.translate((ZH, EN), ["你好"], False)
    together = engine.translate((ZH, EN), ["早上 好 你 好 吗 " * 10, "你好", ""], False)
    assert together[1].text == alone.text


def test_an_empty_sentence_stays_empty(folder: Path) -> None:
    [output] = ArgosEngine(folder).translate((ZH, EN), [""], False)
    assert (output.text, output.score) == ("", None)


def test_careful_outputs_bring_the_next_best_hypotheses_best_first(folder: Path) -> None:
    [output] = ArgosEngine(folder).translate((ZH, EN), ["你好 世界"], True)
    scores = [other.score or 0 for other in output.others]
    assert 1 <= len(output.others) <= 3
    assert scores == sorted(scores, reverse=True)
    assert output.text not in {other.text for other in output.others}


def test_others_are_as_whole_as_the_first_in_a_sentence_of_several_stretches(folder: Path) -> None:
    [output] = ArgosEngine(folder).translate((ZH, EN), ["好 " * 1000], True)
    [short] = ArgosEngine(folder).translate((ZH, EN), ["好 " * 100], True)
    assert len(output.others[0].text) > len(short.others[0].text)


def test_the_version_is_the_name_of_the_package_that_serves(folder: Path) -> None:
    engine = ArgosEngine(folder)
    assert engine.version((ZH, EN)) == "argos zh-en 1.0"
    assert engine.version((ZH, FR)) == ""


def test_a_sentence_of_a_thousand_tokens_is_translated_in_stretches(folder: Path) -> None:
    [output] = ArgosEngine(folder).translate((ZH, EN), ["好 " * 1000], False)
    loaded = load(read_package(folder / "zh_en"), workers=1)
    assert len(loaded.tokenizer.encode("好 " * 1000)) > 3 * MAX_TOKENS
    assert output.text


def test_output_is_bounded_by_the_source_however_the_model_loops(folder: Path) -> None:
    loaded = load(read_package(folder / "zh_en"), workers=1)
    source = loaded.tokenizer.encode("你好")
    [output] = loaded.translate(["你好"])
    assert len(output.text.split()) <= 2 * len(source) + 16


def test_packages_with_byte_pair_encoding_work_too(tmp_path: Path, make_package: Make) -> None:
    make_package(tmp_path / "en_fr", "en", "fr", bpe=True)
    engine = ArgosEngine(tmp_path)
    [output] = engine.translate((EN, FR), ["Hello, world."], False)
    assert output.engine == "argos en-fr 1.0"
    assert "@@" not in output.text


def test_a_target_prefix_is_given_to_the_model_and_taken_off_again(
    tmp_path: Path, make_package: Make
) -> None:
    make_package(tmp_path / "plain", "zh", "en")
    make_package(tmp_path / "prefixed", "zh", "fr", prefix="__fr__")
    loaded = load(read_package(tmp_path / "prefixed"), workers=1)
    [output] = loaded.translate(["你好"])
    assert "fr" not in output.text
    [raw] = loaded.translator.translate_batch(
        [loaded.tokenizer.encode("你好")], target_prefix=[["__fr__"]], beam_size=2
    )
    assert raw.hypotheses[0][0] == "__fr__"
    assert output.text.startswith(loaded.tokenizer.decode(raw.hypotheses[0][1:5]).strip())


def test_a_broken_package_takes_only_its_own_pair_away(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "zh_en" / "metadata.json").unlink()
    engine = ArgosEngine(folder)
    assert engine.pairs() == {(EN, ZH)}
    assert caplog.messages == [
        "model package left out: zh_en: metadata.json is missing; "
        "install it again or delete the folder"
    ]


def test_a_half_copied_model_is_left_out_when_it_fails_to_load(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    model = folder / "zh_en" / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:500])
    engine = ArgosEngine(folder)
    with pytest.raises(EngineFailed, match="no working package for zh → en"):
        engine.translate((ZH, EN), ["你好"], False)
    assert engine.pairs() == {(EN, ZH)}
    assert len(caplog.messages) == 1
    assert engine.translate((EN, ZH), ["hello"], False)


def test_the_next_best_package_serves_when_the_best_does_not_load(
    folder: Path, make_package: Make
) -> None:
    make_package(folder / "starter-zh_en", "zh", "en")
    (folder / "zh_en" / "model" / "model.bin").write_bytes(b"rubbish")
    [output] = ArgosEngine(folder).translate((ZH, EN), ["你好"], False)
    assert output.engine == "starter zh-en 1.0"


def test_a_model_that_went_away_is_gone_after_a_refresh_and_back_after_the_next(
    folder: Path,
) -> None:
    engine = ArgosEngine(folder)
    engine.warm((ZH, EN))
    model = folder / "zh_en" / "model" / "model.bin"
    model.rename(model.with_suffix(".away"))
    engine.refresh()
    assert (ZH, EN) not in engine.pairs()
    model.with_suffix(".away").rename(model)
    engine.refresh()
    assert engine.translate((ZH, EN), ["你好"], False)


def test_a_model_that_failed_is_tried_again_only_when_its_file_has_changed(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    model = folder / "zh_en" / "model" / "model.bin"
    whole = model.read_bytes()
    model.write_bytes(b"rubbish")
    engine = ArgosEngine(folder)
    with pytest.raises(EngineFailed):
        engine.warm((ZH, EN))
    engine.refresh()
    assert (ZH, EN) not in engine.pairs()
    model.write_bytes(whole)
    engine.refresh()
    engine.warm((ZH, EN))
    assert len(caplog.messages) == 1


def test_a_refresh_keeps_what_is_loaded_and_finds_what_is_new(
    folder: Path, make_package: Make
) -> None:
    engine = ArgosEngine(folder)
    [before] = engine.translate((ZH, EN), ["你好"], False)
    make_package(folder / "en_fr", "en", "fr")
    engine.refresh()
    assert engine.pairs() == {(ZH, EN), (EN, ZH), (EN, FR)}
    assert list(engine.translate((ZH, EN), ["你好"], False)) == [before]


def test_what_people_write_is_not_in_the_error(folder: Path) -> None:
    engine = ArgosEngine(folder)
    with pytest.raises(EngineFailed) as failed:
        engine.translate((ZH, EN), ["secret \ud800"], False)
    assert "secret" not in str(failed.value)
    assert failed.value.__cause__ is None


def test_many_threads_may_translate_at_once(folder: Path) -> None:
    engine = ArgosEngine(folder)
    [expected] = engine.translate((ZH, EN), ["你好 世界"], False)
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda _: engine.translate((ZH, EN), ["你好 世界"], False), range(40))
        assert {output.text for outputs in found for output in outputs} == {expected.text}


_ALONE = """
import sys
from pathlib import Path
from bridge.core.model import Lang
from bridge.engines.argos import ArgosEngine
ArgosEngine(Path(sys.argv[1])).translate((Lang("zh"), Lang("en")), ["你好"], False)
ArgosEngine(Path(sys.argv[1])).translate((Lang("en"), Lang("fr")), ["hello"], True)
heavy = {"torch", "stanza", "spacy", "minisbd", "onnxruntime", "argostranslate.settings"}
print(sorted(heavy & set(sys.modules)))
"""


def test_translating_loads_no_torch_and_writes_nothing_into_the_home(
    tmp_path: Path, folder: Path, make_package: Make
) -> None:
    make_package(folder / "en_fr", "en", "fr", bpe=True)
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(folder)],
        env=os.environ | {"HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "[]\n"
    assert list(home.iterdir()) == []
