"""What a type hint allows, and how each alternative of it looks in JSON.

One rule for all unions: an alternative is written plainly where its JSON shape
gives it away, and otherwise behind a tag, a key that begins with ``$``. So
``str | Missing`` is a text or ``{"$missing": "unknown"}``, and a condition is
``{"$is": {...}}`` or ``{"$all_of": {...}}``. No field begins with ``$``, so that
tags are never mistaken for fields. `Missing` and `Other` are always tagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    NewType,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from attrs import frozen

from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing, Other
from icluster.wire._texts import TEXT_FORMS

__all__ = [
    "Alternative",
    "alternatives",
    "concrete_subclasses",
    "field_hints",
    "is_exchanged_class",
    "is_several",
    "is_vocabulary",
    "members_of",
    "name_of",
    "plain_hint",
]

ALWAYS_TAGGED = (Missing, Other)

NULL, BOOLEAN, INTEGER, TEXT, LIST, OBJECT = (
    "null",
    "boolean",
    "integer",
    "string",
    "array",
    "object",
)
_SCALARS = ((NoneType, NULL), (bool, BOOLEAN), (int, INTEGER), (str, TEXT))


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
        kind: type = get_origin(hint) or hint
        return kind


def plain_hint(hint: Any) -> Any:
    """Return the type behind `typing.NewType`."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    return hint


def name_of(hint: Any) -> str:
    """Return how messages call a type."""
    if get_origin(hint) is Literal:
        return type(get_args(hint)[0]).__name__
    return str(getattr(hint, "__name__", hint))


def members_of(hint: Any) -> tuple[Any, ...]:
    """Return the members of a vocabulary, or those that a `Literal` names."""
    return get_args(hint) if get_origin(hint) is Literal else tuple(hint)


def is_vocabulary(hint: Any) -> bool:
    """Tell whether a hint is a vocabulary, or a `Literal` of some of its members."""
    if get_origin(hint) is Literal:
        return isinstance(get_args(hint)[0], Enum)
    return isinstance(hint, type) and issubclass(hint, Enum)


def is_exchanged_class(hint: Any) -> bool:
    """Tell whether a hint is an attrs class that is written field by field."""
    kind = get_origin(hint) or hint
    return isinstance(kind, type) and attrs.has(kind) and kind not in TEXT_FORMS


def field_hints(kind: Any) -> dict[str, Any]:
    """Return the types of the fields that a class is written by, by name.

    Raises:
        InvalidValueError: It is generic, and of what was not said.
    """
    bare = get_origin(kind) or kind
    known = dict(zip(getattr(bare, "__parameters__", ()), get_args(kind), strict=False))
    hints = get_type_hints(bare)
    return {
        each.name: _filled(hints[each.name], known)
        for each in attrs.fields(bare)
        if each.init
    }


def _filled(hint: Any, known: dict[Any, Any]) -> Any:
    wanted = getattr(hint, "__parameters__", ())
    if isinstance(hint, TypeVar):
        return known.get(hint, hint)
    return hint[tuple(known.get(each, each) for each in wanted)] if wanted else hint


def concrete_subclasses(hint: Any) -> tuple[type, ...]:
    """Return the attrs classes below a base that is none itself, by name."""
    if not isinstance(hint, type) or hint is object or attrs.has(hint):
        return ()
    return tuple(sorted(set(_below(hint)), key=lambda kind: kind.__qualname__))


def _below(base: type) -> Iterator[type]:
    below: list[type] = type.__subclasses__(base)
    for kind in below:
        # A class that attrs replaced by a slotted one lingers, without fields.
        if "__attrs_attrs__" in vars(kind):
            yield kind
        yield from _below(kind)


def is_several(hint: Any) -> bool:
    """Tell whether a hint is written by the rule for unions."""
    hint = plain_hint(hint)
    origin = get_origin(hint)
    if origin is Literal:
        kinds = {type(member) for member in get_args(hint)}
        return len(kinds) > 1 or not kinds.isdisjoint(ALWAYS_TAGGED)
    union = origin in (Union, UnionType)
    return union or hint in ALWAYS_TAGGED or bool(concrete_subclasses(hint))


def alternatives(hint: Any) -> tuple[Alternative, ...]:
    """Return what a hint allows, each with its tag where it needs one.

    Raises:
        InvalidValueError: It allows a type that cannot be exchanged.
    """
    flat = dict(_joined(_flat(hint)))
    shapes = {each: shape_of(each) for each in flat}
    rivals: dict[str, list[Any]] = {}
    for each, always_tagged in flat.items():
        if not always_tagged:
            rivals.setdefault(shapes[each], []).append(each)
    return tuple(
        Alternative(
            each,
            shapes[each],
            ""
            if not always_tagged and _is_plain(each, rivals[shapes[each]])
            else _tag(each),
        )
        for each, always_tagged in flat.items()
    )


def _is_plain(hint: Any, rivals: list[Any]) -> bool:
    """Tell whether its shape gives a type away among those of the same shape."""
    return len(rivals) == 1 or hint is str or _are_told_apart(rivals)


def _joined(flat: Iterator[tuple[Any, bool]]) -> Iterator[tuple[Any, bool]]:
    """Put the members that several literals name together, by their class."""
    literals: dict[type, list[Any]] = {}
    others: list[tuple[Any, bool]] = []
    for hint, always_tagged in flat:
        if get_origin(hint) is Literal:
            for member in get_args(hint):
                literals.setdefault(type(member), []).append(member)
        else:
            others.append((hint, always_tagged))
    yield from others
    for kind, members in literals.items():
        if (kind, kind in ALWAYS_TAGGED) not in others:
            yield Literal[tuple(members)], kind in ALWAYS_TAGGED


def _flat(hint: Any) -> Iterator[tuple[Any, bool]]:
    """Yield every type in a hint, and whether it is tagged in any case."""
    hint = plain_hint(hint)
    if get_origin(hint) in (Union, UnionType):
        for each in get_args(hint):
            yield from _flat(each)
    elif below := concrete_subclasses(hint):
        yield from ((kind, True) for kind in below)
    else:
        yield hint, hint in ALWAYS_TAGGED


def shape_of(hint: Any) -> str:
    """Return what a type is in JSON, without a tag."""
    for kind, shape in _SCALARS:
        if hint is kind:
            return shape
    if hint in TEXT_FORMS or is_vocabulary(hint) or hint is Other:
        return TEXT
    kind = get_origin(hint) or hint
    if kind in (tuple, frozenset):
        return LIST
    if is_exchanged_class(hint):
        return OBJECT
    expected = "made of types that can be exchanged"
    raise InvalidValueError("a union", expected, name_of(hint))


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
