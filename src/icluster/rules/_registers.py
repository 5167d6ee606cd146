"""Registers read as histories: which label of a holder comes after which.

A register prints ends, seldom dates of award, and may lack labels; so what is
told here is what is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from icluster.dates import PartialDate, months_after
from icluster.labels import Grant, LabelAward, LabelRegister, Term
from icluster.vocabularies import Missing


def holders(register: LabelRegister) -> list[list[int]]:
    """Return the places of the labels of each holder."""
    places: dict[str, list[int]] = {}
    for index, award in enumerate(register.awards):
        places.setdefault(_holder(award), []).append(index)
    return list(places.values())


def _holder(award: LabelAward) -> str:
    return award.holder.key or award.holder.name


def may_be_last(register: LabelRegister, places: list[int]) -> list[int]:
    """Return which labels of a holder may be its last one."""
    awards = [register.awards[index] for index in places]
    if len(awards) == 1:
        return places
    dates = [each.awarded for each in awards if isinstance(each.awarded, PartialDate)]
    if len(dates) == len(awards):
        latest = max(each.first_day for each in dates)
        return [
            index
            for index, awarded in zip(places, dates, strict=True)
            if awarded.last_day >= latest
        ]
    end = max(each.valid_until for each in awards)
    return [index for index in places if register.awards[index].valid_until == end]


def chains(register: LabelRegister) -> Iterator[list[int]]:
    """Yield the places of labels of one holder and tier, by their ends, if several."""
    places: dict[tuple[str, str], list[int]] = {}
    for index, award in enumerate(register.awards):
        places.setdefault((_holder(award), award.tier.value), []).append(index)
    for several in places.values():
        if len(several) > 1:
            several.sort(key=lambda index: _place(register.awards[index]))
            yield several


def _place(award: LabelAward) -> tuple[date, date]:
    return award.valid_until, starts(award)[0]


def renewals(register: LabelRegister) -> Iterator[tuple[int, int]]:
    """Yield renewals with the label that each certainly renews."""
    awards = register.awards
    for chain in chains(register):
        before, latest = chain[0], chain[0]
        for index in chain:
            award = awards[index]
            if award.valid_until > awards[latest].valid_until:
                before, latest = latest, index
            later = awards[before].valid_until < award.valid_until
            if later and award.grant is Grant.RENEWAL:
                term = register.edition.term(award.tier)
                if _renews(award, awards[before], term):
                    yield before, index


def _renews(renewal: LabelAward, previous: LabelAward, term: Term) -> bool:
    """Tell whether it is certainly *previous*, and none between, that is renewed."""
    with_one_between = months_after(previous.valid_until, _least_months_of_two(term))
    begun = starts(previous)[0] <= starts(renewal)[1]
    return begun and renewal.valid_until < with_one_between


def _least_months_of_two(term: Term) -> int:
    """Return how far apart two ends are at least, where a label lies between them."""
    # A renewal is no shorter than its window; that much is sure of any term.
    least = term.window_months if isinstance(term.window_months, int) else 1
    renewal = term.renewal_months if isinstance(term.renewal_months, int) else least
    first = term.months if isinstance(term.months, int) else 1
    return min(first, renewal) + renewal


def starts(award: LabelAward) -> tuple[date, date]:
    """Return the first and the last day on which a label may have begun."""
    awarded = award.awarded
    if isinstance(awarded, Missing):
        return date.min, award.valid_until
    return awarded.first_day, min(awarded.last_day, award.valid_until)


def latest_start(first: LabelAward, term: Term) -> date:
    """Return the last day on which a first label may have begun, by its term too."""
    months, convention = term.months, term.convention
    latest = starts(first)[1]
    if isinstance(months, Missing) or isinstance(convention, Missing):
        return latest
    start = convention.starts(first.valid_until, months=months)
    return latest if start is None else min(latest, start.last_day)
