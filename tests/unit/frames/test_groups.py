"""Quartiles by group, against `statistics.quantiles`."""

from __future__ import annotations

import re
from decimal import Decimal
from statistics import quantiles
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import MAKERS, duckdb, pandas, polars, pyarrow, records

from icluster import frames
from icluster.errors import InvalidValueError, UnknownNameError

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


def test_groups_that_are_numbers_or_views() -> None:
    years = [2021.0, 2021.0, float("nan"), None]
    frame = polars.DataFrame({"year": years, "value": [1, 3, 5, 7]}, strict=False)
    found = frames.quartiles(frame, "value", by=["year"], minimum=1)
    assert found.rows() == [(2021.0, 2, 1.5, 2.0, 2.5)]
    words = pyarrow.array(["a", "a"]).cast(pyarrow.string_view())
    table = pyarrow.table({"word": words, "value": [1, 3]})
    (row,) = frames.quartiles(table, "value", by=["word"], minimum=1).to_pylist()
    assert tuple(row.values()) == ("a", 2, 1.5, 2.0, 2.5)


def test_a_value_may_be_called_like_a_result() -> None:
    frame = polars.DataFrame({"group": ["a"] * 2, "median": [1, 3]})
    found = frames.quartiles(frame, "median", by=["group"], minimum=1)
    assert found.rows() == [("a", 2, 1.5, 2.0, 2.5)]


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
        "by must be several columns, in a list or a tuple",
    ),
    "no list": (
        lambda: frames.quartiles(FRAME, "value", by=None),  # type: ignore[arg-type]
        InvalidValueError,
        "by must be several columns, in a list or a tuple",
    ),
    "a group that is no name": (
        lambda: frames.quartiles(FRAME, "value", by=[["group"]]),  # type: ignore[list-item]
        UnknownNameError,
        "no column is called ['group']",
    ),
    "a group twice": (
        lambda: frames.quartiles(FRAME, "value", by=["group", "group"]),
        InvalidValueError,
        "by must be of columns named once each, got ('group', 'group')",
    ),
    "a group called like a result in SQL": (
        lambda: frames.quartiles(
            duckdb.connect().sql('select 1 as "Size", 1 as value'), "value", by=["Size"]
        ),
        InvalidValueError,
        "by must be columns not called value, size, lower_quartile, median",
    ),
    "decimals": (
        lambda: frames.quartiles(
            pyarrow.table(
                {
                    "group": ["a"],
                    "value": pyarrow.array([Decimal("0.5")], pyarrow.decimal128(38, 1)),
                }
            ),
            "value",
            by=["group"],
        ),
        InvalidValueError,
        "column['value'] must be of floats, or of whole numbers of 64 bits with a "
        "sign; cast it, got 'Decimal",
    ),
    "whole numbers that 64 bits need not hold": (
        lambda: frames.quartiles(
            FRAME.cast({"value": polars.UInt64}), "value", by=["group"]
        ),
        InvalidValueError,
        "column['value'] must be of floats, or of whole numbers of 64 bits with a sign",
    ),
    "no group": (
        lambda: frames.quartiles(FRAME, "value", by=[]),
        InvalidValueError,
        "by must be columns not called",
    ),
    "a group called like a result": (
        lambda: frames.quartiles(FRAME, "value", by=["size"]),
        InvalidValueError,
        "by must be columns not called",
    ),
    "values that are no numbers": (
        lambda: frames.quartiles(FRAME, "group", by=["value"]),
        InvalidValueError,
        "column['group'] must be of floats",
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
    with pytest.raises(error, match=re.escape(message)):
        call()


def test_a_narwhals_frame_stays_one() -> None:
    import narwhals.stable.v2 as nw

    found = frames.quartiles(nw.from_native(FRAME), "value", by=["group"], minimum=1)
    assert isinstance(found, nw.DataFrame)


def test_an_engine_without_ranks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise NotImplementedError

    monkeypatch.setattr("icluster.frames._groups._placed", refuse)
    with pytest.raises(InvalidValueError, match="ranks within groups"):
        frames.quartiles(FRAME, "value", by=["group"])
