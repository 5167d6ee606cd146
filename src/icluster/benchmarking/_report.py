"""The individual report: what was answered, where it stands, what to improve."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.advice import AdviceTexts
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._placing import IndicatorPosition, PartPosition
from icluster.benchmarking._position import NEITHER_RANKING_NOR_RATING, Position
from icluster.benchmarking._quality import QualityDecision
from icluster.benchmarking._recommend import Recommendation, recommend
from icluster.benchmarking._review import Review, review
from icluster.errors import InvalidValueError
from icluster.indicators import BenchmarkStructure
from icluster.scales._measures import number_text
from icluster.tables import Column, Table
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
        >>> [table.title for table in made.tables()][1]
        'A structure of the cluster'
    """

    structure: BenchmarkStructure = field(validator=instance_of(BenchmarkStructure))
    review: Review = field(validator=instance_of(Review))
    position: Position = field(validator=instance_of(Position))
    quality: QualityDecision | None = None
    recommendations: tuple[Recommendation, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Recommendation)
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
        """Return the report as tables, the areas first, the recommendations last."""
        areas = self.structure.areas
        return (
            self._completeness(),
            *(self._area(area.key, f"{area.key} {area.title}") for area in areas),
            self._compositions(),
            self._remarks(),
            _named("Strengths: the strongest quarter", self.strengths),
            _named("Weaknesses: the weakest quarter", self.weaknesses),
            *(() if self.quality is None else (self.quality.table(),)),
            self._advice(),
        )

    def _completeness(self) -> Table:
        who, when = self.record.organization.name, self.record.interviewed_on
        return evolve(
            self.review.table(), title=f"{who}, interviewed on {when}: completeness"
        )

    def _area(self, key: str, title: str) -> Table:
        return evolve(self.position.table(key), title=title, notes=())

    def _compositions(self) -> Table:
        rows = [
            (each.indicator.name, *_part_row(part))
            for each in self.position.indicators
            for part in each.parts
        ]
        columns = (
            Column("indicator", "Indicator"),
            Column("category", "Category"),
            Column("share", "Share", numeric=True),
            Column("quartiles", "Quartiles"),
            Column("percentile", "Percentile", numeric=True),
        )
        return Table(title="Compositions", columns=columns, rows=rows)

    def _remarks(self) -> Table:
        """List what is wrong with the answers, and both of two values that differ."""
        rows = [(str(fault),) for fault in (*self.review.faults, *self.review.sums)]
        rows += [
            (_both(each.indicator.name, each.computed, each.stated),)
            for each in self.review.differing
        ]
        return Table(
            title="Remarks on the answers",
            columns=(Column("remark", "Remark"),),
            rows=rows,
        )

    def _advice(self) -> Table:
        rows = [
            (number, each.text, ", ".join(each.serves) or "none")
            for number, each in enumerate(self.recommendations, start=1)
        ]
        return Table(
            title="Recommendations, the largest gain first",
            columns=(
                Column("number", "No.", numeric=True),
                Column("text", "Recommendation"),
                Column("serves", "Quality label"),
            ),
            rows=rows,
            notes=(NEITHER_RANKING_NOR_RATING,),
        )

    def __str__(self) -> str:
        return "\n\n".join(str(table) for table in self.tables())

    def _repr_html_(self) -> str:
        return "".join(table.html() for table in self.tables())


def _part_row(part: PartPosition) -> tuple[str | None, ...]:
    rank = part.rank
    return (
        part.category,
        None if part.value is None else _percent(part.value),
        " | ".join(map(_percent, part.quartiles)),
        None if rank is None else f"{round(rank.percentile * 100)} %",
    )


def _percent(share: Fraction) -> str:
    return f"{number_text(share * 100)} %"


def _both(name: str, computed: Fraction | Missing, stated: object) -> str:
    made = computed.title if isinstance(computed, Missing) else number_text(computed)
    return f"{name}: computed {made}, stated {stated}"


def _named(title: str, places: tuple[IndicatorPosition, ...]) -> Table:
    return Table(
        title=title,
        columns=(Column("indicator", "Indicator"), Column("value", "Value")),
        rows=[(each.indicator.name, each.value_text) for each in places],
    )


def report(
    position: Position,
    *,
    structure: BenchmarkStructure,
    texts: AdviceTexts,
    quality: QualityDecision | None = None,
    quarters: int = 2,
) -> BenchmarkReport:
    """Make the individual report of the record that was placed.

    Args:
        structure: The structure of the position.
        texts: The words of the recommendations.
        quality: The decision on points, or None where there are none.
        quarters: How many quarters count as weak for a recommendation.

    Raises:
        InvalidValueError: The position is one under another structure.

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
        >>> made.tables()[-1].notes
        ('Benchmarking is neither a ranking nor a rating.',)
    """
    placed = tuple(each.indicator for each in position.indicators)
    if placed != structure.indicators:
        raise InvalidValueError("structure", "that of the position", structure.key)
    return BenchmarkReport(
        structure=structure,
        review=review(position.record, structure),
        position=position,
        quality=quality,
        recommendations=recommend(position, quality, texts=texts, quarters=quarters),
    )
