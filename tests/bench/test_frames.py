"""Frames against what an expert of each engine would write by hand.

Every rival gives the lowest and the highest total of the ECCP rubric, with nulls
and joined ages, and is asked for the same rows. `FRAMES_ROWS` sets how many
rows there are; ten million need about 6 GiB.
"""

from __future__ import annotations

import os
import resource
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from tests.bench.conftest import Race
from tests.engines import duckdb, polars

from icluster import Facts, frames
from icluster.frames import Part
from icluster.reference import eccp
from icluster.scoring import score

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = int(os.environ.get("FRAMES_ROWS", "10000000"))
FEW = 20_000
BOOLEANS = tuple(n for n in eccp.FACTS_2022.names if n != "established")
YOUNG, GROWN, OLD = eccp.FACTS_2022["established"].domain
AGES = [YOUNG, GROWN, OLD, f"{YOUNG}|{GROWN}", f"{GROWN}|{OLD}", None]
LOW, HIGH = "total_lowest_units", "total_highest_units"


def facts(rows: int) -> Any:
    """Random facts, a third of them unknown; the same ones every time."""
    draw = np.random.default_rng(20220930)
    columns = {}
    for name in BOOLEANS:
        state = polars.Series(draw.integers(0, 3, rows, dtype=np.int8))
        columns[name] = polars.select(
            polars.when(state == 2).then(None).otherwise(state == 1)
        ).to_series()
    pick = polars.Series(draw.integers(0, len(AGES), rows, dtype=np.uint32))
    columns["established"] = polars.Series(AGES).gather(pick)
    return polars.DataFrame(columns)


@pytest.fixture(scope="module")
def many() -> Any:
    return facts(ROWS)


