"""Leads within bounds of weights."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.scoring.test_changes import UNKNOWN, scored

from icluster import scoring
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.scoring import Lead, leading

VERDICTS = {
    "ahead of": (1, 2, "is ahead of"),
    "behind": (-2, -1, "is behind"),
    "level": (0, 0, "is level with"),
    "never behind": (0, 1, "is never behind"),
    "never ahead": (-1, 0, "is never ahead of"),
    "either": (-1, 1, "may be ahead of or behind"),
}


@pytest.mark.parametrize(("least", "most", "verdict"), VERDICTS.values(), ids=VERDICTS)
def test_verdict(least: int, most: int, verdict: str) -> None:
    lead = Lead("A", "B", Fraction(least), Fraction(most))
    assert lead.verdict == verdict
    assert lead.reversed.reversed == lead
    assert (lead.is_sure, lead.is_possible) == (least > 0, most > 0)


def test_an_ordering_holds_only_within_some_weights() -> None:
    both = {"A": scored(monitoring=True), "B": scored(broad_policy=True)}
    assert scoring.leads(both).sure == (Lead("A", "B", Fraction(1, 2), Fraction(1, 2)),)
    found = scoring.leads(both, weights={"scope": ("0.5", 2), "evidence": (1, 1)})
    assert found["A", "B"] == Lead("A", "B", Fraction(0), Fraction(3, 4))
    assert found["B", "A"] == found["A", "B"].reversed
    assert "scope 0.5 to 2" in str(found)
    assert "does not reflect the performance" in found._repr_html_()
    with pytest.raises(UnknownNameError, match="no pair"):
        found["A", "C"]


def test_the_one_behind_comes_second_in_what_is_sure() -> None:
    found = scoring.leads({"A": scored(), "B": scored(monitoring=True)})
    assert [(lead.name, lead.other) for lead in found.sure] == [("B", "A")]


def test_no_scores_have_no_leads() -> None:
    assert scoring.leads({}).pairs == ()


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
        "by maturity_2022",
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
    monkeypatch.setattr(leading, "_MOST_PAIRS", 10)
    with pytest.raises(TooLargeError, match="pairs of levels of scope, continuity"):
        scoring.leads({"A": UNKNOWN, "B": UNKNOWN})
