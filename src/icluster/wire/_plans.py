"""Where the columns of rows with the same headings go, and the faults of a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, frozen

from icluster.errors import Fault
from icluster.vocabularies import Missing
from icluster.wire._cells import EMPTY
from icluster.wire._refusals import in_a_path
from icluster.words import Quoted, say

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_LONGEST: Final = 100
_NO_VALUES: Final = ("", *(kind.value for kind in Missing))


@frozen
class Column:
    """Where the cells of a column go, and what reads them."""

    heading: str
    place: tuple[str, ...]
    read: Callable[[Any], Any]
    words: Mapping[str, Any] = _NOTHING


@frozen
class Plan:
    """How rows with the same headings are read."""

    columns: tuple[Column, ...]
    faults: tuple[Fault, ...]
    constants: Mapping[str, Any] = _NOTHING

    def data(self, row: Mapping[str, Any]) -> tuple[Any, list[Fault]]:
        """Return a row as `from_dict` takes it, and which cells say it again."""
        data: dict[str, Any] = {}
        parts: dict[tuple[str, ...], dict[str, Any]] = {(): data}
        faults: list[Fault] = []
        for column in self.columns:
            value = column.read(row[column.heading])
            if value is EMPTY:
                continue
            if not column.place:
                return value, faults
            *parents, name = column.place
            part = _part_at(tuple(parents), parts)
            if part is None or name in part:
                expected = say("the only column for {}", ".".join(column.place))
                place = (step_of(column.heading),)
                faults.append(Fault(place, "repeated", expected, row[column.heading]))
            else:
                part[name] = value
        for path, value in self.constants.items():
            *parents, name = path.split(".")
            part = _part_at(tuple(parents), parts)
            if part is not None:
                part.setdefault(name, value)
        return data, faults

    def citations(self, data: Any, source: Any, number: int) -> list[Any]:
        """Return, for each field that a column filled, where in the sheet it stands."""
        return [
            {
                "path": ".".join(column.place),
                "citation": {
                    "source": source,
                    "locator": f"{number}, {step_of(column.heading)}",
                },
            }
            for column in self.columns
            if _is_filled(data, column.place)
        ]

    def under_its_heading(self, fault: Fault, row: Mapping[str, Any]) -> Fault:
        """Return a fault at the heading of the column that is to blame, if one is."""
        for column in self.columns:
            depth = len(column.place)
            heading, cell = step_of(column.heading), row[column.heading]
            if fault.place[:depth] == column.place:
                word = cell.strip() if isinstance(cell, str) else ""
                if word in column.words:
                    return _of_word(fault, heading, cell, column.words[word])
                whole = len(fault.place) == depth and fault.code != "missing"
                place = (heading, *fault.place[depth:])
                return evolve(fault, place=place, got=cell if whole else fault.got)
            if (
                fault.code == "missing"
                and column.place[: len(fault.place)] == fault.place
            ):
                return evolve(fault, place=(heading,), expected=say("filled"))
        return fault


def _is_filled(data: Any, place: tuple[str, ...]) -> bool:
    for step in place:
        if not isinstance(data, Mapping) or step not in data:
            return False
        data = data[step]
    return True


def _of_word(fault: Fault, heading: str | int, cell: str, meant: Any) -> Fault:
    """Return what is wrong with what words make of a cell."""
    is_tagged = isinstance(meant, Mapping) and len(meant) == 1
    value = next(iter(meant.values())) if is_tagged else meant
    expected = say("{}, and words make {} of it", fault.expected, Quoted(value))
    if value in _NO_VALUES:
        expected = say("{} (None makes an empty cell of it)", expected)
    return Fault((heading,), fault.code, expected, cell)


def _part_at(
    place: tuple[str, ...], parts: dict[tuple[str, ...], dict[str, Any]]
) -> dict[str, Any] | None:
    """Return the dictionary at a place, made where there is none.

    None where a cell stands there: what a cell holds is not written into.
    """
    if place in parts:
        return parts[place]
    outer = _part_at(place[:-1], parts)
    if outer is None or place[-1] in outer:
        return None
    part = parts[place] = outer[place[-1]] = {}
    return part


def step_of(heading: object) -> str | int:
    """Return a heading as a step; one that could do harm is quoted in the path."""
    text = str(heading)
    return text if text.isprintable() and len(text) <= _LONGEST else in_a_path(text)
