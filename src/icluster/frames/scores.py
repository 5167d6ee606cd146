"""Scores for every row of a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from icluster._fields import check_type
from icluster.conditions import value_text
from icluster.errors import InvalidValueError
from icluster.facts import Fact
from icluster.frames._bounds import refuse_holes
from icluster.frames._cells import SEPARATOR, cells_of, refuse_separator
from icluster.frames._compared import with_scores
from icluster.frames._frames import as_mapping, wrapped
from icluster.frames._looked_up import score_pandas
from icluster.frames._plan import EVERYTHING, Part, Plan, parts_of
from icluster.rubrics import Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from icluster.conditions import Value
    from icluster.vocabularies import Missing

__all__ = ["EVERYTHING", "Part", "joined", "score"]


def __dir__() -> list[str]:
    return __all__


FrameT = TypeVar("FrameT")


def joined(*values: Value, fact: Fact | None = None) -> str:
    """Write the values that a fact may still have as one cell.

    They are joined by ``|`` in the order of the fact's domain, which is the only one
    that `score` reads. Give the *fact* to have them put in it; without it they stay
    in the order in which they come.

    Args:
        values: The values, each once.
        fact: The fact that they are of.

    Raises:
        InvalidValueError: There is no value, one comes twice or is not in the domain,
            they are of several types, false comes after true, or a text holds
            ``|`` itself.

    Example:
        >>> from icluster.reference import eccp
        >>> joined("within_2_years", "over_2_to_10_years")
        'within_2_years|over_2_to_10_years'
        >>> established = eccp.FACTS_2022["established"]
        >>> joined("over_10_years", "over_2_to_10_years", fact=established)
        'over_2_to_10_years|over_10_years'
    """
    if fact is not None:
        check_type("fact", fact, Fact)
        values = tuple(sorted(values, key=fact.position))
    kinds = {type(value) for value in values}
    if len(kinds) != 1 or not kinds <= {bool, int, str}:
        expected = "booleans, whole numbers or texts, one or more, all of one type"
        raise InvalidValueError("values", expected, values)
    if len(set(values)) < len(values):
        raise InvalidValueError("values", "given once each", values)
    if values == (True, False):
        expected = "in the order of the domain, which is (False, True)"
        raise InvalidValueError("values", expected, values)
    words = tuple(map(value_text, values))
    refuse_separator("values", words)
    return SEPARATOR.join(words)


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
            name or a name is no text; a column cannot speak of its fact, as a text
            cannot where the domain holds ``|``; a column would be overwritten (DuckDB
            and Spark do not tell ``Unit`` from ``unit``), or a criterion is called
            ``total``; an argument is of another type.
        HoleError: The rubric has a hole.
        TooLargeError: Points are too large for whole numbers of 64 bits, or for
            floats that are exact; or the facts that move points both ways have too
            many combinations.

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
    given = wrapped(frame)
    if not isinstance(rubric, Rubric):
        raise InvalidValueError("rubric", "of type Rubric", rubric)
    check_type("in_points", in_points, bool)
    refuse_holes(rubric)
    named = as_mapping(columns)
    wanted = Plan(rubric, parts_of(compute), in_points, prefix)
    wanted.check(given)
    if given.implementation.is_pandas():
        scored = score_pandas(given, wanted, named)
    else:
        scored = with_scores(given, wanted, cells_of(given, rubric, named))
    return cast("FrameT", scored if frame is given else scored.to_native())
