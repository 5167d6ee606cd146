"""Facts and scores by name as frames: what is scored here and looked at there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from icluster._fields import check_type
from icluster.conditions import value_text
from icluster.errors import InvalidValueError
from icluster.facts import Facts
from icluster.frames._cells import domain_place, joined, refuse_separator
from icluster.frames._engines import framed, is_large
from icluster.frames._plan import Part, Plan
from icluster.scoring import Score
from icluster.words import Key, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from icluster.conditions import Value
    from icluster.facts import Fact


T = TypeVar("T", Facts, Score)

_Columns: TypeAlias = "dict[str, tuple[list[Any], type]]"

_KEY_TYPES: Final = (str, int, date)


def from_facts(
    facts: Mapping[Any, Facts], *, backend: Any, key: str | Iterable[str] = "name"
) -> Any:
    """Return facts by name as a frame that `score` takes, a row each.

    A fact has a column of its own: a known one is its value, a partly known one
    text as `joined` writes it, an unknown one null. Where a fact is partly known
    in some row its whole column is text.

    Args:
        facts: The facts, all of one schema, by name; by tuples of names where there
            are several columns of keys, as for a country and a year.
        backend: ``"pandas"``, ``"polars"``, ``"pyarrow"``, or another eager
            engine that narwhals knows.
        key: Name of the column of keys, or the names of several.

    Raises:
        InvalidValueError: *facts* are no such mapping or none at all, a name is no
            text, whole number or day, or a column of keys is called like a fact;
            narwhals knows no such eager engine, or a domain holds ``|``.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> from icluster import frames
        >>> from icluster.reference import eccp
        >>> known = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> frame = from_facts(
        ...     {
        ...         ("Nowhere", 2021): known,
        ...         ("Nowhere", 2022): known.but(monitoring=True),
        ...     },
        ...     backend="polars",
        ...     key=("country", "year"),
        ... )
        >>> frame.select("country", "year", "targeted_policy", "monitoring").rows()
        [('Nowhere', 2021, True, None), ('Nowhere', 2022, True, True)]
        >>> frames.score(frame, eccp.MATURITY_2022)["total_lowest"].to_list()
        [2.5, 3.5]
    """
    records = _listed("facts", facts, Facts)
    schema = records[0].schema
    if any(record.schema != schema for record in records):
        raise InvalidValueError("facts", "of one schema", tuple(facts))
    columns = _keys("facts", facts, key, schema.names)
    for fact in schema.facts:
        columns[fact.name] = _fact(fact, [record[fact.name] for record in records])
    return framed(columns, backend)


def from_scores(
    scores: Mapping[Any, Score],
    *,
    backend: Any,
    key: str | Iterable[str] = "name",
    units: bool = False,
) -> Any:
    """Return scores by name as a frame, a row each, with the columns of `score`.

    They are the lowest and highest points of each criterion and in total. Weights are
    applied to criteria too, which are then called ``<criterion>_weighted``.

    Args:
        scores: The scores, all by one rubric, by name; by tuples of names where there
            are several columns of keys, as for a country and a year.
        backend: ``"pandas"``, ``"polars"``, ``"pyarrow"``, or another eager
            engine that narwhals knows.
        key: Name of the column of keys, or the names of several.
        units: Whether to write exact whole numbers of the rubric's unit, and what a
            unit is, instead of floats in points: see `score`.

    Raises:
        InvalidValueError: *scores* are no such mapping or none at all, a name is no
            text, whole number or day, or a column of keys is called like a column of
            points; narwhals knows no such eager engine.
        TooLargeError: Points are too large for whole numbers of 64 bits, or for
            floats that are exact.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> from icluster import scoring
        >>> from icluster.reference import eccp
        >>> score = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> frame = from_scores({"Nowhere": score}, backend="polars", key="country")
        >>> frame.select("country", "total_lowest", "total_highest").rows()
        [('Nowhere', 0.0, 8.0)]
    """
    check_type("units", units, bool)
    listed = _listed("scores", scores, Score)
    rubric = listed[0].rubric
    if any(score.rubric != rubric for score in listed):
        raise InvalidValueError("scores", "by one rubric", tuple(scores))
    plan = Plan(rubric, (Part.CRITERIA, Part.TOTALS, Part.UNIT), not units, prefix="")
    plan.check_rubric()
    columns = _keys("scores", scores, key, plan.names)
    rows = [tuple(_points(score)) for score in listed]
    unit = Fraction(rubric.unit)
    for place, column in enumerate(plan.sums):
        exact = [row[place] for row in rows]
        if not units:
            columns[column.name] = list(map(float, exact)), float
        else:
            whole = [int(Fraction(points) / unit) for points in exact]
            columns[column.name] = whole, int
    if units:
        columns[plan.unit_column] = [plan.unit] * len(rows), str
    return framed(columns, backend)


def _listed(argument: str, named: object, kind: type[T]) -> tuple[T, ...]:
    listed = tuple(named.values()) if isinstance(named, Mapping) else ()
    if not listed or not all(isinstance(thing, kind) for thing in listed):
        expected = say("a mapping from names to {}, one or more", kind.__name__)
        raise InvalidValueError(argument, expected, named)
    return listed


def _points(score: Score) -> Iterator[Decimal]:
    """Yield lowest and highest of each criterion, and in total, weights applied."""
    for criterion_score in score.criteria:
        yield criterion_score.weighted_candidates[0]
        yield criterion_score.weighted_candidates[-1]
    yield score.lowest
    yield score.highest


def _keys(
    argument: str, named: Mapping[Any, Any], key: Any, taken: tuple[str, ...]
) -> _Columns:
    """Return the columns of keys."""
    several = not isinstance(key, str)
    names = (key,) if not several else tuple(key) if isinstance(key, Iterable) else ()
    if not names or not all(isinstance(name, str) for name in names):
        raise InvalidValueError("key", "the name of a column, or several names", key)
    if len(set(names)) < len(names) or set(names) & set(taken):
        expected = "names that differ, from each other and from every other column"
        raise InvalidValueError("key", expected, key)
    if not several and any(isinstance(row_key, tuple) for row_key in named):
        expected = "several names, one for each part of the tuples"
        raise InvalidValueError("key", expected, key)
    rows = [row_key if several else (row_key,) for row_key in named]
    for row in rows:
        if not isinstance(row, tuple) or len(row) != len(names):
            expected_row = say("named by tuples, one part for each of {}", names)
            raise InvalidValueError(argument, expected_row, row)
    return {
        name: _key(argument, name, [row[place] for row in rows])
        for place, name in enumerate(names)
    }


def _key(argument: str, name: str, values: list[Any]) -> tuple[list[Any], type]:
    (kind, *further_kinds) = {type(value) for value in values}
    if further_kinds or kind not in _KEY_TYPES or is_large(values):
        expected = "texts, whole numbers of 64 bits or days, all of one type"
        raise InvalidValueError((argument, "names", Key(name)), expected, values)
    return values, kind


def _fact(fact: Fact, values_by_row: list[tuple[Value, ...]]) -> tuple[list[Any], type]:
    """Return a column of a fact: of its own type where every row says one or none."""
    cells = [
        values if len(values) < len(fact.domain) else None for values in values_by_row
    ]
    kind = type(fact.domain[0])
    if kind is str or is_large(fact.domain) or any(map(_is_partly_known, cells)):
        if any(cells):
            refuse_separator(domain_place(fact), tuple(map(value_text, fact.domain)))
        return [values and joined(*values) for values in cells], str
    return [values and values[0] for values in cells], kind


def _is_partly_known(values: tuple[Value, ...] | None) -> bool:
    return values is not None and len(values) > 1
