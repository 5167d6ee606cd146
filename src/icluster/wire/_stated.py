"""Facts by name, as whoever fills in a form states them: read, written, described."""

from __future__ import annotations

from typing import Any

from icluster.conditions import AnyOf, Condition, Is, Not, Value
from icluster.facts import Fact, Facts, FactSchema
from icluster.scoring._reasons import fact_said, values_said
from icluster.vocabularies import Missing
from icluster.wire._hooks import Read
from icluster.wire._refusals import UNREAD, FaultLog, in_a_path
from icluster.words import Language, Sentence, both, either, say, worded


def _unknown() -> dict[str, str]:
    return {"$missing": Missing.UNKNOWN.value}


def stated_reader(schema: FactSchema) -> Read:
    """Return what reads an object of facts by name; what is left out is unknown."""
    facts = {fact.name: fact for fact in schema}

    def read(value: Any, log: FaultLog) -> Any:
        if type(value) is not dict:
            return log.refuse("type", "an object of facts by name", value)
        stated: dict[str, Any] = {}
        is_sound, mark = True, len(log)
        for name, part in value.items():
            if name not in facts:
                is_sound &= log.unknown(name, schema.names)
            elif (possible := _possible(facts[name], part, log)) is UNREAD:
                is_sound = False
            else:
                stated[name] = possible
            mark = log.below(mark, in_a_path(name))
        return Facts.of(schema, stated) if is_sound else UNREAD

    return read


def _possible(fact: Fact, part: Any, log: FaultLog) -> Any:
    """Read a value, a list of those possible, or that nothing is known."""
    if type(part) is dict and part == _unknown():
        return Missing.UNKNOWN
    if type(part) is not list:
        expected = say("{}, a list of those possible, or left out", _one(fact))
        return _value(fact, part, expected, log)
    values: set[Value] = set()
    before = mark = len(log)
    for index, item in enumerate(part):
        if _value(fact, item, _one(fact), log) is not UNREAD:
            if item in values:
                log.refuse("repeated", "there once", item)
            values.add(item)
        mark = log.below(mark, index)
    if not part:
        return log.refuse("value", "a list of one value or more", part)
    return values if len(log) == before else UNREAD


def _value(fact: Fact, value: Any, expected: Sentence, log: FaultLog) -> Any:
    # 1 is not true, nor 1.0 either of them.
    kind = type(fact.domain[0])
    if type(value) is not kind:
        return log.refuse("type", expected, value)
    return value if value in fact.domain else log.refuse("value", expected, value)


def _one(fact: Fact) -> Sentence:
    """Say what a known value must be, as it stands in JSON."""
    if fact.domain == (False, True):
        return say("true or false")
    return say("one of {}", fact.domain)


def facts_by_name(facts: Facts) -> dict[str, Any]:
    """Return facts as what is read so: one value bare, several in a list."""
    possible = {name: facts[name] for name in facts if facts.says(name)}
    return {
        name: values[0] if len(values) == 1 else list(values)
        for name, values in possible.items()
    }


def stated_schema(schema: FactSchema, language: Language) -> dict[str, Any]:
    """Return the JSON Schema of facts by name, with titles in a language."""
    return {
        "title": say("Facts by name").text(language),
        "description": say("What is left out is unknown.").text(language),
        "type": "object",
        "properties": {fact.name: _property(fact, schema, language) for fact in schema},
        "additionalProperties": False,
    }


def _property(fact: Fact, schema: FactSchema, language: Language) -> dict[str, Any]:
    one = _choice(fact, language)
    several = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
    described = {}
    if fact.matters_where is not None:
        where = _where(fact.matters_where, schema)
        described = {"description": say("It matters where {}.", where).text(language)}
    return {
        "title": _title(fact, language),
        **described,
        "anyOf": [one, several, {"const": _unknown()}],
        "default": _unknown(),
    }


def _choice(fact: Fact, language: Language) -> dict[str, Any]:
    titled = [
        {"const": value, "title": worded(values_said([value]), language)}
        for value in fact.domain
    ]
    if fact.domain == (False, True):
        return {"type": "boolean", "oneOf": titled}
    return {"enum": list(fact.domain), "oneOf": titled}


def _title(fact: Fact, language: Language) -> str:
    return language.of(fact.title) if fact.title else fact.name


def _where(condition: Condition, schema: FactSchema) -> Sentence:
    """Say a condition with the titles of its facts, as reasons are said."""
    if isinstance(condition, Is):
        fact = schema[condition.fact]
        return fact_said(fact.title or fact.name, condition.values)
    if isinstance(condition, Not):
        return say("not ({})", _where(condition.part, schema))
    chain: Any = condition
    if not chain.parts:
        return condition.said()
    parts = [_part(part, schema) for part in chain.parts]
    return say("{}", either(parts) if isinstance(condition, AnyOf) else both(parts))


def _part(condition: Condition, schema: FactSchema) -> Sentence:
    sentence = _where(condition, schema)
    return sentence if isinstance(condition, (Is, Not)) else say("({})", sentence)
