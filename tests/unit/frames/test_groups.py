"""Quartiles by group."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from tests.engines import duckdb, polars, pyarrow

from icluster import frames
from icluster.errors import InvalidValueError, UnknownNameError

if TYPE_CHECKING:
    pass


def test_floats_lie_between_their_neighbours() -> None:
    frame = polars.DataFrame({"g": ["a"] * 3, "v": [1.0, 2.0, 4.0]})
    (row,) = frames.quartiles(frame, "v", by=["g"], minimum=3).to_dicts()
    assert [row[f"{which}quartile"] for which in ("lower_", "upper_")] == [1.5, 3]
    assert row["median"] == 2


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
