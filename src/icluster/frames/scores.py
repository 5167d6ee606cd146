"""Scores for every row of a data frame."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

import narwhals.stable.v2 as nw
from attrs import frozen
from narwhals.exceptions import NarwhalsError

from icluster._exact import to_decimal_text
from icluster.errors import InvalidValueError, TooLargeError
from icluster.frames._bounds import Target, refuse_holes, targets_of
from icluster.frames._cells import SEPARATOR, Cells, Kind, cells_of
from icluster.frames._expressions import bound_expression, outside_expression
from icluster.frames._tables import (
    LARGEST_TABLE,
    as_text,
    bound_table,
    look_up,
    states,
    table_size,
)
from icluster.conditions import value_text
from icluster.rubrics import Rubric
from icluster.vocabularies import Missing, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from icluster.conditions import Value

__all__ = ["EVERYTHING", "Part", "joined", "score"]


def __dir__() -> list[str]:
    return __all__


FrameT = TypeVar("FrameT")


class Part(Vocabulary):
    """What `score` adds to a frame.

    Example:
        >>> Part.TOTALS.title
        'lowest and highest total'
    """

    CRITERIA = "criteria", "lowest and highest points of each criterion"
    TOTALS = "totals", "lowest and highest total"
    OUTSIDE = "outside", "how many values are outside their domain"
    UNIT = "unit", "how many points one unit is"


EVERYTHING: Final = tuple(Part)
"""All that `score` can add."""

_LARGEST_WHOLE: Final = 2**63 - 1
_LARGEST_EXACT: Final = 2**53  # what a float still counts one by one


def joined(*values: Value) -> str:
    """Write the values that a fact may still have as one cell.

    They are joined by ``|``; give them in the order of the fact's domain.

    Example:
        >>> joined("within_2_years", "over_2_to_10_years")
        'within_2_years|over_2_to_10_years'
    """
    return SEPARATOR.join(map(value_text, values))


@frozen
class _Sum:
    """A column of units: what targets give at least, or at most, together."""

    name: str
    targets: tuple[Target, ...]
    highest: bool


@frozen(eq=False)
class _Plan:
    """The columns to add."""

    rubric: Rubric
    parts: tuple[Part, ...]
    in_points: bool
    prefix: str

    @cached_property
    def sums(self) -> tuple[_Sum, ...]:
        """The columns of units, in order."""
        criteria, together = targets_of(self.rubric)
        named: list[tuple[str, tuple[Target, ...]]] = []
        if Part.CRITERIA in self.parts:
            keys = (criterion.key for criterion in self.rubric.criteria)
            named += ((key, (each,)) for key, each in zip(keys, criteria, strict=True))
        if Part.TOTALS in self.parts:
            named.append(("total", together))
        suffix = "" if self.in_points else "_units"
        return tuple(
            _Sum(f"{self.prefix}{name}_{end}{suffix}", targets, end == "highest")
            for name, targets in named
            for end in ("lowest", "highest")
        )

    @property
    def outside(self) -> str:
        """Name of the column that counts what is outside."""
        return f"{self.prefix}outside_domain"

    @property
    def unit_column(self) -> str:
        """Name of the column that says what a unit is."""
        return f"{self.prefix}unit"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns to add."""
        names = [each.name for each in self.sums]
        if Part.OUTSIDE in self.parts:
            names.append(self.outside)
        if Part.UNIT in self.parts:
            names.append(self.unit_column)
        return tuple(names)

    @property
    def unit(self) -> str:
        """The points that one unit is, in words."""
        return "1" if self.in_points else to_decimal_text(self.rubric.unit)

    @property
    def quotient(self) -> tuple[int, int]:
        """The points of one unit as a numerator and a denominator."""
        return self.rubric.unit.as_integer_ratio()

    def check(self, columns: tuple[str, ...]) -> None:
        """Refuse names that meet, and points that are too large."""
        if len(set(columns)) < len(columns):
            raise InvalidValueError("columns", "each called otherwise", columns)
        if strays := [part for part in self.parts if not isinstance(part, Part)]:
            raise InvalidValueError("compute", "members of Part", strays)
        if taken := sorted(set(self.names) & set(columns)):
            raise InvalidValueError("prefix", f"one that spares {taken}", self.prefix)
        numerator, denominator = self.quotient
        outcomes = self.rubric.outcomes
        ends = outcomes.extent(self.rubric.facts.unknown_bits)
        largest = max(map(abs, ends)) * (numerator if self.in_points else 1)
        largest = max(largest, denominator if self.in_points else 1)
        limit = _LARGEST_EXACT if self.in_points else _LARGEST_WHOLE
        if largest > limit:
            raise TooLargeError("units", (self.rubric.key,), largest, limit)



