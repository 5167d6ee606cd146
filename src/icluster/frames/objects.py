"""Nouns and results as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_origin

import attrs
import narwhals.stable.v2 as nw

from icluster import wire
from icluster.errors import DecodeError, InvalidValueError
from icluster.frames._frames import framed, is_large, wrapped
from icluster.wire.documents import _parsed

__all__ = ["from_objects", "to_objects"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")

_AS_JSON: Final = ":json"
_WHOLE: Final = "object"
_PLAIN: Final[Mapping[type, Any]] = MappingProxyType(
    {str: nw.String(), int: nw.Int64(), float: nw.Float64(), bool: nw.Boolean()}
)
_NONE: Final = object()


def from_objects(objects: Iterable[object], *, backend: Any) -> Any:
    """Return nouns or results as a frame, a row each.

    The rows are what ``wire.to_dict`` writes: a field within a field has a
    dot in its name, and a list, or a field that holds values of several types, is
    JSON text in a column whose name ends in ``:json``. Null stands for a field
    that is absent; a None that is not the field's default is JSON too. What is
    written as text stands in the column ``object``. So the columns follow the
    objects: to add more rows, write all objects anew.

    Args:
        objects: What to write, one type at a time.
        backend: ``"pandas"``, ``"polars"``, ``"pyarrow"``, or another eager
            engine that narwhals knows.

    Raises:
        InvalidValueError: narwhals knows no such eager engine or it is not
            installed; objects are of several types, texts, a mapping, or one
            object that is not in a list.

    Example:
        >>> from icluster import Country
        >>> from_objects([Country("MX"), Country("ES")], backend="polars").columns
        ['object']
    """
    listed = _listed(objects)
    rows = [dict(_flat("", wire.to_dict(each), each)) for each in listed]
    names = dict.fromkeys(name for row in rows for name in row)
    columns = dict(_column(name, [row.get(name) for row in rows]) for name in names)
    return framed(columns, backend)


def _listed(objects: Any) -> tuple[Any, ...]:
    if isinstance(objects, Mapping):
        expected = (
            "objects without names, as its values() are; from_facts and from_scores "
            "write facts and scores by name"
        )
        raise InvalidValueError("objects", expected, type(objects).__name__)
    is_several = isinstance(objects, Iterable) and not attrs.has(type(objects))
    listed = tuple(objects) if is_several else None
    if listed is None or any(isinstance(each, str) for each in listed):
        expected = "nouns or results, in a list or a tuple"
        raise InvalidValueError("objects", expected, type(objects).__name__)
    kinds = dict.fromkeys(type(each).__name__ for each in listed)
    if len(kinds) > 1:
        raise InvalidValueError("objects", "of one type", tuple(kinds))
    return listed


def to_objects(frame: object, kind: type[T]) -> tuple[T, ...]:
    """Read back what `from_objects` wrote, in the order of the rows.

    A day may be a date, or a moment at midnight, instead of text. Columns that the
    *kind* does not have are refused: drop what was added.

    Args:
        frame: The frame; a lazy one is collected.
        kind: The type of the objects.

    Raises:
        InvalidValueError: *frame* is no data frame, or *kind* no type that can be
            exchanged.
        DecodeError: Rows do not describe one; all problems are said with the
            number of their row, counted from 1.

    Example:
        >>> from icluster import Country
        >>> to_objects(from_objects([Country("MX")], backend="polars"), Country)
        (Country(code='MX'),)
    """
    wanted: Any = kind
    if not isinstance(wanted, type) and get_origin(wanted) is None:
        raise InvalidValueError("kind", "a type, such as LabelAward", kind)
    given = wrapped(frame)
    eager = given.collect() if isinstance(given, nw.LazyFrame) else given
    found: list[T] = []
    problems: list[str] = []
    for number, row in enumerate(_rows(eager), 1):
        try:
            found.append(wire.from_dict(_nested(row), kind))
        except DecodeError as error:
            problems += (f"row {number}: {problem}" for problem in error.problems)
    if problems:
        raise DecodeError(tuple(problems))
    return tuple(found)


def _flat(path: str, value: Any, noun: Any) -> Iterator[tuple[str, Any]]:
    if not _is_apart(value):
        yield path or _WHOLE, value
        return
    kind: Any = type(noun)
    fields = _fields(kind)
    leaves: list[tuple[str, Any]] = []
    for name, inner in value.items():
        place = f"{path}.{name}" if path else name
        if inner is None:
            leaves.append((place, None if fields.get(name) else _NONE))
        else:
            part = getattr(noun, name) if name in fields else None
            leaves += _flat(place, inner, part)
    if path and all(leaf is None for _, leaf in leaves):
        leaves = [(path, value)]  # else nothing would tell that it is there
    yield from leaves


def _is_apart(value: Any) -> bool:
    """Tell whether the parts of a value have columns of their own."""
    return isinstance(value, Mapping) and bool(value) and all(map(_can_be_part, value))


def _can_be_part(name: str) -> bool:
    """Tell whether a name can be told again from the name of its column."""
    return bool(name) and not {".", ":"} & set(name)


@cache
def _fields(kind: type) -> Mapping[str, bool]:
    """Return the fields of a class, and whether None is what each is by default."""
    fields = attrs.fields(kind) if attrs.has(kind) else ()
    return {field.name: field.default is None for field in fields}


def _column(name: str, values: list[Any]) -> tuple[str, tuple[list[Any], Any]]:
    types = {type(value) for value in values} - {type(None)}
    (only, *others) = types or {type(None)}
    if not others and only in _PLAIN and not is_large(values):
        return name, (values, _PLAIN[only])
    texts = [None if each is None else _json(each) for each in values]
    return name + _AS_JSON, (texts, nw.String())


def _json(value: Any) -> str:
    return json.dumps(None if value is _NONE else value)


def _nested(row: Mapping[str, Any]) -> Any:
    found: dict[str, Any] = {}
    for name, value in row.items():
        inner, (*path, last) = found, name.removesuffix(_AS_JSON).split(".")
        for step in path:
            inner = inner.setdefault(step, {})
            if not isinstance(inner, dict):
                raise DecodeError((f"{name} is part of what another column says",))
        if last in inner:
            raise DecodeError((f"{name} is said by another column too",))
        inner[last] = _read(name, value) if name.endswith(_AS_JSON) else _plain(value)
    return found[_WHOLE] if list(found) == [_WHOLE] else found


def _read(name: str, text: Any) -> Any:
    try:
        return _parsed(text)
    except (DecodeError, InvalidValueError) as error:
        raise DecodeError((f"{name}: {error}",)) from None


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
    """Write a day as text, and a whole number that gaps made a float as a number."""
    if isinstance(value, datetime) and value.time() == time.min and not value.tzinfo:
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value
