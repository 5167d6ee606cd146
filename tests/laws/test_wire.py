"""What goes out comes back: for everything that hypothesis can make."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from attrs import frozen
from hypothesis import Phase, find, given, settings
from jsonschema import Draft202012Validator

from icluster import (
    Criterion,
    Edition,
    Facts,
    FactSchema,
    Missing,
    PartialDate,
    Period,
    Policy,
    Rubric,
    scoring,
    wire,
)
from icluster.conditions import Condition
from icluster.editions import Asking
from icluster.errors import CODES, DecodeError
from icluster.testing import noun_classes
from icluster.wire._named import public_classes
from icluster.words import is_blank

CLASSES = {
    kind.__name__: kind for kind in noun_classes() if kind not in (Asking, Edition)
}


def filled(kind: Any) -> Any:
    """Say what a generic class holds."""
    return kind[Period] if getattr(kind, "__parameters__", ()) else kind


@pytest.mark.parametrize("name", sorted(CLASSES))
@settings(max_examples=8)
@given(data=st.data())
def test_every_noun_comes_back(name: str, data: st.DataObject) -> None:
    kind = filled(CLASSES[name])
    noun = data.draw(st.from_type(kind))
    written = wire.to_dict(noun)
    again = wire.from_dict(written, type(noun) if kind is Condition else kind)
    assert again == noun
    assert wire.to_dict(again) == written
    assert wire.loads(wire.dumps(noun), kind) == noun
    assert json.loads(json.dumps(written)) == written
    # Here, as nothing else makes every noun: it shows itself in one line and a table.
    assert len(repr(noun)) <= 200
    assert repr(noun).isprintable()
    assert noun._repr_html_().startswith("<div")


FROZEN = json.loads(
    (Path(__file__).parents[1] / "unit/wire/schemas/26.1.json").read_text("utf-8")
)

SCHEMAS = {
    name: Draft202012Validator(wire.json_schema(filled(kind)))
    for name, kind in CLASSES.items()
    if kind is not Condition
}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
@settings(max_examples=8)
@given(data=st.data())
def test_every_noun_follows_its_schema(name: str, data: st.DataObject) -> None:
    noun = data.draw(st.from_type(filled(CLASSES[name])))
    written = wire.to_dict(noun)
    SCHEMAS[name].validate(written)
    # An older release reads it, as it uses nothing new.
    if name in FROZEN["kinds"] and public_classes()[name] is CLASSES[name]:
        schema = {**FROZEN["kinds"][name], "$defs": FROZEN["$defs"]}
        Draft202012Validator(schema).validate(written)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value in a document."""
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    inner = [place for key, value in items for place in places(value, (*path, key))]
    return [path, *inner]


@settings(max_examples=80)
@given(policy=st.from_type(Policy), wrong=JSON, data=st.data())
def test_wrong_values_anywhere_are_refused_or_read_as_they_are(
    policy: Policy, wrong: Any, data: st.DataObject
) -> None:
    document = {"data": deepcopy(wire.to_dict(policy))}
    path: tuple[Any, ...] = data.draw(st.sampled_from(places(document["data"])))
    parents, last = ("data", *path)[:-1], ("data", *path)[-1]
    node: Any = document
    for key in parents:
        node = node[key]
    node[last] = wrong
    read, error = attempt(document["data"])
    if error is None:
        assert wire.from_dict(wire.to_dict(read), Policy) == read
    else:
        assert error.faults
        assert all(len(str(fault)) < 1000 for fault in error.faults)
        assert all(fault.code in CODES for fault in error.faults)
        assert pickle.loads(pickle.dumps(error)).faults == error.faults


def attempt(data: Any) -> tuple[Any, DecodeError | None]:
    """Return what was read, or why nothing was."""
    try:
        return wire.from_dict(data, Policy), None
    except DecodeError as error:
        return None, error


@given(st.text())
def test_no_text_does_more_than_be_refused(text: str) -> None:
    # A word alone, such as a number, is JSON but no policy.
    with pytest.raises(DecodeError, match=r"^the whole must be "):
        wire.loads(text, Policy)


@settings(max_examples=25)
@given(rubric=st.from_type(Rubric), data=st.data())
def test_a_rubric_that_travelled_scores_the_same(
    rubric: Rubric, data: st.DataObject
) -> None:
    facts = Facts.of(rubric.facts)
    again = wire.loads(wire.dumps(rubric), Rubric)
    report = scoring.audit(rubric)
    assert scoring.audit(again) == report
    if not report.holes:
        there = wire.loads(wire.dumps(scoring.score(rubric, facts)), scoring.Score)
        assert there.totals == scoring.score(rubric, facts).totals


CELL_KINDS = st.sampled_from(("name", "type", "level", "country", "history.begins"))


@settings(max_examples=40)
@given(st.lists(st.dictionaries(CELL_KINDS, JSON, max_size=5), max_size=5))
def test_no_filled_row_is_lost(rows: list[dict[str, Any]]) -> None:
    found = wire.from_records(rows, Policy)
    filled = [row for row in rows if not all(map(is_blank, row.values()))]
    assert len(found.objects) + len(found.rejected) == len(filled)
    assert all(row.faults for row in found.rejected)


# --- the strategies themselves --------------------------------------------------


@frozen
class Folder:
    """A class of the user's, made of nouns."""

    policy: Policy
    since: PartialDate | None = None


@settings(max_examples=8)
@given(st.from_type(Folder))
def test_classes_that_hold_nouns_just_work(folder: Folder) -> None:
    assert isinstance(folder.policy, Policy)
    assert wire.from_dict(wire.to_dict(folder), Folder) == folder


CORNERS: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "a leap day": (PartialDate, lambda d: (d.month, d.day) == (2, 29)),
    "a year only": (PartialDate, lambda d: d.month is None),
    "a slash": (PartialDate, lambda d: d.separator == "/" and d.day is not None),
    "an unknown fact": (Facts, lambda facts: facts.undetermined),
    "accents": (Policy, lambda policy: not policy.name.isascii()),
    "nothing at all": (Policy, lambda policy: policy.sectors == ()),
    "what does not apply": (Policy, lambda p: p.focus is Missing.NOT_APPLICABLE),
    "a region": (Policy, lambda policy: policy.region is not None),
    "a declared gap": (Criterion, lambda criterion: criterion.gaps),
    "a fact that matters somewhere": (
        FactSchema,
        lambda schema: schema.facts[-1].matters_where is not None,
    ),
}


@pytest.mark.parametrize(("kind", "corner"), CORNERS.values(), ids=CORNERS)
def test_strategies_reach_the_corner(kind: Any, corner: Any) -> None:
    reached = settings(max_examples=4000, database=None, phases=[Phase.generate])
    assert find(st.from_type(kind), corner, settings=reached)


def test_strategies_shrink_to_something_readable() -> None:
    policy = find(st.from_type(Policy), lambda _: True)
    assert policy.name == "A"
    assert policy.objectives is Missing.UNKNOWN
    assert policy.citations == ()


ROWS = ("Policy", "LabelAward", "Organization", "Instrument", "Money", "PublishedScore")


@pytest.mark.parametrize("name", ROWS)
@settings(max_examples=20)
@given(data=st.data())
def test_rows_come_back_exactly(name: str, data: st.DataObject) -> None:
    kind = CLASSES[name]
    nouns = tuple(data.draw(st.lists(st.from_type(kind), max_size=3)))
    rows = wire.to_records(nouns)
    assert wire.from_records(rows, kind, exact=True).objects == nouns
