"""Raw answers as they come: by name, by the names of their parts, or as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import isnan
from typing import Any

from attrs import field, frozen

from icluster.benchmarking._values import find_indicator
from icluster.errors import InvalidValueError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.scales import Fault
from icluster.scales._written import written
from icluster.words import says_something


@frozen(kw_only=True)
class RawAnswer:
    """What stands for one answer, and where.

    The columns say which part of the answer each place below this one is.
    """

    place: str
    row: object
    shown: object
    is_row: bool = False
    columns: Mapping[str, str] = field(factory=dict)
    faults: tuple[Fault, ...] = ()


def raw_answers(answers: Any, structure: BenchmarkStructure) -> Iterator[RawAnswer]:
    """Yield what stands for an answer each, of a mapping or of rows."""
    if isinstance(answers, Mapping):
        yield from _by_name(answers, structure)
        return
    if isinstance(answers, (str, bytes)) or not isinstance(answers, Iterable):
        raise InvalidValueError("answers", "a mapping or rows", answers)
    for index, row in enumerate(answers):
        shown = dict(row) if isinstance(row, Mapping) else row
        yield RawAnswer(place=f"answers[{index}]", row=row, shown=shown, is_row=True)


def _by_name(
    answers: Mapping[Any, object], structure: BenchmarkStructure
) -> Iterator[RawAnswer]:
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
            row = {"indicator": name, "value": value}
            yield RawAnswer(place=f"answers[{written(name)}]", row=row, shown=value)
        elif key in parts:
            yield _of_parts(key, parts.pop(key), answers)


def _part_of(
    name: object, structure: BenchmarkStructure
) -> tuple[Indicator | None, str]:
    """Return the indicator and the part that a dotted *name* names."""
    whole, _, part = name.partition(".") if isinstance(name, str) else ("", "", "")
    return find_indicator(structure, whole) if part else None, part


def names_part(name: object, structure: BenchmarkStructure) -> bool:
    """Tell whether *name* is the dotted name of a part of an indicator."""
    return _part_of(name, structure)[0] is not None


def _of_parts(
    key: str, parts: Mapping[str, str], answers: Mapping[Any, object]
) -> RawAnswer:
    """Put the parts of one answer together; those left blank are not stated."""
    whole = next(iter(parts)).partition(".")[0]
    place = f"answers[{whole!r}]"
    value: dict[str, object] = {}
    columns: dict[str, str] = {}
    faults: list[Fault] = []
    for name, part in parts.items():
        at = f"answers[{name!r}]"
        columns |= {f"{place}.value[{part!r}]": at, f"{place}.value.{part}": at}
        if is_blank(answers[name]):
            continue
        # What is wrong with all of them is said of the first that is stated.
        columns.setdefault(place, at)
        if part in value:
            got = written(answers[name])
            faults.append(Fault(at, "stated once", got, part=part))
        value[part] = answers[name]
    return RawAnswer(
        place=place,
        row={"indicator": key, "value": value or None},
        shown=value,
        columns=columns,
        faults=tuple(faults),
    )


def is_blank(cell: object) -> bool:
    """Tell whether a cell holds nothing that anybody could see, or no number."""
    if isinstance(cell, (float, Decimal)):
        return isnan(cell) if isinstance(cell, float) else cell.is_nan()
    return cell is None or (isinstance(cell, str) and not says_something(cell))
