"""What is said in Spanish, as it is written in Mexico: a few sentences, whole."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from icluster import (
    Facts,
    Organization,
    Table,
    frames,
    naming,
    readers,
    rules,
    scoring,
    wire,
)
from icluster.errors import IClusterError, UnknownNameError
from icluster.languages import es
from icluster.policies import (
    AllocationStage,
    EuPriority,
    PolicyRelationKind,
    PolicyType,
    Status,
)
from icluster.reference import CONTEXT, eccp, esca, mexico
from icluster.vocabularies import Vocabulary
from icluster.words import ENGLISH, Language, Sentence, parts_named, say, worded

NOTHING: Any = None


def _refusal(call: Any) -> str:
    with pytest.raises(IClusterError) as caught:
        call()
    return caught.value.said().text(es.SPANISH)


def test_a_name_of_any_gender_is_not_known() -> None:
    error = UnknownNameError("column", "tier", ("name",))
    assert error.said().text(es.SPANISH) == (
        "no hay columna que se llame 'tier'; se conocen: name"
    )


def test_a_document_is_refused() -> None:
    said = _refusal(lambda: wire.loads("[]", Organization))
    assert said == "el conjunto debe ser un objeto JSON; se recibió []"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"name": "MIND"}], "1 fila leída, 0 rechazadas"),
        ([{"name": "MIND"}, {"name": "-"}], "1 fila leída, 1 rechazada"),
    ],
)
def test_rows_are_counted(rows: list[dict[str, Any]], said: str) -> None:
    table = wire.from_records(rows, Organization).table(language=es.SPANISH)
    assert table.text().splitlines()[0] == said


def test_a_line_is_rejected() -> None:
    reading = readers.read_label_register("x 2020/01/01", layout=esca.REGISTER_LAYOUT)
    assert reading.said().text(es.SPANISH) == (
        "0 otorgamientos, 1 línea rechazada, 0 tablas"
    )
    (line,) = reading.rejected
    assert line.said().text(es.SPANISH) == (
        "línea 1: termina en una fecha, pero no hay encabezados de columna antes"
    )


def test_twins_are_named() -> None:
    twins = [Organization(name="MIND"), Organization(name="Mind")]
    (duplicates,) = naming.likely_duplicates(twins)
    assert duplicates.said().text(es.SPANISH) == 'misma clave "mind": MIND; Mind'


def test_a_frame_is_refused() -> None:
    said = _refusal(lambda: frames.score(NOTHING, NOTHING))
    assert said.startswith("frame debe ser una tabla de datos que narwhals conozca")


@pytest.mark.parametrize(
    ("member", "text"),
    [
        # What a factsheet prints stays; the translation in brackets is ours.
        (EuPriority.GREEN_ECONOMY, "Green economy [economía verde]"),
        (PolicyType.BROAD, "Broad policy [política amplia]"),
        (Status.ANNOUNCED, "anunciado"),
        (AllocationStage.EARMARKED, "etiquetado"),
        (PolicyRelationKind.SUCCEEDS, "sucede a"),
    ],
)
def test_words_of_policies(member: Vocabulary, text: str) -> None:
    assert worded(member, es.SPANISH) == text


def test_a_region_is_given_for_a_regional_policy_only() -> None:
    def call() -> None:
        evolve(mexico.NUEVO_LEON_2022, region=None)

    assert _refusal(call) == (
        "region debe ser dado en una política regional, y solo en ella; se recibió None"
    )


# --- one and several --------------------------------------------------------------

FORMS = re.compile(r"\{\d*\?")
BY_FORMS = [
    (template, text)
    for _, template, text in es.SPANISH.entries
    if FORMS.search(template + text)
]
# No number of these is ever one: several are told together, or so many are needed.
NEVER_ONE = {
    "Radar of {} criteria",
    "a phrase of at most {} letters",
    "about {} by {} inches or more with their labels",
    "from one to {} scores by name",
    "of one to {} names",
    "one of {} totals from {} to {}",
    "the name of one of {} classes, such as {}, or of one in kinds=",
    "with findings of one to {} rules",
    "{} findings, the first: {}",
    '{} records go by the name "{}" and differ in {}: {}',
    "{} records of one name and one time: {}",
    "{} set aside for each {} is above the annual budget of {}",
    "{} to {} ({} values)",
    "No place among fewer than {} answers of peers, no quartiles among fewer than {}:"
    " single answers could be told from them.",
    "Nothing among fewer than {} answers of peers; among fewer than {} the own answer"
    " alone.",
}
SAME_IN_THE_SINGULAR = r"(?!m[eá]s\b|apenas\b)"


def _counted(text: str, count: int) -> str:
    size = max(parts_named(text)) + 1
    return Sentence("t", (count,) * size).text(Language("es", "", {"t": text}))


@pytest.mark.parametrize(("template", "text"), BY_FORMS)
def test_none_and_several_are_many_and_one_is_one(template: str, text: str) -> None:
    none, one, two = (_counted(text, count) for count in (0, 1, 2))
    assert none.replace("0", "2") == two
    assert one.replace("1", "2") != two, "one reads as several do"
    assert not re.search(rf"\b1 {SAME_IN_THE_SINGULAR}[a-záéíóúñ]+s\b", one)
    in_english = (_counted(template, count) for count in (0, 2))
    assert len({worded.translate({48: "2"}) for worded in in_english}) == 1


def test_every_number_of_things_has_both_forms() -> None:
    # A number before a word in the plural: "{} pares", not "{} {0?par|pares}".
    plural = re.compile(rf"\{{\d*\}} {SAME_IN_THE_SINGULAR}[a-záéíóúñ]+(?:es|[aeo]s)\b")
    several = {
        template for _, template, text in es.SPANISH.entries if plural.search(text)
    }
    assert sorted(several - NEVER_ONE) == []


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 etiquetas, vigentes hasta el 2018-05-04"),
        (1, "1 etiqueta, vigente hasta el 2018-05-04"),
        (2, "2 etiquetas, vigentes hasta el 2018-05-04"),
    ],
)
def test_labels_are_counted(count: int, said: str) -> None:
    sentence = say("{} {0?award|awards}, valid until {}", count, date(2018, 5, 4))
    assert sentence.text(es.SPANISH) == said


# --- what travels -----------------------------------------------------------------


def test_a_report_travels_in_no_language_and_is_worded_by_whoever_reads_it() -> None:
    def checked(*waivers: rules.Waiver) -> rules.Report:
        return rules.check(
            mexico.FACTSHEET_2022,
            on=date(2022, 9, 30),
            context=CONTEXT,
            select=["BUD"],
            waivers=waivers,
        )

    found = checked()
    waiver = found.waive(found.findings[0], reason="se preguntó a la secretaría")
    report = checked(wire.loads(wire.dumps(waiver), rules.Waiver))
    sent = wire.dumps(report)
    assert "se reservan" not in sent
    back = wire.loads(sent, rules.Report)
    for language, waived in ((ENGLISH, "waived: BUD001"), (es.SPANISH, "dispensado:")):
        text = back.text(language=language)
        assert text == report.text(language=language)
        assert waived in text
    (finding, *_) = wire.loads(wire.dumps(back.findings), tuple[rules.Finding, ...])
    assert finding.said().text(es.SPANISH).startswith("BUD002 advertencia: ")


# --- a language of one's own ------------------------------------------------------

# As a user brings it: a module of data. What it does not say stays English.
TLON = Language(
    "x-tlon",
    "Tlön",
    {
        "Labels on {}": "hlör {} axaxaxas",
        "Holder": "mlö",
        "Portfolio": {"ICT": "ICT [upa]"},
        "{} or {}": "{} u {}",
        "Lapsed": "onfadö",
    },
)


def test_a_third_language_is_data_that_a_user_brings() -> None:
    register = mexico.BRONZE_LABELS.where(portfolio="ICT")
    table = register.table(on=date(2018, 9, 30), language=TLON)
    caption, _, headings, *_ = table.text().splitlines()
    assert caption == "hlör 2018-09-30 axaxaxas"
    assert headings.split()[:2] == ["mlö", "Label"]
    record = table.records()[1]
    assert (record["portfolio"], record["status"]) == ("ICT [upa]", "onfadö")
    assert wire.view(register, on=date(2018, 9, 30), language=TLON)
    assert (
        table.text(language=es.SPANISH)
        == register.table(on=date(2018, 9, 30), language=es.SPANISH).text()
    )


def test_a_user_replaces_a_single_sentence() -> None:
    ours = es.SPANISH.but({"Lapsed": "Extinguida", "Agreement": {"agrees": "igual"}})
    statuses = mexico.BRONZE_LABELS.counts_table(on=date(2018, 9, 30), language=ours)
    assert "Extinguida" in statuses.text()
    assert "Titular" == ours.of("Holder") == es.SPANISH.of("Holder")
    assert es.SPANISH.of("Lapsed") == "Caducada"


def test_printed_labels_stand_in_translation_alone_for_who_reads_no_english() -> None:
    score = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
    page = score.document(language=es.SPANISH_ONLY)
    assert "Alcance de la política" in page
    assert "Policy scope" not in page
    assert "traducción de icluster.</footer>" in page
    assert es.SPANISH_ONLY.of("Broad policy", "PolicyType") == "Política amplia"
    # Nothing else differs: what a template leaves in brackets is its own.
    printed = [
        label
        for _, label, text in es.SPANISH.entries
        if label and text.startswith(f"{label} [") and text.endswith("]")
    ]
    differing = set(es.SPANISH_ONLY.entries) - set(es.SPANISH.entries)
    assert len(differing) == len(printed) + 1


def test_a_language_is_no_code() -> None:
    code: Any = "es"
    said = _refusal(lambda: Table(title="T", columns=[], language=code))
    assert said == (
        "language debe ser de tipo Language (como icluster.languages.es.SPANISH); "
        "se recibió 'es'"
    )
