"""What the cells of a column say about a fact.

A boolean column says one value or nothing. A text column says one value, or
several that are still possible, joined by ``|`` in the order of the domain. A
column of numbers says one whole number or nothing. Null and NaN say nothing.
"""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

import narwhals.stable.v2 as nw
from attrs import field, frozen

from icluster.conditions import value_text
from icluster.errors import InvalidValueError, TooLargeError
from icluster.frames._frames import is_view, refuse_missing, says_nothing
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icluster.facts import Fact
    from icluster.rubrics import Rubric

__all__ = ["SEPARATOR", "Cells", "Kind", "cells_of", "refuse_separator"]

SEPARATOR: Final = "|"

_MOST_TEXTS = 2**10
_FEW = 3  # labels compared one by one: quicker in SQL than a list


class Kind(Enum):
    """How a column says what a fact may be."""

    BOOLEAN = "boolean"
    TEXT = "text"
    NUMBER = "whole numbers"
    NOTHING = "nothing"


@frozen
class Cells:
    """The column of one fact.

    Attributes:
        fact: The fact.
        column: Name of its column; None where no column speaks of it.
        kind: How the column speaks.
        as_text: Whether the column must be turned into text first.
        as_float: Whether it can hold NaN.
    """

    fact: Fact
    column: str | None
    kind: Kind
    as_text: bool = field(default=False)
    as_float: bool = field(default=False)

    @property
    def everything(self) -> int:
        """All values of the domain, a bit each."""
        return (1 << len(self.fact.domain)) - 1

    @cached_property
    def labels(self) -> tuple[tuple[Any, int], ...]:
        """Every cell that says something, with the values it leaves, a bit each."""
        if self.kind is Kind.NOTHING:
            return ()
        if self.kind is not Kind.TEXT:
            return tuple(
                (value, 1 << position)
                for position, value in enumerate(self.fact.domain)
            )
        return tuple(self._texts())

    def _texts(self) -> Iterator[tuple[str, int]]:
        words = tuple(map(value_text, self.fact.domain))
        refuse_separator(f"domain of {self.fact.name!r}", words)
        if self.everything > _MOST_TEXTS:
            raise TooLargeError(
                "joined values", (self.fact.name,), self.everything, _MOST_TEXTS
            )
        for size in range(1, len(words) + 1):
            for positions in combinations(range(len(words)), size):
                text = SEPARATOR.join(words[position] for position in positions)
                yield text, sum(1 << position for position in positions)

    @cached_property
    def states(self) -> tuple[int, ...]:
        """Every set of values that the column can leave, each once."""
        return tuple(
            dict.fromkeys((*(mask for _, mask in self.labels), self.everything))
        )

    @property
    def expression(self) -> nw.Expr:
        """The column, as text where it is a category or a view."""
        column = nw.col(self.column or "")
        return column.cast(nw.String()) if self.as_text else column

    def any_of(self, labels: list[Any]) -> nw.Expr:
        """Return where the column holds one of *labels*; never null."""
        column = self.expression
        if self.kind is Kind.TEXT and len(labels) > _FEW:
            return column.is_in(labels).fill_null(value=False)
        first, *others = labels
        found: nw.Expr = column == first
        for other in others:
            found = found | (column == other)
        return found.fill_null(value=False)

    def outside(self) -> nw.Expr | None:
        """Return where the column holds what the domain does not; None if nowhere."""
        if self.column is None or self.kind is Kind.BOOLEAN:
            return None
        said = ~self.expression.is_null()
        if self.as_float:
            said = said & ~self.expression.is_nan().fill_null(value=False)
        if not self.labels:
            return said
        return said & ~self.any_of([label for label, _ in self.labels])


def refuse_separator(field: str, words: tuple[str, ...]) -> None:
    """Refuse values that a column of text cannot tell from several joined."""
    if any(SEPARATOR in word for word in words):
        expected = f"without {SEPARATOR!r}, which joins several values in a cell"
        raise InvalidValueError(field, expected, words)


def cells_of(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    rubric: Rubric,
    columns: Mapping[str, str | Missing],
) -> dict[str, Cells]:
    """Find the column of every fact that the criteria of a rubric look at."""
    for name in columns:
        rubric.facts.slot(name)  # raises where there is no such fact
    schema = frame.collect_schema()
    used = frozenset().union(*(each.fact_names() for each in rubric.criteria))
    spoken = {
        fact.name: columns.get(fact.name, fact.name)
        for fact in rubric.facts.facts
        if fact.name in used
    }
    asked = (each for each in spoken.values() if each is not Missing.UNKNOWN)
    refuse_missing(asked, schema)
    return {
        name: _cells(frame, rubric.facts[name], column, schema)
        for name, column in spoken.items()
    }


def _cells(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    fact: Fact,
    column: str | Missing,
    schema: Mapping[str, Any],
) -> Cells:
    if isinstance(column, Missing):
        return Cells(fact, None, Kind.NOTHING)
    dtype = schema[column]
    if isinstance(dtype, (nw.Categorical, nw.Enum)):
        return Cells(fact, column, Kind.TEXT, as_text=True)
    if isinstance(dtype, nw.String):
        return Cells(fact, column, Kind.TEXT, as_text=is_view(frame, column))
    if isinstance(dtype, nw.Boolean) and fact.domain == (False, True):
        return Cells(fact, column, Kind.BOOLEAN)
    if dtype.is_numeric() and all(type(each) is int for each in fact.domain):
        return Cells(fact, column, Kind.NUMBER, as_float=dtype.is_float())
    if isinstance(dtype, (nw.Object, nw.Unknown)) or says_nothing(frame, column):
        return Cells(fact, column, Kind.NOTHING)
    expected = f"of a type that can say {', '.join(map(value_text, fact.domain))}"
    raise InvalidValueError(f"column {column!r}", expected, str(dtype))
