from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from tests.engines import pandas
from tests.unit.benchmark_builders import SMALL, SOURCE, make_record

from icluster import Answer, Missing, Money, Organization
from icluster.benchmarking import ReadRecord, read_record, review
from icluster.errors import InvalidValueError
from icluster.reference import esca
from icluster.scales import Composition


def read(rows: Any, structure: Any = SMALL) -> ReadRecord:
    return read_record(
        rows,
        structure=structure,
        organization=Organization(name="Own"),
        interviewed_on=date(2015, 5, 4),
    )


def indicators(found: ReadRecord) -> list[str]:
    return [str(fault.about[0]) for fault in found.faults if fault.about]


def test_bad_answers_are_reported_at_once_each_with_its_place() -> None:
    found = read(
        [
            {"indicator": "A7", "value": "1.2"},
            {"indicator": "A6", "value": -3},
            {"indicator": "C4", "value": {"amount": 5, "year": 2015}},
            {"indicator": "B1", "value": 7},
            {"indicator": "F5", "value": 3},
            {"indicator": "satisfaction", "value": 4},
            {"indicator": "Z9", "value": "lost?"},
            {"indicator": "E3", "value": 6},
        ],
        esca.BENCHMARK_36,
    )
    assert [(fault.path, fault.got) for fault in found.faults] == [
        ("answers[0].value", "1.2"),
        ("answers[1].value", -3),
        ("answers[2].value.currency", None),
        ("answers[3].value", 7),
        ("answers[4]", {"indicator": "F5", "value": 3}),
        ("answers[5]", {"indicator": "satisfaction", "value": 4}),
        ("answers[6].indicator", {"indicator": "Z9", "value": "lost?"}),
    ]
    assert [answer.indicator for answer in found.record.answers] == ["working_groups"]


BAD_ROWS: dict[str, tuple[dict[Any, Any], list[str]]] = {
    "missing beside a value": (
        {"value": 1, "missing": "unknown"},
        ["answers[0].missing"],
    ),
    "missing in another word": ({"missing": "gone"}, ["answers[0].missing"]),
    "not applicable without a reason": (
        {"missing": "not_applicable"},
        ["answers[0].reason"],
    ),
    "a reason beside an answer": ({"value": 1, "reason": "x"}, ["answers[0].reason"]),
    "a reason that is no text": ({"reason": 5}, ["answers[0].reason"]),
    "a float": ({"value": 2.5}, ["answers[0].value"]),
    "a day in short": (
        {"value": 1, "answered_on": "20150504"},
        ["answers[0].answered_on"],
    ),
    "no such day": (
        {"value": 1, "answered_on": "2015-02-30"},
        ["answers[0].answered_on"],
    ),
    "a day that is a number": (
        {"value": 1, "answered_on": 7},
        ["answers[0].answered_on"],
    ),
    "evidence that cites nothing": (
        {"value": 1, "evidence": ["x"]},
        ["answers[0].evidence"],
    ),
    "three faults of one answer": (
        {"value": -1, "reason": 5, "answered_on": "x"},
        ["answers[0].value", "answers[0].answered_on", "answers[0].reason"],
    ),
}


