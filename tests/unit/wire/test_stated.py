"""Facts by name: the body that a client sends to be scored."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from icluster import AllOf, Fact, Facts, FactSchema, Is, Policy, wire
from icluster.conditions import Condition
from icluster.errors import DecodeError, InvalidValueError
from icluster.languages import es
from icluster.pydantic import Exchanged
from icluster.reference import eccp

SCHEMA = FactSchema(
    [
        Fact.boolean("funded", "a policy brings money"),
        Fact("size", (1, 2, 3), matters_where=~Is("funded") | Is("kind", {"a", "b"})),
        Fact("kind", ("a", "b", "c_d"), "its kind"),
    ]
)
VALID = Draft202012Validator(wire.json_schema(SCHEMA))
STATED: TypeAdapter[Facts] = TypeAdapter(Annotated[Facts, Exchanged(facts=SCHEMA)])

GOOD: dict[str, Facts] = {
    "{}": Facts.of(SCHEMA),
    '{"funded": true, "size": 2}': Facts.of(SCHEMA, funded=True, size=2),
    '{"size": [3, 1], "kind": ["c_d"]}': Facts.of(SCHEMA, size={1, 3}, kind="c_d"),
    '{"funded": {"$missing": "unknown"}}': Facts.of(SCHEMA),
    '{"funded": [true, false]}': Facts.of(SCHEMA),
}


@pytest.mark.parametrize(("body", "facts"), GOOD.items())
def test_facts_are_stated_by_name(body: str, facts: Facts) -> None:
    assert wire.from_json(body, SCHEMA) == facts
    assert wire.from_dict(json.loads(body), SCHEMA) == facts
    assert STATED.validate_json(body) == facts
    assert VALID.is_valid(json.loads(body))


ONE, TRUTH = "one of {}, a list of those possible, or left out, got {}", "true or false"
BAD: dict[str, tuple[str, ...]] = {
    # body: (code, pointer and what is said)
    "[]": ("type  the whole must be an object of facts by name, got []",),
    '{"funded": null}': (
        f"type /funded funded must be {TRUTH}, a list of those possible, or left out, "
        "got None",
    ),
    '{"funded": 1, "size": true}': (
        f"type /funded funded must be {TRUTH}, a list of those possible, or left out, "
        "got 1",
        f"type /size size must be {ONE.format('1, 2, 3', True)}",
    ),
    '{"size": 4, "kind": "A", "fundet": true, "z": 0}': (
        f"value /size size must be {ONE.format('1, 2, 3', 4)}",
        f"value /kind kind must be {ONE.format('a, b, c_d', repr('A'))}",
        "unknown /fundet fundet is unknown: it must be the name of a field; the "
        "closest is 'funded'",
        "unknown /z z is unknown: it must be one of funded, size, kind",
    ),
    '{"size": [1, 1.0, 1, "1"], "kind": []}': (
        "type /size/1 size[1] must be one of 1, 2, 3, got 1.0",
        "repeated /size/2 size[2] must be there once, got 1",
        "type /size/3 size[3] must be one of 1, 2, 3, got '1'",
        "value /kind kind must be a list of one value or more, got []",
    ),
    '{"size": 1, "size": 2}': ("repeated /size size must be there once",),
    '{"funded": {"$missing": "not_applicable"}}': (
        f"type /funded funded must be {TRUTH}, a list of those possible, or left out, "
        "got {'$missing': 'not_applicable'}",
    ),
}


@pytest.mark.parametrize(("body", "faults"), BAD.items())
def test_everything_that_is_wrong_is_told(body: str, faults: tuple[str, ...]) -> None:
    with pytest.raises(DecodeError) as caught:
        wire.from_json(body, SCHEMA)
    assert faults == tuple(
        f"{fault.code} {fault.pointer} {fault}" for fault in caught.value.faults
    )
    if "repeated /size size" not in faults[0]:  # JSON Schema sees one of two keys
        assert not VALID.is_valid(json.loads(body))


def test_unknown_names_can_be_reported_and_faults_are_bounded() -> None:
    loaded: Any = wire.from_dict({"size": 1, "z": 0}, SCHEMA, unknown="report")  # type: ignore[call-overload]
    assert loaded.noun == Facts.of(SCHEMA, size=1)
    assert [fault.pointer for fault in loaded.ignored] == ["/z"]
    many = {f"z{number}": 0 for number in range(1000)}
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(many, SCHEMA, most=3)
    assert (len(caught.value.faults), caught.value.may_be_more) == (3, True)


@settings(max_examples=30)
@given(st.data())
def test_law_what_is_written_by_name_is_read_and_valid(data: st.DataObject) -> None:
    stated = {
        fact.name: data.draw(st.sets(st.sampled_from(fact.domain), min_size=1))
        for fact in SCHEMA
    }
    facts = Facts.of(SCHEMA, stated)
    written = STATED.dump_python(facts)
    assert STATED.validate_python(written) == facts
    assert VALID.is_valid(written)


def test_a_form_finds_titles_choices_and_where_a_fact_matters() -> None:
    schema = wire.json_schema(SCHEMA, language=es.SPANISH)
    assert schema["title"] == "Hechos por nombre"
    funded, size, kind = schema["properties"].values()
    assert funded["anyOf"][0] == {
        "type": "boolean",
        "oneOf": [{"const": False, "title": "no"}, {"const": True, "title": "sí"}],
    }
    assert kind["title"] == "its kind"
    assert kind["anyOf"][0]["oneOf"][2] == {"const": "c_d", "title": "c d"}
    assert size["title"] == "size"
    english = wire.json_schema(SCHEMA)["properties"]["size"]["description"]
    assert english == (
        "It matters where not (a policy brings money: yes) or its kind: a or b."
    )
    mexican = wire.json_schema(eccp.FACTS_2022, language=es.SPANISH)["properties"]
    titles = [choice["title"] for choice in mexican["established"]["anyOf"][0]["oneOf"]]
    assert titles == ["hasta 2 años", "más de 2 y hasta 10 años", "más de 10 años"]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Is("a") & (Is("b") | Is("c")), "A: yes and (b: yes or c: yes)"),
        (Is("b", {True, False}), "b: no or yes"),
        (AllOf(()), "always"),
    ],
)
def test_where_a_fact_matters_is_said_by_titles(
    condition: Condition, words: str
) -> None:
    last = Fact.boolean("d", matters_where=condition)
    facts = [Fact.boolean("a", "A"), Fact.boolean("b"), Fact.boolean("c"), last]
    described = wire.json_schema(FactSchema(facts))["properties"]["d"]
    assert described["description"] == f"It matters where {words}."


def test_titles_of_choices_are_put_into_the_language() -> None:
    schema = wire.json_schema(Policy, language=es.SPANISH)
    titles = [part["title"] for part in schema["$defs"]["EuPriority"]["oneOf"]]
    assert "Green economy [economía verde]" in titles


def test_pydantic_tells_faults_and_describes_facts_by_name() -> None:
    with pytest.raises(ValidationError) as refused:
        STATED.validate_python({"size": [9], "z": 1})
    assert [error["loc"] for error in refused.value.errors()] == [("size", 0), ("z",)]
    assert STATED.json_schema()["properties"].keys() == set(SCHEMA.names)
    facts = Facts.of(SCHEMA, size=1)
    assert STATED.validate_python(facts) is facts
    with pytest.raises(
        InvalidValueError, match="facts must be left out beside all but"
    ):
        TypeAdapter(Annotated[Policy, Exchanged(facts=SCHEMA)])
    with pytest.raises(InvalidValueError, match="facts"):
        Exchanged(facts="x")  # type: ignore[arg-type]


def test_facts_by_name_are_no_document() -> None:
    with pytest.raises(InvalidValueError, match="document must be left out for facts"):
        wire.json_schema(SCHEMA, document=True)
