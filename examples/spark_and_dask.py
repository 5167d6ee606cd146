"""Score the same invented rows on polars and on the engines named.

    python examples/spark_and_dask.py dask spark
    python examples/spark_and_dask.py dask=tcp://host:8786 spark=spark://host:7077

The second line asks a cluster. Rows are matched by their key, because a cluster keeps
no order. Dask and PySpark are installed apart (`make test-engines` does so); PySpark
needs Java.
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


def on_dask(rows: list[dict[str, Any]], address: str) -> list[dict[str, Any]]:
    types = dict.fromkeys(NAMES, "boolean") | {"established": "string[pyarrow]"}
    plain = import_module("pandas").DataFrame(rows).astype(types)
    frame = import_module("dask.dataframe").from_pandas(plain, npartitions=4)
    scored = frames.score(frame, eccp.MATURITY_2022)
    if not address:
        return list(scored.compute().to_dict("records"))
    with import_module("distributed").Client(address) as client:
        print(f"dask: {len(client.scheduler_info()['workers'])} workers")
        return list(client.compute(scored).result().to_dict("records"))


def on_spark(rows: list[dict[str, Any]], address: str) -> list[dict[str, Any]]:
    builder = import_module("pyspark.sql").SparkSession.builder
    builder = builder.master(address or "local[1]")
    session = builder.config("spark.ui.enabled", "false").getOrCreate()
    schema = ", ".join(
        f"{name} {'string' if name == 'established' else 'boolean'}" for name in NAMES
    )
    cells = [tuple(row[name] for name in (*NAMES, "row")) for row in rows]
    frame = session.createDataFrame(cells, f"{schema}, row long").repartition(4)
    scored = frames.score(frame, eccp.MATURITY_2022)
    collected = [row.asDict() for row in scored.collect()]
    if address:
        # The driver stands in this list too.
        hosts = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size()
        print(f"spark: {hosts - 1} workers")
    session.stop()
    return collected


ENGINES: dict[str, Callable[[list[dict[str, Any]], str], list[dict[str, Any]]]] = {
    "dask": on_dask,
    "spark": on_spark,
}


def totals(scored: list[dict[str, Any]]) -> dict[int, tuple[float, float]]:
    return {row["row"]: (row["total_lowest"], row["total_highest"]) for row in scored}


def main(*engines: str) -> None:
    rows = [invented(row) for row in range(ROWS)]
    expected = totals(on_polars(rows))
    print(f"polars: {len(expected)} rows")
    for engine in engines:
        name, _, address = engine.partition("=")
        assert totals(ENGINES[name](rows, address)) == expected
        print(f"{name}: the same rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