def best(*calls: Callable[[], Any], rounds: int = 3) -> list[float]:
    """Return the best time of each call, taking turns."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, taken in zip(calls, times, strict=True):
            start = perf_counter()
            call()
            taken.append(perf_counter() - start)
    return [min(taken) for taken in times]


# --- the rivals ---------------------------------------------------------------------


def _polars_total(at_top: bool) -> Any:
    c = {name: polars.col(name).fill_null(at_top) for name in BOOLEANS}
    age = polars.col("established")
    if at_top:
        old = ~age.is_in([YOUNG, GROWN, f"{YOUNG}|{GROWN}"]).fill_null(False)
        grown = age.is_in([GROWN, f"{YOUNG}|{GROWN}"]).fill_null(False)
        broader = c["broader_financial"] | c["broader_technical"]
    else:
        old = (age == OLD).fill_null(False)
        grown = age.is_in([GROWN, f"{GROWN}|{OLD}"]).fill_null(False)
        broader = c["broader_financial"]
    when, targeted = polars.when, c["targeted_policy"]
    sectoral, broad = c["sectoral_policy"], c["broad_policy"]
    scope = when(targeted).then(4).when(sectoral).then(2).when(broad).then(1)
    money, advice = c["dedicated_financial"], c["dedicated_technical"]
    evaluated = c["ex_ante_evaluation"] | c["interim_evaluation"]
    return (
        scope.otherwise(0)
        + when(~targeted).then(0).when(old).then(4).when(grown).then(2).otherwise(1)
        + when(c["monitoring"] & evaluated)
        .then(4)
        .when(c["monitoring"] | c["interim_evaluation"])
        .then(2)
        .when(c["ex_ante_evaluation"] | c["ex_post_evaluation"])
        .then(1)
        .otherwise(0)
        + when(targeted & money & advice)
        .then(4)
        .when(targeted & (money | advice))
        .then(2)
        .when((sectoral | broad) & broader)
        .then(1)
        .otherwise(0)
    ).cast(polars.Int64)


def by_polars(frame: Any) -> Any:
    return frame.lazy().with_columns(
        _polars_total(False).alias(LOW), _polars_total(True).alias(HIGH)
    )


def _sql_total(at_top: bool) -> str:
    c = {name: f"coalesce({name}, {at_top})" for name in BOOLEANS}
    t, s, b = c["targeted_policy"], c["sectoral_policy"], c["broad_policy"]
    f, a = c["dedicated_financial"], c["dedicated_technical"]
    m, x, i = c["monitoring"], c["ex_ante_evaluation"], c["interim_evaluation"]
    if at_top:
        young = f"'{YOUNG}', '{GROWN}', '{YOUNG}|{GROWN}'"
        old = f"coalesce(established not in ({young}), true)"
        grown = f"coalesce(established in ('{GROWN}','{YOUNG}|{GROWN}'), false)"
        broader = f"({c['broader_financial']} or {c['broader_technical']})"
    else:
        old = f"coalesce(established = '{OLD}', false)"
        grown = f"coalesce(established in ('{GROWN}','{GROWN}|{OLD}'), false)"
        broader = c["broader_financial"]
    return (
        f"(case when {t} then 4 when {s} then 2 when {b} then 1 else 0 end"
        f" + case when not {t} then 0 when {old} then 4 when {grown} then 2 else 1 end"
        f" + case when {m} and ({x} or {i}) then 4 when {m} or {i} then 2"
        f" when {x} or {c['ex_post_evaluation']} then 1 else 0 end"
        f" + case when {t} and {f} and {a} then 4 when {t} and ({f} or {a}) then 2"
        f" when ({s} or {b}) and {broader} then 1 else 0 end)::bigint"
    )


def by_sql(connection: Any) -> Any:
    low, high = _sql_total(False), _sql_total(True)
    return connection.sql(f"select *, {low} as {LOW}, {high} as {HIGH} from facts")


GROUPS = (
    (*BOOLEANS[:3], "established", *BOOLEANS[3:7]),
    BOOLEANS[7:],
)


def lookup_tables() -> list[Any]:
    """Tables for all states of both groups, as an expert would make them once."""
    tables = []
    for names in GROUPS:
        states = [AGES if n == "established" else [False, True, None] for n in names]
        rows = polars.DataFrame({names[0]: states[0]}, strict=False)
        for name, values in zip(names[1:], states[1:], strict=True):
            rows = rows.join(polars.DataFrame({name: values}), how="cross")
        for name in BOOLEANS:
            if name not in names:
                rows = rows.with_columns(polars.lit(False).alias(name))
        if "established" not in names:
            rows = rows.with_columns(polars.lit(YOUNG).alias("established"))
        found = by_polars(rows).collect()
        tables.append((found[LOW].to_numpy(), found[HIGH].to_numpy()))
    return tables


def by_numpy(columns: Any, tables: list[Any]) -> Any:
    """Look both totals up by one number a group of facts."""
    totals: list[Any] = []
    for names, pair in zip(GROUPS, tables, strict=True):
        number = np.zeros(len(columns), dtype=np.uint16)
        for name in names:
            if name == "established":
                codes, found = columns[name].factorize()
                order = [AGES.index(value) for value in found]
                number *= len(AGES)
                number += np.array([*order, len(AGES) - 1], dtype=np.uint16)[codes]
            else:
                number *= 3
                number += columns[name].to_numpy(dtype="uint8", na_value=2)
        looked_up = [table.take(number) for table in pair]
        for total, more in zip(totals, looked_up, strict=False):
            np.add(total, more, out=total)
        totals = totals or looked_up
    return totals


# --- the races ----------------------------------------------------------------------


def ours(frame: Any) -> Any:
    return frames.score(frame, eccp.MATURITY_2022, compute=[Part.TOTALS], units=True)


def test_polars_lazy(many: Any, race: Race) -> None:
    mine, theirs = ours(many.lazy()).collect(), by_polars(many).collect()
    assert mine.equals(theirs)
    del mine, theirs
    times = best(lambda: ours(many.lazy()).collect(), lambda: by_polars(many).collect())
    race(f"{ROWS:,} rows by polars, beside hand-written", *times, target=1.2)


def test_duckdb(many: Any, race: Race) -> None:
    connection = duckdb.connect()
    connection.register("given", many.to_arrow())
    connection.execute("create table facts as select * from given")

    def total(relation: Any) -> Any:
        return relation.aggregate(f"sum({LOW}), sum({HIGH})").fetchall()

    table = connection.table("facts")
    assert total(ours(table)) == total(by_sql(connection))
    times = best(lambda: total(ours(table)), lambda: total(by_sql(connection)))
    race(f"{ROWS:,} rows by DuckDB, beside hand-written SQL", *times, target=1.2)


def test_pandas_and_numpy(many: Any, race: Race) -> None:
    frame = many.to_pandas(use_pyarrow_extension_array=True)
    frame = frame.astype(dict.fromkeys(BOOLEANS, "boolean"))
    tables = lookup_tables()

    def rival() -> Any:
        low, high = by_numpy(frame, tables)
        return frame.assign(**{LOW: low, HIGH: high})

    mine, theirs = ours(frame), rival()
    assert (mine[LOW] == theirs[LOW]).all()
    assert (mine[HIGH] == theirs[HIGH]).all()
    del mine, theirs
    mine_taken, theirs_taken, lazy_taken = best(
        lambda: ours(frame), rival, lambda: ours(many.lazy()).collect()
    )
    what = "beside a numpy lookup"
    race(f"{ROWS:,} rows by pandas, {what}", mine_taken, theirs_taken, target=1.5)
    race(f"{ROWS:,} rows by polars, {what}", lazy_taken, theirs_taken, target=2)


def test_growth_is_nearly_linear(many: Any, race: Race) -> None:
    tenth = many.head(ROWS // 10)
    small, large = best(
        lambda: ours(tenth.lazy()).collect(), lambda: ours(many.lazy()).collect()
    )
    race("ten times the rows by polars, beside a tenth", large, small, target=15)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    race(f"the peak of memory, {ROWS:,} rows", peak, 4, target=1, unit="GiB")


def test_objects_and_rivals_of_few_rows() -> None:
    """The object scorer, pydantic and a loop, scikit-criteria: the rows they take."""
    rows = facts(FEW).drop_nulls()
    rows = polars.concat([rows] * (FEW // max(len(rows), 1) + 1)).head(FEW)
    rows = rows.filter(~polars.col("established").str.contains("|", literal=True))
    records = rows.to_dicts()
    pydantic = import_module("pydantic")
    fields: Any = dict.fromkeys(BOOLEANS, (bool, ...)) | {"established": (str, ...)}
    model = pydantic.create_model("Model", **fields)
    unit = eccp.MATURITY_2022.unit

    def by_objects() -> list[int]:
        return [
            int(score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, row)).lowest / unit)
            for row in records
        ]

    def by_pydantic() -> list[int]:
        return [_loop(model(**row)) for row in records]

    def by_criteria() -> list[int]:
        parts = [Part.CRITERIA]
        scored = frames.score(rows, eccp.MATURITY_2022, compute=parts, units=True)
        names = [f"{each.key}_lowest_units" for each in eccp.MATURITY_2022.criteria]
        matrix = scored.select(names).to_numpy().astype(float)
        data = import_module("skcriteria").mkdm(matrix, [max] * 4, weights=[1.0] * 4)
        agg = import_module("skcriteria.agg.simple").WeightedSumModel()
        return [round(each) for each in agg.evaluate(data).e_.score]

    def by_frame() -> list[int]:
        return list(ours(rows)[LOW].to_list())

    calls = (by_frame, by_objects, by_pydantic)
    expected = by_frame()
    assert all(call() == expected for call in calls)
    print(f"\n{len(records):,} known rows")
    for call, taken in zip(calls, best(*calls), strict=True):
        print(f"{call.__name__}: {taken:.3f} s")
    start = perf_counter()
    assert by_criteria() == expected
    taken = perf_counter() - start
    print(f"by_criteria, criteria from the frame: {taken:.3f} s")


def _loop(row: Any) -> int:
    scope = 4 if row.targeted_policy else 2 if row.sectoral_policy else 0
    scope = scope or int(row.broad_policy)
    age = {YOUNG: 1, GROWN: 2, OLD: 4}[row.established] if row.targeted_policy else 0
    evidence = int(row.ex_ante_evaluation or row.ex_post_evaluation)
    if row.monitoring or row.interim_evaluation:
        evidence = 2
    if row.monitoring and (row.ex_ante_evaluation or row.interim_evaluation):
        evidence = 4
    dedicated = row.dedicated_financial + row.dedicated_technical
    if row.targeted_policy and dedicated:
        support = 2 * dedicated
    else:
        broader = row.sectoral_policy or row.broad_policy
        support = int(broader and row.broader_financial)
    return int(scope + age + evidence + support)
