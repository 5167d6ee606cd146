"""Periods of whole days, both ends included; ends that are known in part; turns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._fields import instance_of, is_day, is_day_or_none
from icluster._texts import is_optional_prose
from icluster.dates._partial import PartialDate, day_over
from icluster.errors import InvalidValueError
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, NotApplicable, Unknown
from icluster.words import Sentence, Shown, say, worded

if TYPE_CHECKING:
    from typing import Self

__all__ = ["PartialPeriod", "Period", "Turn"]


@frozen
class Period(Shown):
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
class PartialPeriod(Shown):
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
class Turn(Shown):
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
    provided: str = field(default="", validator=is_optional_prose)

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
