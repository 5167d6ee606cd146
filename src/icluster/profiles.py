"""Profiles of cluster organizations, and the criteria they are validated by.

The European Cluster Collaboration Platform lists a cluster organization once
its profile meets published criteria. Members of a national or regional cluster
programme may be exempt.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import instance_of, is_key, to_tuple, unique
from icluster._texts import all_texts, is_text
from icluster.dates import PartialPeriod
from icluster.errors import InvalidValueError
from icluster.organizations import Organization
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Unknown
from icluster.words import Shown

__all__ = []


def __dir__() -> list[str]:
    return __all__


def _to_least_staff(staff: Decimal | int | str) -> Decimal:
    return to_decimal(staff, field="least_staff")


def _is_count(_: Any, attribute: Any, value: Any) -> None:
    if isinstance(value, Missing):
        return
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InvalidValueError(attribute.name, "a count, 0 or more", value)


@frozen(kw_only=True)
class ProfileCriteria(Shown):
    """What a profile must show to be validated, in one edition.

    Attributes:
        key: Stable key.
        title: What the criteria are called.
        least_staff: Fewest full-time equivalents of management; met at equality.
        least_members: Fewest committed members; met at equality.
        least_types: Fewest types of members; met at equality.
        english_website: Whether a website in English is asked for.
        exempt: Whether members of a national or regional programme are exempt.
        in_force: From when until when, as far as anybody has said.
        citations: Where each field was read.

    Example:
        >>> from icluster.reference import eccp
        >>> eccp.PROFILE_CRITERIA.least_staff, eccp.PROFILE_CRITERIA.least_members
        (Decimal('0.5'), 15)
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    least_staff: Decimal = field(converter=_to_least_staff)
    least_members: int = field(validator=[instance_of(int), _is_count])
    least_types: int = field(validator=[instance_of(int), _is_count])
    english_website: bool = field(validator=instance_of(bool))
    exempt: bool = field(validator=instance_of(bool))
    in_force: PartialPeriod = field(
        factory=PartialPeriod, validator=instance_of(PartialPeriod)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )


def _to_staff(staff: Decimal | int | str | Missing) -> Decimal | Missing:
    if isinstance(staff, Missing):
        return staff
    return to_decimal(staff, field="management_staff")


def _to_types(
    types: list[str] | tuple[str, ...] | Unknown,
) -> tuple[str, ...] | Unknown:
    return to_tuple(types)


@frozen(kw_only=True)
class ClusterProfile(Shown):
    """What a cluster organization states of itself to be listed.

    Attributes:
        organization: The cluster organization.
        management_staff: Full-time equivalents that manage the cluster.
        committed_members: How many members are committed.
        member_types: Types of its members, in words.
        english_website: Whether there is a website in English.
        programme: The national or regional cluster programme it is a member of;
            `Missing.NOT_APPLICABLE` where it is of none.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A number is no exact number, or below zero.

    Example:
        >>> profile = ClusterProfile(
        ...     organization=Organization(name="Example cluster"),
        ...     management_staff="0.5",
        ...     committed_members=15,
        ... )
        >>> profile.management_staff, profile.programme.title
        (Decimal('0.5'), 'unknown')
    """

    organization: Organization = field(validator=instance_of(Organization))
    management_staff: Decimal | Missing = field(
        default=Missing.UNKNOWN, converter=_to_staff
    )
    committed_members: int | Missing = field(
        default=Missing.UNKNOWN, validator=_is_count
    )
    member_types: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_types,
        validator=[all_texts(or_one_of=(Missing.UNKNOWN,)), unique],
    )
    english_website: bool | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(bool, Missing)
    )
    programme: str | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(str, Missing)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        staff = self.management_staff
        if isinstance(staff, Decimal) and staff < 0:
            raise InvalidValueError("management_staff", "0 or more", staff)
