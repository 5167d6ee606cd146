"""Laws of holders of several labels, held against every world that a register allows.

The brute force knows nothing of how the library answers. It counts days from the
first, gives each award each of its starts and each of its editions, drops the worlds
in which of one tier a label that ends later begins earlier, and looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, islice, product
from typing import TypeAlias

from attrs import evolve, frozen
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from icluster.dates import PartialDate, PartialPeriod, months_after
from icluster.labels import (
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelStatus,
    LabelTier,
    Term,
    ValidityConvention,
)
from icluster.organizations import Organization
from icluster.vocabularies import Missing, Unknown

ZERO = date(2020, 1, 28)
DAYS = 4
MOST = 600
"""Worlds of a register that are looked at; one of more is left out."""
TIERS = list(LabelTier)
NOT_YET, VALID, RENEWABLE, LAPSED, SUCCEEDED = LabelStatus
ORDER = (VALID, RENEWABLE, LAPSED, SUCCEEDED, NOT_YET)
"""What a tier is said to have, where its labels differ: the first of these."""


def day(number: int) -> date:
    return ZERO + timedelta(days=number)


def edition(key: str, by: ValidityConvention, months: int | None) -> LabelEdition:
    window: int | Unknown = Missing.UNKNOWN if months is None else months
    terms = [Term(tier=tier, convention=by, window_months=window) for tier in TIERS]
    return LabelEdition(key=key, terms=terms)


SAME = edition("same", ValidityConvention.SAME_DAY, 1)
MONTHLY = edition("monthly", ValidityConvention.END_OF_MONTH, 1)
OPEN = edition("open", ValidityConvention.SAME_DAY, None)
EARLY = evolve(
    edition("early", ValidityConvention.SAME_DAY, 2),
    in_force=PartialPeriod(Missing.UNKNOWN, PartialDate.of(day(3))),
)

awards = st.builds(
    LabelAward,
    holder=st.sampled_from([Organization(name="A"), Organization(name="B", key="a")]),
    tier=st.sampled_from([LabelTier.BRONZE, LabelTier.BRONZE, *TIERS]),
    valid_until=st.integers(1, DAYS).map(day),
    edition=st.sampled_from([Missing.UNKNOWN, Missing.UNKNOWN, "same"]),
)


@st.composite
def dated(draw: st.DrawFn) -> LabelAward:
    award = draw(awards)
    awarded = draw(
        st.none()
        | st.integers(0, DAYS).map(lambda number: PartialDate.of(day(number)))
        | st.sampled_from([PartialDate(2020, 1), PartialDate(2020)])
    )
    if awarded is None or awarded.first_day > award.valid_until:
        return award
    return evolve(award, awarded=awarded)


@st.composite
def registers(draw: st.DrawFn) -> LabelRegister:
    return LabelRegister(
        awards=draw(st.lists(dated(), min_size=1, max_size=3)),
        editions=draw(
            st.sampled_from([[SAME], [SAME, MONTHLY], [OPEN, SAME], [SAME, EARLY]])
        ),
        snapshot=draw(st.none() | st.integers(0, DAYS).map(day)),
    )


asked_days = st.integers(-1, DAYS + 2).map(day) | st.sampled_from(
    [date(2020, 2, 28), date(2020, 2, 29), date(2020, 3, 1), date(2020, 3, 31)]
)


# --- every world ------------------------------------------------------------------


@frozen
class Held:
    """An award in one world: when it began, and until when it may be renewed."""

    award: LabelAward
    start: date
    renewable_until: date | None


World: TypeAlias = tuple[Held, ...]
Row: TypeAlias = tuple[tuple[str, str], LabelTier]


def starts(award: LabelAward, snapshot: date | None) -> list[date]:
    """Every day from before the first to after the last that it may have begun on."""
    around = [day(number) for number in range(-3, DAYS + 3)]
    if isinstance(award.awarded, PartialDate):
        first, last = award.awarded.first_day, award.awarded.last_day
        days = [d for d in around if first <= d <= min(last, award.valid_until)]
    else:
        # Nobody says that it had begun before it was over.
        days = [d for d in around if d <= award.valid_until + timedelta(days=1)]
    if snapshot is None:
        return days
    return [d for d in days if d <= snapshot] or days[:1]


def windows(award: LabelAward, register: LabelRegister) -> list[date | None]:
    """The last day of renewal by each edition that may hold; None, far away."""
    first = date.min
    if isinstance(award.awarded, PartialDate):
        first = award.awarded.first_day
    of_editions: list[date | None] = []
    for one in register.editions:
        over = one.in_force.ends
        out_of_force = isinstance(over, PartialDate) and first > over.last_day
        if award.edition == one.key or (
            award.edition is Missing.UNKNOWN and not out_of_force
        ):
            months = one.terms[0].window_months
            if isinstance(months, Missing):
                of_editions += [None, award.valid_until]
                continue
            end = months_after(award.valid_until, months)
            ends_with_month = (award.valid_until + timedelta(days=1)).day == 1
            if one is MONTHLY and ends_with_month:
                next_month = months_after(end.replace(day=1), 1)
                end = next_month - timedelta(days=1)
            of_editions.append(end)
    return of_editions


def same_label(one: LabelAward, other: LabelAward) -> bool:
    of_tier = who(one) == who(other) and one.tier is other.tier
    return of_tier and one.valid_until == other.valid_until


def who(award: LabelAward) -> tuple[str, str]:
    return ("key", award.holder.key) if award.holder.key else ("", award.holder.name)


def is_possible(world: World) -> bool:
    for one, other in combinations(world, 2):
        if who(one.award) != who(other.award) or one.award.tier is not other.award.tier:
            continue
        if same_label(one.award, other.award):
            if one.start != other.start or one.renewable_until != other.renewable_until:
                return False
            continue
        earlier, later = sorted((one, other), key=lambda held: held.award.valid_until)
        if earlier.start > later.start:
            return False
    return True


def worlds(register: LabelRegister) -> Iterator[World]:
    possible = [
        [
            Held(award, start, until)
            for start in starts(award, register.snapshot)
            for until in set(windows(award, register))
        ]
        for award in register
    ]
    for world in product(*possible):
        if is_possible(world):
            yield world


def statuses_in(world: World, on: date) -> list[LabelStatus]:
    """What every award is in one world."""
    statuses = []
    for held in world:
        award = held.award
        of_holder = [h for h in world if who(h.award) == who(award) and h.start <= on]
        later = [
            h
            for h in of_holder
            if h.award.tier is award.tier and h.award.valid_until > award.valid_until
        ]
        higher: dict[LabelTier, Held] = {}
        for h in sorted(of_holder, key=lambda h: h.award.valid_until):
            if TIERS.index(h.award.tier) > TIERS.index(award.tier):
                higher[h.award.tier] = h
        if later:
            statuses.append(SUCCEEDED)
        elif held.start > on:
            statuses.append(NOT_YET)
        elif any(h.start >= held.start for h in higher.values()):
            statuses.append(SUCCEEDED)
        elif award.valid_until >= on:
            statuses.append(VALID)
        elif held.renewable_until is None or on <= held.renewable_until:
            statuses.append(RENEWABLE)
        else:
            statuses.append(LAPSED)
    return statuses


def rows_in(world: World, on: date) -> dict[Row, LabelStatus]:
    rows: dict[Row, list[LabelStatus]] = {}
    for held, status in zip(world, statuses_in(world, on), strict=True):
        rows.setdefault((who(held.award), held.award.tier), []).append(status)
    return {row: min(several, key=ORDER.index) for row, several in rows.items()}


def in_order(statuses: set[LabelStatus]) -> tuple[LabelStatus, ...]:
    return tuple(status for status in LabelStatus if status in statuses)


@settings(max_examples=40, deadline=None)
@given(registers(), asked_days)
def test_a_register_answers_what_its_worlds_answer(
    register: LabelRegister, on: date
) -> None:
    possible = list(islice(worlds(register), MOST + 1))
    assume(0 < len(possible) <= MOST)
    by_award = [set[LabelStatus]() for _ in register]
    by_row: dict[Row, set[LabelStatus]] = {}
    tallies: list[list[LabelStatus]] = []
    for world in possible:
        for statuses, status in zip(by_award, statuses_in(world, on), strict=True):
            statuses.add(status)
        rows = rows_in(world, on)
        tallies.append(list(rows.values()))
        for row, status in rows.items():
            by_row.setdefault(row, set()).add(status)
    assert [statuses for _, statuses in register.awards_on(on)] == [
        in_order(statuses) for statuses in by_award
    ]
    assert {
        (who(history[0]), history[0].tier): statuses
        for history, statuses in zip(
            register.histories(by_tier=True), register.statuses(on=on), strict=True
        )
    } == {row: in_order(statuses) for row, statuses in by_row.items()}
    for status, count in register.counts(on=on):
        numbers = [tally.count(status) for tally in tallies]
        assert (count.at_least, count.at_most) == (min(numbers), max(numbers))
    totals = [sum(status is not SUCCEEDED for status in tally) for tally in tallies]
    total = register.counts(on=on).total
    assert (total.at_least, total.at_most) == (min(totals), max(totals))


@settings(max_examples=10, deadline=None)
@given(registers(), asked_days, st.integers(0, 1))
def test_a_part_counts_what_its_worlds_count(
    register: LabelRegister, on: date, months: int
) -> None:
    possible = list(islice(worlds(register), MOST + 1))
    assume(0 < len(possible) <= MOST)
    for tier in LabelTier:
        part = register.where(tier=tier)
        for status, count in part.counts(on=on):
            numbers = [
                sum(
                    status is of_row
                    for (_, of_tier), of_row in rows_in(world, on).items()
                    if of_tier is tier
                )
                for world in possible
            ]
            assert (count.at_least, count.at_most) == (min(numbers), max(numbers))
    until = months_after(on, months)
    lapsing = [
        award
        for place, award in enumerate(register)
        if on <= award.valid_until <= until
        and any(
            statuses_in(world, on)[place] is VALID
            and statuses_in(world, award.valid_until + timedelta(days=1))[place]
            in (RENEWABLE, LAPSED)
            for world in possible
        )
    ]
    assert list(register.lapsing(on=on, months=months)) == lapsing


@settings(max_examples=30, deadline=None)
@given(registers())
def test_the_timeline_is_the_count_of_every_day(register: LabelRegister) -> None:
    steps = register.timeline(since=day(-2), until=day(DAYS + 2))
    for number in range(-2, DAYS + 3):
        [step] = [s for s in steps if s.first_day <= day(number) <= s.last_day]
        assert step.valid == register.counts(on=day(number))[VALID]


@settings(max_examples=30, deadline=None)
@given(registers(), asked_days, st.data())
def test_more_knowledge_never_widens_an_answer(
    register: LabelRegister, on: date, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(register) - 1))
    learned = register[place]
    if data.draw(st.booleans()) and learned.edition is Missing.UNKNOWN:
        keys = [
            edition.key
            for edition in register.editions
            if set(edition.terms) & set(register.terms_of(learned))
        ]
        learned = evolve(learned, edition=data.draw(st.sampled_from(keys)))
    else:
        start = data.draw(st.sampled_from(starts(learned, register.snapshot)))
        assume(start <= learned.valid_until)
        learned = evolve(learned, awarded=PartialDate.of(start))
    awards = [*register.awards[:place], learned, *register.awards[place + 1 :]]
    knowing = evolve(register, awards=awards)
    assume(any(True for _ in worlds(knowing)))
    for (_, before), (_, after) in zip(
        register.awards_on(on), knowing.awards_on(on), strict=True
    ):
        assert set(after) <= set(before)
    for before, after in zip(
        register.statuses(on=on), knowing.statuses(on=on), strict=True
    ):
        assert set(after) <= set(before)
    counted = zip(register.counts(on=on), knowing.counts(on=on), strict=True)
    for (_, wide), (_, narrow) in counted:
        assert wide.at_least <= narrow.at_least <= narrow.at_most <= wide.at_most
