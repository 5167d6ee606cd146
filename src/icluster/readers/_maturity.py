"""Read the maturity table of a country factsheet into a published score."""

from __future__ import annotations

import re
from decimal import Decimal
from types import NoneType
from typing import TypeVar

from attrs import define, field, frozen

from icluster._exact import to_decimal, total_of
from icluster._fields import all_of, check_type, instance_of
from icluster.dates import Period
from icluster.layouts import MaturityLayout, MaturityRow, MaturityRows
from icluster.policies import PublishedScore
from icluster.readers._lines import numbered, plain
from icluster.readers._rejections import MaturityRejection, RejectedLine, to_rejected
from icluster.sources import Cited, Source
from icluster.words import Shown

T = TypeVar("T", MaturityRow, MaturityRows)

_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,4})?", re.ASCII)


@frozen(kw_only=True)
class MaturityReading(Shown):
    """What was read from a maturity table.

    Attributes:
        score: The score as published; None where the table does not give it
            whole.
        rejected: The lines that were not taken at their word. A total that
            does not add up is among them, though the score keeps it.

    Example:
        >>> MaturityReading().score is None
        True
    """

    score: PublishedScore | None = field(
        default=None, validator=instance_of(PublishedScore, NoneType)
    )
    rejected: tuple[RejectedLine, ...] = field(
        default=(), converter=to_rejected, validator=all_of(RejectedLine)
    )


def read_maturity_table(
    text: str,
    *,
    layout: MaturityLayout,
    source: Source | None = None,
    collected: Period | None = None,
) -> MaturityReading:
    r"""Read the published score from the first maturity table in a text.

    Columns may be apart by tabs or by spaces, points may be written with a
    comma. The table begins with its heading and ends with its total; text
    around it is passed over. Time is linear in the text.

    Args:
        text: The page, or a part of it.
        layout: How the table is printed.
        source: The document, cited by the score.
        collected: When the data were collected, which the table does not say.

    Raises:
        InvalidValueError: An argument is not what it must be.

    Example:
        >>> from icluster.layouts import MaturityLayout, MaturityRow, MaturityRows
        >>> layout = MaturityLayout(
        ...     rubric="example",
        ...     heading="MATURITY",
        ...     columns=("Max", "Actual"),
        ...     criteria=[
        ...         MaturityRows("scope", "SCOPE", [MaturityRow("Broad", "0.5")])
        ...     ],
        ...     total="TOTAL",
        ...     maximum="8",
        ... )
        >>> table = "Utopia MATURITY Max Actual\nSCOPE Broad 0,5 0,5\nTOTAL (8) 1,5"
        >>> reading = read_maturity_table(table, layout=layout)
        >>> reading.score["scope"], reading.score.total
        (Decimal('0.5'), Decimal('1.5'))
        >>> print(reading.rejected[0])
        line 3: the total is not the sum of the points
    """
    check_type("layout", layout, MaturityLayout)
    check_type("source", source, Source, NoneType)
    check_type("collected", collected, Period, NoneType)
    table = _Table(layout)
    for number, line, row in numbered(text):
        if row:
            table.take(number, line, row)
    table.finish()
    return MaturityReading(
        score=table.score(source, collected), rejected=table.rejected
    )


