"""What all scales share: faults, the direction that is better, reading."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from icluster._fields import is_optional_text, is_text
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.scales._values import Composition
from icluster.scales._words import ENGLISH, ValueWords
from icluster.scales._written import written
from icluster.vocabularies import Other, Vocabulary

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


class Direction(Vocabulary):
    """Which way along a scale is better.

    Example:
        >>> Direction.LESS.title
        'less is better'
    """

    MORE = "more", "more is better"
    LESS = "less", "less is better"
    NEITHER = "neither", "neither is better"


@frozen
class Fault:
    """Something wrong with an answer, and where.

    Attributes:
        place: Path of the offending part, for example ``composition['sme']``.
        expected: What stands there in a sound answer, in words.
        got: What came: texts in quotes, numbers in digits; never shortened.
        part: The part of the answer that it is about, in words; empty where it is
            about the whole.
        indicator: Key of the indicator that was answered; empty where there is
            none.

    Example:
        >>> print(Fault("concentration", "from 0 to 1", "'1.2'"))
        concentration must be from 0 to 1, got '1.2'
    """

    place: str = field(validator=is_text)
    expected: str = field(validator=is_text)
    got: str = field(validator=is_text)
    part: str = field(default="", validator=is_optional_text, kw_only=True, repr=False)
    indicator: str = field(
        default="", validator=is_optional_text, kw_only=True, repr=False
    )

    def __str__(self) -> str:
        return f"{self.place} {self.remark}"

    @property
    def remark(self) -> str:
        """What must be, and what came, without the place.

        Example:
            >>> Fault("concentration", "from 0 to 1", "'1.2'").remark
            "must be from 0 to 1, got '1.2'"
        """
        return f"must be {self.expected}, got {self.got}"


Parsed: TypeAlias = tuple[AnswerValue | None, tuple[Fault, ...]]
"""A value, or every fault that kept it from being read."""


def refused(place: str, expected: str, raw: object) -> Parsed:
    """Give no value and one fault."""
    return None, (Fault(place, expected, written(raw)),)


class Scale:
    """Base of the scales.

    Example:
        >>> from icluster.scales import Measure, Unit
        >>> share = Measure(Unit.SHARE)
        >>> isinstance(share, Scale), share.read("35 %")
        (True, Decimal('0.35'))
    """

    __slots__ = ()

    @property
    def better(self) -> Direction:
        """Which way is better; neither, unless the scale says so."""
        return Direction.NEITHER

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the value of *raw*, or None and everything wrong with it."""
        raise NotImplementedError

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already; if not, read it.

        It is what makes large groups cheap: only what is not known is parsed.

        Example:
            >>> from icluster.scales import Text
            >>> Text().knows("founded by six firms"), Text().knows(" six ")
            (True, False)
        """
        raise NotImplementedError

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write a *value* of the scale for a reader, in the *words* of a language.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> Measure(Unit.MONTHS).text(Decimal(18))
            '18 months'
        """
        raise NotImplementedError

    def faults(self, raw: object, *, place: str = "value") -> tuple[Fault, ...]:
        """Name everything that is wrong with *raw*; nothing where it is sound.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> Measure(Unit.SHARE).faults("1.2", place="concentration")
            (Fault(place='concentration', expected='from 0 to 1', got="'1.2'"),)
        """
        return self.parse(raw, place=place)[1]

    def read(self, raw: object) -> AnswerValue:
        """Return the value that *raw* states.

        Raises:
            InvalidValueError: It states none; the first fault is named.

        Example:
            >>> from icluster.scales import Measure, Unit
            >>> Measure(Unit.COUNT).read("12")
            12
        """
        value, faults = self.parse(raw)
        if value is None:
            raise InvalidValueError(faults[0].place, faults[0].expected, raw)
        return value
