"""Whatever comes in: bounded faults with places, no foreign error, no coercion."""

from __future__ import annotations

import json
import tracemalloc
from decimal import Decimal
from fractions import Fraction
from time import process_time
from typing import Annotated, Any

import pytest
from attrs import evolve, field, frozen
from jsonschema import Draft202012Validator

from icluster import (
    Country,
    Ecosystem,
    Is,
    Money,
    Not,
    Organization,
    Policy,
    Source,
    wire,
)
from icluster.conditions import Condition
from icluster.errors import DecodeError, InvalidValueError
from icluster.organizations import Name
from icluster.policies import LegalBasis
from icluster.reference import mexico
from icluster.sources import Note

PLAN = {"name": "Plan", "type": "broad", "level": "national", "country": "MX"}
MEGABYTE = 2**20


def refusal(data: Any, kind: Any, **more: Any) -> DecodeError:
    with pytest.raises(DecodeError) as caught:
        wire.from_dict(data, kind, **more)
    return caught.value


# --- reports are bounded ----------------------------------------------------------

MILLIONS: dict[str, tuple[Any, Any]] = {
    "wrong items": ([0.5] * 10**6, list[str]),
    "wrong nouns": ([{}] * 10**6, list[Policy]),
    "wrong items inside": ({**PLAN, "sectors": [1] * 10**6}, Policy),
    "unknown keys": (dict.fromkeys(map(str, range(10**6))), Money),
    "wrong values": (dict.fromkeys(map(str, range(10**6))), dict[str, int]),
}


@pytest.mark.parametrize("name", MILLIONS)
def test_reading_stops_when_enough_is_told(name: str) -> None:
    data, kind = MILLIONS[name]
    wire.from_dict(PLAN, Policy)  # readers are made on first use
    tracemalloc.start()
    begin = process_time()
    error = refusal(data, kind)
    assert process_time() - begin < 10  # minutes, if it grew with the square
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * MEGABYTE
    assert len(error.faults) == 100
    assert error.may_be_more
    assert len(str(error)) < 10_000
    assert str(error).endswith("; 90 more; there may be more")


BAD_TEXTS = {
    "wrong items": "[" + "{}," * 350_000 + "{}]",
    "keys twice": "[{" + '"name":1,' * 120_000 + '"name":1}]',
    "one long word": '["' + "x" * MEGABYTE + '"]',
    "no JSON": "[" * MEGABYTE,
}


