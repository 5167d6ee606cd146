"""Figures of scores, readings, labels, positions and findings.

Needs the extra ``plots``; the room can be imported without it, and each function says
so when it is called. Every function draws into the axes it is given, or into
a figure of its own, and returns the figure; none shows or saves it. A figure of its
own shows itself as the last line of a cell of a notebook. `alternative` gives what a
figure shows in words; so does the label of each axes. `document` makes a result one
page of HTML with its figures in it. What must be
read stays inside the figure; where there is no room for it, the axes are refused.
Colours are those of Okabe and Ito and the map *cividis*, which the colour-blind
tell apart; lines differ in their dashes and markers too.
"""

from __future__ import annotations

from icluster.plots._canvas import alternative
from icluster.plots._document import document, svg
from icluster.plots._findings_by_rule import findings_by_rule
from icluster.plots._label_timeline import label_timeline
from icluster.plots._peer_strip import peer_strip
from icluster.plots._radar import radar
from icluster.plots._ranks import rank_ranges, ranks_by_scenario
from icluster.plots._readings_map import readings_map
from icluster.plots._totals_over_time import totals_over_time

__all__ = [
    "alternative",
    "document",
    "findings_by_rule",
    "label_timeline",
    "peer_strip",
    "radar",
    "rank_ranges",
    "ranks_by_scenario",
    "readings_map",
    "svg",
    "totals_over_time",
]


def __dir__() -> list[str]:
    return __all__
