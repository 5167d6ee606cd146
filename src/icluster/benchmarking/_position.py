"""Where a record stands among its peers, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._columns import columns_of
from icluster.benchmarking._groups import PeerGroup
from icluster.benchmarking._placing import IndicatorPosition, Terms, place
from icluster.benchmarking._ranks import QuantileMethod
from icluster.benchmarking._values import values_of
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.indicators import BenchmarkStructure
from icluster.tables import Cell, Column, Table

NEITHER_RANKING_NOR_RATING = "Benchmarking is neither a ranking nor a rating."


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
    group: str = field(validator=instance_of(str))
    peers: int = field(validator=instance_of(int))
    minimum: int = field(validator=instance_of(int))
    boundaries_from: int = field(validator=instance_of(int))
    method: QuantileMethod = field(validator=instance_of(QuantileMethod))
    indicators: tuple[IndicatorPosition, ...] = field(
        converter=to_tuple, validator=all_of(IndicatorPosition)
    )

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
        if quarters not in (1, 2, 3):
            raise InvalidValueError("quarters", "from 1 to 3", quarters)
        return tuple(
            each
            for each in self.indicators
            if each.strength is not None and each.strength <= quarters
        )

    def table(self, area: str = "") -> Table:
        """Return the places as a table; of one *area*, or of all.

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
        return Table(
            title=f"{self.record.organization.name} among {self.peers} ({self.group})",
            columns=(
                Column("indicator", "Indicator"),
                Column("value", "Value"),
                Column("size", "Peers", numeric=True),
                Column("left_out", "Left out", numeric=True),
                Column("quartiles", "Quartiles"),
                Column("quarter", "Quarter", numeric=True),
                Column("percentile", "Percentile", numeric=True),
                Column("tied", "Level", numeric=True),
                Column("better", "Better"),
            ),
            rows=[_row(e) for e in self.indicators if area in ("", e.indicator.area)],
            notes=(
                NEITHER_RANKING_NOR_RATING,
                f"Quartiles: statistics.quantiles, method {self.method.value}. Quarter"
                " 1 is the lowest by value. No place among fewer than"
                f" {self.minimum}, no boundaries among fewer than"
                f" {self.boundaries_from}.",
            ),
        )


def _row(each: IndicatorPosition) -> tuple[Cell, ...]:
    rank = each.rank
    return (
        each.indicator.name,
        each.value_text,
        each.size,
        each.left_out.total,
        each.quartiles_text,
        None if rank is None else rank.quarter,
        None if rank is None else f"{round(rank.percentile * 100)} %",
        None if rank is None else rank.tied,
        each.indicator.scale.better.value,
    )


def position(
    record: BenchmarkRecord,
    *,
    peers: PeerGroup | Iterable[BenchmarkRecord],
    structure: BenchmarkStructure,
    minimum: int = 5,
    boundaries_from: int = 10,
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
            frequencies; at least *minimum*. The default is a proposal too.
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
    if not isinstance(minimum, int) or minimum < 2:
        raise InvalidValueError("minimum", "2 or more", minimum)
    if not isinstance(boundaries_from, int) or boundaries_from < minimum:
        raise InvalidValueError(
            "boundaries_from", f"{minimum} or more", boundaries_from
        )
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
