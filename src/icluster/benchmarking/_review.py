"""A record held against its structure: what is there, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from icluster._fields import all_of, check_each, instance_of, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._values import (
    Derived,
    Value,
    an_indicator,
    check_structure,
    computed,
    derived_of,
    refused_in,
    sound,
)
from icluster.indicators import Area, BenchmarkStructure, Indicator
from icluster.scales import Fault
from icluster.scales._measures import number_text
from icluster.scales._written import written
from icluster.tables import Column, Table
from icluster.vocabularies import Missing


@frozen(kw_only=True)
class AreaReview:
    """How complete one area is.

    Attributes:
        area: The area.
        answered: Indicators with a sound answer, or a value computed.
        not_answered: Indicators without an answer.
        unknown: Indicators of which the answer is known by nobody.
        not_applicable: Indicators that do not apply.
        faulty: Indicators whose answer was refused, or whose answer or computed
            value lies outside the scale.

    Example:
        >>> AreaReview(area=Area("A", "structure"), answered=6, not_answered=2).size
        8
    """

    area: Area = field(validator=instance_of(Area))
    answered: int = 0
    not_answered: int = 0
    unknown: int = 0
    not_applicable: int = 0
    faulty: int = 0

    @property
    def size(self) -> int:
        """How many indicators the area has."""
        answered = self.answered + self.faulty
        return answered + self.not_answered + self.unknown + self.not_applicable

    @property
    def is_complete(self) -> bool:
        """Whether every indicator has a sound answer or does not apply."""
        return self.answered + self.not_applicable == self.size


@frozen(kw_only=True)
class Mismatch:
    """A total that was stated, and another that its stated parts make.

    Which of the two is right, only the organization can say.

    Attributes:
        total: The indicator that states the total.
        stated: What it states.
        parts: The indicator that states the parts.
        made: What they make.

    Example:
        >>> from icluster.reference import esca
        >>> differ = Mismatch(
        ...     total=esca.BENCHMARK_36["participants"],
        ...     stated=40,
        ...     parts=esca.BENCHMARK_36["composition"],
        ...     made=Fraction(21),
        ... )
        >>> differ.remark
        'the two differ: stated is 40, A5 committed participants by type make 21'
    """

    total: Indicator = field(validator=instance_of(Indicator))
    stated: int | Decimal | Fraction = field(
        validator=instance_of(int, Decimal, Fraction)
    )
    parts: Indicator = field(validator=instance_of(Indicator))
    made: Fraction = field(validator=instance_of(Fraction))

    @property
    def remark(self) -> str:
        """What differs, for a reader."""
        stated, made = (number_text(Fraction(n)) for n in (self.stated, self.made))
        return f"the two differ: stated is {stated}, {self.parts.name} make {made}"


@frozen(kw_only=True)
class Review:
    """What a record holds, area by area, and everything that is wrong with it.

    Attributes:
        areas: How complete each area is.
        faults: Answers refused in reading or outside their scale, answers to
            unknown indicators, and computed values outside their scale.
        sums: Totals that do not agree.
        derived: Computed values, with those stated beside them.

    Example:
        >>> Review(areas=[AreaReview(area=Area("A", "structure"), answered=8)]).is_sound
        True
    """

    areas: tuple[AreaReview, ...] = field(
        converter=to_tuple, validator=all_of(AreaReview)
    )
    faults: tuple[Fault, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Fault)
    )
    sums: tuple[Mismatch, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Mismatch)
    )
    derived: tuple[Derived, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Derived)
    )

    @property
    def differing(self) -> tuple[Derived, ...]:
        """Computed values that differ from what was stated."""
        return tuple(each for each in self.derived if each.differs)

    @property
    def is_complete(self) -> bool:
        """Whether every area is complete."""
        return all(area.is_complete for area in self.areas)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong; a record may be sound and incomplete."""
        return not (self.faults or self.sums or self.differing)

    def table(self) -> Table:
        """Return the completeness by area."""
        columns = [Column("area", "Area"), *_counts()]
        rows = [
            (
                f"{each.area.key} {each.area.title}",
                *(getattr(each, column.key) for column in columns[1:]),
            )
            for each in self.areas
        ]
        return Table(title="Completeness", columns=columns, rows=rows)


