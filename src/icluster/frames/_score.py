"""Scores for every row of a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from icluster._fields import check_type
from icluster.frames._cells import Answers
from icluster.frames._compared import with_scores
from icluster.frames._engines import unwrapped, wrapped
from icluster.frames._lookups import score_pandas
from icluster.frames._plan import FEW, Part, Plan, parts_of
from icluster.frames._sheets import Sheet
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
    compute: Iterable[Part] = FEW,
    units: bool = False,
    yes: Iterable[str | int] = (),
    no: Iterable[str | int] = (),
    prefix: str = "",
    again: bool = False,
) -> FrameT:
    """Add the points that a rubric gives to every row of *frame*.

    A row holds the facts of one record. A column of booleans or whole numbers says
    one value, a column of text one value or several joined by ``|`` in the order
    of the domain; null says that nothing is known. What is not in the domain
    counts as not known, and is counted in a column of its own; `outside` shows what
    it is. Rows keep their order and their other columns; nothing added is ever null.

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
        compute: What to add: ``total_lowest`` and ``total_highest`` and
            ``outside_domain`` by default; ``<criterion>_lowest`` and ``_highest``
            too with `EVERYTHING`. They are floats, each the closest to the exact
            points.
        units: Whether to add exact whole numbers of the rubric's unit instead: names
            then end in ``_units``, and ``unit`` says how many points one is, as text.
        yes: What says yes of a fact that is true or false, such as `YES`: words in any
            case, and 1 of columns of numbers.
        no: What says no, such as `NO`.
        prefix: Put before the name of every column that is added.
        again: Whether a frame that was scored before is scored again, so that the
            columns that were added then are replaced.

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
        >>> frame = pl.LazyFrame({"country": ["A", "B"], "monitoring": ["sí", None]})
        >>> unknown = dict.fromkeys(eccp.FACTS_2022.names, Missing.UNKNOWN)
        >>> scored = score(
        ...     frame,
        ...     eccp.MATURITY_2022,
        ...     columns=unknown | {"monitoring": "monitoring"},
        ...     compute=[Part.CRITERIA],
        ...     yes=["sí"],
        ...     no=["no"],
        ... ).collect()
        >>> scored["evidence_lowest"].to_list()
        [1.0, 0.0]
    """
    wrapped_frame = wrapped(frame)
    check_type("rubric", rubric, Rubric)
    check_type("units", units, bool)
    check_type("again", again, bool)
    # In a lazy frame nobody could be told of a hole.
    rubric._outcomes.refuse_holes(rubric.facts._unknown_bits)
    plan = Plan(rubric, parts_of(compute), not units, prefix)
    bare = wrapped_frame
    if again:
        present = bare.collect_schema()
        bare = bare.drop([name for name in plan.names if name in present])
    plan.check(bare)
    sheet = Sheet.of(bare, rubric, columns, Answers(yes, no))
    scored = (
        score_pandas(bare, sheet.view, plan, sheet.cells)
        if bare.implementation.is_pandas()
        else with_scores(bare, plan, sheet.cells)
    )
    return cast("FrameT", unwrapped(scored, frame, wrapped_frame))
