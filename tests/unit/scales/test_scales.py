from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from icluster import Missing, Money, Other
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scales import (
    Amount,
    Choice,
    Composition,
    Counts,
    Direction,
    Measure,
    Option,
    Ordinal,
    Scale,
    Several,
    Shares,
    Text,
    Unit,
    ValueWords,
)

COUNT, SHARE, YEARS = (Measure(unit) for unit in (Unit.COUNT, Unit.SHARE, Unit.YEARS))
FORCE = Choice([Option("industry", "Industry and trade"), "public"])
FIELDS = Several(["energy", "water"])
OPEN = Several(["energy"], is_open=True)
MEMBERS = Counts(["sme", "large"])
FUNDS = Shares(["public", "fees"])
STEPS = Ordinal(["none", "drafted", ""])
MARKS = Ordinal(5, lowest=1)

READ: dict[str, tuple[Scale, object, object]] = {
    "a count from an int": (COUNT, 12, 12),
    "a count from text": (COUNT, " 12 ", 12),
    "a count from a whole decimal": (COUNT, Decimal("12.0"), 12),
    "a count from a whole fraction": (COUNT, Fraction(12), 12),
    "zero is a count": (COUNT, 0, 0),
    "a share from text": (SHARE, "0.35", Decimal("0.35")),
    "a share from a percentage": (SHARE, "35 %", Decimal("0.35")),
    "one per cent is clear": (SHARE, "1%", Decimal("0.01")),
    "no per cent is clear": (SHARE, "0 %", Decimal(0)),
    "a share from a fraction": (SHARE, Fraction(1, 3), Fraction(1, 3)),
    "the whole is a share": (SHARE, 1, Decimal(1)),
    "years from text": (YEARS, "7.5", Decimal("7.5")),
    "no lower bound": (Measure(Unit.RATIO, None), -3, Decimal(-3)),
    "money from text": (
        Amount(),
        "5.50 EUR 2015",
        Money(amount="5.50", currency="EUR", year=2015),
    ),
    "money from texts": (
        Amount(),
        {"amount": " 5 ", "currency": "EUR ", "year": "2015"},
        Money(amount=5, currency="EUR", year=2015),
    ),
    "money from a mapping": (
        Amount(),
        {"amount": 5, "currency": "EUR", "year": 2015},
        Money(amount=5, currency="EUR", year=2015),
    ),
    "a step by number": (STEPS, 2, 2),
    "a step by digits": (STEPS, "2", 2),
    "a step by title": (STEPS, " Drafted ", 1),
    "a step that is a whole decimal": (STEPS, Decimal("2.0"), 2),
    "a mark from 1 to 5": (MARKS, "5", 5),
    "a mark titled by its number": (Ordinal(["1", "2"], lowest=1), "2", 2),
    "a step below zero": (Ordinal(3, lowest=-1), "-1", -1),
    "a choice by key": (FORCE, "industry", "industry"),
    "a choice by title": (FORCE, "industry  AND trade", "industry"),
    "an open choice takes other text": (Choice(is_open=True), " a  b ", Other("a b")),
    "an open choice takes Other": (Choice(is_open=True), Other("a"), Other("a")),
    "several in the order of the list": (
        FIELDS,
        ["Water", "energy"],
        ("energy", "water"),
    ),
    "a set has an order too": (FIELDS, {"water", "energy"}, ("energy", "water")),
    "none of several is an answer": (FIELDS, [], ()),
    "a lone text is one answer": (OPEN, "b, a", (Other("b, a"),)),
    "others come last by letter": (
        OPEN,
        [Other("b"), "a", "energy"],
        ("energy", Other("a"), Other("b")),
    ),
    "counts from a mapping": (
        MEMBERS,
        {"large": "2", "SME": 3},
        Composition({"sme": 3, "large": 2}),
    ),
    "counts that are read already": (
        MEMBERS,
        Composition({"large": 2, "sme": 3}),
        Composition({"sme": 3, "large": 2}),
    ),
    "shares that make one": (
        FUNDS,
        {"public": Fraction(1, 3), "fees": Fraction(2, 3)},
        Composition({"public": Fraction(1, 3), "fees": Fraction(2, 3)}),
    ),
    "text without outer space": (Text(), " a b ", "a b"),
}


@pytest.mark.parametrize(("scale", "raw", "value"), READ.values(), ids=READ)
def test_reads(scale: Scale, raw: object, value: object) -> None:
    read = scale.read(raw)
    assert read == value
    assert type(read) is type(value)
    assert scale.faults(raw) == ()
    # What has been read is read again unchanged.
    assert scale.read(read) == read


