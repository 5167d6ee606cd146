"""The criteria of one or several scores as a radar."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from matplotlib.patches import Patch

from icluster._exact import to_decimal_text
from icluster.errors import InvalidValueError
from icluster.plots._canvas import COLOURS, PLAIN, Canvas, canvas, range_text
from icluster.scoring import Score

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.rubrics import Rubric
    from icluster.scoring import CriterionScore

__all__ = ["radar"]

_DASHES: Final = ("-", "--", "-.", ":")
_MARKERS: Final = ("o", "s", "^", "D", "v")  # one fewer than colours
_MOST: Final = 12
"""Scores at most: so many looks there are before colour, dash and marker repeat."""


def radar(
    scores: Mapping[str, Score], *, title: str = "", axes: Axes | None = None
) -> Figure:
    """Draw the criteria of one or several scores as a radar.

    Each spoke is a criterion, from no points in the middle to its maximum at the
    rim. Where a score is open, the band between the fewest and the most points of
    each criterion is shaded; the legend says the range of the total, which may be
    narrower than the band, since criteria can hang together.

    Args:
        scores: Scores by name, all by the same rubric of three criteria or more;
            twelve at most, since more cannot be told apart.
        title: What stands above; else the title of the rubric.
        axes: Polar axes to draw into; else a figure is made.

    Raises:
        InvalidValueError: There is no score or there are too many, the rubrics
            differ, the rubric has fewer than three criteria or a level below zero,
            or the axes are not polar or have no room for what must be read.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> figure = radar({"A": scoring.score(eccp.MATURITY_2022, facts)})
        >>> figure.axes[0].get_title()
        'Maturity of cluster policy, ECCP 2022'
    """
    rubric = _rubric(scores)
    drawn = canvas(axes, title, polar=True)
    criteria = rubric.criteria
    angles = [2 * pi * index / len(criteria) for index in range(len(criteria))]
    _label_spokes(drawn, rubric, angles)
    around, handles, names = _closed(angles), [], []
    looks = zip(cycle(COLOURS), cycle(_DASHES), cycle(_MARKERS), strict=False)
    for (name, score), (colour, dash, marker) in zip(
        scores.items(), looks, strict=False
    ):
        low, high = map(_closed, _ends(score.criteria))
        drawn.axes.fill_between(
            around, low, high, color=colour, alpha=drawn.shade, linewidth=0
        )
        total = range_text(score.lowest, score.highest)
        names.append(f"{name}: {total} of {to_decimal_text(rubric.maximum)}")
        (line,) = drawn.axes.plot(
            around, low, color=colour, linestyle=dash, marker=marker, label=names[-1]
        )
        handles.append(line)
        if low != high:
            drawn.axes.plot(around, high, color=colour, linewidth=0.8)
    if not all(map(_is_known, scores.values())):
        handles.append(Patch(facecolor=drawn.ink, alpha=0.3))
        names.append("shaded: open, from the fewest to the most points")
    drawn.set_title(title or rubric.title)
    drawn.set_foot(handles, names, rubric.caution)
    return drawn.fit(height=3.6, least=(0.7, 0.7))


def _label_spokes(drawn: Canvas, rubric: Rubric, angles: list[float]) -> None:
    axes, wide = drawn.axes, min(drawn.width / 4, 1.25)
    axes.set_theta_offset(pi / 2)
    axes.set_theta_direction(-1)
    axes.set_xticks(
        angles,
        [
            f"{drawn.wrapped(each.title, wide)}\n"
            f"({to_decimal_text(each.maximum)} points)"
            for each in rubric.criteria
        ],
        fontsize="small",
        **PLAIN,
    )
    axes.tick_params(axis="x", pad=0)
    for angle, label in zip(angles, axes.get_xticklabels(), strict=True):
        aside, up = round(sin(angle), 6), round(cos(angle), 6)
        label.set_ha("center" if not aside else "left" if aside > 0 else "right")
        label.set_va("center" if aside else "bottom" if up > 0 else "top")
    axes.set_ylim(0, 1)
    maxima = {each.maximum for each in rubric.criteria}
    # Marks of a small radar would stand upon each other.
    steps = (0.25, 0.5, 0.75, 1) if drawn.width > 5 else (0.5, 1)
    axes.set_yticks(
        steps,
        [
            f"{float(rubric.criteria[0].maximum) * step:g}"
            if len(maxima) == 1
            else f"{step:.0%}"
            for step in steps
        ],
        fontsize="x-small",
        **PLAIN,
    )
    axes.set_rlabel_position(180 / len(rubric.criteria))


def _ends(criteria: tuple[CriterionScore, ...]) -> tuple[list[float], list[float]]:
    """Return the fewest and the most points as shares of each maximum."""
    ends = [
        (each.candidates[0], each.candidates[-1], each.criterion.maximum)
        for each in criteria
    ]
    return (
        [float(low / most) for low, _, most in ends],
        [float(high / most) for _, high, most in ends],
    )


def _closed(values: list[float]) -> list[float]:
    return [*values, values[0]]


def _is_known(score: Score) -> bool:
    return all(len(each.candidates) == 1 for each in score.criteria)


def _rubric(scores: Mapping[str, Score]) -> Rubric:
    rubric = Score.rubric_of(scores)
    if rubric is None or len(scores) > _MOST:
        raise InvalidValueError(
            "scores", f"from one to {_MOST} scores by name", len(scores)
        )
    if len(rubric.criteria) < 3:
        raise InvalidValueError("rubric", "of three criteria or more", rubric.key)
    if any(
        criterion.levels[0].points < 0 or criterion.maximum <= 0
        for criterion in rubric.criteria
    ):
        raise InvalidValueError("rubric", "of points from zero up", rubric.key)
    return rubric
