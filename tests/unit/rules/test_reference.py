"""What the rules find in the data of this package, on stated days, all of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from icluster import reference, rules
from icluster.contexts import SourceText
from icluster.ecosystems import may_have_ended
from icluster.organizations import Organization
from icluster.profiles import ClusterProfile
from icluster.reference import CONTEXT, eccp, esca, iso3166, mexico, project
from icluster.rules import Report, Severity
from icluster.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

Q3_2022 = date(2022, 9, 30)


def found(subject: object, on: date) -> Report:
    return rules.check(subject, on=on, context=CONTEXT)


def places(report: Report) -> list[tuple[str, str]]:
    return [(each.code, each.path) for each in report.findings]


FACTSHEET = [
    ("SRC006", "bibliography[5]"),
    ("SRC006", "bibliography[14]"),
    ("POL010", "policies[0].authorities[0]"),
    ("POL012", "policies[0].objectives"),
    ("POL011", "related[3].expectations[0].due"),
    *[
        ("PUB005", f"published.total['{question}']")
        for question in (
            "programme_monitoring",
            "announced_support",
            "regional_policy",
            "industrial_policy",
            "foreign_evaluation",
        )
    ],
    ("PUB008", "published.collected"),
    ("BUD002", "policies[0].authority_roles"),
    ("POL008", "policies[0].financial"),
    ("SRC004", "policies[0].authorities[0].citations[0].citation.source"),
    ("BUD001", "policies[1].budget.annual"),
    ("BUD003", "policies[1].budget.allocations[0].amount.currency"),
    ("POL004", "policies[1].history.practised_since"),
    ("POL006", "policies[1].focus"),
    ("POL005", "related[0].history.ends"),
    ("POL005", "related[3].history.ends"),
]
UNDATED_PAGE = ("SRC004", "organizations[0].citations[0].citation.source")
ALWAYS_IN_ICLUSTER = [
    ("ECO001", "contributions[0].party"),
    ("ECO005", "objectives[0]"),
    ("ECO006", "participations[0].party"),
    *[("ECO006", f"participations[{index}].role") for index in (2, 3, 4, 5)],
    ("ECO009", "organizations[4].other_names"),
]
ENDED_IN_2018 = [("ECO002", "participations[2]")]


def test_the_factsheet_of_mexico() -> None:
    assert sorted(places(found(mexico.FACTSHEET_2022, Q3_2022))) == sorted(FACTSHEET)


def test_the_total_of_mexico_rests_on_five_readings() -> None:
    report = found(mexico.FACTSHEET_2022, Q3_2022)
    totals = [each.message.rpartition("would give ")[2] for each in report.of("PUB005")]
    assert totals == ["1 or 1.5", "1", "2", "3", "7"]


def test_the_plan_of_nuevo_leon_has_ended_in_2031() -> None:
    report = found(mexico.FACTSHEET_2022, date(2031, 1, 1))
    assert sorted(each.path for each in report.of("POL005")) == [
        "policies[1].history.ends",
        *(f"related[{index}].history.ends" for index in (0, 3, 5, 7)),
    ]


def test_project_icluster_while_everybody_existed() -> None:
    parts = [("ECO010", "linkages[1]"), ("ECO010", "linkages[2]")]
    expected = [*ALWAYS_IN_ICLUSTER, *parts, UNDATED_PAGE]
    assert sorted(places(found(project.ICLUSTER, date(2015, 6, 1)))) == sorted(expected)


def test_project_icluster_after_two_bodies_changed() -> None:
    expected = [
        *ALWAYS_IN_ICLUSTER,
        ("ECO002", "contributions[0]"),
        *ENDED_IN_2018,
        ("ECO010", "linkages[2]"),
        UNDATED_PAGE,
    ]
    assert sorted(places(found(project.ICLUSTER, Q3_2022))) == sorted(expected)


def test_inadem_in_the_year_of_its_end() -> None:
    report = found(project.ICLUSTER, date(2019, 6, 30))
    ended = [each for each in places(report) if each[0] in ("ECO002", "ECO003")]
    assert sorted(ended) == [*ENDED_IN_2018, ("ECO003", "contributions[0]")]


@pytest.mark.parametrize(
    "day",
    [
        date(2018, 8, 12),
        date(2018, 8, 13),
        date(2019, 1, 2),
        date(2019, 12, 31),
        date(2020, 1, 1),
    ],
)
def test_rules_tell_of_every_body_that_may_have_ended(day: date) -> None:
    report = found(project.ICLUSTER, day)
    listed = [each.ended for each in may_have_ended(project.ICLUSTER, on=day)]
    assert len(report.of("ECO003")) == listed.count(Verdict.OPEN)
    assert len(report.of("ECO002")) == listed.count(Verdict.YES)


@pytest.mark.parametrize(
    ("day", "lapsed", "renewable"),
    [
        (date(2014, 10, 15), 0, 0),
        (date(2014, 10, 16), 0, 1),
        (date(2018, 9, 30), 19, 12),
        (date(2019, 11, 22), 34, 1),
        (date(2019, 11, 23), 35, 0),
    ],
)
def test_the_register_of_mexico(day: date, lapsed: int, renewable: int) -> None:
    report = found(mexico.BRONZE_LABELS, day)
    assert len(report.of("LAB001")) == lapsed
    assert len(report.of("LAB002")) == renewable
    others = [each for each in places(report) if each[0] not in ("LAB001", "LAB002")]
    assert others == [
        ("LAB009", "snapshot"),
        ("SRC004", "awards[0].citations[0].citation.source"),
    ]


def test_near_names_of_the_register_are_not_taken_for_one() -> None:
    report = found(mexico.BRONZE_LABELS, Q3_2022)
    assert not report.of("ORG")


def test_the_scheme_and_the_scale() -> None:
    report = found([esca.SCHEME, esca.PORTFOLIOS, eccp.EDITION_2022], Q3_2022)
    assert [each for each in places(report) if each[0][:3] != "SRC"] == []


def test_tables_without_a_fault_are_clean() -> None:
    report = found([*iso3166.MEXICO, eccp.PROFILE_CRITERIA], Q3_2022)
    assert {each.code for each in report.findings} <= {"SRC004"}


def test_what_is_not_checked_is_said() -> None:
    [lacking] = found(mexico.FACTSHEET_2022, Q3_2022).not_checked
    assert lacking.code == "SRC002"


def test_nothing_in_the_data_of_this_package_is_an_error() -> None:
    everything = [mexico.FACTSHEET_2022, mexico.BRONZE_LABELS, project.ICLUSTER]
    for day in (date(2010, 1, 1), Q3_2022, date(2040, 1, 1)):
        assert not found([*everything, CONTEXT], day).of(Severity.ERROR)


def test_excerpts_are_looked_up_in_the_text_at_hand() -> None:
    page = SourceText("about", "Who benefits? Communities focused on innovation areas")
    context = evolve(CONTEXT, texts=(page,))
    report = rules.check(
        project.ICLUSTER.beneficiaries, on=Q3_2022, context=context, select=["SRC002"]
    )
    assert [each.path for each in report.findings] == [
        "[1].citations[0].citation.excerpt",
        "[2].citations[0].citation.excerpt",
    ]


def _mended() -> Iterator[tuple[str, object]]:
    plan = mexico.NUEVO_LEON_2022
    yield (
        "POL004",
        evolve(plan, history=evolve(plan.history, practised_since=plan.history.begins)),
    )
    yield "BUD001", evolve(plan, budget=evolve(plan.budget, allocations=()))
    yield "LAB009", evolve(mexico.BRONZE_LABELS, snapshot=date(2016, 12, 1))


MENDED = dict(_mended())


@pytest.mark.parametrize(("code", "subject"), tuple(MENDED.items()), ids=list(MENDED))
def test_mending_removes_the_finding(code: str, subject: object) -> None:
    assert not found(subject, Q3_2022).of(code)


def test_the_package_of_reference_data_has_no_other_name() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'NOTHING'"):
        _ = reference.NOTHING
    publications = [name for name in dir(reference) if name != "CONTEXT"]
    assert reference.mexico is mexico
    assert all(hasattr(reference, name) for name in publications)


def test_a_true_profile_below_the_least_is_no_error() -> None:
    profile = ClusterProfile(organization=Organization(name="A"), committed_members=14)
    report = found(profile, Q3_2022)
    assert [each.severity for each in report.of("PRO001")] == [Severity.WARNING]
