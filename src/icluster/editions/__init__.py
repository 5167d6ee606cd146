"""Editions of a published assessment: rubric, fact readers and readings.

An edition says how its rubric's facts are read off records, which questions the
documents leave open, and how the publisher answered them. A `Reading` is one set of
answers. Readers are functions of a `Case`, built from `any_of`, `all_of`, `cited`,
`listed`, `unbroken` and `icluster.Fact.at_age`.
"""

from __future__ import annotations

from icluster.editions._cases import (
    Answer,
    Case,
    Recorded,
    all_of,
    any_of,
    cited,
    listed,
)
from icluster.editions._edition import Asking, FactReader
from icluster.editions._edition import Edition as Edition
from icluster.editions._questions import Question as Question
from icluster.editions._questions import Reading as Reading
from icluster.editions._questions import Ruling
from icluster.editions._runs import unbroken

__all__ = [
    "Answer",
    "Asking",
    "Case",
    "FactReader",
    "Recorded",
    "Ruling",
    "all_of",
    "any_of",
    "cited",
    "listed",
    "unbroken",
]


def __dir__() -> list[str]:
    return __all__
