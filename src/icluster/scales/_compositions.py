"""Scales of wholes and their parts: counts by type, shares that make one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from icluster._fields import all_of
from icluster.errors import InvalidValueError
from icluster.scales._base import AnswerValue, Fault, Parsed, Scale, refused
from icluster.scales._choices import (
    Option,
    are_told_apart,
    find_option,
    option_text,
    to_options,
)
from icluster.scales._measures import Measure, share_text
from icluster.scales._values import Composition, exact_sum
from icluster.scales._words import ENGLISH, Unit, ValueWords
from icluster.scales._written import called, written

__all__ = ["Composition", "Counts", "Shares"]


_WHOLE = frozenset({int})
_EXACT = frozenset({int, Decimal, Fraction})


def _two_or_more(_: Any, attribute: Any, options: tuple[Option, ...]) -> None:
    if len(options) < 2:
        raise InvalidValueError(attribute.name, "two or more", options)


def _knows_parts(
    categories: tuple[Option, ...], value: object, kinds: frozenset[type]
) -> bool:
    if type(value) is not Composition or len(value.parts) != len(categories):
        return False
    for (key, number), option in zip(value.parts, categories, strict=True):
        if key != option.key or type(number) not in kinds or number < 0:
            return False
    return True


def _read_parts(
    categories: tuple[Option, ...], raw: object, part: Measure, place: str
) -> Parsed:
    """Read every category once, each number on its measure."""
    if isinstance(raw, Composition):
        raw = dict(raw.parts)
    if not isinstance(raw, Mapping):
        return refused(place, "numbers by category", raw)
    parts, faults = _stated(categories, raw, part, place)
    faults += [
        Fault(
            f"{place}[{option.key!r}]",
            "stated, be it zero",
            "nothing",
            part=option.name,
        )
        for option in categories
        if option.key not in parts
    ]
    if faults:
        return None, tuple(faults)
    return Composition((option.key, parts[option.key]) for option in categories), ()


def _stated(
    categories: tuple[Option, ...], raw: Mapping[Any, object], part: Measure, place: str
) -> tuple[dict[str, Any], list[Fault]]:
    """Read what stands there; a category at fault is stated, not missing."""
    parts: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, value in raw.items():
        at, as_named = f"{place}[{written(name)}]", called(name)
        key = find_option(categories, name) if isinstance(name, str) else None
        if key is None:
            known = ", ".join(option.key for option in categories)
            expected = f"about one of {known}"
            faults.append(Fault(at, expected, written(value), part=as_named))
        elif key in parts:
            faults.append(Fault(at, "stated once", written(value), part=as_named))
        else:
            parts[key], wrong = part.parse(value, place=at)
            named = option_text(categories, key)
            faults += [evolve(fault, part=named) for fault in wrong]
    return parts, faults


def _shown(
    categories: tuple[Option, ...], value: AnswerValue
) -> Iterator[tuple[str, Any]]:
    composition: Any = value
    for key, number in composition.parts:
        yield option_text(categories, key), number


@frozen
class Counts(Scale):
    """How many of each type; every type is stated, zero included.

    Attributes:
        categories: The types, two or more.

    Raises:
        InvalidValueError: There are too few types, or two share a key or title.

    Example:
        >>> members = Counts(["sme", "large"])
        >>> members.read({"sme": 30, "large": "10"}).total
        Fraction(40, 1)
        >>> for fault in members.faults({"sme": -1}, place="composition"):
        ...     print(fault)
        composition['sme'] must be 0 or more, got -1
        composition['large'] must be stated, be it zero, got nothing
    """

    categories: tuple[Option, ...] = field(
        converter=to_options, validator=[all_of(Option), are_told_apart, _two_or_more]
    )

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        return _knows_parts(self.categories, value, _WHOLE)

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the composition that *raw* states, or None and all that is wrong."""
        return _read_parts(self.categories, raw, Measure(Unit.COUNT), place)

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write the counts type by type."""
        return ", ".join(
            f"{name} {number}" for name, number in _shown(self.categories, value)
        )


@frozen
class Shares(Scale):
    """Shares of a whole, which make exactly one; every share is stated.

    Attributes:
        categories: The parts, two or more.

    Raises:
        InvalidValueError: There are too few parts, or two share a key or title.

    Example:
        >>> funds = Shares(["public", "fees"])
        >>> funds.read({"public": "60 %", "fees": "0.4"})["public"]
        Decimal('0.60')
        >>> print(funds.faults({"public": "0.6", "fees": "0.3"}, place="funds")[0])
        funds must be shares that make 1, got 9/10
    """

    categories: tuple[Option, ...] = field(
        converter=to_options, validator=[all_of(Option), are_told_apart, _two_or_more]
    )

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        parts: Any = value
        return (
            _knows_parts(self.categories, value, _EXACT)
            and exact_sum(parts.numbers) == 1
        )

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the composition that *raw* states, or None and all that is wrong."""
        value, faults = _read_parts(self.categories, raw, Measure(Unit.SHARE), place)
        if isinstance(value, Composition) and value.total != 1:
            made = Fault(place, "shares that make 1", written(value.total))
            return None, (made,)
        return value, faults

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write the shares part by part, as percentages."""
        return ", ".join(
            f"{name} {share_text(Fraction(number))}"
            for name, number in _shown(self.categories, value)
        )
