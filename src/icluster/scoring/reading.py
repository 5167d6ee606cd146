"""Facts read off recorded policies, as an edition reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from icluster._fields import check_day, check_type
from icluster.editions import Case, Edition, Reading
from icluster.errors import InvalidValueError
from icluster.facts import Facts
from icluster.policies import Policy
from icluster.provenance import Decision, Provenance, SetAside

if TYPE_CHECKING:
    from datetime import date

    from icluster.editions import ReadFact

__all__ = ["policy_facts"]


def __dir__() -> list[str]:
    return __all__


def policy_facts(
    policies: Iterable[Policy], *, on: date, edition: Edition, reading: Reading
) -> Facts:
    """Read the facts of *edition* off *policies*, as they stand on a day.

    A policy counts unless the reading sets it aside, or it certainly begins
    after the day. One that certainly ended before the day is a past policy.
    Where no recorded policy counts, every fact is unknown: a record that begins
    after the day says nothing of the day. What was not counted is reported in
    the provenance, with the reason.

    Args:
        policies: The recorded policies, in any order.
        on: The day on which the facts are told.
        edition: How facts are read, for example `icluster.reference.eccp.EDITION_2022`.
        reading: How open questions are answered.

    Raises:
        InvalidValueError: What was given is no policy, or *on* is no day, or the
            policies are of several countries.
        UnknownNameError: The reading is not one of the edition's.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import eccp, mexico
        >>> facts = policy_facts(
        ...     mexico.POLICIES_2022,
        ...     on=date(2022, 9, 30),
        ...     edition=eccp.EDITION_2022,
        ...     reading=eccp.PUBLISHED_READING,
        ... )
        >>> facts["monitoring"], [str(each) for each in facts.provenance.set_aside]
        ((False,), ['Business and...: a regional cluster policy is not counted'])
    """
    check_day("on", on)
    check_type("edition", edition, Edition)
    check_type("reading", reading, Reading)
    decisions = edition.decisions(reading)
    sorted_out = _sort_out(to_policies(policies), on, edition, reading)
    read = _read(sorted_out, on, edition, reading)
    return Facts.of(
        edition.rubric.facts, {name: fact.values for name, fact in read.items()}
    ).with_provenance(
        Provenance(
            on=on,
            citations=tuple((name, fact.citations) for name, fact in read.items()),
            decisions=(
                *decisions,
                *_taken(sorted_out.current, on),
                *(decision for fact in read.values() for decision in fact.decisions),
            ),
            set_aside=sorted_out.set_aside,
            turns=tuple(
                (name, value, turn)
                for name, fact in read.items()
                for value, turn in fact.turns
            ),
        )
    )


def to_policies(
    policies: Iterable[Policy], *, field: str = "policies"
) -> tuple[Policy, ...]:
    """Freeze *policies*; refuse one policy alone, and what is none."""
    if isinstance(policies, Policy) or not isinstance(policies, Iterable):
        raise InvalidValueError(field, "several policies", policies)
    frozen_policies = tuple(policies)
    for index, policy in enumerate(frozen_policies):
        if not isinstance(policy, Policy):
            raise InvalidValueError(f"{field}[{index}]", "a Policy", policy)
    countries = sorted({policy.country.code for policy in frozen_policies})
    if len(countries) > 1:
        raise InvalidValueError(field, "of one country", countries)
    return frozen_policies


def _taken(policies: tuple[Policy, ...], on: date) -> Iterator[Decision]:
    """Say which policies are only taken to be in force on the day."""
    for policy in policies:
        period = policy.history.period
        if not period.surely_covers(on):
            question = f"{policy.name} is in force on {on}"
            yield Decision(question, f"taken so, recorded is {period}")


@frozen
class _SortedOut:
    """Policies by what becomes of them on the day."""

    current: tuple[Policy, ...]
    past: tuple[Policy, ...]
    set_aside: tuple[SetAside, ...]


def _sort_out(
    policies: tuple[Policy, ...], on: date, edition: Edition, reading: Reading
) -> _SortedOut:
    current, past, set_aside = [], [], []
    for policy in policies:
        if reason := edition.set_aside(policy, reading):
            set_aside.append(SetAside(policy.name, reason))
        elif policy.history.period.surely_over(on):
            past.append(policy)
            set_aside.append(SetAside(policy.name, f"a past policy, ended before {on}"))
        elif not policy.history.period.may_have_begun(on):
            set_aside.append(SetAside(policy.name, f"begins after {on}"))
        else:
            current.append(policy)
    return _SortedOut(tuple(current), tuple(past), tuple(set_aside))


def _read(
    sorted_out: _SortedOut, on: date, edition: Edition, reading: Reading
) -> dict[str, ReadFact]:
    if not (sorted_out.current or sorted_out.past):
        return {}
    case = Case(
        policies=sorted_out.current, past=sorted_out.past, on=on, reading=reading
    )
    return {name: reader(case) for name, reader in edition.readers}
