"""What readings of the same documents give, as a heat map."""

from __future__ import annotations

from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.plots._canvas import PLAIN, Canvas, canvas, line_height, points_range
from icluster.scoring import Readings
from icluster.words import ENGLISH, Language, Listed, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.rubrics import Rubric
    from icluster.scoring import ReadingScore, Score


_MOST: Final = 128
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
    language: Language = ENGLISH,
) -> Figure:
    """Draw what readings of the same documents give, as a heat map.

    A row is a reading, as high as its label needs; a column is a criterion, the
    last is the total. Each cell is coloured by its share of the maximum, an open
    one by the middle of its range, and says its points; an open one is hatched as
    well.

    Args:
        readings: What `icluster.scoring.readings` gave.
        choices: In how many answers a reading may differ from the published one.
            At most 128 readings are drawn; ``readings.table`` holds any number.
        title: What stands above, for example whose documents are read; else the
            title of the edition and the day.
        axes: Axes to draw into; else a figure is made.
        language: The language of the text; names and titles of yours stay as they are.

    Raises:
        InvalidValueError: No reading differs in so few choices or too many do, or
            the axes are not plain or have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from datetime import date
        >>> from icluster import scoring
        >>> from icluster.reference import eccp, mexico
        >>> every = scoring.readings(
        ...     mexico.POLICIES_2022, on=date(2022, 9, 30), edition=eccp.EDITION_2022
        ... )
        >>> figure = readings_map(every, title="Mexico, 30 September 2022")
        >>> len(figure.axes[0].get_yticklabels())
        8
    """
    entries = _entries(readings, choices)
    rubric = readings.edition.rubric
    drawn = canvas(axes, title, language, width=9)
    labels = [*_labels(drawn, entries)]
    heights = [line_height() * (1.2 + label.count("\n")) + 0.14 for label in labels]
    edges = [0.0, *accumulate(heights)]
    cells = [[*_cells(entry.score)] for entry in entries]
    mesh = _draw_cells(drawn, cells, edges)
    drawn.axes.set_xticks(
        range(len(cells[0])), _headings(drawn, rubric), fontsize="small", **PLAIN
    )
    middles = [(top + bottom) / 2 for top, bottom in pairwise(edges)]
    drawn.axes.set_yticks(middles, labels, fontsize="small", **PLAIN)
    drawn.set_title(*((title,) if title else _titles(readings)), share=0.6)
    drawn.tell(
        say("Heat map of {} {0?reading|readings}", len(entries)),
        *map(_with_total, entries),
    )
    bar = drawn.figure.colorbar(mesh, cax=drawn.axes.inset_axes((1.03, 0, 0.04, 1)))
    bar.set_label(drawn.worded(say("share of the maximum")))
    notes = [say(rubric.caution)] if rubric.caution else []
    if any(is_open for row in cells for _, _, is_open in row):
        notes.insert(0, say("hatched: open, coloured by the middle of the range"))
    drawn.axes.set_xlabel(
        "\n".join(drawn.wrapped(note, 0.6 * drawn.width) for note in notes),
        fontsize="small",
        style="italic",
        labelpad=8,
        color=drawn.ink,
        **PLAIN,
    )
    high = max(edges[-1], _BAR)
    return drawn.fit(height=high, least=(len(cells[0]) * _COLUMN, 0.95 * edges[-1]))


def _draw_cells(drawn: Canvas, cells: list[list[_Cell]], edges: list[float]) -> Any:
    """Draw the cells, row by row between *edges*; return what the colours mean."""
    from matplotlib.colors import Normalize

    columns = len(cells[0])
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
    for row, rows in zip(cells, pairwise(edges), strict=True):
        for column, cell in enumerate(row):
            shown = mesh.cmap(mesh.norm(cell[1]))
            _write_cell(drawn, cell, column, rows, shown)
    drawn.axes.axvline(columns - 1.5, color="white", linewidth=2)
    return mesh


def _entries(readings: Readings, choices: int) -> list[ReadingScore]:
    check_type("readings", readings, Readings)
    if isinstance(choices, bool) or not isinstance(choices, int) or choices < 0:
        raise InvalidValueError("choices", "zero or more", choices)
    entries = [entry for entry in readings.entries if len(entry.differs) <= choices]
    if not 0 < len(entries) <= _MOST:
        expected = say("from {} to {}", 1, _MOST)
        raise InvalidValueError("readings to draw", expected, len(entries))
    return entries


def _titles(readings: Readings) -> Iterator[Sentence]:
    yield say(readings.edition.title)
    on = readings.entries[0].score.facts.provenance.on
    yield (
        say("points by reading") if on is None else say("points by reading, on {}", on)
    )


def _with_total(entry: ReadingScore) -> Sentence:
    decisions = Listed(entry.differs or (say("published reading"),), "{}, {}")
    total = points_range(entry.score.lowest, entry.score.highest)
    return say("{}: {} of {}", decisions, total, entry.score.rubric.maximum)


def _labels(drawn: Canvas, entries: list[ReadingScore]) -> Iterator[str]:
    # To measure text is slow, and a decision is part of many readings.
    wide = 0.3 * drawn.width
    decisions = dict.fromkeys(chain.from_iterable(entry.differs for entry in entries))
    wrapped = {decision: drawn.wrapped(decision, wide) for decision in decisions}
    published = drawn.worded(say("published reading"))
    for entry in entries:
        yield ";\n".join(wrapped[decision] for decision in entry.differs) or published


def _headings(drawn: Canvas, rubric: Rubric) -> Iterator[str]:
    wide = max(drawn.width / 2 / (len(rubric.criteria) + 1), _COLUMN)
    titles = [
        (say(criterion.title), criterion.maximum) for criterion in rubric.criteria
    ]
    for title, maximum in (*titles, (say("Total"), rubric.maximum)):
        of_maximum = drawn.worded(say("(of {})", maximum))
        yield f"{drawn.wrapped(title, wide)}\n{of_maximum}"


_Cell: TypeAlias = "tuple[Decimal | Sentence, float, bool]"
"""The points, their share of the maximum, and whether they are open."""


def _cells(score: Score) -> Iterator[_Cell]:
    for scored in score.criteria:
        yield _cell(scored.candidates, scored.criterion.maximum)
    yield _cell(score.totals, score.rubric.maximum)


def _cell(points: tuple[Decimal, ...], most: Decimal) -> _Cell:
    middle = float((points[0] + points[-1]) / 2 / most) if most else 0.0
    return points_range(points[0], points[-1]), middle, len(points) > 1


def _write_cell(
    drawn: Canvas,
    cell: _Cell,
    column: int,
    rows: tuple[float, float],
    shown: tuple[float, ...],
) -> None:
    (points, share, is_open), (top, bottom), axes = cell, rows, drawn.axes
    colour = "black" if share > 0.5 else "white"
    axes.text(
        column,
        (top + bottom) / 2,
        drawn.worded(points),
        ha="center",
        va="center",
        color=colour,
        fontsize="small",
        # The hatching of an open cell does not run through its points.
        bbox={"facecolor": shown, "edgecolor": "none", "pad": 1.5},
        zorder=3,
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
