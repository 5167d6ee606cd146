"""Next steps: decisions and time, gains, what cannot come about."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from icluster import AllOf, Criterion, Fact, Facts, FactSchema, Is, Level, Rubric, wire
from icluster.errors import HoleError, TooLargeError
from icluster.reference import eccp
from icluster.scoring import NextSteps, next_steps

NOTHING = dict.fromkeys(eccp.FACTS_2022.names, False) | {
    "established": "within_2_years"
}


def steps(**stated: Any) -> NextSteps:
    return next_steps(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, NOTHING | stated))


CASES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "monitoring lifts most where there is an ex-ante evaluation": (
        {"ex_ante_evaluation": True},
        "evidence",
        [
            "Evidence of performance 1 (+0.5): ongoing or interim evaluation: yes",
            "Evidence of performance 2 (+1.5): monitoring of the policy: yes",
        ],
    ),
    "time alone lifts an established policy": (
        {"targeted_policy": True},
        "continuity",
        [
            "Continuity of cluster policies 1 (+0.5): time since the targeted policy "
            "was established: over 2 to 10 years (more than 2 years after the start)",
            "Continuity of cluster policies 2 (+1.5): time since the targeted policy "
            "was established: over 10 years (more than 10 years after the start)",
        ],
    ),
    "a new policy starts young, and its points count in the total": (
        {},
        "scope",
        [
            "Policy scope 2 (+2.5): targeted cluster policy in force: yes",
            "Policy scope 1 (+1): sectoral policy that touches clusters in force: yes",
            "Policy scope 0.5 (+0.5): "
            "broader policy that touches clusters in force: yes",
        ],
    ),
    "what is at the top has nowhere to go": (
        {"targeted_policy": True, "established": "over_10_years"},
        "continuity",
        [],
    ),
}


@pytest.mark.parametrize(("stated", "criterion", "expected"), CASES.values(), ids=CASES)
def test_steps(stated: dict[str, Any], criterion: str, expected: list[str]) -> None:
    found = [str(step) for step in steps(**stated).for_criterion(criterion)]
    assert sorted(found) == sorted(expected)


def test_a_step_of_time_comes_after_decisions() -> None:
    found = steps(targeted_policy=True)
    assert [step.is_time_alone for step in found.for_criterion("continuity")] == [
        True,
        True,
    ]
    assert len(found) == len(found.steps)
    assert found[0] is found.steps[0]


def test_an_open_score_gains_a_range() -> None:
    open_steps = steps(monitoring={False, True}).for_criterion("evidence")
    sure = next(s for s in open_steps if s.acts[0].fact == "monitoring")
    assert (sure.gain, sure.gain_of_highest) == (Decimal(1), Decimal(0))
    rows = steps(monitoring={False, True}).table().records()
    assert (0, 1) in [(row["gain_lowest"], row["gain_highest"]) for row in rows]
    assert "+0 to +1" in str(steps(monitoring={False, True}))


def test_the_table_carries_the_caution() -> None:
    found = steps()
    assert found.table().notes == (eccp.MATURITY_2022.caution,)
    assert "What would lift the score" in str(found)
    assert found._repr_html_().startswith("<div")


def test_a_step_may_cost_elsewhere() -> None:
    rubric = Rubric(
        key="r",
        title="R",
        facts=FactSchema([Fact.boolean("a")]),
        criteria=[
            Criterion(
                key="x", title="X", levels=[Level(0, ~Is("a")), Level(1, Is("a"))]
            ),
            Criterion(
                key="y", title="Y", levels=[Level(0, Is("a")), Level(3, ~Is("a"))]
            ),
        ],
    )
    (step,) = next_steps(rubric, Facts.of(rubric.facts, a=False))
    assert str(step) == "X 1 (-2): a: yes"
    assert step.gain == -2


def test_time_cannot_pass_for_what_does_not_matter() -> None:
    schema = FactSchema(
        [
            Fact.boolean("plan"),
            Fact.age(
                "age", ("young", "old"), boundaries=(2,), matters_where=Is("plan")
            ),
        ]
    )
    rubric = Rubric(
        key="r",
        title="R",
        facts=schema,
        criteria=[
            Criterion(
                key="x",
                title="X",
                levels=[
                    Level(0, ~(Is("plan") & Is("age", "old"))),
                    Level(1, Is("plan") & Is("age", "old")),
                ],
            )
        ],
    )
    (step,) = next_steps(rubric, Facts.of(schema, plan=False))
    assert [change.fact for change in step.acts] == ["plan"]
    assert [(wait.fact, wait.years, wait.turn) for wait in step.waits] == [
        ("age", 2, None)
    ]


def test_an_age_that_always_matters_only_grows() -> None:
    schema = FactSchema([Fact.age("age", ("young", "old"), boundaries=(2,))])
    young, old = Is("age", "young"), Is("age", "old")
    rubric = Rubric(
        key="r",
        title="R",
        facts=schema,
        criteria=[
            Criterion(key="x", title="X", levels=[Level(0, old), Level(1, young)])
        ],
    )
    assert not next_steps(rubric, Facts.of(schema, age="old"))


def test_too_many_combinations_are_refused_with_the_facts() -> None:
    schema = FactSchema([Fact.boolean(f"f{number}") for number in range(17)])
    where = AllOf(Is(name) for name in schema.names)
    rubric = Rubric(
        key="r",
        title="R",
        facts=schema,
        criteria=[
            Criterion(key="x", title="X", levels=[Level(0, ~where), Level(1, where)])
        ],
    )
    with pytest.raises(TooLargeError) as caught:
        next_steps(rubric, Facts.of(schema, dict.fromkeys(schema.names, False)))
    assert caught.value.parts == schema.names
    assert (caught.value.size, caught.value.limit) == (2**17, 2**16)


def test_a_change_that_leaves_the_rubric_is_no_step() -> None:
    """Where neither a nor b is true, no level and no gap says anything."""
    a, b = Is("a"), Is("b")
    rubric = Rubric(
        key="holed",
        title="Holed",
        facts=FactSchema([Fact.boolean(name) for name in "abc"]),
        criteria=[
            Criterion(
                key="first",
                title="First",
                levels=[Level(0, a & ~b), Level(1, b & ~a), Level(2, a & b & Is("c"))],
            ),
            Criterion(key="other", title="Other", levels=[Level(0, a), Level(1, ~a)]),
        ],
    )
    made = next_steps(rubric, Facts.of(rubric.facts, a=True, b=False, c=False))
    assert [str(step) for step in made] == [
        "First 1 (+2): a: no; b: yes",
        "First 2 (+2): b: yes; c: yes",
    ]
    assert wire.loads(wire.dumps(made), NextSteps) == made


def test_a_hole_that_the_facts_allow_is_refused() -> None:
    rubric = Rubric(
        key="holed",
        title="Holed",
        facts=FactSchema([Fact.boolean("a")]),
        criteria=[Criterion(key="only", title="Only", levels=[Level(1, Is("a"))])],
    )
    with pytest.raises(HoleError, match="only"):
        next_steps(rubric, Facts.of(rubric.facts))
