"""What changed between two interviews of one organization."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._values import Value, check_structure, value_text, values_of
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.money import Money
from icluster.scales import Amount, Direction, Measure, Ordinal
from icluster.scales._measures import number_text
from icluster.tables import Column, Table
from icluster.vocabularies import Missing


class Trend(Enum):
    """What became of an indicator.

    Example:
        >>> Trend.BETTER.value
        'better'
    """

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    CHANGED = "changed"
    """Changed, where neither way is better or there is no order."""
    GAINED = "now answered"
    LOST = "no longer answered"
    UNANSWERED = "answered neither time"
    INCOMPARABLE = "not comparable"
    """Amounts of two currencies or years, or an answer outside its scale."""


@frozen(kw_only=True)
class Change:
    """One indicator, before and after.

    Attributes:
        indicator: The indicator.
        before: Its first value; None where it lay outside its scale.
        after: Its second value; None where it lay outside its scale.

    Example:
        >>> from icluster.reference import esca
        >>> change = Change(
        ...     indicator=esca.BENCHMARK_36["participants"], before=30, after=40
        ... )
        >>> change.difference, change.trend
        (Fraction(10, 1), <Trend.BETTER: 'better'>)
    """

    indicator: Indicator = field(validator=instance_of(Indicator))
    before: Value | None
    after: Value | None

    @property
    def difference(self) -> Fraction | None:
        """How much it rose, exactly; None where there is no distance to tell."""
        if not isinstance(self.indicator.scale, (Measure, Amount)):
            return None
        pair = _numbers(self.before, self.after)
        return None if pair is None else pair[1] - pair[0]

    @property
    def trend(self) -> Trend:
        """What became of it, as far as can be said."""
        before, after = self.before, self.after
        if before is None or after is None:
            return Trend.INCOMPARABLE
        if isinstance(before, Missing):
            is_missing = isinstance(after, Missing)
            return Trend.UNANSWERED if is_missing else Trend.GAINED
        if isinstance(after, Missing):
            return Trend.LOST
        return self._moved(before, after)

    def _moved(self, before: Any, after: Any) -> Trend:
        better = self.indicator.scale.better
        if isinstance(before, Money) and _numbers(before, after) is None:
            return Trend.INCOMPARABLE
        if before == after:
            return Trend.SAME
        pair = _numbers(before, after)
        is_ordered = isinstance(self.indicator.scale, (Measure, Amount, Ordinal))
        if pair is None or not is_ordered or better is Direction.NEITHER:
            return Trend.CHANGED
        rose = pair[1] > pair[0]
        return Trend.BETTER if rose == (better is Direction.MORE) else Trend.WORSE


@frozen(kw_only=True)
class Changes:
    """What changed between two records of one organization.

    Attributes:
        before: The earlier record.
        after: The later record.
        indicators: The change of each indicator, in the order of the structure.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.reference import esca
        >>> first, second = (
        ...     BenchmarkRecord(
        ...         organization=Organization(name="Invented cluster"),
        ...         interviewed_on=date(year, 5, 4),
        ...         structure="benchmark_36",
        ...         answers={"participants": year - 1980, "annual_budget": budget},
        ...     )
        ...     for year, budget in ((2013, Missing.UNKNOWN), (2015, Missing.UNKNOWN))
        ... )
        >>> [
        ...     c.indicator.key
        ...     for c in changes(first, second, structure=esca.BENCHMARK_36).better
        ... ]
        ['participants']
    """

    before: BenchmarkRecord = field(validator=instance_of(BenchmarkRecord))
    after: BenchmarkRecord = field(validator=instance_of(BenchmarkRecord))
    indicators: tuple[Change, ...] = field(converter=to_tuple, validator=all_of(Change))

    def __getitem__(self, name: str) -> Change:
        """Return the change of the indicator of that key or number.

        Raises:
            UnknownNameError: There is none.
        """
        for each in self.indicators:
            if name in (each.indicator.key, each.indicator.number):
                return each
        keys = tuple(each.indicator.key for each in self.indicators)
        raise UnknownNameError("indicator", name, keys)

    @property
    def better(self) -> tuple[Change, ...]:
        """The indicators that became better."""
        return tuple(each for each in self.indicators if each.trend is Trend.BETTER)

    @property
    def worse(self) -> tuple[Change, ...]:
        """The indicators that became worse."""
        return tuple(each for each in self.indicators if each.trend is Trend.WORSE)

    def table(self) -> Table:
        """Return what changed as a table; what stayed the same is left out."""
        silent = (Trend.SAME, Trend.UNANSWERED)
        rows = [_row(each) for each in self.indicators if each.trend not in silent]
        first, last = self.before.interviewed_on, self.after.interviewed_on
        return Table(
            title=f"{self.after.organization.name}: changes from {first} to {last}",
            columns=(
                Column("indicator", "Indicator"),
                Column("before", "Before"),
                Column("after", "After"),
                Column("difference", "Difference", numeric=True),
                Column("trend", "Trend"),
            ),
            rows=rows,
        )


def changes(
    before: BenchmarkRecord, after: BenchmarkRecord, *, structure: BenchmarkStructure
) -> Changes:
    """Compare two records of one organization, the earlier first.

    Raises:
        InvalidValueError: They are of two organizations, not in order, or refer to
            another structure.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.reference import esca
        >>> first, second = (
        ...     BenchmarkRecord(
        ...         organization=Organization(name="Invented cluster"),
        ...         interviewed_on=date(year, 5, 4),
        ...         structure="benchmark_36",
        ...         answers={"participants": 40, "management_staff": staff},
        ...     )
        ...     for year, staff in ((2013, 2), (2015, 4))
        ... )
        >>> found = changes(first, second, structure=esca.BENCHMARK_36)
        >>> found["participants_per_fte"].difference, found["B4"].trend.value
        (Fraction(-10, 1), 'better')
    """
    check_structure(before, structure)
    check_structure(after, structure)
    if not before.is_of(after):
        raise InvalidValueError(
            "after", f"a record of {before.identity}", after.identity
        )
    if after.interviewed_on <= before.interviewed_on:
        expected = f"later than {before.interviewed_on}"
        raise InvalidValueError("after", expected, after.interviewed_on)
    old, new = values_of(before, structure), values_of(after, structure)
    return Changes(
        before=before,
        after=after,
        indicators=[
            Change(indicator=each, before=old[each.key], after=new[each.key])
            for each in structure.indicators
        ],
    )


def _numbers(before: Any, after: Any) -> tuple[Fraction, Fraction] | None:
    """Return both as fractions, where they can be subtracted."""
    if isinstance(before, Money) and isinstance(after, Money):
        if (before.currency, before.year) != (after.currency, after.year):
            return None
        before, after = before.amount, after.amount
    kinds = (int, Decimal, Fraction)
    if isinstance(before, kinds) and isinstance(after, kinds):
        return Fraction(before), Fraction(after)
    return None


def _row(each: Change) -> tuple[str | None, ...]:
    difference = each.difference
    return (
        each.indicator.name,
        value_text(each.indicator, each.before),
        value_text(each.indicator, each.after),
        None if difference is None else number_text(difference),
        each.trend.value,
    )
