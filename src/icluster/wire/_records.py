"""Rows: what was read of them, and nouns written as them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, Generic, TypeVar

import attrs
from attrs import evolve, field, frozen
from cattrs import Converter

from icluster._fields import all_of, instance_of, to_tuple
from icluster.errors import DecodeError, Fault, InvalidValueError
from icluster.tables import Column, Table, Tabular
from icluster.wire._written import to_dict, writing
from icluster.words import ENGLISH, Language, Quoted, Sentence, Worded, say

T = TypeVar("T")

AS_JSON: Final = ":json"
WHOLE: Final = "object"
LARGEST: Final = 2**63  # beyond, columns of numbers hold no whole number


def _frozen(value: Any) -> Any:
    """Freeze what a cell may hold, so that a rejected row cannot change."""
    if isinstance(value, Mapping):
        return tuple((key, _frozen(inner)) for key, inner in value.items())
    if isinstance(value, (list, tuple, set)):
        return tuple(map(_frozen, value))
    return value


def _to_content(row: Mapping[Any, Any] | object) -> tuple[tuple[Any, Any], ...]:
    are_pairs = isinstance(row, tuple) and all(map(_is_pair, row))
    content = row if are_pairs or isinstance(row, Mapping) else {"": row}
    pairs: tuple[tuple[Any, Any], ...] = _frozen(content)
    return pairs


def _is_pair(cell: object) -> bool:
    return isinstance(cell, tuple) and len(cell) == 2


def _to_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(evolve(fault, got=_frozen(fault.got)) for fault in faults)


@frozen
class RejectedRecord(Worded):
    """A row that became no object: its number, its content and every fault.

    Attributes:
        number: Which row it is, counted from 1 as the rows came; a heading line is
            no row.
        content: Pairs of heading and cell, as they came.
        faults: Everything that is wrong with it; places begin with the heading.

    Example:
        >>> fault = Fault("year", "type", "a whole number", "?")
        >>> rejected = RejectedRecord(2, {"year": "?"}, [fault])
        >>> print(rejected)
        row 2: year must be a whole number, got '?'
    """

    number: int = field(validator=instance_of(int))
    content: tuple[tuple[Any, Any], ...] = field(converter=_to_content)
    faults: tuple[Fault, ...] = field(converter=_to_faults, validator=all_of(Fault))

    def said(self) -> Sentence:
        """Return the row and its faults as a sentence."""
        return say("row {}: {}", self.number, DecodeError(self.faults).said())


def _to_rejected(rows: Iterable[RejectedRecord]) -> tuple[RejectedRecord, ...]:
    return to_tuple(rows)


def _to_numbers(numbers: Iterable[int]) -> tuple[int, ...]:
    return to_tuple(numbers)


@frozen
class Records(Tabular, Generic[T]):
    """Rows as objects, and the rows that became none.

    Attributes:
        objects: What the good rows became, in their order.
        rejected: The others, in their order; rows of empty cells are neither.
        numbers: Which row each of the objects was, counted as those rejected are.

    Example:
        >>> from icluster.wire import from_records
        >>> from icluster import Money
        >>> records = from_records([{"amount": "5"}, {"amount": "five"}], Money)
        >>> records.objects[0].amount, [str(row) for row in records.rejected]
        (Decimal('5'), ["row 2: amount must be a decimal number as text, such ..."])
        >>> records.numbers
        (1,)
    """

    objects: tuple[T, ...] = field(default=(), converter=to_tuple)
    rejected: tuple[RejectedRecord, ...] = field(
        default=(), converter=_to_rejected, validator=all_of(RejectedRecord)
    )
    numbers: tuple[int, ...] = field(
        default=(), converter=_to_numbers, validator=all_of(int)
    )

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the rejected rows as a table; what is wrong with all, said once."""
        shared = _shared(self.rejected)
        common = {_what(fault) for fault in shared}

        def reasons(row: RejectedRecord) -> Sentence:
            own = tuple(fault for fault in row.faults if _what(fault) not in common)
            return DecodeError(own).said() if own else say("as every row")

        columns = [
            Column("row", "Row", numeric=True, of=lambda row: row.number),
            Column("faults", "Rejected because", of=reasons),
            Column("content", "Content", of=_content_of_row),
        ]
        title = say(
            "{} {0?row|rows} read, {} rejected", len(self.objects), len(self.rejected)
        )
        notes = [say("Every row: {}.", DecodeError(shared).said())] if shared else []
        return Table.of(title, self.rejected, columns, notes=notes, language=language)


def _shared(rejected: tuple[RejectedRecord, ...]) -> tuple[Fault, ...]:
    """Return what all of several rows lack or have too much, such as a column."""
    by_row = [{_what(fault) for fault in row.faults} for row in rejected]
    common = set.intersection(*by_row) if len(by_row) > 1 else set()
    return tuple(
        fault
        for fault in (rejected[0].faults if common else ())
        if fault.code in ("unknown", "missing") and _what(fault) in common
    )


