"""Exact numbers: decimals under a context of our own, fractions for quotients.

The caller's decimal context is never used: it could round, or raise, where
ours must not. Anything that ours would have to round raises instead.
"""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow, Rounded
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from icluster.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "common_unit",
    "exact_sum",
    "is_exact",
    "is_small",
    "is_tame",
    "times",
    "to_decimal",
    "to_decimal_text",
    "total_of",
    "trimmed",
]

_PRECISION = 100
_LARGEST_EXPONENT = 40


# Copied, never used itself: a context remembers what went wrong in it.
_TEMPLATE = Context(
    prec=_PRECISION, traps=[Inexact, InvalidOperation, Overflow, Rounded]
)


def _context() -> Context:
    return _TEMPLATE.copy()


def to_decimal(value: Decimal | int | str, *, field: str = "value") -> Decimal:
    """Return *value* as an exact decimal; floats and booleans are refused.

    Zeros before it mean nothing, and nothing has no sign: ``0005`` is 5, ``-0`` is 0.
    """
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise InvalidValueError(field, "a Decimal, an int or a decimal text", value)
    number = _parsed(value, field) if isinstance(value, str) else Decimal(value)
    if not number.is_finite() or not is_tame(number):
        raise InvalidValueError(field, "a finite number of at most 40 places", value)
    return number or number.copy_abs()


def _parsed(text: str, field: str) -> Decimal:
    try:
        if len(text) > _PRECISION or "_" in text:
            raise InvalidOperation
        return Decimal(text)
    except InvalidOperation:
        raise InvalidValueError(field, "a decimal number", text) from None


def is_tame(number: Decimal) -> bool:
    """Tell whether *number* keeps within 40 places either side of the point."""
    exponent = number.as_tuple().exponent
    return (
        isinstance(exponent, int)
        and abs(exponent) <= _LARGEST_EXPONENT
        and abs(number.adjusted()) <= _LARGEST_EXPONENT
    )


_LARGEST_WHOLE = int(10 ** (_LARGEST_EXPONENT + 1))
_LARGEST_PART = int(10**_PRECISION)


def is_small(number: int | Fraction) -> bool:
    """Tell whether *number* keeps within the digits that decimals may have.

    Whole numbers have at most 41 digits, either part of a fraction at most 100:
    what is larger is a slip, and may be too long even to be written.
    """
    if isinstance(number, int):
        return abs(number) < _LARGEST_WHOLE
    return abs(number.numerator) < _LARGEST_PART > number.denominator


def times(left: Decimal, right: Decimal | int) -> Decimal:
    """Multiply exactly, whatever the caller's decimal context says."""
    return _context().multiply(left, Decimal(right))


def trimmed(number: Decimal) -> Decimal:
    """Return *number* without the zeros at the end of its decimals."""
    short = _context().normalize(number)
    exponent = short.as_tuple().exponent
    is_whole = isinstance(exponent, int) and exponent > 0  # 2E+1 is 20
    return _context().quantize(short, Decimal(1)) if is_whole else short


def common_unit(numbers: Iterable[Decimal]) -> Decimal:
    """Return the largest unit of which every number is a whole multiple.

    Zeros alone give one.
    """
    fractions = [Fraction(number) for number in numbers if number]
    if not fractions:
        return Decimal(1)
    below = lcm(*(fraction.denominator for fraction in fractions))
    above = gcd(*(int(fraction * below) for fraction in fractions))
    return _context().divide(Decimal(above), Decimal(below))


def to_decimal_text(number: Decimal) -> str:
    """Write *number* as a person would: no exponent, zeros kept as given.

    Nothing has no sign: ``-0`` is written as ``0``.
    """
    return f"{number or number.copy_abs():f}"


def total_of(numbers: Iterable[Decimal]) -> Decimal:
    """Add exactly, whatever the caller's decimal context says."""
    context, total = _context(), Decimal(0)
    for number in numbers:
        total = context.add(total, number)
    return total


def is_exact(value: object) -> bool:
    """Tell whether *value* is a number without rounding: no float, not out of hand."""
    if isinstance(value, Decimal):
        return value.is_finite() and is_tame(value)
    if isinstance(value, bool) or not isinstance(value, (int, Fraction)):
        return False
    return is_small(value)


def exact_sum(numbers: Sequence[int | Decimal | Fraction]) -> int | Decimal | Fraction:
    """Add exactly, in the narrowest type that holds the numbers."""
    kinds = set(map(type, numbers))
    if kinds <= {int}:
        return sum(numbers)
    if Fraction not in kinds:
        return total_of(numbers)  # type: ignore[arg-type]
    return sum((Fraction(number) for number in numbers), Fraction())
