"""What enumeration proves of a rubric."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from icluster import Criterion, Fact, FactSchema, Gap, Is, Level, Rubric
from icluster.conditions import Condition
from icluster.reference import eccp, mexico
from icluster.scoring import Audit, Slope, audit
from icluster.words import as_part

A, B, C = Is("a"), Is("b"), Is("c")


def make_rubric(
    *levels: tuple[str, Condition], facts: list[Fact] | None = None
) -> Rubric:
    return Rubric(
        key="r",
        title="R",
        facts=FactSchema(facts or [Fact.boolean("a"), Fact.boolean("b")]),
        criteria=[
            Criterion(
                key="x", title="X", levels=[Level(p, where) for p, where in levels]
            )
        ],
    )


@pytest.fixture(scope="module")
def report() -> Audit:
    return audit(eccp.MATURITY_2022)


def test_the_eccp_rubric_passes_but_for_its_declared_gap(report: Audit) -> None:
    assert report.passes
    assert report.holes == ()
    assert report.unreachable_levels == ()
    assert report.gaps == ("instruments.technical_support_only",)
    assert report.completions == 6144


def test_68_vectors_of_256_and_16_totals_without_7_5(report: Audit) -> None:
    assert (report.vectors, report.vectors_on_paper) == (68, 256)
    assert len(report.totals) == 16
    assert report.unreachable_totals == (Decimal("7.5"),)
    assert report.totals[0] == 0
    assert report.totals[-1] == 8


def test_overlaps_are_listed_with_an_example(report: Audit) -> None:
    pairs = [(each.criterion, each.lower, each.higher) for each in report.overlaps]
    half, one, two = Decimal("0.5"), Decimal(1), Decimal(2)
    assert pairs == [
        ("scope", half, one),
        ("scope", half, two),
        ("scope", one, two),
        ("instruments", half, one),
        ("instruments", half, two),
        ("instruments", one, two),
        ("evidence", half, one),
        ("evidence", half, two),
        ("evidence", one, two),
    ]
    for each in report.overlaps:
        values = dict(each.example)
        criterion = eccp.MATURITY_2022[each.criterion]
        for level in criterion.levels:
            if level.points in (each.lower, each.higher):
                assert level.condition.holds(values)


def test_every_fact_of_the_eccp_is_monotone(
    report: Audit,
) -> None:
    slopes = {effect.fact: effect.slope for effect in report.effects}
    assert set(slopes.values()) == {Slope.RISING}
    assert report.monotone == eccp.FACTS_2022.names


def test_no_fact_strays_where_it_does_not_matter(report: Audit) -> None:
    assert not any(effect.strays for effect in report.effects)


def test_the_table_says_all_of_it(report: Audit) -> None:
    records = {row["property"]: row["found"] for row in report.table().records()}
    assert records["combinations of levels"] == "68 of 256"
    assert records["unreachable totals"] == Decimal("7.5")
    assert records["passes"] == "yes"
    assert "Audit: Maturity" in str(report)
    assert report._repr_html_().startswith("<div")


def test_a_hole_is_counted_and_shown() -> None:
    report = audit(make_rubric(("0", ~A), ("1", A & B)))
    assert [(h.criterion, h.completions) for h in report.holes] == [("x", 1)]
    assert str(report.holes[0]) == (
        "x: 1 completion, for example a is true, b is false"
    )
    assert not report.passes
    assert report.totals == ()
    assert report.unreachable_totals == ()


def test_a_level_that_never_wins_is_unreachable() -> None:
    report = audit(make_rubric(("0", ~A), ("1", A & B), ("2", A)))
    assert report.unreachable_levels == (("x", Decimal(1)),)
    assert not report.passes
    assert "x 1" in report.table().text()


TRENDS = {
    "a fact that lifts": (
        make_rubric(("0", ~A), ("1", A), facts=[Fact.boolean("a")]),
        Slope.RISING,
    ),
    "a fact that lowers": (
        make_rubric(("0", A), ("1", ~A), facts=[Fact.boolean("a")]),
        Slope.FALLING,
    ),
    "a fact that lifts here and lowers there": (
        make_rubric(("0", (A & B) | (~A & ~B)), ("1", (A & ~B) | (~A & B))),
        Slope.MIXED,
    ),
    "a fact that changes nothing": (make_rubric(("0", ~B), ("1", B)), Slope.NONE),
    "a fact that is tested but changes nothing": (
        make_rubric(("0", ~B & (A | ~A)), ("1", B)),
        Slope.NONE,
    ),
}


@pytest.mark.parametrize(("rubric", "slope"), TRENDS.values(), ids=TRENDS)
def test_slopes(rubric: Rubric, slope: Slope) -> None:
    report = audit(rubric)
    assert report.effects[0].slope is slope
    assert report.passes == (slope is not Slope.NONE)
    assert ("a" in report.monotone) == (slope is Slope.RISING)


STRAYS = {
    "it matters only where it should": (
        make_rubric(
            ("0", ~(A & B)),
            ("1", A & B),
            facts=[Fact.boolean("a"), Fact.boolean("b", matters_where=A)],
        ),
        (),
    ),
    "it matters elsewhere": (
        make_rubric(
            ("0", ~A & ~B),
            ("1", A | B),
            facts=[Fact.boolean("a"), Fact.boolean("b", matters_where=A)],
        ),
        ("x",),
    ),
    "it matters without what it should hang on": (
        make_rubric(
            ("0", ~B & ~A),
            ("1", B | A),
            facts=[
                Fact.boolean("a"),
                Fact.boolean("b", matters_where=C),
                Fact.boolean("c"),
            ],
        ),
        ("x",),
    ),
}


@pytest.mark.parametrize(("rubric", "strays"), STRAYS.values(), ids=STRAYS)
def test_strays(rubric: Rubric, strays: tuple[str, ...]) -> None:
    report = audit(rubric)
    effect = report.effects[1]
    assert effect.strays == strays
    if strays:
        assert not report.passes
        assert f"{effect.slope.title}; strays into x" in report.table().text()


def test_totals_far_apart_are_not_listed_as_unreachable() -> None:
    report = audit(make_rubric(("0", ~A), ("0.5", A & ~B), ("100000", A & B)))
    assert len(report.totals) == 3
    assert report.unreachable_totals == ()


def test_the_proof_of_an_edition_ends_in_the_answers_that_do_nothing() -> None:
    report = audit(
        eccp.EDITION_2022, records=mexico.POLICIES_2022[:1], on=date(2022, 9, 30)
    )
    table, proof = report.table(), report.rubric.table()
    assert str(table.title) == "Audit: ECCP country factsheets, 2022"
    assert str(proof.title) == "Audit: Maturity of cluster policy, ECCP 2022"
    assert table.rows == (
        *proof.rows,
        *(("answer that changes nothing here", as_part(idle)) for idle in report.idle),
    )


def test_a_fact_that_leads_into_a_gap_makes_a_level_unsure() -> None:
    gap = Gap("silent", A & B, candidates=("0", "1"), why="silent on both")
    criterion = Criterion(
        key="x", title="X", levels=[Level("0", ~A), Level("1", A & ~B)], gaps=[gap]
    )
    facts = FactSchema([Fact.boolean("a"), Fact.boolean("b")])
    report = audit(Rubric(key="r", title="R", facts=facts, criteria=[criterion]))
    assert [effect.slope for effect in report.effects] == [Slope.RISING, Slope.FALLING]
