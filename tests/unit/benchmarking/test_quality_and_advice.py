from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import (
    SMALL,
    TEXTS,
    make_gold,
    make_peers,
    make_record,
    make_scheme,
)

from icluster import Answer, Missing, Money
from icluster.benchmarking import (
    Decision,
    Trend,
    changes,
    position,
    quality,
    recommend,
    report,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.reference import advice, ecei
from icluster.scales import Composition

YES, NO, OPEN = Decision.YES, Decision.NO, Decision.OPEN


def gold_points(total: str) -> dict[str, Any]:
    """Spread *total* points over the 31 indicators, full ones first, 1 at least."""
    scheme, rest = make_gold(), Decimal(total) - 31
    points = {}
    for number in ecei.GOLD_31.numbers:
        more = min(scheme.maximum_of(number) - 1, rest)
        points[number], rest = 1 + more, rest - more
    return points


GOLDEN: dict[str, tuple[str, Decision]] = {
    "128 of 150 passes": ("128", YES),
    "120 of 150 passes exactly": ("120", YES),
    "119.9 does not": ("119.9", NO),
    "150 of 150 passes": ("150", YES),
}


@pytest.mark.parametrize(("total", "decision"), GOLDEN.values(), ids=GOLDEN)
def test_gold(total: str, decision: Decision) -> None:
    found = quality(gold_points(total), make_gold())
    assert found.lowest == found.highest == Fraction(Decimal(total))
    assert found.decision is decision


def test_full_points_do_not_pass_with_one_threshold_missed() -> None:
    # All points there are, but for one indicator without points to its maximum.
    numbers = ecei.GOLD_31.numbers
    scheme = make_gold()
    points = gold_points("150") | {numbers[0]: Decimal("0.9")}
    found = quality(points, scheme)
    assert found.highest >= ecei.GOLD_31.required
    assert (found.decision, found.missed) == (NO, (numbers[0],))


CASES: dict[str, tuple[dict[str, Any], Decision, tuple[str, ...]]] = {
    # Maxima 5, 3, 2; thresholds 3, 1, 0; 8 needed.
    "all known and enough": ({"1.1": 5, "1.2": 3, "2.1": 0}, YES, ()),
    "a threshold met at equality": ({"1.1": 3, "1.2": 3, "2.1": 2}, YES, ()),
    "a threshold missed": ({"1.1": "2.9", "1.2": 3, "2.1": 2}, NO, ()),
    "too little whatever comes": ({"1.1": 3, "1.2": 2}, NO, ()),
    "enough without what is unknown": ({"1.1": 5, "1.2": 3}, YES, ()),
    "the unknown has a threshold": ({"1.1": 5, "2.1": 2}, OPEN, ("1.2",)),
    "the unknown decides the total": ({"1.1": 4, "1.2": 3}, OPEN, ("2.1",)),
    "nothing is known": ({}, OPEN, ("1.1", "1.2", "2.1")),
    "unknown is said": ({"1.1": Missing.UNKNOWN, "1.2": 3, "2.1": 2}, OPEN, ("1.1",)),
}


@pytest.mark.parametrize(("points", "decision", "settles"), CASES.values(), ids=CASES)
def test_decision(
    points: dict[str, Any], decision: Decision, settles: tuple[str, ...]
) -> None:
    found = quality(points, make_scheme())
    assert (found.decision, found.settles) == (decision, settles)


def test_what_cannot_turn_the_decision_does_not_settle_it() -> None:
    # With 1.1 and 1.2 at their thresholds the total is reached: 2.1 is idle.
    scheme = make_scheme(thresholds={"1.1": 5, "1.2": 3, "2.1": 0})
    assert quality({}, scheme).settles == ("1.1", "1.2")
    flat = make_scheme(
        maxima={"1.1": 6, "1.2": 4, "2.1": 0}, thresholds={"1.1": 0, "1.2": 0, "2.1": 0}
    )
    assert quality({}, flat).settles == ("1.1", "1.2")


def test_a_range_for_what_is_unknown() -> None:
    found = quality({"1.1": 4}, make_scheme())
    assert [found.lowest, found.highest, found.still_needed] == [4, 9, 4]
    assert found.points_of("1.2") is Missing.UNKNOWN
    assert found.table().title == "Invented label: open"
    assert found.table().notes == ("Total 4 to 9; 8 are needed.",)
    known = quality({"1.1": 4, "1.2": 3, "2.1": 1}, make_scheme())
    assert known.table().notes == ("Total 8; 8 are needed.",)


BAD_POINTS: dict[str, tuple[dict[str, Any], type[Exception]]] = {
    "too many": ({"1.1": 6}, InvalidValueError),
    "below zero": ({"1.1": -1}, InvalidValueError),
    "a float": ({"1.1": 0.5}, InvalidValueError),
    "another way of missing": ({"1.1": Missing.NOT_APPLICABLE}, InvalidValueError),
    "for a stranger": ({"7.7": 1}, UnknownNameError),
}


@pytest.mark.parametrize(("points", "error"), BAD_POINTS.values(), ids=BAD_POINTS)
def test_refuses_points(points: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        quality(points, make_scheme())


def place(own: dict[str, Any], peers: list[Any]) -> Any:
    return position(make_record(own), peers=peers, structure=SMALL)


WEAK = place(
    {"members": 1, "plan": 0},
    [
        make_record({"members": n, "plan": n % 5, "staff": n}, f"P{n}")
        for n in range(1, 12)
    ],
)


def test_recommends_what_is_weak_in_the_callers_words() -> None:
    found = recommend(WEAK, texts=TEXTS)
    assert [each.text for each in found] == [
        "weakest A1 Mitglieder 1 all peers 11 serves 1.1",
        "weakest B6 the plan 0 of 4 all peers 11 Write it. serves 1.2, 9.9",
    ]
    assert [each.gain.points for each in found] == [None, None]


def test_the_larger_gain_comes_first() -> None:
    points = {"1.1": 4, "1.2": 2, "2.1": 2}
    by_points = recommend(
        WEAK, quality({"1.1": 4, "1.2": 1, "2.1": 2}, make_scheme()), texts=TEXTS
    )
    assert [each.indicator.key for each in by_points if each.indicator] == [
        "plan",
        "members",
    ]
    assert [each.gain.points for each in by_points] == [2, 1]
    missed = quality(points | {"1.1": 2}, make_scheme())
    first = recommend(WEAK, missed, texts=TEXTS)[0]
    assert first.gain.thresholds == 1
    assert first.text.endswith("points 2 of 3 for team")


def test_a_missed_threshold_is_weak_without_a_position() -> None:
    scheme = make_scheme(thresholds={"1.1": 3, "1.2": 1, "2.1": 1})
    alone = place({"members": 1}, [])
    found = recommend(
        alone, quality({"1.1": 2, "1.2": 3, "2.1": 0}, scheme), texts=TEXTS
    )
    # The first also serves 1.1 in the interview; no indicator of it serves 2.1.
    assert [each.serves for each in found] == [("1.1",), ("2.1",)]
    assert [each.gain.quarters for each in found] == [0, 0]
    assert found[1].text == "points 0 of 1 for press Call them. serves 2.1"
    assert found[1].indicator is None


def test_the_lower_half_and_what_serves_none() -> None:
    # Of staff 1 to 11, 5 is below the median; nothing is served.
    peers = make_peers("staff", list(range(1, 12)))
    (one,) = recommend(place({"staff": 5}, peers), texts=TEXTS)
    assert one.text == "weaker the staff serves none"
    assert one.gain.quarters == 2
    assert recommend(place({"staff": 5}, peers), texts=TEXTS, quarters=1) == ()


WORDS = {
    "the most of what should be little": ({"complaints": 4}, 1, "the weakest quarter"),
    "more than most of what should be little": (
        {"complaints": 2},
        2,
        "the weaker half",
    ),
    "the least of what should be much": ({"plan": 0}, 1, "the weakest quarter"),
    "less than most of what should be much": ({"plan": 1}, 2, "the weaker half"),
    "little, but not the least": ({"complaints": 1}, 3, "not in the strongest quarter"),
    "much, but not the most": ({"plan": 2}, 3, "not in the strongest quarter"),
}


@pytest.mark.parametrize(("own", "quarters", "words"), WORDS.values(), ids=WORDS)
def test_words_are_true_in_both_directions(
    own: dict[str, Any], quarters: int, words: str
) -> None:
    (key,) = own
    steps = [0, 1, 1, 2, 3] if key == "complaints" else [1, 1, 2, 2, 3]
    placed = place(own, make_peers(key, steps))
    (said,) = recommend(
        placed, texts=evolve(advice.ADVICE_EN, actions=()), quarters=quarters
    )
    assert words in said.text
    assert "low" not in said.text
    assert "below" not in said.text


def test_unknown_points_are_no_gain() -> None:
    found = recommend(WEAK, quality({}, make_scheme()), texts=TEXTS)
    assert {each.gain.points for each in found} == {None}


def test_the_report_has_it_all() -> None:
    peers = [
        make_record(
            {"members": n, "plan": 2, "types": Composition({"sme": n, "large": 1})},
            f"P{n}",
        )
        for n in range(1, 12)
    ]
    own = make_record(
        {
            "members": 11,
            "staff": 0,
            "load": 4,
            "plan": 0,
            "complaints": 9,
            "types": Composition({"sme": 0, "large": 0}),
        }
    )
    found = report(
        position(own, peers=peers, structure=SMALL),
        structure=SMALL,
        texts=TEXTS,
        quality=quality({"1.1": 5, "1.2": 3}, make_scheme()),
    )
    titles = [table.title for table in found.tables()]
    assert titles == [
        "Own, interviewed on 2015-05-04: completeness",
        "A members",
        "B means",
        "Compositions",
        "Remarks on the answers",
        "Strengths: the strongest quarter",
        "Weaknesses: the weakest quarter",
        "Invented label: yes",
        "Recommendations, the largest gain first",
    ]
    assert found.record is own
    assert [row[0] for row in found.tables()[4].rows] == [
        "complaints must be a step from 0 to 4, got 9",
        "members must be 0, the sum of types, got 11",
        "B2 the load: computed not applicable, stated 4",
    ]
    text = str(found)
    assert "neither a ranking nor a rating" in text
    assert "A1 the members" in text
    assert found._repr_html_().count("<table>") == len(titles)


def test_computed_and_stated_stand_side_by_side() -> None:
    alone = place({"members": 10, "staff": 3, "load": 3}, [])
    found = report(alone, structure=SMALL, texts=TEXTS)
    assert found.tables()[4].rows == (("B2 the load: computed ≈ 3.33, stated 3",),)
    assert found.strengths == found.weaknesses == ()


def test_a_report_under_another_structure_is_refused() -> None:
    other = evolve(SMALL, indicators=SMALL.indicators[:-1])
    with pytest.raises(InvalidValueError):
        report(WEAK, structure=other, texts=TEXTS)


def money(amount: int, year: int = 2015) -> Money:
    return Money(amount=amount, currency="EUR", year=year)


TRENDS: dict[str, tuple[str, Any, Any, Trend, object]] = {
    "more members": ("members", 10, 12, Trend.BETTER, 2),
    "fewer members": ("members", 12, 10, Trend.WORSE, -2),
    "as many": ("members", 10, Decimal(10), Trend.SAME, 0),
    "older": ("age", 5, 7, Trend.CHANGED, 2),
    "a better plan has no distance": ("plan", 1, 3, Trend.BETTER, None),
    "fewer complaints": ("complaints", 3, 1, Trend.BETTER, None),
    "another force": ("force", "public", "industry", Trend.CHANGED, None),
    "the same story": ("story", "a", "a", Trend.SAME, None),
    "a larger budget": ("budget", money(5), money(6), Trend.BETTER, 1),
    "budgets of two years": (
        "budget",
        money(5),
        money(6, 2016),
        Trend.INCOMPARABLE,
        None,
    ),
    "now answered": ("members", Missing.UNKNOWN, 3, Trend.GAINED, None),
    "no longer answered": ("members", 3, Missing.UNKNOWN, Trend.LOST, None),
    "never answered": (
        "members",
        Missing.UNKNOWN,
        Missing.NOT_ANSWERED,
        Trend.UNANSWERED,
        None,
    ),
    "outside the scale": ("members", -3, 3, Trend.INCOMPARABLE, None),
}


@pytest.mark.parametrize(
    ("key", "before", "after", "trend", "difference"), TRENDS.values(), ids=TRENDS
)
def test_changes(
    key: str, before: Any, after: Any, trend: Trend, difference: object
) -> None:
    old = make_record({key: before}, interviewed_on=date(2013, 5, 4))
    found = changes(old, make_record({key: after}), structure=SMALL)
    assert found[key].trend is trend
    assert found[key].difference == difference
    listed = [row[0] for row in found.table().rows]
    shown = trend not in (Trend.SAME, Trend.UNANSWERED)
    assert (found[key].indicator.name in listed) == shown
    assert (found[key] in found.better) == (trend is Trend.BETTER)
    assert (found[key] in found.worse) == (trend is Trend.WORSE)


def test_changes_of_two_organizations_or_in_no_order_are_refused() -> None:
    first = make_record([Answer("members", 1)], interviewed_on=date(2013, 5, 4))
    with pytest.raises(InvalidValueError):
        changes(first, make_record({}, "Other"), structure=SMALL)
    with pytest.raises(InvalidValueError):
        changes(make_record(), first, structure=SMALL)
    with pytest.raises(UnknownNameError):
        changes(first, make_record(), structure=SMALL)["weather"]
