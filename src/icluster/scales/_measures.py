"""The scale of numbers with a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar, Final

from attrs import Factory, field, frozen

from icluster._exact import is_exact, times, to_decimal
from icluster._fields import instance_of
from icluster.errors import InvalidValueError
from icluster.scales._answers import AnswerValue, Line, Unit
from icluster.scales._scale import Direction, Scale, refuse
from icluster.vocabularies import Missing, Other
from icluster.words import Sentence, Share, Steps, in_a_row, say


def _in_days(number: object) -> Sentence:
    return say("{} {0?day|days} per person and year", number)


# A number with its unit; counts and ratios are bare numbers, shares percentages.
_WITH_UNIT: Final = MappingProxyType(
    {
        Unit.YEARS: lambda number: say("{} {0?year|years}", number),
        Unit.MONTHS: lambda number: say("{} {0?month|months}", number),
        Unit.FTE: lambda number: say("{} full-time {0?equivalent|equivalents}", number),
        Unit.DAYS_PER_PERSON_AND_YEAR: _in_days,
    }
)


def _to_bound(bound: Decimal | int | str | None) -> Decimal | None:
    return None if bound is None else to_decimal(bound, field="bound")


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
        >>> staff.read("2.5"), staff.text(1)
        (Decimal('2.5'), '1 full-time equivalent')
        >>> print(*staff.faults(-1))
        value must be 0 or more, got -1
        >>> Measure(Unit.SHARE).read("35 %")
        Decimal('0.35')
    """

    of_large_groups: ClassVar[str] = "quartiles"

    # A field for the base's property: pyright holds that against it, mypy does not.
    unit: Unit | Other = field(  # pyright: ignore[reportIncompatibleMethodOverride]
        validator=instance_of(Unit, Other)
    )
    lowest: Decimal | None = field(default=Decimal(0), converter=_to_bound)
    highest: Decimal | None = field(
        default=Factory(_all_of_it, takes_self=True), converter=_to_bound
    )
    direction: Direction = field(
        default=Direction.NEITHER, validator=instance_of(Direction), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        low, high = self.lowest, self.highest
        if low is not None and high is not None and high < low:
            raise InvalidValueError("highest", say("{} or more", low), high)

    # --- reading ------------------------------------------------------------------

    @property
    def bounds(self) -> Sentence:
        """The values it takes, in words.

        Example:
            >>> print(Measure(Unit.SHARE).bounds, "/", Measure(Unit.RATIO).bounds)
            from 0 to 1 / 0 or more
        """
        low, high = self.lowest, self.highest
        if low is None:
            return say("any number") if high is None else say("{} or less", high)
        return (
            say("{} or more", low) if high is None else say("from {} to {}", low, high)
        )

    def holds(self, value: Decimal | Fraction | int) -> bool:
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
        number: Any = value
        return is_exact(value) and self.holds(number)

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the number that *raw* states."""
        number, expected = self._number(raw), self._expected()
        if number is not None and not self.holds(number):
            number, expected = None, self.bounds
        elif number is not None and self.unit is Unit.COUNT:
            whole = int(number)
            number, expected = (whole if whole == number else None), say("whole")
        if number is None:
            if isinstance(raw, float):
                expected = say(
                    "{} (floats are not exact: give text or a Decimal)", expected
                )
            refuse(place, expected, raw)
        return number

    def _expected(self) -> Sentence:
        if self.unit is Unit.COUNT:
            return say("a whole number")
        if self.unit is Unit.SHARE:
            return say("a share such as '0.35', or a percentage from 1 % on")
        return say("an exact number such as '2.5'")

    def _number(self, raw: Any) -> int | Decimal | Fraction | None:
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

    def judge(self, answers: Sequence[Any]) -> Sequence[Any]:
        """Judge a group by its ends alone where its answers are plain numbers."""
        whole = self.unit is Unit.COUNT
        plain: set[type] = {int} if whole else {int, Decimal, Fraction}
        return plain_ones(self, answers, plain) or super().judge(answers)

    def holds_fractions(self) -> Callable[[Fraction], bool]:
        """Return what tells whether a computed number lies on the scale."""
        # Most scales only say that nothing is below zero: that is read off the sign.
        if self.unit is Unit.COUNT:
            return lambda made: made.denominator == 1 and self.holds(made)
        if self.lowest == 0 and self.highest is None:
            return lambda made: made.numerator >= 0
        if self.lowest == 0 and self.highest == 1:
            return lambda made: 0 <= made.numerator <= made.denominator
        return self.holds

    # --- naming -------------------------------------------------------------------

    def sentence(self, value: Any) -> Sentence:
        """Return *value* with its unit; shares as percentages."""
        if self.unit is Unit.SHARE:
            return say("{}", Share(Fraction(value)))
        return self._with_unit(Fraction(value))

    def _with_unit(self, number: object) -> Sentence:
        if isinstance(self.unit, Other):
            return say("{} {}", number, self.unit.text)
        sentence = _WITH_UNIT.get(self.unit)
        return say("{}", number) if sentence is None else sentence(number)

    def boundaries(self, numbers: Sequence[Fraction], own: Any) -> Sentence:
        """Return boundaries for a reader, their unit once."""
        if self.unit is Unit.SHARE:
            return in_a_row(map(Share, numbers), " | ")
        return self._with_unit(in_a_row(numbers, " | "))

    def named_difference(self, difference: Fraction) -> Sentence:
        """Return how much something rose; shares differ by percentage points."""
        if self.unit is Unit.SHARE:
            return say("{} percentage {0?point|points}", difference * 100)
        return say("{}", difference)

    # --- comparing and placing ----------------------------------------------------

    @property
    def better(self) -> Direction:
        """Which way is better."""
        return self.direction

    def has_distances(self, value: object) -> bool:
        """Tell that numbers have distances."""
        return True

    def difference(self, before: Any, after: Any) -> Fraction | None:
        """Return how much *after* is more."""
        return Fraction(after) - Fraction(before)

    def lines(self, own: Any, answers: tuple[Any, ...]) -> Iterable[Line]:
        """Return the one line of the numbers."""
        return (Line(numbers=answers, own=own),)


def plain_ones(
    scale: Scale, answers: Sequence[Any], plain: set[type]
) -> Sequence[Any] | None:
    """Return *answers* of plain types of which both ends are sound, else None.

    Bounds are looked at on the least and the most, without asking each value.
    """
    if set(map(type, answers)) - {Missing} <= plain:
        numbers = [answer for answer in answers if type(answer) is not Missing]
        if not numbers or (scale.knows(min(numbers)) and scale.knows(max(numbers))):
            return answers
    return None
