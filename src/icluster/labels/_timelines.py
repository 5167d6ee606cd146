"""How many labels were valid when: one pass over the days on which it changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from icluster.labels.awards import LabelAward
from icluster.labels.counts import CountRange, TimelineStep

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["timeline_steps"]


def timeline_steps(
    awards: Iterable[LabelAward], snapshot: date | None, since: date, until: date
) -> tuple[TimelineStep, ...]:
    """Return the runs of days between *since* and *until* with equal counts."""
    # By day: by how much the lower and the upper bound change.
    changes: dict[date, list[int]] = {}
    for award in awards:
        for bound, begins in enumerate(_begins(award, snapshot)):
            if begins is not None and max(begins, since) <= award.valid_until:
                changes.setdefault(max(begins, since), [0, 0])[bound] += 1
                if award.valid_until < until:
                    after = award.valid_until + timedelta(days=1)
                    changes.setdefault(after, [0, 0])[bound] -= 1
    return tuple(_steps(changes, since, until))


def _begins(award: LabelAward, snapshot: date | None) -> tuple[date | None, date]:
    """Return from when *award* has surely begun, and from when it may have."""
    if award._begins is None:
        return snapshot, date.min
    first, last = award._begins
    if snapshot is not None:
        # What a page shows has begun; a date of award that says more is kept.
        last = min(last, max(first, snapshot))
    return last, first


def _steps(
    changes: dict[date, list[int]], since: date, until: date
) -> Iterator[TimelineStep]:
    begins, low, high = since, 0, 0
    for day in sorted(changes):
        if day > until:
            break
        surely, may = changes[day]
        if day > begins and (surely or may):
            ends = day - timedelta(days=1)
            yield TimelineStep(begins, ends, CountRange(low, high))
            begins = day
        low, high = low + surely, high + may
    yield TimelineStep(begins, until, CountRange(low, high))
