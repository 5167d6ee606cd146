"""The status of labels on a day, for every row of a data frame."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar, cast

import narwhals.stable.v2 as nw

from icluster._fields import check_day
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.frames._cells import SEPARATOR
from icluster.frames._frames import as_mapping, refuse_missing, refuse_taken, wrapped
from icluster.labels import LabelEdition, LabelStatus, Term
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["label_status"]


def __dir__() -> list[str]:
    return __all__


FrameT = TypeVar("FrameT")

_NAMES = ("valid_until", "tier", "begins_first", "begins_last")


def label_status(
    frame: FrameT,
    terms: LabelEdition | Term,
    *,
    on: date,
    columns: Mapping[str, str] | None = None,
    prefix: str = "",
) -> FrameT:
    """Add the status that the label of every row has on a day.

    ``status`` holds `icluster.labels.awards.LabelStatus` as text; where several are
    possible they are joined by ``|`` in the order in which a label passes through
    them. It is never null: of a row without an end every status is possible.

    Args:
        frame: A frame of any engine, a row a label. What is lazy stays lazy.
        terms: The terms of an edition, with a column that says the tier as
            `icluster.labels.terms.LabelTier` does; or the term of the one tier that the
            frame is about.
        on: The day.
        columns: Names of the columns that are not called ``valid_until`` (the
            last day, a date), ``tier`` (text), ``begins_first`` and
            ``begins_last`` (the first and the last day on which the label may
            have begun, dates). The last two may be missing, together: then no
            start is known.
        prefix: Put before ``status``, and before ``outside_domain``, which an
            edition adds: 1 where it has no term for the tier that is said.

    Raises:
        InvalidValueError: A column that should hold dates holds something else,
            *on* is no day, or a column would be overwritten.
        UnknownNameError: A column is not there.

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
    if not isinstance(terms, (LabelEdition, Term)):
        raise InvalidValueError("terms", "a LabelEdition or a Term", terms)
    given = wrapped(frame)
    schema = given.collect_schema()
    names = _found(
        as_mapping(columns), schema, needs_tier=isinstance(terms, LabelEdition)
    )
    added = {f"{prefix}status": _status(names, schema, terms, on)}
    if isinstance(terms, LabelEdition):
        tiers = [term.tier.value for term in terms.terms]
        tier = nw.col(names["tier"])
        known = tier.is_in(tiers).fill_null(value=False)
        outside = ~tier.is_null() & ~known
        added[f"{prefix}outside_domain"] = outside.cast(nw.Int64())
    refuse_taken(tuple(added), given, prefix)
    scored = given.with_columns(
        *(expression.alias(name) for name, expression in added.items())
    )
    return cast("FrameT", scored if frame is given else scored.to_native())


def _found(
    columns: Mapping[str, str], schema: Mapping[str, Any], *, needs_tier: bool
) -> dict[str, str]:
    for name in columns:
        if name not in _NAMES:
            raise UnknownNameError("column of a label", name, _NAMES)
    names = {name: columns.get(name, name) for name in _NAMES}
    needed = ["valid_until", *(["tier"] if needs_tier else [])]
    if any(names[name] in schema for name in _NAMES[2:]):
        needed += _NAMES[2:]
    else:
        names = {name: names[name] for name in _NAMES[:2]}
    wanted = dict.fromkeys((*needed, *columns))
    refuse_missing((columns.get(name, name) for name in wanted), schema)
    return names


def _joined(*statuses: LabelStatus) -> nw.Expr:
    return nw.lit(SEPARATOR.join(status.value for status in statuses))


def _status(
    names: Mapping[str, str],
    schema: Mapping[str, Any],
    terms: LabelEdition | Term,
    on: date,
) -> nw.Expr:
    end = _Day(names["valid_until"], schema)
    begun: Any = _joined(LabelStatus.NOT_YET, LabelStatus.VALID)
    if "begins_last" in names:
        first = _Day(names["begins_first"], schema)
        last = _Day(names["begins_last"], schema)
        begun = (
            nw.when(last.not_after(on))
            .then(_joined(LabelStatus.VALID))
            .otherwise(
                nw.when(first.after(on))
                .then(_joined(LabelStatus.NOT_YET))
                .otherwise(begun)
            )
        )
    ended: Any = _joined(LabelStatus.RENEWABLE, LabelStatus.LAPSED)
    if isinstance(terms, Term):
        ended = _ended(end, terms, on, ended)
    else:
        for term in terms.terms:
            tier = (nw.col(names["tier"]) == term.tier.value).fill_null(value=False)
            ended = nw.when(tier).then(_ended(end, term, on, ended)).otherwise(ended)
    return (
        nw.when(end.column.is_null())
        .then(_joined(*LabelStatus))
        .otherwise(nw.when(end.not_before(on)).then(begun).otherwise(ended))
    )


def _ended(end: _Day, term: Term, on: date, unknown: Any) -> Any:
    earliest = term.earliest_renewable(on=on)
    if isinstance(earliest, Missing):
        return unknown
    return (
        nw.when(end.not_before(earliest))
        .then(_joined(LabelStatus.RENEWABLE))
        .otherwise(_joined(LabelStatus.LAPSED))
    )


class _Day:
    """A column of dates, or of moments without a time zone, compared by day."""

    def __init__(self, name: str, schema: Mapping[str, Any]) -> None:
        dtype = schema[name]
        self.column = nw.col(name)
        self.is_moment = isinstance(dtype, nw.Datetime) and dtype.time_zone is None
        if not self.is_moment and not isinstance(dtype, nw.Date):
            expected = "of dates, or of moments without a time zone"
            raise InvalidValueError(f"column {name!r}", expected, str(dtype))

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
