"""Record three policies from prose, and score what the prose says of them.

The countries, their programmes and the sentences are invented: XA, XB and XC are codes
that ISO leaves to users. All that the prose says has its field; a test looks each
excerpt up in it.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from icluster import (
    Authority,
    Budget,
    Country,
    Evaluation,
    History,
    Instrument,
    Missing,
    Money,
    Monitoring,
    Observation,
    Other,
    PartialDate,
    Policy,
    Source,
    scoring,
)
from icluster.money import Bound
from icluster.policies import (
    Allocation,
    AllocationStage,
    AuthorityRole,
    Beneficiary,
    EvaluationStage,
    Expectation,
    FinancialInstrument,
    LegalBasis,
    MonitoringMeans,
    Objective,
    PeriodKind,
    PolicyFocus,
    PolicyForm,
    PolicyLevel,
    PolicyMeasure,
    PolicyRelation,
    PolicyRelationKind,
    PolicyType,
    SectorGroup,
    Status,
    Subject,
    TechnicalInstrument,
    Theme,
    WeightedCriterion,
)
from icluster.reference import eccp
from icluster.sources import Note

PROSE = {
    "XA": (
        "Clusters have been supported since the mid-1990s. Cluster Programme "
        "III (2019 to 2026) replaces Cluster Programme II, which ran from 2012 "
        "to 2018. A matching fund pays up to half of a project; firms add at "
        "least the same amount. More than EUR 700 million were announced for "
        "the whole period, just under EUR 40 million awarded in 2020. Clusters "
        "are accredited by governance (40 %), impact (35 %) and reach (25 %). "
        "An interim evaluation is under way; performance indicators are "
        "followed every year."
    ),
    "XB": (
        "The Act on Innovation (chapter 3, section 12) names clusters. The "
        "Innovation Pact, in force not later than 2013, is revised every four "
        "years; a new one is expected by 2023. It has three themes, of which "
        "the last is still a draft, and groups health and food as strong, "
        "mobility as emerging. Grants were closed in 2020; advice remains. More "
        "than 40 clusters were counted in 2021. A municipal agency oversees it."
    ),
    "XC": (
        "The Cluster Strategy dates from about 2014. It is part of the Growth "
        "Plan and funded by the Development Fund. An ex-ante evaluation was "
        "made; one more is foreseen mid-term. Activity is reported each year "
        "against the targets of a law. EUR 5 million were set aside in 2022 for "
        "each of ten clusters; how much others add is not said."
    ),
}
"""What three invented factsheets say."""

SHEETS = {
    code: Source(
        key=f"sheet_{code.casefold()}",
        title=f"An invented factsheet of {code}",
        publisher="Nobody",
        published=PartialDate(2022),
    )
    for code in PROSE
}

# --- XA (invented): what its factsheet says is `PROSE["XA"]`
_XA = SHEETS["XA"]
PROGRAMME_XA = Policy(
    name="Cluster Programme III",
    type=PolicyType.NATIONAL_CLUSTER,
    form=PolicyForm.PROGRAMME,
    level=PolicyLevel.NATIONAL,
    country=Country("XA"),
    objectives=(),
    focus=PolicyFocus.from_title("No specific focus"),
    financial=[
        Instrument(
            FinancialInstrument.PROJECTS,
            Status.IN_FORCE,
            name="Matching fund",
            allocations=[
                Allocation(
                    amount=Money(
                        amount=700_000_000, currency="EUR", bound=Bound.MORE_THAN
                    ),
                    stage=AllocationStage.ANNOUNCED,
                    counterpart=1,
                ),
                Allocation(
                    amount=Money(
                        amount=40_000_000,
                        currency="EUR",
                        year=2020,
                        bound=Bound.from_title("just under"),
                    ),
                    stage=AllocationStage.AWARDED,
                    counterpart=1,
                ),
            ],
        )
    ],
    technical=[
        Instrument(
            Other("accreditation of clusters"),
            Status.IN_FORCE,
            criteria=[
                WeightedCriterion("governance", Fraction(40, 100)),
                WeightedCriterion("impact", Fraction(35, 100)),
                WeightedCriterion("reach", Fraction(25, 100)),
            ],
        )
    ],
    history=History(
        kind=PeriodKind.LIMITED,
        begins=PartialDate(2019),
        ends=PartialDate(2026),
        # What years the mid-1990s are is for the recorder to say.
        practised_since=PartialDate.parse("[1994..1996]"),
    ),
    evaluations=[Evaluation(EvaluationStage.from_title("interim"))],
    monitoring=[Monitoring(means=MonitoringMeans.INDICATORS)],
    relations=[PolicyRelation(PolicyRelationKind.SUCCEEDS, "Cluster Programme II")],
    notes=[
        Note(
            "financial",
            "The fund pays half of a project at most.",
            _XA.at("page 2", "up to half of a project"),
        )
    ],
    citations={
        "history": _XA.at("page 1", "Cluster Programme III (2019 to 2026)"),
        "history.practised_since": _XA.at("page 1", "since the mid-1990s"),
        "relations": _XA.at("page 1", "replaces Cluster Programme II"),
        "financial": (
            _XA.at("page 2", "at least the same amount"),
            _XA.at("page 2", "just under EUR 40 million awarded in 2020"),
        ),
        "technical": _XA.at("page 3", "governance (40 %)"),
        "evaluations": _XA.at("page 4", "An interim evaluation is under way"),
        "monitoring": _XA.at("page 4", "performance indicators"),
    },
)
PREDECESSOR_XA = Policy(
    name="Cluster Programme II",
    type=PolicyType.NATIONAL_CLUSTER,
    form=PolicyForm.PROGRAMME,
    level=PolicyLevel.NATIONAL,
    country=Country("XA"),
    history=History(begins=PartialDate(2012), ends=PartialDate(2018)),
    citations={"history": _XA.at("page 1", "which ran from 2012 to 2018")},
)

# --- XB (invented): what its factsheet says is `PROSE["XB"]`
_XB = SHEETS["XB"]
PACT_XB = Policy(
    name="Innovation Pact",
    type=PolicyType.BROAD,
    form=Other("pact"),
    level=PolicyLevel.NATIONAL,
    country=Country("XB"),
    industrial=False,
    themes=[
        Theme("skills", Status.IN_FORCE),
        Theme("research", Status.IN_FORCE),
        Theme("regions", Other("draft")),
    ],
    measures=[PolicyMeasure("grants to clusters", Status.ENDED)],
    focus=PolicyFocus.SECTORAL,
    sectors=["health", "food", "mobility"],
    sector_groups=[
        SectorGroup("strong", ["health", "food"]),
        SectorGroup("emerging", ["mobility"]),
    ],
    authorities=[Authority("A municipal agency", [AuthorityRole.OVERSIGHT])],
    financial=[Instrument(FinancialInstrument.COLLABORATION, Status.ENDED)],
    technical=[Instrument(TechnicalInstrument.HARD_SKILLS, Status.IN_FORCE)],
    history=History(
        kind=Other("rolling"),
        begins=PartialDate.parse("[..2013]"),
        ends=Missing.NOT_APPLICABLE,
        cycle_years=4,
    ),
    evaluations=[],
    monitoring=[],
    legal_basis=[
        LegalBasis(
            titles=["Act on Innovation"],
            jurisdiction=Country("XB"),
            chapter="3",
            article="12",
        )
    ],
    expectations=[Expectation("a new pact", PartialDate.parse("[..2023]"))],
    observations=[
        Observation(
            ref_area=Country("XB"),
            measure="clusters",
            obs_value=40,
            unit_measure="clusters",
            time_period=PartialDate(2021),
            bound=Bound.MORE_THAN,
            citations={"obs_value": _XB.at("page 2", "More than 40 clusters")},
        )
    ],
    citations={
        "legal_basis": _XB.at("page 1", "chapter 3, section 12"),
        "history": _XB.at("page 1", "not later than 2013"),
        "history.cycle_years": _XB.at("page 1", "revised every four years"),
        "expectations": _XB.at("page 1", "a new one is expected by 2023"),
        "themes": _XB.at("page 1", "three themes"),
        "sector_groups": _XB.at("page 2", "mobility as emerging"),
        "financial": _XB.at("page 2", "Grants were closed in 2020"),
        "authorities": _XB.at("page 2", "A municipal agency oversees it"),
    },
)

# --- XC (invented): what its factsheet says is `PROSE["XC"]`
_XC = SHEETS["XC"]
STRATEGY_XC = Policy(
    name="Cluster Strategy",
    type=PolicyType.NATIONAL_CLUSTER,
    form=PolicyForm.STRATEGY,
    level=PolicyLevel.NATIONAL,
    country=Country("XC"),
    objectives=[Objective.COOPERATION],
    beneficiaries=[Beneficiary.CLUSTER_ORGANISATIONS],
    financial=[Instrument(FinancialInstrument.COLLABORATION)],
    technical=[],
    history=History(
        begins=PartialDate.parse("[2013..2015]"), ends=Missing.NOT_APPLICABLE
    ),
    budget=Budget(
        allocations=[
            Allocation(
                amount=Money(amount=5_000_000, currency="EUR", year=2022),
                stage=AllocationStage.EARMARKED,
                purpose="cluster",
            )
        ]
    ),
    evaluations=[
        Evaluation(EvaluationStage.EX_ANTE),
        Evaluation(Other("mid-term, foreseen"), Subject.THIS_POLICY),
    ],
    monitoring=[Monitoring(means=MonitoringMeans.LEGAL_TARGETS)],
    relations=[
        PolicyRelation(PolicyRelationKind.PART_OF, "Growth Plan"),
        PolicyRelation(PolicyRelationKind.FUNDED_BY, "Development Fund"),
    ],
    notes=[
        Note(
            "history.begins",
            'What years "about 2014" allows is our reading.',
            _XC.at("page 1", "dates from about 2014"),
        ),
        Note(
            "budget.allocations",
            "Ten clusters get the amount; what others add is not said.",
            _XC.at("page 3", "how much others add is not said"),
        ),
    ],
    citations={
        "history.begins": _XC.at("page 1", "dates from about 2014"),
        "relations": _XC.at("page 1", "part of the Growth Plan"),
        "evaluations": _XC.at("page 2", "foreseen mid-term"),
        "monitoring": _XC.at("page 2", "against the targets of a law"),
        "budget.allocations": _XC.at("page 3", "for each of ten clusters"),
    },
)

POLICIES = {
    "XA (invented)": (PROGRAMME_XA, PREDECESSOR_XA),
    "XB (invented)": (PACT_XB,),
    "XC (invented)": (STRATEGY_XC,),
}
ON = date(2022, 9, 30)


def score(policies: tuple[Policy, ...]) -> scoring.Score:
    """Score policies by the published reading."""
    facts = scoring.read_facts(
        policies, on=ON, edition=eccp.EDITION_2022, reading=eccp.PUBLISHED_READING
    )
    return scoring.score(eccp.MATURITY_2022, facts)


def main() -> None:
    for country, policies in POLICIES.items():
        totals = ", ".join(map(str, score(policies).totals))
        print(f"{country}, {policies[0].name}, {policies[0].history.period}: {totals}")


if __name__ == "__main__":
    main()
