"""How a thing looks once somebody did what a finding asks for, rule by rule.

A mender takes the thing that a rule spoke of, the day and the context, and returns
it mended. Cases and laws both hold that the rule is then silent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import evolve, fields
from tests.unit.rules.casework import HERE

from icluster.benchmark_records import BenchmarkRecord
from icluster.conditions import AnyOf, Is
from icluster.contexts import Context
from icluster.dates import PartialDate, PartialPeriod, Period
from icluster.ecosystems import (
    Action,
    Contribution,
    Ecosystem,
    LinkageKind,
    Participation,
    ParticipationRole,
    Unnamed,
)
from icluster.facts import Facts
from icluster.labels import LabelAward, LabelRegister, ValidityConvention
from icluster.money import Money
from icluster.naming import find_regions, name_key, parse_name
from icluster.organizations import Organization, OrganizationKind
from icluster.policies import (
    Factsheet,
    Policy,
    PolicyFocus,
    PolicyLevel,
    PolicyType,
    PublishedScore,
    Subject,
)
from icluster.reference import eccp
from icluster.rubrics import Criterion, Level, Rubric
from icluster.rules import Gathered
from icluster.scales import Composition
from icluster.scoring import Slope, audit, read_facts, score
from icluster.sources import Source
from icluster.vocabularies import Missing, listed

Mender: TypeAlias = Callable[[Any, date, Context], Any]


# --- organizations ----------------------------------------------------------------


def _one_record_of(kind: type) -> Mender:
    """Keep one record and whatever is of another kind."""

    def mend(gathered: Gathered, on: date, context: Context) -> Gathered:
        first = gathered.of(kind)[:1]
        others = (each for each in gathered.items if not isinstance(each.thing, kind))
        return Gathered((*first, *others))

    return mend


def _one_key(gathered: Gathered, on: date, context: Context) -> Gathered:
    return Gathered(
        tuple(
            evolve(each, thing=evolve(each.thing, key="one"))
            if isinstance(each.thing, Organization)
            else each
            for each in gathered.items
        )
    )


def _region_named(body: Organization, on: date, context: Context) -> Organization:
    found = find_regions(body.name, subdivisions=context.subdivisions)
    return evolve(body, region=next(each for each in found))


def _form_named(body: Organization, on: date, context: Context) -> Organization:
    parsed = parse_name(body.name, legal_forms=context.legal_forms)
    return evolve(body, legal_form=parsed.legal_form or Missing.NOT_APPLICABLE)


# --- sources ----------------------------------------------------------------------


def _cited(noun: Any, on: date, context: Context) -> Any:
    if isinstance(noun, LabelRegister):
        awards = [_all_cited(each) for each in noun.awards]
        return evolve(noun, awards=awards, source=HERE.source)
    if isinstance(noun, Ecosystem):
        bodies = [evolve(o, citations={"name": HERE}) for o in noun.organizations]
        related = {
            name: tuple(map(_all_cited, listed(getattr(noun, name))))
            for name in (*_RELATIONS, "objectives", "actions", "beneficiaries")
        }
        known: Any = {name: value for name, value in related.items() if value}
        return evolve(noun, organizations=bodies, **known)
    return _all_cited(noun)


def _all_cited(noun: Any) -> Any:
    names = [each.name for each in fields(type(noun)) if each.init]
    return evolve(noun, citations={name: HERE for name in names if name != "citations"})


# --- rubrics ----------------------------------------------------------------------


def _without_holes(rubric: Rubric, on: date, context: Context) -> Rubric:
    return evolve(rubric, criteria=[_covering(each) for each in rubric.criteria])


def _covering(criterion: Criterion) -> Criterion:
    first, *others = criterion.levels
    of_levels = [each.condition for each in criterion.levels]
    covered = (*of_levels, *(each.condition for each in criterion.gaps))
    wider = evolve(first, condition=first.condition | ~AnyOf(covered))
    return evolve(criterion, levels=[wider, *others])


def _without_idle_levels(rubric: Rubric, on: date, context: Context) -> Rubric:
    idle = audit(rubric).unreachable_levels
    criteria = []
    for each in rubric.criteria:
        kept = [level for level in each.levels if (each.key, level.points) not in idle]
        # A gap may have had a level as candidate that is gone.
        gaps = each.gaps if len(kept) == len(each.levels) else ()
        criteria.append(evolve(each, levels=kept, gaps=gaps))
    return evolve(rubric, criteria=criteria)


def _with_uses(rubric: Rubric, on: date, context: Context) -> Rubric:
    idle = [e.fact for e in audit(rubric).effects if e.slope is Slope.NONE]
    more = [
        Criterion(
            key=f"more_{index}",
            title=name,
            levels=[Level(0, ~_first(rubric, name)), Level(1, _first(rubric, name))],
        )
        for index, name in enumerate(idle)
    ]
    return evolve(rubric, criteria=[*rubric.criteria, *more])


def _first(rubric: Rubric, name: str) -> Is:
    return Is(name, rubric.facts[name].domain[:1])


def _without_orphans(facts: Facts, on: date, context: Context) -> Facts:
    free = [e.name for e in facts.schema.facts if e.matters_where is None]
    return Facts.of(facts.schema, {name: frozenset(facts[name]) for name in free})


# --- policies ---------------------------------------------------------------------


def _with_budget(**changes: Any) -> Mender:
    return lambda p, _, __: evolve(p, budget=evolve(p.budget, **changes))


def _with_history(**changes: Any) -> Mender:
    return lambda p, _, __: evolve(p, history=evolve(p.history, **changes))


def _practised_from_the_start(policy: Policy, on: date, context: Context) -> Policy:
    history = policy.history
    return evolve(policy, history=evolve(history, practised_since=history.begins))


def _with_money(change: Callable[[Money], Money]) -> Mender:
    def changed(money: Any) -> Any:
        return change(money) if isinstance(money, Money) else money

    def mend(noun: Any, on: date, context: Context) -> Any:
        if isinstance(noun, Contribution):
            return evolve(noun, amount=changed(noun.amount))
        budget = noun.budget
        amounts = {
            "overall": changed(budget.overall),
            "annual": changed(budget.annual),
            "earmarks": [evolve(e, amount=changed(e.amount)) for e in budget.earmarks],
        }
        return evolve(noun, budget=evolve(budget, **amounts))

    return mend


def _in_pesos(money: Money) -> Money:
    return evolve(money, currency="MXN")


def _of_nothing(money: Money) -> Money:
    return evolve(money, amount=0)


def _typed_by_level(policy: Policy, on: date, context: Context) -> Policy:
    national = policy.level is PolicyLevel.NATIONAL
    kind = PolicyType.NATIONAL_CLUSTER if national else PolicyType.REGIONAL_CLUSTER
    return evolve(policy, type=kind)


def _evaluated_elsewhere(policy: Policy, on: date, context: Context) -> Policy:
    past = [evolve(e, subject=Subject.PAST_POLICY) for e in listed(policy.evaluations)]
    return evolve(policy, evaluations=tuple(dict.fromkeys(past)))


def _without_dashes(policy: Policy, on: date, context: Context) -> Policy:
    none = ("-", "–", "no data available")
    kept = [
        each
        for each in policy.citations
        if each.citation.excerpt.strip().casefold() not in none
    ]
    return evolve(policy, citations=kept)


# --- factsheets and published scores ----------------------------------------------


def _each_policy(change: Callable[[Policy, Factsheet], Policy]) -> Mender:
    return lambda f, _, __: evolve(f, policies=[change(p, f) for p in f.policies])


def _each_once(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    kept = {(p.level, p.country, p.region, name_key(p.name)): p for p in sheet.policies}
    return evolve(sheet, policies=list(kept.values()))


def _read_one_way(policy: Policy, sheet: Factsheet) -> Policy:
    """Record what leaves no question open."""
    return evolve(
        _of_the_country(policy, sheet),
        type=PolicyType.BROAD,
        industrial=False,
        financial=(),
        technical=(),
        evaluations=(),
        monitoring=(),
    )


def _of_the_country(policy: Policy, sheet: Factsheet) -> Policy:
    return evolve(policy, country=sheet.country, region=None, level=_NATIONAL)


def _as_derived(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    """Publish what the facts give, by the edition of the rubric."""
    published: Any = sheet.published
    facts = read_facts(
        [p for p in sheet.policies if p.country == sheet.country],
        on=published.collected.last_day,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
    )
    found = score(eccp.MATURITY_2022, facts).criteria
    points = [(each.criterion.key, each.candidates[0]) for each in found]
    return evolve(sheet, published=evolve(published, points=points))


def _with_another_policy(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    more = Policy(
        name="Another plan",
        type=PolicyType.BROAD,
        level=_NATIONAL,
        country=sheet.country,
    )
    return evolve(sheet, policies=[*sheet.policies, more])


def _collected_on_one_day(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    published: Any = sheet.published
    last = published.collected.last_day
    return evolve(sheet, published=evolve(published, collected=Period(last, last)))


def _added_up(published: PublishedScore, on: date, context: Context) -> PublishedScore:
    known = [points for key, points in published.points if key in _CRITERIA]
    return evolve(published, total=sum(known, Decimal(0)))


def _on_scale(published: PublishedScore, on: date, context: Context) -> PublishedScore:
    points = [(key, Decimal("0.5")) for key, _ in published.points if key in _CRITERIA]
    return evolve(published, points=points)


# --- labels -----------------------------------------------------------------------


def _each_award(change: Callable[[LabelAward], LabelAward]) -> Mender:
    return lambda r, _, __: evolve(r, awards=[change(a) for a in r.awards])


def _with_later_labels(
    register: LabelRegister, on: date, context: Context
) -> LabelRegister:
    later = [
        LabelAward(holder=a.holder, tier=a.tier, valid_until=date.max)
        for a in register.awards
    ]
    return evolve(register, awards=[*register.awards, *later])


def _to_the_end_of_the_month(award: LabelAward) -> LabelAward:
    end = ValidityConvention.END_OF_MONTH.end(award.valid_until, months=0)
    return evolve(award, valid_until=end)


def _labels_once(register: LabelRegister, on: date, context: Context) -> LabelRegister:
    kept = {
        (a.holder.key or a.holder.name, a.tier, a.valid_until): a
        for a in register.awards
    }
    return evolve(register, awards=list(kept.values()))


def _held_by(**changes: Any) -> Mender:
    return lambda a, _, __: evolve(a, holder=evolve(a.holder, **changes))


# --- ecosystems -------------------------------------------------------------------

_RELATIONS = (
    "participations",
    "memberships",
    "contributions",
    "linkages",
    "working_groups",
)


def _with_more(ecosystem: Ecosystem, name: str, more: list[Any]) -> Any:
    return (*listed(getattr(ecosystem, name)), *more)


def _taking_part(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    more = [
        Participation(party=each.party, period=each.period)
        for each in listed(ecosystem.contributions)
    ]
    changed = _with_more(ecosystem, "participations", more)
    return evolve(ecosystem, participations=changed)


def _related(period: PartialPeriod) -> Mender:
    def mend(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
        changes = {
            name: tuple(evolve(each, period=period) for each in listed(value))
            for name in _RELATIONS
            if not isinstance(value := getattr(ecosystem, name), Missing)
        }
        return evolve(ecosystem, **changes)  # type: ignore[arg-type]

    return mend


def _each_body(**changes: Any) -> Mender:
    return lambda e, _, __: evolve(
        e, organizations=[evolve(body, **changes) for body in e.organizations]
    )


def _serving(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    served = tuple(each.key for each in listed(ecosystem.objectives))
    return evolve(ecosystem, actions=(Action(key="x", title="X", serves=served),))


def _named_in_a_role(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    def clear(each: Participation) -> Participation:
        party = "named" if isinstance(each.party, Unnamed) else each.party
        return evolve(each, role=ParticipationRole.EXPERT_GROUP, party=party)

    return evolve(
        ecosystem,
        organizations=(*ecosystem.organizations, Organization(key="named", name="N")),
        participations=tuple(map(clear, listed(ecosystem.participations))),
    )


def _without_amounts(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    unknown = [
        evolve(each, amount=Missing.UNKNOWN) for each in listed(ecosystem.contributions)
    ]
    return evolve(ecosystem, contributions=tuple(unknown))


def _without_parts(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    others = [
        each
        for each in listed(ecosystem.linkages)
        if each.kind is not LinkageKind.PART_OF
    ]
    return evolve(ecosystem, linkages=tuple(others))


# --- indicators -------------------------------------------------------------------


def _without_answers(*keys: str) -> Mender:
    return lambda r, _, __: evolve(
        r, answers=[each for each in r.answers if each.indicator not in keys]
    )


def _without_any_answer(
    record: BenchmarkRecord, on: date, context: Context
) -> BenchmarkRecord:
    return evolve(record, answers=())


def _paid_by_fees(
    record: BenchmarkRecord, on: date, context: Context
) -> BenchmarkRecord:
    paid = Composition({"participant_fees": 1})
    return evolve(
        record,
        answers=[
            evolve(each, value=paid) if each.indicator == "funding_origin" else each
            for each in record.answers
        ],
    )


def _asked_in_time(
    record: BenchmarkRecord, on: date, context: Context
) -> BenchmarkRecord:
    body = evolve(
        record.organization, founded=Missing.UNKNOWN, dissolved=Missing.UNKNOWN
    )
    return evolve(
        record,
        interviewed_on=min(on, record.interviewed_on),
        organization=body,
        answers=[evolve(each, answered_on=None) for each in record.answers],
    )


_NATIONAL = PolicyLevel.NATIONAL
_CRITERIA = tuple(each.key for each in eccp.MATURITY_2022.criteria)

MENDERS: Final[Mapping[str, Mender]] = MappingProxyType(
    {
        "BUD001": _with_budget(annual=Money(amount=10**9, currency="MXN")),
        "BUD002": _with_budget(funding=("The budget of the ministry",)),
        "BUD003": _with_money(_in_pesos),
        "BUD004": _with_money(_of_nothing),
        "ECO001": _taking_part,
        "ECO002": _related(PartialPeriod(ends=PartialDate(1900))),
        "ECO003": _each_body(dissolved=Missing.NOT_APPLICABLE),
        "ECO004": _related(PartialPeriod()),
        "ECO005": _serving,
        "ECO006": _named_in_a_role,
        "ECO007": _without_amounts,
        "ECO008": _without_parts,
        "ECO009": _each_body(other_names=(), acronym=Missing.UNKNOWN),
        "IND001": _without_any_answer,
        "IND002": _without_answers("participants"),
        "IND003": _without_answers("participants_per_fte", "private_share"),
        "IND004": _without_answers("organization_age"),
        "IND005": _paid_by_fees,
        "IND006": _asked_in_time,
        "LAB001": _with_later_labels,
        "LAB002": _with_later_labels,
        "LAB003": _each_award(_to_the_end_of_the_month),
        "LAB004": _each_award(lambda a: evolve(a, grant=Missing.UNKNOWN)),
        "LAB005": _each_award(lambda a: evolve(a, grant=Missing.UNKNOWN)),
        "LAB006": _labels_once,
        "LAB007": lambda a, _, __: evolve(a, portfolio=Missing.UNKNOWN),
        "LAB008": lambda r, _, __: evolve(r, snapshot=None),
        "LAB009": lambda r, _, __: evolve(r, snapshot=date(2040, 1, 1)),
        "LAB010": _held_by(founded=Missing.UNKNOWN, dissolved=Missing.UNKNOWN),
        "LAB011": _held_by(kind=OrganizationKind.CLUSTER_ORGANIZATION),
        "LAB012": _each_award(lambda a: evolve(a, grant=Missing.UNKNOWN)),
        "ORG001": _one_record_of(Organization),
        "ORG002": _one_key,
        "ORG003": lambda o, _, __: evolve(o, acronym=parse_name(o.name).acronym),
        "ORG004": _form_named,
        "ORG005": _region_named,
        "ORG006": lambda o, _, __: evolve(
            o, kind=OrganizationKind.CLUSTER_ORGANIZATION
        ),
        "ORG007": _one_record_of(Organization),
        "POL001": _typed_by_level,
        "POL002": _with_history(ends=Missing.UNKNOWN),
        "POL003": lambda p, _, __: evolve(p, name="Plan"),
        "POL004": _practised_from_the_start,
        "POL005": _with_history(begins=Missing.UNKNOWN, ends=Missing.UNKNOWN),
        "POL006": lambda p, _, __: evolve(p, focus=PolicyFocus.CROSS_SECTORAL),
        "POL007": _evaluated_elsewhere,
        "POL008": _without_dashes,
        "POL009": _each_once,
        "POL010": _each_policy(lambda p, _: evolve(p, authorities=Missing.UNKNOWN)),
        "PRO001": lambda p, _, __: evolve(
            p,
            management_staff=5,
            committed_members=15,
            member_types=("SME", "university"),
            english_website=True,
        ),
        "PUB001": _added_up,
        "PUB002": _on_scale,
        "PUB003": _as_derived,
        "PUB004": _each_policy(_read_one_way),
        "PUB005": _each_policy(_read_one_way),
        "PUB006": _each_policy(_of_the_country),
        "PUB007": _with_another_policy,
        "PUB008": _collected_on_one_day,
        "RUB001": _without_holes,
        "RUB002": _without_idle_levels,
        "RUB003": _with_uses,
        "RUB004": _without_orphans,
        "SRC001": _cited,
        "SRC002": lambda c, _, __: evolve(c, excerpt=""),
        "SRC003": lambda s, _, __: evolve(s, read_on=s.published.first_day),
        "SRC004": lambda s, on, _: evolve(s, url="https://a.example", read_on=on),
        "SRC005": _one_record_of(Source),
        "SRC006": _one_record_of(Source),
    }
)