@define
class _Table:
    """The state of one pass: the criterion the rows are of, the points found."""

    layout: MaturityLayout
    rejected: list[RejectedLine] = field(factory=list)
    _begun: tuple[int, str] | None = None
    _ended: bool = False
    _subject: str = ""
    _rows: MaturityRows | None = None
    _seen: set[str] = field(factory=set)  # headings and rows taken so far
    _points: dict[str, Decimal] = field(factory=dict)
    _total: Decimal | None = None
    _doubtful: bool = False  # a row was rejected, so that points may be amiss

    def take(self, number: int, line: str, row: str) -> None:
        heading = " ".join((self.layout.heading, *self.layout.columns))
        if _ends_in(row, heading):
            self._begin(number, line, row[: -len(heading)].strip())
        elif self._begun is not None and not self._ended:
            reason = self._take_row(row)
            if reason is not None:
                self._reject(number, line, reason)

    def _begin(self, number: int, line: str, subject: str) -> None:
        if self._begun is not None:
            self._reject(number, line, MaturityRejection.SECOND_TABLE)
            self._ended = True
            return
        self._begun, self._subject = (number, line), subject
        if not subject:
            self._reject(number, line, MaturityRejection.NO_SUBJECT)

    def _reject(self, number: int, line: str, reason: MaturityRejection) -> None:
        known: tuple[str, ...] = ()
        if reason is MaturityRejection.UNKNOWN_ROW and self._rows is not None:
            known = tuple(row.title for row in self._rows.rows)
        # What follows the words of the row are its points.
        wanted = plain(line).rstrip("0123456789., ") if known else ""
        rejected = RejectedLine(number, line, reason, wanted=wanted, known=known)
        self.rejected.append(rejected)

    def _take_row(self, row: str) -> MaturityRejection | None:
        if _begins_with(row, self.layout.total):
            self._ended = True
            return self._take_total(row[len(self.layout.total) :].split())
        headed = _longest([(rows.heading, rows) for rows in self.layout.criteria], row)
        if headed is not None:
            row, self._rows = headed
            if self._repeats(self._rows.heading):
                return self._doubt(MaturityRejection.REPEATED)
        return self._take_level(row) if row else None

    def _take_level(self, row: str) -> MaturityRejection | None:
        rows = () if self._rows is None else self._rows.rows
        titled = _longest([(level.title, level) for level in rows], row)
        if self._rows is None or titled is None:
            return self._doubt(MaturityRejection.UNKNOWN_ROW)
        rest, level = titled
        if self._repeats(f"{self._rows.criterion}: {level.title}"):
            return self._doubt(MaturityRejection.REPEATED)
        points = _numbers(rest.split())
        if points is None or not 1 <= len(points) <= 2:
            return self._doubt(MaturityRejection.NO_POINTS)
        if any(number != level.points for number in points):
            return self._doubt(MaturityRejection.OTHER_POINTS)
        if len(points) == 2:
            return self._take_points(self._rows.criterion, level.points)
        return None

    def _take_points(self, criterion: str, points: Decimal) -> MaturityRejection | None:
        if criterion in self._points:
            return self._doubt(MaturityRejection.SECOND_LEVEL)
        self._points[criterion] = points
        return None

    def _take_total(self, words: list[str]) -> MaturityRejection | None:
        numbers = _numbers([word.strip("()") for word in words[:3]])
        if numbers is None or len(words) != 2:
            return MaturityRejection.NO_TOTAL
        maximum, self._total = numbers
        if maximum != self.layout.maximum:
            return self._doubt(MaturityRejection.OTHER_POINTS)
        whole = len(self._points) == len(self.layout.criteria)
        if whole and total_of(self._points.values()) != self._total:
            return MaturityRejection.TOTAL_DIFFERS
        return None

    def _repeats(self, name: str) -> bool:
        repeats = name in self._seen
        self._seen.add(name)
        return repeats

    def _doubt(self, reason: MaturityRejection) -> MaturityRejection:
        self._doubtful = True
        return reason

    def finish(self) -> None:
        """Report what the table, as a whole, does not say."""
        if self._begun is None:
            self._reject(1, "", MaturityRejection.NO_TABLE)
            return
        for rows in self.layout.criteria:
            if rows.criterion not in self._points:
                number, _ = self._begun
                self._reject(number, rows.heading, MaturityRejection.NO_LEVEL)
        reasons = {line.reason for line in self.rejected}
        if self._total is None and MaturityRejection.NO_TOTAL not in reasons:
            self._reject(*self._begun, MaturityRejection.NO_TOTAL)

    def score(
        self, source: Source | None, collected: Period | None
    ) -> PublishedScore | None:
        """Return the score, if the table gives all of it without a doubt."""
        whole = len(self._points) == len(self.layout.criteria)
        if self._doubtful or self._total is None or not whole or not self._subject:
            return None
        return PublishedScore(
            subject=self._subject,
            rubric=self.layout.rubric,
            points=tuple(
                (rows.criterion, self._points[rows.criterion])
                for rows in self.layout.criteria
            ),
            total=self._total,
            collected=collected,
            citations=_citations(source),
        )


def _citations(source: Source | None) -> tuple[Cited, ...]:
    if source is None:
        return ()
    table = source.at("maturity table")
    return tuple(Cited(name, table) for name in ("subject", "points", "total"))


def _numbers(words: list[str]) -> list[Decimal] | None:
    """Return the words as numbers, or None where one is something else."""
    if not all(_NUMBER.fullmatch(word) for word in words):
        return None
    return [to_decimal(word.replace(",", ".")) for word in words]


def _begins_with(row: str, title: str) -> bool:
    """Tell whether *row* begins with the words of *title*, in any case."""
    after = row[len(title) : len(title) + 1]
    return row[: len(title)].casefold() == title.casefold() and after in ("", " ")


def _ends_in(row: str, title: str) -> bool:
    return row[-len(title) :].casefold() == title.casefold()


def _longest(titled: list[tuple[str, T]], row: str) -> tuple[str, T] | None:
    """Return what follows the longest title that *row* begins with, and its value."""
    beginning = [pair for pair in titled if _begins_with(row, pair[0])]
    if not beginning:
        return None
    title, value = max(beginning, key=lambda pair: len(pair[0]))
    return row[len(title) :].strip(), value
