"""A register of labels: who holds what until when, asked about any day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from types import NoneType
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, field, frozen

from icluster._fields import (
    all_of,
    check_day,
    check_each,
    check_type,
    instance_of,
    is_day_or_none,
    to_tuple,
)
from icluster.dates import PartialPeriod, months_after
from icluster.errors import InvalidValueError
from icluster.labels._awards import (
    LabelAward,
    LabelStatus,
    awards_table,
    possible_statuses,
)
from icluster.labels._counts import (
    StatusCounts,
    TimelineStep,
    counts_table,
    timeline_steps,
)
from icluster.labels._histories import histories, may_be_last, renewals
from icluster.labels._portfolios import Portfolio
from icluster.labels._schemes import LabelEdition
from icluster.labels._terms import LabelTier
from icluster.regions import Region
from icluster.sources import Cited, Source, are_cited, to_cited
from icluster.tables import Table
from icluster.vocabularies import Missing
from icluster.words import ENGLISH, Language, Sentence, Worded, filed, say, worded

if TYPE_CHECKING:
    from collections.abc import Iterator
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
class LabelRegister(Worded):
    """Label awards in the order in which a person would list them.

    Accents and case do not matter to it. Awards of one holder are several rows.

    Attributes:
        awards: The awards, in order.
        edition: The terms that say how long a label may be renewed.
        source: The document the register was read from, or None.
        snapshot: The day it shows, or None: from then on, what it lists is awarded.
        coverage: From when until when labels were entered, as far as it says.
        citations: Where each field but the awards was read.

    Raises:
        InvalidValueError: The edition has no term for a tier that is listed.

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
    edition: LabelEdition = field(validator=instance_of(LabelEdition))
    source: Source | None = field(
        default=None, validator=instance_of(Source, or_one_of=(None,))
    )
    snapshot: date | None = field(default=None, validator=is_day_or_none)
    coverage: PartialPeriod = field(
        factory=PartialPeriod, validator=instance_of(PartialPeriod)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        tiers = {term.tier for term in self.edition.terms}
        for tier in {award.tier for award in self.awards} - tiers:
            expected = say("with a term for {}", tier)
            raise InvalidValueError("edition", expected, self.edition.key)

    def __len__(self) -> int:
        return len(self.awards)

    def __getitem__(self, place: int) -> LabelAward:
        check_type("place", place, int)
        return self.awards[place]

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

    def __iter__(self) -> Iterator[LabelAward]:
        return iter(self.awards)

    def statuses(self, *, on: date) -> tuple[tuple[LabelStatus, ...], ...]:
        """Return what each award may be on a day, in the order of the awards.

        Example:
            >>> from icluster.reference import mexico
            >>> statuses = mexico.BRONZE_LABELS.statuses(on=date(2018, 5, 4))
            >>> [status.value for status in statuses[0]]
            ['not_yet', 'valid']
        """
        check_day("on", on)
        begun = self.snapshot is not None and self.snapshot <= on
        terms = self.edition.term
        return tuple(possible_statuses(self.awards, on, term_of=terms, begun=begun))

    def counts(self, *, on: date) -> StatusCounts:
        """Return how many awards may have each status on a day."""
        return StatusCounts.of(self.statuses(on=on), on=on)

    def valid(self, *, on: date) -> Self:
        """Return the awards that may be valid on a day.

        Without dates of award this is every award not yet ended: at most so
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
        """Return the awards that may have *status* on a day, or *surely* have it.

        Raises:
            InvalidValueError: *status* is no `LabelStatus`.

        Example:
            >>> from icluster.reference import mexico
            >>> register, day = mexico.BRONZE_LABELS, date(2018, 9, 30)
            >>> len(register.with_status(LabelStatus.VALID, on=day, surely=True))
            0
        """
        check_type("status", status, LabelStatus)
        awards = zip(self.awards, self.statuses(on=on), strict=True)
        return self._only(
            award
            for award, possible in awards
            if (possible == (status,) if surely else status in possible)
        )

    def where(
        self,
        *,
        tier: LabelTier | None = None,
        portfolio: Portfolio | Missing | None = None,
        region: Region | Missing | None = None,
    ) -> Self:
        """Return the awards of a tier, a portfolio, a region; None takes all.

        `Missing.UNKNOWN` asks for those of which it is not known.

        Raises:
            InvalidValueError: One of them is given by its name or code.

        Example:
            >>> from icluster.reference import esca, mexico
            >>> food = esca.PORTFOLIOS.from_title("Food industry")
            >>> len(mexico.BRONZE_LABELS.where(portfolio=food))
            4
        """
        check_type("tier", tier, LabelTier, NoneType)
        check_type("portfolio", portfolio, Portfolio, Missing, NoneType)
        check_type("region", region, Region, Missing, NoneType)
        return self._only(
            award
            for award in self.awards
            if (tier is None or award.tier is tier)
            and (portfolio is None or award.portfolio == portfolio)
            and (region is None or award.holder.region == region)
        )

    def by_portfolio(self) -> tuple[tuple[Portfolio | Missing, Self], ...]:
        """Return one register a portfolio, in the order of the titles.

        Example:
            >>> from icluster.reference import mexico
            >>> for portfolio, register in mexico.BRONZE_LABELS.by_portfolio()[:2]:
            ...     print(portfolio.title, len(register))
            Aviation and space 2
            Creative industries 3
        """
        return self._grouped(lambda award: award.portfolio)

    def by_region(self) -> tuple[tuple[Region | Missing, Self], ...]:
        """Return one register a region, in the order of the codes.

        Awards whose region is not known come last, under `Missing`.

        Example:
            >>> from icluster.reference import mexico
            >>> [[region, register]] = mexico.BRONZE_LABELS.by_region()
            >>> region, len(register)
            (Missing.UNKNOWN, 35)
        """
        return self._grouped(lambda award: award.holder.region)

    def histories(self, *, by_tier: bool = False) -> tuple[tuple[LabelAward, ...], ...]:
        """Return the labels of each holder, or holder and tier, by their ends.

        Holders are told apart by their keys, or else by their names.

        Example:
            >>> from icluster.reference import mexico
            >>> [len(history) for history in mexico.BRONZE_LABELS.histories()[:3]]
            [1, 1, 1]
        """
        return histories(self.awards, by_tier=by_tier)

    def last_labels(self) -> tuple[tuple[LabelAward, ...], ...]:
        """Return the last label of each holder: all that may be it.

        The last is the one awarded last where all dates of award are known, else
        the one that ends last.

        Example:
            >>> from icluster.reference import mexico
            >>> [last] = mexico.BRONZE_LABELS.last_labels()[0]
            >>> print(last.valid_until)
            2018-05-04
        """
        return tuple(map(may_be_last, self.histories()))

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
            for pair in renewals(history, self.edition.term)
        )

    def placed(self, find: Callable[[str], Iterable[Region]]) -> Self:
        """Return the register with regions found in the names of the holders.

        A region is set only where *find*, asked which regions a name speaks of,
        gives one and no other, and none is known yet.

        Raises:
            InvalidValueError: *find* cannot be called, or gives what is no region.

        Example:
            >>> from icluster import Region
            >>> from icluster.reference import mexico
            >>> def find(name):
            ...     return [Region("MX-NLE")] if "Nuevo Le" in name else []
            >>> register = mexico.BRONZE_LABELS.placed(find)
            >>> [(str(key), len(part)) for key, part in register.by_region()]
            [('MX-NLE', 2), ('Missing.UNKNOWN', 33)]
        """
        if not callable(find):
            raise InvalidValueError("find", "a function of a name", find)
        return self._only(_placed(award, find) for award in self.awards)

    def lapsing(self, *, on: date, months: int) -> Self:
        """Return the awards that may be valid on a day and end within *months*.

        A label whose last day is *on* itself, or the same day *months* later,
        is among them.

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
        valid, last = self.valid(on=on), months_after(on, months)
        return self._only(award for award in valid if award.valid_until <= last)

    def timeline(self, *, since: date, until: date) -> tuple[TimelineStep, ...]:
        """Return how many awards were valid when, from *since* to *until* included.

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
        return timeline_steps(self.awards, self.snapshot, since, until)

    def table(self, *, on: date, language: Language = ENGLISH) -> Table:
        """Return the awards and what each may be on a day.

        Example:
            >>> from icluster.reference import mexico
            >>> table = mexico.BRONZE_LABELS.table(on=date(2018, 10, 18))
            >>> table.records()[1]["status"]
            'Not yet awarded or Valid'
        """
        return awards_table(self.awards, self.statuses(on=on), on, language)

    def counts_table(
        self, *, on: date, by_region: bool = False, language: Language = ENGLISH
    ) -> Table:
        """Return how many awards may have each status, by portfolio or region.

        Example:
            >>> from icluster.reference import mexico
            >>> table = mexico.BRONZE_LABELS.counts_table(on=date(2018, 9, 30))
            >>> [row["valid"] for row in table.records() if row["group"] == "ICT"]
            ['0 to 2']
            >>> print(table.notes[0])
            0 to 4 says at least 0 and at most 4: not every date is known.
        """
        groups: Iterable[tuple[object, LabelRegister]] = (
            self.by_region() if by_region else self.by_portfolio()
        )
        counts = [(key, part.counts(on=on)) for key, part in groups]
        total = self.counts(on=on)
        return counts_table(counts, total, by_region=by_region, language=language)

    def _only(self, awards: Iterable[LabelAward]) -> Self:
        return evolve(self, awards=tuple(awards))

    def _grouped(
        self, group_of: Callable[[LabelAward], K]
    ) -> tuple[tuple[K, Self], ...]:
        groups: dict[K, list[LabelAward]] = {}
        for award in self.awards:
            groups.setdefault(group_of(award), []).append(award)
        # Those of which it is not known come last.
        in_order = sorted(
            groups, key=lambda group: (isinstance(group, Missing), filed(worded(group)))
        )
        return tuple((group, self._only(groups[group])) for group in in_order)


def _placed(award: LabelAward, find: Callable[[str], Iterable[Region]]) -> LabelAward:
    holder = award.holder
    regions = check_each("find(name)", find(holder.name), Region)
    if isinstance(holder.region, Region) or len(regions) != 1:
        return award
    return evolve(award, holder=evolve(holder, region=regions[0]))
