"""Figures of scores, readings, labels and positions.

Needs the extra ``plots``; the room can be imported without it, and each function says
so when it is called. Every function draws into the axes it is given, or into
a figure of its own, and returns the figure; none shows or saves it. What must be
read stays inside the figure; where there is no room for it, the axes are refused.
Colours are those of Okabe and Ito and the map *cividis*, which the colour-blind
tell apart; lines differ in their dashes and markers too.
"""

from __future__ import annotations

from icluster.plots._label_timeline import label_timeline
from icluster.plots._peer_strip import peer_strip
from icluster.plots._radar import radar
from icluster.plots._readings_map import readings_map

__all__ = ["label_timeline", "peer_strip", "radar", "readings_map"]


def __dir__() -> list[str]:
    return __all__
