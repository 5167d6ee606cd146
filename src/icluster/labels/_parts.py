"""Parts of a register: its awards of a tier, a portfolio, a region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from attrs import evolve

from icluster._fields import check_each, check_type
from icluster.errors import InvalidValueError, UnknownLabelError
from icluster.labels._awards import LabelAward
from icluster.labels._portfolios import Portfolio
from icluster.labels._succession import holder_of
from icluster.labels._terms import LabelTier
from icluster.regions import Country, CountryName, Region, places_named
from icluster.vocabularies import Missing
from icluster.words import closest, filed, folded, worded

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Parted"]

K = TypeVar("K", bound=Portfolio | Country | Region | LabelTier | Missing)


class Parted:
    """What has awards, listed or beside these, and can be taken in part.

    A part keeps beside it what else its holders have, so that it is still told what
    became of a label that was renewed or followed.
    """

    __slots__ = ()

    awards: tuple[LabelAward, ...]
    beside: tuple[LabelAward, ...]

    def __len__(self) -> int:
        return len(self.awards)

    def __iter__(self) -> Iterator[LabelAward]:
        return iter(self.awards)

    @overload
    def __getitem__(self, place: int) -> LabelAward: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | slice) -> LabelAward | Self:
        check_type("place", place, int, slice)
        if isinstance(place, slice):
            return self._only(self.awards[place])
        return self.awards[place]

    def where(
        self,
        *,
        tier: LabelTier | None = None,
        portfolio: Portfolio | str | Missing | None = None,
        country: Country | str | Missing | None = None,
        region: Region | Missing | None = None,
        names: Iterable[CountryName] = (),
    ) -> Self:
        """Return the awards of a tier, a portfolio, a country, a region.

        None takes all; `Missing.UNKNOWN` asks for those of which it is not known. A
        portfolio may be given by its title, a country by its code, or by its name
        where *names* has it, as ``reference.iso3166.COUNTRIES`` does.

        Raises:
            InvalidValueError: One of them is given by something else.
            UnknownLabelError: No award is in a portfolio of that title, or no country
                goes by that name; the closest is named.

        Example:
            >>> from icluster.reference import iso3166, mexico
            >>> register = mexico.BRONZE_LABELS
            >>> len(register.where(portfolio="ict")), len(register.where(country="MX"))
            (16, 35)
            >>> len(register.where(country="México", names=iso3166.COUNTRIES))
            35
        """
        check_type("tier", tier, LabelTier, NoneType)
        check_type("portfolio", portfolio, Portfolio, str, Missing, NoneType)
        check_type("country", country, Country, str, Missing, NoneType)
        check_type("region", region, Region, Missing, NoneType)
        if isinstance(portfolio, str):
            portfolio = _titled(portfolio, self.awards)
        wanted = _country(country, names) if isinstance(country, str) else country
        return self._only(
            award
            for award in self.awards
            if (tier is None or award.tier is tier)
            and (portfolio is None or _is_of(award.portfolio, portfolio))
            and (wanted is None or award.holder.country == wanted)
            and (region is None or award.holder.region == region)
        )

    def by_country(self) -> tuple[tuple[Country | Missing, Self], ...]:
        """Return one register a country, in the order of the codes.

        Example:
            >>> from icluster.reference import mexico
            >>> [[country, register]] = mexico.BRONZE_LABELS.by_country()
            >>> str(country), len(register)
            ('MX', 35)
        """
        return self._grouped(lambda award: award.holder.country)

    def by_tier(self) -> tuple[tuple[LabelTier, Self], ...]:
        """Return one register a tier, the lowest first.

        Example:
            >>> from icluster.reference import mexico
            >>> [(str(key), len(part)) for key, part in mexico.BRONZE_LABELS.by_tier()]
            [('LabelTier.BRONZE', 35)]
        """
        groups = dict(self._grouped(lambda award: award.tier))
        return tuple((tier, groups[tier]) for tier in LabelTier if tier in groups)

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
        listed = [_placed(award, find) for award in self.awards]
        return self._with(listed, [_placed(award, find) for award in self.beside])

    def _only(self, awards: Iterable[LabelAward]) -> Self:
        """Return a part; what else its holders have still tells what became of it."""
        listed = tuple(awards)
        if len(listed) == len(self.awards):
            return self
        holders, ids = set(map(holder_of, listed)), set(map(id, listed))
        beside = [
            award
            for award in (*self.awards, *self.beside)
            if id(award) not in ids and holder_of(award) in holders
        ]
        return self._with(listed, beside)

    def _with(self, awards: Iterable[LabelAward], beside: list[LabelAward]) -> Self:
        register: Any = self
        return cast("Self", evolve(register, awards=awards, beside=beside))

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


def _titled(title: str, awards: Iterable[LabelAward]) -> str:
    portfolios = (award.portfolio for award in awards)
    titles = {one.title for one in portfolios if isinstance(one, Portfolio)}
    if folded(title) not in map(folded, titles):
        similar = closest(title, sorted(titles))
        raise UnknownLabelError("portfolios of the register", title, similar)
    return folded(title)


def _is_of(portfolio: Portfolio | Missing, wanted: Portfolio | str | Missing) -> bool:
    if isinstance(wanted, str):
        return isinstance(portfolio, Portfolio) and folded(portfolio.title) == wanted
    return portfolio == wanted


def _country(name: str, names: Iterable[CountryName]) -> Country:
    rows = check_each("names", names, CountryName)
    codes = {row.country.code for row in rows}
    if name in codes or (not rows and len(name) == 2):
        return Country(name)
    if not rows:
        expected = "a code such as 'MX', or a name: names=iso3166.COUNTRIES"
        raise InvalidValueError("country", expected, name)
    several = places_named(name, among=rows)
    if len(several) != 1:
        similar = closest(name, [row.title for row in rows])
        raise UnknownLabelError("names of countries", name, similar)
    return several[0]


def _placed(award: LabelAward, find: Callable[[str], Iterable[Region]]) -> LabelAward:
    holder = award.holder
    regions = check_each("find(name)", find(holder.name), Region)
    if isinstance(holder.region, Region) or len(regions) != 1:
        return award
    return evolve(award, holder=evolve(holder, region=regions[0]))
