"""Plain values and JSON, out and in: what is written, and what is refused."""

from __future__ import annotations

import inspect
import json
import pickle
import sys
from collections.abc import Callable
from dataclasses import make_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from typing import Any, Generic, Literal, NewType, TypeVar
from uuid import UUID

import hypothesis.strategies as st
import pytest
from attrs import field, frozen, make_class
from hypothesis import given
from jsonschema import Draft202012Validator

import icluster
from icluster import (
    AllOf,
    Citation,
    Country,
    Fact,
    Facts,
    FactSchema,
    History,
    Instrument,
    Is,
    LabelAward,
    Missing,
    Money,
    Not,
    Other,
    PartialDate,
    PartialPeriod,
    Period,
    Policy,
    Region,
    Rubric,
    Table,
    rules,
    scoring,
    wire,
)
from icluster.conditions import Condition
from icluster.ecosystems import OnDay
from icluster.errors import DecodeError, Fault, InvalidValueError
from icluster.languages import es
from icluster.policies import Authority, FinancialInstrument, PolicyType
from icluster.provenance import ReadFact
from icluster.reference import CONTEXT, eccp, mexico
from icluster.scoring import Score
from icluster.tables import Column

PLAN: dict[str, Any] = {
    "name": "Plan",
    "type": "broad",
    "level": "national",
    "country": "MX",
}
FACTS = scoring.read_facts(
    mexico.POLICIES_2022,
    on=date(2022, 9, 30),
    edition=eccp.EDITION_2022,
    reading=eccp.PUBLISHED_READING,
)
SCORE = scoring.score(eccp.MATURITY_2022, FACTS)


def problems(data: Any, kind: Any) -> tuple[str, ...]:
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(data, kind)
    return tuple(map(str, caught.value.faults))


def text_problems(text: str, kind: Any = Country) -> tuple[str, ...]:
    with pytest.raises(DecodeError) as caught:
        wire.loads(text, kind)
    return tuple(map(str, caught.value.faults))


# --- what is written ------------------------------

WRITTEN: dict[str, tuple[object, Any]] = {
    "countries by their code": (Country("MX"), "MX"),
    "dates as they were given": (PartialDate.parse("2015/04"), "2015/04"),
    "a period by its days": (
        Period(date(2022, 7, 1)),
        {"first_day": "2022-07-01", "last_day": None},
    ),
    "exact numbers as text, what is missing with its reason": (
        Money(amount="1E+3"),
        {
            "amount": "1E+3",
            "currency": {"$missing": "unknown"},
            "year": {"$missing": "unknown"},
            "bound": "exactly",
        },
    ),
    "vocabularies by key": (
        Instrument(FinancialInstrument.PROJECTS),
        {
            "kind": "projects",
            "status": "unspecified",
            "name": "",
            "allocations": [],
            "criteria": [],
        },
    ),
    "other words behind a tag": (
        Authority("Ministry", [Other("advises")]),
        {
            "name": "Ministry",
            "roles": [{"$other": "advises"}],
            "area": {"$missing": "unknown"},
            "citations": [],
        },
    ),
    "dates to bounds": (
        PartialPeriod(PartialDate.parse("[1994..1996]"), PartialDate.parse("2014~")),
        {"begins": "[1994..1996]", "ends": "2014~"},
    ),
    "conditions inside behind tags": (
        AllOf([Is("a"), ~Is("b", {1, 2})]),
        {
            "parts": [
                {"$is": {"fact": "a", "values": [True]}},
                {"$not": {"part": {"$is": {"fact": "b", "values": [1, 2]}}}},
            ]
        },
    ),
    "facts by name": (
        Facts.of(FactSchema([Fact("size", (1, 2, 3))]), size={2, 3}),
        {
            "schema": {
                "facts": [
                    {
                        "name": "size",
                        "domain": [1, 2, 3],
                        "title": "",
                        "matters_where": None,
                        "boundaries": [],
                    }
                ]
            },
            "values": [["size", [2, 3]]],
            "provenance": {
                "subject": "",
                "on": None,
                "edition": "",
                "reading": [],
                "citations": [],
                "decisions": [],
                "set_aside": [],
                "turns": [],
                "closed": None,
            },
        },
    ),
    "cells by what they are": (
        Table(
            title="T",
            columns=[Column("a")],
            rows=[(Decimal("0.5"),), (Fraction(1, 3),), (Missing.UNKNOWN,), ("x",)],
        ),
        {
            "title": "T",
            "columns": [
                {
                    "key": "a",
                    "title": "",
                    "numeric": False,
                    "numbered": False,
                    "ranged": False,
                }
            ],
            "rows": [
                [{"$decimal": "0.5"}],
                [{"$fraction": "1/3"}],
                [{"$missing": "unknown"}],
                ["x"],
            ],
            "notes": [],
        },
    ),
    "sets in a fixed order": (
        ReadFact(frozenset({"b", 1, "a"})),
        {"values": [1, "a", "b"], "citations": [], "turns": [], "decisions": []},
    ),
}


