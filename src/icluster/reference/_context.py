"""Everything published that rules ask for, assembled."""

from __future__ import annotations

from typing import Final

from icluster.contexts import Context
from icluster.editions import Edition
from icluster.reference import eccp, ecei, esca, iso3166, iso4217, iso20275, mexico

__all__ = ["CONTEXT"]

CONTEXT: Final = Context(
    # Whatever editions the module has: they are not listed a second time.
    editions=tuple(
        value for value in vars(eccp).values() if isinstance(value, Edition)
    ),
    structures=(esca.BENCHMARK_36,),
    catalogues=(ecei.GOLD_31,),
    schemes=(esca.SCHEME,),
    portfolios=(esca.PORTFOLIOS, esca.PORTFOLIOS_2012),
    legal_forms=iso20275.MEXICO_2023,
    subdivisions=iso3166.MEXICO,
    countries=iso3166.COUNTRIES,
    currencies=iso4217.CURRENCIES + iso4217.WITHDRAWN,
    profile_criteria=(eccp.PROFILE_CRITERIA,),
    policies=mexico.POLICIES_2022,
)
"""What this package knows; texts of sources are the caller's to add."""
