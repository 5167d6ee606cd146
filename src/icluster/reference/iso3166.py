"""Countries and their parts: codes of ISO 3166, names, and how texts spell them.

The countries are made by a script of the project from pycountry, which has the codes
of ISO 3166-1, and from CLDR, which has the names; the versions of both stand in the
citations of every row. A code that is in use but not assigned (Kosovo's XK) is not
among them.

The parts of Mexico are transcribed from ISO 3166-2, entry MX (Mexico), as listed at
https://en.wikipedia.org/wiki/ISO_3166-2:MX: 31 states and a federal entity.
Deviations: spellings besides the printed names are icluster's own selection of
common ones (proposed), not part of the standard, and so are the English names. "México" alone is no spelling
of the state: it is the country's name, too. Abbreviations by which cities,
provinces or forms may be meant as well ("B.C.", "Col.") are left out.

Example:
    >>> len(MEXICO), MEXICO[14].region.code, MEXICO[14].name, MEXICO[14].english
    (32, 'MX-MEX', 'México', 'State of Mexico')
    >>> [name.title for name in COUNTRIES if name.country.code == "DE"]
    ['Germany', 'Alemania']
"""

from __future__ import annotations

from typing import Final

from icluster.reference._countries import CODES_READ_IN, NAMES_READ_IN
from icluster.reference._countries import COUNTRIES as _ROWS
from icluster.reference._sources import CLDR, PROPOSAL
from icluster.regions import Country, CountryName, Region, Subdivision
from icluster.sources import Cited, Source

__all__ = ["COUNTRIES", "ISO_3166_1", "ISO_3166_2_MX", "MEXICO"]


def __dir__() -> list[str]:
    return __all__


ISO_3166_1: Final = Source(
    key="iso3166_1", title="ISO 3166-1: codes of countries", publisher="ISO"
)
"""The standard; its list was read as pycountry has it."""

ISO_3166_2_MX: Final = Source(
    key="iso3166_2_mx",
    title="ISO 3166-2:MX",
    publisher="Wikipedia",
    url="https://en.wikipedia.org/wiki/ISO_3166-2:MX",
)
"""The page on the entry of Mexico in ISO 3166-2."""


def _in_language(language: str, column: int) -> tuple[CountryName, ...]:
    cited = (
        Cited("country", ISO_3166_1.at(CODES_READ_IN)),
        Cited("title", CLDR.at(f"territories, {language}: {NAMES_READ_IN}")),
        Cited("language", CLDR.at(f"territories, {language}: {NAMES_READ_IN}")),
    )
    return tuple(
        CountryName(row[column], Country(row[0]), language, cited) for row in _ROWS
    )


COUNTRIES: Final = _in_language("en", 1) + _in_language("es", 2)
"""Every country twice: its names in English, then those in Spanish."""


def _state(
    code: str, name: str, *spellings: str, english: str | None = None
) -> Subdivision:
    proposed = PROPOSAL.at("names and spellings of the states of Mexico")
    return Subdivision(
        region=Region(code),
        name=name,
        english=english or name,
        spellings=spellings,
        citations={
            "region": ISO_3166_2_MX.at(code),
            "name": ISO_3166_2_MX.at(code, name),
            "english": proposed,
            "spellings": proposed,
        },
    )


MEXICO: Final = (
    _state("MX-AGU", "Aguascalientes", "Aguascalientes"),
    _state("MX-BCN", "Baja California", "Baja California"),
    _state("MX-BCS", "Baja California Sur", "Baja California Sur"),
    _state("MX-CAM", "Campeche", "Campeche"),
    _state("MX-CHH", "Chihuahua", "Chihuahua"),
    _state("MX-CHP", "Chiapas", "Chiapas"),
    _state(
        "MX-CMX",
        "Ciudad de México",
        "Ciudad de México",
        "Mexico City",
        "CDMX",
        "Distrito Federal",
        english="Mexico City",
    ),
    _state(
        "MX-COA",
        "Coahuila de Zaragoza",
        "Coahuila de Zaragoza",
        "Coahuila",
        english="Coahuila",
    ),
    _state("MX-COL", "Colima", "Colima"),
    _state("MX-DUR", "Durango", "Durango"),
    _state("MX-GRO", "Guerrero", "Guerrero"),
    _state("MX-GUA", "Guanajuato", "Guanajuato"),
    _state("MX-HID", "Hidalgo", "Hidalgo"),
    _state("MX-JAL", "Jalisco", "Jalisco"),
    _state(
        "MX-MEX",
        "México",
        "Estado de México",
        "State of Mexico",
        "Edo. de México",
        "Edo. Méx.",
        "Edo México",
        "Edomex",
        english="State of Mexico",
    ),
    _state(
        "MX-MIC",
        "Michoacán de Ocampo",
        "Michoacán de Ocampo",
        "Michoacán",
        english="Michoacán",
    ),
    _state("MX-MOR", "Morelos", "Morelos"),
    _state("MX-NAY", "Nayarit", "Nayarit"),
    _state("MX-NLE", "Nuevo León", "Nuevo León"),
    _state("MX-OAX", "Oaxaca", "Oaxaca"),
    _state("MX-PUE", "Puebla", "Puebla"),
    _state("MX-QUE", "Querétaro", "Querétaro"),
    _state("MX-ROO", "Quintana Roo", "Quintana Roo"),
    _state("MX-SIN", "Sinaloa", "Sinaloa"),
    _state("MX-SLP", "San Luis Potosí", "San Luis Potosí"),
    _state("MX-SON", "Sonora", "Sonora"),
    _state("MX-TAB", "Tabasco", "Tabasco"),
    _state("MX-TAM", "Tamaulipas", "Tamaulipas"),
    _state("MX-TLA", "Tlaxcala", "Tlaxcala"),
    _state(
        "MX-VER",
        "Veracruz de Ignacio de la Llave",
        "Veracruz de Ignacio de la Llave",
        "Veracruz",
        english="Veracruz",
    ),
    _state("MX-YUC", "Yucatán", "Yucatán"),
    _state("MX-ZAC", "Zacatecas", "Zacatecas"),
)
"""The 32 parts of Mexico, in the order of their codes.
"""
