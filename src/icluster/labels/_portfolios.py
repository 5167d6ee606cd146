"""Comparative portfolios: the fields in which clusters are compared.

A list of portfolios has editions, and the titles differ from one to the next.
A list may be known in part only; then it says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, to_tuple
from icluster._texts import is_text
from icluster.errors import Fault, InvalidValueError, UnknownLabelError
from icluster.sources import Cited, are_cited, to_cited
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Unknown
from icluster.words import Quoted, Sentence, Shown, closest, folded, say

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Portfolio", "PortfolioList"]


@frozen
class Portfolio(Shown):
    """A comparative portfolio, under the title that its edition prints.

    Attributes:
        key: Stable key.
        title: Title as printed.
        edition: Key of the list it stands in.

    Example:
        >>> Portfolio("ict", "ICT", "register").title
        'ICT'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    edition: str = field(validator=is_key)

    def said(self) -> Sentence:
        """Return the title as printed; a language puts its own words behind it.

        Example:
            >>> from icluster.languages.es import SPANISH
            >>> Portfolio("ict", "ICT", "register").said().text(SPANISH)
            'ICT [TIC]'
        """
        return say(self.title, context="Portfolio")


def _to_portfolios(portfolios: Iterable[Portfolio]) -> tuple[Portfolio, ...]:
    return to_tuple(portfolios)


@frozen(kw_only=True)
class PortfolioList(Shown):
    """One edition of the list of portfolios, whole or in part.

    Attributes:
        edition: Key of the edition.
        portfolios: The portfolios that are known, all of this edition.
        size: How many the edition has, or `Missing.UNKNOWN` where no source
            says so.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A key or title stands twice, a portfolio is of
            another edition, or there are more than *size*.

    Example:
        >>> ict = Portfolio("ict", "ICT", "register")
        >>> portfolios = PortfolioList(edition="register", portfolios=[ict])
        >>> portfolios.from_title("ict") == ict, portfolios.is_complete
        (True, <Verdict.OPEN: 'open'>)
    """

    edition: str = field(validator=is_key)
    portfolios: tuple[Portfolio, ...] = field(
        converter=_to_portfolios, validator=all_of(Portfolio)
    )
    size: int | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(int, or_one_of=(Missing.UNKNOWN,)),
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        for name in ("key", "title"):
            names = [folded(getattr(portfolio, name)) for portfolio in self.portfolios]
            if len(set(names)) != len(names):
                expected = say("free of a repeated {}", say(name))
                raise InvalidValueError("portfolios", expected, names)
        expected = say("{}", Quoted(self.edition))
        editions = [portfolio.edition for portfolio in self.portfolios]
        faults = [
            Fault(("portfolios", index, "edition"), "reference", expected, key)
            for index, key in enumerate(editions)
            if key != self.edition
        ]
        if faults:
            raise InvalidValueError.of(faults)
        if isinstance(self.size, int) and self.size < len(self):
            raise InvalidValueError("size", say("at least {}", len(self)), self.size)

    @property
    def is_complete(self) -> Verdict:
        """Whether every portfolio of the edition is listed."""
        if isinstance(self.size, Missing):
            return Verdict.OPEN
        return Verdict.of(self.size == len(self))

    def __len__(self) -> int:
        return len(self.portfolios)

    def __iter__(self) -> Iterator[Portfolio]:
        return iter(self.portfolios)

    def from_title(self, label: str) -> Portfolio:
        """Return the portfolio printed as *label*; case and spacing do not matter.

        Raises:
            UnknownLabelError: No portfolio is printed so; the closest is named.

        Example:
            >>> from icluster.reference import esca
            >>> esca.PORTFOLIOS.from_title("Food  Industry").key
            'food_industry'
        """
        folded_label = folded(label)
        for portfolio in self.portfolios:
            if folded(portfolio.title) == folded_label:
                return portfolio
        similar = closest(label, [portfolio.title for portfolio in self.portfolios])
        raise UnknownLabelError(f"portfolios, edition {self.edition},", label, similar)