REFUSED: dict[str, tuple[Scale, object, list[str]]] = {
    "a count out of hand": (COUNT, 10**5000, ["value"]),
    "a share out of hand": (SHARE, Fraction(1, 10**5000), ["value"]),
    "a percentage out of hand": (SHARE, f"50.{'0' * 39}1 %", ["value"]),
    "a step out of hand": (STEPS, 10**5000, ["value"]),
    "money out of hand": (
        Amount(),
        {"amount": 10**5000, "currency": "EUR", "year": 10**5000, 10**5000: 1},
        ["value.a number of too many digits", "value.amount", "value.year"],
    ),
    "counts out of hand": (
        MEMBERS,
        {"sme": 10**5000, "large": 0},
        ["value['sme']"],
    ),
    "several of numbers out of hand": (OPEN, {10**5000}, ["value[0]"]),
    "no choice but a number out of hand": (FORCE, [10**5000], ["value"]),
    "money in small letters": (Amount(), "5 eur 2015", ["value.currency"]),
    "money in a year of words": (
        Amount(),
        {"amount": 5, "currency": "EUR", "year": "last"},
        ["value.year"],
    ),
    "money in an empty currency": (
        Amount(),
        {"amount": 5, "currency": "", "year": 2015},
        ["value.currency"],
    ),
    "a share of 1.2": (SHARE, "1.2", ["value"]),
    "a share of 120 %": (SHARE, "120 %", ["value"]),
    "a percentage below one could be a share": (SHARE, "0.35 %", ["value"]),
    "a comma separates decimals or thousands": (SHARE, "0,35", ["value"]),
    "a float is not exact": (SHARE, 0.35, ["value"]),
    "a percentage of years": (YEARS, "35 %", ["value"]),
    "a negative count": (COUNT, -1, ["value"]),
    "half a member": (COUNT, "1.5", ["value"]),
    "a truth value is no count": (COUNT, True, ["value"]),
    "not a number": (COUNT, Decimal("NaN"), ["value"]),
    "too many years": (Measure(Unit.YEARS, 0, 100), 101, ["value"]),
    "money without currency": (
        Amount(),
        Money(amount=5, year=2015),
        ["value.currency"],
    ),
    "money without year": (Amount(), {"amount": 5, "currency": "EUR"}, ["value.year"]),
    "money below zero": (Amount(), "-5 EUR 2015", ["value.amount"]),
    "money that is wrong all over": (
        Amount(),
        {"amount": 0.5, "currency": "euro", "year": 0, "tax": 1},
        ["value.tax", "value.amount", "value.currency", "value.year"],
    ),
    "a bare number is no money": (Amount(), 5, ["value"]),
    "a bare dollar is no currency": (Amount(), "$5", ["value"]),
    "a step above": (STEPS, 3, ["value"]),
    "a step below": (STEPS, -1, ["value"]),
    "a step nobody titled": (STEPS, "", ["value"]),
    "a step in disguise": (STEPS, "1_0", ["value"]),
    "half a step": (STEPS, Decimal("1.5"), ["value"]),
    "a mark of zero": (MARKS, 0, ["value"]),
    "a mark of six": (MARKS, "6", ["value"]),
    "a truth value is no step": (STEPS, True, ["value"]),
    "a choice that is not listed": (FORCE, "weather", ["value"]),
    "a choice of nothing": (FORCE, "  ", ["value"]),
    "other where the list is closed": (FORCE, Other("x"), ["value"]),
    "a number where text is asked": (Choice(is_open=True), 5, ["value"]),
    "several with a stranger and a repetition": (
        FIELDS,
        ["wind", "water", "Water"],
        ["value[0]", "value[2]"],
    ),
    "an open list takes no numbers": (OPEN, [5], ["value[0]"]),
    "several of no list": (FIELDS, 5, ["value"]),
    "counts all wrong at once": (
        MEMBERS,
        {"sme": -1, "medium": 2, 7: 1},
        ["value['sme']", "value['medium']", "value[7]", "value['large']"],
    ),
    "a type stated twice": (
        MEMBERS,
        {"sme": 1, "SME": 2, "large": 0},
        ["value['SME']"],
    ),
    "counts without types": (MEMBERS, 40, ["value"]),
    "shares that make too little": (FUNDS, {"public": "0.5", "fees": "0.4"}, ["value"]),
    "shares with a share of 1.2": (
        FUNDS,
        {"public": "1.2", "fees": 0},
        ["value['public']"],
    ),
    "blank text": (Text(), "  ", ["value"]),
    "text that nobody sees": (Text(), "\x1b\u200b", ["value"]),
    "a choice that nobody sees": (Choice(is_open=True), "\x1b", ["value"]),
    "several that nobody sees": (OPEN, ["\x1b"], ["value[0]"]),
    "no text": (Text(), 5, ["value"]),
}


