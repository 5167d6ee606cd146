"""Hypothesis finds the strategies, whoever is imported first."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import hypothesis.strategies as st
import pytest
from attrs import frozen
from hypothesis import Phase, find, given, settings

from icluster import Country, Organization, Policy, Region, Rubric
from icluster.errors import Fault, IClusterError
from icluster.policies import PolicyLevel
from icluster.testing import strategy_for

ORDERS = {
    "hypothesis first": "import hypothesis.strategies as st; import icluster",
    "testing first": "import icluster.testing; import hypothesis.strategies as st",
}


@pytest.mark.parametrize("imports", ORDERS.values(), ids=ORDERS)
def test_from_type_just_works(imports: str) -> None:
    script = (
        f"{imports}\n"
        "from hypothesis import Phase, find, settings\n"
        "from icluster import Policy\n"
        "phases = settings(phases=[Phase.generate, Phase.shrink])\n"
        "policies = st.from_type(Policy)\n"
        "print(find(policies, lambda policy: True, settings=phases).name)\n"
    )
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    assert run.stdout == "A\n"


@frozen
class Tagged:
    """A class of the user's."""

    tags: frozenset[str]


def test_sets_of_the_users_have_a_strategy() -> None:
    assert find(strategy_for(Tagged), lambda tagged: len(tagged.tags) > 1).tags


QUICK = settings(
    max_examples=5, derandomize=True, phases=[Phase.generate], database=None
)


@QUICK
@given(strategy_for(Policy, country=st.sampled_from((Country("DE"), Country("MX")))))
def test_a_field_may_be_drawn_from_another(policy: Policy) -> None:
    assert policy.country.code in ("DE", "MX")


@QUICK
@given(strategy_for(Policy, region=st.just(Region("MX-OAX"))))
def test_what_hangs_on_a_field_goes_with_it(policy: Policy) -> None:
    assert policy.level is PolicyLevel.REGIONAL
    assert policy.country == Country("MX")


@QUICK
@given(
    strategy_for(
        Policy, level=st.just(PolicyLevel.REGIONAL), country=st.just(Country("DE"))
    )
)
def test_a_regional_policy_is_of_a_region_of_its_country(policy: Policy) -> None:
    assert policy.region is not None
    assert policy.region.country == policy.country


@QUICK
@given(strategy_for(Organization, name=st.just("Claut")))
def test_fields_of_other_classes_may_be_drawn(organization: Organization) -> None:
    assert organization.name == "Claut"


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        (Policy, {"contry": st.just(1)}, "no field of Policy is called 'contry'; did"),
        (Policy, {"country": Country("MX")}, "country must be of type SearchStrategy"),
        (Rubric, {"key": st.just("a")}, "fields must be left to the strategy for Rubr"),
    ],
)
def test_odd_fields_are_refused(kind: Any, fields: Any, says: str) -> None:
    with pytest.raises(IClusterError, match=says):
        strategy_for(kind, **fields)


def test_faults_have_a_strategy() -> None:
    fault = find(strategy_for(Fault), lambda fault: fault.code == "missing")
    assert fault == Fault((), "missing", fault.expected, fault.got)