def _counts() -> list[Column]:
    names = ("answered", "not_answered", "unknown", "not_applicable", "faulty", "size")
    return [Column(name, name.replace("_", " "), numeric=True) for name in names]


def review(
    record: BenchmarkRecord,
    structure: BenchmarkStructure,
    *,
    faults: Iterable[Fault] = (),
) -> Review:
    """Hold *record* against *structure*; report everything, raise at nothing in it.

    Args:
        faults: What was refused when the record was read (`ReadRecord.faults`): it
            is not in the record, and not lost either. An indicator whose answer was
            refused counts as faulty, whatever can be computed.

    Raises:
        InvalidValueError: The record refers to another structure, or an argument is
            of another type.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.reference import esca
        >>> record = BenchmarkRecord(
        ...     organization=Organization(name="Example cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ...     structure="benchmark_36",
        ...     answers={
        ...         "participants": 40,
        ...         "management_staff": 2,
        ...         "participants_per_fte": 25,
        ...     },
        ... )
        >>> found = review(record, esca.BENCHMARK_36)
        >>> [(each.computed, each.stated) for each in found.differing]
        [(Fraction(20, 1), Decimal('25'))]
        >>> found.areas[0].answered, found.is_complete
        (1, False)
    """
    check_structure(record, structure)
    refused = check_each("faults", faults, Fault)
    values = {
        each.key: sound(record[each.key].value, each) for each in structure.indicators
    }
    derived = derived_of(structure, values)
    return Review(
        areas=_areas(structure, values, derived, refused_in(record, refused)),
        faults=[
            *refused,
            *_off_scale(record, structure),
            *_strays(record, structure),
            *_computed_off_scale(derived),
        ],
        sums=_sums(structure, values),
        derived=derived,
    )


def _off_scale(
    record: BenchmarkRecord, structure: BenchmarkStructure
) -> Iterator[Fault]:
    for indicator in structure.indicators:
        given = record[indicator.key].value
        if not isinstance(given, Missing):
            for fault in indicator.scale.faults(given, place=indicator.key):
                yield evolve(fault, indicator=indicator.key)


def _strays(record: BenchmarkRecord, structure: BenchmarkStructure) -> Iterator[Fault]:
    for answer in record.answers:
        if answer.indicator not in structure.keys:
            expected = an_indicator(structure, answer.indicator)
            yield Fault(answer.indicator, expected, written(answer.value))


def _computed_off_scale(derived: tuple[Derived, ...]) -> Iterator[Fault]:
    for each in derived:
        if each.is_outside:
            key = each.indicator.key
            scale: Any = each.indicator.scale
            expected = "whole" if scale.holds(each.computed) else scale.bounds
            got = f"{written(each.computed)}, computed as {each.indicator.derived_from}"
            yield Fault(key, expected, got, indicator=key)


def _areas(
    structure: BenchmarkStructure,
    values: dict[str, Value | None],
    derived: tuple[Derived, ...],
    refused: frozenset[str],
) -> list[AreaReview]:
    final = dict(values)
    for each in derived:
        # A stated answer outside its scale is at fault, whatever can be computed.
        if final[each.indicator.key] is not None:
            final[each.indicator.key] = each.value
    final |= dict.fromkeys(refused)
    return [
        _area_review(area, structure.within(area.key), final)
        for area in structure.areas
    ]


def _area_review(
    area: Area, indicators: tuple[Indicator, ...], values: dict[str, Value | None]
) -> AreaReview:
    found = [values[each.key] for each in indicators]
    missing = {kind: found.count(kind) for kind in Missing}
    faulty = found.count(None)
    return AreaReview(
        area=area,
        answered=len(found) - faulty - sum(missing.values()),
        not_answered=missing[Missing.NOT_ANSWERED],
        unknown=missing[Missing.UNKNOWN],
        not_applicable=missing[Missing.NOT_APPLICABLE],
        faulty=faulty,
    )


def _sums(
    structure: BenchmarkStructure, values: dict[str, Value | None]
) -> Iterator[Mismatch]:
    for rule in structure.sums:
        made, total = computed(rule, values), values[rule.total]
        if not isinstance(total, (int, Decimal, Fraction)):
            continue
        if isinstance(made, Fraction) and made != total:
            yield Mismatch(
                total=structure[rule.total],
                stated=total,
                parts=structure[rule.parts],
                made=made,
            )
