"""Codes of countries, regions and currencies: held against the lists of ISO."""

from __future__ import annotations

from collections.abc import Iterator

from icluster.contexts import Context
from icluster.money import Money
from icluster.regions import Country, Region
from icluster.rules._rule import warning
from icluster.rules._statements import Said, say
from icluster.vocabularies import Missing

__all__ = ["currency_not_assigned", "place_not_assigned"]


def __dir__() -> list[str]:
    return __all__


@warning("COD001", sources=["iso3166_1", "iso3166_2_mx"], needs=["countries"])
def place_not_assigned(place: Country | Region, context: Context) -> Iterator[Said]:
    """A code of a country or region is not assigned.

    Why it matters:
        Whoever joins data by code finds nothing, or something else.

    Fires on:
        A country that the context does not list, a region of such a country, and a
        region that is not listed where other regions of its country are. Codes
        withdrawn, and codes in use that nobody assigned (XK), are not listed.

    How to settle it:
        Record the code that is assigned; or waive the finding: the code is meant.
    """
    country = place if isinstance(place, Country) else place.country
    if country not in {name.country for name in context.countries}:
        yield say("{} is no code of a country that is assigned", country.code)
        return
    regions = {row.region for row in context.subdivisions}
    of_country = {region for region in regions if region.country == country}
    if of_country and isinstance(place, Region) and place not in of_country:
        yield say("{} is no code of a region that is assigned", place.code)


@warning("COD002", sources=["iso4217"], needs=["currencies"])
def currency_not_assigned(money: Money, context: Context) -> Iterator[Said]:
    """A code of a currency is not in force.

    Why it matters:
        An amount that nobody can convert is not comparable.

    Fires on:
        An amount in a currency that the context does not list; one whose currency
        is not known is left to other rules.

    How to settle it:
        Record the code that is in force; or waive the finding: the amount is of a
        time when the currency was.
    """
    if isinstance(money.currency, Missing):
        return
    if money.currency not in {currency.code for currency in context.currencies}:
        yield say("{} is no code of a currency in force", money.currency, at="currency")
