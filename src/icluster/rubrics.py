"""Rubrics: criteria, levels and declared gaps, read like the published table.

A level holds where its condition does; the highest that holds wins. The lowest
has a condition too, so that what the scale forgets shows up as a hole instead of
a silent zero. What the publication leaves open is declared as a `Gap`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from icluster._exact import common_unit, times, to_decimal, total_of
from icluster._fields import (
    all_of,
    instance_of,
    is_key,
    is_optional_text,
    is_text,
    to_tuple,
)
from icluster._outcomes import Outcomes
from icluster.conditions import Condition
from icluster.errors import InvalidValueError, RubricError, UnknownNameError
from icluster.facts import FactSchema
from icluster.sources import Cited, are_cited, to_cited

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Criterion", "Gap", "Level", "Rubric"]


def __dir__() -> list[str]:
    return __all__


def _to_points(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="points")


def _to_weight(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="weight")


def _to_candidates(values: Any) -> tuple[Decimal, ...]:
    given = to_tuple(values)
    if not isinstance(given, tuple):
        raise InvalidValueError("candidates", "a list or a tuple of points", values)
    return tuple(to_decimal(value, field="candidates") for value in given)


@frozen
class Level:
    """One level of a criterion: points, where it holds, and its printed title.

    Attributes:
        points: Exact; a Decimal, an int or a decimal text, never a float.
        condition: Where it holds.
        title: The sentence of the scale.

    Example:
        >>> from icluster.conditions import Is
        >>> Level("0.5", Is("monitoring"), "monitored").points
        Decimal('0.5')
    """

    points: Decimal = field(converter=_to_points)
    condition: Condition = field(validator=instance_of(Condition))
    title: str = field(default="", validator=is_optional_text)


@frozen
class Gap:
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
    why: str = field(validator=is_text)


@frozen(kw_only=True)
class Criterion:
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
    levels: tuple[Level, ...] = field(converter=to_tuple, validator=all_of(Level))
    gaps: tuple[Gap, ...] = field(default=(), converter=to_tuple, validator=all_of(Gap))
    weight: Decimal = field(default=Decimal(1), converter=_to_weight)
    description: str = field(default="", validator=is_optional_text)

    def __attrs_post_init__(self) -> None:
        place = f"criteria[{self.key!r}]"
        points = [level.points for level in self.levels]
        if not points:
            raise RubricError(place, "has no levels")
        if points != sorted(set(points)):
            raise RubricError(f"{place}.levels", "do not rise strictly in points")
        if self.weight <= 0:
            raise RubricError(f"{place}.weight", "is not positive")
        for index, gap in enumerate(self.gaps):
            here = f"{place}.gaps[{index}]"
            if gap.key in [earlier.key for earlier in self.gaps[:index]]:
                raise RubricError(here, f"repeats the key {gap.key!r}")
            if len(set(gap.candidates)) < 2 or not set(gap.candidates) <= set(points):
                raise RubricError(here, "needs the points of two levels as candidates")

    @property
    def maximum(self) -> Decimal:
        """The most points there are, without the weight."""
        return self.levels[-1].points

    def conditions(self) -> Iterator[tuple[str, Condition]]:
        """Yield every condition in it, with its place."""
        place = f"criteria[{self.key!r}]"
        for index, level in enumerate(self.levels):
            yield f"{place}.levels[{index}].condition", level.condition
        for index, gap in enumerate(self.gaps):
            yield f"{place}.gaps[{index}].condition", gap.condition

    def fact_names(self) -> frozenset[str]:
        """Return the names of the facts that it looks at."""
        return frozenset(
            test.fact
            for _, condition in self.conditions()
            for test in condition.tests()
        )


@frozen(kw_only=True, repr=False)
class Rubric:
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
            values.

    Example:
        >>> from icluster.reference import eccp
        >>> eccp.MATURITY_2022.maximum, eccp.MATURITY_2022.unit
        (Decimal('8'), Decimal('0.5'))
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    facts: FactSchema = field(validator=instance_of(FactSchema))
    criteria: tuple[Criterion, ...] = field(
        converter=to_tuple, validator=all_of(Criterion)
    )
    caution: str = field(default="", validator=is_optional_text)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        if not self.criteria:
            raise RubricError("criteria", "are none")
        keys = [criterion.key for criterion in self.criteria]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                raise RubricError(f"criteria[{index}]", f"repeats the key {key!r}")
        for criterion in self.criteria:
            for place, condition in criterion.conditions():
                self.facts.check(condition, place)
        self.outcomes.check_gaps()

    def __repr__(self) -> str:
        keys = ", ".join(criterion.key for criterion in self.criteria)
        return f"<Rubric {self.key}: {keys}>"

    @cached_property
    def outcomes(self) -> Outcomes:
        """What every completion of the facts gives, ready for lookups."""
        return Outcomes(self)

    @cached_property
    def unit(self) -> Decimal:
        """The largest number of which all weighted points are whole multiples."""
        return common_unit(
            times(level.points, criterion.weight)
            for criterion in self.criteria
            for level in criterion.levels
        )

    @property
    def maximum(self) -> Decimal:
        """The most points there are, weights applied."""
        return total_of(times(each.maximum, each.weight) for each in self.criteria)

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
        known = tuple(criterion.key for criterion in self.criteria)
        raise UnknownNameError("criterion", key, known)
