"""What to improve, in the words of the caller's table, the largest gain first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from types import NoneType

from attrs import field, frozen

from icluster._fields import all_of, check_type, instance_of, to_tuple
from icluster.advice import AdviceTexts
from icluster.benchmarking._position import Position
from icluster.benchmarking._quality import QualityDecision
from icluster.benchmarking._sentences import Words
from icluster.indicators import Indicator


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
        >>> for each in recommend(found, texts=advice.ADVICE_EN):
        ...     print(each.indicator.key, each.serves, each.gain.quarters)
        working_groups ('4.5',) 3
    """
    check_type("position", position, Position)
    check_type("quality", quality, QualityDecision, NoneType)
    check_type("texts", texts, AdviceTexts)
    low = frozenset(
        each.indicator.key for each in position.weaknesses(quarters=quarters)
    )
    said = Words(texts, [each.indicator for each in position.indicators], quality)
    found = [
        *_by_position(position, quality, said, low),
        *_by_points(position, quality, said),
    ]
    return tuple(sorted(found, key=lambda each: each.gain.order))


def _missed_by(indicator: Indicator, quality: QualityDecision | None) -> list[str]:
    missed = () if quality is None else quality.missed
    return [number for number in indicator.serves if number in missed]


def _by_position(
    position: Position,
    quality: QualityDecision | None,
    words: Words,
    low: frozenset[str],
) -> Iterator[Recommendation]:
    for each in position.indicators:
        indicator = each.indicator
        missed = _missed_by(indicator, quality)
        strength = each.strength if indicator.key in low else None
        if strength is None and not missed:
            continue
        serves = _served(indicator, quality)
        yield Recommendation(
            indicator=indicator,
            serves=serves,
            gain=Gain(
                thresholds=len(missed),
                points=_points_to_get(serves, quality),
                quarters=0 if strength is None else 4 - strength,
            ),
            text=words.about_place(position, each, strength, serves, missed),
        )


def _by_points(
    position: Position, quality: QualityDecision | None, words: Words
) -> Iterator[Recommendation]:
    """Recommend on missed thresholds that no indicator of the interview serves."""
    if quality is None:
        return
    served = {
        number for each in position.indicators for number in each.indicator.serves
    }
    for number in quality.missed:
        if number not in served:
            yield Recommendation(
                serves=(number,),
                gain=Gain(thresholds=1, points=_points_to_get((number,), quality)),
                text=words.about_points(number),
            )


def _served(indicator: Indicator, quality: QualityDecision | None) -> tuple[str, ...]:
    """Return what it serves; where the catalogue is known, only what that lists."""
    if quality is None:
        return indicator.serves
    listed = quality.scheme.catalogue.numbers
    return tuple(number for number in indicator.serves if number in listed)


def _points_to_get(
    serves: tuple[str, ...], quality: QualityDecision | None
) -> Fraction | None:
    """Add up what is left to get; None where nothing is known of it."""
    if quality is None:
        return None
    left = []
    for number in serves:
        points = quality.points_of(number)
        if isinstance(points, Decimal):
            left.append(Fraction(quality.scheme.maximum_of(number)) - Fraction(points))
    return sum(left, Fraction()) if left else None
