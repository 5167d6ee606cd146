"""Findings about policies cite the places that say what they say, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve
from tests.unit.rules.casework import HERE, SOURCE, THE_DAY, THERE
from tests.unit.rules.policy_cases import FUNDS, allocation, mxn, plan

from icluster.dates import PartialDate
from icluster.ecosystems import Contribution
from icluster.money import Money
from icluster.policies import Budget, History
from icluster.reference import CONTEXT, mexico
from icluster.rules import budgets, policies

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


def test_an_amount_without_currency_is_cited() -> None:
    set_aside = plan(
        budget=Budget(annual=mxn(9), allocations=(allocation(2022),)),
        citations={"budget.allocations": HERE, "budget.annual": THERE},
    )
    given = Contribution(
        party="ministry", amount=Money(amount=5), citations={"amount": HERE}
    )
    for thing in (set_aside, given):
        assert sides(budgets.amount_without_currency, thing) == [("here",)]


def test_a_part_and_its_whole_are_both_cited() -> None:
    thing = plan(
        budget=Budget(annual=mxn(4, 2022), allocations=(allocation(2022, "MXN"),)),
        citations={"budget.allocations": HERE, "budget.annual": THERE},
    )
    assert sides(budgets.part_exceeds_whole, thing) == [("here",), ("there",)]


def test_years_in_a_name_are_cited_where_they_are_printed() -> None:
    earlier, later = mexico.RELATED_2022[0], mexico.NUEVO_LEON_2022
    both = evolve(
        later,
        name=f"{earlier.name}; {later.name}",
        citations=(*earlier.citations[:1], *later.citations),
    )
    [finding] = policies.name_years_differ(both, on=THE_DAY, context=CONTEXT)
    assert [tuple(each.excerpt for each in side) for side in finding.sides] == [
        ("Business and Investment Development Strategy 2014-2020",),
        ("2015",),
        ("2030",),
    ]


def test_a_place_without_an_excerpt_may_print_them() -> None:
    named = plan(
        "Plan 2014-2020",
        history=History(begins=PartialDate(2015)),
        citations={"name": (HERE, SOURCE.at("Policy name")), "history.begins": THERE},
    )
    assert sides(policies.name_years_differ, named) == [("",), ("there",)]


def test_an_ambiguous_authority_is_cited_where_its_name_is_printed() -> None:
    thing = mexico.FACTSHEET_2022
    assert sides(policies.authority_ambiguous, thing) == [
        ("developed by the Ministry of Economy",),
        ("The national government, through the Ministry of Economy",),
    ]
