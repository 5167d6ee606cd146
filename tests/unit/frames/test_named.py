"""Facts and scores by name, as frames."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.engines import pandas, polars, records

from icluster import Country, Facts, frames, scoring
from icluster.conditions import Is
from icluster.errors import InvalidValueError, TooLargeError
from icluster.facts import Fact, FactSchema
from icluster.reference import eccp
from icluster.rubrics import Criterion, Level, Rubric

SCHEMA = FactSchema(
    [
        Fact("size", (1, 2, 3)),
        Fact.boolean("old"),
        Fact("word", ("a", "b", "c")),
        Fact("sum", (0, 2**64)),
    ]
)
RUBRIC = Rubric(
    key="size",
    title="Size",
    facts=SCHEMA,
    criteria=[
        Criterion(
            key="large",
            title="Large",
            levels=[Level("0", ~Is("size", 3)), Level("0.1", Is("size", 3))],
            weight=3,
        ),
        Criterion(
            key="rich",
            title="Rich",
            levels=[Level("0", Is("sum", 0)), Level("1", ~Is("sum", 0))],
        ),
    ],
)
KNOWN = Facts.of(SCHEMA, {"size": 3, "old": True, "word": "a", "sum": 2**64})
PARTLY = Facts.of(SCHEMA, {"size": {3, 1}, "word": {"c", "b"}})
BACKENDS = ("pandas", "polars", "pyarrow")


@pytest.mark.parametrize("backend", BACKENDS)
def test_facts_have_columns_of_their_type(backend: str) -> None:
    unknown = Facts.of(SCHEMA)
    frame = frames.from_facts({"A": KNOWN, "B": unknown}, backend=backend)
    first, second = records(frame)
    assert first == {
        "name": "A",
        "size": 3,
        "old": True,
        "word": "a",
        "sum": str(2**64),
    }
    assert second["name"] == "B"
    scored = records(frames.score(frame, RUBRIC))
    assert [row["total_lowest"] for row in scored] == [1.3, 0]
    assert [row["total_highest"] for row in scored] == [1.3, 1.3]


def test_columns_of_pandas_take_nulls() -> None:
    frame = frames.from_facts({"A": KNOWN, "B": Facts.of(SCHEMA)}, backend="pandas")
    assert frame.dtypes[["size", "old"]].tolist() == ["Int64", "boolean"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_partly_known_facts_are_text(backend: str) -> None:
    rows = records(frames.from_facts({"A": KNOWN, "B": PARTLY}, backend=backend))
    assert [row["size"] for row in rows] == ["3", "1|3"]
    assert [row["word"] for row in rows] == ["a", "b|c"]
    assert rows[0]["old"] is True


@pytest.mark.parametrize("backend", BACKENDS)
def test_keys_have_columns_of_their_own(backend: str) -> None:
    day = date(2022, 9, 30)
    facts = {("A", 2021, day): KNOWN, ("A", 2022, day): PARTLY}
    key = ("country", "year", "day")
    rows = records(frames.from_facts(facts, backend=backend, key=key))
    assert [tuple(row[name] for name in key) for row in rows] == list(facts)
    scores = {keys: scoring.score(RUBRIC, each) for keys, each in facts.items()}
    rows = records(frames.from_scores(scores, backend=backend, key=key))
    assert [tuple(row[name] for name in key) for row in rows] == list(facts)


@pytest.mark.parametrize("backend", BACKENDS)
def test_scores_are_exact(backend: str) -> None:
    scores = {"A": scoring.score(RUBRIC, KNOWN), "B": scoring.score(RUBRIC, PARTLY)}
    first, second = records(frames.from_scores(scores, backend=backend, units=True))
    assert first == {
        "name": "A",
        "large_weighted_lowest_units": 3,
        "large_weighted_highest_units": 3,
        "rich_weighted_lowest_units": 10,
        "rich_weighted_highest_units": 10,
        "total_lowest_units": 13,
        "total_highest_units": 13,
        "unit": "0.1",
    }
    assert (second["total_lowest_units"], second["total_highest_units"]) == (0, 13)


@pytest.mark.parametrize("backend", BACKENDS)
def test_scores_are_the_closest_floats(backend: str) -> None:
    scores = {"A": scoring.score(RUBRIC, KNOWN)}
    (row,) = records(frames.from_scores(scores, backend=backend))
    assert (row["large_weighted_lowest"], row["total_highest"]) == (0.3, 1.3)
    assert "unit" not in row


def test_mexico_is_scored_from_a_frame() -> None:
    facts = {"Mexico": Facts.of(eccp.FACTS_2022, broad_policy=True)}
    frame = frames.from_facts(facts, backend="polars", key="country")
    wanted = scoring.score(eccp.MATURITY_2022, facts["Mexico"])
    again = frames.from_scores({"Mexico": wanted}, backend="polars", key="country")
    parts = [frames.Part.CRITERIA, frames.Part.TOTALS, frames.Part.UNIT]
    scored = frames.score(frame, eccp.MATURITY_2022, compute=parts)
    assert scored.select(again.columns).equals(again)


POLARS: dict[str, Any] = {"backend": "polars"}


def make(facts: Any, **options: Any) -> Any:
    return frames.from_facts(facts, **{**POLARS, **options})


def of_score(scores: Any, **options: Any) -> Any:
    return frames.from_scores(scores, **{**POLARS, **options})


SCORE = scoring.score(RUBRIC, KNOWN)
TOTAL = evolve(RUBRIC, criteria=[evolve(RUBRIC.criteria[0], key="total")])
LARGE = evolve(
    RUBRIC,
    criteria=[
        evolve(
            RUBRIC.criteria[0],
            levels=[Level(1, ~Is("size", 3)), Level(10**20, Is("size", 3))],
        )
    ],
)
BARRED = FactSchema([Fact("owner", ("public", "public|private"))])
BAD_CALLS: dict[str, tuple[Any, type[Exception], str]] = {
    "no mapping": (
        lambda: make([KNOWN]),
        InvalidValueError,
        "facts must be a mapping from names to Facts, one or more, got",
    ),
    "nothing": (
        lambda: make({}),
        InvalidValueError,
        "facts must be a mapping from names to Facts, one or more, got {}",
    ),
    "scores for facts": (
        lambda: make({"A": SCORE}),
        InvalidValueError,
        "facts must be a mapping from names to Facts",
    ),
    "facts for scores": (
        lambda: of_score({"A": KNOWN}),
        InvalidValueError,
        "scores must be a mapping from names to Score",
    ),
    "facts of two schemas": (
        lambda: make({"A": KNOWN, "B": Facts.of(eccp.FACTS_2022)}),
        InvalidValueError,
        "facts must be of one schema, got ('A', 'B')",
    ),
    "scores by two rubrics": (
        lambda: of_score({"A": SCORE, "B": scoring.score(TOTAL, KNOWN)}),
        InvalidValueError,
        "scores must be by one rubric, got ('A', 'B')",
    ),
    "a criterion called total": (
        lambda: of_score({"A": scoring.score(TOTAL, KNOWN)}),
        InvalidValueError,
        "rubric must be of criteria none of which is called 'total'",
    ),
    "points beyond 64 bits": (
        lambda: of_score({"A": scoring.score(LARGE, KNOWN)}),
        TooLargeError,
        "units of size exceed",
    ),
    "no key": (
        lambda: make({"A": KNOWN}, key=()),
        InvalidValueError,
        "key must be the name of a column, or several names, got ()",
    ),
    "floats in words": (
        lambda: frames.from_scores(
            {"A": SCORE},
            backend="polars",
            units="yes",  # type: ignore[arg-type]
        ),
        InvalidValueError,
        "units must be of type bool, got 'yes'",
    ),
    "a key that is no name": (
        lambda: make({"A": KNOWN}, key=None),
        InvalidValueError,
        "key must be the name of a column, or several names, got None",
    ),
    "a key called like a fact": (
        lambda: make({"A": KNOWN}, key="size"),
        InvalidValueError,
        "key must be names that differ, from each other and from every other column",
    ),
    "a key called like points": (
        lambda: of_score({"A": SCORE}, key="total_lowest"),
        InvalidValueError,
        "key must be names that differ",
    ),
    "a key twice": (
        lambda: make({("A", "B"): KNOWN}, key=("country", "country")),
        InvalidValueError,
        "key must be names that differ",
    ),
    "a name of fewer parts": (
        lambda: make({("A",): KNOWN}, key=("country", "year")),
        InvalidValueError,
        "facts must be named by tuples, one part for each of country, year, got ('A',)",
    ),
    "a name of no parts": (
        lambda: make({"AB": KNOWN}, key=("country", "year")),
        InvalidValueError,
        "facts must be named by tuples",
    ),
    "names that no column holds": (
        lambda: make({Country("MX"): KNOWN}),
        InvalidValueError,
        "facts.names['name'] must be texts, whole numbers of 64 bits or days",
    ),
    "a tuple for one name": (
        lambda: make({("A", 2021): KNOWN}),
        InvalidValueError,
        "key must be several names, one for each part of the tuples, got 'name'",
    ),
    "names of two types": (
        lambda: make({"A": KNOWN, 1: KNOWN}),
        InvalidValueError,
        "all of one type, got ['A', 1]",
    ),
    "a number that 64 bits do not hold": (
        lambda: of_score({2**63: SCORE}),
        InvalidValueError,
        "scores.names['name'] must be texts, whole numbers of 64 bits",
    ),
    "no engine": (
        lambda: make({"A": KNOWN}, backend="duckdb"),
        InvalidValueError,
        "backend must be an eager engine that is installed",
    ),
    "values that read as several joined": (
        lambda: make({"A": Facts.of(BARRED, owner="public")}),
        InvalidValueError,
        "facts['owner'].domain must be without '|', which joins several values in",
    ),
}


@pytest.mark.parametrize(
    ("call", "error", "message"), BAD_CALLS.values(), ids=BAD_CALLS
)
def test_refuses(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=re.escape(message)):
        call()


def test_a_domain_with_bars_is_written_where_nothing_is_known() -> None:
    assert records(make({"A": Facts.of(BARRED)})) == [{"name": "A", "owner": None}]


def test_days_of_pandas_are_days() -> None:
    frame = make({date(2022, 9, 30): KNOWN}, backend="pandas", key="day")
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["day"]) == [date(2022, 9, 30)]
    assert make({date(2022, 9, 30): KNOWN}, key="day")["day"].dtype == polars.Date


def test_one_and_zero_are_not_true_and_false() -> None:
    """Although Python holds (1, 0) and (True, False) to be equal."""
    assert frames.joined(1, 0) == "1|0"
    with pytest.raises(InvalidValueError, match="in the order of the domain"):
        frames.joined(True, False)
    schema = FactSchema([Fact("count", (2, 1, 0)), Fact("few", (0, 1))])
    facts = {"A": Facts.of(schema, count={1, 0}), "B": Facts.of(schema, count=2, few=1)}
    first, second = records(frames.from_facts(facts, backend="polars"))
    assert first == {"name": "A", "count": "1|0", "few": None}
    assert second == {"name": "B", "count": "2", "few": 1}


def test_a_column_of_booleans_says_nothing_of_zero_and_one() -> None:
    domain = FactSchema([Fact("few", (0, 1))])
    levels = [Level("0", Is("few", 0)), Level("1", Is("few", 1))]
    criterion = Criterion(key="few", title="Few", levels=levels)
    rubric = Rubric(key="few", title="Few", facts=domain, criteria=[criterion])
    with pytest.raises(InvalidValueError, match="of a type that can say 0, 1"):
        frames.score(polars.DataFrame({"few": [True, False]}), rubric)
