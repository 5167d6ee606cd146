"""One row of a published scale: a criterion, its levels and its declared gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from attrs import field, frozen

from icluster._exact import times, to_decimal, trimmed
from icluster._fields import all_of, instance_of, is_key, repeated, to_tuple
from icluster._texts import is_optional_prose, is_optional_text, is_prose, is_text
from icluster.conditions import Condition
from icluster.errors import InvalidValueError, RubricError
from icluster.words import Key, Quoted, Shown, path, say

__all__ = ["Criterion", "Gap", "Level"]


def _to_points(points: Decimal | int | str) -> Decimal:
    return to_decimal(points, field="points")


def _to_weight(weight: Decimal | int | str) -> Decimal:
    return to_decimal(weight, field="weight")


def _to_candidates(points: Iterable[Decimal | int | str]) -> tuple[Decimal, ...]:
    candidates = to_tuple(points)
    if not isinstance(candidates, tuple):
        raise InvalidValueError("candidates", "a list or a tuple of points", points)
    return tuple(to_decimal(number, field="candidates") for number in candidates)


def _to_levels(levels: Iterable[Level]) -> tuple[Level, ...]:
    return to_tuple(levels)


def _to_gaps(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    return to_tuple(gaps)


@frozen
class Level(Shown):
    """One level of a criterion: points, where it holds, and its printed title.

    Attributes:
        points: Exact; a Decimal, an int or a decimal text, never a float.
        condition: Where it holds.
        title: The sentence of the scale.
        description: How the source words it elsewhere; may be empty.

    Example:
        >>> from icluster.conditions import Is
        >>> Level("0.5", Is("monitoring"), "monitored").points
        Decimal('0.5')
    """

    points: Decimal = field(converter=_to_points)
    condition: Condition = field(validator=instance_of(Condition))
    title: str = field(default="", validator=is_optional_text)
    description: str = field(default="", validator=is_optional_prose)


@frozen
class Gap(Shown):
    """What the published scale does not decide, written down.

    Attributes:
        key: Name of the gap within its criterion.
        condition: Where it lies; no level holds there.
        candidates: Points of the levels that might be meant.
        why: Why it is open.

    Example:
        >>> from icluster.conditions import Is
        >>> gap = Gap("late", Is("late"), (0, "0.5"), "the scale is silent")
        >>> gap.candidates
        (Decimal('0'), Decimal('0.5'))
    """

    key: str = field(validator=is_key)
    condition: Condition = field(validator=instance_of(Condition))
    candidates: tuple[Decimal, ...] = field(converter=_to_candidates)
    why: str = field(validator=is_prose)


@frozen(kw_only=True)
class Criterion(Shown):
    """One criterion of a rubric.

    Attributes:
        key: Name by which a score is asked for it.
        title: What it is called.
        levels: From fewest to most points.
        gaps: What the scale leaves open.
        weight: How much a point counts in the total; positive, 1 by default.
        description: What it assesses.

    Raises:
        RubricError: It has no levels, points do not rise, a key repeats, or a
            gap's candidates are not points of two or more levels.

    Example:
        >>> from icluster.conditions import Is
        >>> monitored = Is("monitoring")
        >>> criterion = Criterion(
        ...     key="evidence",
        ...     title="Evidence",
        ...     levels=[Level(0, ~monitored), Level(1, monitored)],
        ... )
        >>> criterion.maximum
        Decimal('1')
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    levels: tuple[Level, ...] = field(converter=_to_levels, validator=all_of(Level))
    gaps: tuple[Gap, ...] = field(default=(), converter=_to_gaps, validator=all_of(Gap))
    weight: Decimal = field(default=Decimal(1), converter=_to_weight)
    description: str = field(default="", validator=is_optional_prose)

    def __attrs_post_init__(self) -> None:
        points = [level.points for level in self.levels]
        if not points:
            raise RubricError(self.place(), "has no levels")
        if points != sorted(set(points)):
            raise RubricError(self.place("levels"), "do not rise strictly in points")
        if self.weight <= 0:
            raise RubricError(self.place("weight"), "is not positive")
        for index, key in repeated(gap.key for gap in self.gaps):
            problem = say("repeats the key {}", Quoted(key))
            raise RubricError(self.place("gaps", index), problem)
        for index, gap in enumerate(self.gaps):
            if len(set(gap.candidates)) < 2 or not set(gap.candidates) <= set(points):
                expected = "needs the points of two levels as candidates"
                raise RubricError(self.place("gaps", index), expected)

    @property
    def maximum(self) -> Decimal:
        """The most points there are, without the weight."""
        return self.levels[-1].points

    def weighted(self, points: Decimal) -> Decimal:
        """Return some of its points as they count in the total.

        Example:
            >>> from icluster.reference import eccp
            >>> eccp.MATURITY_2022["scope"].weighted(Decimal("0.5"))
            Decimal('0.5')
        """
        if self.weight == 1:  # as they were published
            return points
        return trimmed(times(points, self.weight))

    @property
    def weighted_maximum(self) -> Decimal:
        """The most that it counts in the total."""
        return self.weighted(self.maximum)

    def place(self, *steps: str | int) -> str:
        """Return the path of a part of it within a rubric.

        Example:
            >>> from icluster.reference import eccp
            >>> eccp.MATURITY_2022["scope"].place("levels", 1)
            "criteria['scope'].levels[1]"
        """
        return path(("criteria", Key(self.key), *steps))

    def name_of(self, gap: Gap) -> str:
        """Return the name of one of its gaps within a rubric.

        Example:
            >>> from icluster.reference import eccp
            >>> instruments = eccp.MATURITY_2022["instruments"]
            >>> instruments.name_of(instruments.gaps[0])
            'instruments.technical_support_only'
        """
        return f"{self.key}.{gap.key}"

    def conditions(self) -> Iterator[tuple[str, Condition]]:
        """Yield every condition in it, with its place."""
        for index, level in enumerate(self.levels):
            yield self.place("levels", index, "condition"), level.condition
        for index, gap in enumerate(self.gaps):
            yield self.place("gaps", index, "condition"), gap.condition

    def fact_names(self) -> frozenset[str]:
        """Return the names of the facts that it looks at."""
        return self._fact_names

    @cached_property
    def _fact_names(self) -> frozenset[str]:
        return frozenset(
            test.fact
            for _, condition in self.conditions()
            for test in condition.tests()
        )
