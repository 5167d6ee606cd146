"""Policies that target, support or touch clusters."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple, unique
from icluster._lean import lean
from icluster._texts import all_texts, is_text
from icluster.errors import InvalidValueError
from icluster.observations import Observation
from icluster.policies._contents import (
    Expectation,
    LegalBasis,
    PolicyMeasure,
    PolicyRelation,
    SectorGroup,
    Theme,
)
from icluster.policies._parts import (
    Authority,
    Budget,
    Evaluation,
    History,
    Monitoring,
)
from icluster.policies._support import Instrument
from icluster.policies._vocabulary import (
    AuthorityRole,
    Beneficiary,
    EuPriority,
    FinancialInstrument,
    Objective,
    PolicyFocus,
    PolicyForm,
    PolicyLevel,
    PolicyRelationKind,
    PolicyType,
    TechnicalInstrument,
)
from icluster.regions import Country, Region
from icluster.sources import Cited, Note, are_cited, are_notes, to_cited, to_notes
from icluster.vocabularies import Missing, NotApplicable, Other, Unknown, Vocabulary
from icluster.words import Shown, say

# An empty tuple says that the source states that there are none.
_OR_MISSING = (Missing.UNKNOWN, Missing.NOT_APPLICABLE)


def _to_objectives(
    items: Iterable[Objective | Other] | Unknown | NotApplicable,
) -> tuple[Objective | Other, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_sectors(
    items: list[str] | tuple[str, ...] | Unknown | NotApplicable,
) -> tuple[str, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_authorities(
    items: Iterable[Authority] | Unknown | NotApplicable,
) -> tuple[Authority, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_beneficiaries(
    items: Iterable[Beneficiary | Other] | Unknown | NotApplicable,
) -> tuple[Beneficiary | Other, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_instruments(
    items: Iterable[Instrument] | Unknown | NotApplicable,
) -> tuple[Instrument, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_evaluations(
    items: Iterable[Evaluation] | Unknown | NotApplicable,
) -> tuple[Evaluation, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_monitoring(
    items: Iterable[Monitoring] | Unknown | NotApplicable,
) -> tuple[Monitoring, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_eu_priorities(
    items: Iterable[EuPriority | Other] | Unknown | NotApplicable,
) -> tuple[EuPriority | Other, ...] | Unknown | NotApplicable:
    return to_tuple(items)


def _to_authority_roles(
    items: Iterable[AuthorityRole | Other],
) -> tuple[AuthorityRole | Other, ...]:
    return to_tuple(items)


def _to_sector_groups(items: Iterable[SectorGroup]) -> tuple[SectorGroup, ...]:
    return to_tuple(items)


def _to_themes(items: Iterable[Theme]) -> tuple[Theme, ...]:
    return to_tuple(items)


def _to_measures(items: Iterable[PolicyMeasure]) -> tuple[PolicyMeasure, ...]:
    return to_tuple(items)


def _to_legal_basis(items: Iterable[LegalBasis]) -> tuple[LegalBasis, ...]:
    return to_tuple(items)


def _to_relations(items: Iterable[PolicyRelation]) -> tuple[PolicyRelation, ...]:
    return to_tuple(items)


def _to_expectations(items: Iterable[Expectation]) -> tuple[Expectation, ...]:
    return to_tuple(items)


def _to_observations(items: Iterable[Observation]) -> tuple[Observation, ...]:
    return to_tuple(items)


@frozen(kw_only=True, field_transformer=lean)
class Policy(Shown):
    """A policy that targets, supports or touches clusters.

    Attributes:
        name: Name as the source gives it.
        type: What it is aimed at.
        form: What sort of thing it is: a plan, a programme, a fund.
        level: For the country or for a region.
        country: The country it belongs to.
        region: The region of a regional policy, None for a national one.
        industrial: Whether it is an industrial policy, which the ECCP gives as
            an example of a sectoral one.
        objectives: What it is to achieve.
        themes: Headings that it orders its objectives under.
        measures: What it does or is to do, each with a status.
        focus: Whether it is for certain sectors.
        sectors: The sectors it names, in words.
        sector_groups: Sectors that it puts together, with what they have in common.
        authorities: Who answers for it, with the roles that are given to each.
        authority_roles: Roles that are given to the authorities together.
        beneficiaries: Whom it is to benefit.
        financial: Financial instruments; those listed are all there are.
        technical: Technical assistance; what is listed is all there is.
        history: Since when it exists, and until when.
        budget: What it may spend.
        evaluations: Evaluations, each with its stage and subject.
        monitoring: Monitoring, each with what it watches and goes by.
        eu_priorities: Priorities of the European Union it is aligned with.
        legal_basis: Laws that it rests on.
        relations: How it stands to other policies, and to funds.
        expectations: What is expected to come, and by when.
        observations: Figures that are given of it.
        notes: What else is said of a field, in a few words of ours.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A field does not hold what it says, or a regional
            policy lacks its region.

    Example:
        >>> from icluster.dates import PartialDate
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
    type: PolicyType | Other | Unknown = field(
        validator=instance_of(PolicyType, Other, or_one_of=(Missing.UNKNOWN,))
    )
    level: PolicyLevel | Other = field(validator=instance_of(PolicyLevel, Other))
    country: Country = field(validator=instance_of(Country))
    region: Region | None = field(
        default=None, validator=instance_of(Region, or_one_of=(None,))
    )
    form: PolicyForm | Other | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PolicyForm, Other, or_one_of=(Missing.UNKNOWN,)),
    )
    industrial: bool | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(bool, Missing)
    )
    objectives: tuple[Objective | Other, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_objectives,
        validator=[all_of(Objective, Other, or_one_of=_OR_MISSING), unique],
    )
    themes: tuple[Theme, ...] = field(
        default=(), converter=_to_themes, validator=[all_of(Theme), unique]
    )
    measures: tuple[PolicyMeasure, ...] = field(
        default=(), converter=_to_measures, validator=[all_of(PolicyMeasure), unique]
    )
    focus: PolicyFocus | Other | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PolicyFocus, Other, Missing)
    )
    sectors: tuple[str, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_sectors,
        validator=[all_texts(or_one_of=_OR_MISSING), unique],
    )
    sector_groups: tuple[SectorGroup, ...] = field(
        default=(),
        converter=_to_sector_groups,
        validator=[all_of(SectorGroup), unique],
    )
    authorities: tuple[Authority, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_authorities,
        validator=[all_of(Authority, or_one_of=_OR_MISSING), unique],
    )
    authority_roles: tuple[AuthorityRole | Other, ...] = field(
        default=(),
        converter=_to_authority_roles,
        validator=[all_of(AuthorityRole, Other), unique],
    )
    beneficiaries: tuple[Beneficiary | Other, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_beneficiaries,
        validator=[all_of(Beneficiary, Other, or_one_of=_OR_MISSING), unique],
    )
    financial: tuple[Instrument, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_instruments,
        validator=[all_of(Instrument, or_one_of=_OR_MISSING), unique],
    )
    technical: tuple[Instrument, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_instruments,
        validator=[all_of(Instrument, or_one_of=_OR_MISSING), unique],
    )
    history: History = field(default=History(), validator=instance_of(History))
    budget: Budget = field(default=Budget(), validator=instance_of(Budget))
    evaluations: tuple[Evaluation, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_evaluations,
        validator=[all_of(Evaluation, or_one_of=_OR_MISSING), unique],
    )
    monitoring: tuple[Monitoring, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_monitoring,
        validator=[all_of(Monitoring, or_one_of=_OR_MISSING), unique],
    )
    eu_priorities: tuple[EuPriority | Other, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_eu_priorities,
        validator=[all_of(EuPriority, Other, or_one_of=_OR_MISSING), unique],
    )
    legal_basis: tuple[LegalBasis, ...] = field(
        default=(), converter=_to_legal_basis, validator=[all_of(LegalBasis), unique]
    )
    relations: tuple[PolicyRelation, ...] = field(
        default=(), converter=_to_relations, validator=[all_of(PolicyRelation), unique]
    )
    expectations: tuple[Expectation, ...] = field(
        default=(), converter=_to_expectations, validator=[all_of(Expectation), unique]
    )
    observations: tuple[Observation, ...] = field(
        default=(), converter=_to_observations, validator=all_of(Observation)
    )
    notes: tuple[Note, ...] = field(default=(), converter=to_notes, validator=are_notes)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        # A level that the vocabulary does not list may be within a region or not.
        regional = self.level is PolicyLevel.REGIONAL
        if isinstance(self.level, PolicyLevel) and regional != (
            self.region is not None
        ):
            expected = "given for a regional policy, and only for one"
            raise InvalidValueError("region", expected, self.region)
        if self.region is not None and self.region.country != self.country:
            in_country = say("in the country {}", self.country)
            raise InvalidValueError("region", in_country, self.region.code)
        _check_kinds("financial", self.financial, FinancialInstrument)
        _check_kinds("technical", self.technical, TechnicalInstrument)

    @property
    def is_targeted(self) -> bool:
        """Whether it is a cluster policy, national or regional."""
        return isinstance(self.type, PolicyType) and self.type.is_targeted

    def succeeds(self, earlier: Policy) -> bool:
        """Tell whether a recorded relation says that it succeeds another policy.

        Example:
            >>> from attrs import evolve
            >>> from icluster.policies import PolicyRelation, PolicyRelationKind
            >>> first = Policy(
            ...     name="Clusters 2010",
            ...     type=PolicyType.NATIONAL_CLUSTER,
            ...     level=PolicyLevel.NATIONAL,
            ...     country=Country("MX"),
            ... )
            >>> relation = PolicyRelation(PolicyRelationKind.SUCCEEDS, "Clusters 2010")
            >>> second = evolve(first, name="Clusters 2020", relations=[relation])
            >>> second.succeeds(first), first.succeeds(second)
            (True, False)
        """
        return any(
            relation.kind is PolicyRelationKind.SUCCEEDS
            and relation.other == earlier.name
            for relation in self.relations
        )


def _check_kinds(
    name: str, instruments: tuple[Instrument, ...] | Missing, kind: type[Vocabulary]
) -> None:
    if isinstance(instruments, Missing):
        return
    for index, instrument in enumerate(instruments):
        if not isinstance(instrument.kind, (kind, Other)):
            place = f"{name}[{index}].kind"
            expected = say("a {} or Other", kind.__name__)
            raise InvalidValueError(place, expected, instrument.kind)
