"""May Silver be applied for: every prerequisite, known and unknown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from icluster.dates import PartialDate
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.labels import (
    ApplicationReason,
    Grant,
    LabelAward,
    LabelTier,
    Requirement,
    may_apply,
)
from icluster.organizations import Organization
from icluster.reference import esca
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing
from icluster.words import say

SILVER = esca.END_OF_MONTH.term(LabelTier.SILVER)


def award(awarded: PartialDate, grant: Grant) -> LabelAward:
    return LabelAward(
        holder=Organization(name="Cluster A"),
        tier=LabelTier.BRONZE,
        valid_until=date(2018, 5, 4),
        awarded=awarded,
        grant=grant,
    )


FIRST = award(PartialDate(2016, 5, 4), Grant.FIRST)
VAGUE = award(PartialDate(2016), Grant.FIRST)
RENEWAL = award(PartialDate(2016, 5, 4), Grant.RENEWAL)
LATE = date(2020, 1, 1)

CASES: dict[str, tuple[LabelAward, date, PartialDate | Missing, str]] = {
    "in time on the first day": (FIRST, LATE, PartialDate(2017, 11, 4), "yes"),
    "a day early": (FIRST, LATE, PartialDate(2017, 11, 3), "no"),
    "in time on the last day": (FIRST, LATE, PartialDate(2018, 5, 4), "yes"),
    "a day late": (FIRST, LATE, PartialDate(2018, 5, 5), "no"),
    "in a month within": (FIRST, LATE, PartialDate(2018, 1), "yes"),
    "in a month that straddles": (FIRST, LATE, PartialDate(2018, 5), "open"),
    "the first in a year, in time for some": (
        VAGUE,
        LATE,
        PartialDate(2017, 12, 1),
        "open",
    ),
    "the first in a year, too early for all": (
        VAGUE,
        LATE,
        PartialDate(2017, 6, 30),
        "no",
    ),
    "after the day asked about": (
        FIRST,
        date(2017, 12, 1),
        PartialDate(2018, 1, 1),
        "no",
    ),
    "perhaps after the day asked about": (
        FIRST,
        date(2018, 1, 15),
        PartialDate(2018, 1),
        "open",
    ),
    "none": (FIRST, LATE, Missing.NOT_APPLICABLE, "no"),
    "unknown": (FIRST, LATE, Missing.UNKNOWN, "open"),
    "unknown, but not due": (FIRST, date(2017, 11, 3), Missing.UNKNOWN, "no"),
    "of a renewal": (RENEWAL, LATE, PartialDate(2018, 1, 1), "open"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_second_benchmarking(
    case: tuple[LabelAward, date, PartialDate | Missing, str],
) -> None:
    held, on, second, expected = case
    answer = may_apply(held, on=on, term=SILVER, second=second, improvement_areas=3)
    assert answer.reasons[0].verdict.value == expected
    assert answer.verdict.value == expected


AREAS = {"as many as asked for": (3, "yes"), "one short": (2, "no")}


@pytest.mark.parametrize("case", AREAS.values(), ids=AREAS)
def test_improvement_areas(case: tuple[int, str]) -> None:
    areas, expected = case
    answer = may_apply(
        FIRST,
        on=LATE,
        term=SILVER,
        second=PartialDate(2018, 1, 1),
        improvement_areas=areas,
    )
    assert answer.verdict.value == expected


def test_what_is_required_beyond_the_term_counts() -> None:
    required = (
        *esca.SCHEME.required(LabelTier.SILVER, on=LATE),
        Requirement(key="undated", title="undated"),
    )
    answer = may_apply(
        FIRST,
        on=LATE,
        term=SILVER,
        second=PartialDate(2018, 1, 1),
        improvement_areas=3,
        required=required,
        met={"eccp_listing": True, "undated": False},
    )
    verdicts = {reason.key: reason.verdict.value for reason in answer.reasons}
    assert verdicts == {
        "second_benchmarking": "yes",
        "improvement_areas": "yes",
        "eligibility_criteria": "open",
        "eccp_listing": "yes",
        "undated": "open",
    }
    unlisted = may_apply(
        FIRST, on=LATE, term=SILVER, required=required, met={"eccp_listing": False}
    )
    assert unlisted.verdict.value == "no"


def test_bad_calls_are_refused() -> None:
    bronze = esca.SAME_DAY.term(LabelTier.BRONZE)
    with pytest.raises(InvalidValueError, match="states a prerequisite"):
        may_apply(FIRST, on=LATE, term=bronze)
    silver = LabelAward(
        holder=FIRST.holder, tier=LabelTier.SILVER, valid_until=FIRST.valid_until
    )
    with pytest.raises(InvalidValueError, match="above Silver"):
        may_apply(silver, on=LATE, term=SILVER)
    with pytest.raises(UnknownNameError, match="requirement"):
        may_apply(FIRST, on=LATE, term=SILVER, met={"typo": True})
    bad: tuple[Any, ...] = (-1, True, "3")
    for areas in bad:
        with pytest.raises(InvalidValueError, match="improvement_areas must be"):
            may_apply(FIRST, on=LATE, term=SILVER, improvement_areas=areas)


ARGUMENTS: dict[str, dict[str, Any]] = {
    "award": {"award": "Cluster A"},
    "term": {"term": esca.END_OF_MONTH},
    "second": {"second": "2017-01-01"},
    "required": {"required": "eccp_listing"},
    "required[0]": {"required": ("eccp_listing",)},
    "met": {"met": ("eccp_listing",)},
}


@pytest.mark.parametrize("field", ARGUMENTS)
def test_may_apply_names_the_argument_it_refuses(field: str) -> None:
    good: dict[str, Any] = {"award": FIRST, "on": LATE, "term": SILVER}
    with pytest.raises(InvalidValueError) as caught:
        may_apply(**{**good, **ARGUMENTS[field]})
    assert caught.value.place == field


def test_a_day_is_a_date_of_the_second_benchmarking() -> None:
    day = date(2017, 12, 1)
    assert may_apply(FIRST, on=LATE, term=SILVER, second=day) == may_apply(
        FIRST, on=LATE, term=SILVER, second=PartialDate.of(day)
    )


def test_an_application_is_told_as_a_table() -> None:
    answer = may_apply(FIRST, on=LATE, term=SILVER, improvement_areas=1)
    assert answer.records()[1] == {
        "prerequisite": "improvement_areas",
        "met": "no",
        "why": "1 of 3",
    }
    assert str(answer).startswith("May be applied for on 2020-01-01: no")
    assert str(answer.reasons[1]) == "improvement_areas: no, 1 of 3"


def test_a_reason_may_be_plain_words() -> None:
    reason = ApplicationReason("listing", Verdict.OPEN, "nobody says")
    assert reason.why == say("nobody says")
    words: Any = 3
    with pytest.raises(InvalidValueError, match="why must be"):
        ApplicationReason("listing", Verdict.OPEN, words)
