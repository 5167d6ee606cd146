"""One indicator, one group: each kind of scale is placed in its own way.

Measures and amounts have quartiles; steps have an order but no distances, so they
are placed by counts alone; compositions are placed category by category, by share;
choices have frequencies and no place; text has neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from icluster.benchmarking._columns import ColumnOfAnswers, LeftOut
from icluster.benchmarking._places import Frequency, IndicatorPosition, PartPosition
from icluster.benchmarking._ranks import (
    QuantileMethod,
    Quartiles,
    QuotientsInOrder,
    Rank,
    in_order,
    quartiles,
    rank_number,
    rank_step,
)
from icluster.benchmarking._values import Value
from icluster.indicators import Indicator
from icluster.money import Money
from icluster.scales import (
    Amount,
    Choice,
    Composition,
    Counts,
    Direction,
    Measure,
    Ordinal,
    Several,
    Shares,
)
from icluster.scales._choices import option_text
from icluster.scales._values import exact_sum
from icluster.vocabularies import Missing, Other


@frozen(kw_only=True)
class Terms:
    """From which size on a group gives what, and how quartiles are made."""

    minimum: int
    boundaries_from: int
    method: QuantileMethod


def place(
    indicator: Indicator, own: Value | None, column: ColumnOfAnswers, terms: Terms
) -> IndicatorPosition:
    """Place the value *own* among the answers of the *column*."""
    values, left_out = column.values, column.left_out
    scale = indicator.scale
    if isinstance(scale, Amount):
        values, left_out = _comparable(own, values, left_out)
    if isinstance(scale, Counts):
        values, left_out = _not_empty(values, left_out)
    bare = IndicatorPosition(
        indicator=indicator, value=own, size=len(values), left_out=left_out
    )
    if len(values) < terms.minimum:
        return bare
    answer = None if isinstance(own, Missing) else own
    if isinstance(scale, (Measure, Amount)):
        number = answer.amount if isinstance(answer, Money) else answer
        return _place_number(bare, number, values, terms)
    if isinstance(scale, Ordinal):
        return _place_step(bare, answer, values, terms)
    if isinstance(scale, (Counts, Shares)):
        return evolve(bare, parts=_place_parts(scale, answer, values, terms))
    if isinstance(scale, (Choice, Several)):
        return evolve(bare, frequencies=_chosen(scale, answer, values, terms))
    return bare


def _comparable(
    own: Value | None, values: tuple[Any, ...], left_out: LeftOut
) -> tuple[tuple[Any, ...], LeftOut]:
    """Keep the amounts of the record's own currency and year."""
    kind = (own.currency, own.year) if isinstance(own, Money) else None
    same = tuple(v.amount for v in values if (v.currency, v.year) == kind)
    return same, evolve(left_out, incomparable=len(values) - len(same))


def _not_empty(
    values: tuple[Any, ...], left_out: LeftOut
) -> tuple[tuple[Any, ...], LeftOut]:
    """Leave out who counts nobody: parts of nothing are no shares."""
    some = tuple(v for v in values if any(v.numbers))
    empty = len(values) - len(some)
    return some, evolve(left_out, not_applicable=left_out.not_applicable + empty)


def _place_number(
    bare: IndicatorPosition, own: Any, values: Sequence[Any], terms: Terms
) -> IndicatorPosition:
    cuts, rank = _number_place(
        own, in_order(values), terms, bare.indicator.scale.better
    )
    return evolve(bare, quartiles=cuts, rank=rank)


def _number_place(
    own: Any, ordered: Sequence[Any], terms: Terms, direction: Direction
) -> tuple[tuple[Fraction, ...], Rank | None]:
    cuts: Quartiles = quartiles(ordered, terms.method)
    rank = None if own is None else rank_number(own, ordered, cuts, direction)
    return cuts if len(ordered) >= terms.boundaries_from else (), rank


def _place_step(
    bare: IndicatorPosition, own: Any, values: Sequence[Any], terms: Terms
) -> IndicatorPosition:
    scale: Any = bare.indicator.scale
    found = Counter(values)
    counts = [found[step] for step in scale.numbers]
    rank = None if own is None else rank_step(own - scale.lowest, counts, scale.better)
    frequencies = [
        Frequency(scale.text(step), count, is_own=step == own)
        for step, count in zip(scale.numbers, counts, strict=True)
    ]
    return evolve(bare, rank=rank, frequencies=_shown(frequencies, len(values), terms))


def _shown(found: list[Frequency], size: int, terms: Terms) -> list[Frequency]:
    return [each for each in found if each.is_own or size >= terms.boundaries_from]


def _chosen(
    scale: Choice | Several, own: Any, values: Sequence[Any], terms: Terms
) -> list[Frequency]:
    """Count how many gave each answer: the list first, other texts by letter."""
    groups = values if isinstance(scale, Several) else [(each,) for each in values]
    own_keys = own if isinstance(own, tuple) else (own,)
    counts: Counter[Any] = Counter(key for group in groups for key in group)
    listed: list[str | Other] = [option.key for option in scale.options]
    others = sorted(
        {key for key in (*counts, *own_keys) if isinstance(key, Other)},
        key=lambda other: other.text,
    )
    found = [
        Frequency(option_text(scale.options, key), counts[key], is_own=key in own_keys)
        for key in (*listed, *others)
    ]
    return _shown(found, len(values), terms)


def _place_parts(
    scale: Counts | Shares, own: Any, values: Sequence[Composition], terms: Terms
) -> list[PartPosition]:
    rows = [value.numbers for value in values]
    # Sound shares make 1 as they stand.
    totals: list[Any] = [] if isinstance(scale, Shares) else list(map(exact_sum, rows))
    placed = []
    for index, option in enumerate(scale.categories):
        value = None if own is None else own.share(option.key)
        parts: list[Any] = [row[index] for row in rows]
        shares = QuotientsInOrder(parts, totals) if totals else in_order(parts)
        cuts, rank = _number_place(value, shares, terms, Direction.NEITHER)
        placed.append(
            PartPosition(category=option.name, value=value, quartiles=cuts, rank=rank)
        )
    return placed
