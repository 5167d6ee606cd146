"""ESCA's labels, their register and its interview: scheme, layout, indicators."""

from __future__ import annotations

from icluster.reference._benchmark_36 import BENCHMARK_36
from icluster.reference._esca_labels import (
    END_OF_MONTH,
    PORTFOLIOS,
    PORTFOLIOS_2012,
    SAME_DAY,
    SCHEME,
)
from icluster.reference._esca_layout import COUNTRY_NAMES, REGISTER_LAYOUT

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
