"""What changed between two scores: who moved, on which criterion, and why.

The scores are of two years, or of two countries. Why a criterion moved is a
smallest set of facts that, told anew, turns the one result into the other.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from icluster.conditions import Value
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.scoring._given import check_scores, some_names
from icluster.scoring.scores import CriterionScore, Reason, Score, either
from icluster.tables import Column, Table
from icluster.vocabularies import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from icluster.rubrics import Criterion

__all__ = [
    "Changes",
    "CriterionChange",
    "FactChange",
    "Movement",
    "ScoreChange",
    "difference",
    "movements",
]


def __dir__() -> list[str]:
    return __all__


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
class FactChange:
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

    def __str__(self) -> str:
        then = str(Reason(self.fact, self.title, self.after)).rpartition(": ")[2]
        return f"{Reason(self.fact, self.title, self.before)}, then {then}"


@frozen
class CriterionChange:
    """One criterion in two scores.

    Attributes:
        before: What the facts allowed.
        after: What the facts allow.
        movement: Which way the points went.
        why: A smallest set of facts that, told as they are after, brings the
            levels from before to after; empty where those are the same. Of
            several smallest sets it is the first in the order of the schema.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, none)
        >>> before = score(eccp.MATURITY_2022, facts)
        >>> after = score(eccp.MATURITY_2022, facts.but(monitoring=True))
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

    def __str__(self) -> str:
        points = (
            f"{either(self.before.candidates)}, then {either(self.after.candidates)}"
        )
        return "; ".join((f"{self.criterion.title}: {points}", *map(str, self.why)))


@frozen
class ScoreChange:
    """Two scores by one rubric, criterion by criterion.

    Attributes:
        before: The one score.
        after: The other.
        criteria: One change a criterion, in printed order.
        movement: Which way the total went.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
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
        return tuple(each for each in self.criteria if each.movement in certain)


@frozen
class Changes:
    """Scores of many at two times.

    Attributes:
        changed: Name and change of all that were scored both times.
        appeared: Names that were scored the second time only.
        left: Names that were scored the first time only.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> movements({"A": unknown}, {"A": unknown, "B": unknown}).appeared
        ('B',)
    """

    changed: tuple[tuple[str, ScoreChange], ...]
    appeared: tuple[str, ...]
    left: tuple[str, ...]

    def __getitem__(self, name: str) -> ScoreChange:
        for each, change in self.changed:
            if each == name:
                return change
        known = tuple(each for each, _ in self.changed)
        raise UnknownNameError("score at both times", name, known)

    @property
    def moved(self) -> tuple[str, ...]:
        """Names of those of which a criterion certainly rose or fell."""
        return tuple(name for name, change in self.changed if change.moved)

    def table(self, *, names: Iterable[str] | None = None) -> Table:
        """Return a row for each criterion that moved or is open, and for each total.

        What is open stands there as open, also where nothing that is known changed.

        Args:
            names: Take only these names, for example those that `moved`.

        Raises:
            UnknownNameError: One of the names was not scored both times.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> from icluster.scoring import score
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> known = score(
            ...     eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True)
            ... )
            >>> movements({"A": unknown}, {"A": known}).table().records()[0]["movement"]
            'the facts leave it open'
        """
        known = tuple(name for name, _ in self.changed)
        wanted = some_names(names, known)
        cautions = {change.after.rubric.caution for _, change in self.changed} - {""}
        return Table(
            title="Changes",
            columns=(
                Column("name", "Name"),
                Column("criterion", "Criterion"),
                Column("before", "Before", numeric=True),
                Column("after", "After", numeric=True),
                Column("movement", "Movement"),
                Column("why", "Because"),
            ),
            rows=[
                row
                for name, change in self.changed
                if name in wanted
                for row in _rows(name, change)
            ],
            notes=(*self._notes(), *sorted(cautions)),
        )

    def _notes(self) -> Iterator[str]:
        if self.appeared:
            yield f"Scored the second time only: {', '.join(self.appeared)}."
        if self.left:
            yield f"Scored the first time only: {', '.join(self.left)}."

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


def _rows(name: str, change: ScoreChange) -> Iterator[tuple[str, ...]]:
    for each in change.criteria:
        if each.movement is not Movement.STAYED:
            yield (
                name,
                each.criterion.title,
                either(each.before.candidates),
                either(each.after.candidates),
                each.movement.title,
                "; ".join(map(str, each.why)),
            )
    totals = (either(change.before.totals), either(change.after.totals))
    yield (name, "Total", *totals, change.movement.title, "")


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
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, none)
        >>> change = difference(
        ...     score(eccp.MATURITY_2022, facts),
        ...     score(eccp.MATURITY_2022, facts.but(targeted_policy=True)),
        ... )
        >>> for each in change.moved:
        ...     print(each)
        Policy scope: 0, then 2; targeted cluster policy in force: no, then yes
        Continuity of cluster policies: 0, then 0.5; targeted ...: no, then yes
    """
    for place, each in (("before", before), ("after", after)):
        if not isinstance(each, Score):
            raise InvalidValueError(place, "of type Score", each)
    if before.rubric != after.rubric:
        raise InvalidValueError(
            "after", f"by {before.rubric.key}, as before", after.rubric.key
        )
    pairs = zip(before.criteria, after.criteria, strict=True)
    return ScoreChange(
        before,
        after,
        tuple(_criterion_change(one, other) for one, other in pairs),
        _movement((before.lowest, before.highest), (after.lowest, after.highest)),
    )


