"""Where a record stands among its peers, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from icluster._fields import all_of, check_type, instance_of, is_text, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._columns import columns_of
from icluster.benchmarking._groups import PeerGroup
from icluster.benchmarking._places import IndicatorPosition
from icluster.benchmarking._placing import Terms, place
from icluster.benchmarking._ranks import QuantileMethod, is_count
from icluster.benchmarking._tables import (
    compositions_table,
    frequencies_table,
    places_table,
)
from icluster.benchmarking._values import check_structure, values_of
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure
from icluster.scales._measures import counted
from icluster.tables import Table

NEITHER_RANKING_NOR_RATING = "Benchmarking is neither a ranking nor a rating."
_BOUNDARIES_FROM = 10


@frozen(kw_only=True)
class Position:
    """The place of one record among its peers; neither a ranking nor a rating.

    Attributes:
        record: The record that was placed.
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
        >>> [each.indicator.name for each in found.weaknesses()]
        ['A6 committed participants']
    """

    record: BenchmarkRecord = field(validator=instance_of(BenchmarkRecord))
    group: str = field(validator=is_text)
    peers: int = field(validator=is_count)
    minimum: int
    boundaries_from: int
    method: QuantileMethod = field(validator=instance_of(QuantileMethod))
    indicators: tuple[IndicatorPosition, ...] = field(
        converter=to_tuple, validator=all_of(IndicatorPosition)
    )

    def __attrs_post_init__(self) -> None:
        check_minima(self.minimum, self.boundaries_from)
        for each in self.indicators:
            self._check(each)

    def _check(self, each: IndicatorPosition) -> None:
        name, counted = each.indicator.key, each.size + each.left_out.total
        if counted != self.peers:
            raise InvalidValueError(name, f"about {self.peers} peers", counted)
        if each.size < self.minimum and (each.rank or each.parts or each.frequencies):
            expected = f"without a place among fewer than {self.minimum}"
            raise InvalidValueError(name, expected, each.size)
        has_boundaries = each.quartiles or any(part.quartiles for part in each.parts)
        if each.size < self.boundaries_from and has_boundaries:
            expected = f"without boundaries among fewer than {self.boundaries_from}"
            raise InvalidValueError(name, expected, each.size)

    def __getitem__(self, name: str) -> IndicatorPosition:
        """Return the place for the indicator of that key or number.

        Raises:
            UnknownNameError: There is none.
        """
        for each in self.indicators:
            if name in (each.indicator.key, each.indicator.number):
                return each
        keys = tuple(each.indicator.key for each in self.indicators)
        raise UnknownNameError("indicator", name, keys)

    def strengths(self) -> tuple[IndicatorPosition, ...]:
        """Return the indicators in the strongest quarter."""
        return tuple(each for each in self.indicators if each.strength == 4)

    def weaknesses(self, *, quarters: int = 1) -> tuple[IndicatorPosition, ...]:
        """Return the indicators in the weakest quarter, or in so many *quarters*.

        Raises:
            InvalidValueError: *quarters* is not from 1 to 3.
        """
        check_type("quarters", quarters, int)
        if not 1 <= quarters <= 3:
            raise InvalidValueError("quarters", "from 1 to 3", quarters)
        return tuple(
            each
            for each in self.indicators
            if each.strength is not None and each.strength <= quarters
        )

    @property
    def notes(self) -> tuple[str, ...]:
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
            NEITHER_RANKING_NOR_RATING,
            f"Compared with {counted(self.peers, 'peer')} ({self.group}); the cluster"
            " itself is none of them.",
            "Quarter 1 is the lowest by value, 4 the highest; the column Better says"
            " which way is better. Strength 1 is the weakest quarter, 4 the strongest;"
            " there is none where neither way is better. The percentile is the share of"
            " peers below, those tied counted by half.",
            f"No place among fewer than {self.minimum} answers of peers, no quartiles"
            f" among fewer than {self.boundaries_from}: single answers could be told"
            " from them.",
            f"Quartiles are those of statistics.quantiles, method {self.method.value}.",
        )

    def table(self, area: str = "") -> Table:
        """Return the places as a table; of one *area*, or of all.

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
        minima = self.minimum, self.boundaries_from
        return places_table(self._title, self._within(area), minima, self.notes)

    def compositions(self, area: str = "") -> Table:
        """Return the places of the parts of compositions; of one *area*, or of all.

        Raises:
            UnknownNameError: There is no such area.
        """
        title = f"{self._title}: compositions"
        return compositions_table(title, self._within(area), self.notes)

    def frequencies(self, area: str = "") -> Table:
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
            >>> found.frequencies("B").rows
            (('B7 strategy and action plan', '1 of 4', 2, True),)
        """
        title = f"{self._title}: answers of the peers"
        return frequencies_table(title, self._within(area), self.notes_on_frequencies)

    @property
    def notes_on_frequencies(self) -> tuple[str, ...]:
        """What a reader must know to read how many peers gave each answer."""
        return (
            NEITHER_RANKING_NOR_RATING,
            f"Nothing among fewer than {self.minimum} answers of peers; among fewer"
            f" than {self.boundaries_from} the own answer alone.",
        )

    @property
    def _title(self) -> str:
        return f"{self.record.organization.name} among {self.peers} ({self.group})"

    def _within(self, area: str) -> tuple[IndicatorPosition, ...]:
        areas = tuple(dict.fromkeys(each.indicator.area for each in self.indicators))
        if area != "" and area not in areas:
            raise UnknownNameError("area", area, areas)
        return tuple(e for e in self.indicators if area in ("", e.indicator.area))


def check_minima(minimum: int, boundaries_from: int) -> None:
    """Refuse minima that are no numbers, or below one another."""
    check_type("minimum", minimum, int)
    check_type("boundaries_from", boundaries_from, int)
    if minimum < 2:
        raise InvalidValueError("minimum", "2 or more", minimum)
    if boundaries_from < minimum:
        expected = f"{minimum} or more"
        raise InvalidValueError("boundaries_from", expected, boundaries_from)


def position(
    record: BenchmarkRecord,
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
    check_minima(minimum, boundaries_from)
    check_type("method", method, QuantileMethod)
    check_structure(record, structure)
    given = peers if isinstance(peers, PeerGroup) else PeerGroup("all peers", peers)
    group = given.without(record)
    own = values_of(record, structure)
    columns = columns_of(group.records, structure)
    terms = Terms(minimum=minimum, boundaries_from=boundaries_from, method=method)
    return Position(
        record=record,
        group=group.title,
        peers=len(group),
        minimum=minimum,
        boundaries_from=boundaries_from,
        method=method,
        indicators=[
            place(each, own[each.key], columns[each.key], terms)
            for each in structure.indicators
        ],
    )
