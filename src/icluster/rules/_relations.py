"""Every way in which a recorded body belongs to an ecosystem, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import Ecosystem
from icluster.ecosystems.ecosystem import listed
from icluster.organizations import Organization
from icluster.rules._statements import Steps
from icluster.sources import Citation
from icluster.vocabularies import Missing

TAKING_PART = ("participation", "membership", "place in a working group")
"""The kinds of relations in which a body has a part beside others."""


@frozen
class Relation:
    """One body in one relation."""

    organization: Organization
    kind: str
    period: PartialPeriod
    steps: Steps
    citations: tuple[Citation, ...]


def relations(ecosystem: Ecosystem) -> Iterator[Relation]:
    """Yield them list by list, as the ecosystem has them."""
    bodies = {each.key: each for each in ecosystem.organizations}
    for name, kind, keys in (
        ("participations", "participation", _party),
        ("memberships", "membership", _party),
        ("contributions", "contribution", _party),
        ("linkages", "linkage", _both),
        ("working_groups", "place in a working group", _members),
    ):
        for index, each in enumerate(listed(getattr(ecosystem, name))):
            cited = tuple(item.citation for item in each.citations)
            for key in keys(each):
                steps = (name, index)
                yield Relation(bodies[key], kind, each.period, steps, cited)


def _party(each: Any) -> tuple[str, ...]:
    return (each.party,) if isinstance(each.party, str) else ()


def _both(each: Any) -> tuple[str, ...]:
    return (each.first, each.second)


def _members(each: Any) -> tuple[str, ...]:
    return listed(each.members)


def surely_before(left: PartialDate | Missing, right: PartialDate | Missing) -> bool:
    """Tell whether *left* is certainly before *right*; what is missing is not."""
    return (
        isinstance(left, PartialDate)
        and isinstance(right, PartialDate)
        and left.last_day < right.first_day
    )


def in_or_on(when: PartialDate) -> str:
    """Return the word that reads well before a date: in a year, on a day."""
    return "on" if when.is_exact else "in"
