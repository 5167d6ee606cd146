"""Laws of labels: the status to the day, counts, timelines."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies import picked

from icluster.dates import PartialDate
from icluster.labels import (
    Grant,
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelStatus,
    LabelTier,
    Term,
    ValidityConvention,
)
from icluster.organizations import Organization
from icluster.vocabularies import Missing

DAY = timedelta(days=1)
HOLDER = Organization(name="Cluster A")
ODD_DAYS = (
    *(date(year, 2, day) for year in (2019, 2020, 2021, 2023, 2024) for day in (1, 28)),
    *(date(2020, 2, 29), date(2024, 2, 29), date(2023, 3, 31), date(2024, 12, 31)),
)
FIRST, LAST = date(1990, 1, 1).toordinal(), date(2040, 12, 31).toordinal()
EVERY_DAY = tuple(map(date.fromordinal, range(FIRST, LAST + 1)))
# One number, where every other day is odd: drawing is what these laws take time for.
days = picked(EVERY_DAY + ODD_DAYS * (len(EVERY_DAY) // len(ODD_DAYS)))
conventions = st.sampled_from(ValidityConvention)
months = st.integers(1, 60)
terms = st.builds(
    Term,
    tier=st.just(LabelTier.BRONZE),
    convention=conventions,
    months=st.just(24),
    renewal_months=st.just(36),
    window_months=st.integers(1, 36),
)


# How long before its end a label was awarded, and whether to the year, month or day.
STARTS = st.none() | st.tuples(st.integers(0, 2000), st.integers(1, 3))
ENDS_AND_STARTS = st.lists(st.tuples(days, STARTS), max_size=6)
SNAPSHOTS = st.none() | days
HOLDERS = tuple(Organization(name=f"Cluster {number}") for number in range(6))


def award_of(
    holder: Organization, end: date, start: tuple[int, int] | None
) -> LabelAward:
    award = LabelAward(holder=holder, tier=LabelTier.BRONZE, valid_until=end)
    if start is None:
        return award
    day, known = end - timedelta(days=start[0]), start[1]
    month = day.month if known > 1 else None
    awarded = PartialDate(day.year, month, day.day if known > 2 else None)
    return evolve(award, awarded=awarded)


@st.composite
def registers(draw: st.DrawFn) -> LabelRegister:
    rows = zip(HOLDERS, draw(ENDS_AND_STARTS), strict=False)
    return LabelRegister(
        awards=[award_of(holder, *row) for holder, row in rows],
        editions=[LabelEdition(key="edition", terms=[draw(terms)])],
        snapshot=draw(SNAPSHOTS),
    )


@given(days, terms)
def test_a_label_is_valid_to_its_last_day_and_renewable_from_the_next(
    end: date, term: Term
) -> None:
    award = LabelAward(holder=HOLDER, tier=LabelTier.BRONZE, valid_until=end)
    latest = term.renewable_until(end)
    assert isinstance(latest, date)
    assert LabelStatus.VALID in award.status(on=end, term=term)
    assert award.status(on=end + DAY, term=term) == (LabelStatus.RENEWABLE,)
    assert award.status(on=latest, term=term) == (LabelStatus.RENEWABLE,)
    assert award.status(on=latest + DAY, term=term) == (LabelStatus.LAPSED,)


@given(days, days, conventions, months)
def test_the_earliest_end_is_the_first_that_reaches_the_day(
    end: date, on: date, convention: ValidityConvention, window: int
) -> None:
    earliest = convention.earliest_end(on, months=window)
    assert (end >= earliest) == (convention.window_end(end, months=window) >= on)
    assert convention.window_end(earliest, months=window) >= on
    assert convention.window_end(earliest - DAY, months=window) < on


@given(days, conventions, months)
def test_a_start_is_among_those_that_its_end_implies(
    start: date, convention: ValidityConvention, term_months: int
) -> None:
    end = convention.end(start, months=term_months)
    implied = convention.starts(end, months=term_months)
    assert implied is not None
    assert implied.may_equal(start)


@given(days, conventions, months)
def test_an_end_without_a_start_is_reached_by_no_day(
    end: date, convention: ValidityConvention, term_months: int
) -> None:
    if convention.starts(end, months=term_months) is None:
        # Months have 28 to 31 days, and a month's end is a month off at most.
        longest, shortest = 31 * term_months + 31, 28 * term_months - 31
        for before in range(shortest, longest + 1):
            start = end - timedelta(days=before)
            assert convention.end(start, months=term_months) != end


@given(days, terms, st.integers(0, 400))
def test_a_renewal_counts_from_the_previous_end_whenever_it_comes(
    end: date, term: Term, early: int
) -> None:
    award = LabelAward(holder=HOLDER, tier=LabelTier.BRONZE, valid_until=end)
    in_time = award.renewed(on=end - timedelta(days=early), term=term)
    latest = term.renewable_until(end)
    assert isinstance(latest, date)
    late = award.renewed(on=latest, term=term)
    assert in_time.valid_until == late.valid_until > end
    assert in_time.grant is Grant.RENEWAL


@given(registers(), days)
def test_of_holders_of_one_label_a_register_says_what_the_award_says(
    register: LabelRegister, on: date
) -> None:
    term = register.editions[0].terms[0]
    listed = register.snapshot is not None and register.snapshot <= on
    for award, possible in register.awards_on(on):
        alone = award.status(on=on, term=term)
        if not listed or alone != (LabelStatus.NOT_YET, LabelStatus.VALID):
            assert possible == alone
        else:
            assert possible == (LabelStatus.VALID,)


@given(registers(), days)
def test_counts_bound_and_cover_every_award(register: LabelRegister, on: date) -> None:
    counts = register.counts(on=on)
    assert counts.total.exact == len(register)
    assert sum(count.at_least for _, count in counts) <= len(register)
    assert sum(count.at_most for _, count in counts) >= len(register)
    assert len(register.valid(on=on)) == counts[LabelStatus.VALID].at_most


@given(registers(), days, days)
def test_time_only_moves_a_label_on(
    register: LabelRegister, one: date, other: date
) -> None:
    order = tuple(LabelStatus)
    earlier, later = sorted((one, other))
    for before, after in zip(
        register.statuses(on=earlier), register.statuses(on=later), strict=True
    ):
        assert order.index(before[0]) <= order.index(after[0])
        assert order.index(before[-1]) <= order.index(after[-1])


@settings(max_examples=50)
@given(registers(), days, st.integers(0, 900))
def test_the_timeline_is_the_count_of_every_day(
    register: LabelRegister, since: date, length: int
) -> None:
    until = since + timedelta(days=length)
    steps = register.timeline(since=since, until=until)
    assert steps[0].first_day == since
    assert steps[-1].last_day == until
    for step in steps:
        for on in (step.first_day, step.last_day):
            assert register.counts(on=on)[LabelStatus.VALID] == step.valid
    for before, after in pairwise(steps):
        assert before.last_day + DAY == after.first_day
        assert before.valid != after.valid


@given(st.permutations([f"Clúster {letter}" for letter in "aÁbBç"]))
def test_the_order_given_does_not_matter(names: list[str]) -> None:
    edition = LabelEdition(key="edition", terms=[Term(tier=LabelTier.BRONZE)])
    register = LabelRegister(
        awards=[
            LabelAward(
                holder=Organization(name=name),
                tier=LabelTier.BRONZE,
                valid_until=date(2018, 5, 4),
            )
            for name in names
        ],
        editions=[edition],
    )
    found = [award.holder.name[-1] for award in register]
    assert found == ["a", "Á", "B", "b", "ç"]
    assert all(award.awarded is Missing.UNKNOWN for award in register)
