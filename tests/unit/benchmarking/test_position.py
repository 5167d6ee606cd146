from __future__ import annotations

import statistics
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import SMALL, make_indicator, make_peers, make_record

from icluster import Answer, Country, Missing, Money, Organization, Other
from icluster.benchmarking import (
    IndicatorPosition,
    LeftOut,
    PartPosition,
    PeerGroup,
    QuantileMethod,
    Rank,
    ReadRecord,
    choose,
    latest,
    position,
    review,
    same_country,
    same_portfolio,
)
from icluster.benchmarking._ranks import QuotientsInOrder, rank_step
from icluster.errors import Fault, InvalidValueError, UnknownNameError
from icluster.languages import es
from icluster.scales import Composition, Direction, Frequency, Measure, Unit
from icluster.tables import Table
from icluster.words import worded

A_PEER = Organization(name="A peer")


def rows_of(table: Table) -> list[tuple[Any, ...]]:
    return [tuple(record.values()) for record in table.records()]


def place(key: str, own: Any, values: list[Any], **terms: Any) -> IndicatorPosition:
    found = position(
        make_record({key: own}), peers=make_peers(key, values), structure=SMALL, **terms
    )
    return found[key]


@pytest.mark.parametrize("method", QuantileMethod)
def test_quartiles_are_those_of_the_standard_library(method: QuantileMethod) -> None:
    values = [
        Decimal(v) for v in ("3", "1.5", "7", "7", "2.25", "9", "4", "11", "5", "6")
    ]
    found = place("staff", Decimal(5), values, method=method)
    expected = statistics.quantiles(map(Fraction, values), method=method.value)
    assert list(found.quartiles) == expected


def test_no_peers_quotient_stands_for_another() -> None:
    """Those of neighbouring denominators lie closest: none is taken for its twin."""
    belows = [*range(90, 100), *range(2, 90, 7)]
    aboves = [below - 1 for below in belows]
    found = QuotientsInOrder([*aboves, 49, 1], [*belows, 98, 2])
    quotients = map(Fraction, [*aboves, 49, 1], [*belows, 98, 2])
    assert list(found) == sorted(quotients)
    assert found[0] == found[1] == found[2] == Fraction(1, 2)


def test_a_percentile_says_how_ties_count() -> None:
    found = place("members", 5, [1, 5, 5, 8, 9])
    assert found.rank is not None
    assert (found.rank.below, found.rank.tied, found.rank.above) == (1, 2, 2)
    assert found.rank.percentile == Fraction(2, 5)


def test_a_group_below_the_minimum_gives_nothing() -> None:
    found = place("members", 5, [1, 2, 3, 4])
    assert (found.size, found.rank, found.quartiles, found.strength) == (
        4,
        None,
        (),
        None,
    )


def test_boundaries_need_a_larger_group_than_a_place() -> None:
    nine = place("members", 5, list(range(9)))
    ten = place("members", 5, list(range(10)))
    assert nine.rank is not None
    assert nine.quartiles == ()
    assert ten.quartiles != ()
    assert ten.quartiles_text() == "2.25 | 4.5 | 6.75"


def test_boundaries_take_the_minimum_where_it_is_larger() -> None:
    found = [
        position(make_record(), peers=[], structure=SMALL, minimum=minimum)
        for minimum in (2, 12)
    ]
    assert [each.boundaries_from for each in found] == [10, 12]


def test_the_minima_are_the_callers() -> None:
    found = place("members", 5, [1, 9], minimum=2, boundaries_from=2)
    assert list(found.quartiles) == [3, 5, 7]


QUARTERS: dict[str, tuple[str, Any, int | None, int | None]] = {
    # Peers have 1 to 10, twice: the quartiles are 3, 5.5 and 8.
    "below the first quartile": ("members", 2, 1, 1),
    "on the first quartile": ("members", 3, 2, 2),
    "above the median": ("members", 6, 3, 3),
    "on the third quartile": ("members", 8, 3, 3),
    "above the third quartile": ("members", 9, 4, 4),
    "neither way is better": ("age", 9, 4, None),
}


@pytest.mark.parametrize(
    ("key", "own", "quarter", "strength"), QUARTERS.values(), ids=QUARTERS
)
def test_quarter(key: str, own: Any, quarter: int, strength: int | None) -> None:
    found = place(key, own, [*range(1, 11), *range(1, 11)])
    assert found.rank is not None
    assert (found.rank.quarter, found.strength) == (quarter, strength)


