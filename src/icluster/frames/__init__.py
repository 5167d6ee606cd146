"""Rubrics, label statuses and quartiles on data frames of any engine.

Needs the extra ``frames``. What goes in lazy comes out lazy; the answers are those
of the object scorer, row by row.
"""

from __future__ import annotations

from icluster.frames.groups import quartiles
from icluster.frames.named import from_facts, from_scores
from icluster.frames.objects import from_objects, to_objects
from icluster.frames.scores import EVERYTHING, Part, joined, score
from icluster.frames.statuses import label_status

__all__ = [
    "EVERYTHING",
    "Part",
    "from_facts",
    "from_objects",
    "from_scores",
    "joined",
    "label_status",
    "quartiles",
    "score",
    "to_objects",
]


def __dir__() -> list[str]:
    return __all__