def score(
    frame: FrameT,
    rubric: Rubric,
    *,
    columns: Mapping[str, str | Missing] | None = None,
    compute: Iterable[Part] = EVERYTHING,
    in_points: bool = False,
    prefix: str = "",
) -> FrameT:
    """Add the points that a rubric gives to every row of *frame*.

    A row holds the facts of one record. A column of booleans or whole numbers says
    one value, a column of text one value or several joined by ``|`` in the order
    of the domain; null says that nothing is known. What is not in the domain
    counts as not known, and is counted in a column of its own. Rows keep their
    order and their other columns; nothing added is ever null.

    Bounds are exact: some completion of the row's facts, and some choice where the
    scale has a gap, reaches each. Where lowest and highest are equal the score is
    settled. Weights are applied to criteria too, so that they add up.

    Args:
        frame: A pandas, polars (eager or lazy), pyarrow, DuckDB, Dask or PySpark
            frame, or a narwhals one. What is lazy stays lazy.
        rubric: The rubric, without holes.
        columns: For facts whose column is not called as they are, its name; or
            `Missing.UNKNOWN` for a fact of which the frame says nothing.
        compute: What to add: ``<criterion>_lowest_units`` and ``_highest_units``,
            ``total_lowest_units`` and ``total_highest_units``, ``outside_domain``,
            and ``unit``, the points that one unit is, as text.
        in_points: Whether to add floats in points, each the closest to the exact
            number, instead of whole units; names then lose ``_units``.
        prefix: Put before the name of every column that is added.

    Raises:
        UnknownNameError: The rubric has no such fact, or the frame no such column.
        InvalidValueError: *frame* is no data frame, two of its columns have one
            name, a column cannot speak of its fact, or a column would be overwritten.
        HoleError: The rubric has a hole.
        TooLargeError: Points are too large for whole numbers of 64 bits, or for
            floats that are exact; or the facts that move points both ways have too
            many combinations.

    Example:
        >>> import polars as pl
        >>> from icluster.reference import eccp
        >>> frame = pl.LazyFrame(
        ...     {"country": ["A", "B"], "monitoring": [True, None]}
        ... )
        >>> unknown = dict.fromkeys(eccp.FACTS_2022.names, Missing.UNKNOWN)
        >>> scored = score(
        ...     frame,
        ...     eccp.MATURITY_2022,
        ...     columns=unknown | {"monitoring": "monitoring"},
        ...     compute=[Part.CRITERIA],
        ... ).collect()
        >>> scored["evidence_lowest_units"].to_list()
        [2, 0]
    """
    wrapped = _wrapped(frame)
    if not isinstance(rubric, Rubric):
        raise InvalidValueError("rubric", "of type Rubric", rubric)
    refuse_holes(rubric)
    parts = tuple(compute)
    wanted = _Plan(rubric, parts, in_points, prefix)
    wanted.check(tuple(wrapped.collect_schema()))
    if wrapped.implementation.is_pandas():
        scored = _score_pandas(wrapped, wanted, columns or {})
    else:
        cells = cells_of(wrapped, rubric, columns or {})
        scored = wrapped.with_columns(*_expressions(wanted, cells))
    return scored if isinstance(frame, type(wrapped)) else scored.to_native()


