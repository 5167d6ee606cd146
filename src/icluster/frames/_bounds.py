"""Where the bounds of a total lie: at a corner, or at one of a few.

What is known of some facts allows a box of completions. The lowest total over a
box lies in a corner where every fact moves the total one way only: proved, fact
by fact, on the sets of completions that stay below each total. For a fact that
moves it both ways every value has to be tried. Criteria that share facts are
bounded together, so that a completion reaches what is stated.

What a published scale repeats for the reader, an engine need not compute again for
every row: a part of a condition goes where enumeration proves that nothing changes.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from icluster.conditions import AllOf, AnyOf, Condition, Not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster.rubrics import Rubric
    from icluster.rubrics._completions import Space
    from icluster.rubrics._outcomes import Component
    from icluster.rubrics._reaches import Reach


@frozen(eq=False)
class Bound:
    """How one bound of a target is found.

    Attributes:
        highest: Whether it is the highest and not the lowest.
        at_top: For each fact that moves the target one way, whether its highest
            possible value gives the bound, or its lowest.
        tried: The other facts, of which every possible value has to be tried.
    """

    highest: bool
    at_top: tuple[tuple[str, bool], ...]
    tried: tuple[str, ...]


@frozen(eq=False)
class Target:
    """One criterion, or the criteria of a component together."""

    component: Component
    reaches: tuple[Reach, ...]
    joint: dict[int, int]

    @property
    def space(self) -> Space:
        """All completions of the facts of the component."""
        return self.component.space

    def bound(self, *, highest: bool) -> Bound:
        """Find out how each fact moves the bound."""
        at_top: list[tuple[str, bool]] = []
        tried: list[str] = []
        thresholds = tuple(self._thresholds(highest=highest))
        for name in self.space.names:
            falls, rises = _closed(self.space, name, thresholds)
            if falls or rises:
                at_top.append((name, not falls))
            else:
                tried.append(name)
        return Bound(highest, tuple(at_top), tuple(tried))

    def _thresholds(self, *, highest: bool) -> Iterator[int]:
        """Yield the completions that reach so little, or so much, or beyond."""
        completions = 0
        for units in sorted(self.joint, reverse=highest):
            completions |= self.joint[units]
            yield completions


def _closed(space: Space, name: str, thresholds: tuple[int, ...]) -> tuple[bool, bool]:
    """Tell whether lower values never leave the sets, and whether higher never do."""
    # Completions that differ in the next value of this fact alone are one stride
    # apart: shifted by it, the set of the lower ones lies upon that of the higher.
    stride = space.strides[name]
    down = up = True
    for completions in thresholds:
        for lower, higher in pairwise(space.value_sets[name]):
            below, above = (completions & lower) << stride, completions & higher
            down = down and not above & ~below
            up = up and not below & ~above
    return down, up


def targets_of(rubric: Rubric) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    """Return a target for each criterion, and one for each component."""
    places = [rubric._outcomes.place(index) for index in range(len(rubric.criteria))]
    criteria = tuple(
        Target(component, (reach,), dict(zip(reach.units, reach.levels, strict=True)))
        for component, reach in places
    )
    together = tuple(
        Target(
            component, component.reaches, component.joint(component.space.everything)
        )
        for component in rubric._outcomes.components
    )
    return criteria, together


def chain(reach: Reach, space: Space, *, highest: bool) -> list[tuple[Condition, int]]:
    """Return where which units hold, from most to fewest; the last without a test.

    A gap counts as the lowest or the highest of its candidates. Each condition is
    only as long as it must be where the ones before it fail.
    """
    pick = max if highest else min
    cases: list[tuple[Condition, int]] = []
    left = space.everything
    levels = list(zip(reach.criterion.levels, reach.units, strict=True))
    for level, units in reversed(levels):
        condition = level.condition
        for gap in reach.criterion.gaps:
            if pick(gap.candidates) == level.points:
                condition = condition | gap.condition
        cases.append((shortest(condition, space, left), units))
        left &= ~space.holding(condition)
    return cases


def shortest(condition: Condition, space: Space, where: int) -> Condition:
    """Drop the parts of *condition* that change nothing, one after the other.

    Args:
        condition: The condition.
        space: All completions of the facts that it may speak of.
        where: The completions in which it must go on saying the same.
    """
    holding = space.holding(condition) & where
    shorter: Condition | None = condition
    while shorter is not None:
        condition = shorter
        same = (
            candidate
            for candidate in _shorter(condition)
            if space.holding(candidate) & where == holding
        )
        shorter = next(same, None)
    return condition


def _shorter(condition: Condition) -> Iterator[Condition]:
    """Yield the condition without one of its parts, the longest parts first."""
    if isinstance(condition, Not):
        yield from map(Not, _shorter(condition.part))
    elif isinstance(condition, (AllOf, AnyOf)):
        kind, parts = type(condition), condition.parts
        for index in range(len(parts)):
            yield _combined(kind, (*parts[:index], *parts[index + 1 :]))
        for index, part in enumerate(parts):
            for shorter in _shorter(part):
                yield _combined(kind, (*parts[:index], shorter, *parts[index + 1 :]))


def _combined(kind: type[AllOf | AnyOf], parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else kind(parts)
