"""What is computed from answers: quotients, parts of a whole, sums that must agree.

A derivation is data, so that it can be printed, compared and exchanged. It is
computed exactly; where an input is missing, or a denominator is zero, it says so
instead of giving a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from icluster._exact import exact_sum
from icluster._fields import is_key, to_words, unique
from icluster._texts import all_texts
from icluster.errors import Fault
from icluster.scales import AnswerValue, Composition, Scale, Unit
from icluster.vocabularies import Missing
from icluster.words import Sentence, Shown, printable, say

__all__ = ["Derivation", "PartOf", "Quotient", "Sum", "agrees"]


def __dir__() -> list[str]:
    return __all__


_NUMBERS = (int, Decimal, Fraction)


@frozen
class Quotient(Shown):
    """One measure divided by another.

    Attributes:
        numerator: Key of the indicator above.
        denominator: Key of the indicator below.

    Example:
        >>> load = Quotient("participants", "management_staff")
        >>> load.compute({"participants": 40, "management_staff": Decimal("2.5")})
        Fraction(16, 1)
        >>> load.compute({"participants": 40, "management_staff": 0})
        Missing.NOT_APPLICABLE
    """

    numerator: str = field(validator=is_key)
    denominator: str = field(validator=is_key)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Keys of the indicators it is computed from."""
        return (self.numerator, self.denominator)

    def compute(
        self, values: Mapping[str, AnswerValue | Missing]
    ) -> Fraction | Missing:
        """Return the exact quotient.

        Where an input is missing the result is missing likewise; by zero it is
        not applicable.
        """
        above, below = values[self.numerator], values[self.denominator]
        if isinstance(above, _NUMBERS) and isinstance(below, _NUMBERS):
            return _quotient(above, below) if below else Missing.NOT_APPLICABLE
        return _why_missing(above, below)

    def misfit(self, scales: Mapping[str, Scale], own: Scale) -> Sentence | None:
        """Say what must be where scales of inputs, or its *own*, do not fit.

        Example:
            >>> from icluster.scales import Measure, Ordinal, Unit
            >>> count, ratio = Measure(Unit.COUNT), Measure(Unit.RATIO)
            >>> print(Quotient("a", "b").misfit({"a": count, "b": count}, own=ratio))
            None
            >>> print(Quotient("a", "b").misfit({"a": count, "b": count}, Ordinal(5)))
            on a measure: it is a quotient
        """
        if any(scale.unit is None for scale in scales.values()):
            return say("a quotient of measures")
        return say("on a measure: it is a quotient") if own.unit is None else None

    def __str__(self) -> str:
        return f"{self.numerator} / {self.denominator}"


@frozen
class PartOf(Shown):
    """The share that some categories have in a whole.

    Attributes:
        whole: Key of the indicator that states the parts.
        categories: The categories that count.

    Example:
        >>> from icluster.scales import Shares
        >>> private = PartOf("funding_origin", ["fees", "services"])
        >>> scale = Shares(["public", "fees", "services"])
        >>> funds = scale.read({"public": "0.6", "fees": "0.3", "services": "0.1"})
        >>> private.compute({"funding_origin": funds})
        Fraction(2, 5)
    """

    whole: str = field(validator=is_key)
    categories: tuple[str, ...] = field(
        converter=to_words, validator=[all_texts(), unique]
    )

    @property
    def inputs(self) -> tuple[str, ...]:
        """Keys of the indicators it is computed from."""
        return (self.whole,)

    def compute(
        self, values: Mapping[str, AnswerValue | Missing]
    ) -> Fraction | Missing:
        """Return the exact share; not applicable where the whole is zero."""
        whole = values[self.whole]
        if not isinstance(whole, Composition):
            return _why_missing(whole)
        total = exact_sum(whole.numbers)
        if not total:
            return Missing.NOT_APPLICABLE
        numbers = [number for key, number in whole.parts if key in self.categories]
        return _quotient(exact_sum(numbers), total)

    def misfit(self, scales: Mapping[str, Scale], own: Scale) -> Sentence | None:
        """Say what must be where the scale of the whole, or its *own*, does not fit.

        Example:
            >>> from icluster.scales import Measure, Shares
            >>> scales = {"funds": Shares(["public", "fees"])}
            >>> share = Measure(Unit.SHARE)
            >>> print(PartOf("funds", ["gifts"]).misfit(scales, own=share))
            about categories of funds
        """
        keys = {option.key for option in scales[self.whole].categories}
        if not keys:
            return say("a part of counts or shares")
        if not self.categories or not keys.issuperset(self.categories):
            return say("about categories of {}", self.whole)
        if own.unit is not Unit.SHARE:
            return say("on a measure of shares: it is a part of a whole")
        return None

    def __str__(self) -> str:
        return printable(f"{' + '.join(self.categories)} of {self.whole}")


