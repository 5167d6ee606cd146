"""Comparison groups: whom a cluster is placed among."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import field, frozen

from icluster._fields import all_of, is_text, to_tuple
from icluster.benchmark_records import BenchmarkRecord
from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing


@frozen
class PeerGroup:
    """Records to compare with, under a title that says which they are.

    The record that is placed may be among them; it is left out of its own group.

    Attributes:
        title: What its members share.
        records: One for each organization; see `latest`.

    Raises:
        InvalidValueError: An organization stands in it twice.

    Example:
        >>> len(PeerGroup("all peers", []))
        0
    """

    title: str = field(validator=is_text)
    records: tuple[BenchmarkRecord, ...] = field(
        converter=to_tuple, validator=all_of(BenchmarkRecord)
    )

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for record in self.records:
            if record.identity in seen:
                expected = "one for each organization"
                raise InvalidValueError("records", expected, record.identity)
            seen.add(record.identity)

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[BenchmarkRecord]:
        return iter(self.records)

    def without(self, record: BenchmarkRecord) -> PeerGroup:
        """Return the group without the organization of *record*.

        Example:
            >>> from datetime import date
            >>> from icluster import Organization
            >>> record = BenchmarkRecord(
            ...     organization=Organization(name="Example cluster"),
            ...     interviewed_on=date(2015, 5, 4),
            ...     structure="benchmark_36",
            ... )
            >>> len(PeerGroup("all peers", [record]).without(record))
            0
        """
        own = record.identity
        others = [each for each in self.records if each.identity != own]
        return self if len(others) == len(self) else PeerGroup(self.title, others)


def latest(records: Iterable[BenchmarkRecord]) -> tuple[BenchmarkRecord, ...]:
    """Return the last interview of each organization, in the order of names.

    Raises:
        InvalidValueError: The last day of one has two records that differ.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> first, second = (
        ...     BenchmarkRecord(
        ...         organization=Organization(name="Example cluster"),
        ...         interviewed_on=date(year, 5, 4),
        ...         structure="benchmark_36",
        ...     )
        ...     for year in (2013, 2015)
        ... )
        >>> [record.interviewed_on.year for record in latest([second, first])]
        [2015]
    """
    last: dict[str, BenchmarkRecord] = {}
    for record in records:
        known = last.setdefault(record.identity, record)
        if record.interviewed_on > known.interviewed_on:
            last[record.identity] = record
    return _unrivalled(records, last)


def _unrivalled(
    records: Iterable[BenchmarkRecord], last: dict[str, BenchmarkRecord]
) -> tuple[BenchmarkRecord, ...]:
    for record in records:
        known = last[record.identity]
        if record.interviewed_on == known.interviewed_on and record != known:
            expected = f"one for {record.identity} on {record.interviewed_on}"
            raise InvalidValueError("records", expected, "two that differ")
    return tuple(last[identity] for identity in sorted(last))


def choose(
    title: str,
    peers: Iterable[BenchmarkRecord],
    is_member: Callable[[BenchmarkRecord], bool],
) -> PeerGroup:
    """Return the group of those *peers* of which *is_member* says so.

    An excellence group is one of these: whoever holds the label decides.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> record = BenchmarkRecord(
        ...     organization=Organization(name="Example cluster", key="example"),
        ...     interviewed_on=date(2015, 5, 4),
        ...     structure="benchmark_36",
        ... )
        >>> holders = frozenset({"example"})
        >>> len(
        ...     choose(
        ...         "holders of Gold", [record], lambda peer: peer.identity in holders
        ...     )
        ... )
        1
    """
    return PeerGroup(title, [peer for peer in peers if is_member(peer)])


def same_portfolio(
    record: BenchmarkRecord, peers: Iterable[BenchmarkRecord]
) -> PeerGroup:
    """Return the *peers* of the same comparative portfolio; unknown ones are none.

    Raises:
        InvalidValueError: The portfolio of *record* is unknown.

    Example:
        >>> from datetime import date
        >>> from icluster import Organization
        >>> record = BenchmarkRecord(
        ...     organization=Organization(name="Example cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ...     structure="benchmark_36",
        ...     portfolio="ICT",
        ... )
        >>> same_portfolio(record, [record]).title
        'portfolio ICT'
    """
    own = record.portfolio
    if isinstance(own, Missing):
        raise InvalidValueError("portfolio", "known to be compared by", own)
    return choose(f"portfolio {own}", peers, lambda peer: peer.portfolio == own)


def same_country(
    record: BenchmarkRecord, peers: Iterable[BenchmarkRecord]
) -> PeerGroup:
    """Return the *peers* in the same country; those of unknown country are none.

    Raises:
        InvalidValueError: The country of the organization of *record* is unknown.

    Example:
        >>> from datetime import date
        >>> from icluster import Country, Organization
        >>> record = BenchmarkRecord(
        ...     organization=Organization(
        ...         name="Example cluster", country=Country("MX")
        ...     ),
        ...     interviewed_on=date(2015, 5, 4),
        ...     structure="benchmark_36",
        ... )
        >>> same_country(record, [record]).title
        'country MX'
    """
    own = record.organization.country
    if isinstance(own, Missing):
        raise InvalidValueError("country", "known to be compared by", own)
    return choose(
        f"country {own}", peers, lambda peer: peer.organization.country == own
    )
