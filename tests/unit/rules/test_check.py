"""The engine: what it walks, runs, waives, and says of itself."""

from __future__ import annotations

import pickle
import re
from dataclasses import make_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, frozen
from tests.unit.rules.casework import HERE, PAGE_OF_A_RULE, THE_DAY

from icluster import rules, words
from icluster.contexts import Context, SourceText
from icluster.dates import PartialDate
from icluster.ecosystems import Contribution
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.labels import LabelAward, LabelEdition, LabelRegister, LabelTier
from icluster.money import Money
from icluster.naming import _names
from icluster.organizations import Organization
from icluster.policies import Factsheet
from icluster.profiles import ClusterProfile
from icluster.reference import CONTEXT, eccp, esca, mexico, project
from icluster.rubrics import Rubric
from icluster.rules import (
    Finding,
    Gathered,
    Report,
    Rule,
    Severity,
    Statement,
    Waiver,
    budgets,
    say,
)
from icluster.sources import Citation, Source
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE = Money(amount=5)
PAGE = Source(
    key="page",
    title="A page",
    publisher="Nowhere",
    url="https://page.example",
    published=PartialDate(2020),
).at("row 1")
# One thing is odd about it: of what currency it is.
GIFT = Contribution(
    party="ministry", amount=BARE, citations={"party": PAGE, "amount": PAGE}
)
NOTE = Severity.NOTE


class Mine:
    """A class that icluster knows nothing of."""


@frozen
class Wallet:
    """A user's own noun, with ours inside."""

    gifts: tuple[Contribution, ...] = ()


def mine(code: str, function: Any, **stated: Any) -> Rule:
    function.__name__ = "my_own"
    function.__doc__ = PAGE_OF_A_RULE
    return rules.note(code, family="mine", since="1", **stated)(function)


def paths(report: Report) -> list[str]:
    return [f"{each.code} {each.path}" for each in report.findings]


def check(subject: object, **given: Any) -> Report:
    arguments: dict[str, Any] = {"on": THE_DAY, "context": CONTEXT, **given}
    return rules.check(subject, **arguments)


# --- walking --------------------------------------------------------------------


def test_walks_into_nouns_lists_mappings_and_what_is_nested_in_them() -> None:
    subject = {"x": [GIFT, (GIFT,)], "y": Wallet((GIFT, GIFT))}
    assert paths(check(subject, select=["BUD003"])) == [
        "BUD003 ['x'][0].amount.currency",
        "BUD003 ['x'][1][0].amount.currency",
        "BUD003 ['y'].gifts[0].amount.currency",
        "BUD003 ['y'].gifts[1].amount.currency",
    ]


def test_a_noun_alone_has_the_empty_path() -> None:
    walked = [placed.path for placed in rules.walk(mexico.FACTSHEET_2022)]
    assert walked[0] == ""
    assert "policies[1].budget.allocations[0].amount" in walked


def test_what_is_no_noun_is_told_where_it_stands() -> None:
    with pytest.raises(InvalidValueError) as caught:
        check([BARE, {"a": "text"}])
    assert [fault.path for fault in caught.value.faults] == ["subject[1]['a']"]


@pytest.mark.parametrize("subject", [None, "text", {1, 2}, 5, [BARE, "text"], Mine()])
def test_refuses_what_is_no_noun(subject: object) -> None:
    with pytest.raises(InvalidValueError, match=r"subject(\[1\])? must be a noun"):
        check(subject)


def test_refuses_a_collection_that_stands_in_itself() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(InvalidValueError, match="none of them in itself"):
        check(endless)


def test_what_a_noun_goes_by_is_not_its_part() -> None:
    walked = {type(each.thing) for each in rules.walk(mexico.BRONZE_LABELS)}
    assert LabelAward in walked
    assert LabelEdition not in walked
    alone = {type(each.thing) for each in rules.walk([esca.SCHEME, eccp.EDITION_2022])}
    assert {LabelEdition, Rubric} <= alone


def test_nothing_to_look_at_gives_an_empty_report() -> None:
    codes = [rule.code for rule in rules.ALL]
    assert check([]) == Report(on=THE_DAY, rules=[*codes, "RUL001"])


def test_each_source_and_citation_is_met_once() -> None:
    again = evolve(HERE)
    walked = list(rules.walk([HERE, again, HERE, [HERE.source]]))
    assert [placed.path for placed in walked] == ["[0]", "[0].source"]
    assert again is not HERE


