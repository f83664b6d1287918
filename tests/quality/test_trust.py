"""The verdicts on the half of the labelled outputs that nothing was tuned on.

The floors lie a little below what was measured (README.md).
"""

from bridge.core.model import Status
from tests.quality.trust import STARTER, by_score, by_way_back, by_words, labelled, table

HELD = labelled("held")
SHIPPED = [row for row in HELD if row.package == STARTER]


def test_both_halves_are_large_and_share_no_source() -> None:
    tuned = {row.source for row in labelled("tune")}
    assert len(HELD) > 500
    assert not tuned & {row.source for row in HELD}


def test_most_of_what_is_wrong_is_not_called_ok() -> None:
    assert table(HELD, by_score).share(Status.FAILED, Status.OK) < 0.18
    assert table(HELD, by_way_back).share(Status.FAILED, Status.OK) < 0.15


def test_most_of_what_is_right_is_called_ok() -> None:
    assert table(HELD, by_score).share(Status.OK, Status.OK) > 0.73
    assert table(SHIPPED, by_score).share(Status.OK, Status.OK) > 0.82


def test_little_of_what_is_right_is_withheld() -> None:
    assert table(HELD, by_score).share(Status.OK, Status.FAILED) < 0.08
    assert table(SHIPPED, by_score).share(Status.OK, Status.FAILED) < 0.03


def test_a_verdict_means_something() -> None:
    made = table(HELD, by_score)
    assert made.precision(Status.OK) > 0.55
    assert made.precision(Status.SHAKY) > 0.32
    assert made.precision(Status.FAILED) > 0.79


def test_without_a_score_the_rules_do_little_harm() -> None:
    made = table(HELD, by_words)
    assert made.share(Status.OK, Status.OK) > 0.91
    assert made.precision(Status.FAILED) > 0.9
