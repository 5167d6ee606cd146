"""Unbroken runs equal brute force over all days that records allow."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen
from hypothesis import example, given
from hypothesis import strategies as st

from icluster.editions._runs import _Links, _Run, _Span

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = 8


@frozen
class Plan:
    """A plan of a territory, with the plans that it is said to succeed."""

    territory: str
    succeeds: tuple[int, ...]


@st.composite
def spans(draw: st.DrawFn) -> _Span:
    """Some days on which a plan may begin, and some on which it may end."""
    first = draw(st.integers(1, 9))
    latest = first + draw(st.integers(0, 1))
    end = first + draw(st.integers(0, 5))
    return _Span(
        first=first,
        latest_first=latest,
        earliest_last=end,
        last=max(latest, end + draw(st.integers(0, 1))),
        optional=draw(st.booleans()),
        entry=None,  # type: ignore[arg-type]
        path="",
    )


@st.composite
def linked(draw: st.DrawFn) -> tuple[list[_Span], list[Plan]]:
    several = draw(st.lists(spans(), min_size=1, max_size=3))
    places = range(len(several))
    plans = [
        Plan(
            draw(st.sampled_from("abc")),
            tuple(draw(st.sets(st.sampled_from(places), max_size=2)) - {place}),
        )
        for place in places
    ]
    return several, plans


def worlds(span: _Span) -> Iterator[tuple[int, int] | None]:
    days = product(
        range(span.first, span.latest_first + 1),
        range(span.earliest_last, span.last + 1),
    )
    yield from ((begins, ends) for begins, ends in days if begins <= ends)
    if span.optional:
        yield None


def begins(
    days: tuple[tuple[int, int] | None, ...], meant: list[set[int]], plans: list[Plan]
) -> int | None:
    """Return since when the oldest run has gone on to the day, in one world."""
    places = [
        place for place, span in enumerate(days) if span is not None and span[0] <= DAY
    ]
    reached = {place for place in places if days[place][1] >= DAY}  # type: ignore[index]
    grows = bool(reached)
    while grows:
        before = {
            earlier
            for place, earlier in product(reached, places)
            if plans[earlier].territory == plans[place].territory
            or earlier in meant[place]
            if days[place][0] <= days[earlier][1] + 1  # type: ignore[index]
            and days[earlier][0] <= days[place][1] + 1  # type: ignore[index]
        }
        grows = not before <= reached
        reached |= before
    return min((days[place][0] for place in reached), default=None)  # type: ignore[index]


def fixed(*days: tuple[int, int, int, int]) -> list[_Span]:
    """Plans that surely were, by the days that their starts and ends allow."""
    return [
        _Span(*bounds, optional=False, entry=None, path="")  # type: ignore[arg-type]
        for bounds in days
    ]


# Plan 1 goes on in plan 0, and plan 2 lies wholly before it: a run may begin with
# plan 2, though it is said to succeed plan 1, or plan 1 is of its territory.
WHOLLY_BEFORE = fixed((1, 1, 5, 6), (6, 6, 7, 7), (3, 3, 3, 4), (4, 5, 9, 9))


@given(linked())
@example(
    (WHOLLY_BEFORE, [Plan("a", ()), Plan("a", ()), Plan("b", (1,)), Plan("c", (2,))])
)
@example(
    (WHOLLY_BEFORE, [Plan("a", ()), Plan("b", (0,)), Plan("b", ()), Plan("c", (2,))])
)
@example(
    (
        fixed((1, 1, 4, 4), (4, 5, 4, 6), (3, 4, 3, 4), (3, 5, 8, 9)),
        [Plan("a", ()), Plan("a", ()), Plan("b", (0, 1)), Plan("c", (2,))],
    )
)
# Two plans may keep clear of the run in two ways each, then one of them in one way.
@example(
    (
        fixed((4, 5, 5, 6), (1, 2, 3, 4), (1, 3, 3, 4), (3, 3, 3, 3)),
        [Plan("a", (1, 3)), Plan("c", ()), Plan("a", ()), Plan("c", (0,))],
    )
)
def test_a_run_equals_brute_force_over_all_days(
    drawn: tuple[list[_Span], list[Plan]],
) -> None:
    """Whatever is meant, and nothing else, gives the days on which it began.

    Of several plans that one is said to succeed, any one of them may be meant.
    """
    several, plans = drawn
    choices = [[{place} for place in plan.succeeds] or [set[int]()] for plan in plans]
    possible = {
        begins(days, list(meant), plans)
        for meant in product(*choices)
        for days in product(*map(worlds, several))
    }
    links = _Links.of(
        plans,
        within=lambda plan: plan.territory,
        succeeds=lambda plan, earlier: any(
            plans[place] is earlier for place in plan.succeeds
        ),
    )
    run = _Run(tuple(several), links, DAY)
    assert {
        day for first, last in run.starts for day in range(first, last + 1)
    } == possible - {None}