def test_equal_organizations_are_gathered_once() -> None:
    cited = Organization(name="A", citations={"name": HERE})
    gathered = rules.gather([Organization(name="A"), Organization(name="A"), cited])
    assert [placed.path for placed in gathered.of(Organization)] == ["[0]"]


# --- running --------------------------------------------------------------------


def test_equal_small_values_are_judged_once_unless_something_is_said() -> None:
    asked: list[str] = []

    def odd(money: Money) -> Iterator[rules.Said]:
        asked.append(str(money.amount))
        if money.amount == 2:
            yield say("odd")
        if money.amount == 3:
            raise ValueError("fails")

    subject = [Money(amount=n) for n in (1, 2, 3) for _ in range(3)]
    report = check(subject, rules=[mine("AAA001", odd)])
    assert asked == ["1", *["2"] * 3, *["3"] * 3]
    assert [finding.paths for finding in report.findings] == [
        ("[6]", "[7]", "[8]"),
        ("[3]",),
        ("[4]",),
        ("[5]",),
    ]


def test_names_are_read_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def parse(text: str, forms: Any) -> Any:
        read.append(text)
        return _names.parse(text, forms)

    monkeypatch.setattr("icluster.naming._duplicates.parse", parse)
    twins = [Organization(name="MIND"), Organization(name="Mind", acronym="M")]
    assert check(twins, select=["ORG"]).of("ORG002")
    assert read == ["MIND", "Mind"]


def test_own_rules_run_beside_ours_in_the_order_of_codes() -> None:
    def poor(gift: Contribution, on: date, context: Context) -> Iterator[Statement]:
        yield say("{} on {}", gift.party, on)

    own = mine("AAA001", poor)
    report = check(GIFT, rules=(*rules.ALL, own))
    assert paths(report) == ["BUD003 amount.currency", "AAA001 "]
    assert report == check(GIFT, rules=(own, *reversed(rules.ALL)))
    assert str(report.findings[1]) == "AAA001 note: ministry on 2022-09-30"


def test_a_rule_may_look_at_several_classes_and_at_their_children() -> None:
    def seen(thing: Money | object) -> Iterator[Statement]:
        yield say("{}", type(thing).__name__)

    report = check([BARE, Wallet()], rules=[mine("AAA001", seen)])
    assert [each.message for each in report.findings] == ["Money", "Wallet", "Gathered"]


def test_two_rules_of_one_code_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="codes that differ"):
        check(BARE, rules=[*rules.ALL, rules.ALL[0]])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"rules": [len]}, r"of type Rule \(write @rules\.warning above it\), got"),
        ({"rules": ["LAB001"]}, r"rules\[0\] must be of type Rule, got 'LAB001'"),
        ({"context": None}, "context must be of type Context"),
        ({"on": "x"}, r"on must be a datetime\.date"),
        ({"waivers": ["BUD003"]}, r"waivers\[0\] must be of type Waiver"),
        ({"select": "BUD003"}, "select must be several codes, families or severities"),
        ({"ignore": Severity}, "ignore must be several codes, families or severities"),
        (
            {"ignore": Severity.NOTE},
            "ignore must be several codes, families or severities",
        ),
    ],
)
def test_a_bad_call_is_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        check(BARE, **given)


def test_a_dataclass_is_told_from_a_noun() -> None:
    with pytest.raises(InvalidValueError, match="an attrs class, yours too"):
        check(make_dataclass("Park", ["name"])("North"))


@pytest.mark.parametrize("weigh", [rules.error, rules.warning, rules.note])
def test_a_rule_without_a_code_is_refused(weigh: Any) -> None:
    with pytest.raises(InvalidValueError, match="code must be of type str, got"):
        weigh(test_a_dataclass_is_told_from_a_noun)


def test_the_code_of_failing_rules_is_taken() -> None:
    def odd(money: Money, on: date, context: Context) -> Iterator[Statement]:
        yield from ()

    with pytest.raises(InvalidValueError, match="RUL001"):
        check(BARE, rules=[mine("RUL001", odd)])


