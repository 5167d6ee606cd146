"""The arithmetic of positions: order, quartiles, ranks. Knows no indicators.

Numbers are compared exactly. Quartiles are those of `statistics.quantiles` with
four groups, by the method named; on fractions, so that nothing is rounded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import field, frozen

from icluster._fields import instance_of
from icluster.errors import InvalidValueError
from icluster.scales import Direction, Frequency, Line
from icluster.words import Shown, say

Number: TypeAlias = int | Decimal | Fraction
Quartiles: TypeAlias = tuple[Fraction, Fraction, Fraction]


class QuantileMethod(Enum):
    """How quartiles are interpolated; the names are those of `statistics.quantiles`.

    *Inclusive* takes the group for all there are to compare with, so that the
    least and the most are its ends. *Exclusive* takes it for a sample of more.

    Example:
        >>> quartiles([1, 2, 3, 4], QuantileMethod.INCLUSIVE)
        (Fraction(7, 4), Fraction(5, 2), Fraction(13, 4))
    """

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


def is_count(_: Any, attribute: Any, value: Any) -> None:
    """Refuse what is no number of peers."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InvalidValueError(attribute.name, "a number of peers", value)


@frozen(kw_only=True)
class Rank(Shown):
    """How many peers lie below, level and above.

    Attributes:
        below: Peers with a smaller value.
        tied: Peers with the same value.
        above: Peers with a larger value.
        quarter: From 1, the lowest quarter by value, to 4.
        direction: Which way is better.

    Raises:
        InvalidValueError: A number is negative, there are no peers, or there is
            no such quarter.

    Example:
        >>> rank = Rank(below=2, tied=1, above=7, quarter=2, direction=Direction.LESS)
        >>> rank.percentile, rank.strength
        (Fraction(1, 4), 3)
    """

    below: int = field(validator=is_count)
    tied: int = field(validator=is_count)
    above: int = field(validator=is_count)
    quarter: int = field(validator=instance_of(int))
    direction: Direction = field(validator=instance_of(Direction))

    def __attrs_post_init__(self) -> None:
        if self.size == 0:
            raise InvalidValueError("rank", "among some peers", 0)
        if self.quarter not in (1, 2, 3, 4):
            raise InvalidValueError("quarter", "from 1 to 4", self.quarter)

    @property
    def size(self) -> int:
        """How many peers there are."""
        return self.below + self.tied + self.above

    @property
    def percentile(self) -> Fraction:
        """The share of peers below, those level counted by half; from 0 to 1."""
        return Fraction(2 * self.below + self.tied, 2 * self.size)

    @property
    def strength(self) -> int | None:
        """From 1, the weakest quarter, to 4; None where neither way is better."""
        if self.direction is Direction.NEITHER:
            return None
        return 5 - self.quarter if self.direction is Direction.LESS else self.quarter


def quartiles(numbers: Sequence[Number], method: QuantileMethod) -> Quartiles:
    """Return the three cut points of *numbers* in order, two or more.

    >>> quartiles([1, 2, 3], QuantileMethod.EXCLUSIVE)
    (Fraction(1, 1), Fraction(2, 1), Fraction(3, 1))
    """
    first, second, third = (_cut(numbers, part, method) for part in (1, 2, 3))
    return first, second, third


