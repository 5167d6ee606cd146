"""The individual report: what was answered, where it stands, what to improve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from types import NoneType

from attrs import evolve, field, frozen

from icluster._fields import all_of, check_type, instance_of, to_tuple
from icluster.advice import AdviceTexts
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._pages import area_page, details, first_page, how_to_read
from icluster.benchmarking._places import (
    IndicatorPosition,
    named,
    place_columns,
)
from icluster.benchmarking._position import Position, neither_ranking_nor_rating
from icluster.benchmarking._quality import QualityDecision
from icluster.benchmarking._recommending import Recommendation, recommend
from icluster.benchmarking._review import Review, area_columns, review
from icluster.errors import Fault
from icluster.indicators import Area, BenchmarkStructure, Indicator
from icluster.sources import is_proposed
from icluster.tables import Column, Section, Table, document
from icluster.words import (
    ENGLISH,
    Language,
    Quoted,
    Sentence,
    Shown,
    in_a_row,
    path,
    say,
)


def _to_recommendations(
    recommendations: Iterable[Recommendation],
) -> tuple[Recommendation, ...]:
    return to_tuple(recommendations)


@frozen(kw_only=True)
class BenchmarkReport(Shown):
    """The individual report of one record; neither a ranking nor a rating.

    Attributes:
        review: What was answered, and what is wrong with it.
        position: Where the record stands among its peers.
        quality: The decision on points, or None where there are none.
        recommendations: What to improve, the largest gain first.
        texts: What to do and titles of the caller; titles of the structure stand
            where there are none.

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
        >>> made = report(found, texts=advice.ADVICE_EN)
        >>> print(made.tables()[2].title)
        A structure of the cluster
    """

    review: Review = field(validator=instance_of(Review))
    position: Position = field(validator=instance_of(Position))
    quality: QualityDecision | None = field(
        default=None, validator=instance_of(QualityDecision, NoneType)
    )
    recommendations: tuple[Recommendation, ...] = field(
        default=(), converter=_to_recommendations, validator=all_of(Recommendation)
    )
    texts: AdviceTexts = field(factory=AdviceTexts, validator=instance_of(AdviceTexts))

    @property
    def structure(self) -> BenchmarkStructure:
        """The indicators it is about."""
        return self.position.read.structure

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

    def tables(self, *, language: Language = ENGLISH) -> tuple[Table, ...]:
        """Return the report as tables: how to read it, areas, recommendations last.

        Args:
            language: What the tables are put into; titles and actions of the texts
                stand as they are where the language does not know them.
        """
        position, texts = self.position, self.texts
        tables = (
            how_to_read(self.position),
            self._completeness(),
            *map(self._area, self.structure.areas),
            evolve(
                position.compositions(texts=texts), title=say("Compositions"), notes=()
            ),
            evolve(
                position.frequencies(texts=texts),
                title=say("Answers of the peers, where steps or options were asked"),
            ),
            self._remarks(),
            self._judged(say("Strengths: the strongest quarter"), self.strengths),
            self._judged(say("Weaknesses: the weakest quarter"), self.weaknesses),
            *(() if self.quality is None else (self.quality.table(texts=texts),)),
            self._advice(),
        )
        return tuple(
            evolve(
                table,
                notes=table.notes if table.rows else (say("None."), *table.notes),
                language=language,
            )
            for table in tables
        )

    def document(
        self, *, figures: Iterable[str] = (), language: Language = ENGLISH
    ) -> str:
        """Return the report as one HTML document, to be read on a screen and printed.

        First page: who, compared with whom, strengths, weaknesses, what to do first;
        then a short table an area; details, frequencies and how to read it last.

        Args:
            figures: Ready SVG for the end of the first page; `icluster.plots.document`
                makes the document with its own.
            language: What it is put into.

        Raises:
            InvalidValueError: A figure is no SVG.

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
            >>> placed = position(record, peers=[], structure=esca.BENCHMARK_36)
            >>> page = report(placed, texts=advice.ADVICE_EN).document()
            >>> "<h1>Benchmark of Invented cluster</h1>" in page
            True
        """
        position, texts, first = self.position, self.texts, []
        last = [*details(position, texts)]
        if self.quality is not None:
            last.append(self.quality.table(texts=texts))
            title = self.quality.scheme.catalogue.title
            first.append(Section(say(title), last[-1].notes))
        last += [
            self._remarks(),
            self._completeness(),
            self._advice(),
            how_to_read(self.position),
        ]
        return document(
            say("Benchmark of {}", self.record.organization.name),
            [
                [*first_page(position, self.recommendations, texts), *first],
                [area_page(position, texts)],
                [Section(say("Details"), [table for table in last if table.rows])],
            ],
            figures=figures,
            language=language,
        )

    def _completeness(self) -> Table:
        who, when = self.record.organization.name, self.record.interviewed_on
        title = say("{}, interviewed on {}: completeness", who, when)
        return Table.of(title, self.review.areas, area_columns())

    def _area(self, area: Area) -> Table:
        """Return the places in an area; of a refused answer, that it was refused."""

        def value(place: IndicatorPosition) -> Sentence:
            is_refused = isinstance(place.value, Fault)
            return say("refused, see remarks") if is_refused else place.named_value

        columns = [
            evolve(column, of=value) if column.key == "value" else column
            for column in place_columns(self.position, self.texts)
        ]
        places = [p for p in self.position.indicators if p.indicator.area == area.key]
        return Table.of(area.said(), places, columns)

    @property
    def remarks(self) -> tuple[tuple[str | Sentence, Sentence], ...]:
        """What is wrong with the answers, and both of two values that differ.

        Each stands beside the name of its indicator.
        """
        return (
            *(self._remark(fault) for fault in self.review.faults),
            *((self._named(m.total), m.said()) for m in self.review.sums),
            *((self._named(d.indicator), d.said()) for d in self.review.differing),
        )

    def _remarks(self) -> Table:
        return Table.of(
            say("Remarks on the answers"),
            self.remarks,
            (
                Column("indicator", "Indicator", of=lambda remark: remark[0]),
                Column("remark", "Remark", of=lambda remark: remark[1]),
            ),
        )

    def _named(self, indicator: Indicator) -> Sentence:
        return named(indicator, self.texts)

    def _remark(self, fault: Fault) -> tuple[str | Sentence, Sentence]:
        """Name the indicator and its part for a reader; else the place."""
        if fault.code == "missing":
            remark = say("is missing: it must be {}", fault.expected)
        else:
            remark = say("must be {}, got {}", fault.expected, Quoted(fault.got))
        key, *part = fault.about or ("",)
        if key not in self.structure.keys:
            return fault.path, remark
        indicator = self.structure[str(key)]
        if part:
            remark = Sentence("{} {}", (_named_part(indicator, part), remark))
        return self._named(indicator), remark

    def _judged(self, title: Sentence, places: tuple[IndicatorPosition, ...]) -> Table:
        """List the *places*, and say why other indicators are not judged."""
        everyone, minimum = self.position.indicators, self.position.minimum
        reasons = Counter(
            place.why_no_place(minimum) or say("neither way is better")
            for place in everyone
            if place.strength is None
        )
        judged = len(everyone) - reasons.total()
        why = tuple(say("{} ({})", reason, count) for reason, count in reasons.items())
        return Table.of(
            title,
            places,
            (
                Column("indicator", "Indicator", of=lambda p: self._named(p.indicator)),
                Column("value", "Value", of=lambda p: p.named_value),
            ),
            notes=(
                neither_ranking_nor_rating(),
                say(
                    "{} of {} indicators can be judged among peers.",
                    judged,
                    len(everyone),
                ),
                *((say("Not judged: {}.", in_a_row(why, "; ")),) if why else ()),
            ),
        )

    def _advice(self) -> Table:
        return Table.of(
            say("Recommendations, the largest gain first"),
            tuple(enumerate(self.recommendations, start=1)),
            (
                Column("number", "No.", numeric=True, of=lambda row: row[0]),
                Column("text", "Recommendation", of=lambda row: row[1].advice),
                Column("serves", "Quality label", of=lambda row: _links(row[1])),
                Column(
                    "thresholds",
                    "Thresholds missed",
                    numeric=True,
                    of=lambda row: row[1].gain.thresholds or None,
                ),
                Column(
                    "points",
                    "Points missing",
                    numeric=True,
                    of=lambda row: row[1].gain.points,
                ),
                Column(
                    "quarters",
                    "Quarters to go",
                    numeric=True,
                    of=lambda row: row[1].gain.quarters or None,
                ),
            ),
            notes=(
                neither_ranking_nor_rating(),
                say(
                    "Ordered by thresholds missed, then by points missing, then by"
                    " quarters up to the strongest."
                ),
            ),
        )

    def __str__(self) -> str:
        return "\n\n".join(str(table) for table in self.tables())

    def _repr_html_(self) -> str:
        return "".join(table.html() for table in self.tables())


def _links(recommendation: Recommendation) -> object:
    """Return what a recommendation serves, and whether that link is but proposed."""
    indicator, serves = recommendation.indicator, recommendation.serves
    if not serves:
        return say("no link recorded")
    proposed = indicator is not None and is_proposed(indicator, "serves")
    return say("{} (proposed)", serves) if proposed else serves


def _named_part(indicator: Indicator, part: list[str | int]) -> str | Sentence:
    """Name what is wrong in an answer: a category by its title, an item by number."""
    step = part[0]
    if isinstance(step, int):
        return say("item {}", step + 1)
    titles = {option.key: option.name for option in indicator.scale.categories}
    return say(titles[step]) if step in titles else path(part)


def report(
    position: Position,
    *,
    texts: AdviceTexts,
    quality: QualityDecision | None = None,
    quarters: int = 2,
) -> BenchmarkReport:
    """Make the individual report of the record that was placed.

    What was refused when the record was read stands among the remarks.
    Titles of indicators are those of the texts, where they have one, else those of
    the structure. The language is that of `BenchmarkReport.tables`.

    Args:
        texts: What to do, and titles.
        quality: The decision on points, or None where there are none.
        quarters: How many quarters count as weak for a recommendation.

    Raises:
        InvalidValueError: An argument is of another type.

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
        >>> made = report(found, texts=advice.ADVICE_EN)
        >>> print(*made.tables()[-1].notes[:2])
        None. Benchmarking is neither a ranking nor a rating.
    """
    check_type("position", position, Position)
    return BenchmarkReport(
        review=review(position.read, position.read.structure),
        position=position,
        quality=quality,
        recommendations=recommend(position, quality, texts=texts, quarters=quarters),
        texts=texts,
    )