def test_what_is_no_statement_is_a_finding_about_its_rule() -> None:
    class Odd:
        why = "because"

    def odd(money: Money, on: date, context: Context) -> Iterator[Any]:
        yield Odd()

    def cites(money: Money, on: date, context: Context) -> Iterator[Any]:
        yield say("x", cites=[[1]])  # type: ignore[list-item]

    waiver = Waiver(code="AAA001", about="Money", reason="known")
    own = [mine("AAA001", odd), mine("AAA002", cites)]
    report = check(BARE, rules=own, waivers=[waiver])
    assert [each.code for each in report.findings] == ["RUL001", "RUL001"]
    # Whether it would have found what is waived is not known.
    assert report.idle == ()


def test_a_rule_that_raises_is_a_finding_and_hides_nothing() -> None:
    def odd(gift: Contribution, on: date, context: Context) -> Iterator[Statement]:
        yield say("first")
        raise LookupError("odd data")

    report = check([GIFT, GIFT], rules=[mine("AAA001", odd), *rules.ALL])
    assert paths(report) == [
        "RUL001 [0]",
        "BUD003 [0].amount.currency",
        "BUD003 [1].amount.currency",
        "AAA001 [0]",
        "AAA001 [1]",
    ]
    [raised] = report.of("RUL001")
    assert raised.paths == ("[0]", "[1]")
    assert raised.about == ("AAA001",)
    assert raised.severity is Severity.ERROR
    assert raised.message == "AAA001 raised LookupError: odd data"
    assert rules.RULE_RAISED(BARE, on=THE_DAY, context=CONTEXT) == ()


def test_no_text_is_built_before_it_is_asked_for() -> None:
    built: list[str] = []

    class Loud:
        def __str__(self) -> str:
            built.append("once")
            return "loud"

    def said(money: Money, on: date, context: Context) -> Iterator[Statement]:
        yield say("{}", Loud())

    report = check(BARE, rules=[mine("AAA001", said)])
    assert report.findings[0].path == ""
    assert not built
    assert report.findings[0].message == "loud"
    assert built


def test_a_part_that_cannot_be_written_hides_nothing() -> None:
    class Odd:
        def __str__(self) -> str:
            raise LookupError

    class OddError(Exception):
        def __str__(self) -> str:
            raise LookupError

    def said(money: Money, on: date, context: Context) -> Iterator[Statement]:
        yield say("it is {}", Odd())
        raise OddError

    report = check([BARE, HERE], rules=[mine("AAA001", said), *rules.ALL])
    said_of_it = report.of("AAA001")[0].message
    assert said_of_it == "it is <Odd that raises LookupError>"
    assert report.of("RUL001")[0].message.endswith("<OddError that raises LookupError>")
    assert "SRC004" in str(report)


@pytest.mark.parametrize(
    ("text", "parts", "message"),
    [
        ("Plan {x} has no {focus}", (), "Plan {x} has no {focus}"),
        ("{} of {x}", ("{y}",), "{y} of {x}"),
        ("{}", (), "{}"),
    ],
)
def test_braces_in_words_and_parts_mean_nothing(
    text: str, parts: tuple[str, ...], message: str
) -> None:
    assert say(text, *parts).message == message


@pytest.mark.parametrize(
    ("text", "parts", "at"),
    [
        ("{} {}", (1,), ()),
        ("x {", (1,), ()),
        ("{}", (1, 2), ()),
        ("x", (), ("f", None)),
    ],
)
def test_a_statement_that_cannot_be_read_is_a_finding_about_its_rule(
    text: str, parts: tuple[Any, ...], at: Any
) -> None:
    def said(money: Money, on: date, context: Context) -> Iterator[Statement]:
        yield say(text, *parts, at=at)

    report = check([BARE, HERE], rules=[mine("AAA001", said), *rules.ALL])
    assert [each.code for each in report.findings] == ["RUL001", "SRC004"]
    assert "AAA001 raised InvalidValueError" in report.text()


