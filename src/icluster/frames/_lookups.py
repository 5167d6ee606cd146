"""Scoring by lookup, which pandas does faster than it compares.

A row is one number, built of the states of its columns; an array gives the bound
for each number. The arrays are made by taking the lowest or highest along one fact
after the other, so they are exact for every rubric.
"""

from __future__ import annotations

from math import isnan, prod
from typing import TYPE_CHECKING, Any, Final

from icluster.conditions import value_text
from icluster.frames._bounds import targets_of
from icluster.frames._cells import NO_ANSWERS, Cells, Kind, as_whole
from icluster.frames._compared import with_scores
from icluster.frames._engines import nw
from icluster.frames._plan import Part, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icluster.frames._bounds import Target
    from icluster.frames._cells import Answers
    from icluster.rubrics import Rubric
    from icluster.rubrics._completions import Space
    from icluster.rubrics._reaches import Reach
    from icluster.vocabularies import Missing


_LARGEST_ARRAY: Final = 2**20
_ROWS_AT_ONCE: Final = 2**15  # as many as stay in the processor's cache


def score_pandas(frame: Any, view: Any, plan: Plan, cells: Mapping[str, Cells]) -> Any:
    """Add every column of a plan to a frame of pandas, read as the view has it."""
    _, together = targets_of(plan.rubric)
    if any(_array_size(target, cells) > _LARGEST_ARRAY for target in together):
        scored = with_scores(view, plan, cells).to_native()
        added = {name: scored[name].array for name in plan.names}
    else:
        added = dict(_looked_up(view, plan, cells))
    return nw.from_native(frame.to_native().assign(**added))


# --- columns that pandas has no type for ------------------------------------------


def typed(
    frame: Any,
    rubric: Rubric,
    columns: Mapping[str, str | Missing],
    answers: Answers,
) -> Any:
    """Return the frame with a type for columns that hold objects of any."""
    native = frame.to_native()
    asked: dict[str, Answers] = {}
    for fact in rubric.facts.facts:
        column = columns.get(fact.name, fact.name)
        if isinstance(column, str):
            asked[column] = answers if answers.may_say(fact) else NO_ANSWERS
    typed_columns = {
        name: column
        for name in native.columns
        if name in asked
        and (column := _typed_column(frame, name, asked[name])) is not None
    }
    return nw.from_native(native.assign(**typed_columns)) if typed_columns else frame


def _typed_column(frame: Any, name: str, answers: Answers) -> Any:
    """Return a column of objects, or categories of no texts, in a type to read."""
    column = frame.to_native()[name]
    dtype = frame.collect_schema()[name]
    if answers is not NO_ANSWERS and not isinstance(dtype, nw.Boolean):
        texts = column.astype(object)
        texts[:] = _as_text(column, answers)
        return texts.astype("string")
    if isinstance(dtype, (nw.Categorical, nw.Enum)):
        if all(isinstance(category, str) for category in column.cat.categories):
            return None
        column = column.astype(object)
    if column.dtype != object:
        return None
    converted = column.convert_dtypes()
    if converted.dtype == object:
        converted = column.astype(object)
        converted[:] = _as_text(column)
        converted = converted.astype("string")
    return converted


def _as_text(native: Any, answers: Answers = NO_ANSWERS) -> list[str | None]:
    """Write out a column that holds values of several types, as text would say it."""
    return [
        None if is_missing else value_text(answers.read(as_whole(value)))
        for value, is_missing in zip(native, native.isna(), strict=True)
    ]


# --- the columns to add -----------------------------------------------------------


def _looked_up(
    view: Any, plan: Plan, cells: Mapping[str, Cells]
) -> Iterator[tuple[str, Any]]:
    native = view.to_native()
    rows = len(native)
    states = {
        name: (None, None)
        if column.column is None
        else _states(native[column.column], column)
        for name, column in cells.items()
    }
    bounds = _bounds(plan, cells, states, rows)
    for column in plan.sums:
        units, *more_units = (
            bounds[id(target), column.highest] for target in column.targets
        )
        for units_of_target in more_units:
            # In place: the array is of this column alone, and copies cost time.
            units += units_of_target
        yield column.name, plan.in_points(units) if plan.as_floats else units
    if Part.OUTSIDE in plan.parts:
        yield plan.outside, _outside(states, rows)
    if plan.with_unit:
        yield plan.unit_column, plan.unit


def _bounds(
    plan: Plan,
    cells: Mapping[str, Cells],
    states: Mapping[str, tuple[Any, Any]],
    rows: int,
) -> dict[tuple[int, bool], Any]:
    """Return the bound of each target, of all rows, component by component."""
    bounds: dict[tuple[int, bool], Any] = {}
    for component in plan.rubric._outcomes.components:
        ends = [
            (target, column.highest)
            for column in plan.sums
            for target in column.targets
            if target.component is component
        ]
        names = component.space.names
        columns = [(states[name][0], len(cells[name].states)) for name in names]
        arrays = [
            _bound_array(target, cells, highest=highest) for target, highest in ends
        ]
        units_of_ends = _look_up(columns, arrays, rows)
        for (target, highest), units in zip(ends, units_of_ends, strict=True):
            bounds[id(target), highest] = units
    return bounds


