"""Facts read off random policies: order-blind, never wider, runs counted by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st
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
from icluster.editions._runs import _Run, _Span
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


def several(kind: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(kind, unique=True, max_size=2) | st.just(Missing.UNKNOWN)


INSTRUMENTS = several(
    st.builds(Instrument, st.just(Other("x")), st.sampled_from(Status))
)
ENDS = (
    partial_dates(2022, 2025)
    | partial_dates(2005, 2022)
    | st.sampled_from((Missing.UNKNOWN, Missing.NOT_APPLICABLE))
)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    regional = draw(st.booleans())
    begins: Any = draw(partial_dates(2000, 2023) | st.just(Missing.UNKNOWN))
    ends: Any = draw(ENDS)
    if (
        isinstance(begins, PartialDate)
        and isinstance(ends, PartialDate)
        and ends.last_day < begins.first_day
    ):
        ends = Missing.UNKNOWN
    return Policy(
        name=draw(st.sampled_from(("P", "Q", "R"))),
        type=draw(st.sampled_from(PolicyType) | st.just(Other("x"))),
        level=PolicyLevel.REGIONAL if regional else PolicyLevel.NATIONAL,
        country=Country("MX"),
        region=Region("MX-NLE") if regional else None,
        industrial=draw(st.booleans() | st.sampled_from(Missing)),
        financial=draw(INSTRUMENTS),
        technical=draw(INSTRUMENTS),
        history=History(begins=begins, ends=ends),
        evaluations=draw(
            several(
                st.builds(
                    Evaluation,
                    st.sampled_from(EvaluationStage),
                    st.sampled_from(Subject),
                )
            )
        ),
        monitoring=draw(several(st.builds(Monitoring, st.sampled_from(Subject)))),
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

    def is_covered(day: date) -> bool:
        return any(first <= day <= last and first <= ON for first, last in periods)

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
    if not is_covered(ON):
        assert found == BANDS
        return
    start = ON
    while is_covered(start - timedelta(days=1)):
        start -= timedelta(days=1)
    assert found == (BANDS[band(start, ON, [2, 10])],)


@given(st.lists(policies(), max_size=3))
@settings(max_examples=10)
def test_readings_equal_each_reading_by_itself(recorded: list[Policy]) -> None:
    every = readings(recorded, on=ON, edition=eccp.EDITION_2022)
    by_itself = [read(recorded, reading) for reading in eccp.EDITION_2022.readings()]
    assert [entry.score.facts for entry in every.entries] == by_itself


@st.composite
def vague_spans(draw: st.DrawFn) -> tuple[tuple[date, date], tuple[date, date]]:
    """Some days on which a plan may begin, and some on which it may end."""
    first = draw(st.integers(0, 12))
    latest = first + draw(st.integers(0, 3))
    end = latest + draw(st.integers(0, 5))
    last = end + draw(st.integers(0, 3))
    days_of = [START + timedelta(days=number) for number in (first, latest, end, last)]
    return (days_of[0], days_of[1]), (days_of[2], days_of[3])


START = date(2022, 9, 14)


@given(st.lists(vague_spans(), min_size=1, max_size=3))
def test_a_run_equals_brute_force_over_all_days(
    spans: list[tuple[tuple[date, date], tuple[date, date]]],
) -> None:
    """Whatever days are meant, and no others, give the day on which the run began."""

    def whole(first: date, last: date) -> list[int]:
        return list(range(first.toordinal(), last.toordinal() + 1))

    possible = set()
    choices = [product(whole(*begins), whole(*ends)) for begins, ends in spans]
    day = ON.toordinal()
    for plans in product(*choices):
        covered = {n for first, last in plans for n in range(first, last + 1)}
        start = day
        while start in covered:
            start -= 1
        possible.add(start + 1)
    possible.discard(day + 1)
    run = _Run(
        tuple(
            _Span(
                first=begins[0].toordinal(),
                latest_first=begins[1].toordinal(),
                earliest_last=ends[0].toordinal(),
                last=ends[1].toordinal(),
                optional=False,
                entry=None,  # type: ignore[arg-type]
                path="",
            )
            for begins, ends in spans
        ),
        day,
    )
    days_found = {n for first, last in run.starts for n in range(first, last + 1)}
    assert days_found == possible
    certain = all(
        any(first <= day <= last for first, last in plans)
        for plans in product(
            *(product(whole(*begins), whole(*ends)) for begins, ends in spans)
        )
    )
    assert run.may_fail is not certain


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
