"""What is seldom read: hooks of somebody's own, and data at its bounds."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any
from uuid import UUID

import pytest
from attrs import field, frozen
from cattrs import Converter

from icluster import Country, Helix, Instrument, Money, Policy, wire
from icluster.errors import DecodeError, InvalidValueError, RubricError


def told(data: Any, kind: Any, **more: Any) -> list[tuple[str, str]]:
    """Return the pointer and the code of each fault."""
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(data, kind, **more)
    return [(fault.pointer, fault.code) for fault in caught.value.faults]


# --- hooks of somebody's own --------------------------------------------------------


@frozen
class Item:
    """What cattrs reads by itself."""

    size: int


@frozen
class Box:
    """A class that is read by a hook."""

    items: list[Item] = field(factory=list)


def with_hook(hook: Any) -> Any:
    own = wire.converter()
    own.register_structure_hook(Box, hook)
    return own


CATTRS = Converter(forbid_extra_keys=True)


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({"items": [{"size": 1}, {"size": "x"}]}, [("/0/items/1/size", "syntax")]),
        ({"items": [{}]}, [("/0/items/0/size", "missing")]),
        ({"itms": [], "x y": 1}, [("/0/itms", "unknown"), ("/0/x y", "unknown")]),
    ],
    ids=["a wrong value", "a missing key", "unknown keys"],
)
def test_errors_of_cattrs_are_told_with_their_places(data: Any, faults: Any) -> None:
    def read(value: Any, _: Any) -> Box:
        return CATTRS.structure(value, Box)

    own = with_hook(read)
    assert told([data], list[Box], converter=own) == faults


def test_a_note_of_somebody_else_does_not_hide_the_place() -> None:
    def noted(value: Any, _: Any) -> int:
        error = ValueError(f"no size: {value}")
        error.add_note("measured in boxes")
        raise error

    noting = Converter()
    noting.register_structure_hook(int, noted)

    def read(value: Any, _: Any) -> Box:
        return noting.structure(value, Box)

    own = with_hook(read)
    faults = told({"items": [{"size": 1}]}, Box, converter=own)
    assert faults == [("/items/0/size", "syntax")]


def test_a_hook_that_recurses_without_end_is_told() -> None:
    def endless(value: Any, kind: Any) -> Any:
        return endless(value, kind)

    ((_, code),) = told({}, Box, converter=with_hook(endless))
    assert code == "depth"


def test_a_hook_never_sees_what_is_no_json() -> None:
    seen: list[Any] = []
    with pytest.raises(DecodeError, match="finite numbers only, got 'NaN'") as caught:
        wire.from_json("[NaN]", list[Box], converter=with_hook(seen.append))
    assert len(caught.value.faults) == 1
    assert seen == []


def test_a_hook_that_refuses_what_is_no_json_says_why_it_is_none() -> None:
    def refuse(value: Any, _: Any) -> Any:
        raise InvalidValueError("items", "a list", value["items"])

    own = with_hook(refuse)
    with pytest.raises(DecodeError, match="finite numbers only, got 'NaN'") as caught:
        wire.from_json('{"items": NaN}', Box, converter=own)
    assert {fault.code for fault in caught.value.faults} == {"syntax"}
    assert {fault.got for fault in caught.value.faults} == {"NaN"}


def test_a_hook_can_have_parts_read() -> None:
    own = wire.converter()
    assert own.structure("MX", Country) == Country("MX")
    with pytest.raises(InvalidValueError, match="ISO 3166-1 alpha-2 code"):
        own.structure("Mexico", Country)


class Label(str):
    """Text of a sort of its own."""

    __slots__ = ()


def test_a_class_below_text_is_not_taken_for_text() -> None:
    with pytest.raises(InvalidValueError, match="something that can be exchanged"):
        wire.from_dict("a", Label)


def test_bytes_are_not_written() -> None:
    with pytest.raises(InvalidValueError, match="exchanged by a hook of your own"):
        wire.to_dict(b"abc")


# --- bounds -------------------------------------------------------------------------


def test_no_more_is_told_than_was_asked_for_of_missing_fields() -> None:
    assert len(told({}, Policy)) > 1
    assert told({}, Policy, most=1) == [("/name", "missing")]


def test_what_stands_at_many_places_is_looked_at_once() -> None:
    data: list[Any] = []
    for _ in range(300):
        data = [data, data]
    assert told(data, list) == [("", "depth")]


@frozen
class Filed:
    """A class with a field that only a hook can read."""

    key: UUID | None


def test_a_class_that_a_hook_reads_may_hold_anything() -> None:
    own = wire.converter()
    own.register_structure_hook(Filed, lambda data, _: Filed(UUID(data["key"])))
    data = {"key": str(UUID(int=1))}
    assert wire.from_dict(data, Filed, converter=own) == Filed(UUID(int=1))


def test_short_numbers_beside_one_of_many_digits_are_read() -> None:
    text = "[1, " + "9" * 10_000 + ', "x"]'
    with pytest.raises(DecodeError, match="a number of at most 1000 digits") as caught:
        wire.from_json(text, list[int])
    assert [fault.pointer for fault in caught.value.faults] == ["/1", "/2"]


def test_a_constant_is_not_written_into_a_cell() -> None:
    row = {
        "name": "Plan",
        "type": "broad",
        "level": "national",
        "country": "MX",
        "budget.annual:json": '{"amount": "5"}',
    }
    constants = {"budget.annual.currency": "MXN"}
    (policy,) = wire.from_records([row], Policy, constants=constants).objects
    assert policy.budget.annual == Money(amount="5")


def test_an_annotated_type_is_what_it_annotates() -> None:
    assert wire.from_dict([1], list[Annotated[int, "a size"]]) == [1]


class Lists(Enum):
    """A vocabulary of somebody's own, whose keys are none."""

    LOW = [1]  # noqa: RUF012
    HIGH = {"x": 1}  # noqa: RUF012


