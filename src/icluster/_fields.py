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
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Protocol, TypeVar, overload

from attrs import frozen

from icluster.errors import InvalidValueError
from icluster.words import says_something

__all__ = [
    "AtMostLetters",
    "Matches",
    "Within",
    "all_of",
    "instance_of",
    "is_day",
    "is_key",
    "is_optional_text",
    "is_text",
    "matches",
    "to_pairs",
    "to_tuple",
    "to_words",
    "unique",
]

T = TypeVar("T")
K = TypeVar("K")


class _Named(Protocol):
    @property
    def name(self) -> str: ...


Validator = Callable[[Any, Any, Any], None]


@overload
def to_tuple(items: Iterable[T]) -> tuple[T, ...]: ...
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


def is_text(_: Any, attribute: _Named, value: Any) -> None:
    """Refuse what is not text, and text that says nothing."""
    if not isinstance(value, str) or not says_something(value):
        raise InvalidValueError(attribute.name, "text that is not blank", value)


def is_optional_text(_: Any, attribute: _Named, value: Any) -> None:
    """Refuse what is neither text nor empty text."""
    if not isinstance(value, str):
        raise InvalidValueError(attribute.name, "text", value)


def is_key(_: Any, attribute: _Named, value: Any) -> None:
    """Refuse what could not name a thing in code: lower case, digits, ``_``."""
    if (
        not isinstance(value, str)
        or not value.isidentifier()
        or value != value.lower()
        or not value.isascii()
    ):
        raise InvalidValueError(attribute.name, "a key such as 'policy_scope'", value)


def is_day(_: Any, attribute: _Named, value: Any) -> None:
    """Refuse what is not a whole day; a datetime is a moment, not a day."""
    check_day(attribute.name, value)


def check_day(name: str, value: object) -> None:
    """Refuse a *value* that is no `datetime.date`, or one with a time of day."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidValueError(name, "a datetime.date", value)


def check_type(name: str, value: object, *kinds: type) -> None:
    """Refuse an argument that is of none of *kinds*, before it does harm.

    A boolean is no number.
    """
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        names = " or ".join(kind.__name__ for kind in kinds)
        raise InvalidValueError(name, f"of type {names}", value)


def check_each(name: str, values: object, kind: type[T]) -> tuple[T, ...]:
    """Return *values* as a tuple; refuse what is none, and members of another kind."""
    if not isinstance(values, Iterable) or isinstance(values, (str, bytes, type)):
        raise InvalidValueError(name, f"several {kind.__name__}", values)
    several = tuple(values)
    for index, each in enumerate(several):
        check_type(f"{name}[{index}]", each, kind)
    return several


def refuse_all(problems: Iterable[InvalidValueError]) -> None:
    """Raise one error that names every problem; nothing where there is none."""
    found = tuple(problems)
    if len(found) == 1:
        raise found[0]
    if found:
        raise InvalidValueError.of(fault for error in found for fault in error.faults)


def instance_of(*kinds: type) -> Validator:
    """Make a validator that takes instances of *kinds*, booleans apart from ints."""
    names = " or ".join(kind.__name__ for kind in kinds)

    def check(_: Any, attribute: _Named, value: Any) -> None:
        if not isinstance(value, kinds) or (
            isinstance(value, bool) and bool not in kinds
        ):
            raise InvalidValueError(attribute.name, f"of type {names}", value)

    return check


def all_of(*kinds: type, or_one_of: tuple[object, ...] = ()) -> Validator:
    """Make a validator of tuples whose members are instances of *kinds*.

    Instead of a tuple, each of *or_one_of* is taken as well.
    """
    names = " or ".join(kind.__name__ for kind in kinds)
    others = "".join(f", or {other}" for other in or_one_of)

    def check(_: Any, attribute: _Named, value: Any) -> None:
        if any(value is other for other in or_one_of):
            return
        if not isinstance(value, tuple):
            expected = f"a list or a tuple of {names}{others}"
            raise InvalidValueError(attribute.name, expected, value)
        for index, item in enumerate(value):
            if not isinstance(item, kinds):
                place = f"{attribute.name}[{index}]"
                raise InvalidValueError(place, f"of type {names}", item)

    return check


def unique(_: Any, attribute: _Named, value: Any) -> None:
    """Refuse a tuple in which something stands twice."""
    if not isinstance(value, tuple):
        return
    seen = set()
    for item in value:
        if item in seen:
            raise InvalidValueError(attribute.name, "free of repetition", item)
        seen.add(item)


@frozen
class Matches:
    """Refuses what is no text that matches the whole pattern.

    The validators that hold a bound are classes, so that a JSON Schema can read
    the bound off them.
    """

    pattern: re.Pattern[str]
    expected: str

    def __call__(self, _: Any, attribute: _Named, value: Any) -> None:
        """Refuse a *value* that does not match."""
        if not isinstance(value, str) or not self.pattern.fullmatch(value):
            raise InvalidValueError(attribute.name, self.expected, value)


def matches(pattern: str, expected: str) -> Matches:
    """Make a validator of text that matches the whole *pattern*."""
    return Matches(re.compile(pattern, re.ASCII), expected)


@frozen
class Within:
    """Refuses whole numbers outside of two bounds; looks at nothing else."""

    lowest: int
    highest: int

    def __call__(self, _: Any, attribute: _Named, value: Any) -> None:
        """Refuse a *value* that is out of bounds."""
        if isinstance(value, int) and not self.lowest <= value <= self.highest:
            expected = f"from {self.lowest} to {self.highest}"
            raise InvalidValueError(attribute.name, expected, value)


@frozen
class AtMostLetters:
    """Refuses text that is too long; looks at nothing else."""

    letters: int
    expected: str

    def __call__(self, _: Any, attribute: _Named, value: Any) -> None:
        """Refuse a *value* that is too long."""
        if isinstance(value, str) and len(value) > self.letters:
            raise InvalidValueError(attribute.name, self.expected, value)
