"""Regions that a text names."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.naming.seed import NAMES

from icluster import naming
from icluster.errors import InvalidValueError
from icluster.reference import iso3166
from icluster.regions import Region, Subdivision

FOUND = {
    "Baja California alone": ("Aerospace Alliance of Baja California", ["BCN"]),
    "Baja California Sur is not Baja California": (
        "Vid de Baja California Sur",
        ["BCS"],
    ),
    "both where both are named": (
        "Baja California y Baja California Sur",
        ["BCN", "BCS"],
    ),
    "Californias is no state": ("Productos Médicos de las Californias A.C.", []),
    "Baja alone is no state": ("IT@Baja", []),
    "Monterrey is a city": ("Monterrey Healthcare City Cluster", []),
    "a product is no state": ("Cluster del Mango Sinaloense", []),
    "the state of Mexico by its short name": ("Claut Edo Mex", ["MEX"]),
    "the state of Mexico with dots": ("Clúster Edo. Méx.", ["MEX"]),
    "the state of Mexico in full": ("Consejo del Estado de México", ["MEX"]),
    "Mexico City": ("Cluster TIC Ciudad de México", ["CMX"]),
    "Mexico City by its letters": ("Cluster CDMX", ["CMX"]),
    "México alone may be the country": ("Clúster Automotriz México", []),
    "Nuevo México is none of Mexico's states": ("Cluster Nuevo México", []),
    "accents do not matter": ("Software Industry Council of Nuevo Leon", ["NLE"]),
    "case does not matter": ("CLUSTER SAN LUIS POTOSÍ", ["SLP"]),
    "order is that of the text": ("Tlaxcala, Puebla y Oaxaca", ["TLA", "PUE", "OAX"]),
    "once where named twice": ("Jalisco: Consejo de Jalisco", ["JAL"]),
    "whole words only": ("Colimatec Sonorasoft", []),
    "the long name of a state is the short one and more": (
        "Veracruz de Ignacio de la Llave, Michoacán de Ocampo, Coahuila de Zaragoza",
        ["VER", "MIC", "COA"],
    ),
    "a spelling cut short is none": ("Nuevo", []),
    "no words at all": ("...", []),
}


@pytest.mark.parametrize("sentence", FOUND)
def test_found(sentence: str) -> None:
    text, codes = FOUND[sentence]
    regions = naming.find_regions(text, subdivisions=iso3166.MEXICO)
    assert [region.code for region in regions] == [f"MX-{code}" for code in codes]


def test_the_names_of_the_register_name_a_region_or_none() -> None:
    found = {
        name: [
            region.code[3:]
            for region in naming.find_regions(name, subdivisions=iso3166.MEXICO)
        ]
        for name in NAMES
    }
    assert all(len(codes) <= 1 for codes in found.values())
    assert sum(map(len, found.values())) == 19
    assert found["Sistema Producto Vid De Baja California A.C."] == ["BCN"]


def test_every_state_is_found_by_each_of_its_spellings_and_only_it() -> None:
    for state in iso3166.MEXICO:
        for spelling in state.spellings:
            found = naming.find_regions(spelling, subdivisions=iso3166.MEXICO)
            assert found == (state.region,), spelling


def test_a_longer_spelling_uses_its_words_up() -> None:
    states = (
        Subdivision(region=Region("MX-NLE"), name="A", spellings=("Nuevo León",)),
        Subdivision(region=Region("MX-GUA"), name="B", spellings=("León",)),
    )
    found = naming.find_regions("Clúster de Nuevo León", subdivisions=states)
    assert found == (Region("MX-NLE"),)


def test_without_subdivisions_nothing_is_found() -> None:
    assert naming.find_regions("Jalisco", subdivisions=()) == ()


@pytest.mark.parametrize("bad", [None, 7, b"Jalisco"])
def test_only_text_is_searched(bad: Any) -> None:
    with pytest.raises(InvalidValueError, match="text must be text"):
        naming.find_regions(bad, subdivisions=iso3166.MEXICO)


def test_a_subdivision_refuses_a_spelling_without_words() -> None:
    with pytest.raises(InvalidValueError, match="made of words"):
        Subdivision(region=Region("MX-JAL"), name="Jalisco", spellings=("...",))


def test_a_subdivision_refuses_a_lone_string_of_spellings() -> None:
    lone: Any = "Jalisco"
    with pytest.raises(
        InvalidValueError, match="spellings must be a list or a tuple of str"
    ):
        Subdivision(region=Region("MX-JAL"), name="Jalisco", spellings=lone)


@pytest.mark.parametrize("subdivisions", [["a"], "a", None])
def test_only_subdivisions_are_looked_for(subdivisions: Any) -> None:
    with pytest.raises(InvalidValueError, match="subdivisions"):
        naming.find_regions("Jalisco", subdivisions=subdivisions)