def movements(before: Mapping[str, Score], after: Mapping[str, Score]) -> Changes:
    """Hold the scores of many against those of another time, name by name.

    Args:
        before: Scores of the earlier day by name.
        after: Scores of the later day by name.

    Raises:
        InvalidValueError: What is given maps no names to scores, or two scores of
            one name are by different rubrics.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, none)
        >>> movements(
        ...     {"A": score(eccp.MATURITY_2022, facts)},
        ...     {"A": score(eccp.MATURITY_2022, facts.but(broad_policy=True))},
        ... ).moved
        ('A',)
    """
    check_scores("before", before)
    check_scores("after", after)
    return Changes(
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
    one, other = before.candidates, after.candidates
    return CriterionChange(
        before,
        after,
        _movement((one[0], one[-1]), (other[0], other[-1])),
        tuple(_why(before, after)),
    )


def _why(before: CriterionScore, after: CriterionScore) -> Iterator[FactChange]:
    """Yield the smallest set of facts that turns the one result into the other."""
    schema, used = before.facts.schema, before.criterion.fact_names()
    names = tuple(
        name
        for name in schema.names
        if name in used and before.facts[name] != after.facts[name]
    )
    for name in _smallest(before, after, names):
        yield FactChange(
            name, schema[name].title, before.facts[name], after.facts[name]
        )


def _smallest(
    before: CriterionScore, after: CriterionScore, names: tuple[str, ...]
) -> tuple[str, ...]:
    if 2 ** len(names) > _MOST_SETS:
        raise TooLargeError("sets of changes", names, 2 ** len(names), _MOST_SETS)
    outcomes, index = before.rubric.outcomes, before.index
    wanted = outcomes.levels(index, after.facts.bits)
    sets = (
        chosen for size in range(len(names) + 1) for chosen in combinations(names, size)
    )
    return next(
        chosen
        for chosen in sets
        if outcomes.levels(index, _told(before, after, chosen)) == wanted
    )


def _told(before: CriterionScore, after: CriterionScore, names: tuple[str, ...]) -> int:
    """Return the bits of the facts before, some told as they are after."""
    bits = before.facts.bits
    for name in names:
        _, shift, mask = before.facts.schema.slot(name)
        bits = bits & ~(mask << shift) | after.facts.bits & mask << shift
    return bits
