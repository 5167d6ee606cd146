"""What rows became: nouns, and rows that were rejected with every fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Generic, TypeVar

from attrs import evolve, field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.errors import DecodeError, Fault
from icluster.tables import Column, Table, Tabular
from icluster.words import ENGLISH, Language, Quoted, Sentence, say

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
    return _frozen(row) if isinstance(row, (Mapping, tuple)) else (("", _frozen(row)),)


def _to_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(evolve(fault, got=_frozen(fault.got)) for fault in faults)


@frozen
class RejectedRecord:
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

    def __str__(self) -> str:
        return self.said().text()


def _to_rejected(rows: Iterable[RejectedRecord]) -> tuple[RejectedRecord, ...]:
    return to_tuple(rows)


@frozen
class Records(Tabular, Generic[T]):
    """Rows as objects, and the rows that became none.

    Attributes:
        objects: What the good rows became, in their order.
        rejected: The others, in their order.

    Example:
        >>> from icluster.wire import from_records
        >>> from icluster import Money
        >>> records = from_records([{"amount": "5"}, {"amount": "five"}], Money)
        >>> records.objects[0].amount, [str(row) for row in records.rejected]
        (Decimal('5'), ["row 2: amount must be a decimal number as text, such ..."])
    """

    objects: tuple[T, ...] = field(default=(), converter=to_tuple)
    rejected: tuple[RejectedRecord, ...] = field(
        default=(), converter=_to_rejected, validator=all_of(RejectedRecord)
    )

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the rejected rows as a table."""
        columns = [
            Column("row", "Row", numeric=True, of=lambda row: row.number),
            Column("faults", "Rejected because", of=_faults_of_row),
            Column("content", "Content", of=_content_of_row),
        ]
        title = say("{} rows read, {} rejected", len(self.objects), len(self.rejected))
        return Table.of(title, self.rejected, columns, language=language)


def _faults_of_row(row: RejectedRecord) -> Sentence:
    return DecodeError(row.faults).said()


def _content_of_row(row: RejectedRecord) -> tuple[Sentence, ...]:
    return tuple(say("{}: {}", str(name), Quoted(cell)) for name, cell in row.content)
