"""A rubric proved, not sampled: every completion of its facts is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from math import prod
from operator import itemgetter
from typing import Any, TypeVar, overload

from attrs import evolve, field, frozen

from icluster._fields import check_day, check_type, instance_of
from icluster.conditions import Is, Value
from icluster.editions import Edition
from icluster.facts import Fact, Facts
from icluster.provenance import Decision
from icluster.rubrics import Rubric
from icluster.scoring._facts import RecordReader, to_records
from icluster.tables import Column, Table, Tabular
from icluster.vocabularies import Vocabulary
from icluster.words import ENGLISH, Language, Sentence, Shown, in_a_row, say, worded

__all__ = ["Audit", "EditionAudit", "FactEffect", "Hole", "Overlap", "Slope", "audit"]

R = TypeVar("R")


class Slope(Vocabulary):
    """What a higher value of a fact does to the levels of a rubric.

    Example:
        >>> Slope.RISING.title
        'never lowers a level'
    """

    NONE = "none", "changes no level"
    RISING = "rising", "never lowers a level"
    FALLING = "falling", "never raises a level"
    MIXED = "mixed", "raises a level here and lowers one there"


# By whether a higher value somewhere raises a level, and twice whether it lowers one.
_SLOPES = (Slope.NONE, Slope.RISING, Slope.FALLING, Slope.MIXED)


@frozen
class FactEffect(Shown):
    """What one fact does in a rubric.

    Attributes:
        fact: Name of the fact.
        slope: What a higher value does.
        strays: Criteria in which it matters although the schema says it does not.

    Example:
        >>> from icluster.reference import eccp
        >>> audit(eccp.MATURITY_2022).effects[0].slope
        <Slope.RISING: 'rising'>
    """

    fact: str
    slope: Slope
    strays: tuple[str, ...] = ()


@frozen
class Hole(Shown):
    """Facts that neither a level nor a declared gap of a criterion covers.

    Attributes:
        criterion: Key of the criterion.
        completions: How many completions of its component fall into it.
        example: One of them, as pairs of fact and value.

    Example:
        >>> str(Hole("evidence", 2, (("monitoring", False),)))
        'evidence: 2 completions, for example monitoring is false'
    """

    criterion: str
    completions: int
    example: tuple[tuple[str, Value], ...]

    def said(self) -> Sentence:
        """Return the hole as a sentence."""
        return say("{}: {}", self.criterion, _counted(self.completions, self.example))

    def __str__(self) -> str:
        return worded(self)


@frozen
class Overlap(Shown):
    """Two levels of a criterion that hold together; the higher wins.

    Example:
        >>> from icluster.reference import eccp
        >>> print(audit(eccp.MATURITY_2022).overlaps[0])
        scope 0.5 and 1: 96 completions, for example targeted_policy is false, ...
    """

    criterion: str
    lower: Decimal
    higher: Decimal
    completions: int
    example: tuple[tuple[str, Value], ...]

    def said(self) -> Sentence:
        """Return the overlap as a sentence."""
        counted = _counted(self.completions, self.example)
        return say("{} {} and {}: {}", *self._levels, counted)

    @property
    def _levels(self) -> tuple[str, Decimal, Decimal]:
        return self.criterion, self.lower, self.higher

    def in_short(self) -> Sentence:
        """Return it without an example."""
        count = _count(self.completions)
        return say("{} {} and {}: {}", *self._levels, count)

    def __str__(self) -> str:
        return worded(self)


def _count(completions: int) -> Sentence:
    return say("{} {0?completion|completions}", completions)


def _counted(completions: int, example: tuple[tuple[str, Value], ...]) -> Sentence:
    facts = tuple(Is(name, value) for name, value in example)
    return say("{}, for example {}", _count(completions), facts)


_PROPERTIES = (
    Column("property", "Property", of=itemgetter(0)),
    Column("found", "Found", of=itemgetter(1)),
)


@frozen(kw_only=True)
class Audit(Tabular):
    """What enumeration proves of a rubric.

    Attributes:
        rubric: The rubric.
        completions: Ways to settle all facts that it looks at.
        vectors: Combinations of levels that occur.
        vectors_on_paper: Combinations of levels that could be written down.
        holes: What nobody declared; none in a complete rubric.
        gaps: Declared gaps, by criterion and key.
        overlaps: Levels that hold together.
        unreachable_levels: Criterion and points of levels that never win.
        effects: What each fact does.
        totals: The totals that occur, rising.
        unreachable_totals: Multiples of the rubric's unit between them that do
            not; empty where there are more than 65,536 of either.

    Example:
        >>> from icluster.reference import eccp
        >>> report = audit(eccp.MATURITY_2022)
        >>> report.passes, report.vectors, report.vectors_on_paper
        (True, 68, 256)
        >>> len(report.totals), [str(total) for total in report.unreachable_totals]
        (16, ['7.5'])
    """

    rubric: Rubric = field(validator=instance_of(Rubric))
    completions: int
    vectors: int
    vectors_on_paper: int
    holes: tuple[Hole, ...]
    gaps: tuple[str, ...]
    overlaps: tuple[Overlap, ...]
    unreachable_levels: tuple[tuple[str, Decimal], ...]
    effects: tuple[FactEffect, ...]
    totals: tuple[Decimal, ...]
    unreachable_totals: tuple[Decimal, ...]

    @property
    def passes(self) -> bool:
        """Whether there is no hole, no dead level, and no fact out of place."""
        misplaced = any(
            effect.strays or effect.slope is Slope.NONE for effect in self.effects
        )
        return not (self.holes or self.unreachable_levels or misplaced)

    @property
    def monotone(self) -> tuple[str, ...]:
        """Names of the facts whose higher values never lower a level."""
        rising = (effect for effect in self.effects if effect.slope is Slope.RISING)
        return tuple(effect.fact for effect in rising)

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the findings of the audit as a table."""
        return Table.of(
            say("Audit: {}", say(self.rubric.title)),
            self._properties(),
            _PROPERTIES,
            language=language,
        )

    def _properties(self) -> Iterator[tuple[Sentence | str, object]]:
        none = say("none")
        yield say("passes"), say("yes" if self.passes else "no", context="bool")
        yield say("completions of the facts"), self.completions
        on_paper = say("{} of {}", self.vectors, self.vectors_on_paper)
        yield say("combinations of levels"), on_paper
        yield say("totals"), self.totals
        yield say("unreachable totals"), self.unreachable_totals or none
        holes = in_a_row(self.holes, "; ")
        yield say("undeclared holes"), holes if self.holes else none
        yield say("declared gaps"), self.gaps or none
        for overlap in self.overlaps:
            yield say("overlapping levels"), overlap.in_short()
        for key, points in self.unreachable_levels:
            yield say("unreachable level"), say("{} {}", key, points)
        for effect in self.effects:
            slope = effect.slope
            strays = say("{}; strays into {}", slope, effect.strays)
            yield effect.fact, strays if effect.strays else slope


