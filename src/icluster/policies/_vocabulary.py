"""Vocabularies of the factsheets, with their labels as printed."""

from __future__ import annotations

from icluster.vocabularies import Vocabulary


class PolicyType(Vocabulary):
    """What a policy is aimed at: anything, a sector, or clusters.

    Example:
        >>> PolicyType.from_title("Broad policy").is_targeted
        False
        >>> PolicyType.REGIONAL_CLUSTER.is_targeted
        True
    """

    BROAD = "broad", "Broad policy", "broader policies"
    SECTORAL = "sectoral", "Sectoral policy", "specific sectoral policies"
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


class Status(Vocabulary):
    """Whether support, a theme or a measure is there. The words are ours.

    Example:
        >>> Status.UNSPECIFIED.title
        'unspecified'
        >>> Status.from_title("no longer available") is Status.ENDED
        True
    """

    IN_FORCE = "in_force", "in force", "available"
    ANNOUNCED = "announced", "announced", "planned"
    ENDED = "ended", "ended", "no longer available"
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
        >>> [
        ...     EvaluationStage.from_title(label).value
        ...     for label in ("in-itinere", "Interim", "ongoing")
        ... ]
        ['interim', 'interim', 'interim']
    """

    EX_ANTE = "ex_ante", "ex-ante"
    INTERIM = "interim", "in-itinere", "interim", "ongoing", "ongoing / interim"
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


class MonitoringMeans(Vocabulary):
    """What a monitoring goes by. The words are ours.

    Example:
        >>> MonitoringMeans.LEGAL_TARGETS.title
        'targets set by a law'
    """

    ANNUAL_REPORTS = "annual_reports", "annual reports"
    LEGAL_TARGETS = "legal_targets", "targets set by a law"
    INDICATORS = "indicators", "performance indicators"


class PolicyForm(Vocabulary):
    """What sort of thing a policy is, where it is more than a policy. Ours.

    Example:
        >>> PolicyForm.from_title("Programme").value
        'programme'
    """

    STRATEGY = "strategy", "strategy"
    PLAN = "plan", "plan"
    PROGRAMME = "programme", "programme"
    INITIATIVE = "initiative", "initiative"
    INSTRUMENT = "instrument", "instrument"


class PolicyRelationKind(Vocabulary):
    """How a policy stands to another one. The words are ours.

    Example:
        >>> PolicyRelationKind.SUCCEEDS.title
        'succeeds'
    """

    PART_OF = "part_of", "is part of"
    IMPLEMENTS = "implements", "implements", "operationalises"
    SUCCEEDS = "succeeds", "succeeds", "replaces"
    FUNDED_BY = "funded_by", "is funded by"


class AllocationStage(Vocabulary):
    """How far money has come on its way. The words are ours.

    Example:
        >>> AllocationStage.AWARDED.title
        'awarded'
    """

    EARMARKED = "earmarked", "earmarked", "set aside"
    ANNOUNCED = "announced", "announced"
    AWARDED = "awarded", "awarded", "granted"
    SPENT = "spent", "spent"


class EuPriority(Vocabulary):
    """Priorities of the European Union that a policy is aligned with.

    Example:
        >>> [priority.title for priority in EuPriority]
        ['Green economy', 'Digitalisation', 'Resilience']
    """

    GREEN_ECONOMY = "green_economy", "Green economy"
    DIGITALISATION = "digitalisation", "Digitalisation"
    RESILIENCE = "resilience", "Resilience"
