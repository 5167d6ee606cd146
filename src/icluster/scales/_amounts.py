"""The scale of money."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from icluster._fields import instance_of
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.scales._base import AnswerValue, Direction, Fault, Parsed, Scale, refused
from icluster.vocabularies import Missing

_WRITTEN = re.compile(r"([0-9.-]+) ([A-Z]{3}) ([0-9]{4})", re.ASCII)


@frozen
class Amount(Scale):
    """Money with its currency and year; without them amounts cannot be compared.

    Texts are written as *amount currency year*. Negative amounts are refused.

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

    def text(self, value: AnswerValue) -> str:
        """Write the money in *value*."""
        return str(value)


def _parts_of_money(raw: object) -> dict[str, Any] | None:
    if isinstance(raw, Money):
        return {"amount": raw.amount, "currency": raw.currency, "year": raw.year}
    if isinstance(raw, Mapping):
        return dict(raw)
    match = _WRITTEN.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if match is None:
        return None
    amount, currency, year = match.groups()
    return {"amount": amount, "currency": currency, "year": int(year)}


def _money_faults(given: dict[str, Any], place: str) -> list[Fault]:
    sound: dict[str, Any] = {"amount": 0, "currency": "EUR", "year": 2000}
    faults = [
        Fault(f"{place}.{name}", "absent: money has no such part", repr(value))
        for name, value in given.items()
        if name not in sound
    ]
    for name in sound:
        part = given.get(name, Missing.UNKNOWN)
        # Money itself may lack a currency or a year: here both are needed.
        if isinstance(part, Missing):
            faults.append(Fault(f"{place}.{name}", "given", repr(given.get(name))))
            continue
        try:
            money = Money(**{**sound, name: part})
        except InvalidValueError as error:
            faults.append(Fault(f"{place}.{name}", error.expected, repr(part)))
        else:
            if money.amount < 0:
                faults.append(Fault(f"{place}.{name}", "0 or more", repr(part)))
    return faults
