"""Days, and dates of which only the year or the month is known.

A `PartialDate` is all the days it may mean; it is compared only where the
answer is certain, and an age counted from it is a set of possibilities. Both
ends of every period are included, because that is how certificates and policies
are written.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import and_
from dateutil.relativedelta import relativedelta

from icluster._fields import (
    Within,
    check_day,
    instance_of,
    is_day,
    is_day_or_none,
    is_optional_text,
    matches,
)
from icluster.errors import (
    InvalidValueError,
    NotInForceError,
    UncertainOrderError,
)
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, NotApplicable, Unknown
from icluster.words import Sentence, say, worded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

__all__ = ["Turn", "months_after"]


def __dir__() -> list[str]:
    return __all__


_WRITTEN = re.compile(r"(\d{4})(?:(-|/)(\d{2})(?:\2(\d{2}))?)?", re.ASCII)


@frozen(order=False)  # said, so that type checkers see the order below
class PartialDate:
    """A date known to the year, to the month or to the day.

    Attributes:
        year: From 1 to 9999.
        month: From 1 to 12, or None where only the year is known.
        day: Day of the month, or None where only year and month are known.
        separator: ``-`` or ``/``, kept so that the date is printed as it was
            given; it plays no part in equality.

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
    """

    year: int = field(validator=and_(instance_of(int), Within(1, 9999)))
    month: int | None = field(
        default=None, validator=[instance_of(int, or_one_of=(None,)), Within(1, 12)]
    )
    day: int | None = field(
        default=None, validator=[instance_of(int, or_one_of=(None,)), Within(1, 31)]
    )
    separator: str = field(
        default="-", eq=False, repr=False, validator=matches("[-/]", "'-' or '/'")
    )

    def __attrs_post_init__(self) -> None:
        if self.day is None:
            return
        if self.month is None:
            expected = "absent where the month is unknown"
            raise InvalidValueError("day", expected, self.day)
        last = monthrange(self.year, self.month)[1]
        if self.day > last:
            month = PartialDate(self.year, self.month)
            expected_day = say("from {} to {} in {}", 1, last, month)
            raise InvalidValueError("day", expected_day, self.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2015``, ``2015-04``, ``2015-04-30`` or ``2015/04/30``.

        Raises:
            InvalidValueError: It is none of these, or there is no such date.

        Example:
            >>> PartialDate.parse("2015-04-30")
            PartialDate(year=2015, month=4, day=30)
        """
        match = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise InvalidValueError(
                "date", "written as 2015, 2015-04 or 2015-04-30", text
            )
        year, separator, month, day = match.groups()
        return cls(
            int(year),
            None if month is None else int(month),
            None if day is None else int(day),
            separator or "-",
        )

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
        """The earliest day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def is_exact(self) -> bool:
        """Whether it means one day only."""
        return self.day is not None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return self.separator.join(parts)

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


@frozen
class Period:
    """A run of whole days, both ends included.

    Attributes:
        first_day: First day of the run.
        last_day: Last day of the run; None while open-ended.

    Raises:
        InvalidValueError: The last day is before the first.

    Example:
        >>> third_quarter = Period(date(2022, 7, 1), date(2022, 9, 30))
        >>> date(2022, 9, 30) in third_quarter, date(2022, 10, 1) in third_quarter
        (True, False)
    """

    first_day: date = field(validator=is_day)
    last_day: date | None = field(default=None, validator=is_day_or_none)

    def __attrs_post_init__(self) -> None:
        if self.last_day is not None and self.last_day < self.first_day:
            expected = say("on or after {}", self.first_day)
            raise InvalidValueError("last_day", expected, self.last_day)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day and not self.is_over(on=day)

    def is_over(self, *, on: date) -> bool:
        """Tell whether the last day has passed.

        Example:
            >>> Period(date(2022, 7, 1)).is_over(on=date(2099, 1, 1))
            False
        """
        return self.last_day is not None and self.last_day < on

    def said(self) -> Sentence:
        """Return the period as a sentence, to be put into a language.

        Example:
            >>> str(Period(date(2022, 7, 1)).said())
            '2022-07-01 to open'
        """
        if self.last_day is None:
            return say("{} to open", self.first_day)
        return say("{} to {}", self.first_day, self.last_day)

    def __str__(self) -> str:
        return worded(self)


@frozen
class PartialPeriod:
    """A period of which either end may be known in part, or not at all.

    Attributes:
        begins: First date, included; `Missing.UNKNOWN` where it is not known.
        ends: Last date, included; `Missing.NOT_APPLICABLE` where no end is
            set, `Missing.UNKNOWN` where it is not known whether or when.

    Raises:
        InvalidValueError: It certainly ends before it begins.

    Example:
        >>> inadem = PartialPeriod(PartialDate(2013, 1), PartialDate(2019))
        >>> inadem.surely_covers(date(2015, 6, 1)), inadem.may_cover(date(2019, 6, 1))
        (True, True)
        >>> inadem.surely_covers(date(2019, 6, 1)), inadem.may_cover(date(2020, 1, 1))
        (False, False)
    """

    begins: PartialDate | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PartialDate, or_one_of=(Missing.UNKNOWN,)),
    )
    ends: PartialDate | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        validator=instance_of(
            PartialDate, or_one_of=(Missing.UNKNOWN, Missing.NOT_APPLICABLE)
        ),
    )

    def __attrs_post_init__(self) -> None:
        if (
            isinstance(self.begins, PartialDate)
            and isinstance(self.ends, PartialDate)
            and self.ends.last_day < self.begins.first_day
        ):
            expected = say("not before {}", self.begins)
            raise InvalidValueError("ends", expected, str(self.ends))

    def surely_begun(self, on: date) -> bool:
        """Tell whether it has certainly begun by the day *on*."""
        return isinstance(self.begins, PartialDate) and self.begins.last_day <= on

    def may_have_begun(self, on: date) -> bool:
        """Tell whether it may have begun by the day *on*."""
        return isinstance(self.begins, Missing) or self.begins.first_day <= on

    def surely_over(self, on: date) -> bool:
        """Tell whether its last day has certainly passed by the day *on*."""
        return isinstance(self.ends, PartialDate) and self.ends.last_day < on

    def may_be_over(self, on: date) -> bool:
        """Tell whether its last day may have passed by the day *on*."""
        if isinstance(self.ends, Missing):
            return self.ends is Missing.UNKNOWN
        return self.ends.first_day < on

    def surely_covers(self, on: date) -> bool:
        """Tell whether the day *on* certainly lies in the period."""
        return self.surely_begun(on) and not self.may_be_over(on)

    def may_cover(self, on: date) -> bool:
        """Tell whether the day *on* may lie in the period."""
        return self.may_have_begun(on) and not self.surely_over(on)

    def begun(self, on: date) -> Verdict:
        """Tell whether it has begun by the day *on*; open where both are possible.

        Example:
            >>> PartialPeriod(PartialDate(2013)).begun(date(2013, 6, 1))
            <Verdict.OPEN: 'open'>
        """
        if self.surely_begun(on):
            return Verdict.YES
        return Verdict.OPEN if self.may_have_begun(on) else Verdict.NO

    def over(self, on: date) -> Verdict:
        """Tell whether its last day has passed by the day *on*.

        Example:
            >>> PartialPeriod(ends=PartialDate(2019)).over(date(2020, 1, 1))
            <Verdict.YES: 'yes'>
        """
        if self.surely_over(on):
            return Verdict.YES
        return Verdict.OPEN if self.may_be_over(on) else Verdict.NO

    def covers(self, on: date) -> Verdict:
        """Tell whether the day *on* lies in the period.

        Example:
            >>> PartialPeriod(PartialDate(2013, 1)).covers(date(2015, 6, 1))
            <Verdict.OPEN: 'open'>
        """
        return self.begun(on) & ~self.over(on)

    def said(self) -> Sentence:
        """Return the period as a sentence, to be put into a language.

        Example:
            >>> str(PartialPeriod(ends=PartialDate(2019)).said())
            'unknown to 2019'
        """
        if isinstance(self.ends, PartialDate):
            if isinstance(self.begins, PartialDate):
                return say("{} to {}", self.begins, self.ends)
            return say("unknown to {}", self.ends)
        is_open = self.ends is Missing.NOT_APPLICABLE
        if isinstance(self.begins, PartialDate):
            return say("{} to open" if is_open else "{} to unknown", self.begins)
        return say("unknown to open" if is_open else "unknown to unknown")

    def __str__(self) -> str:
        return worded(self)


@frozen
class Turn:
    """The day on which time alone gives a fact a new value.

    Attributes:
        earliest: First day on which the new value may hold.
        latest: First day on which it certainly holds.
        provided: What must go on until then, in words; empty where nothing must.

    Example:
        >>> str(Turn.over(2, start=PartialDate(2020)))
        'between 2022-01-02 and 2023-01-01'
        >>> str(Turn.over(2, start=PartialDate(2020, 9, 30)))
        '2022-10-01'
    """

    earliest: date = field(validator=is_day)
    latest: date = field(validator=is_day)
    provided: str = field(default="", validator=is_optional_text)

    @classmethod
    def over(cls, years: int, *, start: PartialDate) -> Self:
        """Return the day on which an age counted from *start* passes *years*."""
        return cls(day_over(start.first_day, years), day_over(start.last_day, years))

    @property
    def is_exact(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest

    def said(self) -> Sentence:
        """Return when it comes as a sentence, to be put into a language.

        Example:
            >>> str(Turn(date(2022, 1, 2), date(2022, 1, 2), "it goes on").said())
            '2022-01-02, provided it goes on'
        """
        when = say("between {} and {}", self.earliest, self.latest)
        if self.is_exact:
            when = say("{}", self.latest)
        return (
            say("{}, provided {}", when, say(self.provided)) if self.provided else when
        )

    def __str__(self) -> str:
        return worded(self)


def day_over(start: date, years: int) -> date:
    """Return the first day on which *start* lies more than *years* back."""
    anniversary = months_after(start, 12 * years)
    return anniversary if anniversary == date.max else anniversary + timedelta(days=1)
