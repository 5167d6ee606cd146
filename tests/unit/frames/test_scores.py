"""Scores on frames: golden rows, every engine, and what is refused."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.engines import MAKERS, duckdb, pandas, polars, pyarrow, records

from icluster import frames
from icluster.conditions import Is
from icluster.errors import (
    HoleError,
    InvalidValueError,
    TooLargeError,
    UnknownNameError,
)
from icluster.facts import Fact, FactSchema
from icluster.frames import Part
from icluster.reference import eccp
from icluster.rubrics import Criterion, Level, Rubric
from icluster.vocabularies import Missing

KINDS = dict.fromkeys(eccp.FACTS_2022.names, "bool") | {
    "established": "str",
    "country": "str",
}
NOTHING = dict.fromkeys(eccp.FACTS_2022.names, False) | {
    "established": "within_2_years"
}
EVERYTHING = dict.fromkeys(eccp.FACTS_2022.names, True) | {
    "established": "over_10_years"
}
MEXICO = NOTHING | {
    "broad_policy": True,
    "broader_financial": True,
    "ex_ante_evaluation": True,
}
CASES: dict[str, tuple[dict[str, Any], dict[str, int]]] = {
    "nothing at all gives nothing": (
        NOTHING,
        {"total_lowest_units": 0, "total_highest_units": 0, "outside_domain": 0},
    ),
    "everything gives eight points": (
        EVERYTHING,
        {"total_lowest_units": 16, "total_highest_units": 16},
    ),
    "Mexico's facts of 2022 give one point and a half": (
        MEXICO,
        {
            "total_lowest_units": 3,
            "total_highest_units": 3,
            "scope_lowest_units": 1,
            "continuity_highest_units": 0,
            "evidence_lowest_units": 1,
            "instruments_highest_units": 1,
        },
    ),
    "nothing known leaves everything open": (
        dict.fromkeys(eccp.FACTS_2022.names),
        {"total_lowest_units": 0, "total_highest_units": 16, "outside_domain": 0},
    ),
    "the gap of the scale stays open": (
        NOTHING | {"broad_policy": True, "broader_technical": True},
        {"instruments_lowest_units": 0, "instruments_highest_units": 1},
    ),
    "an age of two possible values bounds continuity": (
        EVERYTHING | {"established": "over_2_to_10_years|over_10_years"},
        {
            "continuity_lowest_units": 2,
            "continuity_highest_units": 4,
            "total_lowest_units": 14,
            "total_highest_units": 16,
            "outside_domain": 0,
        },
    ),
    "a word outside the domain is counted and not known": (
        EVERYTHING | {"established": "long ago"},
        {
            "continuity_lowest_units": 1,
            "continuity_highest_units": 4,
            "outside_domain": 1,
        },
    ),
    "values joined in another order are outside": (
        EVERYTHING | {"established": "over_10_years|over_2_to_10_years"},
        {"continuity_lowest_units": 1, "outside_domain": 1},
    ),
}


def in_units(frame: Any, rubric: Any, **how: Any) -> Any:
    """Score a frame exactly, with all that can be added."""
    asked: dict[str, Any] = {"compute": frames.EVERYTHING, "units": True}
    return frames.score(frame, rubric, **(asked | how))


def frame_of(make: Any, *rows: dict[str, Any], names: Any = KINDS) -> Any:
    columns = {
        name: [row.get(name) for row in rows] for name in names if name != "country"
    }
    columns["country"] = [f"country {index}" for index in range(len(rows))]
    return make(columns, KINDS)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES)
def test_golden_row(make: Any, row: dict[str, Any], expected: dict[str, int]) -> None:
    (scored,) = records(in_units(frame_of(make, row), eccp.MATURITY_2022))
    assert {name: scored[name] for name in expected} == expected
    assert scored["country"] == "country 0"
    assert scored["unit"] == "0.5"


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_no_rows_give_no_rows(make: Any) -> None:
    scored = in_units(frame_of(make), eccp.MATURITY_2022)
    assert records(scored) == []
    import narwhals.stable.v2 as nw

    schema = nw.from_native(scored).collect_schema()
    assert schema["total_lowest_units"] == nw.Int64()


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_points_are_floats_closest_to_the_exact_number(make: Any) -> None:
    scored = frames.score(
        frame_of(make, MEXICO),
        eccp.MATURITY_2022,
        compute=[Part.TOTALS, Part.UNIT],
        prefix="eccp_",
    )
    (row,) = records(scored)
    assert (row["eccp_total_lowest"], row["eccp_total_highest"]) == (1.5, 1.5)
    assert "eccp_unit" not in row
    assert "eccp_scope_lowest" not in row


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_a_fact_may_be_said_to_be_unknown(make: Any) -> None:
    columns: dict[str, str | Missing] = dict.fromkeys(
        eccp.FACTS_2022.names, Missing.UNKNOWN
    )
    frame = make({"m": [True, None]}, {"m": "bool"})
    scored = in_units(frame, eccp.MATURITY_2022, columns=columns | {"monitoring": "m"})
    rows = records(scored)
    assert [row["evidence_lowest_units"] for row in rows] == [2, 0]
    assert [row["scope_highest_units"] for row in rows] == [4, 4]
    assert [row["outside_domain"] for row in rows] == [0, 0]


# --- columns of other types -----------------------------------------------------


SIZE = Rubric(
    key="size",
    title="Size",
    facts=FactSchema([Fact("size", (1, 2, 3)), Fact.boolean("old")]),
    criteria=[
        Criterion(
            key="large",
            title="Large",
            levels=[
                Level("0", Is("size", 1)),
                Level("0.1", Is("size", 2) & ~Is("old")),
                Level("0.3", Is("size", 3) | (Is("size", 2) & Is("old"))),
            ],
            weight=1,
        )
    ],
)


def views(*values: str | None) -> Any:
    return pyarrow.array(values).cast(pyarrow.string_view())


TYPED: dict[str, Any] = {
    "whole numbers": lambda: polars.DataFrame({"size": [1, 2, 3, None, 4]}),
    "whole numbers of pandas with gaps": lambda: pandas.DataFrame(
        {"size": [1, 2, 3, None, 4]}
    ),
    "texts that say numbers": lambda: polars.DataFrame(
        {"size": ["1", "2", "3", None, "4"]}
    ),
    "objects of several types": lambda: pandas.DataFrame(
        {"size": [1, "2", 3.0, None, True]}, dtype=object
    ),
    "categories of pandas": lambda: pandas.DataFrame(
        {"size": pandas.Categorical(["1", "2", "3", None, "x"])}
    ),
    "categories of pandas that are numbers": lambda: pandas.DataFrame(
        {"size": pandas.Categorical([1, 2, 3, None, 4])}
    ),
    "views of pyarrow": lambda: pyarrow.table(
        {"size": views("1", "2", "3", None, "x")}
    ),
    "categories of polars": lambda: polars.DataFrame(
        {"size": ["1", "2", "3", None, "x"]}, schema={"size": polars.Categorical}
    ),
    "an enum of polars": lambda: polars.DataFrame(
        {"size": ["1", "2", "3", None, "x"]},
        schema={"size": polars.Enum(["1", "2", "3", "x"])},
    ),
}


@pytest.mark.parametrize("make", TYPED.values(), ids=TYPED)
def test_columns_of_every_type_say_the_same(make: Any) -> None:
    scored = in_units(make(), SIZE, columns={"old": Missing.UNKNOWN})
    rows = records(scored)
    assert [row["total_lowest_units"] for row in rows] == [0, 1, 3, 0, 0]
    assert [row["total_highest_units"] for row in rows] == [0, 3, 3, 3, 3]
    assert [row["outside_domain"] for row in rows] == [0, 0, 0, 0, 1]


@pytest.mark.parametrize("dtype", [object, "category", "boolean"])
def test_pandas_categories_of_booleans_are_booleans(dtype: Any) -> None:
    old = pandas.Series([True, False, None], dtype=object).astype(dtype)
    frame = pandas.DataFrame({"size": [2, 2, 2], "old": old})
    scored = in_units(frame, SIZE)
    assert list(scored["total_lowest_units"]) == [3, 1, 1]
    assert list(scored["total_highest_units"]) == [3, 1, 3]
    assert list(scored["outside_domain"]) == [0, 0, 0]


NAN = {"size": [3.0, float("nan"), None, 2.5], "old": [True] * 4}
WITH_NAN: dict[str, Any] = {
    "pandas": lambda: pandas.DataFrame(NAN),
    "pandas, Arrow": lambda: pandas.DataFrame(pyarrow.table(NAN).to_pydict()).astype(
        {"size": "double[pyarrow]"}
    ),
    "pandas, Arrow with NaN": lambda: pyarrow.table(NAN).to_pandas(
        types_mapper=pandas.ArrowDtype
    ),
    "polars": lambda: polars.DataFrame(NAN),
    "polars, lazy": lambda: polars.LazyFrame(NAN),
    "pyarrow": lambda: pyarrow.table(NAN),
    "duckdb": lambda: duckdb.connect().from_arrow(pyarrow.table(NAN)),
}


@pytest.mark.parametrize("make", WITH_NAN.values(), ids=WITH_NAN)
def test_a_number_that_is_none_says_nothing(make: Any) -> None:
    rows = records(in_units(make(), SIZE))
    assert [row["total_lowest_units"] for row in rows] == [3, 0, 0, 0]
    assert [row["total_highest_units"] for row in rows] == [3, 3, 3, 3]
    assert [row["outside_domain"] for row in rows] == [0, 0, 0, 1]


def test_points_are_not_sums_of_rounded_units() -> None:
    frame = polars.DataFrame({"size": [3], "old": [False]})
    scored = frames.score(frame, SIZE, compute=frames.EVERYTHING)
    assert scored["large_lowest"].to_list() == [0.3]


def stepped(*points: str, weight: str = "1") -> Rubric:
    """A rubric in which the step gives the points, lowest first."""
    steps = tuple(range(len(points)))
    return Rubric(
        key="stepped",
        title="Stepped",
        facts=FactSchema([Fact("step", steps), Fact("other", steps)]),
        criteria=[
            Criterion(
                key=name,
                title=name,
                levels=[Level(each, Is(name, s)) for s, each in enumerate(points)],
                weight=Decimal(weight),
            )
            for name in ("step", "other")
        ],
    )


POINTS: dict[str, Rubric] = {
    "tenths": stepped("0", "0.1", "0.3", "0.7", "3.3"),
    "tenths, with a weight": stepped("0", "1", "3", "7", "11", weight="0.3"),
    "negative": stepped("-3.3", "-0.7", "-0.3", "0", "0.1"),
    "large": stepped("-123456789.1", "0", "0.3", "1234567.7", "987654321.3"),
    "of halves": stepped("-1.5", "0", "0.5", "1", "2.5"),
    "of thousands": stepped("-3000", "0", "1000", "7000", "11000"),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("rubric", POINTS.values(), ids=POINTS)
def test_points_are_the_closest_floats(make: Any, rubric: Rubric) -> None:
    steps = range(5)
    pairs = [(one, two) for one in steps for two in steps]
    frame = make(
        {"step": [one for one, _ in pairs], "other": [two for _, two in pairs]},
        {"step": "int", "other": "int"},
    )
    rows = records(frames.score(frame, rubric, compute=frames.EVERYTHING))
    criterion = rubric.criteria[0]
    levels = [level.points * criterion.weight for level in criterion.levels]
    name = "step_weighted" if rubric.is_weighted else "step"
    for row in rows:
        one, two = levels[row["step"]], levels[row["other"]]
        assert row[f"{name}_lowest"] == row[f"{name}_highest"] == float(one)
        assert row["total_lowest"] == row["total_highest"] == float(one + two)
    assert len(rows) == len(pairs)


def test_points_that_no_column_changes_are_the_closest_floats() -> None:
    unknown: dict[str, str | Missing] = dict.fromkeys(
        ("step", "other"), Missing.UNKNOWN
    )
    for make in MAKERS.values():
        frame = make({"row": [1, 2]}, {"row": "int"})
        scored = frames.score(
            frame, POINTS["tenths"], columns=unknown, compute=frames.EVERYTHING
        )
        assert [row["step_highest"] for row in records(scored)] == [3.3, 3.3]


ALL_NULL: dict[str, Any] = {
    "pandas, objects": lambda: pandas.DataFrame({"size": [None], "old": [None]}),
    "pandas, floats": lambda: pandas.DataFrame({"size": [None], "old": [float("nan")]}),
    "polars": lambda: polars.DataFrame({"size": [None], "old": [None]}),
    "polars, lazy": lambda: polars.LazyFrame({"size": [None], "old": [None]}),
    "pyarrow": lambda: pyarrow.table({"size": [None], "old": [None]}),
}


@pytest.mark.parametrize("make", ALL_NULL.values(), ids=ALL_NULL)
def test_columns_of_nulls_say_nothing(make: Any) -> None:
    (row,) = records(in_units(make(), SIZE))
    assert (row["total_lowest_units"], row["total_highest_units"]) == (0, 3)
    assert row["outside_domain"] == 0


def test_objects_that_no_engine_compares_are_outside() -> None:
    frame = polars.DataFrame(
        {"size": [object(), None], "old": [True, True]},
        schema={"size": polars.Object, "old": polars.Boolean},
    )
    scored = in_units(frame, SIZE)
    assert scored["outside_domain"].to_list() == [1, 0]


def test_pandas_rows_keep_their_index_and_order() -> None:
    frame = pandas.DataFrame(
        {"size": [3, 1], "old": [True, False]}, index=["same", "same"]
    )
    scored = in_units(frame, SIZE)
    assert list(scored.index) == ["same", "same"]
    assert list(scored["total_lowest_units"]) == [3, 0]
    assert list(frame.columns) == ["size", "old"]


def test_a_narwhals_frame_stays_one() -> None:
    import narwhals.stable.v2 as nw

    frame = nw.from_native(polars.DataFrame({"size": [3], "old": [True]}))
    assert isinstance(in_units(frame, SIZE), nw.DataFrame)
    pandas_frame = nw.from_native(pandas.DataFrame({"size": [3], "old": [True]}))
    assert isinstance(in_units(pandas_frame, SIZE), nw.DataFrame)


# --- rubrics that move points both ways, and large ones ---------------------------


def parity(size: int) -> Rubric:
    """A rubric in which every fact raises and lowers the points."""
    names = [f"fact_{index}" for index in range(size)]
    odd: Any = Is(names[0])
    for name in names[1:]:
        odd = (odd & ~Is(name)) | (~odd & Is(name))
    return Rubric(
        key="parity",
        title="Parity",
        facts=FactSchema(map(Fact.boolean, names)),
        criteria=[
            Criterion(key="odd", title="Odd", levels=[Level(0, ~odd), Level(1, odd)])
        ],
    )


def test_too_many_facts_that_move_points_both_ways_are_refused() -> None:
    frame = polars.DataFrame({f"fact_{index}": [True] for index in range(9)})
    with pytest.raises(TooLargeError, match="move the points both ways"):
        in_units(frame, parity(9))


def test_pandas_tries_every_value_by_table() -> None:
    frame = pandas.DataFrame({f"fact_{index}": [True, None] for index in range(9)})
    scored = in_units(frame, parity(9))
    assert list(scored["total_lowest_units"]) == [1, 0]
    assert list(scored["total_highest_units"]) == [1, 1]


def test_polars_tries_every_value_by_expression() -> None:
    frame = polars.DataFrame({f"fact_{index}": [True, None] for index in range(3)})
    scored = in_units(frame, parity(3))
    assert list(scored["total_lowest_units"]) == [1, 0]
    assert list(scored["total_highest_units"]) == [1, 1]


def test_pandas_computes_criteria_alone() -> None:
    frame = pandas.DataFrame({"size": [1], "old": [True]})
    scored = in_units(frame, SIZE, compute=[frames.Part.CRITERIA])
    assert "unit" not in scored


def count_of(size: int) -> Rubric:
    names = [f"fact_{index}" for index in range(size)]
    every: Any = Is(names[0])
    for name in names[1:]:
        every = every & Is(name)
    return Rubric(
        key="every",
        title="Every",
        facts=FactSchema(map(Fact.boolean, names)),
        criteria=[
            Criterion(
                key="every", title="Every", levels=[Level(0, ~every), Level(1, every)]
            )
        ],
    )


def test_pandas_compares_where_a_table_would_be_too_large() -> None:
    columns = {f"fact_{index}": [True, None, "odd"] for index in range(14)}
    scored = in_units(pandas.DataFrame(columns), count_of(14))
    assert list(scored["total_lowest_units"]) == [1, 0, 0]
    assert list(scored["total_highest_units"]) == [1, 1, 1]
    assert list(scored["outside_domain"]) == [0, 0, 14]


# --- bad calls --------------------------------------------------------------------

HOLED = Rubric(
    key="holed",
    title="Holed",
    facts=FactSchema([Fact.boolean("old")]),
    criteria=[Criterion(key="age", title="Age", levels=[Level(1, Is("old"))])],
)
LARGE = Rubric(
    key="large",
    title="Large",
    facts=FactSchema([Fact.boolean("old")]),
    criteria=[
        Criterion(
            key="age",
            title="Age",
            levels=[Level(1, ~Is("old")), Level(10**20, Is("old"))],
        )
    ],
)
WORDS = Rubric(
    key="words",
    title="Words",
    facts=FactSchema([Fact("word", tuple(f"word_{index}" for index in range(11)))]),
    criteria=[
        Criterion(
            key="any",
            title="Any",
            levels=[Level(1, ~Is("word", "word_0")), Level(2, Is("word", "word_0"))],
        )
    ],
)


def one(**columns: Any) -> Any:
    return polars.DataFrame({"size": [1], "old": [True]} | columns)


def called(key: str) -> Rubric:
    return evolve(SIZE, criteria=[evolve(SIZE.criteria[0], key=key)])


BARRED = Rubric(
    key="barred",
    title="Barred",
    facts=FactSchema([Fact("owner", ("public", "private", "public|private"))]),
    criteria=[
        Criterion(
            key="owner",
            title="Owner",
            levels=[
                Level(0, Is("owner", "private")),
                Level(1, ~Is("owner", "private")),
            ],
        )
    ],
)

BAD_CALLS: dict[str, tuple[Any, type[Exception], str]] = {
    "values that read as several joined": (
        lambda: in_units(polars.DataFrame({"owner": ["public|private"]}), BARRED),
        InvalidValueError,
        "facts['owner'].domain must be without '|', which joins several",
    ),
    "values that read as several joined, in pandas": (
        lambda: in_units(pandas.DataFrame({"owner": ["public"]}), BARRED),
        InvalidValueError,
        "facts['owner'].domain must be without '|', which joins several",
    ),
    "joined values that hold the bar": (
        lambda: frames.joined("public|private"),
        InvalidValueError,
        "values must be without '|'",
    ),
    "joined values in another order than the domain": (
        lambda: frames.joined(True, False),
        InvalidValueError,
        "values must be in the order of the domain",
    ),
    "joined values of too many digits": (
        lambda: frames.joined(0, 10**5000),
        InvalidValueError,
        "values must be whole numbers of at most 41 digits",
    ),
    "nothing joined": (frames.joined, InvalidValueError, "one or more"),
    "values of several types joined": (
        lambda: frames.joined(True, 1),
        InvalidValueError,
        "all of one type",
    ),
    "values joined that no fact has": (
        lambda: frames.joined(1.5),  # type: ignore[arg-type]
        InvalidValueError,
        "booleans, whole numbers or texts",
    ),
    "a value joined twice": (
        lambda: frames.joined("a", "a"),
        InvalidValueError,
        "values must be given once each",
    ),
    "a value joined that the fact does not have": (
        lambda: frames.joined(4, fact=SIZE.facts["size"]),
        InvalidValueError,
        "size must be one of 1, 2, 3",
    ),
    "a fact that is none": (
        lambda: frames.joined(4, fact="size"),  # type: ignore[arg-type]
        InvalidValueError,
        "fact must be of type Fact",
    ),
    "no data frame": (
        lambda: in_units(object(), SIZE),
        InvalidValueError,
        "frame must be a data frame",
    ),
    "no rubric": (
        lambda: in_units(one(), "eccp"),
        InvalidValueError,
        "rubric must be of type Rubric",
    ),
    "a missing column": (
        lambda: in_units(one().drop("size"), SIZE),
        UnknownNameError,
        "no column is called 'size'; known: old",
    ),
    "views of pyarrow in pandas": (
        lambda: in_units(
            pandas.DataFrame({"size": ["1"], "old": [True]}).astype(
                {"size": pandas.ArrowDtype(pyarrow.string_view())}
            ),
            SIZE,
        ),
        InvalidValueError,
        "column['size'] must be of texts that pandas can compare, such as",
    ),
    "several missing columns": (
        lambda: in_units(polars.DataFrame({"row": [1]}), SIZE),
        UnknownNameError,
        "no column is called 'size' or 'old'; known: row",
    ),
    "a missing column that is no name": (
        lambda: in_units(one(), SIZE, columns={"size": 1}),
        InvalidValueError,
        "columns['size'] must be the name of a column, or Missing.UNKNOWN, got 1",
    ),
    "a missing column that is a list, in pandas": (
        lambda: in_units(
            pandas.DataFrame({"size": [1], "old": [True]}),
            SIZE,
            columns={"size": ["size"]},
        ),
        InvalidValueError,
        "columns['size'] must be the name of a column, or Missing.UNKNOWN",
    ),
    "scoring twice": (
        lambda: in_units(in_units(one(), SIZE), SIZE),
        InvalidValueError,
        "as it would 'large_lowest_units' and 5 more; again=True replaces what",
    ),
    "columns whose names are numbers": (
        lambda: in_units(pandas.DataFrame([[1, True]]), SIZE),
        InvalidValueError,
        "frame must be of columns whose names are text; rename the others first, "
        "got [0, 1]",
    ),
    "columns whose names have levels": (
        lambda: in_units(
            pandas.DataFrame(
                [[1, True]],
                columns=pandas.MultiIndex.from_tuples([("a", "size"), ("a", "old")]),
            ),
            SIZE,
        ),
        InvalidValueError,
        "frame must be of columns whose names are text",
    ),
    "a column that SQL holds to be the same": (
        lambda: in_units(
            duckdb.connect().sql("select 1 as size, true as old, 'x' as Unit"), SIZE
        ),
        InvalidValueError,
        "prefix must be one that overwrites no column, as it would 'Unit', got ''",
    ),
    "a criterion called total": (
        lambda: in_units(one(), called("total")),
        InvalidValueError,
        "rubric must be of criteria none of which is called 'total', got ('total',)",
    ),
    "one part that is not in a list": (
        lambda: in_units(one(), SIZE, compute=Part.TOTALS),
        InvalidValueError,
        "compute must be one or more members of Part, in a list or a tuple",
    ),
    "no parts": (
        lambda: in_units(one(), SIZE, compute=[]),
        InvalidValueError,
        "compute must be one or more members of Part",
    ),
    "None for parts": (
        lambda: in_units(one(), SIZE, compute=None),
        InvalidValueError,
        "compute must be one or more members of Part",
    ),
    "a list of columns": (
        lambda: in_units(one(), SIZE, columns=["size", "old"]),
        InvalidValueError,
        "columns must be a mapping from what is looked for to the column",
    ),
    "a prefix that is no text": (
        lambda: in_units(one(), SIZE, prefix=1),
        InvalidValueError,
        "prefix must be of type str",
    ),
    "a fact that is not the rubric's": (
        lambda: in_units(one(), SIZE, columns={"sise": "size"}),
        UnknownNameError,
        "no fact is called 'sise'",
    ),
    "a column that cannot say true": (
        lambda: in_units(one(old=[1]), SIZE),
        InvalidValueError,
        "column['old'] must be of a type that can say false, true (1 and 0 are read"
        " with yes=frames.YES, no=frames.NO), got 'Int64'",
    ),
    "a lazy column that cannot say true": (
        lambda: in_units(one(old=[1.5]).lazy(), SIZE),
        InvalidValueError,
        "column['old'] must be of a type that can say false, true",
    ),
    "a column that would be overwritten": (
        lambda: in_units(one(unit=["x"]), SIZE),
        InvalidValueError,
        "prefix must be one that overwrites no column, as it would 'unit', got ''",
    ),
    "two columns of one name in pandas": (
        lambda: in_units(pandas.DataFrame([[1, 2]], columns=["size", "size"]), SIZE),
        InvalidValueError,
        "must be",
    ),
    "two columns of one name in pyarrow": (
        lambda: in_units(pyarrow.table([[1], [2]], names=["size", "size"]), SIZE),
        InvalidValueError,
        "must be",
    ),
    "a part that there is not": (
        lambda: in_units(one(), SIZE, compute=["totals"]),
        InvalidValueError,
        "compute must be one or more members of Part",
    ),
    "a rubric with a hole": (
        lambda: in_units(one(), HOLED),
        HoleError,
        "age has no level",
    ),
    "points beyond 64 bits": (
        lambda: in_units(one(), LARGE),
        TooLargeError,
        "units of large exceed",
    ),
    "points that floats do not hold": (
        lambda: frames.score(one(), LARGE, compute=frames.EVERYTHING),
        TooLargeError,
        "units of large exceed",
    ),
    "texts that may join too many values": (
        lambda: in_units(polars.DataFrame({"word": ["word_1"]}), WORDS),
        TooLargeError,
        "joined values of word",
    ),
}


@pytest.mark.parametrize(
    ("call", "error", "message"), BAD_CALLS.values(), ids=BAD_CALLS
)
def test_refuses(call: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=re.escape(message)):
        call()


def test_a_duckdb_frame_is_not_computed() -> None:
    relation = duckdb.connect().sql("select 1 as size, true as old")
    assert isinstance(in_units(relation, SIZE), duckdb.DuckDBPyRelation)


def test_joined_values_are_a_cell() -> None:
    assert frames.joined(False, True) == "false|true"
    assert frames.joined(1) == "1"
    assert frames.joined(3, 1, fact=SIZE.facts["size"]) == "1|3"
    assert frames.joined(True, False, fact=SIZE.facts["old"]) == "false|true"


def test_polars_tells_names_apart_by_their_case() -> None:
    scored = in_units(one(Unit=["x"]), SIZE)
    assert scored.select("Unit", "unit").rows() == [("x", "0.1")]


def test_a_domain_with_bars_is_scored_where_no_text_speaks_of_it() -> None:
    frame = polars.DataFrame({"row": [1]})
    scored = in_units(frame, BARRED, columns={"owner": Missing.UNKNOWN})
    assert scored["total_highest_units"].to_list() == [1]
