"""The values of a record under a structure, those that are computed included."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from icluster._fields import instance_of
from icluster.benchmark_records import BenchmarkRecord
from icluster.derivations import Derivation, Sum
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.scales import AnswerValue
from icluster.vocabularies import Missing, closest_of

Value: TypeAlias = AnswerValue | Missing


@frozen(kw_only=True)
class Derived:
    """A computed value, and beside it the one that was stated, if any.

    Attributes:
        indicator: The indicator that is computed.
        computed: The exact value, or why there is none: not applicable where a
            denominator or a whole is zero, else as the input that is missing.
        stated: What was answered to it, or `Missing`.

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
    computed: Fraction | Missing = field(validator=instance_of(Fraction, Missing))
    stated: Value = Missing.NOT_ANSWERED

    @property
    def differs(self) -> bool:
        """Whether the stated value is not the computed one."""
        if isinstance(self.stated, Missing) or self._is_open:
            return False
        return self.stated != self.computed

    @property
    def value(self) -> Value:
        """The computed value; the stated one where nothing can be computed."""
        return self.stated if self._is_open else self.computed

    @property
    def _is_open(self) -> bool:
        """Whether inputs are missing, so that only a statement could tell."""
        return (
            isinstance(self.computed, Missing)
            and self.computed is not Missing.NOT_APPLICABLE
        )


def check_structure(record: BenchmarkRecord, structure: BenchmarkStructure) -> None:
    """Refuse a record that was written down under another structure."""
    if record.structure != structure.key:
        expected = f"a record of {structure.key}"
        raise InvalidValueError("record", expected, record.structure)


def find_indicator(structure: BenchmarkStructure, name: object) -> Indicator | None:
    """Return the indicator of that key or number, or None."""
    try:
        return structure[name]  # type: ignore[index]
    except UnknownNameError:
        return None


def an_indicator(structure: BenchmarkStructure, name: object) -> str:
    """Say what a name that is none should be: an indicator, perhaps the closest."""
    close = closest_of(name, structure.keys) if isinstance(name, str) else None
    perhaps = "" if close is None else f", perhaps {close!r}"
    return f"an indicator of {structure.key}{perhaps}"


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
            stated=_or_unknown(values[each.key]),
        )
        for each in structure.indicators
        if each.derived_from is not None
    )


def computed(
    rule: Derivation | Sum, values: dict[str, Value | None]
) -> Fraction | Missing:
    """Compute *rule*; an input outside its scale is as good as unknown."""
    return rule.compute({key: _or_unknown(values[key]) for key in rule.inputs})


def _or_unknown(value: Value | None) -> Value:
    return Missing.UNKNOWN if value is None else value
