"""Raw answers in, a record and every fault out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from icluster._fields import all_of, check_type, instance_of, to_tuple
from icluster.benchmark_records import Answer, BenchmarkRecord
from icluster.benchmarking._raw import RawAnswer, is_blank, names_part, raw_answers
from icluster.benchmarking._values import an_indicator, find_indicator
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.organizations import Organization
from icluster.scales import Fault
from icluster.scales._written import called, written
from icluster.sources import Citation
from icluster.vocabularies import Missing

_COLUMNS = ("indicator", "value", "missing", "reason", "answered_on", "evidence")


@frozen(kw_only=True)
class ReadRecord:
    """What could be read of raw answers, and everything that could not.

    Attributes:
        record: The record with the sound answers; a refused answer is not in it.
        faults: What is wrong, in the order of the answers, each with its place
            and what came.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.reference import esca
        >>> read = read_record(
        ...     {"participants": "40", "E9": 1},
        ...     structure=esca.BENCHMARK_36,
        ...     organization=Organization(name="Example cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ... )
        >>> read.record["participants"].value, [fault.place for fault in read.faults]
        (40, ["answers['E9']"])
    """

    record: BenchmarkRecord = field(validator=instance_of(BenchmarkRecord))
    faults: tuple[Fault, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Fault)
    )


def read_record(
    answers: Mapping[str, object] | Iterable[object],
    *,
    structure: BenchmarkStructure,
    organization: Organization,
    interviewed_on: date,
    interviewer: str | Missing = Missing.UNKNOWN,
    portfolio: str | Missing = Missing.UNKNOWN,
) -> ReadRecord:
    """Read raw *answers*, report all their faults at once, lose none.

    Indicators are named by key or number. None, blank text and what is not a number
    (NaN) are no answer, also beside one. Of two answers to one indicator neither is
    chosen: both are faults. Floats are refused, as they are not exact.

    Args:
        answers: A mapping of indicators to raw values, where the parts of one may
            also stand on their own by dotted names (``composition.sme`` or
            ``A5.sme``, ``C4.currency``); or rows, each a mapping with ``indicator``
            and any of ``value``, ``missing`` (a `Missing` or its key), ``reason``,
            ``answered_on`` (a day, or its ISO text) and ``evidence`` (citations).
            A cell in another column is a fault, unless it is blank; the answer is
            kept. Rows name whole indicators, no parts.

    Raises:
        InvalidValueError: An argument is of another type, or the portfolio or the
            interviewer is blank.

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
    rows = [_Row(raw, structure) for raw in raw_answers(answers, structure)]
    counted = Counter(row.key for row in rows if row.says_something)
    faults: list[Fault] = []
    sound: list[Answer] = []
    for row in rows:
        answer, wrong = row.read(counted)
        faults += wrong
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
    return ReadRecord(record=record, faults=faults)


class _Row:
    """One raw answer on its way to becoming one."""

    def __init__(self, raw: RawAnswer, structure: BenchmarkStructure) -> None:
        self.raw, self.place = raw, raw.place
        self.cells: Mapping[Any, Any] = raw.row if isinstance(raw.row, Mapping) else {}
        self.faults = list(raw.faults)
        self.indicator = self._find(structure)

    @property
    def key(self) -> str:
        """Key of its indicator; empty where there is none."""
        return "" if self.indicator is None else self.indicator.key

    @property
    def says_something(self) -> bool:
        """Whether it gives an answer, or says why there is none."""
        cells = ("value", "missing", "reason")
        return any(self._cell(column) is not None for column in cells)

    def _wrong(self, column: str, expected: str, got: object) -> None:
        self.faults.append(self._fault(column, expected, got))

    def _fault(self, column: str, expected: str, got: object) -> Fault:
        place = f"{self.place}.{column}" if column else self.place
        place = self.raw.columns.get(place, place)
        return Fault(place, expected, written(got), part=column)

    def _cell(self, column: str) -> Any:
        cell = self.cells.get(column)
        return None if is_blank(cell) else cell

    def _find(self, structure: BenchmarkStructure) -> Indicator | None:
        if not isinstance(self.raw.row, Mapping):
            self._wrong("", "a row with indicator and value", self.raw.row)
            return None
        name = self.cells.get("indicator")
        found = find_indicator(structure, name)
        if found is None:
            # What came is shown whole: the value would be lost otherwise.
            column = "indicator" if self.raw.is_row else ""
            expected = f"about {an_indicator(structure, name)}"
            if self.raw.is_row and names_part(name, structure):
                expected += "; parts by dotted names stand in a mapping"
            self._wrong(column, expected, self.raw.shown)
        return found

    def read(self, counted: Mapping[str, int]) -> tuple[Answer | None, list[Fault]]:
        """Return the answer, or none and why."""
        indicator = self.indicator
        if indicator is None:
            return None, self.faults
        beside = list(self._beside())
        if self.says_something and counted[indicator.key] > 1:
            self._wrong("", f"the only answer to {indicator.name}", self.raw.shown)
        value = self._value(indicator)
        parts = {"answered_on": self._day(), "evidence": self._evidence()}
        reason = self._reason(value)
        faults = [evolve(f, indicator=indicator.key) for f in (*beside, *self.faults)]
        if self.faults:
            return None, faults
        return Answer(indicator.key, value, reason=reason, **parts), faults

    def _beside(self) -> Iterator[Fault]:
        """Yield what stands in columns that nobody knows: it spoils no answer."""
        for name in self.cells:
            if name not in _COLUMNS and not is_blank(self.cells[name]):
                expected = f"empty: the columns are {', '.join(_COLUMNS)}"
                yield self._fault(called(name), expected, self.cells[name])

    def _value(self, indicator: Indicator) -> Any:
        raw, missing = self._cell("value"), self._missing()
        if isinstance(raw, Missing):
            raw, missing = None, raw
        if raw is None:
            return missing or Missing.NOT_ANSWERED
        value, faults = indicator.scale.parse(raw, place=f"{self.place}.value")
        columns = self.raw.columns
        self.faults += [evolve(f, place=columns.get(f.place, f.place)) for f in faults]
        if missing is not None:
            self._wrong("missing", "empty beside a value", self.cells["missing"])
        return value

    def _missing(self) -> Missing | None:
        given = self._cell("missing")
        if given is None:
            return None
        try:
            return Missing(given)
        except ValueError:
            kinds = ", ".join(kind.value for kind in Missing)
            self._wrong("missing", f"one of {kinds}", given)
            return None

    def _reason(self, value: Any) -> str:
        reason = self._cell("reason") or ""
        if not isinstance(reason, str):
            self._wrong("reason", "text", reason)
        elif value is Missing.NOT_APPLICABLE and not reason:
            self._wrong("reason", "given for what is not applicable", reason)
        elif reason and not isinstance(value, Missing):
            self._wrong("reason", "empty beside an answer", reason)
        else:
            return reason
        return ""

    def _day(self) -> Any:
        given = self._cell("answered_on")
        try:
            day = date.fromisoformat(given) if isinstance(given, str) else given
        except ValueError:
            day = given
        is_written_so = not isinstance(given, str) or str(day) == given
        if day is not None and not (type(day) is date and is_written_so):
            self._wrong("answered_on", "a day such as '2015-05-04'", given)
        return day

    def _evidence(self) -> Any:
        given = self._cell("evidence") or ()
        if not isinstance(given, (list, tuple)) or not all(
            isinstance(each, Citation) for each in given
        ):
            self._wrong("evidence", "citations", given)
        return given
