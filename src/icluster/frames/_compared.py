"""Scoring by expressions, which every engine computes.

Conditions become comparisons, levels a chain of cases. No expression is ever
null: what is not known is taken at the end of its domain that gives the bound.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from icluster.errors import TooLargeError
from icluster.frames._bounds import Bound, Target, chain
from icluster.frames._cells import Cells, Kind
from icluster.frames._engines import how_many, nw
from icluster.frames._plan import Part, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from icluster.conditions import Is
    from icluster.rubrics._completions import Space
    from icluster.rubrics._reaches import Reach


_MOST_TRIED: Final = 2**8

_Units: TypeAlias = "int | nw.Expr"


def with_scores(frame: Any, plan: Plan, cells: Mapping[str, Cells]) -> Any:
    """Add every column of a plan; points are made of units that are there."""
    scored = frame.with_columns(*_expressions(plan, cells))
    if not plan.as_floats:
        return scored
    names = [column.name for column in plan.sums]
    return scored.with_columns(
        *(plan.in_points(nw.col(name)).alias(name) for name in names)
    )


def _expressions(plan: Plan, cells: Mapping[str, Cells]) -> Iterator[nw.Expr]:
    for column in plan.sums:
        bounds = (
            _bound_expression(target, target.bound(highest=column.highest), cells)
            for target in column.targets
        )
        yield _expression(_sum(bounds)).cast(nw.Int64()).alias(column.name)
    if Part.OUTSIDE in plan.parts:
        outside = (column.outside() for column in cells.values())
        strays = (where for where in outside if where is not None)
        yield how_many(strays).alias(plan.outside)
    if plan.with_unit:
        yield nw.lit(plan.unit).alias(plan.unit_column)


def _expression(units: _Units) -> nw.Expr:
    return nw.lit(units) if isinstance(units, int) else units


def _sum(summands: Iterable[_Units]) -> _Units:
    """Add up constants first, so that an engine adds them once."""
    total: _Units = 0
    for units in sorted(summands, key=lambda units: not isinstance(units, int)):
        total = units if isinstance(total, int) and total == 0 else units + total
    return total


def _bound_expression(
    target: Target, bound: Bound, cells: Mapping[str, Cells]
) -> _Units:
    """Return one bound of a target, in units; a constant where no column matters.

    Raises:
        TooLargeError: Facts that move the target both ways have more than 256
            combinations of values.
    """
    size = prod(len(cells[name].fact.domain) for name in bound.tried)
    if size > _MOST_TRIED:
        raise TooLargeError(
            "combinations of values that move the points both ways",
            bound.tried,
            size,
            _MOST_TRIED,
        )
    corners = [
        (possible, _corner_units(target, corner, highest=bound.highest))
        for possible, corner in _corners(target, bound, cells)
    ]
    if not bound.tried:
        return corners[0][1]
    units = sorted(target.joint)
    # What is not possible is put where it cannot be the bound.
    beyond = units[0] if bound.highest else units[-1]
    candidates = (_if(possible, value, beyond) for possible, value in corners)
    furthest = nw.max_horizontal if bound.highest else nw.min_horizontal
    return furthest(*map(_expression, candidates))


@frozen(eq=False)
class _Term:
    """A boolean expression, or a constant that needs no engine."""

    value: Any

    def __and__(self, other: _Term) -> _Term:
        if isinstance(self.value, bool):
            return other if self.value else self
        if isinstance(other.value, bool):
            return self if other.value else other
        return _Term(self.value & other.value)

    def __or__(self, other: _Term) -> _Term:
        if isinstance(self.value, bool):
            return self if self.value else other
        if isinstance(other.value, bool):
            return other if other.value else self
        return _Term(self.value | other.value)

    def __invert__(self) -> _Term:
        if isinstance(self.value, bool):
            return _Term(not self.value)
        return _Term(~self.value)


_ALWAYS: Final = _Term(True)


@frozen(eq=False)
class _Corner:
    """Completions in which each fact is at one end of what a row allows, or tried."""

    cells: Mapping[str, Cells]
    at_top: Mapping[str, bool]
    tried: Mapping[str, int]

    def test(self, test: Is) -> _Term:
        """Translate one test of a fact."""
        cells = self.cells[test.fact]
        accepted = {cells.fact.position(value) for value in test.values}
        if test.fact in self.tried:
            return _Term(self.tried[test.fact] in accepted)
        return _where(cells, accepted, top=self.at_top[test.fact])


def _corners(
    target: Target, bound: Bound, cells: Mapping[str, Cells]
) -> Iterator[tuple[_Term, _Corner]]:
    domains = [range(len(cells[name].fact.domain)) for name in bound.tried]
    for positions in product(*domains):
        tried = dict(zip(bound.tried, positions, strict=True))
        possible = _ALWAYS
        for name, position in tried.items():
            possible = possible & _possible(cells[name], position)
        yield possible, _Corner(cells, dict(bound.at_top), tried)


def _where(cells: Cells, accepted: set[int], *, top: bool) -> _Term:
    """Return where the lowest or highest possible value is an accepted one."""
    if cells.kind is Kind.BOOLEAN and len(accepted) == 1:
        true = _Term(cells.expression.fill_null(value=top))
        return true if accepted == {1} else ~true
    # What says nothing leaves everything: where its end is accepted, only cells that
    # say otherwise are told apart, so that nulls need no comparison.
    is_usual = _end(cells.everything, top=top) in accepted
    unusual = [
        label
        for label, mask in cells.labels
        if (_end(mask, top=top) in accepted) is not is_usual
    ]
    where = _among(cells, unusual)
    return ~where if is_usual else where


def _among(cells: Cells, labels: list[Any]) -> _Term:
    """Return where a column holds one of *labels*, of which there may be none."""
    return _Term(cells.any_of(labels)) if labels else ~_ALWAYS


def _end(mask: int, *, top: bool) -> int:
    """Return the position of the highest or the lowest value in a mask."""
    # mask & -mask keeps the lowest bit alone.
    return mask.bit_length() - 1 if top else (mask & -mask).bit_length() - 1


def _possible(cells: Cells, position: int) -> _Term:
    """Return where a value is possible: nothing rules it out."""
    if cells.kind is Kind.BOOLEAN:
        value = _Term(cells.expression.fill_null(value=bool(position)))
        return value if position else ~value
    ruling_out = [label for label, mask in cells.labels if not mask >> position & 1]
    return ~_among(cells, ruling_out)


def _corner_units(target: Target, corner: _Corner, *, highest: bool) -> _Units:
    return _sum(
        _units(reach, target.space, corner, highest=highest) for reach in target.reaches
    )


def _units(reach: Reach, space: Space, corner: _Corner, *, highest: bool) -> _Units:
    *cases, (_, fewest) = chain(reach, space, highest=highest)
    units: _Units = fewest
    for condition, reached in reversed(cases):
        units = _if(condition.fold(corner.test, _ALWAYS), reached, units)
    return units


def _if(where: _Term, then: _Units, otherwise: _Units) -> _Units:
    if isinstance(where.value, bool):
        return then if where.value else otherwise
    if isinstance(then, int) and isinstance(otherwise, int) and then == otherwise:
        return then
    chosen = nw.when(where.value).then(_expression(then))
    return chosen.otherwise(_expression(otherwise))
