"""Facts: sets of still-possible values, and what is refused."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from icluster import Fact, Facts, FactSchema, Is, Missing, PartialDate
from icluster.errors import (
    InvalidValueError,
    RubricError,
    UndeterminedError,
    UnknownNameError,
)
from icluster.provenance import Provenance
from icluster.sources import Source
from icluster.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = FactSchema(
    [Fact.boolean("a"), Fact("size", (0, 1, 2)), Fact("word", ("x", "y"))]
)
CITATION = Source(key="sheet", title="Sheet", publisher="P").at("row 1")

STATED: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "one value is known": (1, (1,)),
    "a set is partly known": ({2, 0}, (0, 2)),
    "a frozen set will do": (frozenset({1}), (1,)),
    "the whole domain is unknown": ({0, 1, 2}, (0, 1, 2)),
    "said to be unknown": (Missing.UNKNOWN, (0, 1, 2)),
}


@pytest.mark.parametrize(("given", "possible"), STATED.values(), ids=STATED)
def test_possible_values(given: Any, possible: tuple[Any, ...]) -> None:
    facts = Facts.of(SCHEMA, size=given)
    assert facts["size"] == possible
    assert facts["a"] == (False, True)
    assert facts.says("size") == (len(possible) < 3)


BAD: dict[str, tuple[Callable[[], object], type[Exception], str]] = {
    "an unknown fact": (
        lambda: Facts.of(SCHEMA, fame=True),
        UnknownNameError,
        "no fact is called 'fame'; known: a, size, word",
    ),
    "an unknown fact looked up": (
        lambda: Facts.of(SCHEMA)["fame"],
        UnknownNameError,
        "no fact is called 'fame'",
    ),
    "a name that is no text": (
        lambda: Facts.of(SCHEMA, {1: True}),  # type: ignore[dict-item]
        UnknownNameError,
        "no fact is called 1",
    ),
    "several unknown facts": (
        lambda: Facts.of(SCHEMA, fame=True, glory=True, size=9),
        UnknownNameError,
        "no fact is called 'fame' or 'glory'; known: a, size, word",
    ),
    "several values outside their domains": (
        lambda: Facts.of(SCHEMA, size=3, a=True, word=5).but(a=True),
        InvalidValueError,
        "size must be one of 0, 1, 2, got 3; word must be one of ",
    ),
    "a value outside its domain": (
        lambda: Facts.of(SCHEMA, size=3),
        InvalidValueError,
        "size must be one of 0, 1, 2, got 3",
    ),
    "1 is not true": (
        lambda: Facts.of(SCHEMA, a=1),
        InvalidValueError,
        "a must be one of False, True, got 1",
    ),
    "true is not 1": (
        lambda: Facts.of(SCHEMA, size=True),
        InvalidValueError,
        "size must be one of 0, 1, 2, got True",
    ),
    "1 in a set is not true": (
        lambda: Facts.of(SCHEMA, a={1}),
        InvalidValueError,
        "a must be",
    ),
    "a float is no whole number": (
        lambda: Facts.of(SCHEMA, size=1.0),  # type: ignore[arg-type]
        InvalidValueError,
        "size must be",
    ),
    "None is no value": (
        lambda: Facts.of(SCHEMA, a=None),  # type: ignore[arg-type]
        InvalidValueError,
        "a must be",
    ),
    "not applicable is not unknown": (
        lambda: Facts.of(SCHEMA, a=Missing.NOT_APPLICABLE),  # type: ignore[arg-type]
        InvalidValueError,
        "a must be",
    ),
    "an empty set": (
        lambda: Facts.of(SCHEMA, a=set()),
        InvalidValueError,
        "a must be left at least one value",
    ),
    "an empty set stated anew": (
        lambda: Facts.of(SCHEMA).but(word=frozenset()),
        InvalidValueError,
        "word must be left at least one value",
    ),
    "a list is no set": (
        lambda: Facts.of(SCHEMA, size=[0, 1]),  # type: ignore[arg-type]
        InvalidValueError,
        "size must be",
    ),
    "bits beyond the schema": (
        lambda: Facts(SCHEMA, 1 << 7),
        InvalidValueError,
        "bits must be possible values",
    ),
    "bits below zero": (lambda: Facts(SCHEMA, -1), InvalidValueError, "bits must be"),
    "bits that leave a fact nothing": (
        lambda: Facts(SCHEMA, 0b0011111),
        InvalidValueError,
        "word must be left",
    ),
    "bits that are no number": (
        lambda: Facts(SCHEMA, "1"),  # type: ignore[arg-type]
        InvalidValueError,
        "bits must be",
    ),
    "a schema that is none": (
        lambda: Facts(Fact.boolean("a"), 1),  # type: ignore[arg-type]
        InvalidValueError,
        "schema must be of type FactSchema",
    ),
    "a domain of one value": (
        lambda: Fact("a", (1,)),
        InvalidValueError,
        "two values or more, each once",
    ),
    "a domain of too many digits": (
        lambda: Fact("a", (0, 10**5000)),
        InvalidValueError,
        "domain must be whole numbers of at most 41 digits",
    ),
    "a domain that repeats": (
        lambda: Fact("a", ("x", "x")),
        InvalidValueError,
        "two values or more, each once",
    ),
    "a domain without an order": (
        lambda: Fact("a", {"low", "high"}),  # type: ignore[arg-type]
        InvalidValueError,
        "a list or a tuple of",
    ),
    "words and numbers in one domain": (
        lambda: Fact("a", (1, "a")),
        InvalidValueError,
        "of values of one type",
    ),
    "another schema than a schema": (
        lambda: Facts.of(None),  # type: ignore[arg-type]
        InvalidValueError,
        "of type FactSchema",
    ),
    "a fact stated twice": (
        lambda: Facts.of(SCHEMA, {"a": True}, a=False),
        InvalidValueError,
        "given once each",
    ),
    "several values in a list": (
        lambda: Facts.of(SCHEMA, a=[True, False]),  # type: ignore[arg-type]
        InvalidValueError,
        "a set of those possible",
    ),
    "1 and true in one domain": (
        lambda: Fact("a", (True, 1)),
        InvalidValueError,
        "of values of one type",
    ),
    "true beside words": (
        lambda: Fact("a", (True, "x")),
        InvalidValueError,
        "of values of one type",
    ),
    "true before false": (
        lambda: Fact("a", (True, False)),
        InvalidValueError,
        "in this order",
    ),
    "a float in a domain": (
        lambda: Fact("a", (0.5, 1)),  # type: ignore[arg-type]
        InvalidValueError,
        r"domain\[0\]",
    ),
    "too few boundaries": (
        lambda: Fact.age("a", ("x", "y", "z"), boundaries=(2,)),
        InvalidValueError,
        "rising years, one fewer than there are values",
    ),
    "boundaries that fall": (
        lambda: Fact.age("a", ("x", "y", "z"), boundaries=(10, 2)),
        InvalidValueError,
        "rising years",
    ),
    "a boundary before the start": (
        lambda: Fact.age("a", ("x", "y"), boundaries=(-1,)),
        InvalidValueError,
        "rising years",
    ),
    "a name that is no key": (
        lambda: Fact.boolean("A fact"),
        InvalidValueError,
        "name must be a key",
    ),
    "a schema of names": (
        lambda: FactSchema(["a"]),  # type: ignore[list-item]
        InvalidValueError,
        r"facts\[0\]",
    ),
}


@pytest.mark.parametrize(("call", "error", "message"), BAD.values(), ids=BAD)
def test_a_bad_call_is_refused(
    call: Callable[[], object], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        call()


def test_a_known_fact_has_a_value() -> None:
    facts = Facts.of(SCHEMA, a=True, size={1, 2})
    assert facts.value("a") is True
    with pytest.raises(UndeterminedError) as caught:
        facts.value("size")
    assert caught.value.allowed == ("1", "2")
    assert caught.value.facts == ("size",)


def test_what_is_undetermined() -> None:
    facts = Facts.of(SCHEMA, a=True, size={1, 2})
    assert facts.undetermined == ("size", "word")
    assert facts.completions == 4
    assert len(list(facts.each_completion())) == 4
    assert not facts.is_settled
    assert facts.but(size=1, word="x").is_settled


def test_facts_print_what_is_known() -> None:
    facts = Facts.of(SCHEMA, a=True, size={1, 2})
    assert repr(facts) == "Facts.of(<3 facts>, a=True, size={1, 2})"
    assert repr(Facts.of(SCHEMA)) == "Facts.of(<3 facts>)"


def test_conditions_are_decided_where_all_completions_agree() -> None:
    facts = Facts.of(SCHEMA, a=True, size={1, 2})
    assert facts.decides(Is("a") & Is("size", {1, 2})) is Verdict.YES
    assert facts.decides(Is("size", 0)) is Verdict.NO
    assert facts.decides(Is("size", 1)) is Verdict.OPEN


def test_narrower_facts_narrow() -> None:
    facts = Facts.of(SCHEMA, size={1, 2})
    assert facts.but(size=1).narrows(facts)
    assert not facts.narrows(facts.but(size=1))
    assert not Facts.of(FactSchema([Fact.boolean("a")])).narrows(facts)


def test_provenance_is_no_part_of_equality() -> None:
    facts = Facts.of(SCHEMA, a=True)
    cited = facts.with_provenance(Provenance(citations=(("a", (CITATION,)),)))
    assert cited == facts
    assert hash(cited) == hash(facts)
    assert pickle.loads(pickle.dumps(cited)).provenance == cited.provenance


def test_a_fact_stated_anew_forgets_where_it_was_read() -> None:
    provenance = Provenance(citations=(("a", (CITATION,)), ("word", (CITATION,))))
    facts = Facts.of(SCHEMA, a=True).with_provenance(provenance).but(a=False)
    assert facts.provenance.citations_of("a") == ()
    assert facts.provenance.citations_of("word") == (CITATION,)


def test_ages_are_driven_by_time() -> None:
    assert Fact.age("a", ("x", "y"), boundaries=(2,)).driven_by_time
    assert not Fact.boolean("a").driven_by_time


def test_an_age_may_be_cut_at_its_first_day() -> None:
    fact = Fact.age("a", ("begins", "goes_on"), boundaries=(0,))
    start = PartialDate(2015, 6, 1)
    assert fact.at_age(start, on=date(2015, 6, 1)).values == {"begins"}
    assert fact.at_age(start, on=date(2015, 6, 2)).values == {"goes_on"}
    with pytest.raises(InvalidValueError, match="boundaries must be rising years"):
        Fact.age("a", ("x", "y"), boundaries=(-1,))


def test_a_turn_on_the_day_of_an_end_is_certain() -> None:
    fact = Fact.age("age", ("young", "old"), boundaries=(2,))
    start = date(2020, 1, 1)
    turns = {
        end: [turn for _, turn in fact.turns(start, start, after=0, ends=end)]
        for end in (PartialDate(2022, 1, 1), PartialDate(2022, 1, 2))
    }
    before, on = turns.values()
    assert [(turn.earliest, turn.latest) for turn in on] == [(date(2022, 1, 2),) * 2]
    assert before[0].provided == "it goes on after 2022-01-01"
    assert on[0].provided == ""


def test_bits_are_those_of_a_schema() -> None:
    schema = FactSchema([Fact.boolean("a"), Fact("size", (0, 1, 2))])
    assert Facts(schema, 0b100_10) == Facts.of(schema, a=True, size=2)
    wrong = {0: "a", 0b000_11: "size", 0b111_00: "a", 0b1_111_11: "bits", -1: "bits"}
    for bits, place in wrong.items():
        with pytest.raises(InvalidValueError) as caught:
            Facts(schema, bits)
        assert caught.value.place == place


def test_what_is_stated_wrongly_is_said_whole() -> None:
    wrong: Any = [True]
    with pytest.raises(InvalidValueError) as caught:
        Facts.of(SCHEMA, a=wrong)
    assert str(caught.value) == (
        "a must be one value, a set of those possible, or Missing.UNKNOWN, got [True]"
    )
    assert Fact.boolean("a").title == ""
    assert Facts.of(SCHEMA, {"a": True}, size=1) == Facts.of(SCHEMA, a=True, size=1)


WHOLE: dict[str, tuple[Callable[[], object], str]] = {
    "bits that are no number": (
        lambda: Facts(SCHEMA, "1"),  # type: ignore[arg-type]
        "bits must be possible values of the schema, got '1'",
    ),
    "bits that leave a fact nothing": (
        lambda: Facts(SCHEMA, 0b0011111),
        "word must be left at least one value, got set()",
    ),
    "no schema": (
        lambda: Facts.of(None),  # type: ignore[arg-type]
        "schema must be of type FactSchema, got None",
    ),
    "values that are no mapping": (
        lambda: Facts.of(SCHEMA, [("a", True)]),  # type: ignore[arg-type]
        "values must be of type Mapping, got [('a', True)]",
    ),
    "no age": (
        lambda: Fact.boolean("a").at_age(PartialDate(2020), on=date(2022, 1, 1)),
        "a must be an age, cut at boundaries, got (False, True)",
    ),
    "conditions with several faults": (
        lambda: SCHEMA.check([("x", Is("b") & Is("c") & Is("size", 7))]),
        "x speaks of an unknown fact 'b'; x speaks of an unknown fact 'c'; "
        "x speaks of an unknown value: size must be one of 0, 1, 2, got 7",
    ),
}


@pytest.mark.parametrize(("call", "message"), WHOLE.values(), ids=WHOLE)
def test_a_refusal_is_said_whole(call: Callable[[], object], message: str) -> None:
    with pytest.raises((InvalidValueError, RubricError)) as caught:
        call()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("stated", "name"),
    [({"fame": 1}, "fame"), ({"fame": 1, "glory": 1}, ("fame", "glory"))],
)
def test_an_unknown_fact_is_a_name_and_several_are_names(
    stated: dict[str, int], name: object
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        Facts.of(SCHEMA, stated)
    assert caught.value.name == name


def test_a_verdict_states_a_fact() -> None:
    possible = {verdict: Facts.of(SCHEMA, a=verdict)["a"] for verdict in Verdict}
    assert possible[Verdict.YES] == (True,)
    assert possible[Verdict.NO] == (False,)
    assert possible[Verdict.OPEN] == (False, True)


def test_completions_are_all_that_is_possible_once_each() -> None:
    facts = Facts.of(SCHEMA, a=True, size={1, 2})
    settled = [
        tuple(map(completion.value, SCHEMA.names))
        for completion in facts.each_completion()
    ]
    assert settled == [(True, size, word) for size in (1, 2) for word in ("x", "y")]


def test_an_age_whose_start_is_unknown_may_have_every_value() -> None:
    fact = Fact.age("age", ("young", "old"), boundaries=(2,))
    account = fact.at_age(Missing.UNKNOWN, on=date(2022, 1, 1))
    assert account.values == frozenset({"young", "old"})
    assert account.turns == ()
    assert fact.title == ""


def test_a_schema_gives_its_facts_in_order() -> None:
    assert list(SCHEMA) == list(SCHEMA.facts)
    assert repr(SCHEMA) == "<FactSchema: a, size, word>"
    assert Fact.boolean("a", matters_where=Is("b")).matters_where == Is("b")
