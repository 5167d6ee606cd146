"""Views of what surrounds a score: other readings, next steps, other scores."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from attrs import evolve, frozen

from icluster.conditions import Value
from icluster.editions import Reading
from icluster.provenance import Provenance
from icluster.scoring import Act, NextSteps, Ranking, Readings, ReadingScore, Step, Wait
from icluster.scoring._reasons import cautions
from icluster.wire._score_views import TotalView, basis_of, total_view
from icluster.wire._view_parts import (
    Answers,
    BasisView,
    ViewKind,
    Words,
    basis_of_facts,
)


@frozen(kw_only=True)
class NamedView:
    """A key and what it stands for.

    Attributes:
        key: The key.
        title: What it stands for, in words.
    """

    key: str
    title: str


@frozen(kw_only=True)
class QuestionView:
    """A question that the documents leave open.

    Attributes:
        question: Key of the question.
        title: The question, as a statement to agree with or not.
        choices: The possible answers; the first is the publisher's.
    """

    question: str
    title: str
    choices: tuple[NamedView, ...]


@frozen(kw_only=True)
class ReadingView:
    """One reading of the documents, and its score.

    Attributes:
        differs: Pairs of question and answer, by their keys, where it departs from
            the publisher.
        totals: Every total that it allows, rising.
        points: The points that it allows for each criterion, in the order of these.
    """

    differs: Answers
    totals: tuple[Decimal, ...]
    points: tuple[tuple[Decimal, ...], ...]


@frozen(kw_only=True)
class ReadingsView:
    """Every reading of the same documents, and the score by each.

    Attributes:
        kind: What this is.
        title: What the edition is called.
        questions: What the documents leave open.
        criteria: The criteria, in printed order.
        totals: Every total that some reading allows, rising.
        readings: The published reading, then those that differ in one answer, in two,
            and so on.
        cautions: What must be said wherever a score is shown.
        basis: What it rests on; its reading is the publisher's.
    """

    kind: Literal[ViewKind.READINGS]
    title: str
    questions: tuple[QuestionView, ...]
    criteria: tuple[NamedView, ...]
    totals: tuple[Decimal, ...]
    readings: tuple[ReadingView, ...]
    cautions: tuple[str, ...]
    basis: BasisView


def readings_view(readings: Readings, words: Words) -> ReadingsView:
    """Return the view of every reading of the same documents."""
    edition = readings.edition
    rubric = edition.rubric
    first = readings.entries[0].score.facts.provenance if readings.entries else None
    provenance = first or Provenance(edition=edition.key)
    basis = basis_of_facts(rubric.key, provenance)
    return ReadingsView(
        kind=ViewKind.READINGS,
        title=words.title(edition.title),
        questions=tuple(
            QuestionView(
                question=question.key,
                title=words.title(question.title),
                choices=tuple(
                    NamedView(key=choice.key, title=words.title(choice.title))
                    for choice in question.choices
                ),
            )
            for question in edition.questions
        ),
        criteria=tuple(
            NamedView(key=criterion.key, title=words.title(criterion.title))
            for criterion in rubric.criteria
        ),
        totals=readings.totals,
        readings=tuple(
            _reading(entry, edition.published) for entry in readings.entries
        ),
        cautions=words.all(cautions((rubric,))),
        basis=evolve(basis, reading=edition.published.answers),
    )


def _reading(entry: ReadingScore, published: Reading) -> ReadingView:
    usual = dict(published.answers)
    return ReadingView(
        differs=tuple(
            (question, choice)
            for question, choice in entry.reading
            if usual[question] != choice
        ),
        totals=entry.score.totals,
        points=tuple(scored.candidates for scored in entry.score),
    )


# --- what would lift it ----------------------------------------------------------


@frozen(kw_only=True)
class ActView:
    """A fact that somebody decides on.

    Attributes:
        fact: Key of the fact.
        value: What it is to become.
        text: The two in words.
    """

    fact: str
    value: Value
    text: str


@frozen(kw_only=True)
class WaitView:
    """A fact that only time changes.

    Attributes:
        fact: Key of the fact.
        value: What it will become.
        text: The two in words, and when.
        earliest: First day on which it may be so; null where nobody knows.
        latest: First day on which it certainly is; null where nobody knows.
    """

    fact: str
    value: Value
    text: str
    earliest: date | None
    latest: date | None


@frozen(kw_only=True)
class StepView:
    """A smallest set of changes that lifts one criterion.

    Attributes:
        criterion: Key of the criterion that is lifted.
        points: The points that are then surely reached, or passed.
        level: The level of these points, in the words of the rubric.
        gain: What it adds to the lowest total.
        gain_of_highest: What it adds to the highest total.
        acts: What somebody decides.
        waits: What only time brings.
    """

    criterion: str
    points: Decimal
    level: str
    gain: Decimal
    gain_of_highest: Decimal
    acts: tuple[ActView, ...]
    waits: tuple[WaitView, ...]


@frozen(kw_only=True)
class NextStepsView:
    """What would lift a score.

    Attributes:
        kind: What this is.
        title: What the rubric is called.
        total: The total that the steps start from.
        criteria: The criteria, in printed order.
        steps: The steps; of each criterion those of time alone come last.
        cautions: What must be said wherever a score is shown.
        basis: What the score rests on.
    """

    kind: Literal[ViewKind.NEXT_STEPS]
    title: str
    total: TotalView
    criteria: tuple[NamedView, ...]
    steps: tuple[StepView, ...]
    cautions: tuple[str, ...]
    basis: BasisView


def next_steps_view(steps: NextSteps, words: Words) -> NextStepsView:
    """Return the view of what would lift a score."""
    rubric = steps.score.rubric
    return NextStepsView(
        kind=ViewKind.NEXT_STEPS,
        title=words.title(rubric.title),
        total=total_view(steps.score, words),
        criteria=tuple(
            NamedView(key=criterion.key, title=words.title(criterion.title))
            for criterion in rubric.criteria
        ),
        steps=tuple(_step(step, words) for step in steps),
        cautions=words.all(cautions((rubric,))),
        basis=basis_of(steps.score),
    )


def _step(step: Step, words: Words) -> StepView:
    return StepView(
        criterion=step.criterion.key,
        points=step.level.points,
        level=words.title(step.level.title),
        gain=step.gain,
        gain_of_highest=step.gain_of_highest,
        acts=tuple(_act(act, words) for act in step.acts),
        waits=tuple(_wait(wait, words) for wait in step.waits),
    )


def _act(act: Act, words: Words) -> ActView:
    return ActView(fact=act.fact, value=act.value, text=words.of(act))


def _wait(wait: Wait, words: Words) -> WaitView:
    turn = wait.turn
    return WaitView(
        fact=wait.fact,
        value=wait.value,
        text=words.of(wait),
        earliest=None if turn is None else turn.earliest,
        latest=None if turn is None else turn.latest,
    )


# --- beside others -----------------------------------------------------------------


@frozen(kw_only=True)
class RankedView:
    """One score and the ranks it may have among the others.

    Attributes:
        name: Whose score it is.
        best: The best rank that the facts allow, from 1; ties share the best.
        worst: The worst rank that they allow.
        total: The total, or every total possible.
        basis: What the score rests on.
    """

    name: str
    best: int
    worst: int
    total: TotalView
    basis: BasisView


@frozen(kw_only=True)
class RankingView:
    """Scores in order of the ranks they may have.

    Attributes:
        kind: What this is.
        ranks: The scores in order.
        notes: What a reader must know: whether day and reading are the same for all.
        cautions: What must be said wherever a score is shown.
    """

    kind: Literal[ViewKind.RANKING]
    ranks: tuple[RankedView, ...]
    notes: tuple[str, ...]
    cautions: tuple[str, ...]


def ranking_view(ranking: Ranking, words: Words) -> RankingView:
    """Return the view of scores in order."""
    warned = cautions(entry.score.rubric for entry in ranking)
    return RankingView(
        kind=ViewKind.RANKING,
        ranks=tuple(
            RankedView(
                name=entry.name,
                best=entry.best,
                worst=entry.worst,
                total=total_view(entry.score, words),
                basis=basis_of(entry.score),
            )
            for entry in ranking
        ),
        notes=words.all(note for note in ranking.table().notes if note not in warned),
        cautions=words.all(warned),
    )
