"""What is refused at the edges of classes of one's own, both ways, and where."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from attrs import field, frozen

from icluster import Country, Facts, Other, wire
from icluster.errors import DecodeError, InvalidValueError
from icluster.labels import LabelTier
from icluster.reference import eccp


@frozen
class Held:
    real: float = 0.5
    whole: int = 0
    truth: bool = False
    tier: LabelTier = LabelTier.BRONZE
    country: Country = Country("MX")
    numbers: frozenset[int] = frozenset()
    pair: tuple[int, str] = (0, "")
    other: LabelTier | Other = LabelTier.BRONZE


@frozen
class Node:
    below: Node | None = None


@frozen
class Outer:
    node: Node


@frozen
class Named:
    names: dict[str, int]


@frozen
class Numbered:
    names: dict[int, str]


@frozen
class Scored:
    facts: Facts
    whole: int


def _few(_: object, __: attrs.Attribute[int], count: int) -> None:
    if count > 3:
        raise ValueError("too many to count")


@frozen
class Counted:
    count: int = field(validator=_few)


def test_a_whole_number_is_read_as_a_float_where_one_is_wanted() -> None:
    held = wire.from_dict({"real": 3}, Held)
    assert held == Held(real=3.0)
    assert type(held.real) is float


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"numbers": [1, "x"]}, r"^numbers\[1\] must be a whole number, got 'x'$"),
        ({"pair": [1, 2]}, r"^pair\[1\] must be text, got 2$"),
        ({"other": {"$other": " "}}, r"^other\.\$other.* text that is not blank"),
    ],
)
def test_what_is_wrong_inside_is_told_with_its_place(data: object, said: str) -> None:
    with pytest.raises(DecodeError, match=said):
        wire.from_dict(data, Held)


def test_what_a_validator_of_ones_own_raises_is_told_with_its_field() -> None:
    assert wire.from_dict({"count": 3}, Counted) == Counted(3)
    with pytest.raises(DecodeError, match=r"^count must .*: too many to count$"):
        wire.from_dict({"count": 4}, Counted)


def test_a_missing_mapping_is_called_an_object() -> None:
    with pytest.raises(DecodeError, match=r"^names is missing: it must be an object$"):
        wire.from_dict({}, Named)


def test_a_mapping_by_numbers_is_no_type_that_can_be_exchanged() -> None:
    with pytest.raises(InvalidValueError, match=r"^Numbered\.names must be a mapping"):
        wire.from_dict({"names": {}}, Numbered)
    with pytest.raises(InvalidValueError, match=r"^Numbered\.names must be made of"):
        wire.to_dict(Numbered({1: "a"}))


def test_an_unknown_key_further_in_is_reported_with_its_place() -> None:
    loaded = wire.from_dict({"node": {"more": 1}}, Outer, unknown="report")
    assert loaded.noun == Outer(Node())
    assert [fault.path for fault in loaded.ignored] == ["node.more"]


WRONG: dict[str, tuple[Any, str]] = {
    "whole": ("a", "a whole number, got 'a'"),
    "truth": (1, "true or false, got 1"),
    "country": ("MX", "of type Country, got 'MX'"),
    "tier": ("bronze", "one of bronze, silver, gold, got 'bronze'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_would_not_be_read_back_is_not_written(name: str) -> None:
    value, said = WRONG[name]
    with pytest.raises(InvalidValueError, match=f"^{name} must be {said}$"):
        wire.to_dict(Held(**{name: value}))


def test_the_place_of_what_cannot_be_written_is_told_beside_facts() -> None:
    facts = Facts.of(eccp.MATURITY_2022.facts, {})
    wrong: Any = "a"
    with pytest.raises(InvalidValueError, match=r"^whole must be a whole number"):
        wire.to_dict(Scored(facts, wrong))


@pytest.mark.parametrize("levels", [250, 20_000])
def test_what_is_nested_too_deeply_to_be_read_is_not_written(levels: int) -> None:
    node = Node()
    for _ in range(levels):
        node = Node(node)
    with pytest.raises(InvalidValueError, match=r"^Node must be nested at most 200"):
        wire.to_dict(node)


def test_what_a_hook_of_ones_own_raises_comes_through() -> None:
    def refuse(_: object) -> object:
        raise InvalidValueError("count", "kept secret", None)

    own = wire.converter()
    own.register_unstructure_hook_func(lambda hint: hint is Counted, refuse)
    with pytest.raises(InvalidValueError, match=r"^count must be kept secret"):
        wire.to_dict(Counted(1), converter=own)


@pytest.mark.parametrize("full", [False, True])
def test_what_no_vocabulary_has_stands_behind_its_tag(full: bool) -> None:
    data = wire.to_dict(Other("A"), full=full)
    assert data == {"$other": "A"}
    assert wire.from_dict(data, Other) == Other("A")
    rows = wire.to_records([Other("A")])
    assert wire.from_records(rows, Other, exact=True).objects == (Other("A"),)
