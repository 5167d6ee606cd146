"""Frozen documents of every version of the format stay readable, for good.

A file is never edited. A field that joins a noun and has a default changes nothing for
who reads; where the format changes, its version rises, and a new folder of samples
joins the old ones.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from icluster import Facts, Policy, PublishedScore, Region, Rubric, Table, scoring, wire
from icluster.errors import InvalidValueError
from icluster.labels import LabelRegister
from icluster.reference import eccp, mexico
from icluster.wire._named import public_classes

HERE = Path(__file__).parent / "samples"
UNKNOWN = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True))

NOUNS: dict[str, tuple[type, object]] = {
    "policy": (Policy, mexico.NUEVO_LEON_2022),
    "published_score": (PublishedScore, mexico.PUBLISHED_2022),
    "register": (LabelRegister, mexico.BRONZE_LABELS),
    "region": (Region, Region("MX-NLE")),
    "rubric": (Rubric, eccp.MATURITY_2022),
    "score": (scoring.Score, UNKNOWN),
    "table": (Table, UNKNOWN.table()),
}


@pytest.mark.parametrize("name", NOUNS)
def test_version_1_is_read(name: str) -> None:
    text = (HERE / "v1" / f"{name}.json").read_text("utf-8")
    kind: Any = NOUNS[name][0]
    noun = wire.loads(text, kind)
    assert type(noun) is kind
    # What is read and written again is what was read, and fields that have joined.
    assert _holds(json.loads(wire.dumps(noun, full=True)), json.loads(text))


@cache
def exchanged_classes() -> dict[str, Any]:
    """Return the public classes that travel: no functions, and said what they hold."""
    kinds = {}
    for name, kind in sorted(public_classes().items()):
        try:
            wire.json_schema(kind)
        except InvalidValueError:
            continue
        kinds[name] = kind
    # What a walk gathers may be of any class, and so has no document.
    del kinds["Gathered"], kinds["Placed"]
    return kinds


@cache
def frozen_schemas() -> Any:
    """Return the schemas of all public classes together, shapes and defaults only."""
    kinds = exchanged_classes()
    row: Any = tuple
    schema = wire.json_schema(row[tuple(kinds.values())])
    references = dict(zip(kinds, schema["prefixItems"], strict=True))
    bare: Any = _without_words({"kinds": references, "$defs": schema["$defs"]})
    return bare


def _without_words(part: Any) -> Any:
    if isinstance(part, list):
        return [_without_words(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _without_words(value)
        for key, value in part.items()
        if key not in ("title", "description", "$schema") or not isinstance(value, str)
    }


def _holds(written: Any, read: Any) -> bool:
    if isinstance(read, dict):
        return all(key in written and _holds(written[key], read[key]) for key in read)
    if isinstance(read, list):
        return len(written) == len(read) and all(map(_holds, written, read))
    return bool(written == read)


@pytest.mark.parametrize("name", NOUNS)
def test_documents_of_26_1_are_read_and_written_alike(name: str) -> None:
    text = (HERE / "26.1" / f"{name}.json").read_text("utf-8")
    kind: Any = NOUNS[name][0]
    # What uses nothing new is written as it was: an older release can read it.
    for noun in (wire.loads(text, kind), wire.read(text)):
        assert json.loads(wire.dumps(noun)) == json.loads(text)


FROZEN = json.loads((HERE.parent / "schemas" / "26.1.json").read_text("utf-8"))


@pytest.mark.parametrize("name", NOUNS)
def test_documents_follow_the_schemas_of_26_1(name: str) -> None:
    schema = {**FROZEN["kinds"][NOUNS[name][0].__name__], "$defs": FROZEN["$defs"]}
    noun = NOUNS[name][1]
    for data in (wire.to_dict(noun), wire.to_dict(noun, full=True)):
        Draft202012Validator(schema).validate(data)


EVERY = json.loads((HERE / "26.1" / "every.json").read_text("utf-8"))


def test_every_public_class_has_a_sample() -> None:
    """Else: ``python -m tests.unit.wire.freeze`` with the release that it joins."""
    assert set(EVERY) == set(exchanged_classes())
    assert set(EVERY) == set(FROZEN["kinds"])


@pytest.mark.parametrize("name", EVERY)
def test_every_sample_of_26_1_is_read_and_written_alike(name: str) -> None:
    noun = wire.read(json.dumps(EVERY[name]))
    assert type(noun) is public_classes()[name]
    assert json.loads(wire.dumps(noun)) == EVERY[name]
    schema = {**FROZEN["kinds"][name], "$defs": FROZEN["$defs"]}
    Draft202012Validator(schema).validate(wire.to_dict(noun))


def test_no_default_of_26_1_has_changed() -> None:
    today = frozen_schemas()["$defs"]
    for name, schema in FROZEN["$defs"].items():
        for field, described in schema.get("properties", {}).items():
            if "default" in described:
                now = today[name]["properties"][field]["default"]
                assert now == described["default"], (name, field)


def test_every_sample_is_looked_at() -> None:
    assert {path.stem for path in (HERE / "v1").iterdir()} == set(NOUNS)
    assert {path.stem for path in (HERE / "26.1").iterdir()} == {*NOUNS, "every"}