@pytest.mark.parametrize(("scale", "raw", "places"), REFUSED.values(), ids=REFUSED)
def test_refuses_with_every_place(scale: Scale, raw: object, places: list[str]) -> None:
    faults = scale.faults(raw)
    assert [fault.place for fault in faults] == places
    assert not scale.knows(raw)
    with pytest.raises(InvalidValueError) as caught:
        scale.read(raw)
    assert caught.value.got is raw


@pytest.mark.parametrize(("scale", "raw", "value"), READ.values(), ids=READ)
def test_never_knows_what_reading_would_change(
    scale: Scale, raw: Any, value: Any
) -> None:
    if scale.knows(raw):
        assert raw == value


WORDS: dict[str, tuple[Scale, object, str]] = {
    "a float": (
        SHARE,
        0.35,
        "value must be a share such as '0.35', or a percentage from 1 % on, "
        "got 0.35, a float: give it as text or Decimal",
    ),
    "a decimal": (
        SHARE,
        Decimal("1.20"),
        "value must be from 0 to 1, got 1.20",
    ),
    "a fraction": (SHARE, Fraction(4, 3), "value must be from 0 to 1, got 4/3"),
    "not a number": (
        SHARE,
        Decimal("NaN"),
        "value must be a share such as '0.35', or a percentage from 1 % on, "
        "got Decimal('NaN')",
    ),
    "small letters": (
        Amount(),
        "5 eur 2015",
        "value.currency must be in capital letters, an ISO 4217 code such as 'MXN', "
        "got 'eur'",
    ),
    "no year": (
        Amount(),
        {"amount": 5, "currency": "EUR"},
        "value.year must be given, got nothing",
    ),
    "a closed list": (FIELDS, 5, "value must be a list of any of energy, water, got 5"),
    "an open list": (
        OPEN,
        5,
        "value must be a list of any of energy, or other texts, got 5",
    ),
    "no list at all": (
        Several(is_open=True),
        {"a": [Missing.UNKNOWN, Other("b")]},
        "value must be a text, or a list of texts, got {'a': [unknown, 'b']}",
    ),
    "money for a count": (
        COUNT,
        Money(amount=5, currency="EUR", year=2015),
        "value must be a whole number, got 5 EUR in 2015",
    ),
    "a composition for a count": (
        COUNT,
        Composition({"sme": Decimal(3)}),
        "value must be a whole number, got sme 3",
    ),
    "a number out of hand": (
        COUNT,
        [10**5000, Decimal("1e99")],
        "value must be a whole number, "
        "got [a number of too many digits, Decimal('1E+99')]",
    ),
    "what cannot be written": (
        COUNT,
        frozenset({10**5000}),
        "value must be a whole number, got something of type frozenset",
    ),
}


@pytest.mark.parametrize(("scale", "raw", "said"), WORDS.values(), ids=WORDS)
def test_says_what_must_be_and_what_came(scale: Scale, raw: object, said: str) -> None:
    assert [str(fault) for fault in scale.faults(raw)] == [said]


def test_a_fault_says_which_part_it_is_about() -> None:
    faults = [
        *Counts([Option("sme", "small firms"), "large"]).faults({"sme": -1, 7: 2}),
        *Amount().faults({"amount": 5, "currency": "EUR"}),
        *OPEN.faults([5]),
        *COUNT.faults(-1),
    ]
    parts = [fault.part for fault in faults]
    assert parts == ["small firms", "7", "large", "year", "item 1", ""]


def test_an_endless_list_is_refused_as_well() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert COUNT.faults(endless)[0].got == "something of type list"


KNOWN: dict[str, tuple[Scale, object, bool]] = {
    "a count": (COUNT, 3, True),
    "a count as decimal": (COUNT, Decimal(3), False),
    "a share": (SHARE, Decimal("0.5"), True),
    "a share too large": (SHARE, Decimal(2), False),
    "a step": (STEPS, 2, True),
    "a mark": (MARKS, 5, True),
    "no mark": (MARKS, 0, False),
    "a key": (FORCE, "public", True),
    "an open text": (Choice(is_open=True), Other("a"), True),
    "one open text": (OPEN, (Other("a"),), True),
    "none of several": (FIELDS, (), True),
    "two of several": (FIELDS, ("energy", "water"), False),
    "an open text in a closed list": (FIELDS, (Other("a"),), False),
    "full money": (Amount(), Money(amount=1, currency="EUR", year=2015), True),
    "counts in order": (MEMBERS, Composition({"sme": 1, "large": 0}), True),
    "counts out of order": (MEMBERS, Composition({"large": 0, "sme": 1}), False),
    "shares": (FUNDS, Composition({"public": Decimal(1), "fees": 0}), True),
    "shares that make two": (FUNDS, Composition({"public": 1, "fees": 1}), False),
    "text": (Text(), "a", True),
}


