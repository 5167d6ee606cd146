"""Figures to test with, drawn once where a test only looks, and the texts in them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from attrs import evolve
from matplotlib import style
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.text import Text

from icluster import (
    BenchmarkRecord,
    BenchmarkStructure,
    Facts,
    Organization,
    benchmarking,
    plots,
    rules,
    scoring,
)
from icluster.reference import CONTEXT, eccp, esca, mexico

if TYPE_CHECKING:
    from collections.abc import Callable

CAUTION = "The maturity assessment does not reflect the performance of a country."
THE_DAY = date(2022, 9, 30)
LONG = "Invented country with a name so long that nobody would give it to any, number"


@cache
def mexico_2022(**answers: str) -> scoring.Score:
    facts = scoring.read_facts(
        mexico.POLICIES_2022,
        on=THE_DAY,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING.but(**answers),
    )
    return scoring.score(eccp.MATURITY_2022, facts)


@cache
def an_open_score() -> scoring.Score:
    facts = Facts.of(
        eccp.FACTS_2022,
        targeted_policy=True,
        established={"over_2_to_10_years", "over_10_years"},
        monitoring=False,
    )
    return scoring.score(eccp.MATURITY_2022, facts)


def some(number: int, name: str = "Country") -> dict[str, scoring.Score]:
    """Score invented countries, every other one open."""
    both = (mexico_2022(), an_open_score())
    return {f"{name} {index}": both[index % 2] for index in range(number)}


@cache
def every_reading() -> scoring.Readings:
    return scoring.readings(mexico.POLICIES_2022, on=THE_DAY, edition=eccp.EDITION_2022)


def bronze(
    axes: Any = None,
    *,
    since: date = date(2014, 1, 1),
    until: date = date(2019, 1, 1),
    title: str = "",
) -> Figure:
    return plots.label_timeline(
        mexico.BRONZE_LABELS, since=since, until=until, title=title, axes=axes
    )


def some_days(number: int, axes: Any = None) -> Figure:
    since = date(2018, 10, 1)
    until = since + timedelta(days=number - 1)
    return bronze(axes, since=since, until=until, title=f"Number of days: {number}")


def a_few_readings() -> scoring.Readings:
    return evolve(every_reading(), entries=every_reading().entries[:3])


@cache
def a_position(
    peers: int = 12,
    name: str = "",
    structure: BenchmarkStructure = esca.BENCHMARK_36,
) -> benchmarking.Position:
    cluster, *others = (
        BenchmarkRecord(
            organization=Organization(name=f"Invented cluster {number}"),
            interviewed_on=date(2015, 5, 4),
            structure="benchmark_36",
            answers={
                "participants": 10 * (number * 5 % 13),
                "organization_age": number,
                "strategy": number % 5,
            },
        )
        for number in range(7, 8 + peers)
    )
    if name:
        cluster = evolve(cluster, organization=Organization(name=name))
    return benchmarking.position(cluster, peers=others, structure=structure)


def in_cells(
    *draw: Callable[[Any], Figure],
    rows: int = 1,
    polar: bool = False,
    **settings: Any,
) -> Figure:
    """Draw each into axes of one grid, as callers do."""
    figure, columns = Figure(**settings), len(draw) // rows
    for place, each in enumerate(draw, start=1):
        projection = "polar" if polar else None
        axes = figure.add_subplot(rows, columns, place, projection=projection)
        assert each(axes) is figure
    return figure


def radars(*several: dict[str, scoring.Score], **settings: Any) -> Figure:
    def drawing(scores: dict[str, scoring.Score]) -> Callable[[Any], Figure]:
        return lambda axes: plots.radar(scores, axes=axes)

    return in_cells(*map(drawing, several), polar=True, **settings)


def timelines(*lengths: int, **settings: Any) -> Figure:
    def drawing(days: int) -> Callable[[Any], Figure]:
        return lambda axes: some_days(days, axes)

    return in_cells(*map(drawing, lengths), **settings)


def in_the_dark(draw: Callable[[], Figure]) -> Figure:
    with style.context("dark_background"):
        return draw()


@cache
def three_scores() -> dict[str, scoring.Score]:
    narrower = an_open_score().facts.but(monitoring=True, dedicated_financial=True)
    third = scoring.score(eccp.MATURITY_2022, narrower)
    return {"Mexico": mexico_2022(), "Second": an_open_score(), "Third": third}


def over_years() -> scoring.OverTime:
    first, second, third = three_scores().values()
    return scoring.over_time(
        {
            2016: {"Mexico": first},
            2018: {"Mexico": third, "Second": second},
            2020: {"Second": first},
            2022: {"Mexico": second, "Second": third, "Newcomer": first},
        }
    )


FIGURES: dict[str, Callable[[], Figure]] = {
    "findings_by_rule": lambda: plots.findings_by_rule(
        rules.check(mexico.FACTSHEET_2022, on=THE_DAY, context=CONTEXT)
    ),
    "totals_over_time": lambda: plots.totals_over_time(over_years()),
    "rank_ranges": lambda: plots.rank_ranges(
        scoring.rank({**three_scores(), "Fourth": mexico_2022()})
    ),
    "ranks_by_scenario": lambda: plots.ranks_by_scenario(
        scoring.leaving_out(three_scores()), palette=["black", "tab:red"]
    ),
    "radar": lambda: plots.radar(
        {"Mexico": mexico_2022(), "Invented country": an_open_score()}
    ),
    "readings_map": lambda: plots.readings_map(every_reading()),
    "label_timeline": bronze,
    "peer_strip": lambda: plots.peer_strip(a_position()),
    "radar_of_eight": lambda: plots.radar(some(8)),
    "radars_in_a_grid": lambda: radars(some(3), some(8)),
    "radars_in_the_dark": lambda: in_the_dark(
        lambda: radars(some(1), some(3, LONG), layout="constrained", figsize=(9, 6))
    ),
    "readings_of_two_choices": lambda: plots.readings_map(
        every_reading(), choices=2, title="Mexico, third quarter of 2022"
    ),
    "days": lambda: timelines(1, 2, 40, 900, rows=2, figsize=(9, 7)),
    "peer_strip_in_the_dark": lambda: in_the_dark(
        lambda: plots.peer_strip(a_position(name=f"{LONG} 7"))
    ),
}


@cache
def drawn(name: str) -> Figure:
    """Draw a figure once for every test that only looks at it."""
    return FIGURES[name]()


def shown(figure: Figure) -> list[tuple[str, Any]]:
    """Return every text that is drawn, in one line, with the box that it takes."""
    figure.draw_without_rendering()
    out_of_view: set[Any] = set()
    axes: list[Any] = figure.findobj(Axis)
    for axis in axes:
        low, high = sorted(axis.get_view_interval())
        for tick in axis.get_major_ticks():
            if not low - 1e-9 <= tick.get_loc() <= high + 1e-9:
                out_of_view |= {tick.label1, tick.label2}
    every: list[Any] = figure.findobj(Text)
    return [
        (" ".join(each.get_text().split()), each.get_window_extent())
        for each in every
        if each.get_visible() and each.get_text() and each not in out_of_view
    ]


def texts(figure: Figure) -> str:
    return "\n".join(text for text, _ in shown(figure))


def faults(figure: Figure) -> list[tuple[str, ...]]:
    """Name every text that is not wholly inside, and any two that overprint."""
    every, whole = shown(figure), figure.bbox
    outside = [
        (text,)
        for text, box in every
        if min(box.x0, box.y0, whole.x1 - box.x1, whole.y1 - box.y1) < -1
    ]
    upon = [
        (text, other)
        for (text, box), (other, place) in combinations(every, 2)
        if min(box.x1, place.x1) - max(box.x0, place.x0) > 1
        if min(box.y1, place.y1) - max(box.y0, place.y0) > 1
    ]
    return [*outside, *upon]


def wrong(value: Any) -> Any:
    """Hand over what no type checker would let through."""
    return value
