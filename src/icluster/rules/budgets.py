"""Money: amounts, and who provides it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from icluster.contexts import Context, folded
from icluster.money import Money
from icluster.policies import Authority, AuthorityRole, Policy
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, say
from icluster.sources import Citation, citations_of
from icluster.vocabularies import Missing

__all__ = [
    "amount_without_currency",
    "annual_beside_earmark",
    "annual_exceeds_overall",
    "funder_without_funds",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, family="budgets", since="26.1")


def _funders(policy: Policy) -> Iterator[tuple[int, Authority]]:
    authorities = policy.authorities
    for index, each in enumerate(
        () if isinstance(authorities, Missing) else authorities
    ):
        if AuthorityRole.FUNDING in each.roles:
            yield index, each


def _printed_role(policy: Policy, role: AuthorityRole) -> tuple[Citation, ...]:
    """Return where a role is printed, or else where the authorities were read."""
    cited = citations_of(policy, "authorities")
    label = folded(role.title)
    return tuple(each for each in cited if label in folded(each.excerpt)) or cited


@_rule(
    "BUD001",
    "annual-beside-earmark",
    Severity.WARNING,
    about=Policy,
    sources=("eccp_mx, Budget, Responsible authorities",),
)
def annual_beside_earmark(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """No data on the annual budget, beside an amount that is set aside for a year.

    Why it matters:
        There are data: the budget is at least the amount times whatever it is
        set aside for.

    Fires on:
        An unknown annual budget beside an earmark that belongs to a year.

    How to settle it:
        Find out for how many it is set aside and record the budget; or waive it.
    """
    budget = policy.budget
    if not isinstance(budget.annual, Missing):
        return
    for each in budget.earmarks:
        if not isinstance(each.amount.year, Missing):
            yield say(
                "the annual budget is {}, but {} is set aside for each {}",
                budget.annual,
                each.amount,
                each.purpose,
                at="budget.annual",
                sides=[
                    citations_of(policy, "budget.annual"),
                    citations_of(policy, "budget.earmarks"),
                ],
            )


@_rule(
    "BUD002",
    "funder-without-funds",
    Severity.WARNING,
    about=Policy,
    sources=("eccp_mx, Budget, Responsible authorities",),
)
def funder_without_funds(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """An authority provides funding, but no source of funding is specified.

    Why it matters:
        The two rows contradict each other: the authority funds, or it does not.

    Fires on:
        An authority with the role *provides funding* beside a source of funding
        that is recorded as none.

    How to settle it:
        Record where the money comes from, for example the authority's own budget,
        or drop the role; if the document says both, waive the finding.
    """
    if policy.budget.funding != ():
        return
    for index, each in _funders(policy):
        yield say(
            "{} provides funding, but no source of funding is specified",
            each.name,
            at=("authorities", index),
            sides=[
                _printed_role(policy, AuthorityRole.FUNDING),
                citations_of(policy, "budget.funding"),
            ],
        )


@_rule(
    "BUD005",
    "amount-without-currency",
    Severity.WARNING,
    about=Money,
    sources=("eccp_mx, Responsible authorities",),
)
def amount_without_currency(money: Money, on: date, context: Context) -> Iterator[Said]:
    """An amount of money has no currency.

    Why it matters:
        "$" is the sign of the peso and of the dollar alike: such an amount can be
        neither added nor compared.

    Fires on:
        An amount other than zero whose currency is unknown.

    How to settle it:
        Find out the currency and record its ISO 4217 code.
    """
    if isinstance(money.currency, Missing) and money.amount:
        yield say("{} of what currency?", money.amount, at="currency")


@_rule("BUD006", "annual-exceeds-overall", Severity.ERROR, about=Policy)
def annual_exceeds_overall(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """The budget of a year is larger than that of the whole period.

    Why it matters:
        One of the amounts, or its unit, is wrong.

    Fires on:
        An annual budget above the overall one, in the same known currency;
        policies of a year have both equal.

    How to settle it:
        Correct the amounts.
    """
    annual, overall = policy.budget.annual, policy.budget.overall
    if (
        isinstance(annual, Money)
        and isinstance(overall, Money)
        and isinstance(annual.currency, str)
        and annual.currency == overall.currency
        and annual.amount > overall.amount
    ):
        yield say(
            "{} a year, {} overall",
            annual,
            overall,
            at="budget.annual",
            sides=[
                citations_of(policy, "budget.annual"),
                citations_of(policy, "budget.overall"),
            ],
        )
