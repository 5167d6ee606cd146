"""What rules about published scores say when they cannot judge, and of whom."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from attrs import evolve
from tests.unit.rules.casework import THE_DAY
from tests.unit.rules.score_cases import ELSEWHERE, NOT_YET, PLAIN, score, sheet

from icluster import rules
from icluster.reference import CONTEXT, eccp, mexico

if TYPE_CHECKING:
    from icluster.contexts import Context
    from icluster.rules import Report


def check(thing: object, context: Context = CONTEXT) -> Report:
    return rules.check(thing, on=THE_DAY, context=context, select=["PUB"])


def test_without_a_stated_day_nothing_is_judged_and_that_is_said() -> None:
    report = check(sheet(NOT_YET, published=score(collected=None)))
    assert not report.findings
    why = "the last day on which data of X were collected"
    assert [(each.code, str(each.why)) for each in report.not_checked] == [
        (code, why) for code in ("PUB003", "PUB004", "PUB007")
    ]


def test_without_the_rubric_nothing_is_judged_and_that_is_said() -> None:
    report = check(sheet(PLAIN, published=ELSEWHERE))
    assert not report.findings
    assert [each.code for each in report.not_checked] == [
        f"PUB{number:03}" for number in (1, 2, 3, 4, 5, 7, 8)
    ]


def test_a_factsheet_without_a_score_is_asked_by_every_edition() -> None:
    other = evolve(eccp.EDITION_2022, key="again", title="Again")
    context = evolve(CONTEXT, editions=(eccp.EDITION_2022, other))
    report = check(evolve(mexico.FACTSHEET_2022, published=None), context)
    titles = sorted(each.message.partition(": ")[0] for each in report.of("PUB005"))
    assert titles == ["Again"] * 5 + ["ECCP country factsheets, 2022"] * 5


def test_a_report_about_readings_can_be_pickled_and_compared() -> None:
    report = check(mexico.FACTSHEET_2022)
    assert report.of("PUB005")
    assert pickle.loads(pickle.dumps(report)) == report == check(mexico.FACTSHEET_2022)


def test_what_is_wrong_with_one_criterion_is_said_once() -> None:
    odd = score(points={"scope": "0.75", "instruments": "0.5"}, total="2")
    report = check(sheet(PLAIN, published=odd))
    assert [
        (each.code, each.message.partition(" ")[0]) for each in report.findings
    ] == [
        ("PUB002", "scope"),
        ("PUB003", "instruments:"),
    ]


def test_that_nothing_bears_a_score_out_is_said_once() -> None:
    for policies in ((), (NOT_YET,)):
        report = check(sheet(*policies, published=score()))
        assert [each.code for each in report.findings] == ["PUB007"]
