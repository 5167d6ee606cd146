"""What a frame says of labels: statuses as expressions over its columns."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import reduce
from operator import and_, or_
from typing import Any

from attrs import frozen

from icluster.dates import PartialDate, PartialPeriod
from icluster.frames._cells import SEPARATOR
from icluster.frames._engines import how_many, nw, refuse_column
from icluster.labels import LabelEdition, LabelStatus, LabelTier, Term

__all__ = ["Day", "Label", "by_tier"]

_ALONE = tuple(LabelStatus)[:-1]  # of a label that nothing is said to have followed


@frozen
class _Terms:
    """A term, the key of its edition, and when that is in force."""

    edition: str
    in_force: PartialPeriod
    term: Term


def by_tier(editions: tuple[LabelEdition, ...]) -> tuple[tuple[_Terms, ...], ...]:
    """Return the terms of each tier: any of them may hold."""
    of_tier: dict[LabelTier, tuple[_Terms, ...]] = {}
    for edition in editions:
        for term in edition.terms:
            terms = _Terms(edition.key, edition.in_force, term)
            of_tier[term.tier] = (*of_tier.get(term.tier, ()), terms)
    return tuple(of_tier.values())


def _joined(*statuses: LabelStatus) -> nw.Expr:
    return nw.lit(SEPARATOR.join(status.value for status in statuses))


@frozen(eq=False)
class Label:
    """What the columns say of a label; None where no column says it.

    Attributes:
        end: Its last day.
        tier: Its tier.
        edition: Key of the edition of its terms.
        first: First day on which it may have begun.
        last: Last day on which it may have begun.
        terms: The terms that may hold, each tier's together.
        assumed: Whether a row that says no tier is of the tier of the one term.
        unread: Columns whose engine says no type, as for nulls alone.
    """

    end: Day | None
    tier: nw.Expr | None
    edition: nw.Expr | None
    first: Day | None
    last: Day | None
    terms: tuple[tuple[_Terms, ...], ...]
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
            tiers = [of_tier[0].term.tier.value for of_tier in self.terms]
            wrong.append(~self.tier.is_null() & ~_is_in(self.tier, tiers))
        if self.edition is not None:
            wrong.append(~self.edition.is_null() & ~self._has_term(self.edition))
        if contradictions := self._contradictions():
            wrong.append(reduce(or_, contradictions))
        return how_many(wrong)

    def _begun(self, end: Day, on: date) -> Any:
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

    def _ended(self, end: Day, on: date) -> Any:
        """Return what is possible after the end."""
        status: Any = _joined(LabelStatus.RENEWABLE, LabelStatus.LAPSED)
        unknown = status
        for terms in self.terms:
            ended = self._ended_by(end, terms, on, unknown)
            if self.tier is not None:
                same = self._is_of(terms[0].term.tier, self.tier)
                status = nw.when(same).then(ended).otherwise(status)
            elif self.assumed:
                status = ended
        return status

    def _ended_by(
        self, end: Day, terms: tuple[_Terms, ...], on: date, unknown: Any
    ) -> Any:
        """Return what is possible after the end by the terms that may hold."""
        holding = self._holding(end, terms)
        limits = [edition.term.renewable_ends(on=on) for edition in terms]
        may_be_renewed = [end.not_before(least) for least, _ in limits]
        may_have_lapsed = [~end.not_before(surely) for _, surely in limits]
        if holding is not None:
            may_be_renewed = [*map(and_, holding, may_be_renewed)]
            may_have_lapsed = [*map(and_, holding, may_have_lapsed)]
        status: Any = nw.when(reduce(or_, may_have_lapsed)).then(unknown)
        status = status.otherwise(_joined(LabelStatus.RENEWABLE))
        renewable = nw.when(reduce(or_, may_be_renewed)).then(status)
        return renewable.otherwise(_joined(LabelStatus.LAPSED))

    def _holding(self, end: Day, terms: tuple[_Terms, ...]) -> list[nw.Expr] | None:
        """Return where each of the terms may hold; None where all hold everywhere."""
        unsaid = PartialPeriod()
        holding: list[Any] = [nw.lit(value=True)] * len(terms)
        if self.edition is not None:
            named = _is_in(self.edition, [edition.edition for edition in terms])
            holding = [
                ~named | _is_in(self.edition, [edition.edition]) for edition in terms
            ]
        if all(edition.in_force == unsaid for edition in terms):
            return None if self.edition is None else holding
        dated = [
            holds & self._may_begin_in(edition.in_force, end)
            for holds, edition in zip(holding, terms, strict=True)
        ]
        # Where no edition was in force, nobody knows, and all of them may hold.
        is_any = reduce(or_, dated)
        return [
            in_force | (~is_any & holds)
            for in_force, holds in zip(dated, holding, strict=True)
        ]

    def _may_begin_in(self, period: PartialPeriod, end: Day) -> Any:
        may_begin: Any = nw.lit(value=True)
        if isinstance(period.begins, PartialDate):
            first = period.begins.first_day
            may_begin = may_begin & end.not_before(first)
            if self.last is not None:
                reaches = self.last.not_before(first) | self.last.column.is_null()
                may_begin = may_begin & reaches
        if isinstance(period.ends, PartialDate) and self.first is not None:
            may_begin = may_begin & ~self.first.after(period.ends.last_day)
        return may_begin

    def _is_of(self, tier: LabelTier, column: nw.Expr) -> Any:
        """Return where the label is of a tier."""
        same = _is_in(column, [tier.value])
        return same | column.is_null() if self.assumed else same

    def _has_term(self, edition: nw.Expr) -> Any:
        """Return where the edition that is named has a term for the tier."""
        keys = {of_edition.edition for terms in self.terms for of_edition in terms}
        has_term: Any = _is_in(edition, [*keys])
        if self.tier is not None:
            for terms in self.terms:
                of_tier = _is_in(edition, [of_edition.edition for of_edition in terms])
                is_other = ~self._is_of(terms[0].term.tier, self.tier)
                has_term = has_term & (is_other | of_tier)
        return has_term

    def _contradictions(self) -> list[nw.Expr]:
        """Return where days stand in the wrong order."""
        if self.first is None:
            return []
        later_days = (day for day in (self.last, self.end) if day is not None)
        return [self.first.later_than(day) for day in later_days]


def _is_in(column: nw.Expr, words: list[str]) -> Any:
    # In pandas a null may be unequal to everything, and not null.
    return column.is_in(words).fill_null(value=False)


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