def test_less_is_better_turns_the_weak_side_round() -> None:
    # The load of the record is 50, those of its peers are 1 to 10.
    own = make_record({"members": 50, "staff": 1})
    peers = [
        make_record({"members": number, "staff": 1}, f"Peer {number}")
        for number in range(1, 11)
    ]
    found = position(own, peers=peers, structure=SMALL)
    assert found["load"].strength == 1
    assert found["members"].strength == 4
    assert [each.indicator.key for each in found.weaknesses()] == ["load"]
    assert [each.indicator.key for each in found.strengths()] == ["members"]


@pytest.mark.parametrize("key", ["members", "age", "plan", "complaints"])
def test_level_with_all_is_never_weak(key: str) -> None:
    found = place(key, 3, [3] * 12)
    assert found.rank is not None
    assert found.rank.percentile == Fraction(1, 2)
    assert found.rank.quarter in (2, 3)
    assert found.strength in (None, 3)


STEPS: dict[str, tuple[str, int, list[int], int]] = {
    "three quarters lie above": ("plan", 0, [1, 2, 3, 0], 1),
    "more than half lie above": ("plan", 1, [0, 1, 2, 2, 2], 2),
    "half lie above": ("plan", 1, [0, 1, 2, 2], 3),
    "three quarters lie below": ("plan", 4, [1, 2, 3, 4], 4),
    "fewer complaints are better": ("complaints", 0, [1, 2, 3, 0], 4),
    "more complaints are worse": ("complaints", 4, [1, 2, 3, 4], 1),
    "more complaints than most": ("complaints", 2, [0, 1, 1, 2, 3], 2),
    "as many complaints as most": ("complaints", 2, [1, 1, 2, 2], 3),
}


@pytest.mark.parametrize(("key", "own", "peers", "strength"), STEPS.values(), ids=STEPS)
def test_steps_are_placed_by_order_alone(
    key: str, own: int, peers: list[int], strength: int
) -> None:
    found = place(key, own, peers, minimum=2)
    assert found.strength == strength
    assert found.quartiles == ()


def test_frequencies_of_steps() -> None:
    few = place("plan", 1, [0, 1, 1, 2, 3])
    assert [(str(f.answer), f.count) for f in few.frequencies] == [("1 of 4", 2)]
    many = place("plan", 1, [0, 1, 1, 2, 3] * 2)
    assert [each.count for each in many.frequencies] == [2, 4, 2, 2, 0]
    assert [each.is_own for each in many.frequencies] == [
        False,
        True,
        False,
        False,
        False,
    ]


def test_steps_counted_from_one_are_placed_and_counted_alike() -> None:
    found = place("mark", 5, [1, 1, 2, 5, 5] * 2)
    assert [(str(f.answer), f.count) for f in found.frequencies] == [
        ("1 of 5", 4),
        ("2 of 5", 2),
        ("3 of 5", 0),
        ("4 of 5", 0),
        ("5 of 5", 4),
    ]
    assert found.rank is not None
    assert (found.rank.below, found.rank.tied, found.rank.above) == (6, 4, 0)
    lower = place("plan", 4, [0, 0, 1, 4, 4] * 2).rank
    assert found.rank == lower
    assert isinstance(place("mark", 0, [1] * 10).value, Fault)


def test_choices_have_frequencies_and_no_place() -> None:
    found = place("force", "public", ["public"] * 3 + ["industry"] * 7)
    assert [(str(f.answer), f.count, f.is_own) for f in found.frequencies] == [
        ("industry", 7, False),
        ("public", 3, True),
    ]
    assert found.rank is None


def test_several_counts_each_answer() -> None:
    peers: list[Any] = [("energy", Other("water"))] * 4 + [()] * 6
    found = place("topics", ("energy", Other("mud")), peers)
    assert [(str(f.answer), f.count, f.is_own) for f in found.frequencies] == [
        ("energy", 4, True),
        ("mud", 0, True),
        ("water", 4, False),
    ]


def test_text_has_no_place() -> None:
    found = place("story", "a", ["b"] * 12)
    assert (found.size, found.rank, found.frequencies) == (12, None, ())


