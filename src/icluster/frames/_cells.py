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

from icluster._exact import is_small
from icluster._fields import all_of, check_type, to_tuple
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
    from collections.abc import Iterable, Iterator, Mapping

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


YES: Final = ("yes", "y", "true", "sí", "s", "verdadero", 1)
"""What says yes in English and Spanish, and in numbers: for ``yes=``."""

NO: Final = ("no", "n", "false", "falso", 0)
"""What says no in English and Spanish, and in numbers: for ``no=``."""


_ACCENTS: Final = tuple(zip("áéíóúüñ", "aeiouun", strict=True))


def _bare(text: str) -> str:
    """Write a word as the engines do: in small letters without Spanish accents."""
    bare = text.strip().lower()
    for accented, letter in _ACCENTS:
        bare = bare.replace(accented, letter)
    return bare


def _to_answers(words: Iterable[str | int]) -> tuple[str | int, ...]:
    return to_tuple(words)


@frozen
class Answers:
    """Which cells say yes and which say no, besides truth values themselves.

    Texts are compared without their case, accents and the spaces around them.
    """

    yes: tuple[str | int, ...] = field(
        default=(), converter=_to_answers, validator=all_of(str, int)
    )
    no: tuple[str | int, ...] = field(
        default=(), converter=_to_answers, validator=all_of(str, int)
    )

    def __attrs_post_init__(self) -> None:
        if set(self._texts(self.yes)) & set(self._texts(self.no)):
            raise InvalidValueError("no", "apart from what says yes", self.no)

    def may_say(self, fact: Fact) -> bool:
        """Tell whether a fact is one of yes and no, of which words are to be read."""
        return bool(self.yes or self.no) and type(fact.domain[0]) is bool

    @staticmethod
    def _texts(words: tuple[str | int, ...]) -> list[str]:
        return [_bare(str(word)) for word in words]

    def read(self, value: Any) -> Any:
        """Return what a value says, as text; one that says neither stays as it is."""
        text = _bare(value_text(value))
        if text in self._texts(self.yes):
            return "true"
        return "false" if text in self._texts(self.no) else value

    def expression(self, column: nw.Expr, *, numeric: bool, floats: bool) -> nw.Expr:
        """Return the same as `read`, of every cell of a column; null stays null."""
        if numeric:
            kind = float if floats else int
            yes, no = (
                column.is_in([kind(word) for word in words if isinstance(word, int)])
                for words in (self.yes, self.no)
            )
            rest = column.cast(nw.String())
            if floats:
                nothing = nw.lit(None, dtype=nw.String())
                is_number = ~column.is_nan().fill_null(value=True)
                rest = nw.when(is_number).then(rest).otherwise(nothing)
        else:
            lowered = column.str.strip_chars().str.to_lowercase()
            for accented, bare in _ACCENTS:
                lowered = lowered.str.replace_all(accented, bare, literal=True)
            yes, no = (lowered.is_in(self._texts(w)) for w in (self.yes, self.no))
            rest = column
        says_no = nw.when(no.fill_null(value=False)).then(nw.lit("false"))
        says_yes = nw.when(yes.fill_null(value=False)).then(nw.lit("true"))
        return says_yes.otherwise(says_no.otherwise(rest))


NO_ANSWERS: Final = Answers()


def as_whole(value: Any) -> Any:
    """Turn a number of numpy's, or a float that is whole, into Python's own."""
    value = value.item() if hasattr(value, "item") else value
    return int(value) if isinstance(value, float) and value.is_integer() else value


@frozen
class Cells:
    """The column of one fact.

    Attributes:
        fact: The fact.
        column: Name of its column; None where no column speaks of it.
        kind: How the column speaks.
        as_text: Whether the column must be turned into text first.
        as_float: Whether it can hold NaN.
        answers: Which words say yes and no.
        numeric: Whether numbers say yes and no.
    """

    fact: Fact
    column: str | None
    kind: Kind
    as_text: bool = field(default=False)
    as_float: bool = field(default=False)
    answers: Answers = field(default=NO_ANSWERS)
    numeric: bool = field(default=False)

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
        if self.as_text:
            column = column.cast(nw.String())
        if self.answers is NO_ANSWERS:
            return column
        return self.answers.expression(
            column, numeric=self.numeric, floats=self.as_float
        )

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
        if self.as_float and not self.numeric:
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
            they are of several types, a number has more than 41 digits, false comes
            after true, or a text holds ``|`` itself.

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
    if kinds == {int} and not all(map(is_small, values)):  # type: ignore[arg-type]
        expected = "whole numbers of at most 41 digits"
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


_ON_REQUEST = "1 and 0 are read with yes=frames.YES, no=frames.NO"


def cells_of(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    rubric: Rubric,
    columns: Mapping[str, str | Missing],
    answers: Answers = NO_ANSWERS,
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
    for name, column in column_of.items():
        if not isinstance(column, str) and column is not Missing.UNKNOWN:
            expected = "the name of a column, or Missing.UNKNOWN"
            raise InvalidValueError(("columns", Key(name)), expected, column)
    needed = (column for column in column_of.values() if column is not Missing.UNKNOWN)
    refuse_missing(
        needed,
        schema,
        say("columns names the column of a fact, or says Missing.UNKNOWN for none"),
    )
    return {
        name: _cells(frame, rubric.facts[name], column, schema, answers)
        for name, column in column_of.items()
    }


def _cells(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    fact: Fact,
    column: str | Missing,
    schema: Mapping[str, Any],
    answers: Answers,
) -> Cells:
    if isinstance(column, Missing):
        return Cells(fact, None, Kind.NOTHING)
    dtype = schema[column]
    asked = answers if answers.may_say(fact) else NO_ANSWERS
    is_category = isinstance(dtype, (nw.Categorical, nw.Enum))
    if is_category or isinstance(dtype, nw.String):
        as_text = is_category or is_view(frame, column)
        return Cells(fact, column, Kind.TEXT, as_text=as_text, answers=asked)
    if asked is not NO_ANSWERS and dtype.is_numeric():
        floats = dtype.is_float()
        return Cells(
            fact, column, Kind.TEXT, as_float=floats, answers=asked, numeric=True
        )
    if isinstance(dtype, nw.Boolean) and type(fact.domain[0]) is bool:
        return Cells(fact, column, Kind.BOOLEAN)
    if dtype.is_numeric() and all(type(value) is int for value in fact.domain):
        return Cells(fact, column, Kind.NUMBER, as_float=dtype.is_float())
    if not isinstance(dtype, (nw.Object, nw.Unknown)) and not says_nothing(
        frame, column
    ):
        values = tuple(map(value_text, fact.domain))
        expected = say("of a type that can say {}", values)
        if dtype.is_numeric() and type(fact.domain[0]) is bool:
            expected = say("{} ({})", expected, say(_ON_REQUEST))
        refuse_column(column, expected, dtype)
    return Cells(fact, column, Kind.NOTHING)
