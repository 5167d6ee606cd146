"""What cattrs collects while something is read, as faults, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import Any, NoReturn

import attrs
from attrs import evolve, frozen
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from icluster.errors import (
    Fault,
    FaultCode,
    IClusterError,
    InvalidValueError,
    RubricError,
    UnknownNameError,
)
from icluster.wire._shapes import expected_of
from icluster.words import Key, Quoted, Sentence, Steps, closest, either, say

_MOST_KEYS = 8


@frozen
class Unread:
    """Stands in data for what could not be read, and says why."""

    expected: Sentence
    got: object
    code: FaultCode = "value"


def refuse(code: FaultCode, expected: str | Sentence, got: object) -> NoReturn:
    """Refuse a value where it stands; whatever reads what is around adds the way.

    Raises:
        InvalidValueError: Always.
    """
    raise InvalidValueError.of([Fault((), code, expected, got)])


def faults_of(error: BaseException) -> tuple[Fault, ...]:
    """Return every fault in *error*, which came up while something was read."""
    return tuple(_faults(error, ()))


def _faults(error: BaseException, place: Steps) -> Iterator[Fault]:
    if isinstance(error, BaseValidationError):
        for child in error.exceptions:
            yield from _faults(child, (*place, *_steps_to(child)))
    elif isinstance(error, ForbiddenExtraKeysError):
        names = tuple(field.name for field in attrs.fields(error.cl) if field.init)
        yield from unknown_keys(error.extra_fields, names, place)
    elif isinstance(error, InvalidValueError):
        for fault in error.faults:
            yield _as_it_came(fault).below(*place)
    else:
        yield _fault(error, place)


def _as_it_came(fault: Fault) -> Fault:
    """Return why a cell could not be read, where that is what was refused."""
    unread = fault.got
    if not isinstance(unread, Unread):
        return fault
    return Fault(fault.place, unread.code, unread.expected, unread.got)


def _fault(error: BaseException, place: Steps) -> Fault:
    if isinstance(error, KeyError) and place and place[-1] == error.args[0]:
        return Fault(place, "missing", _expected_by(error))
    if isinstance(error, RubricError):
        expected = say("sound: it {}", error.problem)
        return Fault(error.place, "reference", expected).below(*place)
    if isinstance(error, UnknownNameError):
        expected = say("the name of a {}: {}", say(error.kind), either(error.known))
        return Fault(place, "reference", expected, error.name)
    if isinstance(error, RecursionError):
        return Fault((), "depth", "nested less deeply")
    why = error.said() if isinstance(error, IClusterError) else str(error)
    return Fault(place, "syntax", say("something that can be read: {}", why))


def _notes(error: BaseException) -> Iterator[Any]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, (AttributeValidationNote, IterableValidationNote)):
            yield note


def _steps_to(error: BaseException) -> Steps:
    """Return what the innermost note adds to the way."""
    for note in _notes(error):
        is_item = isinstance(note, IterableValidationNote)
        return (note.index if is_item else note.name,)
    return ()


def _expected_by(error: BaseException) -> Sentence:
    """Return what a field that is missing must be."""
    return expected_of(next(_notes(error)).type)


def unknown_keys(
    keys: Iterable[object], known: tuple[str, ...], place: Steps = ()
) -> Iterator[Fault]:
    """Yield a fault for each of the first few unknown keys, and one for the rest."""
    several = tuple(keys)
    for key in nsmallest(_MOST_KEYS, several, key=str):
        yield Fault((*place, in_a_path(key)), "unknown", one_of_names(key, known))
    if (more := len(several) - _MOST_KEYS) > 0:
        expected = say("without {} more unknown {0?key|keys}", more)
        yield Fault(place, "depth", expected)


def in_a_path(key: object) -> str | int:
    """Return a key as a step; one that is no word is quoted in the path."""
    text = str(key)
    return text if text.isidentifier() else Key(text[:200])


def one_of_names(name: object, known: tuple[str, ...]) -> Sentence:
    """Return the known names in words, or the closest where there is one."""
    similar = closest(str(name), known)
    if similar is not None:
        return say("the name of a field; the closest is {}", Quoted(similar))
    return say("one of {}", known)


def without_name(fault: Fault, name: str) -> Fault:
    """Return a fault as it stands inside of the field called *name*.

    Converters that several fields share know no name; a place inside is kept.
    """
    inside = fault.place[1:] if fault.place[:1] == (name,) else ()
    return evolve(fault, place=inside)