@pytest.mark.parametrize(("noun", "data"), WRITTEN.values(), ids=WRITTEN)
def test_writes_and_reads_back(noun: Any, data: Any) -> None:
    assert wire.to_dict(noun, full=True) == data
    lean = wire.to_dict(noun)
    assert len(str(lean)) <= len(str(data))
    for written in (data, lean):
        again = wire.from_dict(written, type(noun))
        assert again == noun
        assert wire.to_dict(again) == lean


RESULTS: dict[str, object] = {
    "facts": FACTS,
    "a score": SCORE,
    "a criterion's score": SCORE["evidence"],
    "a reason": SCORE["evidence"].reasons[0],
    "a comparison": scoring.compare(mexico.PUBLISHED_2022, SCORE),
    "next steps": scoring.next_steps(eccp.MATURITY_2022, FACTS),
    "one step": scoring.next_steps(eccp.MATURITY_2022, FACTS)[0],
    "a ranking": scoring.rank({"Mexico": SCORE, "Twin": SCORE}),
    "an audit": scoring.audit(eccp.MATURITY_2022),
    "a table": SCORE.table(),
    "a factsheet": mexico.FACTSHEET_2022,
    "a rubric": eccp.MATURITY_2022,
    "a register": mexico.BRONZE_LABELS,
}


@pytest.mark.parametrize("noun", RESULTS.values(), ids=RESULTS)
def test_results_and_data_come_back(noun: Any) -> None:
    again = wire.loads(wire.dumps(noun), type(noun))
    assert again == noun
    assert wire.dumps(again) == wire.dumps(noun)


def test_a_report_comes_back_as_it_reads() -> None:
    nouns = [mexico.FACTSHEET_2022, mexico.BRONZE_LABELS]
    report = rules.check(nouns, on=date(2018, 9, 30), context=CONTEXT)
    back = wire.loads(wire.dumps(report), rules.Report)
    assert back == report
    assert hash(back) == hash(report)
    assert str(back) == str(report)
    assert back.findings[0] != report.findings[1]
    assert back.findings[0] != "a finding"


def test_a_score_comes_back_with_its_working() -> None:
    again = wire.loads(wire.dumps(SCORE), Score)
    assert again.total == Decimal("1.5")
    assert again.facts.provenance == FACTS.provenance
    assert str(again) == str(SCORE)


def test_a_document_says_what_it_is() -> None:
    document = json.loads(wire.dumps(Region("MX-NLE"), indent=2))
    assert document == {"format": "icluster/1", "type": "Region", "data": "MX-NLE"}


def test_accents_stay_readable() -> None:
    assert "Clúster" in wire.dumps(Other("Clúster"))


def test_a_base_takes_any_class_below_it() -> None:
    condition = Is("a") & Is("b")
    assert wire.loads(wire.dumps(condition), Condition) == condition  # type: ignore[type-abstract,unused-ignore]


def test_editions_and_readings_hold_functions() -> None:
    every = scoring.readings(
        mexico.POLICIES_2022, on=date(2022, 9, 30), edition=eccp.EDITION_2022
    )
    told = "must be made of what can be exchanged"
    for noun, where in (
        (eccp.EDITION_2022, "Edition.kind"),
        (every, "edition.Edition.kind"),
    ):
        with pytest.raises(InvalidValueError, match=f"^{where} {told}"):
            wire.to_dict(noun)
    first = every.entries[0]
    assert wire.loads(wire.dumps(first), type(first)) == first


def test_generic_answers_say_what_they_hold() -> None:
    answer: OnDay[Country] = OnDay(surely=(Country("MX"),))
    data = wire.to_dict(answer)
    assert wire.from_dict(data, OnDay[Country]) == answer
    with pytest.raises(InvalidValueError, match="said with what it holds"):
        wire.from_dict(data, OnDay)


# --- the twelve traps ------------------------------


@frozen
class Kinds:
    flag: bool = False
    number: int = 0
    text: str = ""
    words: tuple[str, ...] = ()
    day: date | None = None


