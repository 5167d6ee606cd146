"""Cases of the rules about policies and their money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import HERE, SOURCE, THERE, Case, Mender, each_policy

from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.ecosystems import (
    Contribution,
)
from icluster.money import Money
from icluster.naming import name_key
from icluster.policies import (
    Allocation,
    Authority,
    AuthorityRole,
    Beneficiary,
    Budget,
    Evaluation,
    EvaluationStage,
    Expectation,
    Factsheet,
    FinancialInstrument,
    History,
    Instrument,
    Objective,
    PeriodKind,
    Policy,
    PolicyFocus,
    PolicyLevel,
    PolicyMeasure,
    PolicyType,
    Status,
    Subject,
)
from icluster.regions import Country, Region
from icluster.rules import budgets, policies
from icluster.vocabularies import Missing, Other, Unknown, listed

CLUSTER = Beneficiary.CLUSTER_ORGANISATIONS
EX_POST = EvaluationStage.EX_POST
FUNDS = Authority("Ministry", (AuthorityRole.FUNDING,))
DRAFTS = Authority("Office", (AuthorityRole.DRAFTING_AND_IMPLEMENTATION,))
ANNOUNCED = Status.ANNOUNCED
CREATION = [Objective.CLUSTER_CREATION]
VOUCHER = FinancialInstrument.INNOVATION


def plan(name: str = "Plan", **changes: Any) -> Policy:
    given: dict[str, Any] = {
        "type": PolicyType.BROAD,
        "level": PolicyLevel.NATIONAL,
        "country": Country("MX"),
        **changes,
    }
    return Policy(name=name, **given)


def regional(kind: PolicyType) -> Policy:
    return plan(type=kind, level=PolicyLevel.REGIONAL, region=Region("MX-NLE"))


def lasting(name: str = "Plan", **changes: Any) -> Policy:
    return plan(name, history=History(**changes))


IN_2022 = evolve(SOURCE, published=PartialDate(2022)).at("page 1")


def run_by(*names: str) -> Policy:
    return plan(names[0], authorities=tuple(map(Authority, names)))


def serving(objectives: Any, **changes: Any) -> Policy:
    """Make a plan of which is known whom it serves, and by what."""
    lists: dict[str, Any] = {
        "beneficiaries": [Beneficiary.SMES],
        "financial": [],
        "technical": [],
    }
    return plan(objectives=objectives, **{**lists, **changes})


def row_of(*authorities: Authority) -> Policy:
    """Make a plan with a row of authorities to all of whom funding is given."""
    return plan(authorities=authorities, authority_roles=[AuthorityRole.FUNDING])


def cited(excerpt: str) -> Authority:
    return evolve(FUNDS, citations={"roles": SOURCE.at("row", excerpt)})


def sheet(*given: Policy) -> Factsheet:
    return Factsheet(country=Country("MX"), year=2022, policies=given)


def paying(**changes: Any) -> Policy:
    return plan(budget=Budget(**changes))


def mxn(amount: int, year: int | Unknown = Missing.UNKNOWN) -> Money:
    return Money(amount=amount, currency="MXN", year=year)


def allocation(
    year: int | Unknown, currency: str | Unknown = Missing.UNKNOWN
) -> Allocation:
    amount = Money(amount=5, currency=currency, year=year)
    return Allocation(amount=amount, purpose="cluster")


OF_THE_NATION = Authority("Ministry", area=Country("MX"))
OF_A_STATE = Authority("Ministry", area=Region("MX-NLE"))
UNTIL_THE_DAY_BEFORE = History(ends=PartialDate(2022, 9, 29))
FROM_2015: dict[str, Any] = {"begins": PartialDate(2015), "ends": PartialDate(2030)}

CASES = (
    Case(
        policies.type_against_level,
        "a regional cluster policy of a region",
        regional(PolicyType.REGIONAL_CLUSTER),
    ),
    Case(
        policies.type_against_level,
        "a broad policy of a region",
        regional(PolicyType.BROAD),
    ),
    Case(policies.type_against_level, "a type in words", plan(type=Other("law"))),
    Case(
        policies.type_against_level,
        "a national cluster policy of a region",
        regional(PolicyType.NATIONAL_CLUSTER),
        ("type: Plan: National cluster policy at the level Regional",),
    ),
    Case(
        policies.type_against_level,
        "a regional cluster policy of the nation",
        plan(type=PolicyType.REGIONAL_CLUSTER),
        ("type: Plan: Regional cluster policy at the level National",),
    ),
    Case(policies.period_against_end, "nothing is known", plan()),
    Case(
        policies.period_against_end,
        "limited, with an end",
        lasting(kind=PeriodKind.LIMITED, ends=PartialDate(2030)),
    ),
    Case(
        policies.period_against_end,
        "unlimited, and an end does not apply",
        lasting(kind=PeriodKind.UNLIMITED, ends=Missing.NOT_APPLICABLE),
    ),
    Case(
        policies.period_against_end,
        "limited, and nobody knows until when",
        lasting(kind=PeriodKind.LIMITED),
    ),
    Case(
        policies.period_against_end,
        "unlimited, and nobody knows whether it ended",
        lasting(kind=PeriodKind.UNLIMITED),
    ),
    Case(
        policies.period_against_end,
        "an end does not apply, and nobody knows the kind of the period",
        lasting(ends=Missing.NOT_APPLICABLE),
    ),
    Case(
        policies.period_against_end,
        "limited, and an end does not apply",
        lasting(kind=PeriodKind.LIMITED, ends=Missing.NOT_APPLICABLE),
        ("history.ends: Plan: Limited period, but no end is set",),
    ),
    Case(
        policies.period_against_end,
        "unlimited, with an end",
        lasting(kind=PeriodKind.UNLIMITED, ends=PartialDate(2030)),
        ("history.ends: Plan: Unlimited period, but its end is 2030",),
    ),
    Case(policies.name_years_differ, "no years in the name", lasting(**FROM_2015)),
    Case(
        policies.name_years_differ,
        "the same years",
        lasting("Plan 2015-2030", **FROM_2015),
    ),
    Case(
        policies.name_years_differ,
        "the history is not known",
        plan("Plan 2014-2020"),
    ),
    Case(
        policies.name_years_differ,
        "two plans in one name",
        lasting("Strategy 2014-2020; Plan 2015–2030", **FROM_2015),
        ("name: the name says 2014 to 2020, recorded is 2015 to 2030",),
    ),
    Case(
        policies.name_years_differ,
        "the end differs by a year",
        lasting("Plan 2015-2031", **FROM_2015),
        ("name: the name says 2015 to 2031, recorded is 2015 to 2030",),
    ),
    Case(
        policies.name_years_differ,
        "numbers that are no years from 1900 to 2099",
        lasting(
            "Decree 1000-2000, 5512-3456, 1899-2000, 1900-2100, 12014-20201",
            **FROM_2015,
        ),
    ),
    Case(
        policies.name_years_differ,
        "years that do not rise, and parts of a date or of a longer number",
        lasting(
            "Plan 2020-2014, 2014-2014, 1-2014-2020, 2014-2020-01, 2014-2020b",
            **FROM_2015,
        ),
    ),
    Case(
        policies.name_years_differ,
        "the first and the last year that are taken for years",
        lasting("Plan (1900-2099)", begins=PartialDate(2015)),
        ("name: the name says 1900 to 2099, recorded is 2015 to unknown",),
    ),
    Case(
        policies.name_years_differ,
        "only the end is known, and it differs",
        lasting("Plan 2014 – 2020", ends=PartialDate(2021, 6, 30)),
        ("name: the name says 2014 to 2020, recorded is unknown to 2021-06-30",),
    ),
    Case(
        policies.name_years_differ,
        "no end is set",
        lasting(
            "Plan 2015-2020", begins=PartialDate(2015), ends=Missing.NOT_APPLICABLE
        ),
        ("name: the name says 2015 to 2020, recorded is 2015 to open",),
    ),
    Case(
        policies.practice_against_start,
        "no practice is documented",
        lasting(begins=PartialDate(2015)),
    ),
    Case(
        policies.practice_against_start,
        "a day within the stated year",
        lasting(begins=PartialDate(2015), practised_since=PartialDate(2015, 4, 1)),
    ),
    Case(
        policies.practice_against_start,
        "a stated day within the year of the practice",
        lasting(begins=PartialDate(2015, 4, 1), practised_since=PartialDate(2015)),
    ),
    Case(
        policies.practice_against_start,
        "the very day",
        lasting(
            begins=PartialDate(2015, 4, 1), practised_since=PartialDate(2015, 4, 1)
        ),
    ),
    Case(
        policies.practice_against_start,
        "the last day before the stated month",
        lasting(begins=PartialDate(2015, 4), practised_since=PartialDate(2015, 3, 31)),
        (
            "history.practised_since: "
            "the stated start is 2015-04, the practice goes back to 2015-03-31",
        ),
    ),
    Case(
        policies.practice_against_start,
        "a year apart",
        lasting(begins=PartialDate(2015), practised_since=PartialDate(2014)),
        (
            "history.practised_since: "
            "the stated start is 2015, the practice goes back to 2014",
        ),
    ),
    Case(policies.not_in_force, "nothing is known", plan()),
    Case(
        policies.not_in_force,
        "on its last day",
        lasting(**FROM_2015),
        on=date(2030, 12, 31),
    ),
    Case(
        policies.not_in_force,
        "on the first day of its year",
        lasting(**FROM_2015),
        on=date(2015, 1, 1),
    ),
    Case(
        policies.not_in_force,
        "the day after",
        lasting(**FROM_2015),
        ("history.ends: Plan ended in 2030",),
        on=date(2031, 1, 1),
    ),
    Case(
        policies.not_in_force,
        "the day before",
        lasting(**FROM_2015),
        ("history.begins: Plan begins in 2015 only",),
        on=date(2014, 12, 31),
    ),
    Case(
        policies.not_in_force,
        "it ended on a day",
        lasting(ends=PartialDate(2015, 6, 30)),
        ("history.ends: Plan ended on 2015-06-30",),
    ),
    Case(
        policies.not_in_force,
        "it begins on a day",
        lasting(begins=PartialDate(2022, 10, 1)),
        ("history.begins: Plan begins on 2022-10-01 only",),
    ),
    Case(
        policies.not_in_force,
        "it begins in a month",
        lasting(begins=PartialDate(2022, 10)),
        ("history.begins: Plan begins in 2022-10 only",),
    ),
    Case(
        policies.sectors_against_focus,
        "sectors are not known",
        plan(focus=PolicyFocus.SECTORAL),
    ),
    Case(
        policies.sectors_against_focus,
        "cross-sectoral may name some",
        plan(focus=PolicyFocus.CROSS_SECTORAL, sectors=("cars",)),
    ),
    Case(
        policies.sectors_against_focus,
        "no focus and no sectors",
        plan(focus=PolicyFocus.NO_SPECIFIC_FOCUS, sectors=()),
    ),
    Case(
        policies.sectors_against_focus,
        "no focus and one sector",
        plan(focus=PolicyFocus.NO_SPECIFIC_FOCUS, sectors=("cars",)),
        ('focus: "No specific focus", but sectors are named: cars',),
    ),
    Case(
        policies.sectors_against_focus,
        "sectoral without sectors",
        plan(focus=PolicyFocus.SECTORAL, sectors=()),
        ('focus: "sectoral", but no sector is named',),
    ),
    Case(
        policies.ex_post_while_running,
        "evaluations are not known",
        lasting(**FROM_2015),
    ),
    Case(
        policies.ex_post_while_running,
        "on the last day of its last year it may have ended",
        plan(evaluations=(Evaluation(EX_POST),), history=History(**FROM_2015)),
        on=date(2030, 12, 31),
    ),
    Case(
        policies.ex_post_while_running,
        "of a past policy",
        plan(
            evaluations=(Evaluation(EX_POST, Subject.PAST_POLICY),),
            history=History(**FROM_2015),
        ),
    ),
    Case(
        policies.ex_post_while_running,
        "of this policy, while it runs",
        plan(evaluations=(Evaluation(EX_POST),), history=History(**FROM_2015)),
        ("evaluations[0].stage: Plan is evaluated ex-post, but it goes on until 2030",),
    ),
    Case(
        policies.ex_post_while_running,
        "the day after its last day, known to the day",
        plan(evaluations=(Evaluation(EX_POST),), history=UNTIL_THE_DAY_BEFORE),
    ),
    Case(
        policies.ex_post_while_running,
        "on its last day, known to the day",
        plan(evaluations=(Evaluation(EX_POST),), history=UNTIL_THE_DAY_BEFORE),
        (
            "evaluations[0].stage: "
            "Plan is evaluated ex-post, but it goes on until 2022-09-29",
        ),
        on=date(2022, 9, 29),
    ),
    Case(
        policies.ex_post_while_running,
        "of this policy, which is to have no end",
        plan(
            evaluations=(Evaluation(EX_POST),),
            history=History(ends=Missing.NOT_APPLICABLE),
        ),
        ("evaluations[0].stage: Plan is evaluated ex-post, but no end is set",),
    ),
    Case(
        policies.printed_as_none,
        "nothing is recorded either",
        plan(
            citations={
                "history.ends": SOURCE.at("row", "-"),
                "budget.annual": SOURCE.at("row", "No data available"),
                "financial": SOURCE.at("row", "-"),
                "region": SOURCE.at("row", "-"),
                "history": SOURCE.at("rows", "-"),
                "budget": SOURCE.at("rows", "No data available"),
            },
            history=History(ends=Missing.NOT_APPLICABLE),
            budget=Budget(funding=()),
            financial=(),
        ),
    ),
    Case(
        policies.printed_as_none,
        "a part of the history, and a part of the budget, is recorded",
        plan(
            citations={
                "history": SOURCE.at("rows", "–"),
                "history.ends": SOURCE.at("row", "–"),
                "budget": SOURCE.at("rows", "NO DATA available"),
            },
            history=History(ends=PartialDate(2030)),
            budget=Budget(annual=mxn(0)),
        ),
        (
            'history: the source prints "–", but a value is recorded',
            'history.ends: the source prints "–", but a value is recorded',
            'budget: the source prints "NO DATA available", but a value is recorded',
        ),
    ),
    Case(
        policies.printed_as_none, "a phrase is printed", plan(citations={"name": HERE})
    ),
    Case(
        policies.printed_as_none,
        "a value is recorded",
        plan(
            financial=(Instrument(VOUCHER),),
            citations={"financial": (SOURCE.at("row", "-"), THERE)},
        ),
        ('financial: the source prints "-", but a value is recorded',),
    ),
    Case(policies.policy_twice, "no policy", sheet()),
    Case(policies.policy_twice, "names without a letter", sheet(plan("@"), plan("@"))),
    Case(
        policies.policy_twice,
        "other names, levels, regions and countries",
        sheet(
            plan("Plan"),
            plan("Plan for clusters"),
            plan("Plan", country=Country("XX")),
            plan("Plan", level=PolicyLevel.REGIONAL, region=Region("MX-NLE")),
            plan("Plan", level=PolicyLevel.REGIONAL, region=Region("MX-JAL")),
        ),
    ),
    Case(
        policies.policy_twice,
        "one begins in the year in which the other ends",
        sheet(
            lasting(begins=PartialDate(2010), ends=PartialDate(2015)),
            lasting(begins=PartialDate(2015), ends=PartialDate(2020)),
        ),
    ),
    Case(
        policies.policy_twice,
        "one begins on the day on which the other ends",
        sheet(
            lasting(begins=PartialDate(2015, 6, 30), ends=Missing.NOT_APPLICABLE),
            lasting(begins=PartialDate(2010), ends=PartialDate(2015, 6, 30)),
        ),
    ),
    Case(
        policies.policy_twice,
        "nobody knows whether they overlap",
        sheet(
            plan(),
            lasting(begins=PartialDate(2010)),
            lasting(begins=PartialDate(2012)),
            lasting(ends=PartialDate(2030)),
        ),
    ),
    Case(
        policies.policy_twice,
        "of one name, and no more is known",
        sheet(plan("Plan"), plan("PLAN."), plan("Another")),
        ("policies[0]: 2 records of one name and one time: PLAN., Plan",),
    ),
    Case(
        policies.policy_twice,
        "one begins the day before the other ends",
        sheet(
            plan("Another"),
            lasting(begins=PartialDate(2015, 6, 29), ends=Missing.NOT_APPLICABLE),
            lasting(begins=PartialDate(2010), ends=PartialDate(2015, 6, 30)),
        ),
        ("policies[1]: 2 records of one name and one time: Plan, Plan",),
    ),
    Case(
        policies.policy_twice,
        "two within a third, and one after all of them",
        sheet(
            lasting(begins=PartialDate(2030), ends=PartialDate(2040)),
            lasting(begins=PartialDate(2010), ends=PartialDate(2030)),
            lasting(begins=PartialDate(2011), ends=PartialDate(2013)),
            lasting(begins=PartialDate(2014), ends=PartialDate(2016)),
        ),
        ("policies[1]: 3 records of one name and one time: Plan, Plan, Plan",),
    ),
    Case(
        policies.policy_twice,
        "one of a day within the other",
        sheet(
            lasting(begins=PartialDate(2010), ends=PartialDate(2030)),
            lasting(begins=PartialDate(2015, 6, 30), ends=PartialDate(2015, 6, 30)),
        ),
        ("policies[0]: 2 records of one name and one time: Plan, Plan",),
    ),
    Case(policies.authority_ambiguous, "nobody is known", sheet(plan())),
    Case(
        policies.authority_ambiguous,
        "one name everywhere",
        sheet(run_by("Ministry (Jalisco)"), run_by("MINISTRY (Jalisco)")),
    ),
    Case(
        policies.authority_ambiguous,
        "told apart in brackets",
        sheet(run_by("Ministry (Jalisco)"), run_by("Ministry (Sonora)", "Office")),
    ),
    Case(
        policies.authority_ambiguous,
        "names in brackets alone",
        sheet(run_by("(Jalisco)", "(Sonora)", "@")),
    ),
    Case(
        policies.authority_ambiguous,
        "a ministry of the nation and one of nobody knows what",
        sheet(
            run_by("Office", "Ministry of Economy"),
            run_by("Ministry of Economy (national government)"),
        ),
        (
            "policies[0].authorities[1]: Ministry of Economy, "
            "Ministry of Economy (national government): one body, or two?",
        ),
    ),
    Case(
        policies.authority_ambiguous,
        "a ministry of a state and one of nobody knows what",
        sheet(
            run_by("Office", "Ministry of Economy"),
            run_by("Ministry of Economy (Jalisco)"),
        ),
        (
            "policies[0].authorities[1]: Ministry of Economy, "
            "Ministry of Economy (Jalisco): one body, or two?",
        ),
    ),
    Case(policies.expectation_overdue, "nothing is expected", plan()),
    Case(
        policies.expectation_overdue,
        "by an unknown day, by the year of the document, of an undated one",
        plan(
            expectations=[
                Expectation("a plan"),
                Expectation("a law", PartialDate(2022)),
            ],
            citations={"expectations": [IN_2022, HERE]},
        ),
    ),
    Case(
        policies.expectation_overdue,
        "two documents after the day",
        plan(
            expectations=[Expectation("a plan", PartialDate(2021))],
            citations={"expectations": [IN_2022, IN_2022]},
        ),
        (
            "expectations[0].due: a plan was expected in 2021, "
            "and its source came out in 2022",
        ),
    ),
    Case(
        policies.authority_ambiguous,
        "one name in one area",
        sheet(plan(authorities=(OF_THE_NATION,)), plan(authorities=(OF_THE_NATION,))),
    ),
    Case(
        policies.authority_ambiguous,
        "one name in two areas",
        sheet(plan(authorities=(OF_THE_NATION, OF_A_STATE))),
        ("policies[0].authorities[0]: Ministry: one name for bodies of MX and MX-NLE",),
    ),
    Case(
        policies.authority_ambiguous,
        "two names of one national ministry, whose area is known",
        sheet(
            plan(
                authorities=(
                    OF_THE_NATION,
                    Authority("Ministry (national)", area=Country("MX")),
                )
            )
        ),
    ),
    Case(
        policies.authority_ambiguous,
        "a national and a state ministry that brackets tell apart",
        sheet(
            plan(
                authorities=(
                    Authority("Ministry (national)", area=Country("MX")),
                    Authority("Ministry (NL)", area=Region("MX-NLE")),
                )
            )
        ),
    ),
    Case(
        policies.authority_ambiguous,
        "a national ministry without brackets beside one of a state",
        sheet(
            plan(
                authorities=(
                    OF_THE_NATION,
                    Authority("Ministry (NL)", area=Region("MX-NLE")),
                )
            )
        ),
        (
            "policies[0].authorities[0]: Ministry, Ministry (NL): "
            "one name for bodies of MX and MX-NLE",
        ),
    ),
    Case(policies.objective_unserved, "nobody aims at clusters", serving(())),
    Case(
        policies.objective_unserved,
        "cluster organisations benefit",
        serving(CREATION, beneficiaries=[Beneficiary.CLUSTER_ORGANISATIONS]),
    ),
    Case(
        policies.objective_unserved,
        "a measure is for them",
        serving(CREATION, measures=[PolicyMeasure("fund of cluster organizations")]),
    ),
    Case(
        policies.objective_unserved,
        "an instrument is for them",
        serving(
            CREATION,
            financial=[Instrument(Other("grants to Cluster Organisations"), ANNOUNCED)],
        ),
    ),
    Case(
        policies.objective_unserved,
        "instruments are not known",
        serving(CREATION, technical=Missing.UNKNOWN),
    ),
    Case(
        policies.objective_unserved,
        "clusters are named, their organisations are not",
        serving(CREATION, measures=[PolicyMeasure("creation of clusters")]),
        (
            "objectives: Supporting the creation of new cluster organisations: "
            "cluster organisations are no beneficiaries, "
            "and no instrument or measure names them",
        ),
    ),
    Case(policies.role_of_the_row, "one authority, one row", row_of(FUNDS)),
    Case(
        policies.role_of_the_row,
        "a role of its own, and one with words for it",
        row_of(DRAFTS, cited("allocates a budget item")),
    ),
    Case(
        policies.role_of_the_row,
        "no citation, and one that prints the row",
        row_of(DRAFTS, FUNDS, cited("Provides  funding")),
        (
            "authorities[1].roles: Ministry: Provides funding is printed for all "
            "authorities, no words give it to this one",
            "authorities[2].roles: Ministry: Provides funding is printed for all "
            "authorities, no words give it to this one",
        ),
    ),
    Case(
        policies.authority_ambiguous,
        "within one policy",
        sheet(run_by("Council (CNC)", "Council")),
        ("policies[0].authorities[0]: Council, Council (CNC): one body, or two?",),
    ),
    Case(
        budgets.annual_beside_allocation,
        "no earmark",
        plan(),
    ),
    Case(
        budgets.annual_beside_allocation,
        "an earmark of no known year",
        paying(allocations=(allocation(Missing.UNKNOWN),)),
    ),
    Case(
        budgets.annual_beside_allocation,
        "an annual budget is recorded",
        paying(annual=mxn(5), allocations=(allocation(2022),)),
    ),
    Case(
        budgets.annual_beside_allocation,
        "there is no annual budget to know",
        paying(annual=Missing.NOT_APPLICABLE, allocations=(allocation(2022),)),
    ),
    Case(
        budgets.annual_beside_allocation,
        "no data beside an amount",
        paying(allocations=(allocation(2022),)),
        (
            "budget.annual: the annual budget is unknown, "
            "but 5 (unknown currency) in 2022 is set aside for each cluster",
        ),
    ),
    Case(
        budgets.funder_without_funds,
        "the source of funding is not known",
        plan(authorities=(FUNDS,)),
    ),
    Case(
        budgets.funder_without_funds,
        "nobody provides funding",
        plan(authorities=(DRAFTS,), budget=Budget(funding=())),
    ),
    Case(
        budgets.funder_without_funds,
        "authorities are not known",
        paying(funding=()),
    ),
    Case(
        budgets.funder_without_funds,
        "none is specified",
        plan(authorities=(DRAFTS, FUNDS), budget=Budget(funding=())),
        (
            "authorities[1]: Ministry provides funding, "
            "but no source of funding is specified",
        ),
    ),
    Case(
        budgets.funder_without_funds,
        "it was read that none is specified, and the role is given to all together",
        plan(
            authority_roles=(AuthorityRole.FUNDING,),
            citations={"budget.funding": SOURCE.at("row", "not specified")},
        ),
        (
            "authority_roles: funding is provided, "
            "but no source of funding is specified",
        ),
    ),
    Case(
        budgets.amount_without_currency,
        "known ones",
        paying(overall=mxn(9), annual=mxn(5)),
    ),
    Case(
        budgets.amount_without_currency,
        "nothing",
        paying(overall=Money(amount=0), annual=Missing.UNKNOWN),
    ),
    Case(
        budgets.amount_without_currency,
        "bare signs in a budget",
        paying(
            overall=Money(amount=9),
            annual=Money(amount=1400000),
            allocations=(allocation(Missing.UNKNOWN), allocation(2022)),
        ),
        (
            "budget.overall.currency: 9 of what currency?",
            "budget.annual.currency: 1400000 of what currency?",
            "budget.allocations[0].amount.currency: 5 of what currency?",
            "budget.allocations[1].amount.currency: 5 of what currency?",
        ),
    ),
    Case(
        budgets.amount_without_currency,
        "a share that somebody contributes",
        Contribution(party="ministry", amount=1),
    ),
    Case(
        budgets.amount_without_currency,
        "a bare sign that somebody contributes",
        Contribution(party="ministry", amount=Money(amount=5)),
        ("amount.currency: 5 of what currency?",),
    ),
    Case(
        budgets.part_exceeds_whole,
        "both equal",
        paying(annual=mxn(5), overall=mxn(5)),
    ),
    Case(
        budgets.part_exceeds_whole,
        "currencies are not known",
        paying(annual=Money(amount=6), overall=Money(amount=5)),
    ),
    Case(
        budgets.part_exceeds_whole,
        "another currency",
        paying(annual=mxn(6), overall=Money(amount=5, currency="EUR")),
    ),
    Case(
        budgets.part_exceeds_whole,
        "another year",
        paying(annual=mxn(6, 2023), overall=mxn(5, 2022)),
    ),
    Case(
        budgets.part_exceeds_whole,
        "the overall budget is not known",
        paying(annual=mxn(5)),
    ),
    Case(
        budgets.part_exceeds_whole,
        "the annual budget is not known",
        paying(overall=mxn(5), allocations=(allocation(2022, "MXN"),)),
    ),
    Case(
        budgets.part_exceeds_whole,
        "a peso more a year",
        paying(annual=mxn(6, 2022), overall=mxn(5)),
        (
            "budget.annual: the annual budget of 6 MXN in 2022 "
            "is above the overall one of 5 MXN",
        ),
    ),
    Case(
        budgets.part_exceeds_whole,
        "a peso more in the only year",
        paying(annual=mxn(6, 2022), overall=mxn(5, 2022)),
        (
            "budget.annual: the annual budget of 6 MXN in 2022 "
            "is above the overall one of 5 MXN in 2022",
        ),
    ),
    Case(
        budgets.part_exceeds_whole,
        "an earmark that is the whole budget of its year",
        paying(annual=mxn(5, 2022), allocations=(allocation(2022, "MXN"),)),
    ),
    Case(
        budgets.part_exceeds_whole,
        "an earmark of another year, of no year, of another and of no currency",
        paying(
            annual=mxn(4, 2022),
            allocations=(
                allocation(2021, "MXN"),
                allocation(Missing.UNKNOWN, "MXN"),
                allocation(2022, "EUR"),
                allocation(2022),
            ),
        ),
    ),
    Case(
        budgets.part_exceeds_whole,
        "an earmark beside a budget of no known year",
        paying(annual=mxn(4), allocations=(allocation(Missing.UNKNOWN, "MXN"),)),
    ),
    Case(
        budgets.part_exceeds_whole,
        "an earmark a peso above the budget of its year",
        paying(annual=mxn(4, 2022), allocations=(allocation(2022, "MXN"),)),
        (
            "budget.allocations[0]: 5 MXN in 2022 set aside for each cluster "
            "is above the annual budget of 4 MXN in 2022",
        ),
    ),
)


# --- as they look once somebody did what the finding asks for ---


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
            "allocations": [
                evolve(part, amount=changed(part.amount)) for part in budget.allocations
            ],
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


def _each_once(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    kept = {(p.level, p.country, p.region, name_key(p.name)): p for p in sheet.policies}
    return evolve(sheet, policies=list(kept.values()))


MENDERS: dict[str, Mender] = {
    "BUD001": _with_budget(annual=Money(amount=10**9, currency="MXN")),
    "BUD002": _with_budget(funding=("The budget of the ministry",)),
    "BUD003": _with_money(_in_pesos),
    "BUD004": _with_money(_of_nothing),
    "POL001": _typed_by_level,
    "POL002": _with_history(ends=Missing.UNKNOWN),
    "POL003": lambda p, _, __: evolve(p, name="Plan"),
    "POL004": _practised_from_the_start,
    "POL005": _with_history(begins=Missing.UNKNOWN, ends=Missing.UNKNOWN),
    "POL006": lambda p, _, __: evolve(p, focus=PolicyFocus.CROSS_SECTORAL),
    "POL007": _evaluated_elsewhere,
    "POL012": lambda p, _, __: evolve(
        p, beneficiaries=[Beneficiary.CLUSTER_ORGANISATIONS]
    ),
    "POL013": lambda p, _, __: evolve(p, authority_roles=()),
    "POL011": lambda p, _, __: evolve(p, expectations=[]),
    "POL008": _without_dashes,
    "POL009": _each_once,
    "POL010": each_policy(lambda p, _: evolve(p, authorities=Missing.UNKNOWN)),
}
