"""Currencies: codes of ISO 4217, with their names in English.

The rows are made by a script of the project from pycountry, which has the codes in
force (those of currencies withdrawn are not among them), and from CLDR, which has
the names; the versions of both stand in the citations of every row.
Deviations: none.

Example:
    >>> [currency.title for currency in CURRENCIES if currency.code == "MXN"]
    ['Mexican Peso']
"""

from __future__ import annotations

from typing import Final

from icluster.money import Currency
from icluster.reference._currencies import CODES_READ_IN, NAMES_READ_IN
from icluster.reference._currencies import CURRENCIES as _ROWS
from icluster.reference._sources import CLDR
from icluster.sources import Cited, Source

__all__ = ["CURRENCIES", "ISO_4217"]


def __dir__() -> list[str]:
    return __all__


ISO_4217: Final = Source(
    key="iso4217", title="ISO 4217: codes of currencies", publisher="ISO"
)
"""The standard; its list was read as pycountry has it."""

_CITED: Final = (
    Cited("code", ISO_4217.at(CODES_READ_IN)),
    Cited("title", CLDR.at(f"currencies, en: {NAMES_READ_IN}")),
)

CURRENCIES: Final = tuple(Currency(code, title, _CITED) for code, title in _ROWS)
"""Every currency in force, in the order of the codes."""
