"""Parts of countries: codes and names of ISO 3166-2, and how texts spell them.

Transcribed from ISO 3166-2, entry MX (Mexico), as listed at
https://en.wikipedia.org/wiki/ISO_3166-2:MX: 31 states and a federal entity.
Deviations: spellings besides the printed names are icluster's own selection of
common ones (proposed), not part of the standard. "México" alone is no spelling
of the state: it is the country's name, too. Abbreviations by which cities,
provinces or forms may be meant as well ("B.C.", "Col.") are left out.

Example:
    >>> len(MEXICO), MEXICO[14].region.code, MEXICO[14].name
    (32, 'MX-MEX', 'México')
"""

from __future__ import annotations

from typing import Final

from icluster.regions import Region, Subdivision

__all__ = ["MEXICO"]


def __dir__() -> list[str]:
    return __all__


def _state(code: str, name: str, *spellings: str) -> Subdivision:
    return Subdivision(region=Region(code), name=name, spellings=spellings)


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
    ),
    _state("MX-COA", "Coahuila de Zaragoza", "Coahuila de Zaragoza", "Coahuila"),
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
    ),
    _state("MX-MIC", "Michoacán de Ocampo", "Michoacán de Ocampo", "Michoacán"),
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
    ),
    _state("MX-YUC", "Yucatán", "Yucatán"),
    _state("MX-ZAC", "Zacatecas", "Zacatecas"),
)
"""The 32 parts of Mexico, in the order of their codes.
"""
