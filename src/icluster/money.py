"""Amounts of money, with the currency and the year that make them comparable."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import instance_of, matches, within
from icluster._texts import is_text
from icluster.dates import PartialDate
from icluster.sources import Cited, are_cited, to_cited
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, NotApplicable, Unknown, Vocabulary
from icluster.words import Sentence, Shown, say, worded

__all__ = ["Bound", "Currency"]


def __dir__() -> list[str]:
    return __all__


def _to_amount(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="amount")


@frozen
class Currency(Shown):
    """A row of a table of currencies: the code, its name, and whether it is in force.

    Attributes:
        code: ISO 4217 code.
        title: Its name as printed.
        until: The last day on which it was tender anywhere;
            `Missing.NOT_APPLICABLE` while it is in force.
        citations: Where each field was read.

    Raises:
        InvalidValueError: The code is no three capital letters, or the name blank.

    Example:
        >>> Currency("MXN", "Mexican Peso").code
        'MXN'
    """

    code: str = field(validator=matches("[A-Z]{3}", "an ISO 4217 code such as 'MXN'"))
    title: str = field(validator=is_text)
    until: PartialDate | Unknown | NotApplicable = field(
        default=Missing.NOT_APPLICABLE,
        validator=instance_of(
            PartialDate, or_one_of=(Missing.UNKNOWN, Missing.NOT_APPLICABLE)
        ),
        kw_only=True,
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def may_be_of(self, year: int | Unknown) -> Verdict:
        """Tell whether an amount of a year can be in it; open where that hangs on more.

        Example:
            >>> mark = Currency("DEM", "German Mark", until=PartialDate(2002, 5, 15))
            >>> [mark.may_be_of(year).value for year in (1998, 2003, Missing.UNKNOWN)]
            ['yes', 'no', 'open']
        """
        if self.until is Missing.NOT_APPLICABLE:
            return Verdict.YES
        if isinstance(year, Missing) or isinstance(self.until, Missing):
            return Verdict.OPEN
        return Verdict.of(year <= self.until.last_day.year)


class Bound(Vocabulary):
    """How an amount that a source does not give stands to the one that it names.

    Example:
        >>> Bound.from_title("just under")
        <Bound.LESS_THAN: 'less_than'>
    """

    EXACTLY = "exactly", "exactly"
    AT_LEAST = "at_least", "at least", "not less than", "no less than"
    MORE_THAN = "more_than", "more than", "over", "just over", "above"
    AT_MOST = "at_most", "at most", "up to", "not more than", "no more than"
    LESS_THAN = (
        *("less_than", "less than", "fewer than", "under", "just under", "below"),
        *("nearly", "almost"),
    )
    ABOUT = "about", "about", "around", "approximately", "roughly", "circa"

    def exceeds(self, amount: Decimal, bound: Bound, other: Decimal) -> Verdict:
        """Tell whether an amount bound so by *amount* is above *other* of a *bound*.

        Example:
            >>> Bound.MORE_THAN.exceeds(Decimal(700), Bound.EXACTLY, Decimal(700))
            <Verdict.YES: 'yes'>
            >>> Bound.ABOUT.exceeds(Decimal(700), Bound.EXACTLY, Decimal(1))
            <Verdict.OPEN: 'open'>
        """
        # Each end that is bound decides; at equality, whether the end is one itself.
        if self in _FROM_BELOW and bound in _FROM_ABOVE:
            strictly = Bound.MORE_THAN is self or Bound.LESS_THAN is bound
            if amount > other or (strictly and amount == other):
                return Verdict.YES
        below = self in _FROM_ABOVE and bound in _FROM_BELOW and amount <= other
        return Verdict.NO if below else Verdict.OPEN


_FROM_BELOW = (Bound.EXACTLY, Bound.AT_LEAST, Bound.MORE_THAN)
_FROM_ABOVE = (Bound.EXACTLY, Bound.AT_MOST, Bound.LESS_THAN)


@frozen(kw_only=True)
class Money(Shown):
    """An amount of money; what its currency or year is may be unknown.

    Two amounts are compared by `exceeds` alone: what their bounds or currencies leave
    open stays open.

    Attributes:
        amount: In units of the currency, exact; floats are refused.
        currency: ISO 4217 code, or `Missing.UNKNOWN`: a bare "$" is no currency.
        year: The year the amount belongs to, or `Missing.UNKNOWN`.
        bound: Whether it is just this amount, at least, more, at most, less or about.

    Raises:
        InvalidValueError: The amount is a float, or the code is none.

    Example:
        >>> str(Money(amount=1400000, currency=Missing.UNKNOWN, year=2022))
        '1400000 (unknown currency) in 2022'
        >>> str(Money(amount=700_000_000, currency="EUR", bound=Bound.MORE_THAN))
        'more than 700000000 EUR'
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
    bound: Bound = field(default=Bound.EXACTLY, validator=instance_of(Bound))

    def exceeds(self, other: Money) -> Verdict:
        """Tell whether it is more than *other*; open in two currencies.

        What years the amounts belong to is for the caller to ask.

        Example:
            >>> annual = Money(amount=9, currency="EUR", bound=Bound.AT_LEAST)
            >>> annual.exceeds(Money(amount=9, currency="EUR"))
            <Verdict.OPEN: 'open'>
        """
        if isinstance(self.currency, Missing) or self.currency != other.currency:
            return Verdict.OPEN
        return self.bound.exceeds(self.amount, other.bound, other.amount)

    def said(self) -> Sentence:
        """Return the amount as a sentence, to be put into a language.

        Example:
            >>> str(Money(amount="2.50", currency="MXN").said())
            '2.50 MXN'
        """
        in_units = say("{} {}", self.amount, self.currency)
        if isinstance(self.currency, Missing):
            in_units = say("{} (unknown currency)", self.amount)
        if self.bound is not Bound.EXACTLY:
            in_units = say("{} {}", self.bound, in_units)
        has_year = not isinstance(self.year, Missing)
        return say("{} in {}", in_units, self.year) if has_year else in_units

    def __str__(self) -> str:
        return worded(self)
