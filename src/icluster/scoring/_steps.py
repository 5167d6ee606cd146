"""What must change for a higher level, and what it is worth.

A step makes some facts so that a criterion surely reaches a higher level,
whatever is still unknown. It is minimal: no part of it reaches as much. What a
policy maker decides and what only time brings are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import attrgetter

from attrs import field, frozen

from icluster._exact import total_of, trimmed
from icluster._fields import all_of, instance_of, to_tuple
from icluster.conditions import Value
from icluster.dates import Turn
from icluster.facts import Facts
from icluster.rubrics import Criterion, Level, Rubric
from icluster.scoring._lifts import facts_after, is_idle, lifts
from icluster.scoring._pages import sources
from icluster.scoring._reasons import cautions, fact_said, joined
from icluster.scoring._scores import Score, score
from icluster.tables import Column, Section, Table, Tabular, document
from icluster.words import ENGLISH, Language, Sentence, Worded, say

__all__ = ["Act", "NextSteps", "Step", "Wait", "next_steps"]


@frozen
class Act(Worded):
    """A fact that somebody decides on.

    Attributes:
        fact: Name of the fact.
        title: The fact in words.
        value: What it is to become.

    Example:
        >>> str(Act("monitoring", "monitoring of the policy", True))
        'monitoring of the policy: yes'
    """

    fact: str
    title: str
    value: Value

    def said(self) -> Sentence:
        """Return what is decided as a sentence."""
        return fact_said(self.title or self.fact, (self.value,))


@frozen
class Wait(Worded):
    """A fact that only time changes.

    Attributes:
        fact: Name of the fact.
        title: The fact in words.
        value: What it will become.
        years: Over how many years after the start that is.
        turn: When that is; None where the start is not known or lies ahead.

    Example:
        >>> str(Wait("established", "time since the start", "over_10_years", 10, None))
        'time since the start: over 10 years (more than 10 years after the start)'
    """

    fact: str
    title: str
    value: Value
    years: int
    turn: Turn | None

    def said(self) -> Sentence:
        """Return what time brings, and when, as a sentence."""
        return say(
            "{} ({})", fact_said(self.title or self.fact, (self.value,)), self._when
        )

    @property
    def _when(self) -> Sentence:
        if self.turn is None:
            return say("more than {} {0?year|years} after the start", self.years)
        # A turn that is not exact says in words between which days it lies.
        return say("on {}", self.turn) if self.turn.is_exact else say("{}", self.turn)


@frozen
class Step(Worded):
    """A smallest set of changes that lifts one criterion.

    Attributes:
        criterion: The criterion that is lifted.
        acts: What somebody decides.
        waits: What only time brings.
        level: The level that is then surely reached, or passed.
        after: The facts as they then stand.
        gain: What it adds to the lowest total, weights and all other criteria
            included.
        gain_of_highest: What it adds to the highest total; the same for a score
            that is settled before and after.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> nothing = dict.fromkeys(eccp.FACTS_2022.names, False)
        >>> facts = Facts.of(
        ...     eccp.FACTS_2022, nothing | {"established": "within_2_years"}
        ... )
        >>> for step in next_steps(eccp.MATURITY_2022, facts).for_criterion("scope"):
        ...     print(step)
        Policy scope 2 (+2.5): targeted cluster policy in force: yes
        Policy scope 1 (+1): sectoral policy that touches clusters in force: yes
        Policy scope 0.5 (+0.5): broader policy that touches clusters in force: yes
    """

    criterion: Criterion
    acts: tuple[Act, ...]
    waits: tuple[Wait, ...]
    level: Level
    after: Facts
    gain: Decimal
    gain_of_highest: Decimal

    @property
    def weighted(self) -> Decimal:
        """The points of the level as they count in the total."""
        return self.criterion.weighted(self.level.points)

    @property
    def is_time_alone(self) -> bool:
        """Whether nobody needs to decide anything."""
        return not self.acts

    def said(self) -> Sentence:
        """Return what is reached, what it is worth and what it takes."""
        return say(
            "{} {} ({}): {}",
            say(self.criterion.title),
            self.level.points,
            _signed(self.gain),
            joined((*self.acts, *self.waits)),
        )


@frozen
class NextSteps(Sequence[Step], Tabular):
    """All steps from where the facts stand, in order of criteria.

    Attributes:
        score: The score that they start from.
        steps: The steps; those that need a decision before those of time alone.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> steps = next_steps(
        ...     eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True)
        ... )
        >>> len(steps.for_criterion("evidence"))
        2
    """

    score: Score = field(validator=instance_of(Score))
    steps: tuple[Step, ...] = field(converter=to_tuple, validator=all_of(Step))

    def __getitem__(self, index: int) -> Step:  # type: ignore[override]
        return self.steps[index]

    def __len__(self) -> int:
        return len(self.steps)

    def for_criterion(self, key: str) -> tuple[Step, ...]:
        """Return the steps that lift one criterion."""
        criterion = self.score.rubric[key]
        return tuple(step for step in self.steps if step.criterion == criterion)

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the steps as a table."""
        rubric, subject = self.score.rubric, self.score.facts.provenance.subject
        headline = say("What would lift the score: {}", say(rubric.title))
        return Table.of(
            say("{}: {}", subject, headline) if subject else headline,
            self.steps,
            _WEIGHTED_COLUMNS if rubric.is_weighted else _COLUMNS,
            notes=cautions((rubric,)),
            language=language,
        )

    def document(
        self, *, figures: Iterable[str] = (), language: Language = ENGLISH
    ) -> str:
        """Return the score as one HTML document, and what would lift it.

        First page as that of `Score.document`, and the three criteria that would gain
        most by somebody's decision; all steps stand among the details.

        Args:
            figures: Ready SVG for the end of the first page; `icluster.plots.document`
                makes the document with its own.
            language: What it is put into.

        Raises:
            InvalidValueError: A figure is no SVG.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> facts = Facts.of(eccp.FACTS_2022, monitoring=True)
            >>> page = next_steps(eccp.MATURITY_2022, facts).document()
            >>> "<li>Policy scope 2 (+2.5): targeted cluster policy" in page
            True
        """
        best: dict[str, Step] = {}
        for step in self.steps:
            key = step.criterion.key
            if step.acts and (key not in best or step.gain > best[key].gain):
                best[key] = step
        gaining = sorted(best.values(), key=lambda step: step.gain, reverse=True)
        advice = tuple(step.said() for step in gaining[:_ADVISED])
        do_first = Section(say("What to do first"), [advice or say("None.")])
        details = Section(say("Details"), [self.table(), self.score._details])
        last = [details, *sources(self.score.criteria)]
        return document(
            self.score.said(),
            [[*self.score._first_page, do_first], last],
            figures=figures,
            language=language,
        )


