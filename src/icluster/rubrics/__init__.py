"""Rubrics: criteria, levels and declared gaps, read like the published table.

A level holds where its condition does; the highest that holds wins. The lowest
has a condition too, so that what the scale forgets shows up as a hole instead of
a silent zero. What the publication leaves open is declared as a `Gap`.
"""

from __future__ import annotations

from icluster.rubrics._criteria import Criterion, Gap, Level
from icluster.rubrics._rubric import Rubric

__all__ = ["Criterion", "Gap", "Level", "Rubric"]


def __dir__() -> list[str]:
    return __all__
