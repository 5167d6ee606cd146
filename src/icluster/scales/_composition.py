"""What a whole is made of: one exact number a category."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from icluster._exact import exact_sum, is_exact
from icluster.errors import InvalidValueError, UnknownNameError


def _to_parts(
    parts: Mapping[str, int | Decimal | Fraction]
    | Sequence[tuple[str, int | Decimal | Fraction]],
) -> tuple[tuple[str, int | Decimal | Fraction], ...]:
    pairs: Any = parts.items() if isinstance(parts, Mapping) else parts
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        raise InvalidValueError("parts", "numbers by category", parts)
    return tuple(tuple(pair) for pair in pairs)


def _are_parts(_: Any, __: Any, parts: tuple[Any, ...]) -> None:
    for part in parts:
        if len(part) != 2 or not isinstance(part[0], str) or not is_exact(part[1]):
            raise InvalidValueError("parts", "exact numbers by category", part)
    keys = [key for key, _ in parts]
    if len(set(keys)) != len(keys):
        raise InvalidValueError("parts", "one number a category", keys)


@frozen
class Composition:
    """What a whole is made of: a count or a share for each category.

    Attributes:
        parts: Pairs of category and number; a mapping is taken as well.

    Raises:
        InvalidValueError: A number is not exact, or a category stands twice.

    Example:
        >>> members = Composition({"sme": 30, "large": 10})
        >>> members.total, members.share("sme")
        (Fraction(40, 1), Fraction(3, 4))
    """

    parts: tuple[tuple[str, int | Decimal | Fraction], ...] = field(
        converter=_to_parts, validator=_are_parts
    )

    def __getitem__(self, category: str) -> int | Decimal | Fraction:
        for key, number in self.parts:
            if key == category:
                return number
        raise UnknownNameError("category", category, self.categories)

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories, in the order given."""
        return tuple(key for key, _ in self.parts)

    @property
    def numbers(self) -> tuple[int | Decimal | Fraction, ...]:
        """The numbers, in the order given."""
        return tuple([number for _, number in self.parts])

    @property
    def total(self) -> Fraction:
        """The sum of the numbers."""
        return Fraction(exact_sum(self.numbers))

    def share(self, category: str) -> Fraction | None:
        """Return the share of *category* in the whole; None where all is zero.

        Example:
            >>> print(Composition({"sme": 0}).share("sme"))
            None
        """
        total = self.total
        return Fraction(self[category]) / total if total else None
