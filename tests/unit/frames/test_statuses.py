"""Label statuses on frames."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from attrs import evolve
from tests.engines import MAKERS, duckdb, pandas, polars, pyarrow, records

from icluster import Organization, frames
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.labels import (
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelTier,
    Term,
)
from icluster.reference import esca, mexico
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


# id: (terms, row, status, how much is outside)
CASES: dict[str, tuple[LabelEdition | Term, dict[str, Any], str, int]] = {
    "the tier of the term": (
        BRONZE,
        {"valid_until": date(2018, 5, 4), "tier": "bronze"},
        "renewable",
        0,
    ),
    "another tier than that of the term": (
        BRONZE,
        {"valid_until": date(2018, 5, 4), "tier": "gold"},
        "renewable|lapsed",
        1,
    ),
    "no tier, and one term": (
        BRONZE,
        {"valid_until": date(2018, 5, 4), "tier": None},
        "renewable",
        0,
    ),
    "no tier, and an edition": (
        EDITION,
        {"valid_until": date(2018, 5, 4), "tier": None},
        "renewable|lapsed",
        0,
    ),
    "a first start after the last": (
        BRONZE,
        {
            "valid_until": date(2019, 1, 1),
            "begins_first": date(2018, 2, 1),
            "begins_last": date(2018, 1, 1),
        },
        "not_yet|valid|renewable|lapsed",
        1,
    ),
    "a start after the end": (
        BRONZE,
        {
            "valid_until": date(2017, 12, 31),
            "begins_first": date(2018, 1, 1),
            "begins_last": date(2018, 1, 1),
        },
        "not_yet|valid|renewable|lapsed",
        1,
    ),
    "a tier and days that cannot be": (
        EDITION,
        {
            "valid_until": date(2017, 12, 31),
            "begins_first": date(2018, 1, 1),
            "begins_last": date(2018, 1, 1),
            "tier": "platinum",
        },
        "not_yet|valid|renewable|lapsed",
        2,
    ),
    "a last start after the end may be": (
        BRONZE,
        {
            "valid_until": date(2018, 7, 1),
            "begins_first": date(2018, 1, 1),
            "begins_last": date(2018, 12, 31),
        },
        "not_yet|valid",
        0,
    ),
    "it has begun on its last day": (
        BRONZE,
        {
            "valid_until": ON,
            "begins_first": date(2018, 1, 1),
            "begins_last": date(2018, 12, 31),
        },
        "valid",
        0,
    ),
    "a last start without a first": (
        BRONZE,
        {"valid_until": date(2019, 1, 1), "begins_last": date(2018, 1, 1)},
        "valid",
        0,
    ),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize(
    ("terms", "row", "status", "outside"), CASES.values(), ids=CASES
)
def test_case(
    make: Any,
    terms: LabelEdition | Term,
    row: dict[str, Any],
    status: str,
    outside: int,
) -> None:
    columns = {name: [row.get(name)] for name in KINDS if name != "row"}
    (found,) = records(frames.label_status(make(columns, KINDS), terms, on=ON))
    assert (found["status"], found["outside_domain"]) == (status, outside)


def test_days_of_moments_contradict_by_the_day() -> None:
    noon = datetime.combine(ON, time(12))
    midnight = datetime.combine(ON, time())
    row = {"valid_until": [midnight], "begins_first": [noon], "begins_last": [midnight]}
    kinds = dict.fromkeys(row, polars.Datetime)
    for changed in ({}, {"valid_until": polars.Date}, {"begins_first": polars.Date}):
        frame = polars.DataFrame(row, schema=kinds).cast(changed)
        for each in (frame, frame.lazy(), frame.to_arrow(), frame.to_pandas()):
            (found,) = records(frames.label_status(each, BRONZE, on=ON))
            assert (found["status"], found["outside_domain"]) == ("valid", 0)


FAR = date(9999, 12, 31)
OBJECTS: dict[str, tuple[list[Any], list[str]]] = {
    "days": ([ON, date(2018, 5, 4), FAR], ["not_yet|valid", "renewable"]),
    "days and moments": (
        [ON, datetime.combine(date(2018, 5, 4), time(23)), FAR],
        ["not_yet|valid", "renewable"],
    ),
    "with a gap": (
        [ON, None, FAR],
        ["not_yet|valid", "not_yet|valid|renewable|lapsed"],
    ),
}


@pytest.mark.parametrize(("values", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_pandas_takes_days_as_objects(values: list[Any], expected: list[str]) -> None:
    frame = pandas.DataFrame({"valid_until": pandas.Series(values, dtype=object)})
    frame.index = [7, 7, 8]
    found = frames.label_status(frame, BRONZE, on=ON)
    assert list(found["status"]) == [*expected, "not_yet|valid"]
    assert list(found.index) == [7, 7, 8]
    assert list(found["valid_until"]) == list(frame["valid_until"])


SILENT: dict[str, Any] = {
    "pandas": lambda: pandas.DataFrame({"valid_until": [None], "tier": [None]}),
    "pandas, floats": lambda: pandas.DataFrame(
        {"valid_until": [float("nan")], "tier": [float("nan")]}
    ),
    "polars": lambda: polars.DataFrame({"valid_until": [None], "tier": [None]}),
    "polars, lazy": lambda: polars.LazyFrame({"valid_until": [None], "tier": [None]}),
    "pyarrow": lambda: pyarrow.table({"valid_until": [None], "tier": [None]}),
    "duckdb": lambda: duckdb.connect().sql("select null as valid_until, null as tier"),
}


@pytest.mark.parametrize("make", SILENT.values(), ids=SILENT)
@pytest.mark.parametrize("terms", [BRONZE, EDITION], ids=["term", "edition"])
def test_columns_of_nulls_say_nothing(make: Any, terms: Any) -> None:
    (row,) = records(frames.label_status(make(), terms, on=ON))
    assert row["status"] == "not_yet|valid|renewable|lapsed"
    assert row["outside_domain"] == 0


@pytest.mark.parametrize("terms", [BRONZE, EDITION], ids=["term", "edition"])
def test_no_rows_give_no_rows(terms: Any) -> None:
    for empty in (
        pandas.DataFrame({"valid_until": [], "tier": []}),
        pandas.DataFrame({"valid_until": [], "tier": []}, dtype=object),
        polars.DataFrame({"valid_until": [], "tier": []}),
    ):
        assert records(frames.label_status(empty, terms, on=ON)) == []


def test_what_no_column_says_may_be_said() -> None:
    columns: dict[str, str | Missing] = dict.fromkeys(
        ("valid_until", "tier"), Missing.UNKNOWN
    )
    told = frames.label_status(frame(), EDITION, on=ON, columns=columns)
    assert told["status"].to_list() == ["not_yet|valid|renewable|lapsed"]
    ended = frame(valid_until=[date(2018, 5, 4)], tier=[7])
    told = call(ended, columns={"tier": Missing.UNKNOWN})
    assert told["status"].to_list() == ["renewable"]


@pytest.mark.parametrize("dtype", ["category", "view"])
def test_tiers_of_other_types_are_texts(dtype: str) -> None:
    table = frame(valid_until=[date(2018, 5, 4)]).to_arrow()
    words = pyarrow.array(["bronze"])
    changed = (
        words.dictionary_encode()
        if dtype == "category"
        else words.cast(pyarrow.string_view())
    )
    table = table.set_column(1, "tier", changed)
    assert statuses(table, terms=EDITION) == ["renewable"]


def test_awards_of_a_frame_come_back() -> None:
    awards = mexico.BRONZE_LABELS.awards
    labels = frames.from_objects(awards, backend="polars")
    labels = labels.with_columns(polars.col("valid_until").str.to_date())
    told = call(labels)
    assert told["status"].to_list() == [
        "|".join(each.value for each in award.status(on=ON, term=BRONZE))
        for award in awards
    ]
    assert set(told["outside_domain"]) == {0}
    back = frames.to_objects(told.drop("status", "outside_domain"), LabelAward)
    assert back == awards


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
        "column['valid_until'] must be of dates",
    ),
    "moments with a time zone": (
        lambda: call(frame(valid_until=[datetime(2018, 5, 5, tzinfo=UTC)])),
        InvalidValueError,
        "column['valid_until'] must be of dates",
    ),
    "days and texts in pandas": (
        lambda: call(pandas.DataFrame({"valid_until": [ON, "2018-05-05"]})),
        InvalidValueError,
        "column['valid_until'] must be of dates, or of moments without a time zone; "
        "make dates of texts first, got 'Object'",
    ),
    "moments with a time zone in pandas": (
        lambda: call(
            pandas.DataFrame(
                {
                    "valid_until": pandas.Series(
                        [datetime(2018, 5, 5, tzinfo=UTC)], dtype=object
                    )
                }
            )
        ),
        InvalidValueError,
        "column['valid_until'] must be of dates",
    ),
    "a tier that is a number": (
        lambda: call(frame(tier=[1]), terms=EDITION),
        InvalidValueError,
        "column['tier'] must be of text, as LabelTier writes it, got 'Int64'",
    ),
    "a column that is no name": (
        lambda: call(columns={"begins_first": ["valid_until"]}),
        UnknownNameError,
        "no column is called ['valid_until']",
    ),
    "a list of columns": (
        lambda: call(columns=["valid_until"]),
        InvalidValueError,
        "columns must be a mapping",
    ),
    "columns whose names are no texts": (
        lambda: call(pandas.DataFrame([[ON]])),
        InvalidValueError,
        "frame must be of columns whose names are text",
    ),
    "a status that SQL holds to be the same": (
        lambda: call(duckdb.connect().sql('select null as valid_until, 1 as "STATUS"')),
        InvalidValueError,
        "prefix must be one that overwrites no column, as it would 'STATUS'",
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
    with pytest.raises(error, match=re.escape(message)):
        bad_call()


def test_a_narwhals_frame_stays_one() -> None:
    import narwhals.stable.v2 as nw

    assert isinstance(call(nw.from_native(frame())), nw.DataFrame)


@pytest.mark.parametrize("dtype", [None, "object", "str", "category", "string"])
def test_a_row_without_tier_is_of_the_term_in_every_type_of_pandas(
    dtype: str | None,
) -> None:
    tiers = pandas.Series(["bronze", None, "gold"], dtype=dtype)
    ends = pandas.to_datetime([date(2018, 5, 4)] * 3)
    ended = pandas.DataFrame({"valid_until": ends, "tier": tiers})
    told = frames.label_status(ended, BRONZE, on=ON)
    assert told["status"].tolist() == ["renewable", "renewable", "renewable|lapsed"]
    assert told["outside_domain"].tolist() == [0, 0, 1]


@pytest.mark.parametrize("engine", MAKERS)
def test_a_frame_says_what_a_register_without_a_snapshot_says(engine: str) -> None:
    february = LabelAward(
        holder=Organization(name="B"),
        tier=LabelTier.BRONZE,
        valid_until=date(2017, 2, 28),
    )
    register = LabelRegister(
        awards=[*mexico.BRONZE_LABELS, february], editions=esca.SCHEME.editions
    )
    day = date(2018, 2, 28)
    columns: dict[str, list[Any]] = {
        "valid_until": [award.valid_until for award in register],
        "tier": [award.tier.value for award in register],
        "row": list(range(len(register))),
    }
    frame = MAKERS[engine](columns, KINDS)
    rows = records(frames.label_status(frame, esca.SCHEME, on=day))
    answers = [row["status"] for row in sorted(rows, key=lambda row: row.get("row", 0))]
    assert answers == [
        "|".join(status.value for status in statuses)
        for _, statuses in register.awards_on(day)
    ]
    listed = evolve(register, snapshot=date(2018, 1, 1)).awards_on(day)
    changed = {
        (answer, "|".join(status.value for status in statuses))
        for answer, (_, statuses) in zip(answers, listed, strict=True)
    }
    assert ("not_yet|valid", "valid") in changed
    assert all(before == after for before, after in changed if "not_yet" not in before)
