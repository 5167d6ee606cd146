"""Answers that may stay open: yes, no, open; what holds surely, what possibly."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from attrs import field, frozen

from icluster._fields import instance_of, to_tuple
from icluster.dates import PartialDate, PartialPeriod
from icluster.organizations import Organization
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing

__all__ = ["OnDay"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


@frozen
class OnDay(Generic[T]):
    """What holds on a day: surely, or only possibly.

    Attributes:
        surely: What certainly holds on the day.
        possibly: What may hold on the day, but need not.
        complete: False where there may be more than is recorded: then what is
            not here need not be missing.

    Example:
        >>> OnDay(surely=("mtp",)).possibly
        ()
    """

    surely: tuple[T, ...] = field(default=(), converter=to_tuple)
    possibly: tuple[T, ...] = field(default=(), converter=to_tuple)
    complete: bool = field(default=True, validator=instance_of(bool))


def covers(period: PartialPeriod, on: date) -> Verdict:
    """Tell whether *period* covers the day."""
    if period.surely_covers(on):
        return Verdict.YES
    return Verdict.OPEN if period.may_cover(on) else Verdict.NO


def has_begun(organization: Organization, on: date) -> Verdict:
    """Tell whether it exists by the day; no recorded start speaks against it."""
    founded = organization.founded
    if not isinstance(founded, PartialDate) or founded.last_day <= on:
        return Verdict.YES
    return Verdict.OPEN if founded.first_day <= on else Verdict.NO


def has_ended(organization: Organization, on: date) -> Verdict:
    """Tell whether it is over by the day; only a recorded end speaks for it.

    An end that is unknown, but cited, is a doubt from when its source came out.
    """
    dissolved = organization.dissolved
    if dissolved is Missing.UNKNOWN and _is_doubted(organization, on):
        return Verdict.OPEN
    if not isinstance(dissolved, PartialDate) or dissolved.first_day >= on:
        return Verdict.NO
    return Verdict.YES if dissolved.last_day < on else Verdict.OPEN


def _is_doubted(organization: Organization, on: date) -> bool:
    sources = (
        cited.citation.source
        for cited in organization.citations
        if cited.path == "dissolved"
    )
    return any(
        source.published is None or source.published.first_day <= on
        for source in sources
    )


def can_act(organization: Organization, on: date) -> Verdict:
    """Tell whether it exists on the day, as far as dates are recorded."""
    begun, ended = has_begun(organization, on), has_ended(organization, on)
    if begun is Verdict.NO or ended is Verdict.YES:
        return Verdict.NO
    return Verdict.OPEN if Verdict.OPEN in (begun, ended) else Verdict.YES


def weakest(*verdicts: Verdict) -> Verdict:
    """Join conditions that must all be met."""
    if Verdict.NO in verdicts:
        return Verdict.NO
    return Verdict.OPEN if Verdict.OPEN in verdicts else Verdict.YES
