"""Facts read off recorded policies, as an edition reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from icluster._fields import check_day, check_type
from icluster.editions import Case, Edition, ReadFact, Reading
from icluster.errors import InvalidValueError
from icluster.facts import Facts
from icluster.policies import Policy
from icluster.provenance import Decision, Provenance, SetAside
from icluster.words import Key

__all__ = ["read_facts", "to_policies"]


def read_facts(
    records: Iterable[Policy], *, on: date, edition: Edition, reading: Reading
) -> Facts:
    """Read the facts of *edition* off recorded policies, as they stand on a day.

    A policy counts unless the reading sets it aside, or it certainly begins
    after the day. One that certainly ended before the day is a past policy.
    Where no recorded policy counts, every fact is unknown: a record that begins
    after the day says nothing of the day. What was not counted is reported in
    the provenance, with the reason.

    Args:
        records: The recorded policies, in any order.
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
        >>> facts = read_facts(
        ...     mexico.POLICIES_2022,
        ...     on=date(2022, 9, 30),
        ...     edition=eccp.EDITION_2022,
        ...     reading=eccp.PUBLISHED_READING,
        ... )
        >>> facts["monitoring"], [str(aside) for aside in facts.provenance.set_aside]
        ((False,), ['Business and...: a regional cluster policy is not counted'])
    """
    check_day("on", on)
    check_type("edition", edition, Edition)
    check_type("reading", reading, Reading)
    decisions = edition.decisions(reading)
    sorted_out = _sort_out(to_policies(records), on, edition, reading)
    readings = _read(sorted_out, on, edition, reading)
    values = {name: read.values for name, read in readings.items()}
    return Facts.of(edition.rubric.facts, values).with_provenance(
        Provenance(
            on=on,
            citations=tuple((name, read.citations) for name, read in readings.items()),
            decisions=(
                *decisions,
                *_presumed(sorted_out.current, on),
                *(
                    decision
                    for read in readings.values()
                    for decision in read.decisions
                ),
            ),
            set_aside=sorted_out.set_aside,
            turns=tuple(
                (name, value, turn)
                for name, read in readings.items()
                for value, turn in read.turns
            ),
        )
    )


def to_policies(records: Iterable[Policy], *place: str) -> tuple[Policy, ...]:
    """Freeze the policies at a place; refuse one policy alone, and what is none."""
    here = (*place[:1], *map(Key, place[1:])) or ("records",)
    if isinstance(records, Policy) or not isinstance(records, Iterable):
        raise InvalidValueError(here, "several policies", records)
    policies = tuple(records)
    for index, policy in enumerate(policies):
        if not isinstance(policy, Policy):
            raise InvalidValueError((*here, index), "a Policy", policy)
    countries = sorted({policy.country.code for policy in policies})
    if len(countries) > 1:
        raise InvalidValueError(here, "of one country", countries)
    return policies


def _presumed(policies: tuple[Policy, ...], on: date) -> Iterator[Decision]:
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
        period = policy.history.period
        if reason := edition.set_aside(policy, reading):
            set_aside.append(SetAside(policy.name, reason))
        elif period.surely_over(on):
            past.append(policy)
            set_aside.append(SetAside(policy.name, f"a past policy, ended before {on}"))
        elif not period.may_have_begun(on):
            set_aside.append(SetAside(policy.name, f"begins after {on}"))
        else:
            current.append(policy)
    return _SortedOut(tuple(current), tuple(past), tuple(set_aside))


def _read(
    sorted_out: _SortedOut, on: date, edition: Edition, reading: Reading
) -> dict[str, ReadFact]:
    # decision 3: that nothing which counts was recorded does not say that there is
    # no policy, so every fact stays unknown.
    if not (sorted_out.current or sorted_out.past):
        return {}
    case = Case(
        policies=sorted_out.current, past=sorted_out.past, on=on, reading=reading
    )
    return {name: reader(case) for name, reader in edition.readers}
