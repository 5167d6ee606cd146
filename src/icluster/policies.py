"""Cluster policies as a country factsheet of the ECCP describes them.

The fields follow the table of the factsheet's first chapter; the vocabularies
carry its labels as printed. For every field, an empty tuple says *none stated*,
`Missing.UNKNOWN` says *no data*, and `Missing.NOT_APPLICABLE` says that the
question does not arise (an ending year of a policy without a limit).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import Any

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import (
    all_of,
    instance_of,
    is_key,
    is_text,
    to_tuple,
    unique,
)
from icluster.dates import PartialDate, PartialPeriod, Period
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.money import Money
from icluster.regions import Country, Region
from icluster.sources import Cited, Source, are_cited, to_cited
from icluster.vocabularies import Missing, Other, Vocabulary

__all__ = [
    "Authority",
    "AuthorityRole",
    "Beneficiary",
    "Budget",
    "Earmark",
    "EuPriority",
    "Evaluation",
    "EvaluationStage",
    "Factsheet",
    "FinancialInstrument",
    "History",
    "Instrument",
    "InstrumentStatus",
    "Monitoring",
    "Objective",
    "PeriodKind",
    "Policy",
    "PolicyFocus",
    "PolicyLevel",
    "PolicyType",
    "PublishedScore",
    "Subject",
    "TechnicalInstrument",
]


def __dir__() -> list[str]:
    return __all__


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


_MISSING = (Missing.UNKNOWN, Missing.NOT_APPLICABLE)


def _several(*kinds: type) -> Any:
    """Make a field of several *kinds*, none of them twice, or missing."""
    return field(
        default=Missing.UNKNOWN,
        converter=to_tuple,
        validator=[all_of(*kinds, or_one_of=_MISSING), unique],
    )


@frozen
class Authority:
    """A body that answers for a policy, and what it does for it.

    Attributes:
        name: Name as the source gives it.
        roles: What it does; may be empty where the source does not say.

    Example:
        >>> Authority("Ministry of Economy", [AuthorityRole.FUNDING]).roles
        (<AuthorityRole.FUNDING: 'funding'>,)
    """

    name: str = field(validator=is_text)
    roles: tuple[AuthorityRole | Other, ...] = field(
        default=(), converter=to_tuple, validator=[all_of(AuthorityRole, Other), unique]
    )


@frozen
class Instrument:
    """A kind of support, and whether it can be had.

    Attributes:
        kind: The printed kind, or `Other` with the words of the source.
        status: Support that is listed without any status is unspecified.

    Example:
        >>> Instrument(TechnicalInstrument.MARKETING).status.title
        'unspecified'
    """

    kind: FinancialInstrument | TechnicalInstrument | Other = field(
        validator=instance_of(FinancialInstrument, TechnicalInstrument, Other)
    )
    status: InstrumentStatus = field(
        default=InstrumentStatus.UNSPECIFIED, validator=instance_of(InstrumentStatus)
    )


@frozen
class Evaluation:
    """An evaluation of a policy: at which stage, and of what.

    Example:
        >>> Evaluation(EvaluationStage.EX_ANTE).subject.title
        'this policy'
    """

    stage: EvaluationStage = field(validator=instance_of(EvaluationStage))
    subject: Subject | Other = field(
        default=Subject.THIS_POLICY, validator=instance_of(Subject, Other)
    )


@frozen
class Monitoring:
    """A monitoring, and what it watches.

    Example:
        >>> Monitoring(Subject.PROGRAMMES_IN_GENERAL).subject.title
        'programmes in general'
    """

    subject: Subject | Other = field(
        default=Subject.THIS_POLICY, validator=instance_of(Subject, Other)
    )


@frozen(kw_only=True)
class History:
    """Since when a policy exists, and until when.

    Attributes:
        kind: Whether an end is predetermined.
        begins: Stated starting date, often a year only.
        ends: Stated ending date; `Missing.NOT_APPLICABLE` for a policy without one.
        practised_since: Since when the practice is documented to have gone on
            without a break, where that is earlier than the stated start.

    Raises:
        InvalidValueError: It certainly ends before it begins.

    Example:
        >>> from datetime import date
        >>> history = History(begins=PartialDate(2015), ends=PartialDate(2030))
        >>> history.period.surely_covers(date(2022, 9, 30))
        True
    """

    kind: PeriodKind | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PeriodKind, Missing)
    )
    begins: PartialDate | Missing = Missing.UNKNOWN
    ends: PartialDate | Missing = Missing.UNKNOWN
    practised_since: PartialDate | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PartialDate, Missing)
    )

    def __attrs_post_init__(self) -> None:
        # A PartialPeriod refuses impossible ends; nothing else is asked of it.
        PartialPeriod(self.begins, self.ends)

    @property
    def period(self) -> PartialPeriod:
        """The stated beginning and end."""
        return PartialPeriod(self.begins, self.ends)


def _to_share(value: Any) -> Any:
    return Fraction(value) if isinstance(value, int) else value


@frozen(kw_only=True)
class Earmark:
    """Money set aside for each of something, and what must be added to it.

    Attributes:
        amount: The amount for each.
        purpose: What it is for each of, for example ``"cluster"``.
        counterpart: Least private money beside one of public money, as an exact
            ratio: 1 says *at least the same amount*. Unknown where not stated.

    Example:
        >>> Earmark(
        ...     amount=Money(amount=5), purpose="cluster", counterpart=1
        ... ).counterpart
        Fraction(1, 1)
    """

    amount: Money = field(validator=instance_of(Money))
    purpose: str = field(validator=is_text)
    counterpart: Fraction | Missing = field(
        default=Missing.UNKNOWN,
        converter=_to_share,
        validator=instance_of(Fraction, Missing),
    )

    def __attrs_post_init__(self) -> None:
        if isinstance(self.counterpart, Fraction) and self.counterpart < 0:
            raise InvalidValueError("counterpart", "0 or more", self.counterpart)


@frozen(kw_only=True)
class Budget:
    """What a policy may spend, a year and overall, and where it comes from.

    Attributes:
        overall: For the whole period.
        annual: For one year.
        funding: Where the money comes from, in words; an empty tuple says that
            the source states that none is specified.
        earmarks: Amounts set aside for each of something.

    Example:
        >>> Budget().annual.title
        'unknown'
    """

    overall: Money | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(Money, Missing)
    )
    annual: Money | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(Money, Missing)
    )
    funding: tuple[str, ...] | Missing = field(
        default=Missing.UNKNOWN,
        converter=to_tuple,
        validator=[all_of(str, or_one_of=_MISSING), unique],
    )
    earmarks: tuple[Earmark, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Earmark)
    )


@frozen(kw_only=True)
class Policy:
    """A policy that targets, supports or touches clusters.

    Attributes:
        name: Name as the source gives it.
        type: What it is aimed at.
        level: For the country or for a region.
        country: The country it belongs to.
        region: The region of a regional policy, None for a national one.
        industrial: Whether it is an industrial policy, which the ECCP gives as
            an example of a sectoral one.
        objectives: What it is to achieve.
        focus: Whether it is for certain sectors.
        sectors: The sectors it names, in words.
        authorities: Who answers for it, with their roles.
        beneficiaries: Whom it is to benefit.
        financial: Financial instruments; those listed are all there are.
        technical: Technical assistance; what is listed is all there is.
        history: Since when it exists, and until when.
        budget: What it may spend.
        evaluations: Evaluations, each with its stage and subject.
        monitoring: Monitoring, each with what it watches.
        evaluation_results: What evaluations found, in our words.
        eu_priorities: Priorities of the European Union it is aligned with.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A field does not hold what it says, or a regional
            policy lacks its region.

    Example:
        >>> plan = Policy(
        ...     name="Strategic plan",
        ...     type=PolicyType.REGIONAL_CLUSTER,
        ...     level=PolicyLevel.REGIONAL,
        ...     country=Country("MX"),
        ...     region=Region("MX-NLE"),
        ...     history=History(begins=PartialDate(2015), ends=PartialDate(2030)),
        ... )
        >>> plan.is_targeted, plan.financial.title
        (True, 'unknown')

    Source: the table of chapter 1 of the ECCP country factsheets, 2022.
    """

    name: str = field(validator=is_text)
    type: PolicyType | Other = field(validator=instance_of(PolicyType, Other))
    level: PolicyLevel = field(validator=instance_of(PolicyLevel))
    country: Country = field(validator=instance_of(Country))
    region: Region | None = field(default=None, validator=instance_of(Region, NoneType))
    industrial: bool | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(bool, Missing)
    )
    objectives: tuple[Objective | Other, ...] | Missing = _several(Objective, Other)
    focus: PolicyFocus | Other | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PolicyFocus, Other, Missing)
    )
    sectors: tuple[str, ...] | Missing = _several(str)
    authorities: tuple[Authority, ...] | Missing = _several(Authority)
    beneficiaries: tuple[Beneficiary | Other, ...] | Missing = _several(
        Beneficiary, Other
    )
    financial: tuple[Instrument, ...] | Missing = _several(Instrument)
    technical: tuple[Instrument, ...] | Missing = _several(Instrument)
    history: History = field(factory=History, validator=instance_of(History))
    budget: Budget = field(factory=Budget, validator=instance_of(Budget))
    evaluations: tuple[Evaluation, ...] | Missing = _several(Evaluation)
    monitoring: tuple[Monitoring, ...] | Missing = _several(Monitoring)
    evaluation_results: str | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(str, Missing)
    )
    eu_priorities: tuple[EuPriority | Other, ...] | Missing = _several(
        EuPriority, Other
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        if (self.region is not None) != (self.level is PolicyLevel.REGIONAL):
            expected = "given for a regional policy, and only for one"
            raise InvalidValueError("region", expected, self.region)
        if self.region is not None and self.region.country != self.country:
            expected = f"in the country {self.country}"
            raise InvalidValueError("region", expected, self.region.code)
        _check_kinds("financial", self.financial, FinancialInstrument)
        _check_kinds("technical", self.technical, TechnicalInstrument)

    @property
    def is_targeted(self) -> bool:
        """Whether it is a cluster policy, national or regional."""
        return isinstance(self.type, PolicyType) and self.type.is_targeted


def _check_kinds(
    name: str, instruments: tuple[Instrument, ...] | Missing, kind: type[Vocabulary]
) -> None:
    if isinstance(instruments, Missing):
        return
    for index, instrument in enumerate(instruments):
        if not isinstance(instrument.kind, (kind, Other)):
            place = f"{name}[{index}].kind"
            raise InvalidValueError(
                place, f"a {kind.__name__} or Other", instrument.kind
            )


def _to_points(given: Any) -> tuple[tuple[str, Decimal], ...]:
    items = given.items() if isinstance(given, Mapping) else given
    return tuple((key, to_decimal(points, field=key)) for key, points in items)


@frozen(kw_only=True)
class PublishedScore:
    """A maturity score as somebody published it, to hold against a derived one.

    Attributes:
        subject: What was scored, for example a country's name.
        rubric: Key of the rubric it claims to follow.
        points: Points by key of the criterion, as published.
        total: Total as published, which need not be the sum of the points.
        collected: When the data were collected, or None where not stated.
        citations: Where each field was read; a criterion is cited by its key
            behind ``points.``.

    Example:
        >>> published = PublishedScore(
        ...     subject="Mexico",
        ...     rubric="maturity_2022",
        ...     points={"scope": "0.5", "continuity": 0},
        ...     total="1.5",
        ... )
        >>> published["scope"]
        Decimal('0.5')
    """

    subject: str = field(validator=is_text)
    rubric: str = field(validator=is_key)
    points: tuple[tuple[str, Decimal], ...] = field(converter=_to_points)
    total: Decimal = field(converter=to_decimal)
    collected: Period | None = field(
        default=None, validator=instance_of(Period, NoneType)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        keys = [key for key, _ in self.points]
        if len(set(keys)) != len(keys):
            raise InvalidValueError("points", "given once a criterion", keys)

    def __getitem__(self, criterion: str) -> Decimal:
        for key, points in self.points:
            if key == criterion:
                return points
        known = tuple(key for key, _ in self.points)
        raise UnknownNameError("published criterion", criterion, known)


@frozen(kw_only=True)
class Factsheet:
    """What one edition of a publication says of one country's cluster policies.

    Attributes:
        country: The country.
        year: Year of the edition.
        policies: The policies it describes.
        published: The score it publishes, or None.
        sources: The documents it was read from.

    Example:
        >>> Factsheet(country=Country("MX"), year=2022).policies
        ()
    """

    country: Country = field(validator=instance_of(Country))
    year: int = field(validator=instance_of(int))
    policies: tuple[Policy, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Policy)
    )
    published: PublishedScore | None = field(
        default=None, validator=instance_of(PublishedScore, NoneType)
    )
    sources: tuple[Source, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Source)
    )
