"""Registers: order, filters, counts, what lapses, what was valid when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from icluster.dates import PartialDate
from icluster.errors import InvalidValueError, UnknownLabelError
from icluster.labels import (
    CountRange,
    LabelAward,
    LabelRegister,
    LabelStatus,
    LabelTier,
    TimelineStep,
)
from icluster.organizations import Organization
from icluster.reference import esca, mexico
from icluster.regions import Country, CountryName, Region
from icluster.vocabularies import Missing
from icluster.words import Language

END = date(2018, 5, 4)
FOOD = esca.PORTFOLIOS.from_title("Food industry")


def award(name: str, **changes: Any) -> LabelAward:
    good: dict[str, Any] = {
        "holder": Organization(name=name, country=Country("MX")),
        "tier": LabelTier.BRONZE,
        "valid_until": END,
    }
    return LabelAward(**{**good, **changes})


def register(*awards: LabelAward, **changes: Any) -> LabelRegister:
    good: dict[str, Any] = {"awards": awards, "editions": [esca.END_OF_MONTH]}
    return LabelRegister(**{**good, **changes})


def names(awards: LabelRegister) -> list[str]:
    return [each.holder.name for each in awards]


def test_order_is_a_persons() -> None:
    given = ["Zeta", "élan", "Cluster B", "Clu\u0301ster A", "elan A", "cluster  AA"]
    assert names(register(*map(award, given))) == [
        "Clu\u0301ster A",
        "cluster  AA",
        "Cluster B",
        "élan",
        "elan A",
        "Zeta",
    ]


def test_the_page_is_in_the_order_of_the_register() -> None:
    places = [
        cited.citation.locator
        for each in mexico.BRONZE_LABELS
        for cited in each.citations[:1]
    ]
    assert places == [f"table, row {number}" for number in range(1, 36)]


def test_a_snapshot_shows_what_has_been_awarded() -> None:
    listed = register(award("A"), snapshot=date(2017, 1, 1))
    [before] = listed.statuses(on=date(2016, 12, 31))
    assert before == (LabelStatus.NOT_YET, LabelStatus.VALID)
    [after] = listed.statuses(on=date(2017, 1, 1))
    assert after == (LabelStatus.VALID,)
    assert listed.counts(on=date(2017, 1, 1))[LabelStatus.VALID].exact == 1


def test_filters() -> None:
    silver = award("S", tier=LabelTier.SILVER)
    food = award("F", portfolio=FOOD)
    region = Region("MX-NLE")
    placed = award(
        "P", holder=Organization(name="P", country=Country("MX"), region=region)
    )
    listed = register(silver, food, placed)
    assert names(listed.where(tier=LabelTier.SILVER)) == ["S"]
    assert names(listed.where(portfolio=FOOD)) == ["F"]
    assert names(listed.where(portfolio=Missing.UNKNOWN)) == ["P", "S"]
    assert names(listed.where(region=region)) == ["P"]
    assert names(listed.where(region=Missing.UNKNOWN)) == ["F", "S"]
    assert names(listed.where()) == ["F", "P", "S"]
    keys = [key for key, _ in listed.by_region()]
    assert keys == [region, Missing.UNKNOWN]
    assert [key for key, _ in listed.by_portfolio()] == [FOOD, Missing.UNKNOWN]


def test_filters_by_status_are_sure_or_possible() -> None:
    known = award("K", awarded=PartialDate(2016, 5, 4))
    listed = register(award("A"), known, award("E", valid_until=date(2017, 1, 1)))
    day = date(2018, 1, 1)
    assert names(listed.valid(on=day)) == ["A", "K"]
    sure = listed.with_status(LabelStatus.VALID, on=day, surely=True)
    assert names(sure) == ["K"]
    assert names(listed.with_status(LabelStatus.RENEWABLE, on=day)) == ["E"]


LAPSING = {
    "on the day itself, at once": (END, 0, 1),
    "the day after": (date(2018, 5, 5), 6, 0),
    "six months before, to the day": (date(2017, 11, 4), 6, 1),
    "six months and a day before": (date(2017, 11, 3), 6, 0),
}


@pytest.mark.parametrize("case", LAPSING.values(), ids=LAPSING)
def test_lapsing(case: tuple[date, int, int]) -> None:
    on, months, expected = case
    assert len(register(award("A")).lapsing(on=on, months=months)) == expected


def test_what_is_certainly_not_yet_awarded_does_not_lapse() -> None:
    listed = register(award("A", awarded=PartialDate(2018, 5, 1)))
    assert len(listed.lapsing(on=date(2018, 4, 30), months=6)) == 0


@pytest.mark.parametrize("months", [-1, True, "6"], ids=["below zero", "true", "text"])
def test_lapsing_refuses(months: Any) -> None:
    with pytest.raises(InvalidValueError, match="months must be a number from 0"):
        register().lapsing(on=END, months=months)


def test_a_region_is_set_where_one_is_found_and_no_other() -> None:
    here, there = Region("MX-NLE"), Region("MX-BCN")
    found = {"A": [here], "B": [here, there], "C": []}
    listed = register(*map(award, found))
    placed = listed.placed(lambda name: found[name])
    assert [each.holder.region for each in placed] == [
        here,
        Missing.UNKNOWN,
        Missing.UNKNOWN,
    ]
    assert placed.placed(lambda name: [there]).awards[0].holder.region == here


def test_timeline_tells_bounds_apart() -> None:
    listed = register(award("A"), award("K", awarded=PartialDate(2018, 3)))
    assert listed.timeline(since=date(2018, 1, 1), until=date(2018, 12, 31)) == (
        TimelineStep(date(2018, 1, 1), date(2018, 2, 28), CountRange(0, 1)),
        TimelineStep(date(2018, 3, 1), date(2018, 3, 30), CountRange(0, 2)),
        TimelineStep(date(2018, 3, 31), END, CountRange(1, 2)),
        TimelineStep(date(2018, 5, 5), date(2018, 12, 31), CountRange(0, 0)),
    )


def test_timeline_stops_where_it_is_told_to() -> None:
    listed = register(award("A", awarded=PartialDate(2018, 3)))
    steps = listed.timeline(since=date(2018, 1, 1), until=date(2018, 2, 1))
    assert steps == (
        TimelineStep(date(2018, 1, 1), date(2018, 2, 1), CountRange(0, 0)),
    )
    with pytest.raises(InvalidValueError, match="until must be on or after"):
        listed.timeline(since=END, until=date(2018, 1, 1))


def test_timeline_of_a_label_without_end_of_days() -> None:
    steps = register(award("A", valid_until=date.max)).timeline(
        since=END, until=date.max
    )
    assert steps == (TimelineStep(END, date.max, CountRange(0, 1)),)


def test_a_change_that_cancels_out_makes_no_step() -> None:
    listed = register(
        award("A", awarded=PartialDate(2016, 5, 4)),
        award("B", valid_until=date(2020, 5, 4), awarded=PartialDate(2018, 5, 5)),
    )
    steps = listed.timeline(since=date(2018, 1, 1), until=date(2019, 1, 1))
    assert [str(step.valid) for step in steps] == ["1"]


def test_tables() -> None:
    listed = register(
        award("A", portfolio=FOOD),
        award("G", tier=LabelTier.GOLD, valid_until=date(2018, 1, 1)),
    )
    day = date(2018, 2, 1)
    assert [row["status"] for row in listed.table(on=day).records()] == [
        "Not yet awarded or Valid",
        "Expired, may be renewed",
    ]
    counts = listed.counts_table(on=day)
    assert [row["group"] for row in counts.records()] == [
        "Food industry",
        Missing.UNKNOWN,
        "all",
    ]
    by_region = listed.placed(lambda _: [Region("MX-NLE")]).counts_table(
        on=day, by="region"
    )
    assert [row["group"] for row in by_region.records()] == ["MX-NLE", "all"]
    assert register().counts_table(on=day).notes == ()


def test_tables_are_put_into_the_language_asked_for() -> None:
    language = Language("xx", "invented").but(
        {"Labels on {}": "Sellos al {}", "unknown": "no se sabe"}
    )
    table = register(award("A")).table(on=END, language=language)
    assert "Sellos al 2018-05-04" in table.text()
    assert "no se sabe" in table.text()
    counts = register(award("A")).counts_table(on=END, language=language)
    assert "no se sabe" in counts.markdown()


def test_register_refuses() -> None:
    with pytest.raises(InvalidValueError, match="edition"):
        register(award("G", tier=LabelTier.GOLD), editions=[esca.SAME_DAY])
    with pytest.raises(InvalidValueError, match="snapshot"):
        register(snapshot="2018-01-01")
    with pytest.raises(InvalidValueError, match="awards"):
        register("A")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="awards"):
        register(awards=7)


def test_a_snapshot_is_part_of_the_register() -> None:
    listed = register(award("A"))
    assert evolve(listed, snapshot=END) != listed


def test_counts_of_mexico() -> None:
    assert str(mexico.BRONZE_LABELS.counts(on=date(2018, 5, 4))) == (
        "35 on 2018-05-04: Not yet awarded 0 to 8; Valid 0 to 8;"
        " Expired, may be renewed 10; Lapsed 17"
    )


def nowhere(_: str) -> None: ...


def by_code(_: str) -> list[str]:
    return ["MX-NLE"]


MISNAMED: dict[str, Callable[[LabelRegister], object]] = {
    "portfolio": lambda listed: listed.where(portfolio=anything(3)),
    "tier": lambda listed: listed.where(tier=anything("bronze")),
    "region": lambda listed: listed.where(region=anything("MX-NLE")),
    "status": lambda listed: listed.with_status(anything("valid"), on=END),
    "find": lambda listed: listed.placed(anything(None)),
    "find(name)": lambda listed: listed.placed(anything(nowhere)),
    "find(name)[0]": lambda listed: listed.placed(anything(by_code)),
    "place": lambda listed: anything(listed)["A"],
}


def anything(value: object) -> Any:
    return value


@pytest.mark.parametrize("field", MISNAMED)
def test_a_name_in_the_place_of_a_value_is_refused(field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        MISNAMED[field](mexico.BRONZE_LABELS)
    assert caught.value.place == field


def test_a_register_says_what_it_is_in_a_line() -> None:
    one, two = award("A"), award("B", valid_until=date(2019, 1, 1))
    assert str(register()) == "no awards"
    assert str(register(one)) == "1 award, valid until 2018-05-04"
    assert str(register(two, one)) == "2 awards, valid until 2018-05-04 to 2019-01-01"
    assert str(one) == "A: Bronze, portfolio unknown, valid until 2018-05-04"
    assert register(two, one)[1] == two


def test_a_slice_is_a_part_of_the_register() -> None:
    register = mexico.BRONZE_LABELS
    part = register[2:5]
    assert (type(part), part.awards) == (LabelRegister, register.awards[2:5])
    with pytest.raises(InvalidValueError, match="place must be of type int or slice"):
        register["a"]  # type: ignore[call-overload]


def test_parts_are_asked_for_by_title() -> None:
    register = mexico.BRONZE_LABELS
    names = [CountryName("Mexico", Country("MX")), CountryName("Spain", Country("ES"))]
    assert len(register.where(portfolio="ict")) == 16
    assert len(register.where(country="Mexico", names=names)) == 35
    assert len(register.where(country="ES", names=names)) == 0
    assert len(register.where(country=Country("ES"))) == 0
    assert len(register.where(portfolio=Missing.UNKNOWN)) == 0
    with pytest.raises(UnknownLabelError, match="Food industry"):
        register.where(portfolio="Food industri")
    with pytest.raises(UnknownLabelError, match="Mexico"):
        register.where(country="Mexiko", names=names)


@pytest.mark.parametrize("by", ["portfolio", "country", "region", "tier"])
def test_counts_by_each_grouping(by: Any) -> None:
    table = mexico.BRONZE_LABELS.counts_table(on=date(2018, 9, 30), by=by)
    *groups, everything = table.records()
    assert everything["labels_lowest"] == 35
    assert sum(row["labels_lowest"] for row in groups) == 35
    with pytest.raises(InvalidValueError, match="by must be 'portfolio'"):
        mexico.BRONZE_LABELS.counts_table(on=date(2018, 9, 30), by="name")  # type: ignore[arg-type]
