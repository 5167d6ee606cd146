"""Quartiles by group, for indicators in a data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeVar, cast

from icluster.errors import InvalidValueError
from icluster.frames._engines import (
    folding,
    is_view,
    nw,
    refuse_column,
    refuse_missing,
    unwrapped,
    wrapped,
)
from icluster.words import say

FrameT = TypeVar("FrameT")

_ADDED: Final = ("size", "lower_quartile", "median", "upper_quartile")
_VALUE, _RANK, _FIRST = "icluster_value", "icluster_rank", "icluster_first"
_BELOW, _ABOVE = "icluster_below_", "icluster_above_"
_TAKEN: Final = (*_ADDED, _VALUE, _RANK, _FIRST)
_ENDS: Final = tuple((end, name) for name in _ADDED[1:] for end in (_BELOW, _ABOVE))
_LARGEST: Final = 2**61  # four times as much is what 64 bits no longer hold


def quartiles(
    frame: FrameT, value: str, *, by: Iterable[str], minimum: int = 5
) -> FrameT:
    """Return the size and the quartiles of a column, a row a group, in any order.

    Quartiles are those of `statistics.quantiles` by the inclusive method: the
    group is all there is to compare with. A cut is a quarter of a whole number of
    values: that of whole numbers is exact, and the closest float is given, as long as
    they are below ``2**61``; beyond, and in columns of floats, it is computed in
    floats. Rows without a value (null or NaN), or without a group, are left out and
    not counted; so are groups that are too small. Infinities are values, as they are
    for `statistics.quantiles`: a cut at one is infinite, or NaN.

    Args:
        frame: A frame of any engine. What is lazy stays lazy.
        value: The column of numbers: floats, or whole numbers that 64 bits with a
            sign hold. Cast others first; decimals become floats then.
        by: The columns that tell the groups.
        minimum: Fewest values of a group; the default is a proposal of icluster.

    Raises:
        UnknownNameError: A column is not there.
        InvalidValueError: The engine ranks nothing within groups, as Dask does not;
            the column holds no such numbers, there is no group, one comes twice, the
            minimum is below 1, or a group has the name of a result.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> frame = pl.DataFrame(
        ...     {"sector": ["a"] * 4, "participants": [10, 20, 30, 40]}
        ... )
        >>> quartiles(frame, "participants", by=["sector"], minimum=4).rows()
        [('a', 4, 17.5, 25.0, 32.5)]
    """
    wrapped_frame = wrapped(frame)
    keys = _checked(wrapped_frame, value, by, minimum)
    whole = not wrapped_frame.collect_schema()[value].is_float()
    try:
        placed = _placed(_known(wrapped_frame, value, keys), keys)
    except NotImplementedError:
        expected = "of an engine that ranks within groups, which Dask does not"
        engine = str(wrapped_frame.implementation)
        raise InvalidValueError("frame", expected, engine) from None
    cuts = (
        placed.filter((nw.col("size") >= minimum) & _beside_a_cut())
        .with_columns(*_neighbours(whole=whole))
        .group_by(*keys)
        .agg(
            nw.col("size").max(), *(nw.col(f"{end}{name}").sum() for end, name in _ENDS)
        )
        .select(*keys, "size", *_cuts(whole=whole, floats=_floats_of(wrapped_frame)))
    )
    return cast("FrameT", unwrapped(cuts, frame, wrapped_frame))


def _checked(
    frame: Any, value: str, by: Iterable[str], minimum: int
) -> tuple[str, ...]:
    if isinstance(by, str) or not isinstance(by, Iterable):
        raise InvalidValueError("by", "several columns, in a list or a tuple", by)
    keys = tuple(by)
    schema = frame.collect_schema()
    refuse_missing((value, *keys), schema)
    fold = folding(frame)
    names = tuple(map(fold, keys))
    if not names or set(names) & {fold(value), *_TAKEN}:
        expected = say("columns not called {}", (value, *_ADDED))
        raise InvalidValueError("by", expected, keys)
    if len(set(names)) < len(names):
        raise InvalidValueError("by", "of columns named once each", keys)
    if not _is_whole(schema[value]) and not schema[value].is_float():
        expected_type = "of floats, or of whole numbers of 64 bits with a sign; cast it"
        refuse_column(value, expected_type, schema[value])
    if not isinstance(minimum, int) or minimum < 1:
        raise InvalidValueError("minimum", "1 or more", minimum)
    return keys


def _is_whole(dtype: Any) -> bool:
    """Tell whether a column holds whole numbers that 64 bits with a sign hold."""
    signed = (nw.Int8, nw.Int16, nw.Int32, nw.Int64)
    return isinstance(dtype, (*signed, nw.UInt8, nw.UInt16, nw.UInt32))


def _known(frame: Any, value: str, keys: tuple[str, ...]) -> Any:
    """Return the groups and the values, one width for all, where both are said."""
    schema = frame.collect_schema()
    width = nw.Float64() if schema[value].is_float() else nw.Int64()
    groups = (
        nw.col(name).cast(nw.String()) if is_view(frame, name) else nw.col(name)
        for name in keys
    )
    valued = frame.select(*groups, nw.col(value).cast(width).alias(_VALUE)).drop_nulls()
    for name, dtype in valued.collect_schema().items():
        if dtype.is_float():
            valued = valued.filter(~nw.col(name).is_nan())
    return valued


def _placed(known: Any, keys: tuple[str, ...]) -> Any:
    """Add the rank of each value in its group, ties in any order, and the size."""
    if known.implementation.is_pyarrow():
        return _placed_by_sorting(known, keys)
    column = nw.col(_VALUE)
    return known.with_columns(
        column.rank("ordinal").over(*keys).cast(nw.Int64()).alias(_RANK),
        column.count().over(*keys).cast(nw.Int64()).alias("size"),
    )


def _placed_by_sorting(known: Any, keys: tuple[str, ...]) -> Any:
    """Do the same where ranks within groups are not to be had."""
    rows = known.sort(*keys, _VALUE).with_row_index(_RANK)
    rows = rows.with_columns(nw.col(_RANK).cast(nw.Int64()))
    groups = rows.group_by(*keys).agg(
        nw.col(_RANK).min().alias(_FIRST), nw.col(_VALUE).count().alias("size")
    )
    joined = rows.join(groups, on=list(keys), how="left")
    return joined.with_columns(nw.col(_RANK) - nw.col(_FIRST) + 1)


def _place(part: int) -> tuple[Any, Any]:
    """Return after which value a cut lies, and how many quarters of the way on."""
    place = (nw.col("size") - 1) * part
    left = place // 4
    return left + 1, place - left * 4


def _beside_a_cut() -> Any:
    """Return which rows matter: there are six a group, however large it is."""
    gaps = [nw.col(_RANK) - _place(part)[0] for part in (1, 2, 3)]
    first, second, third = ((gap >= 0) & (gap <= 1) for gap in gaps)
    return first | second | third


def _neighbours(*, whole: bool) -> Iterable[Any]:
    """Yield the values below and above each cut, in their rows, and zero in others."""
    nothing = nw.lit(0 if whole else 0.0)
    for part, name in enumerate(_ADDED[1:], start=1):
        below, _ = _place(part)
        for end, rank in ((_BELOW, below), (_ABOVE, below + 1)):
            here = nw.when(nw.col(_RANK) == rank).then(nw.col(_VALUE))
            yield here.otherwise(nothing).alias(f"{end}{name}")


def _cuts(*, whole: bool, floats: Any) -> Iterable[Any]:
    for part, name in enumerate(_ADDED[1:], start=1):
        _, rest = _place(part)
        below, above = nw.col(f"{_BELOW}{name}"), nw.col(f"{_ABOVE}{name}")
        if whole:
            yield _cut_of_whole(below, above, rest, floats).alias(name)
        else:
            yield _between(below, above, rest.cast(nw.Float64())).alias(name)


def _cut_of_whole(below: Any, above: Any, rest: Any, floats: Any) -> Any:
    """Compute in whole numbers where they hold it, and in floats elsewhere."""
    below, above = below.cast(nw.Int64()), above.cast(nw.Int64())
    fits = _is_small(below) & _is_small(above)
    # Both branches are computed: what does not fit must not overflow in this one.
    low, high = (nw.when(fits).then(end).otherwise(nw.lit(0)) for end in (below, above))
    exact = floats(low * (4 - rest) + high * rest) / 4.0
    rounded = _between(floats(below), floats(above), rest.cast(nw.Float64()))
    return nw.when(fits).then(exact).otherwise(rounded)


def _is_small(number: Any) -> Any:
    return (number > -_LARGEST) & (number < _LARGEST)


def _between(below: Any, above: Any, rest: Any) -> Any:
    return (below * (4.0 - rest) + above * rest) / 4.0


def _floats_of(frame: Any) -> Any:
    """Return how an engine turns whole numbers into the closest floats."""
    engine = frame.implementation
    return _halves if engine.is_pyarrow() or engine.is_pandas() else _cast


def _cast(number: Any) -> Any:
    return number.cast(nw.Float64())


def _halves(number: Any) -> Any:
    """Add two halves, as Arrow refuses to round; their sum is rounded, once."""
    upper = number // 2**32
    lower = number - upper * 2**32
    return _cast(upper) * 2.0**32 + _cast(lower)
