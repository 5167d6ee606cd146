"""What is wrong with what is read: collected as it comes, no more than asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, TypeAlias

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
from icluster.regions import Country, Region
from icluster.words import Key, Quoted, Sentence, Steps, closest, either, say

MOST: Final = 100
"""How many faults are told of one document, where nothing else is asked for."""

UNREAD: Final[Any] = object()
"""What stands for a value that was refused."""

LONGEST: Final = 120
"""How many letters of what came are told."""

_MOST_ITEMS: Final = 9  # one more than are quoted
_LEVELS: Final = 3


@frozen
class Unread:
    """Stands in data for what could not be read, and says why.

    Attributes:
        expected: What it must be.
        got: What came.
        code: The code of the fault.
        is_told: Whether the fault is told already.
    """

    expected: Sentence
    got: object
    code: FaultCode = "value"
    is_told: bool = False


Upgrades: TypeAlias = Mapping[
    str, tuple[Callable[[dict[str, Any]], dict[str, Any]], ...]
]


_Entry: TypeAlias = tuple[Fault, bool, list[str | int]]
"""A fault as it came, whether it is refused, and its way, the end first."""


class FaultLog(list[_Entry]):
    """The faults of what is being read, each with the way to it so far.

    Readers add what they refuse, and whatever reads what is around adds its step.
    When it is full nobody reads on.

    Attributes:
        upgrades: What makes today's data of older data, by the name of the class.
        sources: Those that were made, by what they were made of.
    """

    __slots__ = ("_most", "_reports", "_wrong", "sources", "upgrades")

    def __init__(
        self,
        most: int = MOST,
        *,
        reports: bool = False,
        upgrades: Upgrades = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self.upgrades = upgrades
        self._most = most
        self._reports = reports
        self._wrong = 0
        self.sources: dict[Hashable, Any] = {}

    @property
    def is_full(self) -> bool:
        """Whether as many faults are told as were asked for."""
        return self._wrong >= self._most

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is refused."""
        return tuple(self._placed(True))

    @property
    def ignored(self) -> tuple[Fault, ...]:
        """What is reported without being refused."""
        return tuple(self._placed(False))

    def _placed(self, is_wrong: bool) -> Iterator[Fault]:
        for fault, wrong, way in self:
            if wrong is is_wrong:
                yield fault.below(*reversed(way)) if way else fault

    def refuse(self, code: FaultCode, expected: str | Sentence, got: object) -> Any:
        """Say that a value is not what it must be; give what stands for it."""
        if isinstance(got, Unread):
            if got.is_told:
                return UNREAD
            code, expected, got = got.code, got.expected, got.got
        return self.add(Fault((), code, expected, got))

    def add(self, fault: Fault) -> Any:
        """Keep a fault while there is room; give what stands for the value."""
        if not self.is_full:
            short = evolve(fault, got=_brief(fault.got))
            self.append((short, True, []))
        self._wrong += 1
        return UNREAD

    def take(self, error: BaseException) -> Any:
        """Keep every fault of an *error*; give what stands for the value."""
        for fault in islice(_faults(error, ()), self._most):
            self.add(_as_it_came(fault))
        return UNREAD

    def unknown(self, key: object, known: tuple[str, ...]) -> bool:
        """Note a key that nothing knows; tell whether that can be borne."""
        fault = Fault((), "unknown", one_of_names(key, known))
        if not self._reports:
            self.add(fault)
        elif len(self) - self._wrong < self._most:
            self.append((fault, False, []))
        return self._reports

    def below(self, mark: int, step: str | int) -> int:
        """Add a step to the way of what has come since *mark*; give the next mark."""
        for _, _, way in self[mark:]:
            way.append(step)
        return len(self)


def _as_it_came(fault: Fault) -> Fault:
    """Return why a cell could not be read, where that is what was refused."""
    unread = fault.got
    if not isinstance(unread, Unread):
        return fault
    return Fault(fault.place, unread.code, unread.expected, unread.got)


def _brief(value: Any, level: int = 0) -> Any:
    """Return what came, cut where it is long, deep or wide, so that it can be kept."""
    if isinstance(value, Unread):
        value = value.got
    if isinstance(value, (Country, Region)):
        value = str(value)  # as it came, not what was made of it
    if isinstance(value, str):
        return value if len(value) <= LONGEST else f"{value[: LONGEST - 3]}..."
    if type(value) in (dict, list) and value and level >= _LEVELS:
        return ["..."]
    if type(value) is dict:
        pairs = islice(value.items(), _MOST_ITEMS)
        return {_brief(key): _brief(inner, level + 1) for key, inner in pairs}
    if type(value) is list:
        return [_brief(inner, level + 1) for inner in islice(value, _MOST_ITEMS)]
    return value


# --- errors as faults -----------------------------------------------------------


def _faults(error: BaseException, place: Steps) -> Iterator[Fault]:
    """Yield every fault in *error*; hooks of users' own may raise those of cattrs."""
    if isinstance(error, BaseValidationError):
        for child in error.exceptions:
            yield from _faults(child, (*place, *_steps_to(child)))
    elif isinstance(error, ForbiddenExtraKeysError):
        names = tuple(field.name for field in attrs.fields(error.cl) if field.init)
        for key in sorted(error.extra_fields, key=str):
            step = (*place, in_a_path(key))
            yield Fault(step, "unknown", one_of_names(key, names))
    elif isinstance(error, InvalidValueError):
        for fault in error.faults:
            yield fault.below(*place)
    elif isinstance(error, RubricError):
        for fault in faults_of_rubric(error):
            yield fault.below(*place)
    else:
        yield _fault(error, place)


def faults_of_rubric(error: RubricError) -> Iterator[Fault]:
    """Yield a fault for each place where a rubric contradicts itself."""
    for part in (error, *error.more):
        expected = say("sound: {}", say("{} {}", part.place, part.problem))
        yield Fault(part.place, "reference", expected)


def _fault(error: BaseException, place: Steps) -> Fault:
    if isinstance(error, KeyError) and place and place[-1] == error.args[0]:
        return Fault(place, "missing", "said")
    if isinstance(error, UnknownNameError):
        kind = say(error.kind) if isinstance(error.kind, str) else error.kind
        expected = say("the name of a {}: {}", kind, either(error.known))
        return Fault(place, "reference", expected, error.name)
    if isinstance(error, RecursionError):
        return Fault((), "depth", "nested less deeply")
    why = error.said() if isinstance(error, IClusterError) else str(error)[:LONGEST]
    return Fault(place, "syntax", say("something that can be read: {}", why))


def _steps_to(error: BaseException) -> Steps:
    """Return what the innermost note adds to the way."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return (note.index,)
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
    return ()


# --- names ------------------------------------------------------------------------


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
