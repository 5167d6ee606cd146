"""Scales of wholes and their parts: counts by type, shares that make one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar

from attrs import field, frozen

from icluster._exact import exact_sum
from icluster._fields import all_of
from icluster.errors import Fault, InvalidValueError
from icluster.scales._answers import (
    AnswerValue,
    Comparable,
    Composition,
    Line,
    Option,
    Unit,
    are_told_apart,
    find_option,
    keys_of,
    named_option,
    to_options,
)
from icluster.scales._measures import Measure
from icluster.scales._scale import Scale, refuse, refused
from icluster.words import Key, Sentence, Steps, in_a_row, quoted, say, steps


def _two_or_more(_: Any, attribute: Any, options: tuple[Option, ...]) -> None:
    if len(options) < 2:
        raise InvalidValueError(attribute.name, "two or more", options)


@frozen
class _Whole(Scale):
    """What counts by type and shares of one have in common: a number a category."""

    of_large_groups: ClassVar[str] = "quartiles"
    _kinds: ClassVar[frozenset[type]]
    _part: ClassVar[Measure]

    categories: tuple[Option, ...] = field(
        converter=to_options, validator=[all_of(Option), are_told_apart, _two_or_more]
    )

    @property
    def part(self) -> Scale | None:
        """The measure of each part."""
        return self._part

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        if type(value) is not Composition or len(value.parts) != len(self.categories):
            return False
        for (key, number), option in zip(value.parts, self.categories, strict=True):
            if key != option.key or type(number) not in self._kinds or number < 0:
                return False
        return True

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the composition that *raw* states: every category once."""
        if isinstance(raw, Composition):
            raw = dict(raw.parts)
        if not isinstance(raw, Mapping):
            refuse(place, "numbers by category", raw)
        parts: dict[str, Any] = {}
        faults: list[Fault] = []
        for name, number in raw.items():
            faults += self._take(name, number, parts, place)
        for key in keys_of(self.categories):
            if key not in parts:
                expected = "stated, be it zero"
                faults.append(refused(place, expected, None, Key(key), code="missing"))
        if faults:
            raise InvalidValueError.of(faults)
        return Composition([(key, parts[key]) for key in keys_of(self.categories)])

    def _take(
        self, name: object, number: object, parts: dict[str, Any], place: str | Steps
    ) -> tuple[Fault, ...]:
        """Read one category into *parts*; one at fault is stated, not missing."""
        step = Key(name if isinstance(name, str) else quoted(name))
        key = find_option(self.categories, name) if isinstance(name, str) else None
        if key is None:
            expected = say("about one of {}", keys_of(self.categories))
            return (refused(place, expected, number, step, code="reference"),)
        if key in parts:
            return (refused(place, "stated once", number, step, code="repeated"),)
        start = steps(place) if isinstance(place, str) else place
        try:
            parts[key] = self._part.read(number, place=(*start, step))
        except InvalidValueError as error:
            parts[key] = None
            return error.faults
        return ()

    def sentence(self, value: Any) -> Sentence:
        """Return the numbers category by category."""
        name, number = named_option, self._part.sentence
        return in_a_row(
            say("{} {}", name(self.categories, key), number(part))
            for key, part in value.parts
        )

    def named_difference(self, difference: Fraction) -> Sentence:
        """Return how much a part rose."""
        return self._part.named_difference(difference)

    def differences(self, before: Any, after: Any) -> tuple[tuple[str, Fraction], ...]:
        """Return how much each category rose."""
        return tuple(
            (option.name, Fraction(after[option.key]) - Fraction(before[option.key]))
            for option in self.categories
        )

    def lines(self, own: Any, answers: tuple[Any, ...]) -> Iterable[Line]:
        """Return a line a category, by its share in the whole."""
        rows = [answer.numbers for answer in answers]
        totals = self._totals(rows)
        for index, option in enumerate(self.categories):
            yield Line(
                numbers=tuple([row[index] for row in rows]),
                totals=totals,
                own=None if own is None else own.share(option.key),
                category=option.name,
            )

    def _totals(self, rows: list[Any]) -> tuple[Any, ...]:
        """Return what each answer is divided by; shares make one as they stand."""
        return ()


@frozen
class Counts(_Whole):
    """How many of each type; every type is stated, zero included.

    Attributes:
        categories: The types, two or more.

    Raises:
        InvalidValueError: There are too few types, or two share a key or title.

    Example:
        >>> members = Counts(["sme", "large"])
        >>> members.read({"sme": 30, "large": "10"}).total
        Fraction(40, 1)
        >>> for fault in members.faults({"sme": -1}, place="composition"):
        ...     print(fault)
        composition['sme'] must be 0 or more, got -1
        composition['large'] is missing: it must be stated, be it zero
    """

    _kinds: ClassVar[frozenset[type]] = frozenset({int})
    _part: ClassVar[Measure] = Measure(Unit.COUNT)

    def comparable(self, own: Any, answers: tuple[Any, ...]) -> Comparable:
        """Leave out who counts nobody: parts of nothing are no shares."""
        some = tuple(answer for answer in answers if any(answer.numbers))
        return Comparable(some, not_applicable=len(answers) - len(some))

    def _totals(self, rows: list[Any]) -> tuple[Any, ...]:
        return tuple(map(exact_sum, rows))


@frozen
class Shares(_Whole):
    """Shares of a whole, which make exactly one; every share is stated.

    Attributes:
        categories: The parts, two or more.

    Raises:
        InvalidValueError: There are too few parts, or two share a key or title.

    Example:
        >>> funds = Shares(["public", "fees"])
        >>> funds.read({"public": "60 %", "fees": "0.4"})["public"]
        Decimal('0.60')
        >>> print(*funds.faults({"public": "0.6", "fees": "0.3"}, place="funds"))
        funds must be shares that make 1, got 9/10
    """

    _kinds: ClassVar[frozenset[type]] = frozenset({int, Decimal, Fraction})
    _part: ClassVar[Measure] = Measure(Unit.SHARE)

    def knows(self, value: object) -> bool:
        """Tell at a glance that *value* has been read already."""
        parts: Any = value
        return _Whole.knows(self, value) and exact_sum(parts.numbers) == 1

    def read(self, raw: object, *, place: str | Steps = "value") -> AnswerValue:
        """Return the composition that *raw* states; its shares make one."""
        value: Any = _Whole.read(self, raw, place=place)
        if value.total != 1:
            refuse(place, "shares that make 1", value.total)
        return value  # type: ignore[no-any-return]