KIND_DEFAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "a text is no truth": ({"flag": "false"}, "flag must be true or false"),
    "a number is no truth": ({"flag": 1}, "flag must be true or false, got 1"),
    "a float is no whole number": ({"number": 2.9}, "number must be a whole number"),
    "true is no number": ({"number": True}, "number must be a whole number, got True"),
    "a number is no text": ({"text": 5}, "text must be text, got 5"),
    "a text is no row of letters": ({"words": "ab"}, "words must be a list, got 'ab'"),
    "a tuple is no list": ({"words": ("ab",)}, "words must be a list"),
    "an unknown key is not dropped": (
        {"flags": True},
        "flags is unknown: it must be the name of a field; the closest is 'flag'",
    ),
    "20240101 is no day": ({"day": "20240101"}, "day must be a day such as"),
    "a week is no day": ({"day": "2024-W01-1"}, "day must be a day such as"),
    "a day that there is not": ({"day": "2023-02-29"}, "day must be a day such as"),
    "other digits are no day": ({"day": "２０２４-01-01"}, "day must be a day such as"),
}


@pytest.mark.parametrize(("data", "problem"), KIND_DEFAULTS.values(), ids=KIND_DEFAULTS)
def test_trap_kindness(data: dict[str, Any], problem: str) -> None:
    (said,) = problems(data, Kinds)
    assert problem in said


def test_trap_text_enums_are_refused_in_plain_words() -> None:
    class Colour(StrEnum):
        RED = "red"

    colours = field(type=tuple[Colour, ...])
    holder: Any = make_class("Holder", {"colours": colours}, frozen=True)
    with pytest.raises(InvalidValueError, match="a plain Enum"):
        wire.to_dict(holder(()))
    with pytest.raises(InvalidValueError, match="a plain Enum"):
        wire.from_dict({}, holder)


def test_trap_our_own_words_survive() -> None:
    assert problems({"begins": "2030", "ends": "2015"}, History) == (
        "ends must be not before 2030, got '2015'",
    )


def test_trap_a_list_where_an_object_belongs() -> None:
    assert problems([], Policy) == (
        "the whole must be an object with the fields of Policy, got []",
    )
    assert "history must be an object" in problems({**PLAN, "history": []}, Policy)[0]


def test_trap_the_error_can_be_pickled() -> None:
    error = DecodeError([Fault("a", "missing", "text"), Fault("b", "type", "text", 1)])
    again = pickle.loads(pickle.dumps(error))
    assert again.faults == error.faults
    assert str(again) == "a is missing: it must be text; b must be text, got 1"


def test_trap_what_is_read_is_frozen_through_and_through() -> None:
    read = wire.loads(wire.dumps(mexico.FACTSHEET_2022), type(mexico.FACTSHEET_2022))
    assert hash(read) == hash(mexico.FACTSHEET_2022)


def test_trap_what_is_read_can_be_put_in_order() -> None:
    codes = [wire.from_dict(code, Region) for code in ("MX-NLE", "MX-BCN")]
    assert min(codes) == Region("MX-BCN")


def test_trap_sums_stay_exact() -> None:
    amounts = [
        wire.from_dict({"amount": a}, Money).amount for a in ("0.7", "0.2", "0.1")
    ]
    assert sum(amounts) == 1


# --- every problem at once ------------------------------


def test_every_problem_is_told_with_its_path() -> None:
    data = {
        "name": "",
        "type": "brod",
        "sectors": ["a", "a"],
        "history": {"begins": "2015-13", "since": 1},
        "technical": [{"kind": "bad"}, 3, {}],
        "budget": {"annual": {"amount": 1.5, "year": -1}},
        "authorities": {"$missing": "dunno"},
        "industrial": {"$unknown": 1},
    }
    found = problems(data, Policy)
    places = [problem.split(" ", 1)[0] for problem in found]
    assert sorted(places) == [
        "authorities.$missing",
        "budget.annual.amount",
        "budget.annual.year",
        "country",
        "history.begins",
        "history.since",
        "industrial",
        "level",
        "name",
        "sectors",
        "technical[0].kind",
        "technical[1]",
        "technical[2].kind",
        "type",
    ]
    assert any(each.startswith("country is missing: it must be") for each in found)


SAID = {"key": "page", "title": "A page", "publisher": "Nowhere"}
EMPTY = {**SAID, "is_proposal": True, "authors": [], "url": ""}


def cited_in(*sources: Any) -> list[dict[str, Any]]:
    return [{"source": source, "locator": "row 1"} for source in sources]


@pytest.mark.parametrize("more", [{}, {"authors": []}, {"authors": ["A"]}])
def test_a_source_that_stands_twice_is_made_of_what_stands_there(more: Any) -> None:
    said = {**SAID, **more}
    first, second = wire.from_dict(cited_in(said, dict(said)), tuple[Citation, ...])
    assert first == second
    # Those without authors are told by their words alone, and made once.
    assert (first.source is second.source) is ("A" not in more.get("authors", ()))


@pytest.mark.parametrize(
    ("other", "place"),
    [
        ({**EMPTY, "is_proposal": 1}, "/1/source/is_proposal"),
        ({**EMPTY, "authors": ""}, "/1/source/authors"),
        ({**EMPTY, "url": []}, "/1/source/url"),
        (tuple(EMPTY.items()), "/1/source"),
    ],
)
def test_what_is_like_a_source_is_none(other: Any, place: str) -> None:
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(cited_in(EMPTY, other), tuple[Citation, ...])
    assert [fault.pointer for fault in caught.value.faults] == [place]


