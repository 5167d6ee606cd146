"""The status of labels on a day, for every row of a data frame."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from icluster._fields import check_day, check_type
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.frames._engines import (
    as_mapping,
    is_view,
    nw,
    refuse_column,
    refuse_missing,
    refuse_taken,
    says_nothing,
    unwrapped,
    wrapped,
)
from icluster.frames._holders import Holders, as_day
from icluster.frames._label_rows import Day, Label, by_tier
from icluster.labels import LabelEdition, LabelScheme, Term
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Mapping


FrameT = TypeVar("FrameT")

_END, _TIER, _FIRST, _LAST = "valid_until", "tier", "begins_first", "begins_last"
_EDITION: Final = "edition"
_NAMES: Final = (_END, _TIER, _FIRST, _LAST, _EDITION)


def label_status(
    frame: FrameT,
    terms: LabelScheme | LabelEdition | Term,
    *,
    on: date,
    columns: Mapping[str, str | Missing] | None = None,
    holder: str | None = None,
    prefix: str = "",
) -> FrameT:
    """Add the status that the label of every row has on a day.

    ``status`` holds `icluster.labels.LabelStatus` as text; where several are
    possible they are joined by ``|`` in the order in which a label passes through
    them. It is never null: of a row without an end every status is possible.

    Without a *holder* a row is looked at alone, as of a holder of one label. With one
    it is looked at with the other rows of its holder, as
    `icluster.labels.LabelRegister.awards_on` does: a label that was renewed or followed
    is ``succeeded``. Where a row of a holder does not tell a label whole, all of that
    holder's may be.

    ``outside_domain`` counts what a row says that cannot be: a tier of which *terms*
    say nothing, which leaves open how long the label may be renewed; an edition that
    has no term for the tier, after which any may hold; and days that contradict each
    other (a start after the end, or a first possible start after the last), which leave
    every status possible.

    Args:
        frame: A frame of any engine, a row a label. What is lazy stays lazy.
        terms: The terms of an edition, or of a scheme, of which any edition may hold,
            with a column that says the tier as
            `icluster.labels.LabelTier` does; or the term of the one tier that the
            frame is about. Where a column says the tier nevertheless, it is held
            against the term; null is taken for the tier of the term.
        on: The day.
        columns: Names of the columns that are not called ``valid_until`` (the
            last day, a date), ``tier`` (text), ``edition`` (the key of the edition of
            the terms, text), ``begins_first`` and ``begins_last`` (the first and the
            last day on which the label may have begun, dates), or `Missing.UNKNOWN`
            for what no column says. The last three may be missing, those two together:
            then any edition may hold, of which no start is known.
        holder: The column that tells holders apart, by their key or name as text. A
            row without one is looked at alone. The frame must be eager.
        prefix: Put before ``status`` and ``outside_domain``.

    Raises:
        InvalidValueError: A column that should hold dates or tiers holds something
            else, *on* is no day, a column would be overwritten, or the frame is lazy
            and labels are told by holder.
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
        >>> renewed = pl.DataFrame(
        ...     {
        ...         "holder": ["A", "A"],
        ...         "valid_until": [date(2018, 5, 4), date(2021, 5, 4)],
        ...         "begins_first": [date(2016, 5, 4), date(2018, 5, 4)],
        ...         "begins_last": [date(2016, 5, 4), date(2018, 5, 4)],
        ...     }
        ... )
        >>> label_status(
        ...     renewed,
        ...     esca.SAME_DAY.term(LabelTier.BRONZE),
        ...     on=date(2018, 5, 5),
        ...     holder="holder",
        ... )["status"].to_list()
        ['succeeded', 'valid']
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
    if holder is not None:
        holders = _holders(view, column_of, holder, terms)
        statuses = holders.statuses(scored[added[0]].to_list(), on)
        engine = scored.implementation
        scored = scored.with_columns(
            nw.new_series(added[0], statuses, nw.String(), backend=engine)
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
        if column is not Missing.UNKNOWN
        and (name in needed or column in present)
        and not (name == _EDITION and isinstance(terms, Term))
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
) -> Label:
    parts: dict[str, Any] = {}
    unread: list[str] = []
    schema = frame.collect_schema()
    for name, column in column_of.items():
        if isinstance(schema[column], nw.Unknown) and isinstance(frame, nw.LazyFrame):
            unread.append(column)  # nobody can say now that it is null throughout
        elif not says_nothing(frame, column):
            read = _READS.get(name, Day.of)
            parts[name] = read(frame, column)
    return Label(
        end=parts.get(_END),
        tier=parts.get(_TIER),
        edition=parts.get(_EDITION),
        first=parts.get(_FIRST),
        last=parts.get(_LAST),
        terms=by_tier(_editions(terms)),
        assumed=isinstance(terms, Term),
        unread=tuple(unread),
    )


def _holders(
    frame: Any,
    column_of: Mapping[str, str],
    holder: str,
    terms: LabelScheme | LabelEdition | Term,
) -> Holders:
    refuse_missing([holder], frame.collect_schema())
    if isinstance(frame, nw.LazyFrame):
        expected = "eager where labels are told by holder: collect it first"
        raise InvalidValueError("frame", expected, str(frame.implementation))
    if not says_nothing(frame, holder):
        _text(frame, holder, "of text, such as names of holders")
    cells = {name: _cells(frame, column) for name, column in column_of.items()}
    return Holders(
        cells=cells,
        names=_cells(frame, holder),
        editions=_editions(terms),
        assumed=terms.tier if isinstance(terms, Term) else None,
    )


def _cells(frame: Any, column: str) -> list[Any]:
    """Return what each row says, days as dates; None where it says nothing."""
    missing = frame[column].is_null().to_list()
    return [
        None if is_missing else as_day(value)
        for value, is_missing in zip(frame[column].to_list(), missing, strict=True)
    ]


def _editions(terms: LabelScheme | LabelEdition | Term) -> tuple[LabelEdition, ...]:
    """Return the editions of which any may hold; one, where there is but a term."""
    if isinstance(terms, LabelScheme):
        return terms.editions
    if isinstance(terms, Term):
        return (LabelEdition(key="only", terms=(terms,)),)
    return (terms,)


def _text(frame: Any, column: str, expected: str) -> nw.Expr:
    dtype = frame.collect_schema()[column]
    if not isinstance(dtype, (nw.String, nw.Categorical, nw.Enum)):
        refuse_column(column, expected, dtype)
    as_it_is = isinstance(dtype, nw.String) and not is_view(frame, column)
    return nw.col(column) if as_it_is else nw.col(column).cast(nw.String())


def _tier(frame: Any, column: str) -> nw.Expr:
    return _text(frame, column, "of text, as LabelTier writes it")


def _edition(frame: Any, column: str) -> nw.Expr:
    return _text(frame, column, "of text, as the key of an edition is")


_READS: Final = MappingProxyType({_TIER: _tier, _EDITION: _edition})
"""How columns are read that hold no days."""
