"""Schemes: which edition counts is said, or settled, or an error."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from icluster.dates import PartialDate, PartialPeriod
from icluster.errors import (
    InvalidValueError,
    NotInForceError,
    UndeterminedError,
    UnknownNameError,
)
from icluster.labels import (
    LabelEdition,
    LabelScheme,
    LabelTier,
    Requirement,
    Term,
    ValidityConvention,
)
from icluster.reference import esca
from icluster.sources import is_proposed
from icluster.vocabularies import Missing

BRONZE = Term(tier=LabelTier.BRONZE, convention=ValidityConvention.SAME_DAY, months=24)


def edition(key: str, begins: Any, ends: Any) -> LabelEdition:
    return LabelEdition(key=key, terms=[BRONZE], in_force=PartialPeriod(begins, ends))


DATED = LabelScheme(
    key="dated",
    title="Dated",
    editions=[
        edition("first", PartialDate(2010), PartialDate(2014, 12, 31)),
        edition("second", PartialDate(2015, 1, 1), Missing.NOT_APPLICABLE),
    ],
    requirements=[Requirement(key="listing", title="a listing")],
)


def test_a_day_settles_the_edition_where_dates_are_known() -> None:
    assert DATED.in_force(on=date(2014, 12, 31)).key == "first"
    assert DATED.in_force(on=date(2015, 1, 1)).key == "second"


def test_before_every_edition_there_is_none() -> None:
    with pytest.raises(NotInForceError) as caught:
        DATED.in_force(on=date(2009, 12, 31))
    assert caught.value.begins == "2010 or 2015-01-01"


def test_unknown_dates_leave_both_editions_of_esca_open() -> None:
    with pytest.raises(UndeterminedError) as caught:
        esca.SCHEME.in_force(on=date(2016, 1, 1))
    assert caught.value.allowed == ("same_day", "end_of_month")


def test_an_edition_is_named_by_key_or_by_convention() -> None:
    assert esca.SCHEME["same_day"] is esca.SAME_DAY
    end_of_month = ValidityConvention.END_OF_MONTH
    for tier in LabelTier:
        assert esca.SCHEME.with_convention(end_of_month, tier=tier) == (
            esca.END_OF_MONTH,
        )
    same_day = ValidityConvention.SAME_DAY
    assert esca.SCHEME.with_convention(same_day, tier=LabelTier.GOLD) == ()
    with pytest.raises(UnknownNameError, match="edition is called 'later'"):
        esca.SCHEME["later"]
    with pytest.raises(UnknownNameError, match="term of edition 'same_day'"):
        esca.SAME_DAY.term(LabelTier.GOLD)


def test_a_requirement_counts_from_its_day_and_where_that_is_unknown() -> None:
    assert esca.SCHEME.required(LabelTier.GOLD, on=date(2019, 11, 14)) == ()
    assert len(esca.SCHEME.required(LabelTier.GOLD, on=date(2019, 11, 15))) == 2
    assert len(DATED.required(LabelTier.BRONZE, on=date(1999, 1, 1))) == 1


def test_a_requirement_may_be_for_some_tiers_only() -> None:
    gold = Requirement(key="gold", title="for Gold", tiers=[LabelTier.GOLD])
    scheme = LabelScheme(
        key="a", title="A", editions=DATED.editions, requirements=[gold]
    )
    assert scheme.required(LabelTier.BRONZE, on=date(2020, 1, 1)) == ()


def test_contradictions_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="terms"):
        LabelEdition(key="twice", terms=[BRONZE, BRONZE])
    with pytest.raises(InvalidValueError, match="editions"):
        LabelScheme(key="none", title="None", editions=[])
    with pytest.raises(InvalidValueError, match="editions"):
        LabelScheme(key="twice", title="Twice", editions=DATED.editions[:1] * 2)
    with pytest.raises(InvalidValueError, match="requirements"):
        LabelScheme(
            key="twice",
            title="Twice",
            editions=DATED.editions,
            requirements=DATED.requirements * 2,
        )


def test_terms_of_esca_are_those_published() -> None:
    bronze = esca.END_OF_MONTH.term(LabelTier.BRONZE)
    silver = esca.END_OF_MONTH.term(LabelTier.SILVER)
    gold = esca.END_OF_MONTH.term(LabelTier.GOLD)
    assert (bronze.months, bronze.renewal_months, bronze.window_months) == (24, 36, 12)
    assert (silver.months, silver.window_months) == (24, 12)
    assert silver.prerequisite is not None
    assert silver.prerequisite.improvement_areas == 3
    assert (gold.months, gold.renewal_months, gold.window_months) == (24, 24, 12)
    assert silver.renewal_months is Missing.UNKNOWN


def test_what_is_assumed_of_the_older_practice_is_marked() -> None:
    older, later = (e.term(LabelTier.BRONZE) for e in esca.SCHEME.editions)
    assumed = [
        name
        for name in ("convention", "months", "renewal_months", "window_months")
        if is_proposed(older, name)
    ]
    assert assumed == ["convention", "renewal_months", "window_months"]
    assert not is_proposed(later)


def test_bronze_has_a_meaning_and_a_condition_of_its_own() -> None:
    for edition in esca.SCHEME.editions:
        term = edition.term(LabelTier.BRONZE)
        assert term.meaning == "striving for excellence"
    on = date(2015, 1, 1)
    [condition] = esca.SCHEME.required(LabelTier.BRONZE, on=on)
    assert condition.key == "benchmarked"
    assert esca.SCHEME.required(LabelTier.SILVER, on=on) == ()
    [note] = esca.SCHEME.notes
    assert "developing" in note.text