@pytest.mark.parametrize(("row", "places"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_refuses_row(row: dict[Any, Any], places: list[str]) -> None:
    found = read([{"indicator": "members", **row}])
    assert sorted(fault.path for fault in found.faults) == sorted(places)
    assert found.record.answers == ()


GOOD_ROWS: dict[str, tuple[dict[Any, Any], Answer]] = {
    "a value": ({"value": "12"}, Answer("members", 12)),
    "no value": ({}, Answer("members")),
    "blank text is no answer": ({"value": " "}, Answer("members")),
    "an empty cell for missing": ({"value": 1, "missing": ""}, Answer("members", 1)),
    "what is not a number is no answer": ({"value": float("nan")}, Answer("members")),
    "no number however it is written": (
        {
            "value": Decimal("sNaN"),
            "missing": float("nan"),
            "reason": float("nan"),
            "answered_on": " ",
            "evidence": float("nan"),
        },
        Answer("members"),
    ),
    "text that nobody sees is no answer": ({"value": "\x1b\u200b"}, Answer("members")),
    "unknown": ({"value": Missing.UNKNOWN}, Answer("members", Missing.UNKNOWN)),
    "not applicable with a reason": (
        {"missing": Missing.NOT_APPLICABLE, "reason": "too young"},
        Answer("members", Missing.NOT_APPLICABLE, reason="too young"),
    ),
    "a day and evidence": (
        {"value": 1, "answered_on": "2015-01-02", "evidence": [SOURCE.at("p. 1")]},
        Answer(
            "members", 1, answered_on=date(2015, 1, 2), evidence=[SOURCE.at("p. 1")]
        ),
    ),
    "a blank cell in a column nobody knows": (
        {"value": 1, "note": " ", 7: float("nan")},
        Answer("members", 1),
    ),
    "a day as day": (
        {"value": 1, "answered_on": date(2015, 1, 2)},
        Answer("members", 1, answered_on=date(2015, 1, 2)),
    ),
}


@pytest.mark.parametrize(("row", "answer"), GOOD_ROWS.values(), ids=GOOD_ROWS)
def test_reads_row(row: dict[Any, Any], answer: Answer) -> None:
    found = read([{"indicator": "A1", **row}])
    assert found.faults == ()
    assert found.record.answers == (answer,)


@pytest.mark.parametrize(("column", "step"), [("note", ".note"), (7, "['7']")])
def test_a_cell_nobody_knows_is_reported_beside_the_answer(
    column: Any, step: str
) -> None:
    found = read([{"indicator": "A1", "value": 1, column: "x"}])
    assert found.record.answers == (Answer("members", 1),)
    assert [str(fault) for fault in found.faults] == [
        f"answers[0]{step} must be empty: the columns are indicator, value, "
        "missing, reason, answered_on, evidence, got 'x'"
    ]
    checked = review(found, SMALL)
    assert (checked.areas[0].answered, checked.areas[0].faulty) == (1, 0)
    assert checked.faults == found.faults


BESIDE_BLANK: dict[str, Any] = {
    "a blank cell": {"A1": "40", "members": ""},
    "a blank cell first": {"members": " ", "A1": "40"},
    "nothing": {"A1": "40", "members": None},
    "no number": {"A1": "40", "members": float("nan")},
    "what pandas puts for nothing": {"A1": "40", "members": pandas.NA},
    "rows of pandas": [
        {"indicator": "A1", "value": "40", "reason": pandas.NA, "evidence": pandas.NA},
        {"indicator": "members", "value": pandas.NA, "missing": pandas.NaT},
    ],
    "rows": [
        {"indicator": "A1", "value": "40"},
        {"indicator": "members", "value": "", "missing": "", "evidence": ""},
        {"indicator": "A1"},
    ],
}


@pytest.mark.parametrize("given", BESIDE_BLANK.values(), ids=BESIDE_BLANK)
def test_blank_beside_an_answer_is_no_answer(given: Any) -> None:
    found = read(given)
    assert found.faults == ()
    assert found.record.answers == (Answer("members", 40),)


NAMELESS: dict[str, tuple[Any, str]] = {
    "nothing of pandas": ({pandas.NA: 40}, "answers['<NA>'] must be about"),
    "a row about nothing": (
        [{"indicator": pandas.NA, "value": 40}],
        "answers[0].indicator must be about",
    ),
    "a row about several": (
        [{"indicator": ["A1"], "value": 40}],
        "answers[0].indicator must be about",
    ),
    "a column without a heading": (
        [{"indicator": "A1", "value": 40, pandas.NA: "x"}],
        "answers[0]['<NA>'] must be empty",
    ),
}


@pytest.mark.parametrize("case", NAMELESS)
def test_what_has_no_name_is_a_fault(case: str) -> None:
    given, message = NAMELESS[case]
    (fault,) = read(given).faults
    assert str(fault).startswith(message)


def test_blank_parts_beside_the_whole_are_no_answer() -> None:
    given: Any = {"A2.sme": "", "types": {"sme": 3, "large": 1}, "A2.large": None}
    found = read(given)
    assert found.faults == ()
    assert found.record.answers == (
        Answer("types", Composition({"sme": 3, "large": 1})),
    )


def test_blank_beside_what_is_refused_does_not_hide_it() -> None:
    found = read([{"indicator": "A1", "value": -1}, {"indicator": "members"}])
    assert found.record.answers == ()
    assert [fault.path for fault in found.faults] == ["answers[0].value"]
    assert review(found, SMALL).areas[0].faulty == 1


def test_blank_twice_is_not_answered_once() -> None:
    assert read({"A1": "", "members": None}).record.answers == (Answer("members"),)


@pytest.mark.parametrize("column", ["reason", "evidence"])
def test_an_array_is_refused_as_what_it_is(column: str) -> None:
    """Neither true nor false, and no crash for it."""
    (fault,) = read([{"indicator": "A1", "value": 1, column: np.ones(2)}]).faults
    assert fault.path == f"answers[0].{column}"


def test_rows_name_no_parts() -> None:
    (fault,) = read([{"indicator": "A2.sme", "value": 3}]).faults
    assert fault.path == "answers[0].indicator"
    assert str(fault.expected) == (
        "about an indicator of small; parts by dotted names stand in a mapping"
    )


def test_decimal_commas_are_read_where_told() -> None:
    def of_comma(answers: Any) -> ReadRecord:
        return read_record(
            answers,
            structure=esca.BENCHMARK_36,
            organization=Organization(name="Own"),
            interviewed_on=date(2015, 5, 4),
            decimal=",",
        )

    found = of_comma(
        {
            "B3": "2,5",
            "E1": "68,1 %",
            "C4.amount": "734000,50",
            "C4.currency": "EUR",
            "C4.year": 2015,
            "A2": "A.C.",
            "A6": "97",
            "A7": Decimal("0.5"),
        }
    )
    assert found.faults == ()
    told = {answer.indicator: answer.value for answer in found.record.answers}
    assert told["management_staff"] == Decimal("2.5")
    assert told["direct_contacts"] == Decimal("0.681")
    assert told["annual_budget"] == Money(
        amount=Decimal("734000.50"), currency="EUR", year=2015
    )
    assert (told["participants"], told["concentration"]) == (97, Decimal("0.5"))
    refused = of_comma(
        {"B3": "2.5", "C4": {"amount": "734.000,50", "currency": "EUR"}, "E2": "1,2"}
    )
    assert [str(fault) for fault in refused.faults] == [
        "answers['B3'] must be an exact number such as '2.5', "
        "with a comma before decimals and no point, got '2.5'",
        "answers['C4'].amount must be a decimal number, "
        "with a comma before decimals and no point, got '734.000,50'",
        "answers['C4'].year is missing: it must be a year",
        "answers['E2'] must be from 0 to 1, got '1,2'",
    ]
    with pytest.raises(
        InvalidValueError, match=r"^decimal must be '\.' or ',', got ';'"
    ):
        read_record(
            {},
            structure=SMALL,
            organization=Organization(name="Own"),
            interviewed_on=date(2015, 5, 4),
            decimal=";",
        )


def test_a_mapping_is_read_by_key_and_number() -> None:
    found = read({"members": 3, "B1": "2.5", "A1": 4})
    assert [str(fault) for fault in found.faults] == [
        "answers['members'] must be the only answer to A1 the members, got 3",
        "answers['A1'] must be the only answer to A1 the members, got 4",
    ]
    assert indicators(found) == ["members", "members"]
    assert found.record["staff"].is_answered


def test_an_unknown_indicator_is_told_the_closest() -> None:
    found = read({"memberz": 3, "weather": "fine", 10**5000: 1})
    assert [str(fault) for fault in found.faults] == [
        "answers['memberz'] must be about an indicator of small, perhaps 'members', "
        "got 3",
        "answers['weather'] must be about an indicator of small, got 'fine'",
        "answers['a number of too many digits'] must be about an indicator of small, "
        "got 1",
    ]
    assert indicators(found) == []


def test_parts_are_read_by_dotted_names() -> None:
    found = read(
        {
            "types.sme": "3",
            "staff": 2,
            "A2.large": "1",
            "budget.amount": "500.5",
            "B5.currency": "EUR",
            "B5.year": "2015",
            "funds.public": " ",
            "funds.fees": float("nan"),
        }
    )
    assert found.faults == ()
    assert found.record.answers == (
        Answer("types", Composition({"sme": 3, "large": 1})),
        Answer("staff", Decimal(2)),
        Answer("budget", Money(amount="500.5", currency="EUR", year=2015)),
        Answer("funds"),
    )


BAD_PARTS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a part outside its scale": (
        {"types.sme": -1, "A2.large": 1},
        ["answers['types.sme'] must be 0 or more, got -1"],
    ),
    "a part left blank": (
        {"types.sme": "", "types.large": 1},
        ["answers['types.sme'] is missing: it must be stated, be it zero"],
    ),
    "a part left out": (
        {"types.large": 1},
        ["answers['types']['sme'] is missing: it must be stated, be it zero"],
    ),
    "a part of nothing": (
        {"types.medium": 1, "types.sme": 2, "types.large": 3},
        ["answers['types.medium'] must be about one of sme, large, got 1"],
    ),
    "a part stated twice": (
        {"types.sme": 1, "A2.sme": 2, "types.large": 3},
        ["answers['A2.sme'] must be stated once, got 2"],
    ),
    "a whole beside its parts": (
        {"types.sme": 1, "types.large": 2, "A2": {"sme": 1, "large": 2}},
        [
            "answers['types.sme'] must be the only answer to A2 the types, "
            "got {'large': 2, 'sme': 1}",
            "answers['A2'] must be the only answer to A2 the types, "
            "got {'large': 2, 'sme': 1}",
        ],
    ),
    "a part of money": (
        {"budget.amount": 5, "budget.currency": "eur", "budget.year": 2015},
        [
            "answers['budget.currency'] must be in capital letters, "
            "an ISO 4217 code such as 'MXN', got 'eur'"
        ],
    ),
    "a part of no indicator": (
        {"weather.rain": 5},
        ["answers['weather.rain'] must be about an indicator of small, got 5"],
    ),
    "a part without a name": (
        {"types.": 5},
        [
            "answers['types.'] must be about an indicator of small, perhaps 'types', "
            "got 5"
        ],
    ),
    "parts of a measure": (
        {"staff.own": 5},
        ["answers['staff'] must be an exact number such as '2.5', got {'own': 5}"],
    ),
}


