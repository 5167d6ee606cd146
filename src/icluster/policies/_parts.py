"""Parts of a policy: authorities, evaluations, history and budget."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple, unique, within
from icluster._texts import all_texts, is_text
from icluster.dates import PartialDate, PartialPeriod
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.policies._support import Allocation
from icluster.policies._vocabulary import (
    AuthorityRole,
    EvaluationStage,
    MonitoringMeans,
    PeriodKind,
    Subject,
)
from icluster.regions import Country, Region
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, NotApplicable, Other, Unknown
from icluster.words import Shown, say


def _to_roles(
    items: Iterable[AuthorityRole | Other],
) -> tuple[AuthorityRole | Other, ...]:
    return to_tuple(items)


@frozen
class Authority(Shown):
    """A body that answers for a policy, and what it does for it.

    Attributes:
        name: Name as the source gives it.
        roles: What it does, as far as the source says it of this very body; roles
            that are printed for all together are those of the policy.
        area: The country or region it belongs to, since bodies share names.
        citations: Where each field was read.

    Example:
        >>> Authority("Ministry of Economy", [AuthorityRole.FUNDING]).roles
        (<AuthorityRole.FUNDING: 'funding'>,)
    """

    name: str = field(validator=is_text)
    roles: tuple[AuthorityRole | Other, ...] = field(
        default=(),
        converter=_to_roles,
        validator=[all_of(AuthorityRole, Other), unique],
    )
    area: Country | Region | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(Country, Region, or_one_of=(Missing.UNKNOWN,)),
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )


@frozen
class Evaluation(Shown):
    """An evaluation of a policy: at which stage, and of what.

    Example:
        >>> Evaluation(EvaluationStage.EX_ANTE).subject.title
        'this policy'
    """

    stage: EvaluationStage | Other = field(
        validator=instance_of(EvaluationStage, Other)
    )
    subject: Subject | Other = field(
        default=Subject.THIS_POLICY, validator=instance_of(Subject, Other)
    )


@frozen
class Monitoring(Shown):
    """A monitoring: what it watches, and what it goes by.

    Example:
        >>> Monitoring(means=MonitoringMeans.LEGAL_TARGETS).means.title
        'targets set by a law'
    """

    subject: Subject | Other = field(
        default=Subject.THIS_POLICY, validator=instance_of(Subject, Other)
    )
    means: MonitoringMeans | Other | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(MonitoringMeans, Other, or_one_of=(Missing.UNKNOWN,)),
    )


@frozen(kw_only=True)
class History(Shown):
    """Since when a policy exists, and until when.

    Attributes:
        kind: Whether an end is predetermined.
        begins: Stated starting date, often a year only.
        ends: Stated ending date; `Missing.NOT_APPLICABLE` for a policy without one.
        practised_since: Since when the practice is documented to have gone on
            without a break, where that is earlier than the stated start.
        cycle_years: After how many years it is renewed, where that is a rule.

    Raises:
        InvalidValueError: It certainly ends before it begins, or the practice
            certainly began after the stated start.

    Example:
        >>> from datetime import date
        >>> history = History(begins=PartialDate(2015), ends=PartialDate(2030))
        >>> history.period.surely_covers(date(2022, 9, 30))
        True
    """

    kind: PeriodKind | Other | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PeriodKind, Other, Missing)
    )
    begins: PartialDate | Unknown = Missing.UNKNOWN
    ends: PartialDate | Unknown | NotApplicable = Missing.UNKNOWN
    practised_since: PartialDate | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PartialDate, Missing)
    )
    cycle_years: int | Unknown = field(
        default=Missing.UNKNOWN,
        validator=within(1, 999, or_one_of=(Missing.UNKNOWN,)),
    )

    def __attrs_post_init__(self) -> None:
        # A PartialPeriod refuses impossible ends; nothing else is asked of it.
        PartialPeriod(self.begins, self.ends)
        practised = self.practised_since
        if (
            isinstance(practised, PartialDate)
            and isinstance(self.begins, PartialDate)
            and practised.first_day > self.begins.last_day
        ):
            expected = say("not after {}, the stated start", self.begins)
            raise InvalidValueError("practised_since", expected, str(practised))

    @property
    def period(self) -> PartialPeriod:
        """The stated beginning and end."""
        return PartialPeriod(self.begins, self.ends)


def _to_funding(
    items: list[str] | tuple[str, ...] | Unknown,
) -> tuple[str, ...] | Unknown:
    return to_tuple(items)


def _to_allocations(items: Iterable[Allocation]) -> tuple[Allocation, ...]:
    return to_tuple(items)


@frozen(kw_only=True)
class Budget(Shown):
    """What a policy may spend, a year and overall, and where it comes from.

    Attributes:
        overall: For the whole period.
        annual: For one year.
        funding: Where the money comes from, in words; unknown where a source
            says that it is not specified, an empty tuple where it says that there
            is none.
        allocations: Amounts set aside, announced, awarded or spent.

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
    funding: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_funding,
        validator=[all_texts(or_one_of=(Missing.UNKNOWN,)), unique],
    )
    allocations: tuple[Allocation, ...] = field(
        default=(), converter=_to_allocations, validator=all_of(Allocation)
    )
