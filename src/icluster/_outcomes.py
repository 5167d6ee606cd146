"""What a rubric gives for every completion of its facts.

Criteria that look at common facts hang together; each such component has a
`Space` of its own. Within it, a criterion's level is the set of completions that
reach it, and points are whole multiples of the rubric's unit. Totals of
components are independent of each other and are added as sets.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._completions import Space, lowest
from icluster._exact import times
from icluster.errors import HoleError, RubricError, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icluster.facts import Facts
    from icluster.rubrics import Criterion, Gap, Rubric

__all__ = ["Component", "Outcomes"]

_LARGEST_SETTLED = 2**12  # completions up to which each one's totals are kept
_LARGEST_WHOLE = 2**22  # bits up to which the totals of all completions are kept
_LARGEST_JOINT = 2**30  # bits that the totals of one component may take
_MOST_TOTALS = 2**20


@frozen(eq=False)
class Reach:
    """Where one criterion reaches which level.

    Attributes:
        wins: For each level, the completions in which it is the highest to hold.
        gaps: For each gap, where it lies.
        levels: For each level, the completions that reach it or may, by a gap.
        units: For each level, weighted points in the rubric's unit.
        hole: Completions that neither a level nor a gap covers.
    """

    criterion: Criterion
    wins: tuple[int, ...]
    gaps: tuple[int, ...]
    levels: tuple[int, ...]
    units: tuple[int, ...]
    hole: int

    @classmethod
    def of(cls, criterion: Criterion, space: Space, unit: Decimal) -> Reach:
        holding = [space.holding(level.condition) for level in criterion.levels]
        gaps = [space.holding(gap.condition) for gap in criterion.gaps]
        covered, wins = 0, []
        for where in reversed(holding):
            wins.append(where & ~covered)
            covered |= where
        wins.reverse()
        levels = list(wins)
        for gap, where in zip(criterion.gaps, gaps, strict=True):
            for index, level in enumerate(criterion.levels):
                if level.points in gap.candidates:
                    levels[index] |= where
        for where in gaps:
            covered |= where
        units = (
            Fraction(times(level.points, criterion.weight)) / Fraction(unit)
            for level in criterion.levels
        )
        return cls(
            criterion,
            tuple(wins),
            tuple(gaps),
            tuple(levels),
            tuple(map(int, units)),
            space.everything & ~covered,
        )

    def check_gaps(self, space: Space) -> None:
        """Refuse a gap that overlaps a level or another gap."""
        for index, (gap, where) in enumerate(
            zip(self.criterion.gaps, self.gaps, strict=True)
        ):
            place = f"criteria[{self.criterion.key!r}].gaps[{index}]"
            for level, wins in zip(self.criterion.levels, self.wins, strict=True):
                if where & wins:
                    example = space.values(lowest(where & wins))
                    raise RubricError(
                        place, f"overlaps the level of {level.points} points: {example}"
                    )
            for other, elsewhere in zip(
                self.criterion.gaps[:index], self.gaps, strict=False
            ):
                if where & elsewhere:
                    raise RubricError(place, f"overlaps the gap {other.key!r}")
            if not where:
                raise RubricError(place, f"the gap {gap.key!r} lies nowhere")


@frozen(eq=False)
class Component:
    """Criteria that look at common facts, and all completions of those."""

    space: Space
    indexes: tuple[int, ...]
    reaches: tuple[Reach, ...]

    def joint(self, allowed: int) -> dict[int, int]:
        """Return each total of the component with the completions that allow it."""
        if self.size_of_whole > _LARGEST_WHOLE:
            return self._joint(allowed)
        return {
            total: both
            for total, where in self._whole.items()
            if (both := where & allowed)
        }

    @cached_property
    def size_of_whole(self) -> int:
        """An upper bound on the bits that the totals of all completions take."""
        combinations = prod(len(reach.levels) for reach in self.reaches)
        return self.space.size * min(combinations, self.space.size)

    @cached_property
    def _whole(self) -> dict[int, int]:
        """The totals of all completions, of which those of some facts are a part."""
        return self._joint(self.space.everything)

    def _joint(self, allowed: int) -> dict[int, int]:
        found = {0: allowed}
        for reach in self.reaches:
            longer: dict[int, int] = {}
            for total, where in found.items():
                for units, level in zip(reach.units, reach.levels, strict=True):
                    if both := where & level:
                        longer[total + units] = longer.get(total + units, 0) | both
            found = longer
            self._check_size(len(found))
        return found

    def _check_size(self, totals: int) -> None:
        if totals * self.space.size > _LARGEST_JOINT:
            keys = tuple(reach.criterion.key for reach in self.reaches)
            limit = _LARGEST_JOINT // self.space.size
            raise TooLargeError("totals", keys, totals, limit)

    @cached_property
    def singles(self) -> dict[int, tuple[int, ...]]:
        """The totals of every single completion, where those are few."""
        if self.space.size > _LARGEST_SETTLED:
            return {}
        return {
            self.space.fact_bits(number): tuple(sorted(self.joint(1 << number)))
            for number in range(self.space.size)
        }

    def totals(self, bits: int) -> tuple[int, ...]:
        """Return the totals that facts allow, rising, in units."""
        found = self.singles.get(bits & self.space.bits)
        if found is not None:
            return found
        return tuple(sorted(self.joint(self.space.allowed(bits))))


@frozen(eq=False)
class Outcomes:
    """A rubric, compiled."""

    rubric: Rubric
    components: tuple[Component, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "components", tuple(self._components()))

    def _components(self) -> Iterator[Component]:
        criteria, unit = self.rubric.criteria, self.rubric.unit
        for indexes in _connected([each.fact_names() for each in criteria]):
            used = frozenset().union(
                *(criteria[index].fact_names() for index in indexes)
            )
            names = tuple(name for name in self.rubric.facts.names if name in used)
            space = Space(self.rubric.facts, names)
            reaches = tuple(Reach.of(criteria[index], space, unit) for index in indexes)
            yield Component(space, indexes, reaches)

    def check_gaps(self) -> None:
        """Refuse gaps that overlap."""
        for component in self.components:
            for reach in component.reaches:
                reach.check_gaps(component.space)

    @cached_property
    def has_holes(self) -> bool:
        """Whether some completion is covered by no level and no gap."""
        return any(reach.hole for each in self.components for reach in each.reaches)

    def refuse_holes(self, bits: int) -> None:
        """Raise where facts allow what no level and no gap covers."""
        for component in self.components:
            allowed = component.space.allowed(bits)
            for reach in component.reaches:
                if met := allowed & reach.hole:
                    values = component.space.values(lowest(met))
                    raise HoleError(reach.criterion.key, tuple(values.items()))

    @cached_property
    def _lookups(self) -> tuple[tuple[int, dict[int, tuple[int, ...]]], ...]:
        return tuple((each.space.bits, each.singles) for each in self.components)

    def certain_total(self, bits: int) -> tuple[Decimal] | None:
        """Return the total of wholly known facts, looked up; None where it is not."""
        total = 0
        for mask, singles in self._lookups:
            units = singles.get(bits & mask)
            if units is None or len(units) > 1:
                return None
            total += units[0]
        return self._singles.get(total) or (self.points(total),)

    def totals(self, bits: int) -> tuple[int, ...]:
        """Return the totals that facts allow, rising, in units."""
        first, *others = [each.totals(bits) for each in self.components]
        for other in others:
            if len(first) == len(other) == 1:
                first = (first[0] + other[0],)
                continue
            if len(first) * len(other) > _MOST_TOTALS:
                keys = tuple(each.key for each in self.rubric.criteria)
                raise TooLargeError(
                    "totals", keys, len(first) * len(other), _MOST_TOTALS
                )
            first = tuple(sorted({one + two for one in first for two in other}))
        return first

    def extent(self, bits: int) -> tuple[int, int]:
        """Return the lowest and the highest total that facts allow, in units."""
        each = [component.totals(bits) for component in self.components]
        return sum(totals[0] for totals in each), sum(totals[-1] for totals in each)

    @cached_property
    def _singles(self) -> dict[int, tuple[Decimal]]:
        """The totals that a rubric of few can give, made once."""
        most = sum(
            max(map(abs, reach.units))
            for component in self.components
            for reach in component.reaches
        )
        if most > _LARGEST_SETTLED:
            return {}
        return {
            units: (times(self.rubric.unit, units),) for units in range(-most, most + 1)
        }

    def points(self, units: int) -> Decimal:
        """Return a number of units as points."""
        found = self._singles.get(units)
        return times(self.rubric.unit, units) if found is None else found[0]

    def place(self, index: int) -> tuple[Component, Reach]:
        """Return the component and the reach of one criterion."""
        component = next(each for each in self.components if index in each.indexes)
        return component, component.reaches[component.indexes.index(index)]

    def levels(self, index: int, bits: int) -> tuple[int, ...]:
        """Return the positions of the levels that facts allow to a criterion."""
        component, reach = self.place(index)
        allowed = component.space.allowed(bits)
        return tuple(
            position for position, where in enumerate(reach.levels) if where & allowed
        )

    def settling_total(self, facts: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the facts and gaps on which the total still hangs."""
        names: list[str] = []
        gaps: list[str] = []
        for component in self.components:
            allowed = component.space.allowed(facts.bits)
            joint = component.joint(allowed)
            if len(joint) > 1:
                names += _settling(component.space, facts, joint.values())
                for reach in component.reaches:
                    gaps += _met_gaps(reach, allowed)
        return _in_order(facts, names), tuple(gaps)

    def settling_level(
        self, index: int, facts: Facts
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the facts and gaps on which the level of one criterion still hangs."""
        component, reach = self.place(index)
        allowed = component.space.allowed(facts.bits)
        outcomes = [where & allowed for where in reach.levels]
        names = _settling(component.space, facts, outcomes)
        return _in_order(facts, names), tuple(_met_gaps(reach, allowed))


def _settling(space: Space, facts: Facts, outcomes: Iterable[int]) -> list[str]:
    """Name the open facts of which some outcome is not independent.

    What facts allow is a box, so an outcome that hangs on no single open fact,
    the others held, is the same throughout.
    """
    outcomes = tuple(outcomes)
    names = []
    for name in space.names:
        possible = [facts.schema[name].position(value) for value in facts[name]]
        if any(space.depends(outcome, name, possible) for outcome in outcomes):
            names.append(name)
    return names


def _met_gaps(reach: Reach, allowed: int) -> Iterator[str]:
    for gap, where in zip(reach.criterion.gaps, reach.gaps, strict=True):
        if where & allowed:
            yield gap_name(reach.criterion, gap)


def gap_name(criterion: Criterion, gap: Gap) -> str:
    """Name a gap within its rubric."""
    return f"{criterion.key}.{gap.key}"


def _in_order(facts: Facts, names: list[str]) -> tuple[str, ...]:
    return tuple(name for name in facts.schema.names if name in names)


def _connected(sets: list[frozenset[str]]) -> Iterator[tuple[int, ...]]:
    """Yield the positions of sets that hang together, in order of the first."""
    left = list(range(len(sets)))
    while left:
        members = [left.pop(0)]
        names = set(sets[members[0]])
        grown = True
        while grown:
            grown = False
            for index in tuple(left):
                if names & sets[index]:
                    members.append(index)
                    names |= sets[index]
                    left.remove(index)
                    grown = True
        yield tuple(sorted(members))
