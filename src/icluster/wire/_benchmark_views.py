"""Views of places among peers, and of the report of one record."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import frozen

from icluster.advice import AdviceTexts
from icluster.benchmarking import (
    BenchmarkReport,
    IndicatorPosition,
    Position,
    QualityDecision,
    Recommendation,
)
from icluster.benchmarking._judged import Value
from icluster.benchmarking._places import named
from icluster.wire._view_parts import BasisView, ViewKind, Words, basis, sources_of
from icluster.words import say


@frozen(kw_only=True)
class IndicatorView:
    """The place of a record for one indicator.

    Attributes:
        indicator: Key of the indicator.
        number: Its number in the structure.
        area: Letter of its area.
        title: Its number and title, in words.
        value: The value of the record, or why there is none, in words.
        exact: The value where it is a number, as a fraction; else null.
        size: How many peers count.
        left_out: How many do not.
        percentile: The share of peers below, those tied counted by half; null without
            a place.
        quarter: From 1, the lowest by value, to 4; null without a place.
        strength: From 1, the weakest quarter, to 4; null without a place, or where
            neither way is better.
        better: Which way is better.
        quartiles: The three boundaries of the group; empty where it is too small.
        notes: Why there is no place, what is withheld, who is left out.
    """

    indicator: str
    number: str
    area: str
    title: str
    value: str
    exact: Fraction | None
    size: int
    left_out: int
    percentile: Fraction | None
    quarter: int | None
    strength: int | None
    better: str
    quartiles: tuple[Fraction, ...]
    notes: tuple[str, ...]


@frozen(kw_only=True)
class PositionView:
    """The place of one record among its peers; neither a ranking nor a rating.

    Attributes:
        kind: What this is.
        cluster: Name of the organization that was placed.
        group: Whom it was placed among.
        peers: How many they are; the record itself is none of them.
        indicators: The place for each indicator, in the order of the structure.
        strengths: Keys of the indicators in the strongest quarter.
        weaknesses: Keys of the indicators in the weakest quarter.
        notes: What a reader must know to read the places; standing alone, also what is
            wrong with the answers.
        basis: What they rest on; the day is that of the interview.
    """

    kind: Literal[ViewKind.POSITION]
    cluster: str
    group: str
    peers: int
    indicators: tuple[IndicatorView, ...]
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    notes: tuple[str, ...]
    basis: BasisView


def position_view(
    position: Position, words: Words, texts: AdviceTexts | None = None
) -> PositionView:
    """Return the view of the place of a record among its peers."""
    titles = texts or AdviceTexts()
    # A report tells what is wrong with the answers as its remarks.
    faults = position.read.faults if texts is None else ()
    return PositionView(
        kind=ViewKind.POSITION,
        cluster=position.record.organization.name,
        group=words.all([position.group])[0],
        peers=position.peers,
        indicators=tuple(
            _indicator(place, position, words, titles) for place in position.indicators
        ),
        strengths=_keys(position.strengths()),
        weaknesses=_keys(position.weaknesses()),
        notes=words.all([*position.notes, *faults]),
        basis=_basis(position),
    )


def _basis(position: Position) -> BasisView:
    structure, record = position.read.structure, position.record
    citations = (cited.citation for cited in record.citations)
    return basis(
        record.interviewed_on,
        sources_of(citations),
        subject=record.organization.name,
        rubric=structure.key,
        edition=structure.edition,
    )


def _keys(places: tuple[IndicatorPosition, ...]) -> tuple[str, ...]:
    return tuple(place.indicator.key for place in places)


def _indicator(
    place: IndicatorPosition, position: Position, words: Words, titles: AdviceTexts
) -> IndicatorView:
    indicator, rank, value = place.indicator, place.rank, place.value
    return IndicatorView(
        indicator=indicator.key,
        number=indicator.number,
        area=indicator.area,
        title=words.of(named(indicator, titles)),
        value=words.of(place.named_value),
        exact=_exact(value),
        size=place.size,
        left_out=place.left_out.total,
        percentile=None if rank is None else rank.percentile,
        quarter=None if rank is None else rank.quarter,
        strength=place.strength,
        better=indicator.scale.better.value,
        quartiles=place.quartiles,
        notes=words.all(place.notes(position.minimum, position.boundaries_from)),
    )


def _exact(value: Value) -> Fraction | None:
    return Fraction(value) if isinstance(value, (int, Decimal, Fraction)) else None


@frozen(kw_only=True)
class RecommendationView:
    """One thing to improve.

    Attributes:
        text: What to do, in words.
        indicator: Key of the weak indicator; null where only points are weak.
        serves: Numbers of the quality indicators that it serves.
        thresholds: How many missed thresholds it would meet.
        points: Points still to get, as a fraction; null where nobody knows.
        quarters: Quarters up to the strongest; 0 without a place.
    """

    text: str
    indicator: str | None
    serves: tuple[str, ...]
    thresholds: int
    points: Fraction | None
    quarters: int


@frozen(kw_only=True)
class QualityView:
    """What points decide about a quality label.

    Attributes:
        decision: Yes, no or open, by its key.
        text: The decision in words.
        lowest: The total if what is unknown were zero.
        highest: The total if what is unknown were all there is to get.
        needed: The total that is needed.
        missed: Numbers of the indicators whose points are below their threshold.
        settled_by: Numbers of the indicators on which an open decision hangs.
    """

    decision: str
    text: str
    lowest: Fraction
    highest: Fraction
    needed: Fraction
    missed: tuple[str, ...]
    settled_by: tuple[str, ...]


@frozen(kw_only=True)
class BenchmarkReportView:
    """The individual report of one record; neither a ranking nor a rating.

    Attributes:
        kind: What this is.
        position: Where the record stands among its peers.
        remarks: What is wrong with the answers, in words.
        quality: The decision on points; null where there are none.
        recommendations: What to improve, the largest gain first.
        basis: What it rests on; the day is that of the interview.
    """

    kind: Literal[ViewKind.BENCHMARK_REPORT]
    position: PositionView
    remarks: tuple[str, ...]
    quality: QualityView | None
    recommendations: tuple[RecommendationView, ...]
    basis: BasisView


def report_view(report: BenchmarkReport, words: Words) -> BenchmarkReportView:
    """Return the view of the report of one record."""
    quality = report.quality
    return BenchmarkReportView(
        kind=ViewKind.BENCHMARK_REPORT,
        position=position_view(report.position, words, report.texts),
        remarks=words.all(say("{}: {}", *remark) for remark in report.remarks),
        quality=None if quality is None else _quality(quality, words),
        recommendations=tuple(
            _recommendation(advised, words) for advised in report.recommendations
        ),
        basis=_basis(report.position),
    )


def _quality(quality: QualityDecision, words: Words) -> QualityView:
    return QualityView(
        decision=quality.decision.value,
        text=words.of(quality.decision),
        lowest=quality.lowest,
        highest=quality.highest,
        needed=Fraction(quality.scheme.catalogue.required),
        missed=quality.missed,
        settled_by=quality.settles,
    )


def _recommendation(advised: Recommendation, words: Words) -> RecommendationView:
    indicator, gain = advised.indicator, advised.gain
    return RecommendationView(
        text=words.of(advised),
        indicator=None if indicator is None else indicator.key,
        serves=advised.serves,
        thresholds=gain.thresholds,
        points=gain.points,
        quarters=gain.quarters,
    )
