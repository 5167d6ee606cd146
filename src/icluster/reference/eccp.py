"""Maturity of cluster policy as the ECCP assessed it in 2022.

Transcribed from the ECCP's country factsheet Mexico, 2022: the maturity table of
section 2 and the scoring system of the Annex.
Deviations: boundaries are exact (two years to the day are *within* two years,
ten years to the day are *up to* ten); "monitoring and ex-ante or ongoing" binds
as *monitoring and (ex-ante or ongoing)*, since the other way contradicts the
level below; support without a policy that carries it counts for nothing; a
support for technical assistance alone in a broader policy is declared as a gap.
"""

from __future__ import annotations

from typing import Final

from icluster.conditions import Is
from icluster.editions import Asking, Edition, Question, Ruling
from icluster.facts import Fact, FactSchema
from icluster.policies import Policy
from icluster.profiles import ProfileCriteria
from icluster.reference import _eccp_readers as read
from icluster.reference._eccp_layout import MATURITY_LAYOUT
from icluster.reference._sources import ECCP_MX, ECCP_PROFILE
from icluster.rubrics import Criterion, Gap, Level, Rubric

__all__ = [
    "EDITION_2022",
    "FACTS_2022",
    "MATURITY_2022",
    "MATURITY_LAYOUT",
    "PROFILE_CRITERIA",
    "PUBLISHED_READING",
]


def __dir__() -> list[str]:
    return __all__


_TARGETED = Is("targeted_policy")
_BROADER = Is("sectoral_policy") | Is("broad_policy")

FACTS_2022: Final = FactSchema(
    (
        Fact.boolean("targeted_policy", "targeted cluster policy in force"),
        Fact.boolean(
            "sectoral_policy", "sectoral policy that touches clusters in force"
        ),
        Fact.boolean("broad_policy", "broader policy that touches clusters in force"),
        Fact.age(
            "established",
            ("within_2_years", "over_2_to_10_years", "over_10_years"),
            "time since the targeted policy was established",
            boundaries=(2, 10),
            matters_where=_TARGETED,
        ),
        Fact.boolean(
            "dedicated_financial",
            "financial support in the targeted policy",
            matters_where=_TARGETED,
        ),
        Fact.boolean(
            "dedicated_technical",
            "technical support in the targeted policy",
            matters_where=_TARGETED,
        ),
        Fact.boolean(
            "broader_financial",
            "financial support in the broader or sectoral policy",
            matters_where=_BROADER,
        ),
        Fact.boolean(
            "broader_technical",
            "technical support in the broader or sectoral policy",
            matters_where=_BROADER,
        ),
        Fact.boolean("ex_ante_evaluation", "ex-ante evaluation"),
        Fact.boolean("interim_evaluation", "ongoing or interim evaluation"),
        Fact.boolean(
            "ex_post_evaluation", "ex-post evaluation, or evaluation of a past policy"
        ),
        Fact.boolean("monitoring", "monitoring of the policy"),
    )
)
"""The facts that the assessment of 2022 looks at."""

_NO_EVALUATION = ~(
    Is("ex_ante_evaluation") | Is("interim_evaluation") | Is("ex_post_evaluation")
)
_DEDICATED_FINANCIAL = _TARGETED & Is("dedicated_financial")
_DEDICATED_TECHNICAL = _TARGETED & Is("dedicated_technical")
_DEDICATED = _DEDICATED_FINANCIAL | _DEDICATED_TECHNICAL
_BROADER_FINANCIAL = _BROADER & Is("broader_financial")
_BROADER_TECHNICAL = _BROADER & Is("broader_technical")