def _what(fault: Fault) -> tuple[object, ...]:
    """Return what a fault is, whatever came."""
    return fault.place, fault.code, str(fault.expected)


def _content_of_row(row: RejectedRecord) -> tuple[Sentence | Quoted, ...]:
    return tuple(
        say("{}: {}", str(heading), Quoted(cell)) if heading != "" else Quoted(cell)
        for heading, cell in row.content
    )


def to_records(
    objects: Iterable[object], *, converter: Converter | None = None
) -> tuple[dict[str, str | int | float | bool | None], ...]:
    """Return nouns or results as rows of plain cells, which `from_records` reads.

    The rows are what `to_dict` writes in full: a field within a field has a dot in its
    heading, and a list, or a field that holds values of several types, is JSON text
    under a heading that ends in ``:json``. None stands for a field that is absent;
    a None that is not the field's default is JSON too. What is written as text
    stands under ``object``. All rows have the same headings, so that these follow
    the objects: to add more rows, write all objects anew.

    Args:
        objects: What to write, one type at a time.
        converter: A converter of your own, as ``wire.converter`` makes it.

    Raises:
        InvalidValueError: Objects are of several types, texts, or one object that
            is not in a list; or they hold what cannot be exchanged.

    Example:
        >>> from icluster.wire import from_records
        >>> from icluster import Money
        >>> price = Money(amount="5", currency="MXN", year=2022)
        >>> rows = to_records([price, Money(amount="0.5", currency="EUR")])
        >>> rows[0]
        {'amount': '5', 'currency': 'MXN', 'year': 2022, 'bound': 'exactly', ...}
        >>> from_records(rows, Money, exact=True).objects[0] == price
        True
    """
    full = writing(True, converter)
    rows = [
        dict(_flat("", to_dict(noun, converter=full), noun))
        for noun in _of_one_type(objects)
    ]
    names = dict.fromkeys(name for row in rows for name in row)
    as_json = {name for name in names if not _is_plain([row.get(name) for row in rows])}
    return tuple(
        {
            name + AS_JSON if name in as_json else name: _cell(
                row.get(name), as_json=name in as_json
            )
            for name in names
        }
        for row in rows
    )


def _of_one_type(objects: Any) -> tuple[Any, ...]:
    is_several = isinstance(objects, Iterable) and not attrs.has(type(objects))
    listed = tuple(objects) if is_several else None
    if listed is None or any(isinstance(noun, str) for noun in listed):
        expected = "nouns or results, in a list or a tuple"
        raise InvalidValueError("objects", expected, type(objects).__name__)
    kinds = dict.fromkeys(type(noun).__name__ for noun in listed)
    if len(kinds) > 1:
        raise InvalidValueError("objects", "of one type", tuple(kinds))
    return listed


class _Null:
    """Stands for a None that is not the default of its field."""


def _flat(path: str, value: Any, noun: Any) -> Iterator[tuple[str, Any]]:
    if not _is_apart(value):
        yield path or WHOLE, value
        return
    kind: Any = type(noun)
    defaults = _none_by_default(kind)
    leaves: list[tuple[str, Any]] = []
    for name, inner in value.items():
        place = f"{path}.{name}" if path else name
        if inner is None:
            leaves.append((place, None if defaults.get(name) else _Null))
        else:
            part = getattr(noun, name) if name in defaults else None
            leaves += _flat(place, inner, part)
    if path and all(leaf is None for _, leaf in leaves):
        leaves = [(path, value)]  # else nothing would tell that it is there
    yield from leaves


def _is_apart(value: Any) -> bool:
    """Tell whether the parts of a value have columns of their own."""
    return isinstance(value, Mapping) and bool(value) and all(map(_can_be_part, value))


def _can_be_part(name: str) -> bool:
    """Tell whether a name can be told again from the heading of its column."""
    return bool(name) and not {".", ":"} & set(name)


@cache
def _none_by_default(kind: type) -> Mapping[str, bool]:
    """Return the fields of a class, and whether None is what each is by default."""
    fields = attrs.fields(kind) if attrs.has(kind) else ()
    return {attribute.name: attribute.default is None for attribute in fields}


def _is_plain(values: list[Any]) -> bool:
    """Tell whether the cells of a column are of one type, which every table holds."""
    kinds = {type(value) for value in values} - {type(None)}
    is_large = any(
        type(value) is int and not -LARGEST <= value < LARGEST for value in values
    )
    return len(kinds) == 1 and kinds <= {str, int, float, bool} and not is_large


def _cell(value: Any, *, as_json: bool) -> Any:
    if not as_json or value is None:
        return value
    return json.dumps(None if value is _Null else value)
