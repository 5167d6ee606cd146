"""A rubric as tables: for pandas, which looks up faster than it compares.

A row is one number, built of the states of its columns; a table gives the bound
for each. The tables are made by taking the lowest or highest along one fact
after the other, so they are exact for every rubric.
"""

from __future__ import annotations

from math import isnan, prod
from typing import TYPE_CHECKING, Any

from icluster.conditions import value_text
from icluster.frames._cells import Cells, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from icluster.frames._bounds import Target
    from icluster.rubrics._completions import Space
    from icluster.rubrics._reaches import Reach

__all__ = ["LARGEST_TABLE", "as_text", "bound_table", "look_up", "states", "table_size"]

LARGEST_TABLE = 2**20
"""Numbers that a row may be at most, for a table to be made."""

_ROWS_AT_ONCE = 2**15  # as many as stay in the processor's cache


def as_text(native: Any) -> list[str | None]:
    """Write out a column that holds values of several types, as text would say it."""
    return [
        None if missing else value_text(_plain(value))
        for value, missing in zip(native, native.isna(), strict=True)
    ]


def _plain(value: Any) -> Any:
    """Turn a number of numpy's, or a float that is whole, into Python's own."""
    value = value.item() if hasattr(value, "item") else value
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and isnan(value)


def states(native: Any, cells: Cells) -> tuple[Any, Any]:
    """Return the state of each row by its position, and the rows outside or None.

    Args:
        native: The pandas series.
        cells: What its cells may say.
    """
    import numpy as np

    unknown = cells.states.index(cells.everything)
    if cells.kind is Kind.BOOLEAN:
        if native.dtype == bool:
            return native.to_numpy().view("uint8"), None
        said = native.fillna(value=False).to_numpy(dtype=bool).view("uint8")
        return np.where(native.isna(), np.uint8(unknown), said), None
    known = {label: cells.states.index(mask) for label, mask in cells.labels}
    codes, values = native.factorize()
    found = [known.get(_plain(value)) for value in values]
    numbers = [unknown if state is None else state for state in found]
    small = np.min_scalar_type(len(cells.states))
    array = np.array([*numbers, unknown], dtype=small)[codes]
    strays = [
        state is None and not _is_nan(_plain(value))
        for state, value in zip(found, values, strict=True)
    ]
    if not any(strays):
        return array, None
    outside = np.array([*strays, False])
    return array, outside[codes]


def table_size(target: Target, cells: Mapping[str, Cells]) -> int:
    """Return how many numbers a row can be."""
    return prod(len(cells[name].states) for name in target.space.names)


def bound_table(target: Target, cells: Mapping[str, Cells], *, highest: bool) -> Any:
    """Return one bound of a target for every number that a row can be, in units."""
    import numpy as np

    space = target.space
    total = sum(_units(reach, space, highest=highest) for reach in target.reaches)
    shape = [len(cells[name].fact.domain) for name in space.names]
    table = np.asarray(total).reshape(shape, order="F")
    reduce = np.maximum.reduce if highest else np.minimum.reduce
    for axis, name in enumerate(space.names):
        table = np.stack(
            [
                reduce(table.take(_positions(mask), axis=axis), axis=axis)
                for mask in cells[name].states
            ],
            axis=axis,
        )
    return table.ravel(order="F")


def _positions(mask: int) -> list[int]:
    return [position for position in range(mask.bit_length()) if mask >> position & 1]


def _units(reach: Reach, space: Space, *, highest: bool) -> Any:
    """Return the units that each completion gives at least, or at most."""
    import numpy as np

    found = np.zeros(space.size, dtype="int64")
    steps = list(zip(reach.units, reach.levels, strict=True))
    for units, level in steps if highest else reversed(steps):
        packed = level.to_bytes(space.size // 8 + 1, "little")
        bits = np.unpackbits(np.frombuffer(packed, dtype="uint8"), bitorder="little")
        found[bits[: space.size].astype(bool)] = units
    return found


def look_up(
    columns: Sequence[tuple[Any, int]], tables: Sequence[Any], rows: int
) -> list[Any]:
    """Return what each table says of each row.

    Args:
        columns: For each fact, the states of all rows and how many there are; in
            the order in which the tables were made.
        tables: The tables.
        rows: How many rows there are.
    """
    import numpy as np

    found = [np.empty(rows, dtype="int64") for _ in tables]
    size = prod(count for _, count in columns)
    number = np.empty(min(rows, _ROWS_AT_ONCE), dtype=np.min_scalar_type(size))
    for start, stop in _blocks(rows):
        part = number[: stop - start]
        part[:] = 0
        for states_of_all, count in reversed(columns):
            part *= count
            if states_of_all is not None:
                part += states_of_all[start:stop]
        for table, result in zip(tables, found, strict=True):
            table.take(part, out=result[start:stop], mode="clip")
    return found


def _blocks(rows: int) -> Iterator[tuple[int, int]]:
    for start in range(0, rows, _ROWS_AT_ONCE):
        yield start, min(start + _ROWS_AT_ONCE, rows)
