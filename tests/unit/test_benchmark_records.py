from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tests.unit.benchmark_builders import make_record

from icluster import Answer, Missing, Organization, Other
from icluster.errors import InvalidValueError

BAD_ANSWERS: dict[str, dict[str, Any]] = {
    "a float": {"value": 0.5},
    "a truth value": {"value": True},
    "nothing": {"value": None},
    "blank text": {"value": " "},
    "text that nobody sees": {"value": "\x1b"},
    "a row of numbers": {"value": (1, 2)},
    "not a number": {"value": Decimal("NaN")},
    "a number out of hand": {"value": Decimal("1e99")},
    "a whole number out of hand": {"value": 10**5000},
    "a fraction out of hand": {"value": Fraction(10**5000, 3)},
    "not applicable without a reason": {"value": Missing.NOT_APPLICABLE},
    "a reason beside an answer": {"value": 1, "reason": "because"},
    "a moment for a day": {"value": 1, "answered_on": datetime(2015, 5, 4, 12)},  # noqa: DTZ001
    "evidence that cites nothing": {"value": 1, "evidence": ["a page"]},
}


@pytest.mark.parametrize("given", BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_refuses_answer(given: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Answer("members", **given)
    assert str(caught.value)


def test_four_things_stay_apart() -> None:
    record = make_record(
        [
            Answer("a", 0),
            Answer("b", Missing.UNKNOWN),
            Answer("c", Missing.NOT_APPLICABLE, reason="too young"),
            Answer("d", []),
        ]
    )
    found = [record[key].value for key in "abcde"]
    assert found == [
        0,
        Missing.UNKNOWN,
        Missing.NOT_APPLICABLE,
        (),
        Missing.NOT_ANSWERED,
    ]
    assert [record[key].is_answered for key in "abcde"] == [
        True,
        False,
        False,
        True,
        False,
    ]


def test_two_answers_to_one_indicator_are_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        make_record([Answer("a", 1), Answer("b", 1), Answer("a", 2)])
    (fault,) = caught.value.faults
    assert (fault.pointer, fault.code) == ("/answers/2/indicator", "repeated")


def test_all_bad_answers_are_named_at_once() -> None:
    given: Any = {"a": 1.5, "b": 3, "c": float("nan"), 10**5000: 1}
    with pytest.raises(InvalidValueError) as caught:
        make_record(given)
    assert str(caught.value) == (
        "answers['a'].value must be an exact answer or a Missing (floats are not "
        "exact: give text or a Decimal), got 1.5; "
        "answers['c'].value must be an exact answer or a Missing (floats are not "
        "exact: give text or a Decimal), got nan; "
        "answers['a number of too many digits'].indicator must be the key of an "
        "indicator, such as 'participants' (benchmarking.read_record takes numbers "
        "such as 'A6'), got a number of too many digits"
    )


@pytest.mark.parametrize("text", ["", " ", "\u200b", None, 5])
@pytest.mark.parametrize("field", ["portfolio", "interviewer"])
def test_a_blank_is_not_the_same_as_unknown(field: str, text: Any) -> None:
    with pytest.raises(
        InvalidValueError, match=f"{field} must be text that is not blank"
    ):
        make_record(**{field: text})


def test_an_organization_is_known_by_its_key_else_by_its_name() -> None:
    assert make_record().identity == "Own"
    keyed = Organization(name="Own", key="own")
    assert make_record(organization=keyed).identity == "own"


def test_answers_keep_their_day_and_other_text() -> None:
    answer = Answer("a", (Other("x"), "y"), answered_on=date(2015, 1, 2))
    assert answer.answered_on == date(2015, 1, 2)
    assert hash(answer) == hash(
        Answer("a", [Other("x"), "y"], answered_on=date(2015, 1, 2))
    )
