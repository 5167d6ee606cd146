"""What the rules find in the reference data, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tests.golden.layout import headed, listed
from tests.unit.rules.test_cases import CASES

from icluster import rules
from icluster.reference import CONTEXT, eccp, ecei, esca, iso3166, mexico, project

# Every public table, under names of this test: they stay when constants move.
EVERYTHING = {
    "factsheet": mexico.FACTSHEET_2022,
    "nuevo_leon": mexico.NUEVO_LEON_2022,
    "register": mexico.BRONZE_LABELS,
    "ecosystem": project.ICLUSTER,
    "rubric": eccp.MATURITY_2022,
    "profile_criteria": eccp.PROFILE_CRITERIA,
    "scheme": esca.SCHEME,
    "portfolios": esca.PORTFOLIOS,
    "structure": esca.BENCHMARK_36,
    "catalogue": ecei.GOLD_31,
    "subdivisions": iso3166.MEXICO,
    "sources": (project.ABOUT, project.DEBATE_2019, project.EXPANSION_2018),
}


def _told(found: Iterable[rules.Finding]) -> str:
    return listed(
        f"{one.code} {one.severity.value}: {one.path}: {one.message}"
        f" | {'; '.join(map(str, one.citations)) or 'no citation'}"
        for one in found
    )


def _checked(on: date) -> str:
    report = rules.check(EVERYTHING, on=on, context=CONTEXT)
    return headed(
        {
            "findings": _told(report.findings),
            "counts": listed(
                f"{severity.value}: {count}" for severity, count in report.counts()
            ),
            "not checked": listed(report.not_checked),
            "notes": listed(report.table().notes),
        }
    )


def on_2022_09_30() -> str:
    return _checked(date(2022, 9, 30))


def on_2018_06_01() -> str:
    return _checked(date(2018, 6, 1))


def report() -> str:
    """A report as printed, with a waiver that holds and two that do not."""
    day = date(2022, 9, 30)
    shown = rules.check(mexico.FACTSHEET_2022, on=day, context=CONTEXT)
    [amount] = shown.of("BUD003")
    waivers = (
        shown.waive(amount, reason="asked the ministry"),
        rules.Waiver(
            code="POL003", about="Plan", reason="known", until=date(2020, 1, 1)
        ),
        rules.Waiver(code="LAB001", about="AIMSI", reason="no label here"),
    )
    made = rules.check(mexico.FACTSHEET_2022, on=day, context=CONTEXT, waivers=waivers)
    return headed({"as printed": made, "record": dict(made.records()[0])})


def cases() -> str:
    """All that the firing cases of the rules are said to say, by code."""
    said = [
        f"{case.rule.code} {case.sentence}\n{_told(found)}"
        for case in CASES
        if case.said
        for found in [case.rule(case.thing, on=case.on, context=case.context)]
    ]
    return "\n\n".join(said)


def manual() -> str:
    return rules.manual()


def catalogue() -> str:
    return listed(
        f"{rule!r}: {rule.severity.value}, {rule.family}, since {rule.since}, "
        f"needs {', '.join(rule.needs) or 'nothing'}: {rule.summary}"
        for rule in rules.ALL
    )
