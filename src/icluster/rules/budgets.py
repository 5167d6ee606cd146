"""Money of policies: amounts, funders and where the money comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from icluster.contexts import Context
from icluster.money import Money
from icluster.naming import name_key
from icluster.policies import Authority, AuthorityRole, Policy
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, say
from icluster.sources import citations_of
from icluster.vocabularies import Missing

__all__ = [
    "amount_without_currency",
    "annual_beside_earmark",
    "annual_exceeds_overall",
    "funder_without_funds",
    "funds_without_funder",
    "source_is_no_authority",
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
        Record the authority's budget as the source, or drop the role; if the
        document says both, waive the finding.
    """
    if policy.budget.funding != ():
        return
    for index, each in _funders(policy):
        yield say(
            "{} provides funding, but no source of funding is specified",
            each.name,
            at=("authorities", index),
            sides=[
                citations_of(policy, "authorities"),
                citations_of(policy, "budget.funding"),
            ],
        )


@_rule(
    "BUD003",
    "funds-without-funder",
    Severity.WARNING,
    about=Policy,
    sources=("eccp_mx, Budget, Responsible authorities",),
)
def funds_without_funder(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """A source of funding is stated, but no authority provides funding.

    Why it matters:
        Nobody answers for the money.

    Fires on:
        Named sources of funding beside listed authorities none of which has the
        role *provides funding*.

    How to settle it:
        Record the role, or the authority.
    """
    funding = policy.budget.funding
    stated = not isinstance(funding, Missing) and funding
    listed = not isinstance(policy.authorities, Missing)
    if stated and listed and not any(_funders(policy)):
        yield say(
            "the money comes from {}, but no authority provides funding",
            funding,
            at="budget.funding",
            sides=[
                citations_of(policy, "budget.funding"),
                citations_of(policy, "authorities"),
            ],
        )


@_rule(
    "BUD004",
    "source-is-no-authority",
    Severity.NOTE,
    about=Policy,
    sources=("eccp_mx, Budget, Responsible authorities",),
)
def source_is_no_authority(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """The source of funding goes by another name than those who provide it.

    Why it matters:
        It is one body under two names, or a part of one; or two bodies fund.

    Fires on:
        A named source of funding beside authorities that provide funding, none
        of which goes by that name; case, accents and punctuation do not matter.

    How to settle it:
        Use one name, or waive the finding and say how they belong together.
    """
    funding = policy.budget.funding
    names = tuple(each.name for _, each in _funders(policy))
    keys = {name_key(name) for name in names}
    for index, each in enumerate(() if isinstance(funding, Missing) else funding):
        if keys and each.strip() and name_key(each) not in keys:
            yield say(
                "the money comes from {}, funding is provided by {}",
                each,
                names,
                at=("budget.funding", index),
                sides=[
                    citations_of(policy, "budget.funding"),
                    citations_of(policy, "authorities"),
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
