"""Money: amounts, and who provides it."""

from __future__ import annotations

from collections.abc import Iterator

from icluster.ecosystems import Contribution
from icluster.money import Money
from icluster.policies import AuthorityRole, Policy
from icluster.rules._rule import error, warning
from icluster.rules._statements import Said, say
from icluster.sources import Citation, citations_of
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, listed
from icluster.words import folded_prose

__all__ = [
    "amount_without_currency",
    "annual_beside_allocation",
    "funder_without_funds",
    "part_exceeds_whole",
]


def __dir__() -> list[str]:
    return __all__


def _printed_role(policy: Policy, role: AuthorityRole) -> tuple[Citation, ...]:
    """Return where a role is printed, or else where the authorities were read."""
    cited = citations_of(policy, "authority_roles")
    cited += citations_of(policy, "authorities")
    label = folded_prose(role.title)
    return tuple(c for c in cited if label in folded_prose(c.excerpt)) or cited


@warning("BUD001", sources=["eccp_mx, Budget, Responsible authorities"])
def annual_beside_allocation(policy: Policy) -> Iterator[Said]:
    """No data on the annual budget, beside an amount that is set aside for a year.

    Why it matters:
        There are data: the budget is at least the amount times whatever it is
        set aside for.

    Fires on:
        An unknown annual budget beside an amount for each of something in a year.

    How to settle it:
        Find out for how many it is set aside and record the budget; or waive it.
    """
    budget = policy.budget
    for allocation in budget.allocations:
        amount = allocation.amount
        of_a_year = isinstance(amount, Money) and isinstance(amount.year, int)
        if budget.annual is Missing.UNKNOWN and of_a_year and allocation.purpose:
            yield say(
                "the annual budget is {}, but {} is set aside for each {}",
                budget.annual,
                amount,
                allocation.purpose,
                at="budget.annual",
                cites=[(policy, "budget.annual"), (policy, "budget.allocations")],
            )


@warning("BUD002", sources=["eccp_mx, Budget, Responsible authorities"])
def funder_without_funds(policy: Policy) -> Iterator[Said]:
    """An authority provides funding, but no source of funding is specified.

    Why it matters:
        The two rows contradict each other: the authority funds, or it does not.

    Fires on:
        The role *provides funding*, of an authority or of all together, beside a
        source of funding that is recorded as none, or as unknown although the place
        that tells of it was read.

    How to settle it:
        Record where the money comes from, for example the authority's own budget,
        or drop the role; if the document says both, waive the finding.
    """
    funding, read_at = policy.budget.funding, citations_of(policy, "budget.funding")
    if funding and not (funding is Missing.UNKNOWN and read_at):
        return
    cites = [_printed_role(policy, AuthorityRole.FUNDING), read_at]
    funders = [
        authority
        for authority in listed(policy.authorities)
        if AuthorityRole.FUNDING in authority.roles
    ]
    for authority in funders:
        yield say(
            "{} provides funding, but no source of funding is specified",
            authority.name,
            about=authority,
            cites=cites,
        )
    if AuthorityRole.FUNDING in policy.authority_roles and not funders:
        yield say(
            "funding is provided, but no source of funding is specified",
            at="authority_roles",
            cites=cites,
        )


@warning("BUD003", sources=["eccp_mx, Responsible authorities"])
def amount_without_currency(noun: Policy | Contribution) -> Iterator[Said]:
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
    for about, at, cited, money in _amounts(noun):
        if isinstance(money.currency, Missing) and money.amount:
            yield say(
                "{} of what currency?",
                money.amount,
                about=about,
                at=f"{at}.currency",
                cites=[(noun, cited)],
            )


def _amounts(noun: Policy | Contribution) -> Iterator[tuple[object, str, str, Money]]:
    """Yield amounts with where they stand and the field that they are cited by."""
    if isinstance(noun, Contribution):
        if isinstance(noun.amount, Money):
            yield noun, "amount", "amount", noun.amount
        return
    for name in ("overall", "annual"):
        amount, path = getattr(noun.budget, name), f"budget.{name}"
        if isinstance(amount, Money):
            yield noun, path, path, amount
    for allocation in noun.budget.allocations:
        if isinstance(allocation.amount, Money):
            yield allocation, "amount", "budget.allocations", allocation.amount


@error("BUD004")
def part_exceeds_whole(policy: Policy) -> Iterator[Said]:
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
    if isinstance(overall, Money) and _may_exceed(annual, overall):
        yield say(
            "the annual budget of {} is above the overall one of {}",
            annual,
            overall,
            at="budget.annual",
            cites=[(policy, "budget.annual"), (policy, "budget.overall")],
        )
    for allocation in policy.budget.allocations:
        amount = allocation.amount
        if not isinstance(amount, Money) or not allocation.purpose:
            continue
        if isinstance(amount.year, int) and _may_exceed(amount, annual, surely=True):
            yield say(
                "{} set aside for each {} is above the annual budget of {}",
                amount,
                allocation.purpose,
                annual,
                about=allocation,
                cites=[(policy, "budget.allocations"), (policy, "budget.annual")],
            )


def _may_exceed(part: Money, whole: Money, *, surely: bool = False) -> bool:
    """Tell whether a part is larger, in one currency and what may be one year."""
    years = {part.year, whole.year}
    one_year = len(years) == 1 or (Missing.UNKNOWN in years and not surely)
    return one_year and part.exceeds(whole) is Verdict.YES
