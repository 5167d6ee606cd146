"""Label statuses on frames."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import MAKERS, pandas, polars, records

from icluster import Organization, PartialDate, frames
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.labels import LabelAward, LabelEdition, LabelTier, Term
from icluster.reference import esca
from icluster.vocabularies import Missing

ON = date(2018, 5, 5)
BRONZE = esca.SAME_DAY.term(LabelTier.BRONZE)
UNKNOWN_WINDOW = Term(tier=LabelTier.SILVER)
EDITION = LabelEdition(key="invented", terms=[BRONZE, UNKNOWN_WINDOW])
KINDS = {
    "valid_until": "date",
    "begins_first": "date",
    "begins_last": "date",
    "tier": "str",
    "row": "int",
}


def statuses(frame: Any, terms: LabelEdition | Term = BRONZE) -> list[str]:
    rows = sorted(
        records(frames.label_status(frame, terms, on=ON)),
        key=lambda row: row.get("row", 0),
    )
    return [row["status"] for row in rows]


def days() -> st.SearchStrategy[date]:
    near = st.integers(-800, 800).map(lambda gap: ON + timedelta(days=gap))
    edges = (ON, date(2017, 5, 4), date(2017, 5, 5), date(2018, 5, 4), date(2018, 5, 6))
    return near | st.sampled_from(edges)


def awards() -> st.SearchStrategy[LabelAward]:
    holder = Organization(name="Invented cluster")

    def award(tier: LabelTier, end: date, length: int | None) -> LabelAward:
        start = None if length is None else end - timedelta(days=length)
        awarded: PartialDate | Missing = Missing.UNKNOWN
        if start is not None:
            month = None if start.day % 3 == 0 else start.month
            awarded = PartialDate(start.year, month)
        return LabelAward(holder=holder, tier=tier, valid_until=end, awarded=awarded)

    return st.builds(
        award,
        st.sampled_from((LabelTier.BRONZE, LabelTier.SILVER)),
        days(),
        st.none() | st.integers(400, 900),
    )


@pytest.mark.parametrize("engine", MAKERS)
@settings(max_examples=20)
@given(st.lists(awards(), min_size=1, max_size=6))
def test_statuses_are_those_of_the_objects(engine: str, many: list[LabelAward]) -> None:
    columns: dict[str, list[Any]] = {name: [] for name in KINDS}
    expected = []
    for row, award in enumerate(many):
        begins = award._begins or (None, None)
        columns["valid_until"].append(award.valid_until)
        columns["begins_first"].append(begins[0])
        columns["begins_last"].append(begins[1])
        columns["tier"].append(award.tier.value)
        columns["row"].append(row)
        found = award.status(on=ON, term=EDITION.term(award.tier))
        expected.append("|".join(status.value for status in found))
    frame = MAKERS[engine](columns, KINDS)
    assert statuses(frame, terms=EDITION) == expected


@pytest.mark.parametrize("engine", MAKERS)
def test_nothing_known_is_every_status(engine: str) -> None:
    columns = {"valid_until": [None, date(2015, 1, 1), ON], "tier": ["gold", "x", None]}
    frame = MAKERS[engine](columns, KINDS)
    rows = records(frames.label_status(frame, EDITION, on=ON, prefix="label_"))
    assert [row["label_status"] for row in rows] == [
        "not_yet|valid|renewable|lapsed",
        "renewable|lapsed",
        "not_yet|valid",
    ]
    assert [row["label_outside_domain"] for row in rows] == [1, 1, 0]


def test_moments_count_by_their_day() -> None:
    columns = {
        "valid_until": ["2018-05-05T00:00", "2018-05-04T23:00"],
        "begins_first": ["2018-05-05T12:00", "2017-01-01T00:00"],
        "begins_last": ["2018-05-05T12:00", "2017-01-01T00:00"],
    }
    frame = polars.DataFrame(columns).select(polars.all().str.to_datetime())
    assert statuses(frame) == ["valid", "renewable"]
    assert statuses(pandas.DataFrame(frame.to_dicts())) == ["valid", "renewable"]


def frame(**columns: Any) -> Any:
    return polars.DataFrame({"valid_until": [ON], "tier": ["bronze"]} | columns)


def call(data: Any = None, terms: Any = BRONZE, on: Any = ON, **options: Any) -> Any:
    return frames.label_status(
        frame() if data is None else data, terms, on=on, **options
    )


BAD_CALLS: dict[str, tuple[Any, type[Exception], str]] = {
    "no day": (lambda: call(on="2018"), InvalidValueError, "on must be"),
    "no terms": (lambda: call(terms="bronze"), InvalidValueError, "terms must be"),
    "days as text": (
        lambda: call(frame(valid_until=["2018-05-05"])),
        InvalidValueError,
        "column 'valid_until' must be of dates",
    ),
    "moments with a time zone": (
        lambda: call(frame(valid_until=[datetime(2018, 5, 5, tzinfo=UTC)])),
        InvalidValueError,
        "column 'valid_until' must be of dates",
    ),
    "one end of the start only": (
        lambda: call(frame(begins_first=[ON])),
        UnknownNameError,
        "no column is called 'begins_last'",
    ),
    "no tier for an edition": (
        lambda: call(frame().drop("tier"), terms=EDITION),
        UnknownNameError,
        "no column is called 'tier'",
    ),
    "a column that is not there": (
        lambda: call(columns={"valid_until": "ends"}),
        UnknownNameError,
        "no column is called 'ends'",
    ),
    "a column of something else": (
        lambda: call(columns={"ends": "valid_until"}),
        UnknownNameError,
        "no column of a label is called 'ends'",
    ),
    "a status that stands there already": (
        lambda: call(frame(status=["?"])),
        InvalidValueError,
        "prefix must be one that overwrites no column, as it would 'status'",
    ),
}


@pytest.mark.parametrize(
    ("bad_call", "error", "message"), BAD_CALLS.values(), ids=BAD_CALLS
)
def test_refuses(bad_call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        bad_call()


def test_a_narwhals_frame_stays_one() -> None:
    import narwhals.stable.v2 as nw

    assert isinstance(call(nw.from_native(frame())), nw.DataFrame)
