"""Scoring by tables, which pandas looks up faster than it compares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals.stable.v2 as nw

from icluster.frames._bounds import targets_of
from icluster.frames._cells import Cells, cells_of
from icluster.frames._compared import with_scores
from icluster.frames._plan import Part, Plan
from icluster.frames._tables import (
    LARGEST_TABLE,
    as_text,
    bound_table,
    look_up,
    states,
    table_size,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icluster.rubrics import Rubric
    from icluster.vocabularies import Missing

__all__ = ["score_pandas"]


def score_pandas(frame: Any, plan: Plan, columns: Mapping[str, str | Missing]) -> Any:
    view = _typed(frame, plan.rubric, columns)
    cells = cells_of(view, plan.rubric, columns)
    _, together = targets_of(plan.rubric)
    if any(table_size(each, cells) > LARGEST_TABLE for each in together):
        scored = with_scores(view, plan, cells).to_native()
        columns_added = {name: scored[name].array for name in plan.names}
    else:
        columns_added = dict(_looked_up(view, plan, cells))
    return nw.from_native(frame.to_native().assign(**columns_added))


def _typed(frame: Any, rubric: Rubric, columns: Mapping[str, str | Missing]) -> Any:
    """Return the frame with a type for columns that hold objects of any."""
    native = frame.to_native()
    asked = [columns.get(name, name) for name in rubric.facts.names]
    typed_columns = {}
    for name in native.columns:
        if name in asked:
            better = _better(frame, name)
            if better is not None:
                typed_columns[name] = better
    return nw.from_native(native.assign(**typed_columns)) if typed_columns else frame


def _better(frame: Any, name: str) -> Any:
    """Return a column of objects, or categories of no texts in a type to read."""
    column = frame.to_native()[name]
    if isinstance(frame.collect_schema()[name], (nw.Categorical, nw.Enum)):
        if all(isinstance(each, str) for each in column.cat.categories):
            return None
        column = column.astype(object)
    if column.dtype != object:
        return None
    better = column.convert_dtypes()
    if better.dtype == object:
        better = column.astype(object)
        better[:] = as_text(column)
        better = better.astype("str")
    return better


def _looked_up(
    view: Any, plan: Plan, cells: Mapping[str, Cells]
) -> Iterator[tuple[str, Any]]:
    native = view.to_native()
    rows = len(native)
    read = {
        name: (None, None) if each.column is None else states(native[each.column], each)
        for name, each in cells.items()
    }
    found: dict[tuple[int, bool], Any] = {}
    for component in plan.rubric.outcomes.components:
        here = [
            (target, each.highest)
            for each in plan.sums
            for target in each.targets
            if target.component is component
        ]
        names = component.space.names
        sides = [(read[name][0], len(cells[name].states)) for name in names]
        tables = [
            bound_table(target, cells, highest=highest) for target, highest in here
        ]
        for (target, highest), array in zip(
            here, look_up(sides, tables, rows), strict=True
        ):
            found[id(target), highest] = array
    for each in plan.sums:
        first, *others = (found[id(target), each.highest] for target in each.targets)
        for other in others:
            first += other
        yield each.name, plan.in_points(first) if plan.as_floats else first
    if Part.OUTSIDE in plan.parts:
        yield plan.outside, _outside(read, rows)
    if Part.UNIT in plan.parts:
        yield plan.unit_column, plan.unit


def _outside(read: Mapping[str, tuple[Any, Any]], rows: int) -> Any:
    import numpy as np

    counted = np.zeros(rows, dtype="int64")
    for _, outside in read.values():
        if outside is not None:
            counted += outside
    return counted
