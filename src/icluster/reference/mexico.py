"""Mexico: cluster policies and the published maturity score of 2022.

Transcribed from the ECCP's country factsheet Mexico, 2022: the table of chapter 1,
the maturity table and the texts of section 2.
Deviations: cells that text extraction displaced stand where they belong (two
financial instruments of Nuevo León); the starting year of the Course for an
Industrial Policy is recorded as 2022-09, the month it was presented in; the
general financial support that section 2 indicates is recorded as announced,
beside a Financial row that prints "-".
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from icluster.dates import PartialDate, Period
from icluster.money import Money
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
    TechnicalInstrument,
)
from icluster.reference._mexico_labels import BRONZE_LABELS
from icluster.reference._sources import ECCP_MX
from icluster.regions import Country, Region
from icluster.sources import Citation
from icluster.vocabularies import Missing, Other

__all__ = [
    "BRONZE_LABELS",
    "COURSE_FOR_AN_INDUSTRIAL_POLICY_2022",
    "FACTSHEET_2022",
    "NUEVO_LEON_2022",
    "POLICIES_2022",
    "PUBLISHED_2022",
]


def __dir__() -> list[str]:
    return __all__


def _row(name: str, excerpt: str = "") -> Citation:
    return ECCP_MX.at(f"chapter 1, table, {name}", excerpt)


_MEXICO = Country("MX")

COURSE_FOR_AN_INDUSTRIAL_POLICY_2022: Final = Policy(
    name="Course for an Industrial Policy",
    type=PolicyType.BROAD,
    level=PolicyLevel.NATIONAL,
    country=_MEXICO,
    industrial=True,
    objectives=(
        Objective.COOPERATION,
        Objective.COMPETITIVENESS,
        Objective.INTERNATIONALISATION,
        Objective.RESEARCH,
        Objective.INNOVATION,
        Objective.CLUSTER_CREATION,
        Objective.ENTREPRENEURSHIP,
        Objective.SUSTAINABILITY,
        Objective.EMPLOYMENT,
        Objective.TERRITORIAL_COHESION,
        Objective.SUPPLY_CHAINS,
    ),
    focus=PolicyFocus.CROSS_SECTORAL,
    sectors=(
        "Agri-food",
        "Electronics",
        "Electro-mobility",
        "Medical and pharmaceutical services",
        "Creative industries",
    ),
    authorities=(
        Authority(
            "Ministry of Economy",
            (
                AuthorityRole.DRAFTING_AND_IMPLEMENTATION,
                AuthorityRole.FUNDING,
                AuthorityRole.OVERSIGHT,
            ),
        ),
    ),
    beneficiaries=(
        Beneficiary.SMES,
        Beneficiary.RESEARCH_ORGANISATIONS,
        Beneficiary.ACADEMIC_INSTITUTIONS,
        Beneficiary.START_UPS,
        Beneficiary.LARGE_FIRMS,
        Beneficiary.GENERAL_POPULATION,
        Other("Nature"),
    ),
    financial=(
        Instrument(
            Other(
                "general financial support, among others for green industrial clusters"
            ),
            Status.ANNOUNCED,
        ),
    ),
    technical=(
        Instrument(TechnicalInstrument.HARD_SKILLS),
        Instrument(TechnicalInstrument.SOFT_SKILLS),
        Instrument(TechnicalInstrument.NETWORKING),
        Instrument(TechnicalInstrument.MARKETING),
    ),
    history=History(
        kind=PeriodKind.UNLIMITED,
        begins=PartialDate(2022, 9),
        ends=Missing.NOT_APPLICABLE,
    ),
    budget=Budget(overall=Missing.UNKNOWN, annual=Missing.UNKNOWN, funding=()),
    evaluations=(Evaluation(EvaluationStage.EX_ANTE, Subject.OTHER_COUNTRIES),),
    monitoring=(Monitoring(Subject.PROGRAMMES_IN_GENERAL),),
    eu_priorities=(
        EuPriority.GREEN_ECONOMY,
        EuPriority.DIGITALISATION,
        EuPriority.RESILIENCE,
    ),
    citations={
        "name": _row("Policy name", "Course for an Industrial Policy"),
        "type": _row("Policy type", "Broad policy"),
        "level": ECCP_MX.at(
            "chapter 1", "industrial policy framework on the national level"
        ),
        "country": ECCP_MX.at("title page", "Mexico"),
        "industrial": _row("Policy focus", "The Industrial Policy focuses on"),
        "objectives": _row("Policy objectives"),
        "focus": _row("Policy focus", "cross-sectoral"),
        "sectors": _row("Policy focus", "five strategic sectors"),
        "authorities": (
            _row("Responsible authorities", "developed by the Ministry of Economy"),
            _row("Responsible authorities", "Provides funding"),
        ),
        "beneficiaries": _row("Beneficiaries", "Other: Nature"),
        "financial": (
            _row("Financial instruments", "-"),
            ECCP_MX.at(
                "section 2, Cluster support instruments",
                "general financial support for, among others, green industrial clusters",
            ),
        ),
        "technical": _row("Technical assistance"),
        "history.kind": _row("History", "Unlimited period"),
        "history.begins": (
            _row("History", "2022"),
            _row("History, explanation", "presented in September 2022"),
        ),
        "history.ends": _row("History", "-"),
        "budget.overall": _row("Budget, overall", "No data available"),
        "budget.annual": _row("Budget, annual", "No data available"),
        "budget.funding": _row(
            "Budget, source of funding", "does not specify funding sources"
        ),
        "evaluations": (
            _row("Policy evaluation, availability", "ex-ante"),
            _row(
                "Policy evaluation, results",
                "comparative evaluation of the industrial policies of leading economic powers",
            ),
        ),
        "monitoring": _row(
            "Policy evaluation, results", "are monitored in annual reports"
        ),
        "eu_priorities": _row("Policy alignment with the EU priorities"),
    },
)
"""The national policy of the factsheet's second column."""

