"""Hypothesis finds the strategies, whoever is imported first."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import frozen
from hypothesis import find

from icluster.errors import Fault
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


def test_faults_have_a_strategy() -> None:
    fault = find(strategy_for(Fault), lambda fault: fault.code == "missing")
    assert fault == Fault((), "missing", fault.expected, fault.got)
