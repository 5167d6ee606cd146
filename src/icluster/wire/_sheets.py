"""How a sheet is read: where each column goes, and what reads its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen

from icluster.errors import InvalidValueError
from icluster.wire._cells import EMPTY, Manner, cell_reader
from icluster.wire._problems import shown
from icluster.wire._shapes import (
    OBJECT,
    alternatives,
    field_hints,
    is_exchanged_class,
    name_of,
)
from icluster.wire._standins import STANDINS

__all__ = ["Plan", "Sheet"]


@frozen
class _Cell:
    """Where a column goes, and what reads its cells."""

    heading: str
    parents: tuple[str, ...]
    name: str
    read: Callable[[Any], Any]


@frozen
class Plan:
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


class Sheet:
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

    def plan(self, headings: tuple[Any, ...]) -> Plan:
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
        return Plan(tuple(cells), tuple(faults))


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
            yield field_hints(STANDINS.get(each.hint, each.hint))
