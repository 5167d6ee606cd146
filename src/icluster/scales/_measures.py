"""Scales along which answers can be put in order: measures, money, steps."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import Factory, field, frozen

from icluster._exact import times, to_decimal, to_decimal_text
from icluster._fields import Within, all_of, instance_of, to_tuple
from icluster.errors import InvalidValueError
from icluster.scales._base import AnswerValue, Direction, Parsed, Scale, refused
from icluster.scales._values import is_exact
from icluster.scales._words import ENGLISH, Unit, ValueWords
from icluster.vocabularies import Other


def to_bound(value: Decimal | int | str | None) -> Decimal | None:
    """Read a bound; None is no bound."""
    return None if value is None else to_decimal(value, field="bound")


def _all_of_it(measure: Measure) -> Decimal | None:
    return Decimal(1) if measure.unit is Unit.SHARE else None


@frozen
class Measure(Scale):
    """A number with a unit: a count, a share, a ratio, a duration, staff.

    Counts are whole. Texts are plain decimals ("0.35"); a share may also be a
    percentage from 1 % on ("35 %"), below that it could be meant either way. A
    comma is refused: it separates decimals here and thousands there.

    Attributes:
        unit: What is counted; `Other` for a unit that `Unit` does not list.
        lowest: Smallest value, included; None where there is none.
        highest: Largest value, included; 1 for a share unless given.
        direction: Which way is better.

    Raises:
        InvalidValueError: A bound is no exact number, or the lowest is above
            the highest.

    Example:
        >>> staff = Measure(Unit.FTE, direction=Direction.MORE)
        >>> staff.read("2.5"), staff.faults(-1)
        (Decimal('2.5'), (Fault(place='value', expected='0 or more', got='-1'),))
        >>> Measure(Unit.SHARE).read("35 %")
        Decimal('0.35')
    """

    unit: Unit | Other = field(validator=instance_of(Unit, Other))
    lowest: Decimal | None = field(default=Decimal(0), converter=to_bound)
    highest: Decimal | None = field(
        default=Factory(_all_of_it, takes_self=True), converter=to_bound
    )
    direction: Direction = field(
        default=Direction.NEITHER, validator=instance_of(Direction), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        low, high = self.lowest, self.highest
        if low is not None and high is not None and high < low:
            raise InvalidValueError("highest", f"{low} or more", high)

    @property
    def better(self) -> Direction:
        """Which way is better."""
        return self.direction

    @property
    def bounds(self) -> str:
        """The values it takes, in words.

        Example:
            >>> Measure(Unit.SHARE).bounds, Measure(Unit.RATIO).bounds
            ('from 0 to 1', '0 or more')
        """
        low, high = self.lowest, self.highest
        if low is None:
            return "any number" if high is None else f"{to_decimal_text(high)} or less"
        if high is None:
            return f"{to_decimal_text(low)} or more"
        return f"from {to_decimal_text(low)} to {to_decimal_text(high)}"

    def holds(self, value: Any) -> bool:
        """Tell whether the number *value* lies within the bounds.

        Example:
            >>> Measure(Unit.SHARE).holds(1), Measure(Unit.SHARE).holds(2)
            (True, False)
        """
        above = self.lowest is None or value >= self.lowest
        return above and (self.highest is None or value <= self.highest)

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        if self.unit is Unit.COUNT and type(value) is not int:
            return False
        return is_exact(value) and self.holds(value)

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the number that *raw* states, or None and what is wrong."""
        number = self._number(raw)
        if number is None:
            return refused(place, self._expected(), raw)
        if not self.holds(number):
            return refused(place, self.bounds, raw)
        if self.unit is not Unit.COUNT:
            return number, ()
        whole = int(number)
        return (whole, ()) if whole == number else refused(place, "whole", raw)

    def _expected(self) -> str:
        if self.unit is Unit.COUNT:
            return "a whole number"
        if self.unit is Unit.SHARE:
            return "a share such as '0.35', or a percentage from 1 % on"
        return "an exact number such as '2.5'"

    def _number(self, raw: Any) -> Decimal | Fraction | None:
        if isinstance(raw, Fraction):
            return raw if is_exact(raw) else None
        text = raw.strip() if isinstance(raw, str) else raw
        try:
            if isinstance(text, str) and text.endswith("%"):
                return self._percentage(to_decimal(text[:-1].strip()))
            return to_decimal(text)
        except InvalidValueError:
            return None

    def _percentage(self, number: Decimal) -> Decimal | None:
        if self.unit is not Unit.SHARE or (number and abs(number) < 1):
            return None
        share = times(number, Decimal("0.01"))
        return share if is_exact(share) else None

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write *value* with its unit; shares as percentages."""
        number = Fraction(value)  # type: ignore[arg-type]
        if self.unit is Unit.SHARE:
            return share_text(number)
        unit = self.unit_text(words, one=abs(number) == 1)
        return f"{number_text(number)} {unit}".rstrip()

    def unit_text(self, words: ValueWords = ENGLISH, *, one: bool = False) -> str:
        """Write what stands behind its numbers, or *one*; empty where nothing does.

        Example:
            >>> Measure(Unit.FTE).unit_text(), Measure(Unit.COUNT).unit_text()
            ('full-time equivalents', '')
            >>> Measure(Unit.FTE).unit_text(one=True)
            'full-time equivalent'
        """
        unit = self.unit
        return unit.text if isinstance(unit, Other) else words.unit(unit, one=one)


def share_text(share: Fraction) -> str:
    """Write *share* as a percentage: exact up to two places, else marked by ≈.

    Example:
        >>> share_text(Fraction(1, 8)), share_text(Fraction(1, 3))
        ('12.5 %', '≈ 33.33 %')
    """
    return f"{number_text(share * 100)} %"


def counted(number: int, noun: str) -> str:
    """Write an English *noun* in the number there is of it.

    >>> counted(1, "peer"), counted(0, "peer")
    ('1 peer', '0 peers')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def number_text(number: Fraction) -> str:
    """Write *number* for a reader: exact up to two places, else marked by ≈.

    Example:
        >>> number_text(Fraction(5, 2)), number_text(Fraction(1, 3))
        ('2.5', '≈ 0.33')
    """
    hundredths = round(number * 100)
    sign, rest = "-" * (hundredths < 0), abs(hundredths)
    digits = f"{sign}{rest // 100}.{rest % 100:02}".rstrip("0").rstrip(".")
    return digits if Fraction(hundredths, 100) == number else f"≈ {digits}"


