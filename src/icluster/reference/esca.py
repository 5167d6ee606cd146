"""ESCA's labels, their register and its interview: scheme, layout, indicators.

Portfolios and terms are transcribed from the pages named beside each row, headings
from the register's pages.
Deviations: no page says since when labels end with the month, so the two
editions have no dates; that the renewal and its window were the same in the older
one, and that it counted to the same day, is assumed and marked as a proposal, since no
page tells them apart. What no page says is unknown: by how much a Silver Label is
extended. The names of the countries are usual English
ones with their codes of ISO 3166-1 (Kosovo has none there, and bears the code in
common use, XK): ESCA's own list is not at hand, so a page may print a name that is
missing here. It is then reported, and `attrs.evolve` adds it.
"""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.labels import (
    LabelEdition,
    LabelScheme,
    LabelTier,
    Portfolio,
    PortfolioList,
    Prerequisite,
    Requirement,
    Term,
    ValidityConvention,
)
from icluster.layouts import RegisterLayout
from icluster.reference._benchmark_36 import BENCHMARK_36
from icluster.reference._benchmark_sources import INDIVIDUALS_2012
from icluster.reference._sources import (
    ESCA_2019,
    ESCA_BRONZE,
    ESCA_MX,
    ESCA_REGISTER,
    ESCA_SILVER,
    GCE,
    GOLD_FIRST,
    PROPOSAL,
)
from icluster.regions import Country, CountryName
from icluster.sources import Cited, Note

__all__ = [
    "BENCHMARK_36",
    "COUNTRY_NAMES",
    "END_OF_MONTH",
    "PORTFOLIOS",
    "PORTFOLIOS_2012",
    "REGISTER_LAYOUT",
    "SAME_DAY",
    "SCHEME",
]


def __dir__() -> list[str]:
    return __all__


PORTFOLIOS: Final = PortfolioList(
    edition="register",
    portfolios=(
        Portfolio("aviation_and_space", "Aviation and space", "register"),
        Portfolio("biotechnology", "Biotechnology", "register"),
        Portfolio("construction", "Construction", "register"),
        Portfolio("creative_industries", "Creative industries", "register"),
        Portfolio("energy_and_environment", "Energy and environment", "register"),
        Portfolio("food_industry", "Food industry", "register"),
        Portfolio(
            "health_and_medical_science", "Health and medical science", "register"
        ),
        Portfolio("ict", "ICT", "register"),
        Portfolio(
            "maritime_technologies",
            "Maritime technologies, water resources",
            "register",
        ),
        Portfolio(
            "micro_nano_optical", "Micro, nano and optical technologies", "register"
        ),
        Portfolio(
            "new_materials_and_chemistry", "New materials and chemistry", "register"
        ),
        Portfolio(
            "production_and_engineering", "Production and engineering", "register"
        ),
        Portfolio("sports_leisure_tourism", "Sports, Leisure and Tourism", "register"),
        Portfolio(
            "transportation_and_mobility", "Transportation and mobility", "register"
        ),
    ),
    citations={
        "portfolios": ESCA_REGISTER.at("column Comparative portfolio, headings")
    },
)
"""The 14 portfolios seen in ESCA's register; that there are no others is unconfirmed."""

PORTFOLIOS_2012: Final = PortfolioList(
    edition="volume_2012",
    size=12,
    portfolios=(
        Portfolio(
            "construction_building", "Construction/building sector", "volume_2012"
        ),
        Portfolio("food_non_biotech", "Food industry (non-biotech)", "volume_2012"),
        Portfolio(
            "humanities_media_design",
            "Humanities/social sciences, media, design, service innovation",
            "volume_2012",
        ),
        Portfolio(
            "information_and_communication",
            "Information and communication",
            "volume_2012",
        ),
    ),
    citations={
        "portfolios": INDIVIDUALS_2012.at("list of portfolios, page c/2C/9/i2.htm"),
        "size": INDIVIDUALS_2012.at("list of portfolios, page c/2C/9/i2.htm"),
    },
)
"""The edition of 2012 has 12; listed are the four known to be titled otherwise."""

_BRONZE_PLACE: Final = ESCA_BRONZE.at("terms of the Bronze Label")
_SILVER_PLACE: Final = ESCA_SILVER.at("terms of the Silver Label")
# No page tells the older practice from the later one in these.
_ASSUMED: Final = PROPOSAL.at("older practice of the Bronze Label: as the later one")
_GOLD_PLACE: Final = GOLD_FIRST.at("terms of the first Gold Label")
_STRIVING: Final = "striving for excellence"
_STRIVING_PLACE: Final = ESCA_MX.at(
    "introduction", "interest in striving for excellence"
)

