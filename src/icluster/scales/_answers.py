"""Answers of a group: how often each was given, which can be compared."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from icluster._fields import instance_of
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.scales._composition import Composition
from icluster.vocabularies import Other
from icluster.words import Sentence

if TYPE_CHECKING:
    pass


Number: TypeAlias = int | Decimal | Fraction


AnswerValue: TypeAlias = (
    int
    | Decimal
    | Fraction
    | Money
    | Composition
    | str
    | Other
    | tuple[str | Other, ...]
)
"""What an answer may hold once it is read: exact, frozen, hashable."""


def _to_sentence(answer: str | Sentence) -> Sentence:
    return Sentence(answer) if isinstance(answer, str) else answer


def _is_count(_: Any, attribute: Any, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InvalidValueError(attribute.name, "a number of answers", value)


@frozen
class Frequency:
    """How many gave one answer.

    Attributes:
        answer: The option, step or other text, for a reader.
        count: How many gave it.
        is_own: Whether the record that is placed gave it too.

    Example:
        >>> print(Frequency("industry", 7, is_own=True).answer)
        industry
    """

    answer: Sentence = field(converter=_to_sentence, validator=instance_of(Sentence))
    count: int = field(validator=_is_count)
    is_own: bool = field(default=False, validator=instance_of(bool), kw_only=True)


@frozen
class Comparable:
    """The answers of a group that can be compared with one answer.

    Attributes:
        answers: Those that can.
        incomparable: How many cannot: amounts of another currency or year.
        not_applicable: How many have nothing to compare: parts of nothing.

    Example:
        >>> Comparable((3, 4), incomparable=1).answers
        (3, 4)
    """

    answers: tuple[AnswerValue, ...]
    incomparable: int = 0
    not_applicable: int = 0


@frozen(kw_only=True)
class Line:
    """Numbers of a group with distances between them, and the own one among them.

    Attributes:
        numbers: One an answer, in any order.
        totals: What each number is divided by; empty where it stands for itself.
        own: The number to be placed; None where there is none.
        category: Which part of a composition it is about; empty for the whole.

    Example:
        >>> Line(numbers=(3, 4), own=3).category
        ''
    """

    numbers: tuple[Number, ...]
    totals: tuple[Number, ...] = ()
    own: Number | None = None
    category: str = ""
