from __future__ import annotations

from icluster import BenchmarkStructure
from icluster.indicators import IndicatorStatus
from icluster.reference import advice, ecei, esca
from icluster.scales import Direction

STRUCTURE: BenchmarkStructure = esca.BENCHMARK_36


def test_36_indicators_in_six_areas() -> None:
    counts = [len(STRUCTURE.within(area.key)) for area in STRUCTURE.areas]
    assert counts == [8, 8, 4, 7, 4, 5]
    assert len(STRUCTURE.indicators) == 36


def test_numbers_run_through_each_area() -> None:
    for area in STRUCTURE.areas:
        numbers = [each.number for each in STRUCTURE.within(area.key)]
        assert numbers == [f"{area.key}{n}" for n in range(1, len(numbers) + 1)]


def test_every_status_cites_a_source() -> None:
    keys = {
        IndicatorStatus.DOCUMENTED: "esca_reports",
        IndicatorStatus.ADOPTED: "ecei_2013",
        IndicatorStatus.PROPOSED: "icluster_reconstruction",
    }
    for each in STRUCTURE.indicators:
        cited = [citation.source.key for citation in each.citations]
        assert cited == [keys[status] for status in each.statuses]


def test_nothing_passes_for_official() -> None:
    for each in STRUCTURE.indicators:
        assert IndicatorStatus.OFFICIAL not in each.statuses


def test_what_is_adopted_serves_the_gold_indicator_it_came_from() -> None:
    serves = {
        each.number: each.serves[0]
        for each in STRUCTURE.indicators
        if IndicatorStatus.ADOPTED in each.statuses
    }
    assert serves == {
        "A8": "2.3",
        "B2": "2.4",
        "B5": "2.2.2",
        "B6": "2.2.3",
        "C2": "3.2",
        "E1": "2.5",
        "E2": "2.6",
        "E3": "4.5",
        "E4": "2.7",
        "F1": "5.1",
        "F5": "5.3",
    }
    assert set(serves.values()) <= set(ecei.GOLD_31.numbers)
    rest = [each for each in STRUCTURE.indicators if each.number not in serves]
    assert not any(each.serves for each in rest)


def test_statuses_are_those_of_the_table() -> None:
    found = dict.fromkeys(IndicatorStatus, 0)
    for each in STRUCTURE.indicators:
        for status in each.statuses:
            found[status] += 1
    assert found == {
        IndicatorStatus.OFFICIAL: 0,
        IndicatorStatus.DOCUMENTED: 25,
        IndicatorStatus.ADOPTED: 11,
        IndicatorStatus.PROPOSED: 11,
    }


def test_steps_are_untitled() -> None:
    assert set(STRUCTURE["governance"].scale.steps) == {""}  # type: ignore[attr-defined]


def test_31_gold_indicators_by_chapter() -> None:
    chapters = [each.chapter for each in ecei.GOLD_31.indicators]
    assert [chapters.count(c) for c in "12345"] == [4, 10, 2, 12, 3]
    assert len(chapters) == 31


def test_the_last_two_are_unconfirmed() -> None:
    unconfirmed = [e.number for e in ecei.GOLD_31.indicators if not e.is_confirmed]
    assert unconfirmed == ["5.2", "5.3"]
    assert all(each.citations for each in ecei.GOLD_31.indicators)


def test_the_silver_column() -> None:
    listed = (
        "1.1.0 1.1.1 1.1.2 2.1 2.2.2 2.4 2.5 2.6 2.7 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 "
        "4.1.6 4.3 4.4 4.6.1 4.6.2"
    )
    assert " ".join(each.number for each in ecei.GOLD_31.silver) == listed


def test_advice_has_an_action_for_whatever_can_be_weak() -> None:
    judged = [
        each.key
        for each in STRUCTURE.indicators
        if each.scale.better is not Direction.NEITHER
    ]
    assert [key for key, _ in advice.ADVICE_EN.actions] == judged
