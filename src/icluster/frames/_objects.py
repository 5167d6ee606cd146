"""Nouns and results as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, get_origin

from icluster import wire
from icluster._fields import check_type
from icluster.errors import DecodeError, Fault, InvalidValueError
from icluster.frames._engines import framed, is_large, nw, wrapped
from icluster.tables import Table, Tabular
from icluster.words import Steps, worded

T = TypeVar("T")


def from_objects(objects: Iterable[object], *, backend: Any) -> Any:
    """Return nouns or results as a frame, a row each.

    The rows are those of `icluster.wire.to_records`, null for None: a field within a
    field has a dot in its name, and a list, or a field that holds values of several
    types, is JSON text in a column whose name ends in ``:json``. What is written as
    text stands in the column ``object``. The columns follow the objects: to add more
    rows, write all objects anew.

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
    if isinstance(objects, Mapping):
        expected = (
            "objects without names, as its values() are; from_facts and from_scores "
            "write facts and scores by name"
        )
        raise InvalidValueError("objects", expected, type(objects).__name__)
    rows = wire.to_records(objects)
    headings = rows[0] if rows else ()
    columns = {name: _typed([row[name] for row in rows]) for name in headings}
    return framed(columns, backend)


def _typed(values: list[Any]) -> tuple[list[Any], type]:
    """Return the cells of a column with the one type that they are of."""
    kinds = {type(value) for value in values if value is not None}
    return values, kinds.pop() if kinds else str


def from_table(table: Table | Tabular, *, backend: Any) -> Any:
    """Return a table, or a result that has one, as a frame: a row a record.

    Columns of numbers are floats, or whole numbers where all are; days, truth values
    and texts are what they are, all else is text. A range has two columns, of its
    lowest and its highest.

    Args:
        table: Such as ``register.table(on=day)``, or readings, findings, a ranking, a
            position among peers, or any result with a ``table()``.
        backend: ``"pandas"``, ``"polars"``, ``"pyarrow"``, or another eager
            engine that narwhals knows.

    Raises:
        InvalidValueError: *table* is none and has none, or narwhals knows no such eager
            engine.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import mexico
        >>> counts = mexico.BRONZE_LABELS.counts_table(on=date(2018, 9, 30))
        >>> frame = from_table(counts, backend="polars")
        >>> frame.select("group", "valid_lowest", "valid_highest").rows()[-1]
        ('all', 0, 4)
    """
    check_type("table", table, Table, Tabular)
    result: Any = table  # what has records() may be of either class
    records = result.records()
    names = records[0] if records else ()
    columns = {name: _alike([row[name] for row in records]) for name in names}
    return framed(columns, backend)


def _alike(cells: list[Any]) -> tuple[list[Any], type]:
    """Return the cells of a column of a table as values of one type."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds <= {int, Decimal, Fraction} and kinds and not is_large(cells):
        kind: type = int if all(_is_whole(cell) for cell in cells) else float
        return [None if cell is None else kind(cell) for cell in cells], kind
    if len(kinds) == 1 and kinds <= {bool, date, str}:
        return cells, kinds.pop()
    return [None if cell is None else worded(cell) for cell in cells], str


def _is_whole(cell: Any) -> bool:
    return cell is None or type(cell) is int


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
        MissingExtraError: narwhals is not installed.
        DecodeError: Rows do not describe one; the places of its faults begin with
            the position of the row and the column, such as ``rows[2].tier``.

    Example:
        >>> from icluster import Country
        >>> to_objects(from_objects([Country("MX")], backend="polars"), Country)
        (Country(code='MX'),)
    """
    asked: Any = kind
    if not isinstance(asked, type) and get_origin(asked) is None:
        raise InvalidValueError("kind", "a type, such as LabelAward", kind)
    narwhal = wrapped(frame)
    eager = narwhal.collect() if isinstance(narwhal, nw.LazyFrame) else narwhal
    records = wire.from_records(_rows(eager), kind, exact=True)
    if records.rejected:
        raise DecodeError(_placed(records.rejected))
    return records.objects


def _placed(rejected: Iterable[wire.RejectedRecord]) -> Iterator[Fault]:
    """Yield the faults with their rows; that of a column only once."""
    columns: set[Steps] = set()
    for row in rejected:
        for fault in row.faults:
            if fault.code == "unknown" and len(fault.place) == 1:
                if fault.place in columns:
                    continue
                columns.add(fault.place)
            yield fault.below("rows", row.number - 1)


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