MATURITY_2022: Final = Rubric(
    key="maturity_2022",
    title="Maturity of cluster policy, ECCP 2022",
    facts=FACTS_2022,
    caution="The maturity assessment does not reflect the performance of a country.",
    criteria=(
        Criterion(
            key="scope",
            title="Policy scope",
            description=(
                "whether there is a dedicated cluster policy, or clusters are a target "
                "of broader policies (such as foreign trade, labour, social policies) or "
                "of sectoral ones (such as industrial, tourism, agriculture policies)"
            ),
            levels=(
                Level(
                    "0",
                    ~_TARGETED & ~_BROADER,
                    "Absence of cluster policy",
                    "absence of cluster policy",
                ),
                Level(
                    "0.5",
                    Is("broad_policy"),
                    "Broad policy",
                    "existence of broader policies",
                ),
                Level(
                    "1",
                    Is("sectoral_policy"),
                    "Sectoral policy",
                    "existence of specific sectoral policies",
                ),
                Level(
                    "2",
                    _TARGETED,
                    "National and/or regional cluster policy",
                    "existence of targeted cluster policies",
                ),
            ),
        ),
        Criterion(
            key="continuity",
            title="Continuity of cluster policies",
            description=(
                "how long there have been targeted cluster policies; broader and "
                "sectoral ones are not looked at"
            ),
            levels=(
                Level(
                    "0",
                    ~_TARGETED,
                    "No cluster-specific policy available",
                    "absence of policies supporting cluster development",
                ),
                Level(
                    "0.5",
                    _TARGETED & Is("established", "within_2_years"),
                    "Cluster policy established recently",
                    "cluster policy established recently (within the last 2 years)",
                ),
                Level(
                    "1",
                    _TARGETED & Is("established", "over_2_to_10_years"),
                    "Cluster policy established between over 2 and 10 years",
                    "cluster policy established between over 2 and 10 years",
                ),
                Level(
                    "2",
                    _TARGETED & Is("established", "over_10_years"),
                    "Cluster policy established over 10 years ago",
                    "cluster policy established over 10 years ago",
                ),
            ),
        ),
        Criterion(
            key="evidence",
            title="Evidence of performance",
            description=(
                "whether past and ongoing policies are evaluated and a system of "
                "monitoring is in place, which shows how far policy is developed"
            ),
            levels=(
                Level(
                    "0",
                    _NO_EVALUATION & ~Is("monitoring"),
                    "No evaluation and / or monitoring available",
                    "no evaluation and / or monitoring available",
                ),
                Level(
                    "0.5",
                    Is("ex_ante_evaluation") | Is("ex_post_evaluation"),
                    "Existence of evaluations of past policies",
                    "existence of evaluations of past policies, e.g. ex-ante",
                ),
                Level(
                    "1",
                    Is("monitoring") | Is("interim_evaluation"),
                    "Existence of monitoring or an ongoing / interim evaluation",
                    "existence of monitoring or an ongoing / interim evaluation",
                ),
                Level(
                    "2",
                    Is("monitoring")
                    & (Is("ex_ante_evaluation") | Is("interim_evaluation")),
                    "Existence of monitoring and ex-ante or ongoing / interim evaluation",
                    "existence of monitoring and ex-ante or ongoing / interim evaluation",
                ),
            ),
        ),
        Criterion(
            key="instruments",
            title="Cluster support instruments",
            description=(
                "whether policies bring instruments to carry them out, financial or "
                "technical"
            ),
            levels=(
                Level(
                    "0",
                    ~_DEDICATED & ~_BROADER_FINANCIAL & ~_BROADER_TECHNICAL,
                    "No instruments for cluster development",
                    "no instruments for cluster development",
                ),
                Level(
                    "0.5",
                    _BROADER_FINANCIAL,
                    "Financial support for cluster development in the broader and / or sectoral policy",
                    "financial support for cluster development in the broader and / or sectoral policy",
                ),
                Level(
                    "1",
                    _DEDICATED,
                    "Financial or technical support for cluster development in dedicated cluster policy",
                    "financial or technical support for cluster development in dedicated cluster policy",
                ),
                Level(
                    "2",
                    _DEDICATED_FINANCIAL & _DEDICATED_TECHNICAL,
                    "Financial and technical support for cluster development in dedicated cluster policy",
                    "financial and technical support for cluster development in dedicated cluster policy",
                ),
            ),
            gaps=(
                Gap(
                    "technical_support_only",
                    ~_DEDICATED & ~_BROADER_FINANCIAL & _BROADER_TECHNICAL,
                    ("0", "0.5"),
                    "the scale has no level for technical support alone in a broader policy",
                ),
            ),
        ),
    ),
    citations={
        "criteria": ECCP_MX.at("Annex"),
        "criteria.levels.title": ECCP_MX.at("section 2, maturity table"),
        "criteria.levels.description": ECCP_MX.at("Annex, Scoring"),
        "caution": ECCP_MX.at("section 2, note"),
    },
)
"""The scoring system of the Annex: four criteria, 8 points at most.

Titles of levels are those of the maturity table, descriptions the wording of the Annex;
the two differ in places, and "e.g. ex-ante" stands in the Annex alone.
"""

