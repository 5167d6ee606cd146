"""Table Schema: what it allows in a cell, `from_records` reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from icluster import (
    BenchmarkRecord,
    Contribution,
    LabelAward,
    LabelTier,
    Membership,
    Missing,
    Money,
    Organization,
    PartialDate,
    Policy,
    Source,
    wire,
)
from icluster.conditions import Condition
from icluster.errors import InvalidValueError
from icluster.policies import PolicyType

CONVERTER = wire.converter()
KINDS = (
    *(BenchmarkRecord, Contribution, LabelAward, Membership, Money),
    *(Organization, Policy, Source),
)


def fields_of(kind: type, **more: Any) -> dict[str, dict[str, Any]]:
    schema = wire.table_schema(kind, **more)
    return {field["name"]: field for field in schema["fields"]}


@frozen(kw_only=True)
class Row:
    """A class of a caller's own, with a field of each sort."""

    share: Fraction
    price: Decimal
    day: date
    certain: bool
    years: int | Missing
    months: tuple[int, ...] = ()
    since: PartialDate | Missing = Missing.UNKNOWN
    sort: PolicyType | Missing
    begun: PartialDate | Missing
    weight: Fraction | int | None = None
    whole: Money | None = None


def test_types_formats_and_constraints() -> None:
    fields = fields_of(Row)
    assert {name: field["type"] for name, field in fields.items()} == {
        "share": "string",
        "price": "number",
        "day": "date",
        "certain": "boolean",
        "years": "string",
        "months:json": "array",
        "since": "string",
        "sort": "string",
        "begun": "string",
        "weight": "string",
        "whole.amount": "number",
        "whole.currency": "string",
        "whole.year": "integer",
        "whole.bound": "string",
    }
    assert fields["day"]["format"] == "default"
    assert fields["whole.year"]["constraints"] == {"minimum": 1, "maximum": 9999}
    assert fields["sort"]["constraints"]["enum"][-3:] == [
        "unknown",
        "not_applicable",
        "not_answered",
    ]
    assert fields["begun"]["constraints"]["pattern"].endswith("|not_answered")
    assert fields["since"]["missingValues"][:2] == ["", "unknown"]


def test_the_manner_of_writing_is_that_of_the_rows() -> None:
    fields = fields_of(
        Row,
        split={"months": ";"},
        dates="DD/MM/YYYY",
        decimal=",",
        words={"ja": True, "nein": False, "-": Missing.NOT_APPLICABLE, "?": "x"},
    )
    assert fields["day"]["format"] == "%d/%m/%Y"
    assert fields["price"]["decimalChar"] == ","
    assert "ja" in fields["certain"]["trueValues"]
    assert "nein" in fields["certain"]["falseValues"]
    assert fields["months"] | {"title": ""} == {
        "name": "months",
        "title": "",
        "type": "list",
        "delimiter": ";",
        "itemType": "integer",
    }
    assert "-" in fields["since"]["missingValues"]
    # Days stand in the order told, so that the pattern of ours is none of them.
    assert "constraints" not in fields["since"]
    assert fields["begun"]["type"] == "string"


def test_columns_stand_as_told_and_what_must_be_there_follows() -> None:
    fields = fields_of(
        Policy,
        columns={
            "Policy": "name",
            "Since": "history.begins",
            "Sectors": "sectors",
            "More": "objectives",
            "Label": "budget.overall",
            "Remarks": "",
        },
        split={"sectors": ","},
    )
    assert list(fields) == [
        *("Policy", "Since", "Sectors", "More", "Label"),
        *("type", "level", "country"),
    ]
    assert fields["Policy"]["constraints"] == {"required": True}
    assert fields["Sectors"]["itemType"] == "string"
    assert fields["More"]["type"] == "any"
    assert fields["Label"] == {"name": "Label", "type": "any"}
    assert fields["Policy"]["description"] == "Name as the source gives it."


def test_other_words_than_those_listed_are_told_as_other() -> None:
    pattern = fields_of(Policy)["level"]["constraints"]["pattern"]
    assert pattern == "national|regional|National|Regional|[Oo]ther: ?[^ ].*"


@frozen
class Node:
    """A class that holds itself."""

    name: str
    above: Node | None = None


def test_what_holds_itself_is_told_once() -> None:
    assert list(fields_of(Node)) == ["name", "above.name"]


def test_the_frame_is_that_of_data_package_2() -> None:
    schema = wire.table_schema(Money)
    assert schema["fieldsMatch"] == "superset"
    assert schema["missingValues"] == [""]


# Of helices only sectors have organizations: a rule beside the vocabulary.
NO_CONTEXT = "a sector, not a context"
CELLS: Mapping[type, dict[str, dict[str, Any]]] = {
    kind: fields_of(kind) for kind in (*KINDS, Row)
}


@pytest.mark.parametrize("kind", CELLS, ids=[kind.__name__ for kind in CELLS])
def test_every_text_that_is_listed_is_read(kind: type) -> None:
    for heading, field in CELLS[kind].items():
        texts = [
            *field.get("constraints", {}).get("enum", ()),
            *field.get("missingValues", ()),
            *field.get("trueValues", ()),
            *field.get("falseValues", ()),
        ]
        for text in texts:
            faults = faults_at(kind, heading, text)
            assert [str(fault.expected) for fault in faults] in ([], [NO_CONTEXT])


PATTERNS = [
    (kind, heading, field["constraints"]["pattern"])
    for kind, fields in CELLS.items()
    for heading, field in fields.items()
    if "pattern" in field.get("constraints", {})
]
LETTERS = st.characters(codec="ascii", exclude_categories=["C"])


@settings(max_examples=40)
@given(st.data())
def test_law_what_a_pattern_allows_is_read(data: st.DataObject) -> None:
    kind, heading, pattern = data.draw(st.sampled_from(PATTERNS))
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=LETTERS))
    # That a day or a code is a real one is no matter of shape.
    faults = faults_at(kind, heading, text)
    assert all(fault.code == "value" for fault in faults)
    assert not any("one of" in str(fault.expected) for fault in faults)


def faults_at(kind: type, heading: str, text: str) -> list[Any]:
    """Return what is wrong with one cell, in a row without any other."""
    [*rows] = wire.from_records([{heading: text}], kind, converter=CONVERTER).rejected
    return [
        fault
        for row in rows
        for fault in row.faults
        if fault.place[:1] == (heading,) and fault.code != "missing"
    ]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"columns": {"A": "nothing"}}, "columns must be about fields of Money"),
        ({"split": {"nothing": ";"}}, "split must be about fields of Money"),
        ({"dates": "DD/MM"}, "dates must be made of YYYY, MM and DD"),
        ({"decimal": ";"}, "decimal must be '.' or ','"),
    ],
)
def test_refuses_what_from_records_refuses(more: Any, message: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        wire.table_schema(Money, **more)
    assert str(refused.value).startswith(message)
    with pytest.raises(InvalidValueError) as refused_too:
        wire.from_records([], Money, **more)
    assert str(refused_too.value) == str(refused.value)


@pytest.mark.parametrize("kind", [Condition, int, LabelTier])
def test_refuses_what_is_not_written_by_field(kind: Any) -> None:
    with pytest.raises(InvalidValueError, match="a class that is written by field"):
        wire.table_schema(kind)
