"""Write the tables of codes: countries and currencies, from pycountry and Babel.

Run by ``make codes``. The codes of ISO 3166-1 and ISO 4217 come from pycountry, the
names from CLDR as Babel has it; their versions are the birth certificates of the
modules written. Both are tools of development: the package imports neither.
"""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pycountry
from babel import Locale
from babel.core import get_cldr_version, get_global

import icluster

if TYPE_CHECKING:
    from collections.abc import Iterable

REFERENCE = Path(icluster.__file__).parent / "reference"

_TEXT = '''"""{title}

Made by ``make codes``, not by hand: codes from pycountry {pycountry}, names from
CLDR {cldr} as Babel {babel} has it.
Deviations: {deviations}
"""

from __future__ import annotations

from typing import Final

__all__ = ["{name}", "CODES_READ_IN", "NAMES_READ_IN"]


CODES_READ_IN: Final = "pycountry {pycountry}"
NAMES_READ_IN: Final = "CLDR {cldr}, Babel {babel}"

# fmt: off
{name}: Final = (
{rows}
)
# fmt: on
'''


def _text(
    name: str, title: str, rows: Iterable[tuple[str, ...]], deviations: str
) -> str:
    lines = [
        "    (" + ", ".join(f'"{cell}"' for cell in row) + ")," for row in sorted(rows)
    ]
    return _TEXT.format(
        name=name,
        title=title,
        rows="\n".join(lines),
        deviations=deviations,
        pycountry=version("pycountry"),
        cldr=get_cldr_version(),
        babel=version("babel"),
    )


def _tender() -> dict[str, date | None]:
    """Return until when each currency was tender anywhere; None where it has no end."""
    days: dict[str, list[date | None]] = {}
    for rows in get_global("territory_currencies").values():
        for code, _, until, is_tender in rows:
            if is_tender:
                days.setdefault(code, []).append(until and date(*until))
    return {
        code: None if None in untils else max(day for day in untils if day)
        for code, untils in days.items()
    }


def modules() -> dict[Path, str]:
    """Return the text of each module by its path."""
    english, spanish = Locale("en"), Locale("es")
    countries = [
        (code, english.territories[code], spanish.territories[code])
        for code in (country.alpha_2 for country in pycountry.countries)
    ]
    currencies = [
        (currency.alpha_3, english.currencies.get(currency.alpha_3, currency.name))
        for currency in pycountry.currencies
    ]
    withdrawn = [
        (code, english.currencies[code], "" if until is None else until.isoformat())
        for code, until in _tender().items()
        if pycountry.currencies.get(alpha_3=code) is None
    ]
    return {
        REFERENCE / "_countries.py": _text(
            "COUNTRIES",
            "Countries of ISO 3166-1: code, name in English, name in Spanish.",
            countries,
            "none.",
        ),
        REFERENCE / "_currencies.py": _text(
            "CURRENCIES",
            "Currencies of ISO 4217: code, name in English.",
            currencies,
            "a name that CLDR does not have is that of pycountry.",
        ),
        REFERENCE / "_withdrawn.py": _text(
            "WITHDRAWN",
            "Currencies withdrawn: code, name in English, last day as tender.",
            withdrawn,
            "those of CLDR are listed that pycountry lacks; no day is said of some.",
        ),
    }


if __name__ == "__main__":
    for path, text in modules().items():
        path.write_text(text, encoding="utf-8")
