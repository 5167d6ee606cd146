"""Frames that name holders and editions say what a register says."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import MAKERS, pandas, polars, records

from icluster import Organization, PartialDate, frames
from icluster.dates import PartialPeriod
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.labels import (
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelScheme,
    LabelTier,
    Term,
    ValidityConvention,
)
from icluster.reference import esca, mexico
from icluster.vocabularies import Missing

ON = date(2018, 5, 5)
KINDS = dict.fromkeys(("valid_until", "begins_first", "begins_last"), "date") | (
    dict.fromkeys(("tier", "edition", "holder"), "str")
)
BRONZE = esca.SAME_DAY.term(LabelTier.BRONZE)


def edition(key: str, window: int, *period: Any) -> LabelEdition:
    terms = [
        Term(
            tier=tier,
            convention=ValidityConvention.END_OF_MONTH,
            months=24,
            window_months=window,
        )
        for tier in (LabelTier.BRONZE, LabelTier.SILVER)
    ]
    return LabelEdition(key=key, terms=terms, in_force=PartialPeriod(*period))


SCHEME = LabelScheme(
    key="invented",
    title="Invented",
    editions=[
        edition("old", 6, PartialDate(2012), PartialDate(2015, 6)),
        edition("new", 12, PartialDate(2015, 7), Missing.NOT_APPLICABLE),
        LabelEdition(key="bare", terms=[BRONZE]),
    ],
)


@st.composite
def awards(draw: st.DrawFn) -> LabelAward:
    end = ON + timedelta(days=draw(st.integers(-900, 800)))
    awarded: Any = Missing.UNKNOWN
    if draw(st.booleans()):
        start = end - timedelta(days=draw(st.integers(1, 900)))
        awarded = PartialDate(start.year, start.month)
    tier = draw(st.sampled_from((LabelTier.BRONZE, LabelTier.SILVER)))
    keys = ("old", "new", "bare")[: 3 if tier is LabelTier.BRONZE else 2]
    return LabelAward(
        holder=Organization(name=draw(st.sampled_from("ABCDEFGHIJKL"))),
        tier=tier,
        valid_until=end,
        awarded=awarded,
        edition=draw(st.sampled_from((*keys, Missing.UNKNOWN))),
    )


def columns_of(register: LabelRegister) -> dict[str, list[Any]]:
    starts = [
        (None, None) if award.awarded is Missing.UNKNOWN else award.starts
        for award in register
    ]
    return {
        "holder": [award.holder.name for award in register],
        "valid_until": [award.valid_until for award in register],
        "tier": [award.tier.value for award in register],
        "begins_first": [first for first, _ in starts],
        "begins_last": [last for _, last in starts],
        "edition": [
            None if isinstance(award.edition, Missing) else award.edition
            for award in register
        ],
    }


def written(register: LabelRegister) -> list[str]:
    return [
        "|".join(status.value for status in statuses)
        for _, statuses in register.awards_on(ON)
    ]


@pytest.mark.parametrize("engine", ["polars, eager", "pandas, nullable"])
@settings(max_examples=3)
@given(st.lists(awards(), min_size=20, max_size=25))
def test_a_frame_of_holders_says_what_a_register_says(
    engine: str, many: list[LabelAward]
) -> None:
    register = LabelRegister(awards=many, editions=SCHEME.editions)
    frame = MAKERS[engine](columns_of(register), KINDS)
    rows = records(frames.label_status(frame, SCHEME, on=ON, holder="holder"))
    assert [row["status"] for row in rows] == written(register)
    assert {row["outside_domain"] for row in rows} == {0}


@pytest.mark.parametrize("engine", ["polars, lazy"])
@settings(max_examples=3)
@given(st.lists(awards(), min_size=20, max_size=25))
def test_awards_alone_have_the_editions_that_their_days_allow(
    engine: str, many: list[LabelAward]
) -> None:
    register = LabelRegister(
        awards=[
            evolve(award, holder=Organization(name=f"{number:02}"))
            for number, award in enumerate(many)
        ],
        editions=SCHEME.editions,
    )
    frame = MAKERS[engine](columns_of(register), KINDS)
    rows = records(frames.label_status(frame, SCHEME, on=ON))
    assert [row["status"] for row in rows] == written(register)


RENEWED: dict[str, list[Any]] = {
    "holder": ["A", "A", "B", None, None],
    "valid_until": [date(2018, 5, 4), date(2021, 5, 4), *[date(2018, 5, 4)] * 3],
    "begins_first": [date(2016, 5, 4), date(2018, 5, 4), None, None, None],
    "begins_last": [date(2016, 5, 4), date(2018, 5, 4), None, None, None],
}
ANSWERS = ["succeeded", "valid", "renewable", "renewable", "renewable"]


@pytest.mark.parametrize("engine", sorted({*MAKERS} - {"polars, lazy", "duckdb"}))
def test_a_label_that_was_renewed_is_succeeded_in_every_engine(engine: str) -> None:
    frame = MAKERS[engine](RENEWED, KINDS)
    rows = records(frames.label_status(frame, BRONZE, on=ON, holder="holder"))
    assert [row["status"] for row in rows] == ANSWERS


def test_the_rows_of_pandas_keep_their_index() -> None:
    frame = pandas.DataFrame(RENEWED, dtype=object)
    frame.index = [7, 7, 8, 8, 9]
    answered = frames.label_status(frame, BRONZE, on=ON, holder="holder")
    assert list(answered.index) == [7, 7, 8, 8, 9]
    assert list(answered["status"]) == ANSWERS


def status_of(changes: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    """Ask of a Bronze that ended, and of a Silver that is as *changes* say."""
    columns: dict[str, list[Any]] = {
        "holder": ["A", "A"],
        "tier": ["bronze", "silver"],
        "valid_until": [date(2018, 5, 4), date(2019, 5, 4)],
        "begins_first": [None, date(2017, 5, 4)],
        "begins_last": [date(2016, 5, 4), date(2017, 5, 4)],
        "edition": ["old", None],
    }
    for name, value in changes.items():
        columns[name][1] = value
    frame = MAKERS["polars, eager"](columns, KINDS)
    options = {"holder": "holder"} | options
    return records(frames.label_status(frame, SCHEME, on=ON, **options))


# What the Silver row says otherwise, and the statuses of the Bronze and the Silver.
INCOMPLETE: dict[str, tuple[dict[str, Any], str, str, int]] = {
    "told whole": ({}, "succeeded", "valid", 0),
    "without an end": (
        {"valid_until": None},
        "renewable|succeeded",
        "not_yet|valid|renewable|lapsed|succeeded",
        0,
    ),
    "of a tier without a term": (
        {"tier": "gold"},
        "renewable|succeeded",
        "valid|succeeded",
        1,
    ),
    "of no tier": ({"tier": None}, "renewable|succeeded", "valid|succeeded", 0),
    "with days that cannot be": (
        {"begins_first": date(2018, 5, 4)},
        "renewable|succeeded",
        "not_yet|valid|renewable|lapsed|succeeded",
        1,
    ),
    "of an edition without a term": ({"edition": "bare"}, "succeeded", "valid", 1),
    "of an edition that is none": ({"edition": "?"}, "succeeded", "valid", 1),
    "of nobody": ({"holder": None}, "renewable", "valid", 0),
    "begun nobody knows when": (
        {"begins_first": None, "begins_last": None},
        "renewable|succeeded",
        "not_yet|valid",
        0,
    ),
}


@pytest.mark.parametrize(
    ("changes", "bronze", "silver", "outside"), INCOMPLETE.values(), ids=INCOMPLETE
)
def test_what_a_holder_may_have(
    changes: dict[str, Any], bronze: str, silver: str, outside: int
) -> None:
    rows = status_of(changes)
    assert [row["status"] for row in rows] == [bronze, silver]
    assert [row["outside_domain"] for row in rows] == [0, outside]


def test_an_edition_says_nothing_beside_the_term() -> None:
    frame = polars.DataFrame({"valid_until": [date(2018, 5, 4)], "edition": ["?"]})
    (row,) = records(frames.label_status(frame, BRONZE, on=ON))
    assert (row["status"], row["outside_domain"]) == ("renewable", 0)


def test_edition_of_a_row_without_a_tier() -> None:
    ends = {"valid_until": [date(2018, 5, 4)] * 2, "edition": ["old", "?"]}
    frame = polars.DataFrame(ends)
    columns: Any = {"tier": Missing.UNKNOWN}
    rows = records(frames.label_status(frame, SCHEME, on=ON, columns=columns))
    assert [row["outside_domain"] for row in rows] == [0, 1]


def test_a_register_with_a_snapshot_differs_where_that_says_something() -> None:
    holder = mexico.BRONZE_LABELS[0].holder
    silver = LabelAward(
        holder=holder, tier=LabelTier.SILVER, valid_until=date(2020, 5, 31)
    )
    register = LabelRegister(
        awards=[*mexico.BRONZE_LABELS, silver], editions=esca.SCHEME.editions
    )
    frame = MAKERS["polars, eager"](columns_of(register), KINDS)
    rows = records(frames.label_status(frame, esca.SCHEME, on=ON, holder="holder"))
    answers = [row["status"] for row in rows]
    assert answers == written(register)
    listed = written(evolve(register, snapshot=date(2018, 1, 1)))
    changed = set(zip(answers, listed, strict=True)) - set(
        zip(answers, answers, strict=True)
    )
    assert changed == {("not_yet|valid", "valid")}


REFUSED: dict[str, tuple[dict[str, Any], Any, str]] = {
    "no such column": ({"holder": "name"}, UnknownNameError, "no column is called"),
    "holders that are numbers": (
        {"holder": "row"},
        InvalidValueError,
        "column['row'] must be of text, such as names of holders, got 'Int64'",
    ),
    "editions that are numbers": (
        {"columns": {"edition": "row"}},
        InvalidValueError,
        "column['row'] must be of text, as the key of an edition is, got 'Int64'",
    ),
}


@pytest.mark.parametrize(("options", "error", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(options: dict[str, Any], error: Any, message: str) -> None:
    frame = polars.DataFrame({"valid_until": [ON], "tier": ["bronze"], "row": [1]})
    with pytest.raises(error, match=re.escape(message)):
        frames.label_status(frame, SCHEME, on=ON, **options)


@pytest.mark.parametrize("engine", ["polars, lazy", "duckdb"])
def test_holders_are_told_of_eager_frames_only(engine: str) -> None:
    frame = MAKERS[engine](RENEWED, KINDS)
    message = "frame must be eager where labels are told by holder: collect it first"
    with pytest.raises(InvalidValueError, match=message):
        frames.label_status(frame, BRONZE, on=ON, holder="holder")


@pytest.mark.parametrize("engine", ["polars, eager", "pandas, objects"])
def test_where_no_row_names_a_holder_each_is_judged_by_itself(engine: str) -> None:
    nameless = {**RENEWED, "holder": [None] * len(RENEWED["holder"])}
    frame = MAKERS[engine](nameless, KINDS)
    alone = MAKERS[engine]({**nameless, "holder": list("ABCDE")}, KINDS)
    answers, expected = (
        [row["status"] for row in records(labelled)]
        for labelled in (
            frames.label_status(frame, BRONZE, on=ON, holder="holder"),
            frames.label_status(alone, BRONZE, on=ON, holder="holder"),
        )
    )
    assert answers == expected
