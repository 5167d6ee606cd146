"""The scale of money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar, Final

from attrs import field, frozen

from icluster._fields import instance_of
from icluster.errors import Fault, InvalidValueError
from icluster.money import Bound, Money
from icluster.scales._answers import AnswerValue, Comparable, Line
from icluster.scales._scale import Direction, Scale, refuse, refused
from icluster.vocabularies import Missing
from icluster.words import Sentence, Steps, in_a_row, quoted, say

# Currencies in small letters are taken in, so that what is wrong can be said.
_WRITTEN = re.compile(r"([0-9.-]+) +([A-Za-z]{3}) +([0-9]{4})", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)

# What a part must be where it is missing, and a sound one to try others beside.
_PARTS: Final[Mapping[str, tuple[Sentence, Any]]] = MappingProxyType(
    {
        "amount": (say("an amount"), 0),
        "currency": (say("an ISO 4217 code such as 'MXN'"), "EUR"),
        "year": (say("a year"), 2000),
    }
)


@frozen
class Amount(Scale):
    """Money with its currency and year; without them amounts cannot be compared.

    Texts are written as *amount currency year*; parts may be texts as well. Negative
    amounts are refused.

    Attributes:
        direction: Which way is better.

    Example:
        >>> str(Amount().read("250000 EUR 2015"))
        '250000 EUR in 2015'
        >>> [fault.path for fault in Amount().faults({"amount": "250000"})]
        ['value.currency', 'value.year']
    """

    of_large_groups: ClassVar[str] = "quartiles"

    direction: Direction = field(
        default=Direction.NEITHER, validator=instance_of(Direction), kw_only=True
    )

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        return (
            type(value) is Money
            and type(value.currency) is str
            and type(value.year) is int
            and value.bound is Bound.EXACTLY
            and value.amount >= 0
        )

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the money that *raw* states."""
        parts = _parts_of_money(raw)
        if parts is None:
            expected = "money with currency and year, such as '250000 EUR 2015'"
            refuse(place, expected, raw)
        faults = tuple(_money_faults(parts, place))
        if faults:
            raise InvalidValueError.of(faults)
        return Money(**parts)

    def sentence(self, value: Any) -> Sentence:
        """Return the money in *value*."""
        return _money(value.amount, value)

    def boundaries(self, numbers: Sequence[Fraction], own: Any) -> Sentence:
        """Return boundaries in the currency and year of the *own* amount."""
        return _money(in_a_row(numbers, " | "), own)

    @property
    def better(self) -> Direction:
        """Which way is better."""
        return self.direction

    def has_distances(self, value: object) -> bool:
        """Tell whether *value* has a currency and a year to compare by."""
        return isinstance(value, Money)

    def can_compare(self, before: Any, after: Any) -> bool:
        """Tell whether two amounts are of one currency and year."""
        return _kind(before) == _kind(after)

    def difference(self, before: Any, after: Any) -> Fraction | None:
        """Return how much more *after* is; None in two currencies or years."""
        if not self.can_compare(before, after):
            return None
        return Fraction(after.amount) - Fraction(before.amount)

    def comparable(self, own: Any, answers: tuple[Any, ...]) -> Comparable:
        """Keep the amounts of the record's own currency and year."""
        kind = None if own is None else _kind(own)
        same = tuple(money for money in answers if _kind(money) == kind)
        return Comparable(same, incomparable=len(answers) - len(same))

    def lines(self, own: Any, answers: tuple[Any, ...]) -> Iterable[Line]:
        """Return the one line of the amounts."""
        amounts = tuple([money.amount for money in answers])
        return (Line(numbers=amounts, own=None if own is None else own.amount),)


def _kind(money: Money) -> tuple[object, object]:
    return money.currency, money.year


def _money(amount: Decimal | Sentence, money: Money) -> Sentence:
    return say("{} {} in {}", amount, money.currency, money.year)


def _parts_of_money(raw: object) -> dict[str, Any] | None:
    if isinstance(raw, Money):
        parts = {"amount": raw.amount, "currency": raw.currency, "year": raw.year}
        # What is more or less than an amount has no place among others.
        return parts if raw.bound is Bound.EXACTLY else {**parts, "bound": raw.bound}
    if isinstance(raw, Mapping):
        return {name: _part(name, value) for name, value in raw.items()}
    match = _WRITTEN.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if match is None:
        return None
    amount, currency, year = match.groups()
    return {"amount": amount, "currency": currency, "year": int(year)}


def _part(name: object, value: object) -> object:
    """Strip text; a year written in four digits is a number."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    return int(text) if name == "year" and _YEAR.fullmatch(text) else text


def _money_faults(parts: dict[str, Any], place: str | Steps) -> Iterator[Fault]:
    for name, value in parts.items():
        if name not in _PARTS:
            step = name if isinstance(name, str) else quoted(name)
            expected = "absent: money has no such part"
            yield refused(place, expected, value, step, code="reference")
    for name, (needed, _) in _PARTS.items():
        part = parts.get(name, Missing.UNKNOWN)
        # Money itself may lack a currency or a year: here both are needed.
        if part is None or part == "" or isinstance(part, Missing):
            yield refused(place, needed, None, name, code="missing")
            continue
        wrong = _wrong_with(name, part)
        if wrong is not None:
            yield refused(place, wrong, part, name)


def _wrong_with(name: str, part: Any) -> Sentence | None:
    """Say what the *part* of that *name* must be; None where it is sound."""
    if name == "currency" and isinstance(part, str) and part != part.upper():
        return say("in capital letters, an ISO 4217 code such as 'MXN'")
    parts: dict[str, Any] = {key: example for key, (_, example) in _PARTS.items()}
    parts[name] = part
    try:
        money = Money(**parts)
    except InvalidValueError as error:
        return error.expected
    return None if money.amount >= 0 else say("0 or more")
