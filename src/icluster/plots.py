"""Figures of scores, readings, labels and positions.

Needs the extra ``plots``. Every function draws into the axes it is given, or into
a figure of its own, and returns the figure; none shows or saves it. Colours are
those of Okabe and Ito and the map *cividis*, which the colour-blind tell apart;
lines differ in their dashes and markers too.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from math import pi, sin
from typing import TYPE_CHECKING, Any, Final

from matplotlib.colors import Normalize
from matplotlib.figure import Figure

from icluster._exact import to_decimal_text
from icluster.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from matplotlib.axes import Axes

    from icluster.benchmarking import Position
    from icluster.labels import LabelRegister
    from icluster.scoring import CriterionScore, Readings, Score

__all__ = ["label_timeline", "peer_strip", "radar", "readings_map"]


def __dir__() -> list[str]:
    return __all__


_COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
_DASHES: Final = ("-", "--", "-.", ":")
_MARKERS: Final = ("o", "s", "^", "D", "v", "P")
_GREY: Final = "#595959"


def radar(scores: Mapping[str, Score], *, axes: Axes | None = None) -> Figure:
    """Draw the criteria of one or several scores as a radar.

    Each spoke is a criterion, from no points in the middle to its maximum at the
    rim. Where a score is open, the band between the fewest and the most points of
    each criterion is shaded; the legend says the range of the total, which may be
    narrower than the band, since criteria can hang together.

    Args:
        scores: Scores by name, all by the same rubric of three criteria or more.
        axes: Polar axes to draw into; else a figure is made.

    Raises:
        InvalidValueError: There is no score, the rubrics differ, the rubric has
            fewer than three criteria or a level below zero, or the axes are not
            polar.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> figure = radar({"A": scoring.score(eccp.MATURITY_2022, facts)})
        >>> figure.axes[0].get_title()
        'Maturity of cluster policy, ECCP 2022'
    """
    rubric = _rubric(scores)
    figure, drawn = _axes(axes, polar=True)
    criteria = rubric.criteria
    angles = [2 * pi * index / len(criteria) for index in range(len(criteria))]
    looks = zip(cycle(_COLOURS), cycle(_DASHES), cycle(_MARKERS), strict=False)
    for (name, score), (colour, dash, marker) in zip(
        scores.items(), looks, strict=False
    ):
        low, high = _ends(score.criteria)
        label = f"{name}: {_range(score.lowest, score.highest)} of {rubric.maximum}"
        around = _closed(angles)
        drawn.fill_between(
            around, _closed(low), _closed(high), color=colour, alpha=0.2, linewidth=0
        )
        drawn.plot(
            around,
            _closed(low),
            color=colour,
            linestyle=dash,
            marker=marker,
            label=label,
        )
        if low != high:
            drawn.plot(around, _closed(high), color=colour, linewidth=0.8)
    _label_spokes(drawn, score=next(iter(scores.values())), angles=angles)
    drawn.set_title(rubric.title, pad=24)
    drawn.legend(loc="upper center", bbox_to_anchor=(0.5, -0.18), frameon=False)
    _note(drawn, rubric.caution)
    return figure


def _label_spokes(drawn: Any, *, score: Score, angles: list[float]) -> None:
    criteria = score.rubric.criteria
    drawn.set_theta_offset(pi / 2)
    drawn.set_theta_direction(-1)
    drawn.set_xticks(
        angles,
        [
            f"{_wrapped(each.title)}\n({to_decimal_text(each.maximum)} points)"
            for each in criteria
        ],
    )
    drawn.tick_params(axis="x", pad=8)
    for angle, label in zip(angles, drawn.get_xticklabels(), strict=True):
        aside = round(sin(angle), 6)
        label.set_ha("center" if not aside else "left" if aside > 0 else "right")
    drawn.set_ylim(0, 1)
    maxima = {each.maximum for each in criteria}
    steps = (0.25, 0.5, 0.75, 1)
    drawn.set_yticks(
        steps,
        [
            f"{float(criteria[0].maximum) * step:g}"
            if len(maxima) == 1
            else f"{step:.0%}"
            for step in steps
        ],
        color=_GREY,
        fontsize="small",
    )
    drawn.set_rlabel_position(180 / len(criteria))


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


def _rubric(scores: Mapping[str, Score]) -> Any:
    rubrics = [score.rubric for score in scores.values()]
    if not rubrics or any(rubric != rubrics[0] for rubric in rubrics):
        raise InvalidValueError("scores", "one or more, by one rubric", tuple(scores))
    rubric = rubrics[0]
    if len(rubric.criteria) < 3:
        raise InvalidValueError("rubric", "of three criteria or more", rubric.key)
    if any(
        criterion.levels[0].points < 0 or criterion.maximum <= 0
        for criterion in rubric.criteria
    ):
        raise InvalidValueError("rubric", "of points from zero up", rubric.key)
    return rubric


def readings_map(
    readings: Readings, *, choices: int = 1, axes: Axes | None = None
) -> Figure:
    """Draw what readings of the same documents give, as a heat map.

    A row is a reading, a column a criterion; the last is the total. Each cell is
    coloured by its share of the maximum, an open one by the middle of its range,
    and says its points; an open one is hatched as well.

    Args:
        readings: What `icluster.scoring.interpretation.readings` gave.
        choices: In how many answers a reading may differ from the published one.
        axes: Axes to draw into; else a figure is made.

    Raises:
        InvalidValueError: No reading differs in so few choices, or an axis of a
            wrong kind is given.

    Example:
        >>> from datetime import date
        >>> from icluster import scoring
        >>> from icluster.reference import eccp, mexico
        >>> every = scoring.readings(
        ...     mexico.POLICIES_2022, on=date(2022, 9, 30), edition=eccp.EDITION_2022
        ... )
        >>> len(readings_map(every).axes[0].get_yticklabels())
        7
    """
    entries = [each for each in readings.entries if len(each.differs) <= choices]
    if not entries:
        raise InvalidValueError("choices", "zero or more", choices)
    rubric = readings.edition.rubric
    figure, drawn = _axes(axes, size=(9, 1.8 + 0.55 * len(entries)))
    cells = [list(_cells(each.score)) for each in entries]
    image = drawn.imshow(
        [[float(middle) for _, middle, _ in row] for row in cells],
        cmap="cividis",
        norm=Normalize(0, 1),
        aspect="auto",
    )
    for row, line in enumerate(cells):
        for column, (text, middle, is_open) in enumerate(line):
            colour = "black" if middle > 0.5 else "white"
            drawn.text(column, row, text, ha="center", va="center", color=colour)
            if is_open:
                drawn.fill_between(
                    [column - 0.5, column + 0.5],
                    row - 0.5,
                    row + 0.5,
                    facecolor="none",
                    edgecolor=colour,
                    hatch="//",
                    linewidth=0,
                    alpha=0.35,
                )
    columns = [
        f"{_wrapped(each.title)}\n(of {to_decimal_text(each.maximum)})"
        for each in rubric.criteria
    ]
    total = f"Total\n(of {to_decimal_text(rubric.maximum)})"
    drawn.set_xticks(range(len(columns) + 1), [*columns, total], fontsize="small")
    drawn.set_yticks(
        range(len(entries)),
        [
            _wrapped("; ".join(map(str, each.differs)), 46) or "published reading"
            for each in entries
        ],
        fontsize="small",
    )
    drawn.axvline(len(columns) - 0.5, color="white", linewidth=2)
    drawn.set_title(f"{readings.edition.title}: points by reading")
    bar = figure.colorbar(image, ax=drawn, pad=0.02)
    bar.set_label("share of the maximum")
    _note(drawn, rubric.caution)
    return figure


def _cells(score: Score) -> Iterator[tuple[str, float, bool]]:
    """Yield the points in words, their share of the maximum, and whether open."""
    for each in score.criteria:
        yield _cell(each.candidates, each.criterion.maximum)
    yield _cell(score.totals, score.rubric.maximum)


def _cell(points: tuple[Decimal, ...], most: Decimal) -> tuple[str, float, bool]:
    middle = float((points[0] + points[-1]) / 2 / most) if most else 0.0
    return _range(points[0], points[-1]), middle, len(points) > 1


def label_timeline(
    register: LabelRegister, *, since: date, until: date, axes: Axes | None = None
) -> Figure:
    """Draw how many labels of a register are valid, day by day.

    The line is how many are surely valid, the band up to how many may be: of a
    label whose start is not known it is not sure that it had begun.

    Args:
        register: The labels.
        since: The first day.
        until: The last day.
        axes: Axes to draw into; else a figure is made.

    Raises:
        InvalidValueError: *until* lies before *since*, or the axes are not plain.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import mexico
        >>> figure = label_timeline(
        ...     mexico.BRONZE_LABELS, since=date(2015, 1, 1), until=date(2018, 1, 1)
        ... )
        >>> figure.axes[0].get_ylabel()
        'valid labels'
    """
    steps = register.timeline(since=since, until=until)
    figure, drawn = _axes(axes, size=(9, 4))
    days: Any = [day for step in steps for day in (step.first_day, step.last_day)]
    low = [step.valid.at_least for step in steps for _ in range(2)]
    high = [step.valid.at_most for step in steps for _ in range(2)]
    drawn.fill_between(
        days,
        low,
        high,
        color=_COLOURS[0],
        alpha=0.25,
        linewidth=0,
        label="possibly valid",
    )
    drawn.plot(days, high, color=_COLOURS[0], linestyle="--", linewidth=1)
    drawn.plot(days, low, color=_COLOURS[0], label="surely valid")
    drawn.set_xlim(*days[:: len(days) - 1])
    drawn.set_ylim(0, max(*high, 1) * 1.1)
    drawn.yaxis.get_major_locator().set_params(integer=True)
    drawn.set_ylabel("valid labels")
    drawn.set_xlabel("day (the last day of a label included)")
    drawn.set_title(f"Valid labels, {since} to {until}")
    drawn.legend(frameon=False)
    return figure


def peer_strip(position: Position, *, axes: Axes | None = None) -> Figure:
    """Draw where a record stands among its peers, a strip an indicator.

    A strip runs from no peer below to all peers below; the quarters of the middle
    half are shaded. Indicators without a place among peers are left out.

    Args:
        position: What ``benchmarking.position`` gave.
        axes: Axes to draw into; else a figure is made.

    Raises:
        InvalidValueError: No indicator has a place, or the axes are not plain.

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
        >>> found = benchmarking.position(
        ...     cluster, peers=peers, structure=esca.BENCHMARK_36
        ... )
        >>> [label.get_text() for label in peer_strip(found).axes[0].get_yticklabels()]
        ['A6 committed participants (5 peers)']
    """
    placed = [
        (each, each.rank) for each in position.indicators if each.rank is not None
    ]
    if not placed:
        raise InvalidValueError("position", "of some indicator among peers", "none")
    figure, drawn = _axes(axes, size=(8, 1.6 + 0.35 * len(placed)))
    drawn.axvspan(25, 75, color=_COLOURS[5], alpha=0.25, linewidth=0)
    drawn.axvline(50, color=_GREY, linewidth=0.8, linestyle="--")
    rows = range(len(placed))
    drawn.hlines(rows, 0, 100, color=_GREY, linewidth=0.6)
    places = [float(100 * rank.percentile) for _, rank in placed]
    drawn.plot(places, rows, marker="D", color=_COLOURS[1], linestyle="none")
    drawn.set_yticks(
        rows,
        [f"{each.indicator.name} ({each.size} peers)" for each, _ in placed],
        fontsize="small",
    )
    drawn.set_ylim(len(placed) - 0.5, -0.5)
    drawn.set_xlim(-2, 102)
    drawn.set_title(f"{position.record.organization.name} among its peers")
    drawn.set_xlabel(
        "peers below, in % (those level count by half)\n"
        "Benchmarking is neither a ranking nor a rating.",
        fontsize="small",
    )
    return figure


def _axes(
    axes: Axes | None, *, polar: bool = False, size: tuple[float, float] = (7, 7)
) -> tuple[Figure, Any]:
    if axes is None:
        figure = Figure(figsize=size, layout="constrained")
        return figure, figure.add_subplot(projection="polar" if polar else None)
    if (getattr(axes, "name", None) == "polar") is not polar:
        expected = "polar axes" if polar else "plain axes"
        raise InvalidValueError("axes", expected, type(axes).__name__)
    figure_of = axes.get_figure(root=True)
    if figure_of is None:
        raise InvalidValueError("axes", "part of a figure", type(axes).__name__)
    return figure_of, axes


def _note(drawn: Any, text: str) -> None:
    """Write what the rubric wants said under a figure that shows a score."""
    drawn.set_xlabel(text, fontsize="small", color=_GREY, style="italic", labelpad=12)


def _range(low: Decimal, high: Decimal) -> str:
    texts = dict.fromkeys((to_decimal_text(low), to_decimal_text(high)))
    return " to ".join(texts)


def _wrapped(text: str, wide: int = 18) -> str:
    from textwrap import fill

    return fill(text, wide)
