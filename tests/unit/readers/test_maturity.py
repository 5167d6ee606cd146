"""The maturity table from text: a published score, or the lines that forbid it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from icluster.errors import InvalidValueError
from icluster.readers import MaturityReading, read_maturity_table
from icluster.reference import eccp, mexico
from icluster.sources import citations_of

TABLE = (Path(__file__).parent / "maturity_mexico.txt").read_text("utf-8")
PUBLISHED = evolve(mexico.PUBLISHED_2022, citations=())


def read(text: str, **options: Any) -> MaturityReading:
    return read_maturity_table(
        text,
        layout=eccp.MATURITY_LAYOUT,
        collected=mexico.PUBLISHED_2022.collected,
        **options,
    )


def test_the_table_of_mexico_gives_its_published_score() -> None:
    assert read(TABLE) == MaturityReading(score=PUBLISHED)


SHAPES = {
    "a decimal point": TABLE.replace(",", "."),
    "spaces for tabs": TABLE.replace("\t", "   "),
    "Windows line ends": TABLE.replace("\n", "\r\n"),
    "small letters": TABLE.replace("POLICY SCOPE", "Policy scope"),
    "prose around it": f"MATURITY\n\nWhatever 1 1\n{TABLE}\nTOTAL loss 3\nBroad policy",
    "a heading on a line of its own": TABLE.replace("CONTINUITY\t", "CONTINUITY\n", 1),
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_the_shape_of_the_table_does_not_matter(text: str) -> None:
    assert read(text) == MaturityReading(score=PUBLISHED)


def test_a_source_is_cited() -> None:
    source = mexico.FACTSHEET_2022.sources[0]
    score = read(TABLE, source=source).score
    assert score is not None
    assert [str(each) for each in citations_of(score, "total")] == [
        "eccp_mx, maturity table"
    ]


def test_a_total_that_does_not_add_up_is_reported_and_kept() -> None:
    reading = read(TABLE.replace("\t1,5", "\t2"))
    assert [line.reason.value for line in reading.rejected] == ["total_differs"]
    assert reading.rejected[0].number == 18
    assert reading.score is not None
    assert str(reading.score.total) == "2"


# id: (what is replaced, by what, the reasons)
SPOILT: dict[str, tuple[str, str, list[str]]] = {
    "no table": ("Max score", "Max", ["no_table"]),
    "no subject": ("Mexico\t", "", ["no_subject"]),
    "a second table": (
        "TOTAL (8)\t\t\t1,5",
        "X MATURITY ASSESSMENT Max score Actual score",
        ["second_table", "no_total"],
    ),
    "an unknown row": ("Broad policy", "Broader policy", ["unknown_row", "no_level"]),
    "a row above every criterion": (
        "POLICY SCOPE\t",
        "",
        ["unknown_row"] * 4 + ["no_level"],
    ),
    "a row that stands twice": ("Sectoral policy", "Broad policy", ["repeated"]),
    "a criterion that stands twice": (
        "CONTINUITY",
        "POLICY SCOPE",
        ["repeated", *["unknown_row"] * 3, "no_level"],
    ),
    "a row without points": ("\t0,5\t0,5", "", ["no_points", "no_level"]),
    "points in words": ("\t0,5\t0,5", "\thalf", ["no_points", "no_level"]),
    "three numbers": ("\t0,5\t0,5", "\t0,5\t0,5\t1", ["no_points", "no_level"]),
    "points of another row": ("\t0,5\t0,5", "\t0,5\t1", ["other_points", "no_level"]),
    "a second level": (
        "Sectoral policy\t1\t",
        "Sectoral policy\t1\t1",
        ["second_level"],
    ),
    "no level": ("\t0,5\t0,5", "\t0,5\t", ["no_level"]),
    "no total": ("\t1,5", "", ["no_total"]),
    "a total in words": ("\t1,5", "\tlow", ["no_total"]),
    "another maximum": ("(8)", "(10)", ["other_points"]),
    "cut before the total": ("TOTAL (8)\t\t\t1,5", "", ["no_total"]),
}


@pytest.mark.parametrize("case", SPOILT.values(), ids=SPOILT)
def test_no_score_is_made_up(case: tuple[str, str, list[str]]) -> None:
    old, new, reasons = case
    reading = read(TABLE.replace(old, new, 1))
    assert reading.score is None
    assert [line.reason.value for line in reading.rejected] == reasons


def test_of_two_tables_the_first_is_read_and_the_second_reported() -> None:
    reading = read(TABLE + TABLE)
    assert reading.score == PUBLISHED
    assert [line.reason.value for line in reading.rejected] == ["second_table"]


def test_the_closest_row_of_the_criterion_is_named() -> None:
    line = read(TABLE.replace("Sectoral policy", "Sector policy")).rejected[0]
    assert (line.number, line.reason.value) == (4, "unknown_row")
    assert line.closest == "Sectoral policy"


BAD: dict[str, dict[str, Any]] = {
    "a text that is bytes": {"text": b""},
    "a layout by name": {"layout": "eccp"},
    "a source by name": {"source": "eccp_mx"},
    "a period by name": {"collected": "Q3 2022"},
}


@pytest.mark.parametrize("changes", BAD.values(), ids=BAD)
def test_bad_calls_are_refused(changes: dict[str, Any]) -> None:
    good: dict[str, Any] = {"text": "", "layout": eccp.MATURITY_LAYOUT}
    with pytest.raises(InvalidValueError) as caught:
        read_maturity_table(**{**good, **changes})
    assert caught.value.place in changes