def test_compositions_are_placed_by_share() -> None:
    peers = [Composition({"sme": n, "large": 10 - n}) for n in range(10)]
    found = place("types", Composition({"sme": 30, "large": 10}), peers)
    sme, large = found.parts
    assert (sme.category, sme.value) == ("sme", Fraction(3, 4))
    assert sme.rank is not None
    assert (sme.rank.below, sme.rank.above) == (8, 2)
    expected = statistics.quantiles(
        [Fraction(n, 10) for n in range(10)], method="inclusive"
    )
    assert list(sme.quartiles) == expected
    assert large.value == Fraction(1, 4)


def test_shares_are_placed_as_they_are() -> None:
    peers = [
        Composition({"public": Decimal(n) / 10, "fees": 1 - Decimal(n) / 10})
        for n in range(10)
    ]
    found = place(
        "funds",
        Composition({"public": Decimal("0.35"), "fees": Decimal("0.65")}),
        peers,
    )
    assert found.parts[0].rank is not None
    assert found.parts[0].rank.below == 4


def test_who_counts_nobody_has_no_shares() -> None:
    none = Composition({"sme": 0, "large": 0})
    some = Composition({"sme": 1, "large": 1})
    found = place("types", none, [some] * 10 + [none])
    assert (found.size, found.left_out.not_applicable) == (10, 1)
    assert found.parts[0].value is None
    assert found.parts[0].rank is None


def test_money_is_compared_in_its_own_currency_and_year() -> None:
    def euros(amount: int, year: int = 2015, currency: str = "EUR") -> Money:
        return Money(amount=amount, currency=currency, year=year)

    peers = [
        *map(euros, range(10)),
        euros(5, 2014),
        euros(5, currency="MXN"),
        Money(amount=5),
    ]
    found = place("budget", euros(7), peers)
    assert (found.size, found.left_out.incomparable) == (10, 2)
    assert found.left_out.refused == 1
    assert found.quartiles_text() == "2.25 | 4.5 | 6.75 EUR in 2015"


@pytest.mark.parametrize("own", [Missing.UNKNOWN, Money(amount=5)])
def test_without_an_own_amount_there_is_nothing_to_compare_by(own: Any) -> None:
    peers = [Money(amount=n, currency="EUR", year=2015) for n in range(12)]
    found = place("budget", own, peers)
    assert (found.size, found.left_out) == (0, LeftOut(incomparable=12))
    assert str(found.why_no_place(5)) == "no own amount to compare by"


NO_PLACE: dict[str, tuple[str, Any, list[Any], str, str]] = {
    "there is one": ("members", 3, [1] * 5, "", "quartiles"),
    "few peers": ("members", 3, [1] * 4, "fewer than 5 peers", ""),
    "no own answer": (
        "members",
        Missing.UNKNOWN,
        [1] * 5,
        "no own answer",
        "quartiles",
    ),
    "outside its scale": ("members", -1, [1] * 5, "no own answer", "quartiles"),
    "a composition": (
        "types",
        Composition({"sme": 1, "large": 1}),
        [Composition({"sme": 1, "large": 1})] * 5,
        "see compositions",
        "quartiles",
    ),
    "a step": ("plan", 1, [1] * 9, "", "frequencies"),
    "a choice": ("force", "public", ["public"] * 5, "no order", "frequencies"),
    "a choice among enough": ("force", "public", ["public"] * 10, "no order", ""),
    "text": ("story", "a", ["b"] * 5, "no order", ""),
    "a place among enough": ("members", 3, [1] * 10, "", ""),
    "other money": (
        "budget",
        Money(amount=1, currency="EUR", year=2015),
        [Money(amount=1, currency="EUR", year=2014)] * 5,
        "fewer than 5 peers of its currency and year",
        "",
    ),
}


@pytest.mark.parametrize(
    ("key", "own", "peers", "why", "withheld"), NO_PLACE.values(), ids=NO_PLACE
)
def test_says_why_there_is_no_place(
    key: str, own: Any, peers: list[Any], why: str, withheld: str
) -> None:
    found = position(
        make_record({key: own}), peers=make_peers(key, peers), structure=SMALL
    )
    assert str(found[key].why_no_place(found.minimum) or "") == why
    row = next(
        r
        for r in found.table().records()
        if r["indicator"] == found[key].indicator.name
    )
    also = f"fewer than 10 for {withheld}" if withheld else ""
    left_out = str(found[key].left_out.said())
    who = f"left out: {left_out}" if left_out else ""
    assert row["notes"] == "; ".join(filter(None, (why, also, who)))


