"""Two packages instead of one."""

import pytest

from bridge.core.jobs import Hypothesis, Job, Output, Pair
from bridge.core.model import Lang
from bridge.engines.pivot import Pivot
from bridge.errors import NoRoute

ZH, EN, FR, DE = Lang("zh"), Lang("en"), Lang("fr"), Lang("de")
FAR = 1e12


class Scripted:
    """A translator that answers from a table."""

    def __init__(self, answers: dict[Pair, Output]) -> None:
        self.answers = answers
        self.jobs: list[Job] = []
        self.closed = False

    def pairs(self) -> frozenset[Pair]:
        return frozenset(self.answers)

    def version(self, pair: Pair) -> str:
        return self.answers[pair].engine

    async def translate(self, job: Job) -> Output:
        self.jobs.append(job)
        return self.answers[job.source, job.target]

    async def close(self) -> None:
        self.closed = True


async def test_a_pair_with_a_package_goes_straight() -> None:
    inner = Scripted({(ZH, EN): Output("hello", "argos zh-en 1", -0.5)})
    job = Job("你好", ZH, EN, True, FAR)
    assert await Pivot(inner).translate(job) == Output("hello", "argos zh-en 1", -0.5)
    assert inner.jobs == [job]


async def test_a_pair_without_one_goes_through_a_third_language() -> None:
    inner = Scripted(
        {
            (ZH, EN): Output("hello", "argos zh-en 1", -0.5),
            (EN, FR): Output("bonjour", "argos en-fr 2", -0.2),
        }
    )
    output = await Pivot(inner).translate(Job("你好", ZH, FR, False, 7.0))
    assert output == Output("bonjour", "argos zh-en 1 + argos en-fr 2", -0.5)
    assert inner.jobs == [Job("你好", ZH, EN, False, 7.0), Job("hello", EN, FR, False, 7.0)]


async def test_careful_jobs_are_careful_on_both_hops_and_bring_the_others_of_the_last() -> None:
    others = (Hypothesis("salut", -0.9), Hypothesis("coucou", -0.3))
    inner = Scripted(
        {
            (ZH, EN): Output("hello", "a", -0.5, (Hypothesis("hi", -0.6),)),
            (EN, FR): Output("bonjour", "b", -0.2, others),
        }
    )
    output = await Pivot(inner).translate(Job("你好", ZH, FR, True, FAR, careful=True))
    assert [job.careful for job in inner.jobs] == [True, True]
    assert output.others == (Hypothesis("salut", -0.9), Hypothesis("coucou", -0.5))


def test_the_version_names_both_hops_and_is_empty_without_a_way() -> None:
    pivot = Pivot(Scripted({(ZH, EN): Output("", "a 1"), (EN, FR): Output("", "b 2")}))
    assert pivot.version((ZH, EN)) == "a 1"
    assert pivot.version((ZH, FR)) == "a 1 + b 2"
    assert pivot.version((ZH, DE)) == ""


async def test_without_a_way_the_error_says_what_to_install() -> None:
    with pytest.raises(NoRoute, match="bridge models install zh de"):
        await Pivot(Scripted({})).translate(Job("你好", ZH, DE, True, FAR))


def test_the_chains_are_on_offer_and_follow_the_packages() -> None:
    inner = Scripted({(ZH, EN): Output("", "")})
    pivot = Pivot(inner)
    assert pivot.pairs() == {(ZH, EN)}
    inner.answers[EN, FR] = Output("", "")
    assert pivot.pairs() == {(ZH, EN), (EN, FR), (ZH, FR)}


async def test_closing_closes_what_is_behind() -> None:
    inner = Scripted({})
    await Pivot(inner).close()
    assert inner.closed
