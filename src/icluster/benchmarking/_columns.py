"""The answers of a group, indicator by indicator, without those that do not count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter, itemgetter
from types import NoneType
from typing import Any

from attrs import field, frozen

from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._ranks import is_count
from icluster.benchmarking._values import Value, check_structure, holds_computed
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.scales import Measure, Ordinal, Unit
from icluster.vocabularies import Missing


@frozen(kw_only=True)
class LeftOut:
    """How many peers do not count for an indicator, and why.

    Attributes:
        not_answered: No answer was given.
        unknown: The answer is not known.
        not_applicable: The indicator does not apply.
        outside_scale: The answer, the computed value or an input of it is none the
            scale allows.
        incomparable: The amount is of another currency or year than the record's
            own; or the record states no sound amount, so that there is no currency
            and year to compare by.

    Example:
        >>> LeftOut(not_answered=3, unknown=1).total
        4
    """

    not_answered: int = field(default=0, validator=is_count)
    unknown: int = field(default=0, validator=is_count)
    not_applicable: int = field(default=0, validator=is_count)
    outside_scale: int = field(default=0, validator=is_count)
    incomparable: int = field(default=0, validator=is_count)

    @property
    def total(self) -> int:
        """How many are left out."""
        known = self.not_answered + self.unknown + self.not_applicable
        return known + self.outside_scale + self.incomparable

    @property
    def reasons(self) -> str:
        """How many are left out for which reason; empty where nobody is.

        Example:
            >>> LeftOut(not_answered=3, outside_scale=1).reasons
            '3 not answered, 1 outside its scale'
        """
        said = (
            (self.not_answered, "not answered"),
            (self.unknown, "unknown"),
            (self.not_applicable, "not applicable"),
            (self.outside_scale, "outside its scale"),
            (self.incomparable, "not comparable"),
        )
        return ", ".join(f"{count} {reason}" for count, reason in said if count)


@frozen
class ColumnOfAnswers:
    """The sound answers of a group to one indicator, and who is left out."""

    values: tuple[Any, ...]
    left_out: LeftOut


def columns_of(
    records: Iterable[BenchmarkRecord], structure: BenchmarkStructure
) -> dict[str, ColumnOfAnswers]:
    """Return the sound answers to each indicator, derived ones computed.

    Columns hold the records in one order, so that what is derived can be read
    across them.
    """
    rows = list(_rows(records, structure))
    raw: list[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(
        structure.keys
    )
    asked = {
        each.key: _sound_column(each, column)
        for each, column in zip(structure.indicators, raw, strict=True)
    }
    derived = {
        each.key: _derived_column(each, asked)
        for each in structure.indicators
        if each.derived_from is not None
    }
    return {key: _counted(column) for key, column in (asked | derived).items()}


_KEY, _VALUE = attrgetter("indicator"), attrgetter("value")


def _rows(
    records: Iterable[BenchmarkRecord], structure: BenchmarkStructure
) -> Iterator[tuple[Value, ...]]:
    """Yield the values of each record in the order of the structure.

    Interviews mostly ask the same in the same order: where the values stand is
    worked out anew only where the keys differ from those of the record before.
    """
    last: tuple[str, ...] | None = None
    in_order: Callable[[tuple[Value, ...]], tuple[Value, ...]] = tuple
    for record in records:
        if record.structure != structure.key:
            name = f"peer {record.identity!r}"
            check_structure(record, structure, name=name)
        keys = tuple(map(_KEY, record.answers))
        if keys != last:
            last, in_order = keys, _picker(keys, structure)
        yield in_order((*map(_VALUE, record.answers), Missing.NOT_ANSWERED))


def _picker(
    keys: tuple[str, ...], structure: BenchmarkStructure
) -> Callable[[tuple[Value, ...]], tuple[Value, ...]]:
    """Pick values by the order of the structure; the last one is for no answer."""
    places = {key: place for place, key in enumerate(keys)}
    wanted = [places.get(key, len(keys)) for key in structure.keys]
    # Of one place alone, itemgetter would give the bare value.
    return itemgetter(*wanted) if len(wanted) > 1 else lambda row: (row[wanted[0]],)


def _sound_column(indicator: Indicator, column: Sequence[Any]) -> Sequence[Any]:
    """Replace what is outside the scale by None."""
    kinds = set(map(type, column))
    if kinds - {Missing} <= _plain_kinds(indicator):
        return _within_bounds(indicator.scale, column)
    knows, parse = indicator.scale.knows, indicator.scale.parse
    return [v if type(v) is Missing or knows(v) else parse(v)[0] for v in column]


def _plain_kinds(indicator: Indicator) -> set[type]:
    """Return the types of which only the bounds need a look."""
    scale = indicator.scale
    if isinstance(scale, Ordinal) or getattr(scale, "unit", None) is Unit.COUNT:
        return {int}
    return {int, Decimal, Fraction} if isinstance(scale, Measure) else set()


def _within_bounds(scale: Any, column: Sequence[Any]) -> Sequence[Any]:
    """Find what is out of bounds at the ends, without asking each value."""
    present = [v for v in column if type(v) is not Missing]
    ends = (min(present), max(present)) if present else ()
    if not any(scale.faults(end) for end in ends):
        return column
    return [v if type(v) is Missing else scale.parse(v)[0] for v in column]


def _derived_column(
    indicator: Indicator, asked: dict[str, Sequence[Any]]
) -> Sequence[Any]:
    """Compute a column as `Derived` computes a value, without making one each."""
    rule: Any = indicator.derived_from
    keys, holds = rule.inputs, holds_computed(indicator)
    found: list[Any] = []
    kinds = {type(value) for key in keys for value in asked[key]}
    rows = zip(*(asked[key] for key in keys), strict=True)
    for stated, row in zip(asked[indicator.key], rows, strict=True):
        if NoneType in kinds and None in row:
            made = None
        else:
            made = rule.compute(dict(zip(keys, row, strict=True)))
        if type(made) is Fraction:
            found.append(made if holds(made) else None)
        elif made is Missing.NOT_APPLICABLE:
            found.append(made)
        else:
            is_silent = made is None and type(stated) is Missing
            found.append(None if is_silent else stated)
    return found


def _counted(column: Sequence[Any]) -> ColumnOfAnswers:
    values = tuple(v for v in column if v is not None and type(v) is not Missing)
    if len(values) == len(column):
        return ColumnOfAnswers(values, LeftOut())
    rest = [v for v in column if v is None or type(v) is Missing]
    return ColumnOfAnswers(
        values,
        LeftOut(
            not_answered=rest.count(Missing.NOT_ANSWERED),
            unknown=rest.count(Missing.UNKNOWN),
            not_applicable=rest.count(Missing.NOT_APPLICABLE),
            outside_scale=rest.count(None),
        ),
    )
