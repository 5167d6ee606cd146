"""The place for one indicator: what a reader is told, and what would contradict it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from types import NoneType
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_text, to_tuple
from icluster.benchmarking._columns import LeftOut
from icluster.benchmarking._ranks import Rank, is_count
from icluster.benchmarking._values import Value, value_text
from icluster.errors import InvalidValueError
from icluster.indicators import Indicator
from icluster.money import Money
from icluster.scales import Amount, Counts, Measure, Shares, Text, Unit, ValueWords
from icluster.scales._measures import number_text, share_text
from icluster.scales._words import ENGLISH
from icluster.vocabularies import Missing


@frozen
class Frequency:
    """How many peers gave one answer.

    Attributes:
        answer: The option, step or other text, for a reader.
        count: How many gave it.
        is_own: Whether the record gave it too.

    Example:
        >>> Frequency("industry", 7, is_own=True).count
        7
    """

    answer: str = field(validator=is_text)
    count: int = field(validator=is_count)
    is_own: bool = field(default=False, validator=instance_of(bool), kw_only=True)


def _are_boundaries(_: Any, attribute: Any, value: Any) -> None:
    sound = isinstance(value, tuple) and all(isinstance(v, Fraction) for v in value)
    if not sound or len(value) not in (0, 3) or list(value) != sorted(value):
        expected = "three boundaries in order, or none"
        raise InvalidValueError(attribute.name, expected, value)


@frozen(kw_only=True)
class PartPosition:
    """The place of one category of a composition, by its share in the whole.

    Attributes:
        category: Name of the category.
        value: Its share, or None where there is none.
        quartiles: The three boundaries of the group, empty where it is too small.
        rank: The place, or None.

    Example:
        >>> PartPosition(category="SME", value=Fraction(3, 4)).rank is None
        True
    """

    category: str = field(validator=is_text)
    value: Fraction | None = field(
        default=None, validator=instance_of(Fraction, NoneType)
    )
    quartiles: tuple[Fraction, ...] = field(
        default=(), converter=to_tuple, validator=_are_boundaries
    )
    rank: Rank | None = field(default=None, validator=instance_of(Rank, NoneType))

    def __attrs_post_init__(self) -> None:
        if self.rank is not None and self.value is None:
            raise InvalidValueError("rank", "None where there is no share", self.rank)


@frozen(kw_only=True)
class IndicatorPosition:
    """The place of a record for one indicator.

    Attributes:
        indicator: The indicator.
        value: The record's answer or computed value, `Missing`, or None where it
            lies outside its scale.
        size: How many peers count.
        left_out: How many do not, and why.
        quartiles: The three boundaries of the group, empty where it is too small
            or the scale has none.
        rank: The place, or None where there is none.
        parts: For a composition, the place of each category.
        frequencies: For steps and choices, how many peers gave each answer; in a
            group too small for boundaries, the record's own answers alone.

    Raises:
        InvalidValueError: Parts contradict each other: a place among more or fewer
            peers than count, or without a value of its own.

    Example:
        >>> from icluster.reference import esca
        >>> none = IndicatorPosition(
        ...     indicator=esca.BENCHMARK_36["participants"],
        ...     value=40,
        ...     size=3,
        ...     left_out=LeftOut(),
        ... )
        >>> none.rank is None, none.value_text, none.strength is None
        (True, '40', True)
    """

    indicator: Indicator = field(validator=instance_of(Indicator))
    value: Value | None
    size: int = field(validator=is_count)
    left_out: LeftOut = field(validator=instance_of(LeftOut))
    quartiles: tuple[Fraction, ...] = field(
        default=(), converter=to_tuple, validator=_are_boundaries
    )
    rank: Rank | None = field(default=None, validator=instance_of(Rank, NoneType))
    parts: tuple[PartPosition, ...] = field(
        default=(), converter=to_tuple, validator=all_of(PartPosition)
    )
    frequencies: tuple[Frequency, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Frequency)
    )

    def __attrs_post_init__(self) -> None:
        scale = self.indicator.scale
        is_money = isinstance(scale, Amount) and isinstance(self.value, Money)
        if self.quartiles and not is_money and not isinstance(scale, Measure):
            expected = "empty where answers have no distances, or no own currency"
            raise InvalidValueError("quartiles", expected, self.quartiles)
        for rank in (self.rank, *(part.rank for part in self.parts)):
            if rank is not None:
                self._check(rank)
        most = max((each.count for each in self.frequencies), default=0)
        if most > self.size:
            raise InvalidValueError("frequencies", f"of {self.size} peers", most)

    def _check(self, rank: Rank) -> None:
        if rank.size != self.size:
            raise InvalidValueError("rank", f"among {self.size} peers", rank.size)
        if rank.direction is not self.indicator.scale.better:
            expected = f"such that {self.indicator.scale.better.title}"
            raise InvalidValueError("rank", expected, rank.direction.title)
        if self.value is None or isinstance(self.value, Missing):
            raise InvalidValueError("rank", "None without a value of its own", rank)

    @property
    def strength(self) -> int | None:
        """From 1, the weakest quarter, to 4; None without a place or a judgement."""
        return None if self.rank is None else self.rank.strength

    @property
    def value_text(self) -> str:
        """The value for a reader, or why there is none; in English."""
        return value_text(self.indicator, self.value)

    @property
    def quartiles_text(self) -> str:
        """The boundaries in English, their unit once; empty without any."""
        return self.quartiles_in(ENGLISH)

    def quartiles_in(self, words: ValueWords) -> str:
        """Write the boundaries in the *words* of a language; empty without any.

        Example:
            >>> from icluster.reference import esca
            >>> staff = IndicatorPosition(
            ...     indicator=esca.BENCHMARK_36["management_staff"],
            ...     value=2,
            ...     size=12,
            ...     left_out=LeftOut(),
            ...     quartiles=(Fraction(1), Fraction(2), Fraction(3)),
            ... )
            >>> staff.quartiles_in(ValueWords(units={Unit.FTE: "tiempos completos"}))
            '1 | 2 | 3 tiempos completos'
        """
        scale, value = self.indicator.scale, self.value
        if isinstance(scale, Measure) and scale.unit is Unit.SHARE:
            return _in_a_row(share_text, self.quartiles)
        numbers = _in_a_row(number_text, self.quartiles)
        if not numbers:
            return ""
        if isinstance(scale, Measure):
            return f"{numbers} {scale.unit_text(words)}".rstrip()
        # Amounts are those of the record's own currency and year.
        money: Any = value
        currency, year = money.currency, money.year
        return words.fill(words.money, amount=numbers, currency=currency, year=year)

    def why_no_place(self, minimum: int) -> str:
        """Say why there is no place among *minimum* peers; empty where there is.

        Example:
            >>> from icluster.reference import esca
            >>> few = IndicatorPosition(
            ...     indicator=esca.BENCHMARK_36["participants"],
            ...     value=40,
            ...     size=3,
            ...     left_out=LeftOut(),
            ... )
            >>> few.why_no_place(5)
            'fewer than 5 peers'
        """
        if self.rank is not None:
            return ""
        is_silent = self.value is None or isinstance(self.value, Missing)
        if self.left_out.incomparable and is_silent:
            return "no own amount to compare by"
        if self.size < minimum:
            same = " of its currency and year" if self.left_out.incomparable else ""
            return f"fewer than {minimum} peers{same}"
        if is_silent:
            return "no own answer"
        return "see compositions" if self.parts else "no order"

    def why_withheld(self, minimum: int, boundaries_from: int) -> str:
        """Say why there is no place, or what else the group is too small for.

        Example:
            >>> from icluster.reference import esca
            >>> some = IndicatorPosition(
            ...     indicator=esca.BENCHMARK_36["participants"],
            ...     value=Missing.UNKNOWN,
            ...     size=7,
            ...     left_out=LeftOut(),
            ... )
            >>> some.why_withheld(5, 10)
            'no own answer; fewer than 10 for quartiles'
        """
        said = [self.why_no_place(minimum)]
        withheld = self._from_boundaries()
        if withheld and minimum <= self.size < boundaries_from:
            said.append(f"fewer than {boundaries_from} for {withheld}")
        return "; ".join(filter(None, said))

    def _from_boundaries(self) -> str:
        """Say what only a larger group gives; empty for text."""
        scale = self.indicator.scale
        if isinstance(scale, (Measure, Amount, Counts, Shares)):
            return "quartiles"
        return "" if isinstance(scale, Text) else "frequencies"


def _in_a_row(text: Callable[[Fraction], str], numbers: Iterable[Fraction]) -> str:
    return " | ".join(map(text, numbers))
