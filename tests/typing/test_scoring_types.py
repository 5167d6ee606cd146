# pyright: reportUnnecessaryTypeIgnoreComment=error, reportUnusedExpression=none
"""What a type checker says of calls as users write them: rubrics, facts, scoring.

The pattern for every room:

- What is right is called as users write it, lists for tuples and texts for decimals
  included, and `assert_type` states what comes back.
- What is wrong carries ``# type: ignore[...]`` with mypy's code, and is called where
  it also fails at run time. Both checkers read the comment. One that is not needed is
  an error: to mypy by ``warn_unused_ignores``, part of strict; to pyright by the
  first line of this file. So a wrong call that stops being red fails a gate.

pytest runs the file as well: what the checkers call right must work.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import pytest

from icluster import (
    Criterion,
    Fact,
    Facts,
    FactSchema,
    Gap,
    Is,
    Level,
    Reading,
    Rubric,
    scoring,
)
from icluster.conditions import AllOf, AnyOf, Condition, Value
from icluster.errors import IClusterError
from icluster.provenance import Decision, Provenance
from icluster.reference import eccp, mexico
from icluster.tables import Table
from icluster.verdicts import Verdict
from icluster.words import Sentence

DAY = date(2022, 9, 30)
A = Is("a")
SCHEMA = FactSchema([Fact.boolean("a"), Fact("size", ["small", "large"])])


def read_mexico() -> Facts:
    return scoring.read_facts(
        mexico.POLICIES_2022,
        on=DAY,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
    )


# --- right --------------------------------------------------------------------------


def test_conditions_take_one_value_or_several() -> None:
    assert_type(Is("a", "x").values, tuple[Value, ...])
    for test in (Is("a", {1, 2}), Is("a", [1, 2]), Is("a", ("x", "y"))):
        assert len(test.values) == 2
    assert_type(A & ~Is("b"), AllOf)
    assert_type(A | A, AnyOf)
    assert_type(~A, Condition)
    assert AllOf([A]) == AllOf((A,))


def test_lists_stand_for_tuples_and_texts_for_decimals() -> None:
    criterion = Criterion(
        key="one",
        title="One",
        levels=[Level("0.5", ~A & Is("size", "small")), Level(Decimal(1), A)],
        gaps=[Gap("silent", ~A & Is("size", "large"), ["0.5", 1], "nothing is said")],
        weight="0.2",
    )
    assert_type(criterion.levels, tuple[Level, ...])
    assert_type(criterion.levels[0].points, Decimal)
    assert_type(criterion.gaps[0].candidates, tuple[Decimal, ...])
    assert_type(criterion.weight, Decimal)
    rubric = Rubric(key="r", title="R", facts=SCHEMA, criteria=[criterion])
    assert_type(rubric["one"], Criterion)
    assert_type(rubric.maximum, Decimal)


def test_facts_are_stated_by_value_by_set_or_by_mapping() -> None:
    nothing = dict.fromkeys(eccp.FACTS_2022.names, False) | {"established": "x"}
    assert_type(nothing, dict[str, bool | str])
    facts = Facts.of(SCHEMA, {"size": "small"}, a={True, False})
    assert_type(facts.but(a=True), Facts)
    assert_type(facts["size"], tuple[Value, ...])
    assert_type(facts.decides(A), Verdict)
    assert_type(
        Fact.age("age", ["young", "old"], boundaries=[2]).boundaries, tuple[int, ...]
    )
    assert_type(facts.schema["a"], Fact)


def test_a_score_answers_in_decimals() -> None:
    score = scoring.score(eccp.MATURITY_2022, read_mexico())
    assert_type(score, scoring.Score)
    assert_type(score.total, Decimal)
    assert_type(score.totals, tuple[Decimal, ...])
    assert_type(score.share, Fraction)
    assert_type(score["evidence"], scoring.CriterionScore)
    assert_type(score["evidence"].points, Decimal)
    assert_type(score["evidence"].weighted, Decimal)
    assert_type(score["evidence"].candidates, tuple[Decimal, ...])
    assert_type(score["evidence"].level, Level)
    assert_type(score["evidence"].reasons, tuple[scoring.Reason, ...])
    assert_type(score["evidence"].reasons[0].said(), Sentence)
    assert_type(score.table(), Table)
    assert_type(score.markdown(), str)


def test_verbs_return_what_they_are_called_for() -> None:
    score = scoring.score(eccp.MATURITY_2022, read_mexico())
    comparison = scoring.compare(mexico.PUBLISHED_2022, score)
    assert_type(comparison["scope"].agreement, scoring.Agreement)
    assert_type(comparison.sum_published, Decimal | None)
    steps = scoring.next_steps(eccp.MATURITY_2022, score.facts)
    assert_type(steps[0], scoring.Step)
    assert_type(steps[0].acts, tuple[scoring.Act, ...])
    readings = scoring.readings(
        list(mexico.POLICIES_2022), on=DAY, edition=eccp.EDITION_2022
    )
    assert_type(readings[eccp.PUBLISHED_READING], scoring.Score)
    assert_type(scoring.audit(eccp.MATURITY_2022).effects[0].slope, scoring.Slope)
    assert_type(scoring.rank({"Mexico": score})["Mexico"].best, int)
    assert_type(scoring.difference(score, score).movement, scoring.Movement)
    assert_type(scoring.movements({"A": score}, {"A": score})["A"], scoring.ScoreChange)
    assert_type(
        scoring.over_time({2022: {"A": score}})["A"], tuple[scoring.Course, ...]
    )
    both = {"A": score, "B": score}
    assert_type(scoring.leads(both, weights={"scope": ("0.5", 2)}), scoring.Leads)
    assert_type(scoring.leaving_out(both)["A", "B"].share, Fraction)
    assert_type(scoring.share_ahead(score, score), Fraction)


def test_readings_take_answers_by_question() -> None:
    answers: Mapping[str, str] = {"regional_policy": "counts"}
    assert_type(Reading(answers)["regional_policy"], str)
    assert_type(
        Reading([("regional_policy", "counts")]).answers, tuple[tuple[str, str], ...]
    )
    assert_type(
        Provenance(decisions=[Decision("a", "b")]).decisions, tuple[Decision, ...]
    )


# --- wrong --------------------------------------------------------------------------

REFUSED = (IClusterError, TypeError)
SCORE = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))


def test_floats_are_no_points() -> None:
    with pytest.raises(
        REFUSED, match="points must be a Decimal, an int or a decimal text"
    ):
        Level(0.5, A)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="weight must be a Decimal, an int or a decimal text"
    ):
        Criterion(key="a", title="b", levels=[Level(1, A)], weight=0.2)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="candidates must be a Decimal, an int or a decimal text"
    ):
        Gap("hm", A, (0.0, 0.5), "why")  # type: ignore[arg-type]


def test_conditions_refuse_what_no_fact_can_be() -> None:
    with pytest.raises(
        REFUSED, match="values must be a list or a tuple of bool, int or str"
    ):
        Is("a", 3.7)  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="condition must be of type Condition"):
        Level(1, True)  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match=r"parts\[0\] must be of type Condition"):
        AllOf([True])  # type: ignore[list-item]


def test_one_number_is_no_sequence() -> None:
    with pytest.raises(REFUSED, match="facts must be a list or a tuple of Fact"):
        FactSchema(7)  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="levels must be a list or a tuple of Level"):
        Criterion(key="a", title="b", levels=5)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="criteria must be a list or a tuple of Criterion"
    ):
        Rubric(key="r", title="R", facts=SCHEMA, criteria=A)  # type: ignore[arg-type]


def test_a_lone_text_is_no_domain() -> None:
    with pytest.raises(
        REFUSED, match="domain must be a list or a tuple of bool, int or str"
    ):
        Fact("a", "small")  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="domain must be a list or a tuple of bool, int or str"
    ):
        Fact.age("a", "small", boundaries=(2,))  # type: ignore[arg-type]


def test_facts_refuse_other_kinds_of_nothing() -> None:
    with pytest.raises(
        REFUSED, match="a must be one value, a set of those possible, or"
    ):
        Facts.of(SCHEMA, a=None)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="size must be one value, a set of those possible, or"
    ):
        Facts.of(SCHEMA, size=["small"])  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="size must be one of 'small', 'large'"):
        Facts.of(SCHEMA).but(size=0.5)  # type: ignore[arg-type]


def test_verbs_refuse_what_they_are_not_about() -> None:
    with pytest.raises(REFUSED, match="rubric must be of type Rubric"):
        scoring.score(Facts.of(SCHEMA), eccp.MATURITY_2022)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match="scores must be a mapping of names to scores, such as a"
    ):
        scoring.rank([SCORE])  # type: ignore[arg-type]
    with pytest.raises(REFUSED, match="published must be of type PublishedScore"):
        scoring.compare(SCORE, SCORE)  # type: ignore[arg-type]
    with pytest.raises(
        REFUSED, match=r"read_facts\(\) missing 1 required keyword-only argument:"
    ):
        scoring.read_facts(
            [], edition=eccp.EDITION_2022, reading=eccp.PUBLISHED_READING
        )  # type: ignore[call-arg]
    with pytest.raises(REFUSED, match=r"records\[0\] must be of type Policy"):
        scoring.readings("Mexico", on=DAY, edition=eccp.EDITION_2022)  # type: ignore[misc]
    with pytest.raises(
        REFUSED, match=r"weights\['scope'\] must be a lowest and a highest weight"
    ):
        scoring.leads({"A": SCORE}, weights={"scope": 2})  # type: ignore[dict-item]
