"""Laws of the rules: they take whatever nouns allow, and order tells them nothing."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.rules.test_cases import MENDERS

from icluster import rules
from icluster.benchmark_records import BenchmarkRecord
from icluster.dates import PartialDate, Period
from icluster.ecosystems import (
    Action,
    AdmissionRule,
    Contribution,
    Ecosystem,
    Linkage,
    LinkageKind,
    Membership,
    Participation,
    ParticipationRole,
    StrategicObjective,
    Unnamed,
)
from icluster.facts import Facts
from icluster.labels import (
    Grant,
    LabelAward,
    LabelRegister,
    LabelScheme,
    LabelTier,
)
from icluster.money import Money
from icluster.organizations import (
    Helix,
    Identifier,
    LegalForm,
    Name,
    Organization,
    OrganizationKind,
)
from icluster.policies import (
    Allocation,
    Authority,
    AuthorityRole,
    Beneficiary,
    Budget,
    EuPriority,
    Evaluation,
    EvaluationStage,
    Factsheet,
    FinancialInstrument,
    History,
    Instrument,
    Monitoring,
    Objective,
    PeriodKind,
    Policy,
    PolicyFocus,
    PolicyLevel,
    PolicyType,
    PublishedScore,
    Status,
    Subject,
)
from icluster.profiles import ClusterProfile
from icluster.reference import CONTEXT, esca
from icluster.regions import Country, Region
from icluster.rubrics import Rubric
from icluster.rules import Finding, Statement, Unchecked, gather
from icluster.sources import Source
from icluster.testing import strategy_for
from icluster.vocabularies import Missing, Other

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN: Any = Missing.UNKNOWN
modestly = settings(max_examples=40)

days = st.dates(date(2009, 1, 1), date(2032, 12, 31))
years = st.integers(2010, 2030)
partial_dates = st.builds(PartialDate, years) | days.map(PartialDate.of)
may_be_unknown = partial(st.one_of, st.just(UNKNOWN))
names = st.sampled_from(
    ["Cluster A", "CLÚSTER A, A.C.", "AB - Alpha Beta", "Alpha Beta", "@@"]
) | st.text("aÁ-. (B)", min_size=1, max_size=12).filter(str.strip)


def some(thing: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(thing, max_size=3, unique=True).map(tuple)


def several(thing: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return may_be_unknown(some(thing))


sources = st.builds(
    Source,
    key=st.sampled_from(["one", "two"]),
    title=names,
    publisher=names,
    url=st.sampled_from(["", "http://a.example/", "https://A.example"]),
    published=st.none() | partial_dates,
    read_on=st.none() | days,
)
citations = st.builds(
    Source.at, sources, st.just("row"), st.sampled_from(["", "-", "a phrase"])
)


@st.composite
def organizations(draw: st.DrawFn, key: str | None = None) -> Organization:
    founded = draw(may_be_unknown(partial_dates))
    ends = partial_dates if founded is UNKNOWN else st.nothing()
    dissolved = draw(may_be_unknown(ends))
    return Organization(
        key=key,
        name=draw(names),
        other_names=draw(some(st.builds(Name, names))),
        acronym=draw(may_be_unknown(st.sampled_from(["AB", "ab", "C"]))),
        kind=draw(
            may_be_unknown(
                st.sampled_from([*OrganizationKind, Other("cluster"), Other("body")])
            )
        ),
        helix=draw(may_be_unknown(st.sampled_from([h for h in Helix if h.is_sector]))),
        legal_form=draw(may_be_unknown(st.just(LegalForm("ac", "A.C.")))),
        country=Country("MX"),
        region=draw(may_be_unknown(st.sampled_from([Region("MX-NLE")]))),
        identifiers=draw(some(st.sampled_from([Identifier("lei", "1")]))),
        founded=founded,
        dissolved=dissolved,
    )


@st.composite
def awards(draw: st.DrawFn) -> LabelAward:
    end = draw(days)
    starts = days.filter(lambda day: day <= end).map(PartialDate.of)
    return LabelAward(
        holder=draw(organizations()),
        tier=draw(st.sampled_from(LabelTier)),
        portfolio=draw(may_be_unknown(st.sampled_from(esca.PORTFOLIOS.portfolios))),
        valid_until=end,
        awarded=draw(may_be_unknown(starts)) if end.year > 2010 else UNKNOWN,
        grant=draw(may_be_unknown(st.sampled_from(Grant))),
        citations=draw(
            st.dictionaries(st.sampled_from(["holder"]), citations, max_size=1)
        ),
    )


registers = st.builds(
    LabelRegister,
    awards=st.lists(awards(), max_size=5),
    editions=st.just([esca.END_OF_MONTH]),
    snapshot=st.none() | days,
)
moneys = st.builds(
    Money,
    amount=st.integers(0, 9),
    currency=may_be_unknown(st.sampled_from(["MXN", "EUR"])),
    year=may_be_unknown(years),
)


def _history(begins: PartialDate, length: int, **rest: Any) -> History:
    ends: Any = PartialDate(begins.year + length) if length else UNKNOWN
    since = rest["practised_since"]
    # What is practised since after the stated start is refused by the noun.
    if isinstance(since, PartialDate) and since.last_day > begins.first_day:
        rest["practised_since"] = UNKNOWN
    return History(begins=begins, ends=ends, **rest)


histories = st.builds(
    _history,
    begins=partial_dates,
    length=st.integers(0, 9),
    kind=may_be_unknown(st.sampled_from(PeriodKind)),
    practised_since=may_be_unknown(partial_dates),
)
policies = st.builds(
    Policy,
    name=names | st.sampled_from(["Plan 2014-2020", "One 2014-2020; two 2015-2030"]),
    type=st.sampled_from([*PolicyType, Other("law")]),
    level=st.just(PolicyLevel.NATIONAL),
    country=st.sampled_from([Country("MX"), Country("XX")]),
    industrial=may_be_unknown(st.booleans()),
    objectives=several(st.sampled_from(Objective)),
    focus=may_be_unknown(st.sampled_from(PolicyFocus)),
    sectors=several(names),
    authorities=several(
        st.builds(Authority, names, some(st.sampled_from(AuthorityRole)))
    ),
    beneficiaries=several(st.sampled_from(Beneficiary)),
    financial=several(
        st.builds(
            Instrument,
            st.sampled_from(FinancialInstrument),
            st.sampled_from(Status),
        )
    ),
    history=histories,
    budget=st.builds(
        Budget,
        overall=may_be_unknown(moneys),
        annual=may_be_unknown(moneys),
        funding=several(names),
        allocations=some(st.builds(Allocation, amount=moneys, purpose=names)),
    ),
    evaluations=several(
        st.builds(
            Evaluation, st.sampled_from(EvaluationStage), st.sampled_from(Subject)
        )
    ),
    monitoring=several(st.builds(Monitoring, st.sampled_from(Subject))),
    eu_priorities=several(st.sampled_from(EuPriority)),
    citations=st.dictionaries(
        st.sampled_from(["name", "financial", "budget.funding"]), citations
    ),
)
factsheets = st.builds(
    Factsheet,
    country=st.just(Country("MX")),
    year=years,
    policies=some(policies),
    published=st.none()
    | st.builds(
        PublishedScore,
        subject=names,
        rubric=st.sampled_from(["maturity_2022", "another"]),
        points=st.dictionaries(
            st.sampled_from(["scope", "continuity", "evidence", "instruments", "odd"]),
            st.sampled_from(["0", "0.5", "0.75", "1", "2"]),
        ),
        total=st.sampled_from(["1.5", "7.5"]),
        collected=st.none() | st.builds(Period, days),
    ),
)
KEYS = ("a", "b", "c")
keys = st.sampled_from(KEYS)
unnamed = st.builds(Unnamed, names, some(st.just(Helix.ACADEMIA)), st.booleans())


@st.composite
def ecosystems(draw: st.DrawFn) -> Ecosystem:
    linkages = st.permutations(KEYS).flatmap(
        lambda order: st.builds(
            Linkage,
            first=st.just(order[0]),
            second=st.just(order[1]),
            kind=may_be_unknown(st.sampled_from(LinkageKind)),
        )
    )
    return Ecosystem(
        key="alpha_beta",
        name=draw(names),
        organizations=tuple(draw(organizations(key)) for key in KEYS),
        objectives=draw(
            may_be_unknown(st.just((StrategicObjective(key="one", title="One"),)))
        ),
        actions=draw(several(st.just(Action(key="x", title="X", serves=())))),
        participations=draw(
            several(
                st.builds(
                    Participation,
                    party=keys | unnamed,
                    role=may_be_unknown(st.sampled_from(ParticipationRole)),
                )
            )
        ),
        memberships=draw(several(st.builds(Membership, party=keys))),
        contributions=draw(several(st.builds(Contribution, party=keys | unnamed))),
        linkages=draw(several(linkages)),
        admission_rule=draw(may_be_unknown(st.sampled_from(AdmissionRule))),
    )


records = st.builds(
    BenchmarkRecord,
    organization=organizations(),
    interviewed_on=days,
    structure=st.sampled_from(["benchmark_36", "another"]),
    answers=st.dictionaries(
        st.sampled_from(["organization_age", "participants", "governance", "odd"]),
        st.integers(-1, 9) | st.just(Missing.UNKNOWN),
    ),
)
profiles = st.builds(
    ClusterProfile,
    organization=organizations(),
    management_staff=may_be_unknown(st.integers(0, 2)),
    committed_members=may_be_unknown(st.integers(0, 30)),
    member_types=several(names),
    english_website=may_be_unknown(st.booleans()),
    programme=may_be_unknown(names),
)
nouns = st.one_of(
    registers, policies, factsheets, ecosystems(), records, profiles, organizations()
)


PLACE = re.compile(r"\(\[\d+\][^)]*\)")


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """What is said, without the places that are named: these follow the order."""
    return sorted((each.code, PLACE.sub("", each.message)) for each in findings)


made = st.one_of(
    *map(
        strategy_for,
        (
            BenchmarkRecord,
            ClusterProfile,
            Ecosystem,
            Factsheet,
            Facts,
            LabelRegister,
            LabelScheme,
            Rubric,
        ),
    )
)
"""What `icluster.testing` makes: anything that the nouns allow."""


def asked(noun: object) -> Iterator[tuple[Any, rules.Rule]]:
    """Every part of a noun, with each rule that looks at it."""
    things = [placed.thing for placed in rules.walk([noun])]
    for thing in (*things, gather([noun])):
        for rule in rules.ALL:
            if isinstance(thing, rule.about):
                yield thing, rule


@modestly
@given(st.one_of(nouns, made), days)
def test_no_rule_crashes_on_what_a_noun_allows(noun: object, day: date) -> None:
    for thing, rule in asked(noun):
        for each in rule.look(thing, on=day, context=CONTEXT):
            assert isinstance(each, (Statement, Unchecked))


@settings(max_examples=30)
@given(made, st.dates())
def test_no_check_fails_and_every_report_can_be_read(noun: object, day: date) -> None:
    report = rules.check([noun, noun], on=day, context=CONTEXT)
    assert not report.of("RUL001")
    assert str(report)


@modestly
@given(st.lists(nouns, max_size=3), days)
def test_a_check_says_what_its_rules_say_and_says_it_again(
    subject: list[object], day: date
) -> None:
    first = rules.check(subject, on=day, context=CONTEXT)
    assert first == rules.check(subject, on=day, context=CONTEXT)
    assert str(first) == str(rules.check(tuple(subject), on=day, context=CONTEXT))
    assert not first.of("RUL001")
    for each in first.findings:
        assert each.message
        assert each.remedy


@modestly
@given(st.lists(nouns, max_size=3), st.randoms(use_true_random=False), days)
def test_the_order_of_nouns_changes_no_finding(
    subject: list[object], random: Any, day: date
) -> None:
    shuffled = list(subject)
    random.shuffle(shuffled)
    one, other = (
        rules.check(each, on=day, context=CONTEXT) for each in (subject, shuffled)
    )
    assert said(one.findings) == said(other.findings)
    assert one.not_checked == other.not_checked


@modestly
@given(policies, st.randoms(use_true_random=False), days)
def test_the_order_within_a_policy_changes_no_finding(
    policy: Policy, random: Any, day: date
) -> None:
    mixed: dict[str, Any] = {}
    for name in ("objectives", "evaluations", "monitoring", "financial"):
        value = getattr(policy, name)
        if not isinstance(value, Missing):
            items = list(value)
            random.shuffle(items)
            mixed[name] = tuple(items)
    # Lists are quoted in messages, in their order: what counts is what is found.
    findings = [
        sorted(each.code for each in rules.check(p, on=day, context=CONTEXT).findings)
        for p in (policy, evolve(policy, **mixed))
    ]
    assert findings[0] == findings[1]


@settings(max_examples=60)
@given(st.one_of(nouns, made), days)
def test_mending_what_a_finding_asks_for_removes_it(noun: object, day: date) -> None:
    for thing, rule in asked(noun):
        said = rule.look(thing, on=day, context=CONTEXT)
        if any(isinstance(each, Statement) for each in said):
            mended = MENDERS[rule.code](thing, day, CONTEXT)
            assert rule(mended, on=day, context=CONTEXT) == (), rule.code
