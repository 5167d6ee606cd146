"""Where one criterion reaches which level, as sets of completions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import combinations, pairwise

from attrs import evolve, frozen

from icluster._exact import times
from icluster.errors import RubricError
from icluster.facts import Fact
from icluster.rubrics._completions import Space
from icluster.rubrics._criteria import Criterion, Gap, Level
from icluster.words import Quoted, say

__all__ = ["Reach"]


@frozen(eq=False)
class Reach:
    """Where one criterion reaches which level.

    Attributes:
        criterion: The criterion.
        space: All completions of the facts of its component.
        unit: Of which all points of the rubric are whole multiples.
    """

    criterion: Criterion
    space: Space
    unit: Decimal

    @cached_property
    def holding(self) -> tuple[int, ...]:
        """For each level, the completions in which its condition holds."""
        levels = self.criterion.levels
        return tuple(self.space.holding(level.condition) for level in levels)

    @cached_property
    def wins(self) -> tuple[int, ...]:
        """For each level, the completions in which it is the highest to hold."""
        # From the top: a level wins where it holds and none above it does.
        above, wins = 0, []
        for holding in reversed(self.holding):
            wins.append(holding & ~above)
            above |= holding
        return tuple(reversed(wins))

    @cached_property
    def gaps(self) -> tuple[int, ...]:
        """For each gap, where it lies."""
        return tuple(self.space.holding(gap.condition) for gap in self.criterion.gaps)

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """For each level, the completions that reach it or may, by a gap."""
        levels = list(self.wins)
        for gap, where in zip(self.criterion.gaps, self.gaps, strict=True):
            for index, level in enumerate(self.criterion.levels):
                if level.points in gap.candidates:
                    levels[index] |= where
        return tuple(levels)

    @cached_property
    def units(self) -> tuple[int, ...]:
        """For each level, weighted points in the unit."""
        weighted = (
            times(level.points, self.criterion.weight)
            for level in self.criterion.levels
        )
        return tuple(int(Fraction(points) / Fraction(self.unit)) for points in weighted)

    @cached_property
    def hole(self) -> int:
        """Completions that neither a level nor a gap covers."""
        covered = 0
        for where in (*self.wins, *self.gaps):
            covered |= where
        return self.space.everything & ~covered

    def check_gaps(self) -> None:
        """Refuse a gap that overlaps a level or another gap."""
        gaps = tuple(zip(self.criterion.gaps, self.gaps, strict=True))
        for index, (gap, where) in enumerate(gaps):
            place = self.criterion.place("gaps", index)
            for level, wins in zip(self.criterion.levels, self.wins, strict=True):
                if where & wins:
                    example = dict(self.space.example(where & wins))
                    raise RubricError(
                        place,
                        say(
                            "overlaps the level of {} {0?point|points}: {}",
                            level.points,
                            Quoted(example),
                        ),
                    )
            for earlier, elsewhere in gaps[:index]:
                if where & elsewhere:
                    problem = say("overlaps the gap {}", Quoted(earlier.key))
                    raise RubricError(place, problem)
            if not where:
                problem = say("the gap {} lies nowhere", Quoted(gap.key))
                raise RubricError(place, problem)

    def met_gaps(self, allowed: int) -> Iterator[Gap]:
        """Yield the gaps that some of the *allowed* completions fall into."""
        for gap, where in zip(self.criterion.gaps, self.gaps, strict=True):
            if where & allowed:
                yield gap

    def overlaps(self) -> Iterator[tuple[Level, Level, int]]:
        """Yield two levels, the lower first, and the completions in which both hold."""
        levels = zip(self.criterion.levels, self.holding, strict=True)
        for (lower, below), (higher, above) in combinations(levels, 2):
            if below & above:
                yield lower, higher, below & above

    def moves(self, fact: Fact) -> tuple[bool, bool]:
        """Tell whether a next higher value somewhere raises and somewhere lowers.

        Both the lowest and the highest level that a completion allows are watched.
        """
        rises = falls = False
        sets, stride = self.space.value_sets[fact.name], self.space.strides[fact.name]
        for reached in self._thresholds():
            for lower, higher in pairwise(sets):
                # A completion and the one with the next value are a stride apart:
                # shifted by it, before and after stand on the same bits.
                before, after = (reached & lower) << stride, reached & higher
                rises = rises or bool(after & ~before)
                falls = falls or bool(before & ~after)
        return rises, falls

    def _thresholds(self) -> Iterator[int]:
        """Yield where a level or more is sure, and where it is possible."""
        for position in range(1, len(self.levels)):
            below = above = 0
            for level in self.levels[:position]:
                below |= level
            for level in self.levels[position:]:
                above |= level
            yield self.space.everything & ~below
            yield above

    def strays(self, fact: Fact) -> bool:
        """Tell whether a fact matters where the schema says that it does not."""
        if fact.matters_where is None:
            return False
        asked = {test.fact for test in fact.matters_where.tests()}
        schema, names = self.space.schema, {*self.space.names, *asked}
        if len(names) > len(self.space.names):
            # Where it matters is told by facts of other components as well.
            wider = Space(schema, tuple(name for name in schema.names if name in names))
            return evolve(self, space=wider).strays(fact)
        outside = self.space.everything & ~self.space.holding(fact.matters_where)
        every_value = list(range(len(fact.domain)))
        return any(
            self.space.depends(level & outside, fact.name, every_value)
            for level in self.levels
        )

    def choices(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield units, among how many choices, which one, and where it is reached.

        Outside of gaps there is one choice; in a gap each candidate is one.
        """
        for units, wins in zip(self.units, self.wins, strict=True):
            yield units, 1, 0, wins
        for gap, where in zip(self.criterion.gaps, self.gaps, strict=True):
            candidates = set(gap.candidates)
            levels = zip(self.criterion.levels, self.units, strict=True)
            for number, (level, units) in enumerate(levels, start=1):
                if level.points in candidates:
                    yield units, len(candidates), number, where
