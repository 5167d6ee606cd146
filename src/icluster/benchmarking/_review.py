"""A record held against its structure: what is there, what is wrong."""

from __future__ import annotations

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._values import (
    Derived,
    Value,
    check_structure,
    computed,
    derived_of,
    sound,
)
from icluster.indicators import Area, BenchmarkStructure, Indicator
from icluster.scales import Fault
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
        faulty: Indicators whose answer lies outside the scale.

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
class Review:
    """What a record holds, area by area, and everything that is wrong with it.

    Attributes:
        areas: How complete each area is.
        faults: Answers outside their scale, and answers to unknown indicators.
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
    sums: tuple[Fault, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Fault)
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


def review(record: BenchmarkRecord, structure: BenchmarkStructure) -> Review:
    """Hold *record* against *structure*; report everything, raise at nothing in it.

    Raises:
        InvalidValueError: The record refers to another structure.

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
    faults: list[Fault] = []
    values: dict[str, Value | None] = {}
    for indicator in structure.indicators:
        given = record[indicator.key].value
        values[indicator.key] = sound(given, indicator)
        if not isinstance(given, Missing):
            faults += indicator.scale.faults(given, place=indicator.key)
    faults += [
        Fault(answer.indicator, f"an indicator of {structure.key}", repr(answer.value))
        for answer in record.answers
        if answer.indicator not in structure.keys
    ]
    derived = derived_of(structure, values)
    final = values | {
        each.indicator.key: each.value
        for each in derived
        if values[each.indicator.key] is not None
    }
    return Review(
        areas=[
            _area_review(area, structure.within(area.key), final)
            for area in structure.areas
        ],
        faults=faults,
        sums=_sums(structure, values),
        derived=derived,
    )


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
) -> list[Fault]:
    faults = []
    for rule in structure.sums:
        made, total = computed(rule, values), values[rule.total]
        is_stated = total is not None and not isinstance(total, Missing)
        if is_stated and not isinstance(made, Missing) and made != total:
            expected = f"{made}, the sum of {rule.parts}"
            faults.append(Fault(rule.total, expected, str(total)))
    return faults