def _wrapped(frame: object) -> Any:
    try:
        return nw.from_native(frame)  # type: ignore[call-overload]
    except TypeError:
        raise InvalidValueError(
            "frame", "a data frame that narwhals knows", type(frame).__name__
        ) from None
    except NarwhalsError as error:
        raise InvalidValueError("frame", "sound", str(error)) from None


def _expressions(plan: _Plan, cells: Mapping[str, Cells]) -> Iterator[nw.Expr]:
    for each in plan.sums:
        found: Any = 0
        for target in each.targets:
            bound = target.bound(highest=each.highest)
            found = bound_expression(target, bound, cells) + found
        yield _in_points(plan, _whole(found)).alias(each.name)
    if Part.OUTSIDE in plan.parts:
        yield _whole(outside_expression(cells)).alias(plan.outside)
    if Part.UNIT in plan.parts:
        yield nw.lit(plan.unit).alias(plan.unit_column)


def _whole(found: Any) -> nw.Expr:
    expression = nw.lit(found) if isinstance(found, int) else found
    return expression.cast(nw.Int64())


def _in_points(plan: _Plan, units: Any) -> Any:
    """Turn units into the closest floats, where floats are wanted."""
    if not plan.in_points:
        return units
    numerator, denominator = plan.quotient
    whole = units * numerator
    as_floats = whole.cast(nw.Float64()) if isinstance(units, nw.Expr) else whole
    return as_floats / float(denominator)


def _score_pandas(
    frame: Any, plan: _Plan, columns: Mapping[str, str | Missing]
) -> Any:
    view = _typed(frame, plan.rubric, columns)
    cells = cells_of(view, plan.rubric, columns)
    criteria, together = targets_of(plan.rubric)
    if any(table_size(each, cells) > LARGEST_TABLE for each in together):
        added = view.select(*_expressions(plan, cells)).to_native()
        columns_added = {name: added[name].array for name in added.columns}
    else:
        columns_added = dict(_looked_up(view, plan, cells))
    return nw.from_native(frame.to_native().assign(**columns_added))


def _typed(
    frame: Any, rubric: Rubric, columns: Mapping[str, str | Missing]
) -> Any:
    """Return the frame with a type for columns that hold objects of any."""
    native = frame.to_native()
    asked = {columns.get(name, name) for name in rubric.facts.names}
    typed_columns = {}
    for name in native.columns:
        if name in asked and native[name].dtype == object:
            better = native[name].convert_dtypes()
            if better.dtype == object:
                better = native[name].astype(object)
                better[:] = as_text(native[name])
                better = better.astype("str")
            typed_columns[name] = better
    return nw.from_native(native.assign(**typed_columns)) if typed_columns else frame


def _looked_up(
    view: Any, plan: _Plan, cells: Mapping[str, Cells]
) -> Iterator[tuple[str, Any]]:
    native = view.to_native()
    rows = len(native)
    read = {
        name: (None, None) if each.column is None else states(native[each.column], each)
        for name, each in cells.items()
    }
    found: dict[tuple[int, bool], Any] = {}
    for component in plan.rubric.outcomes.components:
        here = [
            (target, each.highest)
            for each in plan.sums
            for target in each.targets
            if target.component is component
        ]
        names = component.space.names
        sides = [(read[name][0], len(cells[name].states)) for name in names]
        tables = [
            bound_table(target, cells, highest=highest) for target, highest in here
        ]
        for (target, highest), array in zip(
            here, look_up(sides, tables, rows), strict=True
        ):
            found[id(target), highest] = array
    for each in plan.sums:
        first, *others = (found[id(target), each.highest] for target in each.targets)
        for other in others:
            first += other
        yield each.name, _in_points(plan, first)
    if Part.OUTSIDE in plan.parts:
        yield plan.outside, _outside(read, rows)
    if Part.UNIT in plan.parts:
        yield plan.unit_column, plan.unit


def _outside(read: Mapping[str, tuple[Any, Any]], rows: int) -> Any:
    import numpy as np

    counted = np.zeros(rows, dtype="int64")
    for _, outside in read.values():
        if outside is not None:
            counted += outside
    return counted