@pytest.mark.parametrize(("scale", "value", "known"), KNOWN.values(), ids=KNOWN)
def test_knows(scale: Scale, value: object, known: bool) -> None:
    assert scale.knows(value) is known


SHOWN: dict[str, tuple[Scale, Any, str]] = {
    "a share": (SHARE, Fraction(1, 3), "≈ 33.33 %"),
    "a plain count": (COUNT, 12, "12"),
    "a duration": (YEARS, Decimal("7.50"), "7.5 years"),
    "another unit": (Measure(Other("visits")), Decimal(-3), "-3 visits"),
    "money": (Amount(), Money(amount=5, currency="EUR", year=2015), "5 EUR in 2015"),
    "a titled step": (STEPS, 1, "1 of 2: drafted"),
    "an untitled step": (STEPS, 2, "2 of 2"),
    "a mark": (MARKS, 3, "3 of 5"),
    "a titled mark": (Ordinal(["low", "high"], lowest=1), 2, "2 of 2: high"),
    "a choice": (FORCE, "industry", "Industry and trade"),
    "an open choice": (FORCE, Other("wind"), "wind"),
    "several": (FIELDS, ("energy", "water"), "energy; water"),
    "none": (FIELDS, (), "none"),
    "counts": (MEMBERS, Composition({"sme": 3, "large": 0}), "sme 3, large 0"),
    "shares": (
        FUNDS,
        Composition({"public": Decimal("0.6"), "fees": Decimal("0.4")}),
        "public 60 %, fees 40 %",
    ),
    "text": (Text(), "a", "a"),
}


@pytest.mark.parametrize(("scale", "value", "text"), SHOWN.values(), ids=SHOWN)
def test_text(scale: Scale, value: Any, text: str) -> None:
    assert scale.text(value) == text


SPANISH = ValueWords(
    units=[(Unit.YEARS, "años"), (Unit.FTE, "tiempos completos")],
    units_of_one={Unit.YEARS: "año"},
    step="$step de $highest",
    money="$amount $currency de $year",
    none_of_list="ninguno",
    outside_scale="fuera de escala",
    unknown="no se sabe",
    not_applicable="no aplica",
    not_answered="sin respuesta",
)
SAID: dict[str, tuple[Scale, Any, str]] = {
    "years": (YEARS, Decimal(7), "7 años"),
    "one year": (YEARS, 1, "1 año"),
    "one of what has no word for one": (Measure(Unit.FTE), 1, "1 tiempos completos"),
    "a unit without a word": (Measure(Unit.MONTHS), 7, "7 months"),
    "one of a unit without a word": (Measure(Unit.MONTHS), 1, "1 month"),
    "another unit": (Measure(Other("visitas")), 7, "7 visitas"),
    "a share": (SHARE, Fraction(1, 2), "50 %"),
    "a step": (STEPS, 1, "1 de 2: drafted"),
    "money": (Amount(), Money(amount=5, currency="EUR", year=2015), "5 EUR de 2015"),
    "none": (FIELDS, (), "ninguno"),
    "a choice": (FORCE, "public", "public"),
    "counts": (MEMBERS, Composition({"sme": 1, "large": 2}), "sme 1, large 2"),
    "shares": (FUNDS, Composition({"public": 1, "fees": 0}), "public 100 %, fees 0 %"),
    "text": (Text(), "a", "a"),
}


@pytest.mark.parametrize(("scale", "value", "said"), SAID.values(), ids=SAID)
def test_text_in_other_words(scale: Scale, value: Any, said: str) -> None:
    assert scale.text(value, SPANISH) == said


def test_words_for_what_is_missing() -> None:
    said = [SPANISH.missing(each) for each in Missing]
    assert said == ["no se sabe", "no aplica", "sin respuesta"]
    assert [ValueWords().missing(each) for each in Missing] == [
        e.title for e in Missing
    ]