def to_steps(given: object) -> Any:
    """Freeze steps; a whole number asks for that many without titles."""
    if isinstance(given, int) and not isinstance(given, bool):
        # More than anybody asks for would only fill the memory.
        return ("",) * given if given <= _MOST_STEPS else given
    return to_tuple(given)


_MOST_STEPS = 1000
# Digits only: int() would also take "1_0" and "+1".
_NUMBER_OF_STEP = re.compile(r"-?\d{1,8}")


def _as_number(title: str) -> Decimal | None:
    try:
        return to_decimal(title)
    except InvalidValueError:
        return None


@frozen
class Ordinal(Scale):
    """Steps in order: it has a before and after, no distances.

    An answer is the number of a step, counted from the *lowest*, or its title.

    Attributes:
        steps: Their titles from the lowest, empty where none is public; a whole
            number asks for that many untitled ones.
        lowest: The number of the first step; 0 unless said otherwise.
        direction: Which way is better; upwards unless said otherwise.

    Raises:
        InvalidValueError: There are fewer than two steps, a title repeats, or one
            reads as a number that is not its own step's.

    Example:
        >>> (
        ...     Ordinal(5).read("3"),
        ...     Ordinal(["none", "drafted", "adopted"]).read("Drafted"),
        ... )
        (3, 1)
        >>> Ordinal(5).faults(5)
        (Fault(place='value', expected='a step from 0 to 4', got='5'),)
        >>> marks = Ordinal(5, lowest=1)
        >>> marks.read("5"), marks.text(3)
        (5, '3 of 5')
    """

    steps: tuple[str, ...] = field(converter=to_steps, validator=all_of(str))
    lowest: int = field(
        default=0, validator=[instance_of(int), Within(-999, 999)], kw_only=True
    )
    direction: Direction = field(
        default=Direction.MORE, validator=instance_of(Direction), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        titles = [title.casefold() for title in self.steps if title]
        if len(self.steps) < 2 or len(set(titles)) != len(titles):
            expected = "two or more, no two of one title"
            raise InvalidValueError("steps", expected, self.steps)
        for number, title in zip(self.numbers, self.steps, strict=True):
            if _as_number(title) not in (None, number):
                expected = f"no number but {number}, which it stands for; see lowest"
                raise InvalidValueError(
                    f"steps[{number - self.lowest}]", expected, title
                )

    @property
    def better(self) -> Direction:
        """Which way is better."""
        return self.direction

    @property
    def highest(self) -> int:
        """The number of the last step.

        Example:
            >>> Ordinal(5).highest, Ordinal(5, lowest=1).highest
            (4, 5)
        """
        return self.lowest + len(self.steps) - 1

    @property
    def numbers(self) -> range:
        """The numbers of the steps, the lowest first.

        Example:
            >>> list(Ordinal(3, lowest=1).numbers)
            [1, 2, 3]
        """
        return range(self.lowest, self.highest + 1)

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        return type(value) is int and self.lowest <= value <= self.highest

    def parse(self, raw: object, *, place: str = "value") -> Parsed:
        """Return the number of the step that *raw* names by number or title."""
        number = self._titled(raw.strip()) if isinstance(raw, str) else _whole(raw)
        if number is None or not self.lowest <= number <= self.highest:
            expected = f"a step from {self.lowest} to {self.highest}"
            return refused(place, expected, raw)
        return number, ()

    def _titled(self, text: str) -> int | None:
        for number, title in zip(self.numbers, self.steps, strict=True):
            if title and title.casefold() == text.casefold():
                return number
        return int(text) if _NUMBER_OF_STEP.fullmatch(text) else None

    def text(self, value: AnswerValue, words: ValueWords = ENGLISH) -> str:
        """Write the step: its number, the highest there is, its title."""
        number = int(value)  # type: ignore[arg-type]
        title = self.steps[number - self.lowest]
        counted = words.fill(words.step, step=number, highest=self.highest)
        return f"{counted}: {title}" if title else counted


def _whole(raw: object) -> int | None:
    """Return a whole number of any exact kind, else None."""
    if isinstance(raw, Decimal) and is_exact(raw) and raw == int(raw):
        return int(raw)
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None
