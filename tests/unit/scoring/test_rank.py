"""Ranks with ties, and ranges where scores are open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from icluster import Facts
from icluster._fields import check_type
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.reference import eccp, mexico
from icluster.scoring import Ranking, Score, rank, read_facts, score

NOTHING = dict.fromkeys(eccp.FACTS_2022.names, False) | {
    "established": "within_2_years"
}


def scored(**stated: Any) -> Score:
    return score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, NOTHING | stated))


NONE, BROAD = scored(), scored(broad_policy=True)
MONITORED = scored(monitoring=True)
OPEN = scored(broad_policy={False, True})

RANKS = {
    "one is first": ({"a": NONE}, ["1: a"]),
    "ties share the best rank": (
        {"a": NONE, "b": BROAD, "c": BROAD, "d": MONITORED},
        ["1: d", "2: b", "2: c", "4: a"],
    ),
    "an open score has a range": (
        {"open": OPEN, "low": NONE, "high": MONITORED},
        ["1: high", "2: open", "2 to 3: low"],
    ),
    "two open scores may each be ahead": (
        {"b": OPEN, "a": OPEN},
        ["1 to 2: a", "1 to 2: b"],
    ),
    "nobody to rank": ({}, []),
}


@pytest.mark.parametrize(("scores", "expected"), RANKS.values(), ids=RANKS)
def test_ranks(scores: dict[str, Score], expected: list[str]) -> None:
    assert [str(entry) for entry in rank(scores).entries] == expected


def test_the_table_carries_the_caution() -> None:
    ranking = rank({"open": OPEN, "low": NONE})
    assert ranking.table().notes == (eccp.MATURITY_2022.caution,)
    row = ranking.table().records()[0]
    assert (row["total_lowest"], row["total_highest"]) == (0, Decimal("0.5"))
    assert (row["rank_lowest"], row["rank_highest"]) == (1, 1)
    assert "Ranking" in str(ranking)
    assert ranking._repr_html_().startswith("<div")
    assert ranking["low"].worst == 2


def test_a_name_with_a_colon_keeps_its_rank() -> None:
    (record,) = rank({"a: b": NONE}).table().records()
    assert (record["rank_lowest"], record["name"]) == (1, "a: b")


def test_a_name_that_was_not_ranked() -> None:
    with pytest.raises(UnknownNameError, match="no ranked score is called 'x'"):
        rank({"a": NONE})["x"]


@pytest.mark.parametrize("scores", [{"a": NONE, 2022: NONE}, {None: NONE, 3: NONE}])
def test_names_that_are_no_text_are_refused(scores: Any) -> None:
    with pytest.raises(InvalidValueError, match="every name in scores must be text"):
        rank(scores)


def test_scores_by_different_rubrics_are_refused() -> None:
    other = score(evolve(eccp.MATURITY_2022, key="other"), NONE.facts)
    with pytest.raises(InvalidValueError) as caught:
        rank({"a": NONE, "b": other})
    assert caught.value.place == "scores['b']"


def test_a_ranking_says_that_days_and_readings_differ() -> None:
    def scored(on: date, **answers: str) -> Score:
        facts = read_facts(
            mexico.POLICIES_2022,
            on=on,
            edition=eccp.EDITION_2022,
            reading=eccp.PUBLISHED_READING.but(**answers),
        )
        return score(eccp.MATURITY_2022, facts)

    now, later = date(2022, 9, 30), date(2030, 1, 1)
    alike = rank({"a": scored(now), "b": scored(now)})
    mixed = rank({"a": scored(now), "b": scored(later, regional_policy="counts")})
    assert len(alike.table().notes) == 1
    assert tuple(map(str, mixed.table().notes[:2])) == (
        "The scores are of different days.",
        "The documents are not read alike in all of them.",
    )
    assert [entry.name for entry in mixed] == ["b", "a"]


@pytest.mark.parametrize(
    ("wrong", "hint"), [({}, " (scoring.rank gives one"), (5, ",")]
)
def test_scores_are_told_what_ranks_them(wrong: object, hint: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_type("ranking", wrong, Ranking)
    assert str(caught.value).startswith(f"ranking must be of type Ranking{hint}")
