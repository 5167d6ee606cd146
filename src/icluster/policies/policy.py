"""Policies: everything that the table of a factsheet holds."""

from __future__ import annotations

from types import NoneType
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_text, to_tuple, unique
from icluster.errors import InvalidValueError
from icluster.policies.parts import (
    Authority,
    Budget,
    Evaluation,
    History,
    Instrument,
    Monitoring,
)
from icluster.policies.vocabulary import (
    Beneficiary,
    EuPriority,
    FinancialInstrument,
    Objective,
    PolicyFocus,
    PolicyLevel,
    PolicyType,
    TechnicalInstrument,
)
from icluster.regions import Country, Region
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Other, Vocabulary

__all__ = [
    "Policy",
]


def __dir__() -> list[str]:
    return __all__


_MISSING = (Missing.UNKNOWN, Missing.NOT_APPLICABLE)


def _several(*kinds: type) -> Any:
    """Make a field of several *kinds*, none of them twice, or missing."""
    return field(
        default=Missing.UNKNOWN,
        converter=to_tuple,
        validator=[all_of(*kinds, or_one_of=_MISSING), unique],
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
