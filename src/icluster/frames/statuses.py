"""The status of labels on a day, for every row of a data frame."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

import narwhals.stable.v2 as nw

from icluster._fields import check_day
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.frames._frames import (
    as_mapping,
    is_view,
    refuse_missing,
    refuse_taken,
    says_nothing,
    wrapped,
)
from icluster.frames._labels import Day, Label
from icluster.labels import LabelEdition, Term
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["label_status"]


def __dir__() -> list[str]:
    return __all__


FrameT = TypeVar("FrameT")

_END, _TIER, _FIRST, _LAST = "valid_until", "tier", "begins_first", "begins_last"
_NAMES = (_END, _TIER, _FIRST, _LAST)


def label_status(
    frame: FrameT,
    terms: LabelEdition | Term,
    *,
    on: date,
    columns: Mapping[str, str | Missing] | None = None,
    prefix: str = "",
) -> FrameT:
    """Add the status that the label of every row has on a day.

    ``status`` holds `icluster.labels.LabelStatus` as text; where several are
    possible they are joined by ``|`` in the order in which a label passes through
    them. It is never null: of a row without an end every status is possible.

    ``outside_domain`` counts what a row says that cannot be: a tier of which *terms*
    say nothing, which leaves open how long the label may be renewed; and days that
    contradict each other (a start after the end, or a first possible start after the
    last), which leave every status possible.

    Args:
        frame: A frame of any engine, a row a label. What is lazy stays lazy.
        terms: The terms of an edition, with a column that says the tier as
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
    added = f"{prefix}status", f"{prefix}outside_domain"
    refuse_taken(added, given, prefix)
    names = _found(given, as_mapping(columns), terms)
    view = _with_days(given, names) if given.implementation.is_pandas() else given
    label = _label(view, names, terms)
    status, outside = label.status(on), label.outside()
    scored = view.with_columns(status.alias(added[0]), outside.alias(added[1]))
    if view is not given:
        native = scored.to_native()
        arrays = {name: native[name].array for name in added}
        scored = nw.from_native(given.to_native().assign(**arrays))
    return cast("FrameT", scored if frame is given else scored.to_native())


def _found(
    frame: Any, columns: Mapping[Any, Any], terms: LabelEdition | Term
) -> dict[str, str]:
    """Return the columns that there are, each by what it says."""
    for name in columns:
        if name not in _NAMES:
            raise UnknownNameError("column of a label", name, _NAMES)
    schema = frame.collect_schema()
    there = [*schema]  # a list, as names that have no hash are asked for too
    names = {name: columns.get(name, name) for name in _NAMES}
    needed = {_END, *columns}
    if isinstance(terms, LabelEdition):
        needed.add(_TIER)
    if any(names[name] in there for name in (_FIRST, _LAST)):
        needed |= {_FIRST, _LAST}
    said = {
        name: column
        for name, column in names.items()
        if column is not Missing.UNKNOWN and (name in needed or column in there)
    }
    refuse_missing(said.values(), schema)
    return said


def _with_days(frame: Any, names: Mapping[str, str]) -> Any:
    """Return a pandas frame with a type for columns of objects that are days."""
    native = frame.to_native()
    days = {
        name: native[name].astype("datetime64[us]")
        for name in {names[each] for each in (_END, _FIRST, _LAST) if each in names}
        if native[name].dtype == object
        and not native[name].isna().all()
        and native[name].dropna().map(_is_day).all()
    }
    return nw.from_native(native.assign(**days)) if days else frame


def _is_day(value: object) -> bool:
    return isinstance(value, date) and getattr(value, "tzinfo", None) is None


def _label(frame: Any, names: Mapping[str, str], terms: LabelEdition | Term) -> Label:
    several = terms.terms if isinstance(terms, LabelEdition) else (terms,)
    found: dict[str, Any] = {}
    unread = []
    schema = frame.collect_schema()
    for name, column in names.items():
        if isinstance(schema[column], nw.Unknown) and isinstance(frame, nw.LazyFrame):
            unread.append(column)  # nobody can say now that it is null throughout
        elif not says_nothing(frame, column):
            kind = _tier if name == _TIER else Day.of
            found[name] = kind(frame, column)
    return Label(
        end=found.get(_END),
        tier=found.get(_TIER),
        first=found.get(_FIRST),
        last=found.get(_LAST),
        terms=several,
        assumed=isinstance(terms, Term),
        unread=tuple(unread),
    )


def _tier(frame: Any, column: str) -> nw.Expr:
    dtype = frame.collect_schema()[column]
    if not isinstance(dtype, (nw.String, nw.Categorical, nw.Enum)):
        expected = "of text, as LabelTier writes it"
        raise InvalidValueError(f"column {column!r}", expected, str(dtype))
    as_it_is = isinstance(dtype, nw.String) and not is_view(frame, column)
    return nw.col(column) if as_it_is else nw.col(column).cast(nw.String())
