"""A published score held against the derived one, criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from attrs import frozen

from icluster._exact import times, total_of
from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.policies import PublishedScore
from icluster.scoring._criterion_scores import CriterionScore
from icluster.scoring._reasons import Reason, cautions, joined, levels_said, points_said
from icluster.scoring._scores import Score, totals_said
from icluster.sources import Citation
from icluster.tables import Column, Table, Tabular
from icluster.vocabularies import Vocabulary
from icluster.words import ENGLISH, Language, Listed, Quoted, Sentence, Shown, say

__all__ = ["Agreement", "ComparedCriterion", "Comparison", "compare"]


class Agreement(Vocabulary):
    """How a published figure stands to what the facts allow.

    Example:
        >>> Agreement.POSSIBLE.title
        'possible, the facts leave it open'
    """

    AGREES = "agrees", "agrees"
    POSSIBLE = "possible", "possible, the facts leave it open"
    DIFFERS = "differs", "differs"
    NOT_PUBLISHED = "not_published", "not published"


@frozen
class ComparedCriterion(Shown):
    """One criterion: what was published, and what the facts allow.

    Attributes:
        published: Points as published, or None.
        published_level: The rubric's sentence for those points; empty where the
            rubric has no such level.
        derived: What the facts allow.
        agreement: How the two stand to each other.
        citations: Where the published points were read.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp, mexico
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> compare(mexico.PUBLISHED_2022, unknown)["scope"].agreement
        <Agreement.POSSIBLE: 'possible'>
    """

    published: Decimal | None
    published_level: str
    derived: CriterionScore
    agreement: Agreement
    citations: tuple[Citation, ...]

    @property
    def key(self) -> str:
        """Key of the criterion."""
        return self.derived.criterion.key


@frozen
class Comparison(Tabular):
    """A published score and a derived one, side by side.

    Attributes:
        published: The published score.
        score: The derived one.
        criteria: One comparison a criterion, in printed order.
        total: Agreement on the published total as it was printed.
        sum_published: The published points added up, weights applied; None where
            a criterion was not published. It need not equal the printed total.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp, mexico
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> compare(mexico.PUBLISHED_2022, unknown).agrees
        False
    """

    published: PublishedScore
    score: Score
    criteria: tuple[ComparedCriterion, ...]
    total: Agreement
    sum_published: Decimal | None

    @property
    def agrees(self) -> bool:
        """Whether every criterion and the total agree."""
        agreements = [*(compared.agreement for compared in self.criteria), self.total]
        return all(agreement is Agreement.AGREES for agreement in agreements)

    def __iter__(self) -> Iterator[ComparedCriterion]:
        return iter(self.criteria)

    def __getitem__(self, criterion: str) -> ComparedCriterion:
        return self.criteria[self.score.rubric.index(criterion)]

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return both sides, with the fact and the rubric's sentence on each.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp, mexico
            >>> from icluster.scoring import score
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> len(compare(mexico.PUBLISHED_2022, unknown).table())
            5
        """
        rubric, subject = self.score.rubric, self.published.subject
        return Table.of(
            say("{}, published and derived: {}", subject, say(rubric.title)),
            [*map(_criterion_row, self.criteria), self._total_row()],
            _COLUMNS,
            notes=cautions((rubric,)),
            language=language,
        )

    def _total_row(self) -> _Row:
        derived = totals_said(self.score)
        return _Row(say("Total"), self.published.total, derived, self.total)


@frozen
class _Row:
    """A line of the comparison: a criterion, or the total."""

    title: Sentence
    published: Decimal | None
    derived: Sentence | Listed
    agreement: Agreement
    published_level: Sentence | None = None
    derived_levels: Sentence | None = None
    reasons: tuple[Reason, ...] = ()


