"""The criteria of one or several scores as a radar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from icluster.errors import InvalidValueError
from icluster.plots._canvas import LOOKS, PLAIN, Canvas, canvas, looks, points_range
from icluster.scoring import Score
from icluster.words import ENGLISH, Language, Listed, Sentence, Share, say

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.rubrics import Criterion, Rubric


_HUB: Final = -0.2
"""Where the middle is: no points are a ring of their own, and hide nobody else's."""


def radar(
    scores: Mapping[str, Score],
    *,
    title: str = "",
    axes: Axes | None = None,
    palette: Sequence[str] | None = None,
    language: Language = ENGLISH,
) -> Figure:
    """Draw the criteria of one or several scores as a radar.

    Each spoke is a criterion, from no points at the inner ring to its maximum at the
    rim. Where a score is open, the band between the fewest and the most points of
    each criterion is shaded; the legend says the range of the total, which may be
    narrower than the band, since criteria can hang together.

    Args:
        scores: Scores by name, all by the same rubric of three criteria or more;
            twelve at most, since more cannot be told apart.
        title: What stands above; else the title of the rubric, and whose score it is
            where there is one only.
        axes: Polar axes to draw into; else a figure is made.
        palette: Colours of the scores, in order; else those of the room.
        language: The language of the text; names and titles of yours stay as they are.

    Raises:
        InvalidValueError: There is no score or there are too many, the rubrics
            differ, the rubric has fewer than three criteria or a level below zero,
            or the axes are not polar or have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> figure = radar({"A": scoring.score(eccp.MATURITY_2022, facts)})
        >>> figure.axes[0].get_title()
        'A: Maturity of cluster policy, ECCP 2022'
    """
    rubric = _rubric(scores)
    drawn = canvas(axes, title, language, polar=True)
    spokes = len(rubric.criteria)
    angles = [2 * pi * index / spokes for index in range(spokes)]
    _label_spokes(drawn, rubric, angles)
    _mark_rings(drawn, rubric)
    handles: list[Artist] = []
    names: list[Sentence] = []
    for (name, score), look in zip(scores.items(), looks(palette), strict=False):
        handles.append(_draw(drawn, score, _closed(angles), look))
        total = points_range(score.lowest, score.highest)
        names.append(say("{}: {} of {}", name, total, rubric.maximum))
    drawn.tell(
        say("Radar of {} criteria", spokes),
        *map(_with_criteria, names, scores.values()),
    )
    if not all(map(_is_known, scores.values())):
        from matplotlib.patches import Patch

        handles.append(Patch(facecolor=drawn.ink, alpha=0.3))
        names.append(say("shaded: open, from the fewest to the most points"))
    drawn.set_title(title or _title(rubric, scores))
    drawn.set_foot(handles, names, say(rubric.caution))
    return drawn.fit(height=3.6, least=(0.7, 0.7))


def _draw(
    drawn: Canvas, score: Score, around: list[float], look: tuple[str, str, str]
) -> Artist:
    """Draw a score around the middle; return the line that the legend shows."""
    colour, dash, marker = look
    low, high = (_closed(_shares(score, end)) for end in (0, -1))
    drawn.axes.fill_between(
        around, low, high, color=colour, alpha=drawn.shade, linewidth=0
    )
    line: Artist
    (line,) = drawn.axes.plot(
        around, low, color=colour, linestyle=dash, marker=marker, clip_on=False
    )
    if low != high:
        drawn.axes.plot(around, high, color=colour, linewidth=0.8)
    return line


def _title(rubric: Rubric, scores: Mapping[str, Score]) -> Sentence:
    if len(scores) > 1:
        return say(rubric.title)
    return say("{}: {}", next(iter(scores)), say(rubric.title))


def _with_criteria(total: Sentence, score: Score) -> Sentence:
    points = (
        say("{} {}", say(scored.criterion.title), points_range(low, high))
        for scored in score.criteria
        for low, high in [(scored.candidates[0], scored.candidates[-1])]
    )
    return say("{} ({})", total, Listed(points, "{}, {}"))


def _label_spokes(drawn: Canvas, rubric: Rubric, angles: list[float]) -> None:
    axes, wide = drawn.axes, min(drawn.width / 4, 1.25)
    axes.set_theta_offset(pi / 2)
    axes.set_theta_direction(-1)
    labels = [
        f"{drawn.wrapped(say(criterion.title), wide)}\n"
        + drawn.worded(_maximum_said(criterion))
        for criterion in rubric.criteria
    ]
    axes.set_xticks(angles, labels, fontsize="small", **PLAIN)
    axes.tick_params(axis="x", pad=0)
    for angle, label in zip(angles, axes.get_xticklabels(), strict=True):
        # Rounded, or the cosine of a right angle would push a label aside.
        aside, up = round(sin(angle), 6), round(cos(angle), 6)
        label.set_ha("center" if not aside else "left" if aside > 0 else "right")
        label.set_va("center" if aside else "bottom" if up > 0 else "top")


def _maximum_said(criterion: Criterion) -> Sentence:
    points = say("({} {0?point|points})", criterion.maximum)
    if criterion.weight == 1:
        return points
    weighted = (criterion.maximum, criterion.weight, criterion.weighted_maximum)
    return say("({} {0?point|points} × {} = {})", *weighted)


def _mark_rings(drawn: Canvas, rubric: Rubric) -> None:
    """Say what the rings mean: points where all spokes are alike, else shares."""
    maxima = {criterion.maximum for criterion in rubric.criteria}
    # Marks of a small radar would stand upon each other.
    quarters = (1, 2, 3, 4) if drawn.width > 5 else (2, 4)
    steps = [Fraction(quarter, 4) for quarter in quarters]
    marks: list[object] = list(map(Share, steps))
    if len(maxima) == 1:
        marks = [step * Fraction(rubric.criteria[0].maximum) for step in steps]
    drawn.axes.set_ylim(0, 1)
    drawn.axes.set_rorigin(_HUB)
    drawn.axes.spines["inner"].set_edgecolor("0.69")
    drawn.axes.set_yticks(
        list(map(float, steps)),
        list(map(drawn.worded, marks)),
        fontsize="x-small",
        **PLAIN,
    )
    drawn.axes.set_rlabel_position(180 / len(rubric.criteria))


def _shares(score: Score, end: int) -> list[float]:
    """Return the fewest or the most points as shares of each maximum."""
    return [
        float(scored.candidates[end] / scored.criterion.maximum)
        for scored in score.criteria
    ]


def _closed(values: list[float]) -> list[float]:
    return [*values, values[0]]


def _is_known(score: Score) -> bool:
    return all(len(scored.candidates) == 1 for scored in score.criteria)


def _rubric(scores: Mapping[str, Score]) -> Rubric:
    rubric = Score.rubric_of(scores)
    if rubric is None or len(scores) > LOOKS:
        raise InvalidValueError(
            "scores", say("from one to {} scores by name", LOOKS), len(scores)
        )
    if len(rubric.criteria) < 3:
        raise InvalidValueError("rubric", "of three criteria or more", rubric.key)
    if not _is_from_zero_up(rubric):
        raise InvalidValueError("rubric", "of points from zero up", rubric.key)
    return rubric


def _is_from_zero_up(rubric: Rubric) -> bool:
    return all(
        criterion.levels[0].points >= 0 and criterion.maximum > 0
        for criterion in rubric.criteria
    )


def has_radar(rubric: Rubric) -> bool:
    """Tell whether a score by a rubric can be drawn as a radar."""
    return len(rubric.criteria) >= 3 and _is_from_zero_up(rubric)
