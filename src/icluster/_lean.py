"""What spares a class the work of checking what stands in it by default."""

from __future__ import annotations

from functools import wraps
from typing import Any

from attrs import NOTHING, Attribute

from icluster._fields import Validator

__all__ = ["declared", "lean"]


def lean(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Make a class check what came, and not again what stands by default.

    A field transformer for classes of which many are made, whose converters make
    tuples and nothing else. The defaults themselves are held against the validators
    by a test.
    """
    return [
        field.evolve(
            validator=_of_what_came(field), converter=_of_what_is_no_tuple(field)
        )
        for field in fields
    ]


def _of_what_came(field: Attribute[Any]) -> Validator:
    validator, default = field.validator, field.default
    if validator is None or default is NOTHING:
        return validator
    first, *more = declared(field)

    @wraps(validator)
    def check(instance: Any, attribute: Any, value: Any) -> None:
        if value is not default:
            first(instance, attribute, value)
            for refuse in more:
                refuse(instance, attribute, value)

    return check


def _of_what_is_no_tuple(field: Attribute[Any]) -> Any:
    convert: Any = field.converter
    default = field.default
    if convert is None or default is NOTHING:
        return convert

    @wraps(convert)
    def freeze(items: Any) -> Any:
        return items if items is default or type(items) is tuple else convert(items)

    return freeze


def declared(field: Attribute[Any]) -> tuple[Validator, ...]:
    """Return the validators of a *field* as they were declared."""
    validator = getattr(field.validator, "__wrapped__", field.validator)
    # What attrs makes of several validators keeps them here.
    several: tuple[Validator, ...] = getattr(validator, "_validators", (validator,))
    return several if validator else ()
