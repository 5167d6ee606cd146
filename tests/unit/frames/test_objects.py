"""Objects as rows, and back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import frozen
from tests.engines import pandas, polars

from icluster import Country, Facts, Organization, Policy, frames, scoring
from icluster.errors import DecodeError, InvalidValueError
from icluster.labels import LabelAward
from icluster.reference import eccp, mexico
from icluster.scales import Measure, Unit

OBJECTS: dict[str, tuple[tuple[Any, ...], type]] = {
    "policies": (mexico.POLICIES_2022, Policy),
    "labels": (mexico.BRONZE_LABELS.awards, LabelAward),
    "countries, which are written as text": ((Country("MX"), Country("ES")), Country),
    "published scores": (
        (mexico.PUBLISHED_2022,),
        type(mexico.PUBLISHED_2022),
    ),
    "criteria, with trees of conditions": (
        eccp.MATURITY_2022.criteria,
        type(eccp.MATURITY_2022.criteria[0]),
    ),
    "results": (
        (scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022)),),
        scoring.Score,
    ),
    "measures without a lowest value, which is 0 by default": (
        (
            Measure(Unit.COUNT, lowest=None),
            Measure(Unit.COUNT, lowest=5),
            Measure(Unit.SHARE, highest=None),
            Measure(Unit.SHARE),
        ),
        Measure,
    ),
    "one of them alone": ((Measure(Unit.COUNT, lowest=None),), Measure),
    "organizations": (
        (Organization(name="A"), mexico.BRONZE_LABELS.awards[0].holder),
        Organization,
    ),
}


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize(("objects", "kind"), OBJECTS.values(), ids=OBJECTS)
def test_what_goes_in_comes_back(
    backend: str, objects: tuple[Any, ...], kind: type
) -> None:
    frame = frames.from_objects(objects, backend=backend)
    assert len(frame) == len(objects)
    assert frames.to_objects(frame, kind) == tuple(objects)


def test_fields_have_columns_of_their_own() -> None:
    frame = frames.from_objects(mexico.BRONZE_LABELS.awards, backend="polars")
    assert frame["holder.name"][0] == mexico.BRONZE_LABELS.awards[0].holder.name
    lazy = frames.to_objects(frame.lazy(), LabelAward)
    assert lazy == mexico.BRONZE_LABELS.awards


BIG = 2**53 + 1


@frozen
class _Inner:
    number: int | None = None


@frozen
class _Outer:
    inner: _Inner | None = None
    number: int | None = None
    flag: bool | None = None


GAPS: dict[str, tuple[_Outer, ...]] = {
    "whole numbers that floats do not hold": (_Outer(number=BIG), _Outer()),
    "whole numbers beyond 64 bits": (_Outer(number=2**64), _Outer(number=-(2**70))),
    "booleans with gaps": (_Outer(flag=True), _Outer(), _Outer(flag=False)),
    "an object of nothing but nulls, and none": (_Outer(inner=_Inner()), _Outer()),
    "an object with something, and without": (
        _Outer(inner=_Inner(BIG)),
        _Outer(inner=_Inner()),
    ),
}


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("objects", GAPS.values(), ids=GAPS)
def test_gaps_come_back(backend: str, objects: tuple[_Outer, ...]) -> None:
    frame = frames.from_objects(objects, backend=backend)
    assert frames.to_objects(frame, _Outer) == objects


def test_columns_of_pandas_take_nulls() -> None:
    frame = frames.from_objects(
        [_Outer(number=1, flag=True), _Outer(number=None)], backend="pandas"
    )
    assert frame.dtypes[["number", "flag"]].tolist() == ["Int64", "boolean"]


def test_days_are_read_however_the_column_says_them() -> None:
    awards = mexico.BRONZE_LABELS.awards
    frame = frames.from_objects(awards, backend="polars")
    days = frame.with_columns(polars.col("valid_until").str.to_date())
    assert frames.to_objects(days, LabelAward) == awards
    moments = days.with_columns(polars.col("valid_until").cast(polars.Datetime))
    assert frames.to_objects(moments, LabelAward) == awards
    in_pandas = frames.from_objects(awards, backend="pandas")
    in_pandas["valid_until"] = pandas.to_datetime(in_pandas["valid_until"])
    assert frames.to_objects(in_pandas, LabelAward) == awards


def test_every_row_that_cannot_be_read_is_named() -> None:
    frame = polars.DataFrame(
        {"code": ["MX", "mexico", "ES", "?"], "moment": [None, None, None, None]}
    )
    with pytest.raises(DecodeError) as caught:
        frames.to_objects(frame.select(object="code"), Country)
    assert [fault.path for fault in caught.value.faults] == [
        "rows[1].object",
        "rows[3].object",
    ]


def test_no_objects_are_no_rows() -> None:
    assert len(frames.from_objects([], backend="polars")) == 0


BAD_CALLS: dict[str, tuple[Any, type[Exception], str]] = {
    "an engine that is lazy or unknown": (
        lambda: frames.from_objects([Country("MX")], backend="duckdb"),
        InvalidValueError,
        "backend must be an eager engine that is installed",
    ),
    "an engine that is not installed": (
        lambda: frames.from_objects([Country("MX")], backend="modin"),
        InvalidValueError,
        "backend must be an eager engine that is installed, such as 'polars', got",
    ),
    "no engine": (
        lambda: frames.from_objects([Country("MX")], backend=None),
        InvalidValueError,
        "backend must be an eager engine that is installed",
    ),
    "one object alone": (
        lambda: frames.from_objects(Country("MX"), backend="polars"),  # type: ignore[arg-type]
        InvalidValueError,
        "objects must be nouns or results, in a list or a tuple, got 'Country'",
    ),
    "facts, which are the names of facts": (
        lambda: frames.from_objects(Facts.of(eccp.FACTS_2022), backend="polars"),
        InvalidValueError,
        "objects must be nouns or results, in a list or a tuple, got 'Facts'",
    ),
    "a score, which gives its criteria": (
        lambda: frames.from_objects(
            scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022)),
            backend="polars",
        ),
        InvalidValueError,
        "objects must be nouns or results, in a list or a tuple, got 'Score'",
    ),
    "a text": (
        lambda: frames.from_objects("MX", backend="polars"),
        InvalidValueError,
        "objects must be nouns or results, in a list or a tuple, got 'str'",
    ),
    "a mapping": (
        lambda: frames.from_objects({"Mexico": Country("MX")}, backend="polars"),
        InvalidValueError,
        "objects must be objects without names, as its values() are; from_facts",
    ),
    "an object for a type": (
        lambda: frames.to_objects(polars.DataFrame({"object": ["MX"]}), Country("MX")),  # type: ignore[arg-type]
        InvalidValueError,
        "kind must be a type, such as LabelAward, got Country(code='MX')",
    ),
    "a cell that is no JSON": (
        lambda: frames.to_objects(
            polars.DataFrame({"name": ["A"], "other_names:json": ["[1,"]}), Organization
        ),
        DecodeError,
        "rows[0]['other_names:json'] must be JSON; at line 1, column",
    ),
    "a cell of JSON that is no text": (
        lambda: frames.to_objects(
            polars.DataFrame({"name": ["A"], "other_names:json": [1]}), Organization
        ),
        DecodeError,
        "rows[0]['other_names:json'] must be a JSON text, got 1",
    ),
    "a column that another one holds": (
        lambda: frames.to_objects(
            polars.DataFrame({"name": ["A"], "name.first": ["B"]}), Organization
        ),
        DecodeError,
        "rows[0]['name.first'] is unknown: it must be one of name, key",
    ),
    "two columns that say the same": (
        lambda: frames.to_objects(
            polars.DataFrame({"name": ["A"], "name:json": ['"B"']}), Organization
        ),
        DecodeError,
        "rows[0]['name:json'] must be the only column for name, got",
    ),
    "moments where days belong": (
        lambda: frames.to_objects(
            frames.from_objects(
                mexico.BRONZE_LABELS.awards[:1], backend="polars"
            ).with_columns(valid_until=polars.datetime(2018, 5, 4, 12)),
            LabelAward,
        ),
        DecodeError,
        "rows[0].valid_until must be",
    ),
    "columns that the type does not have": (
        lambda: frames.to_objects(
            polars.DataFrame({"name": ["A"], "status": ["valid"]}), Organization
        ),
        DecodeError,
        "rows[0].status is unknown: it must be one of name, key",
    ),
    "objects of several types": (
        lambda: frames.from_objects([Country("MX"), 1], backend="polars"),
        InvalidValueError,
        "objects must be of one type",
    ),
    "rows that describe nothing": (
        lambda: frames.to_objects(polars.DataFrame({"a": [1]}), Organization),
        DecodeError,
        "name",
    ),
}


@pytest.mark.parametrize(
    ("call", "error", "message"), BAD_CALLS.values(), ids=BAD_CALLS
)
def test_refuses(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=re.escape(message)):
        call()


def test_a_column_that_the_type_does_not_have_is_told_once() -> None:
    frame = polars.DataFrame({"name": ["A", None], "mine": [1, 2]})
    with pytest.raises(DecodeError) as caught:
        frames.to_objects(frame, Organization)
    places = [fault.path for fault in caught.value.faults]
    assert places == ["rows[0].mine", "rows[1].name"]
