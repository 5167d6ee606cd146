"""Labels of one holder as a history: which comes last, which renews which.

A register prints ends, seldom dates of award, and may lack labels; so what is told
here is what is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from icluster.dates import PartialDate, months_after
from icluster.labels._awards import Grant, LabelAward
from icluster.labels._terms import LabelTier, Term

__all__ = ["histories", "may_be_last", "renewals"]


def histories(
    awards: Iterable[LabelAward], *, by_tier: bool
) -> tuple[tuple[LabelAward, ...], ...]:
    """Return the labels of each holder, by their ends; of each tier apart if asked."""
    of_holder: dict[tuple[str, str], list[LabelAward]] = {}
    for award in awards:
        holder = award.holder.key or award.holder.name
        tier = award.tier.value if by_tier else ""
        of_holder.setdefault((holder, tier), []).append(award)
    return tuple(tuple(sorted(several, key=_end)) for several in of_holder.values())


def _end(award: LabelAward) -> tuple[date, date]:
    return award.valid_until, award.starts[0]


def may_be_last(history: tuple[LabelAward, ...]) -> tuple[LabelAward, ...]:
    """Return which labels of a holder may be its last one."""
    dates = [a.awarded for a in history if isinstance(a.awarded, PartialDate)]
    if len(history) > 1 and len(dates) == len(history):
        latest = max(awarded.first_day for awarded in dates)
        pairs = zip(history, dates, strict=True)
        return tuple(award for award, awarded in pairs if awarded.last_day >= latest)
    # By their ends, whatever was awarded when.
    end = max(award.valid_until for award in history)
    return tuple(award for award in history if award.valid_until == end)


def renewals(
    history: tuple[LabelAward, ...], term_of: Callable[[LabelTier], Term]
) -> Iterator[tuple[LabelAward, LabelAward]]:
    """Yield labels of one tier with the renewal that certainly renews each."""
    before = latest = history[0]
    for award in history:
        if award.valid_until > latest.valid_until:
            before, latest = latest, award
        later = before.valid_until < award.valid_until
        renewal = later and award.grant is Grant.RENEWAL
        if renewal and _renews(award, before, term_of(award.tier)):
            yield before, award


def _renews(renewal: LabelAward, previous: LabelAward, term: Term) -> bool:
    """Tell whether it is certainly *previous*, and none between, that is renewed."""
    with_one_between = months_after(previous.valid_until, _least_months_of_two(term))
    begun = previous.starts[0] <= renewal.starts[1]
    return begun and renewal.valid_until < with_one_between


def _least_months_of_two(term: Term) -> int:
    """Return how far apart two ends are at least, where a label lies between them."""
    # A renewal is no shorter than its window; that much is sure of any term.
    least = term.window_months if isinstance(term.window_months, int) else 1
    renewal = term.renewal_months if isinstance(term.renewal_months, int) else least
    first = term.months if isinstance(term.months, int) else 1
    return min(first, renewal) + renewal
