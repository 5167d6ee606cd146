"""Labels of one holder as a history, and which renews which.

A register prints ends, seldom dates of award, and may lack labels; so what is told
here is what is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from icluster.dates import months_after
from icluster.labels._awards import Grant, LabelAward
from icluster.labels._succession import holder_of
from icluster.labels._terms import LabelTier, Term

__all__ = ["histories", "renewals"]


def histories(
    awards: Iterable[LabelAward], *, by_tier: bool
) -> tuple[tuple[LabelAward, ...], ...]:
    """Return the labels of each holder, by their ends; of each tier apart if asked."""
    of_holder: dict[tuple[object, LabelTier | None], list[LabelAward]] = {}
    for award in awards:
        tier = award.tier if by_tier else None
        of_holder.setdefault((holder_of(award), tier), []).append(award)
    return tuple(tuple(sorted(several, key=_end)) for several in of_holder.values())


def _end(award: LabelAward) -> tuple[date, date]:
    return award.valid_until, award.starts[0]


def renewals(
    history: tuple[LabelAward, ...], terms_of: Callable[[LabelAward], tuple[Term, ...]]
) -> Iterator[tuple[LabelAward, LabelAward]]:
    """Yield labels of one tier with the renewal that certainly renews each."""
    before = latest = history[0]
    for award in history:
        if award.valid_until > latest.valid_until:
            before, latest = latest, award
        later = before.valid_until < award.valid_until
        renewal = later and award.grant is Grant.RENEWAL
        if renewal and _renews(award, before, terms_of(award)):
            yield before, award


def _renews(renewal: LabelAward, previous: LabelAward, terms: tuple[Term, ...]) -> bool:
    """Tell whether it is certainly *previous*, and none between, that is renewed."""
    months = min(map(_least_months_of_two, terms))
    begun = previous.starts[0] <= renewal.starts[1]
    return begun and renewal.valid_until < months_after(previous.valid_until, months)


def _least_months_of_two(term: Term) -> int:
    """Return how far apart two ends are at least, where a label lies between them."""
    # A renewal is no shorter than its window; that much is sure of any term.
    least = term.window_months if isinstance(term.window_months, int) else 1
    renewal = term.renewal_months if isinstance(term.renewal_months, int) else least
    first = term.months if isinstance(term.months, int) else 1
    return min(first, renewal) + renewal
