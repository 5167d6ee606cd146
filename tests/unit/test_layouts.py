"""Layouts: what a page looks like, without contradictions."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from icluster.errors import InvalidValueError
from icluster.labels import LabelTier
from icluster.layouts import MaturityRow, MaturityRows
from icluster.reference import eccp, esca

GOLD = LabelTier.GOLD

REGISTER = esca.REGISTER_LAYOUT
MATURITY = eccp.MATURITY_LAYOUT


def test_headings_by_country_and_by_industry_differ() -> None:
    with pytest.raises(InvalidValueError, match="industry_header"):
        evolve(REGISTER, industry_header=REGISTER.country_header)


def test_the_edition_has_a_term_for_the_tier() -> None:
    bronze = evolve(
        REGISTER.editions[0],
        terms=[term for term in REGISTER.editions[0].terms if term.tier is not GOLD],
    )
    with pytest.raises(InvalidValueError, match="with a term for Gold"):
        evolve(REGISTER, tier=GOLD, editions=[bronze])


BAD: dict[str, dict[str, Any]] = {
    "no criteria": {"criteria": []},
    "a criterion twice": {"criteria": MATURITY.criteria[:1] * 2},
}


@pytest.mark.parametrize("changes", BAD.values(), ids=BAD)
def test_maturity_layout_refuses(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError, match="criteria"):
        evolve(MATURITY, **changes)


@pytest.mark.parametrize("rows", [[], [MaturityRow("A", 1)] * 2], ids=["none", "twice"])
def test_rows_of_a_criterion_differ(rows: list[MaturityRow]) -> None:
    with pytest.raises(InvalidValueError, match="rows"):
        MaturityRows("scope", "SCOPE", rows)


def test_rows_and_points_are_those_of_the_rubric() -> None:
    rubric = eccp.MATURITY_2022
    assert [rows.criterion for rows in MATURITY.criteria] == [
        each.key for each in rubric.criteria
    ]
    for rows, criterion in zip(MATURITY.criteria, rubric.criteria, strict=True):
        assert [row.points for row in rows.rows] == [
            level.points for level in criterion.levels
        ]


def test_names_of_countries_differ() -> None:
    titles = [each.title for each in esca.COUNTRY_NAMES]
    assert titles == sorted(set(titles))