SAME_DAY: Final = LabelEdition(
    key="same_day",
    terms=(
        Term(
            tier=LabelTier.BRONZE,
            convention=ValidityConvention.SAME_DAY,
            months=24,
            renewal_months=36,
            window_months=12,
            meaning=_STRIVING,
            citations={
                "meaning": _STRIVING_PLACE,
                "convention": _ASSUMED,
                "months": _BRONZE_PLACE,
                "renewal_months": _ASSUMED,
                "window_months": _ASSUMED,
            },
        ),
    ),
)
"""The older practice: a label ends on the day of the month it began on."""

END_OF_MONTH: Final = LabelEdition(
    key="end_of_month",
    terms=(
        Term(
            tier=LabelTier.BRONZE,
            convention=ValidityConvention.END_OF_MONTH,
            months=24,
            renewal_months=36,
            window_months=12,
            meaning=_STRIVING,
            citations={
                "meaning": _STRIVING_PLACE,
                "convention": _BRONZE_PLACE,
                "months": _BRONZE_PLACE,
                "renewal_months": _BRONZE_PLACE,
                "window_months": _BRONZE_PLACE,
            },
        ),
        Term(
            tier=LabelTier.SILVER,
            convention=ValidityConvention.END_OF_MONTH,
            months=24,
            window_months=12,
            prerequisite=Prerequisite(
                earliest_months=18, latest_months=24, improvement_areas=3
            ),
            citations={
                "convention": _SILVER_PLACE,
                "months": _SILVER_PLACE,
                "window_months": _SILVER_PLACE,
                "prerequisite": _SILVER_PLACE,
            },
        ),
        Term(
            tier=LabelTier.GOLD,
            convention=ValidityConvention.END_OF_MONTH,
            months=24,
            renewal_months=24,
            window_months=12,
            citations={
                "convention": _GOLD_PLACE,
                "months": _GOLD_PLACE,
                "renewal_months": GCE.at("Gold Label, re-assessment"),
                "window_months": _GOLD_PLACE,
            },
        ),
    ),
)
"""The later practice: a label counts from the month of the interview."""

SCHEME: Final = LabelScheme(
    key="ecei",
    title="Labels of the European Cluster Excellence Initiative (ECEI)",
    editions=(SAME_DAY, END_OF_MONTH),
    requirements=(
        Requirement(
            key="benchmarked",
            title="benchmarked by an expert of ESCA",
            tiers=(LabelTier.BRONZE,),
            citations={
                "title": ESCA_MX.at("introduction", "by one of the ESCA experts"),
                "tiers": ESCA_MX.at(
                    "introduction", "are awarded with the Bronze Label"
                ),
            },
        ),
        Requirement(
            key="eligibility_criteria",
            title="eligibility criteria are met",
            since=PartialDate(2019, 11, 15),
            citations=dict.fromkeys(("title", "since", "tiers"), ESCA_2019.at("news")),
        ),
        Requirement(
            key="eccp_listing",
            title="a listing on the European Cluster Collaboration Platform",
            since=PartialDate(2019, 11, 15),
            citations=dict.fromkeys(("title", "since", "tiers"), ESCA_2019.at("news")),
        ),
    ),
    notes=(
        Note(
            "title",
            "the page of the register speaks of a quality label that the European "
            "Cluster Excellence Initiative is developing",
            ESCA_MX.at("introduction", "that is currently developed by"),
        ),
    ),
    citations={
        "title": ESCA_MX.at("heading", "European Cluster Excellence Initiative (ECEI)"),
    },
)
"""The scheme as far as it is public; since when labels end with the month is not."""


def _name(title: str, code: str) -> CountryName:
    return CountryName(title, Country(code), "en", _COUNTRY_CITED)


_COUNTRY_CITED: Final = (
    Cited("title", PROPOSAL.at("names of countries that the register may print")),
    Cited("country", PROPOSAL.at("names of countries that the register may print")),
    Cited("language", PROPOSAL.at("names of countries that the register may print")),
)

