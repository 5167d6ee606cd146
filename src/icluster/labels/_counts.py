"""Counts of what is known in part: at least so many, at most so many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import itemgetter

from attrs import field, frozen

from icluster._fields import (
    all_of,
    check_day,
    check_type,
    instance_of,
    is_day,
    to_tuple,
)
from icluster.errors import InvalidValueError, UndeterminedError
from icluster.labels._awards import LabelAward, LabelStatus
from icluster.tables import Column, Table
from icluster.vocabularies import Missing
from icluster.words import Language, Sentence, Worded, say

__all__ = [
    "CountRange",
    "StatusCounts",
    "TimelineStep",
    "counts_table",
    "timeline_steps",
]


@frozen
class CountRange(Worded):
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
            expected = say("from {} on", max(self.at_least, 0))
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

    def said(self) -> Sentence:
        """Return the number, or both bounds, as a sentence.

        Example:
            >>> CountRange(0, 7).said().parts
            (0, 7)
        """
        if self.at_least == self.at_most:
            return say("{}", self.at_least)
        return say("{} to {}", self.at_least, self.at_most)


def _to_ranges(ranges: Iterable[CountRange]) -> tuple[CountRange, ...]:
    return to_tuple(ranges)


@frozen
class StatusCounts(Worded):
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
        converter=_to_ranges, validator=all_of(CountRange)
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
            '1 on 2020-01-01: Not yet awarded 0; Valid 1; Expired, may be renewed ...'
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
                    sum(tally[possible] for possible in tally if status in possible),
                )
                for status in LabelStatus
            ),
        )

    def __getitem__(self, status: LabelStatus) -> CountRange:
        check_type("status", status, LabelStatus)
        return self.ranges[tuple(LabelStatus).index(status)]

    def said(self) -> Sentence:
        """Return the counts as a sentence.

        Example:
            >>> StatusCounts.of([], on=date(2020, 1, 1)).said().parts[:2]
            (0, datetime.date(2020, 1, 1))
        """
        counts = [say("{} {}", status, self[status]) for status in LabelStatus]
        return say("{} on {}: {}; {}; {}; {}", self.total, self.on, *counts)


@frozen
class TimelineStep(Worded):
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
            expected = say("on or after {}", self.first_day)
            raise InvalidValueError("last_day", expected, self.last_day)

    def said(self) -> Sentence:
        """Return the days and how many labels are valid on them, as a sentence.

        Example:
            >>> day = date(2018, 1, 1)
            >>> TimelineStep(day, day, CountRange(3, 3)).said().template
            '{} to {}: {}'
        """
        return say("{} to {}: {}", self.first_day, self.last_day, self.valid)


def timeline_steps(
    awards: Iterable[LabelAward], snapshot: date | None, since: date, until: date
) -> tuple[TimelineStep, ...]:
    """Return the runs of days between *since* and *until* with equal counts."""
    check_day("since", since)
    check_day("until", until)
    if until < since:
        expected = say("on or after {}", since)
        raise InvalidValueError("until", expected, until.isoformat())
    # By day: by how much the lower and the upper bound change.
    changes: dict[date, list[int]] = {}
    for award in awards:
        for bound, begins in enumerate(_begins(award, snapshot)):
            if begins is not None and max(begins, since) <= award.valid_until:
                changes.setdefault(max(begins, since), [0, 0])[bound] += 1
                if award.valid_until < until:
                    after = award.valid_until + timedelta(days=1)
                    changes.setdefault(after, [0, 0])[bound] -= 1
    return tuple(_steps(changes, since, until))


def _begins(award: LabelAward, snapshot: date | None) -> tuple[date | None, date]:
    """Return from when *award* has surely begun, and from when it may have."""
    first, last = award.starts
    if isinstance(award.awarded, Missing):
        return snapshot, first
    if snapshot is not None:
        # What a page shows has begun; a date of award that says more is kept.
        last = min(last, max(first, snapshot))
    return last, first


def _steps(
    changes: dict[date, list[int]], since: date, until: date
) -> Iterator[TimelineStep]:
    begins, low, high = since, 0, 0
    for day in sorted(changes):
        if day > until:
            break
        surely, may = changes[day]
        if day > begins and (surely or may):
            ends = day - timedelta(days=1)
            yield TimelineStep(begins, ends, CountRange(low, high))
            begins = day
        low, high = low + surely, high + may
    yield TimelineStep(begins, until, CountRange(low, high))


def counts_table(
    groups: Iterable[tuple[object, StatusCounts]],
    total: StatusCounts,
    *,
    by_region: bool,
    language: Language,
) -> Table:
    """Return the counts of each group, and of all."""
    title = say("Labels by portfolio on {}", total.on)
    group = Column("group", "Portfolio", of=itemgetter(0))
    if by_region:
        title = say("Labels by region on {}", total.on)
        group = Column("group", "Region", of=itemgetter(0))
    # What a range means is said once, by the first that there is.
    uncertain = [count for count in total.ranges if count.at_least != count.at_most]
    text = "{} says at least {} and at most {}: not every date is known."
    notes = [say(text, count, count.at_least, count.at_most) for count in uncertain[:1]]
    columns = (
        group,
        Column("labels", "Labels", numeric=True, of=lambda row: row[1].total),
        *map(_status_column, LabelStatus),
    )
    rows = (*groups, (say("all"), total))
    return Table.of(title, rows, columns, notes=notes, language=language)


def _status_column(status: LabelStatus) -> Column:
    return Column(
        status.value, status.title, numeric=True, of=lambda row: row[1][status]
    )
