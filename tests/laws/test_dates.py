"""Partial dates are all their days: ages, order and text agree with brute force."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.strategies import days, partial_dates

from icluster import PartialDate, PartialPeriod, Period
from icluster.dates import Turn, day_over, months_after
from icluster.errors import NotInForceError, UncertainOrderError

BOUNDARIES = st.lists(st.integers(0, 15), unique=True, max_size=3).map(sorted)


def each_day(partial: PartialDate) -> list[date]:
    span = (partial.last_day - partial.first_day).days
    return [partial.first_day + timedelta(days=n) for n in range(span + 1)]


def anniversary(start: date, years: int) -> date:
    try:
        return start.replace(year=start.year + years)
    except ValueError:  # born on a leap day
        return date(start.year + years, 2, 28)


def band(start: date, on: date, boundaries: list[int]) -> int:
    return sum(on > anniversary(start, years) for years in boundaries)


@given(partial_dates(), days(), BOUNDARIES)
def test_age_bands_equal_brute_force_by_day(
    start: PartialDate, on: date, boundaries: list[int]
) -> None:
    possible = [day for day in each_day(start) if day <= on]
    if not possible:
        with pytest.raises(NotInForceError, match=f"told on {on}: it begins"):
            start.age_bands(on=on, boundaries=boundaries)
        return
    expected = {band(day, on, boundaries) for day in possible}
    found = start.age_bands(on=on, boundaries=boundaries)
    assert list(found) == list(range(min(expected), max(expected) + 1))
    assert {found[0], found[-1]} <= expected


@given(partial_dates(), BOUNDARIES.filter(bool))
def test_a_turn_is_the_first_day_of_the_next_band(
    start: PartialDate, boundaries: list[int]
) -> None:
    turn = Turn.over(boundaries[0], start=start)
    first, last = start.first_day, start.last_day
    for begin, day in ((first, turn.earliest), (last, turn.latest)):
        assert band(begin, day, boundaries) == 1
        assert band(begin, day - timedelta(days=1), boundaries) == 0
    assert turn.is_exact == (turn.earliest == turn.latest)


@given(partial_dates())
def test_what_is_printed_is_read_again(partial: PartialDate) -> None:
    again = PartialDate.parse(str(partial))
    assert (again, str(again)) == (partial, str(partial))
    assert hash(again) == hash(partial)


@given(partial_dates(2000, 2001), partial_dates(2000, 2001) | days(2000, 2001))
def test_order_is_certain_or_refused(
    left: PartialDate, right: PartialDate | date
) -> None:
    others = each_day(right) if isinstance(right, PartialDate) else [right]
    ours = each_day(left)
    operators = {
        "<": (left.__lt__, {a < b for a in ours for b in others}),
        "<=": (left.__le__, {a <= b for a in ours for b in others}),
        ">": (left.__gt__, {a > b for a in ours for b in others}),
        ">=": (left.__ge__, {a >= b for a in ours for b in others}),
    }
    for name, (compare, answers) in operators.items():
        if len(answers) > 1:
            with pytest.raises(UncertainOrderError, match="cannot be put in order"):
                compare(right)
        else:
            assert {compare(right)} == answers, name
    assert left.may_equal(right) == bool({*ours} & {*others})


@given(days(), st.integers(0, 600))
def test_months_after_keeps_the_day_or_ends_the_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(days(), st.integers(0, 30))
def test_day_over_is_the_day_after_the_anniversary(start: date, years: int) -> None:
    assert day_over(start, years) == anniversary(start, years) + timedelta(days=1)


@given(days(), st.none() | st.integers(0, 400), days())
def test_a_period_holds_its_ends(first: date, length: int | None, day: date) -> None:
    last = None if length is None else first + timedelta(days=length)
    period = Period(first, last)
    assert (day in period) == (first <= day <= (last or date.max))
    assert first in period
    assert period.is_over(on=day) == (last is not None and day > last)


@given(partial_dates(2000, 2003), partial_dates(2000, 2003), days(1999, 2004))
def test_a_partial_period_covers_what_its_days_cover(
    begins: PartialDate, ends: PartialDate, on: date
) -> None:
    worlds = [
        (first, last)
        for first in (begins.first_day, begins.last_day)
        for last in (ends.first_day, ends.last_day)
        if first <= last
    ]
    with suppress(ValueError):
        period = PartialPeriod(begins, ends)
        if begins.last_day <= ends.first_day:  # each pair of days can be meant
            covered = {first <= on <= last for first, last in worlds}
            assert period.surely_covers(on) == (covered == {True})
        assert period.surely_covers(on) <= period.may_cover(on)
        assert period.may_cover(on) == (begins.first_day <= on <= ends.last_day)
        return
    assert ends.last_day < begins.first_day
