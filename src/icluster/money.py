"""Amounts of money, with the currency and the year that make them comparable."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import is_text, matches, within
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Unknown
from icluster.words import Sentence, say, worded

__all__ = ["Currency"]


def __dir__() -> list[str]:
    return __all__


def _to_amount(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="amount")


@frozen
class Currency:
    """A row of a table of currencies: the code and the name it is printed under.

    Attributes:
        code: ISO 4217 code.
        title: Its name as printed.
        citations: Where each field was read.

    Raises:
        InvalidValueError: The code is no three capital letters, or the name blank.

    Example:
        >>> Currency("MXN", "Mexican Peso").code
        'MXN'
    """

    code: str = field(validator=matches("[A-Z]{3}", "an ISO 4217 code such as 'MXN'"))
    title: str = field(validator=is_text)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )


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
    currency: str | Unknown = field(
        default=Missing.UNKNOWN,
        validator=matches(
            "[A-Z]{3}", "an ISO 4217 code such as 'MXN'", or_one_of=(Missing.UNKNOWN,)
        ),
    )
    year: int | Unknown = field(
        default=Missing.UNKNOWN,
        validator=within(1, 9999, or_one_of=(Missing.UNKNOWN,)),
    )

    def said(self) -> Sentence:
        """Return the amount as a sentence, to be put into a language.

        Example:
            >>> str(Money(amount="2.50", currency="MXN").said())
            '2.50 MXN'
        """
        in_units = say("{} {}", self.amount, self.currency)
        if isinstance(self.currency, Missing):
            in_units = say("{} (unknown currency)", self.amount)
        has_year = not isinstance(self.year, Missing)
        return say("{} in {}", in_units, self.year) if has_year else in_units

    def __str__(self) -> str:
        return worded(self)
