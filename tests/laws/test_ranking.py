"""Ranks and verdicts against brute force."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.strategies import FEW, POINTS, facts_of, rubrics

from icluster import Facts, PublishedScore, Rubric
from icluster.scoring import Agreement, compare, rank, score


@FEW
@given(
    rubrics(most=1).flatmap(
        lambda r: st.tuples(
            st.just(r), st.lists(facts_of(r.facts), min_size=1, max_size=4)
        )
    )
)
def test_ranks_equal_brute_force(case: tuple[Rubric, list[Facts]]) -> None:
    rubric, several = case
    scores = {f"n{i}": score(rubric, facts) for i, facts in enumerate(several)}
    ranks: dict[str, set[int]] = {name: set() for name in scores}
    for totals in product(*(each.totals for each in scores.values())):
        for name, total in zip(scores, totals, strict=True):
            ranks[name].add(1 + sum(other > total for other in totals))
    ranking = rank(scores)
    for name, possible in ranks.items():
        entry = ranking[name]
        assert (entry.best, entry.worst) == (min(possible), max(possible))
        assert entry.is_certain == (len(possible) == 1)
    order = [(each.best, each.worst, each.name) for each in ranking.entries]
    assert order == sorted(order)


@FEW
@given(
    rubrics().flatmap(lambda r: st.tuples(st.just(r), facts_of(r.facts))),
    st.lists(st.none() | st.sampled_from(POINTS), min_size=3, max_size=3),
    st.sampled_from(POINTS),
)
def test_verdicts_follow_from_what_the_facts_allow(
    both: tuple[Rubric, Facts], printed: list[str | None], total: str
) -> None:
    rubric, facts = both
    derived = score(rubric, facts)
    keys = [criterion.key for criterion in rubric.criteria]
    points = {key: Decimal(p) for key, p in zip(keys, printed, strict=False) if p}
    published = PublishedScore(
        subject="S", rubric=rubric.key, points=points, total=total
    )
    result = compare(published, derived)
    for each in result.criteria:
        allowed = derived[each.key].candidates
        expected = {
            each.key not in points: Agreement.NOT_PUBLISHED,
            each.published in allowed and len(allowed) == 1: Agreement.AGREES,
            each.published in allowed and len(allowed) > 1: Agreement.POSSIBLE,
            each.key in points and each.published not in allowed: Agreement.DIFFERS,
        }
        assert each.agreement is expected[True]
    verdicts = {each.agreement for each in result.criteria} | {result.total}
    assert result.agrees == (verdicts == {Agreement.AGREES})
    assert (result.sum_published is None) == (len(points) < len(keys))
