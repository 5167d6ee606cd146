"""Money: amounts, and who provides it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from icluster.contexts import Context, folded
from icluster.ecosystems import Contribution
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
    "funder_without_funds",
    "part_exceeds_whole",
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
    if budget.annual is not Missing.UNKNOWN:
        return
    for each in budget.earmarks:
        if not isinstance(each.amount.year, Missing):
            yield say(
                "the annual budget is {}, but {} is set aside for each {}",
                budget.annual,
                each.amount,
                each.purpose,
                at=("budget", "annual"),
                sides=_cited(policy, "annual", "earmarks"),
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
    "BUD003",
    "amount-without-currency",
    Severity.WARNING,
    about=(Policy, Contribution),
    sources=("eccp_mx, Responsible authorities",),
)
def amount_without_currency(
    noun: Policy | Contribution, on: date, context: Context
) -> Iterator[Said]:
    """An amount of money has no currency.

    Why it matters:
        "$" is the sign of the peso and of the dollar alike: such an amount can be
        neither added nor compared.

    Fires on:
        An amount other than zero, of a policy's budget or of a contribution,
        whose currency is unknown.

    How to settle it:
        Find out the currency and record its ISO 4217 code.
    """
    for steps, cited, money in _amounts(noun):
        if isinstance(money.currency, Missing) and money.amount:
            yield say(
                "{} of what currency?",
                money.amount,
                at=(*steps, "currency"),
                sides=[citations_of(noun, cited)],
            )


def _amounts(
    noun: Policy | Contribution,
) -> Iterator[tuple[tuple[str | int, ...], str, Money]]:
    """Yield amounts with their steps and the name that they are cited by."""
    if isinstance(noun, Contribution):
        if isinstance(noun.amount, Money):
            yield ("amount",), "amount", noun.amount
        return
    for name in ("overall", "annual"):
        money = getattr(noun.budget, name)
        if isinstance(money, Money):
            yield ("budget", name), f"budget.{name}", money
    for index, each in enumerate(noun.budget.earmarks):
        yield ("budget", "earmarks", index, "amount"), "budget.earmarks", each.amount


@_rule("BUD004", "part-exceeds-whole", Severity.ERROR, about=Policy)
def part_exceeds_whole(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """An amount is larger than the one that it is a part of.

    Why it matters:
        One of the amounts, or its unit, is wrong.

    Fires on:
        An annual budget above the overall one, in one known currency, unless they
        are said to be of different years; an amount set aside for each of
        something above the annual budget, in one known currency and of one known
        year. Equal amounts are fine.

    How to settle it:
        Correct the amounts, their currency or their year.
    """
    annual, overall = policy.budget.annual, policy.budget.overall
    if not isinstance(annual, Money):
        return
    if (
        isinstance(overall, Money)
        and (overall.year == annual.year or Missing.UNKNOWN in _years(annual, overall))
        and _exceeds(annual, overall)
    ):
        yield say(
            "the annual budget of {} is above the overall one of {}",
            annual,
            overall,
            at=("budget", "annual"),
            sides=_cited(policy, "annual", "overall"),
        )
    for index, each in enumerate(policy.budget.earmarks):
        if (
            each.amount.year == annual.year
            and Missing.UNKNOWN not in _years(each.amount, annual)
            and _exceeds(each.amount, annual)
        ):
            yield say(
                "{} set aside for each {} is above the annual budget of {}",
                each.amount,
                each.purpose,
                annual,
                at=("budget", "earmarks", index),
                sides=_cited(policy, "earmarks", "annual"),
            )


def _exceeds(part: Money, whole: Money) -> bool:
    known = isinstance(part.currency, str) and part.currency == whole.currency
    return known and part.amount > whole.amount


def _years(*amounts: Money) -> tuple[int | Missing, ...]:
    return tuple(each.year for each in amounts)


def _cited(policy: Policy, *names: str) -> tuple[tuple[Citation, ...], ...]:
    return tuple(citations_of(policy, f"budget.{name}") for name in names)
