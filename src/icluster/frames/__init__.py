"""Rubrics, label statuses and quartiles on data frames of any engine.

Needs the extra ``frames``. What goes in lazy comes out lazy; the answers are those
of the object scorer, row by row.
"""

from __future__ import annotations

from icluster.frames.scores import EVERYTHING, Part, joined, score

__all__ = ["EVERYTHING", "Part", "joined", "score"]


def __dir__() -> list[str]:
    return __all__