COUNTRY_NAMES: Final = (
    _name("Albania", "AL"),
    _name("Andorra", "AD"),
    _name("Argentina", "AR"),
    _name("Armenia", "AM"),
    _name("Australia", "AU"),
    _name("Austria", "AT"),
    _name("Azerbaijan", "AZ"),
    _name("Belarus", "BY"),
    _name("Belgium", "BE"),
    _name("Bosnia and Herzegovina", "BA"),
    _name("Brazil", "BR"),
    _name("Bulgaria", "BG"),
    _name("Canada", "CA"),
    _name("Chile", "CL"),
    _name("China", "CN"),
    _name("Colombia", "CO"),
    _name("Costa Rica", "CR"),
    _name("Croatia", "HR"),
    _name("Cyprus", "CY"),
    _name("Czech Republic", "CZ"),
    _name("Czechia", "CZ"),
    _name("Denmark", "DK"),
    _name("Dominican Republic", "DO"),
    _name("Ecuador", "EC"),
    _name("Egypt", "EG"),
    _name("Estonia", "EE"),
    _name("Federal Republic of Germany", "DE"),
    _name("Finland", "FI"),
    _name("France", "FR"),
    _name("Georgia", "GE"),
    _name("Germany", "DE"),
    _name("Greece", "GR"),
    _name("Hong Kong", "HK"),
    _name("Hungary", "HU"),
    _name("Iceland", "IS"),
    _name("India", "IN"),
    _name("Indonesia", "ID"),
    _name("Ireland", "IE"),
    _name("Israel", "IL"),
    _name("Italy", "IT"),
    _name("Japan", "JP"),
    _name("Kazakhstan", "KZ"),
    _name("Kosovo", "XK"),
    _name("Latvia", "LV"),
    _name("Liechtenstein", "LI"),
    _name("Lithuania", "LT"),
    _name("Luxembourg", "LU"),
    _name("Malaysia", "MY"),
    _name("Malta", "MT"),
    _name("Mexico", "MX"),
    _name("Moldova", "MD"),
    _name("Monaco", "MC"),
    _name("Montenegro", "ME"),
    _name("Morocco", "MA"),
    _name("Netherlands", "NL"),
    _name("New Zealand", "NZ"),
    _name("Nigeria", "NG"),
    _name("North Macedonia", "MK"),
    _name("Norway", "NO"),
    _name("Panama", "PA"),
    _name("People's Republic of China", "CN"),
    _name("Peru", "PE"),
    _name("Poland", "PL"),
    _name("Portugal", "PT"),
    _name("Republic of Ireland", "IE"),
    _name("Republic of Korea", "KR"),
    _name("Republic of Moldova", "MD"),
    _name("Romania", "RO"),
    _name("Russia", "RU"),
    _name("Russian Federation", "RU"),
    _name("San Marino", "SM"),
    _name("Saudi Arabia", "SA"),
    _name("Serbia", "RS"),
    _name("Singapore", "SG"),
    _name("Slovak Republic", "SK"),
    _name("Slovakia", "SK"),
    _name("Slovenia", "SI"),
    _name("South Africa", "ZA"),
    _name("South Korea", "KR"),
    _name("Spain", "ES"),
    _name("Sweden", "SE"),
    _name("Switzerland", "CH"),
    _name("Taiwan", "TW"),
    _name("Thailand", "TH"),
    _name("The Netherlands", "NL"),
    _name("Tunisia", "TN"),
    _name("Turkey", "TR"),
    _name("Türkiye", "TR"),
    _name("UK", "GB"),
    _name("USA", "US"),
    _name("Ukraine", "UA"),
    _name("United Arab Emirates", "AE"),
    _name("United Kingdom", "GB"),
    _name("United States", "US"),
    _name("United States of America", "US"),
    _name("Uruguay", "UY"),
    _name("Viet Nam", "VN"),
    _name("Vietnam", "VN"),
)
"""Usual English names; a proposal, not ESCA's list."""

REGISTER_LAYOUT: Final = RegisterLayout(
    tier=LabelTier.BRONZE,
    editions=SCHEME.editions,
    country_header="Name Comparative portfolio www Label valid until",
    industry_header="Name Country www Label valid until",
    portfolio_heading="Cluster overview for comparative portfolio:",
    portfolios=PORTFOLIOS,
    countries=COUNTRY_NAMES,
    citations={
        "tier": ESCA_MX.at("heading", "Bronze Label"),
        "country_header": ESCA_MX.at("table"),
        "industry_header": ESCA_REGISTER.at("page by industry, table"),
        "portfolio_heading": ESCA_REGISTER.at("page by industry, heading"),
    },
)
"""Both tables of the register: by country and by industry."""
