"""A rubric as expressions that any engine computes.

Conditions become comparisons, levels a chain of cases. No expression is ever
null: what is not known is taken at the end of its domain that gives the bound.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

import narwhals.stable.v2 as nw
from attrs import frozen

from icluster.errors import TooLargeError
from icluster.frames._bounds import Bound, Target, chain
from icluster.frames._cells import Cells, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icluster.conditions import Is
    from icluster.rubrics._completions import Space
    from icluster.rubrics._reaches import Reach

__all__ = ["bound_expression", "outside_expression"]

_MOST_TRIED = 2**8


@frozen(eq=False)
class _Term:
    """A boolean expression, or a constant that needs no engine."""

    said: Any

    def __and__(self, other: _Term) -> _Term:
        if isinstance(self.said, bool):
            return other if self.said else self
        if isinstance(other.said, bool):
            return self if other.said else other
        return _Term(self.said & other.said)

    def __or__(self, other: _Term) -> _Term:
        if isinstance(self.said, bool):
            return self if self.said else other
        if isinstance(other.said, bool):
            return other if other.said else self
        return _Term(self.said | other.said)

    def __invert__(self) -> _Term:
        if isinstance(self.said, bool):
            return _Term(not self.said)
        return _Term(~self.said)


_ALWAYS = _Term(True)

_Units: TypeAlias = "int | nw.Expr"


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


def _where(cells: Cells, accepted: set[int], *, top: bool) -> _Term:
    """Return where the lowest or highest possible value is an accepted one."""
    if cells.kind is Kind.BOOLEAN and len(accepted) == 1:
        true = _Term(cells.expression.fill_null(value=top))
        return true if accepted == {1} else ~true
    hits = [label for label, mask in cells.labels if _end(mask, top=top) in accepted]
    misses = [
        label for label, mask in cells.labels if _end(mask, top=top) not in accepted
    ]
    if _end(cells.everything, top=top) in accepted:
        return ~_Term(cells.any_of(misses)) if misses else _ALWAYS
    return _Term(cells.any_of(hits)) if hits else ~_ALWAYS


def _end(mask: int, *, top: bool) -> int:
    """Return the position of the highest or the lowest value in a mask."""
    return mask.bit_length() - 1 if top else (mask & -mask).bit_length() - 1


def _possible(cells: Cells, position: int) -> _Term:
    """Return where a value is possible: nothing rules it out."""
    if cells.kind is Kind.BOOLEAN:
        value = _Term(cells.expression.fill_null(value=bool(position)))
        return value if position else ~value
    ruling_out = [label for label, mask in cells.labels if not mask >> position & 1]
    return ~_Term(cells.any_of(ruling_out)) if ruling_out else _ALWAYS


def bound_expression(target: Target, bound: Bound, cells: Mapping[str, Cells]) -> Any:
    """Return one bound of a target, in units; a constant where no column matters.

    Raises:
        TooLargeError: Facts that move the target both ways have more than 256
            combinations of values.
    """
    size = target.combinations(bound.tried)
    if size > _MOST_TRIED:
        raise TooLargeError(
            "combinations of values that move the points both ways",
            bound.tried,
            size,
            _MOST_TRIED,
        )
    found = [
        (possible, _sum(target, corner, highest=bound.highest))
        for possible, corner in _corners(target, bound, cells)
    ]
    if not bound.tried:
        return found[0][1]
    units = sorted(target.joint)
    # What is not possible is put where it cannot be the bound.
    beyond = units[0] if bound.highest else units[-1]
    candidates = [_if(possible, value, beyond) for possible, value in found]
    expressions = [
        nw.lit(each) if isinstance(each, int) else each for each in candidates
    ]
    joined = nw.max_horizontal if bound.highest else nw.min_horizontal
    return joined(*expressions)


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


def _sum(target: Target, corner: _Corner, *, highest: bool) -> _Units:
    constant, total = 0, None
    for reach in target.reaches:
        units = _units(reach, target.space, corner, highest=highest)
        if isinstance(units, int):
            constant += units
        else:
            total = units if total is None else total + units
    if total is None:
        return constant
    return total + constant if constant else total


def _units(reach: Reach, space: Space, corner: _Corner, *, highest: bool) -> _Units:
    *tested, (_, found) = chain(reach, space, highest=highest)
    units: _Units = found
    for condition, reached in reversed(tested):
        units = _if(condition.fold(corner.test, _ALWAYS), reached, units)
    return units


def _if(where: _Term, then: _Units, otherwise: _Units) -> _Units:
    if isinstance(where.said, bool):
        return then if where.said else otherwise
    if isinstance(then, int) and isinstance(otherwise, int) and then == otherwise:
        return then
    return (
        nw.when(where.said)
        .then(nw.lit(then) if isinstance(then, int) else then)
        .otherwise(nw.lit(otherwise) if isinstance(otherwise, int) else otherwise)
    )


def outside_expression(cells: Mapping[str, Cells]) -> Any:
    """Return in how many columns a row holds what the domain does not."""
    counted: _Units = 0
    for each in cells.values():
        where = each.outside()
        if where is not None:
            counted = counted + where.cast(nw.Int64())
    return counted
