"""Totals of one or several over time, with what is open of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.plots._canvas import (
    LOOKS,
    Canvas,
    canvas,
    looks,
    points_range,
    side_by_side,
)
from icluster.scoring import Course, OverTime
from icluster.words import ENGLISH, Language, Listed, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.scoring import Score


def totals_over_time(
    courses: OverTime,
    *,
    title: str = "",
    axes: Axes | None = None,
    palette: Sequence[str] | None = None,
    language: Language = ENGLISH,
) -> Figure:
    """Draw the totals of one or several over time.

    A line is the lowest total that the facts allow; where they leave it open, the band
    up to the highest is shaded. Times stand side by side, as wide apart as the names
    of their days and years need; a line stops where a name was not scored.

    Args:
        courses: What `icluster.scoring.over_time` gave, of twelve names at most.
        title: What stands above; else the title of the rubric.
        axes: Axes to draw into; else a figure is made.
        palette: Colours of the names, in order; else those of the room.
        language: The language of the text; names and titles of yours stay as they are.

    Raises:
        InvalidValueError: There is no name or there are too many, or the axes are not
            plain or have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.plots import alternative
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> score = scoring.score(eccp.MATURITY_2022, facts)
        >>> figure = totals_over_time(scoring.over_time({2021: {}, 2022: {"A": score}}))
        >>> alternative(figure)
        'Totals over time. A: 2022: 2.5 to 8 of 8.'
    """
    scored = _scored(courses)
    drawn = canvas(axes, title, language, width=8)
    places = {time: place for place, time in enumerate(courses.times)}
    handles: list[Artist] = []
    for name, look, aside in zip(
        scored, looks(palette), side_by_side(len(scored)), strict=False
    ):
        handles.append(_draw(drawn, courses[name], places, look, aside))
    first = next(iter(scored.values()))[0]
    drawn.set_columns(places)
    drawn.axes.set_ylim(0, float(first.maximum))
    drawn.axes.set_ylabel(drawn.worded(say("total, of {}", first.maximum)))
    drawn.set_title(title or say(first.rubric.title))
    names: list[str | Sentence] = list(scored)
    if any(not score.is_settled for scores in scored.values() for score in scores):
        from matplotlib.patches import Patch

        handles.append(Patch(facecolor=drawn.ink, alpha=0.3))
        names.append(say("shaded: open, from the fewest to the most points"))
    drawn.set_foot(handles, names, say(first.rubric.caution))
    drawn.tell(
        say("Totals over time"), *(_told(name, courses[name]) for name in scored)
    )
    return drawn.fit(height=3.0, least=(1.5, 0.8))


def _scored(courses: OverTime) -> dict[str, list[Score]]:
    """Return the scores of each name."""
    check_type("courses", courses, OverTime)
    if not 0 < len(courses.names) <= LOOKS:
        expected = say("of one to {} names", LOOKS)
        raise InvalidValueError("courses", expected, len(courses.names))
    return {
        name: [course.score for course in courses[name] if course.score is not None]
        for name in courses.names
    }


def _draw(
    drawn: Canvas,
    courses: tuple[Course, ...],
    places: dict[str, int],
    look: tuple[str, str, str],
    aside: float,
) -> Artist:
    """Draw the totals of one name, run by run; return a line for the legend."""
    colour, dash, marker = look
    lines: list[Artist] = []
    for run in _runs(courses):
        across = [places[time] + aside for time, _ in run]
        low = [float(score.lowest) for _, score in run]
        high = [float(score.highest) for _, score in run]
        drawn.axes.fill_between(
            across, low, high, color=colour, alpha=drawn.shade, linewidth=0
        )
        # A band has no width where a score stands alone.
        drawn.axes.vlines(across, low, high, color=colour, alpha=0.5, linewidth=3)
        lines += drawn.axes.plot(
            across, low, color=colour, linestyle=dash, marker=marker, clip_on=False
        )
    return lines[0]


def _runs(courses: tuple[Course, ...]) -> Iterator[list[tuple[str, Score]]]:
    """Yield times and scores, anew where the name was not scored in between."""
    for _, run in groupby(courses, lambda course: course.score is None):
        scores = [
            (course.time, course.score) for course in run if course.score is not None
        ]
        if scores:
            yield scores


def _told(name: str, courses: tuple[Course, ...]) -> Sentence:
    totals = (
        say("{}: {} of {}", course.time, points_range(low, high), course.score.maximum)
        for course in courses
        if course.score is not None
        for low, high in [(course.score.lowest, course.score.highest)]
    )
    return say("{}: {}", name, Listed(totals, "{}, {}"))
