"""Laws of the rules: they take whatever nouns allow, and order tells them nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from itertools import permutations, product, starmap
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies import in_one, picked, several
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

# Drawing takes most of the time: what hangs on nothing is drawn together.
FIRST, LAST = date(2009, 1, 1).toordinal(), date(2032, 12, 31).toordinal()
DAYS = tuple(map(date.fromordinal, range(FIRST, LAST + 1)))
YEARS = range(2010, 2031)
days = picked(DAYS)
years = st.sampled_from(YEARS)
# As many years as days.
partial_dates = picked(
    [*map(PartialDate.of, DAYS), *map(PartialDate, [*YEARS] * (len(DAYS) // 21))]
)
may_be_unknown = partial(st.one_of, st.just(UNKNOWN))
NAMES = ("Cluster A", "CLÚSTER A, A.C.", "AB - Alpha Beta", "Alpha Beta", "@@")
# All short words of a few letters and signs, and what can be made of three parts.
WORDS = {
    "".join(letters)
    for size in (1, 2, 3)
    for letters in product("aÁ-. (B)", repeat=size)
}
PARTS = {
    " ".join(few) for few in product(("a", "Á.", "B", "(B)", "-", "a.B.,"), repeat=3)
}
names = picked([*NAMES * 120, *sorted(filter(str.strip, WORDS | PARTS))])


def some(thing: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(thing, max_size=3, unique=True).map(tuple)


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
TRAITS = in_one(
    (UNKNOWN, "AB", "ab", "C"),
    (UNKNOWN, *OrganizationKind, Other("cluster"), Other("body")),
    (UNKNOWN, *(helix for helix in Helix if helix.is_sector)),
    (UNKNOWN, LegalForm("ac", "A.C.")),
    (UNKNOWN, Region("MX-NLE")),
    ((), (Identifier("lei", "1"),)),
    ((False, True), (True, True), (True, False)),
)
OTHER_NAMES = some(st.builds(Name, names))


@st.composite
def organizations(draw: st.DrawFn, key: str | None = None) -> Organization:
    acronym, kind, helix, legal_form, region, identifiers, dated = draw(TRAITS)
    is_dated, is_start = dated
    day = draw(partial_dates) if is_dated else UNKNOWN
    return Organization(
        key=key,
        name=draw(names),
        other_names=draw(OTHER_NAMES),
        acronym=acronym,
        kind=kind,
        helix=helix,
        legal_form=legal_form,
        country=Country("MX"),
        region=region,
        identifiers=identifiers,
        founded=day if is_start else UNKNOWN,
        dissolved=UNKNOWN if is_start else day,
    )


# Of an award: tier, portfolio, grant, how many days before its end it was awarded.
AWARDED = in_one(
    LabelTier,
    (UNKNOWN, *esca.PORTFOLIOS.portfolios[:3]),
    (UNKNOWN, *Grant),
    (None, None, 0, 1, 200, 365, 700, *range(729, 733), *range(1094, 1098), 3000),
)
HOLDER_CITED = st.dictionaries(st.just("holder"), citations, max_size=1)


@st.composite
def awards(draw: st.DrawFn) -> LabelAward:
    tier, portfolio, grant, before = draw(AWARDED)
    end = draw(days)
    start = None if before is None else end - timedelta(days=before)
    return LabelAward(
        holder=draw(organizations()),
        tier=tier,
        portfolio=portfolio,
        valid_until=end,
        awarded=UNKNOWN if start is None else PartialDate.of(start),
        grant=grant,
        citations=draw(HOLDER_CITED),
    )


registers = st.builds(
    LabelRegister,
    awards=st.lists(awards(), max_size=5),
    editions=st.just([esca.END_OF_MONTH]),
    snapshot=st.none() | days,
)
moneys = picked(
    [
        Money(amount=amount, currency=currency, year=year)
        for amount in range(10)
        for currency in (UNKNOWN, "MXN", "EUR")
        for year in (UNKNOWN, *YEARS)
    ]
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
ROLES = st.sampled_from(several(AuthorityRole)[1:])
EVALUATIONS = several(starmap(Evaluation, product(EvaluationStage, Subject)))
INSTRUMENTS = several(starmap(Instrument, product(FinancialInstrument, Status)))
policies = st.builds(
    Policy,
    name=names | st.sampled_from(["Plan 2014-2020", "One 2014-2020; two 2015-2030"]),
    type=st.sampled_from([*PolicyType, Other("law")]),
    level=st.just(PolicyLevel.NATIONAL),
    country=st.sampled_from([Country("MX"), Country("XX")]),
    industrial=st.sampled_from((UNKNOWN, False, True)),
    objectives=picked(several(Objective)),
    focus=st.sampled_from((UNKNOWN, *PolicyFocus)),
    sectors=may_be_unknown(some(names)),
    authorities=may_be_unknown(some(st.builds(Authority, names, ROLES))),
    beneficiaries=picked(several(Beneficiary)),
    financial=picked(INSTRUMENTS),
    history=histories,
    budget=st.builds(
        Budget,
        overall=may_be_unknown(moneys),
        annual=may_be_unknown(moneys),
        funding=may_be_unknown(some(names)),
        allocations=some(st.builds(Allocation, amount=moneys, purpose=names)),
    ),
    evaluations=picked(EVALUATIONS),
    monitoring=st.sampled_from(several(map(Monitoring, Subject))),
    eu_priorities=picked(several(EuPriority)),
    citations=st.dictionaries(
        st.sampled_from(["name", "financial", "budget.funding"]), citations, max_size=2
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
UNNAMED: list[Any] = [
    Unnamed(name, helices, several=is_several)
    for name in NAMES
    for helices in ((), (Helix.ACADEMIA,))
    for is_several in (False, True)
]
ROWS = in_one(
    (UNKNOWN, (StrategicObjective(key="one", title="One"),)),
    several([Action(key="x", title="X", serves=())]),
    several(Membership(party=key) for key in KEYS),
    (UNKNOWN, *AdmissionRule),
)
PARTICIPATIONS = picked(
    several(
        Participation(party=party, role=role)
        for party in (*KEYS, *UNNAMED[::6])
        for role in (UNKNOWN, *ParticipationRole)
    )
)
CONTRIBUTIONS = picked(
    several(Contribution(party=party) for party in (*KEYS, *UNNAMED[::4]))
)
LINKAGES = picked(
    several(
        Linkage(first=first, second=second, kind=kind)
        for first, second in permutations(KEYS, 2)
        for kind in (UNKNOWN, *LinkageKind)
    )
)
BODIES = st.tuples(*map(organizations, KEYS))


@st.composite
def ecosystems(draw: st.DrawFn) -> Ecosystem:
    objectives, actions, memberships, rule = draw(ROWS)
    return Ecosystem(
        key="alpha_beta",
        name=draw(names),
        organizations=draw(BODIES),
        objectives=objectives,
        actions=actions,
        participations=draw(PARTICIPATIONS),
        memberships=memberships,
        contributions=draw(CONTRIBUTIONS),
        linkages=draw(LINKAGES),
        admission_rule=rule,
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
    member_types=may_be_unknown(some(names)),
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
