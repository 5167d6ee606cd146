"""Unbroken runs: since when something has gone on without a gap.

What is recorded of an end or a start may be a year, or nothing, so the day on which a
run began is a set of possibilities. It is found exactly: a run that began on a day
stands or falls with a few days at which what the records allow can change at all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Any, TypeVar

from attrs import frozen

from icluster.conditions import Value
from icluster.dates import PartialDate, Turn, age_bands
from icluster.editions._cases import Answer, Case, Recorded, to_verdict
from icluster.facts import Fact
from icluster.provenance import ReadFact
from icluster.sources import Citation, citations_of
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing

__all__ = ["unbroken"]

R = TypeVar("R")

_EVER = date.max.toordinal()


@frozen
class _Span:
    """The days on which a record may begin and end, as numbers of days."""

    first: int
    latest_first: int
    earliest_last: int
    last: int
    optional: bool
    entry: Recorded[Any]
    path: str

    def may_lie_within(self, start: int, day: int) -> bool:
        """Tell whether it may have begun between *start* and *day*."""
        begins = max(self.first, start)
        return begins <= min(self.latest_first, day) and begins <= self.last

    def may_lie_apart(self, start: int, day: int) -> bool:
        """Tell whether it may be no part of a run from *start* to *day*."""
        ends_before = self.earliest_last + 1 < start
        return self.optional or ends_before or self.latest_first > day


def territory_of(record: Any) -> Hashable:
    """Return where a record holds: its region, else its country, where it has one."""
    return getattr(record, "region", None) or getattr(record, "country", None)


def begins_at(_: Any) -> str:
    """Return where the stated start of a policy stands."""
    return "history.begins"


def unbroken(
    case: Case[R],
    *,
    belongs: Callable[[R], Answer],
    starts: Callable[[R], str] = begins_at,
    within: Callable[[R], Hashable] = territory_of,
) -> ReadFact:
    """Tell how long records have gone on without a gap up to the day of the case.

    A record that ends the day before another begins goes on in it; a day between them
    breaks the run. Where recorded dates allow both, both are possible. Of several runs
    that reach the day, one for each territory, the oldest counts.

    Args:
        case: The fact, an age with its boundaries, and the records. Where no run
            reaches the day, every value is possible.
        belongs: Whether a record is one of those that go on in one another.
        starts: Path of the field that says since when a record counts, as a
            `PartialDate`.
        within: Where a record holds: a run goes on within one territory only.

    Example:
        >>> from datetime import date
        >>> from icluster import scoring
        >>> from icluster.reference import eccp, mexico
        >>> facts = scoring.read_facts(
        ...     [mexico.NUEVO_LEON_2022],
        ...     on=date(2022, 9, 30),
        ...     edition=eccp.EDITION_2022,
        ...     reading=eccp.PUBLISHED_READING.but(regional_policy="counts"),
        ... )
        >>> facts["established"]
        ('over_2_to_10_years',)
    """
    fact, day = case.fact, case.on.toordinal()
    territories: dict[Hashable, list[_Span]] = {}
    for entry in case.recorded:
        belonging = to_verdict(case.ask(belongs, entry.record))
        if belonging is not Verdict.NO:
            span = _span(entry, starts(entry.record), belonging is Verdict.OPEN)
            territories.setdefault(within(entry.record), []).append(span)
    runs = [_Run(tuple(spans), day) for spans in territories.values()]
    reaching = [run for run in runs if run.starts]
    if not reaching:
        return ReadFact(fact.domain)
    bands = _oldest(reaching, fact.boundaries)
    return ReadFact(
        (fact.domain[band] for band in bands),
        _citations(reaching),
        _turns(reaching, fact, bands[0]),
    )


def _span(entry: Recorded[Any], path: str, optional: bool) -> _Span:
    start, ends = attrgetter(path)(entry.record), entry.period.ends
    first, latest_first = 1, _EVER
    if isinstance(start, PartialDate):
        first, latest_first = start.first_day.toordinal(), start.last_day.toordinal()
    earliest_last, last = first, _EVER
    if isinstance(ends, PartialDate):
        earliest_last, last = ends.first_day.toordinal(), ends.last_day.toordinal()
    elif ends is Missing.NOT_APPLICABLE:
        earliest_last = _EVER
    return _Span(
        first=first,
        latest_first=min(latest_first, last),
        earliest_last=max(earliest_last, first),
        last=last,
        optional=optional,
        entry=entry,
        path=path,
    )


@frozen
class _Run:
    """What the records of one territory allow of a run up to a day."""

    spans: tuple[_Span, ...]
    day: int

    @cached_property
    def starts(self) -> tuple[tuple[int, int], ...]:
        """The days on which the run may have begun, as ranges, both ends included."""
        turning = {
            turn
            for span in self.spans
            for turn in (
                span.first,
                span.latest_first + 1,
                span.earliest_last + 2,
                span.last + 1,
            )
            if turn <= self.day
        }
        # Between two of these days nothing changes that `_may_begin` looks at.
        days = (*sorted(turning), self.day + 1)
        return tuple(
            (first, after - 1)
            for first, after in pairwise(days)
            if self._may_begin(first)
        )

    def _may_begin(self, start: int) -> bool:
        within = [s for s in self.spans if s.may_lie_within(start, self.day)]
        if not all(s in within or s.may_lie_apart(start, self.day) for s in self.spans):
            return False
        # What may lie within is taken to begin as early, and to last as long, as it
        # may: that closes every gap that can be closed, and reopens none.
        reached = start - 1
        for span in sorted(within, key=attrgetter("first")):
            if max(span.first, start) > reached + 1:
                break
            reached = max(reached, span.last)
        return reached >= self.day

    @property
    def may_fail(self) -> bool:
        """Whether it may be that no run reaches the day."""
        return all(
            span.may_lie_apart(self.day + 1, self.day) or span.earliest_last < self.day
            for span in self.spans
        )

    def bands(self, boundaries: tuple[int, ...]) -> set[int]:
        """Return the bands in which its age may lie."""
        on = date.fromordinal(self.day)
        return {
            band
            for first, last in self.starts
            for band in age_bands(
                date.fromordinal(first),
                date.fromordinal(last),
                on=on,
                boundaries=boundaries,
            )
        }

    def members(self) -> Iterator[_Span]:
        """Yield what may belong to it."""
        for span in self.spans:
            if any(span.may_lie_within(first, self.day) for first, _ in self.starts):
                yield span


def _oldest(runs: list[_Run], boundaries: tuple[int, ...]) -> list[int]:
    """Return the bands in which the oldest of several runs may lie."""
    bands = [run.bands(boundaries) for run in runs]
    # Each run is as old as its youngest band says, or older, unless it may fail.
    least = max(
        -1 if run.may_fail else min(ages) for run, ages in zip(runs, bands, strict=True)
    )
    return sorted(band for band in set().union(*bands) if band >= least)


def _citations(runs: list[_Run]) -> Iterator[Citation]:
    spans = [span for run in runs for span in run.members()]
    for span in spans:
        if hasattr(span.entry.record, "citations"):
            yield from citations_of(span.entry.record, span.path)
    for span in spans:
        if span.entry.current is not Verdict.YES:
            ends = f"{span.path.rpartition('.')[0]}.ends".lstrip(".")
            yield from citations_of(span.entry.record, ends)


def _turns(runs: list[_Run], fact: Fact, after: int) -> Iterator[tuple[Value, Turn]]:
    first = min(run.starts[0][0] for run in runs)
    # An unknown start may lie any time back: no day can be told.
    if first == 1:
        return iter(())
    certain = [run.starts[-1][1] for run in runs if not run.may_fail]
    last = min(certain) if certain else max(run.starts[-1][1] for run in runs)
    ends = [
        span.entry.period.ends
        for run in runs
        for span in run.members()
        if span.entry.current is not Verdict.NO
    ]
    dated = [end for end in ends if isinstance(end, PartialDate)]
    all_end = len(dated) == len(ends)
    latest = max(dated, key=attrgetter("last_day")) if all_end else None
    return fact.turns(
        date.fromordinal(first), date.fromordinal(last), after=after, ends=latest
    )
