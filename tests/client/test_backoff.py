"""How long a client waits before it tries again."""

import pytest

from bridge.client import Backoff

WAITS = Backoff(jitter=0.5, first=1.0, most=30.0, later=5.0)
ALMOST_ONE = 0.999


@pytest.mark.parametrize("code", [1001, 1012])
def test_after_a_restart_the_first_try_comes_at_once_but_not_in_step(code: int) -> None:
    assert WAITS.wait(0, code, 0.0) == 0.0
    assert WAITS.wait(0, code, ALMOST_ONE) < 0.5


def test_a_restart_that_takes_long_is_not_hammered() -> None:
    assert WAITS.wait(4, 1012, ALMOST_ONE) == pytest.approx(16, rel=0.01)


def test_the_wait_doubles_up_to_its_bound_and_chance_spreads_it() -> None:
    assert [round(WAITS.wait(tries, None, ALMOST_ONE)) for tries in range(7)] == [
        1,
        2,
        4,
        8,
        16,
        30,
        30,
    ]
    assert WAITS.wait(10_000, None, 0.5) == 15.0


@pytest.mark.parametrize("code", [1013, 4429])
def test_who_is_asked_to_come_later_waits_five_seconds_at_the_least(code: int) -> None:
    assert WAITS.wait(0, code, 0.0) == 5.0
    assert WAITS.wait(9, code, ALMOST_ONE) < 35.0
