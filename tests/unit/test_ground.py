"""The ground: exact numbers, validators, vocabularies, small values, the root."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import pytest
from attrs import evolve, field, frozen

import icluster
from icluster import (
    Authority,
    Budget,
    Citation,
    Country,
    Edition,
    Evaluation,
    Factsheet,
    History,
    Instrument,
    Missing,
    Money,
    Organization,
    Other,
    PartialDate,
    Policy,
    PublishedScore,
    Question,
    Reading,
    Region,
    Source,
    errors,
)
from icluster._exact import (
    common_unit,
    is_exact,
    is_small,
    times,
    to_decimal,
    to_decimal_text,
)
from icluster._fields import all_of, repeated
from icluster._texts import is_text
from icluster.ecosystems import Ecosystem
from icluster.editions import Asking, Ruling
from icluster.errors import (
    InvalidValueError,
    RubricError,
    UnknownLabelError,
    UnknownNameError,
)
from icluster.policies import (
    Allocation,
    AuthorityRole,
    Beneficiary,
    EvaluationStage,
    FinancialInstrument,
    Objective,
    PolicyFocus,
    PolicyLevel,
    PolicyType,
    TechnicalInstrument,
)
from icluster.reference import eccp
from icluster.sources import Cited, Note, are_cited, citations_of
from icluster.words import worded

if TYPE_CHECKING:
    from collections.abc import Callable

SHEET = Source(key="sheet", title="Sheet", publisher="P")


def make_policy(**changes: Any) -> Policy:
    parts: dict[str, Any] = {
        "name": "Plan",
        "type": PolicyType.BROAD,
        "level": PolicyLevel.NATIONAL,
        "country": Country("MX"),
    }
    return Policy(**(parts | changes))


def make_edition(**changes: Any) -> Edition[Policy]:
    return evolve(eccp.EDITION_2022, **changes)


def asking(*questions: str) -> dict[str, Any]:
    """Parts of an edition that asks these questions and no others."""
    readers = dict.fromkeys(eccp.FACTS_2022.names, Missing.UNKNOWN)
    return {"readers": readers, "set_aside": Asking(lambda *_: "", questions)}


def make_question(**changes: Any) -> Question:
    parts: dict[str, Any] = {
        "key": "q",
        "title": "it counts",
        "choices": [Ruling("no", "no"), Ruling("yes", "yes")],
    }
    return Question(**(parts | changes))


@frozen
class Loose:
    """A noun whose citations are given as they come."""

    name: str = "x"
    citations: Any = field(default=(), validator=are_cited)


INVALID: dict[str, tuple[Callable[[], object], str]] = {
    "a float as a number": (lambda: to_decimal(0.5), "value"),  # type: ignore[arg-type]
    "true as a number": (lambda: to_decimal(True), "value"),
    "underscores in a number": (lambda: to_decimal("1_000"), "value"),
    "a hostile number": (lambda: to_decimal("1" * 101), "value"),
    "a number too large": (lambda: to_decimal("1e41"), "value"),
    "a number too fine": (lambda: to_decimal("1e-41"), "value"),
    "an endless whole number": (lambda: to_decimal(10**41), "value"),
    "not a number": (lambda: to_decimal("NaN"), "value"),
    "sectors in a set": (lambda: make_policy(sectors={"Energy"}), "sectors"),
    "a name of invisible marks": (lambda: make_policy(name="\u200b\0 "), "name"),
    "a practice after the start": (
        lambda: History(begins=PartialDate(2010), practised_since=PartialDate(2021)),
        "practised_since",
    ),
    "a reading that is a number": (lambda: Reading(5), "answers"),  # type: ignore[arg-type]
    "a reading without a choice": (
        lambda: Reading({"regional_policy": None}),  # type: ignore[arg-type]
        "answers",
    ),
    "half a year as a boundary": (
        lambda: PartialDate(2015).age_bands(on=date(2022, 1, 1), boundaries=(1.5,)),  # type: ignore[arg-type]
        "boundaries",
    ),
    "a country in small letters": (lambda: Country("mx"), "code"),
    "a country that is a number": (lambda: Country(1), "code"),  # type: ignore[arg-type]
    "a region without its country": (lambda: Region("NLE"), "code"),
    "a region with a line after it": (lambda: Region("MX-NLE\n"), "code"),
    "money as a float": (lambda: Money(amount=1.5), "amount"),  # type: ignore[arg-type]
    "a sign for a currency": (lambda: Money(amount=1, currency="$"), "currency"),
    "a currency in small letters": (
        lambda: Money(amount=1, currency="mxn"),
        "currency",
    ),
    "a currency that does not apply": (
        lambda: Money(amount=1, currency=Missing.NOT_APPLICABLE),  # type: ignore[arg-type]
        "currency",
    ),
    "a year of money that does not apply": (
        lambda: Money(amount=1, year=Missing.NOT_APPLICABLE),  # type: ignore[arg-type]
        "year",
    ),
    "a year of money too far": (lambda: Money(amount=1, year=10000), "year"),
    "an excerpt that is a page": (lambda: SHEET.at("row", "x" * 161), "excerpt"),
    "a place that is blank": (lambda: SHEET.at(" "), "locator"),
    "an excerpt that is none": (lambda: SHEET.at("row", None), "excerpt"),  # type: ignore[arg-type]
    "a day read that is a year": (
        lambda: evolve(SHEET, read_on=cast("Any", PartialDate(2022))),
        "read_on",
    ),
    "a source key with a blank": (lambda: evolve(SHEET, key="a sheet"), "key"),
    "citations of a field that is not there": (
        lambda: make_policy(citations={"fame": SHEET.at("row")}),
        "citations",
    ),
    "citations that are none": (
        lambda: make_policy(citations=[SHEET.at("row")]),
        "citations",
    ),
    "citations that are no tuple": (lambda: Loose("x", 7), "citations"),
    "a regional policy without its region": (
        lambda: make_policy(level=PolicyLevel.REGIONAL),
        "region",
    ),
    "a national policy with a region": (
        lambda: make_policy(region=Region("MX-NLE")),
        "region",
    ),
    "a region of another country": (
        lambda: make_policy(level=PolicyLevel.REGIONAL, region=Region("ES-CT")),
        "region",
    ),
    "technical help among the financial": (
        lambda: make_policy(financial=[Instrument(TechnicalInstrument.MARKETING)]),
        "financial[0].kind",
    ),
    "money among the technical": (
        lambda: make_policy(
            technical=[Instrument(Other("x")), Instrument(FinancialInstrument.PROJECTS)]
        ),
        "technical[1].kind",
    ),
    "an objective twice": (
        lambda: make_policy(objectives=[Objective.RESEARCH, Objective.RESEARCH]),
        "objectives",
    ),
    "an objective in words": (
        lambda: make_policy(objectives=["Research"]),
        "objectives[0]",
    ),
    "one objective bare": (
        lambda: make_policy(objectives=Objective.RESEARCH),
        "objectives",
    ),
    "a vocabulary for its members": (
        lambda: make_policy(objectives=Objective),
        "objectives",
    ),
    "sectors that were not answered": (
        lambda: make_policy(sectors=Missing.NOT_ANSWERED),
        "sectors",
    ),
    "sectors in one string": (lambda: make_policy(sectors="Energy"), "sectors"),
    "a type in words": (lambda: make_policy(type="Broad policy"), "type"),
    "true for an authority": (lambda: Authority(True), "name"),  # type: ignore[arg-type]
    "an evaluation that is no stage": (lambda: Evaluation("ex-ante"), "stage"),  # type: ignore[arg-type]
    "a policy that ends before it begins": (
        lambda: History(begins=PartialDate(2015), ends=PartialDate(2014)),
        "ends",
    ),
    "a start in a plain number": (
        lambda: History(begins=2015),  # type: ignore[arg-type]
        "begins",
    ),
    "a counterpart below nothing": (
        lambda: Allocation(
            amount=Money(amount=1), purpose="cluster", counterpart=Fraction(-1)
        ),
        "counterpart",
    ),
    "a counterpart in floats": (
        lambda: Allocation(amount=Money(amount=1), purpose="cluster", counterpart=0.5),  # type: ignore[arg-type]
        "counterpart",
    ),
    "a budget in words": (lambda: Budget(annual="much"), "annual"),  # type: ignore[arg-type]
    "published points twice": (
        lambda: PublishedScore(
            subject="S", rubric="r", points=[("a", 1), ("a", 2)], total=3
        ),
        "points",
    ),
    "published points in floats": (
        lambda: PublishedScore(subject="S", rubric="r", points={"a": 0.5}, total=3),  # type: ignore[dict-item]
        "a",
    ),
    "published points that are none": (
        lambda: PublishedScore(subject="S", rubric="r", points=5, total=3),  # type: ignore[arg-type]
        "points",
    ),
    "published points without criteria": (
        lambda: PublishedScore(subject="S", rubric="r", points=[("a",)], total=3),  # type: ignore[list-item]
        "points",
    ),
    "a published total in floats": (
        lambda: PublishedScore(subject="S", rubric="r", points={}, total=0.5),  # type: ignore[arg-type]
        "total",
    ),
    "words of a source that say nothing": (lambda: Other(""), "text"),
}


@pytest.mark.parametrize(("make", "where"), INVALID.values(), ids=INVALID)
def test_what_is_invalid_is_refused_with_the_field(
    make: Callable[[], object], where: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert caught.value.place == where


# --- exact numbers -----------------------------------------------------------------


def test_the_common_unit_of_points() -> None:
    assert common_unit(map(Decimal, ("0", "0.5", "1", "2"))) == Decimal("0.5")
    assert common_unit([Decimal(0)]) == 1
    assert common_unit([Decimal(6), Decimal(4)]) == 2


def test_three_times_a_tenth() -> None:
    assert times(Decimal("0.1"), 3) == Decimal("0.3")


def test_nothing_has_no_sign() -> None:
    texts = {"-0": "0", "-0.00": "0.00", "0E+3": "0", "-0.5": "-0.5"}
    for text, written in texts.items():
        assert worded(Decimal(text)) == to_decimal_text(Decimal(text)) == written


def test_decimals_are_written_without_exponents() -> None:
    assert to_decimal_text(Decimal("1E+2")) == "100"
    assert to_decimal_text(Decimal("0.10")) == "0.10"


# --- vocabularies ------------------------------------------------------------------


def test_a_label_is_read_whatever_its_case_and_spacing() -> None:
    assert PolicyFocus.from_title("Cross-Sectoral") is PolicyFocus.CROSS_SECTORAL
    assert Beneficiary.read("  large   FIRMS") is Beneficiary.LARGE_FIRMS
    assert Beneficiary.read("Other: Nature") == Other("Nature")


def test_a_label_that_is_not_there_names_the_closest() -> None:
    with pytest.raises(UnknownLabelError) as caught:
        Beneficiary.from_title("Large firm")
    assert caught.value.closest == "Large firms"
    with pytest.raises(UnknownLabelError) as caught:
        Beneficiary.read("???")
    assert caught.value.closest is None
    assert str(caught.value) == "Beneficiary has no label '???'"


def test_other_without_words_is_refused() -> None:
    with pytest.raises(
        (UnknownLabelError, InvalidValueError),
        match="Beneficiary has no label 'Other:'",
    ):
        Beneficiary.read("Other:")


def test_vocabularies_are_as_large_as_the_factsheet_says() -> None:
    sizes = {
        Objective: 13,
        Beneficiary: 10,
        FinancialInstrument: 3,
        TechnicalInstrument: 5,
        AuthorityRole: 3,
        EvaluationStage: 3,
    }
    assert {kind: len(kind) for kind in sizes} == sizes


# --- sources -----------------------------------------------------------------------


def test_citations_reach_into_nested_fields() -> None:
    row, other = SHEET.at("row 1"), SHEET.at("row 2", "2015")
    policy = make_policy(
        citations={"history.begins": other, "history": row, "name": [row, other]}
    )
    assert citations_of(policy, "history") == (other, row)
    assert citations_of(policy, "history.begins") == (other,)
    assert citations_of(policy, "name") == (row, other)
    assert citations_of(policy, "type") == ()
    assert str(row) == "sheet, row 1"
    assert str(other) == 'sheet, row 2: "2015"'


def test_what_is_not_cited_itself_was_read_where_its_holder_was() -> None:
    row, other, inner = SHEET.at("row 1"), SHEET.at("row 2"), SHEET.at("row 3")
    body = Organization(name="A", key="a", citations={"name": inner})
    policy = make_policy(
        financial=[Instrument(FinancialInstrument.PROJECTS)],
        citations={"financial": row, "history.begins": other},
    )
    assert citations_of(policy, "financial[0].kind") == (row,)
    assert citations_of(policy, "financial[0]") == (row,)
    assert citations_of(policy, "history.ends") == ()  # beside what is cited, not in it
    assert citations_of(policy, "level.value") == ()
    sheet = Factsheet(country=Country("MX"), year=2022, policies=[policy])
    assert citations_of(sheet, "policies[0].history.begins") == (other,)
    ecosystem = Ecosystem(
        key="e",
        name="E",
        organizations=[body, Organization(name="B", key="b")],
        citations={"organizations": row},
    )
    assert citations_of(ecosystem, "organizations[0].name") == (inner,)
    assert citations_of(ecosystem, "organizations[0]") == (inner,)
    assert citations_of(ecosystem, "organizations[1].name") == (row,)


@pytest.mark.parametrize("name", ["", "histroy.begins", "financial[3]", "nothing"])
def test_citations_are_asked_of_fields_that_are_there(name: str) -> None:
    with pytest.raises(InvalidValueError, match="name must be a field of Policy"):
        citations_of(make_policy(), name)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("histroy", " (the closest is 'history')"),
        ("history.begin", " (the closest is 'history.begins')"),
        ("financial[0].status", " (the closest is 'financial')"),
        ("budget.overall.sum", ""),
        ("zzz", ""),
    ],
)
def test_what_is_cited_or_noted_is_a_field(path: str, hint: str) -> None:
    budget = Budget(overall=Money(amount=5))
    for item in ({"citations": {path: SHEET.at("row")}}, {"notes": [Note(path, "x")]}):
        with pytest.raises(InvalidValueError) as caught:
            make_policy(budget=budget, **item)
        assert f"must be about fields of Policy{hint}, got" in str(caught.value)
    # What a noun works out is none of its fields, whatever that is made of.
    with pytest.raises(InvalidValueError, match="about fields of Organization"):
        Organization(name="A", citations={"existence.begins": SHEET.at("row")})
    make_policy(budget=budget, notes=[Note("budget.overall.amount", "x")])
    # What is unknown, or is a list, has no fields that could be looked up.
    make_policy(notes=[Note("budget.overall.amount", "x"), Note("themes.title", "x")])


@pytest.mark.parametrize("name", ["history.begin", "budget.overall.sum"])
def test_citations_are_asked_of_nested_fields_that_are_there(name: str) -> None:
    policy = make_policy(budget=Budget(overall=Money(amount=5)))
    with pytest.raises(InvalidValueError, match="name must be a field of Policy"):
        citations_of(policy, name)
    # What is unknown has no fields that could be looked up.
    assert citations_of(make_policy(), "budget.overall.sum") == ()


def test_citations_may_be_given_as_items() -> None:
    cited = Cited("name", SHEET.at("row 1"))
    assert make_policy(citations=[cited]).citations == (cited,)


def test_an_excerpt_may_be_as_long_as_a_phrase() -> None:
    assert Citation(SHEET, "row", "x" * 160).excerpt
    assert evolve(SHEET, read_on=date(2022, 9, 30)).read_on == date(2022, 9, 30)


# --- money, regions ----------------------------------------------------------------


def test_money_says_what_is_unknown() -> None:
    assert str(Money(amount=5)) == "5 (unknown currency)"
    assert str(Money(amount="1.50", currency="MXN", year=2022)) == "1.50 MXN in 2022"


def test_a_region_belongs_to_its_country() -> None:
    assert Region("MX-NLE").country == Country("MX")
    assert Region("MX-CMX") < Region("MX-NLE")
    assert str(Region("MX-MEX")) == "MX-MEX"
    assert str(Country("MX")) == "MX"


# --- policies ----------------------------------------------------------------------


def test_unknown_not_applicable_and_none_stated_are_three_things() -> None:
    three = {
        make_policy(financial=value)
        for value in ((), Missing.UNKNOWN, Missing.NOT_APPLICABLE)
    }
    assert len(three) == 3


def test_another_type_is_not_targeted_for_sure() -> None:
    assert not make_policy(type=Other("x")).is_targeted
    assert make_policy(type=PolicyType.NATIONAL_CLUSTER).is_targeted
    assert make_policy(objectives=[]).objectives == ()


def test_a_counterpart_is_exact() -> None:
    asked = Allocation(amount=Money(amount=1), purpose="cluster")
    assert asked.counterpart is Missing.UNKNOWN
    assert Allocation(counterpart=1).counterpart == Fraction(1)


# --- editions ----------------------------------------------------------------------

EDITIONS: dict[str, tuple[Callable[[], object], str]] = {
    "one choice is no question": (
        lambda: make_question(choices=[Ruling("no", "no")]),
        "questions['q']",
    ),
    "a choice twice": (
        lambda: make_question(choices=[Ruling("no", "no"), Ruling("no", "nay")] * 2),
        "questions['q']",
    ),
    "a fact without a reader": (
        lambda: make_edition(readers=eccp.EDITION_2022.readers[1:]),
        "readers",
    ),
    "a fact with two readers": (
        lambda: make_edition(readers=eccp.EDITION_2022.readers * 2),
        "readers",
    ),
    "a question twice": (
        lambda: make_edition(questions=[make_question(), make_question()]),
        "questions",
    ),
    "a question that no reader asks": (
        lambda: make_edition(questions=[make_question()], **asking()),
        "questions['q']",
    ),
    "a reader that asks what is no question": (
        lambda: make_edition(questions=[], **asking("q")),
        "set_aside",
    ),
    "a reader that is no function": (
        lambda: make_edition(
            readers={**dict(eccp.EDITION_2022.readers), "monitoring": Asking(1, [])}  # type: ignore[arg-type]
        ),
        "readers['monitoring']",
    ),
    "a value that is none of the fact's": (
        lambda: make_edition(
            readers={**dict(eccp.EDITION_2022.readers), "monitoring": "perhaps"}
        ),
        "readers['monitoring']",
    ),
    "a period that is no function": (lambda: make_edition(period=1), "period"),
}


@pytest.mark.parametrize(("make", "place"), EDITIONS.values(), ids=EDITIONS)
def test_a_malformed_edition_is_refused(make: Callable[[], object], place: str) -> None:
    with pytest.raises(RubricError) as caught:
        make()
    assert caught.value.place == place


KNOWN = dict(eccp.EDITION_2022.readers)
MISMATCHED: dict[str, tuple[Any, str]] = {
    "a fact without a reader": (
        {name: reader for name, reader in KNOWN.items() if name != "monitoring"},
        "readers lack the facts ['monitoring']",
    ),
    "a reader without a fact": (
        KNOWN | {"x": True},
        "readers read what is no fact: ['x']",
    ),
    "two readers of a fact": (
        [*KNOWN.items(), ("monitoring", True)],
        "readers repeat a fact: ",
    ),
}


@pytest.mark.parametrize("case", MISMATCHED)
def test_readers_that_do_not_match_the_facts_are_named(case: str) -> None:
    readers, message = MISMATCHED[case]
    with pytest.raises(RubricError) as caught:
        make_edition(readers=readers)
    assert str(caught.value).startswith(message)


def test_readers_may_be_given_by_name() -> None:
    edition = make_edition(readers=dict(eccp.EDITION_2022.readers))
    assert edition == eccp.EDITION_2022
    assert pickle.loads(pickle.dumps(edition)) == edition


def test_questions_with_three_choices_are_read_in_every_way() -> None:
    three = make_question(choices=[Ruling(c, c) for c in "abc"])
    two = make_question(key="other")
    edition = make_edition(questions=[three, two], **asking("q", "other"))
    readings = list(edition.readings())
    assert [[choice for _, choice in each.answers] for each in readings] == [
        ["a", "no"],
        ["b", "no"],
        ["c", "no"],
        ["a", "yes"],
        ["b", "yes"],
        ["c", "yes"],
    ]


def test_a_reading_answers_what_it_was_asked() -> None:
    reading = Reading((("q", "no"),))
    assert reading.but(q="yes")["q"] == "yes"
    with pytest.raises(UnknownNameError, match="no question is called 'odd'"):
        _ = reading["odd"]
    with pytest.raises(UnknownNameError, match="no question is called 'odd'"):
        reading.but(odd="yes")


# --- errors ------------------------------------------------------------------------


def test_a_hostile_value_does_not_flood_the_message() -> None:
    assert len(str(InvalidValueError("name", "short", "x" * 10**6))) < 250
    assert len(str(UnknownNameError("fact", "x" * 10**6, ()))) < 250


def test_an_unknown_name_among_none_says_none() -> None:
    assert str(UnknownNameError("fact", "x", ())).endswith("known: none")
    several = UnknownNameError("fact", ("x", "y"), ("z",))
    assert str(several) == "no fact is called 'x' or 'y'; known: z"
    assert str(UnknownNameError("fact", (), ("z",))) == "no fact is called (); known: z"
    many = UnknownNameError("fact", tuple("x" * 60), ("z",))
    assert str(many).endswith("'x' or 10 more; known: z")


def test_a_constructor_tells_what_is_wrong_with_every_field() -> None:
    with pytest.raises(InvalidValueError) as caught:
        icluster.Organization(name="", key="b c", founded="x", helix=5)  # type: ignore[arg-type]
    assert [fault.path for fault in caught.value.faults] == [
        "name",
        "key",
        "helix",
        "founded",
    ]
    assert caught.value.place == "name"
    with pytest.raises(InvalidValueError) as caught:
        icluster.FactSchema([icluster.Fact("a", (False, True)), 5, "b"])  # type: ignore[list-item]
    assert str(caught.value) == "facts[1] must be of type Fact, got 5"


def test_a_field_that_cannot_be_judged_alone_is_left_to_itself() -> None:
    """What is asked of a later field may be refused by an error of another kind."""

    def odd(_: Any, attribute: Any, value: Any) -> None:
        raise UnknownNameError("thing", "x", ())

    @frozen
    class Thing:
        name: str = field(validator=is_text)
        other: Any = field(validator=odd)

    with pytest.raises(InvalidValueError, match="name must be text that is not blank"):
        Thing("", "x")


def test_the_smallest_validator_takes_what_may_stand_instead() -> None:
    @frozen
    class Box:
        items: Any = field(validator=all_of(int, or_one_of=(Missing.UNKNOWN,)))

    assert Box(Missing.UNKNOWN).items is Missing.UNKNOWN
    with pytest.raises(InvalidValueError, match=r"items\[0\]"):
        Box(("a",))


# --- the root ----------------------------------------------------------------------


def test_the_root_names_its_nouns() -> None:
    assert set(icluster.__all__) <= set(dir(icluster))
    assert dir(errors) == errors.__all__
    with pytest.raises(AttributeError, match="no attribute 'Fame'"):
        _ = icluster.Fame


HUGE = 10**5000


@pytest.mark.parametrize(
    "error",
    [
        InvalidValueError("year", "from 1 to 9999", HUGE),
        InvalidValueError.of([errors.Fault("year", "value", "small", HUGE)] * 2),
        errors.DecodeError([errors.Fault("year", "value", "small", HUGE)]),
        UnknownNameError("fact", HUGE, ("a",)),
    ],
)
def test_an_error_with_a_huge_integer_can_be_written(
    error: errors.IClusterError,
) -> None:
    """Python itself refuses to write more than 4300 digits."""
    for text in (str(error), repr(error)):
        assert "a number of too many digits" in text
    assert repr(error).startswith(type(error).__name__)


def test_the_repr_of_an_error_has_its_parts() -> None:
    error = InvalidValueError("month", "from 1 to 12", 13)
    assert repr(error) == "InvalidValueError('month', 'from 1 to 12', 13)"


def test_repeated_says_what_stands_earlier_and_where() -> None:
    assert list(repeated("abcab")) == [(3, "a"), (4, "b")]


@pytest.mark.parametrize(
    ("number", "small"),
    [
        (10**41 - 1, True),
        (10**41, False),
        (1 - 10**41, True),
        (-(10**41), False),
        (Fraction(10**100 - 1, 7), True),
        (Fraction(10**100 + 1, 7), False),
        (Fraction(1, 10**100 - 1), True),
        (Fraction(1, 10**100), False),
    ],
)
def test_whole_numbers_have_41_digits_and_parts_of_fractions_100(
    number: int | Fraction, small: bool
) -> None:
    assert is_small(number) is is_exact(number) is small


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("1E+40", True),
        ("1E+41", False),
        ("12E+40", False),
        ("1E-40", True),
        ("1E-41", False),
        ("0." + "1" * 40, True),
        ("1" * 41, True),
        ("1" * 42, False),
        ("1_0", False),
        ("0" * 99 + "1", True),
        ("0" * 100 + "1", False),
    ],
)
def test_decimals_have_40_places_either_side(text: str, sound: bool) -> None:
    if sound:
        assert to_decimal(text) == Decimal(text)
        assert is_exact(Decimal(text))
    else:
        with pytest.raises(
            InvalidValueError, match=r"a finite number|a decimal number"
        ):
            to_decimal(text)


def test_an_error_without_fields_is_a_sentence_of_its_text() -> None:
    error = errors.IClusterError("no such {thing}")
    assert error.said().text() == str(error) == "no such {thing}"
