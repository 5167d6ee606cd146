"""Leads, shares and changes against brute force."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.brute_force import completions_of, vector
from tests.laws.strategies import FEW, WEIGHTS, facts_of, rubrics

from icluster import Facts, Rubric
from icluster.scoring import (
    Movement,
    difference,
    leads,
    leaving_out,
    score,
    share_ahead,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal


def with_two(rubric: Rubric) -> st.SearchStrategy[tuple[Rubric, Facts, Facts]]:
    return st.tuples(st.just(rubric), facts_of(rubric.facts), facts_of(rubric.facts))


def choices(rubric: Rubric, facts: Facts) -> Iterator[tuple[Fraction, tuple[Any, ...]]]:
    """Yield each vector of points with its share of the possibilities."""
    every = list(completions_of(facts))
    for values in every:
        allowed = list(product(*vector(rubric, values)))
        for points in allowed:
            yield Fraction(1, len(every) * len(allowed)), points


def total(weights: tuple[Any, ...], points: tuple[Decimal, ...]) -> Fraction:
    pairs = zip(weights, points, strict=True)
    return sum((Fraction(each) * Fraction(point) for each, point in pairs), Fraction())


@FEW
@given(case=rubrics().flatmap(with_two), data=st.data())
def test_leads_are_reached_and_never_left(
    case: tuple[Rubric, Facts, Facts], data: st.DataObject
) -> None:
    rubric, one, other = case
    some = st.sampled_from(WEIGHTS)
    bounds = {
        criterion.key: tuple(sorted((data.draw(some), data.draw(some)), key=float))
        for criterion in rubric.criteria
    }
    both = {"one": score(rubric, one), "other": score(rubric, other)}
    lead = leads(both, weights=bounds)["one", "other"]  # type: ignore[arg-type]
    mine = {points for _, points in choices(rubric, one)}
    theirs = {points for _, points in choices(rubric, other)}
    found = [
        total(weights, ahead) - total(weights, behind)
        for weights in product(*bounds.values())
        for ahead in mine
        for behind in theirs
    ]
    assert (lead.least, lead.most) == (min(found), max(found))


@FEW
@given(case=rubrics().flatmap(with_two))
def test_shares_are_counted_out(case: tuple[Rubric, Facts, Facts]) -> None:
    rubric, one, other = case
    weights = tuple(criterion.weight for criterion in rubric.criteria)
    expected = sum(
        (
            share * other_share
            for share, ahead in choices(rubric, one)
            for other_share, behind in choices(rubric, other)
            if total(weights, ahead) > total(weights, behind)
        ),
        Fraction(),
    )
    assert share_ahead(score(rubric, one), score(rubric, other)) == expected


@FEW
@given(case=rubrics().flatmap(with_two))
def test_what_is_sure_has_the_whole_share(case: tuple[Rubric, Facts, Facts]) -> None:
    rubric, one, other = case
    if len(rubric.criteria) == 1:
        return
    both = {"one": score(rubric, one), "other": score(rubric, other)}
    ordering = leaving_out(both)["one", "other"]
    assert (ordering.share == 1) == ordering.is_sure
    assert (ordering.share > 0) == (ordering.possible > 0)


@FEW
@given(case=rubrics().flatmap(with_two))
def test_why_brings_the_change_and_nothing_smaller_does(
    case: tuple[Rubric, Facts, Facts],
) -> None:
    rubric, one, other = case
    before, after = score(rubric, one), score(rubric, other)
    for change in difference(before, after).criteria:
        key = change.criterion.key
        told = {each.fact: frozenset(each.after) for each in change.why}
        assert score(rubric, one.but(told))[key].levels == after[key].levels
        for name in told:
            fewer = {each: values for each, values in told.items() if each != name}
            assert score(rubric, one.but(fewer))[key].levels != after[key].levels
        low, high = before[key].candidates[0], before[key].candidates[-1]
        ups = [points > high for points in after[key].candidates]
        downs = [points < low for points in after[key].candidates]
        assert (change.movement is Movement.ROSE) == all(ups)
        assert (change.movement is Movement.FELL) == all(downs)
