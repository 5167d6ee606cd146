"""Rows of spreadsheets and data frames as nouns; nothing lost, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from attrs import field, frozen
from cattrs import Converter
from cattrs.errors import BaseValidationError

from icluster._fields import all_of, instance_of, to_tuple
from icluster.errors import InvalidValueError
from icluster.tables import Column, Table
from icluster.wire._cells import Manner, date_reader
from icluster.wire._problems import problems_of, shown
from icluster.wire._shapes import is_exchanged_class
from icluster.wire._sheets import Plan, Sheet
from icluster.wire.documents import converter as fresh_converter

__all__ = ["Records", "RejectedRecord", "from_records"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _frozen(value: Any) -> Any:
    """Freeze what a cell may hold, so that a rejected row cannot change."""
    if isinstance(value, Mapping):
        return tuple((key, _frozen(each)) for key, each in value.items())
    if isinstance(value, (list, tuple, set)):
        return tuple(map(_frozen, value))
    return value


def _to_content(row: Any) -> Any:
    return _frozen(row) if isinstance(row, (Mapping, tuple)) else (("", _frozen(row)),)


@frozen
class RejectedRecord:
    """A row that became no object: its number, its content and every reason.

    Attributes:
        number: Which row it is, counted from 1 as the rows came; a heading line is
            no row.
        content: Pairs of heading and cell, as they came.
        reasons: Everything that is wrong with it.

    Example:
        >>> rejected = RejectedRecord(2, {"year": "?"}, ["year must be a whole number"])
        >>> print(rejected)
        row 2: year must be a whole number
    """

    number: int = field(validator=instance_of(int))
    content: tuple[tuple[Any, Any], ...] = field(converter=_to_content)
    reasons: tuple[str, ...] = field(converter=to_tuple, validator=all_of(str))

    def __str__(self) -> str:
        return f"row {self.number}: {'; '.join(self.reasons)}"


@frozen
class Records(Generic[T]):
    """Rows as objects, and the rows that became none.

    Attributes:
        objects: What the good rows became, in their order.
        rejected: The others, in their order.

    Example:
        >>> from icluster import Money
        >>> found = from_records([{"amount": "5"}, {"amount": "five"}], Money)
        >>> found.objects[0].amount, [str(each) for each in found.rejected]
        (Decimal('5'), ["row 2: amount must be a decimal number as text, such ..."])
    """

    objects: tuple[T, ...] = field(default=(), converter=to_tuple)
    rejected: tuple[RejectedRecord, ...] = field(
        default=(), converter=to_tuple, validator=all_of(RejectedRecord)
    )

    def table(self) -> Table:
        """Return the rejected rows as a table."""
        return Table(
            title=f"{len(self.objects)} rows read, {len(self.rejected)} rejected",
            columns=(
                Column("row", "Row", numeric=True),
                Column("reasons", "Rejected because"),
                Column("content", "Content"),
            ),
            rows=[
                (each.number, "; ".join(each.reasons), _written(each.content))
                for each in self.rejected
            ],
        )

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


def _written(content: tuple[tuple[Any, Any], ...]) -> str:
    return ", ".join(f"{heading}: {shown(cell)}" for heading, cell in content)


def from_records(
    rows: Iterable[Mapping[str, Any]],
    kind: type[T],
    *,
    columns: Mapping[str, str] = _NOTHING,
    split: Mapping[str, str] = _NOTHING,
    dates: str = "YYYY-MM-DD",
    decimal: str = ".",
    words: Mapping[str, object] = _NOTHING,
    converter: Converter | None = None,
) -> Records[T]:
    r"""Make objects of rows, as `csv.DictReader` and data frames give them.

    An empty cell leaves its field out, so that the field's default holds. A
    vocabulary takes keys and printed labels. Numbers that a spreadsheet has typed
    are taken where nothing is lost; a float with decimals is refused, because it
    need not be what the sheet shows.

    Args:
        rows: Flat mappings of headings to cells.
        kind: What each row describes.
        columns: For a heading the field it holds, dots reaching into nested
            fields; empty text for a column that is to be ignored. A heading that is
            not named here is itself the name of a field.
        split: For a field what stands between several values in one cell. Without
            it a cell is one value, commas and all.
        dates: The order of whole dates, made of YYYY, MM and DD.
        decimal: What separates decimals, ``.`` or ``,``. Thousands are never set
            apart.
        words: What certain cells stand for, such as ``{"-":
            Missing.NOT_APPLICABLE, "ja": True}``.
        converter: A converter of your own, as ``wire.converter`` makes it.

    Raises:
        InvalidValueError: A *kind* is not written by field, *columns* or *split*
            speak of fields that it does not have, or *dates* or *decimal* cannot be
            used.

    Example:
        >>> from icluster import Policy
        >>> found = from_records(
        ...     [
        ...         {"Policy": "Plan A", "Type": "Broad policy", "Since": "31/01/2015"},
        ...         {"Policy": "Plan B", "Type": "broadish", "Since": "31/02/2015"},
        ...     ],
        ...     Policy,
        ...     columns={"Policy": "name", "Type": "type", "Since": "history.begins"},
        ...     dates="DD/MM/YYYY",
        ... )
        >>> print(*found.rejected[1].reasons, sep="\n")
        'Type': type must be a key or label of PolicyType (the closest is ...
        level is missing
        country is missing
        'Since': history.begins must be from 1 to 28 in 2015-02, got '2015-02-31'
    """
    if not is_exchanged_class(kind):
        raise InvalidValueError("kind", "a class that is written by field", kind)
    own = converter or fresh_converter()
    if decimal not in (".", ","):
        raise InvalidValueError("decimal", "'.' or ','", decimal)
    written = {text: own.unstructure(value) for text, value in words.items()}
    manner = Manner(date_reader(dates), decimal == ",", MappingProxyType(written))
    sheet = Sheet(kind, dict(columns), dict(split), manner)
    return _read(rows, sheet, own.get_structure_hook(kind))


def _read(rows: Iterable[Any], sheet: Sheet, structure: Any) -> Records[Any]:
    objects: list[Any] = []
    rejected: list[RejectedRecord] = []
    plans: dict[tuple[Any, ...], Plan] = {}
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            reason = f"the row must be a mapping of headings, got {shown(row)}"
            rejected.append(RejectedRecord(number, row, (reason,)))
            continue
        headings = tuple(row)
        plan = plans.get(headings)
        if plan is None:
            plan = plans[headings] = sheet.plan(headings)
        made, problems = _made(row, plan, sheet.kind, structure)
        if problems:
            rejected.append(RejectedRecord(number, row, problems))
        else:
            objects.append(made)
    return Records(objects, rejected)


def _made(
    row: Mapping[str, Any], plan: Plan, kind: Any, structure: Any
) -> tuple[Any, tuple[str, ...]]:
    """Return the object that a row describes, and all that is wrong with the row."""
    try:
        return structure(plan.data(row), kind), plan.faults
    except (BaseValidationError, InvalidValueError) as error:
        problems = problems_of(error, kind)
        return None, (*plan.faults, *map(plan.named, problems))
