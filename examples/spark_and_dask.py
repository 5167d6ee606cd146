"""Score the same invented rows on polars and on the engines named.

    python examples/spark_and_dask.py dask spark

Rows are matched by their key, because a cluster keeps no order. Dask and PySpark are
installed apart (`make test-engines` does so); PySpark needs Java.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from icluster import frames
from icluster.reference import eccp

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 60
NAMES = eccp.FACTS_2022.names
AGES = eccp.FACTS_2022["established"].domain


def invented(row: int) -> dict[str, Any]:
    """Facts of a country that there is not; a few of them unknown."""
    states = (True, False, None)
    facts: dict[str, Any] = {
        name: states[(row // (index + 1)) % 3] for index, name in enumerate(NAMES)
    }
    return facts | {"row": row, "established": AGES[row % 3]}


def on_polars(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    frame = import_module("polars").DataFrame(rows)
    return list(frames.score(frame, eccp.MATURITY_2022).to_dicts())


def on_dask(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    types = dict.fromkeys(NAMES, "boolean") | {"established": "string[pyarrow]"}
    plain = import_module("pandas").DataFrame(rows).astype(types)
    frame = import_module("dask.dataframe").from_pandas(plain, npartitions=3)
    scored = frames.score(frame, eccp.MATURITY_2022)
    return list(scored.compute().to_dict("records"))


def on_spark(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    # On a cluster: its address instead of local[1]. The rest stays.
    builder = import_module("pyspark.sql").SparkSession.builder
    builder = builder.master("local[1]").config("spark.ui.enabled", "false")
    session = builder.getOrCreate()
    schema = ", ".join(
        f"{name} {'string' if name == 'established' else 'boolean'}" for name in NAMES
    )
    cells = [tuple(row[name] for name in (*NAMES, "row")) for row in rows]
    frame = session.createDataFrame(cells, f"{schema}, row long")
    scored = frames.score(frame, eccp.MATURITY_2022)
    found = [row.asDict() for row in scored.collect()]
    session.stop()
    return found


ENGINES: dict[str, Callable[[list[dict[str, Any]]], list[dict[str, Any]]]] = {
    "dask": on_dask,
    "spark": on_spark,
}


def totals(scored: list[dict[str, Any]]) -> dict[int, tuple[float, float]]:
    return {row["row"]: (row["total_lowest"], row["total_highest"]) for row in scored}


def main(*engines: str) -> None:
    rows = [invented(row) for row in range(ROWS)]
    expected = totals(on_polars(rows))
    print(f"polars: {len(expected)} rows")
    for name in engines:
        assert totals(ENGINES[name](rows)) == expected
        print(f"{name}: the same rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