def test_says_why_peers_are_left_out() -> None:
    peers = make_peers("members", [1, 2, -1, Missing.UNKNOWN])
    peers.append(make_record(name="silent"))
    found = position(make_record(), peers=peers, structure=SMALL)
    rows = {row["indicator"]: row for row in found.table("A").records()}
    members, story = rows["A1 the members"], rows["A5 the story"]
    assert (members["left_out"], members["notes"]) == (
        3,
        "fewer than 5 peers; left out: 1 not answered, 1 unknown, 1 refused",
    )
    assert story["notes"] == "fewer than 5 peers; left out: 5 not answered"
    assert str(LeftOut(not_applicable=1, incomparable=2).said()) == (
        "1 not applicable, 2 not comparable"
    )
    assert str(LeftOut().said()) == ""


def test_strength_stands_beside_the_quarter() -> None:
    peers = [
        make_record({"members": n, "complaints": n % 5, "age": n}, f"P{n}")
        for n in range(10)
    ]
    own = make_record({"members": 9, "complaints": 4, "age": 9})
    rows = position(own, peers=peers, structure=SMALL).table().records()
    found = {r["indicator"]: (r["quarter"], r["strength"]) for r in rows}
    assert found["A1 the members"] == (4, 4)
    assert found["B7 the complaints"] == (4, 1)
    assert found["B8 the age"] == (4, None)


def test_on_the_median_is_the_lower_half_where_neither_way_is_better() -> None:
    half = Composition({"sme": 1, "large": 1})
    (sme, large) = place("types", half, [half] * 10).parts
    assert sme.rank is not None
    assert large.rank is not None
    assert (sme.rank.quarter, large.rank.quarter) == (2, 2)
    assert rank_step(1, [2, 3, 2], Direction.NEITHER).quarter == 2
    assert rank_step(1, [3, 0, 2], Direction.NEITHER).quarter == 3


def test_boundaries_carry_their_unit_once() -> None:
    peers = [
        make_record(
            {
                "staff": n,
                "funds": Composition(
                    {"public": 1 - Decimal(n) / 10, "fees": Decimal(n) / 10}
                ),
            },
            f"P{n}",
        )
        for n in range(10)
    ]
    found = position(make_record(), peers=peers, structure=SMALL)
    assert found["staff"].quartiles_text() == "2.25 | 4.5 | 6.75 full-time equivalents"
    assert found["private"].quartiles_text() == "22.5 % | 45 % | 67.5 %"
    assert found["age"].quartiles_text() == ""


def test_a_percentile_is_never_rounded_in_silence() -> None:
    eighth = position(
        make_record({"members": 2}),
        peers=make_peers("members", [1, 3, 3, 3, 3, 3, 3, 3]),
        structure=SMALL,
    )
    assert " 12.5 % " in eighth.text()
    assert eighth.records()[0]["percentile"] == Fraction(1, 8)
    third = position(
        make_record({"members": 2}),
        peers=make_peers("members", [1, 1, 3, 3, 3, 3]),
        structure=SMALL,
    )
    assert " ≈ 33.33 % " in third.text()


def test_frequencies_and_compositions_are_tables_too() -> None:
    peers = [
        make_record(
            {
                "plan": 1,
                "force": "public",
                "types": Composition({"sme": n, "large": 1}),
            },
            f"P{n}",
        )
        for n in range(10)
    ]
    own = make_record({"plan": 2, "types": Composition({"sme": 1, "large": 1})})
    found = position(own, peers=peers, structure=SMALL)
    assert rows_of(found.frequencies("A")) == [
        ("A3 the force", "industry", 0, False),
        ("A3 the force", "public", 10, False),
    ]
    assert [row[2:] for row in found.frequencies("B").rows] == [
        (0, False),
        (10, False),
        (0, True),
        (0, False),
        (0, False),
    ]
    assert len(found.frequencies()) == 7
    assert "fewer than 10 the own answer alone" in str(found.frequencies().notes[1])
    assert [row[:3] for row in rows_of(found.compositions())] == [
        ("A2 the types", "sme", Fraction(1, 2)),
        ("A2 the types", "large", Fraction(1, 2)),
    ]
    assert "50 %" in str(found.compositions())
    assert len(found.compositions("B")) == 0