def test_faults_of_a_source_are_told_wherever_it_stands() -> None:
    odd = {**SAID, "rank": 1}
    loaded = wire.from_dict(cited_in(odd, odd), tuple[Citation, ...], unknown="report")
    places = [fault.pointer for fault in loaded.ignored]
    assert places == ["/0/source/rank", "/1/source/rank"]


def test_a_place_inside_a_field_is_kept() -> None:
    data = {**PLAN, "financial": [{"kind": "marketing"}]}
    (said,) = problems(data, Policy)
    assert said.startswith("financial[0].kind must be a FinancialInstrument or Other")


def test_rubrics_say_where_they_contradict_themselves() -> None:
    data = wire.to_dict(eccp.MATURITY_2022)
    data["criteria"][0]["levels"][0]["condition"] = {"$is": {"fact": "nobody"}}
    data["criteria"][1]["levels"][1]["condition"] = {"$is": {"fact": "who"}}
    # Places are those of the document; the rubric says where it is by keys.
    assert list(problems(data, Rubric)) == [
        "criteria[0].levels[0].condition must be sound: "
        "criteria['scope'].levels[0].condition speaks of an unknown fact 'nobody'",
        "criteria[1].levels[1].condition must be sound: "
        "criteria['continuity'].levels[1].condition speaks of an unknown fact 'who'",
    ]
    for index in (0, 1):
        data["criteria"][index]["levels"] = []
    assert list(problems([data], list[Rubric])) == [
        "[0].criteria[0] must be sound: criteria['scope'] has no levels",
        "[0].criteria[1] must be sound: criteria['continuity'] has no levels",
    ]
    schema: dict[str, Any] = {"facts": [{"name": "a", "domain": [False, True]}] * 2}
    schema["facts"][1] = {**schema["facts"][0], "name": "b"}
    schema["facts"][1]["matters_where"] = {"$is": {"fact": "b"}}
    assert list(problems(schema, FactSchema)) == [
        "facts[1].matters_where must be sound: "
        "facts['b'].matters_where speaks of the fact itself"
    ]


FACTS_REFUSED: dict[str, tuple[list[Any], str]] = {
    "a fact twice": ([["a", [True]], ["a", [False]]], "values must be given once"),
    "a value twice": ([["a", [True, True]]], "values must be some of a, each once"),
    "no value": ([["a", []]], "values must be some of a, each once"),
    "one for true": ([["a", [1]]], "a must be one of False, True, got 1"),
    "an unknown fact": (
        [["a", [True]], ["b", [True]]],
        "values[1][0] must be one of a, got 'b'",
    ),
}


@pytest.mark.parametrize(
    ("values", "problem"), FACTS_REFUSED.values(), ids=FACTS_REFUSED
)
def test_facts_are_checked_by_their_schema(values: list[Any], problem: str) -> None:
    schema = wire.to_dict(FactSchema([Fact.boolean("a")]))
    (said,) = problems({"schema": schema, "values": values}, Facts)
    assert problem in said


def test_rankings_name_each_score_once() -> None:
    data = wire.to_dict(scoring.rank({"A": SCORE}))
    data["scores"] *= 2
    (said,) = problems(data, scoring.Ranking)
    assert said.startswith("scores must be given once a name")


def test_a_document_cannot_claim_a_total() -> None:
    data = wire.to_dict(SCORE)
    assert data.keys() == {"rubric", "facts"}
    (said,) = problems({**data, "total": "8"}, Score)
    assert said == "total is unknown: it must be one of rubric, facts"


def test_what_is_missing_of_a_vocabulary_says_what_there_is() -> None:
    with pytest.raises(DecodeError, match="tier is missing: it must be one of bronze"):
        wire.from_dict({}, LabelAward)


def test_sets_are_without_repetition() -> None:
    (said,) = problems({"values": [True, True]}, ReadFact)
    assert said.startswith("values must be a list without repetition")


# --- the envelope ------------------------------

