"""The place for one indicator: what a reader is told, and what would contradict it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from types import NoneType
from typing import Any

from attrs import evolve, field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster._texts import is_text
from icluster.advice import AdviceTexts
from icluster.benchmarking._judged import Value, named_value
from icluster.benchmarking._measuring import ColumnOfAnswers, LeftOut
from icluster.benchmarking._ranks import Rank, Terms, is_count
from icluster.errors import Fault, InvalidValueError
from icluster.indicators import Indicator
from icluster.scales import Direction, Frequency
from icluster.tables import Column
from icluster.vocabularies import Missing
from icluster.words import ENGLISH, Language, Sentence, Share, Shown, in_a_row, say


def _to_boundaries(boundaries: Iterable[Fraction]) -> tuple[Fraction, ...]:
    return to_tuple(boundaries)


def _are_boundaries(_: Any, attribute: Any, value: Any) -> None:
    sound = isinstance(value, tuple) and all(isinstance(v, Fraction) for v in value)
    if not sound or len(value) not in (0, 3) or list(value) != sorted(value):
        expected = "three boundaries in order, or none"
        raise InvalidValueError(attribute.name, expected, value)


@frozen(kw_only=True)
class PartPosition(Shown):
    """The place of one category of a composition, by its share in the whole.

    Attributes:
        category: Name of the category.
        value: Its share, or None where there is none.
        quartiles: The three boundaries of the group, empty where it is too small.
        rank: The place, or None.

    Example:
        >>> PartPosition(category="SME", value=Fraction(3, 4)).rank is None
        True
    """

    category: str = field(validator=is_text)
    value: Fraction | None = field(
        default=None, validator=instance_of(Fraction, NoneType)
    )
    quartiles: tuple[Fraction, ...] = field(
        default=(), converter=_to_boundaries, validator=_are_boundaries
    )
    rank: Rank | None = field(default=None, validator=instance_of(Rank, NoneType))

    def __attrs_post_init__(self) -> None:
        if self.rank is not None and self.value is None:
            raise InvalidValueError("rank", "None where there is no share", self.rank)


def _to_parts(parts: Iterable[PartPosition]) -> tuple[PartPosition, ...]:
    return to_tuple(parts)


def _to_frequencies(frequencies: Iterable[Frequency]) -> tuple[Frequency, ...]:
    return to_tuple(frequencies)


@frozen(kw_only=True)
class IndicatorPosition(Shown):
    """The place of a record for one indicator.

    Attributes:
        indicator: The indicator.
        value: The record's answer or computed value, `Missing`, or what is wrong
            with it where its scale refuses it.
        size: How many peers count.
        left_out: How many do not, and why.
        quartiles: The three boundaries of the group, empty where it is too small
            or the scale has none.
        rank: The place, or None where there is none.
        parts: For a composition, the place of each category.
        frequencies: For steps and choices, how many peers gave each answer; in a
            group too small for boundaries, the record's own answers alone.

    Raises:
        InvalidValueError: Parts contradict each other: a place among more or fewer
            peers than count, or without a value of its own.

    Example:
        >>> from icluster.reference import esca
        >>> none = IndicatorPosition(
        ...     indicator=esca.BENCHMARK_36["participants"],
        ...     value=40,
        ...     size=3,
        ...     left_out=LeftOut(),
        ... )
        >>> none.rank is None, none.value_text(), none.strength is None
        (True, '40', True)
    """

    indicator: Indicator = field(validator=instance_of(Indicator))
    value: Value
    size: int = field(validator=is_count)
    left_out: LeftOut = field(validator=instance_of(LeftOut))
    quartiles: tuple[Fraction, ...] = field(
        default=(), converter=_to_boundaries, validator=_are_boundaries
    )
    rank: Rank | None = field(default=None, validator=instance_of(Rank, NoneType))
    parts: tuple[PartPosition, ...] = field(
        default=(), converter=_to_parts, validator=all_of(PartPosition)
    )
    frequencies: tuple[Frequency, ...] = field(
        default=(), converter=_to_frequencies, validator=all_of(Frequency)
    )

    def __attrs_post_init__(self) -> None:
        if self.quartiles and not self.indicator.scale.has_distances(self.value):
            expected = say("empty where answers have no distances, or no own currency")
            raise InvalidValueError("quartiles", expected, self.quartiles)
        for rank in (self.rank, *(part.rank for part in self.parts)):
            if rank is not None:
                self._check(rank)
        most = max((frequency.count for frequency in self.frequencies), default=0)
        if most > self.size:
            expected = say("of {} {0?peer|peers}", self.size)
            raise InvalidValueError("frequencies", expected, most)

    def _check(self, rank: Rank) -> None:
        if rank.size != self.size:
            expected = say("among {} {0?peer|peers}", self.size)
            raise InvalidValueError("rank", expected, rank.size)
        better = self.indicator.scale.better
        if rank.direction is not better:
            raise InvalidValueError("rank", say("such that {}", better), rank.direction)
        if self._is_silent:
            raise InvalidValueError("rank", "None without a value of its own", rank)

    @property
    def _is_silent(self) -> bool:
        return isinstance(self.value, (Missing, Fault))

    @property
    def strength(self) -> int | None:
        """From 1, the weakest quarter, to 4; None without a place or a judgement."""
        return None if self.rank is None else self.rank.strength

    @property
    def named_value(self) -> Sentence:
        """The value for a reader, or why there is none."""
        return named_value(self.indicator, self.value)

    @property
    def named_quartiles(self) -> Sentence | None:
        """The boundaries for a reader, their unit once; None without any."""
        if not self.quartiles:
            return None
        return self.indicator.scale.boundaries(self.quartiles, self.value)

    def value_text(self, *, language: Language = ENGLISH) -> str:
        """Write the value, or why there is none."""
        return self.named_value.text(language)

    def quartiles_text(self, *, language: Language = ENGLISH) -> str:
        """Write the boundaries, their unit once; empty without any.

        Example:
            >>> from icluster.languages import es
            >>> from icluster.reference import esca
            >>> staff = IndicatorPosition(
            ...     indicator=esca.BENCHMARK_36["management_staff"],
            ...     value=2,
            ...     size=12,
            ...     left_out=LeftOut(),
            ...     quartiles=(Fraction(1), Fraction(2), Fraction(3)),
            ... )
            >>> staff.quartiles_text(language=es.SPANISH)
            '1 | 2 | 3 plazas de tiempo completo'
        """
        boundaries = self.named_quartiles
        return "" if boundaries is None else boundaries.text(language)

    def why_no_place(self, minimum: int) -> Sentence | None:
        """Say why there is no place among *minimum* peers; None where there is.

        Example:
            >>> from icluster.reference import esca
            >>> few = IndicatorPosition(
            ...     indicator=esca.BENCHMARK_36["participants"],
            ...     value=40,
            ...     size=3,
            ...     left_out=LeftOut(),
            ... )
            >>> print(few.why_no_place(5))
            fewer than 5 peers
        """
        if self.rank is not None:
            return None
        if self.left_out.incomparable and self._is_silent:
            return say("no own amount to compare by")
        if self.size < minimum:
            if self.left_out.incomparable:
                return say("fewer than {} peers of its currency and year", minimum)
            return say("fewer than {} peers", minimum)
        if self._is_silent:
            return say("no own answer")
        return say("see compositions") if self.parts else say("no order")

    def notes(self, minimum: int, boundaries_from: int) -> tuple[Sentence, ...]:
        """Say why there is no place, what else is withheld, and who is left out.

        Example:
            >>> from icluster.reference import esca
            >>> some = IndicatorPosition(
            ...     indicator=esca.BENCHMARK_36["participants"],
            ...     value=Missing.UNKNOWN,
            ...     size=7,
            ...     left_out=LeftOut(unknown=2),
            ... )
            >>> print(*some.notes(5, 10), sep="; ")
            no own answer; fewer than 10 for quartiles; left out: 2 unknown
        """
        notes = [self.why_no_place(minimum)]
        withheld = self.indicator.scale.of_large_groups
        if withheld and minimum <= self.size < boundaries_from:
            notes.append(say("fewer than {} for {}", boundaries_from, say(withheld)))
        if self.left_out.total:
            notes.append(say("left out: {}", self.left_out))
        return tuple(note for note in notes if note is not None)


def place(
    indicator: Indicator, own: Value, column: ColumnOfAnswers, terms: Terms
) -> IndicatorPosition:
    """Place the value *own* among the answers of the *column*, as its scale does."""
    scale = indicator.scale
    answer = None if isinstance(own, (Missing, Fault)) else own
    kept = scale.comparable(answer, column.values)
    left_out = column.left_out
    if kept.incomparable or kept.not_applicable:
        left_out = evolve(
            left_out,
            incomparable=kept.incomparable,
            not_applicable=left_out.not_applicable + kept.not_applicable,
        )
    bare = IndicatorPosition(
        indicator=indicator, value=own, size=len(kept.answers), left_out=left_out
    )
    if bare.size < terms.minimum:
        return bare
    parts: list[PartPosition] = []
    quartiles: tuple[Fraction, ...] = ()
    rank = None
    for line in scale.lines(answer, kept.answers):
        cuts, at = terms.along(line, scale.better)
        if line.category:
            value: Any = line.own
            part = PartPosition(
                category=line.category, value=value, quartiles=cuts, rank=at
            )
            parts.append(part)
        else:
            quartiles, rank = cuts, at
    frequencies = scale.frequencies(answer, kept.answers)
    if scale.ranks_frequencies and answer is not None:
        rank = terms.among_steps(frequencies, scale.better)
    shown = [
        frequency
        for frequency in frequencies
        if frequency.is_own or bare.size >= terms.boundaries_from
    ]
    return evolve(bare, quartiles=quartiles, rank=rank, parts=parts, frequencies=shown)


# --- tables ------------------------------------------------------------------------


def named(indicator: Indicator, texts: AdviceTexts) -> Sentence:
    """Return number and title of an indicator: the title of the *texts*, if any."""
    title = texts.title(indicator.key, indicator.number, otherwise=indicator.title)
    return say("{} {}", indicator.number, say(title))


def _better(position: IndicatorPosition) -> Sentence:
    better = {
        Direction.MORE: say("more", context="better"),
        Direction.LESS: say("less", context="better"),
        Direction.NEITHER: say("neither", context="better"),
    }
    return better[position.indicator.scale.better]


def place_columns(terms: Terms, texts: AdviceTexts) -> list[Column]:
    """Return the columns of places: one `IndicatorPosition` a row."""

    def notes(position: IndicatorPosition) -> Sentence:
        return in_a_row(position.notes(terms.minimum, terms.boundaries_from), "; ")

    return [
        Column("indicator", "Indicator", of=lambda p: named(p.indicator, texts)),
        Column("value", "Value", of=lambda p: p.named_value),
        Column("size", "Peers", numeric=True, of=lambda p: p.size),
        Column("left_out", "Left out", numeric=True, of=lambda p: p.left_out.total),
        Column("quartiles", "Quartiles", of=lambda p: p.named_quartiles),
        Column("quarter", "Quarter", numeric=True, of=lambda p: _of(p, "quarter")),
        Column("strength", "Strength", numeric=True, of=lambda p: p.strength),
        Column("percentile", "Percentile", numeric=True, of=_percentile),
        Column("tied", "Tied", numeric=True, of=lambda p: _of(p, "tied")),
        Column("better", "Better", of=_better),
        Column("notes", "Notes", of=notes),
    ]


def part_columns(texts: AdviceTexts) -> list[Column]:
    """Return the columns of parts: an `IndicatorPosition` and one of its parts."""
    return [
        Column("indicator", "Indicator", of=lambda row: named(row[0].indicator, texts)),
        Column("category", "Category", of=lambda row: say(row[1].category)),
        Column("share", "Share", numeric=True, of=lambda row: _share(row[1].value)),
        Column("quartiles", "Quartiles", of=lambda row: _shares(row[1].quartiles)),
        Column(
            "quarter", "Quarter", numeric=True, of=lambda row: _of(row[1], "quarter")
        ),
        Column(
            "percentile", "Percentile", numeric=True, of=lambda row: _percentile(row[1])
        ),
    ]


def frequency_columns(texts: AdviceTexts) -> list[Column]:
    """Return the columns of answers: an `IndicatorPosition` and a frequency."""
    return [
        Column("indicator", "Indicator", of=lambda row: named(row[0].indicator, texts)),
        Column("answer", "Answer", of=lambda row: row[1].answer),
        Column("peers", "Peers", numeric=True, of=lambda row: row[1].count),
        Column("own", "Own answer", of=lambda row: row[1].is_own),
    ]


def _of(position: IndicatorPosition | PartPosition, name: str) -> object:
    return None if position.rank is None else getattr(position.rank, name)


def _percentile(position: IndicatorPosition | PartPosition) -> Share | None:
    return None if position.rank is None else Share(position.rank.percentile)


def _share(value: Fraction | None) -> Share | None:
    return None if value is None else Share(value)


def _shares(boundaries: tuple[Fraction, ...]) -> Sentence | None:
    return in_a_row(map(Share, boundaries), " | ") if boundaries else None
