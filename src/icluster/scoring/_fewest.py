"""The fewest names that suffice, found without trying every set of them.

Names that cannot all be left out are a *clash*: every set that suffices holds one of
them at least. So a smallest set that holds one of each clash met so far either
suffices, and then nothing smaller does, or shows another clash.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from icluster.facts import Facts
from icluster.rubrics import Rubric

__all__ = ["fewest", "forcing"]

Names: TypeAlias = frozenset[str]

_MOST_TRIES = 2**9  # sets that are asked about
_MOST_STEPS = 2**13  # steps of looking for a set that meets every clash


def forcing(rubric: Rubric, facts: Facts, index: int) -> tuple[tuple[str, ...], bool]:
    """Name the fewest known facts that force the levels of one criterion.

    And tell whether none fewer do: see `fewest`.
    """
    bits, outcomes = facts._bits, rubric._outcomes
    used = rubric.criteria[index].fact_names()
    unknown = {
        name: mask
        for mask, name in facts.schema._masks
        if name in used and facts.says(name)
    }
    _, reach = outcomes.place(index)
    levels = set(outcomes.levels(index, bits))
    others = 0
    for position, where in enumerate(reach.levels):
        if position not in levels:
            others |= where

    def suffices(kept: Names) -> bool:
        untold = bits
        for name, mask in unknown.items():
            if name not in kept:
                untold |= mask
        return not reach.space.allowed(untold) & others

    # To know less allows no fewer levels.
    return fewest(tuple(unknown), suffices)


def fewest(
    names: tuple[str, ...], suffices: Callable[[Names], bool]
) -> tuple[tuple[str, ...], bool]:
    """Return a smallest set of *names* that suffices, and whether none is smaller.

    Of several smallest sets it is the first in the order of the names. Where too many
    would have to be tried, it is one of which no name can be left out.

    Args:
        names: The names; all of them suffice.
        suffices: Tells whether a set does; whatever holds one that does, does too.
    """
    search = _Search(names, suffices)
    chosen = search.fewest()
    if chosen is None:
        return search.without_needless(), False
    return chosen, True


class _Search:
    def __init__(
        self, names: tuple[str, ...], suffices: Callable[[Names], bool]
    ) -> None:
        self.names, self.suffices = names, suffices
        self.steps = 0

    def fewest(self) -> tuple[str, ...] | None:
        """Return the first smallest set; None where it takes too long."""
        clashes: list[Names] = []
        size = tries = 0
        while tries < _MOST_TRIES and self.steps < _MOST_STEPS:
            chosen = self.meeting(clashes, self.names, size)
            if chosen is None:
                size += 1
            elif self.suffices(frozenset(chosen)):
                # What was passed over for want of steps may be smaller.
                return chosen if self.steps < _MOST_STEPS else None
            else:
                clashes.append(self.clash(frozenset(chosen)))
                tries += len(self.names)
        return None

    def clash(self, kept: Names) -> Names:
        """Return names that cannot all be left out, as few as can be, beside *kept*."""
        for name in self.names:
            if not self.suffices(kept | {name}):
                kept |= {name}
        return frozenset(self.names) - kept

    def meeting(
        self, clashes: list[Names], names: tuple[str, ...], size: int
    ) -> tuple[str, ...] | None:
        """Return the first *size* names or fewer that meet each clash."""
        self.steps += 1
        if not clashes:
            return ()
        if _apart(clashes) > size or self.steps > _MOST_STEPS or not all(clashes):
            return None
        name, *later = names
        unmet = [clash for clash in clashes if name not in clash]
        if len(unmet) < len(clashes):
            with_it = self.meeting(unmet, tuple(later), size - 1)
            if with_it is not None:
                return (name, *with_it)
        left = [clash - {name} for clash in clashes]
        return self.meeting(left, tuple(later), size)

    def without_needless(self) -> tuple[str, ...]:
        """Leave out names, the last first, as long as the others suffice."""
        kept = frozenset(self.names)
        for name in reversed(self.names):
            if self.suffices(kept - {name}):
                kept -= {name}
        return tuple(name for name in self.names if name in kept)


def _apart(clashes: list[Names]) -> int:
    """Return of how many clashes, at least, no name meets two."""
    taken: Names = frozenset()
    apart = 0
    for clash in clashes:
        if not clash & taken:
            taken |= clash
            apart += 1
    return apart
