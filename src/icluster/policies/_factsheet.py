"""Factsheets that describe a country's policies, and the scores that they publish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import all_of, instance_of, is_key, to_pairs, to_tuple
from icluster._texts import is_text
from icluster.dates import Period
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.observations import Observation
from icluster.policies._policy import Policy
from icluster.regions import Country
from icluster.sources import (
    Cited,
    Note,
    Source,
    are_cited,
    are_notes,
    to_cited,
    to_notes,
)
from icluster.words import Shown


def _to_points(
    points: Mapping[str, Decimal | int | str]
    | Sequence[tuple[str, Decimal | int | str]],
) -> tuple[tuple[str, Decimal], ...]:
    pairs = to_pairs(points)
    if not isinstance(pairs, tuple) or any(len(pair) != 2 for pair in pairs):
        raise InvalidValueError("points", "points by key of the criterion", points)
    return tuple((key, to_decimal(value, field=key)) for key, value in pairs)


def _to_total(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="total")


def _to_policies(items: Iterable[Policy]) -> tuple[Policy, ...]:
    return to_tuple(items)


def _to_observations(items: Iterable[Observation]) -> tuple[Observation, ...]:
    return to_tuple(items)


def _to_sources(items: Iterable[Source]) -> tuple[Source, ...]:
    return to_tuple(items)


@frozen(kw_only=True)
class PublishedScore(Shown):
    """A maturity score as somebody published it, to hold against a derived one.

    Attributes:
        subject: What was scored, for example a country's name.
        rubric: Key of the rubric it claims to follow.
        points: Points by key of the criterion, as published.
        total: Total as published, which need not be the sum of the points.
        collected: When the data were collected, or None where not stated.
        citations: Where each field was read; a criterion is cited by its key
            behind ``points.``.

    Example:
        >>> published = PublishedScore(
        ...     subject="Mexico",
        ...     rubric="maturity_2022",
        ...     points={"scope": "0.5", "continuity": 0},
        ...     total="1.5",
        ... )
        >>> published["scope"]
        Decimal('0.5')
    """

    subject: str = field(validator=is_text)
    rubric: str = field(validator=is_key)
    points: tuple[tuple[str, Decimal], ...] = field(converter=_to_points)
    total: Decimal = field(converter=_to_total)
    collected: Period | None = field(
        default=None, validator=instance_of(Period, or_one_of=(None,))
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        keys = [key for key, _ in self.points]
        if len(set(keys)) != len(keys):
            raise InvalidValueError("points", "given once a criterion", keys)

    def __getitem__(self, criterion: str) -> Decimal:
        for key, points in self.points:
            if key == criterion:
                return points
        keys = tuple(key for key, _ in self.points)
        raise UnknownNameError("published criterion", criterion, keys)


@frozen(kw_only=True)
class Factsheet(Shown):
    """What one edition of a publication says of one country's cluster policies.

    Attributes:
        country: The country.
        year: Year of the edition.
        policies: The policies it describes row by row.
        related: Other policies, programmes and instruments that it mentions.
        published: The score it publishes, or None.
        observations: Figures that it gives beside.
        notes: What it says of each criterion beside the score, and of the rest.
        sources: The documents it was read from.
        bibliography: The works that it lists itself, one for each that is printed.

    Example:
        >>> Factsheet(country=Country("MX"), year=2022).policies
        ()
    """

    country: Country = field(validator=instance_of(Country))
    year: int = field(validator=instance_of(int))
    policies: tuple[Policy, ...] = field(
        default=(), converter=_to_policies, validator=all_of(Policy)
    )
    related: tuple[Policy, ...] = field(
        default=(), converter=_to_policies, validator=all_of(Policy)
    )
    published: PublishedScore | None = field(
        default=None, validator=instance_of(PublishedScore, or_one_of=(None,))
    )
    observations: tuple[Observation, ...] = field(
        default=(), converter=_to_observations, validator=all_of(Observation)
    )
    notes: tuple[Note, ...] = field(default=(), converter=to_notes, validator=are_notes)
    sources: tuple[Source, ...] = field(
        default=(), converter=_to_sources, validator=all_of(Source)
    )
    bibliography: tuple[Source, ...] = field(
        default=(), converter=_to_sources, validator=all_of(Source)
    )
