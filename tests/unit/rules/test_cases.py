"""Every rule is silent where it should be and fires where it should."""

from __future__ import annotations

import pytest
from tests.unit.rules import (
    ecosystem_cases,
    indicator_cases,
    label_cases,
    organization_cases,
    policy_cases,
    score_cases,
    source_cases,
)
from tests.unit.rules.casework import Case
from tests.unit.rules.mending import MENDERS

from icluster import rules

CASES: tuple[Case, ...] = (
    *organization_cases.CASES,
    *ecosystem_cases.CASES,
    *indicator_cases.CASES,
    *label_cases.CASES,
    *policy_cases.CASES,
    *score_cases.CASES,
    *source_cases.CASES,
)


@pytest.mark.parametrize(
    "case",
    CASES,
    ids=[
        f"{each.rule.code} {'fires on' if each.said else 'is silent on'}: "
        f"{each.sentence}"
        for each in CASES
    ],
)
def test_rule_says(case: Case) -> None:
    found = case.rule(case.thing, on=case.on, context=case.context)
    assert tuple(f"{each.path}: {each.message}" for each in found) == case.said
    for each in found:
        assert (each.code, each.name) == (case.rule.code, case.rule.name)
        assert each.remedy == case.rule.remedy


@pytest.mark.parametrize(
    "case",
    [each for each in CASES if each.said],
    ids=lambda case: f"{case.rule.code} {case.sentence}",
)
def test_mending_what_a_finding_asks_for_removes_it(case: Case) -> None:
    mended = MENDERS[case.rule.code](case.thing, case.on, case.context)
    assert case.rule(mended, on=case.on, context=case.context) == ()


def test_there_is_a_mender_for_every_rule() -> None:
    assert list(MENDERS) == [rule.code for rule in rules.ALL]


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)
def test_every_rule_has_a_silent_and_a_firing_case(rule: rules.Rule) -> None:
    said = [bool(each.said) for each in CASES if each.rule is rule]
    assert set(said) == {False, True}
