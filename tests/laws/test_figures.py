"""Every figure looks as it did, and all of it can be read, wherever it is drawn.

That all of it can be read is measured: every text lies inside the figure, and none
upon another.

An image may differ from the stored one by a root mean square of `TOLERANCE` in
256 shades, for another version of the font renderer; a line that moves differs
by more. After a change that is meant, delete the stored image, run the test
twice, and look at the new one.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from matplotlib.figure import Figure
from matplotlib.testing.compare import compare_images
from tests.drawings import (
    FIGURES,
    LONG,
    THE_DAY,
    a_few_readings,
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
    some,
    some_days,
    texts,
    three_scores,
    timelines,
)
from tests.listening import ALIKE, SPANISH, english_in

from icluster import plots, rules, scoring
from icluster.errors import InvalidValueError
from icluster.reference import CONTEXT, eccp, mexico

if TYPE_CHECKING:
    from collections.abc import Callable

TOLERANCE = 8
BASELINES = Path(__file__).parent / "baselines"
HOSTILE = ("_hidden, US$ 5 and US$ 6", r"$\foo{$ %x_y^{z}&#~")


@pytest.mark.parametrize("name", FIGURES)
def test_looks_as_before(name: str, tmp_path: Path) -> None:
    saved, stored = tmp_path / f"{name}.png", BASELINES / f"{name}.png"
    drawn(name).savefig(saved, dpi=50)
    if not stored.exists():
        stored.write_bytes(saved.read_bytes())
        pytest.fail(f"{stored.name} was not there: look at it")
    difference = compare_images(str(stored), str(saved), tol=TOLERANCE)
    assert difference is None, difference


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


ON_THEIR_OWN: dict[str, Callable[[], Figure]] = {
    **{name: partial(drawn, name) for name in FIGURES},
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


def test_a_title_of_the_caller_is_not_overprinted() -> None:
    figure = Figure(figsize=(6.4, 8))
    figure.suptitle("A title of the caller")
    for place in (1, 2):
        bronze(figure.add_subplot(2, 1, place))
    assert faults(figure) == []


def test_axes_stay_in_the_layout() -> None:
    figure = radars(some(1), some(2))
    figure.set_layout_engine("constrained")
    assert faults(figure) == []
    assert all(axes.get_in_layout() for axes in figure.axes)


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
    before = frozenset(SPANISH.asked)  # by other tests
    figure = draw()
    on_one_line = " ".join(texts(figure).split())
    for word in words:
        assert word in on_one_line
    assert faults(figure) == []
    shown = f"{on_one_line}\n{plots.alternative(figure)}"
    assert english_in(shown, [REGISTER_TITLE]) == []
    assert sorted(SPANISH.asked - before - ALIKE) == []


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