def _criterion_row(compared: ComparedCriterion) -> _Row:
    derived = compared.derived
    return _Row(
        say(derived.criterion.title),
        compared.published,
        points_said(derived.candidates),
        compared.agreement,
        say(compared.published_level) if compared.published_level else None,
        levels_said(derived.levels),
        derived.reasons,
    )


_COLUMNS = (
    Column("criterion", "Criterion", of=attrgetter("title")),
    Column("published", "Published", numeric=True, of=attrgetter("published")),
    Column("derived", "Derived", numeric=True, ranged=True, of=attrgetter("derived")),
    Column("agreement", "Agreement", of=attrgetter("agreement")),
    Column("published_level", "Published level", of=attrgetter("published_level")),
    Column("derived_level", "Derived level", of=attrgetter("derived_levels")),
    Column("reasons", "Because", of=lambda row: joined(row.reasons)),
)


def compare(published: PublishedScore, score: Score) -> Comparison:
    """Hold a published score against what facts allow.

    Args:
        published: What was published.
        score: What was derived, by the rubric that the published score names.

    Raises:
        InvalidValueError: The published score names another rubric, or scores a
            criterion that the rubric does not have.

    Example:
        >>> from datetime import date
        >>> from icluster import scoring
        >>> from icluster.reference import eccp, mexico
        >>> facts = scoring.read_facts(
        ...     mexico.POLICIES_2022,
        ...     on=date(2022, 9, 30),
        ...     edition=eccp.EDITION_2022,
        ...     reading=eccp.PUBLISHED_READING,
        ... )
        >>> derived = scoring.score(eccp.MATURITY_2022, facts)
        >>> compare(mexico.PUBLISHED_2022, derived).agrees
        True
    """
    check_type("published", published, PublishedScore)
    check_type("score", score, Score)
    rubric = score.rubric
    if published.rubric != rubric.key:
        expected = say("{}", Quoted(rubric.key))
        raise InvalidValueError("published.rubric", expected, published.rubric)
    keys = [criterion.key for criterion in rubric.criteria]
    if strays := [key for key, _ in published.points if key not in keys]:
        expected = say("about {}", tuple(keys))
        raise InvalidValueError("published.points", expected, strays)
    criteria = tuple(_compared(published, derived) for derived in score.criteria)
    return Comparison(
        published,
        score,
        criteria,
        _agreement_of_totals(published.total, score),
        _sum(criteria, score),
    )


def _sum(criteria: tuple[ComparedCriterion, ...], score: Score) -> Decimal | None:
    weights = [criterion.weight for criterion in score.rubric.criteria]
    weighted = [
        times(compared.published, weight)
        for compared, weight in zip(criteria, weights, strict=True)
        if compared.published is not None
    ]
    return total_of(weighted) if len(weighted) == len(criteria) else None


def _compared(published: PublishedScore, derived: CriterionScore) -> ComparedCriterion:
    key = derived.criterion.key
    points = dict(published.points).get(key)
    titles = {level.points: level.title for level in derived.criterion.levels}
    return ComparedCriterion(
        points,
        "" if points is None else titles.get(points, ""),
        derived,
        _agreement(points, derived.candidates),
        _citations(published, key),
    )


def _citations(published: PublishedScore, key: str) -> tuple[Citation, ...]:
    paths = ("points", f"points.{key}")
    return tuple(cited.citation for cited in published.citations if cited.path in paths)


def _agreement_of_totals(published: Decimal, score: Score) -> Agreement:
    """Tell it without all totals, of which there may be too many to list."""
    if not score.rubric._outcomes.allows(score.facts._bits, published):
        return Agreement.DIFFERS
    return Agreement.AGREES if score.is_settled else Agreement.POSSIBLE


def _agreement(published: Decimal | None, allowed: tuple[Decimal, ...]) -> Agreement:
    if published is None:
        return Agreement.NOT_PUBLISHED
    if published not in allowed:
        return Agreement.DIFFERS
    return Agreement.AGREES if len(allowed) == 1 else Agreement.POSSIBLE
