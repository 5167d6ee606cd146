"""What is said in Spanish, as it is written in Mexico: a few sentences, whole."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from icluster import Organization, frames, naming, readers, wire
from icluster.errors import IClusterError, UnknownNameError
from icluster.languages import es
from icluster.policies import (
    AllocationStage,
    EuPriority,
    PolicyRelationKind,
    PolicyType,
    Status,
)
from icluster.reference import esca, mexico
from icluster.vocabularies import Vocabulary
from icluster.words import worded

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
        ([{"name": "MIND"}, {"name": ""}], "1 fila leída, 1 rechazada"),
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
        "region debe ser presente en una política regional, y solo en ella; "
        "se recibió None"
    )
