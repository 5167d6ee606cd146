"""What to improve, in the words of the caller's table, the largest gain first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.advice import AdviceTexts
from icluster.benchmarking._placing import IndicatorPosition
from icluster.benchmarking._position import Position
from icluster.benchmarking._quality import QualityDecision
from icluster.indicators import Indicator
from icluster.quality_labels import QualityIndicator
from icluster.scales._measures import number_text
from icluster.vocabularies import Missing


@frozen(kw_only=True)
class Gain:
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
class Recommendation:
    """One thing to improve, why, what it would gain, in words.

    Attributes:
        indicator: The weak indicator; None where only points are weak.
        serves: The quality indicators it serves, by number; may be none.
        gain: What improving it would gain.
        text: The recommendation, in the language of the texts.

    Example:
        >>> Recommendation(gain=Gain(quarters=1), text="Write a plan.").serves
        ()
    """

    indicator: Indicator | None = None
    serves: tuple[str, ...] = field(
        default=(), converter=to_tuple, validator=all_of(str)
    )
    gain: Gain = field(validator=instance_of(Gain))
    text: str = field(validator=instance_of(str))


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
        texts: The words; `icluster.reference.advice` has a table in English.
        quarters: How many quarters count as weak, from 1 to 3; by default the
            weaker two.

    Raises:
        InvalidValueError: *quarters* is not from 1 to 3.

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
        >>> for each in recommend(found, texts=advice.ADVICE_EN):
        ...     print(each.indicator.key, each.serves, each.gain.quarters)
        working_groups ('4.5',) 3
    """
    low = frozenset(
        each.indicator.key for each in position.weaknesses(quarters=quarters)
    )
    found = [
        *_by_position(position, quality, texts, low),
        *_by_points(position, quality, texts),
    ]
    return tuple(sorted(found, key=lambda each: each.gain.order))


def _missed_by(indicator: Indicator, quality: QualityDecision | None) -> list[str]:
    missed = () if quality is None else quality.missed
    return [number for number in indicator.serves if number in missed]


def _by_position(
    position: Position,
    quality: QualityDecision | None,
    texts: AdviceTexts,
    low: frozenset[str],
) -> Iterator[Recommendation]:
    for each in position.indicators:
        indicator = each.indicator
        missed = _missed_by(indicator, quality)
        strength = each.strength if indicator.key in low else None
        if strength is None and not missed:
            continue
        yield Recommendation(
            indicator=indicator,
            serves=indicator.serves,
            gain=Gain(
                thresholds=len(missed),
                points=_points_to_get(indicator.serves, quality),
                quarters=0 if strength is None else 4 - strength,
            ),
            text=_text(
                position, each, strength, missed=missed, quality=quality, texts=texts
            ),
        )


def _text(
    position: Position,
    each: IndicatorPosition,
    strength: int | None,
    *,
    missed: list[str],
    quality: QualityDecision | None,
    texts: AdviceTexts,
) -> str:
    indicator = each.indicator
    titles = dict(texts.titles)
    values = {
        "number": indicator.number,
        "title": titles.get(indicator.key, indicator.title),
        "value": each.value_text,
        "group": position.group,
        "size": str(each.size),
        "serves": ", ".join(indicator.serves),
    }
    templates = [_by_strength(texts)[strength]] if strength else []
    templates += _action(texts, indicator.key)
    templates.append(texts.serves if indicator.serves else texts.serves_none)
    said = [texts.fill(template, **values) for template in templates]
    if quality is not None:
        said += [
            _threshold_text(quality.scheme.catalogue[number], quality, texts)
            for number in missed
        ]
    return " ".join(said)


def _by_strength(texts: AdviceTexts) -> dict[int, str]:
    return {1: texts.weakest_quarter, 2: texts.weaker_half, 3: texts.not_strongest}


def _by_points(
    position: Position,
    quality: QualityDecision | None,
    texts: AdviceTexts,
) -> Iterator[Recommendation]:
    """Recommend on missed thresholds that no indicator of the interview serves."""
    if quality is None:
        return
    served = {
        number for each in position.indicators for number in each.indicator.serves
    }
    for number in quality.missed:
        if number in served:
            continue
        indicator = quality.scheme.catalogue[number]
        said = [_threshold_text(indicator, quality, texts)]
        said += [texts.fill(action) for action in _action(texts, number)]
        said.append(texts.fill(texts.serves, serves=number))
        yield Recommendation(
            serves=(number,),
            gain=Gain(thresholds=1, points=_points_to_get((number,), quality)),
            text=" ".join(said),
        )


def _threshold_text(
    indicator: QualityIndicator, quality: QualityDecision, texts: AdviceTexts
) -> str:
    number = indicator.number
    points = quality.points_of(number)
    return texts.fill(
        texts.threshold,
        number=number,
        title=dict(texts.titles).get(number, indicator.title),
        points=_shown(points),
        least=_shown(quality.scheme.threshold_of(number)),
        serves=number,
    )


def _shown(points: Decimal | Missing) -> str:
    return (
        points.title if isinstance(points, Missing) else number_text(Fraction(points))
    )


def _action(texts: AdviceTexts, key: str) -> list[str]:
    return [text for name, text in texts.actions if name == key]


def _points_to_get(
    serves: tuple[str, ...], quality: QualityDecision | None
) -> Fraction | None:
    """Add up what is left to get; None where nothing is known of it."""
    if quality is None:
        return None
    left = []
    for number in serves:
        if number in quality.scheme.catalogue.numbers:
            points = quality.points_of(number)
            if isinstance(points, Decimal):
                most = quality.scheme.maximum_of(number)
                left.append(Fraction(most) - Fraction(points))
    return sum(left, Fraction()) if left else None
