"""Totals of many over many years."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.unit.scoring.test_changes import UNKNOWN, scored

from icluster import scoring
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scoring import Movement

NOW = scored(monitoring=True)
YEARS = {
    2022: {"A": NOW, "B": UNKNOWN},
    2020: {"A": scored()},
    2021: {"B": UNKNOWN},
    2023: {"A": NOW, "C": scored()},
}


def test_each_score_is_held_against_the_one_before() -> None:
    found = scoring.over_time(YEARS)
    assert found.names == ("A", "B", "C")
    assert found.times == ("2020", "2021", "2022", "2023")
    assert [tuple(row.values()) for row in found.table().records()] == [
        ("A", "2020", *(0, 0), "first scored", ""),
        ("A", "2021", *(None, None), "not scored", ""),
        ("A", "2022", *(1, 1), "rose", "Evidence of performance rose"),
        ("A", "2023", *(1, 1), "stayed", ""),
        ("B", "2020", *(None, None), "not scored", ""),
        ("B", "2021", *(0, 8), "first scored", ""),
        ("B", "2022", *(0, 8), "the facts leave it open", ""),
        ("B", "2023", *(None, None), "not scored", ""),
        ("C", "2020", *(None, None), "not scored", ""),
        ("C", "2021", *(None, None), "not scored", ""),
        ("C", "2022", *(None, None), "not scored", ""),
        ("C", "2023", *(0, 0), "first scored", ""),
    ]


def test_one_name_is_followed() -> None:
    found = scoring.over_time(YEARS)
    change = found["A"][2].change
    assert change is not None
    assert change["evidence"].why[0].fact == "monitoring"
    assert [each.time for each in found["A"]] == ["2020", "2021", "2022", "2023"]
    with pytest.raises(UnknownNameError, match="no score is called 'X'"):
        found["X"]


def test_a_table_can_be_limited() -> None:
    found = scoring.over_time(YEARS)
    assert len(found.table(names=["C"])) == 4
    rows = found.table(moved_only=True).records()
    assert [(row["name"], row["time"]) for row in rows] == [
        ("A", "2022"),
        ("B", "2022"),
    ]
    assert "does not reflect the performance of a country" in str(found)
    assert found._repr_html_().startswith("<div")


def test_times_can_be_days_or_words() -> None:
    days = {date(2022, 9, 30): {"A": NOW}, date(2021, 9, 30): {"A": scored()}}
    assert scoring.over_time(days).times == ("2021-09-30", "2022-09-30")
    words = {"then": {"A": scored()}, "now": {"A": NOW}}
    assert scoring.over_time(words)["A"][1].movement is Movement.ROSE


def test_there_may_be_nothing_to_follow() -> None:
    assert scoring.over_time({}).courses == ()


BAD_CALLS: dict[str, tuple[Any, str]] = {
    "nothing": (None, "scores must be a mapping of times to scores by name"),
    "a list": ([{"A": NOW}], "scores must be a mapping of times to scores by name"),
    "scores without a time": ({"A": NOW}, r"scores\['A'\] must be a mapping of names"),
    "no score": ({2022: {"A": 1}}, r"scores\[2022\]\['A'\] must be of type Score"),
    "years and words": ({2022: {}, "later": {}}, "by year, by day or by words"),
    "moments": ({datetime(2022, 9, 30, tzinfo=UTC): {}}, "by year, by day or by words"),
    "yes and no": ({True: {}}, "by year, by day or by words"),
}


@pytest.mark.parametrize(("scores", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses(scores: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        scoring.over_time(scores)
