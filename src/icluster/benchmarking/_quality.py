"""Whether points win a quality label: yes, no, or open and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import check_type, instance_of, refuse_all, to_pairs
from icluster.advice import AdviceTexts
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.quality_labels import QualityIndicator, QualityScheme
from icluster.tables import Column, Table, Tabular
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing
from icluster.words import ENGLISH, Language, Sentence, say

_OWN_TITLES = AdviceTexts()


def _to_points(
    points: Mapping[str, Decimal | Missing] | Iterable[tuple[str, Decimal | Missing]],
) -> tuple[tuple[str, Decimal | Missing], ...]:
    return to_pairs(points)


def _check_points(value: Any, scheme: QualityScheme) -> None:
    """Refuse what is not one exact number, or unknown, for each indicator in order."""
    numbers = scheme.catalogue.numbers
    if not isinstance(value, tuple) or tuple(pair[0] for pair in value) != numbers:
        raise InvalidValueError("points", "given for each indicator in order", value)
    refuse_all(
        InvalidValueError(f"points of {number}", "a Decimal or unknown", points)
        for number, points in value
        if not isinstance(points, Decimal) and points is not Missing.UNKNOWN
    )


@frozen(kw_only=True)
class QualityDecision(Tabular):
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
    points: tuple[tuple[str, Decimal | Missing], ...] = field(converter=_to_points)

    def __attrs_post_init__(self) -> None:
        _check_points(self.points, self.scheme)

    @property
    def lowest(self) -> Fraction:
        """The total if what is unknown were zero."""
        points = (points for _, points in self.points if isinstance(points, Decimal))
        return sum(map(Fraction, points), Fraction())

    @property
    def highest(self) -> Fraction:
        """The total if what is unknown were all there is to get."""
        most = (self.scheme.maximum_of(number) for number in self._unknown)
        return self.lowest + sum(map(Fraction, most), Fraction())

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
        return tuple(
            number for number, points in self.points if isinstance(points, Missing)
        )

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
        least = (
            self.scheme.threshold_of(unknown)
            for unknown in self._unknown
            if unknown != number
        )
        sure = self.lowest + sum(map(Fraction, least), Fraction())
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

    def table(
        self, *, texts: AdviceTexts = _OWN_TITLES, language: Language = ENGLISH
    ) -> Table:
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
        scheme, points = self.scheme, dict(self.points)
        settles = frozenset(self.settles)
        return Table.of(
            say("{}: points", say(scheme.catalogue.title)),
            scheme.catalogue.indicators,
            (
                Column("indicator", "Indicator", of=lambda i: _named(i, texts)),
                Column("points", "Points", numeric=True, of=lambda i: points[i.number]),
                Column(
                    "threshold",
                    "Threshold",
                    numeric=True,
                    of=lambda i: scheme.threshold_of(i.number),
                ),
                Column(
                    "maximum",
                    "Maximum",
                    numeric=True,
                    of=lambda i: scheme.maximum_of(i.number),
                ),
                Column("met", "Threshold met", of=lambda i: self._meets(i.number)),
                Column(
                    "settles", "Settles it", of=lambda i: i.number in settles or None
                ),
            ),
            notes=self._notes(texts),
            language=language,
        )

    def _meets(self, number: str) -> Verdict:
        points, threshold = self.points_of(number), self.scheme.threshold_of(number)
        if isinstance(points, Decimal):
            return Verdict.of(points >= threshold)
        return Verdict.YES if threshold == 0 else Verdict.OPEN

    def _notes(self, texts: AdviceTexts) -> Iterator[Sentence]:
        low, high = self.lowest, self.highest
        required = self.scheme.catalogue.required
        total = (
            say("{} {0?point|points}", low)
            if low == high
            else say("{} to {} points", low, high)
        )
        outcomes = {
            Verdict.YES: say("Won: {}, {} {1?is|are} needed.", total, required),
            Verdict.NO: say("Not won: {}, {} {1?is|are} needed.", total, required),
            Verdict.OPEN: say("Open: {}, {} {1?is|are} needed.", total, required),
        }
        yield outcomes[self.decision]
        if self.missed:
            yield say("Below the threshold: {}.", self._names(self.missed, texts))
        if self.settles:
            names = self._names(self.settles, texts)
            yield say("Points that would settle it: {}.", names)

    def _names(
        self, numbers: tuple[str, ...], texts: AdviceTexts
    ) -> tuple[Sentence, ...]:
        catalogue = self.scheme.catalogue
        return tuple(_named(catalogue[number], texts) for number in numbers)


def _named(indicator: QualityIndicator, texts: AdviceTexts) -> Sentence:
    title = texts.title(indicator.number, otherwise=indicator.title)
    return say("{} {}", indicator.number, say(title, context="QualityIndicator"))


def quality(
    points: Mapping[str, Decimal | int | str | Literal[Missing.UNKNOWN]],
    scheme: QualityScheme,
) -> QualityDecision:
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
    judged: dict[str, Decimal | Missing] = {}
    problems: list[InvalidValueError] = []
    for number in scheme.catalogue.numbers:
        try:
            value = points.get(number, Missing.UNKNOWN)
            judged[number] = _judged(number, value, scheme)
        except InvalidValueError as error:
            problems.append(error)
    if len(strays) == 1 and not problems:
        raise UnknownNameError("quality indicator", strays[0], scheme.catalogue.numbers)
    expected = say("of an indicator of {}", scheme.catalogue.key)
    refuse_all(
        [
            *problems,
            *(InvalidValueError(f"points of {n}", expected, points[n]) for n in strays),
        ]
    )
    return QualityDecision(scheme=scheme, points=tuple(judged.items()))


def _judged(number: str, value: Any, scheme: QualityScheme) -> Decimal | Missing:
    if value is Missing.UNKNOWN:
        return Missing.UNKNOWN
    points = to_decimal(value, field=f"points of {number}")
    most = scheme.maximum_of(number)
    if not 0 <= points <= most:
        expected = say("from 0 to {}", most)
        raise InvalidValueError(f"points of {number}", expected, value)
    return points
