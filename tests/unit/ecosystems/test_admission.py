"""Who may join, and why not."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.unit.ecosystems.builders import DAY, DOUBTFUL, PAST, make

from icluster.clusters import Cluster, ClusterInitiative
from icluster.dates import PartialDate
from icluster.ecosystems import AdmissionRule, AdmissionTest, Membership, admission
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.organizations import Organization
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other

APPLICANT = Organization(name="Cluster A", founded=PartialDate(2012))
YES, NO, OPEN = Verdict.YES, Verdict.NO, Verdict.OPEN
ANY, EVERY = AdmissionRule.ANY_OBJECTIVE, AdmissionRule.EVERY_OBJECTIVE
UNSAID = AdmissionRule.OBJECTIVES

# Whether it takes part in talent and in export, and the decision by rule.
DECISIONS: dict[
    str, tuple[bool | Missing, bool | Missing, Verdict, Verdict, Verdict]
] = {
    "takes part in both": (True, True, YES, YES, YES),
    "takes part in one": (True, False, YES, NO, OPEN),
    "takes part in none": (False, False, NO, NO, NO),
    "takes part in one, the other unknown": (True, Missing.UNKNOWN, YES, OPEN, OPEN),
    "one not, the other unknown": (False, Missing.NOT_ANSWERED, OPEN, NO, OPEN),
    "nothing known": (Missing.UNKNOWN, Missing.UNKNOWN, OPEN, OPEN, OPEN),
}


@pytest.mark.parametrize("sentence", DECISIONS)
def test_decision_by_rule(sentence: str) -> None:
    talent, export, *expected = DECISIONS[sentence]
    answers = {"talent": talent, "export": export}
    decisions = [
        admission(make(admission_rule=rule), APPLICANT, on=DAY, takes_part=answers)
        for rule in (ANY, EVERY, UNSAID)
    ]
    assert [decision.verdict for decision in decisions] == expected
    settled = [decision.reasons[-1].verdict for decision in decisions]
    assert settled == [OPEN if each is OPEN else YES for each in expected]


def test_every_reason_is_given_in_order() -> None:
    decision = admission(
        make(), APPLICANT, on=DAY, takes_part={"export": False, "talent": True}
    )
    assert str(decision) == (
        "open: is an organization: yes; has begun: yes; goes on: yes; "
        "is no member yet: yes; "
        "takes part in achieving talent: yes; takes part in achieving export: no; "
        "the rule settles it: open"
    )


def test_an_objective_left_out_is_unknown() -> None:
    decision = admission(
        make(admission_rule=EVERY), APPLICANT, on=DAY, takes_part={"talent": True}
    )
    assert decision.verdict is OPEN


@pytest.mark.parametrize(
    "applicant",
    [Cluster(key="cars", name="Cars"), ClusterInitiative(key="drive", name="Drive")],
)
def test_what_is_no_organization_may_not_join(
    applicant: Cluster | ClusterInitiative,
) -> None:
    both = {"talent": True, "export": True}
    decision = admission(make(), applicant, on=DAY, takes_part=both)
    assert decision.verdict is NO
    [reason] = decision.reasons
    assert reason.test is AdmissionTest.IS_ORGANIZATION


EXISTENCE: dict[str, tuple[dict[str, Any], AdmissionTest, Verdict]] = {
    "of unknown founding": (
        {"founded": Missing.UNKNOWN},
        AdmissionTest.HAS_BEGUN,
        OPEN,
    ),
    "founded before": ({}, AdmissionTest.HAS_BEGUN, YES),
    "not yet founded": ({"founded": PartialDate(2019)}, AdmissionTest.HAS_BEGUN, NO),
    "founded some day that year": (
        {"founded": PartialDate(2018)},
        AdmissionTest.HAS_BEGUN,
        OPEN,
    ),
    "ended": ({"dissolved": PartialDate(2017)}, AdmissionTest.GOES_ON, NO),
    "ending that year": ({"dissolved": PartialDate(2018)}, AdmissionTest.GOES_ON, OPEN),
    "ending later": ({"dissolved": PartialDate(2019)}, AdmissionTest.GOES_ON, YES),
}


@pytest.mark.parametrize("sentence", EXISTENCE)
def test_an_applicant_must_exist(sentence: str) -> None:
    dates, test, expected = EXISTENCE[sentence]
    parts: dict[str, Any] = {"founded": PartialDate(2010), **dates}
    applicant = Organization(name="A", **parts)
    both = {"talent": True, "export": True}
    decision = admission(make(), applicant, on=DAY, takes_part=both)
    assert decision.verdict is expected
    assert [each.verdict for each in decision.reasons if each.test is test] == [
        expected
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"admission_rule": Missing.UNKNOWN},
        {"objectives": Missing.UNKNOWN},
        {"objectives": ()},
        {"objectives": (), "admission_rule": EVERY},
        {"objectives": (), "admission_rule": ANY},
    ],
)
def test_without_rule_or_objectives_nothing_is_settled(changes: dict[str, Any]) -> None:
    decision = admission(make(**changes), APPLICANT, on=DAY, takes_part={})
    assert decision.verdict is OPEN


@pytest.mark.parametrize("rule", [Missing.UNKNOWN, Other("by invitation")])
def test_without_a_rule_known_full_merit_settles_nothing(rule: Any) -> None:
    both = {"talent": True, "export": True}
    ecosystem = make(admission_rule=rule)
    assert admission(ecosystem, APPLICANT, on=DAY, takes_part=both).verdict is OPEN


def test_an_objective_must_be_one_of_the_ecosystem() -> None:
    with pytest.raises(UnknownNameError, match="no objective is called 'x'"):
        admission(make(), APPLICANT, on=DAY, takes_part={"x": True})


@pytest.mark.parametrize("answer", ["yes", 1, None])
def test_an_answer_must_be_true_or_false_or_missing(answer: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        admission(make(), APPLICANT, on=DAY, takes_part={"talent": answer})
    assert caught.value.place == "takes_part['talent']"


@pytest.mark.parametrize("applicant", ["Cluster TI Oaxaca", None])
def test_an_applicant_must_be_something_known(applicant: Any) -> None:
    with pytest.raises(InvalidValueError, match="applicant must be"):
        admission(make(), applicant, on=DAY, takes_part={})


@pytest.mark.parametrize("takes_part", [None, "talent", ("talent",)])
def test_answers_must_be_a_mapping(takes_part: Any) -> None:
    with pytest.raises(InvalidValueError, match="takes_part must be"):
        admission(make(), APPLICANT, on=DAY, takes_part=takes_part)


def test_a_day_must_be_given() -> None:
    day: Any = "2018-06-01"
    with pytest.raises(InvalidValueError, match="on must be"):
        admission(make(), APPLICANT, on=day, takes_part={})


IS_NONE = AdmissionTest.NOT_YET_MEMBER
BOTH = {"talent": True, "export": True}
# A body of the ecosystem, its membership, and what is known of the list of members.
MEMBERS: dict[str, tuple[Organization, dict[str, Any], Verdict]] = {
    "by its key": (Organization(key="uni", name="Another name"), {}, NO),
    "by its name": (Organization(name="UNIVERSITY"), {}, NO),
    "by another name": (
        Organization(name="Uni"),
        {"organizations": [Organization(key="uni", name="University", acronym="UNI")]},
        NO,
    ),
    "of the same name, by another key": (
        Organization(key="new", name="University"),
        {},
        YES,
    ),
    "not dated": (
        Organization(key="uni", name="University"),
        {"memberships": [Membership(party="uni", period=DOUBTFUL)]},
        OPEN,
    ),
    "once": (
        Organization(key="uni", name="University"),
        {"memberships": [Membership(party="uni", period=PAST)]},
        YES,
    ),
    "of an incomplete list": (
        Organization(key="gov", name="Ministry"),
        {"incomplete": ["memberships"]},
        OPEN,
    ),
    "a member all the same": (
        Organization(key="uni", name="University"),
        {"incomplete": ["memberships"]},
        NO,
    ),
    "of no list": (
        Organization(key="gov", name="Ministry"),
        {"memberships": Missing.UNKNOWN},
        OPEN,
    ),
    "not on record": (APPLICANT, {"memberships": Missing.UNKNOWN}, YES),
}


@pytest.mark.parametrize("case", MEMBERS)
def test_who_is_a_member_already_cannot_join(case: str) -> None:
    body, changes, expected = MEMBERS[case]
    if "organizations" in changes:
        changes |= {
            "participations": (),
            "contributions": (),
            "linkages": (),
            "working_groups": (),
        }
    ecosystem = make(admission_rule=ANY, **changes)
    dated = evolve(body, founded=PartialDate(1990))
    decision = admission(ecosystem, dated, on=DAY, takes_part=BOTH)
    told = [reason.verdict for reason in decision.reasons if reason.test is IS_NONE]
    assert told == [expected]
    assert decision.verdict is expected
