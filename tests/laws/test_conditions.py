"""Conditions obey logic, however they are evaluated."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.brute_force import completions, holds
from tests.laws.strategies import conditions, facts_of, schemas

from icluster import Facts, FactSchema
from icluster.conditions import Condition
from icluster.rubrics._completions import Space
from icluster.verdicts import Verdict

CASES = schemas(ages=False).flatmap(
    lambda s: st.tuples(st.just(s), conditions(s), conditions(s))
)


@given(CASES)
def test_operators_mean_and_or_not(
    case: tuple[FactSchema, Condition, Condition],
) -> None:
    schema, one, two = case
    for values in completions(schema):
        left, right = holds(one, values), holds(two, values)
        assert (one.holds(values), two.holds(values)) == (left, right)
        assert (one & two).holds(values) == (left and right)
        assert (one | two).holds(values) == (left or right)
        assert (~one).holds(values) == (not left)


@given(CASES)
def test_sets_of_completions_equal_evaluation(
    case: tuple[FactSchema, Condition, Condition],
) -> None:
    schema, condition, _ = case
    space = Space(schema, schema.names)
    where = space.holding(condition)
    for number in range(space.size):
        values = space.values(number)
        assert bool(where >> number & 1) == holds(condition, values)
        settled = Facts.of(schema, values)
        assert settled._bits == space.fact_bits(number)
        assert space.allowed(settled._bits) == 1 << number


@given(
    schemas(ages=False).flatmap(
        lambda s: st.tuples(st.just(s), conditions(s), facts_of(s))
    )
)
def test_facts_decide_what_every_completion_agrees_on(
    case: tuple[FactSchema, Condition, Facts],
) -> None:
    _, condition, facts = case
    answers = {
        holds(condition, {name: each.value(name) for name in each.schema.names})
        for each in facts.each_completion()
    }
    assert facts.decides(condition) is Verdict.among(answers)
    assert facts.completions == len(list(facts.each_completion()))
