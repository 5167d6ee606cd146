"""Scores: the levels and totals that facts allow, with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from icluster._exact import to_decimal_text
from icluster._fields import check_type
from icluster.errors import InvalidValueError, TooLargeError, UndeterminedError
from icluster.facts import Facts
from icluster.rubrics import Rubric
from icluster.scoring._criterion_scores import CriterionScore
from icluster.scoring._named import by_name
from icluster.scoring._pages import first_page, sources
from icluster.scoring._reasons import (
    cautions,
    joined,
    levels_said,
    points_said,
    titles_of,
    titles_said,
)
from icluster.tables import Column, Section, Table, Tabular, document
from icluster.words import ENGLISH, Key, Language, Sentence, clipped, path, say

__all__ = ["CriterionScore", "Score", "score", "totals_said"]


def score(rubric: Rubric, facts: Facts) -> Score:
    """Score *facts* by *rubric*: every level and every total they allow.

    Nothing is enumerated until it is asked for.

    Args:
        rubric: The rubric, for example `icluster.reference.eccp.MATURITY_2022`.
        facts: What is known, of the rubric's own schema.

    Raises:
        InvalidValueError: The facts are of another schema, or of another type.
        HoleError: The facts allow what no level and no declared gap covers.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(
        ...     eccp.FACTS_2022,
        ...     targeted_policy=True,
        ...     established="over_10_years",
        ...     monitoring=True,
        ...     ex_ante_evaluation=True,
        ...     dedicated_financial=True,
        ...     dedicated_technical={True, False},
        ... )
        >>> result = score(eccp.MATURITY_2022, facts)
        >>> result.totals
        (Decimal('7'), Decimal('8'))
        >>> result.total
        Traceback (most recent call last):
            ...
        icluster.errors.UndeterminedError: total is not determined: 7 or 8; ...
    """
    if type(rubric) is not Rubric or type(facts) is not Facts:
        check_type("rubric", rubric, Rubric)
        check_type("facts", facts, Facts)
    outcomes = rubric._outcomes
    if facts.schema is not rubric.facts and facts.schema != rubric.facts:
        raise InvalidValueError("facts", say("of the schema of {}", rubric.key), facts)
    if outcomes.has_holes:
        outcomes.refuse_holes(facts._bits)
    return Score(rubric, facts)


@frozen(weakref_slot=False, repr=False)
class Score(Tabular):
    """The result of scoring: what the facts allow, criterion by criterion.

    Attributes:
        rubric: What was scored by.
        facts: What was scored.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> result = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> str(result.lowest), str(result.highest), str(result.maximum)
        ('0', '8', '8')
    """

    rubric: Rubric
    facts: Facts

    def __repr__(self) -> str:
        totals = dict.fromkeys(map(to_decimal_text, (self.lowest, self.highest)))
        points = f"{' to '.join(totals)} of {self.maximum}"
        return clipped(f"<Score by {self.rubric.key}: {points}>")

    def __getitem__(self, criterion: str) -> CriterionScore:
        """Return what the facts allow for the criterion called so."""
        return CriterionScore(self.rubric, self.facts, self.rubric.index(criterion))

    def __iter__(self) -> Iterator[CriterionScore]:
        return iter(self.criteria)

    @property
    def criteria(self) -> tuple[CriterionScore, ...]:
        """What the facts allow for each criterion, in printed order."""
        rubric, facts = self.rubric, self.facts
        indexes = range(len(rubric.criteria))
        return tuple(CriterionScore(rubric, facts, index) for index in indexes)

    @property
    def totals(self) -> tuple[Decimal, ...]:
        """Every total that the facts allow, rising, weights applied.

        Raises:
            TooLargeError: There are more than about a million.
        """
        outcomes, bits = self.rubric._outcomes, self.facts._bits
        certain = outcomes.certain_total(bits)
        if certain is not None:
            return certain
        return tuple(map(outcomes.points, outcomes.totals(bits)))

    @property
    def lowest(self) -> Decimal:
        """The lowest total that the facts allow."""
        outcomes = self.rubric._outcomes
        return outcomes.points(outcomes.extent(self.facts._bits)[0])

    @property
    def highest(self) -> Decimal:
        """The highest total that the facts allow."""
        outcomes = self.rubric._outcomes
        return outcomes.points(outcomes.extent(self.facts._bits)[1])

    @property
    def maximum(self) -> Decimal:
        """The most points that the rubric gives at all."""
        return self.rubric.maximum

    @property
    def is_settled(self) -> bool:
        """Whether the facts allow one total only."""
        lowest, highest = self.rubric._outcomes.extent(self.facts._bits)
        return lowest == highest

    @property
    def total(self) -> Decimal:
        """The one total that the facts allow.

        Raises:
            UndeterminedError: They allow several; it names all that would settle it.
        """
        try:
            totals = self.totals
        except TooLargeError:
            totals = ()
        if len(totals) == 1:
            return totals[0]
        allowed = tuple(map(to_decimal_text, totals)) or (totals_said(self).text(),)
        facts, gaps = self.settled_by
        titles = titles_of(self.facts.schema, facts)
        raise UndeterminedError("total", allowed, facts, gaps, titles)

    @property
    def share(self) -> Fraction:
        """The total as a share of the maximum, exact.

        Raises:
            UndeterminedError: The facts allow several totals.
            InvalidValueError: The maximum is not positive.
        """
        if self.maximum <= 0:
            raise InvalidValueError("maximum", "positive for a share", self.maximum)
        return Fraction(self.total) / Fraction(self.maximum)

    @property
    def settled_by(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The facts and the gaps on which the total still hangs, by name."""
        return self.rubric._outcomes.settling_total(self.facts)

    @staticmethod
    def rubric_of(scores: Mapping[str, Score], *place: str | int) -> Rubric | None:
        """Return the one rubric by which all of some scores are; None without scores.

        Args:
            scores: Scores by name.
            place: Where they stand, for the error; ``"scores"`` by default.

        Raises:
            InvalidValueError: What is given maps no names to scores, or the rubrics
                differ.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> Score.rubric_of({"A": unknown, "B": unknown})
            <Rubric maturity_2022: scope, continuity, evidence, instruments>
        """
        here = place or ("scores",)
        by_name(here, scores, "scores", Score)
        first = next(iter(scores), None)
        if first is None:
            return None
        rubric = scores[first].rubric
        for name, scored in scores.items():
            if scored.rubric != rubric:
                where = path((*here, Key(first)))
                expected = say("by {}, the rubric of {}", rubric.key, where)
                raise InvalidValueError((*here, Key(name)), expected, scored)
        return rubric

    def said(self) -> Sentence:
        """Return the headline: whose score it is, the points, and the day.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> print(score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022)).said())
            0 to 8 of 8
        """
        subject, on = self.facts.provenance.subject, self.facts.provenance.on
        ends = self.lowest, self.highest
        points: object = self.lowest if self.is_settled else say("{} to {}", *ends)
        headline = say("{} of {}", points, self.maximum)
        if on is not None:
            headline = say("{} on {}", headline, on)
        return say("{}: {}", subject, headline) if subject else headline

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the explanation: points, level, reasons and sources a criterion.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> facts = Facts.of(eccp.FACTS_2022, monitoring=True)
            >>> result = score(eccp.MATURITY_2022, facts)
            >>> row = result.table().records()[2]
            >>> str(row["points_lowest"]), str(row["points_highest"])
            ('1', '2')
        """
        criteria = self.criteria
        return Table.of(
            say("{} ({})", self.said(), say(self.rubric.title)),
            [*criteria, self],
            _WEIGHTED_COLUMNS if self.rubric.is_weighted else _COLUMNS,
            notes=self._notes(criteria),
            language=language,
        )

    def document(
        self, *, figures: Iterable[str] = (), language: Language = ENGLISH
    ) -> str:
        """Return the score as one HTML document, to be read on a screen and printed.

        First page: whose it is, strengths, weaknesses, what is open, the level of
        each criterion; reasons, sources and readings last. What would lift the score
        stands there too in the document of `NextSteps`.

        Args:
            figures: Ready SVG for the end of the first page; `icluster.plots.document`
                makes the document with its own.
            language: What it is put into.

        Raises:
            InvalidValueError: A figure is no SVG.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> page = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022)).document()
            >>> "<h1>0 to 8 of 8</h1>" in page
            True
        """
        last = [Section(say("Details"), [self._details]), *sources(self.criteria)]
        pages = [self._first_page, last]
        return document(self.said(), pages, figures=figures, language=language)

    @property
    def _details(self) -> Table:
        """The table on paper; where nothing was read anywhere, without that column."""
        table = self.table()
        if any(
            reason.citations for scored in self.criteria for reason in scored.reasons
        ):
            return table
        return table.only(*(column.key for column in table.columns[:-1]))

    @property
    def _first_page(self) -> tuple[Section, ...]:
        return tuple(first_page(self.rubric, self.criteria, *self._open))

    @property
    def _open(self) -> Iterator[Sentence]:
        """Yield the facts on which the total still hangs, by title; or nothing."""
        facts, _ = self.settled_by
        if facts:
            titles = titles_of(self.facts.schema, facts)
            yield say("Open until settled: {}.", titles_said(titles))

    def _notes(self, criteria: tuple[CriterionScore, ...]) -> Iterator[Sentence | str]:
        yield from self._open
        for scored in criteria:
            if not scored.reasons_are_fewest:
                title = say(scored.criterion.title)
                yield say("Reasons of {}: fewer may be enough.", title)
            for gap in scored.gaps:
                title = say(scored.criterion.title)
                yield say("Gap of the scale, {}: {}.", title, say(gap.why))
        if self.facts.provenance.closed is not None:
            yield _CLOSED if self.facts.provenance.closed else _OPEN
        for aside in self.facts.provenance.set_aside:
            yield say("Not in force, or not counted: {}.", aside)
        for decision in self.facts.provenance.decisions:
            yield say("Read so: {}.", decision)
        yield from cautions((self.rubric,))


def totals_said(score: Score) -> Sentence:
    """Say which totals are possible; as a range where they are too many to list."""
    try:
        return points_said(score.totals).said()
    except TooLargeError:
        return say("{} to {}", score.lowest, score.highest)


_CLOSED = say("The record is closed: what it does not hold is taken not to exist.")
_OPEN = say("The record is open: it may not be all there is, and nothing is known.")


def _criterion_cell(of: Callable[[CriterionScore], object]) -> Callable[[Any], object]:
    """Make the cell of a criterion; the row of the total has none."""
    return lambda row: of(row) if isinstance(row, CriterionScore) else ""


def _title(row: CriterionScore | Score) -> object:
    title = row.criterion.title if isinstance(row, CriterionScore) else "Total"
    return say(title)


def _weighted(row: CriterionScore | Score) -> object:
    if isinstance(row, CriterionScore):
        return points_said(row.weighted_candidates)
    return totals_said(row)


def _maximum(row: CriterionScore | Score) -> Decimal:
    if isinstance(row, CriterionScore):
        return row.criterion.weighted_maximum
    return row.maximum


def _sources(scored: CriterionScore) -> Sentence:
    citations = (c for reason in scored.reasons for c in reason.citations)
    return joined(dict.fromkeys(map(str, citations)))


_CRITERION = Column("criterion", "Criterion", of=_title)
_EXPLANATION = (
    Column("maximum", "Max", numeric=True, of=_maximum),
    Column(
        "level", "Level", of=_criterion_cell(lambda scored: levels_said(scored.levels))
    ),
    Column(
        "reasons", "Because", of=_criterion_cell(lambda scored: joined(scored.reasons))
    ),
    Column("sources", "Read in", numbered=True, of=_criterion_cell(_sources)),
)
_COLUMNS = (
    _CRITERION,
    Column("points", "Points", numeric=True, ranged=True, of=_weighted),
    *_EXPLANATION,
)
_WEIGHTED_COLUMNS = (
    _CRITERION,
    Column(
        "points",
        "Points",
        numeric=True,
        ranged=True,
        of=_criterion_cell(lambda scored: points_said(scored.candidates)),
    ),
    Column(
        "weight",
        "Weight",
        numeric=True,
        of=_criterion_cell(lambda scored: scored.criterion.weight),
    ),
    Column("weighted", "Weighted points", numeric=True, ranged=True, of=_weighted),
    *_EXPLANATION,
)
