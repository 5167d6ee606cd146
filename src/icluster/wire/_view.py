"""Results as plain values for a client: small, stable, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from icluster._fields import check_day, check_type
from icluster._hints import name_of
from icluster.benchmarking import BenchmarkReport, Position
from icluster.errors import InvalidValueError
from icluster.labels import LabelRegister
from icluster.rules import Report
from icluster.scoring import Comparison, NextSteps, Ranking, Readings, Score
from icluster.wire._benchmark_views import (
    BenchmarkReportView,
    PositionView,
    position_view,
    report_view,
)
from icluster.wire._check_views import (
    ChecksView,
    LabelsView,
    checks_view,
    labels_view,
)
from icluster.wire._outlook_views import (
    NextStepsView,
    RankingView,
    ReadingsView,
    next_steps_view,
    ranking_view,
    readings_view,
)
from icluster.wire._schema import json_schema
from icluster.wire._score_views import (
    ComparisonView,
    ScoreView,
    comparison_view,
    score_view,
)
from icluster.wire._view_parts import Words
from icluster.wire._written import to_dict
from icluster.words import ENGLISH, Language, either, say

_VIEWS: Mapping[type, tuple[type, Callable[..., Any]]] = MappingProxyType(
    {
        Score: (ScoreView, score_view),
        Comparison: (ComparisonView, comparison_view),
        Readings: (ReadingsView, readings_view),
        NextSteps: (NextStepsView, next_steps_view),
        Ranking: (RankingView, ranking_view),
        Position: (PositionView, position_view),
        BenchmarkReport: (BenchmarkReportView, report_view),
        Report: (ChecksView, checks_view),
        LabelRegister: (LabelsView, labels_view),
    }
)


def view(
    result: object, *, on: date | None = None, language: Language = ENGLISH
) -> dict[str, Any]:
    """Return a result as plain values for a client, small and in one language.

    What is counted is exact: decimals and fractions are texts, as `to_dict` writes
    them. What is open stands as all that is possible. Texts to be read stand in the
    language, keys and names as they are. Each view says what it is (*kind*) and, as its
    *basis*, by which rubric, edition and reading, on which day, from which documents
    and by which version of icluster it came about. It cannot be read back: documents
    of `dumps` can.

    Args:
        result: A `Score`, `Comparison`, `Readings`, `NextSteps` or `Ranking` of
            `icluster.scoring`, a `Position` or `BenchmarkReport` of
            `icluster.benchmarking`, a `Report` of `icluster.rules`, or a
            `LabelRegister`.
        on: The day, for a register; a result knows its own.
        language: What texts are put into.

    Raises:
        InvalidValueError: There is no view of such a thing, or a day is missing or
            given without need.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, monitoring=True)
        >>> seen = view(scoring.score(eccp.MATURITY_2022, facts))
        >>> seen["kind"], seen["total"]["total"], seen["total"]["text"]
        ('score', None, '1 to 8 (14 values)')
        >>> seen["criteria"][2]["points"], seen["criteria"][2]["reasons"]
        (['1', '2'], ['monitoring'])
    """
    check_type("language", language, Language)
    kind = type(result)
    view_form(kind)
    _, make = _VIEWS[kind]
    if kind is LabelRegister:
        check_day("on", on)
        make = partial(make, on=on)
    elif on is not None:
        raise InvalidValueError("on", "left out: the result knows its day", on)
    seen: dict[str, Any] = to_dict(make(result, Words(language)))
    return seen


def view_schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema, 2020-12, of the views of a *kind* of result.

    Every key is always there. In a later release there may be more of them.

    Raises:
        InvalidValueError: There is no view of such a thing.

    Example:
        >>> from icluster.scoring import Score
        >>> list(view_schema(Score)["properties"])[:3]
        ['kind', 'title', 'total']
    """
    return json_schema(view_form(kind))


def view_form(kind: type) -> type:
    """Return the class of the views of a *kind* of result.

    Raises:
        InvalidValueError: There is no view of such a thing.
    """
    if not isinstance(kind, type) or kind not in _VIEWS:
        names = either(sorted(viewed.__name__ for viewed in _VIEWS))
        raise InvalidValueError("result", say("one of {}", names), name_of(kind))
    return _VIEWS[kind][0]
