"""Factsheets, and the scores that they publish."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import NoneType
from typing import Any

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import all_of, instance_of, is_key, is_text, to_tuple
from icluster.dates import Period
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.policies.policy import Policy
from icluster.regions import Country
from icluster.sources import Cited, Source, are_cited, to_cited

__all__ = [
    "Factsheet",
    "PublishedScore",
]


def __dir__() -> list[str]:
    return __all__


def _to_points(given: Any) -> tuple[tuple[str, Decimal], ...]:
    items = given.items() if isinstance(given, Mapping) else given
    return tuple((key, to_decimal(points, field=key)) for key, points in items)


@frozen(kw_only=True)
class PublishedScore:
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
    total: Decimal = field(converter=to_decimal)
    collected: Period | None = field(
        default=None, validator=instance_of(Period, NoneType)
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
        known = tuple(key for key, _ in self.points)
        raise UnknownNameError("published criterion", criterion, known)


@frozen(kw_only=True)
class Factsheet:
    """What one edition of a publication says of one country's cluster policies.

    Attributes:
        country: The country.
        year: Year of the edition.
        policies: The policies it describes.
        published: The score it publishes, or None.
        sources: The documents it was read from.

    Example:
        >>> Factsheet(country=Country("MX"), year=2022).policies
        ()
    """

    country: Country = field(validator=instance_of(Country))
    year: int = field(validator=instance_of(int))
    policies: tuple[Policy, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Policy)
    )
    published: PublishedScore | None = field(
        default=None, validator=instance_of(PublishedScore, NoneType)
    )
    sources: tuple[Source, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Source)
    )
