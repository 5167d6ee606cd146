"""Scores for every row of a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from icluster._fields import check_type
from icluster.frames._cells import cells_of
from icluster.frames._compared import with_scores
from icluster.frames._engines import as_mapping, unwrapped, wrapped
from icluster.frames._lookups import score_pandas
from icluster.frames._plan import EVERYTHING, Part, Plan, parts_of
from icluster.rubrics import Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icluster.vocabularies import Missing


FrameT = TypeVar("FrameT")


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
    settled. Weights are applied to criteria too, so that they add up; where a
    rubric has weights its criteria are called ``<criterion>_weighted``.

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
            name or a name is no text; a column cannot speak of its fact, as a text
            cannot where the domain holds ``|``; a column would be overwritten (DuckDB
            and Spark do not tell ``Unit`` from ``unit``), or a criterion is called
            ``total``; an argument is of another type.
        HoleError: The rubric has a hole.
        TooLargeError: Points are too large for whole numbers of 64 bits, or for
            floats that are exact; or the facts that move points both ways have too
            many combinations.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from icluster import Missing
        >>> from icluster.reference import eccp
        >>> frame = pl.LazyFrame({"country": ["A", "B"], "monitoring": [True, None]})
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
    wrapped_frame = wrapped(frame)
    check_type("rubric", rubric, Rubric)
    check_type("in_points", in_points, bool)
    # In a lazy frame nobody could be told of a hole.
    rubric._outcomes.refuse_holes(rubric.facts._unknown_bits)
    column_of = as_mapping(columns)
    plan = Plan(rubric, parts_of(compute), in_points, prefix)
    plan.check(wrapped_frame)
    if wrapped_frame.implementation.is_pandas():
        scored = score_pandas(wrapped_frame, plan, column_of)
    else:
        cells = cells_of(wrapped_frame, rubric, column_of)
        scored = with_scores(wrapped_frame, plan, cells)
    return cast("FrameT", unwrapped(scored, frame, wrapped_frame))
