"""One case of a run that the laws hold against brute force, counted out by hand."""

from __future__ import annotations

from typing import NamedTuple

from icluster.editions._runs import _Links, _Run, _Span


class Plan(NamedTuple):
    """A plan of a territory, with the places of those it is said to succeed."""

    territory: str
    succeeds: tuple[int, ...] = ()


def test_of_two_plans_before_a_run_each_keeps_clear_in_some_way() -> None:
    """On day 5 a run may have begun on 1, 2, 3 or 5, and on no other day.

    Plan 0 reaches the day. Where it begins on 4, what ended on 3 is its forerunner;
    where it begins on 5 it begins anew, unless plan 1 or 2 lasted until 4.
    """
    days = ((4, 5, 5, 6), (1, 2, 3, 4), (1, 3, 3, 4), (3, 3, 3, 3))
    plans = [Plan("a", (1, 3)), Plan("c"), Plan("a"), Plan("c", (0,))]
    links = _Links.of(
        plans,
        within=lambda plan: plan.territory,
        succeeds=lambda plan, earlier: plans.index(earlier) in plan.succeeds,
    )
    spans = tuple(_Span(*each, optional=False, entry=None, path="") for each in days)  # type: ignore[arg-type]
    assert _Run(spans, links, 5).starts == ((1, 1), (2, 2), (3, 3), (5, 5))
