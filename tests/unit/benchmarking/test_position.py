from __future__ import annotations

import statistics
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import SMALL, make_peers, make_record

from icluster import Answer, Country, Missing, Money, Organization, Other
from icluster.benchmarking import (
    IndicatorPosition,
    LeftOut,
    PeerGroup,
    QuantileMethod,
    Rank,
    choose,
    latest,
    position,
    same_country,
    same_portfolio,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scales import Composition, Direction


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
    assert ten.quartiles_text == "2.25 | 4.5 | 6.75"


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
    assert [(each.answer, each.count) for each in few.frequencies] == [("1 of 4", 2)]
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
    assert [(each.answer, each.count) for each in found.frequencies] == [
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
    assert place("mark", 0, [1] * 10).value is None


def test_choices_have_frequencies_and_no_place() -> None:
    found = place("force", "public", ["public"] * 3 + ["industry"] * 7)
    assert [(f.answer, f.count, f.is_own) for f in found.frequencies] == [
        ("industry", 7, False),
        ("public", 3, True),
    ]
    assert found.rank is None


def test_several_counts_each_answer() -> None:
    peers: list[Any] = [("energy", Other("water"))] * 4 + [()] * 6
    found = place("topics", ("energy", Other("mud")), peers)
    assert [(f.answer, f.count, f.is_own) for f in found.frequencies] == [
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
    assert found.left_out.outside_scale == 1
    assert found.quartiles_text == "2.25 | 4.5 | 6.75"
    assert place("budget", Missing.UNKNOWN, peers).left_out.incomparable == 12


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
        not_answered=1, unknown=1, not_applicable=1, outside_scale=2
    )
    assert found.left_out.total == 5


def test_bounds_are_seen_in_plain_columns_too() -> None:
    found = place("members", 3, [1, 2, 3, 4, 5, -1])
    assert (found.size, found.left_out.outside_scale) == (5, 1)


OWN_VALUES: dict[str, tuple[Any, str]] = {
    "missing": (Missing.UNKNOWN, "unknown"),
    "outside its scale": (-3, "outside its scale"),
    "sound": (3, "3"),
}


@pytest.mark.parametrize(("own", "text"), OWN_VALUES.values(), ids=OWN_VALUES)
def test_the_own_value_in_words(own: Any, text: str) -> None:
    found = place("members", own, list(range(12)))
    assert found.value_text == text
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
    assert (found.left_out.not_applicable, found.left_out.not_answered) == (1, 1)


def test_the_own_organization_is_no_peer() -> None:
    own = make_record({"members": 3})
    found = position(own, peers=[own, *make_peers("members", [1, 2])], structure=SMALL)
    assert found.peers == 2


def test_one_organization_counts_once() -> None:
    with pytest.raises(InvalidValueError):
        position(make_record(), peers=[make_record({}, "P")] * 2, structure=SMALL)


BAD_TERMS: dict[str, dict[str, Any]] = {
    "a minimum of one": {"minimum": 1},
    "a minimum of text": {"minimum": "5"},
    "boundaries from fewer than a place": {"minimum": 5, "boundaries_from": 4},
    "boundaries from text": {"boundaries_from": "9"},
}


@pytest.mark.parametrize("terms", BAD_TERMS.values(), ids=BAD_TERMS)
def test_refuses_terms(terms: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        position(make_record(), peers=[], structure=SMALL, **terms)


def test_peers_of_another_structure_are_refused() -> None:
    with pytest.raises(InvalidValueError):
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
    assert table.notes[0] == "Benchmarking is neither a ranking nor a rating."
    assert table.rows[0][:7] == ("A1 the members", "3", 5, 0, "", 3, "50 %")
    with pytest.raises(UnknownNameError):
        found["weather"]
    assert found["A1"] is found["members"]


@pytest.mark.parametrize("quarters", [0, 4])
def test_refuses_quarters(quarters: int) -> None:
    with pytest.raises(InvalidValueError):
        position(make_record(), peers=[], structure=SMALL).weaknesses(quarters=quarters)


BAD_RANKS: dict[str, dict[str, Any]] = {
    "nobody": {"below": 0, "tied": 0, "above": 0},
    "fewer than nobody": {"below": -1},
    "a fifth quarter": {"quarter": 5},
}


@pytest.mark.parametrize("changes", BAD_RANKS.values(), ids=BAD_RANKS)
def test_refuses_rank(changes: dict[str, Any]) -> None:
    rank = Rank(below=1, tied=1, above=1, quarter=2, direction=Direction.MORE)
    with pytest.raises(InvalidValueError):
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


def test_no_group_of_the_unknown() -> None:
    own = make_record(organization=Organization(name="Own"))
    with pytest.raises(InvalidValueError):
        same_portfolio(own, [])
    with pytest.raises(InvalidValueError):
        same_country(own, [])


def test_the_latest_interview_stands() -> None:
    from datetime import date

    old, new = (make_record(interviewed_on=date(year, 1, 1)) for year in (2013, 2015))
    assert latest([old, new, new, make_record(name="A")])[1] == new
    with pytest.raises(InvalidValueError):
        latest([new, evolve(new, answers={"members": 1})])
