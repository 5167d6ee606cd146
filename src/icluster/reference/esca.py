"""ESCA's labels, their register and its interview: scheme, layout, indicators.

Portfolios and terms are transcribed from the pages named beside each row, headings
from the register's pages.
Deviations: no page says since when labels end with the month, so the two
editions have no dates; that the renewal of a Bronze Label was the same in the
older one is assumed, since no page tells them apart. What no page says is
unknown: how long a first Gold Label holds, its convention and window, and by
how much a Silver Label is extended. The names of the countries are usual English
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
from icluster.layouts import CountryName, RegisterLayout
from icluster.reference._benchmark_36 import BENCHMARK_36
from icluster.reference._sources import (
    ESCA_2019,
    ESCA_BRONZE,
    ESCA_MX,
    ESCA_REGISTER,
    ESCA_SILVER,
    GCE,
    PORTFOLIOS_2012_SOURCE,
)
from icluster.regions import Country

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
        "portfolios": PORTFOLIOS_2012_SOURCE.at("list of portfolios"),
        "size": PORTFOLIOS_2012_SOURCE.at("list of portfolios"),
    },
)
"""The edition of 2012 has 12; listed are the four known to be titled otherwise."""

_BRONZE_PLACE: Final = ESCA_BRONZE.at("terms of the Bronze Label")
_SILVER_PLACE: Final = ESCA_SILVER.at("terms of the Silver Label")

SAME_DAY: Final = LabelEdition(
    key="same_day",
    terms=(
        Term(
            tier=LabelTier.BRONZE,
            convention=ValidityConvention.SAME_DAY,
            months=24,
            renewal_months=36,
            window_months=12,
            citations={
                "convention": _BRONZE_PLACE,
                "months": _BRONZE_PLACE,
                "renewal_months": _BRONZE_PLACE,
                "window_months": _BRONZE_PLACE,
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
            citations={
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
            renewal_months=24,
            citations={"renewal_months": GCE.at("Gold Label, re-assessment")},
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
            key="eligibility_criteria",
            title="eligibility criteria are met",
            since=PartialDate(2019, 11, 15),
            citations={"since": ESCA_2019.at("news")},
        ),
        Requirement(
            key="eccp_listing",
            title="a listing on the European Cluster Collaboration Platform",
            since=PartialDate(2019, 11, 15),
            citations={"since": ESCA_2019.at("news")},
        ),
    ),
)
"""The scheme as far as it is public; since when labels end with the month is not."""

COUNTRY_NAMES: Final = (
    CountryName("Albania", Country("AL")),
    CountryName("Andorra", Country("AD")),
    CountryName("Argentina", Country("AR")),
    CountryName("Armenia", Country("AM")),
    CountryName("Australia", Country("AU")),
    CountryName("Austria", Country("AT")),
    CountryName("Azerbaijan", Country("AZ")),
    CountryName("Belarus", Country("BY")),
    CountryName("Belgium", Country("BE")),
    CountryName("Bosnia and Herzegovina", Country("BA")),
    CountryName("Brazil", Country("BR")),
    CountryName("Bulgaria", Country("BG")),
    CountryName("Canada", Country("CA")),
    CountryName("Chile", Country("CL")),
    CountryName("China", Country("CN")),
    CountryName("Colombia", Country("CO")),
    CountryName("Costa Rica", Country("CR")),
    CountryName("Croatia", Country("HR")),
    CountryName("Cyprus", Country("CY")),
    CountryName("Czech Republic", Country("CZ")),
    CountryName("Czechia", Country("CZ")),
    CountryName("Denmark", Country("DK")),
    CountryName("Dominican Republic", Country("DO")),
    CountryName("Ecuador", Country("EC")),
    CountryName("Egypt", Country("EG")),
    CountryName("Estonia", Country("EE")),
    CountryName("Federal Republic of Germany", Country("DE")),
    CountryName("Finland", Country("FI")),
    CountryName("France", Country("FR")),
    CountryName("Georgia", Country("GE")),
    CountryName("Germany", Country("DE")),
    CountryName("Greece", Country("GR")),
    CountryName("Hong Kong", Country("HK")),
    CountryName("Hungary", Country("HU")),
    CountryName("Iceland", Country("IS")),
    CountryName("India", Country("IN")),
    CountryName("Indonesia", Country("ID")),
    CountryName("Ireland", Country("IE")),
    CountryName("Israel", Country("IL")),
    CountryName("Italy", Country("IT")),
    CountryName("Japan", Country("JP")),
    CountryName("Kazakhstan", Country("KZ")),
    CountryName("Kosovo", Country("XK")),
    CountryName("Latvia", Country("LV")),
    CountryName("Liechtenstein", Country("LI")),
    CountryName("Lithuania", Country("LT")),
    CountryName("Luxembourg", Country("LU")),
    CountryName("Malaysia", Country("MY")),
    CountryName("Malta", Country("MT")),
    CountryName("Mexico", Country("MX")),
    CountryName("Moldova", Country("MD")),
    CountryName("Monaco", Country("MC")),
    CountryName("Montenegro", Country("ME")),
    CountryName("Morocco", Country("MA")),
    CountryName("Netherlands", Country("NL")),
    CountryName("New Zealand", Country("NZ")),
    CountryName("Nigeria", Country("NG")),
    CountryName("North Macedonia", Country("MK")),
    CountryName("Norway", Country("NO")),
    CountryName("Panama", Country("PA")),
    CountryName("People's Republic of China", Country("CN")),
    CountryName("Peru", Country("PE")),
    CountryName("Poland", Country("PL")),
    CountryName("Portugal", Country("PT")),
    CountryName("Republic of Ireland", Country("IE")),
    CountryName("Republic of Korea", Country("KR")),
    CountryName("Republic of Moldova", Country("MD")),
    CountryName("Romania", Country("RO")),
    CountryName("Russia", Country("RU")),
    CountryName("Russian Federation", Country("RU")),
    CountryName("San Marino", Country("SM")),
    CountryName("Saudi Arabia", Country("SA")),
    CountryName("Serbia", Country("RS")),
    CountryName("Singapore", Country("SG")),
    CountryName("Slovak Republic", Country("SK")),
    CountryName("Slovakia", Country("SK")),
    CountryName("Slovenia", Country("SI")),
    CountryName("South Africa", Country("ZA")),
    CountryName("South Korea", Country("KR")),
    CountryName("Spain", Country("ES")),
    CountryName("Sweden", Country("SE")),
    CountryName("Switzerland", Country("CH")),
    CountryName("Taiwan", Country("TW")),
    CountryName("Thailand", Country("TH")),
    CountryName("The Netherlands", Country("NL")),
    CountryName("Tunisia", Country("TN")),
    CountryName("Turkey", Country("TR")),
    CountryName("Türkiye", Country("TR")),
    CountryName("UK", Country("GB")),
    CountryName("USA", Country("US")),
    CountryName("Ukraine", Country("UA")),
    CountryName("United Arab Emirates", Country("AE")),
    CountryName("United Kingdom", Country("GB")),
    CountryName("United States", Country("US")),
    CountryName("United States of America", Country("US")),
    CountryName("Uruguay", Country("UY")),
    CountryName("Viet Nam", Country("VN")),
    CountryName("Vietnam", Country("VN")),
)
"""Usual English names; a proposal, not ESCA's list."""

REGISTER_LAYOUT: Final = RegisterLayout(
    tier=LabelTier.BRONZE,
    edition=SAME_DAY,
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
