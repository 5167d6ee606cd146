"""Facts read off random policies: order-blind, never wider, runs counted by day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, product, starmap
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.laws.brute_force import eccp_oracle
from tests.laws.strategies import days, partial_dates
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
    from collections.abc import Iterable

    from icluster import Facts, Reading

ON = date(2022, 9, 30)
READINGS = st.sampled_from(list(eccp.EDITION_2022.readings()))
BANDS = eccp.FACTS_2022["established"].domain


def several(things: Iterable[Any]) -> st.SearchStrategy[Any]:
    """Draw up to two of *things* or none known, in one draw, which is fast."""
    listed = tuple(things)
    few = (few for size in range(3) for few in combinations(listed, size))
    return st.sampled_from([Missing.UNKNOWN, *few])


INSTRUMENTS = several(Instrument(Other("x"), status) for status in Status)
EVALUATIONS = several(starmap(Evaluation, product(EvaluationStage, Subject)))
MONITORING = several(map(Monitoring, Subject))
ENDS = (
    partial_dates(2022, 2025)
    | partial_dates(2005, 2022)
    | st.sampled_from((Missing.UNKNOWN, Missing.NOT_APPLICABLE))
)


BEGINS = partial_dates(2000, 2023) | st.just(Missing.UNKNOWN)
NAMES = st.sampled_from(("P", "Q", "R"))
TYPES = st.sampled_from((*PolicyType, Other("x")))
INDUSTRIAL = st.sampled_from((False, True, *Missing))
BOOLEANS = st.booleans()


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    regional = draw(BOOLEANS)
    begins: Any = draw(BEGINS)
    ends: Any = draw(ENDS)
    if (
        isinstance(begins, PartialDate)
        and isinstance(ends, PartialDate)
        and ends.last_day < begins.first_day
    ):
        ends = Missing.UNKNOWN
    return Policy(
        name=draw(NAMES),
        type=draw(TYPES),
        level=PolicyLevel.REGIONAL if regional else PolicyLevel.NATIONAL,
        country=Country("MX"),
        region=Region("MX-NLE") if regional else None,
        industrial=draw(INDUSTRIAL),
        financial=draw(INSTRUMENTS),
        technical=draw(INSTRUMENTS),
        history=History(begins=begins, ends=ends),
        evaluations=draw(EVALUATIONS),
        monitoring=draw(MONITORING),
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


@given(st.lists(policies(), min_size=1, max_size=3), policies(), READINGS)
def test_a_field_that_becomes_known_never_widens(
    recorded: list[Policy], other: Policy, reading: Reading
) -> None:
    names = ("financial", "technical", "evaluations", "monitoring", "industrial")
    known = {
        name: getattr(other, name)
        for name in names
        if getattr(recorded[0], name) is Missing.UNKNOWN
    }
    before = read(recorded, reading)
    after = read([evolve(recorded[0], **known), *recorded[1:]], reading)
    assert after.narrows(before)


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
def test_an_exact_run_is_counted_back_day_by_day(
    spans: list[tuple[date, int | None]],
) -> None:
    periods = [
        (begin, begin + timedelta(days=length) if length is not None else date.max)
        for begin, length in spans
    ]

    covered = {
        day
        for first, last in periods
        for day in range(first.toordinal(), min(last, ON).toordinal() + 1)
    }
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
    start = ON.toordinal()
    if start not in covered:
        assert found == BANDS
        return
    while start - 1 in covered:
        start -= 1
    assert found == (BANDS[band(date.fromordinal(start), ON, [2, 10])],)


@given(st.lists(policies(), max_size=3), READINGS)
@settings(max_examples=10)
def test_readings_equal_each_reading_by_itself_counted_out(
    recorded: list[Policy], one: Reading
) -> None:
    """Each reading gives the facts it gives alone, one the totals of completions."""
    every = readings(recorded, on=ON, edition=eccp.EDITION_2022)
    by_itself = [read(recorded, reading) for reading in eccp.EDITION_2022.readings()]
    assert [entry.score.facts for entry in every.entries] == by_itself
    totals = {total for entry in every.entries for total in entry.score.totals}
    assert every.totals == tuple(sorted(totals))
    counted_out = eccp_oracle().totals(read(recorded, one))
    assert set(map(Fraction, every[one].totals)) == counted_out


@given(st.lists(policies(), min_size=1, max_size=3), READINGS, st.data())
def test_dates_that_become_known_never_widen_a_level(
    recorded: list[Policy], reading: Reading, data: st.DataObject
) -> None:
    """Held on levels: what is no longer in force leaves its age without a meaning."""
    history = recorded[0].history
    changes: dict[str, Any] = {}
    for name in ("begins", "ends"):
        when = getattr(history, name)
        if isinstance(when, PartialDate):
            day = data.draw(st.dates(when.first_day, when.last_day))
            changes[name] = PartialDate.of(day)
    if "begins" in changes and "ends" in changes:
        assume(changes["begins"] <= changes["ends"])
    exact = evolve(recorded[0], history=evolve(history, **changes))
    before, after = (
        score(
            eccp.MATURITY_2022,
            read_facts(
                few,
                on=ON,
                edition=eccp.EDITION_2022,
                reading=reading,
                complete=True,
            ),
        )
        for few in (recorded, [exact, *recorded[1:]])
    )
    for vague, known in zip(before.criteria, after.criteria, strict=True):
        assert set(known.candidates) <= set(vague.candidates)
