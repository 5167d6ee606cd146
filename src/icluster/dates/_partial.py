"""Dates that are known in part or to bounds, and ages counted from them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from icluster._fields import check_day, instance_of, matches, within
from icluster._lean import lean
from icluster.errors import InvalidValueError, NotInForceError, UncertainOrderError
from icluster.vocabularies import Vocabulary
from icluster.words import Quoted, Sentence, Shown, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

_PLAIN = r"\d{4}(?:-\d{2}(?:-\d{2})?|/\d{2}(?:/\d{2})?)?"
_WRITTEN = re.compile(rf"({_PLAIN})(~?)|\[({_PLAIN})?\.\.({_PLAIN})?\]", re.ASCII)


class DateBound(Vocabulary):
    """How a date that a source does not give stands to the one written.

    Example:
        >>> DateBound.from_title("not later than")
        <DateBound.NOT_AFTER: 'not_after'>
    """

    WITHIN = "within", "within", "in"
    NOT_AFTER = "not_after", "not after", "not later than", "by"
    NOT_BEFORE = "not_before", "not before", "not earlier than"
    ABOUT = "about", "about", "around", "circa"


_FORMS: Final = MappingProxyType(
    {
        DateBound.WITHIN: "{}",
        DateBound.NOT_AFTER: "[..{}]",
        DateBound.NOT_BEFORE: "[{}..]",
        DateBound.ABOUT: "{}~",
    }
)
"""How ISO 8601-2 writes each."""

_EVERY_MONTH = 28
"""Days that every month has."""


@frozen(
    order=False, field_transformer=lean
)  # said, so that type checkers see the order below
class PartialDate(Shown):
    """A date known to the year, to the month, to the day or to bounds.

    Whatever it may mean is possible: a comparison that these days leave open is
    refused, and an age has several bands. What years a word such as "mid-1990s" means
    is for whoever records it to say; "about 2014" alone says nothing for certain.

    Attributes:
        year: From 1 to 9999.
        month: From 1 to 12, or None where only the year is known.
        day: Day of the month, or None where only year and month are known.
        separator: ``-`` or ``/``, kept so that the date is printed as it was
            given; it plays no part in equality.
        bound: Whether it lies within the date written, before, after or about it.
        latest: The last date it may be, where it lies between two; else None.

    Raises:
        InvalidValueError: There is no such date.

    Example:
        >>> start = PartialDate.parse("2015/04")
        >>> str(start), start.first_day, start.last_day
        ('2015/04', datetime.date(2015, 4, 1), datetime.date(2015, 4, 30))
        >>> PartialDate(2014) < start
        True
        >>> PartialDate(2015) < start
        Traceback (most recent call last):
            ...
        icluster.errors.UncertainOrderError: 2015 and 2015/04 cannot be put in order...
        >>> PartialDate.parse("[1994..1996]") < start
        True
    """

    year: int = field(validator=within(1, 9999))
    month: int | None = field(default=None, validator=within(1, 12, or_one_of=(None,)))
    day: int | None = field(default=None, validator=within(1, 31, or_one_of=(None,)))
    separator: str = field(
        default="-", eq=False, repr=False, validator=matches("[-/]", "'-' or '/'")
    )
    bound: DateBound = field(
        default=DateBound.WITHIN, kw_only=True, validator=instance_of(DateBound)
    )
    latest: PartialDate | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.day is not None:
            self._check_day(self.day)
        if self.latest is not None:
            self._check_latest(self.latest)

    def _check_day(self, day: int) -> None:
        if day <= _EVERY_MONTH and self.month is not None:
            return
        if self.month is None:
            expected = "absent where the month is unknown"
            raise InvalidValueError("day", expected, day)
        last = monthrange(self.year, self.month)[1]
        if day > last:
            month = PartialDate(self.year, self.month)
            expected_day = say("from {} to {} in {}", 1, last, month)
            raise InvalidValueError("day", expected_day, day)

    def _check_latest(self, latest: PartialDate) -> None:
        if not isinstance(latest, PartialDate) or not latest.is_plain:
            raise InvalidValueError("latest", "a date without bounds", latest)
        if self.bound is not DateBound.WITHIN:
            raise InvalidValueError("latest", "absent beside a bound", str(latest))
        if latest.last_day < self.first_day:
            expected = say("not before {}", self.first_day)
            raise InvalidValueError("latest", expected, str(latest))

    @staticmethod
    def _hint(value: object) -> Sentence | None:
        """Say how to write what came where a partial date must stand."""
        if isinstance(value, str) and _WRITTEN.fullmatch(value):
            return say("write PartialDate.parse({})", Quoted(value))
        if isinstance(value, date):
            day = value.year, value.month, value.day
            return say("write PartialDate({}, {}, {})", *day)
        is_year = type(value) is int and MINYEAR <= value <= MAXYEAR
        return say("write PartialDate({})", value) if is_year else None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2015``, ``2015-04``, ``2015-04-30``, ``2015/04/30`` or bounds.

        Bounds are written as in ISO 8601-2: ``[..2013]`` is not after 2013,
        ``[1994..]`` not before 1994, ``[1994..1996]`` between both, ``2014~`` about
        2014.

        Raises:
            InvalidValueError: It is none of these, or there is no such date.

        Example:
            >>> PartialDate.parse("2015-04-30")
            PartialDate(year=2015, month=4, day=30)
            >>> PartialDate.parse("[..2013]").last_day
            datetime.date(2013, 12, 31)
        """
        match = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        if match is None or text == "[..]":
            expected = "written as 2015, 2015-04, 2015-04-30 or bounds such as [..2013]"
            raise InvalidValueError("date", expected, text)
        plain, about, first, last = match.groups()
        if plain:
            return cls._read(plain, DateBound.ABOUT if about else DateBound.WITHIN)
        if first and last:
            return cls._read(first, latest=cls._read(last))
        if first:
            return cls._read(first, DateBound.NOT_BEFORE)
        return cls._read(last, DateBound.NOT_AFTER)

    @classmethod
    def _read(
        cls,
        text: str,
        bound: DateBound = DateBound.WITHIN,
        latest: PartialDate | None = None,
    ) -> Self:
        separator = "/" if "/" in text else "-"
        year, *rest = map(int, text.split(separator))
        month, day, *_ = (*rest, None, None)
        return cls(year, month, day, separator, bound=bound, latest=latest)

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the partial date that is wholly known to be *day*.

        Example:
            >>> str(PartialDate.of(date(2022, 9, 30)))
            '2022-09-30'
        """
        check_day("day", day)
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> date:
        """The earliest day it may mean; the first there is where nothing bounds it."""
        if self.bound in (DateBound.NOT_AFTER, DateBound.ABOUT):
            return date.min
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it may mean; the last there is where nothing bounds it."""
        if self.bound in (DateBound.NOT_BEFORE, DateBound.ABOUT):
            return date.max
        if self.latest is not None:
            return self.latest.last_day
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def is_plain(self) -> bool:
        """Whether it is a year, a month or a day, without a bound."""
        return self.bound is DateBound.WITHIN and self.latest is None

    @property
    def is_exact(self) -> bool:
        """Whether it means one day only."""
        return self.day is not None and self.is_plain

    def __str__(self) -> str:
        written = f"{self.year:04}"
        if self.month is not None:
            written += f"{self.separator}{self.month:02}"
        if self.day is not None:
            written += f"{self.separator}{self.day:02}"
        if self.latest is not None:
            return f"[{written}..{self.latest}]"
        is_plain = self.bound is DateBound.WITHIN  # as most are, and many are written
        return written if is_plain else _FORMS[self.bound].format(written)

    def __repr__(self) -> str:
        parts = [("year", self.year), ("month", self.month), ("day", self.day)]
        if not self.is_plain:
            return f"PartialDate.parse({str(self)!r})"
        return f"PartialDate({', '.join(f'{n}={v}' for n, v in parts)})"

    def __lt__(self, other: PartialDate | date) -> bool:
        return _ordered(self, other, strictly=True)

    def __le__(self, other: PartialDate | date) -> bool:
        return _ordered(self, other, strictly=False)

    def __gt__(self, other: PartialDate | date) -> bool:
        return _ordered(other, self, strictly=True)

    def __ge__(self, other: PartialDate | date) -> bool:
        return _ordered(other, self, strictly=False)

    def may_equal(self, other: PartialDate | date) -> bool:
        """Tell whether both may mean the same day.

        Example:
            >>> PartialDate(2015).may_equal(date(2015, 4, 30))
            True
        """
        first, last = _days(other)
        return self.first_day <= last and first <= self.last_day

    def age_bands(self, *, on: date, boundaries: Sequence[int]) -> tuple[int, ...]:
        """Return the bands that an age counted from here to *on* may lie in.

        Band 0 is up to and including the first boundary, band 1 is over the
        first and up to the second, and so on: exactly two years is *within*
        two years. Days of the date after *on* are left out.

        Args:
            on: The day at which the age is told.
            boundaries: Whole years, rising.

        Raises:
            NotInForceError: The date is certainly after *on*.

        Example:
            >>> PartialDate(2020).age_bands(on=date(2022, 9, 30), boundaries=(2, 10))
            (0, 1)
        """
        check_day("on", on)
        if self.first_day > on:
            raise NotInForceError("an age", on.isoformat(), str(self))
        return age_bands(self.first_day, self.last_day, on=on, boundaries=boundaries)


