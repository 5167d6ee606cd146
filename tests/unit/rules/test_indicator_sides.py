"""Where two statements disagree, a finding about answers cites both."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.unit.rules.casework import HERE, THE_DAY, THERE
from tests.unit.rules.indicator_cases import COMPOSED, STRUCTURE, funded, record

from icluster import rules
from icluster.benchmark_records import Answer, BenchmarkRecord
from icluster.reference import CONTEXT
from icluster.sources import citations_of


def borne_out(given: BenchmarkRecord) -> BenchmarkRecord:
    """Make every answer cite one place, the first of them another."""
    answers = [
        evolve(answer, evidence=[THERE if index else HERE])
        for index, answer in enumerate(given.answers)
    ]
    return evolve(given, answers=answers)


def sides(code: str, given: BenchmarkRecord) -> list[Any]:
    report = rules.check(borne_out(given), on=THE_DAY, context=CONTEXT, select=[code])
    [finding] = report.findings
    return list(finding.sides)


def test_an_answer_and_its_scale() -> None:
    [answer, scale] = sides("IND001", record({"governance": 5}))
    assert answer == (HERE,)
    governance = STRUCTURE["governance"]
    asked = citations_of(governance, "title") + citations_of(governance, "scale")
    assert scale == asked


def test_an_answer_and_the_list_that_lacks_its_indicator() -> None:
    [answer, indicators] = sides("IND001", record({"weather": 5}))
    assert answer == (HERE,)
    assert [each.locator for each in indicators] == [
        "the 36 indicators, directions of scales included"
    ]


def test_a_total_and_its_parts() -> None:
    given = record({"participants": 31, "composition": COMPOSED})
    assert sides("IND002", given) == [(HERE,), (THERE,)]


def test_a_stated_value_and_its_inputs() -> None:
    given = record(
        {
            "participants_per_fte": 25,
            "participants": 40,
            "management_staff": Decimal(2),
        }
    )
    assert sides("IND003", given) == [(HERE,), (THERE, THERE)]


def test_funds_and_the_counterpart_that_is_asked_for() -> None:
    [funds, asked] = sides("IND005", funded("0.51", "0.49"))
    assert funds == (HERE,)
    assert any("of at least the same amount" in each.excerpt for each in asked)


@pytest.mark.parametrize("code", ["IND001", "IND006"])
def test_the_place_is_that_of_the_answer(code: str) -> None:
    early = Answer("weather", 5, answered_on=THE_DAY)
    given = evolve(record(), answers=[Answer("visibility", 0), early])
    report = rules.check(given, on=THE_DAY, context=CONTEXT, select=[code])
    assert [each.places[0][:2] for each in report.findings] == [("answers", 1)]
