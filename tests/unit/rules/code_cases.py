"""Cases of the rules about codes of countries, regions and currencies."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from tests.unit.rules.casework import Case, Mender

from icluster.contexts import Context
from icluster.money import Money
from icluster.reference import CONTEXT
from icluster.regions import Country, Region
from icluster.rules import codes

NO_REGIONS = evolve(CONTEXT, subdivisions=())

CASES = (
    Case(codes.place_not_assigned, "a country", Country("MX")),
    Case(codes.place_not_assigned, "a region that is listed", Region("MX-NLE")),
    Case(
        codes.place_not_assigned,
        "a region of a country whose regions are not listed",
        Region("ES-XX"),
    ),
    Case(
        codes.place_not_assigned,
        "a region where no regions are listed",
        Region("MX-XXX"),
        context=NO_REGIONS,
    ),
    Case(
        codes.place_not_assigned,
        "a code that is in use, but not assigned",
        Country("XK"),
        (": XK is no code of a country that is assigned",),
    ),
    Case(
        codes.place_not_assigned,
        "a region of a country that is not assigned",
        Region("XX-NLE"),
        (": XX is no code of a country that is assigned",),
    ),
    Case(
        codes.place_not_assigned,
        "a region that is not listed beside others of its country",
        Region("MX-NLO"),
        (": MX-NLO is no code of a region that is assigned",),
    ),
    Case(
        codes.currency_not_assigned,
        "a currency in force",
        Money(amount=1, currency="MXN"),
    ),
    Case(codes.currency_not_assigned, "an unknown currency", Money(amount=1)),
    Case(
        codes.currency_not_assigned,
        "a currency that was withdrawn, in a year before",
        Money(amount=1, currency="DEM", year=1998),
    ),
    Case(
        codes.currency_not_assigned,
        "a currency that was withdrawn, in a year after",
        Money(amount=1, currency="DEM", year=2003),
        ("currency: DEM was withdrawn after 2002-05-15; the amount is of 2003",),
    ),
    Case(
        codes.currency_not_assigned,
        "a currency that was withdrawn, in a year that is not said",
        Money(amount=1, currency="DEM"),
        (
            "currency: DEM was withdrawn after 2002-05-15; "
            "of what year the amount is, is not said",
        ),
    ),
    Case(
        codes.currency_not_assigned,
        "a currency that was withdrawn nobody says when",
        Money(amount=1, currency="BGN", year=2020),
        ("currency: BGN was withdrawn, nobody says when",),
    ),
    Case(
        codes.currency_not_assigned,
        "a code that no currency had",
        Money(amount=1, currency="XQQ", year=1998),
        ("currency: XQQ is no code of a currency that is assigned",),
    ),
)


def _assigned(place: Country | Region, _: date, __: Context) -> Country | Region:
    return Country("MX") if isinstance(place, Country) else Region("MX-NLE")


def _in_force(money: Money, _: date, __: Context) -> Money:
    return evolve(money, currency="EUR")


MENDERS: dict[str, Mender] = {"COD001": _assigned, "COD002": _in_force}
