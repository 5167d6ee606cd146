"""What holders of several labels have, on the rows of an eager frame.

What was renewed or followed is told by a register, in every world that the rows allow;
so the rows of such holders are made one, and asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from icluster.dates import PartialDate
from icluster.frames._cells import SEPARATOR
from icluster.labels import (
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelStatus,
    LabelTier,
)
from icluster.organizations import Organization
from icluster.vocabularies import Missing, Unknown

__all__ = ["Holders", "as_day"]


@frozen
class Holders:
    """The rows of a frame by holder.

    Attributes:
        cells: What each row says, by what it says; None where it says nothing.
        names: Who holds the label of each row; None where nobody is named.
        editions: The terms that may hold.
        assumed: The tier of a row that says none, if there is one.
    """

    cells: Mapping[str, list[Any]]
    names: list[Any]
    editions: tuple[LabelEdition, ...]
    assumed: LabelTier | None

    def statuses(self, alone: list[str], on: date) -> list[str]:
        """Return what each label is on a day, given what it were if it stood alone.

        Where a row does not tell a label whole, any of its holder's may be succeeded.
        """
        statuses = list(alone)
        places_of: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            if name is not None:
                places_of.setdefault(name, []).append(place)
        several = [places for places in places_of.values() if len(places) > 1]
        awards: dict[int, LabelAward] = {}
        for number, places in enumerate(several):
            holder = Organization(name=f"holder {number}")
            awards.update(self._awards(holder, places))
        register = LabelRegister(awards=awards.values(), editions=self.editions)
        outcomes = {id(award): outcome for award, outcome in register.awards_on(on)}
        for place, award in awards.items():
            statuses[place] = _joined(outcomes[id(award)])
        for places in several:
            if not all(place in awards for place in places):
                for place in places:
                    statuses[place] = _succeeded_too(statuses[place])
        return statuses

    def _awards(
        self, holder: Organization, places: list[int]
    ) -> Iterator[tuple[int, LabelAward]]:
        """Yield the labels of a holder that their rows tell whole."""
        for place in places:
            row = {name: values[place] for name, values in self.cells.items()}
            tier, keys = self._term_of(row.get("tier"))
            end, first, last = map(
                row.get, ("valid_until", "begins_first", "begins_last")
            )
            days_after = [day for day in (last, end) if day is not None]
            if end is None or (first is not None and first > min(days_after)):
                continue
            if tier is not None:
                edition = row.get("edition")
                yield (
                    place,
                    LabelAward(
                        holder=holder,
                        tier=tier,
                        valid_until=end,
                        awarded=_between(first, last),
                        edition=edition if edition in keys else Missing.UNKNOWN,
                    ),
                )

    def _term_of(self, written: str | None) -> tuple[LabelTier | None, list[str]]:
        """Return the tier of a row, if it has a term, and the editions with one."""
        for tier in LabelTier:
            keys = [
                edition.key
                for edition in self.editions
                if any(term.tier is tier for term in edition.terms)
            ]
            is_meant = (
                tier is self.assumed if written is None else tier.value == written
            )
            if keys and is_meant:
                return tier, keys
        return None, []


def _between(first: date | None, last: date | None) -> PartialDate | Unknown:
    if first is None and last is None:
        return Missing.UNKNOWN
    days = ("" if day is None else day.isoformat() for day in (first, last))
    return PartialDate.parse("[{}..{}]".format(*days))


def _joined(statuses: Iterable[LabelStatus]) -> str:
    return SEPARATOR.join(status.value for status in statuses)


def _succeeded_too(statuses: str) -> str:
    possible = {*statuses.split(SEPARATOR), LabelStatus.SUCCEEDED.value}
    return _joined(status for status in LabelStatus if status.value in possible)


def as_day(moment: Any) -> date:
    """Return a cell of dates or of moments as a day."""
    return moment.date() if isinstance(moment, datetime) else moment
