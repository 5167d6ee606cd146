"""Which columns to add to a frame, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from icluster._exact import to_decimal_text
from icluster.errors import InvalidValueError, TooLargeError
from icluster.frames._bounds import Target, targets_of
from icluster.frames._engines import nw, refuse_taken
from icluster.vocabularies import Vocabulary
from icluster.words import Quoted, say

if TYPE_CHECKING:
    from icluster.rubrics import Rubric


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

FEW: Final = (Part.TOTALS, Part.OUTSIDE)
"""What `score` adds where nothing else is asked for."""


def parts_of(compute: object) -> tuple[Part, ...]:
    """Return what is to be computed as it was asked for: one part or more."""
    parts = tuple(compute) if isinstance(compute, Iterable) else ()
    if not parts or not all(isinstance(part, Part) for part in parts):
        expected = "one or more members of Part, in a list or a tuple"
        raise InvalidValueError("compute", expected, compute)
    return parts


_TOTAL: Final = "total"
_LARGEST_WHOLE: Final = 2**63 - 1
_LARGEST_EXACT: Final = 2**53  # what a float still counts one by one


@frozen
class Sum:
    """A column of units: what targets give at least, or at most, together."""

    name: str
    targets: tuple[Target, ...]
    highest: bool


@frozen(eq=False)
class Plan:
    """The columns to add."""

    rubric: Rubric
    parts: tuple[Part, ...]
    as_floats: bool
    prefix: str

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """The columns of units, in order."""
        criteria, together = targets_of(self.rubric)
        named: list[tuple[str, tuple[Target, ...]]] = []
        if Part.CRITERIA in self.parts:
            weighted = "_weighted" if self.rubric.is_weighted else ""
            keys = (f"{one.key}{weighted}" for one in self.rubric.criteria)
            named += (
                (key, (target,)) for key, target in zip(keys, criteria, strict=True)
            )
        if Part.TOTALS in self.parts:
            named.append((_TOTAL, together))
        suffix = "" if self.as_floats else "_units"
        return tuple(
            Sum(f"{self.prefix}{name}_{end}{suffix}", targets, end == "highest")
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
    def with_unit(self) -> bool:
        """Whether to say what a unit is; of points it is none."""
        return Part.UNIT in self.parts and not self.as_floats

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns to add."""
        names = [column.name for column in self.sums]
        if Part.OUTSIDE in self.parts:
            names.append(self.outside)
        if self.with_unit:
            names.append(self.unit_column)
        return tuple(names)

    @property
    def unit(self) -> str:
        """The points that one unit is, in words."""
        return to_decimal_text(self.rubric.unit)

    @property
    def quotient(self) -> tuple[int, int]:
        """The points of one unit as a numerator and a denominator."""
        return self.rubric.unit.as_integer_ratio()

    def check(self, frame: Any) -> None:
        """Refuse names that meet, and points that are too large."""
        scored_before = "again=True replaces what was added when it was scored before"
        refuse_taken(self.names, frame, self.prefix, scored_before)
        self.check_rubric()

    def check_rubric(self) -> None:
        """Refuse a criterion that is called as the total is, and too many points."""
        keys = tuple(criterion.key for criterion in self.rubric.criteria)
        if Part.CRITERIA in self.parts and _TOTAL in keys:
            expected = say("of criteria none of which is called {}", Quoted(_TOTAL))
            raise InvalidValueError("rubric", expected, keys)
        numerator, denominator = self.quotient
        outcomes = self.rubric._outcomes
        ends = outcomes.extent(self.rubric.facts._unknown_bits)
        largest = max(map(abs, ends)) * (numerator if self.as_floats else 1)
        largest = max(largest, denominator if self.as_floats else 1)
        limit = _LARGEST_EXACT if self.as_floats else _LARGEST_WHOLE
        if largest > limit:
            raise TooLargeError("units", (self.rubric.key,), largest, limit)

    def in_points(self, units: Any) -> Any:
        """Turn numbers of units, of numpy or of narwhals, into the closest floats.

        Both numbers are exact as floats, so that their quotient is the closest one.
        """
        numerator, denominator = self.quotient
        if not isinstance(units, nw.Expr):
            return units * numerator / float(denominator)
        whole = (units * numerator).cast(nw.Float64())
        if denominator & (denominator - 1) == 0:
            return whole / float(denominator)
        # polars multiplies by the reciprocal of a constant, which rounds twice.
        return whole / (units * 0 + denominator).cast(nw.Float64())
