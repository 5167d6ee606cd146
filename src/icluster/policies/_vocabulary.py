"""Vocabularies of the factsheets, with their labels as printed."""

from __future__ import annotations

from icluster.vocabularies import Vocabulary

__all__ = [
    "AuthorityRole",
    "Beneficiary",
    "EuPriority",
    "EvaluationStage",
    "FinancialInstrument",
    "InstrumentStatus",
    "Objective",
    "PeriodKind",
    "PolicyFocus",
    "PolicyLevel",
    "PolicyType",
    "Subject",
    "TechnicalInstrument",
]


class PolicyType(Vocabulary):
    """What a policy is aimed at: anything, a sector, or clusters.

    Example:
        >>> PolicyType.from_title("Broad policy").is_targeted
        False
        >>> PolicyType.REGIONAL_CLUSTER.is_targeted
        True
    """

    BROAD = "broad", "Broad policy"
    SECTORAL = "sectoral", "Sectoral policy"
    NATIONAL_CLUSTER = "national_cluster", "National cluster policy"
    REGIONAL_CLUSTER = "regional_cluster", "Regional cluster policy"

    @property
    def is_targeted(self) -> bool:
        """Whether it is a cluster policy, not one that touches clusters."""
        return self in (PolicyType.NATIONAL_CLUSTER, PolicyType.REGIONAL_CLUSTER)


class PolicyLevel(Vocabulary):
    """Who the policy is for: the country or one of its regions.

    Example:
        >>> PolicyLevel.REGIONAL.title
        'Regional'
    """

    NATIONAL = "national", "National"
    REGIONAL = "regional", "Regional"


class Objective(Vocabulary):
    """Policy objectives, as the factsheets print them.

    Example:
        >>> len(Objective)
        13
    """

    COOPERATION = (
        "cooperation",
        "Strengthening cooperation between companies or industry and RTDI actors",
    )
    COMPETITIVENESS = (
        "competitiveness",
        "Increasing competitiveness and boosting scale up of SMEs",
    )
    INTERNATIONALISATION = (
        "internationalisation",
        "Supporting internationalisation activities",
    )
    RESEARCH = (
        "research",
        "Fostering R&D activities, technology development and implementation",
    )
    INNOVATION = (
        "innovation",
        "Fostering innovation and strengthening innovation ecosystems",
    )
    CLUSTER_CREATION = (
        "cluster_creation",
        "Supporting the creation of new cluster organisations",
    )
    CLUSTER_CONSOLIDATION = (
        "cluster_consolidation",
        "Supporting the consolidation of existing cluster organisations",
    )
    CLUSTER_NETWORK = (
        "cluster_network",
        "Strengthening the network of cluster organisations/cross-clustering",
    )
    ENTREPRENEURSHIP = (
        "entrepreneurship",
        "Promoting entrepreneurship, start-ups and spin-offs",
    )
    SUSTAINABILITY = (
        "sustainability",
        "Promoting resilience and sustainable economy and other solidarity-based "
        "initiatives",
    )
    EMPLOYMENT = (
        "employment",
        "Promoting employment and upgrading skills and competences",
    )
    TERRITORIAL_COHESION = (
        "territorial_cohesion",
        "Enhancing territorial cohesion (through RIS3)",
    )
    SUPPLY_CHAINS = "supply_chains", "Increase supply chain resilience"


class PolicyFocus(Vocabulary):
    """Whether the policy is for certain sectors. *Sectoral* is implied, not printed.

    Example:
        >>> PolicyFocus.from_title("cross-sectoral")
        <PolicyFocus.CROSS_SECTORAL: 'cross_sectoral'>
    """

    CROSS_SECTORAL = "cross_sectoral", "cross-sectoral"
    NO_SPECIFIC_FOCUS = "no_specific_focus", "No specific focus"
    SECTORAL = "sectoral", "sectoral"


class AuthorityRole(Vocabulary):
    """What a responsible authority does for the policy.

    Example:
        >>> AuthorityRole.from_title("Provides funding").value
        'funding'
    """

    DRAFTING_AND_IMPLEMENTATION = (
        "drafting_and_implementation",
        "Both drafting and implementation",
    )
    FUNDING = "funding", "Provides funding"
    OVERSIGHT = "oversight", "Oversees the implementation"


