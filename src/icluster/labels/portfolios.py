"""Comparative portfolios: the fields in which clusters are compared.

A list of portfolios has editions, and the titles differ from one to the next.
A list may be known in part only; then it says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, is_text, to_tuple
from icluster.errors import InvalidValueError, UnknownLabelError
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing
from icluster.words import closest, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Portfolio", "PortfolioList"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Portfolio:
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


@frozen(kw_only=True)
class PortfolioList:
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
        (True, Missing.UNKNOWN)
    """

    edition: str = field(validator=is_key)
    portfolios: tuple[Portfolio, ...] = field(
        converter=to_tuple, validator=all_of(Portfolio)
    )
    size: int | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(int, Missing)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        for name in ("key", "title"):
            seen = [folded(getattr(each, name)) for each in self.portfolios]
            if len(set(seen)) != len(seen):
                raise InvalidValueError(
                    "portfolios", f"free of a repeated {name}", seen
                )
        for portfolio in self.portfolios:
            if portfolio.edition != self.edition:
                expected = f"of the edition {self.edition!r}"
                raise InvalidValueError("portfolios", expected, portfolio.edition)
        if isinstance(self.size, int) and self.size < len(self.portfolios):
            raise InvalidValueError("size", f"at least {len(self)}", self.size)
        if self.size in (Missing.NOT_APPLICABLE, Missing.NOT_ANSWERED):
            raise InvalidValueError("size", "a number or unknown", self.size)

    @property
    def is_complete(self) -> bool | Missing:
        """Whether every portfolio of the edition is listed, or unknown."""
        return self.size if isinstance(self.size, Missing) else self.size == len(self)

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
        wanted = folded(label)
        for portfolio in self.portfolios:
            if folded(portfolio.title) == wanted:
                return portfolio
        similar = closest(label, [each.title for each in self.portfolios])
        raise UnknownLabelError(f"portfolios, edition {self.edition},", label, similar)
