"""What the cells of a frame say of facts: read, and shown where they say nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from icluster import scoring
from icluster._fields import check_type, refuse_all
from icluster.conditions import value_text
from icluster.errors import InvalidValueError
from icluster.facts import Fact, Facts
from icluster.frames._cells import NO, YES, Answers, Cells, Kind, cells_of
from icluster.frames._engines import as_mapping, nw, refuse_missing, wrapped
from icluster.frames._lookups import typed
from icluster.provenance import Provenance
from icluster.rubrics import Rubric
from icluster.sources import Source
from icluster.tables import Column, Table
from icluster.words import (
    ENGLISH,
    Key,
    Language,
    Quoted,
    Sentence,
    closest,
    either,
    filed,
    printable,
    say,
)

if TYPE_CHECKING:
    from icluster.vocabularies import Missing


@frozen(eq=False)
class Sheet:
    """A frame, and what its columns say of the facts of a rubric.

    Attributes:
        view: The frame with a type for every column that pandas has none for.
        cells: The column of each fact, by name.
    """

    view: Any
    cells: dict[str, Cells]

    @classmethod
    def of(
        cls,
        frame: Any,
        rubric: Rubric,
        columns: Mapping[str, str | Missing] | None,
        answers: Answers,
    ) -> Sheet:
        """Find the columns of a wrapped frame."""
        column_of = as_mapping(columns)
        if frame.implementation.is_pandas():
            frame = typed(frame, rubric, column_of, answers)
        return cls(frame, cells_of(frame, rubric, column_of, answers))

    def eager(self) -> Any:
        """Return the view with all rows at hand."""
        is_lazy = isinstance(self.view, nw.LazyFrame)
        return self.view.collect() if is_lazy else self.view


_Stray: TypeAlias = tuple[Cells, str, int]


def outside(
    frame: object,
    rubric: Rubric,
    *,
    columns: Mapping[str, str | Missing] | None = None,
    yes: Iterable[str | int] = (),
    no: Iterable[str | int] = (),
    language: Language = ENGLISH,
) -> Table:
    """Return what is outside of the domains of facts, by column and value.

    It is what `score` counts as ``outside_domain``: each value once, with how many
    rows hold it and what the column may hold.

    Args:
        frame: As for `score`; a lazy one is collected.
        rubric: As for `score`.
        columns: As for `score`.
        yes: As for `score`.
        no: As for `score`.
        language: What the table is put into.

    Raises:
        UnknownNameError: As for `score`.
        InvalidValueError: As for `score`.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from icluster import Missing
        >>> from icluster.reference import eccp
        >>> frame = pl.DataFrame({"established": ["over_10_year", None]})
        >>> unknown = dict.fromkeys(eccp.FACTS_2022.names, Missing.UNKNOWN)
        >>> table = outside(
        ...     frame,
        ...     eccp.MATURITY_2022,
        ...     columns=unknown | {"established": "established"},
        ... )
        >>> table.records()[0]["value"], table.records()[0]["closest"]
        ('over_10_year', 'over_10_years')
    """
    check_type("rubric", rubric, Rubric)
    answers = Answers(yes, no)
    sheet = Sheet.of(wrapped(frame), rubric, columns, answers)
    rows: list[_Stray] = []
    for cells in sheet.cells.values():
        where = cells.outside()
        if where is None:
            continue
        strays = sheet.view.filter(where).select(cells.expression.alias("value"))
        at_hand = strays.collect() if isinstance(strays, nw.LazyFrame) else strays
        counted = Counter(value_text(value) for value in at_hand["value"].to_list())
        rows += ((cells, value, count) for value, count in sorted(counted.items()))
    # A column may speak of two facts: what it holds is told once.
    by_value = {(row[0].column, row[0].fact.domain, row[1]): row for row in rows}
    notes = tuple(_hints(by_value.values(), is_told=bool(answers.yes or answers.no)))
    title = say("Outside of the domain")
    return Table.of(title, by_value.values(), _OUTSIDE, notes=notes, language=language)


def _hints(rows: Iterable[_Stray], *, is_told: bool) -> Iterator[Sentence]:
    """Yield what reads such values, where they are words or days."""
    at_hand = tuple(rows)
    words = {filed(value) for cells, value, _ in at_hand if _is_truth(cells.fact)}
    if not is_told and not words.isdisjoint(map(filed, map(str, (*YES, *NO)))):
        yield say("yes=frames.YES, no=frames.NO let words say yes and no.")
    if any(cells.fact.boundaries and _has_year(value) for cells, value, _ in at_hand):
        yield say("fact.at_age tells how long ago a day was, frames.joined writes it.")


_has_year = re.compile(r"(?:19|20)\d\d").search


def _is_truth(fact: Fact) -> bool:
    return all(isinstance(value, bool) for value in fact.domain)


def _closest_to(row: _Stray) -> str:
    cells, value, _ = row
    return closest(value, [value_text(one) for one in cells.fact.domain]) or ""


_OUTSIDE = (
    Column("column", "Column", of=lambda row: row[0].column),
    Column("value", "Value", of=lambda row: row[1]),
    Column("rows", "Rows", numeric=True, of=lambda row: row[2]),
    Column(
        "possible",
        "Possible",
        of=lambda row: either(map(value_text, row[0].fact.domain)),
    ),
    Column("closest", "Closest", of=_closest_to),
)


def to_facts(
    frame: object,
    rubric: Rubric,
    *,
    key: str | Iterable[str] = "name",
    columns: Mapping[str, str | Missing] | None = None,
    yes: Iterable[str | int] = (),
    no: Iterable[str | int] = (),
    source: Source | None = None,
) -> dict[Any, Facts]:
    """Return the facts of each row of a frame, by name: what `from_facts` writes.

    The name is whose facts they are in headlines and documents.

    Args:
        frame: As for `score`; a lazy one is collected.
        rubric: By which the facts can be scored.
        key: Name of the column of names, or of several, for names that are tuples.
        columns: As for `score`.
        yes: As for `score`.
        no: As for `score`.
        source: The sheet, which each fact then cites with the name of the row and the
            heading of the column.

    Raises:
        UnknownNameError: The rubric has no such fact, or the frame no such column.
        InvalidValueError: As for `score`; besides, a name comes twice, or a cell holds
            what is outside of its domain.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> from icluster.frames import from_facts
        >>> from icluster.reference import eccp
        >>> facts = {"Nowhere": Facts.of(eccp.FACTS_2022, monitoring=True)}
        >>> to_facts(from_facts(facts, backend="polars"), eccp.MATURITY_2022) == facts
        True
    """
    check_type("rubric", rubric, Rubric)
    if source is not None:
        check_type("source", source, Source)
    sheet = Sheet.of(wrapped(frame), rubric, columns, Answers(yes, no))
    view = sheet.eager()
    keys = (key,) if isinstance(key, str) else tuple(key)
    named_by = say("key names the columns that tell the rows apart")
    refuse_missing(keys, view.collect_schema(), named_by)
    names = list(zip(*(_names(view[column]) for column in keys), strict=True))
    if isinstance(key, str):
        names = [name for (name,) in names]
    stated: list[dict[str, frozenset[Any]]] = [{} for _ in names]
    faults: list[InvalidValueError] = []
    for cells in sheet.cells.values():
        for row, values in enumerate(_values(view, cells)):
            if isinstance(values, InvalidValueError):
                faults.append(values)
            elif values is not None:
                stated[row][cells.fact.name] = values
    refuse_all(faults)
    by_name = {
        name: Facts.of(rubric.facts, values).with_provenance(
            _provenance(_said(name), values, sheet, source)
        )
        for name, values in zip(names, stated, strict=True)
    }
    if len(by_name) < len(names):
        twice = [name for name, count in Counter(names).items() if count > 1]
        raise InvalidValueError("key", "columns that name each row once", twice)
    return by_name


def _provenance(
    row: str, values: Iterable[str], sheet: Sheet, source: Source | None
) -> Provenance:
    """Return whose facts those of a row are, and where in the source each stands."""
    citations = {
        fact: (source.at(f"{row}, {printable(str(sheet.cells[fact].column))}"),)
        for fact in values
        if source is not None
    }
    return Provenance(subject=row, citations=tuple(citations.items()))


def _names(column: Any) -> list[Any]:
    """Return the names of the rows; whole numbers that gaps made floats are whole."""
    return [
        int(name) if isinstance(name, float) and name.is_integer() else name
        for name in column.to_list()
    ]


def _said(name: Any) -> str:
    """Return the name of a row as headlines have it."""
    parts = name if isinstance(name, tuple) else (name,)
    return ", ".join(printable(str(part)).strip() for part in parts if part is not None)


def _values(
    view: Any, cells: Cells
) -> Iterator[frozenset[Any] | InvalidValueError | None]:
    """Yield what each row says of a fact: values, what is wrong with it, or nothing."""
    if cells.column is None or cells.kind is Kind.NOTHING:
        return
    column = view.select(cells.expression.alias("value"))["value"]
    domain = cells.fact.domain
    allowed = {
        label: frozenset(v for place, v in enumerate(domain) if mask >> place & 1)
        for label, mask in cells.labels
    }
    missing = (column.is_null() | _is_nan(column)).to_list()
    for row, (value, is_missing) in enumerate(
        zip(column.to_list(), missing, strict=True)
    ):
        if is_missing:
            yield None
        elif value in allowed:
            yield allowed[value]
        else:
            place = ("rows", row, Key(cells.column))
            texts = map(Quoted, map(value_text, domain))
            expected = say("{}", either([*texts, say("empty")]))
            yield InvalidValueError(place, expected, value)


def _is_nan(column: Any) -> Any:
    return column.is_nan() if column.dtype.is_float() else column.is_null()


def to_scores(
    frame: object,
    rubric: Rubric,
    *,
    key: str | Iterable[str] = "name",
    columns: Mapping[str, str | Missing] | None = None,
    yes: Iterable[str | int] = (),
    no: Iterable[str | int] = (),
    source: Source | None = None,
) -> dict[Any, scoring.Score]:
    """Return the score of each row of a frame, by name: see `to_facts`.

    Raises:
        UnknownNameError: As for `to_facts`.
        InvalidValueError: As for `to_facts`.
        HoleError: The rubric has a hole.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> from icluster.frames import from_facts
        >>> from icluster.reference import eccp
        >>> facts = {"Nowhere": Facts.of(eccp.FACTS_2022, monitoring=True)}
        >>> to_scores(from_facts(facts, backend="polars"), eccp.MATURITY_2022)
        {'Nowhere': <Score by maturity_2022: 1 to 8 of 8>}
    """
    facts = to_facts(
        frame, rubric, key=key, columns=columns, yes=yes, no=no, source=source
    )
    return {name: scoring.score(rubric, known) for name, known in facts.items()}
