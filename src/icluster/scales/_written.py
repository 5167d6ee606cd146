"""What came, in writing: for faults, whatever the value is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from icluster._exact import is_small, is_tame, to_decimal_text
from icluster.money import Money
from icluster.scales._values import Composition
from icluster.vocabularies import Missing, Other


def written(value: object) -> str:
    """Write *value*: texts in quotes, exact numbers in digits, the rest as Python does.

    It never fails: numbers out of hand are described, not written.

    >>> written(Decimal("1.20")), written("1.2"), written({"sme": Decimal(3)})
    ('1.20', "'1.2'", "{'sme': 3}")
    >>> written(0.35)
    '0.35, a float: give it as text or Decimal'
    """
    if isinstance(value, float):
        return f"{float(value)!r}, a float: give it as text or Decimal"
    try:
        return _written(value)
    except (ValueError, RecursionError):
        return f"something of type {type(value).__name__}"


def called(name: object) -> str:
    """Return the *name* of a part as it was given: a text without quotes."""
    return name if isinstance(name, str) else written(name)


def _written(value: object) -> str:
    if isinstance(value, (int, Fraction)) and not isinstance(value, (bool, Enum)):
        return str(value) if is_small(value) else "a number of too many digits"
    if isinstance(value, Decimal):
        sound = value.is_finite() and is_tame(value)
        return to_decimal_text(value) if sound else repr(value)
    if isinstance(value, Missing):
        return value.title
    if isinstance(value, Money):
        return str(value)
    if isinstance(value, Other):
        return repr(value.text)
    return _inside(value)


def _inside(value: object) -> str:
    """Write what holds other values; what is unheard of, as Python does."""
    if isinstance(value, Composition):
        return ", ".join(f"{key} {_written(number)}" for key, number in value.parts)
    if type(value) in (list, tuple):
        listed = ", ".join(map(_written, value))  # type: ignore[call-overload]
        return f"[{listed}]"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_written(k)}: {_written(v)}" for k, v in value.items())
        return f"{{{pairs}}}"
    return repr(value)
