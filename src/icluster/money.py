"""Amounts of money, with the currency and the year that make them comparable."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from icluster._exact import to_decimal, to_decimal_text
from icluster._fields import Within, instance_of
from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing

__all__ = ["Money"]


def __dir__() -> list[str]:
    return __all__


def _to_amount(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="amount")


@frozen(kw_only=True)
class Money:
    """An amount of money; what its currency or year is may be unknown.

    Attributes:
        amount: In units of the currency, exact; floats are refused.
        currency: ISO 4217 code, or `Missing.UNKNOWN`: a bare "$" is no currency.
        year: The year the amount belongs to, or `Missing.UNKNOWN`.

    Raises:
        InvalidValueError: The amount is a float, or the code is none.

    Example:
        >>> str(Money(amount=1400000, currency=Missing.UNKNOWN, year=2022))
        '1400000 (unknown currency) in 2022'
    """

    amount: Decimal = field(converter=_to_amount)
    currency: str | Missing = Missing.UNKNOWN
    year: int | Missing = field(
        default=Missing.UNKNOWN,
        validator=[instance_of(int, Missing), Within(1, 9999)],
    )

    def __attrs_post_init__(self) -> None:
        code = self.currency
        if isinstance(code, str):
            if not (
                len(code) == 3 and code.isascii() and code.isupper() and code.isalpha()
            ):
                raise InvalidValueError(
                    "currency", "an ISO 4217 code such as 'MXN'", code
                )
        elif code is not Missing.UNKNOWN:
            raise InvalidValueError("currency", "an ISO 4217 code or unknown", code)
        if isinstance(self.year, Missing) and self.year is not Missing.UNKNOWN:
            raise InvalidValueError("year", "a year or unknown", self.year)

    def __str__(self) -> str:
        currency = (
            "(unknown currency)"
            if isinstance(self.currency, Missing)
            else self.currency
        )
        text = f"{to_decimal_text(self.amount)} {currency}"
        return text if isinstance(self.year, Missing) else f"{text} in {self.year}"