@pytest.mark.parametrize(
    ("odd", "says"),
    [
        (None, "what it returns must be statements: yield say(...), or needs"),
        ("text", "what it returns must be statements: yield say(...), or needs"),
        (True, "what it returns must be statements: yield say(...), or needs"),
        (say("x"), "what it returns must be statements: yield say(...), or needs"),
        (["text"], "what it yields must be statements: yield say(...), or needs"),
        ([say("x", at="curency")], "at must be a field of Money, one of amount, curr"),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(odd: Any, says: str) -> None:
    def said(money: Money) -> Any:
        return odd

    rule = mine("AAA001", said)
    [finding] = check([BARE, BARE], rules=[rule])
    assert finding.code == "RUL001"
    assert says in finding.message
    assert len(finding.paths) == 2
    with pytest.raises(InvalidValueError, match=re.escape(says)):
        check(BARE, rules=[rule], raising=True)
    # Called alone, as a case of it is tried, it does not pass either.
    with pytest.raises(InvalidValueError, match=re.escape(says)):
        rule(BARE, on=THE_DAY, context=CONTEXT)


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (("awards", 0, "holder"), ""),
        (("awards", 0, "holdr"), "at must be a field of LabelAward, one of holder"),
        ("awards.0.holder", ""),
        ("awards.35", "at must be a position below 35, got 35"),
        ("awards.holder", "at must be a position below 35, got 'holder'"),
        (("awards", 35), "at must be a position below 35, got 35"),
        (("awards", True), "at must be a position below 35, got True"),
        ("awards.0.tier.x", ""),  # what stands in a value is its own affair
    ],
)
def test_the_place_of_a_statement_is_one_that_there_is(at: Any, says: str) -> None:
    def said(register: LabelRegister) -> Any:
        yield say("x", at=at)

    [finding] = check(mexico.BRONZE_LABELS, rules=[mine("AAA001", said)])
    assert finding.code == ("RUL001" if says else "AAA001")
    assert says in finding.message


@pytest.mark.parametrize("field", ["curency", "currency.code.x", "amount"])
def test_what_is_cited_is_a_field_that_exists(field: str) -> None:
    def said(gift: Contribution) -> Any:
        yield say("x", cites=[(gift, field)])

    report = check([GIFT], rules=[mine("AAA001", said)])
    code = "AAA001" if field == "amount" else "RUL001"
    assert [each.code for each in report.findings] == [code]
    refused = "cites must be a field of Contribution, one of party" in report.text()
    assert refused is (code == "RUL001")


def test_an_author_sees_the_exception_of_a_rule_with_its_traceback() -> None:
    def odd(money: Money) -> Iterator[Statement]:
        yield from ()
        raise LookupError("odd data")

    with pytest.raises(LookupError, match="odd data") as caught:
        check(BARE, rules=[mine("AAA001", odd)], raising=True)
    assert caught.traceback[-1].name == "odd"


# --- what is lacking --------------------------------------------------------------


def test_a_rule_without_what_it_needs_says_so_and_does_not_pass() -> None:
    report = check(mexico.BRONZE_LABELS, context=Context(), select=["LAB007", "SRC002"])
    assert not report.findings
    assert not report.is_clean
    assert [str(each) for each in report.not_checked] == [
        "LAB007 portfolio-unlisted was not checked: it needs portfolios in the context",
        "SRC002 excerpt-not-found was not checked: it needs texts in the context",
    ]


def test_a_rule_about_nothing_in_the_subject_is_not_missed() -> None:
    assert check(BARE, context=Context(), select=["LAB007"]).is_clean


def test_what_a_rule_lacks_for_one_thing_is_told_once() -> None:
    texts = Context(texts=(SourceText("somewhere", "text"),))
    subject = [HERE, evolve(HERE, locator="page 9")]
    report = check(subject, context=texts, select=["SRC002"])
    assert [str(each.why) for each in report.not_checked] == ["the text of made_up"]
    rule = next(each for each in rules.ALL if each.code == "SRC002")
    assert rule(HERE, on=THE_DAY, context=texts) == ()


# --- choosing ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"select": ["BUD003"]}, {"BUD003"}),
        ({"select": ["BUD"]}, {"BUD001", "BUD003"}),
        ({"select": ["sectors-against-focus"]}, {"POL006"}),
        ({"select": ["budgets"], "ignore": ["BUD001"]}, {"BUD003"}),
        ({"select": ["BUD", "POL006"], "ignore": [Severity.WARNING]}, {"POL006"}),
        ({"select": [Severity.ERROR]}, set()),
        ({"select": ["POL"], "ignore": {"warning"}}, {"POL004", "POL006"}),
    ],
)
def test_select_and_ignore(given: dict[str, Any], expected: set[str]) -> None:
    report = check(mexico.NUEVO_LEON_2022, **given)
    assert {each.code for each in report.findings} == expected


