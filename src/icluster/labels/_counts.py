"""Counts of what is known in part: at least so many, at most so many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, get_args

from attrs import field, frozen

from icluster._fields import (
    all_of,
    check_day,
    instance_of,
    is_day,
    to_tuple,
)
from icluster.errors import InvalidValueError, UndeterminedError
from icluster.labels._awards import LabelAward, LabelStatus, starts_by
from icluster.labels._succession import Chain, ended_by, outcomes
from icluster.tables import Column, Table
from icluster.words import Language, Sentence, Worded, either, say

__all__ = [
    "GROUPINGS",
    "CountRange",
    "Grouping",
    "StatusCounts",
    "TimelineStep",
    "counts_table",
    "statuses_table",
    "timeline_steps",
]

Grouping: TypeAlias = Literal["portfolio", "country", "region", "tier"]
"""What labels are counted by."""

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


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


Together: TypeAlias = frozenset[tuple[LabelStatus, ...]]
"""What the labels of one holder may be at once: each member is a possibility."""

_COUNTED = tuple(LabelStatus)[:-1]  # what was renewed or followed counts nowhere


def _numbers(outcome: tuple[LabelStatus, ...]) -> tuple[int, ...]:
    numbers = tuple(outcome.count(status) for status in _COUNTED)
    return (*numbers, sum(numbers))


@frozen
class StatusCounts(Worded):
    """How many labels may have each status on a day.

    Attributes:
        on: The day.
        total: How many labels there are; what is succeeded is not counted.
        ranges: One range a status, in the order of `LabelStatus`; the last, of what
            is succeeded, is not there.

    Example:
        >>> from icluster.reference import mexico
        >>> counts = mexico.BRONZE_LABELS.counts(on=date(2017, 12, 31))
        >>> for status, count in counts:
        ...     print(status.value, count)
        not_yet 0 to 14
        valid 0 to 14
        renewable 5
        lapsed 16
    """

    on: date = field(validator=is_day)
    total: CountRange = field(validator=instance_of(CountRange))
    ranges: tuple[CountRange, ...] = field(
        converter=_to_ranges, validator=all_of(CountRange)
    )

    def __attrs_post_init__(self) -> None:
        if len(self.ranges) != len(_COUNTED):
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
        return cls.together(statuses, on=on)

    @classmethod
    def together(
        cls, holders: Iterable[Together | tuple[LabelStatus, ...]], *, on: date
    ) -> StatusCounts:
        """Count what the labels of each holder may be, together.

        Args:
            holders: For each holder the statuses that its one label may have, or a
                set of what its several labels may be at once.
            on: The day.

        Example:
            >>> one, both = LabelStatus.VALID, LabelStatus.SUCCEEDED
            >>> followed = frozenset([(one, both), (LabelStatus.NOT_YET, one)])
            >>> counts = StatusCounts.together([followed], on=date(2020, 1, 1))
            >>> print(counts[LabelStatus.VALID], counts.total, sep=" of ")
            1 of 1 to 2
        """
        bounds = [[0, 0] for _ in range(len(_COUNTED) + 1)]
        for possible, times in Counter(holders).items():
            at_once = possible if isinstance(possible, frozenset) else zip(possible)
            numbers = [_numbers(outcome) for outcome in at_once]
            for bound, of_status in zip(
                bounds, zip(*numbers, strict=True), strict=True
            ):
                bound[0] += times * min(of_status)
                bound[1] += times * max(of_status)
        *ranges, total = (CountRange(*bound) for bound in bounds)
        return cls(on, total, ranges)

    def __getitem__(self, status: LabelStatus) -> CountRange:
        if status not in _COUNTED:
            expected = say("one of {}", either(_COUNTED))
            raise InvalidValueError("status", expected, status)
        return self.ranges[_COUNTED.index(status)]

    def __iter__(self) -> Iterator[tuple[LabelStatus, CountRange]]:
        return iter(zip(_COUNTED, self.ranges, strict=True))

    def said(self) -> Sentence:
        """Return the counts as a sentence.

        Example:
            >>> StatusCounts.of([], on=date(2020, 1, 1)).said().parts[1]
            datetime.date(2020, 1, 1)
        """
        counts = [say("{} {}", *count) for count in self]
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
    awards: Iterable[LabelAward],
    families: Iterable[tuple[Chain, ...]],
    snapshot: date | None,
    since: date,
    until: date,
) -> tuple[TimelineStep, ...]:
    """Return the runs of days between *since* and *until* with equal counts.

    Args:
        awards: The awards that are the only ones of their holders.
        families: The labels of each holder of several.
        snapshot: The day on which all were listed, if it is known.
        since: The first day.
        until: The last day.
    """
    check_day("since", since)
    check_day("until", until)
    if until < since:
        expected = say("on or after {}", since)
        raise InvalidValueError("until", expected, until.isoformat())
    begins, ends = since.toordinal(), until.toordinal()
    # By day: by how much the lower and the upper bound change.
    changes: dict[int, list[int]] = {begins: [0, 0]}
    for award in awards:
        first, last = starts_by(award, snapshot)
        over = award.valid_until.toordinal() + 1
        for bound, day in enumerate((max(last, begins), max(first, begins))):
            if day < over:
                changes.setdefault(day, [0, 0])[bound] += 1
                changes.setdefault(over, [0, 0])[bound] -= 1
    for chains in families:
        before = 0, 0
        days = {day for tier in chains for day in tier.turns}
        for day in sorted({begins, *(day for day in days if begins < day <= ends)}):
            on = date.fromordinal(day)
            valid = [
                outcome.count(LabelStatus.VALID)
                for outcome in outcomes(chains, on, ended_by(on))
            ]
            bounds = min(valid), max(valid)
            for bound in (0, 1):
                changes.setdefault(day, [0, 0])[bound] += bounds[bound] - before[bound]
            before = bounds
    return tuple(_steps(changes, begins, ends))


def _steps(
    changes: dict[int, list[int]], begins: int, until: int
) -> Iterator[TimelineStep]:
    low = high = 0
    for day in sorted(changes):
        if day > until:
            break
        surely, may = changes[day]
        if day > begins and (surely or may):
            yield _step(begins, day - 1, low, high)
            begins = day
        low, high = low + surely, high + may
    yield _step(begins, until, low, high)


def _step(first: int, last: int, low: int, high: int) -> TimelineStep:
    days = date.fromordinal(first), date.fromordinal(last)
    return TimelineStep(*days, CountRange(low, high))


def statuses_table(
    rows: Iterable[tuple[tuple[LabelAward, ...], tuple[LabelStatus, ...]]],
    on: date,
    language: Language,
) -> Table:
    """Return what each holder has of each tier on a day."""
    columns = (
        Column("holder", "Holder", of=lambda row: row[0][-1].holder.name),
        Column("tier", "Label", of=lambda row: row[0][0].tier),
        Column("portfolio", "Portfolio", of=_any_of("portfolio")),
        Column("valid_until", "Valid until", of=_any_of("valid_until")),
        Column("status", "Status", of=lambda row: either(row[1])),
    )
    return Table.of(say("Labels on {}", on), rows, columns, language=language)


def _any_of(name: str) -> Callable[[Any], object]:
    """Return what the awards of a row say: one thing, or alternatives."""

    def of(row: tuple[tuple[LabelAward, ...], object]) -> object:
        values = dict.fromkeys(getattr(award, name) for award in row[0])
        return either(values) if len(values) > 1 else next(iter(values))

    return of


_GROUPED: Mapping[Grouping, tuple[str, str]] = MappingProxyType(
    {
        "portfolio": ("Labels by portfolio", "Portfolio"),
        "country": ("Labels by country", "Country"),
        "region": ("Labels by region", "Region"),
        "tier": ("Labels by tier", "Label"),
    }
)


def counts_table(
    groups: Iterable[tuple[object, StatusCounts]],
    total: StatusCounts,
    by: Grouping,
    language: Language,
) -> Table:
    """Return the counts of each group, and of all."""
    title, heading = _GROUPED[by]
    group = Column("group", heading, of=itemgetter(0))
    # What a range means is said once, by the first that there is.
    uncertain = [count for count in total.ranges if count.at_least != count.at_most]
    text = "{} says at least {} and at most {}: not every date is known."
    notes = [say(text, count, count.at_least, count.at_most) for count in uncertain[:1]]
    columns = (
        group,
        Column(
            "labels", "Labels", numeric=True, ranged=True, of=lambda row: row[1].total
        ),
        *map(_status_column, _COUNTED),
    )
    rows = (*groups, (say("all"), total))
    caption = say("{}, on {}", say(title), total.on)
    return Table.of(caption, rows, columns, notes=notes, language=language)


def _status_column(status: LabelStatus) -> Column:
    return Column(
        status.value,
        status.title,
        numeric=True,
        ranged=True,
        of=lambda row: row[1][status],
    )
