"""The ways of belonging to an ecosystem: each its own relation, with its dates.

To take part, to be a member, to pay and to benefit are four things; none of
them follows from another. A period that the source does not give is unknown at
both ends: then the relation may hold on any day, and surely holds on none.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, cast

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, to_tuple, unique
from icluster._texts import all_texts, is_optional_prose, is_prose, is_text, text_or
from icluster.dates import PartialPeriod
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.organizations import Helix
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Other, Unknown, Vocabulary, listed
from icluster.words import Shown

__all__ = [
    "Action",
    "BeneficiaryGroup",
    "Contribution",
    "Linkage",
    "LinkageKind",
    "Membership",
    "Participation",
    "ParticipationRole",
    "StrategicObjective",
    "Unnamed",
    "WorkingGroup",
]


class ParticipationRole(Vocabulary):
    """In what role somebody takes part.

    The labels are those of the page on Project iCluster; other roles are taken
    as `Other`, and `Missing.UNKNOWN` where no role is stated.

    Example:
        >>> ParticipationRole.from_title("Project execution body").value
        'execution_body'
    """

    INTERMEDIARY_BODY = "intermediary_body", "intermediary body"
    EXECUTION_BODY = "execution_body", "project execution body"
    ALLIED_ORGANIZATION = "allied_organization", "allied organization"
    EXPERT_GROUP = "expert_group", "expert group"


class LinkageKind(Vocabulary):
    """How two organizations are linked (Spanish *vinculación*); proposed.

    Example:
        >>> LinkageKind.PART_OF.title
        'part of'
    """

    PART_OF = "part_of", "part of"
    COOPERATION = "cooperation", "cooperation"
    AGREEMENT = "agreement", "agreement"
    JOINT_PROJECT = "joint_project", "joint project"


def _to_helices(helices: Iterable[Helix]) -> tuple[Helix, ...]:
    return to_tuple(helices)


@frozen
class Unnamed(Shown):
    """Somebody whom the source does not name, in its words.

    Attributes:
        description: The words.
        helices: The sectors it says they stand for; empty where it does not.
        several: Whether it speaks of more than one.

    Example:
        >>> Unnamed("a government entity", (Helix.GOVERNMENT,)).several
        False
    """

    description: str = field(validator=is_prose)
    helices: tuple[Helix, ...] = field(
        default=(), converter=_to_helices, validator=[all_of(Helix), unique]
    )
    several: bool = field(default=False, validator=instance_of(bool))

    def __attrs_post_init__(self) -> None:
        if not all(helix.is_sector for helix in self.helices):
            raise InvalidValueError("helices", "sectors, not contexts", self.helices)


def _is_party(_: Any, attribute: Any, value: Any) -> None:
    if not isinstance(value, Unnamed):
        is_key(_, attribute, value)


def _to_keys(keys: list[str] | tuple[str, ...] | Unknown) -> tuple[str, ...] | Unknown:
    return to_tuple(keys)


_are_keys = (all_texts(or_one_of=(Missing.UNKNOWN,)), unique)


def _period() -> Any:
    return field(factory=PartialPeriod, validator=instance_of(PartialPeriod))


@frozen(kw_only=True)
class Participation(Shown):
    """That somebody takes part, in what role, from when until when.

    Attributes:
        party: Key of an organization, or somebody unnamed.
        role: The role; `Missing.UNKNOWN` where none is stated.
        period: When.
        citations: Where each field was read.

    Example:
        >>> Participation(party="mtp", role=ParticipationRole.EXECUTION_BODY).role.title
        'project execution body'
    """

    party: str | Unnamed = field(validator=_is_party)
    role: ParticipationRole | Other | Missing = field(
        default=Missing.UNKNOWN,
        validator=instance_of(ParticipationRole, Other, Missing),
    )
    period: PartialPeriod = _period()
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the organizations that it names."""
        return () if isinstance(self.party, Unnamed) else (self.party,)