_LISTED_TOTALS = 2**16


@frozen(kw_only=True)
class EditionAudit(Tabular):
    """What is true of an edition over given records.

    Attributes:
        edition: The edition.
        rubric: The proof of its rubric.
        idle: Answers that change no fact in any reading, each held against the
            publisher's answer to its question.

    Example:
        >>> from icluster.reference import eccp, mexico
        >>> report = audit(
        ...     eccp.EDITION_2022,
        ...     records=mexico.POLICIES_2022[:1],
        ...     on=date(2022, 9, 30),
        ... )
        >>> [str(answer) for answer in report.idle]
        ['a regional cluster policy counts: yes', 'a documented unbroken practice ...']
    """

    edition: Edition[Any] = field(validator=instance_of(Edition))
    rubric: Audit = field(validator=instance_of(Audit))
    idle: tuple[Decision, ...]

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the proof of the rubric, and below it the answers that do nothing."""
        table = self.rubric.table(language=language)
        idle = Table.of(
            say("Audit: {}", say(self.edition.title)),
            [("answer that changes nothing here", answer) for answer in self.idle],
            _PROPERTIES,
            language=language,
        )
        return evolve(table, title=idle.title, rows=(*table.rows, *idle.rows))


@overload
def audit(subject: Rubric) -> Audit: ...
@overload
def audit(
    subject: Edition[R], *, records: Iterable[R], on: date, complete: bool = False
) -> EditionAudit: ...
def audit(
    subject: Rubric | Edition[Any],
    *,
    records: Iterable[Any] = (),
    on: Any = None,
    complete: bool = False,
) -> Audit | EditionAudit:
    """Enumerate a rubric and report what is true of it; of an edition, over records.

    Args:
        subject: A rubric; or an edition, whose rubric is proved and whose answers are
            tried on the records.
        records: The records.
        on: The day on which facts are told.
        complete: Whether what is not recorded is known not to exist.

    Raises:
        TooLargeError: There are more than about a million totals, or more
            combinations of levels than can be told apart.

    Example:
        >>> from icluster.reference import eccp
        >>> audit(eccp.MATURITY_2022).gaps
        ('instruments.technical_support_only',)
    """
    if isinstance(subject, Rubric):
        return _audit(subject)
    check_type("rubric", subject, Rubric, Edition)
    check_day("on", on)
    reader = RecordReader(to_records(records, subject), on, subject, complete)
    return EditionAudit(
        edition=subject, rubric=_audit(subject.rubric), idle=tuple(_idle(reader))
    )


def _idle(reader: RecordReader[Any]) -> Iterator[Decision]:
    edition = reader.edition
    facts = {reading: reader.facts(reading) for reading in edition.readings()}
    for question in edition.questions:
        usual = question.published.key
        for choice in question.choices[1:]:
            pairs = (
                (facts[reading], facts[reading.but(**{question.key: usual})])
                for reading in facts
                if reading[question.key] == choice.key
            )
            if all(by_choice == by_usual for by_choice, by_usual in pairs):
                yield Decision(question.title, choice.title)


def _audit(rubric: Rubric) -> Audit:
    outcomes = rubric._outcomes
    components = outcomes.components
    # Where a level is missing there is no total to speak of.
    nothing_known = Facts.of(rubric.facts)._bits
    totals = () if outcomes.has_holes else outcomes.totals(nothing_known)
    return Audit(
        rubric=rubric,
        completions=prod(component.space.size for component in components),
        vectors=prod(
            len(component.vectors(component.space.everything))
            for component in components
        ),
        vectors_on_paper=prod(len(criterion.levels) for criterion in rubric.criteria),
        holes=tuple(_holes(rubric)),
        gaps=tuple(
            criterion.name_of(gap)
            for criterion in rubric.criteria
            for gap in criterion.gaps
        ),
        overlaps=tuple(_overlaps(rubric)),
        unreachable_levels=tuple(
            (reach.criterion.key, level.points)
            for reach in outcomes.reaches
            for level, wins in zip(reach.criterion.levels, reach.wins, strict=True)
            if not wins
        ),
        effects=tuple(_effect(rubric, fact) for fact in rubric.facts),
        totals=tuple(map(outcomes.points, totals)),
        unreachable_totals=tuple(map(outcomes.points, _missing(totals))),
    )


def _missing(totals: tuple[int, ...]) -> tuple[int, ...]:
    if not totals or totals[-1] - totals[0] > _LISTED_TOTALS:
        return ()
    return tuple(sorted(set(range(totals[0], totals[-1])) - set(totals)))


def _holes(rubric: Rubric) -> Iterator[Hole]:
    for reach in rubric._outcomes.reaches:
        if reach.hole:
            example = reach.space.example(reach.hole)
            yield Hole(reach.criterion.key, reach.hole.bit_count(), example)


def _overlaps(rubric: Rubric) -> Iterator[Overlap]:
    for reach in rubric._outcomes.reaches:
        for lower, higher, both in reach.overlaps():
            yield Overlap(
                reach.criterion.key,
                lower.points,
                higher.points,
                both.bit_count(),
                reach.space.example(both),
            )


def _effect(rubric: Rubric, fact: Fact) -> FactEffect:
    watching = [r for r in rubric._outcomes.reaches if fact.name in r.space.names]
    moves = [reach.moves(fact) for reach in watching]
    rises, falls = any(up for up, _ in moves), any(down for _, down in moves)
    strays = (reach.criterion.key for reach in watching if reach.strays(fact))
    return FactEffect(fact.name, _SLOPES[rises + 2 * falls], tuple(strays))
