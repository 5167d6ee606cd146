"""The tables of countries, regions, currencies and legal forms."""

from __future__ import annotations

import pytest
from tests import codes

from icluster.errors import InvalidValueError
from icluster.reference import iso3166, iso4217, iso20275
from icluster.regions import Country, CountryName, Region, places_named
from icluster.vocabularies import Missing


def test_mexico_has_32_parts_in_the_order_of_their_codes() -> None:
    codes = [state.region.code for state in iso3166.MEXICO]
    assert len(codes) == 32
    assert codes == sorted(set(codes))
    assert all(state.region.country.code == "MX" for state in iso3166.MEXICO)


def test_the_state_and_the_city_of_mexico_are_two() -> None:
    names = {state.region.code: state.name for state in iso3166.MEXICO}
    assert names["MX-MEX"] == "México"
    assert names["MX-CMX"] == "Ciudad de México"


def test_no_spelling_names_two_regions() -> None:
    spelled = [words for state in iso3166.MEXICO for words in state.words]
    assert len(spelled) == len(set(spelled))


def test_a_printed_name_is_a_spelling_but_for_the_one_that_the_country_shares() -> None:
    missing = [s.name for s in iso3166.MEXICO if s.name not in s.spellings]
    assert missing == ["México"]


def test_legal_forms_have_ten_codes_of_the_edition() -> None:
    codes = {form.title: form.elf_code for form in iso20275.MEXICO_2023}
    assert codes == {
        "A.C.": "5AWU",
        "S.C.": "7H63",
        "S.A.": "B8CE",
        "S.A. de C.V.": "JGV1",
        "S. de R.L.": "449I",
        "S. de R.L. de C.V.": "XLVZ",
        "S.A.P.I. de C.V.": "VATV",
        "S.A.B. de C.V.": "L9JC",
        "S.A.S.": "LJTR",
        "I.A.P.": "MAM6",
    }
    assert str(iso20275.ELF_LIST_2023.published) == "2023-09-28"


def test_tables_export_what_they_list() -> None:
    assert dir(iso3166) == ["COUNTRIES", "ISO_3166_1", "ISO_3166_2_MX", "MEXICO"]
    assert dir(iso4217) == ["CURRENCIES", "ISO_4217", "WITHDRAWN"]
    assert dir(iso20275) == ["ELF_LIST_2023", "MEXICO_2023"]


def test_made_tables_are_what_the_script_makes_today() -> None:
    for path, text in codes.modules().items():
        assert path.read_text("utf-8") == text, f"{path.name}: run make codes"


def test_every_country_is_named_in_two_languages() -> None:
    names = iso3166.COUNTRIES
    assert [name.language for name in names] == ["en"] * 249 + ["es"] * 249
    half = len(names) // 2
    assert [n.country for n in names[:half]] == [n.country for n in names[half:]]


def test_currencies_stand_in_the_order_of_their_codes() -> None:
    listed = [currency.code for currency in iso4217.CURRENCIES]
    assert listed == sorted(set(listed))
    assert {"MXN", "USD", "EUR"} < set(listed)
    assert "DEM" not in listed


def test_currencies_withdrawn_are_told_from_those_that_never_were() -> None:
    listed = {currency.code: currency for currency in iso4217.WITHDRAWN}
    assert [*listed] == sorted(listed)
    assert not {*listed} & {currency.code for currency in iso4217.CURRENCIES}
    assert (listed["DEM"].title, str(listed["DEM"].until)) == (
        "German Mark",
        "2002-05-15",
    )
    assert {code for code, row in listed.items() if row.until is Missing.UNKNOWN} == {
        "BGN"
    }
    assert "XQQ" not in listed


def test_countries_and_states_are_looked_up_together() -> None:
    places = iso3166.COUNTRIES + iso3166.MEXICO
    assert places_named("méxico", among=places) == (Country("MX"), Region("MX-MEX"))
    assert places_named("Estado de México", among=places) == (Region("MX-MEX"),)
    assert places_named("Chihuahua", among=places) == (Region("MX-CHH"),)
    assert places_named("Monterrey", among=places) == ()
    # A name shared by two countries of a table is that of both.
    both = [CountryName("Guinea", Country(code), "en") for code in ("GN", "GQ")]
    assert places_named("guinea", among=both) == (Country("GN"), Country("GQ"))


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Germany", ("DE",)),
        ("ALEMANIA", ("DE",)),
        ("mexico", ("MX",)),
        ("Cote d’Ivoire", ("CI",)),
        ("Atlantis", ()),
        ("", ()),
    ],
)
def test_a_country_goes_by_its_names(name: str, countries: tuple[str, ...]) -> None:
    named = places_named(name, among=iso3166.COUNTRIES)
    assert named == tuple(map(Country, countries))


def test_one_name_may_be_that_of_several() -> None:
    both = [
        *iso3166.MEXICO[:1],
        iso3166.MEXICO[0].__class__(
            region=Region("ES-XX"), name="Aguascalientes", spellings=()
        ),
    ]
    named = places_named("aguascalientes", among=both)
    assert named == (Region("MX-AGU"), Region("ES-XX"))


@pytest.mark.parametrize(
    ("name", "regions"),
    [
        ("State of Mexico", ("MX-MEX",)),
        ("México", ("MX-MEX",)),
        ("Mexico City", ("MX-CMX",)),
        ("nuevo leon", ("MX-NLE",)),
        ("Baja California", ("MX-BCN",)),
        ("Monterrey", ()),
        ("-", ()),
    ],
)
def test_a_state_goes_by_its_names(name: str, regions: tuple[str, ...]) -> None:
    named = places_named(name, among=iso3166.MEXICO)
    assert named == tuple(map(Region, regions))


def test_names_are_looked_up_as_texts_among_rows() -> None:
    with pytest.raises(InvalidValueError, match="text must be of type str"):
        places_named(1, among=iso3166.COUNTRIES)  # type: ignore[call-overload]
    with pytest.raises(
        InvalidValueError,
        match=r"among\[0\] must be of type CountryName or Subdivision",
    ):
        places_named("a", among=[Country("MX")])  # type: ignore[list-item]