EDITION_2022: Final = Edition(
    key="eccp_2022",
    title="ECCP country factsheets, 2022",
    rubric=MATURITY_2022,
    kind=Policy,
    readers={
        "targeted_policy": read.targeted_policy,
        "sectoral_policy": Asking(read.sectoral_policy, ["industrial_policy"]),
        "broad_policy": read.broad_policy,
        "established": Asking(read.established, ["policy_start"]),
        "dedicated_financial": Asking(read.dedicated_financial, ["announced_support"]),
        "dedicated_technical": Asking(read.dedicated_technical, ["announced_support"]),
        "broader_financial": Asking(read.broader_financial, ["announced_support"]),
        "broader_technical": Asking(read.broader_technical, ["announced_support"]),
        "ex_ante_evaluation": Asking(read.ex_ante_evaluation, ["foreign_evaluation"]),
        "interim_evaluation": read.interim_evaluation,
        "ex_post_evaluation": Asking(read.ex_post_evaluation, ["foreign_evaluation"]),
        "monitoring": Asking(
            read.monitoring, ["programme_monitoring", "legal_monitoring"]
        ),
    },
    set_aside=Asking(read.set_aside, ["regional_policy"]),
    questions=(
        Question(
            key="programme_monitoring",
            title="monitoring of government programmes in general counts as monitoring of this policy",
            choices=(Ruling("ignored", "no"), Ruling("counts", "yes")),
            citations={
                "title": ECCP_MX.at(
                    "section 2, Evidence of performance", "monitored in annual reports"
                )
            },
        ),
        Question(
            key="announced_support",
            title="support that is announced but not specified counts",
            choices=(Ruling("counts", "yes"), Ruling("ignored", "no")),
            citations={
                "title": ECCP_MX.at(
                    "section 2, Cluster support instruments",
                    "indicates general financial support",
                )
            },
        ),
        Question(
            key="regional_policy",
            title="a regional cluster policy counts",
            choices=(Ruling("ignored", "no"), Ruling("counts", "yes")),
            citations={
                "title": ECCP_MX.at(
                    "section 2",
                    "The regional policy example is not included in this assessment",
                )
            },
        ),
        Question(
            key="industrial_policy",
            title="an industrial policy is a sectoral policy",
            choices=(Ruling("broad", "no"), Ruling("sectoral", "yes")),
            citations={
                "title": ECCP_MX.at("Annex, Policy scope", "e.g. industrial policy")
            },
        ),
        Question(
            key="policy_start",
            title="a documented unbroken practice counts as the start",
            choices=(
                Ruling("stated", "no, the stated starting year"),
                Ruling("practice", "yes"),
            ),
            citations={
                "title": ECCP_MX.at("section 2, Continuity", "dates back to 2004")
            },
        ),
        Question(
            key="foreign_evaluation",
            title="an evaluation of other countries' policies is an ex-ante evaluation of this one",
            choices=(Ruling("counts", "yes"), Ruling("ignored", "no")),
            citations={
                "title": ECCP_MX.at(
                    "section 2, Evidence of performance",
                    "based on a comparative analysis",
                )
            },
        ),
        Question(
            key="legal_monitoring",
            title="activity monitored against the targets of a law counts as monitoring of the policy",
            choices=(Ruling("counts", "yes"), Ruling("ignored", "no")),
            citations={
                "title": ECCP_MX.at(
                    "chapter 1, table, Policy evaluation, results",
                    "in accordance with the targets set by the Law",
                )
            },
        ),
    ),
)
"""How facts are read off factsheets of 2022, and the readings they allow."""

PUBLISHED_READING: Final = EDITION_2022.published
"""How the ECCP read the documents in 2022."""

PROFILE_CRITERIA: Final = ProfileCriteria(
    key="eccp_profile",
    title="ECCP profile validation criteria",
    least_staff="0.5",
    least_members=15,
    least_types=2,
    english_website=True,
    exempt=True,
    citations={
        name: ECCP_PROFILE.at("validation criteria")
        for name in (
            "least_staff",
            "least_members",
            "least_types",
            "english_website",
            "exempt",
        )
    },
)
"""Criteria of a profile on the platform; since when they hold is not recorded."""
