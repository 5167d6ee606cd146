"""Rows of spreadsheets and data frames as nouns; nothing lost, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar, get_type_hints

import attrs
from attrs import field, frozen
from cattrs import Converter
from cattrs.errors import BaseValidationError

from icluster._fields import all_of, instance_of, to_tuple
from icluster.errors import InvalidValueError
from icluster.tables import Column, Table
from icluster.wire._cells import EMPTY, Manner, cell_reader, date_reader
from icluster.wire._problems import problems_of, shown
from icluster.wire._shapes import OBJECT, alternatives, is_exchanged_class, name_of
from icluster.wire._standins import STANDINS
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
        converter: A converter of your own, as `icluster.wire.converter` makes it.

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
    sheet = _Sheet(kind, dict(columns), dict(split), manner)
    return sheet.read(rows, own.get_structure_hook(kind))


@frozen
class _Cell:
    """Where a column goes, and what reads its cells."""

    heading: str
    parents: tuple[str, ...]
    name: str
    read: Callable[[Any], Any]


@frozen
class _Plan:
    """How rows with the same headings are read."""

    cells: tuple[_Cell, ...]
    faults: tuple[str, ...]

    def data(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return a row as `from_dict` takes it."""
        data: dict[str, Any] = {}
        for cell in self.cells:
            value = cell.read(row[cell.heading])
            if value is EMPTY:
                continue
            place = data
            for parent in cell.parents:
                place = place.setdefault(parent, {})
            place[cell.name] = value
        return data

    def named(self, problem: str) -> str:
        """Put the heading before a problem that a column is to blame for."""
        for cell in self.cells:
            path = ".".join((*cell.parents, cell.name))
            rest = problem.removeprefix(path)
            if path != cell.heading and rest != problem and rest[:1] in " .[":
                return f"{cell.heading!r}: {problem}"
        return problem


class _Sheet:
    """Reads rows of one kind in one manner."""

    def __init__(
        self, kind: Any, columns: dict[str, str], split: dict[str, str], manner: Manner
    ) -> None:
        self.kind, self.columns, self.split, self.manner = kind, columns, split, manner
        for argument, paths in (("columns", columns.values()), ("split", split)):
            for path in paths:
                if path and _hint_at(kind, path) is None:
                    expected = f"about fields of {name_of(kind)}"
                    raise InvalidValueError(argument, expected, path)

    def read(
        self, rows: Iterable[Any], structure: Callable[[Any, Any], T]
    ) -> Records[T]:
        """Read all rows."""
        objects: list[T] = []
        rejected: list[RejectedRecord] = []
        plans: dict[tuple[Any, ...], _Plan] = {}
        for number, row in enumerate(rows, 1):
            if not isinstance(row, Mapping):
                reason = f"the row must be a mapping of headings, got {shown(row)}"
                rejected.append(RejectedRecord(number, row, (reason,)))
                continue
            headings = tuple(row)
            plan = plans.get(headings)
            if plan is None:
                plan = plans[headings] = self.plan(headings)
            problems = plan.faults
            try:
                made = structure(plan.data(row), self.kind)
            except (BaseValidationError, InvalidValueError) as error:
                found = problems_of(error, self.kind)
                problems = (*problems, *map(plan.named, found))
            if problems:
                rejected.append(RejectedRecord(number, row, problems))
            else:
                objects.append(made)
        return Records(objects, rejected)

    def plan(self, headings: tuple[Any, ...]) -> _Plan:
        """Settle where each column goes."""
        cells: list[_Cell] = []
        faults: list[str] = []
        taken: dict[str, str] = {}
        for heading in headings:
            if not isinstance(heading, str):
                faults.append(f"there are cells without a heading ({shown(heading)})")
                continue
            path = self.columns.get(heading, heading)
            hint = _hint_at(self.kind, path) if path else None
            rivals = [each for each in taken if _overlap(each, path)]
            if not path:
                continue
            if hint is None:
                faults.append(f"{shown(heading)} is no field of {name_of(self.kind)}")
            elif rivals:
                faults.append(
                    f"{shown(heading)} and {shown(taken[rivals[0]])} both hold {path}"
                )
            else:
                taken[path] = heading
                *parents, name = path.split(".")
                read = cell_reader(hint, self.manner, self.split.get(path))
                cells.append(_Cell(heading, tuple(parents), name, read))
        return _Plan(tuple(cells), tuple(faults))


def _overlap(path: str, other: str) -> bool:
    return f"{path}.".startswith(f"{other}.") or f"{other}.".startswith(f"{path}.")


def _hint_at(kind: Any, path: str) -> Any:
    """Return the type of a field, dots reaching into nested fields; None if none."""
    hint = kind
    for name in path.split("."):
        for fields in _field_hints(hint):
            if name in fields:
                hint = fields[name]
                break
        else:
            return None
    return hint


def _field_hints(hint: Any) -> Iterator[dict[str, Any]]:
    """Yield the fields, by name, of each class that a hint plainly allows."""
    for each in alternatives(hint):
        if each.shape == OBJECT and not each.tag and is_exchanged_class(each.hint):
            form = STANDINS.get(each.hint, each.hint)
            hints = get_type_hints(form)
            yield {f.name: hints[f.name] for f in attrs.fields(form) if f.init}