ENVELOPES: dict[str, tuple[str, tuple[str, ...]]] = {
    "nothing but its type": (
        '{"type": "Country", "data": "MX"}',
        ("format is missing: it must be 'icluster/1'",),
    ),
    "no type and no data": (
        '{"format": "icluster/1"}',
        (
            "type is missing: it must be 'Country'",
            "data is missing: it must be what describes 'Country'",
        ),
    ),
    "data without an envelope": (
        '{"name": "Plan", "type": "broad", "level": "national", "country": "MX"}',
        (
            "the whole must be a document with format, type and data; from_json reads "
            "others",
        ),
    ),
    "a list": ("[]", ("the whole must be a JSON object, got []",)),
    "another format": (
        '{"format": "icluster/2", "type": "Country", "data": "MX"}',
        ("format must be 'icluster/1', got 'icluster/2'",),
    ),
    "another type, and a key too many": (
        '{"format": "icluster/1", "type": ["Region"], "data": "MX", "x": 1}',
        (
            "x is unknown: it must be one of format, type, data",
            "type must be 'Country', got ['Region']",
        ),
    ),
    "no JSON": (
        "{",
        (
            "the whole must be JSON; at line 1, column 2: a key in double quotes is "
            "expected, got ''",
        ),
    ),
    "a key twice": (
        '{"format": "icluster/1", "type": "Country", "data": "MX", "data": "ES"}',
        ("data must be there once",),
    ),
    "not a number": (
        '{"format": "icluster/1", "type": "Country", "data": NaN}',
        ("data must be JSON, which knows finite numbers only, got 'NaN'",),
    ),
    "infinity": (
        "[-Infinity]",
        (
            "[0] must be JSON, which knows finite numbers only, got '-Infinity'",
            "the whole must be a JSON object, got ['-Infinity']",
        ),
    ),
}


@pytest.mark.parametrize(("text", "said"), ENVELOPES.values(), ids=ENVELOPES)
def test_documents_are_refused(text: str, said: tuple[str, ...]) -> None:
    assert text_problems(text) == said


NO_JSON: dict[str, tuple[str, str]] = {
    # text: why it is none, in either language
    "": ("a value is expected", "se espera un valor"),
    "{a: 1}": ("a key in double quotes is expected", "una clave entre comillas"),
    '{"a" 1}': ("a colon is expected", "se esperan dos puntos"),
    "[1 2]": ("a comma or the end is expected", "se espera una coma o el final"),
    "1]": ("something stands after the end", "hay algo después del final"),
    '"a': ("the end of a text is missing", "falta el final de un texto"),
    '"a\x01"': ("a control character stands in a text", "un carácter de control"),
    r'"\x"': ("an escape is none of JSON", "una secuencia de escape"),
    r'"\u00zz"': ("an escape is none of JSON", "una secuencia de escape"),
    "\ufeff1": ("a byte order mark stands there", "una marca de orden de bytes"),
}


@pytest.mark.parametrize(("text", "why"), NO_JSON.items())
def test_why_a_text_is_no_json_is_told_in_either_language(
    text: str, why: tuple[str, str]
) -> None:
    with pytest.raises(DecodeError) as caught:
        wire.from_json(text, Country)
    (fault,) = caught.value.faults
    assert f": {why[0]}, got " in str(fault)
    assert f"{why[1]}" in fault.said().text(es.SPANISH)


@pytest.mark.parametrize(("digits", "told"), [(80, "'0.5', got"), (81, "and shorter")])
def test_a_number_of_too_many_digits_is_told_so(digits: int, told: str) -> None:
    with pytest.raises(DecodeError) as caught:
        wire.from_dict({"amount": "x" * digits}, Money)
    assert told in str(caught.value)


def test_a_document_is_no_data_and_a_region_is_told_as_it_came() -> None:
    data = {"name": "Plan", "type": "broad", "level": "national", "country": "MX"}
    document = {"format": "icluster/1", "type": "Policy", "data": data}
    told = "the whole must be what stands under data: wire.loads reads the whole"
    with pytest.raises(DecodeError, match=told):
        wire.from_dict(document, Policy)
    assert wire.from_dict(document, dict[str, Any]) == document
    with pytest.raises(DecodeError, match="only for one, got 'MX-NLE'"):
        wire.from_dict({**data, "region": "MX-NLE"}, Policy)


def test_only_text_is_parsed() -> None:
    with pytest.raises(InvalidValueError, match="text must be a JSON text"):
        wire.loads(memoryview(b"{}"), Country)  # type: ignore[call-overload]


# --- hostile documents ------------------------------


def deep_condition(levels: int) -> Any:
    data: Any = {"$is": {"fact": "a"}}
    for _ in range(levels):
        data = {"$not": {"part": data}}
    return data["$not"]


def deep_list(levels: int) -> list[Any]:
    data: list[Any] = []
    for _ in range(levels):
        data = [data]
    return data


def list_in_itself() -> list[Any]:
    data: list[Any] = []
    data.append(data)
    return data


