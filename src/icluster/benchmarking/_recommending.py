"""What to improve, the largest gain first, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import Any

from attrs import field, frozen

from icluster._faults import to_sentence
from icluster._fields import check_type, instance_of, to_words
from icluster._texts import all_texts
from icluster.advice import AdviceTexts
from icluster.benchmarking._places import IndicatorPosition
from icluster.benchmarking._position import Position
from icluster.benchmarking._quality import QualityDecision
from icluster.errors import InvalidValueError
from icluster.indicators import Indicator
from icluster.words import Sentence, Shown, Worded, in_a_row, say

_NUMBER = re.compile(r"\d+(\.\d+)+", re.ASCII)


@frozen(kw_only=True)
class Gain(Shown):
    """What an improvement would gain.

    Attributes:
        thresholds: How many missed thresholds it would meet.
        points: Points still to get in the quality indicators it serves; None
            where they are unknown or it serves none.
        quarters: Quarters up to the strongest; 0 where there is no position.

    Example:
        >>> Gain(quarters=3).order < Gain(thresholds=1).order
        False
    """

    thresholds: int = 0
    points: Fraction | None = None
    quarters: int = 0

    @property
    def order(self) -> tuple[int, Fraction, int]:
        """What sorts the larger gain first: thresholds, points, quarters."""
        return (-self.thresholds, -(self.points or Fraction()), -self.quarters)


@frozen(kw_only=True)
class Recommendation(Worded):
    """One thing to improve, why, what it would gain, in words.

    Attributes:
        indicator: The weak indicator; None where only points are weak.
        serves: The quality indicators it serves, by number; may be none.
        gain: What improving it would gain.
        advice: The recommendation, to be put into a language.

    Example:
        >>> print(Recommendation(gain=Gain(quarters=1), advice="Write a plan."))
        Write a plan.
    """

    indicator: Indicator | None = None
    serves: tuple[str, ...] = field(
        default=(), converter=to_words, validator=all_texts()
    )
    gain: Gain = field(validator=instance_of(Gain))
    advice: Sentence = field(converter=to_sentence, validator=instance_of(Sentence))

    def said(self) -> Sentence:
        """Return the recommendation, to be put into a language."""
        return self.advice


def recommend(
    position: Position,
    quality: QualityDecision | None = None,
    *,
    texts: AdviceTexts,
    quarters: int = 2,
) -> tuple[Recommendation, ...]:
    """Recommend what to improve: weak positions, and points below a threshold.

    A missed threshold comes first, then the points still to get in the quality
    indicators served, then the quarters up to the strongest; equals stay in the
    order of the structure. What has no place among its peers, or no better
    direction, is weak only by its points.

    Args:
        quality: The decision on points, or None where there are none.
        texts: What to do, and titles; `icluster.reference.advice` has a table in
            English.
        quarters: How many quarters count as weak, from 1 to 3; by default the
            weaker two.

    Raises:
        InvalidValueError: *quarters* is not from 1 to 3, an argument is of another
            type, or the texts are about indicators that are not there; see
            `AdviceTexts.only`.

    Example:
        >>> from datetime import date
        >>> from icluster import BenchmarkRecord, Organization
        >>> from icluster.benchmarking import position
        >>> from icluster.reference import advice, esca
        >>> cluster, *peers = (
        ...     BenchmarkRecord(
        ...         organization=Organization(name=f"Invented cluster {number}"),
        ...         interviewed_on=date(2015, 5, 4),
        ...         structure="benchmark_36",
        ...         answers={"working_groups": number},
        ...     )
        ...     for number in range(6)
        ... )
        >>> found = position(cluster, peers=peers, structure=esca.BENCHMARK_36)
        >>> for advised in recommend(found, texts=advice.ADVICE_EN):
        ...     print(advised.indicator.key, advised.serves, advised.gain.quarters)
        working_groups ('4.5',) 3
    """
    check_type("position", position, Position)
    check_type("quality", quality, QualityDecision, NoneType)
    check_type("texts", texts, AdviceTexts)
    adviser = _Adviser(position, quality, texts)
    weak = frozenset(
        place.indicator.key for place in position.weaknesses(quarters=quarters)
    )
    recommendations = [*adviser.by_position(weak), *adviser.by_points()]
    return tuple(sorted(recommendations, key=lambda advised: advised.gain.order))


class _Adviser:
    """Texts that were held against the indicators they are to be about."""

    def __init__(
        self, position: Position, quality: QualityDecision | None, texts: AdviceTexts
    ) -> None:
        self.position, self.quality, self.texts = position, quality, texts
        _check_texts("actions", texts.actions, position, quality)
        _check_texts("titles", texts.titles, position, quality)

    def by_position(self, weak: frozenset[str]) -> Iterator[Recommendation]:
        """Recommend on weak places, and on points missed that an indicator serves."""
        for place in self.position.indicators:
            indicator = place.indicator
            missed = self._missed_by(indicator)
            strength = place.strength if indicator.key in weak else None
            if strength is None and not missed:
                continue
            serves = self._served(indicator)
            yield Recommendation(
                indicator=indicator,
                serves=serves,
                gain=Gain(
                    thresholds=len(missed),
                    points=self._points_to_get(serves),
                    quarters=0 if strength is None else 4 - strength,
                ),
                advice=self._about_place(place, strength, serves, missed),
            )

    def by_points(self) -> Iterator[Recommendation]:
        """Recommend on missed thresholds that no indicator of the interview serves."""
        served = {
            number
            for place in self.position.indicators
            for number in place.indicator.serves
        }
        missed = () if self.quality is None else self.quality.missed
        for number in missed:
            if number not in served:
                yield Recommendation(
                    serves=(number,),
                    gain=Gain(thresholds=1, points=self._points_to_get((number,))),
                    advice=self._about_points(number),
                )

    def _missed_by(self, indicator: Indicator) -> tuple[str, ...]:
        missed = () if self.quality is None else self.quality.missed
        return tuple(number for number in indicator.serves if number in missed)

    def _served(self, indicator: Indicator) -> tuple[str, ...]:
        """Return what it serves; where the catalogue is known, only what that lists."""
        if self.quality is None:
            return indicator.serves
        listed = self.quality.scheme.catalogue.numbers
        return tuple(number for number in indicator.serves if number in listed)

    def _points_to_get(self, serves: tuple[str, ...]) -> Fraction | None:
        """Add up what is left to get; None where nothing is known of it."""
        if self.quality is None:
            return None
        left = []
        for number in serves:
            points = self.quality.points_of(number)
            if isinstance(points, Decimal):
                most = self.quality.scheme.maximum_of(number)
                left.append(Fraction(most) - Fraction(points))
        return sum(left, Fraction()) if left else None

    # --- sentences ----------------------------------------------------------------

    def _about_place(
        self,
        place: IndicatorPosition,
        strength: int | None,
        serves: tuple[str, ...],
        missed: tuple[str, ...],
    ) -> Sentence:
        """Say where it stands, what to do, what it serves, what is missed."""
        indicator, position = place.indicator, self.position
        key, number = indicator.key, indicator.number
        title = say(self.texts.title(key, number, otherwise=indicator.title))
        parts = (number, title, place.named_value, position.named_group, place.size)
        sentences = [] if strength is None else [_where(strength, parts)]
        action = self.texts.action(key, number)
        if action is not None:
            sentences.append(Sentence(action, parts))
        sentences.append(_serving(serves))
        return in_a_row([*sentences, *map(self._threshold, missed)], " ")

    def _about_points(self, number: str) -> Sentence:
        """Say which threshold is missed, what to do, what it serves."""
        sentences = [self._threshold(number)]
        action = self.texts.action(number)
        if action is not None:
            title = self._title_of(number)
            sentences.append(Sentence(action, (number, title, "", "", "")))
        return in_a_row([*sentences, _serving((number,))], " ")

    def _title_of(self, number: str) -> Sentence:
        quality: Any = self.quality
        title = quality.scheme.catalogue[number].title
        title = self.texts.title(number, otherwise=title)
        return say(title, context="QualityIndicator")

    def _threshold(self, number: str) -> Sentence:
        quality: Any = self.quality
        return Sentence(
            "{1}: points given {2}, but the label needs at least {3}.",
            (
                number,
                self._title_of(number),
                Fraction(quality.points_of(number)),
                Fraction(quality.scheme.threshold_of(number)),
            ),
        )


# Parts of a sentence: number {0}, title {1}, value {2}, group {3}, its size {4}. The
# English ones do not name the number; another language may.
def _where(strength: int, parts: tuple[object, ...]) -> Sentence:
    """Say in which quarter of its peers an indicator stands."""
    by_strength = {
        1: Sentence("{1}: {2} is in the weakest quarter of {4} peers ({3}).", parts),
        2: Sentence("{1}: {2} is in the weaker half of {4} peers ({3}).", parts),
        3: Sentence(
            "{1}: {2} is not in the strongest quarter of {4} peers ({3}).", parts
        ),
    }
    return by_strength[strength]


def _serving(serves: tuple[str, ...]) -> Sentence:
    if serves:
        return say("Serves {} of the quality label.", serves)
    return say("No link to the quality label is recorded.")


def _check_texts(
    field_name: str,
    texts: Iterable[tuple[str, str]],
    position: Position,
    quality: QualityDecision | None,
) -> None:
    """Refuse texts about what is not there, and two about one indicator.

    Numbers of a quality label are taken on trust where no label is at hand.
    """
    keys = {
        name: place.indicator.key
        for place in position.indicators
        for name in (place.indicator.key, place.indicator.number)
    }
    known: set[str] = set()
    strays = []
    for name, _ in texts:
        key = keys.get(name, name)
        if key in known:
            raise InvalidValueError(field_name, "one text for each indicator", name)
        known.add(key)
        if name not in keys and not _is_quality_number(name, quality):
            strays.append(name)
    if strays:
        expected = "about indicators that are there; see only()"
        raise InvalidValueError(field_name, expected, tuple(strays))


def _is_quality_number(name: str, quality: QualityDecision | None) -> bool:
    if quality is None:
        return _NUMBER.fullmatch(name) is not None
    return name in quality.scheme.catalogue.numbers
