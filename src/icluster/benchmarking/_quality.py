"""Whether points win a quality label: yes, no, or open and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import check_type, instance_of, refuse_all, to_pairs
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.quality_labels import QualityScheme
from icluster.scales._measures import number_text
from icluster.tables import Cell, Column, Table
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing


def _are_points(instance: Any, _: Any, value: Any) -> None:
    """Refuse what is not one exact number, or unknown, for each indicator in order."""
    numbers = instance.scheme.catalogue.numbers
    if not isinstance(value, tuple) or tuple(pair[0] for pair in value) != numbers:
        raise InvalidValueError("points", "given for each indicator in order", value)
    refuse_all(
        InvalidValueError(f"points of {number}", "a Decimal or unknown", points)
        for number, points in value
        if not isinstance(points, Decimal) and points is not Missing.UNKNOWN
    )


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
        (<Verdict.OPEN: 'open'>, Fraction(5, 1), Fraction(9, 1), ('1.2',))
    """

    scheme: QualityScheme = field(validator=instance_of(QualityScheme))
    points: tuple[tuple[str, Decimal | Missing], ...] = field(
        converter=to_pairs, validator=_are_points
    )

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
    def decision(self) -> Verdict:
        """Yes or no where every way of settling what is unknown agrees, else open."""
        required = self.scheme.catalogue.required
        if self.missed or self.highest < required:
            return Verdict.NO
        # Unknown points may be zero: only a threshold of zero is surely met.
        if self.lowest >= required and not self._doubtful:
            return Verdict.YES
        return Verdict.OPEN

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
        if self.decision is not Verdict.OPEN:
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
        """Return points, thresholds and maxima, and what the decision hangs on.

        Example:
            >>> from icluster.reference import ecei
            >>> most = dict.fromkeys(ecei.GOLD_31.numbers, 5) | {"4.3": 0}
            >>> scheme = QualityScheme(
            ...     catalogue=ecei.GOLD_31,
            ...     maxima=most,
            ...     thresholds=dict.fromkeys(most, 0) | {"2.5": 2},
            ... )
            >>> found = quality(most | {"2.5": 1}, scheme).table()
            >>> for note in found.notes:
            ...     print(note)
            Not won: 146 points, 120 are needed.
            Below the threshold: 2.5 direct contacts.
        """
        catalogue = self.scheme.catalogue
        return Table(
            title=f"{catalogue.title}: points",
            columns=(
                Column("indicator", "Indicator"),
                Column("points", "Points", numeric=True),
                Column("threshold", "Threshold", numeric=True),
                Column("maximum", "Maximum", numeric=True),
                Column("met", "Threshold met"),
                Column("settles", "Settles it"),
            ),
            rows=[self._row(number, points) for number, points in self.points],
            notes=tuple(self._notes()),
        )

    def _row(self, number: str, points: Decimal | Missing) -> tuple[Cell, ...]:
        threshold = self.scheme.threshold_of(number)
        met = Verdict.YES if threshold == 0 else Verdict.OPEN
        if isinstance(points, Decimal):
            met = Verdict.NO if points < threshold else Verdict.YES
        return (
            self.scheme.catalogue[number].name,
            points,
            threshold,
            self.scheme.maximum_of(number),
            met.title,
            "yes" if number in self.settles else None,
        )

    def _notes(self) -> Iterator[str]:
        low, high = number_text(self.lowest), number_text(self.highest)
        total = low if low == high else f"{low} to {high}"
        said = {Verdict.YES: "Won", Verdict.NO: "Not won", Verdict.OPEN: "Open"}
        points = "point" if low == high == "1" else "points"
        required = number_text(self.scheme.catalogue.required)
        are = "is" if required == "1" else "are"
        yield f"{said[self.decision]}: {total} {points}, {required} {are} needed."
        if self.missed:
            yield f"Below the threshold: {self._names(self.missed)}."
        if self.settles:
            yield f"Points that would settle it: {self._names(self.settles)}."

    def _names(self, numbers: tuple[str, ...]) -> str:
        return ", ".join(self.scheme.catalogue[number].name for number in numbers)


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
        InvalidValueError: Points are no exact number or outside their bounds; all
            that are wrong are named, those for strangers too.

    Example:
        >>> from icluster.reference import ecei
        >>> split = dict.fromkeys(ecei.GOLD_31.numbers, 5) | {"4.3": 0}
        >>> scheme = QualityScheme(
        ...     catalogue=ecei.GOLD_31, maxima=split, thresholds=dict.fromkeys(split, 0)
        ... )
        >>> quality(dict.fromkeys(split, 4) | {"4.3": 0}, scheme).decision
        <Verdict.YES: 'yes'>
    """
    check_type("points", points, Mapping)
    check_type("scheme", scheme, QualityScheme)
    strays = [number for number in points if number not in scheme.catalogue.numbers]
    given: dict[str, Decimal | Missing] = {}
    problems: list[InvalidValueError] = []
    for number in scheme.catalogue.numbers:
        try:
            value = points.get(number, Missing.UNKNOWN)
            given[number] = _given(number, value, scheme)
        except InvalidValueError as error:
            problems.append(error)
    if len(strays) == 1 and not problems:
        raise UnknownNameError("quality indicator", strays[0], scheme.catalogue.numbers)
    expected = f"of an indicator of {scheme.catalogue.key}"
    refuse_all(
        [
            *problems,
            *(InvalidValueError(f"points of {n}", expected, points[n]) for n in strays),
        ]
    )
    return QualityDecision(scheme=scheme, points=tuple(given.items()))


def _given(number: str, given: Any, scheme: QualityScheme) -> Decimal | Missing:
    if given is Missing.UNKNOWN:
        return Missing.UNKNOWN
    points = to_decimal(given, field=f"points of {number}")
    most = scheme.maximum_of(number)
    if not 0 <= points <= most:
        raise InvalidValueError(f"points of {number}", f"from 0 to {most}", given)
    return points