@frozen(kw_only=True)
class Membership(Shown):
    """That an organization is a member, from when until when.

    Attributes:
        party: Key of the organization.
        period: When.
        citations: Where each field was read.

    Example:
        >>> Membership(party="mtp").period.ends.title
        'unknown'
    """

    party: str = field(validator=is_key)
    period: PartialPeriod = _period()
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the organizations that it names."""
        return (self.party,)


def _to_amount(amount: Fraction | int | Money | Missing) -> Fraction | Money | Missing:
    if type(amount) is int:
        return Fraction(amount)
    # A truth and a float are left for the validator to refuse.
    return cast("Fraction | Money | Missing", amount)


@frozen(kw_only=True)
class Contribution(Shown):
    """That somebody pays: a share, an amount, or how much is not known.

    Attributes:
        party: Key of an organization, or somebody unnamed.
        amount: A share from 0 to 1 as an exact fraction, money, or unknown.
        period: When.
        citations: Where each field was read.

    Raises:
        InvalidValueError: The share is a float, or not from 0 to 1.

    Example:
        >>> Contribution(party="inadem", amount=Fraction(1, 2)).amount
        Fraction(1, 2)
        >>> Contribution(party="inadem").amount.title
        'unknown'
    """

    party: str | Unnamed = field(validator=_is_party)
    amount: Fraction | Money | Missing = field(
        default=Missing.UNKNOWN,
        converter=_to_amount,
        validator=instance_of(Fraction, Money, Missing),
    )
    period: PartialPeriod = _period()
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the organizations that it names."""
        return () if isinstance(self.party, Unnamed) else (self.party,)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.amount, Fraction) and not 0 <= self.amount <= 1:
            raise InvalidValueError("amount", "a share from 0 to 1", self.amount)


@frozen(kw_only=True)
class BeneficiaryGroup(Shown):
    """Whom the ecosystem is to benefit, from when until when.

    Example:
        >>> BeneficiaryGroup(description="Members of innovation clusters").description
        'Members of innovation clusters'
    """

    description: str = field(validator=is_prose)
    period: PartialPeriod = _period()
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the organizations that it names."""
        return ()


@frozen(kw_only=True)
class StrategicObjective(Shown):
    """Something that the ecosystem is to achieve.

    Attributes:
        key: Short name.
        title: What it is, in a phrase.
        target: What it is done to or for; `Missing.UNKNOWN` where not stated.
        detail: By what means, where and to what end; may be empty.
        citations: Where each field was read.

    Example:
        >>> StrategicObjective(
        ...     key="policy", title="provide feedback", target="public policy"
        ... ).target
        'public policy'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    target: str | Unknown = field(
        default=Missing.UNKNOWN, validator=text_or(Missing.UNKNOWN)
    )
    detail: str = field(default="", validator=is_optional_prose)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )


@frozen(kw_only=True)
class Action(Shown):
    """Something that the ecosystem promotes, and the objectives it serves.

    Attributes:
        key: Short name.
        title: What it is, as printed.
        target: What it is done to; `Missing.UNKNOWN` where not stated.
        serves: Keys of the objectives; `Missing.UNKNOWN` where not stated.
        citations: Where each field was read.

    Example:
        >>> Action(key="mapping", title="Mapping").serves.title
        'unknown'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    target: str | Unknown = field(
        default=Missing.UNKNOWN, validator=text_or(Missing.UNKNOWN)
    )
    serves: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN, converter=_to_keys, validator=list(_are_keys)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )


@frozen(kw_only=True)
class Linkage(Shown):
    """That two organizations are linked, how, from when until when.

    Attributes:
        first: Key of one organization; with `LinkageKind.PART_OF`, the part.
        second: Key of the other one; with `LinkageKind.PART_OF`, the whole.
        kind: How; `Missing.UNKNOWN` where not stated.
        period: When.
        citations: Where each field was read.

    Raises:
        InvalidValueError: An organization would be linked to itself.

    Example:
        >>> linkage = Linkage(
        ...     first="subcommittee", second="museic", kind=LinkageKind.PART_OF
        ... )
        >>> linkage.other("museic")
        'subcommittee'
    """

    first: str = field(validator=is_key)
    second: str = field(validator=is_key)
    kind: LinkageKind | Other | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(LinkageKind, Other, Missing)
    )
    period: PartialPeriod = _period()
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the organizations that it names."""
        return (self.first, self.second)

    def __attrs_post_init__(self) -> None:
        if self.first == self.second:
            raise InvalidValueError("second", "another organization", self.second)

    def other(self, key: str) -> str | None:
        """Return whom the organization *key* is linked to here, if it is."""
        if key == self.first:
            return self.second
        return self.first if key == self.second else None


@frozen(kw_only=True)
class WorkingGroup(Shown):
    """A group at work on a theme, and who is in it.

    Attributes:
        key: Short name.
        name: Name or theme as printed.
        members: Keys of organizations; `Missing.UNKNOWN` where not stated.
        period: When.
        citations: Where each field was read.

    Example:
        >>> WorkingGroup(key="talent", name="Talent", members=("mtp",)).members
        ('mtp',)
    """

    key: str = field(validator=is_key)
    name: str = field(validator=is_text)
    members: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN, converter=_to_keys, validator=list(_are_keys)
    )
    period: PartialPeriod = _period()
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the organizations that it names."""
        return listed(self.members)