@pytest.mark.parametrize("text", BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_a_megabyte_of_bad_input_is_refused_in_seconds(text: str) -> None:
    assert len(text) >= MEGABYTE
    begin = process_time()
    with pytest.raises(DecodeError) as caught:
        wire.from_json(text, list[Policy])
    assert len(caught.value.faults) <= 100
    assert len(str(caught.value)) < 20_000
    # Ten times what it takes: growing with the square, it would take minutes.
    assert process_time() - begin < 10
    kept = sum(len(repr(fault)) for fault in caught.value.faults)
    assert kept < MEGABYTE / 5


def test_as_many_faults_are_told_as_are_asked_for() -> None:
    error = refusal([None] * 10, list[str], most=3)
    assert [fault.pointer for fault in error.faults] == ["/0", "/1", "/2"]
    assert error.may_be_more
    assert not refusal([None] * 3, list[str]).may_be_more
    with pytest.raises(DecodeError) as caught:
        wire.loads('{"format": "icluster/0", "type": "Plan"}', Policy, most=1)
    assert [fault.pointer for fault in caught.value.faults] == ["/data"]
    assert caught.value.may_be_more
    wrong: tuple[Any, ...] = (0, True, "5")
    for most in wrong:
        with pytest.raises(InvalidValueError, match="most must be 1 or more"):
            wire.from_dict([], list, most=most)


def test_what_came_is_kept_short() -> None:
    long, deep = "x" * 10**6, [[[[[1] * 50] * 50] * 50] * 50] * 50
    wide = dict.fromkeys(map(str, range(10**5)))
    for got in (long, deep, wide):
        (fault,) = refusal({"first_day": got}, dict[str, int]).faults
        assert len(repr(fault.got)) < 20_000
        assert len(str(fault)) < 400


# --- JSON -------------------------------------------------------------------------


def test_repeated_keys_have_places_and_are_told_with_all_else() -> None:
    text = (
        '{"amount": "5", "amount": "6", "year": NaN, "x/y": 1,'
        ' "currency": {"a": 1, "a": 2}}'
    )
    with pytest.raises(DecodeError) as caught:
        wire.from_json(text, Money)
    told = [(fault.pointer, fault.code) for fault in caught.value.faults]
    assert told[:3] == [
        ("/amount", "repeated"),
        ("/year", "syntax"),
        ("/currency/a", "repeated"),
    ]
    assert ("/x~1y", "unknown") in told
    assert ("/currency", "type") in told


def test_numbers_of_many_digits_have_places() -> None:
    for digits in (1001, 10_000):
        text = '[{"amount": "1", "year": ' + "9" * digits + "}]"
        with pytest.raises(DecodeError) as caught:
            wire.from_json(text, list[Money])
        (fault,) = caught.value.faults
        assert fault.pointer == "/0/year"
    assert wire.from_json("[" + "9" * 900 + "]", list[int]) == [int("9" * 900)]


@pytest.mark.parametrize(
    "text", ['"MX"', b'"MX"', bytearray(b'"MX"')], ids=["text", "bytes", "bytearray"]
)
def test_bytes_are_taken_like_text(text: Any) -> None:
    assert wire.from_json(text, Country) == Country("MX")


def test_bytes_are_utf_8() -> None:
    with pytest.raises(DecodeError, match="JSON in UTF-8, which it is not at byte 1"):
        wire.from_json('"Clúster"'.encode("utf-16-le")[:1] + b"\xff", str)
    document = wire.dumps(mexico.NUEVO_LEON_2022).encode()
    assert wire.loads(document, Policy) == wire.read(document) == mexico.NUEVO_LEON_2022


# --- no coercion in containers ------------------------------------------------------

REFUSED: dict[str, tuple[Any, Any]] = {
    "letters": ("abc", list[str]),
    "a tuple": (("a",), list[str]),
    "an object for a list": ({}, list[str]),
    "pairs for an object": ([["a", 1]], dict[str, int]),
    "a key that is none": ({1: 1}, dict[str, int]),
    "a wrong value": ({"a": "1"}, dict[str, int]),
    "a number as text": (["1"], tuple[int, ...]),
    "too few": ([1], tuple[int, str]),
    "twice": (["a", "a"], set[str]),
    "true for a number": ([True], list[int]),
    "true for a float": (True, float),
    "text for a float": ("2.5", float),
    "an infinity": (float("inf"), float),
    "a whole number beyond floats": (10**400, float),
    "bytes": ("abc", bytes),
    "a key of another sort": ({"Mexico": 1}, dict[Country, int]),
}


@pytest.mark.parametrize(("data", "kind"), REFUSED.values(), ids=REFUSED)
def test_containers_are_as_strict_as_nouns(data: Any, kind: Any) -> None:
    assert refusal(data, kind).faults


@frozen
class Shelf:
    """A class of the user's, which checks nothing itself."""

    label: Annotated[str, "any"] = ""
    prices: dict[str, Money] = field(factory=dict)
    counts: dict[Country, int] = field(factory=dict)
    tags: set[str] = field(factory=set)
    rows: list[tuple[int, str]] = field(factory=list)
    share: float = 0.0
    rest: Any = None
    inner: tuple[Shelf, ...] = ()


FULL = Shelf(
    label="a",
    prices={"low": Money(amount="1")},
    counts={Country("MX"): 1},
    tags={"x", "y"},
    rows=[(1, "a")],
    share=0.5,
    rest={"a": [1, None, 2.5, True, "x"]},
    inner=(Shelf(label="b"),),
)


@pytest.mark.parametrize("full", [False, True])
def test_fields_of_other_classes_travel(full: bool) -> None:
    text = wire.dumps(FULL, full=full)
    assert wire.loads(text, Shelf) == FULL
    data = wire.to_dict(FULL, full=full)
    Draft202012Validator(wire.json_schema(Shelf)).validate(data)
    assert len(wire.to_dict(Shelf(), full=True)) == 8
    assert wire.to_dict(Shelf()) == {}


UNWRITABLE: dict[str, tuple[Any, str]] = {
    "a lone half of a character": (Shelf(label="\ud800"), "label"),
    "another type": (Shelf(label=5), "label"),  # type: ignore[arg-type]
    "a huge number": (Shelf(counts={Country("MX"): 10**10_000}), "counts['MX']"),
    "no number": (Shelf(share=float("nan")), "share"),
    "letters": (Shelf(tags="ab"), "tags"),  # type: ignore[arg-type]
    "no mapping": (Shelf(prices=[]), "prices"),  # type: ignore[arg-type]
    "too few": (Shelf(rows=[(1,)]), "rows[0]"),  # type: ignore[list-item]
    "an object in anything": (Shelf(rest={"a": object()}), "rest.a"),
    "deep inside": (Shelf(inner=(Shelf(), Shelf(label=5))), "inner[1].label"),  # type: ignore[arg-type]
    "another class": (Shelf(inner=(Country("MX"),)), "inner[0]"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize(("noun", "place"), UNWRITABLE.values(), ids=UNWRITABLE)
def test_what_would_not_be_read_is_not_written(noun: Any, place: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        wire.dumps(noun)
    assert caught.value.place == place


@frozen
class Numbers:
    """Exact numbers that nobody checked."""

    decimal: Decimal = Decimal(0)
    fraction: Fraction = Fraction(0)


@pytest.mark.parametrize(
    ("noun", "place"),
    [
        (Numbers(decimal=Decimal("NaN")), "decimal"),
        (Numbers(fraction=Fraction(1, 10**10_000)), "fraction"),
    ],
    ids=["decimal", "fraction"],
)
def test_numbers_that_are_none_are_not_written(noun: Any, place: str) -> None:
    with pytest.raises(InvalidValueError, match=f"^{place} must be"):
        wire.dumps(noun)


def test_a_default_is_left_out_only_where_it_is_the_same() -> None:
    for noun in (Numbers(Decimal("0.0")), Is("a", 1), Is("a", True)):
        again = wire.from_dict(wire.to_dict(noun), type(noun))
        assert repr(again) == repr(noun)


def test_conditions_travel_as_deep_as_they_may_be() -> None:
    condition: Condition = Is("a")
    while True:
        try:
            condition = Not(condition)
        except InvalidValueError:
            break
    assert wire.loads(wire.dumps(condition), Not) == condition


# --- names, words and amounts at every door -------------------------------------------

UNSIGHTLY = {
    "a NUL": "A\0",
    "an escape": "\x1b[31mA",
    "a tab": "A\tB",
    "a break of lines": "A\nB",
    "a separator of lines": "A\u2028B",
    "a control of the second set": "A\x9b",
    "a mark of direction": "A\u200f",
    "an embedding": "\u202bA",
    "an override": "A\u202ecod.exe",
    "an isolate": "A\u2066",
    "half a character": "A\ud800",
    "nothing": "",
    "a blank": " \u200b",
}
NAMED: dict[str, tuple[type, dict[str, Any], str]] = {
    "an organization": (Organization, {}, "name"),
    "its acronym": (Organization, {"name": "A"}, "acronym"),
    "another name": (Name, {}, "text"),
    "a policy": (Policy, PLAN, "name"),
    "a source": (Source, {"key": "a", "publisher": "P"}, "title"),
    "words for a kind": (Organization, {"name": "A"}, "kind.$other"),
}


@pytest.mark.parametrize("text", UNSIGHTLY.values(), ids=UNSIGHTLY)
@pytest.mark.parametrize(("kind", "rest", "place"), NAMED.values(), ids=NAMED)
def test_names_are_on_one_line(
    kind: Any, rest: dict[str, Any], place: str, text: str
) -> None:
    name, *inside = place.split(".")
    data = {**rest, name: {inside[0]: text} if inside else text}
    assert [fault.path for fault in refusal(data, kind).faults] == [place]


WORDS: dict[str, tuple[type, dict[str, Any], str]] = {
    "sectors": (Policy, PLAN, "sectors"),
    "aims of a law": (LegalBasis, {"titles": ["A"]}, "objectives"),
    "authors": (Source, {"key": "a", "title": "A", "publisher": "P"}, "authors"),
    "means": (Ecosystem, {"key": "a", "name": "A"}, "means"),
}


@pytest.mark.parametrize(("kind", "rest", "place"), WORDS.values(), ids=WORDS)
def test_every_word_of_a_row_says_something(
    kind: Any, rest: dict[str, Any], place: str
) -> None:
    # Of halves of characters alone the wire tells before anything is made.
    texts = ["A", *(text for text in UNSIGHTLY.values() if "\ud800" not in text)]
    wrong = [(place, index) for index in range(1, len(texts))]
    assert [
        fault.place for fault in refusal({**rest, place: texts}, kind).faults
    ] == wrong
    with pytest.raises(InvalidValueError) as caught:
        evolve(wire.from_dict(rest, kind), **{place: texts[:-3]})
    assert [fault.place for fault in caught.value.faults] == wrong[:-3]


def test_prose_keeps_its_lines_and_nothing_that_acts() -> None:
    note = {"path": "name", "text": "Two\nlines,\tand \u200fعربي."}
    assert wire.from_dict(note, Note).text == note["text"]
    for text in ("A\0", "\x1b[31mA", "A\x9b"):
        with pytest.raises(InvalidValueError, match="text without control characters"):
            Note("name", text)
        assert refusal({**note, "text": text}, Note).faults[0].path == "text"


def test_rows_with_such_names_are_refused_with_their_place() -> None:
    rows: list[dict[str, Any]] = [
        {**PLAN, "name": "A\u202eB"},
        {**PLAN, "sectors": ["A", " "]},
        PLAN,
    ]
    records = wire.from_records(rows, Policy)
    faults = [fault for row in records.rejected for fault in row.faults]
    assert [fault.path for fault in faults] == ["name", "sectors[1]"]
    assert len(records.objects) == 1


AMOUNTS = {"0005": "5", "-0": "0", "-0.00": "0.00", "00.50": "0.50", "-007": "-7"}


@pytest.mark.parametrize(("text", "amount"), AMOUNTS.items())
def test_amounts_lose_their_idle_signs_at_every_door(text: str, amount: str) -> None:
    made = Money(amount=text)
    read = wire.from_dict({"amount": text}, Money)
    (from_row,) = wire.from_records([{"amount": text}], Money).objects
    for money in (made, read, from_row, Money(amount=Decimal(text))):
        assert str(money.amount) == amount
        assert wire.to_dict(money) == {"amount": amount}


# --- documents that live ------------------------------------------------------------


def test_a_document_is_read_by_its_own_type() -> None:
    assert wire.read(wire.dumps(Country("MX"))) == Country("MX")
    assert wire.read(wire.dumps(FULL), kinds=[Shelf]) == FULL
    with pytest.raises(DecodeError, match="the name of one of"):
        wire.read(wire.dumps(FULL))


def test_an_unknown_format_says_which_are_known() -> None:
    text = '{"format": "icluster/9", "type": "Country", "data": "MX"}'
    older = wire.Migration("icluster/0", "Money", dict)
    with pytest.raises(
        DecodeError, match="'icluster/0' or 'icluster/1', got"
    ) as caught:
        wire.read(text, migrations=[older, *wire.MIGRATIONS])
    assert [fault.path for fault in caught.value.faults] == ["format"]


def test_older_documents_are_migrated_wherever_a_class_stands() -> None:
    def renamed(data: dict[str, Any]) -> dict[str, Any]:
        rest = {key: value for key, value in data.items() if key != "sum"}
        return {**rest, "amount": data["sum"]}

    table = (wire.Migration("icluster/0", "Money", renamed), *wire.MIGRATIONS)
    data = {**PLAN, "budget": {"annual": {"sum": "5"}}}
    old = json.dumps({"format": "icluster/0", "type": "Policy", "data": data})
    policy = wire.loads(old, Policy, migrations=table)
    assert policy.budget.annual == Money(amount="5")
    data["budget"] = {"annual": {"amount": "5"}}
    odd = json.dumps({"format": "icluster/0", "type": "Policy", "data": data})
    with pytest.raises(
        DecodeError, match=r"migration of Money can read: it raised KeyE"
    ):
        wire.loads(odd, Policy, migrations=table)
    assert wire.loads(wire.dumps(policy), Policy, migrations=table) == policy

    def forgotten(_: dict[str, Any]) -> Any:
        return None

    spoilt = (wire.Migration("icluster/0", "Money", forgotten),)
    with pytest.raises(DecodeError, match="what the migration of Money makes"):
        wire.loads(old, Policy, migrations=spoilt)

    def refused(data: dict[str, Any]) -> dict[str, Any]:
        raise InvalidValueError("sum", "in pesos", data["sum"])

    with pytest.raises(DecodeError, match=r"annual\.sum must be in pesos, got '5'"):
        wire.loads(
            old, Policy, migrations=[wire.Migration(table[0].after, "Money", refused)]
        )
    with pytest.raises(InvalidValueError, match=r"migrations\[0\] must be of type Mig"):
        wire.read(old, migrations=[("icluster/0", "Money", renamed)])  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match="upgrade must be a function"):
        wire.Migration("icluster/0", "Money", 5)  # type: ignore[arg-type]


def test_unknown_keys_can_be_reported() -> None:
    data = [{"amount": "5", "taxed": True}, {"amount": "6"}]
    loaded = wire.from_dict(data, list[Money], unknown="report")
    assert [money.amount for money in loaded.noun] == [5, 6]
    assert [fault.pointer for fault in loaded.ignored] == ["/0/taxed"]
    document = {"format": wire.FORMAT, "type": "Money", "data": data[0]}
    text = json.dumps(document)
    assert wire.loads(text, Money, unknown="report").ignored[0].path == "taxed"
    assert wire.read(text, unknown="report").noun == Money(amount="5")
    assert wire.from_json("[]", list[str], unknown="report").ignored == ()
    many = {"amount": "5", **dict.fromkeys(map(str, range(500)))}
    assert len(wire.from_dict(many, Money, unknown="report").ignored) == 100
    with pytest.raises(InvalidValueError, match="unknown must be 'refuse' or 'report'"):
        wire.from_dict({}, Money, unknown="drop")  # type: ignore[call-overload]


# --- schemas that embed ---------------------------------------------------------------


def test_references_are_written_as_asked_for() -> None:
    schema = wire.json_schema(list[Policy], ref_template="#/components/schemas/{model}")
    text = json.dumps(schema)
    assert "#/components/schemas/Money" in text
    assert "#/$defs/" not in text
    assert "$id" not in text
    assert "$schema" not in schema
    assert (
        sum(
            '"$missing"' in json.dumps(each)
            for each in [part.get("required") for part in schema["$defs"].values()]
        )
        == 3
    )
    with pytest.raises(InvalidValueError, match="ref_template must be text with"):
        wire.json_schema(Policy, ref_template="#/components")
