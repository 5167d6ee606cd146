"""What the cells of a column say about a fact.

A boolean column says one value or nothing. A text column says one value, or
several that are still possible, joined by ``|`` in the order of the domain. A
column of numbers says one whole number or nothing. Null and NaN say nothing.
"""

from __future__ import annotations

from enum import Enum
from functools import cached_property, reduce
from itertools import combinations
from operator import or_
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from icluster._fields import check_type
from icluster.conditions import value_text
from icluster.errors import InvalidValueError, TooLargeError
from icluster.facts import Fact
from icluster.frames._engines import (
    is_view,
    nw,
    refuse_column,
    refuse_missing,
    says_nothing,
)
from icluster.vocabularies import Missing
from icluster.words import Key, Quoted, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from icluster.conditions import Value
    from icluster.rubrics import Rubric
    from icluster.words import Steps


SEPARATOR: Final = "|"

_MOST_TEXTS: Final = 2**10
_FEW: Final = 3  # labels compared one by one: quicker in SQL than a list


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
        refuse_separator(domain_place(self.fact), words)
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
        matches: Iterator[nw.Expr] = (column == label for label in labels)
        return reduce(or_, matches).fill_null(value=False)

    def outside(self) -> nw.Expr | None:
        """Return where the column holds what the domain does not; None if nowhere."""
        if self.column is None or self.kind is Kind.BOOLEAN:
            return None
        speaks = ~self.expression.is_null()
        if self.as_float:
            speaks = speaks & ~self.expression.is_nan().fill_null(value=False)
        if not self.labels:
            return speaks
        return speaks & ~self.any_of([label for label, _ in self.labels])


def joined(*values: Value, fact: Fact | None = None) -> str:
    """Write the values that a fact may still have as one cell.

    They are joined by ``|`` in the order of the fact's domain, which is the only one
    that `score` reads. Give the *fact* to have them put in it; without it they stay
    in the order in which they come.

    Args:
        values: The values, each once.
        fact: The fact that they are of.

    Raises:
        InvalidValueError: There is no value, one comes twice or is not in the domain,
            they are of several types, false comes after true, or a text holds
            ``|`` itself.

    Example:
        >>> from icluster.reference import eccp
        >>> joined("within_2_years", "over_2_to_10_years")
        'within_2_years|over_2_to_10_years'
        >>> established = eccp.FACTS_2022["established"]
        >>> joined("over_10_years", "over_2_to_10_years", fact=established)
        'over_2_to_10_years|over_10_years'
    """
    if fact is not None:
        check_type("fact", fact, Fact)
        values = tuple(sorted(values, key=fact.position))
    kinds = {type(value) for value in values}
    if len(kinds) != 1 or not kinds <= {bool, int, str}:
        expected = "booleans, whole numbers or texts, one or more, all of one type"
        raise InvalidValueError("values", expected, values)
    if len(set(values)) < len(values):
        raise InvalidValueError("values", "given once each", values)
    if kinds == {bool} and values == (True, False):
        expected = "in the order of the domain, which is (False, True)"
        raise InvalidValueError("values", expected, values)
    words = tuple(map(value_text, values))
    refuse_separator("values", words)
    return SEPARATOR.join(words)


def domain_place(fact: Fact) -> Steps:
    """Return the place that messages give for the domain of a fact."""
    return "facts", Key(fact.name), "domain"


def refuse_separator(place: str | Steps, words: tuple[str, ...]) -> None:
    """Refuse values that a column of text cannot tell from several joined."""
    if any(SEPARATOR in word for word in words):
        expected = "without {}, which joins several values in a cell"
        raise InvalidValueError(place, say(expected, Quoted(SEPARATOR)), words)


def cells_of(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    rubric: Rubric,
    columns: Mapping[str, str | Missing],
) -> dict[str, Cells]:
    """Find the column of every fact that the criteria of a rubric look at."""
    for name in columns:
        rubric.facts._slot(name)  # raises where there is no such fact
    schema = frame.collect_schema()
    looked_at = frozenset().union(
        *(criterion.fact_names() for criterion in rubric.criteria)
    )
    column_of = {
        fact.name: columns.get(fact.name, fact.name)
        for fact in rubric.facts.facts
        if fact.name in looked_at
    }
    needed = (column for column in column_of.values() if column is not Missing.UNKNOWN)
    refuse_missing(needed, schema)
    return {
        name: _cells(frame, rubric.facts[name], column, schema)
        for name, column in column_of.items()
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
    if isinstance(dtype, nw.Boolean) and type(fact.domain[0]) is bool:
        return Cells(fact, column, Kind.BOOLEAN)
    if dtype.is_numeric() and all(type(value) is int for value in fact.domain):
        return Cells(fact, column, Kind.NUMBER, as_float=dtype.is_float())
    if not isinstance(dtype, (nw.Object, nw.Unknown)) and not says_nothing(
        frame, column
    ):
        values = tuple(map(value_text, fact.domain))
        refuse_column(column, say("of a type that can say {}", values), dtype)
    return Cells(fact, column, Kind.NOTHING)
