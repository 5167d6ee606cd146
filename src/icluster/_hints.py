"""What a type hint says: its name, its members, the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import (
    Annotated,
    Any,
    Literal,
    NewType,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs

__all__ = [
    "concrete_subclasses",
    "field_hints",
    "is_another_name",
    "is_vocabulary",
    "members_of",
    "name_of",
    "plain_hint",
]


def plain_hint(hint: Any) -> Any:
    """Return the type behind `typing.NewType`, `typing.Annotated` or an alias.

    Behind some literal texts it is text: which of them, their class checks.
    """
    while is_another_name(hint):
        if isinstance(hint, NewType):
            hint = hint.__supertype__
        elif get_origin(hint) is Literal:
            hint = str
        else:
            hint = get_args(hint)[0] if get_args(hint) else hint.__value__
    return hint


def is_another_name(hint: Any) -> bool:
    """Tell whether a hint stands for another type, as `typing.NewType` does."""
    return (
        isinstance(hint, NewType)
        or get_origin(hint) is Annotated
        or (get_origin(hint) is Literal and isinstance(get_args(hint)[0], str))
        or type(hint).__name__ == "TypeAliasType"
    )


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


def field_hints(kind: Any) -> dict[str, Any]:
    """Return the types of the fields that a class is written by, by name.

    Raises:
        InvalidValueError: It is generic, and of what was not said.
    """
    bare = get_origin(kind) or kind
    parameters = getattr(bare, "__parameters__", ())
    arguments = dict(zip(parameters, get_args(kind), strict=False))
    hints = get_type_hints(bare)
    return {
        field.name: _filled(hints[field.name], arguments)
        for field in attrs.fields(bare)
        if field.init
    }


def _filled(hint: Any, arguments: dict[Any, Any]) -> Any:
    parameters = getattr(hint, "__parameters__", ())
    if isinstance(hint, TypeVar):
        return arguments.get(hint, hint)
    if not parameters:
        return hint
    return hint[tuple(arguments.get(variable, variable) for variable in parameters)]


def concrete_subclasses(hint: Any) -> tuple[type, ...]:
    """Return the attrs classes below a base that is none itself, by name."""
    if not isinstance(hint, type) or hint is object or attrs.has(hint):
        return ()
    return tuple(sorted(set(_below(hint)), key=lambda kind: kind.__qualname__))


def _below(base: type) -> Iterator[type]:
    below: list[type] = type.__subclasses__(base)
    for kind in below:
        # A class that attrs replaced by a slotted one lingers, without fields.
        # A private one is a base of kinds, and none itself.
        if "__attrs_attrs__" in vars(kind) and not kind.__name__.startswith("_"):
            yield kind
        yield from _below(kind)
