"""Counts as ranges."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from icluster.errors import InvalidValueError, UndeterminedError
from icluster.labels import CountRange, LabelStatus, StatusCounts, TimelineStep

DAY = date(2020, 1, 1)


def test_an_exact_count_is_a_number_and_a_range_is_not() -> None:
    assert CountRange(3, 3).exact == 3
    with pytest.raises(UndeterminedError) as caught:
        _ = CountRange(0, 3).exact
    assert caught.value.allowed == ("0", "3")


@pytest.mark.parametrize("bounds", [(-1, 3), (4, 3)], ids=["below zero", "reversed"])
def test_a_range_is_in_order(bounds: tuple[int, int]) -> None:
    with pytest.raises(InvalidValueError, match="at_most must be from"):
        CountRange(*bounds)


def test_a_label_that_may_be_either_counts_at_most_in_both() -> None:
    either = (LabelStatus.NOT_YET, LabelStatus.VALID)
    counts = StatusCounts.of([either, (LabelStatus.VALID,)], on=DAY)
    assert counts[LabelStatus.VALID] == CountRange(1, 2)
    assert counts[LabelStatus.NOT_YET] == CountRange(0, 1)
    assert counts[LabelStatus.LAPSED] == CountRange(0, 0)
    assert counts.total == CountRange(2, 2)


def test_there_is_one_range_a_status() -> None:
    with pytest.raises(InvalidValueError, match="ranges must be one a status"):
        StatusCounts(DAY, CountRange(0, 0), ())


def test_a_step_does_not_end_before_it_begins() -> None:
    with pytest.raises(InvalidValueError, match="last_day must be on or after"):
        TimelineStep(DAY, date(2019, 12, 31), CountRange(0, 0))


@pytest.mark.parametrize("status", ["valid", 0, None, LabelStatus.SUCCEEDED])
def test_counts_are_looked_up_by_status(status: Any) -> None:
    with pytest.raises(InvalidValueError, match="status must be"):
        StatusCounts.of([], on=DAY)[status]
