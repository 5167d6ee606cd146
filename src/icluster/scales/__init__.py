"""Scales: what an answer to an indicator may be, and how it is read.

Each scale reads its own values, exactly, and names everything that is wrong with
one (`faults`) instead of stopping at the first. What has been read is read again
unchanged. Nothing is guessed: where text could be meant in two ways it is a fault.
"""

from __future__ import annotations

from icluster.scales._amounts import Amount
from icluster.scales._base import AnswerValue, Direction, Fault, Scale
from icluster.scales._choices import Choice, Option, Several, Text
from icluster.scales._compositions import Composition, Counts, Shares
from icluster.scales._measures import Measure, Ordinal
from icluster.scales._words import Unit, ValueWords

__all__ = [
    "Amount",
    "AnswerValue",
    "Choice",
    "Composition",
    "Counts",
    "Direction",
    "Fault",
    "Measure",
    "Option",
    "Ordinal",
    "Scale",
    "Several",
    "Shares",
    "Text",
    "Unit",
    "ValueWords",
]


def __dir__() -> list[str]:
    return __all__
