"""Every table says what it is, and every row of it where it was read."""

from __future__ import annotations

from typing import Any

import pytest

from icluster import Edition, FactSchema, Reading, reference, scoring
from icluster.reference import CONTEXT, ReferenceTable, inventory, overview
from icluster.sources import Source

TABLES = inventory()
# Assembled from tables that are listed, or what a table is made of.
MADE_INTO = (Source, FactSchema, Reading)
MADE_OF_OTHERS = {
    "esca.END_OF_MONTH",
    "mexico.BIBLIOGRAPHY_2022",  # sources, which are cited and cite nothing
    "mexico.COURSE_FOR_AN_INDUSTRIAL_POLICY_2022",
    "mexico.FACTSHEET_2022",
    "mexico.NUEVO_LEON_2022",
    "project.MUSEIC_SUBCOMMITTEES",
}


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_every_row_is_cited(table: ReferenceTable) -> None:
    assert table.rows
    for row in table.rows:
        assert table.citations(row), row


def test_every_table_is_listed() -> None:
    listed = {table.name for table in TABLES}
    for room in ("advice", "eccp", "ecei", "esca", "iso20275", "iso3166", "iso4217"):
        _look_at(room, listed)
    for room in ("mexico", "project"):
        _look_at(room, listed)
    assert len(listed) == len(TABLES)


@pytest.mark.parametrize("edition", CONTEXT.editions, ids=lambda edition: edition.key)
def test_every_edition_is_sound(edition: Edition[Any]) -> None:
    report = scoring.audit(edition.rubric)
    assert report.passes, str(report)


def _look_at(room: str, listed: set[str]) -> None:
    module = getattr(reference, room)
    for name in module.__all__:
        thing = getattr(module, name)
        if name.isupper() and not isinstance(thing, MADE_INTO):
            assert {f"{room}.{name}"} <= listed | MADE_OF_OTHERS


def test_what_a_person_reads_is_what_is_there() -> None:
    rows = {row["name"]: row for row in overview().records()}
    assert list(rows) == [table.name for table in TABLES]
    assert (rows["iso3166.MEXICO"]["rows"], rows["iso3166.MEXICO"]["proposed"]) == (
        32,
        32,
    )
    assert rows["ecei.GOLD_31"]["unconfirmed"] == 2
    assert rows["esca.BENCHMARK_36"]["unconfirmed"] == 1  # satisfaction serves 5.3
    assert rows["esca.SAME_DAY"]["proposed"] == 1
    assert rows["mexico.BRONZE_LABELS"]["sources"] == "esca_mx"
