"""Comparison groups: whom a cluster is placed among."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, check_each, check_type, to_tuple
from icluster._texts import is_text
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking._judged import ReadRecord
from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing
from icluster.words import Sentence, Shown, both, say


def _to_records(records: Iterable[BenchmarkRecord]) -> tuple[BenchmarkRecord, ...]:
    return to_tuple(records)


def is_title(noun: Any, attribute: Any, value: Any) -> None:
    """Refuse what is no sentence, and no text that says something."""
    if not isinstance(value, Sentence):
        is_text(noun, attribute, value)


@frozen
class PeerGroup(Shown):
    """Records to compare with, under a title that says which they are.

    The record that is placed may be among them; it is left out of its own group.

    Attributes:
        title: What its members share; a sentence is worded in the language asked for.
        records: One for each organization; see `latest`.

    Raises:
        InvalidValueError: An organization stands in it twice: by key, or where either
            has none, by name.

    Example:
        >>> len(PeerGroup("all peers", []))
        0
    """

    title: str | Sentence = field(validator=is_title)
    records: tuple[BenchmarkRecord, ...] = field(
        converter=_to_records, validator=all_of(BenchmarkRecord)
    )

    def __attrs_post_init__(self) -> None:
        twice = _standing_twice(self.records)
        if twice:
            expected = "one for each organization; see latest()"
            raise InvalidValueError("records", expected, twice)

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
        check_type("record", record, BenchmarkRecord)
        peers = [peer for peer in self.records if not record.is_of(peer)]
        return self if len(peers) == len(self) else PeerGroup(self.title, peers)


def _standing_twice(records: tuple[BenchmarkRecord, ...]) -> tuple[str, ...]:
    """Return the organizations that stand twice; a key or a name is enough."""
    bodies = [record.organization for record in records]
    keys = Counter(body.key for body in bodies)
    names = Counter(body.name for body in bodies)
    keyless = {body.name for body in bodies if body.key is None}
    twice = (
        record.identity
        for record, body in zip(records, bodies, strict=True)
        if (body.key is not None and keys[body.key] > 1)
        or (body.name in keyless and names[body.name] > 1)
    )
    return tuple(dict.fromkeys(twice))


def latest(records: Iterable[BenchmarkRecord]) -> tuple[BenchmarkRecord, ...]:
    """Return the last interview of each organization, in the order of names.

    Records are of one organization if their keys are the same, or where either has
    none, their names.

    Raises:
        InvalidValueError: The last day of one has two records that differ, or a
            record without a key could be of two organizations with keys.

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
    several = check_each("records", records, BenchmarkRecord)
    keys: dict[str, set[str]] = {}
    for record in several:
        body = record.organization
        if body.key is not None:
            keys.setdefault(body.name, set()).add(body.key)
    interviews: dict[str, list[BenchmarkRecord]] = {}
    for record in several:
        interviews.setdefault(_one_body(record, keys), []).append(record)
    last = [_last(of_one_body) for of_one_body in interviews.values()]
    return tuple(sorted(last, key=lambda r: (r.organization.name, r.identity)))


def _one_body(record: BenchmarkRecord, keys: Mapping[str, set[str]]) -> str:
    """Return what tells the organization: a key, also where a namesake has it."""
    body = record.organization
    if body.key is not None:
        return f"key {body.key}"
    namesakes = sorted(keys.get(body.name, ()))
    if len(namesakes) > 1:
        expected = say("with a key: {} are both called {}", both(namesakes), body.name)
        raise InvalidValueError("records", expected, body.name)
    return f"key {namesakes[0]}" if namesakes else f"name {body.name}"


def _last(records: list[BenchmarkRecord]) -> BenchmarkRecord:
    day = max(record.interviewed_on for record in records)
    last, *same_day = (record for record in records if record.interviewed_on == day)
    if any(record != last for record in same_day):
        expected = say("one for {} on {}", last.identity, day)
        raise InvalidValueError("records", expected, "two that differ")
    return last


def choose(
    title: str | Sentence,
    peers: Iterable[BenchmarkRecord],
    is_member: Callable[[BenchmarkRecord], bool],
) -> PeerGroup:
    """Return the group of those *peers* of which *is_member* says so.

    Raises:
        InvalidValueError: An argument is of another type, *is_member* gives neither
            True nor False, or an organization stands in the group twice.

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
    several = check_each("peers", peers, BenchmarkRecord)
    check_type("is_member", is_member, Callable)  # type: ignore[arg-type]
    chosen = []
    for peer in several:
        answer: object = is_member(peer)
        if answer is not True and answer is not False:
            expected = say("a predicate that gives True or False for {}", peer.identity)
            raise InvalidValueError("is_member", expected, answer)
        if answer:
            chosen.append(peer)
    return PeerGroup(title, chosen)


def same_portfolio(
    record: BenchmarkRecord | ReadRecord,
    peers: Iterable[BenchmarkRecord],
    *,
    title: str | Sentence | None = None,
) -> PeerGroup:
    """Return the *peers* of the same comparative portfolio; unknown ones are none.

    Args:
        title: What the group is called instead.

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
        >>> print(same_portfolio(record, [record]).title)
        portfolio ICT
    """
    own = _recorded(record).portfolio
    if isinstance(own, Missing):
        raise InvalidValueError("portfolio", "known to be compared by", own)
    called = say("portfolio {}", own) if title is None else title
    return choose(called, peers, lambda peer: peer.portfolio == own)


def same_country(
    record: BenchmarkRecord | ReadRecord,
    peers: Iterable[BenchmarkRecord],
    *,
    title: str | Sentence | None = None,
) -> PeerGroup:
    """Return the *peers* in the same country; those of unknown country are none.

    Args:
        title: What the group is called instead.

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
        >>> print(same_country(record, [record]).title)
        country MX
    """
    own = _recorded(record).organization.country
    if isinstance(own, Missing):
        raise InvalidValueError("country", "known to be compared by", own)
    called = say("country {}", own) if title is None else title
    return choose(called, peers, lambda peer: peer.organization.country == own)


def _recorded(record: BenchmarkRecord | ReadRecord) -> BenchmarkRecord:
    check_type("record", record, BenchmarkRecord, ReadRecord)
    return record.record if isinstance(record, ReadRecord) else record
