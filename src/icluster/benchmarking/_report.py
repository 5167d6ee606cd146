"""The individual report: what was answered, where it stands, what to improve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from types import NoneType

from attrs import evolve, field, frozen

from icluster._fields import all_of, check_type, instance_of, to_tuple
from icluster.advice import AdviceTexts
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._places import IndicatorPosition
from icluster.benchmarking._position import NEITHER_RANKING_NOR_RATING, Position
from icluster.benchmarking._quality import QualityDecision
from icluster.benchmarking._recommend import Gain, Recommendation, recommend
from icluster.benchmarking._review import Review, review
from icluster.benchmarking._tables import (
    compositions_table,
    frequencies_table,
    places_table,
)
from icluster.benchmarking._values import Derived, refused_in
from icluster.benchmarking._wording import Wording, wording_of
from icluster.errors import InvalidValueError
from icluster.indicators import Area, BenchmarkStructure
from icluster.scales import Fault
from icluster.scales._measures import counted, number_text
from icluster.tables import Cell, Column, Table
from icluster.vocabularies import Missing


@frozen(kw_only=True)
class BenchmarkReport:
    """The individual report of one record; neither a ranking nor a rating.

    Attributes:
        structure: The indicators it is about.
        review: What was answered, and what is wrong with it.
        position: Where the record stands among its peers.
        quality: The decision on points, or None where there are none.
        recommendations: What to improve, the largest gain first.
        texts: The words of the caller: titles of indicators and the words around
            values in the tables; those of the structure and English ones where
            there are none.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.benchmarking import position
        >>> from icluster.reference import advice, esca
        >>> record = BenchmarkRecord(
        ...     organization=Organization(name="Invented cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ...     structure="benchmark_36",
        ... )
        >>> found = position(record, peers=[], structure=esca.BENCHMARK_36)
        >>> made = report(found, structure=esca.BENCHMARK_36, texts=advice.ADVICE_EN)
        >>> [table.title for table in made.tables()][2]
        'A structure of the cluster'
    """

    structure: BenchmarkStructure = field(validator=instance_of(BenchmarkStructure))
    review: Review = field(validator=instance_of(Review))
    position: Position = field(validator=instance_of(Position))
    quality: QualityDecision | None = field(
        default=None, validator=instance_of(QualityDecision, NoneType)
    )
    recommendations: tuple[Recommendation, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Recommendation)
    )
    texts: AdviceTexts | None = field(
        default=None, validator=instance_of(AdviceTexts, NoneType)
    )

    @property
    def record(self) -> BenchmarkRecord:
        """The record that is reported on."""
        return self.position.record

    @property
    def strengths(self) -> tuple[IndicatorPosition, ...]:
        """The indicators in the strongest quarter."""
        return self.position.strengths()

    @property
    def weaknesses(self) -> tuple[IndicatorPosition, ...]:
        """The indicators in the weakest quarter."""
        return self.position.weaknesses()

    def tables(self) -> tuple[Table, ...]:
        """Return the report as tables: how to read it, areas, recommendations last."""
        wording = wording_of(self.texts, self.structure.indicators)
        places, areas = self.position.indicators, self.structure.areas
        strong, weak = self.strengths, self.weaknesses
        tables = (
            self._about(),
            self._completeness(),
            *(self._area(each, wording) for each in areas),
            compositions_table("Compositions", places, wording=wording),
            frequencies_table(
                "Answers of the peers, where steps or options were asked",
                places,
                self.position.notes_on_frequencies,
                wording,
            ),
            self._remarks(wording),
            self._judged("Strengths: the strongest quarter", strong, wording),
            self._judged("Weaknesses: the weakest quarter", weak, wording),
            *self._points(wording),
            self._advice(),
        )
        return tuple(map(_or_none, tables))

    def _about(self) -> Table:
        placed, structure = self.position, self.structure
        rows = [
            ("Cluster", self.record.organization.name),
            ("Interviewed on", str(self.record.interviewed_on)),
            *_said("Interviewed by", self.record.interviewer),
            *_said("Portfolio", self.record.portfolio),
            ("Compared with", f"{placed.group}: {counted(placed.peers, 'peer')}"),
            ("Fewest answers for a place", str(placed.minimum)),
            ("Fewest answers for quartiles", str(placed.boundaries_from)),
            ("Quartiles", f"method {placed.method.value}"),
            ("Structure", f"{structure.title}, edition {structure.edition}"),
            ("Indicators", _statuses(structure)),
        ]
        return Table(
            title="How to read this report",
            columns=(Column("what", "What"), Column("said", "In this report")),
            rows=rows,
            notes=placed.notes,
        )

    def _completeness(self) -> Table:
        who, when = self.record.organization.name, self.record.interviewed_on
        return evolve(
            self.review.table(), title=f"{who}, interviewed on {when}: completeness"
        )

    def _area(self, area: Area, wording: Wording) -> Table:
        """Return the places in an area; of a refused answer, that it was refused."""
        refused = refused_in(self.record, self.review.faults)
        placed = self.position
        places = [e for e in placed.indicators if e.indicator.area == area.key]
        title = f"{area.key} {area.title}"
        minima = placed.minimum, placed.boundaries_from
        table = places_table(title, places, minima, wording=wording)
        rows = [
            (row[0], "refused, see remarks", *row[2:])
            if each.indicator.key in refused and isinstance(each.value, Missing)
            else row
            for each, row in zip(places, table.rows, strict=True)
        ]
        return evolve(table, rows=rows)

    def _points(self, wording: Wording) -> tuple[Table, ...]:
        if self.quality is None:
            return ()
        table, listed = self.quality.table(), self.quality.scheme.catalogue.indicators
        rows = [
            (wording.quality_name(each), *row[1:])
            for each, row in zip(listed, table.rows, strict=True)
        ]
        return (evolve(table, rows=rows),)

    def _remarks(self, wording: Wording) -> Table:
        """List what is wrong with the answers, and both of two values that differ."""
        review = self.review
        rows = [
            (_name(fault, self.structure, wording), _remark(fault))
            for fault in review.faults
        ]
        rows += [(wording.name(each.total), each.remark) for each in review.sums]
        rows += [
            (wording.name(each.indicator), _both(each, wording))
            for each in review.differing
        ]
        return Table(
            title="Remarks on the answers",
            columns=(Column("indicator", "Indicator"), Column("remark", "Remark")),
            rows=rows,
        )

    def _judged(
        self, title: str, places: tuple[IndicatorPosition, ...], wording: Wording
    ) -> Table:
        """List the *places*, and say why other indicators are not judged."""
        everyone, minimum = self.position.indicators, self.position.minimum
        others = Counter(
            each.why_no_place(minimum) or "neither way is better"
            for each in everyone
            if each.strength is None
        )
        judged = len(everyone) - others.total()
        why = "; ".join(f"{reason} ({count})" for reason, count in others.items())
        return Table(
            title=title,
            columns=(Column("indicator", "Indicator"), Column("value", "Value")),
            rows=[
                (wording.name(e.indicator), wording.value(e.indicator, e.value))
                for e in places
            ],
            notes=(
                NEITHER_RANKING_NOR_RATING,
                f"{judged} of {len(everyone)} indicators can be judged among peers.",
                *((f"Not judged: {why}.",) if why else ()),
            ),
        )

    def _advice(self) -> Table:
        rows = [
            (
                number,
                each.text,
                ", ".join(each.serves) or "no link recorded",
                *_gain_cells(each.gain),
            )
            for number, each in enumerate(self.recommendations, start=1)
        ]
        return Table(
            title="Recommendations, the largest gain first",
            columns=(
                Column("number", "No.", numeric=True),
                Column("text", "Recommendation"),
                Column("serves", "Quality label"),
                Column("thresholds", "Thresholds missed", numeric=True),
                Column("points", "Points missing", numeric=True),
                Column("quarters", "Quarters to go", numeric=True),
            ),
            rows=rows,
            notes=(
                NEITHER_RANKING_NOR_RATING,
                "Ordered by thresholds missed, then by points missing, then by quarters"
                " up to the strongest.",
            ),
        )

    def __str__(self) -> str:
        return "\n\n".join(str(table) for table in self.tables())

    def _repr_html_(self) -> str:
        return "".join(table.html() for table in self.tables())


def _said(what: str, value: str | Missing) -> Iterator[tuple[str, str]]:
    if not isinstance(value, Missing):
        yield what, value


def _gain_cells(gain: Gain) -> tuple[Cell, ...]:
    points = None if gain.points is None else number_text(gain.points)
    return gain.thresholds or None, points, gain.quarters or None


def _or_none(table: Table) -> Table:
    """Say of an empty table that it is meant to be empty."""
    return table if table.rows else evolve(table, notes=("None.", *table.notes))


def _statuses(structure: BenchmarkStructure) -> str:
    """Say how official the indicators are, and how many are how."""
    counts = structure.count_by_status()
    said = ", ".join(f"{status.title} ({count})" for status, count in counts)
    size = len(structure.indicators)
    if structure.is_official:
        return f"{size}: {said}"
    several = "; one may be several" if sum(n for _, n in counts) > size else ""
    return f"{size}, not the official questionnaire: {said}{several}"


def _name(fault: Fault, structure: BenchmarkStructure, wording: Wording) -> str:
    """Name the indicator for a reader; where there is none, the place."""
    is_known = fault.indicator in structure.keys
    return wording.name(structure[fault.indicator]) if is_known else fault.place


def _remark(fault: Fault) -> str:
    return f"{fault.part} {fault.remark}" if fault.part else fault.remark


def _both(each: Derived, wording: Wording) -> str:
    computed = wording.value(each.indicator, each.computed)
    stated = wording.value(each.indicator, each.stated)
    return f"the two differ: stated is {stated}, computed {computed}"


def report(
    position: Position,
    *,
    structure: BenchmarkStructure,
    texts: AdviceTexts,
    quality: QualityDecision | None = None,
    quarters: int = 2,
    faults: Iterable[Fault] = (),
) -> BenchmarkReport:
    """Make the individual report of the record that was placed.

    Titles of indicators and the words around values are those of the texts. All else
    in the tables is in English, whatever their language: headings, notes, remarks,
    which way is better; areas, options and steps are called as in the structure.

    Args:
        structure: The structure of the position.
        texts: The words of the recommendations and of the tables.
        quality: The decision on points, or None where there are none.
        quarters: How many quarters count as weak for a recommendation.
        faults: What was refused when the record was read (`ReadRecord.faults`): it
            stands among the remarks.

    Raises:
        InvalidValueError: The position is one under another structure, or an
            argument is of another type.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.benchmarking import position
        >>> from icluster.reference import advice, esca
        >>> record = BenchmarkRecord(
        ...     organization=Organization(name="Invented cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ...     structure="benchmark_36",
        ... )
        >>> found = position(record, peers=[], structure=esca.BENCHMARK_36)
        >>> made = report(found, structure=esca.BENCHMARK_36, texts=advice.ADVICE_EN)
        >>> made.tables()[-1].notes[:2]
        ('None.', 'Benchmarking is neither a ranking nor a rating.')
    """
    check_type("position", position, Position)
    check_type("structure", structure, BenchmarkStructure)
    placed = tuple(each.indicator for each in position.indicators)
    if placed != structure.indicators:
        raise InvalidValueError("structure", "that of the position", structure.key)
    return BenchmarkReport(
        structure=structure,
        review=review(position.record, structure, faults=faults),
        position=position,
        quality=quality,
        recommendations=recommend(position, quality, texts=texts, quarters=quarters),
        texts=texts,
    )
