"""JSON Schema: walked from the fields, as strict as reading where shape goes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import Factory, define, field, frozen
from jsonschema import Draft202012Validator

from icluster import (
    AllOf,
    Citation,
    Country,
    Edition,
    Facts,
    FactSchema,
    Money,
    Period,
    Policy,
    Region,
    Rubric,
    Source,
    scoring,
    wire,
)
from icluster._fields import matches
from icluster.conditions import Condition
from icluster.ecosystems import OnDay
from icluster.errors import DecodeError, InvalidValueError
from icluster.policies import PolicyType
from icluster.provenance import ReadFact
from icluster.reference import eccp, mexico


def is_valid(data: Any, kind: Any) -> bool:
    return Draft202012Validator(wire.json_schema(kind)).is_valid(data)


EVERY = (mexico.NUEVO_LEON_2022, mexico.PUBLISHED_2022, eccp.MATURITY_2022)


@pytest.mark.parametrize(
    "kind", [type(noun) for noun in EVERY], ids=[type(noun).__name__ for noun in EVERY]
)
def test_is_a_schema_that_documents_follow(kind: Any) -> None:
    noun = next(each for each in EVERY if type(each) is kind)
    plain, document = wire.json_schema(kind), wire.json_schema(kind, document=True)
    for schema, data in (
        (plain, wire.to_dict(noun)),
        (document, json.loads(wire.dumps(noun))),
    ):
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(data)
    assert plain["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_fields_are_titled_described_and_bounded() -> None:
    schema = wire.json_schema(Money)
    assert schema["title"] == "Money"
    assert schema["required"] == ["amount"]
    assert schema["additionalProperties"] is False
    year = schema["properties"]["year"]
    assert year["title"] == "Year"
    assert year["description"].startswith("The year the amount belongs to")
    assert year["anyOf"][0] == {"type": "integer", "minimum": 1, "maximum": 9999}
    assert year["default"] == {"$missing": "unknown"}
    assert schema["properties"]["amount"]["description"].startswith("In units")


def test_vocabularies_have_titles() -> None:
    level = wire.json_schema(Policy)["$defs"]["PolicyLevel"]
    assert level["enum"] == ["national", "regional"]
    assert level["oneOf"][0] == {"const": "national", "title": "National"}


def test_days_have_a_format() -> None:
    days = wire.json_schema(Period)["properties"]
    assert days["first_day"]["format"] == "date"
    assert {"type": "null"} in days["last_day"]["anyOf"]


BOUNDS: dict[str, tuple[Any, str, dict[str, Any]]] = {
    "text that is not blank": (Source, "title", {"pattern": r"\S"}),
    "keys": (Source, "key", {"pattern": "^[a-z_][a-z0-9_]*$"}),
    "phrases": (Citation, "excerpt", {"maxLength": 160}),
    "no repetition": (ReadFact, "values", {"uniqueItems": True}),
}


@pytest.mark.parametrize(("kind", "name", "bounds"), BOUNDS.values(), ids=BOUNDS)
def test_bounds_are_those_of_the_validators(
    kind: Any, name: str, bounds: dict[str, Any]
) -> None:
    found = wire.json_schema(kind)["properties"][name]
    assert found.items() >= bounds.items()


def test_bounds_reach_into_alternatives() -> None:
    sectors = wire.json_schema(Policy)["properties"]["sectors"]
    lists = [each for each in sectors["anyOf"] if each.get("type") == "array"]
    assert [each["uniqueItems"] for each in lists] == [True]


def test_patterns_of_validators_are_whole() -> None:
    @frozen
    class Numbered:
        code: str = field(validator=matches(r"\d{2}", "two digits"))

    pattern = wire.json_schema(Numbered)["properties"]["code"]["pattern"]
    assert pattern == "^(?:[0-9]{2})$"


def test_classes_may_hold_themselves() -> None:
    schema = wire.json_schema(AllOf)
    assert "$all_of" in schema["$defs"]["TaggedAllOf"]["properties"]
    assert is_valid(wire.to_dict(eccp.MATURITY_2022), Rubric)
    assert not is_valid({"parts": [{"$is": {}}]}, AllOf)


def test_schemas_can_stand_inline() -> None:
    schema = wire.json_schema(Policy, inline=True)
    assert "$defs" not in schema
    assert "$ref" not in json.dumps(schema)
    Draft202012Validator(schema).validate(wire.to_dict(mexico.NUEVO_LEON_2022))
    with pytest.raises(InvalidValueError, match="AllOf, which holds itself"):
        wire.json_schema(Rubric, inline=True)


def test_bases_are_any_class_below() -> None:
    assert is_valid({"$is": {"fact": "a"}}, Condition)
    assert not is_valid({"fact": "a"}, Condition)


def test_nouns_that_are_text() -> None:
    assert is_valid("MX", Country)
    assert not is_valid("Mexico", Country)
    schema = wire.json_schema(Region)
    assert "$id" not in schema
    assert "$defs" not in schema


def test_vocabularies_alone() -> None:
    assert is_valid("broad", PolicyType)


def test_generic_answers() -> None:
    assert is_valid({"surely": ["MX"]}, OnDay[Country])
    assert not is_valid({"surely": [1]}, OnDay[Country])


def test_what_stands_for_a_noun_is_described() -> None:
    schema = wire.json_schema(Facts)
    assert list(schema["properties"]) == ["schema", "values", "provenance"]
    assert schema["title"] == "Facts"
    assert schema["properties"]["values"]["description"].startswith("For each fact")


def test_two_classes_of_one_name_are_told_apart() -> None:
    @frozen
    class Money:
        """Another."""

        own: bool = False

    @frozen
    class Both:
        ours: Any = None

    Both.__annotations__["ours"] = tuple[Policy, Money]
    names = wire.json_schema(Both)["$defs"]
    assert "Money" in names
    assert f"{__name__}.Money" in names


@define
class Loose:
    first: int = 1
    second: int = field(default=Factory(lambda self: self.first, takes_self=True))
    _third: int = field(default=0, init=False)


def test_defaults_that_depend_are_left_out() -> None:
    properties = wire.json_schema(Loose)["properties"]
    assert list(properties) == ["first", "second"]
    assert "default" not in properties["second"]
    assert properties["first"]["default"] == 1
    assert "description" not in properties["first"]


@pytest.mark.parametrize("kind", [Edition, scoring.Readings, complex])
def test_what_cannot_be_exchanged_has_none(kind: Any) -> None:
    with pytest.raises(
        InvalidValueError, match="kind must be something that can be exchanged"
    ):
        wire.json_schema(kind)


def firsts(data: Any) -> Any:
    """Keep the first of each list: what is broken in the second is broken alike."""
    if isinstance(data, dict):
        return {key: firsts(value) for key, value in data.items()}
    return [firsts(item) for item in data[:1]] if isinstance(data, list) else data


PLAN = firsts(wire.to_dict(mexico.NUEVO_LEON_2022))


def mutations(data: Any) -> list[Any]:
    """Break the shape of a document in one place, in every way we know."""
    if isinstance(data, dict):
        broken: list[Any] = [{**data, "nobody": 1}, [], 5]
        for key, value in data.items():
            broken += [{**data, key: each} for each in mutations(value)]
            broken.append({k: v for k, v in data.items() if k != key})
        return broken
    if isinstance(data, list):
        return [
            [*data, {"nobody": 1}],
            "text",
            *([each] for each in mutations_of_first(data)),
        ]
    return [0.5, {"nobody": 1}, [[]]]


def mutations_of_first(data: list[Any]) -> list[Any]:
    return mutations(data[0]) if data else []


# What validators and constructors refuse, and a schema cannot say.
BEYOND_SHAPE = ("given for a regional policy",)


def refusal(data: Any) -> str:
    """Return why a policy is not read; nothing where it is."""
    try:
        wire.from_dict(data, Policy)
    except DecodeError as error:
        return str(error)
    return ""


def test_what_is_refused_for_shape_is_refused_by_the_schema() -> None:
    validator = Draft202012Validator(wire.json_schema(Policy))
    refused = 0
    for data in mutations(PLAN):
        why = refusal(data)
        if any(words in why for words in BEYOND_SHAPE):
            continue
        refused += bool(why)
        assert validator.is_valid(data) == (not why), why
    assert refused > 200


def test_a_schema_of_a_class_without_docstring() -> None:
    assert "description" not in wire.json_schema(FactSchemaHolder)


@frozen
class FactSchemaHolder:
    schema: FactSchema
