"""Terms: ends by both conventions, windows to the day, leap days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from icluster.errors import InvalidValueError
from icluster.labels import LabelTier, Prerequisite, Term, ValidityConvention
from icluster.reference import esca
from icluster.vocabularies import Missing

SAME_DAY = ValidityConvention.SAME_DAY
END_OF_MONTH = ValidityConvention.END_OF_MONTH

ENDS = {
    "the same day two years later": (SAME_DAY, date(2016, 5, 4), date(2018, 5, 4)),
    "a leap day ends on the 28th": (SAME_DAY, date(2020, 2, 29), date(2022, 2, 28)),
    "the end of the month": (END_OF_MONTH, date(2016, 5, 4), date(2018, 5, 31)),
    "the end of a February": (END_OF_MONTH, date(2021, 2, 1), date(2023, 2, 28)),
    "a leap February": (END_OF_MONTH, date(2022, 2, 28), date(2024, 2, 29)),
    "the last day there is": (SAME_DAY, date(9998, 5, 4), date.max),
}


@pytest.mark.parametrize("case", ENDS.values(), ids=ENDS)
def test_end(case: tuple[ValidityConvention, date, date]) -> None:
    convention, start, end = case
    assert convention.end(start, months=24) == end


STARTS = {
    "one day by the day": (SAME_DAY, date(2018, 5, 4), "2016-05-04"),
    "two days lead to a clipped end": (SAME_DAY, date(2022, 2, 28), "2020-02"),
    "no day leads to a leap day": (SAME_DAY, date(2020, 2, 29), "None"),
    "the month by the month": (END_OF_MONTH, date(2018, 5, 31), "2016-05"),
    "no day leads to mid-month": (END_OF_MONTH, date(2018, 5, 30), "None"),
}


@pytest.mark.parametrize("case", STARTS.values(), ids=STARTS)
def test_starts(case: tuple[ValidityConvention, date, str]) -> None:
    convention, end, start = case
    assert str(convention.starts(end, months=24)) == start


EARLIEST = {
    "the same day": (SAME_DAY, date(2019, 5, 4), date(2018, 5, 4)),
    "a leap day asks for March": (SAME_DAY, date(2020, 2, 29), date(2019, 3, 1)),
    "after a leap year": (SAME_DAY, date(2021, 2, 28), date(2020, 2, 28)),
    "the same day, by the month": (END_OF_MONTH, date(2019, 5, 31), date(2018, 5, 31)),
    "a leap day, by the month": (END_OF_MONTH, date(2020, 2, 29), date(2019, 2, 28)),
}


@pytest.mark.parametrize("case", EARLIEST.values(), ids=EARLIEST)
def test_earliest_end(case: tuple[ValidityConvention, date, date]) -> None:
    convention, on, end = case
    assert convention.earliest_end(on, months=12) == end


def test_what_no_source_says_gives_no_window() -> None:
    term = Term(tier=LabelTier.GOLD, convention=SAME_DAY)
    assert term.renewable_until(date(2018, 5, 4)) is Missing.UNKNOWN
    assert term.renewable_ends(on=date(2018, 5, 4)) == (date.min, date.max)


def test_a_convention_that_is_not_known_matters_at_the_end_of_a_month() -> None:
    term = Term(tier=LabelTier.GOLD, window_months=12)
    assert term.renewable_until(date(2018, 6, 18)) == date(2019, 6, 18)
    assert term.renewable_until(date(2019, 2, 28)) is Missing.UNKNOWN
    ends = date(2019, 2, 28), date(2019, 3, 1)
    assert term.renewable_ends(on=date(2020, 2, 29)) == ends


def test_a_month_convention_moves_ends_of_terms_and_stretches_no_window() -> None:
    bronze = esca.END_OF_MONTH.term(LabelTier.BRONZE)
    assert bronze.renewable_until(date(2018, 6, 18)) == date(2019, 6, 18)
    assert bronze.renewable_until(date(2018, 6, 30)) == date(2019, 6, 30)
    assert bronze.renewable_ends(on=date(2019, 6, 18)) == (date(2018, 6, 18),) * 2


BAD_TERMS: dict[str, dict[str, Any]] = {
    "no months": {"months": 0},
    "a hundred years and more": {"months": 1201},
    "months as a truth value": {"window_months": True},
    "months as text": {"renewal_months": "36"},
    "months not applicable": {"months": Missing.NOT_APPLICABLE},
    "a window longer than a renewal": {"window_months": 37, "renewal_months": 36},
    "a convention not applicable": {"convention": Missing.NOT_APPLICABLE},
    "a convention in words": {"convention": "same_day"},
    "a tier in words": {"tier": "bronze"},
}
MESSAGES = {
    "latest_months must be at least 18, got 17": {"latest_months": 17},
    "improvement_areas must be 0 or more, got -1": {"improvement_areas": -1},
}


@pytest.mark.parametrize("changes", BAD_TERMS.values(), ids=BAD_TERMS)
def test_term_refuses(changes: dict[str, Any]) -> None:
    good: dict[str, Any] = {"tier": LabelTier.BRONZE, "convention": SAME_DAY}
    with pytest.raises(InvalidValueError) as caught:
        Term(**{**good, **changes})
    assert caught.value.place in changes


BAD_PREREQUISITES: dict[str, dict[str, Any]] = {
    "a window that closes before it opens": {"latest_months": 17},
    "months that are unknown": {"earliest_months": Missing.UNKNOWN},
    "less than no areas": {"improvement_areas": -1},
}


@pytest.mark.parametrize("changes", BAD_PREREQUISITES.values(), ids=BAD_PREREQUISITES)
def test_prerequisite_refuses(changes: dict[str, Any]) -> None:
    good = {"earliest_months": 18, "latest_months": 24, "improvement_areas": 3}
    with pytest.raises(InvalidValueError) as caught:
        Prerequisite(**{**good, **changes})
    assert caught.value.place in changes


def test_days_are_asked_for() -> None:
    with pytest.raises(InvalidValueError, match="start must be"):
        SAME_DAY.end("2018-05-04", months=1)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="end must be"):
        SAME_DAY.starts("2018-05-04", months=1)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="on must be"):
        SAME_DAY.earliest_end("2018-05-04", months=1)  # type: ignore[arg-type]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_prerequisite_says_what_is_wrong(message: str) -> None:
    good = {"earliest_months": 18, "latest_months": 24, "improvement_areas": 3}
    with pytest.raises(InvalidValueError) as caught:
        Prerequisite(**{**good, **MESSAGES[message]})
    assert str(caught.value) == message


def test_a_prerequisite_may_ask_for_one_month_and_no_area() -> None:
    least = Prerequisite(earliest_months=18, latest_months=18, improvement_areas=0)
    assert least.latest_months == least.earliest_months


def test_a_window_is_as_long_as_a_renewal_at_most() -> None:
    Term(tier=LabelTier.GOLD, window_months=36, renewal_months=36)
    with pytest.raises(InvalidValueError) as caught:
        Term(tier=LabelTier.GOLD, window_months=37, renewal_months=36)
    assert str(caught.value) == (
        "window_months must be at most 36: a renewal ends after it is awarded, got 37"
    )


def test_a_term_asks_for_days() -> None:
    day: Any = "2018-05-04"
    term = Term(tier=LabelTier.GOLD)
    with pytest.raises(InvalidValueError, match=r"^end must be a datetime\.date"):
        term.renewable_until(day)
    with pytest.raises(InvalidValueError, match=r"^on must be a datetime\.date"):
        term.renewable_ends(on=day)


def test_a_label_that_ends_early_in_a_long_month_began_in_its_month() -> None:
    # From the 31st back the month before is shorter: months are counted from its first.
    start = SAME_DAY.starts(date(2018, 3, 31), months=1)
    assert start is None
    assert str(SAME_DAY.starts(date(2018, 3, 30), months=13)) == "None"
