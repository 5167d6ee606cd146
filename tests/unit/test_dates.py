"""Days and partial dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from icluster import Missing, PartialDate, PartialPeriod, Period
from icluster.dates import DateBound, Turn, age_bands, day_over, months_after
from icluster.errors import InvalidValueError, NotInForceError, UncertainOrderError
from icluster.languages import es
from icluster.verdicts import Verdict
from icluster.words import worded

ON = date(2022, 9, 30)
NOON = datetime(2022, 9, 30, 12)  # noqa: DTZ001
DAY = PartialDate.of

WRITTEN = {
    "a year": ("2015", PartialDate(2015)),
    "a month": ("2015-04", PartialDate(2015, 4)),
    "a day": ("2015-04-30", PartialDate(2015, 4, 30)),
    "a day with slashes": ("2015/04/30", PartialDate(2015, 4, 30)),
    "a leap day": ("2020-02-29", PartialDate(2020, 2, 29)),
    "an early year": ("0001", PartialDate(1)),
    "not after": ("[..2013]", PartialDate(2013, bound=DateBound.NOT_AFTER)),
    "not before": ("[1994-04..]", PartialDate(1994, 4, bound=DateBound.NOT_BEFORE)),
    "between": ("[1994..1996-06]", PartialDate(1994, latest=PartialDate(1996, 6))),
    "about": ("2014~", PartialDate(2014, bound=DateBound.ABOUT)),
}


@pytest.mark.parametrize(("text", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_parse(text: str, expected: PartialDate) -> None:
    read = PartialDate.parse(text)
    assert read == expected
    assert str(read) == text
    assert repr(read) == repr(expected)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("15", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("20150430", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("2015-13", "month must be from 1 to 12"),
        ("2015-00", "month must be from 1 to 12"),
        ("2015-04-31", "day must be from 1 to 30 in 2015-04"),
        ("2019-02-29", "day must be from 1 to 28 in 2019-02"),
        ("2015-04/30", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("2015-04-30T00:00", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        (" 2015", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("2015\n", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("0000", "year must be from 1 to 9999"),
        ("２０１５", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("2015-W01-1", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("[..]", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("[2013]", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("[..2013~]", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("[1994..1996]~", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        ("[1996..1994]", "latest must be not before 1996-01-01"),
        ("[1994..1996", "date must be written as 2015, 2015-04, 2015-04-30 or"),
        (2015, "date must be written as 2015, 2015-04, 2015-04-30 or"),
        (None, "date must be written as 2015, 2015-04, 2015-04-30 or"),
    ],
)
def test_what_is_no_date_is_refused(text: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        PartialDate.parse(text)


BAD_DATES: dict[str, tuple[tuple[Any, ...], str]] = {
    "a year of zero": ((0,), "year"),
    "a year too far": ((10000,), "year"),
    "a true year": ((True,), "year"),
    "a month too many": ((2015, 13), "month"),
    "a day without a month": ((2015, None, 3), "day"),
    "a day that the month lacks": ((2015, 2, 29), "day"),
    "a separator that is none": ((2015, 2, 28, "."), "separator"),
}


@pytest.mark.parametrize(("parts", "field"), BAD_DATES.values(), ids=BAD_DATES)
def test_bad_parts_are_refused(parts: tuple[Any, ...], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PartialDate(*parts)
    assert caught.value.place == field


BAD_BOUNDS: dict[str, tuple[dict[str, Any], str]] = {
    "a bound in words": ({"bound": "about"}, "bound"),
    "a latest date with a bound": ({"latest": PartialDate.parse("2020~")}, "latest"),
    "a latest day": ({"latest": ON}, "latest"),
    "a latest date before the earliest": ({"latest": PartialDate(2014)}, "latest"),
    "a latest date beside a bound": (
        {"bound": DateBound.NOT_BEFORE, "latest": PartialDate(2020)},
        "latest",
    ),
}


@pytest.mark.parametrize(("bounds", "field"), BAD_BOUNDS.values(), ids=BAD_BOUNDS)
def test_bad_bounds_are_refused(bounds: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PartialDate(2015, **bounds)
    assert caught.value.place == field


# What each may mean: first day, last day, the bands of its age on the day (2, 10).
BOUNDED = {
    "[..2013]": (date.min, date(2013, 12, 31), (1, 2)),
    "[2013..]": (date(2013, 1, 1), date.max, (0, 1)),
    "[1994..1996]": (date(1994, 1, 1), date(1996, 12, 31), (2,)),
    "[2012..2021-06]": (date(2012, 1, 1), date(2021, 6, 30), (0, 1, 2)),
    "2014~": (date.min, date.max, (0, 1, 2)),
}


@pytest.mark.parametrize("text", BOUNDED)
def test_a_bounded_date_may_be_any_day_that_its_bounds_allow(text: str) -> None:
    first, last, bands = BOUNDED[text]
    bounded = PartialDate.parse(text)
    assert (bounded.first_day, bounded.last_day) == (first, last)
    assert bounded.age_bands(on=ON, boundaries=(2, 10)) == bands
    assert not bounded.is_exact
    assert not PartialDate.parse("[2015-04-30..]").is_exact


def test_comparisons_that_bounds_leave_open_stay_open() -> None:
    assert PartialDate.parse("[1994..1996]") < PartialDate.parse("[2000..]")
    for text in ("[..2015]", "[2014..]", "2015~", "[2014..2016]"):
        with pytest.raises(
            UncertainOrderError, match=re.escape(f"{text} and 2015 cannot")
        ):
            assert PartialDate.parse(text) < PartialDate(2015)
        assert PartialDate.parse(text).may_equal(date(2015, 6, 1))


def test_a_period_since_about_a_year_may_not_have_begun() -> None:
    about = PartialPeriod(PartialDate.parse("2014~"), PartialDate.parse("2019~"))
    assert about.covers(date(2016, 1, 1)) is Verdict.OPEN
    ended = PartialPeriod(PartialDate(2013), PartialDate.parse("[..2021]"))
    assert ended.covers(ON) is Verdict.NO
    assert str(ended) == "2013 to [..2021]"


def test_it_is_printed_as_it_was_given() -> None:
    assert str(PartialDate.parse("2015/04")) == "2015/04"
    assert PartialDate.parse("2015/04") == PartialDate.parse("2015-04")
    assert str(PartialDate(33)) == "0033"
    assert repr(PartialDate.parse("[..2013]")) == "PartialDate.parse('[..2013]')"


def test_only_a_day_is_exact() -> None:
    assert DAY(ON).is_exact
    assert not PartialDate(2022, 9).is_exact


def test_a_moment_is_no_day() -> None:
    calls: dict[str, Callable[[], object]] = {
        "day": lambda: DAY(NOON),
        "date": lambda: PartialDate(2015) < NOON,
        "on": lambda: PartialDate(2015).age_bands(on=NOON, boundaries=(2,)),
        "first_day": lambda: Period(NOON),
        "last_day": lambda: Period(ON, NOON),
    }
    for place, call in calls.items():
        with pytest.raises(
            InvalidValueError, match=f"^{place} must be a datetime.date"
        ):
            call()


def test_order_is_certain_or_refused() -> None:
    assert PartialDate(2014) < PartialDate(2015)
    assert PartialDate(2015) > date(2014, 12, 31)
    assert PartialDate(2015) <= date(2015, 12, 31)
    assert not PartialDate(2015) > date(2015, 12, 31)
    assert DAY(ON) >= ON
    with pytest.raises(UncertainOrderError) as caught:
        assert PartialDate(2015) < date(2015, 6, 1)
    assert (caught.value.left, caught.value.right) == ("2015", "2015-06-01")


def test_boundaries_that_do_not_rise_are_refused() -> None:
    for boundaries in ((10, 2), (-1, 2)):
        with pytest.raises(InvalidValueError, match="boundaries must be rising"):
            age_bands(ON, ON, on=ON, boundaries=boundaries)


def test_an_age_before_the_start_cannot_be_told() -> None:
    with pytest.raises(NotInForceError, match="it begins 2023"):
        PartialDate(2023).age_bands(on=ON, boundaries=(2,))


def test_the_calendar_ends_where_it_ends() -> None:
    assert months_after(date(9999, 6, 1), 12) == date.max
    assert months_after(date(1, 6, 1), -12) == date.min
    assert day_over(date(9999, 6, 1), 1) == date.max


def test_a_turn_is_a_day_or_between_days() -> None:
    assert Turn.over(2, start=DAY(ON)).is_exact
    assert str(Turn.over(10, start=PartialDate(2015))) == (
        "between 2025-01-02 and 2026-01-01"
    )


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(InvalidValueError, match="last_day must be on or after"):
        Period(ON, date(2022, 9, 29))
    assert str(Period(ON)) == "2022-09-30 to open"
    assert date.max in Period(ON)


PERIODS: dict[str, tuple[PartialPeriod, tuple[bool, bool, bool, bool]]] = {
    # begun surely, begun perhaps, over surely, over perhaps
    "wholly unknown": (PartialPeriod(), (False, True, False, True)),
    "begun, without an end": (
        PartialPeriod(PartialDate(2015), Missing.NOT_APPLICABLE),
        (True, True, False, False),
    ),
    "begins and ends in the year of the day": (
        PartialPeriod(PartialDate(2022), PartialDate(2022)),
        (False, True, False, True),
    ),
    "ended": (
        PartialPeriod(PartialDate(2015), PartialDate(2021)),
        (True, True, True, True),
    ),
    "ends on the day": (
        PartialPeriod(PartialDate(2015), DAY(ON)),
        (True, True, False, False),
    ),
    "begins on the day": (
        PartialPeriod(DAY(ON), PartialDate(2030)),
        (True, True, False, False),
    ),
    "lies ahead": (
        PartialPeriod(PartialDate(2023), Missing.UNKNOWN),
        (False, False, False, True),
    ),
}


@pytest.mark.parametrize(("period", "expected"), PERIODS.values(), ids=PERIODS)
def test_partial_periods(
    period: PartialPeriod, expected: tuple[bool, bool, bool, bool]
) -> None:
    begun, perhaps_begun, over, perhaps_over = expected
    assert period.surely_begun(ON) is begun
    assert period.may_have_begun(ON) is perhaps_begun
    assert period.surely_over(ON) is over
    assert period.may_be_over(ON) is perhaps_over
    assert period.surely_covers(ON) == (begun and not perhaps_over)
    assert period.may_cover(ON) == (perhaps_begun and not over)


def test_partial_periods_print_what_is_known() -> None:
    assert str(PartialPeriod()) == "unknown to unknown"
    assert str(PartialPeriod(PartialDate(2015), Missing.NOT_APPLICABLE)) == (
        "2015 to open"
    )


BAD_PERIODS: dict[str, tuple[Any, Any]] = {
    "ends": (PartialDate(2015), PartialDate(2014)),
    "begins": (Missing.NOT_APPLICABLE, Missing.UNKNOWN),
}


@pytest.mark.parametrize("field", BAD_PERIODS)
def test_impossible_periods_are_refused(field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PartialPeriod(*BAD_PERIODS[field])
    assert caught.value.place == field


@pytest.mark.parametrize("field", ["begins", "ends"])
def test_no_end_of_a_period_is_not_answered(field: str) -> None:
    unanswered: dict[str, Any] = {field: Missing.NOT_ANSWERED}
    with pytest.raises(InvalidValueError) as caught:
        PartialPeriod(**unanswered)
    assert caught.value.place == field


SAID: dict[str, tuple[Any, str, str]] = {
    "a period": (
        Period(ON, ON),
        "2022-09-30 to 2022-09-30",
        "de 2022-09-30 a 2022-09-30",
    ),
    "an open one": (
        Period(ON),
        "2022-09-30 to open",
        "desde 2022-09-30, sin término fijado",
    ),
    "years": (
        PartialPeriod(PartialDate(2015), PartialDate(2030)),
        "2015 to 2030",
        "de 2015 a 2030",
    ),
    "an unknown start": (
        PartialPeriod(ends=PartialDate(2019)),
        "unknown to 2019",
        "hasta 2019, inicio desconocido",
    ),
    "an unknown end": (
        PartialPeriod(PartialDate(2015)),
        "2015 to unknown",
        "desde 2015, término desconocido",
    ),
    "no end": (
        PartialPeriod(PartialDate(2015), Missing.NOT_APPLICABLE),
        "2015 to open",
        "desde 2015, sin término fijado",
    ),
    "no end of an unknown start": (
        PartialPeriod(ends=Missing.NOT_APPLICABLE),
        "unknown to open",
        "inicio desconocido, sin término fijado",
    ),
    "nothing known": (
        PartialPeriod(),
        "unknown to unknown",
        "inicio y término desconocidos",
    ),
    "a turn on a day": (Turn(ON, ON), "2022-09-30", "2022-09-30"),
    "a turn with a condition": (
        Turn(date(2022, 1, 2), ON, "Plan"),
        "between 2022-01-02 and 2022-09-30, provided Plan",
        "entre 2022-01-02 y 2022-09-30, siempre que Plan",
    ),
}


@pytest.mark.parametrize("sentence", SAID)
def test_said(sentence: str) -> None:
    thing, english, spanish = SAID[sentence]
    assert str(thing) == worded(thing) == english
    assert worded(thing, es.SPANISH) == spanish


def test_a_month_is_not_certainly_up_to_its_first_day() -> None:
    month, first = PartialDate(2015, 6), PartialDate(2015, 6, 1)
    with pytest.raises(UncertainOrderError, match="cannot be put in order"):
        assert month <= first
    with pytest.raises(UncertainOrderError, match="cannot be put in order"):
        assert first >= month
    assert first <= month


def test_a_month_and_its_first_day_are_in_no_certain_order() -> None:
    """The month may mean the day itself, or one after it."""
    month, day = PartialDate(2015, 6), PartialDate(2015, 6, 1)
    with pytest.raises(UncertainOrderError, match="2015-06 and 2015-06-01"):
        _ = month <= day
    with pytest.raises(UncertainOrderError, match="2015-06 and 2015-06-01"):
        _ = day >= month
    with pytest.raises(UncertainOrderError, match="2015-06-01 and 2015-06 "):
        _ = day < month
    assert day <= month
    assert month >= day
    last = PartialDate(2015, 6, 30)
    assert month <= last
    with pytest.raises(UncertainOrderError, match="2015-06-30"):
        _ = month >= last


A_DATE: dict[str, dict[str, Any]] = {
    "day must be absent where the month is unknown, got 3": {"day": 3},
    "day must be absent where the month is unknown, got 31": {"day": 31},
    "day must be from 1 to 28 in 2015-02, got 29": {"month": 2, "day": 29},
    "latest must be a date without bounds, got 2016": {"latest": 2016},
    "latest must be absent beside a bound, got '2016'": {
        "latest": PartialDate(2016),
        "bound": DateBound.ABOUT,
    },
    "latest must be not before 2015-01-01, got '2014'": {"latest": PartialDate(2014)},
}


@pytest.mark.parametrize("message", A_DATE)
def test_a_date_says_what_is_wrong(message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PartialDate(2015, **A_DATE[message])
    assert str(caught.value) == message


def test_the_latest_day_may_be_the_first() -> None:
    first = PartialDate(2015, 4, 30)
    assert PartialDate(2015, 4, 30, latest=first).last_day == first.first_day


HINTS: dict[str, Any] = {
    "(write PartialDate.parse('2015-04'))": "2015-04",
    "(write PartialDate(2015, 4, 30))": date(2015, 4, 30),
    "(write PartialDate(2015))": 2015,
    "(write PartialDate(1))": 1,
    "(write PartialDate(9999))": 9999,
}


@pytest.mark.parametrize("hint", HINTS)
def test_what_was_meant_for_a_date_is_written_for_the_caller(hint: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PartialPeriod(HINTS[hint])
    assert hint in str(caught.value)


@pytest.mark.parametrize("value", ["April", 0, 10_000, True, 2015.0, None])
def test_what_is_no_date_gets_no_hint(value: Any) -> None:
    assert PartialDate._hint(value) is None


def test_months_beyond_the_calendar_end_at_its_ends() -> None:
    assert months_after(date(9999, 12, 31), 1) == date.max
    assert months_after(date(1, 1, 31), -1) == date.min
    assert months_after(date(2020, 1, 31), 0) == date(2020, 1, 31)


def test_an_age_says_what_is_wrong() -> None:
    with pytest.raises(InvalidValueError) as caught:
        age_bands(None, ON, on=ON, boundaries=(2, 2))
    assert str(caught.value) == (
        "boundaries must be rising whole years from 0 on, got (2, 2)"
    )
    with pytest.raises(NotInForceError) as early:
        PartialDate(2023).age_bands(on=ON, boundaries=())
    assert str(early.value) == "an age cannot be told on 2022-09-30: it begins 2023"


def test_the_lower_bound_of_an_age_is_a_day() -> None:
    start = date(2020, 9, 30)
    exactly = {"boundaries": (0, 2, 10)}
    assert age_bands(start, start, on=start, **exactly) == (0,)
    assert age_bands(start, start, on=date(2020, 10, 1), **exactly) == (1,)
    assert age_bands(start, start, on=date(2022, 9, 30), **exactly) == (1,)
    assert age_bands(start, start, on=date(2022, 10, 1), **exactly) == (2,)
    assert age_bands(None, start, on=date(2022, 9, 30), **exactly) == (1, 2, 3)
    # On the day itself an age can be told; the day before it cannot.
    assert PartialDate.of(start).age_bands(on=start, boundaries=(2,)) == (0,)
