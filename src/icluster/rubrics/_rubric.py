"""The rubric: facts, criteria, and what must be said with every score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from icluster._exact import common_unit, total_of
from icluster._fields import all_of, instance_of, is_key, repeated, to_tuple
from icluster._texts import is_optional_prose, is_text
from icluster.errors import RubricError, UnknownNameError
from icluster.facts import FactSchema
from icluster.rubrics._criteria import Criterion, Gap, Level
from icluster.rubrics._outcomes import Outcomes
from icluster.sources import Cited, are_cited, to_cited
from icluster.tables import Column, Table, Tabular
from icluster.words import (
    ENGLISH,
    Language,
    Quoted,
    Sentence,
    clipped,
    either,
    path,
    say,
)

__all__ = ["Rubric"]


def _to_criteria(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return to_tuple(criteria)


@frozen(kw_only=True, repr=False)
class Rubric(Tabular):
    """A finite function from facts to points, as somebody published it.

    Attributes:
        key: Name by which published scores refer to it.
        title: What it is called.
        facts: The facts it looks at.
        criteria: Its criteria, in printed order.
        caution: What must be said wherever a score of it is shown.
        citations: Where each field was read.

    Raises:
        RubricError: A part contradicts another, with the place.
        TooLargeError: Criteria hang together by more facts than can be
            enumerated: 2**20 completions a component, or 2**28 completions times
            values and levels, those of all components together.

    Example:
        >>> from icluster.reference import eccp
        >>> eccp.MATURITY_2022.maximum, eccp.MATURITY_2022.unit
        (Decimal('8'), Decimal('0.5'))
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    facts: FactSchema = field(validator=instance_of(FactSchema))
    criteria: tuple[Criterion, ...] = field(
        converter=_to_criteria, validator=all_of(Criterion)
    )
    caution: str = field(default="", validator=is_optional_prose)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        if not self.criteria:
            raise RubricError("criteria", "are none")
        keys = [criterion.key for criterion in self.criteria]
        for index, key in repeated(keys):
            problem = say("repeats the key {}", Quoted(key))
            raise RubricError(path(("criteria", index)), problem)
        conditions = [
            pair for criterion in self.criteria for pair in criterion.conditions()
        ]
        self.facts.check(conditions)
        self._outcomes.check_gaps()

    def __repr__(self) -> str:
        keys = ", ".join(criterion.key for criterion in self.criteria)
        return clipped(f"<Rubric {self.key}: {keys}>")

    @cached_property
    def _outcomes(self) -> Outcomes:
        """What every completion of the facts gives, compiled for the verbs."""
        return Outcomes(self.facts, self.criteria, self.unit)

    @cached_property
    def unit(self) -> Decimal:
        """The largest number of which all weighted points are whole multiples."""
        return common_unit(
            criterion.weighted(level.points)
            for criterion in self.criteria
            for level in criterion.levels
        )

    @property
    def maximum(self) -> Decimal:
        """The most points there are, weights applied."""
        return total_of(criterion.weighted_maximum for criterion in self.criteria)

    @property
    def is_weighted(self) -> bool:
        """Whether points of some criterion count more, or less, than they are."""
        return any(criterion.weight != 1 for criterion in self.criteria)

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return its levels and gaps, and by which facts each holds.

        Example:
            >>> from icluster.reference import eccp
            >>> for row in eccp.MATURITY_2022.table().records()[1:3]:
            ...     print(row["points"], row["level"], "-", row["holds"])
            0.5 Broad policy - broad_policy is true
            1 Sectoral policy - sectoral_policy is true
        """
        rows = [
            (criterion, part)
            for criterion in self.criteria
            for part in (*criterion.levels, *criterion.gaps)
        ]
        notes = self._notes()
        return Table.of(say(self.title), rows, _COLUMNS, notes=notes, language=language)

    def _notes(self) -> Iterator[Sentence | str]:
        yield say("The highest level that holds counts.")
        for criterion in self.criteria:
            if criterion.weight != 1:
                title, weight = say(criterion.title), criterion.weight
                yield say("A point of {} counts as {}.", title, weight)
        if self.caution:
            yield say(self.caution)

    def __getitem__(self, key: str) -> Criterion:
        return self.criteria[self.index(key)]

    def index(self, key: str) -> int:
        """Return the position of the criterion called *key*.

        Raises:
            UnknownNameError: There is none.

        Example:
            >>> from icluster.reference import eccp
            >>> eccp.MATURITY_2022.index("evidence")
            2
        """
        for index, criterion in enumerate(self.criteria):
            if criterion.key == key:
                return index
        keys = tuple(criterion.key for criterion in self.criteria)
        raise UnknownNameError("criterion", key, keys)


_Row: TypeAlias = tuple[Criterion, Level | Gap]


def _points(row: _Row) -> Decimal | Sentence:
    _, part = row
    return (
        part.points if isinstance(part, Level) else say("{}", either(part.candidates))
    )


def _level(row: _Row) -> Sentence:
    _, part = row
    return say(part.title) if isinstance(part, Level) else say("gap: {}", say(part.why))


_COLUMNS = (
    Column("criterion", "Criterion", of=lambda row: say(row[0].title)),
    Column("points", "Points", numeric=True, of=_points),
    Column("level", "Level", of=_level),
    Column("holds", "Holds where", of=lambda row: row[1].condition),
)
