"""Rows of spreadsheets and data frames as nouns, and back; nothing lost or guessed.

One convention for both ways: a field within a field has a dot in its heading, and
what no cell holds, a list above all, is JSON text under a heading that ends in
``:json``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import evolve
from cattrs import Converter

from icluster._fields import check_type
from icluster._hints import field_hints, name_of
from icluster.errors import DecodeError, Fault, FaultCode, InvalidValueError
from icluster.sources import Source
from icluster.wire._cells import EMPTY, Manner, cell_reader
from icluster.wire._days import date_reader
from icluster.wire._documents import read_all
from icluster.wire._hooks import Read, reader_of
from icluster.wire._naming import (
    about_fields,
    by_name,
    inside,
    refuse_what_has_no_rows,
    without_placeholders,
)
from icluster.wire._parsing import parsed
from icluster.wire._plans import Column, Plan, step_of
from icluster.wire._records import AS_JSON, WHOLE, Records, RejectedRecord
from icluster.wire._refusals import FaultLog, Unread, one_of_names
from icluster.wire._remade import form_of
from icluster.wire._shapes import Alternative, alternatives, is_exchanged_class
from icluster.wire._written import converter as fresh_converter
from icluster.wire._written import to_dict
from icluster.words import Language, Quoted, Sentence, closest, is_blank, say

T = TypeVar("T")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


# --- rows in ------------------------------------------------------------------


def from_records(
    rows: Iterable[Mapping[str, Any]],
    kind: type[T],
    *,
    columns: Mapping[str, str] = _NOTHING,
    split: Mapping[str, str] = _NOTHING,
    dates: str | list[str] | tuple[str, ...] = "YYYY-MM-DD",
    month_ends: bool = False,
    decimal: str = ".",
    words: Mapping[str, object] = _NOTHING,
    constants: Mapping[str, object] = _NOTHING,
    names: Iterable[object] = (),
    languages: Iterable[Language] = (),
    first_row: int = 1,
    source: Source | None = None,
    exact: bool = False,
    converter: Converter | None = None,
) -> Records[T]:
    r"""Make objects of rows, as `csv.DictReader` and data frames give them.

    An empty cell leaves its field out, so that the field's default holds; a row of
    empty cells that makes no object is passed over. A vocabulary takes keys and
    printed labels. Numbers that a spreadsheet has typed are taken where nothing is
    lost; a float with decimals is refused, because it need not be what the sheet
    shows. A heading that ends in ``:json`` is one of cells of JSON, as `to_records`
    writes them.

    Args:
        rows: Flat mappings of headings to cells.
        kind: What each row describes.
        columns: For a heading the field it holds, dots reaching into nested
            fields; empty text for a column that is to be ignored. A heading that is
            not named here is itself the name of a field.
        split: For a field what stands between several values in one cell. Without
            it a cell is one value, commas and all.
        dates: The order of dates, made of YYYY, MM and DD, or several orders; without
            DD it is that of months. ``2022-09-30`` and ``2022-09`` are read besides.
        month_ends: Whether a month in a field of whole days is taken for its last day.
        decimal: What separates decimals, ``.`` or ``,``. Thousands are never set
            apart.
        words: What certain cells stand for, such as ``{"-":
            Missing.NOT_APPLICABLE, "ja": True}``, ``""`` being an empty one; None
            makes an empty cell of them, ``{"n/d": None}``. A mapping under the name of
            a field holds for that column, ``{"country": {"MEX": "MX"}}``.
        constants: For fields that no column holds, their value in every row; a text
            is read as a cell is.
        names: What cells may name: rows of countries and of their parts, by each of
            their names, as ``reference.iso3166`` has them; portfolios, or other
            nouns with a title, by it.
        languages: Languages besides English in which vocabularies may be labelled.
        first_row: The number of the first row; 2 where a spreadsheet has headings.
        source: The sheet, which each object then cites for every field that a column
            fills, with the number of the row and the heading; citations among the
            columns or constants stand in their place.
        exact: Whether cells are just what `to_records` writes: no text is
            stripped, no label looked up, and only None is empty.
        converter: A converter of your own, as ``wire.converter`` makes it.

    Raises:
        InvalidValueError: *rows* are a text, a path or a data frame; a *kind* is not
            written by field, *columns*, *split*, *words* or *constants* speak of fields
            that it does not have, or *dates* or *decimal* cannot be used.

    Example:
        >>> from icluster import Policy
        >>> records = from_records(
        ...     [
        ...         {"Policy": "Plan A", "Type": "Broad policy", "Since": "31/01/2015"},
        ...         {"Policy": "Plan B", "Type": "broadish", "Since": "31/02/2015"},
        ...     ],
        ...     Policy,
        ...     columns={"Policy": "name", "Type": "type", "Since": "history.begins"},
        ...     dates="DD/MM/YYYY",
        ... )
        >>> print(*records.rejected[1].faults, sep="\n")
        Type must be a key or label of PolicyType (the closest is ...
        Since must be with a day from 1 to 28 in 2015-02, got '31/02/2015'
        level is missing: it must be one of national, regional; or {"$other": ...}
        country is missing: it must be an ISO 3166-1 alpha-2 code such as 'MX'
    """
    if not exact and not is_exchanged_class(kind):
        raise InvalidValueError("kind", "a class that is written by field", kind)
    refuse_what_has_no_rows(rows)
    own = converter or fresh_converter()
    everywhere, by_field = _words(words, own)
    orders = (dates,) if isinstance(dates, str) else tuple(dates)
    named, spoken = by_name(names, own), tuple(languages)
    read_day = date_reader(*orders)
    besides = orders if read_day is not None else ()
    comma = _has_comma(decimal)
    manner = Manner(read_day, comma, everywhere, named, spoken, month_ends, besides)
    sheet = _Sheet(
        kind,
        dict(columns),
        dict(split),
        None if exact else manner,
        words=by_field,
        constants={
            path: to_dict(value, converter=own) for path, value in constants.items()
        },
        source=_source(source, own),
    )
    return _read(rows, sheet, reader_of(kind, own), first_row)


def _has_comma(decimal: str) -> bool:
    if decimal not in (".", ","):
        raise InvalidValueError("decimal", "'.' or ','", decimal)
    return decimal == ","


def _source(source: Source | None, own: Converter) -> Any:
    """Return a source as `from_dict` takes it; nothing where there is none."""
    if source is None:
        return None
    check_type("source", source, Source)
    return to_dict(source, converter=own)


def _words(
    words: Mapping[str, object], own: Converter
) -> tuple[Mapping[str, Any], Mapping[str, Mapping[str, Any]]]:
    """Return what words stand for in every column, and in the columns of fields."""
    by_field = {
        path: {text: to_dict(value, converter=own) for text, value in inner.items()}
        for path, inner in words.items()
        if isinstance(inner, Mapping)
    }
    everywhere = {
        text: to_dict(value, converter=own)
        for text, value in words.items()
        if text not in by_field
    }
    return MappingProxyType(everywhere), by_field


def _read(
    rows: Iterable[Any], sheet: _Sheet, read: Read, first_row: int
) -> Records[Any]:
    objects: list[Any] = []
    rejected: list[RejectedRecord] = []
    numbers: list[int] = []
    plans: dict[tuple[Any, ...], Plan] = {}
    for number, row in enumerate(rows, first_row):
        if not isinstance(row, Mapping):
            fault = Fault((), "type", "a mapping of headings to cells", row)
            rejected.append(RejectedRecord(number, {"": row}, (fault,)))
            continue
        headings = tuple(row)
        plan = plans.get(headings)
        if plan is None:
            plan = plans[headings] = sheet.plan(headings)
        noun, faults = _noun(row, plan, sheet, read, number)
        if not faults:
            objects.append(noun)
            numbers.append(number)
        elif not all(map(is_blank, row.values())):
            rejected.append(RejectedRecord(number, row, faults))
    return Records(objects, rejected, numbers)


def _noun(
    row: Mapping[str, Any], plan: Plan, sheet: _Sheet, read: Read, number: int
) -> tuple[Any, tuple[Fault, ...]]:
    """Return the object that a row describes, and all that is wrong with the row."""
    data, faults = plan.data(row)
    if sheet.source is not None:
        data.setdefault("citations", plan.citations(data, sheet.source, number))
    log = FaultLog()
    noun = read_all(data, sheet.kind, read, log)
    placed = (plan.under_its_heading(fault, row) for fault in log.faults)
    return noun, (*plan.faults, *faults, *placed)


# --- where each column goes -----------------------------------------------------


class _Sheet:
    """Reads rows of one kind, in one manner or just as `to_records` wrote them."""

    def __init__(
        self,
        kind: Any,
        columns: dict[str, str],
        split: dict[str, str],
        manner: Manner | None,
        *,
        words: Mapping[str, Mapping[str, Any]] = _NOTHING,
        constants: Mapping[str, Any] = _NOTHING,
        source: Any = None,
    ) -> None:
        if source is not None and self._lacks_citations(kind):
            expected = say("absent: {} cites nothing", name_of(kind))
            raise InvalidValueError("source", expected, source["key"])
        self.source = source
        self.kind, self.columns, self.split, self.manner = kind, columns, split, manner
        self.words = words
        named = (("columns", columns.values()), ("split", split), ("words", words))
        for argument, paths in (*named, ("constants", constants)):
            for path in paths:
                if path and self._possible_at(path) is None:
                    raise InvalidValueError(argument, about_fields(kind, path), path)
        self.constants = {
            path: self._constant(path, value) for path, value in constants.items()
        }

    @staticmethod
    def _lacks_citations(kind: Any) -> bool:
        by_field = is_exchanged_class(kind)
        return not by_field or "citations" not in field_hints(form_of(kind))

    def plan(self, headings: tuple[Any, ...]) -> Plan:
        """Settle where each column goes."""
        cells: list[Column] = []
        faults: list[Fault] = []
        headed: dict[str, str] = {}
        for heading in headings:
            if not isinstance(heading, str):
                # The reader of a file has no heading for what stands beyond the last.
                expected = "made of cells with headings, as many as there are of these"
                code: FaultCode = "syntax" if heading is None else "value"
                faults.append(Fault((), code, expected, heading))
                continue
            path = self.columns.get(heading, heading)
            if not path:
                continue
            rival = headed.setdefault(path, heading)
            bare = path.removesuffix(AS_JSON)
            possible = self._possible_at(bare)
            if possible is None:
                faults.append(Fault((step_of(heading),), "unknown", self._field(path)))
            elif rival != heading:
                only = say("the only column for {}", path)
                faults.append(Fault((step_of(heading),), "repeated", only, rival))
            else:
                place = () if self._is_whole(bare) else tuple(bare.split("."))
                cells.append(Column(heading, place, *self._reader(path, possible)))
        return Plan(tuple(cells), tuple(faults), self.constants)

    def _constant(self, path: str, value: Any) -> Any:
        """Return a constant, a label or name as what it stands for."""
        possible = self._possible_at(path)
        if possible is None or type(value) is not str:
            return value
        read, _ = self._reader(path, possible)
        meant = read(value)
        return value if isinstance(meant, Unread) else meant

    def _field(self, path: str) -> Sentence:
        """Return what a heading must be that no field is called by."""
        fields = tuple(field_hints(form_of(self.kind)))
        if self.manner is None:
            return one_of_names(path, fields)
        similar = closest(path, fields)
        expected = say(
            "the name of a field of {}, or mapped to one, or to '' to be ignored",
            name_of(self.kind),
        )
        if similar is None:
            return expected
        return say("{} (the closest is {})", expected, Quoted(similar))

    def _reader(
        self, path: str, possible: tuple[Alternative, ...]
    ) -> tuple[Callable[[Any], Any], Mapping[str, Any]]:
        """Return what reads the cells of a column, and what words mean in it."""
        if path.endswith(AS_JSON):
            return _read_json, _NOTHING
        if self.manner is None:
            return _read_exactly, _NOTHING
        manner = self.manner
        words = dict(manner.words) | dict(self.words.get(path, {}))
        read = cell_reader(possible, evolve(manner, words=words), self.split.get(path))
        if path.rpartition(".")[2] == "name":
            read = without_placeholders(read, words)
        return read, words

    def _is_whole(self, path: str) -> bool:
        """Tell whether a path is that of what is written as a whole."""
        by_field = is_exchanged_class(self.kind)
        return path == WHOLE and not (
            by_field and WHOLE in field_hints(form_of(self.kind))
        )

    def _possible_at(self, path: str) -> tuple[Alternative, ...] | None:
        """Return what may stand at a path, dots reaching into nested fields."""
        possible: tuple[Alternative, ...] | None = alternatives(self.kind)
        if self._is_whole(path):
            return possible
        for name in path.split("."):
            possible = possible and inside(possible, name)
        return possible


def _read_json(cell: Any) -> Any:
    if cell is None or cell == "":
        return EMPTY
    try:
        content, faults = parsed(cell, most=1)
    except (DecodeError, InvalidValueError) as error:
        content, faults = None, error.faults
    for fault in faults:
        return Unread(fault.expected, fault.got, fault.code)
    return content


def _read_exactly(cell: Any) -> Any:
    """Write a day as text, and a whole number that gaps made a float as a number."""
    if cell is None:
        return EMPTY
    if isinstance(cell, datetime) and cell.time() == time.min and not cell.tzinfo:
        cell = cell.date()
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
