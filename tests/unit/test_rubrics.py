"""A rubric of a user's own; malformed ones are refused with the place."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from icluster import (
    AllOf,
    Criterion,
    Fact,
    Facts,
    FactSchema,
    Gap,
    Is,
    Level,
    Rubric,
)
from icluster.errors import (
    InvalidValueError,
    RubricError,
    TooLargeError,
    UnknownNameError,
)
from icluster.languages import es
from icluster.reference import eccp
from icluster.scoring import audit, score
from icluster.words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from icluster.conditions import Condition

A, B = Is("a"), Is("b")
ZERO, ONE = Decimal(0), Decimal(1)
SCHEMA = FactSchema([Fact.boolean("a"), Fact.boolean("b"), Fact("size", (1, 2, 3))])


def make_criterion(**changes: Any) -> Criterion:
    parts: dict[str, Any] = {
        "key": "one",
        "title": "One",
        "levels": [Level(0, ~A), Level(1, A)],
    }
    return Criterion(**(parts | changes))


def make_rubric(*criteria: Criterion, **changes: Any) -> Rubric:
    parts: dict[str, Any] = {
        "key": "own",
        "title": "Own",
        "facts": SCHEMA,
        "criteria": criteria or [make_criterion()],
    }
    return Rubric(**(parts | changes))


# --- a rubric of one's own, in twenty lines ----------------------------------------

OWN = Rubric(
    key="profile",
    title="Profile",
    facts=FactSchema([Fact.boolean(name) for name in ("site", "staff", "members")]),
    criteria=[
        Criterion(
            key=name,
            title=name.title(),
            levels=[Level(0, ~Is(name)), Level(1, Is(name))],
            weight="0.1",
        )
        for name in ("site", "staff", "members")
    ],
)


def test_three_times_a_tenth_reaches_three_tenths() -> None:
    result = score(OWN, Facts.of(OWN.facts, site=True, staff=True, members=True))
    assert result.total >= Decimal("0.3")
    assert result.total == OWN.maximum == Decimal("0.3")
    assert result.share == 1


def test_weighted_totals_are_listed_exactly() -> None:
    totals = score(OWN, Facts.of(OWN.facts)).totals
    assert [str(total) for total in totals] == ["0", "0.1", "0.2", "0.3"]


def test_points_below_zero_and_odd_units_are_exact() -> None:
    rubric = make_rubric(make_criterion(levels=[Level("-0.35", ~A), Level("0.05", A)]))
    result = score(rubric, Facts.of(SCHEMA))
    assert result.totals == (Decimal("-0.35"), Decimal("0.05"))
    assert rubric.unit == Decimal("0.05")


def test_a_share_needs_a_positive_maximum() -> None:
    rubric = make_rubric(make_criterion(levels=[Level(0, AllOf(()))]))
    with pytest.raises(InvalidValueError, match="maximum must be positive for a share"):
        _ = score(rubric, Facts.of(SCHEMA)).share


def test_whole_numbers_are_not_booleans_in_conditions() -> None:
    levels = [Level(0, Is("size", {1, 2})), Level(5, Is("size", 3))]
    rubric = make_rubric(make_criterion(levels=levels))
    assert score(rubric, Facts.of(SCHEMA, size=3)).total == 5
    assert score(rubric, Facts.of(SCHEMA, size={1, 2})).total == 0


def test_a_rubric_finds_its_criteria() -> None:
    assert OWN["staff"].title == "Staff"
    with pytest.raises(UnknownNameError) as caught:
        OWN.index("fame")
    assert caught.value.known == ("site", "staff", "members")


def test_a_rubric_survives_pickle_and_scores_alike() -> None:
    again = pickle.loads(pickle.dumps(eccp.MATURITY_2022))
    assert again == eccp.MATURITY_2022
    facts = Facts.of(again.facts, monitoring=True)
    assert (
        score(again, facts).totals
        == score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True)).totals
    )


# --- malformed ---------------------------------------------------------------------

MALFORMED: dict[str, tuple[Callable[[], object], str, str]] = {
    "no criteria": (lambda: make_rubric(criteria=[]), "criteria", "are none"),
    "two criteria of one key": (
        lambda: make_rubric(make_criterion(), make_criterion(title="Two")),
        "criteria[1]",
        "repeats the key 'one'",
    ),
    "no levels": (
        lambda: make_criterion(levels=[]),
        "criteria['one']",
        "has no levels",
    ),
    "points that do not rise": (
        lambda: make_criterion(levels=[Level(1, A), Level(0, ~A)]),
        "criteria['one'].levels",
        "do not rise strictly in points",
    ),
    "points that stand still": (
        lambda: make_criterion(levels=[Level(1, A), Level("1.0", ~A)]),
        "criteria['one'].levels",
        "do not rise strictly in points",
    ),
    "a weight of zero": (
        lambda: make_criterion(weight=0),
        "criteria['one'].weight",
        "is not positive",
    ),
    "an unknown fact in a level": (
        lambda: make_rubric(
            make_criterion(levels=[Level(0, ~A), Level(1, Is("fame"))])
        ),
        "criteria['one'].levels[1].condition",
        "speaks of an unknown fact 'fame'",
    ),
    "an unknown value in a level": (
        lambda: make_rubric(
            make_criterion(levels=[Level(0, Is("size", 4)), Level(1, A)])
        ),
        "criteria['one'].levels[0].condition",
        "speaks of an unknown value: size must be one of 1, 2, 3, got 4",
    ),
    "1 where true is meant": (
        lambda: make_rubric(make_criterion(levels=[Level(0, Is("a", 1))])),
        "criteria['one'].levels[0].condition",
        "speaks of an unknown value: a must be one of False, True, got 1",
    ),
    "an unknown fact in a gap": (
        lambda: make_rubric(
            make_criterion(gaps=[Gap("hm", Is("fame"), (0, 1), "why")])
        ),
        "criteria['one'].gaps[0].condition",
        "speaks of an unknown fact 'fame'",
    ),
    "two gaps of one key": (
        lambda: make_criterion(
            gaps=[Gap("hm", A, (0, 1), "why"), Gap("hm", B, (0, 1), "why")]
        ),
        "criteria['one'].gaps[1]",
        "repeats the key 'hm'",
    ),
    "a gap with one candidate": (
        lambda: make_criterion(gaps=[Gap("hm", A, (0, 0), "why")]),
        "criteria['one'].gaps[0]",
        "needs the points of two levels as candidates",
    ),
    "a gap with candidates of no level": (
        lambda: make_criterion(gaps=[Gap("hm", A, (0, 2), "why")]),
        "criteria['one'].gaps[0]",
        "needs the points of two levels as candidates",
    ),
    "a gap that overlaps a level": (
        lambda: make_rubric(make_criterion(gaps=[Gap("hm", A & B, (0, 1), "why")])),
        "criteria['one'].gaps[0]",
        "overlaps the level of 1 point: {'a': True, 'b': True}",
    ),
    "a gap that overlaps a gap": (
        lambda: make_rubric(
            make_criterion(
                levels=[Level(0, ~A & ~B), Level(1, A & ~B)],
                gaps=[Gap("first", B, (0, 1), "why"), Gap("hm", A & B, (0, 1), "why")],
            )
        ),
        "criteria['one'].gaps[1]",
        "overlaps the gap 'first'",
    ),
    "a gap that lies nowhere": (
        lambda: make_rubric(make_criterion(gaps=[Gap("hm", A & ~A, (0, 1), "why")])),
        "criteria['one'].gaps[0]",
        "the gap 'hm' lies nowhere",
    ),
    "two facts of one name": (
        lambda: FactSchema([Fact.boolean("a"), Fact.boolean("a")]),
        "facts[1]",
        "repeats the name 'a'",
    ),
    "a fact that matters where an unknown one holds": (
        lambda: FactSchema([Fact.boolean("a", matters_where=B)]),
        "facts['a'].matters_where",
        "speaks of an unknown fact 'b'",
    ),
    "a fact that matters where it holds itself": (
        lambda: FactSchema([Fact.boolean("a", matters_where=A)]),
        "facts['a'].matters_where",
        "speaks of the fact itself",
    ),
}


@pytest.mark.parametrize(
    ("make", "place", "problem"), MALFORMED.values(), ids=MALFORMED
)
def test_a_malformed_rubric_is_refused_with_the_place(
    make: Callable[[], object], place: str, problem: str
) -> None:
    with pytest.raises(RubricError) as caught:
        make()
    assert (caught.value.place, str(caught.value.problem)) == (place, problem)


INVALID: dict[str, tuple[Callable[[], object], str]] = {
    "floats as points": (lambda: Level(0.5, A), "points"),  # type: ignore[arg-type]
    "a boolean as points": (lambda: Level(True, A), "points"),
    "not a number as points": (lambda: Level("NaN", A), "points"),
    "endless points": (lambda: Level("Infinity", A), "points"),
    "words as points": (lambda: Level("half", A), "points"),
    "a float as weight": (lambda: make_criterion(weight=0.1), "weight"),
    "floats as candidates": (lambda: Gap("hm", A, (0.0, 0.5), "why"), "candidates"),  # type: ignore[arg-type]
    "one text as candidates": (lambda: Gap("hm", A, "05", "why"), "candidates"),
    "a gap that does not say why": (lambda: Gap("hm", A, (0, 1), " "), "why"),
    "a condition that is none": (lambda: Level(1, True), "condition"),  # type: ignore[arg-type]
    "a key in capitals": (lambda: make_criterion(key="One"), "key"),
    "a title of blanks": (lambda: make_rubric(title="  "), "title"),
    "levels that are none": (lambda: make_criterion(levels=[0, 1]), "levels[0]"),
    "facts that are no schema": (
        lambda: make_rubric(facts=[Fact.boolean("a")]),
        "facts",
    ),
}


@pytest.mark.parametrize(("make", "field"), INVALID.values(), ids=INVALID)
def test_an_invalid_part_is_refused_with_the_field(
    make: Callable[[], object], field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert caught.value.place == field


# --- too large ---------------------------------------------------------------------


def switches(count: int) -> FactSchema:
    return FactSchema([Fact.boolean(f"f{number}") for number in range(count)])


def all_on(schema: FactSchema) -> Condition:
    return AllOf(Is(name) for name in schema.names)


def test_a_component_that_is_too_large_is_refused_by_name() -> None:
    schema = switches(21)
    where = all_on(schema)
    with pytest.raises(TooLargeError) as caught:
        make_rubric(
            make_criterion(levels=[Level(0, ~where), Level(1, where)]), facts=schema
        )
    error = caught.value
    assert (error.what, error.size, error.limit) == ("completions", 2**21, 2**20)
    assert error.parts == schema.names


def test_many_small_components_are_not_too_large() -> None:
    schema = switches(40)
    rubric = Rubric(
        key="wide",
        title="Wide",
        facts=schema,
        criteria=[
            Criterion(key=n, title=n, levels=[Level(0, ~Is(n)), Level(1, Is(n))])
            for n in schema.names
        ],
    )
    assert len(score(rubric, Facts.of(schema)).totals) == 41
    assert audit(rubric).completions == 2**40


def test_too_many_totals_are_refused_with_the_criteria() -> None:
    schema = switches(22)
    rubric = Rubric(
        key="powers",
        title="Powers",
        facts=schema,
        criteria=[
            Criterion(
                key=name,
                title=name,
                levels=[Level(0, ~Is(name)), Level(2**number, Is(name))],
            )
            for number, name in enumerate(schema.names)
        ],
    )
    unknown = score(rubric, Facts.of(schema))
    assert unknown.lowest == 0
    assert unknown.highest == 2**22 - 1
    with pytest.raises(TooLargeError) as caught:
        _ = unknown.totals
    assert (caught.value.what, caught.value.limit) == ("totals", 2**20)
    assert caught.value.parts == schema.names


def test_totals_of_one_component_too_many_to_tell_apart_are_refused() -> None:
    schema = switches(19)
    where = all_on(schema)
    criteria = [
        Criterion(
            key=name,
            title=name,
            levels=[Level(0, ~Is(name) | where), Level(2**n, Is(name) & ~where)],
        )
        for n, name in enumerate(schema.names)
    ]
    rubric = Rubric(key="tangled", title="Tangled", facts=schema, criteria=criteria)
    with pytest.raises(TooLargeError) as caught:
        _ = score(rubric, Facts.of(schema)).totals
    assert caught.value.what == "totals"
    assert caught.value.limit == 2**30 // 2**19


def test_a_large_component_is_still_scored() -> None:
    schema = switches(16)
    where = all_on(schema)
    rubric = make_rubric(
        make_criterion(levels=[Level(0, ~where), Level(1, where)]), facts=schema
    )
    on = dict.fromkeys(schema.names, True)
    assert score(rubric, Facts.of(schema, on)).totals == (ONE,)
    assert score(rubric, Facts.of(schema, on | {"f3": False})).total == 0
    assert score(rubric, Facts.of(schema, on).but(f3={False, True})).totals == (
        ZERO,
        ONE,
    )


def test_a_domain_wider_than_a_table_is_still_scored() -> None:
    schema = FactSchema([Fact("size", tuple(range(1, 13))), Fact.boolean("a")])
    big = Is("size", set(range(7, 13)))
    rubric = make_rubric(
        make_criterion(levels=[Level(0, ~(A & big)), Level(1, A & big)]), facts=schema
    )
    assert score(rubric, Facts.of(schema, size=7, a=True)).total == 1
    assert score(rubric, Facts.of(schema, size={6, 7}, a=True)).totals == (ZERO, ONE)


def test_a_criterion_that_looks_at_no_fact_gives_what_it_gives() -> None:
    rubric = make_rubric(
        make_criterion(levels=[Level(2, AllOf(()))]), make_criterion(key="two")
    )
    assert score(rubric, Facts.of(SCHEMA, a=True)).total == 3
    assert score(rubric, Facts.of(SCHEMA)).totals == (Decimal(2), Decimal(3))


def test_gaps_side_by_side_are_told_apart() -> None:
    rubric = make_rubric(
        make_criterion(
            levels=[Level(0, ~A & ~B), Level(1, A & B)],
            gaps=[
                Gap("first", A & ~B, (0, 1), "why"),
                Gap("second", B & ~A, (0, 1), "why"),
            ],
        )
    )
    result = score(rubric, Facts.of(SCHEMA, a=False, b=True))
    assert [gap.key for gap in result["one"].gaps] == ["second"]


def test_a_fact_with_too_many_values_is_refused() -> None:
    schema = FactSchema([Fact("n", tuple(range(2**15)))])
    levels = [Level(0, Is("n", 0)), Level(1, ~Is("n", 0))]
    with pytest.raises(TooLargeError) as caught:
        make_rubric(facts=schema, criteria=[make_criterion(levels=levels)])
    assert (caught.value.parts, caught.value.limit) == (("n",), 2**28)


def test_points_that_stand_whatever_the_facts_are_given_to_all() -> None:
    settled = make_criterion(levels=[Level(2, AllOf([]))])
    assert score(make_rubric(settled), Facts.of(SCHEMA)).total == 2


def test_shows_its_levels_and_gaps_with_the_facts_behind_them() -> None:
    table = eccp.MATURITY_2022.table()
    levels = {(row["criterion"], str(row["points"])): row for row in table.records()}
    assert levels["Evidence of performance", "2"]["holds"] == (
        "monitoring is true and (ex_ante_evaluation is true or interim_evaluation is "
        "true)"
    )
    gap = levels["Cluster support instruments", "0 or 0.5"]
    assert gap["level"].startswith("gap: the scale has no level for technical support")
    assert [str(note) for note in table.notes] == [
        "The highest level that holds counts.",
        eccp.MATURITY_2022.caution,
    ]


def test_says_what_weights_do_to_its_points() -> None:
    weighted = [
        evolve(criterion, weight=2) for criterion in eccp.MATURITY_2022.criteria
    ]
    table = evolve(eccp.MATURITY_2022, criteria=weighted, caution="").table()
    assert [str(note) for note in table.notes][
        1
    ] == "A point of Policy scope counts as 2."
    assert len(table.notes) == 5


def test_a_rubric_is_shown_in_the_language_asked_for() -> None:
    english, spanish = (
        eccp.MATURITY_2022.table(language=language).text()
        for language in (ENGLISH, es.SPANISH)
    )
    assert "Holds where" in english
    assert "Se cumple si" in spanish
