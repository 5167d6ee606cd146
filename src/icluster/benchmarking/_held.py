"""A record held against its structure: what is sound, what is missing, what refused.

Here a value is judged by its scale, once; whatever is asked of a record afterwards
goes by what stands here. An answer that was refused stands as its fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from icluster._fields import check_type, instance_of
from icluster.benchmark_records import BenchmarkRecord
from icluster.derivations import Derivation, Sum, agrees
from icluster.errors import Fault, InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.scales import AnswerValue
from icluster.vocabularies import Missing
from icluster.words import Quoted, Sentence, Steps, closest, say

Value: TypeAlias = AnswerValue | Missing | Fault
"""An answer as its scale reads it, why there is none, or what is wrong with it."""


@frozen(eq=False)
class AnswerFault(Fault):
    """What is wrong with an answer, and which indicator it is an answer to.

    Attributes:
        indicator: Key of the indicator; empty where there is none.
        part: The way from the answer to what is wrong; empty for all of it.

    Example:
        >>> fault = AnswerFault(
        ...     "answers[0].value",
        ...     "value",
        ...     "from 0 to 1",
        ...     "1.2",
        ...     indicator="cooperation",
        ... )
        >>> print(fault)
        answers[0].value must be from 0 to 1, got '1.2'
        >>> print(fault.remark)
        must be from 0 to 1, got '1.2'
    """

    indicator: str = field(default="", kw_only=True)
    part: Steps = field(default=(), kw_only=True)

    @property
    def remark(self) -> Sentence:
        """What must be, and what came, without the place."""
        if self.code == "missing":
            return say("is missing: it must be {}", self.expected)
        return say("must be {}, got {}", self.expected, Quoted(self.got))


@frozen(kw_only=True)
class Derived:
    """A computed value, and beside it the one that was stated, if any.

    Attributes:
        indicator: The indicator that is computed.
        computed: The exact value, or why there is none: not applicable where a
            denominator or a whole is zero, else as the input that is missing; the
            fault of an input that was refused.
        stated: What was answered to it, `Missing`, or its fault where it was
            refused.

    Example:
        >>> from icluster.reference import esca
        >>> load = Derived(
        ...     indicator=esca.BENCHMARK_36["participants_per_fte"],
        ...     computed=Fraction(16),
        ...     stated=15,
        ... )
        >>> load.differs, load.value
        (True, Fraction(16, 1))
        >>> print(load.said())
        the two differ: stated is 15, computed 16
    """

    indicator: Indicator = field(validator=instance_of(Indicator))
    computed: Fraction | Missing | Fault = field(
        validator=instance_of(Fraction, Missing, Fault)
    )
    stated: Value = Missing.NOT_ANSWERED

    @property
    def differs(self) -> bool:
        """Whether the stated value is not the computed one, rounded or not."""
        if self._is_open or isinstance(self.stated, (Missing, Fault)):
            return False
        return not agrees(self.stated, self.computed, self.indicator.scale)

    @property
    def fault(self) -> AnswerFault | None:
        """What is wrong with the computed value: it lies outside its scale.

        Example:
            >>> from icluster.reference import esca
            >>> share = esca.BENCHMARK_36["private_share"]
            >>> print(Derived(indicator=share, computed=Fraction(5)).fault)
            private_share must be from 0 to 1 (it is computed as ...), got 5
        """
        scale, key = self.indicator.scale, self.indicator.key
        if not isinstance(self.computed, Fraction):
            return None
        if scale.holds_fractions()(self.computed):
            return None
        (fault, *_) = scale.faults(self.computed)
        rule = str(self.indicator.derived_from)
        expected = say("{} (it is computed as {})", fault.expected, rule)
        return AnswerFault((key,), "value", expected, self.computed, indicator=key)

    @property
    def value(self) -> Value:
        """The computed value; the stated one where nothing can be computed.

        A fault where it lies outside its scale, or an input was refused and nothing
        is stated.
        """
        if not self._is_open:
            return self.fault or self.computed
        is_silent = isinstance(self.stated, Missing)
        return (
            self.computed
            if is_silent and isinstance(self.computed, Fault)
            else self.stated
        )

    @property
    def _is_open(self) -> bool:
        """Whether inputs are missing or refused: only a statement could tell."""
        is_told = isinstance(self.computed, Fraction)
        return not is_told and self.computed is not Missing.NOT_APPLICABLE

    def said(self) -> Sentence:
        """Return both values, to be put into a language."""
        return say(
            "the two differ: stated is {}, computed {}",
            named_value(self.indicator, self.stated),
            named_value(self.indicator, self.computed),
        )


@frozen
class Held:
    """A record, judged by the scales of its structure.

    Attributes:
        stated: What was answered to each indicator, in the order of the structure.
        derived: Computed values, with those stated beside them.
        faults: Everything wrong with the answers that stand in the record.
    """

    stated: Mapping[str, Value]
    derived: tuple[Derived, ...]
    faults: tuple[AnswerFault, ...]

    @property
    def values(self) -> dict[str, Value]:
        """The value of each indicator, those that are computed included."""
        computed = {derived.indicator.key: derived.value for derived in self.derived}
        return {**self.stated, **computed}


def hold(
    record: BenchmarkRecord,
    structure: BenchmarkStructure,
    faults: Iterable[Fault] = (),
    *,
    name: str = "record",
) -> Held:
    """Judge the answers of *record*; *faults* are those of what it was read from."""
    check_structure(record, structure, name=name)
    answers: dict[str, Value] = {
        fault.indicator: fault for fault in faults if isinstance(fault, AnswerFault)
    }
    # A fault beside an answer that was kept spoils nothing.
    answers |= {answer.indicator: answer.value for answer in record.answers}
    stated: dict[str, Value] = {}
    found: list[AnswerFault] = []
    for indicator in structure.indicators:
        key = indicator.key
        value = answers.get(key, Missing.NOT_ANSWERED)
        if not isinstance(value, (Missing, Fault)):
            try:
                value = indicator.scale.read(value, place=(key,))
            except InvalidValueError as error:
                wrong = [about(key, fault, fault.place[1:]) for fault in error.faults]
                found += wrong
                value = wrong[0]
        stated[key] = value
    return Held(stated, tuple(_derived(structure, stated)), tuple(found))


def _derived(
    structure: BenchmarkStructure, stated: Mapping[str, Value]
) -> Iterable[Derived]:
    for indicator in structure.indicators:
        if indicator.derived_from is not None:
            yield Derived(
                indicator=indicator,
                computed=computed(indicator.derived_from, stated),
                stated=stated[indicator.key],
            )


def computed(
    rule: Derivation | Sum, values: Mapping[str, Value]
) -> Fraction | Missing | Fault:
    """Compute *rule*; the fault of an input that was refused, where one was."""
    inputs: dict[str, AnswerValue | Missing] = {}
    for key in rule.inputs:
        value = values[key]
        if isinstance(value, Fault):
            return value
        inputs[key] = value
    return rule.compute(inputs)


def about(indicator: str, fault: Fault, part: Steps) -> AnswerFault:
    """Return *fault* as one of an answer to *indicator*."""
    return AnswerFault(
        fault.place,
        fault.code,
        fault.expected,
        fault.got,
        indicator=indicator,
        part=part,
    )


def check_structure(
    record: BenchmarkRecord, structure: BenchmarkStructure, *, name: str = "record"
) -> None:
    """Refuse a record that was written down under another structure."""
    if isinstance(getattr(record, "record", None), BenchmarkRecord):
        expected = say("of type BenchmarkRecord: what was read has it as .record")
        raise InvalidValueError(name, expected, record)
    check_type(name, record, BenchmarkRecord)
    check_type("structure", structure, BenchmarkStructure)
    if record.structure != structure.key:
        expected = say("a record of {}", structure.key)
        raise InvalidValueError(name, expected, record.structure)


def find_indicator(structure: BenchmarkStructure, name: object) -> Indicator | None:
    """Return the indicator of that key or number, or None."""
    try:
        return structure[name]  # type: ignore[index]
    except UnknownNameError:
        return None


def an_indicator(structure: BenchmarkStructure, name: object) -> Sentence:
    """Say what a name that is none should be: an indicator, perhaps the closest."""
    close = closest(name, structure.keys) if isinstance(name, str) else None
    if close is None:
        return say("an indicator of {}", structure.key)
    return say("an indicator of {}, perhaps {}", structure.key, Quoted(close))


def named_value(indicator: Indicator, value: Value) -> Sentence:
    """Return a value for a reader, or why there is none.

    >>> from icluster.reference import esca
    >>> print(named_value(esca.BENCHMARK_36["strategy"], 3))
    3 of 4
    """
    if isinstance(value, Fault):
        return say("refused")
    if isinstance(value, Missing):
        return say("{}", value)
    return indicator.scale.sentence(value)
