"""Dask and PySpark give the rows that polars gives. Run by `make test-engines`."""

from __future__ import annotations

import math
from datetime import date, timedelta
from importlib import import_module
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from tests.engines import pandas, polars_frame, records

from icluster import frames
from icluster.conditions import Is
from icluster.errors import InvalidValueError
from icluster.facts import Fact, FactSchema
from icluster.labels import LabelTier
from icluster.reference import eccp, esca
from icluster.rubrics import Criterion, Level, Rubric
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ON = date(2018, 5, 5)
KINDS = {
    name: "str" if name == "established" else "bool" for name in eccp.FACTS_2022.names
} | {
    "row": "int",
    "valid_until": "date",
    "begins_first": "date",
    "begins_last": "date",
    "tier": "str",
    "sector": "str",
    "participants": "int",
    "budget": "int",
    "share": "float",
    "step": "int",
}
ROWS = 500


def columns() -> dict[str, list[Any]]:
    """Random rows, the same ones every time."""
    draw = Random(20220930)
    ages = ("within_2_years", "over_2_to_10_years", "over_10_years")
    cells: dict[str, list[Any]] = {
        name: [draw.choice([True, False, None]) for _ in range(ROWS)]
        for name in eccp.FACTS_2022.names
    }
    cells["established"] = [
        draw.choice([*ages, frames.joined(*ages[1:]), None, "long ago"])
        for _ in range(ROWS)
    ]
    cells["row"] = list(range(ROWS))
    for name in ("valid_until", "begins_first", "begins_last"):
        cells[name] = [
            draw.choice([None, ON, ON + timedelta(days=draw.randint(-700, 700))])
            for _ in range(ROWS)
        ]
    cells["tier"] = [draw.choice(["bronze", "gold", None]) for _ in range(ROWS)]
    cells["sector"] = [draw.choice("abc") for _ in range(ROWS)]
    cells["budget"] = [draw.randint(-(2**63), 2**63 - 1) for _ in range(ROWS)]
    cells["share"] = [
        draw.choice([draw.random(), math.nan, math.inf]) for _ in range(ROWS)
    ]
    cells["step"] = [draw.randint(0, 3) for _ in range(ROWS)]
    cells["participants"] = [draw.randint(1, 90) for _ in range(ROWS)]
    return cells


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    builder = import_module("pyspark.sql").SparkSession.builder
    session = (
        builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    yield session
    session.stop()


def in_spark(spark: Any) -> Any:
    types = {
        "bool": "boolean",
        "str": "string",
        "int": "long",
        "date": "date",
        "float": "double",
    }
    schema = ", ".join(f"{name} {types[kind]}" for name, kind in KINDS.items())
    rows = list(zip(*(columns()[name] for name in KINDS), strict=True))
    return spark.createDataFrame(rows, schema).repartition(3)


def in_dask() -> Any:
    types = {
        "bool": "boolean",
        "str": "string[pyarrow]",
        "int": "int64",
        "float": "float64",
    }
    frame = pandas.DataFrame(
        {
            name: pandas.Series(values, dtype=object)
            for name, values in columns().items()
        }
    ).astype({name: types.get(kind, "datetime64[ns]") for name, kind in KINDS.items()})
    return import_module("dask.dataframe").from_pandas(frame, npartitions=3)


def collected(frame: Any) -> list[dict[str, Any]]:
    if hasattr(frame, "collect"):
        return [row.asDict() for row in frame.collect()]
    return records(frame.compute())


BRONZE = esca.SAME_DAY.term(LabelTier.BRONZE)
TENTHS = Rubric(
    key="tenths",
    title="Tenths",
    facts=FactSchema([Fact("step", (0, 1, 2, 3))]),
    criteria=[
        Criterion(
            key="tenths",
            title="Tenths",
            levels=[
                Level(points, Is("step", step))
                for step, points in enumerate(("-0.7", "0.1", "0.3", "3.3"))
            ],
        )
    ],
)
UNSAID: dict[str, str | Missing] = dict.fromkeys(
    ("begins_first", "begins_last", "tier"), Missing.UNKNOWN
)
VERBS: dict[str, tuple[Callable[[Any], Any], tuple[str, ...]]] = {
    "scores": (
        lambda frame: frames.score(
            frame, eccp.MATURITY_2022, compute=frames.EVERYTHING, units=True
        ),
        ("row",),
    ),
    "scores in points": (
        lambda frame: frames.score(
            frame, eccp.MATURITY_2022, compute=frames.EVERYTHING
        ),
        ("row",),
    ),
    "scores in tenths": (
        lambda frame: frames.score(frame, TENTHS, compute=frames.EVERYTHING),
        ("row",),
    ),
    "label statuses": (
        lambda frame: frames.label_status(frame, BRONZE, on=ON, columns=UNSAID),
        ("row",),
    ),
    "label statuses, with starts and tiers": (
        lambda frame: frames.label_status(frame, BRONZE, on=ON),
        ("row",),
    ),
    "label statuses of an edition": (
        lambda frame: frames.label_status(frame, esca.SAME_DAY, on=ON),
        ("row",),
    ),
    "quartiles": (
        lambda frame: frames.quartiles(frame, "participants", by=["sector"]),
        ("sector",),
    ),
    "quartiles of large numbers": (
        lambda frame: frames.quartiles(frame, "budget", by=["sector", "tier"]),
        ("sector", "tier"),
    ),
    "quartiles of floats": (
        lambda frame: frames.quartiles(frame, "share", by=["sector"]),
        ("sector",),
    ),
}
QUARTILES = [verb for verb in VERBS if verb.startswith("quartiles")]


def check(frame: Any, verb: str) -> None:
    function, key = VERBS[verb]
    expected = {
        tuple(row[name] for name in key): row
        for row in records(function(polars_frame(columns(), KINDS)))
    }
    found = collected(function(frame))
    assert len(found) == len(expected)
    added = [name for name in next(iter(expected.values())) if name not in KINDS]
    assert added
    for row in found:
        wanted = expected[tuple(row[name] for name in key)]
        # As text, NaN is NaN.
        assert {name: repr(row[name]) for name in added} == {
            name: repr(wanted[name]) for name in added
        }


@pytest.mark.parametrize("verb", VERBS)
def test_spark_gives_the_same_rows(spark: Any, verb: str) -> None:
    check(in_spark(spark), verb)


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in QUARTILES])
def test_dask_gives_the_same_rows(verb: str) -> None:
    check(in_dask(), verb)


def test_spark_does_not_tell_names_apart_by_their_case(spark: Any) -> None:
    frame = in_spark(spark).withColumnRenamed("row", "TOTAL_LOWEST")
    with pytest.raises(InvalidValueError, match="as it would 'TOTAL_LOWEST'"):
        frames.score(frame, eccp.MATURITY_2022)


def test_dask_has_no_ranks_within_groups() -> None:
    with pytest.raises(InvalidValueError, match="which Dask does not"):
        VERBS["quartiles"][0](in_dask())
