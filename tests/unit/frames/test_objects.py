"""Objects as rows, and back."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engines import polars

from icluster import Country, Facts, Organization, Policy, frames, scoring
from icluster.errors import DecodeError, InvalidValueError
from icluster.labels import LabelAward
from icluster.reference import eccp, mexico

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


def test_no_objects_are_no_rows() -> None:
    assert len(frames.from_objects([], backend="polars")) == 0


BAD_CALLS: dict[str, tuple[Any, type[Exception], str]] = {
    "an engine that is lazy or unknown": (
        lambda: frames.from_objects([Country("MX")], backend="duckdb"),
        InvalidValueError,
        "backend must be an eager engine",
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
    with pytest.raises(error, match=message):
        call()
