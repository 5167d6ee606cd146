"""Days, and dates that are known to the year, to the month or to bounds.

A `PartialDate` is all the days it may mean; it is compared only where the
answer is certain, and an age counted from it is a set of possibilities. Both
ends of every period are included, because that is how certificates and policies
are written.
"""

from __future__ import annotations

from icluster.dates._partial import DateBound, months_after
from icluster.dates._partial import PartialDate as PartialDate
from icluster.dates._partial import age_bands as age_bands
from icluster.dates._partial import day_over as day_over
from icluster.dates._periods import PartialPeriod as PartialPeriod
from icluster.dates._periods import Period as Period
from icluster.dates._periods import Turn

__all__ = ["DateBound", "Turn", "months_after"]


def __dir__() -> list[str]:
    return __all__
