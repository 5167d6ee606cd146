"""Rubrics at the limits: many pairs of facts, many totals, many components."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_
from random import Random

import pytest

from icluster import Criterion, Fact, Facts, FactSchema, Is, Level, Rubric
from icluster.conditions import Condition
from icluster.errors import TooLargeError, UndeterminedError
from icluster.rubrics import _outcomes
from icluster.scoring import Score, _fewest, rank, score
from icluster.scoring._fewest import fewest


def rubric_of(
    conditions: Sequence[Condition], *, names: list[str], growth: int = 2
) -> Rubric:
    """Give each condition a criterion, its weight so many times the one before."""
    return Rubric(
        key="large",
        title="Large",
        facts=FactSchema([Fact.boolean(name) for name in names]),
        criteria=[
            Criterion(
                key=f"c{index}",
                title=f"Criterion {index}",
                levels=[Level(0, ~condition, "no"), Level(1, condition, "yes")],
                weight=growth**index,
            )
            for index, condition in enumerate(conditions)
        ],
    )


def pairs(count: int) -> Score:
    """Score a criterion of *count* pairs of facts, one of each at least, all true."""
    names = [f"{letter}{n}" for n in range(count) for letter in "ab"]
    one_of_each = reduce(and_, (Is(f"a{n}") | Is(f"b{n}") for n in range(count)))
    rubric = rubric_of([one_of_each], names=names)
    return score(rubric, Facts.of(rubric.facts, dict.fromkeys(names, True)))


# --- reasons ------------------------------------------------------------------------


def test_reasons_of_many_pairs_are_found_without_trying_every_set() -> None:
    criterion = pairs(9)["c0"]
    assert [reason.fact for reason in criterion.reasons] == [f"a{n}" for n in range(9)]
    assert criterion.reasons_are_fewest


def test_few_questions_are_enough_for_many_pairs() -> None:
    asked = 0

    def suffices(kept: frozenset[str]) -> bool:
        nonlocal asked
        asked += 1
        return all({f"a{n}", f"b{n}"} & kept for n in range(20))

    names = tuple(f"{letter}{n}" for n in range(20) for letter in "ab")
    chosen = fewest(names[:16], lambda kept: suffices(kept | {*names[16:]}))
    assert chosen == (tuple(f"a{n}" for n in range(8)), True)
    assert asked < 200


@pytest.mark.parametrize("seed", range(20))
def test_the_first_smallest_set_is_what_trying_all_would_give(seed: int) -> None:
    draw = Random(seed)
    names = tuple("abcdefg")
    clashes = [frozenset(draw.sample(names, 3)) for _ in range(draw.randint(0, 8))]

    def suffices(kept: frozenset[str]) -> bool:
        return all(clash & kept for clash in clashes)

    every = (chosen for size in range(8) for chosen in combinations(names, size))
    first = next(chosen for chosen in every if suffices(frozenset(chosen)))
    assert fewest(names, suffices) == (first, True)


def test_a_small_set_says_that_it_may_not_be_the_smallest() -> None:
    names = tuple(f"f{n:02}" for n in range(20))
    asked = 0

    def suffices(kept: frozenset[str]) -> bool:
        nonlocal asked
        asked += 1
        return len(kept) >= 10 or {"f18", "f19"} <= kept

    assert fewest(names, suffices) == (names[:10], False)
    assert asked < 1000


def test_the_explanation_says_where_fewer_reasons_may_be_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_fewest, "_MOST_TRIES", 0)
    result = pairs(2)
    assert [reason.fact for reason in result["c0"].reasons] == ["a0", "a1"]
    assert not result["c0"].reasons_are_fewest
    notes = tuple(map(str, result.table().notes))
    assert notes == ("Reasons of Criterion 0: fewer may be enough.",)


# --- totals -------------------------------------------------------------------------


def test_a_score_of_too_many_totals_is_shown_as_a_range(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A million is the limit; to find it passed again and again takes seconds.
    monkeypatch.setattr(_outcomes, "_MOST_TOTALS", 2**10)
    names = [f"f{n}" for n in range(40)]
    rubric = rubric_of([Is(name) for name in names], names=names)
    result = score(rubric, Facts.of(rubric.facts))
    with pytest.raises(TooLargeError, match="totals"):
        _ = result.totals
    total = f"0 to {2**40 - 1}"
    assert result.table().records()[-1]["weighted"] == total
    assert total in str(result)
    assert total in result.html()
    with pytest.raises(UndeterminedError) as caught:
        _ = result.total
    assert caught.value.allowed == (total,)
    assert caught.value.facts == tuple(names)
    assert total in str(rank({"A": result, "B": result}))


# --- components ---------------------------------------------------------------------


def test_components_are_capped_in_sum_as_well_as_singly() -> None:
    """Each has 2**19 completions times 38 values and 2 levels: not much by itself."""

    def of(components: int) -> Rubric:
        groups = [[f"f{c}_{n}" for n in range(19)] for c in range(components)]
        conditions = [reduce(or_, map(Is, names)) for names in groups]
        every = [name for names in groups for name in names]
        return rubric_of(conditions, names=every, growth=1)

    assert len(of(12).outcomes.components) == 12
    with pytest.raises(TooLargeError, match="completions by value and level") as caught:
        of(13)
    assert (caught.value.limit, caught.value.parts[:2]) == (2**28, ("c0", "c1"))
