"""What changed between two interviews of one organization."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.advice import AdviceTexts
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._judged import (
    ReadRecord,
    Value,
    judged,
    named_value,
    of_indicator,
)
from icluster.benchmarking._places import named
from icluster.errors import Fault, InvalidValueError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.scales import Direction
from icluster.tables import Column, Table, Tabular
from icluster.vocabularies import Missing
from icluster.words import ENGLISH, Language, Sentence, Shown, in_a_row, say

_OWN_TITLES = AdviceTexts()


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
    """Amounts of two currencies or years."""


@frozen(kw_only=True)
class Change(Shown):
    """One indicator, before and after.

    Attributes:
        indicator: The indicator.
        before: Its first value, why there is none, or what was wrong with it.
        after: Its second value, why there is none, or what was wrong with it.

    Example:
        >>> from icluster.reference import esca
        >>> change = Change(
        ...     indicator=esca.BENCHMARK_36["participants"], before=30, after=40
        ... )
        >>> change.difference, change.trend
        (Fraction(10, 1), <Trend.BETTER: 'better'>)
    """

    indicator: Indicator = field(validator=instance_of(Indicator))
    before: Value
    after: Value

    @property
    def _both(self) -> tuple[Any, Any] | None:
        """Both answers, or None where either is missing or was refused."""
        pair = self.before, self.after
        silent = any(isinstance(value, (Missing, Fault)) for value in pair)
        return None if silent else pair

    @property
    def difference(self) -> Fraction | None:
        """How much it rose, exactly; None where there is no distance to tell."""
        both = self._both
        return None if both is None else self.indicator.scale.difference(*both)

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
        both = self._both
        return () if both is None else self.indicator.scale.differences(*both)

    @property
    def named_difference(self) -> Sentence | None:
        """The difference for a reader; None where there is none to tell."""
        name, whole = self.indicator.scale.named_difference, self.difference
        if whole is not None:
            return name(whole)
        parts = tuple(
            say("{} {}", say(category), name(difference))
            for category, difference in self.differences
            if difference
        )
        return in_a_row(parts) if parts else None

    def difference_text(self, *, language: Language = ENGLISH) -> str:
        """Write the difference; shares differ by percentage points.

        Example:
            >>> from icluster.reference import esca
            >>> contacts = esca.BENCHMARK_36["direct_contacts"]
            >>> Change(
            ...     indicator=contacts, before=Fraction(2, 5), after=Fraction(1, 2)
            ... ).difference_text()
            '10 percentage points'
        """
        difference = self.named_difference
        return "" if difference is None else difference.text(language)

    @property
    def trend(self) -> Trend:
        """What became of it, as far as can be said."""
        before, after = self.before, self.after
        if isinstance(before, Fault) or isinstance(after, Fault):
            return Trend.REFUSED
        if isinstance(before, Missing):
            return Trend.UNANSWERED if isinstance(after, Missing) else Trend.GAINED
        if isinstance(after, Missing):
            is_gone = after is Missing.NOT_APPLICABLE
            return Trend.GONE if is_gone else Trend.LOST
        return self._moved(before, after)

    def _moved(self, before: Any, after: Any) -> Trend:
        scale = self.indicator.scale
        if not scale.can_compare(before, after):
            return Trend.INCOMPARABLE
        if before == after:
            return Trend.SAME
        rise = scale.rise(before, after)
        if rise is None or scale.better is Direction.NEITHER:
            return Trend.CHANGED
        is_better = (rise > 0) == (scale.better is Direction.MORE)
        return Trend.BETTER if is_better else Trend.WORSE


def _to_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    return to_tuple(changes)


@frozen(kw_only=True)
class Changes(Tabular):
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
        ...     change.indicator.key
        ...     for change in changes(first, second, structure=esca.BENCHMARK_36).better
        ... ]
        ['participants']
    """

    before: BenchmarkRecord = field(validator=instance_of(BenchmarkRecord))
    after: BenchmarkRecord = field(validator=instance_of(BenchmarkRecord))
    indicators: tuple[Change, ...] = field(
        converter=_to_changes, validator=all_of(Change)
    )

    def __getitem__(self, name: str) -> Change:
        """Return the change of the indicator of that key or number.

        Raises:
            UnknownNameError: There is none.
        """
        return of_indicator(self.indicators, name)

    @property
    def better(self) -> tuple[Change, ...]:
        """The indicators that became better."""
        return self._with(Trend.BETTER)

    @property
    def worse(self) -> tuple[Change, ...]:
        """The indicators that became worse."""
        return self._with(Trend.WORSE)

    def _with(self, trend: Trend) -> tuple[Change, ...]:
        return tuple(change for change in self.indicators if change.trend is trend)

    def table(
        self, *, texts: AdviceTexts = _OWN_TITLES, language: Language = ENGLISH
    ) -> Table:
        """Return what changed as a table; what stayed the same is left out."""
        silent = (Trend.SAME, Trend.UNANSWERED)
        return Table.of(
            say(
                "{}: changes from {} to {}",
                self.after.organization.name,
                self.before.interviewed_on,
                self.after.interviewed_on,
            ),
            [change for change in self.indicators if change.trend not in silent],
            (
                Column(
                    "indicator", "Indicator", of=lambda c: named(c.indicator, texts)
                ),
                Column("before", "Before", of=lambda c: _named(c, c.before)),
                Column("after", "After", of=lambda c: _named(c, c.after)),
                Column("difference", "Difference", of=lambda c: c.named_difference),
                Column("trend", "Trend", of=lambda c: c.trend),
            ),
            language=language,
        )


def _named(change: Change, value: Value) -> Sentence:
    return named_value(change.indicator, value)


def changes(
    before: BenchmarkRecord | ReadRecord,
    after: BenchmarkRecord | ReadRecord,
    *,
    structure: BenchmarkStructure,
) -> Changes:
    """Compare two records of one organization, the earlier first.

    In a record that was read, a refused answer is told from one not given.

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
    old = judged(before, structure, name="before")
    new = judged(after, structure, name="after")
    first, last = old.record, new.record
    if not first.is_of(last):
        expected = say("a record of {}", first.identity)
        raise InvalidValueError("after", expected, last.identity)
    if last.interviewed_on <= first.interviewed_on:
        expected = say("later than {}", first.interviewed_on)
        raise InvalidValueError("after", expected, last.interviewed_on)
    values = zip(structure.indicators, old.values, new.values, strict=True)
    return Changes(
        before=first,
        after=last,
        indicators=[
            Change(indicator=indicator, before=value, after=later)
            for indicator, value, later in values
        ],
    )