def test_a_weight_may_be_chosen_though_no_rule_has_it() -> None:
    notes = [each for each in rules.ALL if each.severity is NOTE]
    kept = check(HERE, rules=notes, ignore=[Severity.ERROR])
    assert [each.code for each in kept.findings] == ["SRC004"]
    assert not check(HERE, rules=notes, select=[Severity.ERROR]).findings


@pytest.mark.parametrize("which", ["BUD999", "", "lower", 5])
def test_a_selection_that_matches_no_rule_is_refused(which: Any) -> None:
    with pytest.raises(UnknownNameError, match=r"known: warning, .*budgets, .*BUD001"):
        check(BARE, ignore=[which])


# --- waiving ----------------------------------------------------------------------

OF_THE_GIFT = ("ministry", "amount.currency")


def test_a_waiver_sets_a_finding_apart_with_its_reason() -> None:
    shown = check(mexico.FACTSHEET_2022)
    waiver = shown.waive(shown.of("BUD003")[0], reason="asked", until=THE_DAY)
    report = check(mexico.FACTSHEET_2022, waivers=[waiver])
    [waived] = report.waived
    assert waived.finding.path == "policies[1].budget.allocations[0].amount.currency"
    assert waived.waiver == waiver
    assert not report.of("BUD003")
    assert not report.idle
    assert "waived: BUD003 warning" in str(report)


def test_a_waiver_is_as_easily_written_by_hand() -> None:
    by_hand = Waiver(code="BUD003", about=OF_THE_GIFT, reason="known")
    assert not check(GIFT, waivers=[by_hand]).findings
    assert Waiver(code="A", about="x", reason="r").about == ("x",)


def test_only_a_finding_of_the_report_is_waived() -> None:
    [finding] = check(GIFT)
    with pytest.raises(InvalidValueError, match="finding must be one of this report"):
        check([]).waive(finding, reason="r")


def test_a_waiver_that_names_the_values_goes_before_one_that_does_not() -> None:
    gifts = [GIFT, evolve(GIFT, amount=Money(amount=7))]
    named = check(gifts).baseline(reason="named")[1]
    any_values = Waiver(code="BUD003", about=OF_THE_GIFT, reason="any")
    for waivers in ([named, any_values], [any_values, named]):
        report = check(gifts, waivers=waivers)
        assert not report.findings
        assert not report.idle


@pytest.mark.parametrize(
    ("waiver", "why"),
    [
        (
            Waiver(code="BUD003", about="elsewhere", fingerprint="0", reason="r"),
            "elsewhere: nothing is found about it any more\n",
        ),
        (
            Waiver(code="BUD003", about="elsewhere", reason="r"),
            "elsewhere: nothing is found about it\n",
        ),
        (
            Waiver(code="BUD003", about=OF_THE_GIFT[:1], reason="r"),
            f"nothing is found about it, but about {', '.join(OF_THE_GIFT)}",
        ),
        (
            Waiver(code="amount-without-currency", about="x", reason="r"),
            "no rule has that code; the closest is BUD003",
        ),
        (Waiver(code="BUD001", about=OF_THE_GIFT, reason="r"), "nothing is found"),
        (Waiver(code="XXX", about=OF_THE_GIFT, reason="r"), "no rule has that code"),
        (
            Waiver(code="eco001", about=OF_THE_GIFT, reason="r"),
            "no rule has that code; the closest is ECO001",
        ),
        (
            Waiver(code="BUD003", about=OF_THE_GIFT, fingerprint="0", reason="r"),
            "what is found about it speaks of other values now",
        ),
        (
            Waiver(
                code="BUD003", about=OF_THE_GIFT, reason="r", until=date(2022, 9, 29)
            ),
            "it ended on 2022-09-29",
        ),
    ],
)
def test_an_idle_waiver_is_reported(waiver: Waiver, why: str) -> None:
    report = check(GIFT, waivers=[waiver])
    assert len(report.findings) == 1
    [idle] = report.idle
    assert idle.waiver == waiver
    assert why in f"{idle}\n"
    assert str(idle) in report.text()


