"""Leads within bounds of weights."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.engines import pandas
from tests.unit.scoring.test_changes import UNKNOWN, scored

from icluster import scoring
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.scoring import Lead, Standing, _leads

STANDINGS = {
    "ahead of": (1, 2, Standing.AHEAD),
    "behind": (-2, -1, Standing.BEHIND),
    "level": (0, 0, Standing.LEVEL),
    "never behind": (0, 1, Standing.NEVER_BEHIND),
    "never ahead": (-1, 0, Standing.NEVER_AHEAD),
    "either": (-1, 1, Standing.OPEN),
}


@pytest.mark.parametrize(
    ("least", "most", "standing"), STANDINGS.values(), ids=STANDINGS
)
def test_standing(least: int, most: int, standing: Standing) -> None:
    lead = Lead("A", "B", Fraction(least), Fraction(most))
    assert lead.standing is standing
    assert lead.reversed.reversed == lead
    assert (lead.is_sure, lead.is_possible) == (least > 0, most > 0)
    certain = standing in {Standing.AHEAD, Standing.BEHIND, Standing.LEVEL}
    assert lead.is_certain is lead.reversed.is_certain is certain


def test_an_ordering_holds_only_within_some_weights() -> None:
    both = {"A": scored(monitoring=True), "B": scored(broad_policy=True)}
    assert scoring.leads(both).sure == (Lead("A", "B", Fraction(1, 2), Fraction(1, 2)),)
    found = scoring.leads(both, weights={"scope": ("0.5", 2), "evidence": (1, 1)})
    assert found["A", "B"] == Lead("A", "B", Fraction(0), Fraction(3, 4))
    assert found["B", "A"] == found["A", "B"].reversed
    assert "scope 0.5 to 2" in str(found)
    assert "does not reflect the performance" in found._repr_html_()


def test_leads_are_written_for_a_reader() -> None:
    third = Fraction(1, 3)
    assert str(Lead("A", "B", third, third)) == "A is ahead of B: ≈ 0.33 points"
    found = scoring.leads(
        {"A": scored(monitoring=True), "B": scored()}, weights={"evidence": ("1e-3", 1)}
    )
    (row,) = found.table().records()
    assert (row["least"], row["most"]) == (Fraction(1, 1000), 1)
    assert "continuity 1, evidence 0.001 to 1" in str(found)


def test_a_table_of_leads_can_be_limited() -> None:
    found = scoring.leads(
        {"A": scored(monitoring=True), "B": scored(), "C": UNKNOWN, "D": scored()}
    )
    assert found.names == ("A", "B", "C", "D")
    whole, some = found.table(), found.table(names=["C", "A"])
    assert (len(whole), len(some)) == (6, 1)
    assert "of 6 pairs." not in str(whole)
    assert "1 of 6 pairs." in str(some)
    uncertain = found.table(uncertain_only=True).records()
    assert [(row["name"], row["other"]) for row in uncertain] == [
        ("A", "C"),
        ("B", "C"),
        ("C", "D"),
    ]


PAIRS: dict[str, tuple[Any, type[Exception], str]] = {
    "one name": ("A", InvalidValueError, r"a pair of two names.*got 'A'"),
    "two letters": ("AB", InvalidValueError, r"a pair of two names.*got 'AB'"),
    "three names": (("A", "B", "C"), InvalidValueError, "a pair of two names"),
    "the same name": (("A", "A"), InvalidValueError, "a pair of two names"),
    "an unknown name": (
        ("A", "X"),
        UnknownNameError,
        "no score is called 'X'; known: A, B, C",
    ),
}


@pytest.mark.parametrize(("pair", "error", "message"), PAIRS.values(), ids=PAIRS)
def test_what_is_no_pair(pair: Any, error: type[Exception], message: str) -> None:
    every = dict.fromkeys("ABC", UNKNOWN)
    for found in (scoring.leads(every), scoring.leaving_out(every)):
        with pytest.raises(error, match=message):
            found[pair]


def test_a_table_is_not_limited_to_one_string() -> None:
    every = dict.fromkeys("ABC", UNKNOWN)
    for found in (scoring.leads(every), scoring.leaving_out(every)):
        with pytest.raises(InvalidValueError, match="names must be several names"):
            found.table(names="AB")
        with pytest.raises(UnknownNameError, match="no score is called 'X'"):
            found.table(names=["A", "X"])


def test_the_one_behind_comes_second_in_what_is_sure() -> None:
    found = scoring.leads({"A": scored(), "B": scored(monitoring=True)})
    assert [(lead.name, lead.other) for lead in found.sure] == [("B", "A")]


def test_no_scores_have_no_leads() -> None:
    assert scoring.leads({}).pairs == ()
    assert "Weights: none." in str(scoring.leads({}))


BAD_CALLS: dict[str, tuple[Any, type[Exception], str]] = {
    "no score": (
        lambda: scoring.leads({"A": None}),  # type: ignore[dict-item]
        InvalidValueError,
        "scores.*must be of type Score",
    ),
    "another rubric": (
        lambda: scoring.leads(
            {
                "A": UNKNOWN,
                "B": scoring.score(evolve(UNKNOWN.rubric, key="other"), UNKNOWN.facts),
            }
        ),
        InvalidValueError,
        r"scores\['B'\] must be by maturity_2022, the rubric of scores\['A'\]",
    ),
    "nothing": (
        lambda: scoring.leads(None),  # type: ignore[arg-type]
        InvalidValueError,
        "scores must be a mapping of names to scores, such as a dict, got None",
    ),
    "a list of scores": (
        lambda: scoring.leads([UNKNOWN]),  # type: ignore[arg-type]
        InvalidValueError,
        "scores must be a mapping of names to scores, such as a dict, got 'list'",
    ),
    "a column of a data frame": (
        lambda: scoring.leads(pandas.Series({"A": UNKNOWN})),
        InvalidValueError,
        "such as a dict, got 'Series'",
    ),
    "a name that is no text": (
        lambda: scoring.leads({2022: UNKNOWN}),  # type: ignore[dict-item]
        InvalidValueError,
        "every name in scores must be text, got 2022",
    ),
    "weights without criteria": (
        lambda: scoring.leads({"A": UNKNOWN}, weights=[(1, 2)]),  # type: ignore[arg-type]
        InvalidValueError,
        "weights must be of type Mapping",
    ),
    "no such criterion": (
        lambda: scoring.leads({"A": UNKNOWN}, weights={"scale": (1, 1)}),
        UnknownNameError,
        "no criterion is called 'scale'",
    ),
    "one weight instead of two": (
        lambda: scoring.leads({"A": UNKNOWN}, weights={"scope": 1}),  # type: ignore[dict-item]
        InvalidValueError,
        "a lowest and a highest weight",
    ),
    "weights in the wrong order": (
        lambda: scoring.leads({"A": UNKNOWN}, weights={"scope": (2, 1)}),
        InvalidValueError,
        "not negative and in order",
    ),
    "a negative weight": (
        lambda: scoring.leads({"A": UNKNOWN}, weights={"scope": (-1, 1)}),
        InvalidValueError,
        "not negative and in order",
    ),
}


@pytest.mark.parametrize(
    ("call", "error", "message"), BAD_CALLS.values(), ids=BAD_CALLS
)
def test_refuses(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()


def test_too_many_pairs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_leads, "_MOST_PAIRS", 10)
    with pytest.raises(TooLargeError, match="pairs of levels of scope, continuity"):
        scoring.leads({"A": UNKNOWN, "B": UNKNOWN})
