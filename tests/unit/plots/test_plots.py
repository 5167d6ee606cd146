"""Figures, held against stored images and asked for what they must say.

An image may differ from the stored one by a root mean square of `TOLERANCE` in
256 shades, for another version of the font renderer; a line that moves differs
by more. After a change that is meant, delete the stored image, run the test
twice, and look at the new one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from matplotlib.figure import Figure
from matplotlib.testing.compare import compare_images

from icluster import (
    BenchmarkRecord,
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
    scoring,
)
from icluster.errors import InvalidValueError
from icluster.reference import eccp, esca, mexico

if TYPE_CHECKING:
    from collections.abc import Callable

TOLERANCE = 8
BASELINES = Path(__file__).parent / "baselines"
CAUTION = "The maturity assessment does not reflect the performance of a country."
THE_DAY = date(2022, 9, 30)


def mexico_2022(**answers: str) -> scoring.Score:
    facts = scoring.policy_facts(
        mexico.POLICIES_2022,
        on=THE_DAY,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING.but(**answers),
    )
    return scoring.score(eccp.MATURITY_2022, facts)


def an_open_score() -> scoring.Score:
    facts = Facts.of(
        eccp.FACTS_2022,
        targeted_policy=True,
        established={"over_2_to_10_years", "over_10_years"},
        monitoring=False,
    )
    return scoring.score(eccp.MATURITY_2022, facts)


def every_reading() -> scoring.Readings:
    return scoring.readings(mexico.POLICIES_2022, on=THE_DAY, edition=eccp.EDITION_2022)


def bronze(axes: Any = None) -> Figure:
    return plots.label_timeline(
        mexico.BRONZE_LABELS, since=date(2014, 1, 1), until=date(2019, 1, 1), axes=axes
    )


def a_position(peers: int = 12) -> benchmarking.Position:
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
    return benchmarking.position(cluster, peers=others, structure=esca.BENCHMARK_36)


FIGURES: dict[str, Callable[[], Figure]] = {
    "radar": lambda: plots.radar(
        {"Mexico": mexico_2022(), "Invented country": an_open_score()}
    ),
    "readings_map": lambda: plots.readings_map(every_reading()),
    "label_timeline": bronze,
    "peer_strip": lambda: plots.peer_strip(a_position()),
}


@pytest.mark.parametrize("name", FIGURES)
def test_looks_as_before(name: str, tmp_path: Path) -> None:
    drawn, stored = tmp_path / f"{name}.png", BASELINES / f"{name}.png"
    FIGURES[name]().savefig(drawn, dpi=50)
    if not stored.exists():
        stored.write_bytes(drawn.read_bytes())
        pytest.fail(f"{stored.name} was not there: look at it")
    difference = compare_images(str(stored), str(drawn), tol=TOLERANCE)
    assert difference is None, difference


def texts(figure: Figure) -> str:
    found: list[Any] = figure.findobj(lambda each: hasattr(each, "get_text"))
    return "\n".join(each.get_text() for each in found)


def test_a_score_is_drawn_with_its_caution_total_and_units() -> None:
    said = texts(FIGURES["radar"]())
    for phrase in (
        CAUTION,
        "Mexico: 1.5 of 8",
        "Invented country: 3.0 to 7.0 of 8",
        "(2 points)",
        eccp.MATURITY_2022.title,
    ):
        assert phrase in said


def test_readings_say_their_points_and_the_caution() -> None:
    said = texts(FIGURES["readings_map"]())
    for phrase in (CAUTION, "published reading", "0 to 0.5", "1.0 to 1.5", "(of 8)"):
        assert phrase in said
    assert "share of the maximum" in said


def test_readings_can_differ_in_more_choices() -> None:
    figure = plots.readings_map(every_reading(), choices=6)
    assert len(figure.axes[0].get_yticklabels()) == 64


def test_a_settled_score_has_no_band() -> None:
    (axes,) = plots.radar({"Mexico": mexico_2022()}).axes
    assert len(axes.lines) == 1


def test_draws_into_axes_that_are_given() -> None:
    figure = Figure()
    polar = figure.add_subplot(1, 2, 1, projection="polar")
    plain = figure.add_subplot(1, 2, 2)
    assert plots.radar({"Mexico": mexico_2022()}, axes=polar) is figure
    assert bronze(plain) is figure
    assert polar.get_title()
    assert plain.get_title() == "Valid labels, 2014-01-01 to 2019-01-01"


def test_an_empty_register_has_no_labels() -> None:
    empty = evolve(mexico.BRONZE_LABELS, awards=())
    figure = plots.label_timeline(empty, since=THE_DAY, until=date(2023, 1, 1))
    assert figure.axes[0].get_ylim() == (0, 1.1)


def test_spokes_of_different_lengths_are_marked_in_shares() -> None:
    facts = FactSchema([Fact.boolean("a")])
    keys = ("first", "second", "third")
    rubric = Rubric(
        key="mixed",
        title="Mixed",
        facts=facts,
        criteria=[
            Criterion(
                key=key,
                title=key,
                levels=[Level(0, ~Is("a")), Level(most, Is("a"))],
            )
            for most, key in enumerate(keys, start=1)
        ],
    )
    figure = plots.radar({"A": scoring.score(rubric, Facts.of(facts, a=True))})
    said = texts(figure)
    assert "25%" in said
    assert "performance" not in said


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


class Detached:
    """Axes that were taken out of their figure."""

    name = "rectilinear"

    def get_figure(self, *, root: bool) -> None:
        assert root


def test_a_strip_says_that_it_is_no_ranking() -> None:
    said = texts(FIGURES["peer_strip"]())
    assert "neither a ranking nor a rating" in said
    assert "A6 committed participants (12 peers)" in said
    assert "Invented cluster 7 among its peers" in said


BAD_CALLS: dict[str, tuple[Callable[[], Any], str]] = {
    "no scores": (lambda: plots.radar({}), "scores must be one or more"),
    "two rubrics": (
        lambda: plots.radar({"A": an_open_score(), "B": unknown(ONE_CRITERION)}),
        "scores must be one or more, by one rubric",
    ),
    "too few criteria": (
        lambda: plots.radar({"A": unknown(ONE_CRITERION)}),
        "rubric must be of three criteria",
    ),
    "points below zero": (
        lambda: plots.radar({"A": unknown(BELOW_ZERO)}),
        "rubric must be of points from zero up",
    ),
    "plain axes for a radar": (
        lambda: plots.radar({"A": an_open_score()}, axes=Figure().add_subplot()),
        "axes must be polar axes",
    ),
    "polar axes for a timeline": (
        lambda: bronze(Figure().add_subplot(projection="polar")),
        "axes must be plain axes",
    ),
    "axes without a figure": (lambda: bronze(Detached()), "part of a figure"),
    "nobody to be placed among": (
        lambda: plots.peer_strip(a_position(peers=2)),
        "position must be of some indicator",
    ),
    "no reading at all": (
        lambda: plots.readings_map(every_reading(), choices=-1),
        "choices must be zero or more",
    ),
    "days in the wrong order": (
        lambda: plots.label_timeline(
            mexico.BRONZE_LABELS, since=THE_DAY, until=date(2000, 1, 1)
        ),
        "until must be",
    ),
}


@pytest.mark.parametrize(("call", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        call()
