"""Frames of any engine: wrapped, made, told apart; and what is refused of every one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from icluster._extras import Extra
from icluster._fields import check_type
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.words import Key, Quoted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import narwhals.stable.v2 as nw
    from narwhals import exceptions

    from icluster.words import Sentence, Steps
else:
    # The room can be imported without narwhals; its functions say what is missing.
    nw = Extra("frames", "narwhals.stable.v2")
    exceptions = Extra("frames", "narwhals.exceptions")

__all__ = ["nw"]

# What a column of values of one type is called in narwhals.
_TYPES: Final[Mapping[type, str]] = MappingProxyType(
    {str: "String", int: "Int64", float: "Float64", bool: "Boolean", date: "Date"}
)
# In pandas the types of numpy have no null: it would become false, or the numbers
# floats. Days have no type at all.
_NULLABLE_IN_PANDAS: Final[Mapping[type, str]] = MappingProxyType(
    {bool: "boolean", int: "Int64", date: "object"}
)

_BEYOND_64_BITS: Final = 2**63


def wrapped(frame: object) -> Any:
    """Return a frame as narwhals wraps it.

    Raises:
        InvalidValueError: It is none, two of its columns have one name, or a
            name is no text.
        MissingExtraError: narwhals is not installed.
    """
    unsound = exceptions.NarwhalsError
    try:
        wrapped_frame: Any = nw.from_native(frame)  # pyright: ignore[reportCallIssue, reportArgumentType]
        schema = wrapped_frame.collect_schema()  # refuses columns of one name
    except TypeError:
        expected = "a data frame that narwhals knows"
        raise InvalidValueError("frame", expected, type(frame).__name__) from None
    except unsound as error:
        raise InvalidValueError("frame", "sound", str(error)) from None
    if strays := [name for name in schema if not isinstance(name, str)]:
        expected = "of columns whose names are text; rename the others first"
        raise InvalidValueError("frame", expected, strays)
    return wrapped_frame


def unwrapped(result: Any, frame: object, wrapped_frame: object) -> Any:
    """Return a *result* as the *frame* came: wrapped, or as its engine knows it."""
    return result if frame is wrapped_frame else result.to_native()


def framed(columns: Mapping[str, tuple[list[Any], type]], backend: Any) -> Any:
    """Return values, with the type of those of each column, as a native frame.

    Raises:
        InvalidValueError: narwhals knows no such engine, it is lazy, or it is not
            installed.
        MissingExtraError: narwhals is not installed.
    """
    from_dict = nw.from_dict
    try:
        empty = from_dict({}, backend=backend)
    except (TypeError, ValueError, ImportError):
        expected = say(
            "an eager engine that is installed, such as {}", Quoted("polars")
        )
        raise InvalidValueError("backend", expected, backend) from None
    is_loose = empty.implementation.is_pandas() or empty.implementation.is_modin()
    series = {
        name: _nullable(name, values, kind, backend)
        if is_loose and kind in _NULLABLE_IN_PANDAS
        else nw.new_series(name, values, getattr(nw, _TYPES[kind])(), backend=backend)
        for name, (values, kind) in columns.items()
    }
    return (from_dict(series) if series else empty).to_native()


def _nullable(name: str, values: list[Any], kind: type, backend: Any) -> Any:
    objects = nw.new_series(name, values, nw.Object(), backend=backend).to_native()
    typed = objects.astype(_NULLABLE_IN_PANDAS[kind])
    return nw.from_native(typed, series_only=True)


def is_large(values: Iterable[Any]) -> bool:
    """Tell whether 64 bits do not hold one of the whole numbers among *values*."""
    return any(
        isinstance(value, int) and not -_BEYOND_64_BITS <= value < _BEYOND_64_BITS
        for value in values
    )


def how_many(conditions: Iterable[Any]) -> Any:
    """Return how many of *conditions* hold in a row, as an expression."""
    ones = (condition.cast(nw.Int64()) for condition in conditions)
    return sum(ones, nw.lit(0).cast(nw.Int64()))


def as_mapping(columns: object) -> Mapping[Any, Any]:
    """Return names of columns as they were given; none is none."""
    if columns is None:
        return {}
    if not isinstance(columns, Mapping):
        expected = "a mapping from what is looked for to the column that holds it"
        raise InvalidValueError("columns", expected, columns)
    return columns


def column_place(name: str) -> Steps:
    """Return the place that messages give for a column."""
    return "column", Key(name)


def refuse_column(name: str, expected: str | Sentence, dtype: object) -> None:
    """Refuse a column for its type."""
    raise InvalidValueError(column_place(name), expected, str(dtype)) from None


def refuse_missing(
    names: Iterable[Any], schema: Iterable[str], remedy: str | Sentence = ""
) -> None:
    """Refuse names of columns that are not there, all at once."""
    present = tuple(schema)
    missing = tuple(
        name for name in names if not isinstance(name, str) or name not in present
    )
    if missing:
        first, *rest = missing
        raise UnknownNameError("column", missing if rest else first, present, remedy)


def says_nothing(frame: Any, name: str) -> bool:
    """Tell whether a column at hand holds nulls alone; lazy ones are not asked."""
    return not isinstance(frame, nw.LazyFrame) and bool(frame[name].is_null().all())


def is_view(frame: Any, name: str) -> bool:
    """Tell whether a column of texts must be cast, as Arrow compares no views.

    Raises:
        InvalidValueError: It is one of pandas, which cannot cast it either.
    """
    native, engine = frame.to_native(), frame.implementation
    if engine.is_pyarrow():
        return str(native.schema.field(name).type) == "string_view"
    if engine.is_pandas() and str(native[name].dtype).startswith("string_view"):
        usable = Quoted("string[pyarrow]")
        expected = say("of texts that pandas can compare, such as {}", usable)
        refuse_column(name, expected, native[name].dtype)
    return False


def folding(frame: Any) -> Callable[[str], str]:
    """Return how the engine of a frame writes names that it holds to be one.

    SQL does not tell ``Unit`` from ``unit``: of two such columns one is lost.
    """
    engine = frame.implementation
    is_sql = engine.is_duckdb() or engine.is_spark_like() or engine.is_ibis()
    return str.casefold if is_sql else str


def refuse_taken(
    added: tuple[str, ...], frame: Any, prefix: object, remedy: str = ""
) -> None:
    """Refuse to overwrite a column; where all are there the remedy is told."""
    check_type("prefix", prefix, str)
    fold = folding(frame)
    new_names = set(map(fold, added))
    old_names = [name for name in frame.collect_schema() if fold(name) in new_names]
    if old_names:
        first, *rest = old_names
        overwritten: object = Quoted(first)
        if rest:
            overwritten = say("{} and {} more", overwritten, len(rest))
        expected = say("one that overwrites no column, as it would {}", overwritten)
        if remedy and len(old_names) == len(new_names):
            expected = say("{}; {}", expected, say(remedy))
        raise InvalidValueError("prefix", expected, prefix)
