"""What the columns of a frame say of labels, as expressions for their status."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, cast

import narwhals.stable.v2 as nw
from attrs import frozen

from icluster.errors import InvalidValueError
from icluster.frames._cells import SEPARATOR
from icluster.labels import LabelStatus, Term
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Day", "Label"]


def _joined(*statuses: LabelStatus) -> nw.Expr:
    return nw.lit(SEPARATOR.join(status.value for status in statuses))


@frozen(eq=False)
class Label:
    """What the columns say of a label; None where no column says it.

    Attributes:
        end: Its last day.
        tier: Its tier.
        first: First day on which it may have begun.
        last: Last day on which it may have begun.
        terms: The terms, each of another tier.
        assumed: Whether a row that says no tier is of the tier of the one term.
        unread: Columns whose engine says no type, as for nulls alone.
    """

    end: Day | None
    tier: nw.Expr | None
    first: Day | None
    last: Day | None
    terms: tuple[Term, ...]
    assumed: bool
    unread: tuple[str, ...]

    def status(self, on: date) -> nw.Expr:
        """Return the statuses that are possible, joined; never null."""
        everything = _joined(*LabelStatus)
        if self.end is None:
            return everything
        valid = nw.when(self.end.not_before(on)).then(self._begun(self.end, on))
        known = valid.otherwise(self._ended(self.end, on))
        contradiction = self._contradiction()
        open_ = self.end.column.is_null()
        if contradiction is not None:
            open_ = open_ | contradiction
        return nw.when(open_).then(everything).otherwise(known)

    def outside(self) -> nw.Expr:
        """Return how much of what a row says cannot be."""
        wrong = [~nw.col(name).is_null() for name in self.unread]
        if self.tier is not None:
            tiers = [term.tier.value for term in self.terms]
            known = self.tier.is_in(tiers).fill_null(value=False)
            wrong.append(~self.tier.is_null() & ~known)
        contradiction = self._contradiction()
        if contradiction is not None:
            wrong.append(contradiction)
        counted: Any = nw.lit(0).cast(nw.Int64())
        for each in wrong:
            counted = counted + each.cast(nw.Int64())
        return cast("nw.Expr", counted)

    def _begun(self, end: Day, on: date) -> Any:
        """Return what is possible until the end."""
        found: Any = _joined(LabelStatus.NOT_YET, LabelStatus.VALID)
        if self.first is not None:
            not_yet = nw.when(self.first.after(on)).then(_joined(LabelStatus.NOT_YET))
            found = not_yet.otherwise(found)
        if self.last is not None:
            # It has begun on its last day, whatever day is said.
            today = ~self.last.column.is_null() & end.not_after(on)
            begun = self.last.not_after(on) | today
            found = nw.when(begun).then(_joined(LabelStatus.VALID)).otherwise(found)
        return found

    def _ended(self, end: Day, on: date) -> Any:
        """Return what is possible after the end."""
        found: Any = _joined(LabelStatus.RENEWABLE, LabelStatus.LAPSED)
        unknown = found
        for term in self.terms:
            ended = _ended(end, term, on, unknown)
            if self.tier is not None:
                # In pandas a null may be unequal to everything, and not null.
                same = (self.tier == term.tier.value).fill_null(value=False)
                if self.assumed:
                    same = same | self.tier.is_null()
                found = nw.when(same).then(ended).otherwise(found)
            elif self.assumed:
                found = ended
        return found

    def _contradiction(self) -> nw.Expr | None:
        """Return where the days cannot all be; None where none can meet."""
        found = None
        for one, other in self._in_order():
            later = one.later_than(other)
            found = later if found is None else found | later
        return found

    def _in_order(self) -> Iterator[tuple[Day, Day]]:
        if self.first is not None and self.last is not None:
            yield self.first, self.last
        if self.first is not None and self.end is not None:
            yield self.first, self.end


def _ended(end: Day, term: Term, on: date, unknown: Any) -> Any:
    earliest = term.earliest_renewable(on=on)
    if isinstance(earliest, Missing):
        return unknown
    return (
        nw.when(end.not_before(earliest))
        .then(_joined(LabelStatus.RENEWABLE))
        .otherwise(_joined(LabelStatus.LAPSED))
    )


@frozen(eq=False)
class Day:
    """A column of dates, or of moments without a time zone, compared by day."""

    column: nw.Expr
    is_moment: bool

    @classmethod
    def of(cls, frame: Any, name: str) -> Day:
        """Find out what a column holds."""
        dtype = frame.collect_schema()[name]
        is_moment = isinstance(dtype, nw.Datetime) and dtype.time_zone is None
        if not is_moment and not isinstance(dtype, nw.Date):
            expected = (
                "of dates, or of moments without a time zone; make dates of texts first"
            )
            raise InvalidValueError(f"column {name!r}", expected, str(dtype))
        return cls(nw.col(name), is_moment)

    def not_before(self, day: date) -> nw.Expr:
        """Return where the day is *day* or later; never null."""
        least = datetime.combine(day, time.min) if self.is_moment else day
        return (self.column >= least).fill_null(value=False)

    def not_after(self, day: date) -> nw.Expr:
        """Return where the day is *day* or earlier; never null."""
        most = datetime.combine(day, time.max) if self.is_moment else day
        return (self.column <= most).fill_null(value=False)

    def after(self, day: date) -> nw.Expr:
        """Return where the day is later than *day*; never null."""
        return ~self.not_after(day) & ~self.column.is_null()

    def later_than(self, other: Day) -> nw.Expr:
        """Return where the day is later than that of another column; never null."""
        if self.is_moment or other.is_moment:
            return (self._midnight > other._midnight).fill_null(value=False)
        return (self.column > other.column).fill_null(value=False)

    @property
    def _midnight(self) -> nw.Expr:
        if self.is_moment:
            return self.column.dt.truncate("1d")
        return self.column.cast(nw.Datetime("us"))
