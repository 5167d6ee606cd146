"""Raw answers in, a record and every fault out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from icluster._fields import check_type
from icluster.benchmark_records import Answer, BenchmarkRecord
from icluster.benchmarking._judged import (
    ReadRecord,
    an_indicator,
    answers_in,
    find_indicator,
)
from icluster.errors import Fault, FaultCode, InvalidValueError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.organizations import Organization
from icluster.sources import Citation
from icluster.vocabularies import Missing
from icluster.words import Key, Sentence, Steps, is_blank, quoted, say

_COLUMNS: Final = ("indicator", "value", "missing", "reason", "answered_on", "evidence")
_NO_STEPS: Final[Mapping[Steps, Steps]] = MappingProxyType({})


def read_record(
    answers: Mapping[str, object] | Iterable[object],
    *,
    structure: BenchmarkStructure,
    organization: Organization,
    interviewed_on: date,
    interviewer: str | Missing = Missing.UNKNOWN,
    portfolio: str | Missing = Missing.UNKNOWN,
    decimal: str = ".",
) -> ReadRecord:
    """Read raw *answers*, report all their faults at once, lose none.

    Indicators are named by key or number. None, blank text and what is not a number
    (NaN, pandas.NA) are no answer, also beside one. Of two answers to one indicator
    neither is chosen: both are faults. Floats that may not be exact are
    refused: with decimals, or of 2**53 or more.

    Args:
        answers: A mapping of indicators to raw values, where the parts of one may
            also stand on their own by dotted names (``composition.sme`` or
            ``A5.sme``, ``C4.currency``); or rows, each a mapping with ``indicator``
            and any of ``value``, ``missing`` (a `Missing` or its key), ``reason``,
            ``answered_on`` (a day, or its ISO text) and ``evidence`` (citations).
            A cell in another column is a fault, unless it is blank; the answer is
            kept. Rows name whole indicators, no parts.
        decimal: What separates decimals in texts, ``.`` or ``,``. Thousands are never
            set apart.

    Raises:
        InvalidValueError: An argument is of another type, or the portfolio or the
            interviewer is blank; or *decimal* is neither.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.reference import esca
        >>> read = read_record(
        ...     [
        ...         {"indicator": "A7", "value": "1.2"},
        ...         {
        ...             "indicator": "A8",
        ...             "missing": "not_applicable",
        ...             "reason": "founded this year",
        ...         },
        ...         {"indicator": "B1", "value": 5},
        ...     ],
        ...     structure=esca.BENCHMARK_36,
        ...     organization=Organization(name="Example cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ... )
        >>> for fault in read.faults:
        ...     print(fault)
        answers[0].value must be from 0 to 1, got '1.2'
        answers[2].value must be a step from 0 to 4, got 5
        >>> read.record["participation_stability"].reason
        'founded this year'
    """
    check_type("structure", structure, BenchmarkStructure)
    check_type("organization", organization, Organization)
    if decimal not in (".", ","):
        raise InvalidValueError("decimal", "'.' or ','", decimal)
    rows = list(_rows(answers, structure))
    counted = Counter(row.key for row in rows if row.says_something)
    sound: list[Answer] = []
    for row in rows:
        answer = row.read(is_only=counted[row.key] < 2, comma=decimal == ",")
        # No answer is worth a line only where nothing else is said.
        if answer is not None and (row.says_something or not counted[row.key]):
            counted[row.key] += 1
            sound.append(answer)
    record = BenchmarkRecord(
        organization=organization,
        interviewed_on=interviewed_on,
        structure=structure.key,
        answers=sound,
        interviewer=interviewer,
        portfolio=portfolio,
    )
    faults = [fault for row in rows for fault in row.faults]
    stated = answers_in(record, structure, faults)
    return ReadRecord(record=record, structure=structure, stated=stated, faults=faults)


# --- rows of a mapping, or of a list ----------------------------------------------


def _rows(answers: Any, structure: BenchmarkStructure) -> Iterator[_Row]:
    """Yield what stands for an answer each, of a mapping or of rows."""
    if isinstance(answers, Mapping):
        yield from _of_mapping(answers, structure)
        return
    if isinstance(answers, (str, bytes)) or not isinstance(answers, Iterable):
        raise InvalidValueError("answers", "a mapping or rows", answers)
    for index, cells in enumerate(answers):
        place = ("answers", index)
        if isinstance(cells, Mapping):
            yield _Row(place, cells, dict(cells), structure, is_row=True)
        else:
            yield _Row(place, None, cells, structure, is_row=True)


def _of_mapping(
    answers: Mapping[Any, object], structure: BenchmarkStructure
) -> Iterator[_Row]:
    """Yield the answers in order; those told by their parts where the first stands."""
    parts: dict[str, dict[str, str]] = {}
    for name in answers:
        indicator, part = _part_of(name, structure)
        if indicator is not None:
            parts.setdefault(indicator.key, {})[name] = part
    together = {name: key for key, names in parts.items() for name in names}
    for name, value in answers.items():
        key = together.get(name)
        if key is None:
            cells = {"indicator": name, "value": value}
            yield _Row(("answers", _key(name)), cells, value, structure)
        elif key in parts:
            yield _of_parts(key, parts.pop(key), answers, structure)


def _key(name: object) -> Key:
    return Key(name if isinstance(name, str) else quoted(name))


def _part_of(
    name: object, structure: BenchmarkStructure
) -> tuple[Indicator | None, str]:
    """Return the indicator and the part that a dotted *name* names."""
    whole, _, part = name.partition(".") if isinstance(name, str) else ("", "", "")
    return find_indicator(structure, whole) if part else None, part


def _of_parts(
    key: str,
    parts: Mapping[str, str],
    answers: Mapping[Any, object],
    structure: BenchmarkStructure,
) -> _Row:
    """Put the parts of one answer together; those left blank are not stated."""
    whole = next(iter(parts)).partition(".")[0]
    value: dict[str, object] = {}
    columns: dict[Steps, Steps] = {}
    twice: list[tuple[str, str]] = []
    for name, part in parts.items():
        at = ("answers", Key(name))
        columns["value", part] = at
        if is_blank(answers[name]):
            continue
        # What is wrong with all of them is said of the first that is stated.
        columns.setdefault((), at)
        if part in value:
            twice.append((name, part))
        value[part] = answers[name]
    cells = {"indicator": key, "value": value or None}
    place = ("answers", Key(whole))
    row = _Row(place, cells, value, structure, columns=columns)
    for name, part in twice:
        at = ("answers", Key(name))
        fault = Fault(at, "repeated", say("stated once"), answers[name])
        row.refuse(fault, (part,))
    return row


class _Row:
    """One raw answer on its way to becoming one."""

    def __init__(
        self,
        place: Steps,
        cells: Mapping[Any, Any] | None,
        shown: object,
        structure: BenchmarkStructure,
        *,
        is_row: bool = False,
        columns: Mapping[Steps, Steps] = _NO_STEPS,
    ) -> None:
        self.place, self.shown, self.columns = place, shown, columns
        self.is_row = is_row
        self.cells: Mapping[Any, Any] = cells or {}
        self.faults: list[Fault] = []
        self.is_refused = False
        name = self.cells.get("indicator")
        self.indicator = find_indicator(structure, name)
        self.key = "" if self.indicator is None else self.indicator.key
        if cells is None:
            self._wrong("", say("a row with indicator and value"), shown, "type")
        elif self.indicator is None:
            expected = say("about {}", an_indicator(structure, name))
            if is_row and _part_of(name, structure)[0] is not None:
                expected = say("{}; parts by dotted names stand in a mapping", expected)
            # What came is shown whole: the value would be lost otherwise.
            column = "indicator" if is_row else ""
            self._wrong(column, expected, shown, "reference")

    @property
    def says_something(self) -> bool:
        """Whether it gives an answer, or says why there is none."""
        cells = ("value", "missing", "reason")
        return any(self._cell(column) is not None for column in cells)

    def _cell(self, column: str) -> Any:
        cell = self.cells.get(column)
        return None if is_blank(cell) else cell

    def refuse(self, fault: Fault, part: Steps) -> None:
        """Keep a fault that spoils the answer."""
        self.is_refused = True
        self.faults.append(self._about(fault, part))

    def _about(self, fault: Fault, part: Steps) -> Fault:
        return evolve(fault, about=(self.key, *part)) if self.key else fault

    def _fault(
        self, column: str, expected: Sentence, got: object, code: FaultCode
    ) -> Fault:
        below: Steps = (column,) if column else ()
        place = self.columns.get(below, (*self.place, *below))
        return Fault(place, code, expected, got)

    def _wrong(
        self, column: str, expected: Sentence, got: object, code: FaultCode = "value"
    ) -> None:
        part: Steps = (column,) if column else ()
        self.refuse(self._fault(column, expected, got, code), part)

    def read(self, *, is_only: bool, comma: bool) -> Answer | None:
        """Return the answer; none where something is wrong with it."""
        if self.indicator is None:
            return None
        self._look_beside()
        if self.says_something and not is_only:
            expected = say("the only answer to {}", self.indicator)
            self._wrong("", expected, self.shown, "repeated")
        value = self._value(self.indicator, comma=comma)
        day, evidence = self._day(), self._evidence()
        reason = self._reason(value)
        if self.is_refused:
            return None
        return Answer(
            self.key, value, reason=reason, answered_on=day, evidence=evidence
        )

    def _look_beside(self) -> None:
        """Report what stands in columns that nobody knows: it spoils no answer."""
        for name, cell in self.cells.items():
            is_known = isinstance(name, str) and name in _COLUMNS
            if not is_known and not is_blank(cell):
                column = str(_key(name))
                expected = say("empty: the columns are {}", _COLUMNS)
                fault = self._fault(column, expected, cell, "reference")
                self.faults.append(self._about(fault, (column,)))

    def _value(self, indicator: Indicator, *, comma: bool) -> Any:
        raw, missing = _as_typed(self._cell("value")), self._missing()
        if isinstance(raw, Missing):
            raw, missing = None, raw
        if raw is None:
            return missing or Missing.NOT_ANSWERED
        if missing is not None:
            expected = say("empty beside a value")
            self._wrong("missing", expected, self.cells["missing"])
        here = (*self.place, "value")
        try:
            return indicator.scale.read(_with_points(raw) if comma else raw, place=here)
        except InvalidValueError as error:
            for fault in error.faults:
                below: Steps = fault.place[len(self.place) :]
                stands = below if self.is_row else below[1:]
                place = self.columns.get(below, (*self.place, *stands))
                fault = _of_mark(fault, _at(raw, below[1:], fault.got), comma=comma)  # noqa: PLW2901
                self.refuse(evolve(fault, place=place), below[1:])
        return None

    def _missing(self) -> Missing | None:
        cell = self._cell("missing")
        if cell is None:
            return None
        try:
            return Missing(cell)
        except ValueError:
            kinds = tuple(kind.value for kind in Missing)
            self._wrong("missing", say("one of {}", kinds), cell)
            return None

    def _reason(self, value: Any) -> str:
        cell = self._cell("reason")
        reason = "" if cell is None else cell
        if not isinstance(reason, str):
            self._wrong("reason", say("text"), reason, "type")
        elif value is Missing.NOT_APPLICABLE and not reason:
            expected = say("given for what is not applicable")
            self._wrong("reason", expected, reason, "missing")
        elif reason and not isinstance(value, Missing):
            self._wrong("reason", say("empty beside an answer"), reason)
        return str(reason)

    def _day(self) -> Any:
        cell = self._cell("answered_on")
        try:
            day = date.fromisoformat(cell) if isinstance(cell, str) else cell
        except ValueError:
            day = cell
        is_written_so = not isinstance(cell, str) or str(day) == cell
        if day is not None and not (type(day) is date and is_written_so):
            self._wrong("answered_on", say("a day such as '2015-05-04'"), cell)
        return day

    def _evidence(self) -> Any:
        cell = self._cell("evidence")
        cell = () if cell is None else cell
        if not isinstance(cell, (list, tuple)) or not all(
            isinstance(citation, Citation) for citation in cell
        ):
            self._wrong("evidence", say("citations"), cell, "type")
        return cell


# --- numbers as sheets have them ----------------------------------------------------


def _as_typed(raw: Any) -> Any:
    """Return a whole number that gaps in a column of a sheet made a float.

    From 2**53 on a float may stand for another whole number than was typed.
    """
    if isinstance(raw, Mapping):
        return {part: _as_typed(inner) for part, inner in raw.items()}
    is_exact = isinstance(raw, float) and raw.is_integer() and abs(raw) < 2**53
    return int(raw) if is_exact else raw


_is_number = re.compile(r"-?[0-9]+([.,][0-9]+)*( ?%)?").fullmatch
_SWAPPED: Final = str.maketrans(".,", ",.")


def _with_points(raw: Any) -> Any:
    """Return a number with a decimal comma as scales read it, in all of its parts.

    One with a point gets a comma, which no scale reads.
    """
    if isinstance(raw, Mapping):
        return {part: _with_points(inner) for part, inner in raw.items()}
    is_text = isinstance(raw, str) and _is_number(raw.strip())
    return raw.translate(_SWAPPED) if is_text else raw


def _of_mark(fault: Fault, typed: object, *, comma: bool) -> Fault:
    """Return a fault of what was typed, with how decimals are to be marked."""
    expected = fault.expected
    if isinstance(typed, str) and _is_number(typed.strip()):
        if comma and "." in typed:
            expected = say("{}, with a comma before decimals and no point", expected)
        elif not comma and "," in typed:
            expected = say("{} (decimal=',' reads a comma)", expected)
    return evolve(fault, expected=expected, got=typed)


def _at(raw: Any, way: Steps, got: object) -> object:
    """Return what came at a place of a raw value, as it was typed."""
    for step in way:
        if not isinstance(raw, Mapping) or step not in raw:
            return got
        raw = raw[step]
    return raw
