"""Statuses of labels on frames, against those of the awards themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import MAKERS, records

from icluster import Organization, PartialDate, frames
from icluster.labels import LabelAward, LabelEdition, LabelTier, Term
from icluster.reference import esca
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from icluster.vocabularies import Unknown

ON = date(2018, 5, 5)
TERMS = [esca.SAME_DAY.term(LabelTier.BRONZE), Term(tier=LabelTier.SILVER)]
EDITION = LabelEdition(key="invented", terms=TERMS)
KINDS = {
    "valid_until": "date",
    "begins_first": "date",
    "begins_last": "date",
    "tier": "str",
    "row": "int",
}


def days() -> st.SearchStrategy[date]:
    near = st.integers(-800, 800).map(lambda gap: ON + timedelta(days=gap))
    edges = (ON, date(2017, 5, 4), date(2017, 5, 5), date(2018, 5, 4), date(2018, 5, 6))
    return near | st.sampled_from(edges)


def awards() -> st.SearchStrategy[LabelAward]:
    holder = Organization(name="Invented cluster")

    def award(tier: LabelTier, end: date, length: int | None) -> LabelAward:
        start = None if length is None else end - timedelta(days=length)
        awarded: PartialDate | Unknown = Missing.UNKNOWN
        if start is not None:
            month = None if start.day % 3 == 0 else start.month
            awarded = PartialDate(start.year, month)
        return LabelAward(holder=holder, tier=tier, valid_until=end, awarded=awarded)

    return st.builds(
        award,
        st.sampled_from((LabelTier.BRONZE, LabelTier.SILVER)),
        days(),
        st.none() | st.integers(400, 900),
    )


@pytest.mark.parametrize("engine", MAKERS)
@settings(max_examples=20)
@given(st.lists(awards(), min_size=1, max_size=6))
def test_statuses_are_those_of_the_objects(engine: str, many: list[LabelAward]) -> None:
    columns: dict[str, list[Any]] = {name: [] for name in KINDS}
    expected = []
    for row, award in enumerate(many):
        begins = award._begins or (None, None)
        columns["valid_until"].append(award.valid_until)
        columns["begins_first"].append(begins[0])
        awarded = award.awarded  # may end after the label does
        last = awarded.last_day if isinstance(awarded, PartialDate) else None
        columns["begins_last"].append(last)
        columns["tier"].append(award.tier.value)
        columns["row"].append(row)
        found = award.status(on=ON, term=EDITION.term(award.tier))
        expected.append("|".join(status.value for status in found))
    rows = records(frames.label_status(MAKERS[engine](columns, KINDS), EDITION, on=ON))
    rows.sort(key=lambda row: row["row"])
    assert [row["status"] for row in rows] == expected
