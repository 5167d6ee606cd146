"""The values of a record under a structure, those that are computed included."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from types import NoneType
from typing import Any, TypeAlias

from attrs import field, frozen

from icluster._fields import check_type, instance_of
from icluster.benchmark_records import BenchmarkRecord
from icluster.derivations import Derivation, Sum, agrees
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.scales import AnswerValue, Fault, Unit, ValueWords
from icluster.scales._words import ENGLISH
from icluster.vocabularies import Missing
from icluster.words import closest

Value: TypeAlias = AnswerValue | Missing


@frozen(kw_only=True)
class Derived:
    """A computed value, and beside it the one that was stated, if any.

    Attributes:
        indicator: The indicator that is computed.
        computed: The exact value, or why there is none: not applicable where a
            denominator or a whole is zero, else as the input that is missing; None
            where an input lies outside its scale.
        stated: What was answered to it, `Missing`, or None where that lies outside
            its scale.

    Example:
        >>> from icluster.reference import esca
        >>> load = Derived(
        ...     indicator=esca.BENCHMARK_36["participants_per_fte"],
        ...     computed=Fraction(16),
        ...     stated=15,
        ... )
        >>> load.differs, load.value
        (True, Fraction(16, 1))
    """

    indicator: Indicator = field(validator=instance_of(Indicator))
    computed: Fraction | Missing | None = field(
        validator=instance_of(Fraction, Missing, NoneType)
    )
    stated: Value | None = Missing.NOT_ANSWERED

    @property
    def differs(self) -> bool:
        """Whether the stated value is not the computed one, rounded or not."""
        is_stated = self.stated is not None and not isinstance(self.stated, Missing)
        if not is_stated or self._is_open:
            return False
        return not agrees(self.stated, self.computed, self.indicator.scale)

    @property
    def is_outside(self) -> bool:
        """Whether the computed value lies outside the scale of the indicator.

        Example:
            >>> from icluster.reference import esca
            >>> share = esca.BENCHMARK_36["private_share"]
            >>> Derived(indicator=share, computed=Fraction(5)).is_outside
            True
        """
        if not isinstance(self.computed, Fraction):
            return False
        return not holds_computed(self.indicator)(self.computed)

    @property
    def value(self) -> Value | None:
        """The computed value; the stated one where nothing can be computed.

        None where it lies outside its scale, or an input does and nothing is
        stated.
        """
        if self.is_outside:
            return None
        if not self._is_open:
            return self.computed
        is_silent = self.computed is None and isinstance(self.stated, Missing)
        return None if is_silent else self.stated

    @property
    def _is_open(self) -> bool:
        """Whether inputs are missing or unsound: only a statement could tell."""
        if isinstance(self.computed, Missing):
            return self.computed is not Missing.NOT_APPLICABLE
        return self.computed is None


def check_structure(
    record: BenchmarkRecord, structure: BenchmarkStructure, *, name: str = "record"
) -> None:
    """Refuse a record that was written down under another structure."""
    if isinstance(getattr(record, "record", None), BenchmarkRecord):
        expected = "of type BenchmarkRecord: what was read has it as .record"
        raise InvalidValueError(name, expected, record)
    check_type(name, record, BenchmarkRecord)
    check_type("structure", structure, BenchmarkStructure)
    if record.structure != structure.key:
        expected = f"a record of {structure.key}"
        raise InvalidValueError(name, expected, record.structure)


def refused_in(record: BenchmarkRecord, faults: Iterable[Fault]) -> frozenset[str]:
    """Return the indicators of which an answer was refused: the record has none."""
    kept = {answer.indicator for answer in record.answers}
    return frozenset(fault.indicator for fault in faults) - kept - {""}


def find_indicator(structure: BenchmarkStructure, name: object) -> Indicator | None:
    """Return the indicator of that key or number, or None."""
    try:
        return structure[name]  # type: ignore[index]
    except UnknownNameError:
        return None


def an_indicator(structure: BenchmarkStructure, name: object) -> str:
    """Say what a name that is none should be: an indicator, perhaps the closest."""
    close = closest(name, structure.keys) if isinstance(name, str) else None
    perhaps = "" if close is None else f", perhaps {close!r}"
    return f"an indicator of {structure.key}{perhaps}"


def holds_computed(indicator: Indicator) -> Callable[[Fraction], bool]:
    """Return what tells whether a computed value lies within the scale.

    Most scales only say that nothing is below zero: that is read off the sign.
    """
    scale: Any = indicator.scale
    if scale.unit is Unit.COUNT:
        return lambda made: made.denominator == 1 and scale.holds(made)
    if scale.lowest == 0 and scale.highest is None:
        return lambda made: made.numerator >= 0
    if scale.lowest == 0 and scale.highest == 1:
        return lambda made: 0 <= made.numerator <= made.denominator
    return lambda made: bool(scale.holds(made))


def sound(value: Value, indicator: Indicator) -> Value | None:
    """Return *value* as the scale reads it, or None where it lies outside."""
    if isinstance(value, Missing):
        return value
    return indicator.scale.parse(value)[0]


def values_of(
    record: BenchmarkRecord, structure: BenchmarkStructure
) -> dict[str, Value | None]:
    """Return the value of each indicator; None where an answer is outside its scale."""
    check_structure(record, structure)
    given = {answer.indicator: answer.value for answer in record.answers}
    asked: dict[str, Value | None] = {
        each.key: sound(given.get(each.key, Missing.NOT_ANSWERED), each)
        for each in structure.indicators
    }
    for derived in derived_of(structure, asked):
        asked[derived.indicator.key] = derived.value
    return asked


def derived_of(
    structure: BenchmarkStructure, values: dict[str, Value | None]
) -> tuple[Derived, ...]:
    """Compute what the structure derives; *values* are those stated."""
    return tuple(
        Derived(
            indicator=each,
            computed=computed(each.derived_from, values),
            stated=values[each.key],
        )
        for each in structure.indicators
        if each.derived_from is not None
    )


def computed(
    rule: Derivation | Sum, values: dict[str, Value | None]
) -> Fraction | Missing | None:
    """Compute *rule*; None where an input lies outside its scale."""
    inputs: dict[str, Value] = {}
    for key in rule.inputs:
        value = values[key]
        if value is None:
            return None
        inputs[key] = value
    return rule.compute(inputs)


def value_text(
    indicator: Indicator, value: Value | None, words: ValueWords = ENGLISH
) -> str:
    """Write a value for a reader, or why there is none, in the *words* of a language.

    >>> from icluster.reference import esca
    >>> value_text(esca.BENCHMARK_36["strategy"], 3)
    '3 of 4'
    """
    if value is None:
        return words.outside_scale
    if isinstance(value, Missing):
        return words.missing(value)
    return indicator.scale.text(value, words)
