"""One name: its parts and its key."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.naming.seed import NAMES

from icluster import naming
from icluster.errors import InvalidValueError
from icluster.organizations import LegalForm
from icluster.reference import iso20275

# name as printed: (to display, acronym, full name, legal form); None for no acronym
# or form; an empty full name where it is what is displayed.
PARTS: dict[str, tuple[str, str | None, str, str | None]] = {
    "AIMSI - Asociación Internacional de Mentefactura, Software e Internet, A.C.": (
        "AIMSI - Asociación Internacional de Mentefactura, Software e Internet",
        "AIMSI",
        "Asociación Internacional de Mentefactura, Software e Internet",
        "A.C.",
    ),
    "andea - Asociación Nacional de Emprendedores": (
        "andea - Asociación Nacional de Emprendedores",
        "andea",
        "Asociación Nacional de Emprendedores",
        None,
    ),
    "Impulse TI - Promotora del Sector TI del Centro de Sinaloa A.C.": (
        "Impulse TI - Promotora del Sector TI del Centro de Sinaloa",
        None,
        "",
        "A.C.",
    ),
    "Integracion Tecnologica De Queretaro. A.c.": (
        "Integracion Tecnologica De Queretaro",
        None,
        "",
        "A.C.",
    ),
    "Monterrey IT Cluster, A.C.": ("Monterrey IT Cluster", None, "", "A.C."),
    "Prosoftware AC": ("Prosoftware", None, "", "A.C."),
    "IT@Baja": ("IT@Baja", None, "", None),
    "Mexican Technology Platform (MTP)": (
        "Mexican Technology Platform (MTP)",
        "MTP",
        "Mexican Technology Platform",
        None,
    ),
    "Mexico National ICT Cluster Council (mxTI)": (
        "Mexico National ICT Cluster Council (mxTI)",
        "mxTI",
        "Mexico National ICT Cluster Council",
        None,
    ),
    "Plataforma Tecnológica, A.C. (PTe)": (
        "Plataforma Tecnológica (PTe)",
        "PTe",
        "Plataforma Tecnológica",
        "A.C.",
    ),
    "Clúster de Software (Jalisco)": ("Clúster de Software (Jalisco)", None, "", None),
    "CLUSTER DE SOFTWARE (JALISCO)": ("CLUSTER DE SOFTWARE (JALISCO)", None, "", None),
    "Clúster de Software (Alta Tecnología)": (
        "Clúster de Software (Alta Tecnología)",
        None,
        "",
        None,
    ),
    "(MTP)": ("(MTP)", None, "", None),
    "Clúster - Nuevo León": ("Clúster - Nuevo León", None, "", None),
    "Clúster Automotriz - Nuevo León": (
        "Clúster Automotriz - Nuevo León",
        None,
        "",
        None,
    ),
    "ABC – Alianza – Bajío": ("ABC – Alianza – Bajío", "ABC", "Alianza – Bajío", None),
    "A.C.": ("A.C.", None, "", None),
    "--- A.C.": ("--- A.C.", None, "", None),
    "C.I.S.C.": ("C.I.S.C.", None, "", None),
    "C.I.T.I. A.C.": ("C.I.T.I.", None, "", "A.C."),
    "Queretaro.A.C.": ("Queretaro", None, "", "A.C."),
    "AIMSI - A.C.": ("AIMSI", None, "", "A.C."),
    "Queretaro Ａ．Ｃ．": ("Queretaro", None, "", "A.C."),
    "Queretaro，Ａ.Ｃ.": ("Queretaro", None, "", "A.C."),
    "Queretaro A.C.\u200f": ("Queretaro", None, "", "A.C."),
    "\u200eQueretaro\u200b A.\u200bC.": ("Queretaro", None, "", "A.C."),
    "Queretaro-A.C.": ("Queretaro", None, "", "A.C."),
    "Queretaro–S.A. de C.V.": ("Queretaro", None, "", "S.A. de C.V."),
    "Agro-SC": ("Agro-SC", None, "", None),
    "Foo Bar (S.A.)": ("Foo Bar", None, "", "S.A."),
    "Foo Bar (SA de CV)": ("Foo Bar", None, "", "S.A. de C.V."),
    "Foo Bar (S.A.) (FB)": ("Foo Bar (FB)", "FB", "Foo Bar", "S.A."),
    "Sports Council (SC)": ("Sports Council (SC)", "SC", "Sports Council", None),
    "(A.C.)": ("(A.C.)", None, "", None),
    "Cactus": ("Cactus", None, "", None),
    "Plasac": ("Plasac", None, "", None),
    "A.C. Jalisco": ("A.C. Jalisco", None, "", None),
    "  Clúster\u00a0 del  Mango ": ("Clúster del Mango", None, "", None),
}


@pytest.mark.parametrize("printed", PARTS)
def test_parts_of(printed: str) -> None:
    name, acronym, full_name, form = PARTS[printed]
    parsed = naming.parse_name(printed)
    assert parsed.source == printed
    assert parsed.name == name
    assert parsed.acronym == acronym
    assert parsed.full_name == (full_name or name)
    assert (parsed.legal_form and parsed.legal_form.title) == form
    assert parsed.key == naming.name_key(printed)


# As listed by the specification: every form, its code, and ways of writing it.
FORMS = {
    "A.C.": ("5AWU", ["A.C.", "A.c.", "AC", "A. C.", "a.c", "A.C", ", A.C."]),
    "S.C.": ("7H63", ["S.C.", "SC", "s. c."]),
    "S.A.": ("B8CE", ["S.A.", "SA", "s.a."]),
    "S.A. de C.V.": (
        "JGV1",
        ["S.A. de C.V.", "SA de CV", "S.A. DE C.V.", "S. A. de C. V.", "S.A.de C.V."],
    ),
    "S. de R.L.": ("449I", ["S. de R.L.", "S de RL", "S. DE R. L."]),
    "S. de R.L. de C.V.": ("XLVZ", ["S. de R.L. de C.V.", "S DE RL DE CV"]),
    "S.A.P.I. de C.V.": ("VATV", ["S.A.P.I. de C.V.", "SAPI de CV"]),
    "S.A.B. de C.V.": ("L9JC", ["S.A.B. de C.V.", "sab de cv"]),
    "S.A.S.": ("LJTR", ["S.A.S.", "SAS", "s. a. s."]),
    "I.A.P.": ("MAM6", ["I.A.P.", "IAP"]),
}


@pytest.mark.parametrize(
    ("title", "written"),
    [(title, written) for title, (_, several) in FORMS.items() for written in several],
)
def test_a_legal_form_is_found_however_it_is_written(title: str, written: str) -> None:
    parsed = naming.parse_name(
        f"Clúster Uno {written}", legal_forms=iso20275.MEXICO_2023
    )
    assert parsed.name == "Clúster Uno"
    assert parsed.legal_form is not None
    assert (parsed.legal_form.title, parsed.legal_form.elf_code) == (
        title,
        FORMS[title][0],
    )


def test_spellings_and_the_edition_list_the_same_forms() -> None:
    edition = {(form.key, form.title) for form in iso20275.MEXICO_2023}
    assert {(form.key, form.title) for form in naming.LEGAL_FORMS} == edition
    assert {form.elf_code for form in naming.LEGAL_FORMS} == {None}


def test_legal_forms_may_come_from_a_generator() -> None:
    forms = (form for form in iso20275.MEXICO_2023)
    parsed = naming.parse_name("Clúster Uno, A.C. (CUno)", legal_forms=forms)
    assert parsed.legal_form == LegalForm("ac", "A.C.", "5AWU")


def test_without_legal_forms_none_is_found() -> None:
    assert naming.name_key("Prosoftware AC", legal_forms=()) == "prosoftware ac"


def test_other_countries_bring_their_own_forms() -> None:
    forms = (LegalForm("ev", "e. V."),)
    assert naming.name_key("Cluster Süd e.V.", legal_forms=forms) == "cluster sud"


ONE_NAME = {
    "accents": (
        "Cluster Automotriz San Luis Potosí",
        "Clúster Automotriz San Luis Potosi",
    ),
    "case": ("Cluster TI Oaxaca", "CLUSTER Ti OAXACA"),
    "legal form": ("Monterrey IT Cluster, A.C.", "Monterrey IT Cluster"),
    "dotting": ("Prosoftware AC", "Prosoftware A. C."),
    "punctuation": ("IT@Baja", "IT Baja"),
    "spacing": ("Cluster  Puebla TIC", "Cluster\u00a0Puebla\u2009TIC"),
    "composition of accents": ("Clúster", "Clu\u0301ster"),
    "plural of the word": ("Consejo de Clústeres", "Consejo de Clusters"),
    "apostrophes": (
        "National Entrepreneur's Institute",
        "National Entrepreneur’s Institute",
    ),
}


@pytest.mark.parametrize("difference", ONE_NAME)
def test_spellings_of_one_name_have_one_key(difference: str) -> None:
    left, right = ONE_NAME[difference]
    assert naming.name_key(left) == naming.name_key(right)


NEAR_NAMES = [
    ("Claut Edo Mex", "Cluster Automotriz de Nuevo León"),
    ("Cluster del Mango Sinaloense", "Cluster del Tomate Sinaloense"),
    ("Cluster Ti Chiapas", "Cluster TI Oaxaca"),
    ("Monterrey IT Cluster, A.C.", "Software Industry Council of Nuevo Leon"),
    ("Cluster Council", "Clusters Council"),
    ("Cluster TI", "TI"),
]


@pytest.mark.parametrize(("left", "right"), NEAR_NAMES)
def test_near_names_keep_apart(left: str, right: str) -> None:
    assert naming.name_key(left) != naming.name_key(right)


def test_the_names_of_the_register_have_keys_of_their_own() -> None:
    assert len(NAMES) == 35
    assert len({naming.name_key(name) for name in NAMES}) == 35


def test_the_register_has_fourteen_names_with_a_form_and_all_of_them_are_ac() -> None:
    forms = [naming.parse_name(name).legal_form for name in NAMES]
    titles = [form.title for form in forms if form is not None]
    assert titles == ["A.C."] * 14


def test_a_name_of_marks_only_has_an_empty_key() -> None:
    assert naming.name_key("...") == ""


@pytest.mark.parametrize("bad", ["", "  ", None, 7, b"A"])
def test_a_name_must_be_text(bad: Any) -> None:
    with pytest.raises(InvalidValueError, match="text must be a name"):
        naming.parse_name(bad)
    with pytest.raises(InvalidValueError, match="text must be a name"):
        naming.name_key(bad)


def test_a_name_of_a_megabyte_is_read() -> None:
    assert naming.parse_name("A. " * 400_000 + "A.C.").legal_form is not None
    assert naming.name_key("a.b" * 400_000)


@pytest.mark.parametrize("text", ["\u200b", "\u200f \0", "\ufeff"])
def test_what_nobody_sees_is_no_name(text: str) -> None:
    with pytest.raises(InvalidValueError, match="text must be a name"):
        naming.parse_name(text)


@pytest.mark.parametrize("forms", [["AC"], "AC", None, 7])
def test_legal_forms_by_name_are_refused(forms: Any) -> None:
    with pytest.raises(InvalidValueError, match="legal_forms"):
        naming.parse_name("Queretaro AC", legal_forms=forms)
