"""The translators keep their contract, each on what it stands on in the server."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bridge.core.model import Lang
from bridge.engines.argos import ArgosEngine
from bridge.engines.batch import Batch
from bridge.engines.echo import EchoEngine
from bridge.engines.pivot import Pivot
from bridge.ports.translation import Translator
from tests.contracts.translator_contract import TranslatorContract

ZH, EN, FR = Lang("zh"), Lang("en"), Lang("fr")


class TestBatch(TranslatorContract):
    """Batches on an engine without a model."""

    @pytest.fixture
    async def translator(self) -> AsyncIterator[Translator]:
        translator = Batch(EchoEngine([(ZH, EN)]))
        yield translator
        await translator.close()


class TestPivot(TranslatorContract):
    """zh → en by way of French."""

    @pytest.fixture
    async def translator(self) -> AsyncIterator[Translator]:
        translator = Pivot(Batch(EchoEngine([(ZH, FR), (FR, EN)])))
        yield translator
        await translator.close()


class TestPackages(TranslatorContract):
    """A package of our own, as the server runs it."""

    @pytest.fixture
    async def translator(
        self, tmp_path: Path, make_package: Callable[..., Path]
    ) -> AsyncIterator[Translator]:
        make_package(tmp_path / "zh_en", "zh", "en")
        translator = Pivot(Batch(ArgosEngine(tmp_path)))
        yield translator
        await translator.close()