def _cut(numbers: Sequence[Number], part: int, method: QuantileMethod) -> Fraction:
    size = len(numbers)
    if method is QuantileMethod.INCLUSIVE:
        left, rest = divmod(part * (size - 1), 4)
    else:
        left = min(max(part * (size + 1) // 4, 1), size - 1) - 1
        rest = part * (size + 1) - 4 * (left + 1)
    low, high = Fraction(numbers[left]), Fraction(numbers[left + 1])
    return (low * (4 - rest) + high * rest) / 4


def rank_number(
    own: Number, numbers: Sequence[Number], cuts: Quartiles, direction: Direction
) -> Rank:
    """Place *own* among *numbers* in order.

    A value on the first or third cut is not in the outer quarter; one on the
    median is in the better half: level with others is never held against it. Where
    neither way is better, one on the median is in the lower half.
    """
    exact = Fraction(own)
    below, level = bisect_left(numbers, exact), bisect_right(numbers, exact)
    first, median, third = cuts
    if exact < first:
        quarter = 1
    elif exact > third:
        quarter = 4
    else:
        low_side = exact < median if direction is Direction.MORE else exact <= median
        quarter = 2 if low_side else 3
    return Rank(
        below=below,
        tied=level - below,
        above=len(numbers) - level,
        quarter=quarter,
        direction=direction,
    )


def rank_step(own: int, counts: Sequence[int], direction: Direction) -> Rank:
    """Place the step at place *own* among *counts* of peers by step: by order alone.

    In an outer quarter is whoever has three quarters of the peers beyond; else in
    the weaker half is whoever has more than half of them on the better side. Where
    neither way is better, in the upper half is whoever has more than half below.
    """
    below, tied, above = sum(counts[:own]), counts[own], sum(counts[own + 1 :])
    size = below + tied + above
    if 4 * below >= 3 * size:
        quarter = 4
    elif 4 * above >= 3 * size:
        quarter = 1
    elif direction is Direction.MORE:
        quarter = 2 if 2 * above > size else 3
    else:
        quarter = 3 if 2 * below > size else 2
    return Rank(
        below=below, tied=tied, above=above, quarter=quarter, direction=direction
    )


def in_order(numbers: Iterable[Number]) -> Sequence[Number]:
    """Sort exactly, and fast also where there are fractions among the numbers."""
    listed = list(numbers)
    if Fraction not in set(map(type, listed)):
        return sorted(listed)
    ratios = [number.as_integer_ratio() for number in listed]
    return QuotientsInOrder(*zip(*ratios, strict=True))


class QuotientsInOrder(Sequence[Fraction]):
    """Quotients of whole numbers in exact order, by way of whole numbers.

    Two different fractions with denominators up to *d* lie at least 1/d² apart:
    multiplied by more than that, they differ in their whole part. Fractions are
    made of the few that are looked at.
    """

    def __init__(self, above: Sequence[int], below: Sequence[int]) -> None:
        scale = max(below) ** 2 + 1
        keys = [
            one * scale // share_below
            for one, share_below in zip(above, below, strict=True)
        ]
        pairs = zip(above, below, strict=True)
        self._by_key = dict(zip(keys, pairs, strict=True))
        self._keys = sorted(keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, index: Any) -> Any:
        return Fraction(*self._by_key[self._keys[index]])


@frozen(kw_only=True)
class Terms:
    """From which size on a group gives what, and how quartiles are made."""

    minimum: int = field(validator=instance_of(int))
    boundaries_from: int = field(validator=instance_of(int))
    method: QuantileMethod = field(validator=instance_of(QuantileMethod))

    def __attrs_post_init__(self) -> None:
        if self.minimum < 2:
            raise InvalidValueError("minimum", "2 or more", self.minimum)
        if self.boundaries_from < self.minimum:
            expected = say("{} or more", self.minimum)
            raise InvalidValueError("boundaries_from", expected, self.boundaries_from)

    def along(
        self, line: Line, direction: Direction
    ) -> tuple[tuple[Fraction, ...], Rank | None]:
        """Return the quartiles along a *line*, and the place of its own number."""
        numbers: Any = line.numbers
        totals: Any = line.totals
        ordered = QuotientsInOrder(numbers, totals) if totals else in_order(numbers)
        cuts = quartiles(ordered, self.method)
        own = line.own
        rank = None if own is None else rank_number(own, ordered, cuts, direction)
        return cuts if len(ordered) >= self.boundaries_from else (), rank

    def among_steps(
        self, frequencies: Sequence[Frequency], direction: Direction
    ) -> Rank:
        """Return the place of the own step among all, by order alone."""
        (own,) = (i for i, frequency in enumerate(frequencies) if frequency.is_own)
        counts = [frequency.count for frequency in frequencies]
        return rank_step(own, counts, direction)
