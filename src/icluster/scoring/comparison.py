"""A published score held against the derived one, criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from icluster._exact import times, total_of
from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.policies import PublishedScore
from icluster.scoring.scores import CriterionScore, Score, either
from icluster.sources import Citation
from icluster.tables import Column, Table
from icluster.vocabularies import Vocabulary

__all__ = ["Agreement", "ComparedCriterion", "Comparison", "compare"]


def __dir__() -> list[str]:
    return __all__


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
class ComparedCriterion:
    """One criterion: what was published, and what the facts allow.

    Attributes:
        published: Points as published, or None.
        published_level: The rubric's sentence for those points; empty where the
            rubric has no such level.
        derived: What the facts allow.
        verdict: How the two stand to each other.
        citations: Where the published points were read.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp, mexico
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> compare(mexico.PUBLISHED_2022, unknown)["scope"].verdict
        <Agreement.POSSIBLE: 'possible'>
    """

    published: Decimal | None
    published_level: str
    derived: CriterionScore
    verdict: Agreement
    citations: tuple[Citation, ...]

    @property
    def key(self) -> str:
        """Key of the criterion."""
        return self.derived.criterion.key


@frozen
class Comparison:
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
        verdicts = [*(each.verdict for each in self.criteria), self.total]
        return all(verdict is Agreement.AGREES for verdict in verdicts)

    def __iter__(self) -> Iterator[ComparedCriterion]:
        return iter(self.criteria)

    def __getitem__(self, criterion: str) -> ComparedCriterion:
        return self.criteria[self.score.rubric.index(criterion)]

    def table(self) -> Table:
        """Return both sides, with the fact and the rubric's sentence on each.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp, mexico
            >>> from icluster.scoring import score
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> len(compare(mexico.PUBLISHED_2022, unknown).table())
            5
        """
        rubric = self.score.rubric
        return Table(
            title=f"{self.published.subject}, published and derived: {rubric.title}",
            columns=(
                Column("criterion", "Criterion"),
                Column("published", "Published", numeric=True),
                Column("derived", "Derived", numeric=True),
                Column("verdict", "Agreement"),
                Column("published_level", "Published level"),
                Column("derived_level", "Derived level"),
                Column("reasons", "Because"),
            ),
            rows=(*map(_row, self.criteria), self._total_row()),
            notes=(self.score.rubric.caution,) if self.score.rubric.caution else (),
        )

    def _total_row(self) -> tuple[str | Decimal | None, ...]:
        derived = either(self.score.totals)
        return ("Total", self.published.total, derived, self.total.title, "", "", "")

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


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
        >>> facts = scoring.policy_facts(
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
        raise InvalidValueError("published.rubric", repr(rubric.key), published.rubric)
    keys = [criterion.key for criterion in rubric.criteria]
    if strays := [key for key, _ in published.points if key not in keys]:
        raise InvalidValueError("published.points", f"about {', '.join(keys)}", strays)
    criteria = tuple(_compared(published, derived) for derived in score.criteria)
    return Comparison(
        published,
        score,
        criteria,
        _verdict(published.total, score.totals),
        _sum(criteria, score),
    )


def _sum(criteria: tuple[ComparedCriterion, ...], score: Score) -> Decimal | None:
    points = [each.published for each in criteria]
    weights = [criterion.weight for criterion in score.rubric.criteria]
    known = [each for each in points if each is not None]
    if len(known) < len(points):
        return None
    return total_of(map(times, known, weights))


def _compared(published: PublishedScore, derived: CriterionScore) -> ComparedCriterion:
    key = derived.criterion.key
    points = dict(published.points).get(key)
    titles = {level.points: level.title for level in derived.criterion.levels}
    return ComparedCriterion(
        points,
        "" if points is None else titles.get(points, ""),
        derived,
        _verdict(points, derived.candidates),
        _citations(published, key),
    )


def _citations(published: PublishedScore, key: str) -> tuple[Citation, ...]:
    paths = ("points", f"points.{key}")
    return tuple(each.citation for each in published.citations if each.path in paths)


def _verdict(published: Decimal | None, allowed: tuple[Decimal, ...]) -> Agreement:
    if published is None:
        return Agreement.NOT_PUBLISHED
    if published not in allowed:
        return Agreement.DIFFERS
    return Agreement.AGREES if len(allowed) == 1 else Agreement.POSSIBLE


def _row(each: ComparedCriterion) -> tuple[str | Decimal | None, ...]:
    return (
        each.derived.criterion.title,
        each.published,
        either(each.derived.candidates),
        each.verdict.title,
        each.published_level,
        " or ".join(level.title for level in each.derived.levels),
        "; ".join(map(str, each.derived.reasons)),
    )
