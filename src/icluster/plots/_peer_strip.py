"""Where a record stands among its peers, a strip an indicator."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from icluster._fields import check_type
from icluster.benchmarking import Position
from icluster.errors import InvalidValueError
from icluster.plots._canvas import COLOURS, PLAIN, canvas, line_height
from icluster.scales import Direction
from icluster.words import ENGLISH, Language, Sentence, Share, say

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.benchmarking import IndicatorPosition, Rank
    from icluster.plots._canvas import Canvas


_BELOW = "peers below, in % (those level count by half)"
_MIDDLE = "the middle: half of the peers below"


def peer_strip(
    position: Position,
    *,
    title: str = "",
    axes: Axes | None = None,
    language: Language = ENGLISH,
) -> Figure:
    """Draw where a record stands among its peers, a strip an indicator.

    A strip runs from no peer below to all peers below; the quarters of the middle
    half are shaded, and a dashed line marks the middle. Indicators without a place
    among peers are left out.

    Args:
        position: What ``benchmarking.position`` gave.
        title: What stands above; else whose record it is.
        axes: Axes to draw into; else a figure is made.
        language: The language of the text; names and titles of yours stay as they are.

    Raises:
        InvalidValueError: No indicator has a place, or the axes are not plain or
            have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from datetime import date
        >>> from icluster import BenchmarkRecord, Organization, benchmarking
        >>> from icluster.reference import esca
        >>> cluster, *peers = (
        ...     BenchmarkRecord(
        ...         organization=Organization(name=f"Invented cluster {number}"),
        ...         interviewed_on=date(2015, 5, 4),
        ...         structure="benchmark_36",
        ...         answers={"participants": 10 * number},
        ...     )
        ...     for number in range(1, 7)
        ... )
        >>> position = benchmarking.position(
        ...     cluster, peers=peers, structure=esca.BENCHMARK_36
        ... )
        >>> [
        ...     label.get_text()
        ...     for label in peer_strip(position).axes[0].get_yticklabels()
        ... ]
        ['A6 committed participants (5 peers)']
    """
    check_type("position", position, Position)
    placed = [
        (placement, placement.rank)
        for placement in position.indicators
        if placement.rank is not None
    ]
    if not placed:
        raise InvalidValueError("position", "of some indicator among peers", "none")
    drawn = canvas(axes, title, language, width=8)
    labels = [_label(drawn, placement) for placement, _ in placed]
    heights = [line_height() * (1.6 + label.count("\n")) for label in labels]
    edges = [0.0, *accumulate(heights)]
    rows = [(top + bottom) / 2 for top, bottom in pairwise(edges)]
    band = drawn.axes.axvspan(25, 75, color=COLOURS[5], alpha=0.3, linewidth=0)
    middle = drawn.axes.axvline(50, color=drawn.ink, linewidth=0.8, linestyle="--")
    drawn.axes.hlines(rows, 0, 100, color=drawn.ink, linewidth=0.6, alpha=0.6)
    own = _mark(drawn, placed, rows)
    drawn.axes.set_yticks(rows, labels, fontsize="small", **PLAIN)
    drawn.axes.set_ylim(edges[-1], 0)
    drawn.axes.set_xlim(-2, 102)
    name = position.record.organization.name
    drawn.tell(
        say("{} among its peers", name),
        *(_with_place(placement, rank) for placement, rank in placed),
    )
    below = drawn.wrapped(say(_BELOW), 0.4 * drawn.width)
    drawn.axes.set_xlabel(below, fontsize="small")
    drawn.set_title(title or say("{} among its peers", name), share=0.55)
    middles = say("the middle half of the peers"), say(_MIDDLE)
    drawn.set_foot((own, band, middle), (name, *middles), position.notes[0], share=0.7)
    return drawn.fit(height=edges[-1], least=(1.2, 0.95 * edges[-1]))


def _mark(
    drawn: Canvas, placed: list[tuple[IndicatorPosition, Rank]], rows: list[float]
) -> Artist:
    """Mark the record in each strip, its value beside; return what the legend shows."""
    places = [float(100 * rank.percentile) for _, rank in placed]
    marks: Artist
    (marks,) = drawn.axes.plot(
        places, rows, "D", color=COLOURS[1], linestyle="none", clip_on=False
    )
    for (placement, _), place, row in zip(placed, places, rows, strict=True):
        _write_value(drawn, placement, place, row)
    return marks


def _write_value(
    drawn: Canvas, placement: IndicatorPosition, place: float, row: float
) -> None:
    """Write the record's own value beside its mark, on the side that has room."""
    leftwards = place > 50
    drawn.axes.annotate(
        drawn.worded(placement.named_value),
        xy=(place, row),
        xytext=(-6 if leftwards else 6, 0),
        textcoords="offset points",
        ha="right" if leftwards else "left",
        va="center",
        fontsize="x-small",
        color=drawn.ink,
        bbox={"facecolor": drawn.axes.get_facecolor(), "edgecolor": "none", "pad": 0.5},
        **PLAIN,
    )


def _with_place(placement: IndicatorPosition, rank: Rank) -> Sentence:
    value, below = placement.named_value, Share(rank.percentile)
    return say("{}: {}, {} of the peers below", _named(placement), value, below)


def _label(drawn: Canvas, placement: IndicatorPosition) -> str:
    name, size = _named(placement), placement.size
    label = say("{} ({} {1?peer|peers})", name, size)
    if placement.indicator.scale.better is Direction.LESS:
        label = say("{}; {}", label, Direction.LESS)
    return drawn.wrapped(label, min(0.4 * drawn.width, 3.5))


def _named(placement: IndicatorPosition) -> Sentence:
    indicator = placement.indicator
    return say("{} {}", indicator.number, say(indicator.title))