@pytest.mark.parametrize(("given", "faults"), BAD_PARTS.values(), ids=BAD_PARTS)
def test_refuses_parts(given: dict[str, Any], faults: list[str]) -> None:
    found = read(given)
    assert [str(fault) for fault in found.faults] == faults
    assert found.record.answers == ()


BAD_CALLS: dict[str, tuple[dict[str, Any], str]] = {
    "no structure": (
        {"structure": "small"},
        "structure must be of type BenchmarkStructure",
    ),
    "no organization": (
        {"organization": "Own"},
        "organization must be of type Organization",
    ),
    "no day": (
        {"interviewed_on": "2015-05-04"},
        r"interviewed_on must be a datetime\.date",
    ),
    "a blank portfolio": (
        {"portfolio": " "},
        "portfolio must be text that is not blank, or a Missing",
    ),
    "no portfolio": (
        {"portfolio": None},
        "portfolio must be text that is not blank, or a Missing",
    ),
    "an interviewer nobody sees": (
        {"interviewer": "\u200b"},
        "interviewer must be text that is not blank, or a Missing",
    ),
}


@pytest.mark.parametrize(("given", "message"), BAD_CALLS.values(), ids=BAD_CALLS)
def test_refuses_call(given: dict[str, Any], message: str) -> None:
    sound: dict[str, Any] = {
        "structure": SMALL,
        "organization": Organization(name="Own"),
        "interviewed_on": date(2015, 5, 4),
    }
    with pytest.raises(InvalidValueError, match=message):
        read_record({}, **(sound | given))