BAD_WORDS: dict[str, dict[str, Any]] = {
    "a step that asks for more": {"step": "$step of $steps"},
    "a lone dollar": {"money": "$ $amount"},
    "a blank word": {"unknown": " "},
    "a unit by key": {"units": {"years": "años"}},
    "one by key": {"units_of_one": {"years": "año"}},
    "a unit without text": {"units": {Unit.YEARS: 5}},
    "a unit twice": {"units": [(Unit.YEARS, "a"), (Unit.YEARS, "b")]},
    "units that are none": {"units": 5},
}


@pytest.mark.parametrize("given", BAD_WORDS.values(), ids=BAD_WORDS)
def test_refuses_words(given: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        ValueWords(**given)


DIRECTIONS: dict[str, tuple[Scale, Direction]] = {
    "a measure has none unless it says so": (COUNT, Direction.NEITHER),
    "a measure says so": (
        Measure(Unit.COUNT, direction=Direction.LESS),
        Direction.LESS,
    ),
    "an amount says so": (Amount(direction=Direction.MORE), Direction.MORE),
    "steps rise": (STEPS, Direction.MORE),
    "choices have none": (FORCE, Direction.NEITHER),
    "compositions have none": (MEMBERS, Direction.NEITHER),
}


@pytest.mark.parametrize(("scale", "better"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_better(scale: Scale, better: Direction) -> None:
    assert scale.better is better


BAD_SCALES: dict[str, Any] = {
    "bounds the wrong way round": lambda: Measure(Unit.YEARS, 2, 1),
    "a float as bound": lambda: Measure(Unit.YEARS, 0.5),  # type: ignore[arg-type]
    "a unit that is text": lambda: Measure("years"),  # type: ignore[arg-type]
    "one step": lambda: Ordinal(1),
    "two steps of one title": lambda: Ordinal(["a", "A"]),
    "steps titled by the numbers of others": lambda: Ordinal(["1", "2", "3"]),
    "a title that is a number in another way": lambda: Ordinal(["none", "0.0"]),
    "marks titled from zero": lambda: Ordinal(["0", "1"], lowest=1),
    "more steps than anybody asks for": lambda: Ordinal(10**6),
    "a first step that is a truth value": lambda: Ordinal(2, lowest=True),
    "a first step out of hand": lambda: Ordinal(2, lowest=10**6),
    "steps that are one text": lambda: Ordinal("abc"),
    "steps that are nothing": lambda: Ordinal(True),
    "an empty closed choice": Choice,
    "an empty closed list": lambda: Several([]),
    "options of one title": lambda: Choice([Option("a", "x"), Option("b", "X")]),
    "options that are none": lambda: Choice(5),
    "one type only": lambda: Counts(["sme"]),
    "one share only": lambda: Shares(["public"]),
    "a composition of floats": lambda: Composition({"a": 0.5}),
    "a composition out of hand": lambda: Composition({"a": Decimal("1e-500")}),
    "a composition with a type twice": lambda: Composition([("a", 1), ("a", 2)]),
    "a composition of numbers out of hand": lambda: Composition({"a": 10**5000}),
    "a composition of triples": lambda: Composition([("a", 1, 2)]),
    "a composition of text": lambda: Composition("ab"),
    "a composition of nothing": lambda: Composition(5),
}


@pytest.mark.parametrize("make", BAD_SCALES.values(), ids=BAD_SCALES)
def test_refuses_to_be_made(make: Any) -> None:
    with pytest.raises(InvalidValueError):
        make()


BOUNDS = {
    "both": (Measure(Unit.RATIO, 1, 2), "from 1 to 2"),
    "above only": (Measure(Unit.RATIO, None, 2), "2 or less"),
    "below only": (Measure(Unit.RATIO), "0 or more"),
    "none": (Measure(Unit.RATIO, None), "any number"),
}


@pytest.mark.parametrize(("scale", "words"), BOUNDS.values(), ids=BOUNDS)
def test_bounds_in_words(scale: Measure, words: str) -> None:
    assert scale.bounds == words


def test_composition_adds_up_exactly() -> None:
    thirds = Composition({"a": Fraction(1, 3), "b": Decimal("0.5"), "c": 1})
    assert thirds.total == Fraction(11, 6)
    assert thirds["b"] == Decimal("0.5")
    assert Composition({"a": 0, "b": 0}).share("a") is None
    with pytest.raises(UnknownNameError):
        thirds["d"]


def test_the_base_asks_to_be_filled_in() -> None:
    for call in (Scale().parse, Scale().knows, Scale().text):
        with pytest.raises(NotImplementedError):
            call("a")


def test_missing_is_no_value_of_a_scale() -> None:
    assert COUNT.faults(Missing.UNKNOWN) != ()
