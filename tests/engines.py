"""The engines that frames are tested on, each by how it makes and reads a frame.

Loaded by name: not all of them come with types.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Columns = "Mapping[str, Sequence[Any]]"
Kinds = "Mapping[str, str]"

pandas: Any = import_module("pandas")
polars: Any = import_module("polars")
pyarrow: Any = import_module("pyarrow")
duckdb: Any = import_module("duckdb")


def polars_frame(columns: Mapping[str, Sequence[Any]], kinds: Mapping[str, str]) -> Any:
    """Make a polars frame; *kinds* says bool, str or int where nulls could hide it."""
    types = {
        "bool": polars.Boolean,
        "str": polars.String,
        "int": polars.Int64,
        "date": polars.Date,
        "float": polars.Float64,
    }
    schema = {name: types[kinds[name]] for name in columns}
    return polars.DataFrame(dict(columns), schema=schema)


_OBJECTS = {"date": "datetime64[ns]"}  # pandas itself has no days


def _pandas_objects(columns: Any, kinds: Any) -> Any:
    return pandas.DataFrame(
        {
            name: pandas.Series(values, dtype=_OBJECTS.get(kinds[name], object))
            for name, values in columns.items()
        }
    )


def _pandas_nullable(columns: Any, kinds: Any) -> Any:
    types = {
        "bool": "boolean",
        "str": "string",
        "int": "Int64",
        "float": "Float64",
    } | _OBJECTS
    return _pandas_objects(columns, kinds).astype(
        {name: types[kinds[name]] for name in columns}
    )


def _pandas_arrow(columns: Any, kinds: Any) -> Any:
    types = {
        "bool": "bool[pyarrow]",
        "str": "string[pyarrow]",
        "int": "int64[pyarrow]",
        "float": "double[pyarrow]",
        "date": "date32[pyarrow]",
    }
    return _pandas_nullable(columns, kinds).astype(
        {name: types[kinds[name]] for name in columns}
    )


def _duckdb(columns: Any, kinds: Any) -> Any:
    table = polars_frame(columns, kinds).to_arrow()
    return duckdb.connect().from_arrow(table)


def _rows(frame: Any) -> list[dict[str, Any]]:
    return list(frame.to_dicts())


MAKERS: dict[str, Callable[[Any, Any], Any]] = {
    "pandas, objects": _pandas_objects,
    "pandas, nullable": _pandas_nullable,
    "pandas, Arrow": _pandas_arrow,
    "polars, eager": polars_frame,
    "polars, lazy": lambda columns, kinds: polars_frame(columns, kinds).lazy(),
    "pyarrow": lambda columns, kinds: polars_frame(columns, kinds).to_arrow(),
    "duckdb": _duckdb,
}


def records(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any engine, in its order."""
    if isinstance(frame, polars.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, polars.DataFrame):
        return _rows(frame)
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return _rows(frame.pl())
    if isinstance(frame, pyarrow.Table):
        return list(frame.to_pylist())
    return [
        {name: _plain(value) for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value
