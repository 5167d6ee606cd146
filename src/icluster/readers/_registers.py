"""Read a register of labels from the text of its pages.

Every row ends in a date, which is what rows are known by. The text copies put
one space between columns, so the column before the date is found by the titles
that the layout knows: the longest that the row ends in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from types import NoneType

from attrs import define, evolve, field, frozen

from icluster._fields import all_of, check_day, check_type, instance_of, to_tuple
from icluster.labels import LabelAward, LabelEdition, LabelRegister, Portfolio
from icluster.layouts import RegisterLayout
from icluster.organizations import Organization, OrganizationKind
from icluster.readers._lines import as_printed, numbered, plain
from icluster.readers._rejections import RegisterRejection, RejectedLine, to_rejected
from icluster.readers._titles import TitledColumn, ends_in_connection, ends_in_qualifier
from icluster.regions import Country
from icluster.sources import Cited, Source
from icluster.vocabularies import Missing
from icluster.words import Sentence, Worded, say


def _to_awards(awards: Iterable[LabelAward]) -> tuple[LabelAward, ...]:
    return to_tuple(awards)


def _to_editions(editions: Iterable[LabelEdition]) -> tuple[LabelEdition, ...]:
    return to_tuple(editions)


def _to_numbers(numbers: Iterable[int]) -> tuple[int, ...]:
    return to_tuple(numbers)


@frozen(kw_only=True)
class RegisterReading(Worded):
    """What was read from a register's text: awards, and lines that were not.

    Every line with text that can be seen is one of these: an award, a rejected
    line, the column headings of a table, or passed over.

    Attributes:
        awards: The awards, in the order of the lines.
        rejected: The rejected lines, in their order.
        tables: How many tables were found, told by their column headings.
        passed_over: Numbers of the lines with text outside the tables.
        editions: The terms that may hold, as a register has them.
        source: The document, or None.
        snapshot: The day the page shows, or None.

    Example:
        >>> from icluster.reference import esca
        >>> reading = RegisterReading(editions=esca.SCHEME.editions)
        >>> print(reading)
        0 awards, 0 rejected lines, 0 tables
    """

    awards: tuple[LabelAward, ...] = field(
        default=(), converter=_to_awards, validator=all_of(LabelAward)
    )
    rejected: tuple[RejectedLine, ...] = field(
        default=(), converter=to_rejected, validator=all_of(RejectedLine)
    )
    tables: int = field(default=0, validator=instance_of(int))
    passed_over: tuple[int, ...] = field(
        default=(), converter=_to_numbers, validator=all_of(int)
    )
    editions: tuple[LabelEdition, ...] = field(
        converter=_to_editions, validator=all_of(LabelEdition)
    )
    source: Source | None = field(default=None, validator=instance_of(Source, NoneType))
    snapshot: date | None = None

    def said(self) -> Sentence:
        """Return how much was read, as a sentence."""
        return say(
            "{} {0?award|awards}, {} {1?rejected line|rejected lines}, "
            "{} {2?table|tables}",
            len(self.awards),
            len(self.rejected),
            self.tables,
        )

    @property
    def register(self) -> LabelRegister:
        """The awards as a register."""
        return LabelRegister(
            awards=self.awards,
            editions=self.editions,
            source=self.source,
            snapshot=self.snapshot,
        )


def read_label_register(
    text: str,
    *,
    layout: RegisterLayout,
    source: Source | None = None,
    country: Country | None = None,
    snapshot: date | None = None,
) -> RegisterReading:
    r"""Read the awards that a page of a register lists.

    A table begins with its column headings. A blank line ends it, unless more
    rows follow; text around tables is passed over. A line in a table that does
    not end in a date is rejected. A heading with a portfolio serves one table by
    industry. Where the words before a country or portfolio may belong to it, or
    name another one, the line is rejected. Marks that nobody sees do not matter;
    inside names they stay, but for controls and marks of direction. Time is linear in
    the text.

    Args:
        text: The page, or several; prose around the tables does no harm.
        layout: How the register is printed.
        source: The document, cited by the awards.
        country: The country of a page by country, which it need not print.
        snapshot: The day the page shows, where it is known.

    Raises:
        InvalidValueError: An argument is not what it must be.

    Example:
        >>> from icluster.reference import esca
        >>> page = '''Name Comparative portfolio www Label valid until
        ... Cluster A Food industry 2018/02/28
        ... Cluster B Food industri 2018/02/28
        ... Cluster C ICT 2018/02/30'''
        >>> reading = read_label_register(page, layout=esca.REGISTER_LAYOUT)
        >>> [award.holder.name for award in reading.awards]
        ['Cluster A']
        >>> for line in reading.rejected:
        ...     print(line)
        line 3: no known portfolio before the date; the closest is 'Food industry'
        line 4: there is no such day
    """
    check_type("layout", layout, RegisterLayout)
    check_type("source", source, Source, NoneType)
    check_type("country", country, Country, NoneType)
    if snapshot is not None:
        check_day("snapshot", snapshot)
    page = _Page(layout, source, country)
    for number, line, row in numbered(text):
        page.take(number, line, row)
    page.finish()
    return RegisterReading(
        awards=page.awards,
        rejected=page.rejected,
        tables=page.tables,
        passed_over=page.passed_over,
        editions=layout.editions,
        source=source,
        snapshot=snapshot,
    )


# --- one pass over the text: which lines are rows, and what they say ---------------

_DATE_AT_END = re.compile(r" ?(\d{4})/(\d\d)/(\d\d)", re.ASCII)
_DATE = re.compile(r"\d{4}/\d\d/\d\d", re.ASCII)
_TAIL = len(" YYYY/MM/DD")
_CITED = ("holder", "portfolio", "valid_until")


@frozen
class _Unread:
    """Why a row was not read, and what was looked up in vain."""

    reason: RegisterRejection
    wanted: str = ""
    known: tuple[str, ...] = ()


@define
class _Page:
    """The state of a pass: which table the lines are in, what was found so far.

    Attributes:
        passed_over: Numbers of lines with text that are no part of a table.
    """

    layout: RegisterLayout
    source: Source | None
    country: Country | None
    awards: list[LabelAward] = field(factory=list)
    rejected: list[RejectedLine] = field(factory=list)
    passed_over: list[int] = field(factory=list)
    tables: int = 0
    _in_table: bool = False
    _by_industry: bool = False
    _portfolio: Portfolio | None = None
    _heading: str | None = None
    # The heading that the next table takes: it serves one table only.
    _next_heading: str | None = None
    # A row was seen; blank lines stand between the last row and here; rows went
    # on after blank lines before, so that blank lines do not end this table.
    _begun: bool = False
    _gap: bool = False
    _spaced: bool = False
    # Lines behind a gap, of which only a later row shows that they are rows.
    _held: list[tuple[int, str]] = field(factory=list)
    _last: int = 0
    _portfolios: TitledColumn[Portfolio] = field(init=False)
    _countries: TitledColumn[Country] = field(init=False)
    # Column headings, folded, and whether they are those of a table by industry.
    _headers: dict[str, bool] = field(init=False)
    _portfolio_heading: re.Pattern[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        layout = self.layout
        self._portfolios = TitledColumn(
            (portfolio.title, portfolio) for portfolio in layout.portfolios
        )
        self._countries = TitledColumn(
            (name.title, name.country) for name in layout.countries
        )
        self._headers = {
            plain(layout.country_header).casefold(): False,
            plain(layout.industry_header).casefold(): True,
        }
        heading = re.escape(plain(layout.portfolio_heading))
        self._portfolio_heading = re.compile(heading, re.IGNORECASE)

    def take(self, number: int, line: str, row: str) -> None:
        """Take the next line; *row* is the line made plain."""
        if not row:
            self._gap = True
            return
        self._last = number
        dated = _DATE_AT_END.fullmatch(row[-_TAIL:])
        if dated is not None:
            self._take_row(number, line, row, dated)
        elif not self._take_heading(number, row):
            self._take_other(number, line)

    def _take_row(self, number: int, line: str, row: str, dated: re.Match[str]) -> None:
        if not self._in_table:
            self._reject(number, line, RegisterRejection.OUTSIDE)
            return
        self._spaced = self._spaced or (self._gap and self._begun)
        self._begun, self._gap = True, False
        self._reject_held()
        award = self._award(line, row, dated)
        if isinstance(award, LabelAward):
            self.awards.append(award)
        else:
            unread = award
            self.rejected.append(
                RejectedLine(
                    number,
                    line,
                    unread.reason,
                    wanted=unread.wanted,
                    known=unread.known,
                )
            )

    def _award(self, line: str, row: str, dated: re.Match[str]) -> LabelAward | _Unread:
        body = row[: -len(dated[0])]
        if _DATE.search(body):
            return _Unread(RegisterRejection.SECOND_ENTRY)
        year, month, day = dated.groups()
        try:
            valid_until = date(int(year), int(month), int(day))
        except ValueError:
            return _Unread(RegisterRejection.IMPOSSIBLE_DATE)
        columns = (
            self._industry_row(body) if self._by_industry else self._country_row(body)
        )
        if isinstance(columns, _Unread):
            return columns
        name, portfolio, country = columns
        if not any(map(str.isalnum, name)):
            return _Unread(RegisterRejection.NO_NAME)
        return LabelAward(
            holder=Organization(
                name=as_printed(line, name),
                kind=OrganizationKind.CLUSTER_ORGANIZATION,
                country=Missing.UNKNOWN if country is None else country,
            ),
            tier=self.layout.tier,
            portfolio=portfolio,
            valid_until=valid_until,
            citations=self._citations(),
        )

    def _citations(self) -> tuple[Cited, ...]:
        if self.source is None:
            return ()
        row = self.source.at(f"table, row {len(self.awards) + len(self.rejected) + 1}")
        return tuple(Cited(name, row) for name in _CITED)

    def _country_row(
        self, body: str
    ) -> tuple[str, Portfolio, Country | None] | _Unread:
        columns = self._portfolios.split(body)
        if columns is None:
            titles = self._portfolios.titles
            return _Unread(RegisterRejection.UNKNOWN_PORTFOLIO, body, titles)
        if self._portfolios.ends_in_another(*columns):
            return _Unread(RegisterRejection.SECOND_PORTFOLIO)
        return *columns, self.country

    def _industry_row(
        self, body: str
    ) -> tuple[str, Portfolio, Country | None] | _Unread:
        if self._heading is None:
            return _Unread(RegisterRejection.NO_HEADING)
        if self._portfolio is None:
            titles = self._portfolios.titles
            return _Unread(RegisterRejection.UNKNOWN_HEADING, self._heading, titles)
        columns = self._countries.split(body)
        if columns is None:
            titles = self._countries.titles
            return _Unread(RegisterRejection.UNKNOWN_COUNTRY, body, titles)
        name, country = columns
        if (
            self._countries.ends_in_another(name, country)
            or ends_in_connection(name)
            or ends_in_qualifier(name)
        ):
            return _Unread(RegisterRejection.AMBIGUOUS_COUNTRY)
        return name, self._portfolio, country

    def _take_heading(self, number: int, row: str) -> bool:
        """Take column headings, or the heading that names a portfolio."""
        by_industry = self._headers.get(row.casefold())
        if by_industry is not None:
            self._begin_table(by_industry=by_industry)
            return True
        heading = self._portfolio_heading.search(row)
        if heading is not None:
            self._leave_table()
            self._next_heading = row[heading.end() :].strip()
            self.passed_over.append(number)
            return True
        return False

    def _begin_table(self, *, by_industry: bool) -> None:
        self._leave_table()
        self.tables += 1
        self._in_table, self._by_industry = True, by_industry
        self._heading, self._next_heading = self._next_heading, None
        columns = self._portfolios.split(self._heading or "")
        # Something before the title would make it another title.
        self._portfolio = columns[1] if columns and not columns[0] else None

    def _take_other(self, number: int, line: str) -> None:
        if not self._in_table:
            self.passed_over.append(number)
        elif self._gap:
            self._held.append((number, line))
        else:
            self._reject(number, line, RegisterRejection.NO_DATE)

    def _reject(self, number: int, line: str, reason: RegisterRejection) -> None:
        self.rejected.append(RejectedLine(number, line, reason))

    def _reject_held(self) -> None:
        for number, line in self._held:
            self._reject(number, line, RegisterRejection.NO_DATE)
        self._held = []

    def _leave_table(self) -> None:
        if self._spaced:
            self._reject_held()
        self.passed_over += [number for number, _ in self._held]
        self._held = []
        self._in_table = self._begun = self._gap = self._spaced = False

    def finish(self) -> None:
        """End the pass; a last line without its date was cut, it seems."""
        self._leave_table()
        if self.rejected:
            line = self.rejected[-1]
            if line.number == self._last and line.reason is RegisterRejection.NO_DATE:
                self.rejected[-1] = evolve(line, reason=RegisterRejection.CUT)
