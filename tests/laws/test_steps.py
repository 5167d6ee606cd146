"""Next steps are smallest, do lift, and leave out none; time is told apart."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.brute_force import Oracle, oracle_of
from tests.laws.strategies import FEW, facts_of, rubrics

from icluster import Fact, Facts, Rubric
from icluster.reference import eccp
from icluster.scoring import next_steps
from icluster.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster.conditions import Value

Changed = frozenset[tuple[str, "Value"]]


def is_idle(fact: Fact, facts: Facts) -> bool:
    return (
        fact.matters_where is not None
        and facts.decides(fact.matters_where) is Verdict.NO
    )


def may_become(fact: Fact, value: Value, facts: Facts) -> bool:
    now = facts[fact.name]
    if now == (value,) and not (fact.boundaries and is_idle(fact, facts)):
        return False
    if not fact.boundaries:
        return True
    youngest = fact.domain[0] if is_idle(fact, facts) else now[0]
    return fact.domain.index(value) > fact.domain.index(youngest)


def come_about(changed: Changed, facts: Facts) -> Facts | None:
    """Return the facts after changes; None where time cannot bring them."""
    after = facts.but(dict(changed))
    for fact in facts.schema.facts:
        if not fact.boundaries or fact.matters_where is None:
            continue
        matters = after.decides(fact.matters_where)
        if fact.name in dict(changed):
            if matters is not Verdict.YES:
                return None
        elif matters is Verdict.YES and is_idle(fact, facts):
            after = after.but({fact.name: fact.domain[0]})
    return after


def every_change(rubric: Rubric, index: int, facts: Facts) -> Iterator[Changed]:
    used = {
        test.fact
        for _, where in rubric.criteria[index].conditions()
        for test in where.tests()
    }
    options = [
        [(fact.name, v) for v in fact.domain if may_become(fact, v, facts)]
        for fact in facts.schema.facts
        if fact.name in used
    ]
    for size in range(1, len(options) + 1):
        for chosen in combinations(options, size):
            yield from map(frozenset, product(*chosen))


def lowest(oracle: Oracle, facts: Facts, index: int) -> Fraction:
    return Fraction(min(oracle.candidates(facts, index)))


def expected(oracle: Oracle, facts: Facts, index: int) -> set[tuple[Changed, Fraction]]:
    """Every change that surely lifts, and no part of which lifts as much."""
    now = lowest(oracle, facts, index)
    reached = {
        changed: lowest(oracle, after, index)
        for changed in every_change(oracle.rubric, index, facts)
        if (after := come_about(changed, facts)) is not None
    }
    return {
        (changed, points)
        for changed, points in reached.items()
        if points > now
        and not any(
            part < changed and other >= points for part, other in reached.items()
        )
    }


def check_steps(rubric: Rubric, facts: Facts) -> None:
    oracle, steps = oracle_of(rubric), next_steps(rubric, facts)
    before = oracle.totals(facts)
    for index, criterion in enumerate(rubric.criteria):
        found = [
            (
                frozenset(
                    [(c.fact, c.value) for c in step.acts]
                    + [(w.fact, w.value) for w in step.waits]
                ),
                Fraction(step.level.points),
            )
            for step in steps.for_criterion(criterion.key)
        ]
        assert len(found) == len(set(found))
        assert set(found) == expected(oracle, facts, index)
    for step in steps:
        after = oracle.totals(step.after)
        assert Fraction(step.gain) == min(after) - min(before)
        assert Fraction(step.gain_of_highest) == max(after) - max(before)
        assert all(facts.schema[wait.fact].boundaries for wait in step.waits)
        assert not any(facts.schema[each.fact].boundaries for each in step.acts)
        assert step.is_time_alone == (not step.acts)


@FEW
@given(
    rubrics(most=2).flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))),
)
def test_steps_of_random_scores_are_all_and_smallest(
    both: tuple[Rubric, Facts],
) -> None:
    check_steps(*both)


@settings(max_examples=15)
@given(facts_of(eccp.FACTS_2022, known=True), st.booleans())
def test_steps_of_eccp_scores_are_all_and_smallest(facts: Facts, age: bool) -> None:
    check_steps(
        eccp.MATURITY_2022,
        facts.but(established=set(facts.schema["established"].domain))
        if age
        else facts,
    )


@FEW
@given(
    rubrics(most=3).flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))),
)
def test_steps_stand_in_order_of_criteria_time_last(both: tuple[Rubric, Facts]) -> None:
    rubric, facts = both
    keys = [
        (rubric.index(step.criterion.key), step.is_time_alone)
        for step in next_steps(rubric, facts)
    ]
    assert keys == sorted(keys)