_ADVISED = 3  # steps on the first page of a document


def _signed(gain: Decimal) -> Sentence:
    return Sentence("{}" if gain < 0 else "+{}", (gain,))


def _gains(step: Step) -> Sentence:
    gains = sorted({step.gain, step.gain_of_highest})
    first, *more = map(_signed, gains)
    return say("{} to {}", first, *more) if more else first


_REACHED = (
    Column("criterion", "Criterion", of=lambda step: say(step.criterion.title)),
    Column("points", "Reaches", numeric=True, of=attrgetter("level.points")),
)
_NEEDED = (
    Column("gain", "Total gains", numeric=True, ranged=True, of=_gains),
    Column("decide", "By decision", of=lambda step: joined(step.acts)),
    Column("wait", "By time alone", of=lambda step: joined(step.waits)),
)
_COLUMNS = (*_REACHED, *_NEEDED)
_WEIGHTED_COLUMNS = (
    *_REACHED,
    Column("weighted", "Weighted points", numeric=True, of=attrgetter("weighted")),
    *_NEEDED,
)


def next_steps(rubric: Rubric, facts: Facts) -> NextSteps:
    """Return every smallest set of changes that lifts a criterion.

    For an open criterion a step is what makes a level sure that is not sure yet.
    What would leave the rubric, into what no level and no gap covers, is no step.
    A fact that time drives is never decided; where a decision makes it matter
    for the first time, it starts at its first value.

    Args:
        rubric: The rubric.
        facts: Where things stand; days of what time brings are taken from their
            provenance, as `read_facts` records it.

    Raises:
        TooLargeError: A criterion has more than 65,536 combinations of changes.

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
        >>> for step in next_steps(eccp.MATURITY_2022, facts).for_criterion("evidence"):
        ...     print(step)
        Evidence of performance 1 (+0.5): ongoing or interim evaluation: yes
        Evidence of performance 2 (+1.5): monitoring of the policy: yes
    """
    before = score(rubric, facts)  # refuses what is no rubric and no facts
    steps = [
        _step(before, index, position, changed)
        for index in range(len(rubric.criteria))
        for position, changed in lifts(rubric, index, facts)
    ]
    order = {criterion.key: index for index, criterion in enumerate(rubric.criteria)}
    steps.sort(key=lambda step: (order[step.criterion.key], step.is_time_alone))
    return NextSteps(before, steps)


def _step(before: Score, index: int, position: int, changed: dict[str, Value]) -> Step:
    facts, criterion = before.facts, before.rubric.criteria[index]
    after = facts_after(facts, changed) or facts  # only what can come about gets here
    then = score(before.rubric, after)
    by_time = {name for name in changed if facts.schema[name].driven_by_time}
    return Step(
        criterion,
        tuple(
            Act(name, facts.schema[name].title, value)
            for name, value in changed.items()
            if name not in by_time
        ),
        tuple(_wait(facts, name, changed[name]) for name in changed if name in by_time),
        criterion.levels[position],
        after,
        trimmed(total_of((then.lowest, before.lowest.copy_negate()))),
        trimmed(total_of((then.highest, before.highest.copy_negate()))),
    )


def _wait(facts: Facts, name: str, value: Value) -> Wait:
    fact = facts.schema[name]
    turn = None if is_idle(fact, facts) else facts.provenance.turn_of(name, value)
    years = fact.boundaries[fact.position(value) - 1]
    return Wait(name, fact.title, value, years, turn)