class Unhashed(Enum):  # noqa: PLW1641
    """A vocabulary of somebody's own, whose members cannot be hashed."""

    A = "a"

    def __eq__(self, other: object) -> bool:
        return self is other


@pytest.mark.parametrize("kind", [Lists, list[Lists]])
def test_vocabularies_have_keys_that_json_can_tell_apart(kind: Any) -> None:
    for ask in (lambda: wire.from_dict("a", kind), lambda: wire.json_schema(kind)):
        with pytest.raises(InvalidValueError, match=r"^Lists must be a vocabulary of"):
            ask()
    with pytest.raises(InvalidValueError, match="a vocabulary of keys"):
        wire.to_dict(Lists.LOW)


def test_members_that_cannot_be_hashed_travel() -> None:
    assert wire.from_dict(wire.to_dict(Unhashed.A), Unhashed) is Unhashed.A


@pytest.mark.parametrize("wrong", [[], {}, set()], ids=["list", "dict", "set"])
def test_what_cannot_be_hashed_is_no_kind(wrong: Any) -> None:
    asked: tuple[Callable[[], object], ...] = (
        lambda: wire.from_dict({}, wrong),
        lambda: wire.from_json("{}", wrong),
        lambda: wire.read("{}", kinds=[wrong]),
        lambda: wire.json_schema(wrong),
        lambda: wire.view_schema(wrong),
        lambda: wire.from_dict({"kind": wrong}, Instrument),
        lambda: Instrument(wrong),
        lambda: Helix.from_title(wrong),
    )
    for ask in asked:
        with pytest.raises((InvalidValueError, DecodeError), match=" must be "):
            ask()


@pytest.mark.parametrize("kind", [set[Any], frozenset[Any]])
def test_what_cannot_be_hashed_stands_in_no_set(kind: Any) -> None:
    with pytest.raises(DecodeError, match="must be a list of what can stand in a set"):
        wire.from_dict([{}], kind)


def test_a_hook_may_say_where_a_rubric_contradicts_itself() -> None:
    def contradicts(*_: object) -> None:
        raise RubricError("criteria", "are none", RubricError("a[1]", "is odd"))

    own = wire.converter()
    own.register_structure_hook(UUID, contradicts)
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(["x"], list[UUID], converter=own)
    assert [str(fault) for fault in caught.value.faults] == [
        "[0].criteria must be sound: criteria are none",
        "[0].a[1] must be sound: a[1] is odd",
    ]
    with pytest.raises(
        DecodeError, match=r"^facts must be sound: facts repeat"
    ) as told:
        wire.from_dict({"facts": "x"}, Contradictory)
    assert told.value.faults[0].place == ("facts",)


@frozen
class Contradictory:
    """What says of its own parts where they contradict each other."""

    facts: str

    def __attrs_post_init__(self) -> None:
        raise RubricError("facts", "repeat")
