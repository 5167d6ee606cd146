"""Counts of what is known in part: at least so many, at most so many."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from icluster._fields import all_of, check_type, instance_of, is_day, to_tuple
from icluster.errors import InvalidValueError, UndeterminedError
from icluster.labels.awards import LabelStatus

__all__ = ["CountRange", "StatusCounts", "TimelineStep"]


def __dir__() -> list[str]:
    return __all__


@frozen
class CountRange:
    """A number known to lie between two bounds, both included.

    Attributes:
        at_least: The lower bound, 0 or more.
        at_most: The upper bound.

    Raises:
        InvalidValueError: The bounds are out of order.

    Example:
        >>> str(CountRange(0, 7)), str(CountRange(3, 3)), CountRange(3, 3).exact
        ('0 to 7', '3', 3)
    """

    at_least: int = field(validator=instance_of(int))
    at_most: int = field(validator=instance_of(int))

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.at_least <= self.at_most:
            expected = f"from {max(self.at_least, 0)} on"
            raise InvalidValueError("at_most", expected, self.at_most)

    @property
    def exact(self) -> int:
        """The number, where both bounds agree.

        Raises:
            UndeterminedError: They do not.
        """
        if self.at_least != self.at_most:
            bounds = (str(self.at_least), str(self.at_most))
            raise UndeterminedError("count", bounds, ("awarded",), ())
        return self.at_least

    def __str__(self) -> str:
        if self.at_least == self.at_most:
            return str(self.at_least)
        return f"{self.at_least} to {self.at_most}"


@frozen
class StatusCounts:
    """How many labels may have each status on a day.

    Attributes:
        on: The day.
        total: How many labels there are.
        ranges: One range a status, in the order of `LabelStatus`.

    Example:
        >>> from icluster.reference import mexico
        >>> counts = mexico.BRONZE_LABELS.counts(on=date(2017, 12, 31))
        >>> for status in LabelStatus:
        ...     print(status.value, counts[status])
        not_yet 0 to 14
        valid 0 to 14
        renewable 5
        lapsed 16
    """

    on: date = field(validator=is_day)
    total: int = field(validator=instance_of(int))
    ranges: tuple[CountRange, ...] = field(
        converter=to_tuple, validator=all_of(CountRange)
    )

    def __attrs_post_init__(self) -> None:
        if len(self.ranges) != len(LabelStatus):
            raise InvalidValueError("ranges", "one a status", self.ranges)

    @classmethod
    def of(
        cls, statuses: Iterable[tuple[LabelStatus, ...]], *, on: date
    ) -> StatusCounts:
        """Count what each label may be.

        Example:
            >>> str(StatusCounts.of([(LabelStatus.VALID,)], on=date(2020, 1, 1)))
            '1 on 2020-01-01: not_yet 0, valid 1, renewable 0, lapsed 0'
        """
        tally: dict[tuple[LabelStatus, ...], int] = {}
        for possible in statuses:
            tally[possible] = tally.get(possible, 0) + 1
        return cls(
            on,
            sum(tally.values()),
            tuple(
                CountRange(
                    tally.get((status,), 0),
                    sum(n for possible, n in tally.items() if status in possible),
                )
                for status in LabelStatus
            ),
        )

    def __getitem__(self, status: LabelStatus) -> CountRange:
        check_type("status", status, LabelStatus)
        return self.ranges[tuple(LabelStatus).index(status)]

    def __str__(self) -> str:
        parts = (f"{status.value} {self[status]}" for status in LabelStatus)
        return f"{self.total} on {self.on}: {', '.join(parts)}"


@frozen
class TimelineStep:
    """A run of days on which the number of valid labels stays the same.

    Attributes:
        first_day: First day of the run.
        last_day: Last day of the run, included.
        valid: How many labels are valid on each of its days.

    Example:
        >>> str(TimelineStep(date(2018, 1, 1), date(2018, 1, 28), CountRange(0, 13)))
        '2018-01-01 to 2018-01-28: 0 to 13'
    """

    first_day: date = field(validator=is_day)
    last_day: date = field(validator=is_day)
    valid: CountRange = field(validator=instance_of(CountRange))

    def __attrs_post_init__(self) -> None:
        if self.last_day < self.first_day:
            expected = f"on or after {self.first_day}"
            raise InvalidValueError("last_day", expected, self.last_day)

    def __str__(self) -> str:
        return f"{self.first_day} to {self.last_day}: {self.valid}"
