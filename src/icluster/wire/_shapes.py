"""What JSON shapes a type is exchanged in, and what is exchanged as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs
from attrs import frozen

from icluster._exact import to_decimal
from icluster._hints import (
    concrete_subclasses,
    is_vocabulary,
    members_of,
    name_of,
    plain_hint,
)
from icluster.dates import PartialDate
from icluster.errors import Fault, InvalidValueError
from icluster.regions import Country, Region
from icluster.vocabularies import Missing, Other
from icluster.words import Listed, Sentence, say

LARGEST: Final = 10**1000
"""Whole numbers are exchanged if they are smaller, either side of zero."""

TOO_LARGE = "a number of at most 1000 digits"

_DATE = r"\d{4}([-/]\d{2}([-/]\d{2})?)?"
_PARTIAL_DATE = rf"{_DATE}~?|\[\.\.{_DATE}\]|\[{_DATE}\.\.({_DATE})?\]"


@frozen(kw_only=True)
class TextForm:
    """How values of one type are written as text.

    Attributes:
        pattern: What every text of it matches as a whole.
        expected: What the text must be, in words.
        read: Makes the value of a text that matches; raises `ValueError`.
        write: Makes the text of a value.
        format: Its name among the formats of JSON Schema; may be empty.
    """

    pattern: str
    expected: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    format: str = ""


def of_part(fault: Fault) -> Sentence:
    """Say what must be of which part of a date; of all else, what must be."""
    if fault.path == "year":
        return say("with a year {}", fault.expected)
    if fault.path == "month":
        return say("with a month {}", fault.expected)
    if fault.path == "day":
        return say("with a day {}", fault.expected)
    return fault.expected


def _fraction_text(number: Fraction) -> str:
    if not -LARGEST < number.numerator < LARGEST > number.denominator:
        raise InvalidValueError("", TOO_LARGE, number)
    return str(number)


def _decimal_text(number: Decimal) -> str:
    return str(to_decimal(number, field=""))


TEXT_FORMS: Mapping[type, TextForm] = MappingProxyType(
    {
        date: TextForm(
            pattern=r"\d{4}-\d{2}-\d{2}",
            expected="a day such as '2022-09-30'",
            read=date.fromisoformat,
            write=date.isoformat,
            format="date",
        ),
        Decimal: TextForm(
            pattern=r"-?\d{1,80}(\.\d{1,80})?(E[+-]\d{1,3})?",
            expected="a decimal number as text, such as '0.5'",
            read=to_decimal,
            write=_decimal_text,
            format="decimal",
        ),
        Fraction: TextForm(
            pattern=r"-?\d{1,1000}(/[1-9]\d{0,999})?",
            expected="a fraction as text, such as '3/4'",
            read=Fraction,
            write=_fraction_text,
        ),
        PartialDate: TextForm(
            pattern=_PARTIAL_DATE,
            expected="a date such as '2022', '2022-09' or '2022-09-30'",
            read=PartialDate.parse,
        ),
        Country: TextForm(
            pattern=r"[A-Z]{2}",
            expected="an ISO 3166-1 alpha-2 code such as 'MX'",
            read=Country,
        ),
        Region: TextForm(
            pattern=r"[A-Z]{2}-[A-Z0-9]{1,3}",
            expected="an ISO 3166-2 code such as 'MX-NLE'",
            read=Region,
        ),
    }
)
"""How each type that is written as text is written."""


_ALWAYS_TAGGED = (Missing, Other)

NULL, BOOLEAN, INTEGER, NUMBER, TEXT, LIST, OBJECT = (
    "null",
    "boolean",
    "integer",
    "number",
    "string",
    "array",
    "object",
)
SCALARS: Mapping[type, str] = MappingProxyType(
    {NoneType: NULL, bool: BOOLEAN, int: INTEGER, float: NUMBER, str: TEXT}
)
"""What the types of JSON that hold nothing are called in JSON Schema."""

_EXPECTED = MappingProxyType(
    {
        NoneType: "null",
        bool: "true or false",
        int: "a whole number",
        float: "a finite number",
        str: "text",
    }
)

_CONTAINERS: Mapping[Any, type] = MappingProxyType(
    {
        dict: dict,
        Mapping: dict,
        frozenset: frozenset,
        AbstractSet: frozenset,
        list: list,
        set: set,
        tuple: tuple,
        Sequence: tuple,
    }
)


def container_of(hint: Any) -> type | None:
    """Return which container a hint is read as; None for all that is none."""
    return _CONTAINERS.get(get_origin(hint) or hint)


def is_container(hint: Any) -> bool:
    """Tell whether a hint is that of a list, a tuple, a set or a mapping."""
    return container_of(hint) is not None


def item_of(hint: Any) -> Any:
    """Return the type of what a list, a set or a tuple of any length holds."""
    return next(iter(get_args(hint)), Any)


def key_and_item_of(hint: Any) -> tuple[Any, Any]:
    """Return the types of the keys and of the values of a mapping.

    Raises:
        InvalidValueError: Its keys are not written as text.
    """
    key, item = get_args(hint) or (str, Any)
    if is_several(key) or shape_of(plain_hint(key)) != TEXT:
        expected = "a mapping whose keys are written as text"
        raise InvalidValueError("a type", expected, str(hint))
    return key, item


@frozen
class Alternative:
    """One of the types that a hint allows.

    Attributes:
        hint: The type.
        shape: What it is in JSON, without a tag.
        tag: Key behind which it is written; empty where it is written plainly.
    """

    hint: Any
    shape: str
    tag: str = ""

    @property
    def runtime_type(self) -> type:
        """The class of its values."""
        hint = self.hint
        if get_origin(hint) is Literal:
            return type(get_args(hint)[0])
        kind: type = container_of(hint) or get_origin(hint) or hint
        return kind


def is_exchanged_class(hint: Any) -> bool:
    """Tell whether a hint is an attrs class that is written field by field."""
    kind = get_origin(hint) or hint
    return isinstance(kind, type) and attrs.has(kind) and kind not in TEXT_FORMS


def is_by_field(hint: Any) -> bool:
    """Tell whether a hint is an attrs class that is never written behind a tag."""
    return is_exchanged_class(hint) and hint not in _ALWAYS_TAGGED


def is_several(hint: Any) -> bool:
    """Tell whether a hint is written by the rule for unions."""
    hint = plain_hint(hint)
    origin = get_origin(hint)
    if origin is Literal:
        kinds = {type(member) for member in get_args(hint)}
        return len(kinds) > 1 or not kinds.isdisjoint(_ALWAYS_TAGGED)
    union = origin in (Union, UnionType)
    return union or hint in _ALWAYS_TAGGED or bool(concrete_subclasses(hint))


def alternatives(hint: Any) -> tuple[Alternative, ...]:
    """Return what a hint allows, each with its tag where it needs one.

    Raises:
        InvalidValueError: It allows a type that cannot be exchanged.
    """
    flat = dict(_joined(_flat(hint)))
    shapes = {kind: shape_of(kind) for kind in flat}
    rivals: dict[str, list[Any]] = {}
    for kind, always_tagged in flat.items():
        if not always_tagged:
            rivals.setdefault(shapes[kind], []).append(kind)
    possible: list[Alternative] = []
    for kind, always_tagged in flat.items():
        shape = shapes[kind]
        is_plain = not always_tagged and _is_plain(kind, rivals[shape])
        possible.append(Alternative(kind, shape, "" if is_plain else _tag(kind)))
    return tuple(possible)


def expected_of(hint: Any) -> Sentence:
    """Return what a value of a hint must be in JSON, in words."""
    hint = plain_hint(hint)
    if is_several(hint):
        several = tuple(map(_as_written, alternatives(hint)))
        return say("{}", Listed(several, "{}; or {}"))
    if is_vocabulary(hint):
        return say("one of {}", tuple(str(m.value) for m in members_of(hint)))
    if is_exchanged_class(hint):
        return say("an object with the fields of {}", name_of(hint))
    if (container := container_of(hint)) is not None:
        return _expected_container(container, get_args(hint))
    if hint in TEXT_FORMS:
        return say(TEXT_FORMS[hint].expected)
    return say(_EXPECTED[hint]) if hint in _EXPECTED else say("a {}", name_of(hint))


def _as_written(alternative: Alternative) -> Sentence | str:
    """Return what one of several types must be, as it stands in JSON."""
    tag = alternative.tag
    return f'{{"{tag}": ...}}' if tag else expected_of(alternative.hint)


def _expected_container(kind: type, items: tuple[Any, ...]) -> Sentence:
    if kind is dict:
        return say("an object")
    if kind is tuple and items and items[-1] is not ...:
        return say("a list of {} items", len(items))
    return say("a list")


def _is_plain(hint: Any, rivals: list[Any]) -> bool:
    """Tell whether its shape gives a type away among those of the same shape."""
    return len(rivals) == 1 or hint is str or _are_told_apart(rivals)


def _joined(flat: Iterator[tuple[Any, bool]]) -> Iterator[tuple[Any, bool]]:
    """Put the members that several literals name together, by their class."""
    literals: dict[type, list[Any]] = {}
    rest: list[tuple[Any, bool]] = []
    for hint, always_tagged in flat:
        if get_origin(hint) is Literal:
            for member in get_args(hint):
                literals.setdefault(type(member), []).append(member)
        else:
            rest.append((hint, always_tagged))
    yield from rest
    for kind, members in literals.items():
        if (kind, kind in _ALWAYS_TAGGED) not in rest:
            yield Literal[tuple(members)], kind in _ALWAYS_TAGGED


def _flat(hint: Any) -> Iterator[tuple[Any, bool]]:
    """Yield every type in a hint, and whether it is tagged in any case."""
    hint = plain_hint(hint)
    if get_origin(hint) in (Union, UnionType):
        for alternative in get_args(hint):
            yield from _flat(alternative)
    elif below := concrete_subclasses(hint):
        yield from ((kind, True) for kind in below)
    else:
        yield hint, hint in _ALWAYS_TAGGED


def shape_of(hint: Any) -> str:
    """Return what a type is in JSON, without a tag."""
    if hint in SCALARS:
        return SCALARS[hint]
    if hint in TEXT_FORMS or is_vocabulary(hint) or hint is Other:
        return TEXT
    if (container := container_of(hint)) is not None:
        return OBJECT if container is dict else LIST
    if is_exchanged_class(hint):
        return OBJECT
    expected = "made of types that can be exchanged"
    raise InvalidValueError("a union", expected, name_of(hint))


def what_is_exchanged(hint: Any) -> str:
    """Say what must stand where a type cannot be exchanged."""
    expected = "something that can be exchanged"
    return (
        f"{expected}: an attrs class, no dataclass" if is_dataclass(hint) else expected
    )


def _are_told_apart(rivals: list[Any]) -> bool:
    """Tell whether all are vocabularies of which no two share a key."""
    if not all(map(is_vocabulary, rivals)):
        return False
    keys = [member.value for kind in rivals for member in members_of(kind)]
    return len(set(keys)) == len(keys)


def _tag(hint: Any) -> str:
    """Return ``$`` and the name of a type, in the manner of keys."""
    name = name_of(hint if get_origin(hint) is Literal else get_origin(hint) or hint)
    return "$" + re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
