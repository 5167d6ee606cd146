"""Policies recorded from invented prose: all that it says has a field, and is cited."""

from __future__ import annotations

import runpy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import fields, has

from icluster import Citation, Country, Missing, Policy, wire
from icluster.contexts import SourceText

EXAMPLE = runpy.run_path(
    str(Path(__file__).parents[2] / "examples" / "policies_from_prose.py")
)
POLICIES: dict[str, tuple[Policy, ...]] = EXAMPLE["POLICIES"]
PROSE: dict[str, str] = EXAMPLE["PROSE"]
EVERY_POLICY = [policy for policies in POLICIES.values() for policy in policies]


def citations_in(thing: Any) -> list[Citation]:
    if isinstance(thing, Citation):
        return [thing]
    parts: Any = ()
    if isinstance(thing, tuple):
        parts = thing
    elif has(type(thing)):
        parts = [getattr(thing, field.name) for field in fields(type(thing))]
    return [citation for part in parts for citation in citations_in(part)]


@pytest.mark.parametrize("policy", EVERY_POLICY, ids=lambda policy: policy.name)
def test_what_is_recorded_stands_in_the_prose(policy: Policy) -> None:
    text = SourceText("sheet", PROSE[policy.country.code])
    excerpts = [citation.excerpt for citation in citations_in(policy)]
    assert excerpts
    assert [excerpt for excerpt in excerpts if not text.holds(excerpt)] == []


@pytest.mark.parametrize("policy", EVERY_POLICY, ids=lambda policy: policy.name)
def test_it_goes_out_and_comes_back(policy: Policy) -> None:
    assert wire.loads(wire.dumps(policy), Policy) == policy


def test_only_codes_that_iso_leaves_to_users_are_invented() -> None:
    assert {policy.country for policy in EVERY_POLICY} == {
        Country("XA"),
        Country("XB"),
        Country("XC"),
    }


TOTALS = {
    # The run may go back to 2012, or start in 2019 after a gap.
    "XA (invented)": ("7", "8"),
    # Technical support alone in a broader policy: the hole of the scale.
    "XB (invented)": ("0.5", "1"),
    "XC (invented)": ("6",),
}


@pytest.mark.parametrize("country", TOTALS)
def test_it_is_scored(country: str) -> None:
    score = EXAMPLE["score"](POLICIES[country])
    assert score.totals == tuple(map(Decimal, TOTALS[country]))


def test_what_is_not_said_is_unknown() -> None:
    (strategy,) = POLICIES["XC (invented)"]
    (allocation,) = strategy.budget.allocations
    assert allocation.counterpart is Missing.UNKNOWN
    assert strategy.budget.funding is Missing.UNKNOWN