def test_rows_that_are_none_are_reported() -> None:
    found = read(["members", {"indicator": None}])
    assert [fault.path for fault in found.faults] == [
        "answers[0]",
        "answers[1].indicator",
    ]


@pytest.mark.parametrize("rows", ["members", 5], ids=["one text", "a number"])
def test_no_rows_at_all_is_a_bad_call(rows: Any) -> None:
    with pytest.raises(InvalidValueError, match="answers must be a mapping or rows"):
        read(rows)


def test_review_of_a_sound_record() -> None:
    found = review(
        make_record(
            {
                "members": 40,
                "types": Composition({"sme": 30, "large": 10}),
                "staff": 2,
                "story": Missing.UNKNOWN,
            }
        ),
        SMALL,
    )
    assert found.is_sound
    assert not found.is_complete
    area = found.areas[0]
    assert (area.answered, area.not_answered, area.unknown) == (2, 2, 1)
    # The quotient is computed, so it counts as answered.
    assert found.areas[1].answered == 2
    assert tuple(found.table().records()[0].values()) == ("A members", 2, 2, 1, 0, 0, 5)


def test_review_names_everything_that_is_wrong() -> None:
    found = review(
        make_record(
            {
                "members": 41,
                "types": Composition({"sme": 30, "large": 10}),
                "staff": 2,
                "load": 22,
                "funds": Composition({"public": 1, "fees": 1}),
                "plan": 9,
                "weather": 1,
            }
        ),
        SMALL,
    )
    assert [fault.path for fault in found.faults] == ["funds", "plan", "weather"]
    assert [(each.total.key, str(each.said())) for each in found.sums] == [
        ("members", "the two differ: stated is 41, A2 the types make 40")
    ]
    (differing,) = found.differing
    assert (differing.computed, differing.stated) == (Fraction(41, 2), 22)
    # The private share cannot be told either: its input is at fault.
    assert found.areas[1].faulty == 3
    assert not found.is_sound


