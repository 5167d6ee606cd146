"""Orderings over scenarios, and shares of possibilities."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.scoring.test_changes import NOTHING, UNKNOWN, scored

from icluster import scoring
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.reference import eccp, mexico
from icluster.scoring import sensitivity

THE_DAY = date(2022, 9, 30)
TWO = {"Mexico": mexico.POLICIES_2022, "Nuevo León": mexico.POLICIES_2022}

SHARES = {
    "a sure lead is the whole": (scored(monitoring=True), scored(), Fraction(1)),
    "a sure lag is nothing": (scored(), scored(monitoring=True), Fraction(0)),
    "level is not ahead": (scored(), scored(), Fraction(0)),
    "one of two completions is a half": (
        scored(monitoring={True, False}),
        scored(),
        Fraction(1, 2),
    ),
    "both open count every pair": (
        scored(monitoring={True, False}),
        scored(broad_policy={True, False}),
        Fraction(1, 2),
    ),
    "a gap is divided evenly": (
        scored(broad_policy=True, broader_technical=True),
        scored(broad_policy=True),
        Fraction(1, 2),
    ),
}


@pytest.mark.parametrize(("one", "other", "share"), SHARES.values(), ids=SHARES)
def test_share(one: Any, other: Any, share: Fraction) -> None:
    assert scoring.share_ahead(one, other) == share


def test_leaving_out_a_criterion_can_reverse_an_ordering() -> None:
    found = scoring.leaving_out(
        {"A": scored(targeted_policy=True), "B": scored(monitoring=True)}
    )
    assert found.reversals == (("without Policy scope", "A", "B"),)
    ordering = found["A", "B"]
    assert (ordering.sure, ordering.possible, ordering.scenarios) == (4, 4, 5)
    assert ordering.share == Fraction(4, 5)
    assert not ordering.is_sure
    assert "5 scenarios." in str(found)
    assert "does not reflect the performance" in found._repr_html_()
    with pytest.raises(UnknownNameError, match="no score is called 'C'"):
        found["A", "C"]


def test_every_reading_is_counted_once() -> None:
    found = scoring.by_reading(TWO, on=THE_DAY, edition=eccp.EDITION_2022)
    assert len(found.scenarios) == 64
    assert found.names == ("Mexico", "Nuevo León")
    assert [each.sure for each in found.orderings] == [0, 0]


def test_days_are_scenarios() -> None:
    found = scoring.by_day(
        TWO,
        days=[THE_DAY, date(2023, 9, 30)],
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
    )
    assert [each.title for each in found.scenarios] == [
        "on 2022-09-30",
        "on 2023-09-30",
    ]


ONE_CRITERION = evolve(eccp.MATURITY_2022, criteria=eccp.MATURITY_2022.criteria[:1])

BAD_CALLS: dict[str, Any] = {
    "nothing to leave out": lambda: scoring.leaving_out({}),
    "one criterion only": lambda: scoring.leaving_out(
        {"A": scoring.score(ONE_CRITERION, NOTHING)}
    ),
    "no day": lambda: scoring.by_day(
        TWO, days=[], edition=eccp.EDITION_2022, reading=eccp.PUBLISHED_READING
    ),
}


@pytest.mark.parametrize("call", BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses(call: Any) -> None:
    with pytest.raises(InvalidValueError):
        call()


def test_too_many_totals_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sensitivity, "_MOST_TOTALS", 3)
    with pytest.raises(TooLargeError, match="totals of scope"):
        scoring.share_ahead(UNKNOWN, UNKNOWN)
