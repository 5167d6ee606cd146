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
from typing import Any, TypeAlias, TypeVar

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

_Days: TypeAlias = tuple[int, int]
_Bounds: TypeAlias = dict[int, _Days]

_EVER = date.max.toordinal()


@frozen(eq=False)
class _Span:
    """The days on which a record may begin and end, as numbers of days."""

    first: int
    latest_first: int
    earliest_last: int
    last: int
    optional: bool
    entry: Recorded[Any]
    path: str


def territory_of(record: Any) -> Hashable:
    """Return where a record holds: its region, else its country, where it has one."""
    return getattr(record, "region", None) or getattr(record, "country", None)


def begins_at(_: Any) -> str:
    """Return where the stated start of a policy stands."""
    return "history.begins"


def says_it_succeeds(record: Any, earlier: Any) -> bool:
    """Tell whether a record says that it succeeds another, where it can say so."""
    succeeds = getattr(record, "succeeds", None)
    return succeeds is not None and bool(succeeds(earlier))


def unbroken(
    case: Case[R],
    *,
    belongs: Callable[[R], Answer],
    starts: Callable[[R], str] = begins_at,
    within: Callable[[R], Hashable] = territory_of,
    succeeds: Callable[[R, R], bool] = says_it_succeeds,
) -> ReadFact:
    """Tell how long records have gone on without a gap up to the day of the case.

    A record goes on in another one of its territory, or in one that is said to succeed
    it, if it lasts to the day before that begins; a day between them breaks the run.
    Where recorded dates allow both, both are possible. Of several runs that reach the
    day the oldest counts.

    Args:
        case: The fact, an age with its boundaries, and the records. Where no run
            reaches the day, every value is possible.
        belongs: Whether a record is one of those that go on in one another.
        starts: Path of the field that says since when a record counts, as a
            `PartialDate`.
        within: Where a record holds.
        succeeds: Whether the first record is said to succeed the second, wherever
            that holds. Where it succeeds several, any one of them may be meant.

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
    fact = case.fact
    spans: list[_Span] = []
    for entry in case.recorded:
        belonging = to_verdict(case.ask(belongs, entry.record))
        if belonging is not Verdict.NO:
            optional = belonging is Verdict.OPEN
            spans.append(_span(entry, starts(entry.record), optional))
    links = _Links.of([span.entry.record for span in spans], within, succeeds)
    run = _Run(tuple(spans), links, case.on.toordinal())
    if not run.starts:
        return ReadFact(fact.domain)
    bands = run.bands(fact.boundaries)
    return ReadFact(
        (fact.domain[band] for band in bands),
        _citations(run.members),
        _turns(run, fact, bands[0]),
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
class _Links:
    """Which records may go on in one another, by their places.

    Attributes:
        beside: For each, the others of its territory, that go on in it.
        succeeded: For each, those of which one at least, any of them, goes on in it.
    """

    beside: tuple[tuple[int, ...], ...]
    succeeded: tuple[tuple[int, ...], ...]

    @classmethod
    def of(
        cls,
        records: list[R],
        within: Callable[[R], Hashable],
        succeeds: Callable[[R, R], bool],
    ) -> _Links:
        """Link records of one territory, and those of which one succeeds the other."""
        numbered = list(enumerate(records))
        territories = list(map(within, records))
        return cls(
            tuple(
                tuple(
                    index
                    for index, territory in enumerate(territories)
                    if territory == territories[place] and index != place
                )
                for place, _ in numbered
            ),
            tuple(
                tuple(
                    index
                    for index, earlier in numbered
                    if index != place and succeeds(record, earlier)
                )
                for place, record in numbered
            ),
        )


@frozen(eq=False)
class _Run:
    """What records allow of the oldest run up to a day."""

    spans: tuple[_Span, ...]
    links: _Links
    day: int

    @cached_property
    def starts(self) -> tuple[tuple[int, int], ...]:
        """The days on which the run may have begun, as ranges, both ends included."""
        return tuple(days for days, _ in self._possible)

    @cached_property
    def members(self) -> tuple[_Span, ...]:
        """What may belong to it, in the order of the records."""
        places = set[int]().union(*(reached for _, reached in self._possible))
        return tuple(self.spans[place] for place in sorted(places))

    def bands(self, boundaries: tuple[int, ...]) -> list[int]:
        """Return the bands in which its age may lie."""
        on = date.fromordinal(self.day)
        bands = {
            band
            for first, last in self.starts
            for band in age_bands(
                date.fromordinal(first),
                date.fromordinal(last),
                on=on,
                boundaries=boundaries,
            )
        }
        return sorted(bands)

    @cached_property
    def _possible(self) -> tuple[tuple[tuple[int, int], frozenset[int]], ...]:
        """The days on which it may have begun, each with what it may be made of."""
        turning = {
            turn
            for span in self.spans
            for turn in (
                span.first,
                span.latest_first - 1,
                span.latest_first + 1,
                span.earliest_last + 2,
                span.last + 1,
            )
            if 1 <= turn <= self.day
        }
        # Between two of these days nothing changes that `_reached` looks at.
        days = (*sorted(turning), self.day + 1)
        ranges = ((first, after - 1) for first, after in pairwise(days))
        reached = ((span, self._reached(span[0])) for span in ranges)
        return tuple((span, places) for span, places in reached if places)

    def _reached(self, start: int) -> frozenset[int]:
        """Return what a run that begins on *start* may be made of; empty if none can.

        What may belong to it is taken to begin as early, and to last as long, as it
        may: that closes every gap that can be closed, and reopens none.
        """
        bounds = {
            place: (max(span.first, start), span.last)
            for place, span in enumerate(self.spans)
        }
        ways = (self._run(way, start) for way in self._ways(bounds))
        return frozenset[int]().union(*ways)

    def _run(self, bounds: _Bounds, start: int) -> frozenset[int]:
        """Return what reaches the day; nothing if none of it begins on *start*."""
        pending = [place for place, (_, last) in bounds.items() if last >= self.day]
        reached: set[int] = set()
        while pending:
            place = pending.pop()
            reached.add(place)
            first, last = bounds[place]
            pending += (
                earlier
                for earlier in (*self.links.beside[place], *self.links.succeeded[place])
                if earlier in bounds
                and earlier not in reached
                and first <= bounds[earlier][1] + 1
                and bounds[earlier][0] <= last + 1
            )
        starting = any(bounds[place][0] == start for place in reached)
        return frozenset(reached) if starting else frozenset()

    def _ways(self, bounds: _Bounds) -> Iterator[_Bounds]:
        """Yield how early each may begin, and how long last, that may belong to a run.

        What surely began before, or goes on in what did, is apart from the run: what
        it would go on in keeps clear of it, by beginning later or by ending earlier,
        or is apart as well. There is no way if that reaches the day itself.
        """
        pending = [(bounds, frozenset[int]())]
        while pending:
            bounds, apart = pending.pop()
            outside = {
                place for place, days in bounds.items() if not self._fits(place, days)
            }
            choices = [] if outside else self._choices(bounds, apart)
            outside.update(place for place, clear in choices if not clear)
            forks = [choice for choice in choices if len(choice[1]) > 1]
            if outside:
                certain = frozenset(filter(self._is_certain, outside))
                if all(self.spans[place].earliest_last < self.day for place in certain):
                    rest = {at: bounds[at] for at in bounds if at not in outside}
                    pending.append((rest, apart | certain))
            elif len(forks) < len(choices):
                pending.append((_narrowed(bounds, choices), apart))
            elif forks:
                place, clear = forks[0]
                pending += [(bounds | {place: days}, apart) for days in clear]
            else:
                yield bounds

    def _fits(self, place: int, days: _Days) -> bool:
        """Tell whether what stands at *place* may begin and last so."""
        span, (first, last) = self.spans[place], days
        latest = min(span.latest_first, self.day, last)
        return first <= latest and last >= span.earliest_last

    def _is_certain(self, place: int) -> bool:
        """Tell whether what stands at *place* has surely begun by the day."""
        span = self.spans[place]
        return not span.optional and span.latest_first <= self.day

    def _choices(
        self, bounds: _Bounds, apart: frozenset[int]
    ) -> list[tuple[int, list[_Days]]]:
        """Return, for each that keeps not yet clear of what is apart, how it can."""
        if not apart:
            return []
        return [
            (place, [option for option in clear if self._fits(place, option)])
            for place, days in bounds.items()
            for clear in self._keeping_clear(place, days, apart)
        ]

    def _keeping_clear(
        self, place: int, days: _Days, apart: frozenset[int]
    ) -> Iterator[list[_Days]]:
        """Yield, for each that *place* must yet keep clear of, how it can."""
        succeeded = self.links.succeeded[place]
        beside = self.links.beside[place]
        rivals: list[tuple[int, ...]] = [(rival,) for rival in beside if rival in apart]
        if succeeded and apart.issuperset(succeeded):
            rivals.append(succeeded)
        first, last = days
        for several in rivals:
            spans = [self.spans[rival] for rival in several]
            clear = [(max(first, span.earliest_last + 2), last) for span in spans]
            clear += [(first, min(last, span.latest_first - 2)) for span in spans]
            if days not in clear:
                yield clear


def _narrowed(bounds: _Bounds, choices: list[tuple[int, list[_Days]]]) -> _Bounds:
    """Return *bounds* with every choice made that leaves nothing to choose."""
    narrowed = dict(bounds)
    for place, clear in choices:
        if len(clear) == 1:
            first, last = narrowed[place]
            narrowed[place] = max(first, clear[0][0]), min(last, clear[0][1])
    return narrowed


def _citations(spans: tuple[_Span, ...]) -> Iterator[Citation]:
    for span in spans:
        if hasattr(span.entry.record, "citations"):
            yield from citations_of(span.entry.record, span.path)
    for span in spans:
        if span.entry.current is not Verdict.YES:
            ends = f"{span.path.rpartition('.')[0]}.ends".lstrip(".")
            yield from citations_of(span.entry.record, ends)


def _turns(run: _Run, fact: Fact, after: int) -> Iterator[tuple[Value, Turn]]:
    first, last = run.starts[0][0], run.starts[-1][1]
    # An unknown start may lie any time back: no day can be told.
    if first == 1:
        return iter(())
    ends = [
        span.entry.period.ends
        for span in run.members
        if span.entry.current is not Verdict.NO
    ]
    dated = [end for end in ends if isinstance(end, PartialDate)]
    all_end = len(dated) == len(ends)
    latest = max(dated, key=attrgetter("last_day")) if all_end else None
    return fact.turns(
        date.fromordinal(first), date.fromordinal(last), after=after, ends=latest
    )
