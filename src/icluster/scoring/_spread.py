"""How many of all possibilities give each total.

Completions of the open facts are counted out, component by component, never sampled.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from attrs import frozen

from icluster.errors import TooLargeError
from icluster.scoring.scores import Score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster._outcomes import Component, Reach
    from icluster.facts import Facts

__all__ = ["Spread"]

_MOST_TOTALS = 2**16
"""Totals that are told apart for one score at most."""


@frozen
class Spread:
    """How many of *whole* possibilities give each total, in units, rising.

    Counts are whole numbers: fifty names in many scenarios make fractions slow.
    """

    counts: tuple[tuple[int, int], ...]
    whole: int

    @classmethod
    def of(cls, scored: Score) -> Spread:
        shares = _spread(scored)
        whole = lcm(*(share.denominator for share in shares.values()))
        counts = ((units, int(share * whole)) for units, share in shares.items())
        return cls(tuple(sorted(counts)), whole)

    @property
    def lowest(self) -> int:
        return self.counts[0][0]

    @property
    def highest(self) -> int:
        return self.counts[-1][0]

    def ahead_of(self, other: Spread) -> Fraction:
        """Return the share of pairs of possibilities in which this one is ahead."""
        behind, share, theirs = 0, 0, iter(other.counts)
        following = next(theirs, None)
        for units, mine in self.counts:
            while following is not None and following[0] < units:
                behind += following[1]
                following = next(theirs, None)
            share += mine * behind
        return Fraction(share, self.whole * other.whole)


def _spread(scored: Score) -> dict[int, Fraction]:
    """Return the share of possibilities that give each total, in units."""
    found = {0: Fraction(1)}
    for component in scored.rubric.outcomes.components:
        longer: dict[int, Fraction] = {}
        for units, share in _component_spread(component, scored.facts).items():
            for before, so_far in found.items():
                total = before + units
                longer[total] = longer.get(total, Fraction()) + so_far * share
        if len(longer) > _MOST_TOTALS:
            keys = tuple(each.key for each in scored.rubric.criteria)
            raise TooLargeError("totals", keys, len(longer), _MOST_TOTALS)
        found = longer
    return found


def _component_spread(component: Component, facts: Facts) -> dict[int, Fraction]:
    allowed = component.space.allowed(facts.bits)
    # By total and by what was chosen in which gap: those are told apart, because
    # one completion can reach a total by several choices.
    found: dict[tuple[int, tuple[int, ...]], int] = {(0, ()): allowed}
    for reach in component.reaches:
        longer: dict[tuple[int, tuple[int, ...]], int] = {}
        for (total, chosen), where in found.items():
            for units, choices, choice, reached in _ways(reach):
                if both := where & reached:
                    key = (total + units, (*chosen, choices, choice))
                    longer[key] = longer.get(key, 0) | both
        found = longer
    spread: dict[int, Fraction] = {}
    for (total, chosen), where in found.items():
        share = Fraction(where.bit_count(), allowed.bit_count())
        for choices in chosen[::2]:
            share /= choices
        spread[total] = spread.get(total, Fraction()) + share
    return spread


def _ways(reach: Reach) -> Iterator[tuple[int, int, int, int]]:
    """Yield units, among how many choices, which one, and where it is reached."""
    levels = reach.criterion.levels
    for units, wins in zip(reach.units, reach.wins, strict=True):
        yield units, 1, 0, wins
    for gap, where in zip(reach.criterion.gaps, reach.gaps, strict=True):
        candidates = set(gap.candidates)
        for position, (level, units) in enumerate(
            zip(levels, reach.units, strict=True)
        ):
            if level.points in candidates:
                yield units, len(candidates), position + 1, where
