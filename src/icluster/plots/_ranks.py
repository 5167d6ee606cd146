"""Ranks that scores may have, and how they change with the choices behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.plots._canvas import (
    LOOKS,
    PLAIN,
    Canvas,
    canvas,
    line_height,
    looks,
    points_range,
    side_by_side,
)
from icluster.scoring import RankedScore, Ranking, Scenarios, rank
from icluster.words import ENGLISH, Language, Listed, Sentence, say

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure

_MOST = 60
"""Rows at most."""


def rank_ranges(
    ranking: Ranking,
    *,
    title: str = "",
    axes: Axes | None = None,
    palette: Sequence[str] | None = None,
    language: Language = ENGLISH,
) -> Figure:
    """Draw the ranks that each score may have, a row a name.

    A bar runs from the best rank that the facts allow to the worst; a mark alone is a
    rank that is certain. The totals stand beside the names.

    Args:
        ranking: What `icluster.scoring.rank` gave, of sixty names at most.
        title: What stands above; else the title of the rubric.
        axes: Axes to draw into; else a figure is made.
        palette: The colour of the bars comes first; else that of the room.
        language: The language of the text; names and titles of yours stay as they are.

    Raises:
        InvalidValueError: Nothing is ranked or too much is, or the axes are not plain
            or have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.plots import alternative
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> score = scoring.score(eccp.MATURITY_2022, facts)
        >>> figure = rank_ranges(scoring.rank({"A": score, "B": score}))
        >>> alternative(figure)
        'Ranks. A: 1 to 2, 2.5 to 8 of 8. B: 1 to 2, 2.5 to 8 of 8.'
    """
    check_type("ranking", ranking, Ranking)
    entries = ranking.entries
    if not 0 < len(entries) <= _MOST:
        expected = say("of one to {} names", _MOST)
        raise InvalidValueError("ranking", expected, len(entries))
    drawn = canvas(axes, title, language, width=8)
    colour = next(looks(palette))[0]
    labels = [drawn.wrapped(_named(entry), 0.4 * drawn.width) for entry in entries]
    step = line_height() * (1.4 + max(label.count("\n") for label in labels))
    rows = [step * (row + 0.5) for row in range(len(entries))]
    best = [entry.best for entry in entries]
    worst = [entry.worst for entry in entries]
    drawn.axes.hlines(rows, best, worst, color=colour, linewidth=5, alpha=0.45)
    for ends in (best, worst):
        drawn.axes.plot(ends, rows, "o", color=colour, clip_on=False)
    drawn.axes.set_yticks(rows, labels, fontsize="small", **PLAIN)
    drawn.axes.set_ylim(step * len(entries), 0)
    _count_ranks(drawn.axes.xaxis)
    drawn.axes.set_xlim(0.6, max(worst) + 0.4)
    drawn.axes.set_xlabel(
        drawn.worded(say("rank: a bar where the facts leave it open")), fontsize="small"
    )
    rubric = entries[0].score.rubric
    drawn.set_title(title or say(rubric.title), share=0.6)
    drawn.set_foot((), (), say(rubric.caution))
    drawn.tell(say("Ranks"), *map(_told, entries))
    return drawn.fit(height=rows[-1] + step / 2, least=(1.2, 0.9 * step * len(entries)))


def ranks_by_scenario(
    scenarios: Scenarios,
    *,
    title: str = "",
    axes: Axes | None = None,
    palette: Sequence[str] | None = None,
    language: Language = ENGLISH,
) -> Figure:
    """Draw how ranks change with the weights, readings or days behind them.

    Scenarios stand side by side, the best rank above. A line goes from the best rank of
    a name in one scenario to that in the next; where the facts leave a rank open, a bar
    hangs down to the worst.

    Args:
        scenarios: What `icluster.scoring.leaving_out`, ``by_reading`` or ``by_day``
            gave, or scenarios of your own, of twelve names at most.
        title: What stands above; else the title of the rubric.
        axes: Axes to draw into; else a figure is made.
        palette: Colours of the names, in order; else those of the room.
        language: The language of the text; names and titles of yours stay as they are.

    Raises:
        InvalidValueError: There are too many names, or none, or the axes are not plain
            or have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.plots import alternative
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> score = scoring.score(eccp.MATURITY_2022, facts)
        >>> figure = ranks_by_scenario(scoring.leaving_out({"A": score, "B": score}))
        >>> alternative(figure)
        'Ranks by scenario. every criterion: A 1 to 2, B 1 to 2. without Policy...'
    """
    check_type("scenarios", scenarios, Scenarios)
    names = scenarios.names
    if not 0 < len(names) <= LOOKS:
        expected = say("of one to {} names", LOOKS)
        raise InvalidValueError("scenarios", expected, len(names))
    rankings = [rank(dict(scenario.scores)) for scenario in scenarios.scenarios]
    drawn = canvas(axes, title, language, width=9)
    handles: list[Artist] = []
    for name, look, aside in zip(
        names, looks(palette), side_by_side(len(names)), strict=False
    ):
        entries = [ranking[name] for ranking in rankings]
        handles.append(_draw(drawn, entries, aside, look))
    titles = [scenario.title for scenario in scenarios.scenarios]
    drawn.set_columns(titles)
    drawn.axes.set_ylim(len(names) + 0.4, 0.6)
    _count_ranks(drawn.axes.yaxis)
    drawn.axes.set_ylabel(drawn.worded(say("rank")))
    rubric = rankings[0].entries[0].score.rubric
    drawn.set_title(title or say(rubric.title))
    drawn.set_foot(handles, names, say(rubric.caution))
    drawn.tell(
        say("Ranks by scenario"),
        *(
            say("{}: {}", heading, Listed(map(_briefly, ranking), "{}, {}"))
            for heading, ranking in zip(titles, rankings, strict=True)
        ),
    )
    return drawn.fit(height=3.0, least=(1.5, 0.8))


def _draw(
    drawn: Canvas,
    entries: list[RankedScore],
    aside: float,
    look: tuple[str, str, str],
) -> Artist:
    colour, dash, marker = look
    places = [place + aside for place in range(len(entries))]
    best = [entry.best for entry in entries]
    drawn.axes.vlines(
        places,
        best,
        [entry.worst for entry in entries],
        color=colour,
        linewidth=4,
        alpha=0.45,
    )
    line: Artist
    (line,) = drawn.axes.plot(
        places,
        best,
        color=colour,
        linestyle=dash,
        linewidth=0.9,
        marker=marker,
        clip_on=False,
    )
    return line


def _count_ranks(axis: Axis) -> None:
    """Mark whole ranks only."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True, nbins="auto"))


def _named(entry: RankedScore) -> Sentence:
    total = points_range(entry.score.lowest, entry.score.highest)
    return say("{} ({} of {})", entry.name, total, entry.score.maximum)


def _briefly(entry: RankedScore) -> Sentence:
    return say("{} {}", entry.name, entry.rank)


def _told(entry: RankedScore) -> Sentence:
    total = points_range(entry.score.lowest, entry.score.highest)
    return say("{}: {}, {} of {}", entry.name, entry.rank, total, entry.score.maximum)
