"""Views of scores, and of what follows from them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen

from icluster.conditions import Value
from icluster.errors import TooLargeError
from icluster.scoring import (
    ComparedCriterion,
    Comparison,
    CriterionScore,
    Score,
)
from icluster.scoring._reasons import cautions
from icluster.scoring._scores import totals_said
from icluster.wire._view_parts import (
    BasisView,
    ViewKind,
    Words,
    basis_of_facts,
    texts,
)

_LISTED = 100  # totals up to which each one is listed


@frozen(kw_only=True)
class TotalView:
    """The total of a score, or every total that its facts allow.

    Attributes:
        total: The one total that the facts allow, a decimal number as text; null
            where they allow several.
        totals: Every total that they allow, rising; null where these are more than a
            hundred.
        lowest: The lowest total that they allow.
        highest: The highest total that they allow.
        maximum: The most points that the rubric gives at all.
        text: What the total is, in words.
    """

    total: Decimal | None
    totals: tuple[Decimal, ...] | None
    lowest: Decimal
    highest: Decimal
    maximum: Decimal
    text: str


@frozen(kw_only=True)
class FactView:
    """A fact that a result rests on.

    Attributes:
        fact: Key of the fact, by which criteria name it among their reasons.
        values: The values still possible.
        text: The fact and its values, in words.
        sources: Where it was read, each source by its key.
    """

    fact: str
    values: tuple[Value, ...]
    text: str
    sources: tuple[str, ...]


@frozen(kw_only=True)
class CriterionView:
    """What facts allow for one criterion.

    Attributes:
        criterion: Key of the criterion.
        title: What it is called.
        points: The points that the facts allow, rising, without the weight.
        weight: What they are multiplied by in the total.
        maximum: The most points it gives in the total.
        levels: The levels that the facts allow, in the words of the rubric.
        reasons: A smallest set of facts that allows these levels and no others, by
            their keys.
    """

    criterion: str
    title: str
    points: tuple[Decimal, ...]
    weight: Decimal
    maximum: Decimal
    levels: tuple[str, ...]
    reasons: tuple[str, ...]


@frozen(kw_only=True)
class ScoreView:
    """A score.

    Attributes:
        kind: What this is.
        title: What the rubric is called.
        total: The total, or every total possible.
        criteria: One for each criterion, in printed order.
        facts: The facts that these rest on, each once.
        settled_by: Keys of the facts on which the total still hangs.
        notes: What a reader must know: decisions, what was not counted.
        cautions: What must be said wherever the score is shown.
        basis: What it rests on.
    """

    kind: Literal[ViewKind.SCORE]
    title: str
    total: TotalView
    criteria: tuple[CriterionView, ...]
    facts: tuple[FactView, ...]
    settled_by: tuple[str, ...]
    notes: tuple[str, ...]
    cautions: tuple[str, ...]
    basis: BasisView


def score_view(score: Score, words: Words) -> ScoreView:
    """Return the view of a score."""
    warned = cautions((score.rubric,))
    notes = score.table().notes
    return ScoreView(
        kind=ViewKind.SCORE,
        title=words.title(score.rubric.title),
        total=total_view(score, words),
        criteria=tuple(_criterion(scored, words) for scored in score),
        facts=_facts(score, words),
        settled_by=score.settled_by[0],
        notes=words.all(note for note in notes if note not in warned),
        cautions=words.all(warned),
        basis=basis_of(score),
    )


def basis_of(score: Score) -> BasisView:
    return basis_of_facts(score.rubric.key, score.facts.provenance)


def total_view(score: Score, words: Words) -> TotalView:
    try:
        totals = score.totals
    except TooLargeError:
        totals = ()
    is_listed = 0 < len(totals) <= _LISTED
    return TotalView(
        total=totals[0] if len(totals) == 1 else None,
        totals=totals if is_listed else None,
        lowest=score.lowest,
        highest=score.highest,
        maximum=score.maximum,
        text=words.of(totals_said(score)),
    )


def _criterion(scored: CriterionScore, words: Words) -> CriterionView:
    criterion = scored.criterion
    return CriterionView(
        criterion=criterion.key,
        title=words.title(criterion.title),
        points=scored.candidates,
        weight=criterion.weight,
        maximum=criterion.weighted_maximum,
        levels=words.all(level.title for level in scored.levels),
        reasons=_reasons(scored),
    )


def _reasons(scored: CriterionScore) -> tuple[str, ...]:
    return tuple(reason.fact for reason in scored.reasons)


def _facts(score: Score, words: Words) -> tuple[FactView, ...]:
    reasons = {reason.fact: reason for scored in score for reason in scored.reasons}
    return tuple(
        FactView(
            fact=reason.fact,
            values=reason.values,
            text=words.of(reason),
            sources=texts(reason.citations),
        )
        for reason in reasons.values()
    )


# --- a published score beside it -----------------------------------------------


@frozen(kw_only=True)
class ComparedView:
    """One criterion: what was published, and what the facts allow.

    Attributes:
        criterion: Key of the criterion.
        title: What it is called.
        published: The points as published; null where there are none.
        published_level: The rubric's sentence for these points; may be empty.
        derived: The points that the facts allow, rising.
        derived_levels: The rubric's sentences for these points.
        agreement: How the two stand to each other.
        reasons: A smallest set of facts that allows what was derived, by their keys.
        sources: Where the published points were read.
    """

    criterion: str
    title: str
    published: Decimal | None
    published_level: str
    derived: tuple[Decimal, ...]
    derived_levels: tuple[str, ...]
    agreement: str
    reasons: tuple[str, ...]
    sources: tuple[str, ...]


@frozen(kw_only=True)
class ComparisonView:
    """A published score and a derived one, side by side.

    Attributes:
        kind: What this is.
        title: What the rubric is called.
        subject: What was scored.
        agrees: Whether every criterion and the total agree.
        published: The total as published.
        sum_published: The published points added up, weights applied; null where a
            criterion was not published.
        agreement: How the published total stands to what was derived.
        total: The derived total, or every total possible.
        criteria: One for each criterion, in printed order.
        facts: The facts that what was derived rests on, each once.
        cautions: What must be said wherever the score is shown.
        basis: What it rests on.
    """

    kind: Literal[ViewKind.COMPARISON]
    title: str
    subject: str
    agrees: bool
    published: Decimal
    sum_published: Decimal | None
    agreement: str
    total: TotalView
    criteria: tuple[ComparedView, ...]
    facts: tuple[FactView, ...]
    cautions: tuple[str, ...]
    basis: BasisView


def comparison_view(comparison: Comparison, words: Words) -> ComparisonView:
    """Return the view of a published score and a derived one."""
    score, published = comparison.score, comparison.published
    return ComparisonView(
        kind=ViewKind.COMPARISON,
        title=words.title(score.rubric.title),
        subject=published.subject,
        agrees=comparison.agrees,
        published=published.total,
        sum_published=comparison.sum_published,
        agreement=comparison.total.value,
        total=total_view(score, words),
        criteria=tuple(_compared(compared, words) for compared in comparison),
        facts=_facts(score, words),
        cautions=words.all(cautions((score.rubric,))),
        basis=basis_of(score),
    )


def _compared(compared: ComparedCriterion, words: Words) -> ComparedView:
    derived = compared.derived
    level = compared.published_level
    return ComparedView(
        criterion=compared.key,
        title=words.title(derived.criterion.title),
        published=compared.published,
        published_level=words.title(level) if level else "",
        derived=derived.candidates,
        derived_levels=words.all(level.title for level in derived.levels),
        agreement=compared.agreement.value,
        reasons=_reasons(derived),
        sources=texts(compared.citations),
    )