@pytest.mark.parametrize("fingerprint", [True, False])
def test_a_second_waiver_of_one_finding_is_idle(fingerprint: bool) -> None:
    [waiver] = check(GIFT).baseline(reason="r")
    again = waiver if fingerprint else evolve(waiver, fingerprint="")
    [idle] = check(GIFT, waivers=[waiver, again]).idle
    assert str(idle).endswith("it is found fewer times than it is waived")


def test_a_waiver_holds_on_its_last_day() -> None:
    waiver = Waiver(code="BUD003", about=OF_THE_GIFT, reason="r", until=THE_DAY)
    assert not check(GIFT, waivers=[waiver]).findings


def test_a_waiver_of_a_rule_that_was_not_run_is_not_judged() -> None:
    waivers = [
        Waiver(code=code, about="x", reason="r") for code in ("LAB001", "SRC002")
    ]
    report = check([GIFT, HERE], waivers=waivers, ignore=["LAB001"])
    assert not report.idle


def test_a_failing_rule_can_be_waived() -> None:
    def odd(money: Money, on: date, context: Context) -> Iterator[Statement]:
        yield from ()
        raise LookupError

    own = [mine("AAA001", odd)]
    [waiver] = check(BARE, rules=own).baseline(reason="known")
    report = check(BARE, rules=own, waivers=[waiver])
    assert [waived.waiver for waived in report.waived] == [waiver]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"reason": " "}, "reason"),
        ({"until": "2022"}, "until"),
        ({"about": ()}, "about must be words that tell a thing"),
        ({"about": ""}, r"about\[0\] must be text that is not blank"),
        ({"about": ["x", 3]}, "about"),
        ({"about": 3}, "about"),
    ],
)
def test_a_waiver_needs_a_thing_a_reason_and_a_day(given: Any, says: str) -> None:
    content: dict[str, Any] = {"code": "X", "about": "x", "reason": "r"}
    with pytest.raises(InvalidValueError, match=says):
        Waiver(**{**content, **given})


# --- reporting --------------------------------------------------------------------


