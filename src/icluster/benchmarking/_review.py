"""A record held against its structure: what is there, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._judged import (
    Derived,
    ReadRecord,
    Value,
    computed,
    judged,
    to_faults,
)
from icluster.errors import Fault
from icluster.indicators import Area, BenchmarkStructure, Indicator
from icluster.tables import Column, Table, Tabular
from icluster.vocabularies import Missing
from icluster.words import ENGLISH, Language, Sentence, Shown, say


@frozen(kw_only=True)
class AreaReview(Shown):
    """How complete one area is.

    Attributes:
        area: The area.
        answered: Indicators with a sound answer, or a value computed.
        not_answered: Indicators without an answer.
        unknown: Indicators of which the answer is known by nobody.
        not_applicable: Indicators that do not apply.
        faulty: Indicators whose answer or computed value was refused, or an input
            of it.

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
class Mismatch(Shown):
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
        >>> print(differ.said())
        the two differ: stated is 40, A5 committed participants by type make 21
    """

    total: Indicator = field(validator=instance_of(Indicator))
    stated: int | Decimal | Fraction = field(
        validator=instance_of(int, Decimal, Fraction)
    )
    parts: Indicator = field(validator=instance_of(Indicator))
    made: Fraction = field(validator=instance_of(Fraction))

    def said(self) -> Sentence:
        """Return what differs, to be put into a language."""
        return say(
            "the two differ: stated is {}, {} make {}",
            Fraction(self.stated),
            self.parts,
            self.made,
        )


def _to_areas(areas: Iterable[AreaReview]) -> tuple[AreaReview, ...]:
    return to_tuple(areas)


def _to_mismatches(sums: Iterable[Mismatch]) -> tuple[Mismatch, ...]:
    return to_tuple(sums)


def _to_derived(derived: Iterable[Derived]) -> tuple[Derived, ...]:
    return to_tuple(derived)


@frozen(kw_only=True)
class Review(Tabular):
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
        converter=_to_areas, validator=all_of(AreaReview)
    )
    faults: tuple[Fault, ...] = field(
        default=(), converter=to_faults, validator=all_of(Fault)
    )
    sums: tuple[Mismatch, ...] = field(
        default=(), converter=_to_mismatches, validator=all_of(Mismatch)
    )
    derived: tuple[Derived, ...] = field(
        default=(), converter=_to_derived, validator=all_of(Derived)
    )

    @property
    def differing(self) -> tuple[Derived, ...]:
        """Computed values that differ from what was stated."""
        return tuple(derived for derived in self.derived if derived.differs)

    @property
    def is_complete(self) -> bool:
        """Whether every area is complete."""
        return all(area.is_complete for area in self.areas)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong; a record may be sound and incomplete."""
        return not (self.faults or self.sums or self.differing)

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the completeness by area."""
        return Table.of(
            say("Completeness"), self.areas, area_columns(), language=language
        )


def area_columns() -> list[Column]:
    """Return the columns of areas: one `AreaReview` a row."""
    titles = {
        "answered": say("answered"),
        "not_answered": say("not answered"),
        "unknown": say("unknown"),
        "not_applicable": say("not applicable"),
        "faulty": say("faulty"),
        "size": say("size"),
    }
    return [
        Column("area", "Area", of=attrgetter("area")),
        *(
            Column(name, title.template, numeric=True, of=attrgetter(name))
            for name, title in titles.items()
        ),
    ]


def review(
    record: BenchmarkRecord | ReadRecord, structure: BenchmarkStructure
) -> Review:
    """Hold *record* against *structure*; report everything, raise at nothing in it.

    What was refused when a record was read is not lost: an indicator whose answer was
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
        >>> [(derived.computed, derived.stated) for derived in found.differing]
        [(Fraction(20, 1), Decimal('25'))]
        >>> found.areas[0].answered, found.is_complete
        (1, False)
    """
    read = judged(record, structure)
    computed_faults = (derived.fault for derived in read.derived)
    return Review(
        areas=_areas(read),
        faults=[*read.faults, *filter(None, computed_faults)],
        sums=_sums(read),
        derived=read.derived,
    )


def _areas(read: ReadRecord) -> Iterator[AreaReview]:
    answers: dict[str, list[Value]] = {}
    values = zip(read.structure.indicators, read.stated, read.values, strict=True)
    for indicator, stated, value in values:
        # A refused answer is at fault, whatever can be computed in its place.
        answer = stated if isinstance(stated, Fault) else value
        answers.setdefault(indicator.area, []).append(answer)
    for area in read.structure.areas:
        yield _area_review(area, answers[area.key])


def _area_review(area: Area, answers: list[Value]) -> AreaReview:
    missing = [answer for answer in answers if isinstance(answer, Missing)]
    faulty = sum(isinstance(answer, Fault) for answer in answers)
    return AreaReview(
        area=area,
        answered=len(answers) - faulty - len(missing),
        not_answered=missing.count(Missing.NOT_ANSWERED),
        unknown=missing.count(Missing.UNKNOWN),
        not_applicable=missing.count(Missing.NOT_APPLICABLE),
        faulty=faulty,
    )


def _sums(read: ReadRecord) -> Iterator[Mismatch]:
    values = dict(zip(read.structure.keys, read.values, strict=True))
    for rule in read.structure.sums:
        made, total = computed(rule, values), values[rule.total]
        is_told = isinstance(total, (int, Decimal, Fraction))
        if is_told and isinstance(made, Fraction) and made != total:
            yield Mismatch(
                total=read.structure[rule.total],
                stated=total,  # type: ignore[arg-type]
                parts=read.structure[rule.parts],
                made=made,
            )
