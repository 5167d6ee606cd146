"""The scale of money."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from icluster._exact import to_decimal_text
from icluster._fields import instance_of
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.scales._base import AnswerValue, Direction, Fault, Parsed, Scale, refused
from icluster.scales._words import ENGLISH, ValueWords
from icluster.scales._written import called, written
from icluster.vocabularies import Missing

# Currencies in small letters are taken in, so that what is wrong can be said.
_WRITTEN = re.compile(r"([0-9.-]+) +([A-Za-z]{3}) +([0-9]{4})", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)


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
        >>> [fault.place for fault in Amount().faults({"amount": "250000"})]
        ['value.currency', 'value.year']
    """

    direction: Direction = field(
        default=Direction.NEITHER, validator=instance_of(Direction), kw_only=True
    )

    @property
    def better(self) -> Direction:
        """Which way is better."""
        return self.direction

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        return (
            type(value) is Money
            and type(value.currency) is str
            and type(value.year) is int
            and value.amount >= 0
        )

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the money that *raw* states, or None and all that is wrong."""
        given = _parts_of_money(raw)
        if given is None:
            expected = "money with currency and year, such as '250000 EUR 2015'"
            return refused(place, expected, raw)
        faults = tuple(_money_faults(given, place))
        return (None, faults) if faults else (Money(**given), ())

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write the money in *value*."""
        money: Any = value
        return words.fill(
            words.money,
            amount=to_decimal_text(money.amount),
            currency=money.currency,
            year=money.year,
        )


def _parts_of_money(raw: object) -> dict[str, Any] | None:
    if isinstance(raw, Money):
        return {"amount": raw.amount, "currency": raw.currency, "year": raw.year}
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


_SOUND: Final[Mapping[str, Any]] = MappingProxyType(
    {"amount": 0, "currency": "EUR", "year": 2000}
)


def _money_faults(given: dict[str, Any], place: str) -> list[Fault]:
    faults = [
        _fault(place, called(name), "absent: money has no such part", value)
        for name, value in given.items()
        if name not in _SOUND
    ]
    for name in _SOUND:
        part = given.get(name, Missing.UNKNOWN)
        # Money itself may lack a currency or a year: here both are needed.
        if part is None or part == "" or isinstance(part, Missing):
            faults.append(Fault(f"{place}.{name}", "given", "nothing", part=name))
            continue
        expected = _wrong_with(name, part)
        if expected:
            faults.append(_fault(place, name, expected, part))
    return faults


def _fault(place: str, name: str, expected: str, got: object) -> Fault:
    return Fault(f"{place}.{name}", expected, written(got), part=name)


def _wrong_with(name: str, part: Any) -> str:
    """Say what the *part* of that *name* must be; empty where it is sound."""
    if name == "currency" and isinstance(part, str) and part != part.upper():
        return "in capital letters, an ISO 4217 code such as 'MXN'"
    try:
        given: dict[str, Any] = {**_SOUND, name: part}
        money = Money(**given)
    except InvalidValueError as error:
        return str(error.expected)
    return "" if money.amount >= 0 else "0 or more"
