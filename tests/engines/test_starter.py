"""The packages that ship (or, before they are made, the shared samples), really translating."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bridge.core.jobs import Job, Output
from bridge.core.model import Lang
from bridge.engines.argos import ArgosEngine
from bridge.engines.batch import Batch
from bridge.engines.installer import install_starter
from bridge.engines.pivot import Pivot
from bridge.ports.translation import Translator
from bridge.resources import STARTER

ZH, EN = Lang("zh"), Lang("en")
SHARED = Path(__file__).parents[3] / "shared" / "models"
ARCHIVES = next((each for each in (STARTER, SHARED) if list(each.glob("*.argosmodel"))), None)

pytestmark = pytest.mark.skipif(
    ARCHIVES is None, reason="neither bridge/starter nor ../shared/models holds a package"
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> ArgosEngine:
    assert ARCHIVES is not None
    packages = tmp_path_factory.mktemp("data") / "packages"
    install_starter(ARCHIVES, packages)
    return ArgosEngine(packages)


@pytest.fixture
async def translator(engine: ArgosEngine) -> AsyncIterator[Translator]:
    translator = Pivot(Batch(engine))
    yield translator
    await translator.close()


async def say(translator: Translator, text: str, source: Lang, target: Lang) -> Output:
    return await translator.translate(Job(text, source, target, True, time.monotonic() + 60))


async def test_both_directions_are_served(translator: Translator) -> None:
    assert translator.pairs() == {(ZH, EN), (EN, ZH)}


async def test_a_chinese_greeting_becomes_an_english_one(translator: Translator) -> None:
    output = await say(translator, "你好，你今天怎么样？", ZH, EN)
    assert "you" in output.text
    assert output.engine.startswith("starter zh-en")
    assert output.score is not None and -3 < output.score < 0


async def test_an_english_greeting_becomes_a_chinese_one(translator: Translator) -> None:
    output = await say(translator, "Hello! How are you today?", EN, ZH)
    assert "你" in output.text
    assert " " not in output.text


async def test_a_careful_translation_knows_others(translator: Translator) -> None:
    output = await translator.translate(Job("我很好。", ZH, EN, True, time.monotonic() + 60, True))
    assert output.others
    assert output.text not in [other.text for other in output.others]


async def test_repeated_words_do_not_make_it_talk_for_ever(translator: Translator) -> None:
    output = await say(translator, "哈" * 2000, ZH, EN)
    assert len(output.text) < 20_000
