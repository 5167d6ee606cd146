"""What holders have: the labels of a register, renewed, followed, counted on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from itertools import chain

from attrs import frozen

from icluster.labels._awards import LabelAward, LabelStatus
from icluster.labels._counts import StatusCounts
from icluster.labels._succession import (
    Chain,
    HolderLabel,
    Outcome,
    Terms,
    alone,
    ended_by,
    outcomes,
    projected,
    successions,
)

__all__ = ["Standings"]


@frozen(eq=False)
class Standings:
    """The awards of a register by holder and tier.

    Attributes:
        awards: The awards that are listed.
        beside: Awards that only tell what became of these.
        terms_of: The terms that may hold for an award.
        dated: Whether these hang on when it was awarded.
        snapshot: The day on which all were listed, if it is known.
    """

    awards: tuple[LabelAward, ...]
    beside: tuple[LabelAward, ...]
    terms_of: Callable[[LabelAward], Terms]
    dated: bool
    snapshot: date | None

    @cached_property
    def families(self) -> tuple[tuple[Chain, ...], ...]:
        """The labels of each holder of several awards."""
        return successions(
            self.awards, self.beside, terms_of=self.terms_of, snapshot=self.snapshot
        )

    @cached_property
    def lone_places(self) -> tuple[int, ...]:
        """Where the awards are listed that are the only ones of their holders."""
        places = dict.fromkeys(range(len(self.awards)))
        for chains in self.families:
            for tier in chains:
                for place in tier.places:
                    del places[place]
        return tuple(places)

    @cached_property
    def lone(self) -> tuple[LabelAward, ...]:
        """The awards that are the only ones of their holders."""
        if not self.families:
            return self.awards
        return tuple(self.awards[place] for place in self.lone_places)

    def alone(self, on: date) -> list[Outcome]:
        """Return what the only awards of their holders may be on a day."""
        return alone(
            self.lone,
            on,
            terms_of=self.terms_of,
            dated=self.dated,
            snapshot=self.snapshot,
        )

    def statuses(self, on: date) -> tuple[Outcome, ...]:
        """Return what each holder has of each tier, in the order of the awards."""
        alone, ended = self.alone(on), ended_by(on)
        if not self.families:
            return tuple(alone)  # bare, since a tuple a row would cost far more
        places = dict(zip(self.lone_places, alone, strict=True))
        for chains in self.families:
            together = outcomes(chains, on, ended)
            listed = [min(tier.places) for tier in chains if tier.places]
            for index, place in enumerate(listed):
                places[place] = projected(together, index)
        return tuple(places[place] for place in sorted(places))

    def rests_on(self, on: date) -> tuple[tuple[LabelAward, ...], ...]:
        """Return the awards that each of these may rest on."""
        places: dict[int, tuple[int, ...]]
        places = {place: (place,) for place in self.lone_places}
        for chains in self.families:
            for tier in chains:
                if tier.places:
                    places[min(tier.places)] = tier.rests_on(on)
        return tuple(
            tuple(self.awards[award] for award in places[place])
            for place in sorted(places)
        )

    def by_award(self, on: date) -> tuple[tuple[LabelAward, Outcome], ...]:
        """Return what each award may be, in the order of the awards."""
        alone = zip(self.lone, self.alone(on), strict=True)
        if not self.families:
            return tuple(alone)
        rows = dict(zip(self.lone_places, alone, strict=True))
        ended = ended_by(on)
        for chains, label in self._labels():
            together = outcomes(chains, on, ended, listed=label.is_it)
            for place in label.places:
                rows[place] = self.awards[place], projected(together, 0)
        return tuple(rows[place] for place in range(len(self.awards)))

    def counts(self, on: date) -> StatusCounts:
        """Count what holders have, what cannot be at once not as if it were."""
        ended = ended_by(on)
        several = (frozenset(outcomes(chains, on, ended)) for chains in self.families)
        return StatusCounts.together(chain(self.alone(on), several), on=on)

    def lapsing(self, on: date, until: date) -> Iterator[LabelAward]:
        """Yield what may be valid on a day, and is neither renewed nor followed."""
        for award, possible in zip(self.lone, self.alone(on), strict=True):
            if LabelStatus.VALID in possible and award.valid_until <= until:
                yield award
        for chains, label in self._labels():
            if on <= label.end <= until and label.may_lapse(chains, on):
                yield from (self.awards[place] for place in label.places)

    def _labels(self) -> Iterator[tuple[tuple[Chain, ...], HolderLabel]]:
        """Yield the listed labels of the holders of several, with these."""
        for chains in self.families:
            for tier in chains:
                for label in tier.labels:
                    if label.places:
                        yield chains, label
