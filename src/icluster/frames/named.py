"""Facts and scores by name as frames: what is scored here and looked at there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import narwhals.stable.v2 as nw

from icluster._exact import times
from icluster._fields import check_type
from icluster.conditions import value_text
from icluster.errors import InvalidValueError
from icluster.facts import Facts
from icluster.frames._cells import refuse_separator
from icluster.frames._frames import framed, is_large
from icluster.frames._plan import Part, Plan
from icluster.frames.scores import joined
from icluster.scoring import Score

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from icluster.conditions import Value
    from icluster.facts import Fact

__all__ = ["from_facts", "from_scores"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T", Facts, Score)

_Columns: TypeAlias = "dict[str, tuple[list[Any], Any]]"

_NAMES: Final[Mapping[type, Any]] = MappingProxyType(
    {str: nw.String(), int: nw.Int64(), date: nw.Date()}
)
_KINDS: Final[Mapping[type, Any]] = MappingProxyType(
    {bool: nw.Boolean(), int: nw.Int64()}
)


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
        >>> frames.score(frame, eccp.MATURITY_2022)["evidence_lowest_units"].to_list()
        [0, 2]
    """
    listed = _listed("facts", facts, Facts)
    schema = listed[0].schema
    if any(each.schema != schema for each in listed):
        raise InvalidValueError("facts", "of one schema", tuple(facts))
    columns = _keys("facts", facts, key, schema.names)
    for fact in schema.facts:
        columns[fact.name] = _fact(fact, [each[fact.name] for each in listed])
    return framed(columns, backend)


def from_scores(
    scores: Mapping[Any, Score],
    *,
    backend: Any,
    key: str | Iterable[str] = "name",
    in_points: bool = False,
) -> Any:
    """Return scores by name as a frame, a row each, with the columns of `score`.

    They are the lowest and highest points of each criterion and in total, in whole
    units, and ``unit``, the points that one unit is, as text. Weights are applied to
    criteria too.

    Args:
        scores: The scores, all by one rubric, by name; by tuples of names where there
            are several columns of keys, as for a country and a year.
        backend: ``"pandas"``, ``"polars"``, ``"pyarrow"``, or another eager
            engine that narwhals knows.
        key: Name of the column of keys, or the names of several.
        in_points: Whether to write floats in points, each the closest to the exact
            number, instead of whole units; names then lose ``_units``.

    Raises:
        InvalidValueError: *scores* are no such mapping or none at all, a name is no
            text, whole number or day, or a column of keys is called like a column of
            points; narwhals knows no such eager engine.
        TooLargeError: Points are too large for whole numbers of 64 bits, or for
            floats that are exact.

    Example:
        >>> from icluster import scoring
        >>> from icluster.reference import eccp
        >>> score = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> frame = from_scores({"Nowhere": score}, backend="polars", key="country")
        >>> frame.select("country", "total_lowest_units", "total_highest_units").rows()
        [('Nowhere', 0, 16)]
    """
    check_type("in_points", in_points, bool)
    listed = _listed("scores", scores, Score)
    rubric = listed[0].rubric
    if any(each.rubric != rubric for each in listed):
        raise InvalidValueError("scores", "by one rubric", tuple(scores))
    plan = Plan(rubric, (Part.CRITERIA, Part.TOTALS, Part.UNIT), in_points, prefix="")
    plan.check_rubric()
    columns = _keys("scores", scores, key, plan.names)
    rows = [tuple(_points(each)) for each in listed]
    for place, each in enumerate(plan.sums):
        exact = [row[place] for row in rows]
        if in_points:
            columns[each.name] = list(map(float, exact)), nw.Float64()
        else:
            unit = Fraction(rubric.unit)
            units = [int(Fraction(points) / unit) for points in exact]
            columns[each.name] = units, nw.Int64()
    columns[plan.unit_column] = [plan.unit] * len(rows), nw.String()
    return framed(columns, backend)


def _listed(field: str, named: Any, kind: type[T]) -> tuple[T, ...]:
    listed = tuple(named.values()) if isinstance(named, Mapping) else ()
    if not listed or not all(isinstance(each, kind) for each in listed):
        expected = f"a mapping from names to {kind.__name__}, one or more"
        raise InvalidValueError(field, expected, named)
    return listed


def _points(score: Score) -> Iterator[Decimal]:
    """Yield lowest and highest of each criterion, and in total, weights applied."""
    for each in score.criteria:
        yield times(each.candidates[0], each.criterion.weight)
        yield times(each.candidates[-1], each.criterion.weight)
    yield score.lowest
    yield score.highest


def _keys(
    field: str, named: Mapping[Any, Any], key: Any, taken: tuple[str, ...]
) -> _Columns:
    """Return the columns of keys."""
    several = not isinstance(key, str)
    names = (key,) if not several else tuple(key) if isinstance(key, Iterable) else ()
    if not names or not all(isinstance(name, str) for name in names):
        raise InvalidValueError("key", "the name of a column, or several names", key)
    if len(set(names)) < len(names) or set(names) & set(taken):
        expected = "names that differ, from each other and from every other column"
        raise InvalidValueError("key", expected, key)
    if not several and any(isinstance(each, tuple) for each in named):
        expected = "several names, one for each part of the tuples"
        raise InvalidValueError("key", expected, key)
    rows = [each if several else (each,) for each in named]
    for row in rows:
        if not isinstance(row, tuple) or len(row) != len(names):
            expected = f"named by tuples, one part for each of {names}"
            raise InvalidValueError(field, expected, row)
    return {
        name: _key(field, name, [row[place] for row in rows])
        for place, name in enumerate(names)
    }


def _key(field: str, name: str, values: list[Any]) -> tuple[list[Any], Any]:
    (kind, *others) = {type(value) for value in values}
    if others or kind not in _NAMES or is_large(values):
        expected = "texts, whole numbers of 64 bits or days, all of one type"
        raise InvalidValueError(f"{name!r} in the names of {field}", expected, values)
    return values, _NAMES[kind]


def _fact(fact: Fact, many: list[tuple[Value, ...]]) -> tuple[list[Any], Any]:
    """Return a column of a fact: of its own type where every row says one or none."""
    said = [values if len(values) < len(fact.domain) else None for values in many]
    kind = type(fact.domain[0])
    if kind is str or is_large(fact.domain) or any(map(_is_partly_known, said)):
        if any(said):
            words = tuple(map(value_text, fact.domain))
            refuse_separator(f"domain of {fact.name!r}", words)
        return [values and joined(*values) for values in said], nw.String()
    return [values and values[0] for values in said], _KINDS[kind]


def _is_partly_known(values: tuple[Value, ...] | None) -> bool:
    return values is not None and len(values) > 1
