"""Whether points win a quality label: yes, no, or open and what would settle it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import instance_of, to_tuple
from icluster.errors import InvalidValueError
from icluster.quality_labels import QualityScheme
from icluster.scales._measures import number_text
from icluster.tables import Column, Table
from icluster.vocabularies import Missing


class Decision(Enum):
    """What the points decide.

    Example:
        >>> Decision.OPEN.value
        'open'
    """

    YES = "yes"
    NO = "no"
    OPEN = "open"


@frozen(kw_only=True)
class QualityDecision:
    """What the points given by auditors decide, and what is still open.

    Attributes:
        scheme: The indicators, their points and thresholds.
        points: The points of each indicator in the order of the scheme, or
            `Missing.UNKNOWN`.

    Example:
        >>> from icluster.quality_labels import QualityCatalogue, QualityIndicator
        >>> catalogue = QualityCatalogue(
        ...     key="example",
        ...     title="Invented label",
        ...     indicators=[
        ...         QualityIndicator(number="1.1", title="team"),
        ...         QualityIndicator(number="1.2", title="plan"),
        ...     ],
        ...     maximum=10,
        ...     needed=Fraction(4, 5),
        ... )
        >>> scheme = QualityScheme(
        ...     catalogue=catalogue,
        ...     maxima={"1.1": 6, "1.2": 4},
        ...     thresholds={"1.1": 3, "1.2": 1},
        ... )
        >>> found = quality({"1.1": 5}, scheme)
        >>> found.decision, found.lowest, found.highest, found.settles
        (<Decision.OPEN: 'open'>, Fraction(5, 1), Fraction(9, 1), ('1.2',))
    """

    scheme: QualityScheme = field(validator=instance_of(QualityScheme))
    points: tuple[tuple[str, Decimal | Missing], ...] = field(converter=to_tuple)

    @property
    def lowest(self) -> Fraction:
        """The total if what is unknown were zero."""
        return sum((_low(points) for _, points in self.points), Fraction())

    @property
    def highest(self) -> Fraction:
        """The total if what is unknown were all there is to get."""
        return sum((self._high(*pair) for pair in self.points), Fraction())

    def _high(self, number: str, points: Decimal | Missing) -> Fraction:
        known = self.scheme.maximum_of(number) if _is_open(points) else points
        return Fraction(known)  # type: ignore[arg-type]

    @property
    def missed(self) -> tuple[str, ...]:
        """Numbers of the indicators whose points are below the threshold."""
        return tuple(
            number
            for number, points in self.points
            if isinstance(points, Decimal) and points < self.scheme.threshold_of(number)
        )

    @property
    def decision(self) -> Decision:
        """Yes or no where every way of settling what is unknown agrees, else open."""
        required = self.scheme.catalogue.required
        if self.missed or self.highest < required:
            return Decision.NO
        # Unknown points may be zero: only a threshold of zero is surely met.
        if self.lowest >= required and not self._doubtful:
            return Decision.YES
        return Decision.OPEN

    @property
    def _unknown(self) -> tuple[str, ...]:
        return tuple(number for number, points in self.points if _is_open(points))

    @property
    def _doubtful(self) -> tuple[str, ...]:
        threshold = self.scheme.threshold_of
        return tuple(number for number in self._unknown if threshold(number) > 0)

    @property
    def settles(self) -> tuple[str, ...]:
        """Numbers of the unknown indicators on which an open decision depends."""
        if self.decision is not Decision.OPEN:
            return ()
        return tuple(number for number in self._unknown if self._matters(number))

    def _matters(self, number: str) -> bool:
        """Tell whether the points of *number* can turn a win into a loss."""
        if self.scheme.threshold_of(number) > 0:
            return True
        if self.scheme.maximum_of(number) == 0:
            return False
        others = (each for each in self._unknown if each != number)
        sure = self.lowest + sum(
            (Fraction(self.scheme.threshold_of(each)) for each in others), Fraction()
        )
        return sure < self.scheme.catalogue.required

    @property
    def still_needed(self) -> Fraction:
        """How many points the known ones lack for the total that wins."""
        return max(self.scheme.catalogue.required - self.lowest, Fraction())

    def points_of(self, number: str) -> Decimal | Missing:
        """Return the points of the indicator of that *number*.

        Raises:
            UnknownNameError: There is none.
        """
        return dict(self.points)[self.scheme.catalogue[number].number]

    def table(self) -> Table:
        """Return points, thresholds and maxima as a table."""
        scheme = self.scheme
        low, high = number_text(self.lowest), number_text(self.highest)
        total = low if low == high else f"{low} to {high}"
        required = number_text(scheme.catalogue.required)
        return Table(
            title=f"{scheme.catalogue.title}: {self.decision.value}",
            columns=(
                Column("indicator", "Indicator"),
                Column("points", "Points", numeric=True),
                Column("threshold", "Threshold", numeric=True),
                Column("maximum", "Maximum", numeric=True),
            ),
            rows=[
                (
                    scheme.catalogue[number].name,
                    points,
                    scheme.threshold_of(number),
                    scheme.maximum_of(number),
                )
                for number, points in self.points
            ],
            notes=(f"Total {total}; {required} are needed.",),
        )


def _is_open(points: Decimal | Missing) -> bool:
    return isinstance(points, Missing)


def _low(points: Decimal | Missing) -> Fraction:
    return Fraction() if isinstance(points, Missing) else Fraction(points)


def quality(points: Mapping[str, Any], scheme: QualityScheme) -> QualityDecision:
    """Decide on *points* by the number of the indicator; those not given are unknown.

    Args:
        points: Exact numbers, or `Missing.UNKNOWN`, from 0 to the indicator's
            maximum.

    Raises:
        UnknownNameError: Points are given for what the scheme does not list.
        InvalidValueError: Points are no exact number or outside their bounds.

    Example:
        >>> from icluster.reference import ecei
        >>> split = dict.fromkeys(ecei.GOLD_31.numbers, 5) | {"4.3": 0}
        >>> scheme = QualityScheme(
        ...     catalogue=ecei.GOLD_31, maxima=split, thresholds=dict.fromkeys(split, 0)
        ... )
        >>> quality(dict.fromkeys(split, 4) | {"4.3": 0}, scheme).decision
        <Decision.YES: 'yes'>
    """
    for number in points:
        scheme.catalogue[number]
    return QualityDecision(
        scheme=scheme,
        points=[
            (number, _given(number, points.get(number, Missing.UNKNOWN), scheme))
            for number in scheme.catalogue.numbers
        ],
    )


def _given(number: str, given: object, scheme: QualityScheme) -> Decimal | Missing:
    if given is Missing.UNKNOWN:
        return Missing.UNKNOWN
    points = to_decimal(given, field=f"points of {number}")
    most = scheme.maximum_of(number)
    if not 0 <= points <= most:
        raise InvalidValueError(f"points of {number}", f"from 0 to {most}", points)
    return points