def test_a_stated_value_that_was_rounded_does_not_differ() -> None:
    record = make_record({"members": 10, "staff": 3, "load": Decimal("3.3")})
    assert not review(record, SMALL).differing
    wrong = make_record({"members": 10, "staff": 3, "load": Decimal("3.4")})
    assert len(review(wrong, SMALL).differing) == 1


def test_what_was_refused_in_reading_is_not_lost_in_review() -> None:
    refused = read({"members": -1, "A1": 3, "staff": "x", "Z9": 1, "plan": 2})
    found = review(refused, SMALL)
    assert found.faults == refused.faults
    assert [(area.faulty, area.not_answered) for area in found.areas] == [
        (1, 4),
        # The load cannot be told either: both of its inputs were refused.
        (2, 6),
    ]
    assert not found.is_sound
    record = make_record({"staff": 2})
    again = review(ReadRecord.of(record, SMALL, faults=refused.faults), SMALL)
    assert (again.areas[1].answered, again.areas[1].faulty) == (1, 1)
    with pytest.raises(InvalidValueError, match=r"faults\[0\] must be of type Fault"):
        ReadRecord.of(record, SMALL, faults=["staff"])  # type: ignore[list-item]


def test_a_refused_value_of_what_is_computed_counts_as_faulty() -> None:
    refused = read({"members": 40, "staff": 2, "load": "many"})
    found = review(refused, SMALL)
    assert (found.areas[1].answered, found.areas[1].faulty) == (1, 1)
    assert next(each.value for each in found.derived) == 20


def test_an_answer_to_a_stranger_is_told_the_closest() -> None:
    (fault,) = review(make_record({"memberz": 1}), SMALL).faults
    assert str(fault) == (
        "memberz must be an indicator of small, perhaps 'members', got 1"
    )


def test_a_stated_value_outside_its_scale_is_at_fault_though_computed() -> None:
    found = review(make_record({"members": 40, "staff": 2, "load": -3}), SMALL)
    load = next(each for each in found.derived if each.indicator.key == "load")
    assert (load.value, load.differs) == (20, False)
    assert str(load.stated) == "load must be 0 or more, got -3"
    assert [fault.path for fault in found.faults] == ["load"]
    assert found.areas[1].faulty == 1


def test_a_derived_value_that_agrees_does_not_differ() -> None:
    found = review(make_record({"members": 40, "staff": 2, "load": 20}), SMALL)
    assert found.differing == ()


def test_a_stated_value_stands_where_nothing_can_be_computed() -> None:
    found = review(make_record({"load": 20}), SMALL)
    load = next(each for each in found.derived if each.indicator.key == "load")
    assert (load.computed, load.value, load.differs) == (
        Missing.NOT_ANSWERED,
        20,
        False,
    )


def test_a_zero_denominator_does_not_apply_whatever_was_stated() -> None:
    found = review(make_record({"members": 40, "staff": 0, "load": 20}), SMALL)
    (load,) = found.differing
    assert load.value is Missing.NOT_APPLICABLE
    assert found.areas[1].not_applicable == 1


def test_a_complete_area() -> None:
    everything = {
        "members": 1,
        "types": Composition({"sme": 1, "large": 0}),
        "force": "public",
        "topics": (),
        "story": "a",
    }
    assert review(make_record(everything), SMALL).areas[0].is_complete


def test_a_record_of_another_structure_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="record must be a record of small"):
        review(make_record(structure="other"), SMALL)


def test_numbers_are_read_as_sheets_have_them() -> None:
    whole = read({"members": 12.0, "types": {"sme": 3.0, "large": 1.0}})
    assert whole.record["members"].value == 12
    assert whole.record["types"].value == Composition({"sme": 3, "large": 1})
    (fault,) = read({"members": "1,5"}).faults
    assert str(fault).endswith("(decimal=',' reads a comma), got '1,5'")


def test_a_float_that_may_stand_for_another_number_is_refused() -> None:
    largest = read({"members": 2.0**53 - 1})
    assert not largest.faults
    assert largest.record.answers[0].value == 2**53 - 1
    for number in (2.0**53, -(2.0**53), 1e300):
        [fault] = read({"members": number}).faults
        assert "floats are not exact" in str(fault)
