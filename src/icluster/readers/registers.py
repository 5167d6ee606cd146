"""Read a register of labels from the text of its pages.

Every row ends in a date, which is what rows are known by. The text copies put
one space between columns, so the column before the date is found by the titles
that the layout knows: the longest that the row ends in.
"""

from __future__ import annotations

from datetime import date
from types import NoneType

from attrs import field, frozen

from icluster._fields import all_of, check_day, instance_of, to_tuple
from icluster.labels import LabelAward, LabelEdition, LabelRegister
from icluster.layouts import RegisterLayout
from icluster.readers._lines import check_type, numbered
from icluster.readers._pages import Page
from icluster.readers.rejections import RejectedLine
from icluster.regions import Country
from icluster.sources import Source

__all__ = ["RegisterReading", "read_label_register"]


def __dir__() -> list[str]:
    return __all__


@frozen(kw_only=True)
class RegisterReading:
    """What was read from a register's text: awards, and lines that were not.

    Every line with text that can be seen is one of these: an award, a rejected
    line, the column headings of a table, or passed over.

    Attributes:
        awards: The awards, in the order of the lines.
        rejected: The rejected lines, in their order.
        tables: How many tables were found, told by their column headings.
        passed_over: Numbers of the lines with text outside the tables.
        edition: The terms that say how long a label may be renewed.
        source: The document, or None.
        snapshot: The day the page shows, or None.

    Example:
        >>> from icluster.reference import esca
        >>> reading = RegisterReading(edition=esca.SAME_DAY)
        >>> print(reading)
        0 awards, 0 rejected lines, 0 tables
    """

    awards: tuple[LabelAward, ...] = field(
        default=(), converter=to_tuple, validator=all_of(LabelAward)
    )
    rejected: tuple[RejectedLine, ...] = field(
        default=(), converter=to_tuple, validator=all_of(RejectedLine)
    )
    tables: int = field(default=0, validator=instance_of(int))
    passed_over: tuple[int, ...] = field(
        default=(), converter=to_tuple, validator=all_of(int)
    )
    edition: LabelEdition = field(validator=instance_of(LabelEdition))
    source: Source | None = field(default=None, validator=instance_of(Source, NoneType))
    snapshot: date | None = None

    def __str__(self) -> str:
        parts = ((self.awards, "award"), (self.rejected, "rejected line"))
        counts = [(len(several), thing) for several, thing in parts]
        counts.append((self.tables, "table"))
        return ", ".join(
            f"{number} {thing if number == 1 else thing + 's'}"
            for number, thing in counts
        )

    @property
    def register(self) -> LabelRegister:
        """The awards as a register."""
        return LabelRegister(
            awards=self.awards,
            edition=self.edition,
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
    name another one, the line is rejected. Marks that nobody sees do not matter,
    and stay inside names. Time is linear in the text.

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
    page = Page(layout, source, country)
    for number, line, row in numbered(text):
        page.take(number, line, row)
    page.finish()
    return RegisterReading(
        awards=page.awards,
        rejected=page.rejected,
        tables=page.tables,
        passed_over=page.passed_over,
        edition=layout.edition,
        source=source,
        snapshot=snapshot,
    )
