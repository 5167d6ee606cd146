"""Rubrics, label statuses and quartiles on data frames of any engine.

Needs the extra ``frames``; the room can be imported without it, and each function
says so when it is called. What goes in lazy comes out lazy; the answers are those of
the object scorer, row by row.
"""

from __future__ import annotations

from icluster.frames._cells import NO, YES, joined
from icluster.frames._groups import quartiles
from icluster.frames._named import from_facts, from_scores
from icluster.frames._objects import from_objects, from_table, to_objects
from icluster.frames._plan import EVERYTHING, FEW, Part
from icluster.frames._score import score
from icluster.frames._sheets import outside, to_facts, to_scores
from icluster.frames._statuses import label_status

__all__ = [
    "EVERYTHING",
    "FEW",
    "NO",
    "Part",
    "YES",
    "from_facts",
    "from_objects",
    "from_scores",
    "from_table",
    "joined",
    "label_status",
    "outside",
    "quartiles",
    "score",
    "to_facts",
    "to_objects",
    "to_scores",
]


def __dir__() -> list[str]:
    return __all__