@pytest.mark.parametrize("table", ["table", "compositions", "frequencies"])
def test_no_table_of_an_area_that_is_not_there(table: str) -> None:
    found = position(make_record(), peers=[], structure=SMALL)
    for area in ("Z", None, 5):
        with pytest.raises(
            UnknownNameError, match=f"no area is called {area!r}; known"
        ):
            getattr(found, table)(area)


def test_notes_say_how_to_read_places() -> None:
    found = position(
        make_record(),
        peers=PeerGroup("neighbours", []),
        structure=SMALL,
        minimum=7,
        boundaries_from=12,
        method=QuantileMethod.EXCLUSIVE,
    )
    said = " ".join(map(str, found.notes))
    for words in (
        "neither a ranking nor a rating",
        "0 peers (neighbours)",
        "Quarter 1 is the lowest by value",
        "fewer than 7",
        "fewer than 12",
        "method exclusive",
    ):
        assert words in said


def changed(key: str, **changes: Any) -> Any:
    """Place 5 among 1 to 10, and change what was found for one indicator."""
    found = place(key, 5, list(range(1, 11)))
    return evolve(found, **changes)


RANK = Rank(below=4, tied=1, above=5, quarter=2, direction=Direction.MORE)
THIRDS = (Fraction(1), Fraction(2), Fraction(3))
CONTRADICTIONS: dict[str, tuple[Any, str]] = {
    "a place among fewer": (
        lambda: changed("members", size=9),
        "rank must be among 9 peers",
    ),
    "a negative size": (
        lambda: changed("members", size=-1, rank=None),
        "size must be a number of peers",
    ),
    "a size that is a truth value": (
        lambda: changed("members", size=True),
        "size must be a number of peers",
    ),
    "a place in another direction": (
        lambda: changed("age", rank=RANK),
        "rank must be such that neither is better",
    ),
    "a place without a value": (
        lambda: changed("members", value=Missing.UNKNOWN),
        "rank must be None without a value of its own",
    ),
    "a place off the scale": (
        lambda: changed("members", value=Fault((), "value", "0 or more", -1)),
        "rank must be None without a value of its own",
    ),
    "a place that is none": (
        lambda: changed("members", rank=2),
        "rank must be of type Rank or None",
    ),
    "two boundaries": (
        lambda: changed("members", quartiles=THIRDS[:2]),
        "quartiles must be three boundaries in order, or none",
    ),
    "boundaries of steps": (
        lambda: changed("plan", quartiles=THIRDS),
        "quartiles must be empty where answers have no distances,",
    ),
    "boundaries in no currency": (
        lambda: changed("budget", quartiles=THIRDS),
        "quartiles must be empty where answers have no distances,",
    ),
    "boundaries out of order": (
        lambda: changed("members", quartiles=THIRDS[::-1]),
        "quartiles must be three boundaries in order, or none",
    ),
    "boundaries that round": (
        lambda: changed("members", quartiles=(1.0, 2.0, 3.0)),
        "quartiles must be three boundaries in order, or none",
    ),
    "more answers than peers": (
        lambda: changed("plan", frequencies=[Frequency("a", 99)]),
        "frequencies must be of 4 peers",
    ),
    "a part among fewer": (
        lambda: changed(
            "members",
            rank=None,
            size=3,
            parts=[PartPosition(category="a", value=Fraction(1), rank=RANK)],
        ),
        "rank must be among 3 peers",
    ),
    "a part without a share": (
        lambda: PartPosition(category="a", rank=RANK),
        "rank must be None where there is no share",
    ),
    "peers left out below zero": (
        lambda: LeftOut(unknown=-1),
        "unknown must be a number of peers",
    ),
}


