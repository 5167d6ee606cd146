"""Results as documents of HTML with their figures in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from icluster._extras import Extra
from icluster._fields import check_type
from icluster.benchmarking import BenchmarkReport
from icluster.plots._findings_by_rule import findings_by_rule
from icluster.plots._peer_strip import peer_strip
from icluster.plots._radar import has_radar, radar
from icluster.rules import Report
from icluster.scoring import NextSteps, Score
from icluster.words import ENGLISH, Language, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.figure import Figure

Documented: TypeAlias = BenchmarkReport | Score | NextSteps | Report
"""What a document with figures can be made of."""

_pictures: Final = Extra("plots", "icluster.plots._picture")


def svg(figure: Figure) -> str:
    """Return a figure as SVG for a page of HTML, with its alternative text.

    The same figure gives the same text each time: it has no date, and the names in it
    are counted.

    Raises:
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> text = svg(radar({"A": scoring.score(eccp.MATURITY_2022, facts)}))
        >>> text[:57]
        '<svg role="img" aria-label="Radar of 4 criteria. A: 2.5 t'
    """
    text: str = _pictures.svg_of(figure)
    return text


def document(result: Documented, *, language: Language = ENGLISH) -> str:
    """Return a result as one HTML document with its figures in it.

    A score gets its radar, a report of a benchmark its places among the peers, a
    report of findings how many there are by rule; where there is nothing to draw,
    the document has no figure.

    Args:
        result: A score, what would lift it, a report of a benchmark or of findings.
        language: What text and figures are put into.

    Raises:
        InvalidValueError: The *result* is something else.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> page = document(scoring.next_steps(eccp.MATURITY_2022, facts))
        >>> page.count("<svg"), page.count("<script")
        (1, 0)
    """
    check_type("result", result, BenchmarkReport, Score, NextSteps, Report)
    figures = map(svg, _figures(result, language))
    return result.document(figures=figures, language=language)


def _figures(result: Documented, language: Language) -> Iterator[Figure]:
    if isinstance(result, BenchmarkReport):
        if any(place.rank is not None for place in result.position.indicators):
            yield peer_strip(result.position, language=language)
    elif isinstance(result, Report):
        if result.findings:
            yield findings_by_rule(result, language=language)
    else:
        score = result if isinstance(result, Score) else result.score
        if has_radar(score.rubric):
            name = score.facts.provenance.subject or say("total").text(language)
            yield radar({name: score}, language=language)
