"""Codes of countries, regions and currencies: held against the lists of ISO."""

from __future__ import annotations

from collections.abc import Iterator

from icluster.contexts import Context
from icluster.money import Money
from icluster.regions import Country, Region
from icluster.rules._rule import warning
from icluster.rules._statements import Said, say
from icluster.verdicts import Verdict
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
    if all(name.country != country for name in context.countries):
        yield say("{} is no code of a country that is assigned", country.code)
        return
    if isinstance(place, Country):
        return
    regions = [row.region for row in context.subdivisions]
    if place not in regions and any(row.country == country for row in regions):
        yield say("{} is no code of a region that is assigned", place.code)


@warning("COD002", sources=["iso4217"], needs=["currencies"])
def currency_not_assigned(money: Money, context: Context) -> Iterator[Said]:
    """A code of a currency is none, or was withdrawn.

    Why it matters:
        An amount that nobody can convert is not comparable.

    Fires on:
        An amount in a currency that the context does not list; and one in a currency
        that was withdrawn, unless it is of a year in which that was in force. One
        whose currency is not known is left to other rules.

    How to settle it:
        Record the code that is in force, or the year that the amount is of; or waive
        the finding: the code is meant.
    """
    if isinstance(money.currency, Missing):
        return
    currency = next(
        (row for row in context.currencies if row.code == money.currency), None
    )
    if currency is None:
        text = "{} is no code of a currency that is assigned"
        yield say(text, money.currency, at="currency")
    elif currency.may_be_of(money.year) is Verdict.NO:
        text = "{} was withdrawn after {}; the amount is of {}"
        yield say(text, currency.code, currency.until, money.year, at="currency")
    elif currency.may_be_of(money.year) is Verdict.OPEN:
        if isinstance(currency.until, Missing):
            yield say(
                "{} was withdrawn, nobody says when", currency.code, at="currency"
            )
        else:
            text = "{} was withdrawn after {}; of what year the amount is, is not said"
            yield say(text, currency.code, currency.until, at="currency")
