"""The scorer equals brute force, explains itself, and names what would settle it."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, cast

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.brute_force import completions, completions_of, holds, oracle_of
from tests.laws.strategies import FEW, facts_of, has_undeclared_hole, narrowed, rubrics

from icluster import Criterion, Fact, Facts, FactSchema, Rubric
from icluster.errors import HoleError, UndeterminedError
from icluster.reference import eccp
from icluster.scoring import audit, score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster.conditions import Value
    from icluster.scoring import Score

ECCP_FACTS = facts_of(eccp.FACTS_2022)


def fractions(result: Score) -> list[Fraction]:
    return [Fraction(total) for total in result.totals]


def check_against_brute_force(rubric: Rubric, facts: Facts) -> None:
    oracle, result = oracle_of(rubric), score(rubric, facts)
    totals = sorted(oracle.totals(facts))
    assert fractions(result) == totals
    assert [Fraction(result.lowest), Fraction(result.highest)] == [
        totals[0],
        totals[-1],
    ]
    assert result.is_settled == (len(totals) == 1)
    for index, each in enumerate(result.criteria):
        assert list(each.candidates) == sorted(oracle.candidates(facts, index))


@given(ECCP_FACTS)
def test_eccp_scores_equal_brute_force(facts: Facts) -> None:
    check_against_brute_force(eccp.MATURITY_2022, facts)


@FEW
@given(rubrics().flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))))
def test_random_scores_equal_brute_force(both: tuple[Rubric, Facts]) -> None:
    check_against_brute_force(*both)


def test_every_completion_of_eccp_equals_brute_force() -> None:
    oracle, seen = oracle_of(eccp.MATURITY_2022), 0
    for values in completions(eccp.FACTS_2022):
        result = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, values))
        vector = oracle.vectors[tuple(values.values())]
        assert [frozenset(each.candidates) for each in result.criteria] == list(vector)
        assert set(fractions(result)) == oracle.sums(vector)
        seen += 1
    assert seen == 6144


def with_narrowed(rubric: Rubric) -> st.SearchStrategy[tuple[Rubric, Facts, Facts]]:
    return facts_of(rubric.facts).flatmap(
        lambda facts: st.tuples(st.just(rubric), st.just(facts), narrowed(facts))
    )


@FEW
@given(rubrics().flatmap(with_narrowed) | with_narrowed(eccp.MATURITY_2022))
def test_knowing_more_never_widens(case: tuple[Rubric, Facts, Facts]) -> None:
    rubric, facts, more = case
    assert more.narrows(facts)
    before, after = score(rubric, facts), score(rubric, more)
    assert set(after.totals) <= set(before.totals)
    for wide, narrow in zip(before.criteria, after.criteria, strict=True):
        assert set(narrow.candidates) <= set(wide.candidates)


def reordered(rubric: Rubric, facts: list[Fact], criteria: list[Criterion]) -> Rubric:
    return evolve(rubric, facts=FactSchema(facts), criteria=criteria)


def shuffled(rubric: Rubric) -> st.SearchStrategy[tuple[Rubric, Facts, Rubric]]:
    return st.tuples(
        st.just(rubric),
        facts_of(rubric.facts),
        st.builds(
            reordered,
            st.just(rubric),
            st.permutations(rubric.facts.facts),
            st.permutations(rubric.criteria),
        ),
    )


@FEW
@given(rubrics().flatmap(shuffled) | shuffled(eccp.MATURITY_2022))
def test_order_of_facts_and_criteria_does_not_matter(
    case: tuple[Rubric, Facts, Rubric],
) -> None:
    rubric, facts, other = case
    stated = {name: frozenset(facts[name]) for name in rubric.facts.names}
    one, two = score(rubric, facts), score(other, Facts.of(other.facts, stated))
    assert one.totals == two.totals
    assert {e.criterion.key: e.candidates for e in one.criteria} == {
        e.criterion.key: e.candidates for e in two.criteria
    }
    assert set(one.settled_by[0]) == set(two.settled_by[0])
    assert set(one.settled_by[1]) == set(two.settled_by[1])


@FEW
@given(rubrics().flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))))
def test_a_total_is_one_of_the_reachable_ones(both: tuple[Rubric, Facts]) -> None:
    rubric, facts = both
    report = audit(rubric)
    assert set(score(rubric, facts).totals) <= set(report.totals)
    assert not set(report.totals) & set(report.unreachable_totals)


@given(ECCP_FACTS)
def test_eccp_totals_are_reachable_ones(facts: Facts) -> None:
    assert set(score(eccp.MATURITY_2022, facts).totals) <= set(
        audit(eccp.MATURITY_2022).totals
    )


# --- what would settle it ----------------------------------------------------------


def neighbours(facts: Facts, name: str) -> Iterator[list[tuple[Value, ...]]]:
    """Yield groups of completions that differ only in one fact."""
    index = facts.schema.names.index(name)
    groups: dict[tuple[Value, ...], list[tuple[Value, ...]]] = {}
    for values in completions_of(facts):
        key = tuple(values.values())
        groups.setdefault(key[:index] + key[index + 1 :], []).append(key)
    yield from groups.values()


def settled(facts: Facts, names: tuple[str, ...]) -> Iterator[Facts]:
    """Yield the facts with some of them settled, in every way."""
    projections = {
        tuple(values[name] for name in names) for values in completions_of(facts)
    }
    for values in projections:
        yield facts.but(dict(zip(names, values, strict=True)))


def check_settling(rubric: Rubric, facts: Facts) -> None:
    oracle, result = oracle_of(rubric), score(rubric, facts)
    names, gaps = result.settled_by
    assert set(names) <= set(facts.undetermined)
    assert (not names and not gaps) == result.is_settled
    # All of them settle it, or leave to the gaps what hangs on gaps.
    for known in settled(facts, names):
        if not gaps:
            assert score(rubric, known).is_settled
        sets = {oracle.sums(vector) for _, vector in oracle.vectors_of(known)}
        assert len(sets) == 1
    if not gaps:  # each of them is needed
        for name in names:
            assert any(
                len({oracle.sums(oracle.vectors[key]) for key in group}) > 1
                for group in neighbours(facts, name)
            ), name
    for index, each in enumerate(result.criteria):
        names, gaps = each.settled_by
        hangs = {
            name
            for name in facts.undetermined
            if any(
                len({oracle.vectors[key][index] for key in group}) > 1
                for group in neighbours(facts, name)
            )
        }
        assert set(names) == hangs
        in_gap = any(len(v[index]) > 1 for _, v in oracle.vectors_of(facts))
        assert bool(gaps) == in_gap


@FEW
@given(rubrics().flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))))
def test_what_settles_a_random_score_is_exact(both: tuple[Rubric, Facts]) -> None:
    check_settling(*both)


@st.composite
def partly_known(draw: st.DrawFn) -> Facts:
    """Draw facts of ECCP with at most five of them open."""
    facts = draw(facts_of(eccp.FACTS_2022, known=True))
    names = draw(st.sets(st.sampled_from(facts.schema.names), max_size=5))
    return facts.but({n: frozenset(facts.schema[n].domain) for n in names})


@given(partly_known())
def test_what_settles_an_eccp_score_is_exact(facts: Facts) -> None:
    check_settling(eccp.MATURITY_2022, facts)


@given(partly_known())
def test_the_error_names_what_settles_it(facts: Facts) -> None:
    result = score(eccp.MATURITY_2022, facts)
    if result.is_settled:
        assert (result.total,) == result.totals
        assert result.share == Fraction(result.total) / 8
        return
    with pytest.raises(UndeterminedError) as caught:
        _ = result.total
    assert (caught.value.facts, caught.value.gaps) == result.settled_by
    assert caught.value.allowed == tuple(map(str, result.totals))


# --- reasons -----------------------------------------------------------------------


def check_reasons(rubric: Rubric, facts: Facts) -> None:
    """The reasons are the first of the smallest sets that force the levels."""
    oracle, result = oracle_of(rubric), score(rubric, facts)
    for index, each in enumerate(result.criteria):
        used = {
            test.fact
            for _, where in each.criterion.conditions()
            for test in where.tests()
        }
        said = [n for n in facts.schema.names if n in used and facts.says(n)]
        wanted = oracle.candidates(facts, index)
        bare = Facts.of(facts.schema)
        first = next(
            names
            for size in range(len(said) + 1)
            for names in combinations(said, size)
            if oracle.candidates(
                bare.but({name: frozenset(facts[name]) for name in names}), index
            )
            == wanted
        )
        assert tuple(reason.fact for reason in each.reasons) == first
        assert each.reasons_are_fewest
        assert all(reason.values == facts[reason.fact] for reason in each.reasons)


@FEW
@given(rubrics(most=2).flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))))
def test_reasons_of_random_scores_are_smallest(both: tuple[Rubric, Facts]) -> None:
    check_reasons(*both)


# --- holes -------------------------------------------------------------------------


@FEW
@given(rubrics(holes=True).flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))))
def test_a_hole_raises_where_the_facts_allow_it(both: tuple[Rubric, Facts]) -> None:
    rubric, facts = both
    holes = {
        criterion.key
        for criterion in rubric.criteria
        for values in completions_of(facts)
        if not any(holds(level.condition, values) for level in criterion.levels)
        and not any(holds(gap.condition, values) for gap in criterion.gaps)
    }
    if not holes:
        score(rubric, facts)
        return
    with pytest.raises(HoleError) as caught:
        score(rubric, facts)
    assert caught.value.criterion in holes
    met = rubric[caught.value.criterion]
    known = cast("dict[str, Value]", dict(caught.value.values))
    values = {**next(completions_of(facts)), **known}
    assert not any(holds(level.condition, values) for level in met.levels)
    assert not any(holds(gap.condition, values) for gap in met.gaps)
    assert all(value in facts[name] for name, value in caught.value.values)


@FEW
@given(rubrics(holes=True))
def test_audit_reports_holes_and_only_holes(rubric: Rubric) -> None:
    report = audit(rubric)
    assert bool(report.holes) == has_undeclared_hole(rubric)
    assert bool(report.totals) != bool(report.holes)
