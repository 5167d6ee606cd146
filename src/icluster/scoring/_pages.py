"""The first page of a score on paper: strengths, weaknesses, each level in words."""

from __future__ import annotations

from collections.abc import Iterator

from icluster.rubrics import Rubric
from icluster.scoring._criterion_scores import CriterionScore
from icluster.scoring._reasons import cautions, levels_said, points_said
from icluster.sources import Source
from icluster.tables import Column, Section, Table
from icluster.words import Sentence, in_a_row, say

__all__ = ["first_page", "sources"]


def first_page(
    rubric: Rubric, criteria: tuple[CriterionScore, ...], *still_open: Sentence
) -> Iterator[Section]:
    """Yield what it was scored by, strengths, weaknesses, the level of each criterion.

    A strength is a criterion that surely has its highest level, a weakness one that
    surely has its lowest.
    """
    yield Section("", [say(rubric.title), *map(say, cautions((rubric,))), *still_open])
    sure = [scored for scored in criteria if len(scored.levels) == 1]
    highest = [s for s in sure if s.level == s.criterion.levels[-1]]
    lowest = [s for s in sure if s.level == s.criterion.levels[0]]
    for title, group in (
        (say("Strengths: the highest level"), highest),
        (say("Weaknesses: the lowest level"), lowest),
    ):
        yield Section(title, [tuple(map(_said, group)) or say("None.")])
    levels = Table.of(say("The level of each criterion"), criteria, _COLUMNS)
    yield Section("", [levels])


def sources(criteria: tuple[CriterionScore, ...]) -> Iterator[Section]:
    """Yield what the keys in citations stand for, if the reasons cite anything."""
    cited = dict.fromkeys(
        citation.source
        for scored in criteria
        for reason in scored.reasons
        for citation in reason.citations
    )
    if cited:
        yield Section(say("Sources"), [tuple(map(_source_said, cited))])


def _source_said(source: Source) -> Sentence:
    parts = (source.title, source.publisher, source.published, source.url)
    return say("{}: {}", source.key, in_a_row(filter(None, parts)))


def _said(scored: CriterionScore) -> Sentence:
    criterion, level = scored.criterion, scored.level
    points = say("{}: {} of {}", say(criterion.title), level.points, criterion.maximum)
    return say("{}: {}", points, say(level.title)) if level.title else points


_COLUMNS = (
    Column("criterion", "Criterion", of=lambda scored: say(scored.criterion.title)),
    Column(
        "points",
        "Points",
        numeric=True,
        of=lambda scored: points_said(scored.candidates),
    ),
    Column("maximum", "Max", numeric=True, of=lambda scored: scored.criterion.maximum),
    Column("level", "Level", of=lambda scored: levels_said(scored.levels)),
)
