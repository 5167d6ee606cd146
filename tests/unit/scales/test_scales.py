from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from icluster import Missing, Money, Other
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.languages import es
from icluster.money import Bound
from icluster.scales import (
    Amount,
    Choice,
    Composition,
    Counts,
    Direction,
    Frequency,
    Measure,
    Option,
    Ordinal,
    Scale,
    Several,
    Shares,
    Text,
    Unit,
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
        ["value['a number of too many digits']", "value.amount", "value.year"],
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
    "money with a bound": (
        Amount(),
        Money(amount=5, currency="EUR", year=2015, bound=Bound.MORE_THAN),
        ["value.bound"],
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
        ["value['sme']", "value['medium']", "value['7']", "value['large']"],
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
    "a choice with what nobody sees in it": (Choice(is_open=True), "0\x1b", ["value"]),
    "several, one with it": (OPEN, ["a", "0\x1b"], ["value[1]"]),
    "several that nobody sees": (OPEN, ["\x1b"], ["value[0]"]),
    "no text": (Text(), 5, ["value"]),
}


@pytest.mark.parametrize(("scale", "raw", "places"), REFUSED.values(), ids=REFUSED)
def test_refuses_with_every_place(scale: Scale, raw: object, places: list[str]) -> None:
    faults = scale.faults(raw)
    assert [fault.path for fault in faults] == places
    assert not scale.knows(raw)
    with pytest.raises(InvalidValueError) as caught:
        scale.read(raw)
    assert caught.value.faults == faults


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
        "value must be a share such as '0.35', or a percentage from 1 % on "
        "(floats are not exact: give text or a Decimal), got 0.35",
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
        "value must be a share such as '0.35', or a percentage from 1 % on, got NaN",
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
        "value.year is missing: it must be a year",
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
        "value must be a text, or a list of texts, got "
        "{'a': [unknown, Other(text='b')]}",
    ),
    "money for a count": (
        COUNT,
        Money(amount=5, currency="EUR", year=2015),
        "value must be a whole number, got '5 EUR in 2015'",
    ),
    "a composition for a count": (
        COUNT,
        Composition({"sme": Decimal(3)}),
        "value must be a whole number, got {'sme': 3}",
    ),
    "a number out of hand": (
        COUNT,
        [10**5000, Decimal("1e99")],
        f"value must be a whole number, got [a number of too many digits, 1{'0' * 99}]",
    ),
    "what cannot be written": (
        COUNT,
        frozenset({10**5000}),
        "value must be a whole number, got frozenset({a number of too many digits})",
    ),
}


@pytest.mark.parametrize(("scale", "raw", "said"), WORDS.values(), ids=WORDS)
def test_says_what_must_be_and_what_came(scale: Scale, raw: object, said: str) -> None:
    assert [str(fault) for fault in scale.faults(raw)] == [said]


def test_a_fault_stands_at_the_part_it_is_about() -> None:
    faults = [
        *Counts([Option("sme", "small firms"), "large"]).faults({"sme": -1, 7: 2}),
        *Amount().faults({"amount": 5, "currency": "EUR"}),
        *OPEN.faults([5]),
        *COUNT.faults(-1),
    ]
    parts = [fault.place[1:] for fault in faults]
    assert parts == [("sme",), ("7",), ("large",), ("year",), (0,), ()]
    assert COUNT.faults(-1, place=("answers", 3))[0].path == "answers[3]"


def test_an_endless_list_is_refused_as_well() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert str(COUNT.faults(endless)[0])


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


IN_SPANISH: dict[str, tuple[Scale, Any, str]] = {
    "years": (YEARS, Decimal(7), "7 años"),
    "one year": (YEARS, 1, "1 año"),
    "one year less": (Measure(Unit.YEARS, None), -1, "-1 año"),
    "staff": (Measure(Unit.FTE), Fraction(1, 3), "≈ 0.33 plazas de tiempo completo"),
    "one of the staff": (Measure(Unit.FTE), 1, "1 plaza de tiempo completo"),
    "months": (Measure(Unit.MONTHS), 7, "7 meses"),
    "days": (Measure(Unit.DAYS_PER_PERSON_AND_YEAR), 1, "1 día por persona y año"),
    "another unit": (Measure(Other("visitas")), 7, "7 visitas"),
    "a share": (SHARE, Fraction(1, 2), "50 %"),
    "a step": (STEPS, 1, "1 de 2: drafted"),
    "money": (Amount(), Money(amount=5, currency="EUR", year=2015), "5 EUR de 2015"),
    "none": (FIELDS, (), "ninguno"),
    "a choice": (FORCE, "public", "público"),
    "counts": (MEMBERS, Composition({"sme": 1, "large": 2}), "sme 1, large 2"),
    "shares": (
        FUNDS,
        Composition({"public": 1, "fees": 0}),
        "público 100 %, fees 0 %",
    ),
    "text": (Text(), "a", "a"),
}


