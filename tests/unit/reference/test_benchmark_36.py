from __future__ import annotations

import pytest

from icluster import BenchmarkStructure
from icluster.indicators import IndicatorStatus
from icluster.reference import advice, ecei, esca
from icluster.scales import Direction
from icluster.sources import citations_of, is_proposed

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
    adopted = {"ecei_2013"}
    proposed = {"icluster_proposal"}
    for indicator in STRUCTURE.indicators:
        cited = {citation.source.key for citation in citations_of(indicator, "title")}
        statuses = indicator.statuses
        assert (IndicatorStatus.ADOPTED in statuses) == bool(cited & adopted)
        documented = IndicatorStatus.DOCUMENTED in statuses
        assert documented == bool(cited - adopted - proposed)
        if IndicatorStatus.PROPOSED in statuses:
            assert is_proposed(indicator, "title")


@pytest.mark.parametrize(
    ("report", "numbers"),
    [
        ("esca_germany_2013", "A1 A2 A3 A5 A7 B1 B3 B5 C1"),
        (
            "esca_france_2012",
            "A1 A2 A3 A5 A7 B1 B3 B5 B7 B8 C1 C3 D1 D2 D3 D4 D5 D6 D7 E1",
        ),
        ("clusters_are_individuals_2", "A6 A7 C1 F1"),
        ("label_deck_2012", "F2 F3 F4"),
        ("danube_2018", "F1 F2 F3 F4"),
    ],
)
def test_the_report_that_names_a_topic_is_cited(report: str, numbers: str) -> None:
    named = [
        indicator.number
        for indicator in STRUCTURE.indicators
        if report in {c.source.key for c in citations_of(indicator, "title")}
    ]
    assert " ".join(named) == numbers


def test_what_is_proposed_is_marked_by_field() -> None:
    def proposed(field: str) -> str:
        rows = (i for i in STRUCTURE.indicators if is_proposed(i, field))
        return " ".join(row.number for row in rows)

    assert proposed("title") == "A4 A7 A8 B4 C4 D1 D2 D3 D4 D5 D6 D7 E1 F1"
    # A published axis exists for F2 to F4 only.
    assert proposed("scale") == ("A3 A5 B1 B2 B5 B6 B7 C3 D1 D2 D3 D4 D5 D6 D7 E4 F5")
    assert proposed("derived_from") == "B4 C2"
    assert is_proposed(STRUCTURE, "indicators")
    for indicator in STRUCTURE.indicators:
        assert bool(indicator.note) == (
            is_proposed(indicator, "scale")
            or (is_proposed(indicator, "title") and len(indicator.statuses) == 2)
            or indicator.number in ("A8", "E1", "F1", "F5")
        ), indicator.number


def test_it_says_which_questionnaire_it_reflects() -> None:
    assert STRUCTURE.edition.endswith("before November 2019")
    [since] = citations_of(STRUCTURE, "edition")
    assert since.source.key == "esca_2019"


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
    links = {
        indicator.number: " ".join(indicator.serves)
        for indicator in STRUCTURE.indicators
        if indicator.number not in serves and indicator.serves
    }
    assert links == {
        "A5": "1.1.1",
        "A6": "1.1.2",
        "A7": "1.2",
        "B3": "2.2.1",
        "B7": "4.1.1 4.1.2 4.1.3",
        "C3": "3.1",
        **dict.fromkeys(("D1", "D2", "D3", "D4", "D5", "D6", "D7"), "4.3"),
    }
    for indicator in STRUCTURE.indicators:
        assert is_proposed(indicator, "serves") == (indicator.number in links)


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
    assert str(ecei.GOLD_31["5.3"].said()) == "5.3 satisfaction (unconfirmed)"
    assert "unconfirmed" in STRUCTURE["satisfaction"].note


def test_the_points_rest_on_one_source_and_the_share_on_another() -> None:
    for name, key in (("maximum", "kit"), ("needed", "gce")):
        [citation] = citations_of(ecei.GOLD_31, name)
        assert citation.source.key == key
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
