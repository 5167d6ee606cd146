"""The tables of regions and of legal forms."""

from __future__ import annotations

from icluster.reference import iso3166, iso20275


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
    assert dir(iso3166) == ["MEXICO"]
    assert dir(iso20275) == ["ELF_LIST_2023", "MEXICO_2023"]
