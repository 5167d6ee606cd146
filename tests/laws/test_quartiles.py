"""Quartiles by group, against `statistics.quantiles`."""

from __future__ import annotations

from statistics import quantiles
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import MAKERS, duckdb, pandas, polars, pyarrow, records

from icluster import frames

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = {"group": "str", "year": "int", "value": "int"}


QUARTILES = ("lower_quartile", "median", "upper_quartile")
WIDE = st.integers(-100, 100) | st.integers(-(2**61) + 1, 2**61 - 1)


@pytest.mark.parametrize("engine", MAKERS)
@settings(max_examples=5)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "b", None]),
            st.sampled_from([2021, 2022]),
            st.none() | WIDE,
        ),
        max_size=40,
    ),
    st.integers(1, 4),
)
def test_quartiles_are_those_of_the_standard_library(
    engine: str, rows: list[tuple[str | None, int, int | None]], minimum: int
) -> None:
    if engine == "pandas, objects":  # a float where there is a gap: not exact
        rows = [row for row in rows if row[2] is not None]
    columns = dict(zip(KINDS, zip(*rows, strict=True), strict=False)) or dict.fromkeys(
        KINDS, ()
    )
    frame = MAKERS[engine]({name: list(each) for name, each in columns.items()}, KINDS)
    if engine == "pandas, objects":
        frame = frame.astype({"value": "int64", "year": "int64"})
    found = {
        (row["group"], row["year"]): (row["size"], *(row[name] for name in QUARTILES))
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


def _cuts(values: list[Any]) -> list[float]:
    if len(values) == 1:
        return [float(values[0])] * 3
    return quantiles(values, n=4, method="inclusive")


@pytest.mark.parametrize("engine", MAKERS)
def test_the_largest_whole_numbers_are_computed_in_floats(engine: str) -> None:
    values = [2**63 - 1, 2**63 - 2, -(2**63), 2**62 + 12345, 3, -(2**61), 2**61 + 7]
    frame = MAKERS[engine](
        {"group": ["a"] * 7, "value": values}, {"group": "str", "value": "int"}
    )
    if engine == "pandas, objects":
        frame = frame.astype({"value": "int64"})
    (row,) = records(frames.quartiles(frame, "value", by=["group"]))
    floats = _cuts([float(value) for value in values])
    assert [row[name] for name in QUARTILES] == floats


INFINITE = float("inf")
FLOATS: dict[str, list[float]] = {
    "NaN is no value": [0.1, 0.2, float("nan"), 0.7, 5.0, 6.0, 0.3],
    "infinities are values": [INFINITE, 1.0, 2.0, 3.0, 4.0, 5.0],
    "both of them": [1.0, -INFINITE, 2.0, INFINITE, 3.0, 4.0],
    "where infinities are many the cut is NaN": [1.0, 2.0, *[INFINITE] * 3],
    "four times the value is too large": [1e308] * 5,
}
FLOAT_MAKERS: dict[str, Callable[[Any], Any]] = {
    "pandas": pandas.DataFrame,
    "pandas, nullable": lambda data: pandas.DataFrame(data).astype({"v": "Float64"}),
    "pandas, Arrow": lambda data: pandas.DataFrame(data).astype(
        {"v": "double[pyarrow]"}
    ),
    "polars, eager": polars.DataFrame,
    "polars, lazy": polars.LazyFrame,
    "pyarrow": pyarrow.table,
    "duckdb": lambda data: duckdb.connect().from_arrow(pyarrow.table(data)),
}


@pytest.mark.parametrize("make", FLOAT_MAKERS.values(), ids=FLOAT_MAKERS)
@pytest.mark.parametrize("values", FLOATS.values(), ids=FLOATS)
def test_floats_are_those_of_the_standard_library(
    make: Any, values: list[float]
) -> None:
    frame = make({"g": ["a"] * len(values), "v": values})
    (row,) = records(frames.quartiles(frame, "v", by=["g"]))
    known = [value for value in values if value == value]
    assert row["size"] == len(known)
    # pandas says that NaN is missing where it has a word for it.
    found = [float("nan") if row[each] is None else row[each] for each in QUARTILES]
    assert repr(found) == repr(_cuts(known))