def age_bands(
    first: date | None, last: date, *, on: date, boundaries: Sequence[int]
) -> tuple[int, ...]:
    """Return the age bands for a start between *first* and *last*.

    A *first* of None says that the start may lie any time before *last*.
    """
    whole = all(type(years) is int and years >= 0 for years in boundaries)
    if not whole or list(boundaries) != sorted(set(boundaries)):
        raise InvalidValueError(
            "boundaries", "rising whole years from 0 on", boundaries
        )
    youngest = _band(min(last, on), on, boundaries)
    oldest = len(boundaries) if first is None else _band(first, on, boundaries)
    return tuple(range(youngest, oldest + 1))


def _band(start: date, on: date, boundaries: Sequence[int]) -> int:
    return sum(months_after(start, 12 * years) < on for years in boundaries)


def _days(value: PartialDate | date) -> tuple[date, date]:
    if isinstance(value, PartialDate):
        return value.first_day, value.last_day
    check_day("date", value)
    return value, value


def _ordered(
    left: PartialDate | date, right: PartialDate | date, *, strictly: bool
) -> bool:
    left_first, left_last = _days(left)
    right_first, right_last = _days(right)
    if left_last < right_first or (not strictly and left_last == right_first):
        return True
    if left_first > right_last or (strictly and left_first == right_last):
        return False
    raise UncertainOrderError(str(left), str(right))


def months_after(day: date, months: int) -> date:
    """Return the same day *months* later, or the last day of a shorter month.

    A result beyond the year 9999 is the last day that there is.

    Example:
        >>> months_after(date(2020, 2, 29), 24), months_after(date(2020, 2, 29), 48)
        (datetime.date(2022, 2, 28), datetime.date(2024, 2, 29))
    """
    try:
        later: date = day + relativedelta(months=months)
    except (OverflowError, ValueError):
        return date.max if months > 0 else date.min
    return later


def day_over(start: date, years: int) -> date:
    """Return the first day on which *start* lies more than *years* back."""
    anniversary = months_after(start, 12 * years)
    return anniversary if anniversary == date.max else anniversary + timedelta(days=1)