def _outside(states: Mapping[str, tuple[Any, Any]], rows: int) -> Any:
    import numpy as np

    count = np.zeros(rows, dtype="int64")
    for _, outside in states.values():
        if outside is not None:
            count += outside
    return count


# --- states and arrays ------------------------------------------------------------


def _states(native: Any, cells: Cells) -> tuple[Any, Any]:
    """Return the state of each row by its position, and the rows outside or None.

    Args:
        native: The pandas series.
        cells: What its cells may say.
    """
    import numpy as np

    unknown = cells.states.index(cells.everything)
    if cells.kind is Kind.BOOLEAN:
        # False and true are the states 0 and 1, so the bytes of the column are its
        # states as they lie in memory.
        if native.dtype == bool:
            return native.to_numpy().view("uint8"), None
        bytes_ = native.fillna(value=False).to_numpy(dtype=bool).view("uint8")
        return np.where(native.isna(), np.uint8(unknown), bytes_), None
    state_of = {label: cells.states.index(mask) for label, mask in cells.labels}
    # Each distinct value is looked up once; the rows only take its number. Nulls
    # have the code -1, which takes the last place of the array.
    codes, distinct = native.factorize()
    values = [*map(as_whole, distinct)]
    states = [*map(state_of.get, values)]
    numbers = [unknown if state is None else state for state in states]
    smallest_type = np.min_scalar_type(len(cells.states))
    array = np.array([*numbers, unknown], dtype=smallest_type)[codes]
    strays = [
        state is None and not _is_nan(value)
        for state, value in zip(states, values, strict=True)
    ]
    if not any(strays):
        return array, None
    return array, np.array([*strays, False])[codes]


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and isnan(value)


def _array_size(target: Target, cells: Mapping[str, Cells]) -> int:
    """Return how many numbers a row can be."""
    return prod(len(cells[name].states) for name in target.space.names)


def _bound_array(target: Target, cells: Mapping[str, Cells], *, highest: bool) -> Any:
    """Return one bound of a target for every number that a row can be, in units."""
    import numpy as np

    space = target.space
    total = sum(_units(reach, space, highest=highest) for reach in target.reaches)
    # Completions are numbered with the first fact fastest: an axis a fact.
    shape = [len(cells[name].fact.domain) for name in space.names]
    array = np.asarray(total).reshape(shape, order="F")
    furthest = np.maximum.reduce if highest else np.minimum.reduce
    for axis, name in enumerate(space.names):
        # Along the axis, a place a value becomes a place a state: a set of values.
        array = np.stack(
            [
                furthest(array.take(_positions(mask), axis=axis), axis=axis)
                for mask in cells[name].states
            ],
            axis=axis,
        )
    return array.ravel(order="F")


def _positions(mask: int) -> list[int]:
    return [position for position in range(mask.bit_length()) if mask >> position & 1]


def _units(reach: Reach, space: Space, *, highest: bool) -> Any:
    """Return the units that each completion gives at least, or at most."""
    import numpy as np

    units_of_all = np.zeros(space.size, dtype="int64")
    steps = list(zip(reach.units, reach.levels, strict=True))
    # Where a gap leaves several levels, the last one written is the bound.
    for units, level in steps if highest else reversed(steps):
        packed = level.to_bytes(space.size // 8 + 1, "little")
        bits = np.unpackbits(np.frombuffer(packed, dtype="uint8"), bitorder="little")
        units_of_all[bits[: space.size].astype(bool)] = units
    return units_of_all


def _look_up(
    columns: Sequence[tuple[Any, int]], arrays: Sequence[Any], rows: int
) -> list[Any]:
    """Return what each array says of each row.

    Args:
        columns: For each fact, the states of all rows and how many there are; in
            the order in which the arrays were made.
        arrays: The arrays.
        rows: How many rows there are.
    """
    import numpy as np

    results = [np.empty(rows, dtype="int64") for _ in arrays]
    size = prod(count for _, count in columns)
    numbers = np.empty(min(rows, _ROWS_AT_ONCE), dtype=np.min_scalar_type(size))
    for start in range(0, rows, _ROWS_AT_ONCE):
        stop = min(start + _ROWS_AT_ONCE, rows)
        block = numbers[: stop - start]
        block[:] = 0
        # Digit by digit, the last fact first, since the first one is fastest.
        for states, count in reversed(columns):
            block *= count
            if states is not None:
                block += states[start:stop]
        for array, result in zip(arrays, results, strict=True):
            # Nothing is out of bounds; "clip" is only faster than to check it.
            array.take(block, out=result[start:stop], mode="clip")
    return results
