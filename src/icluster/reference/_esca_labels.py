"""ESCA's labels: portfolios, and the scheme with its editions.

Transcribed from the pages named beside each row.
Deviations: no page says since when labels end with the month, so the two
editions have no dates; that the renewal of a Bronze Label was the same in the
older one is assumed, since no page tells them apart. What no page says is
unknown: how long a first Gold Label holds, its convention and window, and by
how much a Silver Label is extended.
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
from icluster.reference._esca_sources import (
    ESCA_2019,
    ESCA_BRONZE,
    ESCA_REGISTER,
    ESCA_SILVER,
    GCE,
    PORTFOLIOS_2012_SOURCE,
)

__all__ = ["END_OF_MONTH", "PORTFOLIOS", "PORTFOLIOS_2012", "SAME_DAY", "SCHEME"]


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
