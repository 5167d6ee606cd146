"""Quartiles by group, for indicators in a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import narwhals.stable.v2 as nw

from icluster.errors import InvalidValueError
from icluster.frames._frames import refuse_missing, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["quartiles"]


def __dir__() -> list[str]:
    return __all__


FrameT = TypeVar("FrameT")

_ADDED = ("size", "lower_quartile", "median", "upper_quartile")
_RANK, _SIZE = "icluster_rank", "icluster_size"


def quartiles(
    frame: FrameT, value: str, *, by: Iterable[str], minimum: int = 5
) -> FrameT:
    """Return the size and the quartiles of a column, a row a group, in any order.

    Quartiles are those of `statistics.quantiles` by the inclusive method: the
    group is all there is to compare with. A cut is a quarter of a whole number of
    values, so that of whole numbers is exact. Rows without a value, or without a
    group, are left out; so are groups that are too small.

    Args:
        frame: A frame of any engine. What is lazy stays lazy.
        value: The column of numbers.
        by: The columns that tell the groups.
        minimum: Fewest values of a group; the default is a proposal of icluster.

    Raises:
        UnknownNameError: A column is not there.
        InvalidValueError: The engine ranks nothing within groups, as Dask does not;
            the column holds no numbers, there is no group, the
            minimum is below 1, or a group has the name of a result.

    Example:
        >>> import polars as pl
        >>> frame = pl.DataFrame(
        ...     {"sector": ["a"] * 4, "participants": [10, 20, 30, 40]}
        ... )
        >>> quartiles(frame, "participants", by=["sector"], minimum=4).rows()
        [('a', 4, 17.5, 25.0, 32.5)]
    """
    given = wrapped(frame)
    keys = _checked(given.collect_schema(), value, by, minimum)
    known = given.select(*keys, value).drop_nulls()
    try:
        placed = _placed(known, value, keys)
    except NotImplementedError:
        expected = "of an engine that ranks within groups, which Dask does not"
        raise InvalidValueError("frame", expected, str(given.implementation)) from None
    number, size = nw.col(_RANK), nw.col(_SIZE)
    cuts = []
    for part, name in enumerate(_ADDED[1:], start=1):
        # The cut lies `rest` quarters of the way from one value to the next.
        place = (size - 1) * part
        left = place // 4
        rest = place - left * 4
        weight = (
            nw.when(number == left + 1)
            .then(4 - rest)
            .otherwise(nw.when(number == left + 2).then(rest).otherwise(nw.lit(0)))
        )
        cuts.append((nw.col(value) * weight).alias(name))
    found = (
        placed.with_columns(*cuts)
        .filter(size >= minimum)
        .group_by(*keys)
        .agg(size.max().alias("size"), *(nw.col(name).sum() for name in _ADDED[1:]))
        .with_columns(*(nw.col(name) / 4.0 for name in _ADDED[1:]))
    )
    return cast("FrameT", found if frame is given else found.to_native())


def _placed(known: Any, value: str, keys: tuple[str, ...]) -> Any:
    """Add the rank of each value in its group, ties in any order, and the size."""
    if known.implementation.is_pyarrow():
        return _placed_by_sorting(known, value, keys)
    column = nw.col(value)
    return known.with_columns(
        column.rank("ordinal").over(*keys).cast(nw.Int64()).alias(_RANK),
        column.count().over(*keys).cast(nw.Int64()).alias(_SIZE),
    )


def _placed_by_sorting(known: Any, value: str, keys: tuple[str, ...]) -> Any:
    """Do the same where ranks within groups are not to be had."""
    rows = known.sort(*keys, value).with_row_index(_RANK)
    rows = rows.with_columns(nw.col(_RANK).cast(nw.Int64()))
    groups = rows.group_by(*keys).agg(
        nw.col(_RANK).min().alias("icluster_first"),
        nw.col(value).count().alias(_SIZE),
    )
    joined = rows.join(groups, on=list(keys), how="left")
    return joined.with_columns(nw.col(_RANK) - nw.col("icluster_first") + 1)


def _checked(
    schema: Any, value: str, by: Iterable[str], minimum: int
) -> tuple[str, ...]:
    if isinstance(by, str):
        raise InvalidValueError("by", "several columns, not one text", by)
    keys = tuple(by)
    refuse_missing((value, *keys), schema)
    if not keys or set(keys) & {value, *_ADDED}:
        raise InvalidValueError("by", f"columns other than {value} and results", keys)
    if not schema[value].is_numeric():
        raise InvalidValueError(f"column {value!r}", "of numbers", str(schema[value]))
    if not isinstance(minimum, int) or minimum < 1:
        raise InvalidValueError("minimum", "1 or more", minimum)
    return keys