def test_equal_inputs_give_equal_reports() -> None:
    first, second = (check(project.ICLUSTER) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == first
    assert str(first) == str(second)


def test_counts_table_and_records_agree() -> None:
    report = check(mexico.FACTSHEET_2022)
    assert sum(count for _, count in report.counts()) == len(report)
    assert len(report.table()) == len(report) == len(report.records())
    assert tuple(report) == report.findings
    assert report.of(Severity.WARNING) == tuple(
        each for each in report.findings if each.severity is Severity.WARNING
    )
    record = next(each for each in report.records() if each["code"] == "POL008")
    assert record["path"] == "policies[0].financial"
    assert str(record["citations"]).count("eccp_mx") == 2
    assert str(record["remedy"]).startswith("Say which of the two places")
    assert record["waived"] == ""
    assert "POL008" in report._repr_html_()
    rule = next(each for each in rules.ALL if each.code == "POL008")
    assert report.of(rule) == report.of("POL008")


def test_waived_findings_stand_in_the_records_with_their_reason() -> None:
    waiver = Waiver(code="BUD003", about=OF_THE_GIFT, reason="known")
    report = check(GIFT, waivers=[waiver])
    assert [each["waived"] for each in report.records()] == ["known"]


def test_findings_of_a_rule_that_was_not_asked_are_not_none() -> None:
    report = check(mexico.BRONZE_LABELS, select=["LAB"])
    assert report.of("LAB003") == report.of("RUL001") == ()
    for code in ("lab001", "BUD001", budgets.annual_beside_allocation):
        with pytest.raises(UnknownNameError, match="no rule is called"):
            report.of(code)
    assert Report(on=THE_DAY).of("LAB001") == ()  # by hand, without what was asked


def test_a_rule_of_many_findings_has_one_row_until_it_is_opened() -> None:
    report = check(mexico.BRONZE_LABELS, on=date(2018, 9, 30))
    assert [row[0] for row in report.table().rows] == [
        "LAB001",
        "LAB002",
        "LAB009",
        "SRC004",
    ]
    first = report.table().records()[0]
    begins = "awards[7].valid_until, CITI Tabasco A.C.; awards[6].valid_until, "
    assert first["place"].startswith(begins)
    assert first["place"].endswith("; and 16 more")
    assert first["message"].startswith("19 findings, the first: CITI Tabasco A.C.: its")
    assert first["remedy"] == report.findings[0].remedy
    assert len(report.table(opened=["LAB002"])) == 1 + 12 + 2
    assert len(report.table(opened=True)) == len(report)
    assert len(report.table(opened=False)) == 4
    assert len(report.table(opened=["LAB003"])) == 4  # asked, and nothing was found
    with pytest.raises(UnknownNameError, match="no rule is called 'LAB999'"):
        report.table(opened=["LAB999"])
    assert report.table(opened="LAB002") == report.table(opened=["LAB002"])
    by_hand = evolve(report, rules=())
    assert by_hand.table(opened=["LAB002"]) == report.table(opened=["LAB002"])
    assert "12 warnings" not in str(report.summary())
    assert [row[3] for row in report.summary().rows] == [19, 12, 1, 1]


def test_html_leads_with_the_summary_and_opens_on_demand() -> None:
    report = check(mexico.BRONZE_LABELS, on=date(2018, 9, 30))
    html = report.html()
    assert html.index("LAB001") < html.index("<details><summary>LAB001 label-lapsed")
    assert html.count("<details>") == 2
    assert html.count("<details open>") == 2
    assert html.count("<tr>") == 4 + 1 + len(report) + 4
    assert report._repr_html_() == html


def test_many_that_are_waived_are_counted_by_rule() -> None:
    register, day = mexico.BRONZE_LABELS, date(2018, 9, 30)
    accepted = check(register, on=day).baseline(reason="known")
    notes = check(register, on=day, waivers=accepted).table().notes
    assert list(map(str, notes))[1:3] == [
        "waived: 19 findings of LAB001",
        "waived: 12 findings of LAB002",
    ]


def test_the_page_of_a_rule_is_a_table() -> None:
    explanation = rules.explain("label-twice")
    assert explanation == rules.explain(explanation.rule)
    assert "| Severity | warning |" in explanation.markdown()
    titled = rules.explain("LAB009", sources=[evolve(PAGE.source, key="esca_mx")])
    assert titled.records()[-1]["text"] == "A page"
    assert rules.explain("RUL001").rule is rules.RULE_RAISED
    with pytest.raises(UnknownNameError, match=r"no rule of rules\.ALL is called"):
        rules.explain("LAB999")
    with pytest.raises(UnknownNameError, match="no rule is called 'LAB001'"):
        rules.explain("LAB001", rules=rules.ALL[:1])


def test_the_catalogue_has_a_row_for_every_rule() -> None:
    table = rules.catalogue()
    assert [row[0] for row in table.rows] == [rule.code for rule in rules.ALL]


def test_sides_keep_the_citations_of_two_statements_apart() -> None:
    [finding] = check(mexico.FACTSHEET_2022).of("BUD001")
    assert [[each.excerpt for each in side] for side in finding.sides] == [
        ["No data available"],
        [
            "The amount earmarked for 2022 was $1,400,000 for each cluster",
            "a counterpart from the private initiative of at least the same amount",
        ],
    ]
    assert len(finding.citations) == 3


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Missing.UNKNOWN, "unknown"),
        (LabelTier.GOLD, "Gold"),
        (date(2020, 1, 2), "2020-01-02"),
        (("a", PartialDate(2020)), "a, 2020"),
        ("x" * 201, "x" * 197 + "..."),
        ("{}", "{}"),
    ],
)
def test_parts_are_worded_for_people(part: object, expected: str) -> None:
    assert say("{}", part).message == expected


def test_empty_sides_are_left_out() -> None:
    assert say("x", cites=[[], HERE, ()]).sides == ((HERE,),)


# --- rules as values ----------------------------------------------------------------


def test_codes_are_sorted_unique_and_not_recycled() -> None:
    codes = [each.code for each in rules.ALL]
    assert codes == sorted(set(codes))
    assert rules.RULE_RAISED.code not in codes
    assert not rules.RETIRED.keys() & {*codes, rules.RULE_RAISED.code}
    names = [each.name for each in rules.ALL]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", [*rules.ALL, rules.RULE_RAISED], ids=lambda r: r.code)
def test_every_rule_is_documented_under_three_headings(rule: Rule) -> None:
    text = rule.function.__doc__ or ""
    headings = ("Why it matters:", "Fires on:", "How to settle it:")
    places = [text.find(heading) for heading in headings]
    assert -1 not in places
    assert places == sorted(places)
    assert rule.summary.endswith(".")
    assert all((rule.why, rule.fires_on, rule.remedy))


