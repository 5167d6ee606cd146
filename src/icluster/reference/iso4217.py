"""Currencies: codes of ISO 4217, with their names in English.

The rows are made by a script of the project from pycountry, which has the codes in
force, and from CLDR, which has the names; the versions of both stand in the citations
of every row. Currencies withdrawn are those of CLDR that pycountry does not list, with
the last day on which they were tender anywhere.
Deviations: not all codes of currencies withdrawn were those of ISO.

Example:
    >>> [currency.title for currency in CURRENCIES if currency.code == "MXN"]
    ['Mexican Peso']
"""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.money import Currency
from icluster.reference._currencies import CODES_READ_IN, NAMES_READ_IN
from icluster.reference._currencies import CURRENCIES as _ROWS
from icluster.reference._sources import CLDR
from icluster.reference._withdrawn import WITHDRAWN as _WITHDRAWN_ROWS
from icluster.sources import Cited, Source
from icluster.vocabularies import Missing, Unknown

__all__ = ["CURRENCIES", "ISO_4217", "WITHDRAWN"]


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


def _withdrawn(code: str, title: str, until: str) -> Currency:
    read_in = CLDR.at(f"currencies, en, and currency data: {NAMES_READ_IN}")
    last_day: PartialDate | Unknown
    last_day = PartialDate.parse(until) if until else Missing.UNKNOWN
    cited = tuple(Cited(name, read_in) for name in ("code", "title", "until"))
    return Currency(code, title, cited, until=last_day)


WITHDRAWN: Final = tuple(_withdrawn(*row) for row in _WITHDRAWN_ROWS)
"""Currencies that are tender no more, in the order of the codes."""