@frozen
class Sum(Shown):
    """A total stated on its own, and the counts that must make it.

    Attributes:
        total: Key of the indicator that states the total.
        parts: Key of the indicator that states the counts.

    Example:
        >>> check = Sum("participants", "composition")
        >>> check.compute({"composition": Composition({"sme": 30, "large": 10})})
        Fraction(40, 1)
    """

    total: str = field(validator=is_key)
    parts: str = field(validator=is_key)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Keys of the indicators it looks at."""
        return (self.total, self.parts)

    def compute(
        self, values: Mapping[str, AnswerValue | Missing]
    ) -> Fraction | Missing:
        """Return the sum of the counts."""
        parts = values[self.parts]
        return parts.total if isinstance(parts, Composition) else _why_missing(parts)

    def misfit(self, scales: Mapping[str, Scale]) -> Sentence | None:
        """Say what the scales must be, where they are not."""
        part = scales[self.parts].part
        adds_up = part is not None and part.unit is Unit.COUNT
        if adds_up and scales[self.total].unit is not None:
            return None
        return say("counts that make a measure")


def agrees(
    stated: AnswerValue | Missing | Fault,
    computed: Fraction | Missing | Fault,
    scale: Scale,
) -> bool:
    """Tell whether *stated* is *computed*, exactly or rounded to its decimals.

    Halfway between two neighbours both will do: some round up, others to the even
    one. A share without decimals, such as 0 or 1, was rounded to whole per cent at
    most. A stated fraction was not rounded.

    Args:
        stated: The value as its scale reads it, or what was refused.
        computed: The exact value, or why there is none.
        scale: The scale of the indicator.

    Example:
        >>> from icluster.scales import Measure
        >>> ratio = Measure(Unit.RATIO)
        >>> agrees(Decimal("13.67"), Fraction(41, 3), ratio)
        True
        >>> agrees(Decimal("13.66"), Fraction(41, 3), ratio)
        False
        >>> share = Measure(Unit.SHARE)
        >>> agrees(share.read("33 %"), Fraction(1, 3), share)
        True
    """
    if stated == computed:
        return True
    if not isinstance(computed, Fraction) or not isinstance(stated, (int, Decimal)):
        return False
    return abs(Fraction(stated) - computed) * 2 <= _last_place(stated, scale)


def _last_place(number: int | Decimal, scale: Scale) -> Fraction:
    """Return the unit of the last decimal that *number* is written with."""
    exponent = Decimal(number).as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    if scale.unit is Unit.SHARE and not places:
        places = 2
    return Fraction(1, 10**places)


def _quotient(
    above: int | Decimal | Fraction, below: int | Decimal | Fraction
) -> Fraction:
    """Divide by way of whole numbers: one fraction is made instead of three."""
    (a, b), (c, d) = above.as_integer_ratio(), below.as_integer_ratio()
    return Fraction(a * d, b * c)


Derivation: TypeAlias = Quotient | PartOf
"""How an indicator is computed from others."""


def _why_missing(*values: AnswerValue | Missing) -> Missing:
    """Return the first reason; a value of another kind gives no number either."""
    reasons = (value for value in values if isinstance(value, Missing))
    return next(reasons, Missing.UNKNOWN)
