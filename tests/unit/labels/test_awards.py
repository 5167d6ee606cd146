"""Awards: the status to the day, derived dates of award, renewals."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from icluster.dates import PartialDate
from icluster.errors import InvalidValueError, UndeterminedError
from icluster.labels import (
    AwardBasis,
    Grant,
    LabelAward,
    LabelTier,
    Term,
    ValidityConvention,
)
from icluster.organizations import Organization
from icluster.reference import esca
from icluster.vocabularies import Missing

BRONZE = esca.SAME_DAY.term(LabelTier.BRONZE)
MONTHLY = esca.END_OF_MONTH.term(LabelTier.BRONZE)
SILVER = esca.END_OF_MONTH.term(LabelTier.SILVER)
UNSAID = Term(tier=LabelTier.BRONZE, convention=ValidityConvention.SAME_DAY)


def make_award(**changes: Any) -> LabelAward:
    good: dict[str, Any] = {
        "holder": Organization(name="Cluster A"),
        "tier": LabelTier.BRONZE,
        "valid_until": date(2018, 5, 4),
    }
    return LabelAward(**{**good, **changes})


def statuses(award: LabelAward, on: date, term: Term = BRONZE) -> str:
    return " or ".join(status.value for status in award.status(on=on, term=term))


EXACT = {"awarded": PartialDate(2016, 5, 4)}
YEAR = {"awarded": PartialDate(2016)}

STATUSES: dict[str, tuple[dict[str, Any], date, str]] = {
    "long before, start unknown": ({}, date(1990, 1, 1), "not_yet or valid"),
    "the last day, start unknown": ({}, date(2018, 5, 4), "not_yet or valid"),
    "the day after": ({}, date(2018, 5, 5), "renewable"),
    "the last day of the window": ({}, date(2019, 5, 4), "renewable"),
    "the day after the window": ({}, date(2019, 5, 5), "lapsed"),
    "the day before the award": (EXACT, date(2016, 5, 3), "not_yet"),
    "the day of the award": (EXACT, date(2016, 5, 4), "valid"),
    "the last day, start known": (EXACT, date(2018, 5, 4), "valid"),
    "before the year of the award": (YEAR, date(2015, 12, 31), "not_yet"),
    "in the year of the award": (YEAR, date(2016, 7, 1), "not_yet or valid"),
    "on the last day of that year": (YEAR, date(2016, 12, 31), "valid"),
    "awarded in the year it ends": (
        {"awarded": PartialDate(2018)},
        date(2018, 5, 4),
        "valid",
    ),
    "ended on a leap day": (
        {"valid_until": date(2020, 2, 29)},
        date(2021, 2, 28),
        "renewable",
    ),
    "ended on a leap day, a day late": (
        {"valid_until": date(2020, 2, 29)},
        date(2021, 3, 1),
        "lapsed",
    ),
    "before a leap day": (
        {"valid_until": date(2019, 2, 28)},
        date(2020, 2, 29),
        "lapsed",
    ),
}


@pytest.mark.parametrize("case", STATUSES.values(), ids=STATUSES)
def test_status(case: tuple[dict[str, Any], date, str]) -> None:
    changes, on, expected = case
    assert statuses(make_award(**changes), on) == expected


def test_by_month_the_window_ends_with_the_month() -> None:
    award = make_award(valid_until=date(2019, 2, 28))
    assert statuses(award, date(2020, 2, 29), MONTHLY) == "renewable"
    assert statuses(award, date(2020, 3, 1), MONTHLY) == "lapsed"


def test_an_unknown_window_leaves_renewable_and_lapsed() -> None:
    assert statuses(make_award(), date(2018, 5, 5), UNSAID) == "renewable or lapsed"


def test_a_term_of_another_tier_is_refused() -> None:
    silver = esca.END_OF_MONTH.term(LabelTier.SILVER)
    with pytest.raises(InvalidValueError) as caught:
        make_award().status(on=date(2018, 1, 1), term=silver)
    assert str(caught.value) == "term must be one of Bronze, got Silver"


def test_a_status_is_asked_on_a_day() -> None:
    text: Any = "2018-05-04"
    with pytest.raises(InvalidValueError) as caught:
        make_award().status(on=text, term=BRONZE)
    day = "a datetime.date, as date(2022, 9, 30)"
    assert str(caught.value) == f"on must be {day}, got '2018-05-04'"


BAD: dict[str, dict[str, Any]] = {
    "awarded must be on or before 2018-05-04, its last day of validity, "
    "got '2018-05-05'": {"awarded": PartialDate(2018, 5, 5)},
    "awarded must be of type PartialDate or unknown, got not applicable": {
        "awarded": Missing.NOT_APPLICABLE
    },
    "grant must be of type Grant or unknown, got not answered": {
        "grant": Missing.NOT_ANSWERED
    },
    "portfolio must be of type Portfolio or unknown, got not applicable": {
        "portfolio": Missing.NOT_APPLICABLE
    },
    "valid_until must be a datetime.date, as date(2022, 9, 30), got '2018/05/04'": {
        "valid_until": "2018/05/04"
    },
    "awarded_basis must be reported where the date of award is unknown, "
    "got Derived from the end of validity": {
        "awarded_basis": AwardBasis.DERIVED,
        "grant": Grant.FIRST,
    },
    "grant must be that of a first label where a date of award is derived, "
    "got unknown": {**EXACT, "awarded_basis": AwardBasis.DERIVED},
}


@pytest.mark.parametrize("sentence", BAD)
def test_award_refuses(sentence: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make_award(**BAD[sentence])
    assert str(caught.value) == sentence


def test_a_derived_start_is_marked_as_derived() -> None:
    derived = make_award(grant=Grant.FIRST).with_derived_start(BRONZE)
    assert derived.awarded == PartialDate(2016, 5, 4)
    assert derived.awarded_basis is AwardBasis.DERIVED
    assert statuses(derived, date(2016, 5, 3)) == "not_yet"


UNDERIVABLE: dict[str, tuple[dict[str, Any], Term]] = {
    "grant must be that of a first label where a date of award is derived, "
    "got Renewal": ({"grant": Grant.RENEWAL}, BRONZE),
    "grant must be that of a first label where a date of award is derived, "
    "got unknown": ({}, BRONZE),
    "awarded must be unknown, got '2016-05-04'": (
        {"grant": Grant.FIRST, **EXACT},
        BRONZE,
    ),
    "valid_until must be an end by the convention 'end_of_month', got '2018-05-04'": (
        {"grant": Grant.FIRST},
        MONTHLY,
    ),
    "term must be one of Bronze, got Silver": ({"grant": Grant.FIRST}, SILVER),
}


@pytest.mark.parametrize("sentence", UNDERIVABLE)
def test_no_start_is_derived(sentence: str) -> None:
    changes, term = UNDERIVABLE[sentence]
    with pytest.raises(InvalidValueError) as caught:
        make_award(**changes).with_derived_start(term)
    assert str(caught.value) == sentence


def test_no_start_is_derived_from_a_term_that_does_not_say() -> None:
    award = make_award(grant=Grant.FIRST)
    for term, unsaid in (
        (UNSAID, "months"),
        (Term(tier=LabelTier.BRONZE, months=24), "convention"),
    ):
        with pytest.raises(UndeterminedError) as caught:
            award.with_derived_start(term)
        assert caught.value.facts == (unsaid,)
        settle = f"date of award is not determined; settle {unsaid}"
        assert str(caught.value) == settle


def test_a_renewal_counts_from_the_previous_end() -> None:
    award = make_award(citations={"tier": esca.REGISTER_LAYOUT.citations[0].citation})
    for day in (date(2018, 1, 1), date(2018, 5, 4), date(2019, 5, 4)):
        renewal = award.renewed(on=day, term=BRONZE)
        assert renewal.valid_until == date(2021, 5, 4)
        assert renewal.awarded == PartialDate.of(day)
        assert renewal.grant is Grant.RENEWAL
        assert renewal.citations == ()
    assert award.renewed(on=date(2018, 1, 1), term=MONTHLY).valid_until == date(
        2021, 5, 31
    )


def test_a_late_renewal_leaves_a_gap() -> None:
    renewal = make_award().renewed(on=date(2019, 5, 4), term=BRONZE)
    assert statuses(renewal, date(2019, 5, 3)) == "not_yet"
    assert statuses(renewal, date(2019, 5, 4)) == "valid"


UNRENEWABLE: dict[str, tuple[dict[str, Any], date]] = {
    "on must be on or before 2019-05-04, the last day of renewal, got '2019-05-05'": (
        {},
        date(2019, 5, 5),
    ),
    "on must be on or after 2016-05-04, the date of award, got '2016-05-03'": (
        EXACT,
        date(2016, 5, 3),
    ),
}


@pytest.mark.parametrize("sentence", UNRENEWABLE)
def test_no_renewal(sentence: str) -> None:
    changes, on = UNRENEWABLE[sentence]
    with pytest.raises(InvalidValueError) as caught:
        make_award(**changes).renewed(on=on, term=BRONZE)
    assert str(caught.value) == sentence


def test_no_renewal_by_the_term_of_another_tier() -> None:
    silver = esca.END_OF_MONTH.term(LabelTier.SILVER)
    with pytest.raises(InvalidValueError, match="term must be one of Bronze"):
        make_award().renewed(on=date(2018, 1, 1), term=silver)


def test_no_renewal_where_the_term_does_not_say() -> None:
    with pytest.raises(
        UndeterminedError, match="renewal is not determined; settle window_months"
    ):
        make_award().renewed(on=date(2018, 5, 5), term=UNSAID)
    with pytest.raises(UndeterminedError, match="renewal_months"):
        make_award().renewed(on=date(2018, 5, 4), term=UNSAID)


def test_evolving_the_date_of_award_moves_the_status() -> None:
    later = evolve(make_award(**EXACT), awarded=PartialDate(2017))
    assert statuses(later, date(2016, 12, 31)) == "not_yet"


def test_an_edition_is_no_term() -> None:
    edition: Any = esca.SAME_DAY
    with pytest.raises(InvalidValueError, match="term must be"):
        make_award().status(on=date(2018, 5, 4), term=edition)
