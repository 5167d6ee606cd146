"""The report on paper: what matters on one page, then areas, then the rest.

Numbers of the group are rounded to three digits here; the tables of a position keep
them as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import floor
from typing import Any, Final

from icluster.advice import AdviceTexts
from icluster.benchmarking._places import (
    IndicatorPosition,
    named,
    part_columns,
    place_columns,
)
from icluster.benchmarking._position import Position
from icluster.benchmarking._recommending import Recommendation
from icluster.indicators import BenchmarkStructure
from icluster.scales import Direction
from icluster.tables import Block, Column, Section, Table
from icluster.vocabularies import Missing
from icluster.words import Sentence, Share, in_a_row, say

_NAMED: Final = 5  # strengths, or weaknesses, that the first page names
_ADVISED: Final = 3  # recommendations on the first page

_STANDINGS: Final = (
    say("weakest quarter"),
    say("weaker half"),
    say("stronger half"),
    say("strongest quarter"),
)


# --- the first page ------------------------------------------------------------------


def first_page(
    position: Position,
    recommendations: tuple[Recommendation, ...],
    texts: AdviceTexts,
) -> Iterator[Section]:
    """Yield who, compared with whom, strengths, weaknesses, what to do first."""
    everyone = position.indicators
    judged = sum(place.strength is not None for place in everyone)
    yield Section(
        "",
        [
            _who(position),
            *position.notes[1::-1],
            say(
                "{} of {} indicators can be judged among peers.", judged, len(everyone)
            ),
        ],
    )
    strongest = sorted(position.strengths(), key=_lead, reverse=True)
    strengths = [_strength(place, texts) for place in strongest]
    yield Section(say("Strengths: the strongest quarter"), [_first(strengths)])
    weakest = sorted(position.weaknesses(), key=_lead)
    weaknesses = [_weakness(place, texts) for place in weakest]
    legends = _legends([*strongest[:_NAMED], *weakest[:_NAMED]])
    yield Section(
        say("Weaknesses: the weakest quarter"), [_first(weaknesses), *legends]
    )
    advice = tuple(advised.advice for advised in recommendations[:_ADVISED])
    yield Section(say("What to do first"), [advice or say("None.")])


def _who(position: Position) -> Sentence:
    record = position.record
    when = say("Interviewed on {}", record.interviewed_on)
    if isinstance(record.interviewer, str) and record.interviewer:
        when = say("{} by {}", when, record.interviewer)
    return say("{}.", when)


def _lead(place: IndicatorPosition) -> Fraction:
    """Return by which share of the peers more are weaker than are stronger."""
    weaker, stronger = _sides(place)
    return Fraction(weaker - stronger, place.size)


def _strength(place: IndicatorPosition, texts: AdviceTexts) -> Sentence:
    weaker, _ = _sides(place)
    title = named(place.indicator, texts)
    return say(
        "{}: {}; ahead of {} of {} peers", title, place.named_value, weaker, place.size
    )


def _weakness(place: IndicatorPosition, texts: AdviceTexts) -> Sentence:
    _, stronger = _sides(place)
    title = named(place.indicator, texts)
    return say(
        "{}: {}; behind {} of {} peers", title, place.named_value, stronger, place.size
    )


def _sides(place: IndicatorPosition) -> tuple[int, int]:
    """Return how many peers are weaker, and how many are stronger."""
    rank: Any = place.rank  # it has a strength, and so a place
    sides = rank.below, rank.above
    return sides[::-1] if rank.direction is Direction.LESS else sides


def _first(sentences: list[Sentence]) -> Block:
    more = len(sentences) - _NAMED
    rest = [say("and {} more, see the areas", more)] if more > 0 else []
    return (*sentences[:_NAMED], *rest) or say("None.")


def _legends(places: Iterable[IndicatorPosition]) -> tuple[Sentence, ...]:
    """Say once what steps mean that have no titles beside their numbers."""
    scales = (place.indicator.scale for place in places)
    return tuple(dict.fromkeys(s.legend for s in scales if s.legend is not None))


# --- areas ---------------------------------------------------------------------------


def area_page(position: Position, texts: AdviceTexts) -> Section:
    """Return a short table an area: value, middle of the peers, standing."""
    structure = position.read.structure
    tables = [
        Table.of(
            area.said(),
            [p for p in position.indicators if p.indicator.area == area.key],
            (
                Column(
                    "indicator", "Indicator", of=lambda p: named(p.indicator, texts)
                ),
                Column("value", "Value", of=lambda p: p.named_value),
                Column("middle", "Median of the peers", of=_middle),
                Column("standing", "Among peers", of=lambda p: _standing(p, position)),
            ),
        )
        for area in structure.areas
    ]
    return Section(say("Areas"), [*tables, *_legends(position.indicators), _ROUNDED])


def _named_columns(texts: AdviceTexts) -> tuple[Column, Column]:
    return (
        Column("indicator", "Indicator", of=lambda p: named(p.indicator, texts)),
        Column("value", "Value", of=lambda p: p.named_value),
    )


_ROUNDED: Final = say("Numbers of the peers are rounded to three digits.")


def _middle(place: IndicatorPosition) -> Sentence | None:
    if not place.quartiles:
        return None
    middle = rounded(place.quartiles[1])
    return place.indicator.scale.boundaries((middle,), place.value)


def _standing(place: IndicatorPosition, position: Position) -> Sentence:
    if place.strength is not None:
        return _STANDINGS[place.strength - 1]
    return place.why_no_place(position.minimum) or say("neither way is better")


def rounded(number: Fraction, digits: int = 3) -> Fraction:
    """Round to so many digits, a half up, as spreadsheets do.

    A whole number keeps all it has.

    >>> str(rounded(Fraction("58.25"))), str(rounded(Fraction(1, 3)))
    ('583/10', '333/1000')
    """
    scale = 1
    while number and abs(number) * scale < 10 ** (digits - 1):
        scale *= 10
    half_up = floor(abs(number) * scale + Fraction(1, 2))
    return Fraction(half_up if number >= 0 else -half_up, scale)


# --- details -------------------------------------------------------------------------


def details(position: Position, texts: AdviceTexts) -> Iterator[Table]:
    """Yield places with all that they rest on, parts, and answers of the peers."""
    columns = {column.key: column for column in place_columns(position, texts)}
    yield Table.of(
        say("Places among the peers"),
        [place for place in position.indicators if place.rank is not None],
        (
            *_named_columns(texts),
            Column("quartiles", "Quartiles", of=_quartiles),
            Column("below", "Below", numeric=True, of=lambda p: _count(p, "below")),
            Column("tied", "Tied", numeric=True, of=lambda p: _count(p, "tied")),
            Column("above", "Above", numeric=True, of=lambda p: _count(p, "above")),
            columns["better"],
            columns["notes"],
        ),
    )
    parts = {column.key: column for column in part_columns(texts)}
    yield Table.of(
        say("Compositions"),
        [(place, part) for place in position.indicators for part in place.parts],
        (
            parts["indicator"],
            parts["category"],
            Column("share", "Share", numeric=True, of=lambda row: _share(row[1].value)),
            Column("quartiles", "Quartiles", of=lambda row: _shares(row[1].quartiles)),
        ),
    )
    yield _frequencies(position, texts)


def _frequencies(position: Position, texts: AdviceTexts) -> Table:
    """List how many peers gave each answer, a row an indicator."""

    def answers(place: IndicatorPosition) -> Sentence:
        counts = (say("{}: {}", f.answer, f.count) for f in place.frequencies)
        return in_a_row(counts, "; ")

    return Table.of(
        say("Answers of the peers, where steps or options were asked"),
        [place for place in position.indicators if place.frequencies],
        (
            *_named_columns(texts),
            Column("answers", "How many peers gave each answer", of=answers),
        ),
        notes=position.notes_on_frequencies[1:],
    )


def _quartiles(place: IndicatorPosition) -> Sentence | None:
    if not place.quartiles:
        return None
    boundaries = tuple(map(rounded, place.quartiles))
    return place.indicator.scale.boundaries(boundaries, place.value)


def _count(place: IndicatorPosition, side: str) -> int | None:
    return None if place.rank is None else getattr(place.rank, side)


def _share(value: Fraction | None) -> Share | None:
    return None if value is None else Share(rounded(value))


def _shares(boundaries: tuple[Fraction, ...]) -> Sentence | None:
    shares = map(Share, map(rounded, boundaries))
    return in_a_row(shares, " | ") if boundaries else None


def how_to_read(position: Position) -> Table:
    """Return what was compared, by what, and what a reader must know."""
    record, structure = position.record, position.read.structure
    rows: list[tuple[Sentence, object]] = [
        (say("Cluster"), record.organization.name),
        (say("Interviewed on"), record.interviewed_on),
        (say("Interviewed by"), record.interviewer),
        (say("Portfolio"), record.portfolio),
        (
            say("Compared with"),
            say("{}: {} {1?peer|peers}", position.named_group, position.peers),
        ),
        (say("Fewest answers for a place"), position.minimum),
        (say("Fewest answers for quartiles"), position.boundaries_from),
        (say("Quartiles"), say("method {}", position.method.value)),
        (
            say("Structure"),
            say("{}, edition {}", say(structure.title), say(structure.edition)),
        ),
        (say("Indicators"), _statuses(structure)),
    ]
    return Table.of(
        say("How to read this report"),
        [row for row in rows if not isinstance(row[1], Missing)],
        (
            Column("what", "What", of=lambda row: row[0]),
            Column("said", "In this report", of=lambda row: row[1]),
        ),
        notes=position.notes,
    )


def _statuses(structure: BenchmarkStructure) -> Sentence:
    """Say how official the indicators are, and how many are how."""
    counts = structure.count_by_status()
    size = len(structure.indicators)
    statuses = tuple(say("{} ({})", status, count) for status, count in counts)
    if structure.is_official:
        return say("{}: {}", size, statuses)
    if sum(count for _, count in counts) > size:
        return say(
            "{}, not the official questionnaire: {}; one may be several", size, statuses
        )
    return say("{}, not the official questionnaire: {}", size, statuses)
