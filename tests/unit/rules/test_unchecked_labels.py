"""What the rules about labels cannot decide, they say, and they say no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.unit.rules.label_cases import (
    GOLD,
    GOLD_ALONE,
    MONTHLY,
    award,
    first,
    register,
    renewal,
    silver,
)

from icluster import rules
from icluster.dates import PartialDate
from icluster.labels import Grant, LabelEdition, LabelRegister, Term
from icluster.labels import ValidityConvention as Convention
from icluster.reference import CONTEXT, esca

WINDOW = "how long after its end a Gold label may be renewed"
GOING_BY_TERMS = ["LAB001", "LAB002", "LAB003", "LAB004", "LAB005", "LAB012"]


def unchecked(
    subject: LabelRegister, on: date = date(2020, 1, 1)
) -> list[tuple[str, str]]:
    report = rules.check(subject, on=on, context=CONTEXT, select=GOING_BY_TERMS)
    assert not report.findings
    return [(each.code, str(each.why)) for each in report.not_checked]


def test_a_window_that_is_not_known() -> None:
    gold = register(award(tier=GOLD), award("B", tier=GOLD), editions=[GOLD_ALONE])
    assert unchecked(gold) == [("LAB001", WINDOW), ("LAB002", WINDOW)]


@pytest.mark.parametrize(
    "subject",
    [
        register(award(tier=GOLD, end=date(2020, 1, 1)), editions=[GOLD_ALONE]),
        register(
            award(tier=GOLD),
            award(tier=GOLD, end=date(2021, 1, 31), awarded=PartialDate(2019)),
            editions=[GOLD_ALONE],
        ),
    ],
    ids=["on its last day", "it was renewed"],
)
def test_a_window_that_nobody_asks_for(subject: LabelRegister) -> None:
    assert unchecked(subject) == []


def test_which_of_two_labels_is_the_last() -> None:
    both = register(
        award(end=date(2018, 5, 31), awarded=PartialDate(2016)),
        silver(date(2021, 5, 31), awarded=PartialDate(2016)),
        editions=[MONTHLY],
    )
    why = "which label of A is last"
    assert unchecked(both) == [("LAB001", why)]
    assert unchecked(both, on=date(2019, 5, 31)) == [("LAB002", why)]


def test_which_edition_holds() -> None:
    of_two = register(
        award(end=date(2019, 2, 28)), editions=[esca.SAME_DAY, esca.END_OF_MONTH]
    )
    why = "of which edition the Bronze label is"
    day = date(2020, 2, 29)
    assert unchecked(of_two, on=day) == [("LAB001", why), ("LAB002", why)]


@pytest.mark.parametrize("term", [Term(tier=GOLD), Term(tier=GOLD, months=24)])
def test_a_term_that_is_not_known(term: Term) -> None:
    edition = LabelEdition(key="x", terms=(term,))
    label = first(PartialDate(2018, 5, 4), end=date(2020, 5, 4))
    gold = register(award(tier=GOLD, end=label.valid_until), editions=[edition])
    dated = register(
        award(
            tier=GOLD,
            end=label.valid_until,
            awarded=label.awarded,
            grant=Grant.FIRST,
        ),
        editions=[edition],
    )
    assert unchecked(gold) == []
    assert unchecked(dated) == [("LAB004", "how long a first Gold label holds")]


def _renewed_gold(before: date, after: date, **term: Any) -> LabelRegister:
    gold = Term(tier=GOLD, window_months=12, **term)
    return register(
        award(tier=GOLD, end=before),
        award(tier=GOLD, end=after, grant=Grant.RENEWAL),
        editions=[LabelEdition(key="x", terms=(gold,))],
    )


def test_a_renewal_of_unknown_length() -> None:
    dates = date(2020, 5, 4), date(2021, 5, 4)
    gold = _renewed_gold(*dates, convention=Convention.SAME_DAY)
    assert unchecked(gold) == [("LAB004", "by how much a renewal extends a Gold label")]


def test_a_renewal_of_known_length_that_ends_by_an_unknown_convention() -> None:
    either = _renewed_gold(date(2021, 2, 27), date(2023, 2, 28), renewal_months=24)
    why = "on which day of a month a Gold label ends"
    assert unchecked(either) == [("LAB004", why)]
    both = _renewed_gold(date(2021, 2, 28), date(2023, 2, 28), renewal_months=24)
    assert unchecked(both) == []
    neither = _renewed_gold(date(2021, 2, 28), date(2023, 3, 1), renewal_months=24)
    report = rules.check(neither, on=date(2020, 1, 1), context=CONTEXT)
    assert len(report.of("LAB004")) == 1


def test_what_is_judged_is_checked() -> None:
    assert (
        unchecked(register(first(PartialDate(2016, 5, 4)), renewal(PartialDate(2018))))
        == []
    )
