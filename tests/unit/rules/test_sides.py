"""Findings about policies cite the places that say what they say, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.unit.rules.casework import HERE, SOURCE, THE_DAY
from tests.unit.rules.policy_cases import FUNDS, plan

from icluster.policies import Budget
from icluster.reference import CONTEXT
from icluster.rules import budgets

if TYPE_CHECKING:
    from icluster.policies import Policy
    from icluster.rules import Rule

NONE_SPECIFIED = SOURCE.at("Source of funding", "does not specify funding sources")


def sides(rule: Rule, thing: object) -> list[tuple[str, ...]]:
    """Return what is quoted on each side of the one finding."""
    [finding] = rule(thing, on=THE_DAY, context=CONTEXT)
    return [tuple(each.excerpt for each in side) for side in finding.sides]


def funded(**citations: Any) -> Policy:
    return plan(
        authorities=(FUNDS,),
        budget=Budget(funding=()),
        citations={"budget.funding": NONE_SPECIFIED, **citations},
    )


def test_a_funder_is_cited_where_its_role_is_printed() -> None:
    role = SOURCE.at("Responsible authorities", "PROVIDES funding")
    thing = funded(authorities=(HERE, role))
    assert sides(budgets.funder_without_funds, thing) == [
        ("PROVIDES funding",),
        ("does not specify funding sources",),
    ]


def test_else_a_funder_is_cited_where_the_authorities_were_read() -> None:
    assert sides(budgets.funder_without_funds, funded(authorities=HERE)) == [
        ("here",),
        ("does not specify funding sources",),
    ]
