"""Spreadsheets in: words for yes and no, what is outside, and the way back."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from tests.engines import MAKERS, pandas, polars, records

from icluster import Facts, Missing, Source, Table, frames, rules, scoring
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.reference import CONTEXT, eccp, mexico
from icluster.tables import Column

if TYPE_CHECKING:
    from collections.abc import Callable

RUBRIC = eccp.MATURITY_2022
UNKNOWN: dict[str, Any] = dict.fromkeys(eccp.FACTS_2022.names, Missing.UNKNOWN)
MONITORING = UNKNOWN | {"monitoring": "monitoring"}
SPOKEN: dict[str, Any] = {"columns": MONITORING, "yes": frames.YES, "no": frames.NO}

SHEETS: dict[str, tuple[list[Any], str, set[str]]] = {
    "words": (["Sí", " no", None, "quizá"], "str", {"quizá"}),
    "English words": (["YES", "n", None, "perhaps"], "str", {"perhaps"}),
    "whole numbers": ([1, 0, None, 2], "int", {"2", "2.0"}),
    "floats": ([1.0, 0.0, None, 2.5], "float", {"2.5"}),
}


@pytest.mark.parametrize("engine", MAKERS)
@pytest.mark.parametrize("cells", SHEETS)
def test_yes_and_no_are_read_on_request(engine: str, cells: str) -> None:
    values, kind, strays = SHEETS[cells]
    columns = {"row": [0, 1, 2, 3], "monitoring": values}
    frame = MAKERS[engine](columns, {"row": "int", "monitoring": kind})
    scored = records(frames.score(frame, RUBRIC, **SPOKEN))
    scored.sort(key=lambda row: row["row"])
    assert [row["total_lowest"] for row in scored] == [1.0, 0.0, 0.0, 0.0]
    assert [row["total_highest"] for row in scored] == [8.0, 7.0, 8.0, 8.0]
    assert [row["outside_domain"] for row in scored] == [0, 0, 0, 1]
    assert [row["monitoring"] for row in scored][:2] == values[:2]
    (stray,) = frames.outside(frame, RUBRIC, **SPOKEN).records()
    assert (stray["column"], stray["rows"]) == ("monitoring", 1)
    assert stray["value"] in strays


def test_lazy_sheets_stay_lazy() -> None:
    frame = polars.LazyFrame({"monitoring": ["sí", "x", "x"]})
    scored = frames.score(frame, RUBRIC, **SPOKEN)
    assert isinstance(scored, polars.LazyFrame)
    assert scored.collect()["total_lowest"].to_list() == [1.0, 0.0, 0.0]
    assert frames.outside(frame, RUBRIC, **SPOKEN).records()[0]["rows"] == 2


def test_without_a_request_no_word_is_read() -> None:
    frame = polars.DataFrame({"monitoring": ["sí", "yes"]})
    scored = frames.score(frame, RUBRIC, columns=MONITORING)
    assert scored["outside_domain"].to_list() == [1, 1]


@pytest.mark.parametrize(
    "values",
    [[True, None, False], ["sí", None, "no"], [1.0, float("nan"), 0.0]],
    ids=["booleans with blanks", "words", "numbers with NaN"],
)
def test_objects_of_pandas_are_read(values: list[Any]) -> None:
    frame = pandas.DataFrame({"monitoring": pandas.Series(values, dtype=object)})
    scored = frames.score(frame, RUBRIC, **SPOKEN)
    assert list(scored["total_lowest"]) == [1.0, 0.0, 0.0]
    assert list(scored["outside_domain"]) == [0, 0, 0]


@pytest.mark.parametrize("asked", [{}, {"yes": ["x"], "no": ["y"]}])
def test_objects_that_are_all_missing_say_nothing(asked: dict[str, Any]) -> None:
    """pandas 2 writes None out as a text, where it is asked for texts of str."""
    columns: dict[str, Any] = {"columns": MONITORING} | asked
    frame = pandas.DataFrame({"monitoring": pandas.Series([None, None], dtype=object)})
    assert list(frames.score(frame, RUBRIC, **columns)["outside_domain"]) == [0, 0]
    assert not frames.outside(frame, RUBRIC, **columns).records()


def test_categories_are_read() -> None:
    frame = pandas.DataFrame({"monitoring": pandas.Categorical(["sí", "no", None])})
    assert list(frames.score(frame, RUBRIC, **SPOKEN)["total_highest"]) == [8, 7, 8]
    other = polars.DataFrame({"monitoring": ["sí", "no"]}).cast(polars.Categorical)
    assert list(frames.score(other, RUBRIC, **SPOKEN)["total_highest"]) == [8, 7]


def test_a_word_does_not_say_both() -> None:
    with pytest.raises(InvalidValueError, match="no must be apart"):
        frames.score(
            polars.DataFrame({"monitoring": ["a"]}),
            RUBRIC,
            columns=MONITORING,
            yes=["sí"],
            no=["SI"],
        )


FILES: dict[str, Callable[[Any], Any]] = {
    "CSV of pandas": lambda frame: pandas.read_csv(_file(frame.to_csv, index=False)),
    "Parquet of pandas": lambda frame: pandas.read_parquet(_file(frame.to_parquet)),
    "CSV of polars": lambda frame: polars.read_csv(_file(frame.write_csv)),
    "Parquet of polars": lambda frame: polars.read_parquet(_file(frame.write_parquet)),
    "Excel of pandas": lambda frame: pandas.read_excel(
        _file(frame.to_excel, index=False)
    ),
}


def _file(write: Callable[..., object], **options: Any) -> io.BytesIO:
    file = io.BytesIO()
    write(file, **options)
    return io.BytesIO(file.getvalue())


@pytest.mark.parametrize("name", FILES)
def test_what_is_scored_is_scored_again_from_a_file(name: str) -> None:
    """From Excel, booleans beside blanks come back as 1.0, 0.0 and NaN."""
    cells = {
        "country": ["A", "B", "C"],
        "monitoring": [True, None, False],
        "established": ["over_2_to_10_years|over_10_years", None, "within_2_years"],
    }
    named = MONITORING | {"established": "established"}
    library = polars if "polars" in name else pandas
    scored = frames.score(library.DataFrame(cells), RUBRIC, columns=named)
    read = FILES[name](scored)
    spoken: dict[str, Any] = {"yes": frames.YES, "no": frames.NO}
    asked = spoken if "Excel" in name else {}
    again = frames.score(read, RUBRIC, columns=named, again=True, **asked)
    assert list(again.columns) == list(scored.columns)
    for column in ("total_lowest", "total_highest", "outside_domain"):
        assert again[column].to_list() == scored[column].to_list()


# --- the way back -------------------------------------------------------------------

KNOWN = Facts.of(eccp.FACTS_2022, monitoring=True, established="over_10_years")
PARTLY = Facts.of(eccp.FACTS_2022, established={"within_2_years", "over_2_to_10_years"})


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_facts_come_back(backend: str) -> None:
    facts = {
        ("A", 2021): KNOWN,
        ("A", 2022): PARTLY,
        ("B", 2022): Facts.of(KNOWN.schema),
    }
    key = ("country", "year")
    frame = frames.from_facts(facts, backend=backend, key=key)
    assert frames.to_facts(frame, RUBRIC, key=key) == facts
    scores = frames.to_scores(frame, RUBRIC, key=key)
    assert scores == {
        name: scoring.score(RUBRIC, known) for name, known in facts.items()
    }


def test_lazy_facts_are_collected() -> None:
    frame = frames.from_facts({"A": KNOWN}, backend="polars").lazy()
    assert frames.to_facts(frame, RUBRIC) == {"A": KNOWN}


def test_a_cell_outside_is_refused_by_row_and_column() -> None:
    frame = polars.DataFrame({"name": ["A", "B"], "monitoring": [0.5, float("nan")]})
    with pytest.raises(InvalidValueError, match=r"rows\[0\]\['monitoring'\] must be"):
        frames.to_facts(frame, RUBRIC, **SPOKEN)


def test_refusals_say_what_to_do() -> None:
    rows = frames.from_facts({"A": KNOWN}, backend="polars", key="country")
    with pytest.raises(UnknownNameError, match="; key names the columns that tell"):
        frames.to_scores(rows, RUBRIC)
    with pytest.raises(UnknownNameError, match=r"or says Missing.UNKNOWN for none$"):
        frames.score(rows.drop("monitoring"), RUBRIC)
    odd = rows.with_columns(monitoring=polars.lit("n/d"))
    with pytest.raises(
        InvalidValueError, match="must be 'false', 'true' or empty, got"
    ):
        frames.to_facts(odd, RUBRIC, key="country")


def test_names_are_whose_facts_they_are() -> None:
    key = ("country", "year")
    rows = frames.from_facts(
        {("A\u202e ", 2021): KNOWN, ("B", 2022): KNOWN}, backend="pandas", key=key
    )
    # Where a sheet has gaps, whole numbers become floats.
    rows["year"] = rows["year"].astype(float)
    scores = frames.to_scores(rows, RUBRIC, key=key)
    assert list(scores) == [("A\u202e ", 2021), ("B", 2022)]
    assert all(type(year) is int for _, year in scores)
    assert [str(score.said()).partition(":")[0] for score in scores.values()] == [
        "A\ufffd, 2021",
        "B, 2022",
    ]


def test_names_are_given_once() -> None:
    frame = polars.DataFrame({"name": ["A", "A"], "monitoring": [True, None]})
    with pytest.raises(InvalidValueError, match="key must be columns that name each"):
        frames.to_facts(frame, RUBRIC, columns=MONITORING)


# --- tables -------------------------------------------------------------------------


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_a_table_becomes_a_frame(backend: str) -> None:
    table = Table(
        title="T",
        columns=[Column(key) for key in ("points", "count", "share", "day", "text")],
        rows=[
            (Decimal("0.5"), 1, Fraction(1, 4), date(2022, 9, 30), "a"),
            (None, 2, 1, date(2022, 10, 1), Missing.UNKNOWN),
        ],
    )
    first, second = records(frames.from_table(table, backend=backend))
    assert (first["points"], first["count"], first["share"]) == (0.5, 1, 0.25)
    assert (second["count"], second["share"], second["text"]) == (2, 1.0, "unknown")
    assert str(first["day"])[:10] == "2022-09-30"


def test_results_become_frames() -> None:
    day = date(2018, 9, 30)
    register = mexico.BRONZE_LABELS
    score = scoring.score(RUBRIC, KNOWN)
    every = scoring.readings(mexico.POLICIES_2022, on=day, edition=eccp.EDITION_2022)
    for table in (
        register.table(on=day),
        register.counts_table(on=day),
        score,
        every,
        scoring.rank({"A": score}),
        rules.check(register, on=day, context=CONTEXT),
    ):
        assert len(frames.from_table(table, backend="polars"))
    assert frames.from_table(
        Table(title="T", columns=[Column("a")]), backend="polars"
    ).shape == (0, 0)
    with pytest.raises(InvalidValueError, match="table must be of type Table or"):
        frames.from_table([1], backend="polars")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("how", "notes"),
    [({}, 2), ({"yes": frames.YES, "no": frames.NO}, 1)],
    ids=["no words", "words"],
)
def test_what_is_outside_is_told_once_with_what_reads_it(
    how: dict[str, Any], notes: int
) -> None:
    frame = polars.DataFrame({"support": ["Sí", "n/d"], "since": ["2015-03", None]})
    unknown = dict.fromkeys(RUBRIC.facts.names, Missing.UNKNOWN)
    columns = unknown | {
        "dedicated_financial": "support",
        "broader_financial": "support",
        "established": "since",
    }
    table = frames.outside(frame, RUBRIC, columns=columns, **how)
    values = [row["value"] for row in table.records()]
    assert sorted(values) == sorted(set(values))
    assert len(table.notes) == notes
    assert "n/d" in values


def test_a_word_that_says_neither_is_told_nothing_more() -> None:
    frame = polars.DataFrame({"monitoring": ["quizá"], "established": ["long ago"]})
    unknown = dict.fromkeys(RUBRIC.facts.names, Missing.UNKNOWN)
    here = {name: name for name in frame.columns}
    assert frames.outside(frame, RUBRIC, columns=unknown | here).notes == ()


def test_a_sheet_is_cited_by_row_and_column() -> None:
    frame = polars.DataFrame(
        {"name": ["A", "B"], "monitoring": [True, None], "interim": [None, False]}
    )
    unknown = dict.fromkeys(RUBRIC.facts.names, Missing.UNKNOWN)
    columns = unknown | {"monitoring": "monitoring", "interim_evaluation": "interim"}
    source = Source(key="sheet", title="A sheet", publisher="Nowhere")
    scores = frames.to_scores(frame, RUBRIC, columns=columns, source=source)
    cited = {name: score.facts.provenance.citations for name, score in scores.items()}
    assert cited == {
        "A": (("monitoring", (source.at("A, monitoring"),)),),
        "B": (("interim_evaluation", (source.at("B, interim"),)),),
    }
    (reason,) = scores["A"]["evidence"].reasons
    assert reason.citations == (source.at("A, monitoring"),)
    with pytest.raises(InvalidValueError, match="source must be of type Source, got"):
        frames.to_facts(frame, RUBRIC, source="sheet")  # type: ignore[arg-type]
