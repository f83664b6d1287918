"""How often one address may ask."""

from functools import partial

import pytest

from bridge.core.limits import Rate
from bridge.edges.http import application
from bridge.edges.http.rates import Rates, household
from tests.edges.conftest import Serve

SLOW = Rate(per_s=1, burst=2)


class Stopwatch:
    """Time that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


def test_an_address_may_ask_as_often_as_the_burst_and_then_waits(watch: Stopwatch) -> None:
    rates = Rates(SLOW, monotonic=watch)
    assert [rates.take("192.0.2.1") for _ in range(3)] == [0, 0, 1]
    watch.now = 1.0
    assert rates.take("192.0.2.1") == 0


def test_one_address_does_not_spend_what_another_has(watch: Stopwatch) -> None:
    rates = Rates(SLOW, monotonic=watch)
    assert [rates.take("192.0.2.1") for _ in range(2)] == [0, 0]
    assert rates.take("192.0.2.2") == 0


def test_memory_is_bounded_and_the_longest_silent_is_forgotten(watch: Stopwatch) -> None:
    rates = Rates(SLOW, most=3, monotonic=watch)
    for address in ("a", "a", "b", "b", "a", "c", "d", "e"):
        rates.take(address)
    assert len(rates) == 3
    assert rates.take("e") == 0
    assert rates.take("b") == 0, "b was forgotten, so its bucket is full again"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_one_household_of_ipv6_shares_a_bucket(one: str, other: str, same: bool) -> None:
    assert (household(one) == household(other)) is same


async def test_an_address_that_asks_too_often_is_told_when_to_come_back(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "Rates", partial(Rates, Rate(per_s=0.001, burst=2)))
    site = await serve()
    for status in (404, 404, 429):
        async with site.client.get("/api/v1/nothing") as response:
            assert response.status == status
            last = await response.json()
    assert response.headers["Retry-After"] == "1000"
    assert last["error"]["code"] == "too-fast"


@pytest.mark.parametrize("path", ["/healthz", "/", "/chat-bridge.js", "/metrics"])
async def test_pages_and_health_are_not_counted(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(application, "Rates", partial(Rates, Rate(per_s=0.001, burst=1)))
    site = await serve()
    for _ in range(3):
        async with site.client.get(path) as response:
            assert response.status == 200
