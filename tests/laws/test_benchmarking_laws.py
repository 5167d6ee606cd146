"""What holds of benchmarking whatever the answers are."""

from __future__ import annotations

import statistics
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.benchmark_builders import SMALL, make_peers, make_record, make_scheme

from icluster import Missing
from icluster.benchmarking import (
    QuantileMethod,
    position,
    quality,
    read_record,
    review,
)
from icluster.scales import Composition, Direction
from icluster.verdicts import Verdict
from icluster.words import is_blank

NUMBERS = st.one_of(
    st.integers(0, 50),
    st.decimals(0, 50, places=2),
    st.fractions(0, 50, max_denominator=60),
)
STEPS = st.integers(0, 4)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "members": st.integers(0, 30),
    "staff": NUMBERS,
    "age": NUMBERS,
    "plan": STEPS,
    "complaints": STEPS,
    "mark": st.integers(1, 5),
    "force": st.sampled_from(["industry", "public"]),
    "types": st.fixed_dictionaries(
        {"sme": st.integers(0, 9), "large": st.integers(0, 9)}
    ).map(Composition),
}
ORDERED = ("members", "staff", "age", "plan", "complaints", "mark")


def place(key: str, own: Any, values: list[Any], **terms: Any) -> Any:
    terms = {"minimum": 2, "boundaries_from": 2} | terms
    peers = make_peers(key, values)
    return position(make_record({key: own}), peers=peers, structure=SMALL, **terms)[key]


@pytest.mark.parametrize("key", VALUES)
@given(data=st.data())
@settings(max_examples=25)
def test_positions_do_not_depend_on_the_order_of_peers(
    key: str, data: st.DataObject
) -> None:
    own = data.draw(VALUES[key])
    values = data.draw(st.lists(VALUES[key], min_size=2, max_size=12))
    mixed = data.draw(st.permutations(values))
    assert place(key, own, values) == place(key, own, list(mixed))


@given(st.lists(NUMBERS, min_size=2, max_size=30), st.sampled_from(QuantileMethod))
@settings(max_examples=100)
def test_quartiles_equal_those_of_the_standard_library(
    values: list[Any], method: QuantileMethod
) -> None:
    found = place("staff", 1, values, method=method).quartiles
    expected = statistics.quantiles(map(Fraction, values), method=method.value)
    assert list(found) == expected


@pytest.mark.parametrize("key", ORDERED)
@given(data=st.data())
@settings(max_examples=25)
def test_one_more_peer_moves_a_percentile_by_a_bounded_step(
    key: str, data: st.DataObject
) -> None:
    own = data.draw(VALUES[key])
    values = data.draw(st.lists(VALUES[key], min_size=2, max_size=12))
    before = place(key, own, values).rank.percentile
    after = place(key, own, [*values, data.draw(VALUES[key])]).rank.percentile
    assert abs(after - before) <= Fraction(1, len(values) + 1)


@pytest.mark.parametrize("key", ORDERED)
@given(data=st.data())
@settings(max_examples=50)
def test_a_better_answer_never_worsens_a_position(
    key: str, data: st.DataObject
) -> None:
    low, high = sorted((data.draw(VALUES[key]), data.draw(VALUES[key])))
    values = data.draw(st.lists(VALUES[key], min_size=2, max_size=12))
    lower, higher = place(key, low, values).rank, place(key, high, values).rank
    assert lower.percentile <= higher.percentile
    assert lower.quarter <= higher.quarter
    if lower.direction is Direction.LESS:
        assert lower.strength >= higher.strength


@pytest.mark.parametrize("key", VALUES)
@given(data=st.data())
@settings(max_examples=15)
def test_groups_below_the_minimum_give_nothing(key: str, data: st.DataObject) -> None:
    values = data.draw(st.lists(VALUES[key], max_size=4))
    found = place(key, data.draw(VALUES[key]), values, minimum=5, boundaries_from=5)
    assert found.rank is None
    assert found.quartiles == found.parts == found.frequencies == ()


@given(st.lists(st.one_of(st.none(), st.integers(-3, 9)), max_size=15))
def test_every_peer_is_counted_once(values: list[int | None]) -> None:
    answers = [Missing.UNKNOWN if value is None else value for value in values]
    found = place("members", 1, answers)
    assert found.size + found.left_out.total == len(values)


POINTS = st.one_of(st.none(), st.decimals(0, 1, places=1))


def draw_points(data: st.DataObject) -> dict[str, Any]:
    scheme = make_scheme()
    drawn = {n: data.draw(POINTS) for n in scheme.catalogue.numbers}
    return {
        n: Missing.UNKNOWN if share is None else share * scheme.maximum_of(n)
        for n, share in drawn.items()
    }


@given(data=st.data())
def test_more_points_never_worsen_a_decision(data: st.DataObject) -> None:
    scheme = make_scheme()
    points = draw_points(data)
    number = data.draw(st.sampled_from(scheme.catalogue.numbers))
    order = [Verdict.NO, Verdict.OPEN, Verdict.YES]
    before = quality(points, scheme)
    if points[number] is Missing.UNKNOWN:
        return
    more = points | {number: scheme.maximum_of(number)}
    after = quality(more, scheme)
    assert order.index(before.decision) <= order.index(after.decision)


@given(data=st.data())
@settings(max_examples=40)
def test_a_decision_is_what_all_ways_of_settling_it_agree_on(
    data: st.DataObject,
) -> None:
    scheme = make_scheme()
    points = draw_points(data)
    found = quality(points, scheme)
    unknown = [n for n, value in points.items() if value is Missing.UNKNOWN]
    grids = [
        [Decimal(half) / 2 for half in range(int(scheme.maximum_of(n)) * 2 + 1)]
        for n in unknown
    ]
    outcomes = {
        quality(points | dict(zip(unknown, settled, strict=True)), scheme).decision
        for settled in product(*grids)
    }
    if found.decision is Verdict.OPEN:
        assert found.settles
    else:
        assert outcomes == {found.decision}
        assert found.settles == ()


RAW = st.one_of(
    st.none(),
    st.integers(-3, 9),
    st.text(max_size=5),
    st.text(st.characters(categories=["Cc", "Cf", "Zs"]), max_size=3),
    st.floats(),
    st.decimals(),
    st.sampled_from([10**5000, -(10**41), Fraction(1, 10**5000), Fraction(1, 3)]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["sme", "large", "fees"]), st.integers(-1, 3)),
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {"indicator": st.sampled_from([*SMALL.keys, "Z9"]), "value": RAW}
        ),
        max_size=8,
    )
)
@example([{"indicator": "topics", "value": "0\x1b"}])
def test_reading_loses_no_answer(rows: list[dict[str, Any]]) -> None:
    own = make_record()
    found = read_record(
        rows,
        structure=SMALL,
        organization=own.organization,
        interviewed_on=own.interviewed_on,
    )
    for index, row in enumerate(rows):
        place_of = f"answers[{index}]"
        if row["indicator"] in SMALL.keys and is_blank(row["value"]):
            assert not any(place_of in fault.path for fault in found.faults)
            continue
        is_faulty = any(
            fault.path == place_of or fault.path.startswith(f"{place_of}.")
            for fault in found.faults
        )
        kept = {answer.indicator for answer in found.record.answers}
        assert is_faulty != (row["indicator"] in kept)
        shown = [str(fault) for fault in found.faults if place_of in fault.path]
        assert all(shown) if is_faulty else not shown
    assert review(found.record, SMALL).faults == ()
    assert review(found, SMALL).faults == found.faults