def test_a_prefix_is_a_family() -> None:
    families = {each.code[:3]: each.family for each in rules.ALL}
    assert all(each.family == families[each.code[:3]] for each in rules.ALL)
    assert len(set(families.values())) == len(families)


def test_sources_of_rules_are_known() -> None:
    known = {
        *(each.thing.key for each in rules.gather(CONTEXT).of(Source)),
        *(each.thing.key for each in rules.gather(mexico.BRONZE_LABELS).of(Source)),
        *(each.thing.key for each in rules.gather(project.ICLUSTER).of(Source)),
        "eccp_defs",
        "iso20275_2023",
        "ecei_2013",
    }
    for each in rules.ALL:
        assert {source.partition(",")[0] for source in each.sources} <= known, each.code


def test_rules_stand_short_in_signatures() -> None:
    assert repr(rules.RULE_RAISED) == "<RUL001 rule-raised>"


def test_rules_are_equal_to_themselves_and_survive_pickling() -> None:
    for each in (*rules.ALL, rules.RULE_RAISED):
        assert pickle.loads(pickle.dumps(each)) is each


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"code": "LAB1"}, InvalidValueError, "code must be three letters and"),
        ({"needs": ("oracle",)}, UnknownNameError, "no field of Context is called"),
    ],
)
def test_a_rule_is_refused(
    given: dict[str, Any], error: type[Exception], message: str
) -> None:
    rule = rules.ALL[0]
    fields: dict[str, Any] = {
        "code": rule.code,
        "severity": rule.severity,
        "family": rule.family,
        "since": rule.since,
        "function": rule.function,
    }
    with pytest.raises(error, match=message):
        Rule(**{**fields, **given})


def test_a_rule_called_with_the_wrong_thing_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="thing must be of type Policy"):
        rules.ALL[0](BARE, on=THE_DAY, context=CONTEXT)


def test_the_manual_has_a_page_for_every_rule() -> None:
    page = rules.manual()
    assert page.count("\n### ") == len(rules.ALL)
    for each in rules.ALL:
        assert f"### {each.code} {each.name}\n\n{each.summary}" in page
        assert each.remedy in page
    assert "needs portfolios" in page


# --- what rules need ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: SourceText("a", " "), "text must be text that is not blank"),
        (
            lambda: Context(editions=(esca.SAME_DAY,)),  # type: ignore[arg-type]
            r"editions\[0\] must be of type Edition",
        ),
        (
            lambda: ClusterProfile(
                organization=Organization(name="A"), management_staff=-1
            ),
            "management_staff must be 0 or more",
        ),
        (
            lambda: ClusterProfile(
                organization=Organization(name="A"),
                management_staff=0.5,  # type: ignore[arg-type]
            ),
            "management_staff must be a Decimal, an int or a decimal",
        ),
        (
            lambda: ClusterProfile(
                organization=Organization(name="A"), committed_members=-1
            ),
            "committed_members must be a count, 0 or more",
        ),
        (
            lambda: ClusterProfile(
                organization=Organization(name="A"), committed_members=True
            ),
            "committed_members must be a count, 0 or more",
        ),
    ],
    ids=[
        "a blank text",
        "an edition of another kind",
        "staff below zero",
        "staff as a float",
        "members below zero",
        "members as a boolean",
    ],
)
def test_bad_values_are_refused(make: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_what_is_not_gathered_is_not_asked_for() -> None:
    expected = "kind must be one of Organization, Source, .* or Linkage, got Citation"
    with pytest.raises(InvalidValueError, match=expected):
        Gathered(()).of(Citation)


def test_findings_and_gathered_are_plain_values() -> None:
    finding = Finding(
        code="X", name="x", severity=NOTE, places=[("a", 0)], sentence=words.say("x")
    )
    assert finding.path == "a[0]"
    assert Gathered(()).of(Source) == ()
    assert isinstance(mexico.BRONZE_LABELS.awards[0], LabelAward)
    assert Factsheet(country=mexico.FACTSHEET_2022.country, year=2022).policies == ()


def test_the_manual_is_about_rules() -> None:
    with pytest.raises(InvalidValueError, match=r"rules\[0\]"):
        rules.manual([3])  # type: ignore[list-item]
