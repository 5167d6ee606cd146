"""The scale of steps in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from attrs import field, frozen

from icluster._exact import is_exact, to_decimal
from icluster._fields import instance_of, to_tuple, within
from icluster._texts import all_texts
from icluster.errors import InvalidValueError
from icluster.scales._answers import AnswerValue, Frequency
from icluster.scales._measures import plain_ones
from icluster.scales._scale import Direction, Scale, refuse
from icluster.words import Sentence, Steps, say

_MOST_STEPS = 1000
# Digits only: int() would also take "1_0" and "+1".
_NUMBER_OF_STEP = re.compile(r"-?\d{1,8}")


def _to_steps(steps: int | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Freeze steps; a whole number asks for that many without titles."""
    # More than anybody asks for would only fill the memory.
    is_number = isinstance(steps, int) and not isinstance(steps, bool)
    if is_number and steps <= _MOST_STEPS:  # type: ignore[operator]
        return ("",) * steps  # type: ignore[operator]
    frozen_steps: tuple[str, ...] = to_tuple(steps)
    return frozen_steps


def _as_number(title: str) -> Decimal | None:
    try:
        return to_decimal(title)
    except InvalidValueError:
        return None


@frozen
class Ordinal(Scale):
    """Steps in order, of which the distances are not known.

    Steps are named by their number or their title.

    Attributes:
        steps: Titles, the lowest step first; empty where a step has none. A whole
            number asks for so many steps without titles.
        lowest: The number of the first step.
        direction: Which way is better.

    Raises:
        InvalidValueError: There are fewer than two steps, two share a title, or a
            title reads as the number of another step.

    Example:
        >>> scale = Ordinal(["none", "drafted", "adopted"])
        >>> scale.read("Drafted"), scale.text(1)
        (1, '1 of 2: drafted')
        >>> print(*Ordinal(5).faults(5))
        value must be a step from 0 to 4, got 5
        >>> marks = Ordinal(5, lowest=1)
        >>> marks.read("5"), marks.text(3)
        (5, '3 of 5')
    """

    of_large_groups: ClassVar[str] = "frequencies"
    ranks_frequencies: ClassVar[bool] = True

    steps: tuple[str, ...] = field(
        converter=_to_steps, validator=all_texts(or_empty=True)
    )
    lowest: int = field(default=0, validator=within(-999, 999), kw_only=True)
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
                raise InvalidValueError(
                    ("steps", number - self.lowest),
                    say("no number but {}, which it stands for; see lowest", number),
                    title,
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

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the number of the step that *raw* names by number or title."""
        number = self._titled(raw.strip()) if isinstance(raw, str) else _whole(raw)
        if number is None or not self.lowest <= number <= self.highest:
            expected = say("a step from {} to {}", self.lowest, self.highest)
            refuse(place, expected, raw)
        return number

    def _titled(self, text: str) -> int | None:
        for number, title in zip(self.numbers, self.steps, strict=True):
            if title and title.casefold() == text.casefold():
                return number
        return int(text) if _NUMBER_OF_STEP.fullmatch(text) else None

    def judge(self, answers: Sequence[Any]) -> Sequence[Any]:
        """Judge a group by its ends alone where its answers are numbers of steps."""
        return plain_ones(self, answers, {int}) or super().judge(answers)

    def sentence(self, value: Any) -> Sentence:
        """Return the step: its number, the highest there is, its title."""
        title = self.steps[value - self.lowest]
        step = say("{} of {}", int(value), self.highest)
        return say("{}: {}", step, say(title)) if title else step

    @property
    def legend(self) -> Sentence | None:
        """Which end is which, where no step has a title."""
        ends = self.lowest, self.highest
        if any(self.steps):
            return None
        if self.direction is Direction.NEITHER:
            return say("Steps run from {} to {}; they have no titles.", *ends)
        weakest_first = ends if self.direction is Direction.MORE else ends[::-1]
        return say(
            "Steps run from {}, the weakest, to {}, the strongest; they have no"
            " titles.",
            *weakest_first,
        )

    def rise(self, before: Any, after: Any) -> Fraction | None:
        """Return by how many steps *after* is higher: an order, no distance."""
        return Fraction(after - before)

    def frequencies(self, own: Any, answers: tuple[Any, ...]) -> Sequence[Frequency]:
        """Return how many are on each step, the lowest first."""
        counts = Counter(answers)
        return [
            Frequency(self.sentence(step), counts[step], is_own=step == own)
            for step in self.numbers
        ]


def _whole(raw: object) -> int | None:
    """Return a whole number of any exact kind, else None."""
    if isinstance(raw, Decimal) and is_exact(raw) and raw == int(raw):
        return int(raw)
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None
