"""A register of labels: who holds what until when, asked about any day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from icluster._fields import (
    all_of,
    check_day,
    check_type,
    instance_of,
    is_day_or_none,
    to_tuple,
)
from icluster.dates import PartialPeriod, months_after
from icluster.errors import Fault, InvalidValueError
from icluster.labels._awards import LabelAward, LabelStatus
from icluster.labels._counts import (
    GROUPINGS,
    Grouping,
    StatusCounts,
    TimelineStep,
    counts_table,
    statuses_table,
    timeline_steps,
)
from icluster.labels._histories import histories, renewals
from icluster.labels._parts import Parted
from icluster.labels._portfolios import Portfolio
from icluster.labels._schemes import LabelEdition, check_editions, to_editions
from icluster.labels._standings import Standings
from icluster.labels._succession import Outcome
from icluster.labels._terms import Term
from icluster.regions import Region
from icluster.sources import Cited, Source, are_cited, to_cited
from icluster.tables import Table
from icluster.vocabularies import Missing
from icluster.words import (
    ENGLISH,
    Language,
    Quoted,
    Sentence,
    Worded,
    either,
    filed,
    say,
)

if TYPE_CHECKING:
    from typing import Self

__all__ = ["LabelRegister"]

K = TypeVar("K", bound=Portfolio | Region | Missing)


def _to_ordered(awards: Iterable[LabelAward]) -> tuple[LabelAward, ...]:
    several = to_tuple(awards)
    try:
        return tuple(sorted(several, key=_place))
    except (AttributeError, TypeError):
        return several  # for the validator to refuse


def _place(award: LabelAward) -> tuple[str, str, date, str]:
    name = award.holder.name
    return filed(name), name, award.valid_until, award.tier.value


@frozen(kw_only=True)
class LabelRegister(Worded, Parted):
    """Label awards in the order in which a person would list them.

    What is asked about is what holders have: a holder, told by its key or else by
    its name, has of each tier one label at most. A label that was renewed, or
    followed by one of a higher tier, is counted no more. Registers are equal where
    all in them is.

    Attributes:
        awards: The awards, in order; accents and case do not matter to it.
        editions: The terms that may hold: an award that names no edition may be of
            each that its possible dates of award allow.
        source: The document the register was read from, or None.
        snapshot: The day it shows, or None: from then on, what it lists is awarded.
        coverage: From when until when labels were entered, as far as it says.
        beside: Awards that it does not list but that tell what became of those it
            lists. A part of a register keeps here what else its holders have.
        citations: Where each field but the awards was read.

    Raises:
        InvalidValueError: There is no edition, or a key stands twice; or none of
            them, or not the one that an award names, has a term for its tier.

    Example:
        >>> from icluster.reference import mexico
        >>> len(mexico.BRONZE_LABELS), mexico.BRONZE_LABELS[0].holder.name
        (35, 'Aerospace Alliance of Baja California')
        >>> print(mexico.BRONZE_LABELS)
        35 awards, valid until 2014-10-15 to 2018-11-22
    """

    awards: tuple[LabelAward, ...] = field(
        converter=_to_ordered, validator=all_of(LabelAward)
    )
    editions: tuple[LabelEdition, ...] = field(
        converter=to_editions, validator=[all_of(LabelEdition), check_editions]
    )
    source: Source | None = field(
        default=None, validator=instance_of(Source, or_one_of=(None,))
    )
    snapshot: date | None = field(default=None, validator=is_day_or_none)
    coverage: PartialPeriod = field(
        factory=PartialPeriod, validator=instance_of(PartialPeriod)
    )
    beside: tuple[LabelAward, ...] = field(
        default=(), converter=_to_ordered, validator=all_of(LabelAward)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        pairs = [
            (edition.key, term.tier)
            for edition in self.editions
            for term in edition.terms
        ]
        possible = {*pairs, *((Missing.UNKNOWN, tier) for _, tier in pairs)}
        awards = (*self.awards, *self.beside)
        named = dict.fromkeys((award.edition, award.tier) for award in awards)
        keys = [key for key, _ in pairs]
        faults: list[Fault] = []
        for edition, tier in (pair for pair in named if pair not in possible):
            expected = say("with a term for {}", tier)
            if not isinstance(edition, Missing):
                expected = say("with a term of {} for {}", Quoted(edition), tier)
            faults.append(Fault("editions", "reference", expected, keys))
        if faults:
            raise InvalidValueError.of(faults)

    def said(self) -> Sentence:
        """Return how many awards there are and when they end, as a sentence."""
        if not self.awards:
            return say("no awards")
        ends = [award.valid_until for award in self.awards]
        if min(ends) == max(ends):
            return say("{} {0?award|awards}, valid until {}", len(ends), ends[0])
        return say(
            "{} {0?award|awards}, valid until {} to {}", len(ends), min(ends), max(ends)
        )

    def terms_of(self, award: LabelAward) -> tuple[Term, ...]:
        """Return the terms that may hold for an award.

        They are those of the edition that it names; else of each edition that may
        have been in force on a day on which it may have been awarded. Where none
        was, nobody knows, and all may hold.

        Example:
            >>> from icluster.reference import mexico
            >>> register = mexico.BRONZE_LABELS
            >>> [term.convention.value for term in register.terms_of(register[0])]
            ['same_day', 'end_of_month']
        """
        first, last = award.starts
        terms = [
            (edition, term)
            for edition in self.editions
            for term in edition.terms
            if term.tier is award.tier
            and award.edition in (edition.key, Missing.UNKNOWN)
        ]
        in_force = tuple(
            term
            for edition, term in terms
            if edition.in_force.may_have_begun(last)
            and not edition.in_force.surely_over(first)
        )
        return in_force or tuple(term for _, term in terms)

    def statuses(self, *, on: date) -> tuple[Outcome, ...]:
        """Return what each holder has of each tier on a day: all that is possible.

        There is one for each history of `histories(by_tier=True)`, in their order. A
        label that a higher one followed is succeeded.

        Example:
            >>> from icluster.reference import mexico
            >>> statuses = mexico.BRONZE_LABELS.statuses(on=date(2018, 5, 4))
            >>> [status.value for status in statuses[0]]
            ['not_yet', 'valid']
        """
        check_day("on", on)
        return self._standings.statuses(on)

    def standings(
        self, *, on: date
    ) -> tuple[tuple[tuple[LabelAward, ...], Outcome], ...]:
        """Return the `statuses`, each with the awards that it may rest on.

        Example:
            >>> from icluster.reference import mexico
            >>> register, day = mexico.BRONZE_LABELS, date(2018, 5, 4)
            >>> register.standings(on=day)[0][0] == (register[0],)
            True
        """
        statuses = self.statuses(on=on)
        return tuple(zip(self._standings.rests_on(on), statuses, strict=True))

    def awards_on(self, on: date) -> tuple[tuple[LabelAward, Outcome], ...]:
        """Return every award with what it may be on a day, in the order of the awards.

        One that was renewed or followed is succeeded. It counts nowhere.

        Example:
            >>> from icluster.reference import mexico
            >>> award, statuses = mexico.BRONZE_LABELS.awards_on(date(2018, 5, 5))[0]
            >>> [status.value for status in statuses]
            ['renewable']
        """
        check_day("on", on)
        return self._standings.by_award(on)

    def counts(self, *, on: date) -> StatusCounts:
        """Return how many labels of holders may have each status on a day.

        What cannot be at once is not counted as if it were: where it is not known
        when a higher label followed, one of both is valid, not two.
        """
        check_day("on", on)
        return self._standings.counts(on)

    def valid(self, *, on: date) -> Self:
        """Return the part of the register that may be valid on a day.

        Without dates of award this is every label not yet ended: at most so
        many are valid.

        Example:
            >>> from icluster.reference import mexico
            >>> len(mexico.BRONZE_LABELS.valid(on=date(2018, 9, 30)))
            4
        """
        return self.with_status(LabelStatus.VALID, on=on)

    def with_status(
        self, status: LabelStatus, *, on: date, surely: bool = False
    ) -> Self:
        """Return the awards of holders that may have *status*, or *surely* have it.

        Raises:
            InvalidValueError: *status* is no `LabelStatus`.

        Example:
            >>> from icluster.reference import mexico
            >>> register, day = mexico.BRONZE_LABELS, date(2018, 9, 30)
            >>> len(register.with_status(LabelStatus.VALID, on=day, surely=True))
            0
        """
        check_type("status", status, LabelStatus)
        statuses = self.statuses(on=on)
        chosen = {
            id(award)
            for history, possible in zip(
                self.histories(by_tier=True), statuses, strict=True
            )
            if (possible == (status,) if surely else status in possible)
            for award in history
        }
        return self._only(
            award
            for award, possible in self.awards_on(on)
            if id(award) in chosen and status in possible
        )

    def histories(self, *, by_tier: bool = False) -> tuple[tuple[LabelAward, ...], ...]:
        """Return the labels of each holder, or holder and tier, by their ends.

        Holders are told apart by their keys, or else by their names.

        Example:
            >>> from icluster.reference import mexico
            >>> [len(history) for history in mexico.BRONZE_LABELS.histories()[:3]]
            [1, 1, 1]
        """
        return histories(self.awards, by_tier=by_tier)

    def renewals(self) -> tuple[tuple[LabelAward, LabelAward], ...]:
        """Return the labels that were renewed, each with its renewal.

        Only what is certain: no label that the register may lack lies between.

        Example:
            >>> from icluster.reference import mexico
            >>> mexico.BRONZE_LABELS.renewals()
            ()
        """
        return tuple(
            pair
            for history in self.histories(by_tier=True)
            for pair in renewals(history, self.terms_of)
        )

    def lapsing(self, *, on: date, months: int) -> Self:
        """Return the part that may be valid on a day and lapse within *months*.

        A label whose last day is *on* itself, or the same day *months* later,
        is among them; one that has been renewed or followed by its last day is not.

        Raises:
            InvalidValueError: *months* is not 0 or more.

        Example:
            >>> from icluster.reference import mexico
            >>> soon = mexico.BRONZE_LABELS.lapsing(on=date(2018, 9, 30), months=1)
            >>> [award.holder.name.partition(" ")[0] for award in soon]
            ['AIMSI', 'Cluster', 'Cluster']
        """
        if isinstance(months, bool) or not isinstance(months, int) or months < 0:
            raise InvalidValueError("months", "a number from 0 on", months)
        check_day("on", on)
        latest = min(months_after(on, months), date.max - timedelta(days=1))
        return self._only(self._standings.lapsing(on, latest))

    def timeline(self, *, since: date, until: date) -> tuple[TimelineStep, ...]:
        """Return how many labels were valid when, from *since* to *until* included.

        There is a step for each change.

        Raises:
            InvalidValueError: It ends before it begins.

        Example:
            >>> from icluster.reference import mexico
            >>> steps = mexico.BRONZE_LABELS.timeline(
            ...     since=date(2018, 10, 1), until=date(2018, 12, 31)
            ... )
            >>> for step in steps:
            ...     print(step)
            2018-10-01 to 2018-10-18: 0 to 2
            2018-10-19 to 2018-11-22: 0 to 1
            2018-11-23 to 2018-12-31: 0
        """
        standings = self._standings
        return timeline_steps(
            standings.lone, standings.families, self.snapshot, since, until
        )

    def table(self, *, on: date, language: Language = ENGLISH) -> Table:
        """Return what each holder has of each tier on a day.

        Example:
            >>> from icluster.reference import mexico
            >>> table = mexico.BRONZE_LABELS.table(on=date(2018, 10, 18))
            >>> table.records()[1]["status"]
            'Not yet awarded or Valid'
        """
        return statuses_table(self.standings(on=on), on, language)

    def counts_table(
        self, *, on: date, by: Grouping = "portfolio", language: Language = ENGLISH
    ) -> Table:
        """Return how many labels may have each status, by what they are of.

        Args:
            on: The day.
            by: ``"portfolio"``, ``"country"``, ``"region"`` or ``"tier"``.
            language: The language.

        Raises:
            InvalidValueError: *by* is none of these, or *on* no day.

        Example:
            >>> from icluster.reference import mexico
            >>> table = mexico.BRONZE_LABELS.counts_table(on=date(2018, 9, 30))
            >>> (ict,) = [row for row in table.records() if row["group"] == "ICT"]
            >>> ict["valid_lowest"], ict["valid_highest"]
            (0, 2)
        """
        if by not in GROUPINGS:
            raise InvalidValueError("by", say("{}", either(map(Quoted, GROUPINGS))), by)
        groups: Iterable[tuple[object, Self]] = getattr(self, f"by_{by}")()
        counts = [(key, part.counts(on=on)) for key, part in groups]
        return counts_table(counts, self.counts(on=on), by, language)

    @cached_property
    def _standings(self) -> Standings:
        unsaid = PartialPeriod()
        return Standings(
            self.awards,
            self.beside,
            terms_of=self.terms_of,
            dated=any(edition.in_force != unsaid for edition in self.editions),
            snapshot=self.snapshot,
        )
