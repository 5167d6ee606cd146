"""What changed between two interviews of one organization."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, check_each, instance_of, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._values import (
    Value,
    check_structure,
    refused_in,
    value_text,
    values_of,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.money import Money
from icluster.scales import (
    Amount,
    Composition,
    Counts,
    Direction,
    Fault,
    Measure,
    Ordinal,
    Shares,
    Unit,
)
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
    GONE = "no longer applicable"
    REFUSED = "an answer was refused"
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
        refused_before: Whether its first answer was refused in reading, and nothing
            stands for it.
        refused_after: Whether its second answer was.

    Raises:
        InvalidValueError: An answer was refused, and yet there is a value.

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
    refused_before: bool = field(default=False, validator=instance_of(bool))
    refused_after: bool = field(default=False, validator=instance_of(bool))

    def __attrs_post_init__(self) -> None:
        for name, value, refused in (
            ("before", self.before, self.refused_before),
            ("after", self.after, self.refused_after),
        ):
            if refused and not isinstance(value, Missing):
                raise InvalidValueError(name, "Missing where it was refused", value)

    @property
    def difference(self) -> Fraction | None:
        """How much it rose, exactly; None where there is no distance to tell."""
        if not isinstance(self.indicator.scale, (Measure, Amount)):
            return None
        pair = _numbers(self.before, self.after)
        return None if pair is None else pair[1] - pair[0]

    @property
    def differences(self) -> tuple[tuple[str, Fraction], ...]:
        """How much each category of a composition rose; empty for other scales.

        Example:
            >>> from icluster.reference import esca
            >>> from icluster.scales import Composition
            >>> funds = esca.BENCHMARK_36["funding_origin"]
            >>> names = [option.key for option in funds.scale.categories]
            >>> first, last = (
            ...     funds.scale.read(dict(zip(names, shares, strict=True)))
            ...     for shares in (("0.7", "0.2", "0.1", 0), ("0.6", "0.3", "0.1", 0))
            ... )
            >>> change = Change(indicator=funds, before=first, after=last)
            >>> [str(difference) for _, difference in change.differences]
            ['-1/10', '1/10', '0', '0']
        """
        scale, before, after = self.indicator.scale, self.before, self.after
        if not isinstance(scale, (Counts, Shares)):
            return ()
        if not isinstance(before, Composition) or not isinstance(after, Composition):
            return ()
        return tuple(
            (each.name, Fraction(after[each.key]) - Fraction(before[each.key]))
            for each in scale.categories
        )

    @property
    def difference_text(self) -> str:
        """The difference for a reader; shares differ by percentage points.

        Example:
            >>> from icluster.reference import esca
            >>> contacts = esca.BENCHMARK_36["direct_contacts"]
            >>> Change(
            ...     indicator=contacts, before=Fraction(2, 5), after=Fraction(1, 2)
            ... ).difference_text
            '10 percentage points'
        """
        one = self.difference
        if one is not None:
            return self._written(one)
        return ", ".join(
            f"{name} {self._written(difference)}"
            for name, difference in self.differences
            if difference
        )

    def _written(self, difference: Fraction) -> str:
        scale = self.indicator.scale
        unit = scale.unit if isinstance(scale, Measure) else None
        if unit is not Unit.SHARE and not isinstance(scale, Shares):
            return number_text(difference)
        plural = "" if abs(difference) == Fraction(1, 100) else "s"
        return f"{number_text(difference * 100)} percentage point{plural}"

    @property
    def trend(self) -> Trend:
        """What became of it, as far as can be said."""
        before, after = self.before, self.after
        if self.refused_before or self.refused_after:
            return Trend.REFUSED
        if before is None or after is None:
            return Trend.INCOMPARABLE
        if isinstance(after, Missing):
            return self._fell_silent(before, after)
        if isinstance(before, Missing):
            return Trend.GAINED
        return self._moved(before, after)

    def _fell_silent(self, before: Value, after: Missing) -> Trend:
        if isinstance(before, Missing):
            return Trend.UNANSWERED
        return Trend.GONE if after is Missing.NOT_APPLICABLE else Trend.LOST

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
                Column("difference", "Difference"),
                Column("trend", "Trend"),
            ),
            rows=rows,
        )


def changes(
    before: BenchmarkRecord,
    after: BenchmarkRecord,
    *,
    structure: BenchmarkStructure,
    faults_before: Iterable[Fault] = (),
    faults_after: Iterable[Fault] = (),
) -> Changes:
    """Compare two records of one organization, the earlier first.

    Args:
        faults_before: What was refused when the earlier record was read
            (`ReadRecord.faults`): a refused answer is told from one not given.
        faults_after: What was refused when the later record was read.

    Raises:
        InvalidValueError: They are of two organizations, not in order, or refer to
            another structure; or an argument is of another type.

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
    check_structure(before, structure, name="before")
    check_structure(after, structure, name="after")
    first = refused_in(before, check_each("faults_before", faults_before, Fault))
    last = refused_in(after, check_each("faults_after", faults_after, Fault))
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
            Change(
                indicator=each,
                before=old[each.key],
                after=new[each.key],
                refused_before=_is_refused(each, first, old),
                refused_after=_is_refused(each, last, new),
            )
            for each in structure.indicators
        ],
    )


def _is_refused(
    indicator: Indicator, refused: frozenset[str], values: dict[str, Value | None]
) -> bool:
    """Tell whether an answer was refused, and nothing could be computed instead."""
    return indicator.key in refused and isinstance(values[indicator.key], Missing)


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
    before = value_text(each.indicator, each.before)
    after = value_text(each.indicator, each.after)
    return (
        each.indicator.name,
        "refused" if each.refused_before else before,
        "refused" if each.refused_after else after,
        each.difference_text or None,
        each.trend.value,
    )