@pytest.mark.parametrize(
    ("scale", "value", "said"), IN_SPANISH.values(), ids=IN_SPANISH
)
def test_text_in_another_language(scale: Scale, value: Any, said: str) -> None:
    assert scale.text(value, language=es.SPANISH) == said


def test_text_in_words_of_the_caller() -> None:
    mine = es.SPANISH.but(
        {
            "{} {0?year|years}": "{} {0?añito|añitos}",
            "{} {} in {}": "{1} {0} ({2})",
            "drafted": "en borrador",
            "public": "público",
            "answer": {"none": "ninguna"},
        }
    )
    money = Money(amount=5, currency="EUR", year=2015)
    assert YEARS.text(1, language=mine) == "1 añito"
    assert Amount().text(money, language=mine) == "EUR 5 (2015)"
    assert STEPS.text(1, language=mine) == "1 de 2: en borrador"
    assert FORCE.text("public", language=mine) == "público"
    assert FIELDS.text((), language=mine) == "ninguna"


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_its_spanish(unit: Unit) -> None:
    assert es.SPANISH.knows(unit.title, "Unit")
    template = Measure(unit).sentence(7).template
    assert template == "{}" or es.SPANISH.knows(template)


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


BAD_SCALES: dict[str, tuple[Any, str]] = {
    "bounds the wrong way round": (
        lambda: Measure(Unit.YEARS, 2, 1),
        "highest must be 2 or more",
    ),
    "a float as bound": (
        lambda: Measure(Unit.YEARS, 0.5),  # type: ignore[arg-type]
        "bound must be a Decimal, an int or a decimal text",
    ),
    "a unit that is text": (
        lambda: Measure("years"),  # type: ignore[arg-type]
        "unit must be of type Unit or Other",
    ),
    "one step": (lambda: Ordinal(1), "steps must be two or more, no two of one title"),
    "two steps of one title": (
        lambda: Ordinal(["a", "A"]),
        "steps must be two or more, no two of one title",
    ),
    "steps titled by the numbers of others": (
        lambda: Ordinal(["1", "2", "3"]),
        r"steps\[0\] must be no number but 0, which it stands for;",
    ),
    "a title that is a number in another way": (
        lambda: Ordinal(["none", "0.0"]),
        r"steps\[1\] must be no number but 1, which it stands for;",
    ),
    "marks titled from zero": (
        lambda: Ordinal(["0", "1"], lowest=1),
        r"steps\[0\] must be no number but 1, which it stands for;",
    ),
    "more steps than anybody asks for": (
        lambda: Ordinal(10**6),
        "steps must be a list or a tuple of str",
    ),
    "a first step that is a truth value": (
        lambda: Ordinal(2, lowest=True),
        "lowest must be of type int",
    ),
    "a first step out of hand": (
        lambda: Ordinal(2, lowest=10**6),
        "lowest must be from -999 to 999",
    ),
    "steps that are one text": (
        lambda: Ordinal("abc"),  # type: ignore[arg-type]
        "steps must be a list or a tuple of str",
    ),
    "steps that are nothing": (
        lambda: Ordinal(True),
        "steps must be a list or a tuple of str",
    ),
    "an empty closed choice": (
        Choice,
        "options must be one or more, where the list is not open",
    ),
    "an empty closed list": (
        lambda: Several([]),
        "options must be one or more, where the list is not open",
    ),
    "options of one title": (
        lambda: Choice([Option("a", "x"), Option("b", "X")]),
        "options must be of keys and titles that differ",
    ),
    "options that are none": (
        lambda: Choice(5),  # type: ignore[arg-type]
        "options must be a list or a tuple of Option",
    ),
    "one type only": (lambda: Counts(["sme"]), "categories must be two or more"),
    "one share only": (lambda: Shares(["public"]), "categories must be two or more"),
    "a composition of floats": (
        lambda: Composition({"a": 0.5}),  # type: ignore[dict-item]
        "parts must be exact numbers by category",
    ),
    "a composition out of hand": (
        lambda: Composition({"a": Decimal("1e-500")}),
        "parts must be exact numbers by category",
    ),
    "a composition with a type twice": (
        lambda: Composition([("a", 1), ("a", 2)]),
        "parts must be one number a category",
    ),
    "a composition of numbers out of hand": (
        lambda: Composition({"a": 10**5000}),
        "parts must be exact numbers by category",
    ),
    "a composition of triples": (
        lambda: Composition([("a", 1, 2)]),  # type: ignore[list-item]
        "parts must be exact numbers by category",
    ),
    "a composition of text": (
        lambda: Composition("ab"),  # type: ignore[arg-type]
        "parts must be numbers by category",
    ),
    "a composition of nothing": (
        lambda: Composition(5),  # type: ignore[arg-type]
        "parts must be numbers by category",
    ),
}


