"""Orderings over scenarios, and shares of possibilities."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.scoring.test_changes import NOTHING, UNKNOWN, scored

from icluster import scoring
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.reference import eccp, mexico
from icluster.rubrics import _outcomes
from icluster.scoring import Ordering, Scenario, Scenarios

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
    ((title, *names),) = found.reversals
    assert (str(title), names) == ("without Policy scope", ["A", "B"])
    ordering = found["A", "B"]
    assert (ordering.sure, ordering.possible, ordering.scenarios) == (4, 4, 5)
    assert ordering.share == Fraction(4, 5)
    assert not ordering.is_sure
    assert "5 scenarios." in str(found)
    assert "does not reflect the performance" in found._repr_html_()
    with pytest.raises(UnknownNameError, match="no score is called 'C'"):
        found["A", "C"]


SHARE_TEXTS = {
    Fraction(0): "0 %",
    Fraction(1, 2): "50 %",
    Fraction(1, 3): "≈ 33.33 %",
    Fraction(43323637, 160432128): "≈ 27 %",
    Fraction(1, 10**6): "< 0.01 %",
    Fraction(10**6 - 1, 10**6): "> 99.99 %",
    Fraction(1): "100 %",
}


@pytest.mark.parametrize(("share", "text"), SHARE_TEXTS.items())
def test_a_share_is_written_in_percent(share: Fraction, text: str) -> None:
    ordering = Ordering("A", "B", 0, 1, 1, share)
    assert str(ordering).endswith(f"1 scenarios; {text}")


def test_a_table_of_orderings_can_be_limited() -> None:
    found = scoring.leaving_out(
        {
            "A": scored(targeted_policy=True),
            "B": scored(monitoring=True),
            "C": scored(),
            "D": scored(),
        }
    )
    whole, some = found.table(), found.table(names=["B", "A"])
    assert (len(whole), len(some)) == (12, 2)
    assert "orderings." not in str(whole)
    assert "2 of 12 orderings." in map(str, some.notes)
    uncertain = found.table(uncertain_only=True).records()
    assert [(row["name"], row["other"], row["share"]) for row in uncertain] == [
        ("A", "B", Fraction(4, 5)),
        ("B", "A", Fraction(1, 5)),
        ("B", "C", Fraction(4, 5)),
        ("B", "D", Fraction(4, 5)),
    ]


def test_totals_stand_beside_each_scenario() -> None:
    found = scoring.leaving_out(
        {"A": scored(targeted_policy=True), "B": scored(monitoring=True)}
    )
    table = found.totals_table()
    assert [tuple(row.values()) for row in table.records()[:3]] == [
        ("A", "every criterion", Decimal("2.5"), Decimal("2.5"), 1, 1),
        ("A", "without Policy scope", Decimal("0.5"), Decimal("0.5"), 2, 2),
        ("A", "without Continuity of cluster policies", 2, 2, 1, 1),
    ]
    assert len(table) == 10
    assert "does not reflect the performance" in str(table)
    (one, *_) = found.totals_table(names=["B"]).records()
    assert (one["name"], one["total_lowest"], one["rank_highest"]) == ("B", 1, 2)


def test_scenarios_are_of_the_same_names() -> None:
    one, other = (Scenario(name, ((name, UNKNOWN),)) for name in "AB")
    for several in ((), (one, other)):
        with pytest.raises(InvalidValueError, match="some, with the same names"):
            Scenarios(several)
    with pytest.raises(UnknownNameError, match="no score is called 'B'; known: A"):
        one["B"]


def test_scores_of_a_scenario_are_by_one_rubric() -> None:
    other = scoring.score(ONE_CRITERION, NOTHING)
    mixed = Scenario("mixed", (("A", UNKNOWN), ("B", other)))
    with pytest.raises(InvalidValueError, match=r"scenarios\[0\]\['B'\] must be by"):
        Scenarios((mixed,))


def test_every_reading_is_counted_once() -> None:
    found = scoring.by_reading(TWO, on=THE_DAY, edition=eccp.EDITION_2022)
    assert len(found.scenarios) == 128
    assert found.names == ("Mexico", "Nuevo León")
    assert [each.sure for each in found.orderings] == [0, 0]


def test_days_are_scenarios() -> None:
    found = scoring.by_day(
        TWO,
        days=[THE_DAY, date(2023, 9, 30)],
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
    )
    assert [str(scenario.title) for scenario in found.scenarios] == [
        "on 2022-09-30",
        "on 2023-09-30",
    ]


ONE_CRITERION = evolve(eccp.MATURITY_2022, criteria=eccp.MATURITY_2022.criteria[:1])

EDITION, READING = eccp.EDITION_2022, eccp.PUBLISHED_READING
RECORDED: Any = mexico.POLICIES_2022

BAD_CALLS: dict[str, tuple[Any, str]] = {
    "nothing to leave out": (
        lambda: scoring.leaving_out({}),
        r"scores must be some, by a rubric of several criteria, got \(\)",
    ),
    "one criterion only": (
        lambda: scoring.leaving_out({"A": scoring.score(ONE_CRITERION, NOTHING)}),
        "scores must be some, by a rubric of several criteria",
    ),
    "no scores at all": (
        lambda: scoring.leaving_out(None),  # type: ignore[arg-type]
        "scores must be a mapping of names to scores, such as a dict, got None",
    ),
    "no day": (
        lambda: scoring.by_day(TWO, days=[], edition=EDITION, reading=READING),
        "days must be one or more, such as",
    ),
    "a day that stands alone": (
        lambda: scoring.by_day(
            TWO,
            days=THE_DAY,  # type: ignore[arg-type]
            edition=EDITION,
            reading=READING,
        ),
        r"days must be one or more, such as \[date.*, got 2022-09-30",
    ),
    "a day twice": (
        lambda: scoring.by_day(
            TWO, days=[THE_DAY, THE_DAY], edition=EDITION, reading=READING
        ),
        "days must be each given once",
    ),
    "a day in words": (
        lambda: scoring.by_day(
            TWO,
            days=["2022-09-30"],  # type: ignore[list-item]
            edition=EDITION,
            reading=READING,
        ),
        r"days\[0\] must be a datetime.date, as date.2022, 9, 30., got '2022-09-30'",
    ),
    "days in one word": (
        lambda: scoring.by_day(
            TWO,
            days="2022",  # type: ignore[arg-type]
            edition=EDITION,
            reading=READING,
        ),
        "days must be one or more, such as .*, got '2022'",
    ),
    "a moment": (
        lambda: scoring.by_day(
            TWO,
            days=[datetime(2022, 9, 30, tzinfo=UTC)],
            edition=EDITION,
            reading=READING,
        ),
        r"days\[0\] must be a datetime.date",
    ),
    "several readings on several days": (
        lambda: scoring.by_day(
            TWO,
            days=[THE_DAY],
            edition=EDITION,
            reading=[READING],  # type: ignore[arg-type]
        ),
        "reading must be of type Reading",
    ),
    "policies of nobody": (
        lambda: scoring.by_reading(RECORDED, on=THE_DAY, edition=EDITION),
        "records must be a mapping of names to records, such as a dict, got 'tuple'",
    ),
    "one policy alone": (
        lambda: scoring.by_reading({"A": RECORDED[0]}, on=THE_DAY, edition=EDITION),
        r"records\['A'\] must be several records of type Policy, got",
    ),
    "what is no policy": (
        lambda: scoring.by_reading(  # type: ignore[misc]
            {"A": ["law"]},
            on=THE_DAY,
            edition=EDITION,  # pyright: ignore[reportArgumentType]
        ),
        r"records\['A'\]\[0\] must be of type Policy, got 'law'",
    ),
    "a rubric for an edition": (
        lambda: scoring.by_reading(
            TWO,
            on=THE_DAY,
            edition=eccp.MATURITY_2022,  # type: ignore[arg-type]
        ),
        "edition must be of type Edition",
    ),
    "a year for a day": (
        lambda: scoring.by_reading(TWO, on=2022, edition=EDITION),  # type: ignore[arg-type]
        "on must be a datetime.date, as date.2022, 9, 30., got 2022",
    ),
    "no score to be ahead": (
        lambda: scoring.share_ahead(None, UNKNOWN),  # type: ignore[arg-type]
        "one must be of type Score",
    ),
    "no score to be ahead of": (
        lambda: scoring.share_ahead(UNKNOWN, None),  # type: ignore[arg-type]
        "other must be of type Score",
    ),
    "shares by two rubrics": (
        lambda: scoring.share_ahead(UNKNOWN, scoring.score(ONE_CRITERION, NOTHING)),
        "other must be by maturity_2022, as the one",
    ),
}


@pytest.mark.parametrize(("call", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses(call: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        call()


def test_too_many_totals_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_outcomes, "_MOST_COUNTED", 3)
    with pytest.raises(TooLargeError, match="totals of scope"):
        scoring.share_ahead(UNKNOWN, UNKNOWN)
