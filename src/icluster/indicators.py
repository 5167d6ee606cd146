"""Indicators, areas, and the structure of a benchmarking interview.

What a derived indicator is computed from, and which totals must agree, is data of
the structure. How sure the structure itself is, each indicator says: documented,
adopted or proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import field, frozen

from icluster._fields import (
    all_of,
    instance_of,
    is_key,
    matches,
    repeated,
    to_tuple,
    to_words,
    unique,
)
from icluster._texts import all_texts, is_optional_prose, is_text
from icluster.derivations import Derivation, PartOf, Quotient, Sum
from icluster.errors import Fault, InvalidValueError, UnknownNameError
from icluster.scales import Scale
from icluster.sources import Cited, Note, are_cited, are_notes, to_cited, to_notes
from icluster.vocabularies import Vocabulary
from icluster.words import Sentence, Shown, Steps, both, say

__all__ = ["IndicatorStatus"]


def __dir__() -> list[str]:
    return __all__


class IndicatorStatus(Vocabulary):
    """How an indicator came into a structure.

    Example:
        >>> IndicatorStatus.ADOPTED.title
        'adopted from a quality label'
    """

    OFFICIAL = "official", "stands in the official questionnaire"
    DOCUMENTED = "documented", "topic documented in published reports"
    ADOPTED = "adopted", "adopted from a quality label"
    PROPOSED = "proposed", "proposed by icluster"


@frozen
class Area(Shown):
    """One area of the interview.

    Attributes:
        key: A capital letter, with which the numbers of its indicators begin.
        title: What it is about.

    Example:
        >>> Area("A", "structure of the cluster").key
        'A'
    """

    key: str = field(validator=matches(r"[A-Z]", "a capital letter"))
    title: str = field(validator=is_text)

    def said(self) -> Sentence:
        """Return letter and title.

        Example:
            >>> print(Area("A", "structure of the cluster").said())
            A structure of the cluster
        """
        return say("{} {}", self.key, say(self.title))


def _to_statuses(statuses: Iterable[IndicatorStatus]) -> tuple[IndicatorStatus, ...]:
    return to_tuple(statuses)


def _to_areas(areas: Iterable[Area]) -> tuple[Area, ...]:
    return to_tuple(areas)


def _to_indicators(indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return to_tuple(indicators)


def _to_sums(sums: Iterable[Sum]) -> tuple[Sum, ...]:
    return to_tuple(sums)


def _is_derivation(_: Any, attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, (Quotient, PartOf)):
        raise InvalidValueError(attribute.name, "a Quotient, a PartOf or None", value)


@frozen(kw_only=True)
class Indicator(Shown):
    """One indicator: what is asked, on which scale, and how sure that is.

    Attributes:
        number: Letter of its area and a running number, for example ``A5``.
        key: Name by which answers refer to it.
        title: What is asked.
        scale: What an answer may be.
        statuses: How it came into the structure; more than one may hold.
        derived_from: How it is computed from others, or None where it is asked.
        serves: Numbers of the quality-label indicators that it was adopted from, or
            that it is proposed to serve; empty where it serves none.
        note: What the statuses do not say.
        citations: Where each field was read, one or more; what is but proposed of
            an indicator, `icluster.sources.is_proposed` tells by field.

    Raises:
        InvalidValueError: A field does not hold what it says, or no status or
            citation is given.

    Example:
        >>> from icluster import Source
        >>> from icluster.scales import Measure, Unit
        >>> own = Source(
        ...     key="own", title="Our questionnaire", publisher="Example cluster"
        ... )
        >>> members = Indicator(
        ...     number="A1",
        ...     key="members",
        ...     title="members",
        ...     scale=Measure(Unit.COUNT),
        ...     statuses=[IndicatorStatus.PROPOSED],
        ...     citations={"title": own.at("question 1")},
        ... )
        >>> members.area, members.scale.read("12"), members.serves
        ('A', 12, ())
    """

    number: str = field(validator=matches(r"[A-Z][1-9]\d?", "a number such as 'A5'"))
    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    scale: Scale = field(validator=instance_of(Scale))
    statuses: tuple[IndicatorStatus, ...] = field(
        converter=_to_statuses, validator=[all_of(IndicatorStatus), unique]
    )
    derived_from: Derivation | None = field(default=None, validator=_is_derivation)
    serves: tuple[str, ...] = field(
        default=(), converter=to_words, validator=[all_texts(), unique]
    )
    note: str = field(default="", validator=is_optional_prose)
    citations: tuple[Cited, ...] = field(converter=to_cited, validator=are_cited)

    def __attrs_post_init__(self) -> None:
        for name, pairs in (("statuses", self.statuses), ("citations", self.citations)):
            if not pairs:
                raise InvalidValueError(name, "one or more", pairs)

    @property
    def area(self) -> str:
        """The letter of its area."""
        return self.number[0]

    @property
    def name(self) -> str:
        """Number and title.

        Example:
            >>> from icluster.reference import esca
            >>> esca.BENCHMARK_36["participants"].name
            'A6 committed participants'
        """
        return str(self.said())

    def said(self) -> Sentence:
        """Return number and title, to be put into a language.

        Example:
            >>> from icluster.reference import esca
            >>> esca.BENCHMARK_36["participants"].said().template
            '{} {}'
        """
        return say("{} {}", self.number, say(self.title))


@frozen(kw_only=True)
class BenchmarkStructure(Shown):
    """The indicators of a benchmarking interview, area by area.

    Areas and indicators are told apart by key and number; every area has an
    indicator and every indicator an area; derivations and sums name indicators
    that are asked, on scales that allow them.

    Attributes:
        key: Short name, by which records refer to it.
        title: What it is called.
        edition: Which edition of it this is.
        areas: Its areas, in order.
        indicators: Its indicators, in order.
        sums: Totals that must agree.
        notes: What else is said of a field, in a few words of ours.
        citations: Where each field was read.

    Raises:
        InvalidValueError: It contradicts itself.

    Example:
        >>> from icluster.reference import esca
        >>> structure = esca.BENCHMARK_36
        >>> len(structure.areas), len(structure.indicators)
        (6, 36)
        >>> [len(structure.within(area.key)) for area in structure.areas]
        [8, 8, 4, 7, 4, 5]
        >>> structure["A6"].key, structure["participants"].number
        ('participants', 'A6')
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    edition: str = field(validator=is_text)
    areas: tuple[Area, ...] = field(converter=_to_areas, validator=all_of(Area))
    indicators: tuple[Indicator, ...] = field(
        converter=_to_indicators, validator=all_of(Indicator)
    )
    sums: tuple[Sum, ...] = field(
        default=(), converter=_to_sums, validator=[all_of(Sum), unique]
    )
    notes: tuple[Note, ...] = field(default=(), converter=to_notes, validator=are_notes)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        _check_apart("areas", (area.key for area in self.areas))
        _check_apart("indicators", (indicator.key for indicator in self.indicators))
        _check_apart("indicators", (indicator.number for indicator in self.indicators))
        letters = tuple(area.key for area in self.areas)
        used = tuple(dict.fromkeys(indicator.area for indicator in self.indicators))
        if sorted(letters) != sorted(used):
            expected = say("in the areas {}, none of them empty", both(letters))
            raise InvalidValueError("indicators", expected, used)
        faults = tuple(self._misfits())
        if faults:
            raise InvalidValueError.of(faults)

    def _misfits(self) -> Iterator[Fault]:
        """Yield what is wrong with the rules by which indicators hang together."""
        for index, indicator in enumerate(self.indicators):
            if indicator.derived_from is not None:
                place = "indicators", index, "derived_from"
                own = {"own": indicator.scale}
                yield from self._misfits_of(place, indicator.derived_from, own)
        for index, total in enumerate(self.sums):
            yield from self._misfits_of(("sums", index), total, {})

    def _misfits_of(self, place: Steps, rule: Any, own: Any) -> Iterator[Fault]:
        scales: dict[str, Scale] = {}
        for key in rule.inputs:
            if key not in self.keys:
                yield Fault(place, "reference", "about known indicators", key)
            elif self[key].derived_from is not None:
                yield Fault(place, "reference", "about indicators that are asked", key)
            else:
                scales[key] = self[key].scale
        if scales.keys() >= set(rule.inputs):
            misfit = rule.misfit(scales, **own)
            if misfit is not None:
                yield Fault(place, "value", misfit, str(rule))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the indicators, in order."""
        return tuple(indicator.key for indicator in self.indicators)

    def __getitem__(self, name: str) -> Indicator:
        """Return the indicator of that key or number.

        Raises:
            UnknownNameError: There is none.
        """
        for indicator in self.indicators:
            if name in (indicator.key, indicator.number):
                return indicator
        raise UnknownNameError("indicator", name, self.keys)

    @property
    def is_official(self) -> bool:
        """Whether every indicator stands in the official questionnaire.

        Example:
            >>> from icluster.reference import esca
            >>> esca.BENCHMARK_36.is_official
            False
        """
        return all(
            IndicatorStatus.OFFICIAL in indicator.statuses
            for indicator in self.indicators
        )

    def count_by_status(self) -> tuple[tuple[IndicatorStatus, int], ...]:
        """Return how many indicators have each status; one may have several.

        Example:
            >>> from icluster.reference import esca
            >>> for status, count in esca.BENCHMARK_36.count_by_status():
            ...     print(count, status.value)
            25 documented
            11 adopted
            11 proposed
        """
        statuses = [
            status for indicator in self.indicators for status in indicator.statuses
        ]
        counts = ((status, statuses.count(status)) for status in IndicatorStatus)
        return tuple((status, count) for status, count in counts if count)

    def within(self, area: str) -> tuple[Indicator, ...]:
        """Return the indicators of the area of that letter, in order.

        Raises:
            UnknownNameError: There is no such area.

        Example:
            >>> from icluster.reference import esca
            >>> [indicator.key for indicator in esca.BENCHMARK_36.within("C")]
            ['funding_origin', 'private_share', 'funding_horizon', 'annual_budget']
        """
        letters = tuple(numbers.key for numbers in self.areas)
        if area not in letters:
            raise UnknownNameError("area", area, letters)
        return tuple(
            indicator for indicator in self.indicators if indicator.area == area
        )


def _check_apart(name: str, keys: Iterable[str]) -> None:
    names = tuple(keys)
    if not names:
        raise InvalidValueError(name, "one or more", names)
    twice = dict.fromkeys(key for _, key in repeated(names))
    if twice:
        raise InvalidValueError(name, "free of repetition", tuple(twice))
