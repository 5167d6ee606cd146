"""Figures, asked for what they must say and how they show themselves."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import pytest
from attrs import evolve
from matplotlib import dates
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch
from matplotlib.text import Text
from tests.drawings import (
    CAUTION,
    FIGURES,
    THE_DAY,
    a_position,
    an_open_score,
    bronze,
    drawn,
    every_reading,
    faults,
    in_cells,
    in_the_dark,
    mexico_2022,
    over_years,
    radars,
    shown,
    some,
    some_days,
    texts,
    wrong,
)

from icluster import (
    Criterion,
    Fact,
    Facts,
    FactSchema,
    Is,
    Level,
    Rubric,
    plots,
    scoring,
)
from icluster.errors import InvalidValueError
from icluster.reference import eccp, esca, mexico
from icluster.scales import Direction

if TYPE_CHECKING:
    from collections.abc import Callable


# --- what it says -----------------------------------------------------------------


@pytest.mark.parametrize("layout", [None, "constrained"])
def test_every_axes_of_the_caller_keeps_the_caution(layout: str | None) -> None:
    said = texts(radars(some(3), some(8), layout=layout))
    assert said.count(CAUTION) == 2
    assert said.count(eccp.MATURITY_2022.title) == 2


def test_a_name_is_no_mark_up_where_tex_sets_the_text() -> None:
    with mpl.rc_context({"text.usetex": True}):
        legend = plots.radar({"US$ 5": mexico_2022()}).axes[0].get_legend()
    assert legend is not None
    assert not any(text.get_usetex() for text in legend.get_texts())


def test_a_score_is_drawn_with_its_caution_total_and_units() -> None:
    said = texts(drawn("radar"))
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
    said = texts(drawn("readings_map"))
    for phrase in (CAUTION, "published reading", "0 to 0.5", "1 to 1.5", "(of 8)"):
        assert phrase in said
    assert "share of the maximum" in said
    assert "points by reading, on 2022-09-30" in said
    assert "hatched: open, coloured by the middle of the range" in said
    assert "hatched" not in texts(plots.readings_map(every_reading(), choices=0))


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
    said = texts(drawn("peer_strip"))
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


def test_a_language_is_no_code() -> None:
    with pytest.raises(InvalidValueError, match="language must be of type Language"):
        plots.radar({"A": an_open_score()}, language=wrong("es"))


# --- where it is drawn -------------------------------------------------------------


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


def test_axes_whose_text_moves_while_they_shrink_can_be_read() -> None:
    assert faults(in_cells(bronze, bronze)) == []


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


@pytest.mark.parametrize(("call", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        call()
