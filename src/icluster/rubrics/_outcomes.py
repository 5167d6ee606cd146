"""What a rubric gives for every completion of its facts.

Criteria that look at common facts hang together; each such component has a
`Space` of its own. Within it, a criterion's level is the set of completions that
reach it, and points are whole multiples of the rubric's unit. Totals of
components are independent of each other and are added as sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import prod

from attrs import frozen

from icluster._exact import times, trimmed
from icluster.errors import HoleError, TooLargeError
from icluster.facts import Facts, FactSchema
from icluster.rubrics._completions import MOST_BITS, Space
from icluster.rubrics._criteria import Criterion
from icluster.rubrics._reaches import Reach

__all__ = ["Component", "Outcomes"]

_LARGEST_SETTLED = 2**12  # completions up to which each one's totals are kept
_LARGEST_WHOLE = 2**22  # bits up to which the totals of all completions are kept
_LARGEST_JOINT = 2**30  # bits that the totals of one component may take
_MOST_TOTALS = 2**20  # totals of a whole rubric at most
_MOST_COUNTED = 2**16  # totals that are told apart where possibilities are counted


@frozen(eq=False)
class Component:
    """Criteria that look at common facts, and all completions of those.

    Attributes:
        space: The completions.
        indexes: Positions of the criteria in the rubric.
        reaches: Where each of them reaches which level.
    """

    space: Space
    indexes: tuple[int, ...]
    reaches: tuple[Reach, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of its criteria."""
        return tuple(reach.criterion.key for reach in self.reaches)

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
        # Criterion by criterion: completions with the same total so far are one
        # set, so the work grows with the totals, not with the completions.
        joint = {0: allowed}
        for reach in self.reaches:
            longer: dict[int, int] = {}
            for total, where in joint.items():
                for units, level in zip(reach.units, reach.levels, strict=True):
                    if both := where & level:
                        longer[total + units] = longer.get(total + units, 0) | both
            joint = longer
            if len(joint) * self.space.size > _LARGEST_JOINT:
                limit = _LARGEST_JOINT // self.space.size
                raise TooLargeError("totals", self.keys, len(joint), limit)
        return joint

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
        totals = self.singles.get(bits & self.space.bits)
        if totals is not None:
            return totals
        return tuple(sorted(self.joint(self.space.allowed(bits))))

    def vectors(self, allowed: int) -> tuple[tuple[int, ...], ...]:
        """Return the positions of levels that its criteria have together."""
        vectors: dict[tuple[int, ...], int] = {(): allowed}
        for reach in self.reaches:
            vectors = {
                (*vector, position): both
                for vector, where in vectors.items()
                for position, level in enumerate(reach.levels)
                if (both := where & level)
            }
        return tuple(vectors)

    def spread(self, allowed: int) -> dict[int, Fraction]:
        """Return the share of the *allowed* completions that gives each total.

        In a gap a completion is divided evenly among the candidates.
        """
        # By total and by what was chosen in which gap: those are told apart, because
        # one completion can reach a total by several choices.
        joint: dict[tuple[int, tuple[int, ...]], int] = {(0, ()): allowed}
        for reach in self.reaches:
            longer: dict[tuple[int, tuple[int, ...]], int] = {}
            for (total, chosen), where in joint.items():
                for units, choices, choice, reached in reach.choices():
                    if both := where & reached:
                        key = (total + units, (*chosen, choices, choice))
                        longer[key] = longer.get(key, 0) | both
            joint = longer
        spread: dict[int, Fraction] = {}
        for (total, chosen), where in joint.items():
            share = Fraction(where.bit_count(), allowed.bit_count())
            spread[total] = spread.get(total, Fraction()) + share / prod(chosen[::2])
        return spread


