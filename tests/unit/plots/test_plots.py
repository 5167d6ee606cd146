"""Figures, held against stored images and asked for what they must say.

That all of it can be read is measured: every text lies inside the figure, and none
upon another.

An image may differ from the stored one by a root mean square of `TOLERANCE` in
256 shades, for another version of the font renderer; a line that moves differs
by more. After a change that is meant, delete the stored image, run the test
twice, and look at the new one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from html import escape
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import pytest
from attrs import evolve
from matplotlib import dates, style
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch
from matplotlib.testing.compare import compare_images
from matplotlib.text import Text
from tests.listening import ALIKE, SPANISH, english_in

from icluster import (
    BenchmarkRecord,
    BenchmarkStructure,
    Criterion,
    Fact,
    Facts,
    FactSchema,
    Is,
    Level,
    Organization,
    Rubric,
    benchmarking,
    plots,
    rules,
    scoring,
)
from icluster.errors import InvalidValueError
from icluster.reference import CONTEXT, eccp, esca, mexico
from icluster.scales import Direction

if TYPE_CHECKING:
    from collections.abc import Callable

TOLERANCE = 8
BASELINES = Path(__file__).parent / "baselines"
CAUTION = "The maturity assessment does not reflect the performance of a country."
THE_DAY = date(2022, 9, 30)
LONG = "Invented country with a name so long that nobody would give it to any, number"
HOSTILE = ("_hidden, US$ 5 and US$ 6", r"$\foo{$ %x_y^{z}&#~")


# --- what is drawn ----------------------------------------------------------------


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


@pytest.mark.parametrize("name", FIGURES)
def test_looks_as_before(name: str, tmp_path: Path) -> None:
    saved, stored = tmp_path / f"{name}.png", BASELINES / f"{name}.png"
    drawn(name).savefig(saved, dpi=50)
    if not stored.exists():
        stored.write_bytes(saved.read_bytes())
        pytest.fail(f"{stored.name} was not there: look at it")
    difference = compare_images(str(stored), str(saved), tol=TOLERANCE)
    assert difference is None, difference


# --- whether it can be read -------------------------------------------------------


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


READABLE: dict[str, Callable[[Any], Figure]] = {
    "a radar": lambda layout: radars(some(3), layout=layout),
    "two radars": lambda layout: radars(some(3), some(8), layout=layout),
    "long names": lambda layout: radars(some(3, LONG), some(1), layout=layout),
    "four radars": lambda layout: radars(
        *[some(2)] * 4, rows=2, layout=layout, figsize=(8, 9)
    ),
    "a map and a strip": lambda layout: in_cells(
        lambda axes: plots.readings_map(every_reading(), axes=axes),
        lambda axes: plots.peer_strip(a_position(), axes=axes),
        layout=layout,
        figsize=(14, 6),
    ),
    "a timeline": lambda layout: in_cells(bronze, layout=layout),
    "timelines": lambda layout: in_cells(bronze, bronze, layout=layout),
    "days": lambda layout: timelines(1, 2, 40, 900, rows=2, layout=layout),
    "in the dark": lambda layout: in_the_dark(
        lambda: radars(some(1), some(2), layout=layout)
    ),
}
ON_THEIR_OWN: dict[str, Callable[[], Figure]] = FIGURES | {
    "twelve long names": lambda: plots.radar(some(12, LONG)),
    "no choice": lambda: plots.readings_map(every_reading(), choices=0),
    "one day": lambda: some_days(1),
    "two days": lambda: some_days(2),
    "forty days": lambda: some_days(40),
    "a year": lambda: some_days(366),
    "every day that there is": lambda: bronze(since=date.min, until=date.max),
    "the last day that there is": lambda: bronze(since=date.max, until=date.max),
}


@pytest.mark.parametrize("layout", [None, "constrained"])
@pytest.mark.parametrize("name", READABLE)
def test_in_axes_of_the_caller_all_can_be_read(name: str, layout: str | None) -> None:
    assert faults(READABLE[name](layout)) == []


@pytest.mark.parametrize("name", ON_THEIR_OWN)
def test_in_a_figure_of_its_own_all_can_be_read(name: str) -> None:
    assert faults(ON_THEIR_OWN[name]()) == []


@pytest.mark.parametrize("dpi", [50, 75, 200])
def test_another_resolution_loses_nothing(dpi: int) -> None:
    for draw in (FIGURES["radars_in_a_grid"], FIGURES["peer_strip_in_the_dark"]):
        figure = draw()
        figure.dpi = dpi
        assert faults(figure) == []


def test_faults_are_found() -> None:
    figure = Figure()
    for place in (0.5, 0.501, 0.99):
        figure.text(place, 0.5, f"at {place}")
    assert faults(figure) == [("at 0.99",), ("at 0.5", "at 0.501")]


@pytest.mark.parametrize("layout", [None, "constrained"])
def test_every_axes_of_the_caller_keeps_the_caution(layout: str | None) -> None:
    said = texts(radars(some(3), some(8), layout=layout))
    assert said.count(CAUTION) == 2
    assert said.count(eccp.MATURITY_2022.title) == 2


def test_a_title_of_the_caller_is_not_overprinted() -> None:
    figure = Figure(figsize=(6.4, 8))
    figure.suptitle("A title of the caller")
    for place in (1, 2):
        bronze(figure.add_subplot(2, 1, place))
    assert faults(figure) == []


def test_parts_of_a_figure_are_rooms_too() -> None:
    figure = Figure(figsize=(9, 5))
    left, right = wrong(figure.subfigures(1, 2))
    assert plots.radar(some(2), axes=left.add_subplot(projection="polar")) is figure
    assert bronze(right.add_subplot()) is figure
    assert faults(figure) == []


def test_axes_anywhere_are_a_room_as_they_are() -> None:
    figure = Figure()
    axes: Any = figure.add_axes((0.1, 0.05, 0.6, 0.9), polar=True)
    plots.radar(some(1), axes=axes)
    wide = figure.bbox.width
    assert all(0.1 * wide < box.x0 and box.x1 < 0.7 * wide for _, box in shown(figure))


def test_axes_stay_in_the_layout() -> None:
    figure = radars(some(1), some(2))
    figure.set_layout_engine("constrained")
    assert faults(figure) == []
    assert all(axes.get_in_layout() for axes in figure.axes)


# --- what it says -----------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_and_no_mark_up(name: str) -> None:
    said, readings = " ".join(name.split()), a_few_readings()
    rubric = evolve(eccp.MATURITY_2022, title=name, caution=name)
    edition = evolve(readings.edition, rubric=rubric, title=name)
    figures = [
        plots.radar({name: mexico_2022()}, title=name),
        plots.radar({"A": scoring.score(rubric, an_open_score().facts)}),
        plots.readings_map(evolve(readings, edition=edition)),
        plots.readings_map(readings, title=name),
        bronze(title=name),
        plots.peer_strip(a_position(), title=name),
        plots.peer_strip(a_position(name=said)),
    ]
    for figure in figures:
        assert said in texts(figure)
    assert f"{said}: 1.5 of 8" in texts(figures[0])


def test_a_name_is_no_mark_up_where_tex_sets_the_text() -> None:
    with mpl.rc_context({"text.usetex": True}):
        legend = plots.radar({"US$ 5": mexico_2022()}).axes[0].get_legend()
    assert legend is not None
    assert not any(text.get_usetex() for text in legend.get_texts())


def test_a_score_is_drawn_with_its_caution_total_and_units() -> None:
    said = texts(FIGURES["radar"]())
    for phrase in (
        CAUTION,
        "Mexico: 1.5 of 8",
        "Invented country: 3 to 7 of 8",
        "(2 points)",
        eccp.MATURITY_2022.title,
    ):
        assert phrase in said


def test_what_is_shaded_is_said_where_something_is() -> None:
    phrase = "shaded: open, from the fewest to the most points"
    assert phrase in texts(plots.radar(some(2)))
    assert phrase not in texts(plots.radar(some(1)))


def test_a_short_legend_of_many_stands_in_two_columns() -> None:
    figure = plots.radar({f"X {index}": mexico_2022() for index in range(6)})
    boxes = dict(shown(figure))
    assert boxes["X 0: 1.5 of 8"].y0 == boxes["X 3: 1.5 of 8"].y0


def test_a_settled_score_has_no_band() -> None:
    (axes,) = plots.radar({"Mexico": mexico_2022()}).axes
    assert len(axes.lines) == 1


def test_readings_say_their_points_and_the_caution() -> None:
    said = texts(FIGURES["readings_map"]())
    for phrase in (CAUTION, "published reading", "0 to 0.5", "1 to 1.5", "(of 8)"):
        assert phrase in said
    assert "share of the maximum" in said
    assert "points by reading, on 2022-09-30" in said
    assert "hatched: open, coloured by the middle of the range" in said
    assert "hatched" not in texts(plots.readings_map(every_reading(), choices=0))


def test_words_are_broken_only_where_they_are_very_long() -> None:
    said = texts(READABLE["a map and a strip"](None))
    assert "Evidence of performance (of 2)" in said
    assert "Cluster support instruments (of 2)" in said
    figure = plots.radar({"X" * 200: mexico_2022()})
    assert faults(figure) == []


def test_readings_can_differ_in_more_choices() -> None:
    figure = plots.readings_map(every_reading(), choices=3)
    assert len(figure.axes[0].get_yticklabels()) == 1 + 7 + 21 + 35
    assert faults(figure) == []


def test_readings_of_no_day_say_none() -> None:
    readings = every_reading()
    first = readings.entries[0]
    undated = evolve(first.score.facts.provenance, on=None)
    facts = first.score.facts.with_provenance(undated)
    score = scoring.score(eccp.MATURITY_2022, facts)
    figure = plots.readings_map(evolve(readings, entries=[evolve(first, score=score)]))
    assert figure.axes[0].get_title().endswith("points by reading")


def test_a_timeline_says_whose_labels_it_shows() -> None:
    assert "Bronze Label of the ECEI, country page Mexico" in texts(bronze())
    unsourced = evolve(mexico.BRONZE_LABELS, source=None)
    figure = plots.label_timeline(unsourced, since=THE_DAY, until=THE_DAY)
    assert (
        figure.axes[0].get_title()
        == "Valid labels, 2022-09-30\nterms same_day or end_of_month"
    )


def test_a_strip_explains_its_marks_and_that_it_is_no_ranking() -> None:
    said = texts(FIGURES["peer_strip"]())
    for phrase in (
        "Benchmarking is neither a ranking nor a rating.",
        "A6 committed participants (12 peers)",
        "Invented cluster 7 among its peers",
        "the middle half of the peers",
        "the middle: half of the peers below",
    ):
        assert phrase in said


def test_a_title_of_the_caller_stands_above() -> None:
    for figure in (
        plots.radar(some(1), title="Whose"),
        plots.readings_map(every_reading(), title="Whose"),
        bronze(title="Whose"),
        plots.peer_strip(a_position(), title="Whose"),
    ):
        assert figure.axes[0].get_title() == "Whose"


@pytest.mark.parametrize("name", ["radar", "readings_map", "peer_strip"])
def test_a_caution_is_written_in_the_colour_of_the_style(name: str) -> None:
    figure = in_the_dark(FIGURES[name])
    every: list[Any] = figure.findobj(Text)
    colours = [each.get_color() for each in every if each.get_style() == "italic"]
    assert colours == ["white"]


TICKS = {
    1: ["2018-10-01"],
    2: ["2018-10-01", "2018-10-02"],
    15: [f"2018-10-{day:02}" for day in range(1, 16, 2)],
    40: [*(f"2018-10-{day:02}" for day in (1, 8, 15, 22, 29)), "2018-11-05"],
    200: [*(f"2018-{each}" for each in (10, 11, 12)), *(f"2019-0{x}" for x in "1234")],
    1500: [f"{year}-{x}" for year in range(2018, 2023) for x in ("01", "07")][2:],
    3000: [str(year) for year in range(2019, 2027)],
}


@pytest.mark.parametrize(("days", "ticks"), TICKS.items())
def test_ticks_are_whole_days_months_or_years(days: int, ticks: list[str]) -> None:
    (axes,) = some_days(days).axes
    assert [label.get_text() for label in axes.get_xticklabels()] == ticks
    low, high = axes.get_xlim()
    assert high - low == days
    assert all(low <= place <= high for place in axes.get_xticks())


def test_counts_are_steps_that_end_with_the_day() -> None:
    (axes,) = bronze(since=date(2018, 10, 1), until=date(2018, 12, 31)).axes
    begins = [date(2018, 10, 1), date(2018, 10, 19), date(2018, 11, 23)]
    count: Any = dates.date2num
    edges = [count(day) for day in (*begins, date(2019, 1, 1))]
    steps: list[Any] = [
        each.get_data() for each in axes.patches if isinstance(each, StepPatch)
    ]
    assert [list(each.edges) for each in steps] == [edges] * 3
    assert [list(each.values) for each in steps] == [[2, 1, 0], [2, 1, 0], [0, 0, 0]]


def test_an_empty_register_has_no_labels() -> None:
    empty = evolve(mexico.BRONZE_LABELS, awards=())
    figure = plots.label_timeline(empty, since=THE_DAY, until=date(2023, 1, 1))
    assert figure.axes[0].get_ylim() == (0, 1.1)


def mixed(*, caution: str = "", weight: str = "1") -> scoring.Score:
    """Score by a rubric of criteria whose maxima differ."""
    facts = FactSchema([Fact.boolean("a")])
    rubric = Rubric(
        key="mixed",
        title="Mixed",
        facts=facts,
        criteria=[
            Criterion(
                key=key,
                title=key,
                levels=[Level(0, ~Is("a")), Level(most, Is("a"))],
                weight=weight,
            )
            for most, key in enumerate(("first", "second", "third"), start=1)
        ],
        caution=caution,
    )
    return scoring.score(rubric, Facts.of(facts, a=True))


def test_spokes_of_different_lengths_are_marked_in_shares() -> None:
    figure = plots.radar({"A": mixed(weight="0.5")})
    said = texts(figure)
    assert "(2 points × 0.5 = 1)" in said
    assert "25 %" in said
    assert "performance" not in said
    assert faults(figure) == []


# --- in another language ----------------------------------------------------------

REGISTER_TITLE = "Benchmarking: Bronze Label of the ECEI, country page Mexico"
IN_SPANISH: dict[str, tuple[Callable[[], Figure], tuple[str, ...]]] = {
    "findings_by_rule": (
        lambda: plots.findings_by_rule(
            rules.check(mexico.BRONZE_LABELS, on=THE_DAY, context=CONTEXT),
            language=SPANISH,
        ),
        ("Hallazgos al 2022-09-30", "hallazgos"),
    ),
    "radar": (
        lambda: plots.radar({"A": an_open_score()}, language=SPANISH),
        ("puntos)", "sombreado: abierto"),
    ),
    "readings_map": (
        lambda: plots.readings_map(every_reading(), language=SPANISH),
        ("lectura publicada", "parte del máximo", "(de 2)"),
    ),
    "label_timeline": (
        lambda: plots.label_timeline(
            mexico.BRONZE_LABELS,
            since=date(2015, 1, 1),
            until=date(2018, 1, 1),
            language=SPANISH,
        ),
        ("etiquetas vigentes", "posiblemente vigentes", "2015-01-01 al 2018-01-01"),
    ),
    "totals_over_time": (
        lambda: plots.totals_over_time(over_years(), language=SPANISH),
        ("total, de 8", "sombreado: abierto"),
    ),
    "rank_ranges": (
        lambda: plots.rank_ranges(scoring.rank(three_scores()), language=SPANISH),
        ("Mexico (1.5 de 8)", "lugar: una barra"),
    ),
    "ranks_by_scenario": (
        lambda: plots.ranks_by_scenario(
            scoring.leaving_out(three_scores()), language=SPANISH
        ),
        ("lugar",),
    ),
    "peer_strip": (
        lambda: plots.peer_strip(a_position(), language=SPANISH),
        ("entre sus pares", "la mitad central"),
    ),
}


@pytest.mark.parametrize("name", IN_SPANISH)
def test_a_figure_speaks_the_language_asked_for(name: str) -> None:
    draw, words = IN_SPANISH[name]
    figure = draw()
    on_one_line = " ".join(texts(figure).split())
    for word in words:
        assert word in on_one_line
    assert faults(figure) == []
    shown = f"{on_one_line}\n{plots.alternative(figure)}"
    assert english_in(shown, [REGISTER_TITLE]) == []
    assert sorted(SPANISH.asked - ALIKE) == []


def test_a_language_is_no_code() -> None:
    with pytest.raises(InvalidValueError, match="language must be of type Language"):
        plots.radar({"A": an_open_score()}, language=wrong("es"))


# --- how it shows itself ------------------------------------------------------------


OF_THEIR_OWN = (
    "label_timeline",
    "peer_strip",
    "radar",
    "rank_ranges",
    "ranks_by_scenario",
    "readings_map",
    "totals_over_time",
)


@pytest.mark.parametrize("name", OF_THEIR_OWN)
def test_a_figure_shows_itself_and_says_what_it_shows(name: str) -> None:
    figure: Any = drawn(name)
    assert figure._repr_png_().startswith(b"\x89PNG")
    page = figure._repr_html_()
    assert page.startswith(
        f'<img alt="{escape(plots.alternative(figure))}" src="data:image/png'
    )
    assert len(plots.alternative(figure)) > 40


def test_axes_of_the_caller_say_what_they_show() -> None:
    figure = radars(some(1), some(2))
    labels = [str(axes.get_label()) for axes in figure.axes]
    assert labels[0].startswith(
        "Radar of 4 criteria. Country 0: 1.5 of 8 (Policy scope 0.5"
    )
    assert "Country 1: 3 to 7 of 8" in labels[1]


def test_what_a_figure_says_is_escaped() -> None:
    figure: Any = plots.radar({'<b onload="x">': mexico_2022()})
    assert "<b" not in figure._repr_html_()
    assert '<b onload="x">' in plots.alternative(figure)


def less_is_better(scale: Any) -> Any:
    return evolve(scale, direction=Direction.LESS)


def test_where_less_is_better_the_strip_says_so() -> None:
    structure = evolve(
        esca.BENCHMARK_36,
        indicators=[
            evolve(indicator, scale=less_is_better(indicator.scale))
            if indicator.key == "strategy"
            else indicator
            for indicator in esca.BENCHMARK_36.indicators
        ],
    )
    labels = [
        [
            label.get_text()
            for label in plots.peer_strip(place).axes[0].get_yticklabels()
        ]
        for place in (a_position(), a_position(structure=structure))
    ]
    assert [label for label in labels[1] if label not in labels[0]] == [
        "B7 strategy and action plan (12 peers); less is\nbetter"
    ]


def test_totals_that_are_known_have_no_band() -> None:
    known = scoring.over_time({2020: {"A": mexico_2022()}})
    assert "shaded" in texts(plots.totals_over_time(over_years()))
    assert "shaded" not in texts(plots.totals_over_time(known))


def test_a_line_stops_where_a_name_was_not_scored() -> None:
    lines: Any = plots.totals_over_time(over_years()).axes[0].get_lines()
    assert [len(line.get_xdata()) for line in lines] == [2, 1, 3, 1]


# --- what is refused --------------------------------------------------------------

ONE_CRITERION = evolve(eccp.MATURITY_2022, criteria=eccp.MATURITY_2022.criteria[:1])
BELOW_ZERO = evolve(
    eccp.MATURITY_2022,
    criteria=[
        *eccp.MATURITY_2022.criteria[:2],
        Criterion(
            key="debt",
            title="Debt",
            levels=[Level(-1, ~Is("monitoring")), Level(1, Is("monitoring"))],
        ),
    ],
)


def unknown(rubric: Rubric) -> scoring.Score:
    return scoring.score(rubric, Facts.of(rubric.facts))


def detached() -> Any:
    axes = Figure().add_subplot()
    axes.remove()
    return axes


def too_many_readings() -> scoring.Readings:
    readings = every_reading()
    return evolve(readings, entries=(*readings.entries, *readings.entries[:1]))


def wrong(value: Any) -> Any:
    """Hand over what no type checker would let through."""
    return value


BAD_CALLS: dict[str, tuple[Callable[[], Any], str]] = {
    "no scores": (
        lambda: plots.radar({}),
        "scores must be from one to 12 scores by name, got 0",
    ),
    "too many scores": (
        lambda: plots.radar(some(13)),
        "scores must be from one to 12 scores by name, got 13",
    ),
    "nothing": (
        lambda: plots.radar(wrong(None)),
        "scores must be a mapping of names to scores, such as a dict, got None",
    ),
    "one score without a name": (
        lambda: plots.radar(wrong(an_open_score())),
        "scores must be a mapping of names to scores, such as a dict, got 'Score'",
    ),
    "what is no score": (
        lambda: plots.radar({"A": wrong(7)}),
        r"scores\['A'\] must be of type Score, got 7",
    ),
    "two rubrics": (
        lambda: plots.radar({"A": an_open_score(), "B": unknown(ONE_CRITERION)}),
        r"scores\['B'\] must be by maturity_2022, the rubric of scores\['A'\]",
    ),
    "too few criteria": (
        lambda: plots.radar({"A": unknown(ONE_CRITERION)}),
        "rubric must be of three criteria",
    ),
    "points below zero": (
        lambda: plots.radar({"A": unknown(BELOW_ZERO)}),
        "rubric must be of points from zero up",
    ),
    "a title that is no text": (
        lambda: plots.radar(some(1), title=wrong(None)),
        "title must be of type str, got None",
    ),
    "a palette of no colours": (
        lambda: plots.radar(some(1), palette=[]),
        r"palette must be colours, such as '#0072B2', got \[\]",
    ),
    "a palette in words": (
        lambda: plots.radar(some(1), palette=wrong("red")),
        "palette must be colours, such as '#0072B2', got 'red'",
    ),
    "a palette of what is no colour": (
        lambda: plots.radar(some(1), palette=["reddish"]),
        r"palette must be colours, such as '#0072B2', got \['reddish'\]",
    ),
    "no courses": (
        lambda: plots.totals_over_time(scoring.over_time({2020: {}})),
        "courses must be of one to 12 names, got 0",
    ),
    "too many courses": (
        lambda: plots.totals_over_time(scoring.over_time({2020: some(13)})),
        "courses must be of one to 12 names, got 13",
    ),
    "no ranking": (
        lambda: plots.rank_ranges(scoring.rank({})),
        "ranking must be of one to 60 names, got 0",
    ),
    "a score for a ranking": (
        lambda: plots.rank_ranges(wrong(an_open_score())),
        "ranking must be of type Ranking",
    ),
    "too many ranked by scenario": (
        lambda: plots.ranks_by_scenario(scoring.leaving_out(some(13))),
        "scenarios must be of one to 12 names, got 13",
    ),
    "plain axes for a radar": (
        lambda: plots.radar(some(1), axes=Figure().add_subplot()),
        "axes must be polar axes, such as figure.add_subplot.*, got 'Axes'",
    ),
    "axes in words": (
        lambda: plots.radar(some(1), axes=wrong("x")),
        "axes must be polar axes, .*, got 'str'",
    ),
    "a figure for axes": (
        lambda: bronze(Figure()),
        "axes must be plain axes, such as figure.add_subplot.*, got 'Figure'",
    ),
    "several axes": (
        lambda: bronze(Figure().subplots(1, 2)),
        "axes must be plain axes, .*, got 'ndarray'",
    ),
    "polar axes for a timeline": (
        lambda: bronze(Figure().add_subplot(projection="polar")),
        "axes must be plain axes, .*, got 'PolarAxes'",
    ),
    "axes without a figure": (lambda: bronze(detached()), "part of a figure"),
    "axes that are too small": (
        lambda: radars(*[some(2)] * 9, rows=3),
        r"axes must be about 2.. by 4.. inches or more with their labels, got",
    ),
    "axes that are too small for readings": (
        lambda: in_cells(
            lambda axes: plots.readings_map(every_reading(), axes=axes),
            layout="constrained",
            figsize=(4, 4),
        ),
        "axes must be .* inches or more with their labels, got '4.00 by 4.00'",
    ),
    "nobody to be placed among": (
        lambda: plots.peer_strip(a_position(peers=2)),
        "position must be of some indicator",
    ),
    "no position": (
        lambda: plots.peer_strip(wrong(None)),
        "position must be of type Position, got None",
    ),
    "no readings": (
        lambda: plots.readings_map(wrong(None)),
        "readings must be of type Readings, got None",
    ),
    "choices below zero": (
        lambda: plots.readings_map(every_reading(), choices=-1),
        "choices must be zero or more",
    ),
    "choices in words": (
        lambda: plots.readings_map(every_reading(), choices=wrong("all")),
        "choices must be zero or more, got 'all'",
    ),
    "choices that are true": (
        lambda: plots.readings_map(every_reading(), choices=True),
        "choices must be zero or more, got True",
    ),
    "too many readings": (
        lambda: plots.readings_map(too_many_readings(), choices=7),
        "readings to draw must be from 1 to 128, got 129",
    ),
    "no register": (
        lambda: plots.label_timeline(wrong(None), since=THE_DAY, until=THE_DAY),
        "register must be of type LabelRegister, got None",
    ),
    "days in words": (
        lambda: bronze(since=wrong("2018-10-01")),
        "since must be a datetime.date",
    ),
    "days in the wrong order": (
        lambda: bronze(since=THE_DAY, until=date(2000, 1, 1)),
        "until must be",
    ),
}


def test_axes_in_which_something_is_drawn_are_refused() -> None:
    axes = Figure(layout="constrained").add_subplot(projection="polar")
    plots.radar(some(1), axes=axes)
    with pytest.raises(InvalidValueError, match="without anything drawn in them"):
        plots.radar(some(1), axes=axes)


def test_axes_of_a_tight_layout_are_refused() -> None:
    axes = Figure(layout="tight").add_subplot(projection="polar")
    with pytest.raises(InvalidValueError, match="layout='tight', which drops text"):
        plots.radar(some(1), axes=axes)


def test_axes_without_room_are_left_empty_and_told_of_room_that_does() -> None:
    axes = Figure(figsize=(3, 3)).add_subplot()
    with pytest.raises(InvalidValueError, match="axes must be about") as caught:
        plots.readings_map(every_reading(), axes=axes)
    assert not axes.has_data()
    assert not axes.texts
    assert axes.get_title() == ""
    wide, high = map(float, re.findall(r"\d+\.\d", str(caught.value.expected)))
    for _ in range(3):  # text breaks otherwise at another width
        axes = Figure(figsize=(wide, high)).add_subplot()
        try:
            plots.readings_map(every_reading(), axes=axes)
            return
        except InvalidValueError as error:
            wide, high = map(float, re.findall(r"\d+\.\d", str(error.expected)))
    pytest.fail("no size that was asked for is enough")


@pytest.mark.parametrize(("call", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        call()
