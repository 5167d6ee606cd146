"""What a quality label asks for: indicators, points, thresholds, when it is won.

The catalogue is what is published. How the points split over the indicators and
which thresholds hold are parameters: a `QualityScheme` is a catalogue with both,
and nothing fills them in by default.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import all_of, instance_of, is_key, matches, refuse_all, to_tuple
from icluster._texts import is_text
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.sources import Cited, are_cited, to_cited
from icluster.words import Sentence, Shown, say

__all__ = ["QualityCatalogue", "QualityIndicator"]


def __dir__() -> list[str]:
    return __all__


@frozen(kw_only=True)
class QualityIndicator(Shown):
    """One indicator of a quality label.

    Attributes:
        number: As published, for example ``2.2.1``; the chapter comes first.
        title: What is assessed.
        is_silver: Whether the Silver column has it too.
        is_confirmed: Whether the source is certain to list it.
        citations: Where each field was read.

    Example:
        >>> team = QualityIndicator(
        ...     number="2.2.2", title="qualification", is_silver=True
        ... )
        >>> team.chapter, team.is_confirmed
        ('2', True)
    """

    number: str = field(
        validator=matches(r"\d+(\.\d+)+", "a number of chapters such as '2.2.1'")
    )
    title: str = field(validator=is_text)
    is_silver: bool = field(default=False, validator=instance_of(bool))
    is_confirmed: bool = field(default=True, validator=instance_of(bool))
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def chapter(self) -> str:
        """The first part of the number."""
        return self.number.partition(".")[0]

    @property
    def name(self) -> str:
        """Number and title."""
        return str(self.said())

    def said(self) -> Sentence:
        """Return number and title, to be put into a language; and a doubt."""
        name = say("{} {}", self.number, say(self.title, context="QualityIndicator"))
        return name if self.is_confirmed else say("{} (unconfirmed)", name)


def _to_maximum(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="maximum")


def _to_needed(value: Fraction | Decimal | int) -> Fraction:
    is_exact = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return Fraction(value) if is_exact else value  # type: ignore[return-value]


def _to_indicators(
    indicators: Iterable[QualityIndicator],
) -> tuple[QualityIndicator, ...]:
    return to_tuple(indicators)


@frozen(kw_only=True)
class QualityCatalogue(Shown):
    """The indicators of a quality label, how many points there are, how many win.

    Attributes:
        key: Short name.
        title: What it is called.
        indicators: Its indicators, in order.
        maximum: All points that there are.
        needed: The share of them that wins, reached at equality.
        citations: Where each field was read.

    Raises:
        InvalidValueError: Numbers repeat, the maximum is not positive, or the
            share is not from 0 to 1.

    Example:
        >>> from icluster.reference import ecei
        >>> gold = ecei.GOLD_31
        >>> len(gold.indicators), gold.maximum, gold.required
        (31, Decimal('150'), Fraction(120, 1))
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    indicators: tuple[QualityIndicator, ...] = field(
        converter=_to_indicators, validator=all_of(QualityIndicator)
    )
    maximum: Decimal = field(converter=_to_maximum)
    needed: Fraction = field(converter=_to_needed, validator=instance_of(Fraction))
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        numbers = self.numbers
        if not numbers or len(set(numbers)) != len(numbers):
            expected = "one or more, each number once"
            raise InvalidValueError("indicators", expected, numbers)
        if self.maximum <= 0:
            raise InvalidValueError("maximum", "more than 0", self.maximum)
        if not 0 <= self.needed <= 1:
            raise InvalidValueError("needed", "from 0 to 1", self.needed)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the indicators, in order."""
        return tuple(indicator.number for indicator in self.indicators)

    @property
    def required(self) -> Fraction:
        """How many points win."""
        return Fraction(self.maximum) * self.needed

    @property
    def silver(self) -> tuple[QualityIndicator, ...]:
        """The indicators that the Silver column has too.

        Example:
            >>> from icluster.reference import ecei
            >>> len(ecei.GOLD_31.silver)
            19
        """
        return tuple(indicator for indicator in self.indicators if indicator.is_silver)

    def __getitem__(self, number: str) -> QualityIndicator:
        """Return the indicator of that number.

        Raises:
            UnknownNameError: There is none.
        """
        for indicator in self.indicators:
            if indicator.number == number:
                return indicator
        raise UnknownNameError("quality indicator", number, self.numbers)


Points: TypeAlias = (
    Mapping[str, Decimal | int]
    | Mapping[str, str]
    | Mapping[str, Decimal | int | str]
    | Sequence[tuple[str, Decimal | int | str]]
)


def _to_points(points: Points) -> tuple[tuple[str, Decimal], ...]:
    """Read points by number; what is none is left for the scheme to name."""
    pairs: Any = points.items() if isinstance(points, Mapping) else to_tuple(points)
    try:
        return tuple((number, _exact_or_raw(number_of)) for number, number_of in pairs)
    except (TypeError, ValueError):
        return points  # type: ignore[return-value]


def _exact_or_raw(points: Any) -> Any:
    try:
        return to_decimal(points)
    except InvalidValueError:
        return points


def _are_pairs(pairs: Any) -> bool:
    return isinstance(pairs, tuple) and all(
        isinstance(pair, tuple) and len(pair) == 2 for pair in pairs
    )


def _exact_ones(pairs: Any) -> tuple[tuple[str, Decimal], ...]:
    """Return the pairs with exact points; none where there are no pairs."""
    sound = pairs if _are_pairs(pairs) else ()
    return tuple(pair for pair in sound if isinstance(pair[1], Decimal))


@frozen(kw_only=True)
class QualityScheme(Shown):
    """A catalogue with the split of its points and its thresholds.

    Attributes:
        catalogue: The indicators, the maximum, the share needed.
        maxima: Most points for each indicator, as a mapping or pairs; they make
            the catalogue's maximum.
        thresholds: Fewest points for each indicator, met at equality.

    Raises:
        InvalidValueError: An indicator lacks a maximum or a threshold, the
            maxima do not add up, or a threshold lies outside its indicator's
            points; all that is wrong is named, strangers too.
        UnknownNameError: Points are given for one that the catalogue does not list,
            and nothing else is wrong.

    Example:
        >>> catalogue = QualityCatalogue(
        ...     key="example",
        ...     title="Invented label",
        ...     indicators=[
        ...         QualityIndicator(number="1.1", title="team"),
        ...         QualityIndicator(number="1.2", title="plan"),
        ...     ],
        ...     maximum=10,
        ...     needed=Fraction(4, 5),
        ... )
        >>> scheme = QualityScheme(
        ...     catalogue=catalogue,
        ...     maxima={"1.1": 6, "1.2": 4},
        ...     thresholds={"1.1": 3, "1.2": 1},
        ... )
        >>> scheme.maximum_of("1.1"), scheme.threshold_of("1.2")
        (Decimal('6'), Decimal('1'))
    """

    catalogue: QualityCatalogue = field(validator=instance_of(QualityCatalogue))
    maxima: tuple[tuple[str, Decimal], ...] = field(converter=_to_points)
    thresholds: tuple[tuple[str, Decimal], ...] = field(converter=_to_points)

    def __attrs_post_init__(self) -> None:
        maxima, thresholds = _exact_ones(self.maxima), _exact_ones(self.thresholds)
        strange = [number for number, _ in maxima if self._is_strange(number)]
        problems = [*self._wrong("maximum", self.maxima)]
        if not problems and not strange:
            problems += self._other_total(maxima)
        problems += self._wrong("threshold", self.thresholds)
        problems += self._out_of_bounds(maxima, thresholds)
        strange += [number for number, _ in thresholds if self._is_strange(number)]
        if len(strange) == 1 and not problems:
            numbers = self.catalogue.numbers
            raise UnknownNameError("quality indicator", strange[0], numbers)
        problems += self._strangers("maximum", maxima)
        problems += self._strangers("threshold", thresholds)
        refuse_all(problems)

    def _is_strange(self, number: str) -> bool:
        return number not in self.catalogue.numbers

    def _strangers(
        self, what: str, pairs: tuple[tuple[str, Decimal], ...]
    ) -> Iterator[InvalidValueError]:
        for number, points in pairs:
            if self._is_strange(number):
                expected = say("of an indicator of {}", self.catalogue.key)
                yield InvalidValueError(f"{what} of {number}", expected, points)

    def _wrong(self, what: str, pairs: Any) -> Iterator[InvalidValueError]:
        """Yield points that are none, and indicators without, or with two."""
        if not _are_pairs(pairs):
            yield InvalidValueError(f"{what} points", "points by number", pairs)
            return
        for number, points in pairs:
            try:
                to_decimal(points, field=f"{what} of {number}")
            except InvalidValueError as error:
                yield error
        numbers = [number for number, _ in pairs]
        for number in self.catalogue.numbers:
            times = numbers.count(number)
            if times != 1:
                expected = say("given once") if times else say("given")
                several = [points for key, points in pairs if key == number]
                got = several or "nothing"
                yield InvalidValueError(f"{what} of {number}", expected, got)

    def _other_total(
        self, maxima: tuple[tuple[str, Decimal], ...]
    ) -> Iterator[InvalidValueError]:
        total = sum((Fraction(points) for _, points in maxima), Fraction())
        if total != self.catalogue.maximum:
            expected = say("points that make {}", self.catalogue.maximum)
            yield InvalidValueError("maxima", expected, total)

    def _out_of_bounds(
        self,
        maxima: tuple[tuple[str, Decimal], ...],
        thresholds: tuple[tuple[str, Decimal], ...],
    ) -> Iterator[InvalidValueError]:
        most_of = {n: points for n, points in maxima if not self._is_strange(n)}
        for number, threshold in thresholds:
            most = None if self._is_strange(number) else most_of.get(number)
            if most is not None and not 0 <= threshold <= most:
                name, expected = f"threshold of {number}", say("from 0 to {}", most)
                yield InvalidValueError(name, expected, threshold)

    def maximum_of(self, number: str) -> Decimal:
        """Return the most points of the indicator of that *number*."""
        return dict(self.maxima)[self.catalogue[number].number]

    def threshold_of(self, number: str) -> Decimal:
        """Return the fewest points that the indicator of that *number* needs."""
        return dict(self.thresholds)[self.catalogue[number].number]
