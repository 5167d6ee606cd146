"""What a rule is read off: name, annotations, parameters, docstring of a function."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.unit.rules.casework import HERE, PAGE_OF_A_RULE, THE_DAY

from icluster import rules, words
from icluster.dates import PartialDate
from icluster.errors import InvalidValueError
from icluster.languages.es import SPANISH
from icluster.money import Money
from icluster.organizations import Organization
from icluster.policies import Allocation, Budget, Policy, PolicyLevel, PolicyType
from icluster.reference import CONTEXT, mexico
from icluster.regions import Country
from icluster.rules import Finding, Severity, Statement, needs, note, say
from icluster.rules._statements import surely_before, when
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from icluster.rules import Said

    class Unseen:
        """Known to type checkers alone."""


def nothing_said(thing: Money | Budget, context: Any, on: date) -> Iterator[Said]:
    """Nothing.

    Why it matters:
        It
        does not.

    Fires on:
        Nothing.

    How to settle it:
        Be glad.
    """
    yield from ()


def test_everything_is_read_off_the_function() -> None:
    rule = note("AAA001")(nothing_said)
    assert (rule.name, rule.family, rule.since) == ("nothing-said", "test_rule", "26.1")
    assert (rule.about, rule.asks_for) == ((Money, Budget), ("context", "on"))
    assert (rule.summary, rule.why) == ("Nothing.", "It does not.")
    assert (rule.fires_on, rule.remedy) == ("Nothing.", "Be glad.")
    assert rule(Money(amount=1), on=THE_DAY, context=CONTEXT) == ()


def test_a_family_may_be_given() -> None:
    assert note("AAA001", family="house")(nothing_said).family == "house"
    with pytest.raises(InvalidValueError, match="family"):
        note("AAA001", family="")(nothing_said)


def test_the_weight_is_that_of_the_decorator() -> None:
    made = [make("AAA001") for make in (rules.error, rules.warning, rules.note)]
    assert [decorate(nothing_said).severity for decorate in made] == list(Severity)


def silent(thing: Money) -> Iterator[Said]:
    yield from ()


silent.__doc__ = PAGE_OF_A_RULE


def no_thing() -> Iterator[Said]:
    yield from ()


def no_annotation(thing) -> Iterator[Said]:  # type: ignore[no-untyped-def]
    yield from ()


def any_thing(thing: Any) -> Iterator[Said]:
    yield from ()


def maybe_money(thing: Money | None) -> Iterator[Said]:
    yield from ()


def unseen_class(thing: Unseen) -> Iterator[Said]:
    yield from ()


def asks_more(thing: Money, weather: str) -> Iterator[Said]:
    yield from ()


def of_numbers(thing: int) -> Iterator[Said]:
    yield from ()


def half_documented(thing: Money) -> Iterator[Said]:
    """Half.

    Fires on:
        Money.
    """
    yield from ()


def not_documented(thing: Money) -> Iterator[Said]:
    yield from ()


def emptily_documented(thing: Money) -> Iterator[Said]:
    """Half.

    Why it matters:

    Fires on:
        Money.

    How to settle it:
        Spend it.
    """
    yield from ()


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (silent, "name must be of several words"),
        (no_thing, "annotated with the attrs class"),
        (no_annotation, "annotated with the attrs class"),
        (any_thing, "annotated with the attrs class"),
        (maybe_money, "annotated with the attrs class"),
        (of_numbers, "annotated with the attrs class it is about, or a union"),
        (unseen_class, r"unseen_class\(thing\) must be annotated .* got 'Unseen'"),
        (asks_more, r"asks_more\(weather\) must be on or context"),
        (half_documented, "the sections Why it matters, Fires on, How to settle it"),
        (emptily_documented, r"none empty, got \('summary', 'Fires on', 'How to"),
        (not_documented, "docstring of not_documented must be a summary, then"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_function_that_is_no_rule_is_refused(function: Any, says: str) -> None:
    with pytest.raises(InvalidValueError, match=says):
        note("AAA001")(function)


def test_other_annotations_may_be_for_type_checkers_alone() -> None:
    def of_money(thing: Money, on: Decimal) -> Iterator[Said]:
        yield from ()

    of_money.__doc__ = PAGE_OF_A_RULE
    assert note("AAA001")(of_money).about == (Money,)


# --- what it yields ------------------------------------------------------------------

EARMARK = Allocation(amount=Money(amount=5), purpose="cluster")
PLAN = Policy(
    name="Plan",
    type=PolicyType.BROAD,
    level=PolicyLevel.NATIONAL,
    country=Country("MX"),
    budget=Budget(allocations=(EARMARK, EARMARK)),
)


def paths(thing: object, *statements: Statement) -> list[str]:
    def all_said(part: Policy) -> Iterator[Said]:
        yield from statements

    all_said.__doc__ = PAGE_OF_A_RULE
    rule = note("AAA001")(all_said)
    report = rules.check([thing], on=THE_DAY, context=CONTEXT, rules=[rule])
    direct = rule(thing, on=THE_DAY, context=CONTEXT)
    in_the_list = [path for finding in report for path in finding.paths]
    assert sorted(in_the_list) == sorted(
        f"[0].{path}".strip(".") for finding in direct for path in finding.paths
    )
    return ["; ".join(finding.paths) for finding in direct]


def test_what_is_said_of_a_part_is_found_where_it_stands() -> None:
    amount = say("x", about=PLAN.budget.allocations[0].amount, at="currency")
    assert paths(PLAN, say("x", about=PLAN, at="name"), amount) == [
        "name",
        "budget.allocations[0].amount.currency; budget.allocations[1].amount.currency",
    ]


def test_what_is_said_of_one_object_is_said_of_all_its_places() -> None:
    earmark = "budget.allocations[0]; budget.allocations[1]"
    both = say("x", about=EARMARK), say("x", about=EARMARK)
    assert paths(PLAN, *both, say("y", about=[EARMARK, PLAN])) == [
        earmark,
        earmark,
        f"{earmark}; ",
    ]


def test_an_object_that_is_checked_at_two_places_has_both() -> None:
    def all_said(part: Money) -> Iterator[Said]:
        yield say("x", at="currency")

    all_said.__doc__ = PAGE_OF_A_RULE
    rule = note("AAA001")(all_said)
    report = rules.check(PLAN, on=THE_DAY, context=CONTEXT, rules=[rule])
    assert [finding.path for finding in report.findings] == [
        "budget.allocations[0].amount.currency",
        "budget.allocations[1].amount.currency",
    ]


def test_what_is_no_part_of_the_thing_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="a part of what the rule looks at"):
        paths(PLAN, say("x", about=Money(amount=7)))


def test_who_says_so_is_a_noun_and_a_field_or_citations() -> None:
    body = Organization(name="A", citations={"name": HERE})
    statement = say("x", cites=[(body, "name"), (body, "acronym"), HERE, [HERE]])
    assert statement.sides == ((HERE,),) * 3


@pytest.mark.parametrize("make", [say, needs])
def test_words_have_to_name_their_parts(make: Any) -> None:
    with pytest.raises(InvalidValueError, match="words that name 1 part,"):
        make("x", 1)


def test_a_finding_is_worded_in_the_language_asked_for() -> None:
    finding = Finding(
        code="A",
        name="a-b",
        severity=Severity.NOTE,
        sentence=words.say("{} or {}", True, Missing.UNKNOWN),
    )
    assert words.worded(finding, SPANISH).startswith("A ")
    assert words.worded(finding, SPANISH).partition(": ")[2].startswith("sí")
    assert str(finding) == "A note: yes or unknown"
    assert finding != "A note: yes or unknown"


def test_a_report_is_put_into_the_language_asked_for() -> None:
    report = rules.check(mexico.FACTSHEET_2022, on=THE_DAY, context=CONTEXT)
    table = report.table(language=SPANISH)
    assert table.language is SPANISH
    assert report.text(language=SPANISH, width=100) == table.text(width=100)
    assert len(report.records(language=SPANISH)) == len(report)


# --- days ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (date(2020, 1, 1), date(2020, 1, 2), True),
        (date(2020, 1, 2), date(2020, 1, 2), False),
        (PartialDate(2019), date(2020, 1, 1), True),
        (PartialDate(2020), PartialDate(2020), False),
        (Missing.UNKNOWN, PartialDate(2020), False),
        (PartialDate(2020), Missing.NOT_APPLICABLE, False),
    ],
)
def test_what_is_surely_before(left: Any, right: Any, expected: bool) -> None:
    assert surely_before(left, right) is expected


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2020, 1, 2), "on 2020-01-02"),
        (PartialDate(2020, 1, 2), "on 2020-01-02"),
        (PartialDate(2020, 1), "in 2020-01"),
    ],
)
def test_days_are_spoken_of(day: Any, text: str) -> None:
    assert str(when(day)) == text


def test_the_signature_of_a_check_fits_a_screen() -> None:
    assert repr(rules.ALL) == f"<{len(rules.ALL)} rules>"


def test_a_rule_with_a_code_of_ours_has_no_page_of_ours() -> None:
    def no_owner(policy: Policy) -> Iterator[Said]:
        yield say("it has no owner")

    no_owner.__doc__ = PAGE_OF_A_RULE
    rule = note("POL001")(no_owner)
    assert rule.section("summary").text(SPANISH) == rule.summary
    [finding] = rule(mexico.NUEVO_LEON_2022, on=THE_DAY, context=CONTEXT)
    assert finding.said_remedy.text(SPANISH) == rule.remedy
