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
    with pytest.raises(InvalidValueError, match="term must be one of Bronze"):
        make_award().status(on=date(2018, 1, 1), term=silver)


BAD: dict[str, dict[str, Any]] = {
    "awarded after its end": {"awarded": PartialDate(2018, 5, 5)},
    "awarded: not applicable": {"awarded": Missing.NOT_APPLICABLE},
    "grant: not answered": {"grant": Missing.NOT_ANSWERED},
    "portfolio: not applicable": {"portfolio": Missing.NOT_APPLICABLE},
    "valid_until: a text": {"valid_until": "2018/05/04"},
    "awarded_basis: derived from nothing": {
        "awarded_basis": AwardBasis.DERIVED,
        "grant": Grant.FIRST,
    },
    "grant: derived for what may be a renewal": {
        **EXACT,
        "awarded_basis": AwardBasis.DERIVED,
    },
}


@pytest.mark.parametrize("case", BAD.items(), ids=BAD)
def test_award_refuses(case: tuple[str, dict[str, Any]]) -> None:
    sentence, changes = case
    with pytest.raises(InvalidValueError) as caught:
        make_award(**changes)
    assert sentence.startswith(caught.value.place)


def test_a_derived_start_is_marked_as_derived() -> None:
    derived = make_award(grant=Grant.FIRST).with_derived_start(BRONZE)
    assert derived.awarded == PartialDate(2016, 5, 4)
    assert derived.awarded_basis is AwardBasis.DERIVED
    assert statuses(derived, date(2016, 5, 3)) == "not_yet"


UNDERIVABLE: dict[str, tuple[dict[str, Any], Term]] = {
    "grant: of a renewal": ({"grant": Grant.RENEWAL}, BRONZE),
    "grant: of what may be a renewal": ({}, BRONZE),
    "awarded: of what is reported": ({"grant": Grant.FIRST, **EXACT}, BRONZE),
    "valid_until: no day leads to it": ({"grant": Grant.FIRST}, MONTHLY),
    "term: of another tier": ({"grant": Grant.FIRST}, SILVER),
}


@pytest.mark.parametrize("case", UNDERIVABLE.items(), ids=UNDERIVABLE)
def test_no_start_is_derived(case: tuple[str, tuple[dict[str, Any], Term]]) -> None:
    sentence, (changes, term) = case
    with pytest.raises(InvalidValueError) as caught:
        make_award(**changes).with_derived_start(term)
    assert sentence.startswith(f"{caught.value.place}:")


def test_no_start_is_derived_from_a_term_that_does_not_say() -> None:
    award = make_award(grant=Grant.FIRST)
    for term, unsaid in (
        (UNSAID, "months"),
        (Term(tier=LabelTier.BRONZE, months=24), "convention"),
    ):
        with pytest.raises(UndeterminedError) as caught:
            award.with_derived_start(term)
        assert caught.value.facts == (unsaid,)


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
    "after the window": ({}, date(2019, 5, 5)),
    "before the award": (EXACT, date(2016, 5, 3)),
}


@pytest.mark.parametrize("case", UNRENEWABLE.values(), ids=UNRENEWABLE)
def test_no_renewal(case: tuple[dict[str, Any], date]) -> None:
    changes, on = case
    with pytest.raises(InvalidValueError) as caught:
        make_award(**changes).renewed(on=on, term=BRONZE)
    assert caught.value.place == "on"


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