NUEVO_LEON_2022: Final = Policy(
    name=(
        "Business and Investment Development Strategy 2014-2020; "
        "Strategic Plan for the State of Nuevo León 2015-2030"
    ),
    type=PolicyType.REGIONAL_CLUSTER,
    level=PolicyLevel.REGIONAL,
    country=_MEXICO,
    region=Region("MX-NLE"),
    objectives=(
        Objective.COOPERATION,
        Objective.COMPETITIVENESS,
        Objective.INTERNATIONALISATION,
        Objective.RESEARCH,
        Objective.INNOVATION,
        Objective.CLUSTER_CONSOLIDATION,
        Objective.ENTREPRENEURSHIP,
        Objective.EMPLOYMENT,
        Objective.CLUSTER_NETWORK,
    ),
    focus=PolicyFocus.NO_SPECIFIC_FOCUS,
    sectors=(
        "automobile",
        "aerospace",
        "agri-food",
        "electronic appliances",
        "software",
        "health",
        "biotechnology",
        "nanotechnology",
        "interactive media and entertainment",
        "house and urban sustainable development",
        "transport and logistics",
        "tourism",
        "renewable energies",
    ),
    authorities=(
        Authority(
            "State government of Nuevo León",
            (
                AuthorityRole.DRAFTING_AND_IMPLEMENTATION,
                AuthorityRole.FUNDING,
                AuthorityRole.OVERSIGHT,
            ),
        ),
        Authority(
            "Ministry of Economy (national government)",
            (Other("promotes the creation and strengthening of clusters"),),
        ),
    ),
    beneficiaries=(
        Beneficiary.SMES,
        Beneficiary.CLUSTER_ORGANISATIONS,
        Beneficiary.RESEARCH_ORGANISATIONS,
        Beneficiary.ACADEMIC_INSTITUTIONS,
        Beneficiary.START_UPS,
        Beneficiary.BUSINESS_ASSOCIATIONS,
        Beneficiary.LARGE_FIRMS,
        Beneficiary.NGOS,
        Beneficiary.TECHNOLOGY_CENTRES,
        Beneficiary.GENERAL_POPULATION,
    ),
    financial=(
        Instrument(FinancialInstrument.COLLABORATION),
        Instrument(FinancialInstrument.PROJECTS),
        Instrument(FinancialInstrument.INNOVATION),
    ),
    technical=(
        Instrument(TechnicalInstrument.INFRASTRUCTURE),
        Instrument(TechnicalInstrument.HARD_SKILLS),
        Instrument(TechnicalInstrument.SOFT_SKILLS),
        Instrument(TechnicalInstrument.NETWORKING),
        Instrument(TechnicalInstrument.MARKETING),
    ),
    history=History(
        kind=PeriodKind.LIMITED,
        begins=PartialDate(2015),
        ends=PartialDate(2030),
        practised_since=PartialDate(2004),
    ),
    budget=Budget(
        overall=Missing.UNKNOWN,
        annual=Missing.UNKNOWN,
        funding=("Secretaría de Economía y Trabajo (Dirección de Clústeres)",),
        allocations=(
            Allocation(
                amount=Money(amount=1_400_000, currency=Missing.UNKNOWN, year=2022),
                purpose="cluster",
                counterpart=Fraction(1),
            ),
        ),
    ),
    evaluations=(Evaluation(EvaluationStage.INTERIM),),
    monitoring=(Monitoring(),),
    eu_priorities=(EuPriority.GREEN_ECONOMY,),
    citations={
        "name": (
            _row(
                "Policy name", "Business and Investment Development Strategy 2014-2020"
            ),
            _row("Policy name", "Strategic Plan for the State of Nuevo León 2015-2030"),
        ),
        "type": _row("Policy type", "Regional cluster policy (example of Nuevo León"),
        "level": ECCP_MX.at("chapter 1", "exemplary regional cluster policy in Mexico"),
        "country": ECCP_MX.at("title page", "Mexico"),
        "region": ECCP_MX.at("chapter 1", "for the region of Nuevo León"),
        "objectives": _row("Policy objectives"),
        "focus": _row("Policy focus", "No specific focus"),
        "sectors": _row("Policy focus", "strategic sectors where there are clusters"),
        "authorities": (
            _row("Responsible authorities", "The state government of Nuevo León"),
            _row(
                "Responsible authorities",
                "The national government, through the Ministry of Economy",
            ),
            _row("Responsible authorities", "Provides funding"),
        ),
        "beneficiaries": _row("Beneficiaries"),
        "financial": _row("Financial instruments", "Funding collaboration initiatives"),
        "technical": _row("Technical assistance"),
        "history.kind": _row("History", "Limited period"),
        "history.begins": _row("History", "2015"),
        "history.ends": _row("History", "2030"),
        "history.practised_since": ECCP_MX.at(
            "section 2, Continuity",
            "dates back to 2004 and it has continued uninterrupted",
        ),
        "budget.overall": _row("Budget, overall", "No data available"),
        "budget.annual": _row("Budget, annual", "No data available"),
        "budget.funding": _row(
            "Budget, source of funding",
            "Secretaría de Economía y Trabajo (Dirección de Clústeres)",
        ),
        "budget.allocations": _row(
            "Responsible authorities",
            "The amount earmarked for 2022 was $1,400,000 for each cluster",
        ),
        "budget.allocations.counterpart": _row(
            "Responsible authorities",
            "a counterpart from the private initiative of at least the same amount",
        ),
        "evaluations": _row("Policy evaluation, availability", "in-itinere"),
        "monitoring": _row(
            "Policy evaluation, results", "cluster activity has been monitored"
        ),
        "eu_priorities": _row(
            "Policy alignment with the EU priorities", "Green economy"
        ),
    },
)
"""The regional example of the factsheet's third column, not scored by the ECCP."""

POLICIES_2022: Final = (COURSE_FOR_AN_INDUSTRIAL_POLICY_2022, NUEVO_LEON_2022)
"""Both policies of the factsheet."""

PUBLISHED_2022: Final = PublishedScore(
    subject="Mexico",
    rubric="maturity_2022",
    points={"scope": "0.5", "continuity": "0", "evidence": "0.5", "instruments": "0.5"},
    total="1.5",
    collected=Period(date(2022, 7, 1), date(2022, 9, 30)),
    citations={
        "points": ECCP_MX.at("section 2, maturity table"),
        "total": ECCP_MX.at("section 2", "1,5 points out of 8"),
        "collected": ECCP_MX.at("section 2, note", "Q3 2022"),
    },
)
"""The only published score at hand; its last day of collection is 2022-09-30."""

FACTSHEET_2022: Final = Factsheet(
    country=_MEXICO,
    year=2022,
    policies=POLICIES_2022,
    published=PUBLISHED_2022,
    sources=(ECCP_MX,),
)
"""The factsheet as a whole."""