@pytest.mark.parametrize(("make", "message"), BAD_SCALES.values(), ids=BAD_SCALES)
def test_refuses_to_be_made(make: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        make()


BOUNDS = {
    "both": (Measure(Unit.RATIO, 1, 2), "from 1 to 2"),
    "above only": (Measure(Unit.RATIO, None, 2), "2 or less"),
    "below only": (Measure(Unit.RATIO), "0 or more"),
    "none": (Measure(Unit.RATIO, None), "any number"),
}


@pytest.mark.parametrize(("scale", "words"), BOUNDS.values(), ids=BOUNDS)
def test_bounds_in_words(scale: Measure, words: str) -> None:
    assert str(scale.bounds) == words


def test_composition_adds_up_exactly() -> None:
    thirds = Composition({"a": Fraction(1, 3), "b": Decimal("0.5"), "c": 1})
    assert thirds.total == Fraction(11, 6)
    assert thirds["b"] == Decimal("0.5")
    assert Composition({"a": 0, "b": 0}).share("a") is None
    with pytest.raises(UnknownNameError, match="no category is called 'd'"):
        thirds["d"]


def test_the_base_asks_to_be_filled_in() -> None:
    for call in (Scale().read, Scale().knows, Scale().sentence):
        with pytest.raises(NotImplementedError, match=r"^$"):
            call("a")


def test_what_a_kind_leaves_unsaid_it_does_not_do() -> None:
    text = Text()
    assert (text.unit, text.categories, text.part) == (None, (), None)
    assert not text.has_distances("a")
    assert text.can_compare("a", "b")
    assert (text.difference("a", "b"), text.differences("a", "b")) == (None, ())
    assert text.rise("a", "b") is None
    assert text.comparable("a", ("b", "c")).answers == ("b", "c")
    assert (list(text.lines("a", ("b",))), text.frequencies("a", ("b",))) == ([], ())
    assert not text.holds_fractions()(Fraction(1))
    assert str(text.boundaries([Fraction(1), Fraction(2)], None)) == "1 | 2"
    assert str(text.named_difference(Fraction(-1))) == "-1"


def test_a_group_is_judged_value_by_value_where_it_must_be() -> None:
    missing = Missing.UNKNOWN
    assert COUNT.judge([1, missing, 3]) == [1, missing, 3]
    judged = COUNT.judge([1, missing, -3, Decimal(4)])
    assert judged[:2] == [1, missing]
    assert str(judged[2]) == "value must be 0 or more, got -3"
    assert judged[3] == 4
    assert type(judged[3]) is int
    assert list(COUNT.judge([])) == []
    assert COUNT.judge([missing]) == [missing]


def test_counts_are_no_counts() -> None:
    with pytest.raises(InvalidValueError, match="count must be a number of answers"):
        Frequency("a", -1)


def test_missing_is_no_value_of_a_scale() -> None:
    assert COUNT.faults(Missing.UNKNOWN) != ()
