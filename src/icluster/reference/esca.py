"""ESCA's labels and their register: scheme, editions, portfolios, layout."""

from __future__ import annotations

from icluster.reference._esca_labels import (
    END_OF_MONTH,
    PORTFOLIOS,
    PORTFOLIOS_2012,
    SAME_DAY,
    SCHEME,
)
from icluster.reference._esca_layout import COUNTRY_NAMES, REGISTER_LAYOUT

__all__ = [
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