HOSTILE: dict[str, tuple[Callable[[], Any], Any, str]] = {
    "a deep condition": (
        lambda: deep_condition(5000),
        Not,
        "at most 200 levels",
    ),
    "a deep list": (lambda: {"name": deep_list(5000)}, Policy, "name must be text"),
    "a list in itself": (list_in_itself, Policy, "must be an object"),
    "a list in itself that may be one": (list_in_itself, list, "at most 200 levels"),
    "a huge number": (
        lambda: {"year": 10**6000, "amount": "1"},
        Money,
        "got a number of too many digits",
    ),
    "a decimal without end": (
        lambda: {"amount": "9" * 10**6},
        Money,
        "must be a decimal number",
    ),
    "a tall exponent": (lambda: {"amount": "1E+999"}, Money, "at most 40 places"),
    "half a character": (lambda: "\ud800", str, "text without halves of characters"),
    "keys that are none": (
        lambda: {1: 2, None: 3},
        Money,
        "['1'] is unknown: it must be one of amount",
    ),
    "an enum out of a list": (
        lambda: {**PLAN, "type": ["broad"]},
        Policy,
        "type must be one of",
    ),
    "an unhashable tag": (
        lambda: {**PLAN, "focus": {"$missing": {}}},
        Policy,
        "focus.$missing",
    ),
}


