"""Nouns and results as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

import narwhals.stable.v2 as nw

from icluster import wire
from icluster.errors import InvalidValueError
from icluster.frames._frames import wrapped

__all__ = ["from_objects", "to_objects"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")

_AS_JSON: Final = ":json"
_WHOLE: Final = "object"
_PLAIN: Final = frozenset({str, int, float, bool})


def from_objects(objects: Iterable[object], *, backend: Any) -> Any:
    """Return nouns or results as a frame, a row each.

    The rows are what ``wire.to_dict`` writes: a field within a field has a
    dot in its name, and a list, or a field that holds values of several types, is
    JSON text in a column whose name ends in ``:json``. Null stands for a field
    that is absent; what is written as text stands in the column ``object``.

    Args:
        objects: What to write, one type at a time.
        backend: ``"pandas"``, ``"polars"``, ``"pyarrow"``, or another eager
            engine that narwhals knows.

    Raises:
        InvalidValueError: narwhals knows no such eager engine, or objects are of
            several types.

    Example:
        >>> from icluster import Country
        >>> from_objects([Country("MX"), Country("ES")], backend="polars").columns
        ['object']
    """
    listed = tuple(objects)
    kinds = dict.fromkeys(type(each).__name__ for each in listed)
    if len(kinds) > 1:
        raise InvalidValueError("objects", "of one type", tuple(kinds))
    rows = [dict(_flat("", wire.to_dict(each))) for each in listed]
    names = dict.fromkeys(name for row in rows for name in row)
    columns = dict(_column(name, [row.get(name) for row in rows]) for name in names)
    try:
        return nw.from_dict(columns, backend=backend).to_native()
    except (TypeError, ValueError):
        raise InvalidValueError("backend", "an eager engine", backend) from None


def to_objects(frame: object, kind: type[T]) -> tuple[T, ...]:
    """Read back what `from_objects` wrote, in the order of the rows.

    Args:
        frame: The frame; a lazy one is collected.
        kind: The type of the objects.

    Raises:
        InvalidValueError: *frame* is no data frame.
        DecodeError: A row does not describe one.

    Example:
        >>> from icluster import Country
        >>> to_objects(from_objects([Country("MX")], backend="polars"), Country)
        (Country(code='MX'),)
    """
    given = wrapped(frame)
    eager = given.collect() if isinstance(given, nw.LazyFrame) else given
    return tuple(wire.from_dict(_nested(row), kind) for row in _rows(eager))


def _flat(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping) and value and all(map(_can_be_part, value)):
        for name, inner in value.items():
            yield from _flat(f"{path}.{name}" if path else name, inner)
    else:
        yield path or _WHOLE, value


def _can_be_part(name: str) -> bool:
    """Tell whether a name can be told again from the name of its column."""
    return bool(name) and not {".", ":"} & set(name)


def _column(name: str, values: list[Any]) -> tuple[str, list[Any]]:
    types = {type(value) for value in values} - {type(None)}
    if len(types) == 1 and types <= _PLAIN:
        return name, values
    texts = (None if each is None else json.dumps(each) for each in values)
    return name + _AS_JSON, list(texts)


def _nested(row: Mapping[str, Any]) -> Any:
    found: dict[str, Any] = {}
    for name, value in row.items():
        inner, (*path, last) = found, name.removesuffix(_AS_JSON).split(".")
        for step in path:
            inner = inner.setdefault(step, {})
        inner[last] = json.loads(value) if name.endswith(_AS_JSON) else _plain(value)
    return found[_WHOLE] if list(found) == [_WHOLE] else found


def _rows(frame: Any) -> Iterator[dict[str, Any]]:
    """Yield what each row says, without its nulls."""
    columns = [
        (name, frame[name].to_list(), frame[name].is_null().to_list())
        for name in frame.columns
    ]
    for row in range(len(frame)):
        yield {
            name: values[row] for name, values, missing in columns if not missing[row]
        }


def _plain(value: Any) -> Any:
    """Turn a float that stands for a whole number, because of gaps, into one."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
