"""What a policy brings: instruments, the money in them, criteria of selection."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple, unique
from icluster._texts import is_optional_prose, is_optional_text, is_text
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.policies._vocabulary import (
    AllocationStage,
    FinancialInstrument,
    Status,
    TechnicalInstrument,
)
from icluster.vocabularies import Missing, Other, Unknown
from icluster.words import Shown


def _to_share(value: Fraction | int | Missing) -> Fraction | Missing:
    return Fraction(value) if isinstance(value, int) else value


@frozen(kw_only=True)
class Allocation(Shown):
    """Money on its way to something, and what others must add to it.

    Attributes:
        amount: How much; for each, where *purpose* names one of several.
        stage: How far it has come: set aside, announced, awarded, spent.
        purpose: What it is for each of, for example ``"cluster"``; may be empty.
        counterpart: Least money of others beside one of public money, as an exact
            ratio: 1 says *at least the same amount*. Unknown where not stated.

    Raises:
        InvalidValueError: A field does not hold what it says.

    Example:
        >>> Allocation(
        ...     amount=Money(amount=5), purpose="cluster", counterpart=1
        ... ).counterpart
        Fraction(1, 1)
    """

    amount: Money | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(Money, or_one_of=(Missing.UNKNOWN,)),
    )
    stage: AllocationStage | Other | Unknown = field(
        default=AllocationStage.EARMARKED,
        validator=instance_of(AllocationStage, Other, or_one_of=(Missing.UNKNOWN,)),
    )
    purpose: str = field(default="", validator=is_optional_prose)
    counterpart: Fraction | Missing = field(
        default=Missing.UNKNOWN,
        converter=_to_share,
        validator=instance_of(Fraction, Missing),
    )

    def __attrs_post_init__(self) -> None:
        if isinstance(self.counterpart, Fraction) and self.counterpart < 0:
            raise InvalidValueError("counterpart", "0 or more", self.counterpart)


def _to_weight(value: Fraction | int | Unknown) -> Fraction | Unknown:
    return Fraction(value) if isinstance(value, int) else value


@frozen
class WeightedCriterion(Shown):
    """What is looked at where a policy chooses or accredits, and how much it weighs.

    Attributes:
        title: The criterion as the source names it.
        weight: Its share of the whole, from 0 to 1, exact; unknown where not stated.

    Raises:
        InvalidValueError: The weight is no share.

    Example:
        >>> WeightedCriterion("governance", Fraction(30, 100)).weight
        Fraction(3, 10)
    """

    title: str = field(validator=is_text)
    weight: Fraction | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_weight,
        validator=instance_of(Fraction, or_one_of=(Missing.UNKNOWN,)),
    )

    def __attrs_post_init__(self) -> None:
        if isinstance(self.weight, Fraction) and not 0 <= self.weight <= 1:
            raise InvalidValueError("weight", "a share from 0 to 1", self.weight)


def _to_allocations(items: Iterable[Allocation]) -> tuple[Allocation, ...]:
    return to_tuple(items)


def _to_criteria(items: Iterable[WeightedCriterion]) -> tuple[WeightedCriterion, ...]:
    return to_tuple(items)


@frozen
class Instrument(Shown):
    """A kind of support, whether it can be had, and on what terms.

    Attributes:
        kind: The printed kind, or `Other` with the words of the source.
        status: Support that is listed without any status is unspecified.
        name: Name of its own, for example of a fund; may be empty.
        allocations: Money in it, and what others must add.
        criteria: What is looked at where it is given, with weights.

    Example:
        >>> Instrument(TechnicalInstrument.MARKETING).status.title
        'unspecified'
        >>> fund = Instrument(
        ...     FinancialInstrument.COLLABORATION,
        ...     Status.IN_FORCE,
        ...     name="Matching fund",
        ...     allocations=[Allocation(counterpart=1)],
        ... )
    """

    kind: FinancialInstrument | TechnicalInstrument | Other = field(
        validator=instance_of(FinancialInstrument, TechnicalInstrument, Other)
    )
    status: Status | Other = field(
        default=Status.UNSPECIFIED, validator=instance_of(Status, Other)
    )
    name: str = field(default="", kw_only=True, validator=is_optional_text)
    allocations: tuple[Allocation, ...] = field(
        default=(),
        kw_only=True,
        converter=_to_allocations,
        validator=[all_of(Allocation), unique],
    )
    criteria: tuple[WeightedCriterion, ...] = field(
        default=(),
        kw_only=True,
        converter=_to_criteria,
        validator=[all_of(WeightedCriterion), unique],
    )
