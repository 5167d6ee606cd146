"""Scales: what an answer to an indicator may be, and how it is read.

Each kind of scale is one class that reads its own values, exactly, and names
everything that is wrong with one instead of stopping at the first. It also says how
answers are compared, counted and placed. What has been read is read again unchanged.
Nothing is guessed: where text could be meant in two ways it is a fault.
"""

from __future__ import annotations

from icluster.scales._amounts import Amount
from icluster.scales._answers import (
    AnswerValue,
    Comparable,
    Composition,
    Frequency,
    Line,
    Option,
    Unit,
)
from icluster.scales._choices import Choice, Several, Text
from icluster.scales._measures import Measure
from icluster.scales._ordinals import Ordinal
from icluster.scales._scale import Direction
from icluster.scales._scale import Scale as Scale
from icluster.scales._wholes import Counts, Shares

__all__ = [
    "Amount",
    "AnswerValue",
    "Choice",
    "Comparable",
    "Composition",
    "Counts",
    "Direction",
    "Frequency",
    "Line",
    "Measure",
    "Option",
    "Ordinal",
    "Several",
    "Shares",
    "Text",
    "Unit",
]


def __dir__() -> list[str]:
    return __all__
