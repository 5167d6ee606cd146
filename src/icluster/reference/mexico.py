"""Mexico: cluster policies and the published maturity score of 2022.

Transcribed from the ECCP's country factsheet Mexico, 2022: the table of chapter 1,
the maturity table and the texts of section 2.
Deviations: cells that text extraction displaced stand where they belong (two
financial instruments of Nuevo León); the starting year of the Course for an
Industrial Policy is recorded as 2022-09, the month it was presented in; the
general financial support that section 2 indicates is recorded as announced,
beside a Financial row that prints "-"; the third column names two policies, and its
years, with the rest, are read as the Strategic Plan's.
Left out: the context of the introduction (pandemic, neutral position, energy), which
is no statement about policies. Notes are in words of ours.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from icluster.dates import PartialDate, Period
from icluster.money import Money
from icluster.observations import Observation
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
    LegalBasis,
    Monitoring,
    MonitoringMeans,
    Objective,
    PeriodKind,
    Policy,
    PolicyFocus,
    PolicyForm,
    PolicyLevel,
    PolicyMeasure,
    PolicyRelation,
    PolicyRelationKind,
    PolicyType,
    PublishedScore,
    SectorGroup,
    Status,
    Subject,
    TechnicalInstrument,
    Theme,
)
from icluster.reference._mexico_bibliography import BIBLIOGRAPHY_2022
from icluster.reference._mexico_labels import BRONZE_LABELS
from icluster.reference._mexico_related import RELATED_2022, STRATEGIC_PLAN
from icluster.reference._sources import ECCP_MX
from icluster.regions import Country, Region
from icluster.sources import Citation, Note
from icluster.vocabularies import Missing, Other

__all__ = [
    "BIBLIOGRAPHY_2022",
    "BRONZE_LABELS",
    "COURSE_FOR_AN_INDUSTRIAL_POLICY_2022",
    "FACTSHEET_2022",
    "NUEVO_LEON_2022",
    "POLICIES_2022",
    "PUBLISHED_2022",
    "RELATED_2022",
]


def __dir__() -> list[str]:
    return __all__


def _row(name: str, excerpt: str = "") -> Citation:
    return ECCP_MX.at(f"chapter 1, table, {name}", excerpt)


_MEXICO = Country("MX")
_NUEVO_LEON = Region("MX-NLE")
_TENTATIVE = Other("tentative")
# Printed for the row, not for a body.
_ROLES = (
    AuthorityRole.DRAFTING_AND_IMPLEMENTATION,
    AuthorityRole.FUNDING,
    AuthorityRole.OVERSIGHT,
)

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
    themes=(
        Theme("Innovation and scientific technology trends", _TENTATIVE),
        Theme("Human capital formation for new trends", _TENTATIVE),
        Theme("Promotion of regional content and linkages for MSMEs", _TENTATIVE),
        Theme("Sustainable industry", _TENTATIVE),
    ),
    measures=(
        PolicyMeasure(
            "programme for a green transition of Mexican industries",
            Status.ANNOUNCED,
            theme="Sustainable industry",
            objects=("e-mobility", "organic food", "hydrogen", "circular economy"),
        ),
        PolicyMeasure(
            "creation of clusters", objects=("green industries", "recycling")
        ),
        PolicyMeasure('relaunch of the label "Made in Mexico"', Status.ANNOUNCED),
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
            (Other("developed the framework"),),
            area=_MEXICO,
            citations={
                "roles": _row(
                    "Responsible authorities", "developed by the Ministry of Economy"
                )
            },
        ),
    ),
    authority_roles=_ROLES,
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
    budget=Budget(overall=Missing.UNKNOWN, annual=Missing.UNKNOWN),
    evaluations=(Evaluation(EvaluationStage.EX_ANTE, Subject.OTHER_COUNTRIES),),
    monitoring=(
        Monitoring(Subject.PROGRAMMES_IN_GENERAL, MonitoringMeans.ANNUAL_REPORTS),
    ),
    eu_priorities=(
        EuPriority.GREEN_ECONOMY,
        EuPriority.DIGITALISATION,
        EuPriority.RESILIENCE,
    ),
    notes=(
        Note(
            "objectives",
            "They are tentative and to be worked out in further documents.",
            _row("Policy objectives", "still tentative"),
        ),
        Note(
            "themes",
            "Special emphasis: new technologies in research and training, "
            "entrepreneurship, domestic supply chains, integration of firms in global "
            "chains of value, supply and distribution.",
            _row("Policy objectives", "Special emphasis lies on"),
        ),
        Note(
            "level",
            "Potential for smart specialisation is looked for in larger groups of "
            "regions, not in single states.",
            ECCP_MX.at("section 2, Continuity", "larger regional groupings"),
        ),
        Note(
            "sectors",
            "Selected for present and future relevance, annual growth and weight on "
            "the labour market.",
            _row("Policy focus", "five strategic sectors selected for their relevance"),
        ),
        Note(
            "authorities",
            "A framework at the top: funding and carrying out are for later policies "
            "and programmes to decide.",
            _row(
                "Responsible authorities",
                "will have to be decided in these future policies",
            ),
        ),
        Note(
            "beneficiaries",
            "One theme is for SMEs, another for research; an alliance with academia "
            "and support of start-ups are mentioned, large firms have their part in "
            '"Made in Mexico"; people and nature are to benefit from the whole.',
            _row("Beneficiaries", "dedicating one of its four thematic fields to it"),
        ),
        Note(
            "financial",
            "No financial instruments are covered yet.",
            _row(
                "Instruments, explanation", "does not cover any financial instruments"
            ),
        ),
        Note(
            "technical",
            "Networks and partnerships are to be supported at the regional, national "
            "and international level.",
            _row(
                "Instruments, explanation",
                "supported at the regional, national, and international level",
            ),
        ),
        Note(
            "measures",
            "The label is to make domestic goods seen and sought; it is also called "
            "a programme.",
            (
                _row("Instruments, explanation", "label is to be relaunched"),
                _row("Beneficiaries", "“Made in Mexico” programme"),
            ),
        ),
        Note(
            "history.ends",
            "As a strategic framework it has no predetermined end.",
            _row("History, explanation", "does not have a pre-determined ending year"),
        ),
        Note(
            "budget.funding",
            "Sources are not specified, but left to future policies and programmes.",
            _row("Budget, source of funding", "does not specify funding sources"),
        ),
        Note(
            "evaluations",
            "It rests on a comparison of leading economic powers, adjusted to Mexico; "
            "the material lists actions, but tells of no testable goals for "
            "performance and of no evaluations to come.",
            (
                _row("Policy evaluation, results", "any scheduled evaluations"),
                ECCP_MX.at(
                    "section 2, Evidence of performance", "testable performance goals"
                ),
            ),
        ),
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
        "themes": _row("Policy objectives", "four sets of objectives"),
        "measures": (
            _row("Policy objectives", "a broad programme for a green transition"),
            _row("Policy objectives", "green industries and recycling in particular"),
            _row("Instruments, explanation", "label is to be relaunched"),
        ),
        "focus": _row("Policy focus", "cross-sectoral"),
        "sectors": _row("Policy focus", "five strategic sectors"),
        "authorities": _row(
            "Responsible authorities", "developed by the Ministry of Economy"
        ),
        "authority_roles": (
            _row("Responsible authorities", "Both drafting and implementation"),
            _row("Responsible authorities", "Provides funding"),
            _row("Responsible authorities", "Oversees the implementation"),
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
    name=STRATEGIC_PLAN,
    form=PolicyForm.PLAN,
    type=PolicyType.REGIONAL_CLUSTER,
    level=PolicyLevel.REGIONAL,
    country=_MEXICO,
    region=_NUEVO_LEON,
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
    ),
    sector_groups=(
        SectorGroup(
            "emerging industries",
            ("renewable energies",),
            "clusters that need to be strengthened and consolidated",
        ),
    ),
    authorities=(
        Authority(
            "State government of Nuevo León",
            (
                Other("steers the development of plans and programmes"),
                AuthorityRole.OVERSIGHT,
            ),
            area=_NUEVO_LEON,
            citations={
                "roles": (
                    _row("Responsible authorities", "main authority steering"),
                    _row(
                        "Responsible authorities",
                        "responsible for overseeing their implementation",
                    ),
                )
            },
        ),
        Authority(
            "Other relevant institutions in the state",
            (Other("are involved in the elaboration of policies and programmes"),),
            area=_NUEVO_LEON,
            citations={
                "roles": _row(
                    "Responsible authorities",
                    "other relevant institutions in the state are involved",
                )
            },
        ),
        Authority(
            "Ministry of Economy",
            (Other("promotes the creation and strengthening of clusters"),),
            area=_MEXICO,
            citations={
                "roles": _row(
                    "Responsible authorities",
                    "The national government, through the Ministry of Economy",
                )
            },
        ),
        Authority(
            "Ministry of Economy",
            (AuthorityRole.FUNDING,),
            area=_NUEVO_LEON,
            citations={
                "roles": _row(
                    "Responsible authorities",
                    "The state government, through the Ministry of Economy, allocates",
                )
            },
        ),
    ),
    authority_roles=_ROLES,
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
    monitoring=(Monitoring(means=MonitoringMeans.LEGAL_TARGETS),),
    eu_priorities=(EuPriority.GREEN_ECONOMY,),
    legal_basis=(
        LegalBasis(
            titles=(
                "Law for the Promotion of Investment and Employment for the State of "
                "Nuevo León",
                "Law for Promoting Investment and Employment in Nuevo León",
            ),
            jurisdiction=_NUEVO_LEON,
            chapter="7, strategic business groups (clusters)",
            article="49",
            objectives=(
                "platform for dialogue between the public and private sectors",
                "proposing policies, strategies, actions and programmes for research, "
                "innovation and technological development",
                "formation of specialized human capital",
            ),
        ),
    ),
    relations=(
        PolicyRelation(
            Other("is named in one row with"),
            "Business and Investment Development Strategy 2014-2020",
        ),
        PolicyRelation(
            Other("has its goals embedded in"),
            "Special Programme for Science, Technology and Innovation",
        ),
        PolicyRelation(
            Other("has its goals embedded in"),
            "Sectoral Programme for Economy and Competitiveness",
        ),
        PolicyRelation(PolicyRelationKind.FUNDED_BY, "Clusteres Nuevo Leon"),
    ),
    notes=(
        Note(
            "objectives",
            "Clusters are central instruments of development and matter for the "
            "vision of 2030: innovation, entrepreneurship, chains of value, "
            "competitiveness.",
            _row("Policy objectives", "achievement of the vision for Nuevo León 2030"),
        ),
        Note(
            "legal_basis",
            "The article lists more objectives than those printed.",
            _row("Policy objectives", "among others"),
        ),
        Note(
            "sectors",
            "No industry is targeted; these are strategic sectors in which there "
            "are clusters.",
            _row("Policy focus", "does not target any specific industry"),
        ),
        Note(
            "region",
            "Among the most prosperous states: first in foreign direct investment, a "
            "strong tradition of clusters, leader in an industrial strategy of "
            "clusters for Conacyt.",
            ECCP_MX.at(
                "chapter 1, footnote 1", "has recognised it as the national leader"
            ),
        ),
        Note(
            "beneficiaries",
            "Lines of action name beneficiaries and the impact expected on each.",
            _row("Beneficiaries", "expected impacts in each of them"),
        ),
        Note(
            "technical",
            "Aims: to link small firms with strategic clusters, pass practices to "
            "emerging ones, strengthen the triple helix, match supply and demand of "
            "people, promote talent and make clusters last.",
            _row("Instruments, explanation", "transfer good practices to emerging"),
        ),
        Note(
            "history",
            "It is to be a long-term, stable framework for continuity.",
            _row("History, explanation", "long-term, stable framework"),
        ),
        Note(
            "evaluations",
            "The Secretary for Economy and Competitiveness finds no clear indicators "
            "of the clusters' impact; a method and instruments of measurement are "
            "needed; growth is uneven, results are little known.",
            (
                _row(
                    "Policy evaluation, results",
                    "absence of clear performance indicators",
                ),
                _row("Policy evaluation, results", "implement a solid methodology"),
                _row("Policy evaluation, results", "the uneven growth of clusters"),
            ),
        ),
    ),
    citations={
        "name": _row("Policy name", STRATEGIC_PLAN),
        "form": _row("Policy name", "Strategic Plan"),
        "type": _row("Policy type", "Regional cluster policy (example of Nuevo León"),
        "level": ECCP_MX.at("chapter 1", "exemplary regional cluster policy in Mexico"),
        "country": ECCP_MX.at("title page", "Mexico"),
        "region": ECCP_MX.at("chapter 1", "for the region of Nuevo León"),
        "objectives": _row("Policy objectives"),
        "focus": _row("Policy focus", "No specific focus"),
        "sector_groups": _row(
            "Policy focus", "emerging industries such as renewable energies"
        ),
        "legal_basis": (
            _row("Policy objectives", "Article 49 explains the main objectives"),
            _row(
                "Policy evaluation, results",
                "the Law for Promoting Investment and Employment in Nuevo León",
            ),
        ),
        "relations": (
            _row("Policy name"),
            _row("Policy objectives", "These goals are embedded in"),
            _row("Budget, source of funding", "through the initiative"),
        ),
        "sectors": _row("Policy focus", "strategic sectors where there are clusters"),
        "authorities": (
            _row("Responsible authorities", "The state government of Nuevo León"),
            _row(
                "Responsible authorities",
                "The national government, through the Ministry of Economy",
            ),
        ),
        "authority_roles": (
            _row("Responsible authorities", "Both drafting and implementation"),
            _row("Responsible authorities", "Provides funding"),
            _row("Responsible authorities", "Oversees the implementation"),
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
            "Policy evaluation, results",
            "monitored in accordance with the targets set by the Law",
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
    related=RELATED_2022,
    observations=(
        Observation(
            ref_area=_NUEVO_LEON,
            measure="share of the total GDP",
            obs_value="23.4",
            unit_measure="%",
            time_period=PartialDate(2019),
            citations={
                "obs_value": ECCP_MX.at(
                    "chapter 1, footnote 1", "23.4% of the total GDP in 2019"
                )
            },
        ),
    ),
    notes=(
        Note(
            "policies",
            "Text in bold is a label of 56 standardised categories of 2022, common to "
            "all factsheets.",
            ECCP_MX.at("chapter 1", "56 in total for 2022"),
        ),
        Note(
            "sources",
            "For the socio-economic context it points to the OECD Economic Survey: "
            "Mexico 2022.",
            ECCP_MX.at("Introduction", "OECD Economic Survey: Mexico 2022"),
        ),
        Note(
            "bibliography",
            "Footnote 2 prints the first author of 2021 as Solleiro-Rebolledo.",
            ECCP_MX.at("section 2, footnote 2", "Solleiro-Rebolledo et al. 2021"),
        ),
        Note(
            "published.total",
            "The score tells how far a national cluster policy is developed, not how "
            "a country performs; the regional example is left out.",
            ECCP_MX.at("section 2, note", "only the degree of development"),
        ),
        Note(
            "published.points.scope",
            "There is no national cluster policy: clusters stand within policies of "
            "industry, competitiveness, science and innovation, sometimes more in "
            "the states, as in Nuevo León.",
            ECCP_MX.at(
                "section 2, Policy scope", "does not have a national cluster policy"
            ),
        ),
        Note(
            "published.points.continuity",
            "Without a policy of their own, clusters were often mentioned in others; "
            "the federal government supported a mapping and funding programmes. The "
            "new framework is more national and names clusters for green industries.",
            (
                ECCP_MX.at(
                    "section 2, Continuity",
                    "funding programmes directed towards clusters",
                ),
                ECCP_MX.at(
                    "section 2, Continuity", "more focused on the national level"
                ),
            ),
        ),
        Note(
            "published.points.evidence",
            "The framework rests on a comparison with other countries; programmes in "
            "general are monitored in annual reports.",
            ECCP_MX.at(
                "section 2, Evidence of performance", "based on a comparative analysis"
            ),
        ),
        Note(
            "published.points.instruments",
            "No specific financial instruments yet, but general support is indicated; "
            "several kinds of technical assistance are mentioned.",
            ECCP_MX.at(
                "section 2, Cluster support instruments",
                "indicates general financial support",
            ),
        ),
    ),
    sources=(ECCP_MX,),
    bibliography=BIBLIOGRAPHY_2022,
)
"""The factsheet as a whole."""
