"""The answers of a group, indicator by indicator, without those that do not count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from operator import attrgetter, itemgetter
from typing import Any

from attrs import field, frozen

from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._judged import Value, check_structure
from icluster.benchmarking._ranks import is_count
from icluster.errors import Fault
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.vocabularies import Missing
from icluster.words import Sentence, Shown, in_a_row, say


@frozen(kw_only=True)
class LeftOut(Shown):
    """How many peers do not count for an indicator, and why.

    Attributes:
        not_answered: No answer was given.
        unknown: The answer is not known.
        not_applicable: The indicator does not apply.
        refused: The scale refuses the answer, the computed value or an input of it.
        incomparable: The amount is of another currency or year than the record's
            own; or the record states no sound amount, so that there is no currency
            and year to compare by.

    Example:
        >>> left_out = LeftOut(not_answered=3, refused=1)
        >>> print(left_out.total, left_out.said())
        4 3 not answered, 1 refused
    """

    not_answered: int = field(default=0, validator=is_count)
    unknown: int = field(default=0, validator=is_count)
    not_applicable: int = field(default=0, validator=is_count)
    refused: int = field(default=0, validator=is_count)
    incomparable: int = field(default=0, validator=is_count)

    @property
    def total(self) -> int:
        """How many are left out."""
        missing = self.not_answered + self.unknown + self.not_applicable
        return missing + self.refused + self.incomparable

    def said(self) -> Sentence:
        """Return how many are left out for which reason; empty where nobody is."""
        return in_a_row(
            say("{} {}", count, reason)
            for count, reason in (
                (self.not_answered, Missing.NOT_ANSWERED),
                (self.unknown, Missing.UNKNOWN),
                (self.not_applicable, Missing.NOT_APPLICABLE),
                (self.refused, say("refused")),
                (self.incomparable, say("not comparable")),
            )
            if count
        )


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
        indicator.key: indicator.scale.judge(column)
        for indicator, column in zip(structure.indicators, raw, strict=True)
    }
    derived = {
        indicator.key: _derived_column(indicator, asked)
        for indicator in structure.indicators
        if indicator.derived_from is not None
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
            check_structure(record, structure, name=f"peer {record.identity!r}")
        keys = tuple(map(_KEY, record.answers))
        if keys != last:
            last, in_order = keys, _picker(keys, structure)
        yield in_order((*map(_VALUE, record.answers), Missing.NOT_ANSWERED))


def _picker(
    keys: tuple[str, ...], structure: BenchmarkStructure
) -> Callable[[tuple[Value, ...]], tuple[Value, ...]]:
    """Pick values by the order of the structure; the last one is for no answer."""
    places = {key: place for place, key in enumerate(keys)}
    order = [places.get(key, len(keys)) for key in structure.keys]
    # Of one place alone, itemgetter would give the bare value.
    return itemgetter(*order) if len(order) > 1 else lambda row: (row[order[0]],)


def _derived_column(
    indicator: Indicator, asked: dict[str, Sequence[Any]]
) -> Sequence[Any]:
    """Compute a column as `Derived` computes a value, without making one each."""
    rule: Any = indicator.derived_from
    keys, holds = rule.inputs, indicator.scale.holds_fractions()
    column: list[Any] = []
    are_refused = any(type(value) is Fault for key in keys for value in asked[key])
    rows = zip(*(asked[key] for key in keys), strict=True)
    for stated, row in zip(asked[indicator.key], rows, strict=True):
        refused = _first_fault(row) if are_refused else None
        if refused is None:
            computed = rule.compute(dict(zip(keys, row, strict=True)))
            if type(computed) is Fraction:
                column.append(computed if holds(computed) else _OFF_SCALE)
            else:
                is_told = computed is Missing.NOT_APPLICABLE
                column.append(computed if is_told else stated)
        else:
            column.append(refused if type(stated) is Missing else stated)
    return column


# Stands for any computed value that its scale refuses: it is only counted.
_OFF_SCALE = Fault((), "value", "on the scale")


def _first_fault(row: Iterable[Any]) -> Fault | None:
    return next((value for value in row if type(value) is Fault), None)


def _counted(column: Sequence[Any]) -> ColumnOfAnswers:
    values = tuple(
        [v for v in column if type(v) is not Missing and type(v) is not Fault]
    )
    if len(values) == len(column):
        return ColumnOfAnswers(values, LeftOut())
    missing = [value for value in column if type(value) is Missing]
    return ColumnOfAnswers(
        values,
        LeftOut(
            not_answered=missing.count(Missing.NOT_ANSWERED),
            unknown=missing.count(Missing.UNKNOWN),
            not_applicable=missing.count(Missing.NOT_APPLICABLE),
            refused=len(column) - len(values) - len(missing),
        ),
    )
