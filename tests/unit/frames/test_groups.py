"""Quartiles by group, against `statistics.quantiles`."""

from __future__ import annotations

from statistics import quantiles
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import MAKERS, polars, records

from icluster import frames
from icluster.errors import InvalidValueError, UnknownNameError

KINDS = {"group": "str", "year": "int", "value": "int"}


@pytest.mark.parametrize("engine", MAKERS)
@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", None]),
            st.sampled_from([2021, 2022]),
            st.none() | st.integers(-100, 100),
        ),
        max_size=40,
    ),
    st.integers(1, 4),
)
def test_quartiles_are_those_of_the_standard_library(
    engine: str, rows: list[tuple[str | None, int, int | None]], minimum: int
) -> None:
    columns = dict(zip(KINDS, zip(*rows, strict=True), strict=False)) or dict.fromkeys(
        KINDS, ()
    )
    frame = MAKERS[engine]({name: list(each) for name, each in columns.items()}, KINDS)
    if engine == "pandas, objects":
        frame = frame.astype({"value": "float64", "year": "int64"})
    found = {
        (row["group"], row["year"]): (
            row["size"],
            row["lower_quartile"],
            row["median"],
            row["upper_quartile"],
        )
        for row in records(
            frames.quartiles(frame, "value", by=["group", "year"], minimum=minimum)
        )
    }
    groups: dict[tuple[str, int], list[int]] = {}
    for group, year, value in rows:
        if group is not None and value is not None:
            groups.setdefault((group, year), []).append(value)
    expected = {
        key: (len(values), *(_cuts(values)))
        for key, values in groups.items()
        if len(values) >= minimum
    }
    assert found == expected


def _cuts(values: list[int]) -> list[float]:
    if len(values) == 1:
        return [float(values[0])] * 3
    return quantiles(values, n=4, method="inclusive")


FRAME = polars.DataFrame({"group": ["a"], "value": [1], "size": [1]})
BAD_CALLS: dict[str, tuple[Any, type[Exception], str]] = {
    "no such column": (
        lambda: frames.quartiles(FRAME, "valeu", by=["group"]),
        UnknownNameError,
        "no column is called 'valeu'",
    ),
    "no such group": (
        lambda: frames.quartiles(FRAME, "value", by=["sector"]),
        UnknownNameError,
        "no column is called 'sector'",
    ),
    "a lone text": (
        lambda: frames.quartiles(FRAME, "value", by="group"),
        InvalidValueError,
        "by must be several columns",
    ),
    "no group": (
        lambda: frames.quartiles(FRAME, "value", by=[]),
        InvalidValueError,
        "by must be columns other than",
    ),
    "a group called like a result": (
        lambda: frames.quartiles(FRAME, "value", by=["size"]),
        InvalidValueError,
        "by must be columns other than",
    ),
    "values that are no numbers": (
        lambda: frames.quartiles(FRAME, "group", by=["value"]),
        InvalidValueError,
        "column 'group' must be of numbers",
    ),
    "a minimum of nobody": (
        lambda: frames.quartiles(FRAME, "value", by=["group"], minimum=0),
        InvalidValueError,
        "minimum must be 1 or more",
    ),
}


@pytest.mark.parametrize(
    ("call", "error", "message"), BAD_CALLS.values(), ids=BAD_CALLS
)
def test_refuses(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        call()


def test_a_narwhals_frame_stays_one() -> None:
    import narwhals.stable.v2 as nw

    found = frames.quartiles(nw.from_native(FRAME), "value", by=["group"], minimum=1)
    assert isinstance(found, nw.DataFrame)


def test_an_engine_without_ranks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise NotImplementedError

    monkeypatch.setattr("icluster.frames.groups._placed", refuse)
    with pytest.raises(InvalidValueError, match="ranks within groups"):
        frames.quartiles(FRAME, "value", by=["group"])
