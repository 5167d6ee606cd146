"""Policies, factsheets that describe them, and the scores that these publish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import (
    all_of,
    instance_of,
    is_key,
    is_text,
    lean,
    to_pairs,
    to_tuple,
    unique,
)
from icluster.dates import Period
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.policies._parts import (
    Authority,
    Budget,
    Evaluation,
    History,
    Instrument,
    Monitoring,
)
from icluster.policies._vocabulary import (
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
from icluster.sources import Cited, Source, are_cited, to_cited
from icluster.vocabularies import Missing, NotApplicable, Other, Unknown, Vocabulary
from icluster.words import say

__all__ = ["Factsheet", "Policy", "PublishedScore"]


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


@frozen(kw_only=True, field_transformer=lean)
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
    region: Region | None = field(
        default=None, validator=instance_of(Region, or_one_of=(None,))
    )
    industrial: bool | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(bool, Missing)
    )
    objectives: tuple[Objective | Other, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_objectives,
        validator=[all_of(Objective, Other, or_one_of=_OR_MISSING), unique],
    )
    focus: PolicyFocus | Other | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PolicyFocus, Other, Missing)
    )
    sectors: tuple[str, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_sectors,
        validator=[all_of(str, or_one_of=_OR_MISSING), unique],
    )
    authorities: tuple[Authority, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_authorities,
        validator=[all_of(Authority, or_one_of=_OR_MISSING), unique],
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
    evaluation_results: str | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(str, Missing)
    )
    eu_priorities: tuple[EuPriority | Other, ...] | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        converter=_to_eu_priorities,
        validator=[all_of(EuPriority, Other, or_one_of=_OR_MISSING), unique],
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        if (self.region is not None) != (self.level is PolicyLevel.REGIONAL):
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


# --- factsheets -----------------------------------------------------------------


def _to_points(
    points: Mapping[str, Decimal | int | str]
    | Sequence[tuple[str, Decimal | int | str]],
) -> tuple[tuple[str, Decimal], ...]:
    pairs = to_pairs(points)
    if not isinstance(pairs, tuple) or any(len(pair) != 2 for pair in pairs):
        raise InvalidValueError("points", "points by key of the criterion", points)
    return tuple((key, to_decimal(value, field=key)) for key, value in pairs)


def _to_total(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="total")


def _to_policies(items: Iterable[Policy]) -> tuple[Policy, ...]:
    return to_tuple(items)


def _to_sources(items: Iterable[Source]) -> tuple[Source, ...]:
    return to_tuple(items)


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
    total: Decimal = field(converter=_to_total)
    collected: Period | None = field(
        default=None, validator=instance_of(Period, or_one_of=(None,))
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
        keys = tuple(key for key, _ in self.points)
        raise UnknownNameError("published criterion", criterion, keys)


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
        default=(), converter=_to_policies, validator=all_of(Policy)
    )
    published: PublishedScore | None = field(
        default=None, validator=instance_of(PublishedScore, or_one_of=(None,))
    )
    sources: tuple[Source, ...] = field(
        default=(), converter=_to_sources, validator=all_of(Source)
    )
