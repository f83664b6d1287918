"""What every translator promises (`ports.Translator`). A new one inherits this and makes itself."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import pytest

from bridge.core.jobs import Job
from bridge.core.model import Lang
from bridge.errors import DeadlineMissed, NoRoute, TranslationError
from bridge.ports.translation import Translator

ZH, EN = Lang("zh"), Lang("en")
NOWHERE = Lang("qaa")


def job(text: str, target: Lang = EN, seconds: float = 30, careful: bool = False) -> Job:
    return Job(text, ZH, target, True, time.monotonic() + seconds, careful)


class TranslatorContract(ABC):
    """Inherit, and yield a fresh translator that serves zh → en from `translator`."""

    @pytest.fixture
    @abstractmethod
    def translator(self) -> AsyncIterator[Translator]:
        """A translator that is closed afterwards."""

    async def test_a_pair_that_it_offers_is_translated(self, translator: Translator) -> None:
        assert (ZH, EN) in translator.pairs()
        output = await translator.translate(job("你好"))
        assert output.text
        assert output.engine

    async def test_the_version_is_what_its_translations_name(self, translator: Translator) -> None:
        output = await translator.translate(job("你好"))
        assert translator.version((ZH, EN)) == output.engine

    async def test_a_pair_that_it_does_not_offer_has_no_version(
        self, translator: Translator
    ) -> None:
        assert translator.version((ZH, NOWHERE)) == ""

    async def test_a_careful_job_gives_no_hypothesis_twice(self, translator: Translator) -> None:
        output = await translator.translate(job("你好", careful=True))
        texts = [output.text, *(other.text for other in output.others)]
        assert len(set(texts)) == len(texts)

    async def test_what_has_no_letters_comes_back_as_it_is(self, translator: Translator) -> None:
        assert (await translator.translate(job("666 😀 ?!"))).text == "666 😀 ?!"

    async def test_the_same_text_becomes_the_same_text(self, translator: Translator) -> None:
        first = await translator.translate(job("你好"))
        assert await translator.translate(job("你好")) == first

    async def test_a_pair_that_it_does_not_offer_has_no_route(self, translator: Translator) -> None:
        assert (ZH, NOWHERE) not in translator.pairs()
        with pytest.raises(NoRoute):
            await translator.translate(job("你好", target=NOWHERE))

    async def test_what_comes_after_its_deadline_is_refused(self, translator: Translator) -> None:
        with pytest.raises(DeadlineMissed):
            await translator.translate(job("你好", seconds=-1))

    async def test_many_at_once_each_get_their_own(self, translator: Translator) -> None:
        texts = ["你好", "早上好", "你好吗", "世界"] * 5
        alone = {text: await translator.translate(job(text)) for text in texts[:4]}
        together = await asyncio.gather(*(translator.translate(job(text)) for text in texts))
        assert [output.text for output in together] == [alone[text].text for text in texts]

    async def test_one_who_gives_up_does_not_disturb_the_others(
        self, translator: Translator
    ) -> None:
        leaving = asyncio.create_task(translator.translate(job("你好")))
        staying = asyncio.create_task(translator.translate(job("你好")))
        await asyncio.sleep(0)
        leaving.cancel()
        assert (await staying).text

    async def test_after_closing_new_jobs_are_refused(self, translator: Translator) -> None:
        await translator.close()
        with pytest.raises(TranslationError):
            await translator.translate(job("早上好"))

    async def test_closing_twice_is_the_same_as_once(self, translator: Translator) -> None:
        await translator.close()
        await translator.close()
