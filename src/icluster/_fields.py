"""Converters and validators that the nouns share.

Each refuses with `InvalidValueError` that names the field. A lone string is
never taken for a row of letters.

A converter decides what a caller may write, in the eyes of type checkers and of
``help()``. So each class has its own beside it, named, typed and not generic; what it
does is done here::

    def _to_names(items: Iterable[Name]) -> tuple[Name, ...]:
        return to_tuple(items)

Words are converted by `to_words`, numbers by `to_decimal`. What is wrong all the same
is left as it came: validators refuse it, and say in which field it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from itertools import dropwhile
from types import NoneType
from typing import Any, Protocol, TypeAlias, TypeVar, overload

from attrs import NOTHING, frozen

from icluster.errors import Fault, IClusterError, InvalidValueError
from icluster.words import Language, Sentence, either, say, worded

__all__ = [
    "AtMostLetters",
    "Matches",
    "Validator",
    "Within",
    "all_of",
    "instance_of",
    "is_day",
    "is_day_or_none",
    "is_key",
    "is_key_or_none",
    "matches",
    "repeated",
    "to_pairs",
    "to_tuple",
    "to_words",
    "unique",
    "within",
]

T = TypeVar("T")
K = TypeVar("K")
E = TypeVar("E", bound=Enum)


class Named(Protocol):
    @property
    def name(self) -> str: ...


# A callable of attribute, field and value. Said to be anything, since pyright widens
# the literal of a default (`Missing.UNKNOWN`) to its class beside a typed validator.
Validator: TypeAlias = Any


@overload
def to_tuple(items: Iterable[T]) -> tuple[T, ...]: ...
@overload
def to_tuple(items: Iterable[T] | E) -> tuple[T, ...] | E: ...
@overload
def to_tuple(items: object) -> Any: ...
def to_tuple(items: Any) -> Any:
    """Freeze an iterable that has an order; leave all else to the validator.

    A string is no row of letters, an enum class no row of members, and the order of
    a set is that of the day.
    """
    if type(items) is tuple:
        return items
    odd = isinstance(items, (str, bytes, set, frozenset, type))
    return items if odd or not isinstance(items, Iterable) else tuple(items)


def to_words(items: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Freeze words: a converter for fields of texts.

    Typed so that a lone text, which is an iterable of texts too, is an error.
    """
    return to_tuple(items)


@overload
def to_pairs(
    items: Mapping[K, T] | Iterable[tuple[K, T]],
) -> tuple[tuple[K, T], ...]: ...
@overload
def to_pairs(items: object) -> Any: ...
def to_pairs(items: Any) -> Any:
    """Freeze a mapping, or rows of two, as pairs; leave all else to the validator."""
    pairs = items.items() if isinstance(items, Mapping) else to_tuple(items)
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        return items
    return tuple(map(to_tuple, pairs))


def refused(
    noun: Any, attribute: Named, expected: str | Sentence, got: object, *steps: int
) -> InvalidValueError:
    """Return the error of one field, and of those after it that are wrong as well."""
    own = InvalidValueError((attribute.name, *steps), expected, got)
    return InvalidValueError.of([*own.faults, *faults_after(noun, attribute.name)])


def faults_after(noun: Any, name: str) -> Iterator[Fault]:
    """Yield what is wrong with the fields of a *noun* after the one called *name*."""
    # All fields are set before the first is validated.
    fields = iter(getattr(type(noun), "__attrs_attrs__", ()))
    blank = object.__new__(type(noun))  # whose own fields have nothing to tell
    for field in dropwhile(lambda field: field.name != name, fields):
        content = getattr(noun, field.name, NOTHING)
        if field.name == name or field.validator is None or content is NOTHING:
            continue
        try:
            field.validator(blank, field, content)
        except IClusterError as error:
            yield from getattr(error, "faults", ())


def is_day(_: Any, attribute: Named, value: Any) -> None:
    """Refuse what is not a whole day; a datetime is a moment, not a day."""
    check_day(attribute.name, value)


def is_day_or_none(_: Any, attribute: Named, value: Any) -> None:
    """Refuse what is neither a whole day nor None."""
    if value is not None:
        check_day(attribute.name, value)


