"""What changed between two scores: who moved, on which criterion, and why.

The scores are of two years, or of two countries. Why a criterion moved is a
smallest set of facts that, told anew, turns the one result into the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from operator import attrgetter

from attrs import frozen

from icluster._fields import check_type
from icluster.conditions import Value
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.rubrics import Criterion
from icluster.scoring._criterion_scores import CriterionScore
from icluster.scoring._named import by_name, some_names
from icluster.scoring._reasons import (
    cautions,
    fact_said,
    joined,
    points_said,
    smallest,
    values_said,
)
from icluster.scoring._scores import Score, totals_said
from icluster.tables import Column, Table, Tabular
from icluster.vocabularies import Vocabulary
from icluster.words import ENGLISH, Language, Listed, Sentence, Shown, Worded, say

__all__ = [
    "CriterionChange",
    "FactChange",
    "Movement",
    "Movements",
    "ScoreChange",
    "difference",
    "movements",
]


_MOST_SETS = 2**16
"""Sets of facts that are tried for one criterion at most."""


class Movement(Vocabulary):
    """Which way points went.

    Example:
        >>> Movement.ROSE.title
        'rose'
    """

    ROSE = "rose", "rose"
    FELL = "fell", "fell"
    STAYED = "stayed", "stayed"
    OPEN = "open", "the facts leave it open"


@frozen
class FactChange(Worded):
    """A fact that is told otherwise.

    Attributes:
        fact: Name of the fact.
        title: The fact in words.
        before: The values that were possible.
        after: The values that are possible.

    Example:
        >>> str(FactChange("monitoring", "monitoring", (False,), (True,)))
        'monitoring: no, then yes'
    """

    fact: str
    title: str
    before: tuple[Value, ...]
    after: tuple[Value, ...]

    def said(self) -> Sentence:
        """Return what was and what is possible as a sentence."""
        before = fact_said(self.title or self.fact, self.before)
        return say("{}, then {}", before, values_said(self.after))


@frozen
class CriterionChange(Worded):
    """One criterion in two scores.

    Attributes:
        before: What the facts allowed.
        after: What the facts allow.
        movement: Which way the points went.
        why: A smallest set of facts that, told as they are after, brings the
            levels from before to after; empty where those are the same. Of
            several smallest sets it is the first in the order of the schema.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, none)
        >>> before = scoring.score(eccp.MATURITY_2022, facts)
        >>> after = scoring.score(eccp.MATURITY_2022, facts.but(monitoring=True))
        >>> print(difference(before, after)["evidence"])
        Evidence of performance: 0, then 1; monitoring of the policy: no, then yes
    """

    before: CriterionScore
    after: CriterionScore
    movement: Movement
    why: tuple[FactChange, ...]

    @property
    def criterion(self) -> Criterion:
        """The criterion itself."""
        return self.after.criterion

    def said(self) -> Sentence:
        """Return the points before and after, and why, as a sentence."""
        before, after = self.before.candidates, self.after.candidates
        points = say("{}, then {}", points_said(before), points_said(after))
        return joined((say("{}: {}", say(self.criterion.title), points), *self.why))


@frozen
class ScoreChange(Shown):
    """Two scores by one rubric, criterion by criterion.

    Attributes:
        before: The one score.
        after: The other.
        criteria: One change a criterion, in printed order.
        movement: Which way the total went.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> unknown = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> difference(unknown, unknown).movement
        <Movement.OPEN: 'open'>
    """

    before: Score
    after: Score
    criteria: tuple[CriterionChange, ...]
    movement: Movement

    def __getitem__(self, criterion: str) -> CriterionChange:
        return self.criteria[self.after.rubric.index(criterion)]

    @property
    def moved(self) -> tuple[CriterionChange, ...]:
        """The criteria that certainly rose or fell."""
        certain = (Movement.ROSE, Movement.FELL)
        return tuple(change for change in self.criteria if change.movement in certain)

    @property
    def may_have_moved(self) -> bool:
        """Whether a criterion moved, or the facts leave it open."""
        return any(change.movement is not Movement.STAYED for change in self.criteria)


@frozen
class Movements(Tabular):
    """Scores of many at two times.

    Attributes:
        changed: Name and change of all that were scored both times.
        appeared: Names that were scored the second time only.
        left: Names that were scored the first time only.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> unknown = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> movements({"A": unknown}, {"A": unknown, "B": unknown}).appeared
        ('B',)
    """

    changed: tuple[tuple[str, ScoreChange], ...]
    appeared: tuple[str, ...]
    left: tuple[str, ...]

    def __getitem__(self, name: str) -> ScoreChange:
        for changed, change in self.changed:
            if changed == name:
                return change
        names = tuple(changed for changed, _ in self.changed)
        raise UnknownNameError("score at both times", name, names)

    @property
    def moved(self) -> tuple[str, ...]:
        """Names of those of which a criterion certainly rose or fell."""
        return tuple(name for name, change in self.changed if change.moved)

    def table(
        self, *, names: Iterable[str] | None = None, language: Language = ENGLISH
    ) -> Table:
        """Return a row for each criterion that moved or is open, and for each total.

        What is open stands there as open, also where nothing that is known changed.

        Args:
            names: Take only these names, for example those that `moved`.

        Raises:
            UnknownNameError: One of the names was not scored both times.

        Example:
            >>> from icluster import Facts, scoring
            >>> from icluster.reference import eccp
            >>> unknown = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> known = scoring.score(
            ...     eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True)
            ... )
            >>> movements({"A": unknown}, {"A": known}).table().records()[0]["movement"]
            'the facts leave it open'
        """
        asked = some_names(names, tuple(name for name, _ in self.changed))
        changed = [(name, change) for name, change in self.changed if name in asked]
        return Table.of(
            say("Changes"),
            [row for name, change in changed for row in _rows(name, change)],
            _COLUMNS,
            notes=self._notes(),
            language=language,
        )

    def _notes(self) -> Iterator[Sentence | str]:
        if self.appeared:
            yield say("Scored the second time only: {}.", self.appeared)
        if self.left:
            yield say("Scored the first time only: {}.", self.left)
        yield from cautions(change.after.rubric for _, change in self.changed)


@frozen
class _Row:
    """A line of the changes: a criterion of a name, or its total."""

    name: str
    title: str | Sentence
    before: Sentence | Listed
    after: Sentence | Listed
    movement: Movement
    why: tuple[FactChange, ...] = ()


def _rows(name: str, change: ScoreChange) -> Iterator[_Row]:
    for moved in change.criteria:
        if moved.movement is not Movement.STAYED:
            yield _Row(
                name,
                say(moved.criterion.title),
                points_said(moved.before.candidates),
                points_said(moved.after.candidates),
                moved.movement,
                moved.why,
            )
    before, after = totals_said(change.before), totals_said(change.after)
    yield _Row(name, say("Total"), before, after, change.movement)


_COLUMNS = (
    Column("name", "Name", of=attrgetter("name")),
    Column("criterion", "Criterion", of=attrgetter("title")),
    Column("before", "Before", numeric=True, ranged=True, of=attrgetter("before")),
    Column("after", "After", numeric=True, ranged=True, of=attrgetter("after")),
    Column("movement", "Movement", of=attrgetter("movement")),
    Column("why", "Because", of=lambda row: joined(row.why)),
)


def difference(before: Score, after: Score) -> ScoreChange:
    """Hold one score against another, criterion by criterion.

    A movement is certain where every completion of both agrees on it; facts that
    are unknown both times may have changed too, so what is open stays open.

    Args:
        before: The score of the earlier day, or of the one country.
        after: The score of the later day, or of the other country.

    Raises:
        InvalidValueError: The rubrics differ, or one is no score.
        TooLargeError: The facts of a criterion allow more than 65,536 sets of
            changes.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, none)
        >>> change = difference(
        ...     scoring.score(eccp.MATURITY_2022, facts),
        ...     scoring.score(eccp.MATURITY_2022, facts.but(targeted_policy=True)),
        ... )
        >>> for moved in change.moved:
        ...     print(moved)
        Policy scope: 0, then 2; targeted cluster policy in force: no, then yes
        Continuity of cluster policies: 0, then 0.5; targeted ...: no, then yes
    """
    check_type("before", before, Score)
    check_type("after", after, Score)
    if before.rubric != after.rubric:
        key = before.rubric.key
        expected = say("by {}, as before: points of two rubrics share no scale", key)
        if after.rubric.key == key:
            expected = say("by {} as it was before: its facts or criteria differ", key)
        raise InvalidValueError("after", expected, after.rubric.key)
    return ScoreChange(
        before,
        after,
        tuple(map(_criterion_change, before.criteria, after.criteria)),
        _movement((before.lowest, before.highest), (after.lowest, after.highest)),
    )


def movements(before: Mapping[str, Score], after: Mapping[str, Score]) -> Movements:
    """Hold the scores of many against those of another time, name by name.

    Args:
        before: Scores of the earlier day by name.
        after: Scores of the later day by name.

    Raises:
        InvalidValueError: What is given maps no names to scores, or two scores of
            one name are by different rubrics.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, none)
        >>> movements(
        ...     {"A": scoring.score(eccp.MATURITY_2022, facts)},
        ...     {"A": scoring.score(eccp.MATURITY_2022, facts.but(broad_policy=True))},
        ... ).moved
        ('A',)
    """
    by_name(("before",), before, "scores", Score)
    by_name(("after",), after, "scores", Score)
    return Movements(
        tuple(
            (name, difference(before[name], score))
            for name, score in after.items()
            if name in before
        ),
        tuple(name for name in after if name not in before),
        tuple(name for name in before if name not in after),
    )


def _movement(
    before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]
) -> Movement:
    if after[0] > before[1]:
        return Movement.ROSE
    if after[1] < before[0]:
        return Movement.FELL
    settled = before[0] == before[1] == after[0] == after[1]
    return Movement.STAYED if settled else Movement.OPEN


def _criterion_change(before: CriterionScore, after: CriterionScore) -> CriterionChange:
    points, then = before.candidates, after.candidates
    movement = _movement((points[0], points[-1]), (then[0], then[-1]))
    return CriterionChange(before, after, movement, tuple(_why(before, after)))


def _why(before: CriterionScore, after: CriterionScore) -> Iterator[FactChange]:
    """Yield the smallest set of facts that turns the one result into the other."""
    schema, used = before.facts.schema, before.criterion.fact_names()
    first, then = before.facts, after.facts
    names = tuple(n for n in schema.names if n in used and first[n] != then[n])
    if 2 ** len(names) > _MOST_SETS:
        raise TooLargeError("sets of changes", names, 2 ** len(names), _MOST_SETS)
    outcomes, index = before.rubric._outcomes, before.index
    levels = outcomes.levels(index, then._bits)

    def suffices(chosen: tuple[str, ...]) -> bool:
        merged = schema._merged(first._bits, chosen, then._bits)
        return outcomes.levels(index, merged) == levels

    for name in smallest(names, suffices):
        yield FactChange(name, schema[name].title, first[name], then[name])
