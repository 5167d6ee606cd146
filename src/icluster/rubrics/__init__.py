"""Rubrics: criteria, levels and declared gaps, read like the published table.

A level holds where its condition does; the highest that holds wins. The lowest
has a condition too, so that what the scale forgets shows up as a hole instead of
a silent zero. What the publication leaves open is declared as a `Gap`.
"""

from __future__ import annotations

from icluster.rubrics._criteria import Criterion as Criterion
from icluster.rubrics._criteria import Gap as Gap
from icluster.rubrics._criteria import Level as Level
from icluster.rubrics._rubric import Rubric as Rubric

__all__ = []


def __dir__() -> list[str]:
    return __all__
