"""Terms of a label: its tiers, how long it holds, when it may be renewed."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from attrs import field, frozen

from icluster._fields import check_day, instance_of, within
from icluster._texts import is_optional_prose
from icluster.dates import PartialDate, months_after
from icluster.errors import InvalidValueError
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Unknown, Vocabulary
from icluster.words import Shown, say

__all__ = ["LabelTier", "Prerequisite", "Term", "ValidityConvention"]


class LabelTier(Vocabulary):
    """The tiers of the label, from the lowest to the highest.

    Example:
        >>> [tier.title for tier in LabelTier]
        ['Bronze', 'Silver', 'Gold']
    """

    BRONZE = "bronze", "Bronze"
    SILVER = "silver", "Silver"
    GOLD = "gold", "Gold"


class ValidityConvention(Vocabulary):
    """On which day of its last month a label ends; that day is still valid.

    Example:
        >>> interview = date(2016, 6, 18)
        >>> ValidityConvention.SAME_DAY.end(interview, months=24)
        datetime.date(2018, 6, 18)
        >>> ValidityConvention.END_OF_MONTH.end(interview, months=24)
        datetime.date(2018, 6, 30)
    """

    SAME_DAY = "same_day", "Same day"
    END_OF_MONTH = "end_of_month", "End of month"

    def end(self, start: date, *, months: int) -> date:
        """Return the last day of what begins on *start* and holds *months*.

        Where the last month is too short for the same day, it is the last day
        of that month.

        Example:
            >>> ValidityConvention.SAME_DAY.end(date(2020, 2, 29), months=24)
            datetime.date(2022, 2, 28)
        """
        check_day("start", start)
        last = months_after(start, months)
        if self is ValidityConvention.END_OF_MONTH:
            return last.replace(day=monthrange(last.year, last.month)[1])
        return last

    def starts(self, end: date, *, months: int) -> PartialDate | None:
        """Return when it began, if it ends on *end* after *months*.

        The answer is known to the month only where several days of the month
        lead to the same end. It is None where no day does.

        Example:
            >>> str(ValidityConvention.SAME_DAY.starts(date(2018, 5, 4), months=24))
            '2016-05-04'
            >>> str(
            ...     ValidityConvention.END_OF_MONTH.starts(date(2018, 5, 31), months=24)
            ... )
            '2016-05'
            >>> ValidityConvention.END_OF_MONTH.starts(
            ...     date(2018, 5, 4), months=24
            ... ) is None
            True
        """
        check_day("end", end)
        first = months_after(end.replace(day=1), -months)
        days = [
            day
            for day in range(1, monthrange(first.year, first.month)[1] + 1)
            if self.end(first.replace(day=day), months=months) == end
        ]
        if not days:
            return None
        return PartialDate(first.year, first.month, days[0] if len(days) == 1 else None)

    def window_end(self, end: date, *, months: int) -> date:
        """Return the last day of a window of *months* after the *end* of a label.

        A convention is one of terms: after an end on another day than it says, the
        window is counted to the same day.

        Example:
            >>> monthly = ValidityConvention.END_OF_MONTH
            >>> monthly.window_end(date(2019, 2, 28), months=12)
            datetime.date(2020, 2, 29)
            >>> monthly.window_end(date(2018, 6, 18), months=12)
            datetime.date(2019, 6, 18)
        """
        follows = self.end(end, months=0) == end
        convention = self if follows else ValidityConvention.SAME_DAY
        return convention.end(end, months=months)

    def earliest_end(self, on: date, *, months: int) -> date:
        """Return the earliest end whose window of *months* still reaches *on*.

        Who holds many ends against one day compares each with this one day.

        Example:
            >>> ValidityConvention.SAME_DAY.earliest_end(date(2020, 2, 29), months=12)
            datetime.date(2019, 3, 1)
            >>> ValidityConvention.END_OF_MONTH.earliest_end(
            ...     date(2020, 2, 29), months=12
            ... )
            datetime.date(2019, 2, 28)
        """
        check_day("on", on)
        end = months_after(on, -months)
        # Months back from a 31st is clipped in a shorter month, and falls short.
        if months_after(end, months) < on:
            end += timedelta(days=1)
        last_of_month = self.end(months_after(on, -months), months=0)
        reaches = self.window_end(last_of_month, months=months) >= on
        return min(end, last_of_month) if reaches else end


_is_tame = within(1, 1200)
_is_tame_or_unknown = within(1, 1200, or_one_of=(Missing.UNKNOWN,))


@frozen(kw_only=True)
class Prerequisite(Shown):
    """What must have gone before: a second benchmarking, improvements.

    Attributes:
        earliest_months: The second benchmarking comes at least these months
            after the first; that day itself is in time.
        latest_months: And at most these; that day itself is in time.
        improvement_areas: In how many areas improvements must be shown.

    Raises:
        InvalidValueError: The window closes before it opens, or a number is
            out of bounds.

    Example:
        >>> Prerequisite(
        ...     earliest_months=18, latest_months=24, improvement_areas=3
        ... ).latest_months
        24
    """

    earliest_months: int = field(validator=_is_tame)
    latest_months: int = field(validator=_is_tame)
    improvement_areas: int = field(validator=instance_of(int))

    def __attrs_post_init__(self) -> None:
        if self.latest_months < self.earliest_months:
            expected = say("at least {}", self.earliest_months)
            raise InvalidValueError("latest_months", expected, self.latest_months)
        if self.improvement_areas < 0:
            raise InvalidValueError(
                "improvement_areas", "0 or more", self.improvement_areas
            )


@frozen(kw_only=True)
class Term(Shown):
    """How long a label of one tier holds, and how it is renewed.

    What no source says is `Missing.UNKNOWN`, never a usual value.

    Attributes:
        tier: The tier.
        convention: On which day of the last month a label ends.
        months: How long a first label holds.
        renewal_months: By how much a renewal extends it, counted from the
            previous end.
        window_months: For how long after its end it may still be renewed.
        prerequisite: What must have gone before, or None.
        meaning: What a label of the tier stands for, in a phrase; may be empty.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A number of months is not from 1 to 1200, or the window
            is longer than a renewal.

    Example:
        >>> term = Term(
        ...     tier=LabelTier.BRONZE,
        ...     convention=ValidityConvention.SAME_DAY,
        ...     months=24,
        ...     renewal_months=36,
        ...     window_months=12,
        ... )
        >>> term.renewable_until(date(2018, 5, 4))
        datetime.date(2019, 5, 4)
    """

    tier: LabelTier = field(validator=instance_of(LabelTier))
    convention: ValidityConvention | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(ValidityConvention, or_one_of=(Missing.UNKNOWN,)),
    )
    months: int | Unknown = field(
        default=Missing.UNKNOWN, validator=_is_tame_or_unknown
    )
    renewal_months: int | Unknown = field(
        default=Missing.UNKNOWN, validator=_is_tame_or_unknown
    )
    window_months: int | Unknown = field(
        default=Missing.UNKNOWN, validator=_is_tame_or_unknown
    )
    prerequisite: Prerequisite | None = field(
        default=None, validator=instance_of(Prerequisite, or_one_of=(None,))
    )
    meaning: str = field(default="", validator=is_optional_prose)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        window, renewal = self.window_months, self.renewal_months
        if isinstance(window, int) and isinstance(renewal, int) and window > renewal:
            expected = say("at most {}: a renewal ends after it is awarded", renewal)
            raise InvalidValueError("window_months", expected, window)

    @property
    def conventions(self) -> tuple[ValidityConvention, ...]:
        """The conventions that are possible: the one stated, else all."""
        if isinstance(self.convention, Missing):
            return tuple(ValidityConvention)
        return (self.convention,)

    def renewable_until(self, end: date) -> date | Missing:
        """Return the last day on which a label that ends on *end* may be renewed.

        It is unknown where the window is, or where it hangs on a convention that
        nobody states.

        Example:
            >>> from icluster.reference import esca
            >>> bronze = esca.END_OF_MONTH.term(LabelTier.BRONZE)
            >>> bronze.renewable_until(date(2018, 6, 18))
            datetime.date(2019, 6, 18)
        """
        check_day("end", end)
        window = self.window_months
        if isinstance(window, Missing):
            return Missing.UNKNOWN
        latest = {by.window_end(end, months=window) for by in self.conventions}
        return latest.pop() if len(latest) == 1 else Missing.UNKNOWN

    def renewable_ends(self, *, on: date) -> tuple[date, date]:
        """Return from which end a label may be renewed on a day, and surely may.

        Example:
            >>> from icluster.reference import esca
            >>> bronze = esca.SAME_DAY.term(LabelTier.BRONZE)
            >>> print(*bronze.renewable_ends(on=date(2019, 5, 4)))
            2018-05-04 2018-05-04
            >>> print(*Term(tier=LabelTier.GOLD).renewable_ends(on=date(2019, 5, 4)))
            0001-01-01 9999-12-31
        """
        check_day("on", on)
        window = self.window_months
        if isinstance(window, Missing):
            return date.min, date.max
        ends = [by.earliest_end(on, months=window) for by in self.conventions]
        return min(ends), max(ends)
