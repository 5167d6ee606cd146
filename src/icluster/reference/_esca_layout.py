"""How ESCA's register is printed, and the names that countries may have in it.

Headings are transcribed from the register's pages. The names of the countries
are usual English ones with their codes of ISO 3166-1 (Kosovo has none there, and
bears the code in common use, XK): ESCA's own list is not at hand, so a page may
print a name that is missing here. It is then reported, and `attrs.evolve` adds it.
"""

from __future__ import annotations

from typing import Final

from icluster.labels import LabelTier
from icluster.layouts import CountryName, RegisterLayout
from icluster.reference._esca_labels import PORTFOLIOS, SAME_DAY
from icluster.reference._esca_sources import ESCA_MX, ESCA_REGISTER
from icluster.regions import Country

__all__ = ["COUNTRY_NAMES", "REGISTER_LAYOUT"]


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
