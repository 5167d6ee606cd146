"""What becomes of the labels of a holder: renewed, followed by a higher one, or left.

A register seldom says when a label was awarded. So its labels are looked at in every
*world* that it allows: each label began on one of its possible days, and its terms are
those of one of its possible editions. Of one tier, the label that ends later was
awarded later, since a renewal extends the end (decision 70); so in a world the tier
has, on a day, the last of its labels that have begun by then. It is *succeeded* where
a higher tier has one that began on that day or later.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate, chain, compress, product
from typing import TypeAlias

from attrs import frozen

from icluster.labels._awards import LabelAward, LabelStatus, starts_by
from icluster.labels._terms import LabelTier, Term

__all__ = [
    "Chain",
    "HolderLabel",
    "alone",
    "ended_by",
    "holder_of",
    "in_order",
    "outcomes",
    "projected",
    "successions",
]

Outcome: TypeAlias = tuple[LabelStatus, ...]
Terms: TypeAlias = tuple[Term, ...]
Ended: TypeAlias = Callable[[date, Terms], Outcome]
Listed: TypeAlias = Callable[["HolderLabel"], bool]


def holder_of(award: LabelAward) -> tuple[bool, str]:
    """Return what tells holders apart: the key, else the name as recorded."""
    key = award.holder.key
    return (True, key) if key else (False, award.holder.name)


def ended_by(on: date) -> Ended:
    """Return what tells what a label is on a day after its end, by all its terms."""
    limits = limits_on(on)

    def ended(end: date, terms: Terms) -> Outcome:
        lapsed_before, surely_from = limits(terms)
        if end < lapsed_before:
            return _LAPSED
        return _RENEWABLE if end >= surely_from else _RENEWABLE_OR_LAPSED

    return ended


def limits_on(on: date) -> Callable[[Terms], tuple[date, date]]:
    """Return what tells before which end a label lapsed, and from which it has not.

    A register has few terms: what they say of the day is worked out once.
    """
    limits: dict[tuple[int, ...], tuple[date, date]] = {}

    def limits_of(terms: Terms) -> tuple[date, date]:
        key = tuple(map(id, terms))
        if key not in limits:
            ends = [term.renewable_ends(on=on) for term in terms]
            limits[key] = min(ends)[0], max(surely for _, surely in ends)
        return limits[key]

    return limits_of


_NOT_YET = (LabelStatus.NOT_YET,)
_NOT_YET_OR_VALID = (LabelStatus.NOT_YET, LabelStatus.VALID)
_VALID = (LabelStatus.VALID,)
_RENEWABLE = (LabelStatus.RENEWABLE,)
_RENEWABLE_OR_LAPSED = (LabelStatus.RENEWABLE, LabelStatus.LAPSED)
_LAPSED = (LabelStatus.LAPSED,)


@frozen(eq=False)
class HolderLabel:
    """One label of a holder: of one tier and end; listed twice, it is one.

    Attributes:
        end: Its last day.
        first: First day on which it may have begun, as an ordinal.
        last: Last day on which it may have begun, as an ordinal.
        terms: The terms that may hold for it.
        places: Where the register lists it; nowhere, if it only tells of others.
    """

    end: date
    first: int
    last: int
    terms: Terms
    places: tuple[int, ...]

    def is_it(self, label: HolderLabel) -> bool:
        """Tell whether *label* is this one."""
        return label is self

    def may_lapse(self, chains: Iterable[Chain], on: date) -> bool:
        """Tell whether it may be valid on a day, and neither renewed by its end."""
        after = self.end + timedelta(days=1)
        together = outcomes(
            chains, after, ended_by(after), listed=self.is_it, begun_by=on
        )
        return not {(LabelStatus.RENEWABLE,), (LabelStatus.LAPSED,)}.isdisjoint(
            together
        )


@frozen(eq=False)
class Chain:
    """The labels of one holder and tier, by their ends.

    Attributes:
        tier: The tier.
        labels: The labels.
        firsts: When each may have begun at the earliest: not before those before it.
        lasts: And at the latest: not after those after it.
    """

    tier: LabelTier
    labels: tuple[HolderLabel, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    @classmethod
    def of(cls, tier: LabelTier, labels: Iterable[HolderLabel]) -> Chain:
        """Put labels in order, and let each bound the days of the others."""
        in_order = tuple(sorted(labels, key=lambda label: label.end))
        firsts = [label.first for label in in_order]
        lasts = [label.last for label in in_order]
        surely, at_most = [*accumulate(firsts, max)], [*_backwards(lasts, min)]
        if any(map(int.__gt__, surely, at_most)):
            # Dates contradict the order of the ends: no more is taken from it than
            # that the days go up.
            surely, at_most = [*_backwards(firsts, min)], [*accumulate(lasts, max)]
        return cls(tier, in_order, tuple(surely), tuple(at_most))

    def may_be_last(self, on: int) -> range:
        """Return the places of the labels that may be the last to have begun."""
        return range(
            max(bisect_right(self.lasts, on) - 1, 0), bisect_right(self.firsts, on)
        )

    @property
    def places(self) -> tuple[int, ...]:
        """Where the register lists its labels."""
        return tuple(place for label in self.labels for place in label.places)

    @property
    def turns(self) -> set[int]:
        """The days on which what the tier has, or since when, may change."""
        begins = {day for first in self.firsts for day in (first, first + 1)}
        ends = {label.end.toordinal() + 1 for label in self.labels}
        return begins | ends | {*self.lasts}

    def rests_on(self, on: date) -> tuple[int, ...]:
        """Return where that is listed which the tier may have on a day.

        Where it has none of what is listed, the nearest label speaks for the tier.
        """
        listed = [index for index, label in enumerate(self.labels) if label.places]
        possible = self.may_be_last(on.toordinal())
        shown = [index for index in possible if self.labels[index].places] or [
            min(listed, key=lambda index: abs(index - possible.start))
        ]
        return tuple(place for index in shown for place in self.labels[index].places)


def _backwards(days: list[int], function: Callable[[int, int], int]) -> list[int]:
    return [*accumulate(reversed(days), function)][::-1]


def in_order(statuses: Iterable[LabelStatus]) -> Outcome:
    """Return statuses in the order in which a label passes through them."""
    several = set(statuses)
    return tuple(status for status in LabelStatus if status in several)


def alone(
    awards: Iterable[LabelAward],
    on: date,
    *,
    terms_of: Callable[[LabelAward], Terms],
    dated: bool,
    snapshot: date | None,
) -> list[Outcome]:
    """Return what awards may be on a day, where its holder has no other.

    One loop without calls, because registers are asked about millions of awards.
    Unless editions are *dated*, awards of one tier and edition have the same terms.
    """
    statuses: list[Outcome] = []
    listed = snapshot is not None and snapshot <= on
    unknown_start = _VALID if listed else _NOT_YET_OR_VALID
    limits, tier, edition = limits_on(on), None, None
    lapsed_before = surely_from = on
    for award in awards:
        end, begins = award.valid_until, award._begins
        if end < on:
            if dated or award.tier is not tier or award.edition is not edition:
                tier, edition = award.tier, award.edition
                lapsed_before, surely_from = limits(terms_of(award))
            if end < lapsed_before:
                statuses.append(_LAPSED)
            else:
                is_sure = end >= surely_from
                statuses.append(_RENEWABLE if is_sure else _RENEWABLE_OR_LAPSED)
        elif begins is None:
            statuses.append(unknown_start)
        elif begins[1] <= on:
            statuses.append(_VALID)
        else:
            statuses.append(_NOT_YET if on < begins[0] else unknown_start)
    return statuses


def successions(
    awards: Iterable[LabelAward],
    beside: Iterable[LabelAward],
    *,
    terms_of: Callable[[LabelAward], Terms],
    snapshot: date | None,
) -> tuple[tuple[Chain, ...], ...]:
    """Return the chains of each holder of several awards, the highest tier first."""
    of_holder: dict[tuple[bool, str], list[_Row]] = {}
    rows = chain(enumerate(awards), ((None, award) for award in beside))
    for place, award in rows:
        of_holder.setdefault(holder_of(award), []).append((place, award))
    return tuple(
        tuple(_chains(several, terms_of, snapshot))
        for several in of_holder.values()
        if len(several) > 1
    )


_Row: TypeAlias = tuple[int | None, LabelAward]
"""Where a register lists an award, if it does, and the award."""


def _chains(
    several: list[_Row],
    terms_of: Callable[[LabelAward], Terms],
    snapshot: date | None,
) -> Iterator[Chain]:
    same: dict[tuple[LabelTier, date], list[_Row]] = {}
    for place, award in several:
        same.setdefault((award.tier, award.valid_until), []).append((place, award))
    for tier in reversed(LabelTier):
        labels = [
            _label(rows, terms_of, snapshot)
            for (of_tier, _), rows in same.items()
            if of_tier is tier
        ]
        if labels:
            yield Chain.of(tier, labels)


def _label(
    rows: list[_Row],
    terms_of: Callable[[LabelAward], Terms],
    snapshot: date | None,
) -> HolderLabel:
    """Return the label that one or several awards list, by all that they say."""
    starts = [starts_by(award, snapshot) for _, award in rows]
    first, last = max(first for first, _ in starts), min(last for _, last in starts)
    if first > last:
        first, last = min(first for first, _ in starts), max(last for _, last in starts)
    terms = [terms_of(award) for _, award in rows]
    shared = tuple(
        term for term in terms[0] if all(term in several for several in terms[1:])
    )
    return HolderLabel(
        rows[0][1].valid_until,
        first,
        last,
        shared or tuple(dict.fromkeys(chain(*terms))),
        tuple(place for place, _ in rows if place is not None),
    )


# --- all worlds at once ----------------------------------------------------------
#
# What a tier has on a day is, in each world, one label, or none yet. Only what that
# label is, and when it began, matters to the lower tiers; so labels of which the same
# is to be said, up to the same day, are one *option* of days.

Option: TypeAlias = tuple[LabelStatus, LabelStatus, int, int]
"""What it is by itself, what if followed, first and last day it may have begun on;
the days are 0 where none has begun."""


def _options(
    tier: Chain, on: date, ended: Ended, listed: Listed, begun_by: date
) -> Iterator[Option]:
    day, latest = on.toordinal(), begun_by.toordinal()
    first_listed = next(
        place for place, label in enumerate(tier.labels) if listed(label)
    )
    if tier.lasts[0] > day:
        yield LabelStatus.NOT_YET, LabelStatus.NOT_YET, 0, 0
    for place in tier.may_be_last(day):
        label, first = tier.labels[place], tier.firsts[place]
        last = min(tier.lasts[place], day)
        if not listed(label):
            is_before = place < first_listed
            status = LabelStatus.NOT_YET if is_before else LabelStatus.SUCCEEDED
            yield status, status, first, last
        elif first <= min(last, latest):
            own = ended(label.end, label.terms) if label.end < on else _VALID
            for status in own:
                yield status, LabelStatus.SUCCEEDED, first, min(last, latest)


def outcomes(
    chains: Iterable[Chain],
    on: date,
    ended: Ended,
    *,
    listed: Listed = lambda label: bool(label.places),
    begun_by: date = date.max,
) -> set[Outcome]:
    """Return what the tiers that are listed may be together on a day.

    Args:
        chains: The chains of one holder, the highest tier first.
        on: The day.
        ended: What tells what a label is after its end.
        listed: Tells of which labels something is to be said; the others only tell
            what became of these.
        begun_by: In what worlds: those in which what is listed had begun by then.
    """
    tiers: list[list[Option]] = []
    shown: list[bool] = []
    for tier in chains:
        shown.append(any(map(listed, tier.labels)))
        asked = (listed, begun_by) if shown[-1] else (_anything, date.max)
        spans: dict[tuple[LabelStatus, LabelStatus, int], int] = {}
        for own, followed, first, last in _options(tier, on, ended, *asked):
            key = own, followed, last
            spans[key] = min(spans.get(key, first), first)
        tiers.append([(*key[:2], first, key[2]) for key, first in spans.items()])
    return {
        tuple(compress(outcome, shown))
        for options in product(*tiers)
        for outcome in _worlds(options)
    }


def _anything(_: HolderLabel) -> bool:
    return True


def _worlds(options: tuple[Option, ...]) -> Iterator[Outcome]:
    """Yield what becomes of one option a tier, for all days on which they began."""
    # Only the order counts: it changes at the ends of the spans, and a day after.
    days = {day for _, _, first, last in options for day in (first, first + 1, last)}
    spans = [
        [day for day in days if first <= day <= last] for _, _, first, last in options
    ]
    for starts in product(*spans):
        latest = 0
        statuses = []
        for (own, followed, _, _), start in zip(options, starts, strict=True):
            statuses.append(followed if 0 < start <= latest else own)
            latest = max(latest, start)
        yield tuple(statuses)


def projected(together: Iterable[Outcome], place: int) -> Outcome:
    """Return what one tier may be, of what all may be together."""
    return in_order(outcome[place] for outcome in together)
