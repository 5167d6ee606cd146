"""What readings of the same documents give, as a heat map."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from matplotlib.colors import Normalize

from icluster._exact import to_decimal_text
from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.plots._canvas import (
    PLAIN,
    Canvas,
    canvas,
    line_height,
    range_text,
)
from icluster.scoring import Readings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.rubrics import Rubric
    from icluster.scoring import ReadingScore, Score

__all__ = ["readings_map"]

_MOST: Final = 64
"""Rows at most."""
_COLUMN: Final = 0.75
"""Inches that a column needs for a range of points."""
_BAR: Final = 1.6
"""Inches that the bar of colours needs for its label."""


def readings_map(
    readings: Readings,
    *,
    choices: int = 1,
    title: str = "",
    axes: Axes | None = None,
) -> Figure:
    """Draw what readings of the same documents give, as a heat map.

    A row is a reading, as high as its label needs; a column is a criterion, the
    last is the total. Each cell is coloured by its share of the maximum, an open
    one by the middle of its range, and says its points; an open one is hatched as
    well.

    Args:
        readings: What `icluster.scoring.interpretation.readings` gave.
        choices: In how many answers a reading may differ from the published one.
            At most 64 readings are drawn; ``readings.table`` holds any number.
        title: What stands above, for example whose documents are read; else the
            title of the edition and the day.
        axes: Axes to draw into; else a figure is made.

    Raises:
        InvalidValueError: No reading differs in so few choices or too many do, or
            the axes are not plain or have no room for what must be read.

    Example:
        >>> from datetime import date
        >>> from icluster import scoring
        >>> from icluster.reference import eccp, mexico
        >>> every = scoring.readings(
        ...     mexico.POLICIES_2022, on=date(2022, 9, 30), edition=eccp.EDITION_2022
        ... )
        >>> figure = readings_map(every, title="Mexico, 30 September 2022")
        >>> len(figure.axes[0].get_yticklabels())
        7
    """
    entries = _entries(readings, choices)
    rubric = readings.edition.rubric
    drawn = canvas(axes, title, width=9)
    labels = [_label(drawn, each) for each in entries]
    heights = [line_height() * (1.2 + label.count("\n")) + 0.14 for label in labels]
    edges = [0.0, *accumulate(heights)]
    middles = [(one + other) / 2 for one, other in pairwise(edges)]
    cells = [list(_cells(each.score)) for each in entries]
    columns = len(rubric.criteria) + 1
    mesh = drawn.axes.pcolormesh(
        [column - 0.5 for column in range(columns + 1)],
        edges,
        [[share for _, share, _ in row] for row in cells],
        cmap="cividis",
        norm=Normalize(0, 1),
        edgecolors="white",
        linewidth=0.6,
    )
    drawn.axes.set_ylim(edges[-1], 0)
    for row, (top, bottom) in zip(cells, pairwise(edges), strict=True):
        for column, cell in enumerate(row):
            _write_cell(drawn.axes, cell, column, (top, bottom))
    drawn.axes.axvline(columns - 1.5, color="white", linewidth=2)
    drawn.axes.set_xticks(
        range(columns),
        _headings(drawn, rubric),
        fontsize="small",
        **PLAIN,
    )
    drawn.axes.set_yticks(middles, labels, fontsize="small", **PLAIN)
    drawn.set_title(*((title,) if title else _titles(readings)), share=0.6)
    bar = drawn.figure.colorbar(mesh, cax=drawn.axes.inset_axes((1.03, 0, 0.04, 1)))
    bar.set_label("share of the maximum")
    has_open = any(is_open for row in cells for _, _, is_open in row)
    foot = ("hatched: open, coloured by the middle of the range",) if has_open else ()
    drawn.axes.set_xlabel(
        "\n".join(
            drawn.wrapped(each, 0.6 * drawn.width)
            for each in (*foot, rubric.caution)
            if each
        ),
        fontsize="small",
        style="italic",
        labelpad=8,
        color=drawn.ink,
        **PLAIN,
    )
    high = max(edges[-1], _BAR)
    return drawn.fit(height=high, least=(columns * _COLUMN, 0.95 * edges[-1]))


def _entries(readings: Readings, choices: int) -> list[ReadingScore]:
    check_type("readings", readings, Readings)
    if isinstance(choices, bool) or not isinstance(choices, int) or choices < 0:
        raise InvalidValueError("choices", "zero or more", choices)
    entries = [each for each in readings.entries if len(each.differs) <= choices]
    if not 0 < len(entries) <= _MOST:
        raise InvalidValueError("readings to draw", f"from 1 to {_MOST}", len(entries))
    return entries


def _titles(readings: Readings) -> Iterator[str]:
    yield readings.edition.title
    on = readings.entries[0].score.facts.provenance.on
    yield "points by reading" if on is None else f"points by reading, on {on}"


def _label(drawn: Canvas, entry: ReadingScore) -> str:
    wide = 0.3 * drawn.width
    differs = (drawn.wrapped(str(each), wide) for each in entry.differs)
    return ";\n".join(differs) or "published reading"


def _headings(drawn: Canvas, rubric: Rubric) -> Iterator[str]:
    wide = max(drawn.width / 2 / (len(rubric.criteria) + 1), _COLUMN)
    for each in rubric.criteria:
        yield f"{drawn.wrapped(each.title, wide)}\n(of {to_decimal_text(each.maximum)})"
    yield f"Total\n(of {to_decimal_text(rubric.maximum)})"


def _cells(score: Score) -> Iterator[tuple[str, float, bool]]:
    """Yield the points in words, their share of the maximum, and whether open."""
    for each in score.criteria:
        yield _cell(each.candidates, each.criterion.maximum)
    yield _cell(score.totals, score.rubric.maximum)


def _cell(points: tuple[Decimal, ...], most: Decimal) -> tuple[str, float, bool]:
    middle = float((points[0] + points[-1]) / 2 / most) if most else 0.0
    return range_text(points[0], points[-1]), middle, len(points) > 1


def _write_cell(
    axes: Any,
    cell: tuple[str, float, bool],
    column: int,
    rows: tuple[float, float],
) -> None:
    (text, share, is_open), (top, bottom) = cell, rows
    colour = "black" if share > 0.5 else "white"
    axes.text(
        column,
        (top + bottom) / 2,
        text,
        ha="center",
        va="center",
        color=colour,
        fontsize="small",
    )
    if is_open:
        axes.fill_between(
            (column - 0.5, column + 0.5),
            top,
            bottom,
            facecolor="none",
            edgecolor=colour,
            hatch="//",
            linewidth=0,
            alpha=0.35,
        )
