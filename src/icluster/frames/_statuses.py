"""The status of labels on a day, for every row of a data frame."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from attrs import frozen

from icluster._fields import check_day, check_type
from icluster.errors import UnknownNameError
from icluster.frames._cells import SEPARATOR
from icluster.frames._engines import (
    as_mapping,
    how_many,
    is_view,
    nw,
    refuse_column,
    refuse_missing,
    refuse_taken,
    says_nothing,
    unwrapped,
    wrapped,
)
from icluster.labels import LabelEdition, LabelScheme, LabelStatus, LabelTier, Term
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Mapping


FrameT = TypeVar("FrameT")

_END, _TIER, _FIRST, _LAST = "valid_until", "tier", "begins_first", "begins_last"
_NAMES: Final = (_END, _TIER, _FIRST, _LAST)


def label_status(
    frame: FrameT,
    terms: LabelScheme | LabelEdition | Term,
    *,
    on: date,
    columns: Mapping[str, str | Missing] | None = None,
    prefix: str = "",
) -> FrameT:
    """Add the status that the label of every row has on a day.

    ``status`` holds `icluster.labels.LabelStatus` as text; where several are
    possible they are joined by ``|`` in the order in which a label passes through
    them. It is never null: of a row without an end every status is possible.

    A row is looked at alone, as of a holder of one label: what was renewed or followed
    is told by `icluster.labels.LabelRegister`, which knows the other rows.

    ``outside_domain`` counts what a row says that cannot be: a tier of which *terms*
    say nothing, which leaves open how long the label may be renewed; and days that
    contradict each other (a start after the end, or a first possible start after the
    last), which leave every status possible.

    Args:
        frame: A frame of any engine, a row a label. What is lazy stays lazy.
        terms: The terms of an edition, or of a scheme, of which any edition may hold,
            with a column that says the tier as
            `icluster.labels.LabelTier` does; or the term of the one tier that the
            frame is about. Where a column says the tier nevertheless, it is held
            against the term; null is taken for the tier of the term.
        on: The day.
        columns: Names of the columns that are not called ``valid_until`` (the
            last day, a date), ``tier`` (text), ``begins_first`` and
            ``begins_last`` (the first and the last day on which the label may
            have begun, dates), or `Missing.UNKNOWN` for what no column says. The
            last two may be missing, together: then no start is known.
        prefix: Put before ``status`` and ``outside_domain``.

    Raises:
        InvalidValueError: A column that should hold dates or tiers holds something
            else, *on* is no day, or a column would be overwritten.
        UnknownNameError: A column is not there.
        MissingExtraError: narwhals is not installed.

    Example:
        >>> import polars as pl
        >>> from icluster.labels import LabelTier
        >>> from icluster.reference import esca
        >>> frame = pl.DataFrame({"valid_until": [date(2018, 5, 4), None]})
        >>> label_status(
        ...     frame, esca.SAME_DAY.term(LabelTier.BRONZE), on=date(2018, 5, 5)
        ... )["status"].to_list()
        ['renewable', 'not_yet|valid|renewable|lapsed']
    """
    check_day("on", on)
    check_type("terms", terms, LabelScheme, LabelEdition, Term)
    wrapped_frame = wrapped(frame)
    added = f"{prefix}status", f"{prefix}outside_domain"
    refuse_taken(added, wrapped_frame, prefix)
    column_of = _columns(wrapped_frame, as_mapping(columns), terms)
    is_pandas = wrapped_frame.implementation.is_pandas()
    view = _with_days(wrapped_frame, column_of) if is_pandas else wrapped_frame
    label = _label(view, column_of, terms)
    scored = view.with_columns(
        label.status(on).alias(added[0]), label.outside().alias(added[1])
    )
    if view is not wrapped_frame:
        native = scored.to_native()
        arrays = {name: native[name].array for name in added}
        scored = nw.from_native(wrapped_frame.to_native().assign(**arrays))
    return cast("FrameT", unwrapped(scored, frame, wrapped_frame))


def _columns(
    frame: Any, columns: Mapping[Any, Any], terms: LabelScheme | LabelEdition | Term
) -> dict[str, str]:
    """Return the columns that there are, each by what it says."""
    for name in columns:
        if name not in _NAMES:
            raise UnknownNameError("column of a label", name, _NAMES)
    schema = frame.collect_schema()
    present = [*schema]  # a list, as names that have no hash are asked for too
    names = {name: columns.get(name, name) for name in _NAMES}
    needed = {_END, *columns}
    if not isinstance(terms, Term):
        needed.add(_TIER)
    if any(names[name] in present for name in (_FIRST, _LAST)):
        needed |= {_FIRST, _LAST}
    column_of = {
        name: column
        for name, column in names.items()
        if column is not Missing.UNKNOWN and (name in needed or column in present)
    }
    refuse_missing(column_of.values(), schema)
    return column_of


def _with_days(frame: Any, column_of: Mapping[str, str]) -> Any:
    """Return a pandas frame with a type for columns of objects that are days."""
    native = frame.to_native()
    dates = {column_of[name] for name in (_END, _FIRST, _LAST) if name in column_of}
    days = {
        column: native[column].astype("datetime64[us]")
        for column in dates
        if native[column].dtype == object
        and not native[column].isna().all()
        and native[column].dropna().map(_is_day).all()
    }
    return nw.from_native(native.assign(**days)) if days else frame


def _is_day(value: object) -> bool:
    return isinstance(value, date) and getattr(value, "tzinfo", None) is None


def _label(
    frame: Any, column_of: Mapping[str, str], terms: LabelScheme | LabelEdition | Term
) -> _Label:
    parts: dict[str, Any] = {}
    unread: list[str] = []
    schema = frame.collect_schema()
    for name, column in column_of.items():
        if isinstance(schema[column], nw.Unknown) and isinstance(frame, nw.LazyFrame):
            unread.append(column)  # nobody can say now that it is null throughout
        elif not says_nothing(frame, column):
            read = _tier if name == _TIER else _Day.of
            parts[name] = read(frame, column)
    return _Label(
        end=parts.get(_END),
        tier=parts.get(_TIER),
        first=parts.get(_FIRST),
        last=parts.get(_LAST),
        terms=_by_tier(terms),
        assumed=isinstance(terms, Term),
        unread=tuple(unread),
    )


def _by_tier(
    terms: LabelScheme | LabelEdition | Term,
) -> tuple[tuple[Term, ...], ...]:
    """Return the terms of each tier: any of them may hold."""
    if isinstance(terms, Term):
        return ((terms,),)
    editions = terms.editions if isinstance(terms, LabelScheme) else (terms,)
    of_tier: dict[LabelTier, tuple[Term, ...]] = {}
    for term in (term for edition in editions for term in edition.terms):
        of_tier[term.tier] = (*of_tier.get(term.tier, ()), term)
    return tuple(of_tier.values())


def _tier(frame: Any, column: str) -> nw.Expr:
    dtype = frame.collect_schema()[column]
    if not isinstance(dtype, (nw.String, nw.Categorical, nw.Enum)):
        refuse_column(column, "of text, as LabelTier writes it", dtype)
    as_it_is = isinstance(dtype, nw.String) and not is_view(frame, column)
    return nw.col(column) if as_it_is else nw.col(column).cast(nw.String())


_ALONE = tuple(LabelStatus)[:-1]  # of a label that nothing is said to have followed


# --- what the columns say, as expressions -------------------------------------------


def _joined(*statuses: LabelStatus) -> nw.Expr:
    return nw.lit(SEPARATOR.join(status.value for status in statuses))


@frozen(eq=False)
class _Label:
    """What the columns say of a label; None where no column says it.

    Attributes:
        end: Its last day.
        tier: Its tier.
        first: First day on which it may have begun.
        last: Last day on which it may have begun.
        terms: The terms that may hold, each tier's together.
        assumed: Whether a row that says no tier is of the tier of the one term.
        unread: Columns whose engine says no type, as for nulls alone.
    """

    end: _Day | None
    tier: nw.Expr | None
    first: _Day | None
    last: _Day | None
    terms: tuple[tuple[Term, ...], ...]
    assumed: bool
    unread: tuple[str, ...]

    def status(self, on: date) -> nw.Expr:
        """Return the statuses that are possible, joined; never null."""
        everything = _joined(*_ALONE)
        if self.end is None:
            return everything
        valid = nw.when(self.end.not_before(on)).then(self._begun(self.end, on))
        status = valid.otherwise(self._ended(self.end, on))
        is_open = reduce(or_, self._contradictions(), self.end.column.is_null())
        return nw.when(is_open).then(everything).otherwise(status)

    def outside(self) -> Any:
        """Return how much of what a row says cannot be."""
        wrong = [~nw.col(name).is_null() for name in self.unread]
        if self.tier is not None:
            tiers = [term.tier.value for term, *_ in self.terms]
            has_term = self.tier.is_in(tiers).fill_null(value=False)
            wrong.append(~self.tier.is_null() & ~has_term)
        if contradictions := self._contradictions():
            wrong.append(reduce(or_, contradictions))
        return how_many(wrong)

    def _begun(self, end: _Day, on: date) -> Any:
        """Return what is possible until the end."""
        status: Any = _joined(LabelStatus.NOT_YET, LabelStatus.VALID)
        if self.first is not None:
            not_yet = nw.when(self.first.after(on)).then(_joined(LabelStatus.NOT_YET))
            status = not_yet.otherwise(status)
        if self.last is not None:
            # It has begun on its last day, whatever day is said.
            today = ~self.last.column.is_null() & end.not_after(on)
            begun = self.last.not_after(on) | today
            status = nw.when(begun).then(_joined(LabelStatus.VALID)).otherwise(status)
        return status

    def _ended(self, end: _Day, on: date) -> Any:
        """Return what is possible after the end."""
        status: Any = _joined(LabelStatus.RENEWABLE, LabelStatus.LAPSED)
        unknown = status
        for terms in self.terms:
            ended = _ended(end, terms, on, unknown)
            if self.tier is not None:
                # In pandas a null may be unequal to everything, and not null.
                same = (self.tier == terms[0].tier.value).fill_null(value=False)
                if self.assumed:
                    same = same | self.tier.is_null()
                status = nw.when(same).then(ended).otherwise(status)
            elif self.assumed:
                status = ended
        return status

    def _contradictions(self) -> list[nw.Expr]:
        """Return where days stand in the wrong order."""
        if self.first is None:
            return []
        later_days = (day for day in (self.last, self.end) if day is not None)
        return [self.first.later_than(day) for day in later_days]


def _ended(end: _Day, terms: tuple[Term, ...], on: date, unknown: Any) -> Any:
    ends = [term.renewable_ends(on=on) for term in terms]
    lapsed_before, surely_from = min(ends)[0], max(surely for _, surely in ends)
    status: Any = nw.when(end.not_before(surely_from))
    status = status.then(_joined(LabelStatus.RENEWABLE)).otherwise(unknown)
    lapsed = nw.when(end.not_before(lapsed_before)).then(status)
    return lapsed.otherwise(_joined(LabelStatus.LAPSED))


@frozen(eq=False)
class _Day:
    """A column of dates, or of moments without a time zone, compared by day."""

    column: nw.Expr
    is_moment: bool

    @classmethod
    def of(cls, frame: Any, name: str) -> _Day:
        """Find out what a column holds."""
        dtype = frame.collect_schema()[name]
        is_moment = isinstance(dtype, nw.Datetime) and dtype.time_zone is None
        if not is_moment and not isinstance(dtype, nw.Date):
            expected = (
                "of dates, or of moments without a time zone; make dates of texts first"
            )
            refuse_column(name, expected, dtype)
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

    def later_than(self, other: _Day) -> nw.Expr:
        """Return where the day is later than that of another column; never null."""
        if self.is_moment or other.is_moment:
            return (self._midnight > other._midnight).fill_null(value=False)
        return (self.column > other.column).fill_null(value=False)

    @property
    def _midnight(self) -> nw.Expr:
        if self.is_moment:
            return self.column.dt.truncate("1d")
        return self.column.cast(nw.Datetime("us"))
