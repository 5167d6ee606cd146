"""Parts of a policy: authorities, support, evaluations, history and budget."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_text, to_tuple, unique
from icluster.dates import PartialDate, PartialPeriod
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.policies._vocabulary import (
    AuthorityRole,
    EvaluationStage,
    FinancialInstrument,
    InstrumentStatus,
    PeriodKind,
    Subject,
    TechnicalInstrument,
)
from icluster.vocabularies import Missing, NotApplicable, Other, Unknown
from icluster.words import say

__all__ = [
    "Authority",
    "Budget",
    "Earmark",
    "Evaluation",
    "History",
    "Instrument",
    "Monitoring",
]


def _to_roles(
    items: Iterable[AuthorityRole | Other],
) -> tuple[AuthorityRole | Other, ...]:
    return to_tuple(items)


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
        default=(),
        converter=_to_roles,
        validator=[all_of(AuthorityRole, Other), unique],
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
        InvalidValueError: It certainly ends before it begins, or the practice
            certainly began after the stated start.

    Example:
        >>> from datetime import date
        >>> history = History(begins=PartialDate(2015), ends=PartialDate(2030))
        >>> history.period.surely_covers(date(2022, 9, 30))
        True
    """

    kind: PeriodKind | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PeriodKind, Missing)
    )
    begins: PartialDate | Unknown = Missing.UNKNOWN
    ends: PartialDate | Unknown | NotApplicable = Missing.UNKNOWN
    practised_since: PartialDate | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(PartialDate, Missing)
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


def _to_share(value: Fraction | int | Missing) -> Fraction | Missing:
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


def _to_funding(
    items: list[str] | tuple[str, ...] | Unknown,
) -> tuple[str, ...] | Unknown:
    return to_tuple(items)


def _to_earmarks(items: Iterable[Earmark]) -> tuple[Earmark, ...]:
    return to_tuple(items)


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
    funding: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_funding,
        validator=[all_of(str, or_one_of=(Missing.UNKNOWN,)), unique],
    )
    earmarks: tuple[Earmark, ...] = field(
        default=(), converter=_to_earmarks, validator=all_of(Earmark)
    )
