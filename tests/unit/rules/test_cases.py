"""Every rule is in the catalogue, silent where it should be, and settled by mending.

Rules are found in the families, cases and menders in the modules ``*_cases`` of this
folder: a new rule is a function in the one and its cases in the other.
"""

from __future__ import annotations

import pkgutil
from collections import ChainMap
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
import tests.unit.rules
from attrs import evolve

from icluster import rules
from icluster.errors import InvalidValueError
from icluster.rules import Rule
from icluster.testing import RuleCase, untested

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.unit.rules.casework import Case, Mender

_MODULES = [
    import_module(f"tests.unit.rules.{module.name}")
    for module in pkgutil.iter_modules(tests.unit.rules.__path__)
    if module.name.endswith("_cases") and module.name != "test_cases"
]
CASES: tuple[Case, ...] = tuple(case for module in _MODULES for case in module.CASES)
MENDERS: Mapping[str, Mender] = ChainMap(*(module.MENDERS for module in _MODULES))
FAMILIES = {
    module.name: import_module(f"icluster.rules.{module.name}")
    for module in pkgutil.iter_modules(rules.__path__)
    if not module.name.startswith("_")
}
RULES = [
    (family, rule)
    for family, module in FAMILIES.items()
    for rule in vars(module).values()
    if isinstance(rule, Rule)
]


def as_rule_case(case: Case, **more: Any) -> RuleCase:
    values = case._asdict()
    if case.said:
        mender = MENDERS[case.rule.code]
        values["mended"] = mender(case.thing, case.on, case.context)
    return RuleCase(**{"findings": values.pop("said"), **values, **more})


@pytest.mark.parametrize(
    "case",
    CASES,
    ids=[
        f"{case.rule.code} {'fires on' if case.said else 'is silent on'}: "
        f"{case.sentence}"
        for case in CASES
    ],
)
def test_rule_says_and_is_silent_once_that_is_mended(case: Case) -> None:
    as_rule_case(case).prove()
    for finding in case.rule(case.thing, on=case.on, context=case.context):
        assert (finding.code, finding.name) == (case.rule.code, case.rule.name)
        assert finding.remedy == case.rule.remedy


@pytest.mark.parametrize(("family", "rule"), RULES, ids=str)
def test_every_rule_of_a_family_is_in_the_catalogue(family: str, rule: Rule) -> None:
    assert rule in rules.ALL
    assert rule.family == family
    assert rule.function.__name__ in FAMILIES[family].__all__


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)
def test_every_rule_has_silent_and_firing_cases(rule: Rule) -> None:
    assert rule.code in MENDERS, "say how a thing looks once the finding is settled"
    cases = [as_rule_case(case) for case in CASES if case.rule is rule]
    assert untested([rule], cases) == ()


def test_a_case_that_is_not_so_is_refused() -> None:
    firing = next(case for case in CASES if case.said)
    case = as_rule_case(firing, mended=firing.thing)
    with pytest.raises(AssertionError, match=r"fires on: .* mended, it says"):
        case.prove()
    with pytest.raises(AssertionError, match=r"is silent on: .* it says .*, not"):
        evolve(case, findings=()).prove()
    with pytest.raises(InvalidValueError, match="mended must be the thing once it is"):
        evolve(case, mended=None)
    assert untested([case.rule], [case]) == (f"{case.rule.code} silent",)


def test_nothing_is_mended_that_no_rule_asks_for() -> None:
    assert set(MENDERS) == {rule.code for rule in rules.ALL}
    assert {case.rule.code for case in CASES} == {rule.code for rule in rules.ALL}
    assert len(RULES) == len(rules.ALL)
