"""Where a record stands among its peers, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from icluster._fields import all_of, check_type, instance_of, to_tuple
from icluster.advice import AdviceTexts
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._judged import ReadRecord, judged, of_indicator
from icluster.benchmarking._measuring import columns_of
from icluster.benchmarking._peers import PeerGroup, is_title
from icluster.benchmarking._places import (
    IndicatorPosition,
    frequency_columns,
    part_columns,
    place,
    place_columns,
)
from icluster.benchmarking._ranks import QuantileMethod, Terms, is_count
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure
from icluster.tables import Table, Tabular
from icluster.words import ENGLISH, Language, Sentence, say

_BOUNDARIES_FROM = 10
_OWN_TITLES = AdviceTexts()


def neither_ranking_nor_rating() -> Sentence:
    """Say what benchmarking is not; it stands below every table."""
    return say("Benchmarking is neither a ranking nor a rating.")


def _to_positions(
    positions: Iterable[IndicatorPosition],
) -> tuple[IndicatorPosition, ...]:
    return to_tuple(positions)


@frozen(kw_only=True)
class Position(Tabular, Terms):
    """The place of one record among its peers; neither a ranking nor a rating.

    Attributes:
        read: The record that was placed, as it was judged.
        group: Whom it was placed among.
        peers: How many they are; the record itself is none of them.
        minimum: Fewest answers of peers for a place.
        boundaries_from: Fewest answers of peers for quartile boundaries.
        method: How quartiles are interpolated.
        indicators: The place for each indicator, in the order of the structure.

    Raises:
        InvalidValueError: It contradicts itself: the minima are none, an indicator
            counts other peers, or a place or boundaries stand below their minimum.

    Example:
        >>> from datetime import date
        >>> from icluster import BenchmarkRecord, Organization
        >>> from icluster.reference import esca
        >>> cluster, *peers = (
        ...     BenchmarkRecord(
        ...         organization=Organization(name=f"Invented cluster {number}"),
        ...         interviewed_on=date(2015, 5, 4),
        ...         structure="benchmark_36",
        ...         answers={"participants": 10 * number},
        ...     )
        ...     for number in range(1, 7)
        ... )
        >>> found = position(cluster, peers=peers, structure=esca.BENCHMARK_36)
        >>> [place.indicator.name for place in found.weaknesses()]
        ['A6 committed participants']
    """

    read: ReadRecord = field(validator=instance_of(ReadRecord))
    group: str | Sentence = field(validator=is_title)
    peers: int = field(validator=is_count)
    indicators: tuple[IndicatorPosition, ...] = field(
        converter=_to_positions, validator=all_of(IndicatorPosition)
    )

    def __attrs_post_init__(self) -> None:
        Terms.__attrs_post_init__(self)
        for place_of_one in self.indicators:
            self._check(place_of_one)

    @property
    def named_group(self) -> Sentence:
        """Whom it was placed among, as a sentence."""
        return say(self.group) if isinstance(self.group, str) else self.group

    @property
    def record(self) -> BenchmarkRecord:
        """The record that was placed."""
        return self.read.record

    def _check(self, position: IndicatorPosition) -> None:
        name, counted = position.indicator.key, position.size + position.left_out.total
        if counted != self.peers:
            expected = say("about {} {0?peer|peers}", self.peers)
            raise InvalidValueError(name, expected, counted)
        is_placed = position.rank or position.parts or position.frequencies
        if position.size < self.minimum and is_placed:
            expected = say("without a place among fewer than {}", self.minimum)
            raise InvalidValueError(name, expected, position.size)
        in_parts = any(part.quartiles for part in position.parts)
        has_boundaries = position.quartiles or in_parts
        if position.size < self.boundaries_from and has_boundaries:
            expected = say(
                "without boundaries among fewer than {}", self.boundaries_from
            )
            raise InvalidValueError(name, expected, position.size)

    def __getitem__(self, name: str) -> IndicatorPosition:
        """Return the place for the indicator of that key or number.

        Raises:
            UnknownNameError: There is none.
        """
        return of_indicator(self.indicators, name)

    def strengths(self) -> tuple[IndicatorPosition, ...]:
        """Return the indicators in the strongest quarter."""
        return tuple(place for place in self.indicators if place.strength == 4)

    def weaknesses(self, *, quarters: int = 1) -> tuple[IndicatorPosition, ...]:
        """Return the indicators in the weakest quarter, or in so many *quarters*.

        Raises:
            InvalidValueError: *quarters* is not from 1 to 3.
        """
        check_type("quarters", quarters, int)
        if not 1 <= quarters <= 3:
            raise InvalidValueError("quarters", "from 1 to 3", quarters)
        return tuple(
            place
            for place in self.indicators
            if place.strength is not None and place.strength <= quarters
        )

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """What a reader must know to read the places.

        Example:
            >>> from datetime import date
            >>> from icluster import BenchmarkRecord, Organization
            >>> from icluster.reference import esca
            >>> record = BenchmarkRecord(
            ...     organization=Organization(name="Invented cluster"),
            ...     interviewed_on=date(2015, 5, 4),
            ...     structure="benchmark_36",
            ... )
            >>> placed = position(record, peers=[], structure=esca.BENCHMARK_36)
            >>> print(placed.notes[1])
            Compared with 0 peers (all peers); the cluster itself is none of them.
        """
        return (
            neither_ranking_nor_rating(),
            say(
                "Compared with {} {0?peer|peers} ({}); the cluster itself is none of"
                " them.",
                self.peers,
                self.named_group,
            ),
            say(
                "Quarter 1 is the lowest by value, 4 the highest; the column Better"
                " says which way is better. Strength 1 is the weakest quarter, 4 the"
                " strongest; there is none where neither way is better. The percentile"
                " is the share of peers below, those tied counted by half."
            ),
            say(
                "No place among fewer than {} answers of peers, no quartiles among"
                " fewer than {}: single answers could be told from them.",
                self.minimum,
                self.boundaries_from,
            ),
            say(
                "Quartiles are those of statistics.quantiles, method {}.",
                self.method.value,
            ),
        )

    @property
    def notes_on_frequencies(self) -> tuple[Sentence, ...]:
        """What a reader must know to read how many peers gave each answer."""
        return (
            neither_ranking_nor_rating(),
            say(
                "Nothing among fewer than {} answers of peers; among fewer than {} the"
                " own answer alone.",
                self.minimum,
                self.boundaries_from,
            ),
        )

    def table(
        self,
        area: str = "",
        *,
        texts: AdviceTexts = _OWN_TITLES,
        language: Language = ENGLISH,
    ) -> Table:
        """Return the places as a table; of one *area*, or of all.

        Args:
            area: Letter of an area; empty for all.
            texts: Titles of the caller, instead of those of the structure.
            language: What the table is put into.

        Raises:
            UnknownNameError: There is no such area.

        Example:
            >>> from datetime import date
            >>> from icluster import BenchmarkRecord, Organization
            >>> from icluster.reference import esca
            >>> record = BenchmarkRecord(
            ...     organization=Organization(name="Invented cluster"),
            ...     interviewed_on=date(2015, 5, 4),
            ...     structure="benchmark_36",
            ... )
            >>> len(position(record, peers=[], structure=esca.BENCHMARK_36).table("C"))
            4
        """
        return Table.of(
            self._title,
            self._within(area),
            place_columns(self, texts),
            notes=self.notes,
            language=language,
        )

    def compositions(
        self,
        area: str = "",
        *,
        texts: AdviceTexts = _OWN_TITLES,
        language: Language = ENGLISH,
    ) -> Table:
        """Return the places of the parts of compositions; of one *area*, or of all.

        Raises:
            UnknownNameError: There is no such area.
        """
        return Table.of(
            say("{}: compositions", self._title),
            [(place, part) for place in self._within(area) for part in place.parts],
            part_columns(texts),
            notes=self.notes,
            language=language,
        )

    def frequencies(
        self,
        area: str = "",
        *,
        texts: AdviceTexts = _OWN_TITLES,
        language: Language = ENGLISH,
    ) -> Table:
        """Return how many peers gave each answer; of one *area*, or of all.

        Raises:
            UnknownNameError: There is no such area.

        Example:
            >>> from datetime import date
            >>> from icluster import BenchmarkRecord, Organization
            >>> from icluster.reference import esca
            >>> cluster, *peers = (
            ...     BenchmarkRecord(
            ...         organization=Organization(name=f"Invented cluster {number}"),
            ...         interviewed_on=date(2015, 5, 4),
            ...         structure="benchmark_36",
            ...         answers={"strategy": number % 2 + 1},
            ...     )
            ...     for number in range(6)
            ... )
            >>> found = position(cluster, peers=peers, structure=esca.BENCHMARK_36)
            >>> print(*found.frequencies("B").records()[0].values(), sep=" | ")
            B7 strategy and action plan | 1 of 4 | 2 | True
        """
        return Table.of(
            say("{}: answers of the peers", self._title),
            [
                (place, frequency)
                for place in self._within(area)
                for frequency in place.frequencies
            ],
            frequency_columns(texts),
            notes=self.notes_on_frequencies,
            language=language,
        )

    @property
    def _title(self) -> Sentence:
        name = self.record.organization.name
        return say("{} among {} ({})", name, self.peers, self.named_group)

    def _within(self, area: str) -> tuple[IndicatorPosition, ...]:
        areas = tuple(dict.fromkeys(place.indicator.area for place in self.indicators))
        if area != "" and area not in areas:
            raise UnknownNameError("area", area, areas)
        return tuple(
            place for place in self.indicators if area in ("", place.indicator.area)
        )


def position(
    record: BenchmarkRecord | ReadRecord,
    *,
    peers: PeerGroup | Iterable[BenchmarkRecord],
    structure: BenchmarkStructure,
    minimum: int = 5,
    boundaries_from: int | None = None,
    method: QuantileMethod = QuantileMethod.INCLUSIVE,
) -> Position:
    """Place *record* among *peers*, indicator by indicator.

    Answers that are missing, outside their scale, or amounts of another currency
    or year leave the group of that indicator and are counted. The record's own
    organization is never its peer.

    Args:
        peers: A group, or records of different organizations.
        minimum: Fewest answers of peers for a place; 2 or more. The default is a
            proposal of icluster.
        boundaries_from: Fewest answers of peers for quartile boundaries and
            frequencies; at least *minimum*. None is 10, or the minimum where that
            is larger: a proposal too.
        method: How quartiles are interpolated.

    Raises:
        InvalidValueError: An organization stands twice among the peers, a record
            refers to another structure, or the minima are none.

    Example:
        >>> from datetime import date
        >>> from icluster import BenchmarkRecord, Organization
        >>> from icluster.reference import esca
        >>> cluster, *peers = (
        ...     BenchmarkRecord(
        ...         organization=Organization(name=f"Invented cluster {number}"),
        ...         interviewed_on=date(2015, 5, 4),
        ...         structure="benchmark_36",
        ...         answers={"participants": participants},
        ...     )
        ...     for number, participants in enumerate((25, 10, 15, 20, 25, 30))
        ... )
        >>> place = position(cluster, peers=peers, structure=esca.BENCHMARK_36)[
        ...     "participants"
        ... ]
        >>> place.size, place.rank.percentile, place.rank.tied, place.quartiles
        (5, Fraction(7, 10), 1, ())
    """
    check_type("minimum", minimum, int)
    if boundaries_from is None:
        boundaries_from = max(minimum, _BOUNDARIES_FROM)
    terms = Terms(minimum=minimum, boundaries_from=boundaries_from, method=method)
    read = judged(record, structure)
    named_group = (
        peers if isinstance(peers, PeerGroup) else PeerGroup("all peers", peers)
    )
    group = named_group.without(read.record)
    columns = columns_of(group.records, structure)
    return Position(
        read=read,
        group=group.title,
        peers=len(group),
        minimum=minimum,
        boundaries_from=boundaries_from,
        method=method,
        indicators=[
            place(indicator, own, columns[indicator.key], terms)
            for indicator, own in zip(structure.indicators, read.values, strict=True)
        ],
    )