@pytest.mark.parametrize(
    ("make", "message"), CONTRADICTIONS.values(), ids=CONTRADICTIONS
)
def test_refuses_contradictions(make: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        make()


BAD_POSITIONS: dict[str, tuple[dict[str, Any], str]] = {
    "a minimum of one": ({"minimum": 1}, "minimum must be 2 or more"),
    "boundaries from fewer than a place": (
        {"boundaries_from": 4},
        "boundaries_from must be 5 or more",
    ),
    "places among fewer than the minimum": (
        {"minimum": 11, "boundaries_from": 11},
        "members must be without a place among fewer than 11",
    ),
    "boundaries among too few": (
        {"boundaries_from": 11},
        "members must be without boundaries among fewer than 11",
    ),
    "other peers than were counted": ({"peers": 11}, "members must be about 11 peers"),
    "peers below zero": ({"peers": -1}, "peers must be a number of peers"),
    "a group without a name": ({"group": ""}, "group must be text that is not blank"),
}


@pytest.mark.parametrize(
    ("changes", "message"), BAD_POSITIONS.values(), ids=BAD_POSITIONS
)
def test_refuses_position(changes: dict[str, Any], message: str) -> None:
    found = position(
        make_record({"members": 5}),
        peers=make_peers("members", list(range(1, 11))),
        structure=SMALL,
    )
    with pytest.raises(InvalidValueError, match=message):
        evolve(found, **changes)


def test_parts_below_the_minimum_are_refused_too() -> None:
    own = Composition({"sme": 1, "large": 1})
    found = position(
        make_record({"types": own}),
        peers=make_peers("types", [own] * 10),
        structure=SMALL,
    )
    with pytest.raises(
        InvalidValueError, match="types must be without boundaries among fewer than 11"
    ):
        evolve(found, boundaries_from=11)
    with pytest.raises(
        InvalidValueError, match="types must be without a place among fewer than 11"
    ):
        evolve(found, minimum=11, boundaries_from=11)


def test_missing_answers_leave_the_group_and_are_counted() -> None:
    peers = make_peers("members", [1, 2, 3, 4, 5, -1, Decimal(6), Decimal("6.5")])
    peers += [
        make_record([Answer("members", Missing.UNKNOWN)], "P1"),
        make_record([Answer("members", Missing.NOT_APPLICABLE, reason="x")], "P2"),
        make_record({}, "P3"),
    ]
    found = position(make_record({"members": 3}), peers=peers, structure=SMALL)[
        "members"
    ]
    assert found.size == 6
    assert found.left_out == LeftOut(
        not_answered=1, unknown=1, not_applicable=1, refused=2
    )
    assert found.left_out.total == 5


def test_bounds_are_seen_in_plain_columns_too() -> None:
    found = place("members", 3, [1, 2, 3, 4, 5, -1])
    assert (found.size, found.left_out.refused) == (5, 1)


OWN_VALUES: dict[str, tuple[Any, str]] = {
    "missing": (Missing.UNKNOWN, "unknown"),
    "outside its scale": (-3, "refused"),
    "sound": (3, "3"),
}


@pytest.mark.parametrize(("own", "text"), OWN_VALUES.values(), ids=OWN_VALUES)
def test_the_own_value_in_words(own: Any, text: str) -> None:
    found = place("members", own, list(range(12)))
    assert found.value_text() == text
    assert found.quartiles != ()
    assert (found.rank is not None) == (text == "3")


def test_fractions_are_put_in_order_exactly() -> None:
    tiny = Fraction(1, 10**30)
    values = [
        Fraction(1, 3) + tiny,
        Fraction(1, 3),
        Decimal("0.3"),
        1,
        Fraction(1, 3) - tiny,
    ]
    found = place("staff", Fraction(1, 3), values)
    assert found.rank is not None
    assert (found.rank.below, found.rank.tied, found.rank.above) == (2, 1, 2)


def test_derived_values_of_peers_are_computed_or_as_stated() -> None:
    peers = [
        make_record({"members": 10, "staff": 2}, "computed"),
        make_record({"load": 7}, "stated"),
        make_record({"members": 10, "staff": 0, "load": 9}, "not applicable"),
        make_record({"members": -1, "staff": 1}, "outside"),
    ]
    found = position(
        make_record({"members": 6, "staff": 1}),
        peers=peers,
        structure=SMALL,
        minimum=2,
        boundaries_from=2,
    )["load"]
    assert list(found.quartiles) == [Fraction(11, 2), 6, Fraction(13, 2)]
    assert (found.left_out.not_applicable, found.left_out.refused) == (1, 1)


def test_an_input_outside_its_scale_is_one_story_for_all() -> None:
    off = {"members": -1, "staff": 1}
    peers = [make_record(off, "silent"), make_record({**off, "load": 9}, "stated")]
    found = position(make_record(off), peers=peers, structure=SMALL)["load"]
    assert isinstance(found.value, Fault)
    assert found.value_text() == "refused"
    assert (found.size, found.left_out) == (1, LeftOut(refused=1))
    stated = position(make_record({**off, "load": 9}), peers=[], structure=SMALL)
    assert stated["load"].value == 9


SPANS = {
    "a share": (Measure(Unit.SHARE), (1, 2), (10, 2)),
    "a ratio between bounds": (Measure(Unit.RATIO, 1, 10), (10, 2), (1, 2)),
    "a whole number": (Measure(Unit.COUNT), (10, 2), (5, 2)),
    "any number above zero": (Measure(Unit.RATIO), (10, 2), None),
}


@pytest.mark.parametrize(("scale", "inside", "outside"), SPANS.values(), ids=SPANS)
def test_computed_values_are_held_against_their_own_scale(
    scale: Measure, inside: tuple[int, int], outside: tuple[int, int] | None
) -> None:
    load = make_indicator("B2", "load", scale, derived_from=SMALL["load"].derived_from)
    structure = evolve(
        SMALL, indicators=[load if e.key == "load" else e for e in SMALL.indicators]
    )
    own = make_record({"members": inside[0], "staff": inside[1]})
    good = position(own, peers=[evolve(own, organization=A_PEER)], structure=structure)
    assert (good["load"].value, good["load"].size) == (Fraction(*inside), 1)
    assert review(own, structure).is_sound
    if outside is None:
        return
    own = make_record({"members": outside[0], "staff": outside[1]})
    bad = position(own, peers=[evolve(own, organization=A_PEER)], structure=structure)
    assert isinstance(bad["load"].value, Fault)
    assert bad["load"].left_out == LeftOut(refused=1)
    (fault,) = review(own, structure).faults
    assert (fault.path, fault.about) == ("load", ("load",))
    assert fault.got == Fraction(*outside)
    assert str(fault.expected).endswith("(it is computed as members / staff)")
    assert review(own, structure).areas[1].faulty == 1


def test_the_own_organization_is_no_peer() -> None:
    own = make_record({"members": 3})
    found = position(own, peers=[own, *make_peers("members", [1, 2])], structure=SMALL)
    assert found.peers == 2


def test_one_organization_counts_once() -> None:
    with pytest.raises(
        InvalidValueError,
        match=r"records must be one for each organization; see latest\(\)",
    ):
        position(make_record(), peers=[make_record({}, "P")] * 2, structure=SMALL)


BAD_TERMS: dict[str, tuple[dict[str, Any], str]] = {
    "a minimum of one": ({"minimum": 1}, "minimum must be 2 or more"),
    "a minimum of text": ({"minimum": "5"}, "minimum must be of type int"),
    "boundaries from fewer than a place": (
        {"minimum": 5, "boundaries_from": 4},
        "boundaries_from must be 5 or more",
    ),
    "boundaries from text": (
        {"boundaries_from": "9"},
        "boundaries_from must be of type int",
    ),
    "a minimum that is a truth value": (
        {"minimum": True},
        "minimum must be of type int",
    ),
    "a method by name": (
        {"method": "inclusive"},
        "method must be of type QuantileMethod",
    ),
}


@pytest.mark.parametrize(("terms", "message"), BAD_TERMS.values(), ids=BAD_TERMS)
def test_refuses_terms(terms: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        position(make_record(), peers=[], structure=SMALL, **terms)


def test_peers_of_another_structure_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="peer 'P' must be a record of small"):
        position(
            make_record(), peers=[make_record(name="P", structure="x")], structure=SMALL
        )


def test_tables_say_what_it_is_not() -> None:
    found = position(
        make_record({"members": 3}),
        peers=make_peers("members", [1, 2, 3, 4, 5]),
        structure=SMALL,
    )
    table = found.table()
    assert len(table) == 14
    assert len(found.table("A")) == 5
    assert str(table.notes[0]) == "Benchmarking is neither a ranking nor a rating."
    assert rows_of(table)[0][:8] == (
        "A1 the members",
        3,
        5,
        0,
        None,
        3,
        3,
        Fraction(1, 2),
    )
    with pytest.raises(UnknownNameError, match="no indicator is called 'weather'"):
        found["weather"]
    assert found["A1"] is found["members"]


@pytest.mark.parametrize(
    ("quarters", "message"),
    [
        (0, "quarters must be from 1 to 3"),
        (4, "quarters must be from 1 to 3"),
        (True, "quarters must be of type int"),
        ("1", "quarters must be of type int"),
        (None, "quarters must be of type int"),
    ],
)
def test_refuses_quarters(quarters: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        position(make_record(), peers=[], structure=SMALL).weaknesses(quarters=quarters)


BAD_RANKS: dict[str, tuple[dict[str, Any], str]] = {
    "nobody": ({"below": 0, "tied": 0, "above": 0}, "rank must be among some peers"),
    "fewer than nobody": ({"below": -1}, "below must be a number of peers"),
    "a fifth quarter": ({"quarter": 5}, "quarter must be from 1 to 4"),
}


@pytest.mark.parametrize(("changes", "message"), BAD_RANKS.values(), ids=BAD_RANKS)
def test_refuses_rank(changes: dict[str, Any], message: str) -> None:
    rank = Rank(below=1, tied=1, above=1, quarter=2, direction=Direction.MORE)
    with pytest.raises(InvalidValueError, match=message):
        evolve(rank, **changes)


def test_groups() -> None:
    own = make_record(portfolio="ICT")
    peers = [
        make_record(name="same", portfolio="ICT"),
        make_record(name="unknown"),
        make_record(organization=Organization(name="far", country=Country("DE"))),
    ]
    assert [p.identity for p in same_portfolio(own, peers)] == ["same"]
    assert [p.identity for p in same_country(own, peers)] == ["same", "unknown"]
    chosen = choose("holders of Gold", peers, lambda peer: peer.identity == "far")
    assert (chosen.title, len(chosen)) == ("holders of Gold", 1)
    found = position(own, peers=chosen, structure=SMALL)
    assert (found.group, found.peers) == ("holders of Gold", 1)
    assert len(PeerGroup("all", [own, *peers]).without(own)) == 3
    assert str(same_country(own, peers).title) == "country MX"
    assert same_country(ReadRecord.of(own, SMALL), peers) == same_country(own, peers)
    assert worded(same_country(own, peers).title, es.SPANISH) == "país MX"
    assert worded(same_portfolio(own, peers).title, es.SPANISH) == "portafolio ICT"
    assert same_portfolio(own, peers, title="cartera TIC").title == "cartera TIC"
    assert same_country(own, peers, title="México").title == "México"


def named(name: str, key: str | None = None, **changes: Any) -> Any:
    return make_record(organization=Organization(name=name, key=key), **changes)


def test_a_key_decides_and_where_there_is_none_the_name() -> None:
    plain, keyed = named("Own"), named("Own", "own")
    assert plain.is_of(keyed)
    assert keyed.is_of(named("Renamed", "own"))
    assert not keyed.is_of(named("Own", "another"))
    assert not plain.is_of(named("own"))
    for one, other in ((plain, keyed), (keyed, plain)):
        assert position(one, peers=[other], structure=SMALL).peers == 0
        with pytest.raises(InvalidValueError) as caught:
            PeerGroup("all", [one, other])
        assert caught.value.got == (one.identity, other.identity)
    # A key that reads like a name is no name.
    assert len(PeerGroup("all", [named("own"), keyed])) == 2
    assert len(PeerGroup("all", [keyed, named("Own", "another")])) == 2


def test_the_latest_interview_is_found_with_and_without_a_key() -> None:
    old = named("Own", interviewed_on=date(2013, 1, 1))
    new = named("Own", "own", interviewed_on=date(2015, 1, 1))
    renamed = named("Renamed", "own", interviewed_on=date(2014, 1, 1))
    assert latest([old, new, renamed]) == (new,)
    assert latest([renamed, evolve(old, interviewed_on=date(2016, 1, 1)), new]) == (
        evolve(old, interviewed_on=date(2016, 1, 1)),
    )
    with pytest.raises(
        InvalidValueError, match="records must be with a key: another and own are both"
    ):
        latest([old, new, named("Own", "another")])


def test_no_group_of_the_unknown() -> None:
    own = make_record(organization=Organization(name="Own"))
    with pytest.raises(
        InvalidValueError, match="portfolio must be known to be compared by"
    ):
        same_portfolio(own, [])
    with pytest.raises(
        InvalidValueError, match="country must be known to be compared by"
    ):
        same_country(own, [])


def test_the_latest_interview_stands() -> None:
    old, new = (make_record(interviewed_on=date(year, 1, 1)) for year in (2013, 2015))
    assert latest([old, new, new, make_record(name="A")])[1] == new
    with pytest.raises(
        InvalidValueError, match="records must be one for Own on 2015-01-01"
    ):
        latest([new, evolve(new, answers={"members": 1})])
