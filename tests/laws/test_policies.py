"""Facts read off random policies: order-blind, never wider, runs counted by day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import product, starmap
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.brute_force import eccp_oracle
from tests.laws.strategies import MANNERS, days, in_one, partly_known, several
from tests.laws.test_dates import band

from icluster import (
    Country,
    Evaluation,
    History,
    Instrument,
    Missing,
    Monitoring,
    Other,
    PartialDate,
    Policy,
    Region,
)
from icluster.policies import (
    EvaluationStage,
    PolicyLevel,
    PolicyType,
    Status,
    Subject,
)
from icluster.reference import eccp
from icluster.scoring import read_facts, readings, score

if TYPE_CHECKING:
    from icluster import Facts, Reading

ON = date(2022, 9, 30)
READINGS = st.sampled_from(list(eccp.EDITION_2022.readings()))
BANDS = eccp.FACTS_2022["established"].domain


INSTRUMENTS = several(Instrument(Other("x"), status) for status in Status)
EVALUATIONS = several(starmap(Evaluation, product(EvaluationStage, Subject)))
MONITORING = several(map(Monitoring, Subject))
KINDS = in_one(
    "PQR", (*PolicyType, Other("x")), (False, True), (False, True, True, *Missing)
)
TARGETED = in_one("P", (PolicyType.NATIONAL_CLUSTER,), (False,), (Missing.UNKNOWN,))
SUPPORT = in_one(INSTRUMENTS, INSTRUMENTS)
WATCHED = in_one(EVALUATIONS, MONITORING)
# As often unknown as known; an end is past or to come, unknown, or there is none.
BEGINS = in_one((True, False), MANNERS)
BEGUN = in_one((True,), MANNERS)
ENDS = in_one(
    (2022, 2025, Missing.UNKNOWN, 2022, 2025, Missing.NOT_APPLICABLE), MANNERS
)
DAYS = {2022: days(2005, 2022), 2025: days(2022, 2025)}


@st.composite
def histories(
    draw: st.DrawFn, begun: st.SearchStrategy[tuple[Any, ...]] = BEGINS
) -> History:
    is_known, manner = draw(begun)
    begins: Any = Missing.UNKNOWN
    if is_known:
        begins = partly_known(draw(days(2000, 2023)), manner, 2023)
    ends, manner = draw(ENDS)
    if ends in DAYS:
        ends = partly_known(draw(DAYS[ends]), manner, ends)
        if is_known and ends.last_day < begins.first_day:
            ends = Missing.UNKNOWN
    return History(begins=begins, ends=ends)


@st.composite
def policies(
    draw: st.DrawFn,
    kinds: st.SearchStrategy[tuple[Any, ...]] = KINDS,
    begun: st.SearchStrategy[tuple[Any, ...]] = BEGINS,
) -> Policy:
    name, kind, regional, industrial = draw(kinds)
    financial, technical = draw(SUPPORT)
    evaluations, monitoring = draw(WATCHED)
    return Policy(
        name=name,
        type=kind,
        level=PolicyLevel.REGIONAL if regional else PolicyLevel.NATIONAL,
        country=Country("MX"),
        region=Region("MX-NLE") if regional else None,
        industrial=industrial,
        financial=financial,
        technical=technical,
        history=draw(histories(begun)),
        evaluations=evaluations,
        monitoring=monitoring,
    )


def read(recorded: list[Policy], reading: Reading, on: date = ON) -> Facts:
    return read_facts(recorded, on=on, edition=eccp.EDITION_2022, reading=reading)


@given(st.lists(policies(), max_size=3), READINGS, st.randoms())
def test_order_of_policies_does_not_matter(
    recorded: list[Policy], reading: Reading, random: Any
) -> None:
    shuffled = list(recorded)
    random.shuffle(shuffled)
    assert read(recorded, reading) == read(shuffled, reading)


FIELDS = ("financial", "technical", "evaluations", "monitoring", "industrial")
HIDDEN = st.sampled_from((*[FIELDS] * 5, *((name,) for name in FIELDS)))


@given(policies(begun=BEGUN), st.lists(policies(), max_size=2), HIDDEN, READINGS)
def test_a_field_that_becomes_known_never_widens(
    known: Policy, more: list[Policy], hidden: tuple[str, ...], reading: Reading
) -> None:
    unknown: dict[str, Any] = dict.fromkeys(hidden, Missing.UNKNOWN)
    before = read([evolve(known, **unknown), *more], reading)
    assert read([known, *more], reading).narrows(before)


@given(st.lists(policies(), max_size=3), READINGS)
def test_each_policy_counts_or_is_reported(
    recorded: list[Policy], reading: Reading
) -> None:
    facts = read(recorded, reading)
    current = [
        policy
        for policy in recorded
        if policy.history.period.may_cover(ON)
        and (
            reading["regional_policy"] == "counts"
            or (
                policy.region is None and policy.type is not PolicyType.REGIONAL_CLUSTER
            )
        )
    ]
    assert len(facts.provenance.set_aside) == len(recorded) - len(current)
    assert score(eccp.MATURITY_2022, facts).totals


@given(
    st.lists(
        st.tuples(days(2005, 2022), st.none() | st.integers(0, 3000)),
        min_size=1,
        max_size=5,
    )
)
def test_an_exact_run_is_counted_back_while_a_day_is_covered(
    spans: list[tuple[date, int | None]],
) -> None:
    periods = [
        (begin, begin + timedelta(days=length) if length is not None else date.max)
        for begin, length in spans
    ]
    recorded = [
        Policy(
            name=f"plan {number}",
            type=PolicyType.NATIONAL_CLUSTER,
            level=PolicyLevel.NATIONAL,
            country=Country("MX"),
            history=History(
                begins=PartialDate.of(first),
                ends=Missing.NOT_APPLICABLE
                if last == date.max
                else PartialDate.of(last),
            ),
        )
        for number, (first, last) in enumerate(periods)
    ]
    found = read(recorded, eccp.PUBLISHED_READING)["established"]
    if not any(first <= ON <= last for first, last in periods):
        assert found == BANDS
        return
    start, day = ON, timedelta(days=1)
    # The day before is covered, or what covers it is all that there was.
    while earlier := [f for f, last in periods if f < start and start - day <= last]:
        start = min(earlier)
    assert found == (BANDS[band(start, ON, [2, 10])],)


@given(st.lists(policies(), max_size=3), READINGS, st.integers(0, 4))
@settings(max_examples=6)
def test_readings_equal_each_reading_by_itself_counted_out(
    recorded: list[Policy], one: Reading, first: int
) -> None:
    """A reading gives the facts it gives alone, and the totals of all completions."""
    every = readings(recorded, on=ON, edition=eccp.EDITION_2022)
    # Of 128 every fifth: among them every question is answered in both ways.
    for entry in every.entries[first::5]:
        assert entry.score.facts == read(recorded, entry.reading)
    totals = {total for entry in every.entries for total in entry.score.totals}
    assert every.totals == tuple(sorted(totals))
    counted_out = eccp_oracle().totals(read(recorded, one))
    assert set(map(Fraction, every[one].totals)) == counted_out


PARTS = st.integers(0, 100)


def some_day(when: PartialDate, part: int) -> date:
    """Return a day that a date may mean: so many hundredths of the way through it."""
    return when.first_day + (when.last_day - when.first_day) * part // 100


@settings(max_examples=60)
@given(
    policies(TARGETED, BEGUN), st.lists(policies(), max_size=2), READINGS, PARTS, PARTS
)
def test_dates_that_become_known_never_widen_a_level(
    vague: Policy, more: list[Policy], reading: Reading, one: int, other: int
) -> None:
    """Held on levels: what is no longer in force leaves its age without a meaning."""
    begins, ends = vague.history.begins, vague.history.ends
    assert isinstance(begins, PartialDate)
    first = some_day(begins, one)
    exact_ends: Any = ends
    if isinstance(ends, PartialDate):
        first = min(first, ends.last_day)
        exact_ends = PartialDate.of(max(first, some_day(ends, other)))
    history = evolve(vague.history, begins=PartialDate.of(first), ends=exact_ends)
    before, after = (
        score(
            eccp.MATURITY_2022,
            read_facts(
                [policy, *more],
                on=ON,
                edition=eccp.EDITION_2022,
                reading=reading,
                complete=True,
            ),
        )
        for policy in (vague, evolve(vague, history=history))
    )
    for wide, narrow in zip(before.criteria, after.criteria, strict=True):
        assert set(narrow.candidates) <= set(wide.candidates)
