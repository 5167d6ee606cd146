"""Scoring by expressions, which every engine computes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from icluster.frames._expressions import bound_expression, outside_expression
from icluster.frames._plan import Part, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icluster.frames._cells import Cells

__all__ = ["with_scores"]


def with_scores(frame: Any, plan: Plan, cells: Mapping[str, Cells]) -> Any:
    """Add every column of a plan; points are made of units that are there."""
    scored = frame.with_columns(*_expressions(plan, cells))
    if not plan.as_floats:
        return scored
    names = [each.name for each in plan.sums]
    return scored.with_columns(
        *(plan.in_points(nw.col(name)).alias(name) for name in names)
    )


def _expressions(plan: Plan, cells: Mapping[str, Cells]) -> Iterator[nw.Expr]:
    for each in plan.sums:
        found: Any = 0
        for target in each.targets:
            bound = target.bound(highest=each.highest)
            found = _plus(found, bound_expression(target, bound, cells))
        yield _whole(found).alias(each.name)
    if Part.OUTSIDE in plan.parts:
        yield _whole(outside_expression(cells)).alias(plan.outside)
    if Part.UNIT in plan.parts:
        yield nw.lit(plan.unit).alias(plan.unit_column)


def _whole(found: Any) -> nw.Expr:
    expression = nw.lit(found) if isinstance(found, int) else found
    return expression.cast(nw.Int64())


def _plus(one: Any, other: Any) -> Any:
    return other if isinstance(one, int) and one == 0 else other + one
