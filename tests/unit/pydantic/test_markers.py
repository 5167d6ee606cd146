"""pydantic reads, refuses, writes and describes as the border does."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from icluster import (
    AllOf,
    Country,
    FactSchema,
    LabelRegister,
    Money,
    Policy,
    Rubric,
    rules,
    scoring,
    wire,
)
from icluster.conditions import Condition
from icluster.errors import DecodeError, InvalidValueError
from icluster.languages import es
from icluster.policies import PolicyType
from icluster.pydantic import Exchanged, View
from icluster.reference import eccp, mexico

PLAN = {"name": "Plan", "type": "broad", "level": "national", "country": "MX"}
A_POLICY: TypeAdapter[Policy] = TypeAdapter(Annotated[Policy, Exchanged()])


def problems(adapter: TypeAdapter[Any], data: object) -> dict[Any, Any]:
    """Return what is wrong, by place."""
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(data)
    return {error["loc"]: error for error in refused.value.errors()}


def test_reads_what_the_border_reads() -> None:
    for policy in mexico.POLICIES_2022:
        data = wire.to_dict(policy)
        assert A_POLICY.validate_python(data) == policy
        assert A_POLICY.validate_json(json.dumps(data)) == policy


def test_takes_an_object_as_it_is_and_no_other() -> None:
    policy = mexico.NUEVO_LEON_2022
    assert A_POLICY.validate_python(policy) is policy
    assert set(problems(A_POLICY, Money(amount="5"))) == {()}


def test_writes_what_the_border_writes() -> None:
    policy = mexico.NUEVO_LEON_2022
    assert A_POLICY.dump_python(policy) == wire.to_dict(policy)
    assert json.loads(A_POLICY.dump_json(policy)) == wire.to_dict(policy)


def test_every_fault_has_its_place_its_code_and_what_must_be() -> None:
    data = {**PLAN, "country": "mx", "sectors": ["cars", 5], "year": 1}
    del data["level"]
    told = problems(A_POLICY, data)
    assert {place: error["type"] for place, error in told.items()} == {
        ("country",): "value",
        ("sectors", 1): "type",
        ("year",): "unknown",
        ("level",): "missing",
    }
    assert told["sectors", 1]["msg"] == "must be text, got 5"
    assert told["sectors", 1]["input"] == 5
    assert told["country",]["input"] == "mx"
    assert told["level",]["input"] is None
    assert told["level",]["msg"].startswith("is missing: it must be one of ")
    assert told["year",]["msg"].startswith("is unknown: it must be one of ")


def test_places_follow_those_of_the_model_around() -> None:
    class Body(BaseModel):
        several: list[Annotated[Money, Exchanged()]]

    with pytest.raises(ValidationError) as refused:
        Body.model_validate({"several": [{"amount": "5"}, {"amount": 5.0}]})
    assert [error["loc"] for error in refused.value.errors()] == [
        ("several", 1, "amount")
    ]


def test_what_came_is_told_short_and_braces_mean_nothing() -> None:
    told = problems(A_POLICY, {**PLAN, "country": "{problem}" * 10_000})
    error = told["country",]
    assert len(error["input"]) < 200
    assert "{problem}" in error["msg"]
    assert "ctx" not in error


@pytest.mark.parametrize("came", ["a\x00b", "\ud800", 10**400, 0.5, float("inf"), [5]])
def test_what_is_not_simple_is_quoted(came: object) -> None:
    told = problems(A_POLICY, {**PLAN, "country": came})
    assert isinstance(told["country",]["input"], str)
    json.dumps(told["country",]["input"], allow_nan=False).encode()


def test_several_of_a_class_have_no_name_to_be_a_component_by() -> None:
    class Body(BaseModel):
        policies: Annotated[list[Policy], Exchanged()]
        prices: Annotated[list[Money], Exchanged()]
        by_name: Annotated[dict[str, Money], Exchanged()]
        either: Annotated[Policy | Money, Exchanged()]

    schema = Body.model_json_schema()
    assert not {"list", "dict", ""} & set(schema["$defs"])
    items = {
        name: schema["properties"][name].get("items") for name in ("policies", "prices")
    }
    assert items == {
        "policies": {"$ref": "#/$defs/Policy"},
        "prices": {"$ref": "#/$defs/Money"},
    }
    plain = {
        "policies": [PLAN],
        "prices": [{"amount": "5"}],
        "by_name": {"a": {"amount": "5"}},
        "either": {"$money": {"amount": "5"}},
    }
    assert Draft202012Validator(schema).is_valid(plain)
    assert Body.model_validate(plain).prices == [Money(amount="5")]


def test_messages_in_spanish() -> None:
    spanish: TypeAdapter[Policy] = TypeAdapter(
        Annotated[Policy, Exchanged(language=es.SPANISH)]
    )
    told = problems(spanish, {**PLAN, "sectors": [5], "year": 1})
    assert told["year",]["msg"].startswith("es desconocido: debe ser ")
    assert told["sectors", 0]["msg"] == "debe ser texto; se recibió 5"


def test_the_faults_are_those_of_the_border() -> None:
    data = {**PLAN, "history": {"begins": "soon", "ends": 5}, "name": " "}
    with pytest.raises(DecodeError) as refused:
        wire.from_dict(data, Policy)
    assert {fault.place for fault in refused.value.faults} == set(
        problems(A_POLICY, data)
    )


@pytest.mark.parametrize(
    ("kind", "thing"),
    [
        (Country, Country("MX")),
        (PolicyType, PolicyType.BROAD),
        (Condition, AllOf(())),
        (Rubric, eccp.MATURITY_2022),
        (FactSchema, eccp.FACTS_2022),
    ],
)
def test_texts_vocabularies_bases_and_what_holds_itself(kind: Any, thing: Any) -> None:
    marked: Any = Annotated[kind, Exchanged()]
    adapter: TypeAdapter[Any] = TypeAdapter(marked)
    written = adapter.dump_python(thing)
    assert adapter.validate_python(written) == thing
    assert Draft202012Validator(adapter.json_schema()).is_valid(written)


@settings(max_examples=10)
@given(st.data())
def test_whatever_is_written_is_read_and_valid(data: st.DataObject) -> None:
    policy = data.draw(st.from_type(Policy))
    written = A_POLICY.dump_python(policy)
    assert A_POLICY.validate_python(written) == policy
    assert VALID.is_valid(written)


VALID = Draft202012Validator(A_POLICY.json_schema())


def test_each_class_is_a_component_and_every_reference_leads_to_one() -> None:
    class Body(BaseModel):
        policy: Annotated[Policy, Exchanged()]
        price: Annotated[Money, Exchanged()] | None = None
        score: Annotated[dict[str, Any], View(scoring.Score)] = {}

    for mode in ("validation", "serialization"):
        schema = Body.model_json_schema(
            mode=mode, ref_template="#/components/schemas/{model}"
        )
        components = schema["$defs"]
        assert {"Policy", "Money", "ScoreView", "BasisView"} <= set(components)
        assert schema["properties"]["policy"] == {"$ref": "#/components/schemas/Policy"}
        assert not any(
            {"$defs", "$schema", "$id"} & set(part) for part in components.values()
        )
        text = json.dumps(schema)
        pieces = {piece.split('"')[0] for piece in text.split('"$ref": "')[1:]}
        assert pieces == {f"#/components/schemas/{name}" for name in components}


@pytest.mark.parametrize("kind", [scoring.Score, rules.Report, LabelRegister])
def test_a_view_is_described_by_its_schema(kind: type) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(Annotated[dict[str, Any], View(kind)])
    ours = wire.view_schema(kind)
    theirs = adapter.json_schema()
    assert set(ours["$defs"]) <= set(theirs["$defs"])
    assert theirs["properties"] == ours["properties"]


def test_a_view_passes_as_it_is() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(
        Annotated[dict[str, Any], View(LabelRegister)]
    )
    seen = {"kind": "labels"}
    assert adapter.validate_python(seen) == seen


def test_refuses_what_has_no_view_and_what_is_no_language() -> None:
    with pytest.raises(InvalidValueError, match="result must be one of"):
        View(Money)
    with pytest.raises(InvalidValueError, match="language"):
        Exchanged(language="es")  # type: ignore[arg-type]


def test_markers_are_values() -> None:
    for marker in (Exchanged(), Exchanged(es.SPANISH), View(scoring.Score)):
        assert copy.copy(marker) == marker
        assert pickle.loads(pickle.dumps(marker)) == marker
        assert hash(marker) == hash(copy.copy(marker))
