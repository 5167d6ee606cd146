"""A record judged by its structure: what is sound, what is missing, what refused.

Here a value is judged by its scale, once; whatever is asked of a record afterwards
goes by what stands here. An answer that was refused stands as its fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Protocol, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from icluster._fields import all_of, check_each, check_type, instance_of, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.derivations import Derivation, Sum, agrees
from icluster.errors import Fault, InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure, Indicator
from icluster.scales import AnswerValue
from icluster.vocabularies import Missing
from icluster.words import Quoted, Sentence, Shown, closest, say

Value: TypeAlias = AnswerValue | Missing | Fault
"""An answer as its scale reads it, why there is none, or what is wrong with it."""


@frozen(kw_only=True)
class Derived(Shown):
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
    def fault(self) -> Fault | None:
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
        return Fault((key,), "value", expected, self.computed, about=(key,))

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


def _to_stated(values: Iterable[Value]) -> tuple[Value, ...]:
    return to_tuple(values)


def to_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Freeze faults: a converter."""
    return to_tuple(faults)


@frozen(kw_only=True)
class ReadRecord(Shown):
    """A record that was read: its answers, judged, and everything wrong with them.

    What is asked of a record goes by what stands here, and judges no answer again.
    `read_record` makes one of raw answers, `of` of a record.

    Attributes:
        record: The record with the sound answers; one refused in reading is not in it.
        structure: The indicators that it was judged by.
        stated: What was answered to each indicator, in the order of the structure: the
            answer, `Missing`, or its fault where it was refused.
        faults: What is wrong, in the order of the answers, each with its place and
            what came; where it is about an indicator, that begins its ``about``.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> from icluster.benchmarking import read_record
        >>> from icluster.reference import esca
        >>> read = read_record(
        ...     {"participants": "40", "E9": 1},
        ...     structure=esca.BENCHMARK_36,
        ...     organization=Organization(name="Example cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ... )
        >>> read.record["participants"].value, [fault.path for fault in read.faults]
        (40, ["answers['E9']"])
    """

    record: BenchmarkRecord = field(validator=instance_of(BenchmarkRecord))
    structure: BenchmarkStructure = field(validator=instance_of(BenchmarkStructure))
    stated: tuple[Value, ...] = field(converter=_to_stated)
    faults: tuple[Fault, ...] = field(
        default=(), converter=to_faults, validator=all_of(Fault)
    )

    def __attrs_post_init__(self) -> None:
        if len(self.stated) != len(self.structure.keys):
            expected = say("one for each indicator of {}", self.structure.key)
            raise InvalidValueError("stated", expected, len(self.stated))

    @classmethod
    def of(
        cls,
        record: BenchmarkRecord,
        structure: BenchmarkStructure,
        *,
        faults: Iterable[Fault] = (),
        name: str = "record",
    ) -> ReadRecord:
        """Judge a record whose answers nobody judged, such as one that was loaded.

        Args:
            record: The record.
            structure: What it is judged by.
            faults: What was refused elsewhere when it was read.
            name: What the record is called in what is wrong with it.

        Raises:
            InvalidValueError: The record refers to another structure, or an argument
                is of another type.

        Example:
            >>> from datetime import date
            >>> from icluster import Organization
            >>> from icluster.reference import esca
            >>> record = BenchmarkRecord(
            ...     organization=Organization(name="Example cluster"),
            ...     interviewed_on=date(2015, 5, 4),
            ...     structure="benchmark_36",
            ...     answers={"cooperation": 2},
            ... )
            >>> print(*ReadRecord.of(record, esca.BENCHMARK_36).faults)
            cooperation must be from 0 to 1, got 2
        """
        check_structure(record, structure, name=name)
        wrong = list(check_each("faults", faults, Fault))
        stated: list[Value] = []
        answers = answers_in(record, structure, wrong)
        for indicator, answer in zip(structure.indicators, answers, strict=True):
            value = answer
            if not isinstance(answer, (Missing, Fault)):
                try:
                    value = indicator.scale.read(answer, place=(indicator.key,))
                except InvalidValueError as error:
                    wrong += [
                        evolve(fault, about=fault.place) for fault in error.faults
                    ]
                    value = wrong[-len(error.faults)]
            stated.append(value)
        wrong += _strays(record, structure)
        return cls(record=record, structure=structure, stated=stated, faults=wrong)

    @cached_property
    def derived(self) -> tuple[Derived, ...]:
        """Computed values, with those stated beside them."""
        stated = dict(zip(self.structure.keys, self.stated, strict=True))
        return tuple(
            Derived(
                indicator=indicator,
                computed=computed(indicator.derived_from, stated),
                stated=stated[indicator.key],
            )
            for indicator in self.structure.indicators
            if indicator.derived_from is not None
        )

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The value of each indicator, computed where it can be.

        Example:
            >>> from datetime import date
            >>> from icluster import Organization
            >>> from icluster.reference import esca
            >>> record = BenchmarkRecord(
            ...     organization=Organization(name="Example cluster"),
            ...     interviewed_on=date(2015, 5, 4),
            ...     structure="benchmark_36",
            ...     answers={"participants": 40, "management_staff": 2},
            ... )
            >>> ReadRecord.of(record, esca.BENCHMARK_36)["participants_per_fte"]
            Fraction(20, 1)
        """
        computed = {derived.indicator.key: derived.value for derived in self.derived}
        return tuple(
            computed.get(key, stated)
            for key, stated in zip(self.structure.keys, self.stated, strict=True)
        )

    def __getitem__(self, name: str) -> Value:
        """Return the value of the indicator of that key or number.

        Raises:
            UnknownNameError: There is none.
        """
        return self.values[self.structure.keys.index(self.structure[name].key)]


def judged(
    record: BenchmarkRecord | ReadRecord,
    structure: BenchmarkStructure,
    *,
    name: str = "record",
) -> ReadRecord:
    """Return a record as it was judged; one that nobody judged is judged here."""
    if not isinstance(record, ReadRecord):
        return ReadRecord.of(record, structure, name=name)
    check_structure(record.record, structure, name=name)
    if record.structure != structure:
        expected = say("read by the same edition of {}", structure.key)
        raise InvalidValueError(name, expected, record.structure.edition)
    return record


def answers_in(
    record: BenchmarkRecord, structure: BenchmarkStructure, faults: Iterable[Fault]
) -> list[Value]:
    """Return the answer to each indicator; where none stands, what was refused."""
    answers: dict[object, Value] = {
        fault.about[0]: fault for fault in faults if fault.about
    }
    # A fault beside an answer that was kept spoils nothing.
    answers |= {answer.indicator: answer.value for answer in record.answers}
    return [answers.get(key, Missing.NOT_ANSWERED) for key in structure.keys]


def _strays(record: BenchmarkRecord, structure: BenchmarkStructure) -> Iterator[Fault]:
    for answer in record.answers:
        if answer.indicator not in structure.keys:
            expected = an_indicator(structure, answer.indicator)
            yield Fault((answer.indicator,), "reference", expected, answer.value)


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


def check_structure(
    record: BenchmarkRecord, structure: BenchmarkStructure, *, name: str = "record"
) -> None:
    """Refuse a record that was written down under another structure."""
    check_type(name, record, BenchmarkRecord)
    check_type("structure", structure, BenchmarkStructure)
    if record.structure != structure.key:
        expected = say("a record of {}", structure.key)
        raise InvalidValueError(name, expected, record.structure)


class _OfIndicator(Protocol):
    @property
    def indicator(self) -> Indicator: ...


T = TypeVar("T", bound=_OfIndicator)


def of_indicator(things: Iterable[T], name: str) -> T:
    """Return what is of the indicator of that key or number.

    Raises:
        UnknownNameError: Nothing is.
    """
    by_key = {thing.indicator.key: thing for thing in things}
    for key, thing in by_key.items():
        if name in (key, thing.indicator.number):
            return thing
    raise UnknownNameError("indicator", name, tuple(by_key))


def find_indicator(structure: BenchmarkStructure, name: object) -> Indicator | None:
    """Return the indicator of that key or number, or None."""
    if not isinstance(name, str):  # pandas.NA is not even different
        return None
    try:
        return structure[name]
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
