"""Rubrics at the limits: many pairs of facts, many totals, many components."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_
from random import Random
from typing import Any

import pytest

from icluster import (
    Criterion,
    Fact,
    Facts,
    FactSchema,
    Gap,
    Is,
    Level,
    PublishedScore,
    Rubric,
)
from icluster.conditions import Condition
from icluster.errors import HoleError, TooLargeError, UndeterminedError
from icluster.rubrics import _outcomes
from icluster.scoring import Agreement, Score, _fewest, compare, rank, score
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
    assert result.table().records()[-1]["weighted_highest"] == 2**40 - 1
    assert total in str(result)
    assert total in result.html()
    with pytest.raises(UndeterminedError) as caught:
        _ = result.total
    assert caught.value.allowed == (total,)
    assert caught.value.facts == tuple(names)
    assert total in str(rank({"A": result, "B": result}))


@pytest.mark.parametrize(
    ("total", "agreement"),
    [
        (0, Agreement.POSSIBLE),
        (2**40 - 1, Agreement.POSSIBLE),
        (2**39 + 5, Agreement.POSSIBLE),
        ("0.5", Agreement.DIFFERS),
        (2**40, Agreement.DIFFERS),
        (-1, Agreement.DIFFERS),
    ],
)
def test_a_published_total_is_held_against_more_totals_than_can_be_listed(
    total: Any, agreement: Agreement
) -> None:
    names = [f"f{n}" for n in range(40)]
    rubric = rubric_of([Is(name) for name in names], names=names)
    published = PublishedScore(subject="A", rubric="large", points={}, total=total)
    found = compare(published, score(rubric, Facts.of(rubric.facts)))
    assert found.total is agreement
    (*_, row) = found.table().records()
    assert (row["derived_lowest"], row["derived_highest"]) == (0, 2**40 - 1)


def test_a_total_that_only_the_sums_of_all_would_tell_is_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_outcomes, "_MOST_TOTALS", 2)
    names = ["a", "b", "c", "d"]
    rubric = rubric_of([Is(name) for name in names], names=names, growth=1)
    published = PublishedScore(subject="A", rubric="large", points={}, total=2)
    with pytest.raises(TooLargeError, match="totals of c0, c1, c2, c3"):
        compare(published, score(rubric, Facts.of(rubric.facts)))


# --- components ---------------------------------------------------------------------


def test_components_are_capped_in_sum_as_well_as_singly() -> None:
    """Each has 2**19 completions times 38 values and 2 levels: not much by itself."""

    def of(components: int) -> Rubric:
        groups = [[f"f{c}_{n}" for n in range(19)] for c in range(components)]
        conditions = [reduce(or_, map(Is, names)) for names in groups]
        every = [name for names in groups for name in names]
        return rubric_of(conditions, names=every, growth=1)

    assert len(of(12)._outcomes.components) == 12
    with pytest.raises(TooLargeError, match="completions by value and level") as caught:
        of(13)
    assert (caught.value.limit, caught.value.parts[:2]) == (2**28, ("c0", "c1"))


def two_levels(key: str, condition: Condition, **told: Any) -> Criterion:
    levels = [Level(0, ~condition), Level(told.pop("top", 1), condition)]
    return Criterion(key=key, title=key.title(), levels=levels, **told)


def schema_of(names: str) -> FactSchema:
    return FactSchema([Fact.boolean(name) for name in names])


@pytest.mark.parametrize("first", [True, False])
def test_a_hole_in_one_of_two_criteria_is_refused(*, first: bool) -> None:
    """Also where the other has none, and whichever comes first."""
    holed = Criterion(key="holed", title="Holed", levels=[Level(1, Is("a"))])
    whole = two_levels("whole", Is("b"))
    criteria = [holed, whole] if first else [whole, holed]
    rubric = Rubric(key="r", title="R", facts=schema_of("ab"), criteria=criteria)
    with pytest.raises(HoleError) as caught:
        score(rubric, Facts.of(rubric.facts, b=True))
    assert (caught.value.criterion, caught.value.values) == (
        "holed",
        (("a", False),),
    )
    assert score(rubric, Facts.of(rubric.facts, a=True, b=True)).total == 2


def test_criteria_linked_through_a_third_are_one_component() -> None:
    """Nothing is common to the first two; each shares a fact with the last."""
    criteria = [
        two_levels("one", Is("a")),
        two_levels("two", Is("b")),
        two_levels("link", Is("a") & Is("b")),
        two_levels("apart", Is("c")),
    ]
    rubric = Rubric(key="r", title="R", facts=schema_of("abc"), criteria=criteria)
    components = [component.keys for component in rubric._outcomes.components]
    assert components == [("one", "two", "link"), ("apart",)]
    result = score(rubric, Facts.of(rubric.facts, c=False))
    # Taken apart, 2 and 1 with the link would be possible as well.
    assert list(map(int, result.totals)) == [0, 1, 3]


@pytest.mark.parametrize("size", [2, 8, 9, 12])
def test_facts_of_many_values_are_narrowed_value_by_value(size: int) -> None:
    """Up to eight values are looked up in tables, more are not."""
    domain = tuple(range(size))
    facts = FactSchema([Fact.boolean("a"), Fact("n", domain), Fact.boolean("b")])
    levels = [Level(n, Is("n", n)) for n in domain]
    sized = Criterion(key="sized", title="Sized", levels=levels)
    criteria = [
        sized,
        two_levels("both", Is("a") & Is("n", size - 1) & Is("b"), top=50),
    ]
    rubric = Rubric(key="r", title="R", facts=facts, criteria=criteria)
    top = size - 1
    for possible in ({0, top}, {top}, {1}, set(domain)):
        result = score(rubric, Facts.of(facts, n=possible, a=True))
        reached = {
            n + extra for n in possible for extra in ((0, 50) if n == top else (0,))
        }
        assert set(map(int, result.totals)) == reached


def test_totals_rise_whatever_the_order_of_components() -> None:
    """The second component is worth less than the first, and some totals meet."""
    criteria = [
        two_levels("much", Is("a"), top=3),
        two_levels("little", Is("b"), top=1),
        two_levels("less", Is("c"), top=1),
    ]
    rubric = Rubric(key="r", title="R", facts=schema_of("abc"), criteria=criteria)
    result = score(rubric, Facts.of(rubric.facts))
    assert list(map(int, result.totals)) == [0, 1, 2, 3, 4, 5]
    assert [int(result.lowest), int(result.highest)] == [0, 5]


def test_totals_of_negative_points_rise_as_well() -> None:
    levels = [Level(-4, ~Is("a")), Level(-1, Is("a"))]
    negative = Criterion(key="fall", title="Fall", levels=levels)
    rubric = Rubric(
        key="r",
        title="R",
        facts=schema_of("ab"),
        criteria=[negative, two_levels("rise", Is("b"), top=20)],
    )
    totals = score(rubric, Facts.of(rubric.facts)).totals
    assert list(map(int, totals)) == [-4, -1, 16, 19]


def test_what_hangs_together_stays_together_as_more_joins() -> None:
    """The last shares with the first a fact that the one between does not ask for."""
    criteria = [
        two_levels("first", Is("a") & Is("d")),
        two_levels("link", Is("a") & Is("b")),
        two_levels("last", Is("d")),
    ]
    rubric = Rubric(key="r", title="R", facts=schema_of("abd"), criteria=criteria)
    assert [part.keys for part in rubric._outcomes.components] == [
        ("first", "link", "last")
    ]


def test_the_lowest_total_of_criteria_that_pull_apart_is_the_lowest() -> None:
    """What the first gives least for, the second gives most for."""
    criteria = [
        two_levels("for", Is("a"), top=3),
        two_levels("against", ~Is("a"), top=5),
    ]
    rubric = Rubric(key="r", title="R", facts=schema_of("a"), criteria=criteria)
    result = score(rubric, Facts.of(rubric.facts))
    assert [int(result.lowest), int(result.highest)] == [3, 5]


def test_totals_that_one_completion_allows_rise() -> None:
    """In two gaps at once a settled score is open, whatever others come to before."""

    def gapped(key: str, *levels: Level) -> Criterion:
        candidates = [level.points for level in levels[:2]]
        gap = Gap("open", Is("n", 3), candidates, "nobody says")
        return Criterion(key=key, title=key.title(), levels=levels, gaps=[gap])

    little = gapped("little", Level(0, Is("n", {1, 4})), Level(1, Is("n", 2)))
    many = [Level(0, Is("n", 1)), Level(3, Is("n", 2)), Level(4, Is("n", 4))]
    rubric = Rubric(
        key="r",
        title="R",
        facts=FactSchema([Fact("n", (1, 2, 3, 4))]),
        criteria=[little, gapped("much", *many)],
    )
    result = score(rubric, Facts.of(rubric.facts, n=3))
    assert list(map(int, result.totals)) == [0, 1, 3, 4]
    assert [int(result.lowest), int(result.highest)] == [0, 4]