def check_day(name: str, value: object) -> None:
    """Refuse a *value* that is no `datetime.date`, or one with a time of day."""
    if isinstance(value, datetime):
        raise InvalidValueError(name, "a datetime.date: pass .date()", value)
    if not isinstance(value, date):
        raise InvalidValueError(name, "a datetime.date, as date(2022, 9, 30)", value)


def check_type(name: str, value: object, *kinds: type) -> None:
    """Refuse an argument that is of none of *kinds*, before it does harm.

    A boolean is no number.
    """
    is_odd = isinstance(value, bool) and bool not in kinds
    if is_odd or not isinstance(value, kinds):
        raise InvalidValueError(name, _of_type(kinds, value), value)


def is_among(value: object, members: tuple[Enum | None, ...]) -> bool:
    # By identity, since what came may compare in ways of its own; by a loop, since
    # this is asked of every field.
    for member in members:  # noqa: SIM110
        if value is member:
            return True
    return False


def _of_type(kinds: tuple[object, ...], value: object) -> Sentence:
    """Name what something may be, and how to write a *value* that means as much."""
    expected = say("of type {}", _names(kinds))
    hints = filter(None, (_hint(kind, value) for kind in kinds))
    return next((say("{} ({})", expected, hint) for hint in hints), expected)


def _hint(kind: Any, value: object) -> Sentence | None:
    if isinstance(kind, type) and issubclass(kind, Enum) and isinstance(value, str):
        for member in kind:
            titles = str(member.value), str(getattr(member, "title", ""))
            if value.casefold() in map(str.casefold, titles):
                return say("write {}.{}", kind.__name__, member.name)
    if kind is Language and isinstance(value, str):
        return say("such as {}", "icluster.languages.es.SPANISH")
    hint: Sentence | None = getattr(kind, "_hint", _no_hint)(value)
    return hint


def or_one_of_these(expected: Sentence, members: tuple[Enum | None, ...]) -> Sentence:
    return say("{}, or {}", expected, _names(members)) if members else expected


def _names(kinds: Iterable[object]) -> Sentence:
    return either(map(_name_of, kinds)).said()


def _name_of(kind: object) -> object:
    if kind is None or kind is NoneType:
        return "None"
    if isinstance(kind, type):
        return kind.__name__
    # "of type Region or unknown": the title as one of the things that may stand there.
    return say(worded(kind), context="expected") if isinstance(kind, Enum) else kind


def check_each(name: str, values: object, *kinds: type[T]) -> tuple[T, ...]:
    """Return *values* as a tuple; refuse what is none, and members of other kinds."""
    if not isinstance(values, Iterable) or isinstance(values, (str, bytes, type)):
        several = say("several {}", either(kind.__name__ for kind in kinds))
        raise InvalidValueError(name, several, values)
    members = tuple(values)
    for index, member in enumerate(members):
        check_type(f"{name}[{index}]", member, *kinds)
    return members


def refuse_all(errors: Iterable[InvalidValueError]) -> None:
    """Raise one error that names every fault; nothing where there is none."""
    faults = [fault for error in errors for fault in error.faults]
    if faults:
        raise InvalidValueError.of(faults)


def instance_of(*kinds: type, or_one_of: tuple[Enum | None, ...] = ()) -> Validator:
    """Make a validator that takes instances of *kinds*, booleans apart from ints.

    Instead of one, each of *or_one_of* is taken as well: the kinds of missing that
    a field knows.
    """
    is_number = int in kinds and bool not in kinds

    def check(noun: Any, attribute: Named, value: Any) -> None:
        if isinstance(value, kinds) and not (is_number and isinstance(value, bool)):
            return
        if not is_among(value, or_one_of):
            expected = _of_type((*kinds, *or_one_of), value)
            raise refused(noun, attribute, expected, value)

    return check


def _no_hint(_: object) -> None:
    """Know nothing of how a value might be written instead."""


