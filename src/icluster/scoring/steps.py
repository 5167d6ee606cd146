"""What must change for a higher level, and what it is worth.

A step makes some facts so that a criterion surely reaches a higher level,
whatever is still unknown. It is minimal: no part of it reaches as much. What a
policy maker decides and what only time brings are told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._exact import to_decimal_text, total_of
from icluster._fields import all_of, instance_of, to_tuple
from icluster.conditions import Value
from icluster.dates import Turn
from icluster.errors import TooLargeError
from icluster.facts import Facts
from icluster.rubrics import Criterion, Level
from icluster.scoring.scores import Reason, Score, score
from icluster.tables import Column, Table
from icluster.words import printable

if TYPE_CHECKING:
    from icluster.facts import Fact
    from icluster.rubrics import Rubric

__all__ = ["Change", "NextSteps", "Step", "Wait", "next_steps"]


def __dir__() -> list[str]:
    return __all__


_MOST_CHANGES = 2**16
"""Combinations of changes that are tried for one criterion at most."""


@frozen
class Change:
    """A fact that somebody decides on.

    Attributes:
        fact: Name of the fact.
        title: The fact in words.
        value: What it is to become.

    Example:
        >>> str(Change("monitoring", "monitoring of the policy", True))
        'monitoring of the policy: yes'
    """

    fact: str
    title: str
    value: Value

    def __str__(self) -> str:
        return str(Reason(self.fact, self.title, (self.value,)))


@frozen
class Wait:
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

    def __str__(self) -> str:
        when = f"more than {self.years} years after the start"
        if self.turn is not None:
            when = f"on {self.turn}" if self.turn.is_exact else f"{self.turn}"
        return f"{Reason(self.fact, self.title, (self.value,))} ({when})"


@frozen
class Step:
    """A smallest set of changes that lifts one criterion.

    Attributes:
        criterion: The criterion that is lifted.
        changes: What somebody decides.
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
        Policy scope 1 (+1.0): sectoral policy that touches clusters in force: yes
        Policy scope 0.5 (+0.5): broader policy that touches clusters in force: yes
    """

    criterion: Criterion
    changes: tuple[Change, ...]
    waits: tuple[Wait, ...]
    level: Level
    after: Facts
    gain: Decimal
    gain_of_highest: Decimal

    @property
    def is_time_alone(self) -> bool:
        """Whether nobody needs to decide anything."""
        return not self.changes

    def __str__(self) -> str:
        parts = "; ".join(map(str, (*self.changes, *self.waits)))
        points = to_decimal_text(self.level.points)
        reached = f"{self.criterion.title} {points} ({_signed(self.gain)})"
        return printable(f"{reached}: {parts}")


@frozen
class NextSteps(Sequence[Step]):
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
        wanted = self.score.rubric[key]
        return tuple(step for step in self.steps if step.criterion == wanted)

    def table(self) -> Table:
        """Return the steps as a table."""
        return Table(
            title=f"What would lift the score: {self.score.rubric.title}",
            columns=(
                Column("criterion", "Criterion"),
                Column("points", "Reaches", numeric=True),
                Column("gain", "Total gains", numeric=True),
                Column("decide", "By decision"),
                Column("wait", "By time alone"),
            ),
            rows=map(_row, self.steps),
            notes=(self.score.rubric.caution,) if self.score.rubric.caution else (),
        )

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


def _signed(gain: Decimal) -> str:
    return ("" if gain < 0 else "+") + to_decimal_text(gain)


def _row(step: Step) -> tuple[str | Decimal, ...]:
    gains = dict.fromkeys((_signed(step.gain), _signed(step.gain_of_highest)))
    return (
        step.criterion.title,
        step.level.points,
        " to ".join(gains),
        "; ".join(map(str, step.changes)),
        "; ".join(map(str, step.waits)),
    )


def next_steps(rubric: Rubric, facts: Facts) -> NextSteps:
    """Return every smallest set of changes that lifts a criterion.

    For an open criterion a step is what makes a level sure that is not sure yet.
    A fact that time drives is never decided; where a decision makes it matter
    for the first time, it starts at its first value.

    Args:
        rubric: The rubric.
        facts: Where things stand; days of what time brings are taken from their
            provenance, as `policy_facts` records it.

    Raises:
        TooLargeError: A criterion has more than 65,536 combinations of changes.

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
        >>> for step in next_steps(eccp.MATURITY_2022, facts).for_criterion("evidence"):
        ...     print(step)
        Evidence of performance 1 (+0.5): ongoing or interim evaluation: yes
        Evidence of performance 2 (+1.5): monitoring of the policy: yes
    """
    before = score(rubric, facts)  # refuses what is no rubric and no facts
    steps = [
        _step(before, index, position, changed)
        for index in range(len(rubric.criteria))
        for position, changed in _lifts(rubric, index, facts)
    ]
    order = {criterion.key: index for index, criterion in enumerate(rubric.criteria)}
    steps.sort(key=lambda step: (order[step.criterion.key], step.is_time_alone))
    return NextSteps(before, steps)


def _lifts(
    rubric: Rubric, index: int, facts: Facts
) -> Iterator[tuple[int, dict[str, Value]]]:
    """Yield the level that each minimal change surely reaches, and the change."""
    used = rubric.criteria[index].fact_names()
    options = {
        name: tuple(_options(facts.schema[name], facts))
        for name in facts.schema.names
        if name in used
    }
    tries = prod(1 + len(values) for values in options.values())
    if tries > _MOST_CHANGES:
        raise TooLargeError(
            "combinations of changes", tuple(options), tries, _MOST_CHANGES
        )
    now = rubric.outcomes.levels(index, facts.bits)[0]
    top = len(rubric.criteria[index].levels) - 1
    found: list[tuple[int, dict[str, Value]]] = []
    for changed in _changes(options):
        best = max(
            (p for p, part in found if part.items() <= changed.items()), default=now
        )
        if best == top:
            continue
        after = _after(facts, changed)
        if after is None:
            continue
        reached = rubric.outcomes.levels(index, after.bits)[0]
        if reached > best:
            found.append((reached, changed))
            yield reached, changed


def _options(fact: Fact, facts: Facts) -> Iterator[Value]:
    """Yield what a fact could become; an age only grows, from its start."""
    now = facts[fact.name]
    if fact.driven_by_time:
        youngest = 0 if _is_idle(fact, facts) else fact.position(now[0])
        later = fact.domain[youngest + 1 :]
        yield from (
            value for value in later if _is_idle(fact, facts) or (value,) != now
        )
    else:
        yield from (value for value in fact.domain if (value,) != now)


def _is_idle(fact: Fact, facts: Facts) -> bool:
    """Tell whether a fact certainly does not matter yet."""
    return fact.matters_where is not None and facts.decides(fact.matters_where) is False


def _changes(options: dict[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    for size in range(1, len(options) + 1):
        for names in combinations(options, size):
            for values in product(*(options[name] for name in names)):
                yield dict(zip(names, values, strict=True))


def _after(facts: Facts, changed: dict[str, Value]) -> Facts | None:
    """Return the facts after a change; None where time could not bring it."""
    after = facts.but(changed)
    for fact in facts.schema.facts:
        if not fact.driven_by_time or fact.matters_where is None:
            continue
        matters = after.decides(fact.matters_where)
        if fact.name in changed and matters is not True:
            return None
        if fact.name not in changed and matters and _is_idle(fact, facts):
            after = after.but({fact.name: fact.domain[0]})
    return after


def _step(before: Score, index: int, position: int, changed: dict[str, Value]) -> Step:
    facts, criterion = before.facts, before.rubric.criteria[index]
    after = _after(facts, changed) or facts  # only what can come about gets here
    then = score(before.rubric, after)
    by_time = {name for name in changed if facts.schema[name].driven_by_time}
    return Step(
        criterion,
        tuple(
            Change(name, facts.schema[name].title, value)
            for name, value in changed.items()
            if name not in by_time
        ),
        tuple(_wait(facts, name, changed[name]) for name in changed if name in by_time),
        criterion.levels[position],
        after,
        total_of((then.lowest, before.lowest.copy_negate())),
        total_of((then.highest, before.highest.copy_negate())),
    )


def _wait(facts: Facts, name: str, value: Value) -> Wait:
    fact = facts.schema[name]
    turn = None if _is_idle(fact, facts) else facts.provenance.turn_of(name, value)
    years = fact.boundaries[fact.position(value) - 1]
    return Wait(name, fact.title, value, years, turn)
