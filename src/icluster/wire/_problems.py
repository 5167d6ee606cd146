"""What cattrs collects, put into our own words, each with its path."""

from __future__ import annotations

from collections.abc import Iterator
from reprlib import Repr
from typing import Any

import attrs
from attrs import frozen
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from icluster.errors import InvalidValueError, RubricError
from icluster.wire._shapes import name_of

__all__ = ["Unread", "problems_of", "shown"]

_MOST_NAMES = 8
_LARGEST_INT = 10**60


class _Short(Repr):
    """Quotes values without end: long, deep or huge ones are cut."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel, self.maxstring, self.maxother = 2, 80, 80
        self.maxlist = self.maxtuple = self.maxdict = 4

    def repr_int(self, x: int, level: int) -> str:
        # Python refuses to write integers of some thousand digits.
        return repr(x) if abs(x) < _LARGEST_INT else "a huge number"


def shown(value: object) -> str:
    """Quote a hostile *value* safely."""
    return _Short().repr(value)


@frozen
class Unread:
    """Stands in data for what could not be read, and says why."""

    expected: str
    got: object


def problems_of(error: BaseException, kind: Any) -> tuple[str, ...]:
    """Return every problem in *error*, which came up while a *kind* was read."""
    return tuple(_problems(error, "", name_of(kind)))


def _problems(error: BaseException, path: str, root: str) -> Iterator[str]:
    if isinstance(error, BaseValidationError):
        for child in error.exceptions:
            yield from _problems(child, _joined(path, _step(child)), root)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield _extra_keys(error, path or root)
    elif isinstance(error, InvalidValueError):
        place = _joined(path, error.place) or root
        why = error.got if isinstance(error.got, Unread) else error
        yield f"{place} must be {why.expected}, got {shown(why.got)}"
    elif isinstance(error, RubricError):
        yield f"{_joined(path, error.place)} {error.problem}"
    elif isinstance(error, RecursionError):
        yield f"{root} is nested too deeply"
    elif isinstance(error, KeyError) and path.endswith(str(error.args[0])):
        yield f"{path} is missing"
    else:
        yield f"{path or root}: {error}"


def _step(error: BaseException) -> str:
    """Return what the innermost note adds to the path."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
        if isinstance(note, AttributeValidationNote):
            return note.name
    return ""


def _joined(path: str, step: str) -> str:
    dotted = path and step and not step.startswith("[")
    return f"{path}.{step}" if dotted else path + step


def _extra_keys(error: ForbiddenExtraKeysError, place: str) -> str:
    unknown = _some(sorted(map(shown, error.extra_fields)))
    fields = (f.name for f in attrs.fields(error.cl) if f.init)
    return f"{place} has unknown keys: {unknown}; known: {', '.join(fields)}"


def _some(names: list[str]) -> str:
    """List the first few names, and say how many more there are."""
    more = len(names) - _MOST_NAMES
    listed = ", ".join(names[:_MOST_NAMES])
    return f"{listed} and {more} more" if more > 0 else listed
