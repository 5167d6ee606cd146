"""Layouts of published tables: what the readers look for in a page.

A layout is data. It says which headings, titles and names a publisher prints;
`icluster.readers` finds them in a text. `icluster.reference` has the layouts
of the publications it knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import all_of, instance_of, is_key, to_tuple
from icluster._texts import all_texts, is_text
from icluster.errors import InvalidValueError
from icluster.labels import LabelEdition, LabelTier, PortfolioList
from icluster.regions import CountryName
from icluster.sources import Cited, are_cited, to_cited
from icluster.words import Shown, say

__all__ = [
    "MaturityLayout",
    "MaturityRow",
    "MaturityRows",
    "RegisterLayout",
]


def __dir__() -> list[str]:
    return __all__


def _to_countries(countries: Iterable[CountryName]) -> tuple[CountryName, ...]:
    return to_tuple(countries)


def _to_editions(editions: Iterable[LabelEdition]) -> tuple[LabelEdition, ...]:
    return to_tuple(editions)


@frozen(kw_only=True)
class RegisterLayout(Shown):
    """How a label register is printed, by country and by industry.

    Every row ends in a date written YYYY/MM/DD. By country, a portfolio stands
    before it; by industry, a country, and the portfolio stands in a heading, which
    serves the one table below it. Headings are known in any casing.

    Attributes:
        tier: The tier of the labels that it lists.
        editions: The terms that may hold for them, at least one with a term for the
            tier.
        country_header: Column headings of a table by country.
        industry_header: Column headings of a table by industry.
        portfolio_heading: What stands before the portfolio in the heading of a
            table by industry.
        portfolios: The portfolios and their titles.
        countries: The countries and the names they may be printed under.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A field does not hold what it says, or both tables
            have the same headings.

    Example:
        >>> from icluster.reference import esca
        >>> esca.REGISTER_LAYOUT.country_header
        'Name Comparative portfolio www Label valid until'
    """

    tier: LabelTier = field(validator=instance_of(LabelTier))
    editions: tuple[LabelEdition, ...] = field(
        converter=_to_editions, validator=all_of(LabelEdition)
    )
    country_header: str = field(validator=is_text)
    industry_header: str = field(validator=is_text)
    portfolio_heading: str = field(validator=is_text)
    portfolios: PortfolioList = field(validator=instance_of(PortfolioList))
    countries: tuple[CountryName, ...] = field(
        default=(), converter=_to_countries, validator=all_of(CountryName)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        if self.country_header == self.industry_header:
            expected = "unlike the headings by country"
            raise InvalidValueError("industry_header", expected, self.industry_header)
        tiers = {term.tier for edition in self.editions for term in edition.terms}
        if self.tier not in tiers:
            with_term = say("with a term for {}", self.tier)
            keys = [edition.key for edition in self.editions]
            raise InvalidValueError("editions", with_term, keys)


def _to_points(points: Decimal | int | str) -> Decimal:
    return to_decimal(points, field="points")


@frozen
class MaturityRow(Shown):
    """One row of a maturity table: what it says and the points it is worth.

    Attributes:
        title: The row as printed.
        points: Its points.

    Example:
        >>> MaturityRow("Broad policy", "0.5").points
        Decimal('0.5')
    """

    title: str = field(validator=is_text)
    points: Decimal = field(converter=_to_points)


def _to_rows(rows: Iterable[MaturityRow]) -> tuple[MaturityRow, ...]:
    return to_tuple(rows)


@frozen
class MaturityRows(Shown):
    """The rows of one criterion.

    Attributes:
        criterion: Key of the criterion.
        heading: Its heading as printed, before the first row.
        rows: Its rows, in the order of the table.

    Raises:
        InvalidValueError: There is no row, or a title stands twice.

    Example:
        >>> MaturityRows(
        ...     "scope", "POLICY SCOPE", [MaturityRow("Broad policy", "0.5")]
        ... ).heading
        'POLICY SCOPE'
    """

    criterion: str = field(validator=is_key)
    heading: str = field(validator=is_text)
    rows: tuple[MaturityRow, ...] = field(
        converter=_to_rows, validator=all_of(MaturityRow)
    )

    def __attrs_post_init__(self) -> None:
        titles = [row.title for row in self.rows]
        if not titles or len(set(titles)) != len(titles):
            raise InvalidValueError("rows", "some, with titles that differ", titles)


def _to_columns(columns: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return to_tuple(columns)


def _to_criteria(criteria: Iterable[MaturityRows]) -> tuple[MaturityRows, ...]:
    return to_tuple(criteria)


def _to_maximum(maximum: Decimal | int | str) -> Decimal:
    return to_decimal(maximum, field="maximum")


@frozen(kw_only=True)
class MaturityLayout(Shown):
    """How a maturity table is printed.

    Attributes:
        rubric: Key of the rubric that the table follows.
        heading: What stands in its first line, after the subject.
        columns: The headings of the two columns of points.
        criteria: Its rows, by criterion.
        total: What the line with the total begins with, before the maximum in
            brackets.
        maximum: The highest total, as printed there.
        citations: Where each field was read.

    Raises:
        InvalidValueError: There is no criterion, or one stands twice.

    Example:
        >>> from icluster.reference import eccp
        >>> [rows.criterion for rows in eccp.MATURITY_LAYOUT.criteria]
        ['scope', 'continuity', 'evidence', 'instruments']
    """

    rubric: str = field(validator=is_key)
    heading: str = field(validator=is_text)
    columns: tuple[str, ...] = field(converter=_to_columns, validator=all_texts())
    criteria: tuple[MaturityRows, ...] = field(
        converter=_to_criteria, validator=all_of(MaturityRows)
    )
    total: str = field(validator=is_text)
    maximum: Decimal = field(converter=_to_maximum)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        for name in ("criterion", "heading"):
            seen = [getattr(rows, name) for rows in self.criteria]
            if not seen or len(set(seen)) != len(seen):
                expected = say("some, each {} once", name)
                raise InvalidValueError("criteria", expected, seen)
