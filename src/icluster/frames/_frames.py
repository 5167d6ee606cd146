"""Frames of any engine, wrapped; and what is refused of every one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import narwhals.stable.v2 as nw
from narwhals.exceptions import NarwhalsError

from icluster._fields import check_type
from icluster.errors import InvalidValueError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "as_mapping",
    "folding",
    "framed",
    "is_large",
    "is_view",
    "refuse_missing",
    "refuse_taken",
    "says_nothing",
    "wrapped",
]

# In pandas the types of numpy have no null: it would become false, or the numbers
# floats. Days have no type at all.
_NULLABLE: Final[Mapping[type, str]] = MappingProxyType(
    {nw.Boolean: "boolean", nw.Int64: "Int64", nw.Date: "object"}
)

_LARGEST: Final = 2**63


def wrapped(frame: Any) -> Any:
    """Return a frame as narwhals wraps it.

    Raises:
        InvalidValueError: It is none, two of its columns have one name, or a
            name is no text.
    """
    try:
        given: Any = nw.from_native(frame)
        schema = given.collect_schema()  # refuses columns of one name
    except TypeError:
        raise InvalidValueError(
            "frame", "a data frame that narwhals knows", type(frame).__name__
        ) from None
    except NarwhalsError as error:
        raise InvalidValueError("frame", "sound", str(error)) from None
    if strays := [name for name in schema if not isinstance(name, str)]:
        expected = "of columns whose names are text; rename the others first"
        raise InvalidValueError("frame", expected, strays)
    return given


def framed(columns: Mapping[str, tuple[list[Any], Any]], backend: Any) -> Any:
    """Return values, with the type of each column, as a native frame.

    Raises:
        InvalidValueError: narwhals knows no such engine, it is lazy, or it is not
            installed.
    """
    try:
        empty = nw.from_dict({}, backend=backend)
    except (TypeError, ValueError, ImportError):
        expected = "an eager engine that is installed, such as 'polars'"
        raise InvalidValueError("backend", expected, backend) from None
    loose = empty.implementation.is_pandas() or empty.implementation.is_modin()
    series = {
        name: _nullable(name, values, dtype, backend)
        if loose and type(dtype) in _NULLABLE
        else nw.new_series(name, values, dtype, backend=backend)
        for name, (values, dtype) in columns.items()
    }
    return (nw.from_dict(series) if series else empty).to_native()


def is_large(values: Iterable[Any]) -> bool:
    """Tell whether 64 bits do not hold one of the whole numbers among *values*."""
    return any(
        isinstance(each, int) and not -_LARGEST <= each < _LARGEST for each in values
    )


def _nullable(name: str, values: list[Any], dtype: Any, backend: Any) -> Any:
    objects = nw.new_series(name, values, nw.Object(), backend=backend).to_native()
    typed = objects.astype(_NULLABLE[type(dtype)])
    return nw.from_native(typed, series_only=True)


def as_mapping(columns: Any) -> Mapping[Any, Any]:
    """Return names of columns as they were given; none is none."""
    if columns is None:
        return {}
    if not isinstance(columns, Mapping):
        expected = "a mapping from what is looked for to the column that holds it"
        raise InvalidValueError("columns", expected, columns)
    return columns


def refuse_missing(names: Iterable[Any], schema: Iterable[str]) -> None:
    """Refuse names of columns that are not there, all at once."""
    known = tuple(schema)
    missing = tuple(
        name for name in names if not isinstance(name, str) or name not in known
    )
    if missing:
        first, *others = missing
        raise UnknownNameError("column", missing if others else first, known)


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
        expected = "of texts that pandas can compare, such as 'string[pyarrow]'"
        raise InvalidValueError(f"column {name!r}", expected, str(native[name].dtype))
    return False


def folding(frame: Any) -> Callable[[str], str]:
    """Return how the engine of a frame writes names that it holds to be one.

    SQL does not tell ``Unit`` from ``unit``: of two such columns one is lost.
    """
    engine = frame.implementation
    sql = engine.is_duckdb() or engine.is_spark_like() or engine.is_ibis()
    return str.casefold if sql else str


def refuse_taken(added: tuple[str, ...], frame: Any, prefix: Any) -> None:
    """Refuse to overwrite a column."""
    check_type("prefix", prefix, str)
    fold = folding(frame)
    wanted = set(map(fold, added))
    if taken := [name for name in frame.collect_schema() if fold(name) in wanted]:
        first, *others = taken
        more = f" and {len(others)} more" if others else ""
        expected = f"one that overwrites no column, as it would {first!r}{more}"
        raise InvalidValueError("prefix", expected, prefix)