@pytest.mark.parametrize(("make", "kind", "problem"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_values_are_refused(
    make: Callable[[], Any], kind: Any, problem: str
) -> None:
    assert problem in " ".join(problems(make(), kind))


def test_conditions_within_the_limit_are_read() -> None:
    read = wire.from_dict(deep_condition(40), Not)
    assert str(read).count("not") == 40


def _stack_depth() -> int:
    depth, frame = 0, inspect.currentframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    return depth


@pytest.mark.parametrize("frames", [60, 25])
def test_a_caller_near_the_end_of_the_stack_is_told(frames: int) -> None:
    def descend(levels: int) -> None:
        if levels:
            descend(levels - 1)
        else:
            wire.from_dict(deep_condition(45), Not)

    wire.from_dict(deep_condition(1), Not)  # hooks are made on first use
    with pytest.raises(DecodeError, match="nested less deeply"):
        descend(sys.getrecursionlimit() - _stack_depth() - frames)


HOSTILE_TEXTS: dict[str, tuple[Callable[[], str], str]] = {
    "brackets without end": (lambda: "[" * 200_000, "nested"),
    "objects without end": (lambda: '{"a":' * 200_000, "nested"),
    "a number without end": (lambda: "1" * 5000, "a number of at most 1000 digits"),
    "a hundred thousand keys": (
        lambda: json.dumps({f"k{i}": i for i in range(100_000)}),
        "a document with format, type and data",
    ),
    "the same key a hundred thousand times": (
        lambda: "{" + ",".join(['"k":1'] * 100_000) + "}",
        "k must be there once",
    ),
}


@pytest.mark.parametrize(("make", "problem"), HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_hostile_texts_are_refused(make: Callable[[], str], problem: str) -> None:
    with pytest.raises(DecodeError) as caught:
        wire.loads(make(), Policy)
    assert problem in str(caught.value)
    assert len(str(caught.value)) < 2000


def test_of_many_keys_inside_the_first_are_told() -> None:
    data = {**PLAN, **{f"k{i:07}": i for i in range(100_000)}}
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(data, Policy)
    error = caught.value
    several = tuple(map(str, error.faults))
    assert several[0].startswith("k0000000 is unknown: it must be one of name, type")
    assert len(several) == 100
    assert error.may_be_more
    assert str(error).endswith("; 90 more; there may be more")
    assert len(str(error)) < 6000


SCRIPT = "<script>alert('x')</script>"


def test_script_in_names_stays_text() -> None:
    read = wire.from_dict({**PLAN, "name": SCRIPT}, Policy)
    assert read.name == SCRIPT
    table = Table(title=read.name, columns=[Column("a", SCRIPT)], rows=[(read.name,)])
    again = wire.loads(wire.dumps(table), Table)
    assert "<script" not in again.html()
    assert "<script" not in again.markdown()


# --- classes of your own ------------------------------

ShortName = NewType("ShortName", str)


class Shade(Enum):
    DARK = 1
    LIGHT = 2


@frozen(kw_only=True)
class Dossier:
    """A foreign class that holds ours."""

    short: ShortName
    policy: Policy
    score: Score | None = None
    shades: frozenset[Shade] = frozenset()
    pair: tuple[int, str] = (0, "")
    choice: PolicyType | str = ""
    anything: tuple[Any, ...] = field(default=(), init=False)


def test_a_foreign_class_that_holds_ours_goes_through() -> None:
    dossier = Dossier(
        short=ShortName("nle"),
        policy=mexico.NUEVO_LEON_2022,
        score=SCORE,
        shades=frozenset({Shade.DARK}),
        pair=(1, "a"),
        choice=PolicyType.BROAD,
    )
    assert wire.to_dict(dossier)["choice"] == {"$policy_type": "broad"}
    assert wire.loads(wire.dumps(dossier), Dossier) == dossier


def test_pairs_have_their_length() -> None:
    data = {"short": "a", "policy": PLAN, "pair": [1]}
    assert problems(data, Dossier) == ("pair must be a list of 2 items, got [1]",)


@frozen
class Filed:
    key: UUID
    policy: Policy


def test_a_converter_can_be_extended() -> None:
    own = wire.converter()
    own.register_structure_hook(UUID, lambda text, _: UUID(text))
    own.register_unstructure_hook(UUID, str)
    filed = Filed(UUID(int=1), mexico.NUEVO_LEON_2022)
    text = wire.dumps(filed, converter=own)
    assert wire.loads(text, Filed, converter=own) == filed
    with pytest.raises(
        DecodeError, match="key must be something that can be read: badly formed"
    ):
        wire.from_dict({"key": "x", "policy": PLAN}, Filed, converter=own)


def test_what_nobody_knows_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"Filed\.key must be made of"):
        wire.to_dict(Filed(UUID(int=1), mexico.NUEVO_LEON_2022))
    with pytest.raises(InvalidValueError, match="something that can be exchanged"):
        wire.from_dict({}, UUID)


EXCHANGES: dict[str, Callable[[Any], object]] = {
    "written": lambda kind: wire.to_dict(kind("North")),
    "read": lambda kind: wire.from_dict({}, kind),
    "described": wire.json_schema,
}


@pytest.mark.parametrize(
    "exchange",
    EXCHANGES.values(),
    ids=EXCHANGES,
)
def test_a_dataclass_is_told_what_is_exchanged(exchange: Any) -> None:
    with pytest.raises(InvalidValueError, match="an attrs class, no dataclass, got"):
        exchange(make_dataclass("Park", ["name"]))


def test_what_is_read_may_be_of_a_class_in_kinds() -> None:
    crate = make_class("Crate", {"content": field(type=str)})("a")
    text = wire.dumps(crate)
    with pytest.raises(DecodeError, match="or of one in kinds=, got 'Crate'"):
        wire.read(text)
    assert wire.read(text, kinds=[type(crate)]) == crate


def test_a_moment_does_not_lose_its_time() -> None:
    moment = datetime(2022, 9, 30, 12)  # noqa: DTZ001
    with pytest.raises(InvalidValueError, match="a moment must be exchanged by a hook"):
        wire.to_dict(moment)
    assert "a hook of your own" in problems("2022-09-30", datetime)[0]


def test_cells_of_other_kinds_travel_as_what_they_say() -> None:
    table = Table(title="T", columns=[Column("a")], rows=[(1.5,), (("x", 2),)])
    again = wire.from_dict(wire.to_dict(table), Table)
    assert again == table
    assert again.records() == ({"a": "1.5"}, {"a": "x, 2"})


class Exhausted:
    """A converter for which nothing is left of the stack."""

    def get_structure_hook(self, _: object) -> None:
        raise RecursionError


def test_no_recursion_error_gets_out() -> None:
    own: Any = Exhausted()
    with pytest.raises(DecodeError, match="the whole must be nested less deeply"):
        wire.from_dict(PLAN, Policy, converter=own)


def test_notes_of_other_hooks_do_no_harm() -> None:
    def read(_: object, __: object) -> UUID:
        error = ValueError("no key")
        error.add_note("read the manual")
        raise error

    own = wire.converter()
    own.register_structure_hook(UUID, read)
    with pytest.raises(
        DecodeError, match="key must be something that can be read: no key"
    ):
        wire.from_dict({"key": "x", "policy": PLAN}, Filed, converter=own)


T = TypeVar("T")


@frozen
class Box(Generic[T]):
    content: T


def test_generic_fields_are_what_was_said() -> None:
    assert wire.from_dict({"content": "MX"}, Box[Country]) == Box(Country("MX"))
    assert wire.to_dict(Box(Country("MX"))) == {"content": "MX"}
    schema = wire.json_schema(Box[Country])
    assert schema["properties"]["content"]["pattern"] == "^(?:[A-Z]{2})$"


@frozen
class Mixed:
    key: UUID | int = 0


def test_unions_are_made_of_what_can_be_exchanged() -> None:
    with pytest.raises(InvalidValueError, match=r"Mixed\.key must be made of what"):
        wire.to_dict(Mixed())


# --- some members of a vocabulary, named by Literal -------------------------------


class Sort(Enum):
    """Two sorts, of which the field below takes one."""

    A = "a"
    B = "b"


@frozen
class Survey:
    """A class whose fields refuse some members of their vocabularies."""

    year: int | Literal[Missing.UNKNOWN]
    scope: Literal[PolicyType.BROAD, PolicyType.SECTORAL] = PolicyType.BROAD
    reply: (
        Literal[Missing.UNKNOWN] | Literal[Missing.NOT_ANSWERED] | Literal[Sort.A]
    ) = Missing.UNKNOWN
    any: Literal[Missing.UNKNOWN] | Missing = Missing.UNKNOWN


NAMED_MEMBERS = [
    ({"year": 2022}, Survey(2022)),
    ({"year": {"$missing": "unknown"}}, Survey(Missing.UNKNOWN)),
    ({"year": 1, "scope": "sectoral"}, Survey(1, PolicyType.SECTORAL)),
    ({"year": 1, "reply": "a"}, Survey(1, reply=Sort.A)),
    (
        {"year": 1, "reply": {"$missing": "not_answered"}},
        Survey(1, reply=Missing.NOT_ANSWERED),
    ),
    (
        {"year": 1, "any": {"$missing": "not_applicable"}},
        Survey(1, any=Missing.NOT_APPLICABLE),
    ),
]


@pytest.mark.parametrize(("data", "survey"), NAMED_MEMBERS)
def test_named_members_are_read_and_written(data: Any, survey: Survey) -> None:
    assert wire.from_dict(data, Survey) == survey
    again = wire.to_dict(survey)
    assert again == again | data
    assert wire.from_dict(again, Survey) == survey
    Draft202012Validator(wire.json_schema(Survey)).validate(again)


OTHER_MEMBERS: list[Any] = [
    {"year": {"$missing": "not_applicable"}},
    {"year": 1, "scope": "national_cluster"},
    {"year": 1, "reply": {"$missing": "not_applicable"}},
    {"year": 1, "reply": "b"},
]


@pytest.mark.parametrize("data", OTHER_MEMBERS)
def test_members_that_are_not_named_are_refused(data: Any) -> None:
    assert problems(data, Survey)
    assert not Draft202012Validator(wire.json_schema(Survey)).is_valid(data)


@given(st.from_type(Survey))
def test_strategies_draw_named_members_only(survey: Survey) -> None:
    assert survey.year is Missing.UNKNOWN or isinstance(survey.year, int)
    assert survey.scope in (PolicyType.BROAD, PolicyType.SECTORAL)


def test_cells_are_read_as_named_members() -> None:
    rows = [
        {"year": "unknown", "scope": "Sectoral policy", "reply": "not_answered"},
        {"year": "not_applicable", "scope": "national_cluster", "reply": "b"},
    ]
    records = wire.from_records(rows, Survey)
    assert records.objects == (
        Survey(Missing.UNKNOWN, PolicyType.SECTORAL, Missing.NOT_ANSWERED),
    )
    assert len(records.rejected[0].faults) == 3


# --- what is refused, in words ------------------------------------------------------


@frozen(kw_only=True)
class Loose:
    """A class that checks nothing itself."""

    pair: tuple[int, str]
    several: tuple[int, ...]
    key: int | str = 0


def test_lists_that_are_missing_or_none_are_named() -> None:
    assert problems({"pair": "ab"}, Loose) == (
        "pair must be a list of 2 items, got 'ab'",
        "several is missing: it must be a list",
    )


def test_a_value_of_no_type_of_its_union_is_not_written() -> None:
    wrong: Any = Loose(pair=(1, "a"), several=(), key=1.5)  # type: ignore[arg-type]
    with pytest.raises(
        InvalidValueError, match=r"key must be one of int, str, got 1\.5"
    ):
        wire.to_dict(wrong)


def test_a_criterion_that_is_not_there_is_a_broken_reference() -> None:
    data = wire.to_dict(SCORE.criteria[0]) | {"criterion": "nobody"}
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(data, scoring.CriterionScore)
    (fault,) = caught.value.faults
    assert (fault.code, fault.got) == ("reference", "nobody")


def test_a_fault_is_like_no_other_thing() -> None:
    assert Fault("a", "missing", "text") != "a"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0000", "with a year from 1 to 9999"),
        ("2015-13", "with a month from 1 to 12"),
        ("2015-02-30", "with a day from 1 to 28 in 2015-02"),
        ("2015-13-31", "with a month from 1 to 12"),
        ("[1996..1994]", "not before 1996-01-01"),
    ],
)
def test_what_is_wrong_in_a_date_is_named(written: str, expected: str) -> None:
    with pytest.raises(DecodeError) as caught:
        wire.from_dict({"name": "A", "founded": written}, icluster.Organization)
    assert str(caught.value) == f"founded must be {expected}, got {written!r}"


def test_all_that_is_wrong_in_a_date_is_told() -> None:
    with pytest.raises(DecodeError) as caught:
        wire.from_dict({"name": "A", "founded": "0000-00"}, icluster.Organization)
    assert [str(fault.expected) for fault in caught.value.faults] == [
        "with a year from 1 to 9999",
        "with a month from 1 to 12",
    ]
