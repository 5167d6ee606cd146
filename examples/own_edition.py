"""An invented edition of 2024: the one of 2022 with a fifth criterion, one level split.

Written as a third party would, with nothing but what `icluster` shows. Over a record of
ten years every reading of both editions is scored. All of 2024 is invented.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve

import icluster
from icluster import Criterion, Fact, FactSchema, Is, Level, Missing, Policy, scoring
from icluster.editions import Asking, Case, Ruling, listed, unbroken
from icluster.policies import EuPriority, PolicyLevel, PolicyType
from icluster.provenance import ReadFact
from icluster.reference import eccp
from icluster.verdicts import Verdict

PUBLISHED = eccp.MATURITY_2022
TARGETED = Is("targeted_policy")
BANDS = ("within_2_years", "over_2_to_5_years", "over_5_to_10_years", "over_10_years")
ESTABLISHED = Fact.age(
    "established",
    BANDS,
    "time since the targeted policy was established",
    boundaries=(2, 5, 10),
    matters_where=TARGETED,
)
GREEN = Fact.boolean("green", "a policy in force is aligned with the green economy")
KEPT = [ESTABLISHED if f.name == "established" else f for f in eccp.FACTS_2022]
FACTS = FactSchema([*KEPT, GREEN])
POINTS = ("0.5", "1", "1.5", "2")
CONTINUITY = evolve(
    PUBLISHED["continuity"],
    levels=[
        Level(0, ~TARGETED, "Absence of policies supporting cluster development"),
        *(
            Level(points, TARGETED & Is("established", band), f"Established {band}")
            for points, band in zip(POINTS, BANDS, strict=True)
        ),
    ],
)
ALIGNMENT = Criterion(
    key="alignment",
    title="Alignment",
    levels=[Level(0, ~Is("green"), "not green"), Level(1, Is("green"), "green")],
)
RUBRIC = evolve(
    PUBLISHED,
    key="maturity_2024",
    title="Maturity of cluster policy, 2024 (invented)",
    facts=FACTS,
    criteria=[
        *(
            CONTINUITY if c.key == "continuity" else c
            for c in eccp.MATURITY_2022.criteria
        ),
        ALIGNMENT,
    ],
)


def green(case: Case[Policy]) -> ReadFact:
    """Read whether a policy is aligned; digitalisation may count too."""
    wide = case.reading["wide_alignment"] == "counts"

    def tell(priority: object) -> Verdict:
        counts = priority is EuPriority.GREEN_ECONOMY
        return Verdict.of(counts or (wide and priority is EuPriority.DIGITALISATION))

    return case.any_of(
        lambda policy: listed(policy.eu_priorities, tell), "eu_priorities"
    )


def established(case: Case[Policy]) -> ReadFact:
    """Read since when targeted policies have gone on, by their stated start."""
    return unbroken(case, belongs=lambda policy: policy.is_targeted)


QUESTIONS = [q for q in eccp.EDITION_2022.questions if q.key != "policy_start"]
WIDE = icluster.Question(
    key="wide_alignment",
    title="alignment with digitalisation counts",
    choices=[Ruling("ignored", "no"), Ruling("counts", "yes")],
)
EDITION = evolve(
    eccp.EDITION_2022,
    key="invented_2024",
    title="Invented edition, 2024",
    rubric=RUBRIC,
    readers={
        **dict(eccp.EDITION_2022.readers),
        "established": established,
        "green": Asking(green, ["wide_alignment"]),
    },
    questions=[*QUESTIONS, WIDE],
)
START = icluster.PartialDate(2015, 3)
PLAN = Policy(
    name="Cluster plan (invented)",
    type=PolicyType.NATIONAL_CLUSTER,
    level=PolicyLevel.NATIONAL,
    country=icluster.Country("XX"),
    monitoring=[icluster.Monitoring()],
    history=icluster.History(begins=START, ends=Missing.NOT_APPLICABLE),
    eu_priorities=[EuPriority.DIGITALISATION],
)

if __name__ == "__main__":
    report = scoring.audit(EDITION, records=[PLAN], on=date(2024, 9, 30))
    print(*map(str, report.idle), sep="\n")
    for edition in (eccp.EDITION_2022, EDITION):
        print(edition.title)
        for year in range(2015, 2025):
            every = scoring.readings([PLAN], on=date(year, 9, 30), edition=edition)
            totals = ", ".join(map(str, every.totals))
            print(f"{year}: {totals} ({len(every)} readings)")
