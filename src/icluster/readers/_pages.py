"""One pass over the text of a register: which lines are rows, and what they say."""

from __future__ import annotations

import re
from datetime import date

from attrs import define, evolve, field, frozen

from icluster.labels import LabelAward, Portfolio
from icluster.layouts import RegisterLayout
from icluster.organizations import Organization, OrganizationKind
from icluster.readers._columns import (
    TitledColumn,
    ends_in_connection,
    ends_in_qualifier,
)
from icluster.readers._lines import plain, shown
from icluster.readers.rejections import RegisterRejection, RejectedLine
from icluster.regions import Country
from icluster.sources import Cited, Source
from icluster.vocabularies import Missing

__all__ = ["Page"]

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
class Page:
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
            (each.title, each) for each in layout.portfolios
        )
        self._countries = TitledColumn(
            (each.title, each.country) for each in layout.countries
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
        found = self._award(line, row, dated)
        if isinstance(found, LabelAward):
            self.awards.append(found)
        else:
            wanted, known = found.wanted, found.known
            self.rejected.append(
                RejectedLine(number, line, found.reason, wanted=wanted, known=known)
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
        found = (
            self._industry_row(body) if self._by_industry else self._country_row(body)
        )
        if isinstance(found, _Unread):
            return found
        name, portfolio, country = found
        if not any(map(str.isalnum, name)):
            return _Unread(RegisterRejection.NO_NAME)
        return LabelAward(
            holder=Organization(
                name=shown(line, name),
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
        found = self._portfolios.split(body)
        if found is None:
            titles = self._portfolios.titles
            return _Unread(RegisterRejection.UNKNOWN_PORTFOLIO, body, titles)
        if self._portfolios.ends_in_another(*found):
            return _Unread(RegisterRejection.SECOND_PORTFOLIO)
        return *found, self.country

    def _industry_row(
        self, body: str
    ) -> tuple[str, Portfolio, Country | None] | _Unread:
        if self._heading is None:
            return _Unread(RegisterRejection.NO_HEADING)
        if self._portfolio is None:
            titles = self._portfolios.titles
            return _Unread(RegisterRejection.UNKNOWN_HEADING, self._heading, titles)
        found = self._countries.split(body)
        if found is None:
            titles = self._countries.titles
            return _Unread(RegisterRejection.UNKNOWN_COUNTRY, body, titles)
        name, country = found
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
        found = self._portfolios.split(self._heading or "")
        # Something before the title would make it another title.
        self._portfolio = found[1] if found and not found[0] else None

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