def all_of(*kinds: type, or_one_of: tuple[Enum | None, ...] = ()) -> Validator:
    """Make a validator of tuples whose members are instances of *kinds*.

    Instead of a tuple, each of *or_one_of* is taken as well.
    """
    made_of = frozenset(kinds)

    def check(noun: Any, attribute: Named, value: Any) -> None:
        if is_among(value, or_one_of):
            return
        if not isinstance(value, tuple):
            expected = say("a list or a tuple of {}", _names(kinds))
            expected = or_one_of_these(expected, or_one_of)
            raise refused(noun, attribute, expected, value)
        if made_of.issuperset(map(type, value)):
            return  # true of most, and soon told
        for index, item in enumerate(value):
            if not isinstance(item, kinds):
                expected = _of_type(kinds, item)
                raise refused(noun, attribute, expected, item, index)

    return check


def repeated(items: Iterable[T]) -> Iterator[tuple[int, T]]:
    """Yield each of *items* that stands earlier as well, with its position."""
    first: dict[T, int] = {}
    return ((i, item) for i, item in enumerate(items) if first.setdefault(item, i) != i)


def _refuse_repetition(noun: Any, attribute: Named, value: Any) -> None:
    # To hash is what costs: one thing alone is no repetition.
    if isinstance(value, tuple) and len(value) > 1 and len(set(value)) < len(value):
        _, item = next(repeated(value))
        raise refused(noun, attribute, "free of repetition", item)


unique: Validator = _refuse_repetition  # refuses what stands twice in a tuple


# --- bounds ---------------------------------------------------------------------
#
# Validators that hold a bound are classes, so that a JSON Schema can read it off them.


@frozen
class Within:
    """Refuses what is no whole number, and those outside of two bounds."""

    lowest: int
    highest: int
    or_one_of: tuple[Enum | None, ...] = ()

    def __call__(self, noun: Any, attribute: Named, value: Any) -> None:
        """Refuse a *value* that is out of bounds."""
        is_number = type(value) is int or (
            isinstance(value, int) and not isinstance(value, bool)
        )
        if is_number:
            if self.lowest <= value <= self.highest:
                return
            expected = say("from {} to {}", self.lowest, self.highest)
        elif is_among(value, self.or_one_of):
            return
        else:
            expected = _of_type((int, *self.or_one_of), value)
        raise refused(noun, attribute, expected, value)


def within(
    lowest: int, highest: int, *, or_one_of: tuple[Enum | None, ...] = ()
) -> Validator:
    """Make a validator of whole numbers within two bounds, or one of *or_one_of*."""
    return Within(lowest, highest, or_one_of)


@frozen
class AtMostLetters:
    """Refuses text that is too long; looks at nothing else."""

    letters: int

    def __call__(self, noun: Any, attribute: Named, value: Any) -> None:
        """Refuse a *value* that is too long."""
        if isinstance(value, str) and len(value) > self.letters:
            expected = say("a phrase of at most {} letters", self.letters)
            raise refused(noun, attribute, expected, value)


@frozen
class Matches:
    """Refuses what is no text that matches the whole pattern."""

    pattern: re.Pattern[str]
    expected: str
    or_one_of: tuple[Enum | None, ...] = ()

    def __call__(self, noun: Any, attribute: Named, value: Any) -> None:
        """Refuse a *value* that does not match."""
        if isinstance(value, str) and self.pattern.fullmatch(value):
            return
        if not is_among(value, self.or_one_of):
            expected = or_one_of_these(say(self.expected), self.or_one_of)
            raise refused(noun, attribute, expected, value)


def matches(
    pattern: str, expected: str, *, or_one_of: tuple[Enum | None, ...] = ()
) -> Validator:
    """Make a validator of text that matches the whole *pattern*.

    Instead of a text, each of *or_one_of* is taken as well.
    """
    return Matches(re.compile(pattern, re.ASCII), expected, or_one_of)


KEY = r"[a-z_][a-z0-9_]*"
is_key = matches(KEY, "a key such as 'policy_scope'")
"""Refuses what could not name a thing in code: lower case, digits, ``_``."""

is_key_or_none = matches(KEY, "a key such as 'policy_scope'", or_one_of=(None,))
"""Refuses what is neither a key nor None."""
