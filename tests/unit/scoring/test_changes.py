"""Changes between scores: who moved, on which criterion, and why."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from icluster import Criterion, Fact, Facts, FactSchema, Is, Level, Rubric, scoring
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.reference import eccp
from icluster.scoring import Movement, Score

NOTHING = Facts.of(
    eccp.FACTS_2022,
    dict.fromkeys(eccp.FACTS_2022.names, False) | {"established": "within_2_years"},
)


def scored(facts: Facts = NOTHING, **changed: Any) -> Score:
    return scoring.score(eccp.MATURITY_2022, facts.but(changed))


UNKNOWN = scored(Facts.of(eccp.FACTS_2022))

MOVEMENTS = {
    "more is a rise": (scored(), scored(monitoring=True), Movement.ROSE),
    "less is a fall": (scored(monitoring=True), scored(), Movement.FELL),
    "the same is no movement": (scored(), scored(), Movement.STAYED),
    "the same but open stays open": (UNKNOWN, UNKNOWN, Movement.OPEN),
    "ranges that touch are open": (
        scored(monitoring=True),
        scored(monitoring=True, ex_ante_evaluation={True, False}),
        Movement.OPEN,
    ),
    "a range that closes at its upper end is open": (
        scored(monitoring=True, ex_ante_evaluation={True, False}),
        scored(monitoring=True, ex_ante_evaluation=True),
        Movement.OPEN,
    ),
    "a range above is a rise": (
        scored(),
        scored(monitoring=True, ex_ante_evaluation={True, False}),
        Movement.ROSE,
    ),
}


@pytest.mark.parametrize(
    ("before", "after", "movement"), MOVEMENTS.values(), ids=MOVEMENTS
)
def test_movement(before: Score, after: Score, movement: Movement) -> None:
    change = scoring.difference(before, after)
    assert change["evidence"].movement is movement
    assert change.movement is movement


def test_why_names_the_smallest_set_of_facts() -> None:
    before = scored(ex_post_evaluation=True)
    after = scored(monitoring=True, interim_evaluation=True, ex_post_evaluation=False)
    change = scoring.difference(before, after)["evidence"]
    assert [each.fact for each in change.why] == ["interim_evaluation", "monitoring"]
    assert change.criterion.key == "evidence"


def test_facts_that_bring_nothing_are_no_reason() -> None:
    before, after = scored(monitoring=True), scored(interim_evaluation=True)
    change = scoring.difference(before, after)["evidence"]
    assert change.movement is Movement.STAYED
    assert change.why == ()


def test_movements_of_many_tell_who_moved_appeared_and_left() -> None:
    before = {"A": scored(), "B": scored(), "C": UNKNOWN}
    after = {"A": scored(broad_policy=True), "B": scored(), "D": UNKNOWN}
    found = scoring.movements(before, after)
    assert (found.moved, found.appeared, found.left) == (("A",), ("D",), ("C",))
    assert found["B"].moved == ()
    scope, *totals = found.table().records()
    assert scope["name"] == "A"
    assert scope["why"] == "broader policy that touches clusters in force: no, then yes"
    assert [(row["name"], row["movement"]) for row in totals] == [
        ("A", "rose"),
        ("B", "stayed"),
    ]
    assert len(found.table(names=found.moved)) == 2
    with pytest.raises(UnknownNameError, match="no score is called 'D'; known: A, B"):
        found.table(names=["D"])
    text = str(found)
    assert "Scored the second time only: D." in text
    assert "Scored the first time only: C." in text
    assert "does not reflect the performance of a country" in text
    assert "<table" in found._repr_html_()
    with pytest.raises(UnknownNameError, match="no score at both times"):
        found["C"]


def test_what_is_open_both_times_stands_there_as_open() -> None:
    either = scored(monitoring={True, False})
    rows = scoring.movements({"A": either}, {"A": either}).table().records()
    assert [tuple(row.values()) for row in rows] == [
        (
            "A",
            "Evidence of performance",
            *(0, 1, 0, 1),
            "the facts leave it open",
            "",
        ),
        ("A", "Total", *(0, 1, 0, 1), "the facts leave it open", ""),
    ]


def test_many_totals_are_written_as_a_range() -> None:
    table = scoring.movements({"A": UNKNOWN}, {"A": UNKNOWN}).table()
    *_, total = table.records()
    assert (total["before_lowest"], total["after_highest"]) == (0, 8)
    assert table.text().count("0 to 8 (16 values)") == 2


def test_names_may_be_scored_by_rubrics_of_their_own() -> None:
    long = scoring.score(long_rubric(), Facts.of(long_rubric().facts))
    both = {"A": UNKNOWN, "B": long}
    assert scoring.movements(both, both).moved == ()


def test_nobody_moves_where_nobody_is_scored() -> None:
    assert scoring.movements({}, {}).table().notes == ()


def long_rubric() -> Rubric:
    names = [f"fact_{index}" for index in range(17)]
    every: Any = Is(names[0])
    for name in names[1:]:
        every = every & Is(name)
    return Rubric(
        key="long",
        title="Long",
        facts=FactSchema(map(Fact.boolean, names)),
        criteria=[
            Criterion(
                key="all", title="All", levels=[Level(0, ~every), Level(1, every)]
            )
        ],
    )


def test_too_many_sets_of_changes_are_refused() -> None:
    rubric = long_rubric()
    one, other = (
        scoring.score(
            rubric, Facts.of(rubric.facts, dict.fromkeys(rubric.facts.names, value))
        )
        for value in (False, True)
    )
    with pytest.raises(TooLargeError, match="sets of changes"):
        scoring.difference(one, other)


BAD_CALLS: dict[str, tuple[Any, str]] = {
    "the first is no score": (
        lambda: scoring.difference(None, UNKNOWN),  # type: ignore[arg-type]
        "before must be of type Score",
    ),
    "the second is no score": (
        lambda: scoring.difference(UNKNOWN, None),  # type: ignore[arg-type]
        "after must be of type Score",
    ),
    "rubrics differ": (
        lambda: scoring.difference(
            UNKNOWN, scoring.score(long_rubric(), Facts.of(long_rubric().facts))
        ),
        "after must be by maturity_2022, as before: points of two rubrics share no",
    ),
    "a rubric was changed under its key": (
        lambda: scoring.difference(
            UNKNOWN,
            scoring.score(
                evolve(UNKNOWN.rubric, title="Another"), Facts.of(UNKNOWN.facts.schema)
            ),
        ),
        "after must be by maturity_2022 as it was before: its facts or criteria",
    ),
    "nothing before": (
        lambda: scoring.movements(None, {}),  # type: ignore[arg-type]
        "before must be a mapping of names to scores, such as a dict, got None",
    ),
    "a list after": (
        lambda: scoring.movements({}, [UNKNOWN]),  # type: ignore[arg-type]
        "after must be a mapping of names to scores, such as a dict, got 'list'",
    ),
    "no score after": (
        lambda: scoring.movements({}, {"A": 7}),  # type: ignore[dict-item]
        r"after\['A'\] must be of type Score, got 7",
    ),
}


@pytest.mark.parametrize(("call", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses(call: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        call()