class Beneficiary(Vocabulary):
    """Whom the policy is to benefit; the eleventh, Other, is `Other`.

    Example:
        >>> Beneficiary.read("Other: Nature")
        Other(text='Nature')
    """

    SMES = "smes", "SMEs"
    CLUSTER_ORGANISATIONS = "cluster_organisations", "Cluster organisations"
    RESEARCH_ORGANISATIONS = "research_organisations", "Research organisations"
    ACADEMIC_INSTITUTIONS = "academic_institutions", "Academic institutions"
    START_UPS = "start_ups", "Start-ups"
    BUSINESS_ASSOCIATIONS = "business_associations", "Business associations"
    LARGE_FIRMS = "large_firms", "Large firms"
    NGOS = "ngos", "NGOs"
    TECHNOLOGY_CENTRES = "technology_centres", "Technology centres"
    GENERAL_POPULATION = "general_population", "General population"


class FinancialInstrument(Vocabulary):
    """Financial instruments, as the factsheets print them.

    Example:
        >>> FinancialInstrument.COLLABORATION.title
        'Funding collaboration initiatives'
    """

    COLLABORATION = "collaboration", "Funding collaboration initiatives"
    PROJECTS = (
        "projects",
        "Support to R&D projects, SMEs becoming cluster members, etc.",
    )
    INNOVATION = (
        "innovation",
        "Innovation: voucher, support to hire PhDs, cooperation with R&I actors",
    )


class TechnicalInstrument(Vocabulary):
    """Technical assistance, as the factsheets print it.

    Example:
        >>> len(TechnicalInstrument)
        5
    """

    INFRASTRUCTURE = (
        "infrastructure",
        "Infrastructure: coworking spaces, offices, incubation and accelerator "
        "spaces, research centres, technology parks etc.",
    )
    HARD_SKILLS = (
        "hard_skills",
        "Support for hard skill development: knowledge transfer, intellectual "
        "property, entrepreneurship, export advice, market intelligence",
    )
    SOFT_SKILLS = (
        "soft_skills",
        "Support for soft skills development: coaching, management training, "
        "upskilling/reskilling",
    )
    NETWORKING = (
        "networking",
        "Support for networking and partnership building (at national and/or "
        "international level)",
    )
    MARKETING = (
        "marketing",
        "Marketing activities: advertising, communication, events, fairs, and so on",
    )


class InstrumentStatus(Vocabulary):
    """Whether support can be had, is only announced, or is listed without saying.

    Example:
        >>> InstrumentStatus.UNSPECIFIED.title
        'unspecified'
    """

    IN_FORCE = "in_force", "in force"
    ANNOUNCED = "announced", "announced"
    UNSPECIFIED = "unspecified", "unspecified"


class PeriodKind(Vocabulary):
    """Whether the policy has a predetermined end.

    Example:
        >>> PeriodKind.from_title("Limited period").value
        'limited'
    """

    LIMITED = "limited", "Limited period"
    UNLIMITED = "unlimited", "Unlimited period"


class EvaluationStage(Vocabulary):
    """When an evaluation is made. *Ex-post* is implied by the scale, not printed.

    In-itinere, interim and ongoing mean the same stage.

    Example:
        >>> EvaluationStage.from_title("in-itinere").value
        'interim'
    """

    EX_ANTE = "ex_ante", "ex-ante"
    INTERIM = "interim", "in-itinere"
    EX_POST = "ex_post", "ex-post"


class Subject(Vocabulary):
    """What an evaluation or a monitoring is about.

    Example:
        >>> Subject.OTHER_COUNTRIES.title
        "other countries' policies"
    """

    THIS_POLICY = "this_policy", "this policy"
    PAST_POLICY = "past_policy", "a past policy"
    OTHER_COUNTRIES = "other_countries", "other countries' policies"
    PROGRAMMES_IN_GENERAL = "programmes_in_general", "programmes in general"


class EuPriority(Vocabulary):
    """Priorities of the European Union that a policy is aligned with.

    Example:
        >>> [priority.title for priority in EuPriority]
        ['Green economy', 'Digitalisation', 'Resilience']
    """

    GREEN_ECONOMY = "green_economy", "Green economy"
    DIGITALISATION = "digitalisation", "Digitalisation"
    RESILIENCE = "resilience", "Resilience"