@frozen(eq=False)
class Outcomes:
    """A rubric, compiled.

    Attributes:
        schema: The facts that the criteria look at.
        criteria: The criteria.
        unit: Of which all weighted points are whole multiples.
    """

    schema: FactSchema
    criteria: tuple[Criterion, ...]
    unit: Decimal

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """Criteria that hang together, in order of the first of each."""
        return tuple(self._components())

    def _components(self) -> Iterator[Component]:
        used = [criterion.fact_names() for criterion in self.criteria]
        bits = 0
        for indexes in _connected(used):
            common = frozenset().union(*(used[index] for index in indexes))
            names = tuple(name for name in self.schema.names if name in common)
            space = Space(self.schema, names)
            # Sets by value, by level and by gap: together they must stay small too.
            sets = sum(len(self.schema[name].domain) for name in names)
            parts = (self.criteria[index] for index in indexes)
            sets += sum(len(part.levels) + len(part.gaps) for part in parts)
            bits += space.size * sets
            if bits > MOST_BITS:
                what = "completions by value and level"
                raise TooLargeError(what, self._keys, bits, MOST_BITS)
            reaches = tuple(
                Reach(self.criteria[index], space, self.unit) for index in indexes
            )
            yield Component(space, indexes, reaches)

    @property
    def reaches(self) -> Iterator[Reach]:
        """Where each criterion reaches which level, component by component."""
        for component in self.components:
            yield from component.reaches

    def check_gaps(self) -> None:
        """Refuse gaps that overlap."""
        for reach in self.reaches:
            reach.check_gaps()

    @cached_property
    def has_holes(self) -> bool:
        """Whether some completion is covered by no level and no gap."""
        return any(reach.hole for reach in self.reaches)

    def met_holes(self, bits: int) -> Iterator[tuple[Reach, int]]:
        """Yield what facts allow and no level and no gap covers, by criterion."""
        for reach in self.reaches if self.has_holes else ():
            if met := reach.space.allowed(bits) & reach.hole:
                yield reach, met

    def refuse_holes(self, bits: int) -> None:
        """Raise where facts allow what no level and no gap covers."""
        for reach, met in self.met_holes(bits):
            raise HoleError(reach.criterion.key, reach.space.example(met))

    @cached_property
    def _lookups(self) -> tuple[tuple[int, dict[int, tuple[int, ...]]], ...]:
        return tuple(
            (component.space.bits, component.singles) for component in self.components
        )

    def certain_total(self, bits: int) -> tuple[Decimal] | None:
        """Return the total of wholly known facts, looked up; None where it is not."""
        total = 0
        for mask, singles in self._lookups:
            units = singles.get(bits & mask)
            if units is None or len(units) != 1:
                return None
            total += units[0]
        return self._singles.get(total) or (self.points(total),)

    def totals(self, bits: int) -> tuple[int, ...]:
        """Return the totals that facts allow, rising, in units."""
        totals: tuple[int, ...] = (0,)
        for component in self.components:
            further = component.totals(bits)
            if len(totals) == len(further) == 1:
                totals = (totals[0] + further[0],)
                continue
            size = len(totals) * len(further)
            if size > _MOST_TOTALS:
                raise TooLargeError("totals", self._keys, size, _MOST_TOTALS)
            totals = tuple(sorted({one + two for one in totals for two in further}))
        return totals

    @property
    def _keys(self) -> tuple[str, ...]:
        return tuple(criterion.key for criterion in self.criteria)

    def extent(self, bits: int) -> tuple[int, int]:
        """Return the lowest and the highest total that facts allow, in units."""
        totals = [component.totals(bits) for component in self.components]
        return sum(few[0] for few in totals), sum(many[-1] for many in totals)

    def allows(self, bits: int, points: Decimal) -> bool:
        """Tell whether facts allow a total, also among too many to list."""
        rest = Fraction(points) / Fraction(self.unit)
        several = [component.totals(bits) for component in self.components]
        # What is left must be within the reach of the components to come: with those
        # that weigh most before all others, few remainders are.
        several.sort(key=lambda totals: totals[0] - totals[-1])
        lowest, highest = self.extent(bits)
        rests = {rest}
        for totals in several:
            lowest, highest = lowest - totals[0], highest - totals[-1]
            rests = {
                left - units
                for left in rests
                for units in totals
                if lowest <= left - units <= highest
            }
            if len(rests) > _MOST_TOTALS:
                raise TooLargeError("totals", self._keys, len(rests), _MOST_TOTALS)
        return 0 in rests

    def spread(self, bits: int) -> dict[int, Fraction]:
        """Return the share of possibilities that give each total, in units.

        Raises:
            TooLargeError: There are more than 65,536 totals.
        """
        spread = {0: Fraction(1)}
        for component in self.components:
            further = component.spread(component.space.allowed(bits))
            longer: dict[int, Fraction] = {}
            for units, share in further.items():
                for before, so_far in spread.items():
                    total = before + units
                    longer[total] = longer.get(total, Fraction()) + so_far * share
            if len(longer) > _MOST_COUNTED:
                raise TooLargeError("totals", self._keys, len(longer), _MOST_COUNTED)
            spread = longer
        return spread

    @cached_property
    def _singles(self) -> dict[int, tuple[Decimal]]:
        """The totals that a rubric of few can give, made once."""
        most = sum(max(map(abs, reach.units)) for reach in self.reaches)
        if most > _LARGEST_SETTLED:
            return {}
        return {units: (self._points(units),) for units in range(-most, most + 1)}

    def points(self, units: int) -> Decimal:
        """Return a number of units as points."""
        single = self._singles.get(units)
        return self._points(units) if single is None else single[0]

    def _points(self, units: int) -> Decimal:
        return trimmed(times(self.unit, units))  # as criteria write them: 1, not 1.0

    @cached_property
    def _places(self) -> dict[int, tuple[Component, Reach]]:
        return {
            index: (component, reach)
            for component in self.components
            for index, reach in zip(component.indexes, component.reaches, strict=True)
        }

    def place(self, index: int) -> tuple[Component, Reach]:
        """Return the component and the reach of one criterion."""
        return self._places[index]

    def levels(self, index: int, bits: int) -> tuple[int, ...]:
        """Return the positions of the levels that facts allow to a criterion."""
        _, reach = self._places[index]
        allowed = reach.space.allowed(bits)
        return tuple(
            position for position, where in enumerate(reach.levels) if where & allowed
        )

    def settling_total(self, facts: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the facts and gaps on which the total still hangs."""
        names: set[str] = set()
        gaps: list[str] = []
        for component in self.components:
            allowed = component.space.allowed(facts._bits)
            joint = component.joint(allowed)
            if len(joint) > 1:
                names |= _settling(component.space, facts, joint.values())
                for reach in component.reaches:
                    gaps += _gap_names(reach, allowed)
        return _in_order(facts, names), tuple(gaps)

    def settling_level(
        self, index: int, facts: Facts
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the facts and gaps on which the level of one criterion still hangs."""
        _, reach = self._places[index]
        allowed = reach.space.allowed(facts._bits)
        outcomes = [where & allowed for where in reach.levels]
        names = _settling(reach.space, facts, outcomes)
        return _in_order(facts, names), tuple(_gap_names(reach, allowed))


def _settling(space: Space, facts: Facts, outcomes: Iterable[int]) -> set[str]:
    """Name the open facts of which some outcome is not independent."""
    # What facts allow is a box, so an outcome that hangs on no single open fact, the
    # others held, is the same throughout: to look at facts one by one is enough.
    distinct = tuple(outcomes)
    names = set()
    for name in space.names:
        possible = [facts.schema[name].position(value) for value in facts[name]]
        if any(space.depends(outcome, name, possible) for outcome in distinct):
            names.add(name)
    return names


def _gap_names(reach: Reach, allowed: int) -> Iterator[str]:
    for gap in reach.met_gaps(allowed):
        yield reach.criterion.name_of(gap)


def _in_order(facts: Facts, names: set[str]) -> tuple[str, ...]:
    return tuple(name for name in facts.schema.names if name in names)


def _connected(sets: list[frozenset[str]]) -> Iterator[tuple[int, ...]]:
    """Yield the positions of sets that hang together, in order of the first."""
    groups: list[tuple[set[str], list[int]]] = []
    for index, names in enumerate(sets):
        joined = [group for group in groups if group[0] & names]
        apart = [group for group in groups if not group[0] & names]
        common = set(names).union(*(group[0] for group in joined))
        indexes = [number for group in joined for number in group[1]]
        groups = [*apart, (common, [*indexes, index])]
    yield from sorted(tuple(sorted(indexes)) for _, indexes in groups)
