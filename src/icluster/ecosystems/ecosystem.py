"""The ecosystem itself: its organizations and all that relates them to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from icluster._fields import (
    all_of,
    instance_of,
    is_key,
    is_optional_text,
    is_text,
    to_tuple,
    unique,
)
from icluster.ecosystems.relations import (
    Action,
    BeneficiaryGroup,
    Contribution,
    Linkage,
    Membership,
    Participation,
    Relation,
    RelationKind,
    StrategicObjective,
    WorkingGroup,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.organizations import Organization
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Vocabulary, listed

__all__ = ["AdmissionRule", "Ecosystem"]


def __dir__() -> list[str]:
    return __all__


class AdmissionRule(Vocabulary):
    """To whom membership is open.

    Example:
        >>> AdmissionRule.ANY_OBJECTIVE.title
        'organizations that take part in at least one objective'
    """

    OBJECTIVES = (
        "objectives",
        "organizations that take part in the objectives, one or all not being said",
    )
    ANY_OBJECTIVE = (
        "any_objective",
        "organizations that take part in at least one objective",
    )
    EVERY_OBJECTIVE = (
        "every_objective",
        "organizations that take part in every objective",
    )


_LISTS = (
    "objectives",
    "actions",
    "participations",
    "memberships",
    "contributions",
    "beneficiaries",
    "linkages",
    "working_groups",
)


def _several(kind: type) -> Any:
    return field(
        default=Missing.UNKNOWN,
        converter=to_tuple,
        validator=all_of(kind, or_one_of=(Missing.UNKNOWN,)),
    )


@frozen(kw_only=True)
class Ecosystem:
    """Organizations that work together, and how each of them belongs.

    A list that is `Missing.UNKNOWN` was not stated; one that is given is
    complete unless `incomplete` names it, and an empty one says that there are
    none.

    Attributes:
        key: Short name.
        name: Name as printed.
        description: What it is, in a phrase; may be empty.
        organizations: The bodies that anything below refers to, by their keys.
        objectives: What is to be achieved.
        actions: What is promoted.
        participations: Who takes part, in what role.
        memberships: Who is a member.
        contributions: Who pays.
        beneficiaries: Who is to benefit.
        linkages: Who is linked to whom.
        working_groups: Which groups are at work.
        admission_rule: To whom membership is open.
        incomplete: Names of the lists that may lack something.
        citations: Where each field was read.

    Raises:
        InvalidValueError: An organization has no key, a key stands twice, or
            `incomplete` names no list.
        UnknownNameError: A relation names an organization or an objective that
            is not there.

    Example:
        >>> ecosystem = Ecosystem(
        ...     key="demo",
        ...     name="Demo",
        ...     organizations=(
        ...         Organization(key="mtp", name="Mexican Technology Platform"),
        ...     ),
        ...     participations=(Participation(party="mtp"),),
        ... )
        >>> ecosystem["mtp"].name, ecosystem.memberships.title
        ('Mexican Technology Platform', 'unknown')
    """

    key: str = field(validator=is_key)
    name: str = field(validator=is_text)
    description: str = field(default="", validator=is_optional_text)
    organizations: tuple[Organization, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Organization)
    )
    objectives: tuple[StrategicObjective, ...] | Missing = _several(StrategicObjective)
    actions: tuple[Action, ...] | Missing = _several(Action)
    participations: tuple[Participation, ...] | Missing = _several(Participation)
    memberships: tuple[Membership, ...] | Missing = _several(Membership)
    contributions: tuple[Contribution, ...] | Missing = _several(Contribution)
    beneficiaries: tuple[BeneficiaryGroup, ...] | Missing = _several(BeneficiaryGroup)
    linkages: tuple[Linkage, ...] | Missing = _several(Linkage)
    working_groups: tuple[WorkingGroup, ...] | Missing = _several(WorkingGroup)
    admission_rule: AdmissionRule | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(AdmissionRule, Missing)
    )
    incomplete: tuple[str, ...] = field(
        default=(), converter=to_tuple, validator=[all_of(str), unique]
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        known = _distinct_keys("organizations", self.organizations)
        objectives = _distinct_keys("objectives", listed(self.objectives))
        _distinct_keys("actions", listed(self.actions))
        _distinct_keys("working_groups", listed(self.working_groups))
        for _, _, keys in self._records():
            for key in keys:
                if key not in known:
                    raise UnknownNameError("organization", key, known)
        for action in listed(self.actions):
            for key in listed(action.serves):
                if key not in objectives:
                    raise UnknownNameError("objective", key, objectives)
        for name in self.incomplete:
            if name not in _LISTS:
                raise InvalidValueError("incomplete", "names of lists", name)

    def is_complete(self, name: str) -> bool:
        """Tell whether the list *name* holds all there is, as far as is known.

        Raises:
            UnknownNameError: There is no such list.

        Example:
            >>> Ecosystem(key="demo", name="Demo", linkages=()).is_complete("linkages")
            True
        """
        if name not in _LISTS:
            raise UnknownNameError("list", name, _LISTS)
        unknown = isinstance(getattr(self, name), Missing)
        return not unknown and name not in self.incomplete

    def relations(self) -> tuple[Relation, ...]:
        """Return who is related to the ecosystem how, list by list.

        An organization that stands in several relations is there as often; whom a
        relation does not name is left out.

        Example:
            >>> from icluster.reference import project
            >>> len(project.ICLUSTER.relations())
            12
        """
        bodies = {body.key: body for body in self.organizations}
        return tuple(
            Relation(bodies[key], kind, record)
            for kind, record, keys in self._records()
            for key in keys
        )

    def _records(self) -> Iterator[tuple[RelationKind, Any, tuple[str, ...]]]:
        """Yield the relations with the keys of those whom they name."""
        with_parties: list[tuple[RelationKind, tuple[Any, ...] | Missing]] = [
            (RelationKind.PARTICIPATION, self.participations),
            (RelationKind.MEMBERSHIP, self.memberships),
            (RelationKind.CONTRIBUTION, self.contributions),
        ]
        for kind, records in with_parties:
            for record in listed(records):
                named = isinstance(record.party, str)
                yield kind, record, (record.party,) if named else ()
        for linkage in listed(self.linkages):
            yield RelationKind.LINKAGE, linkage, (linkage.first, linkage.second)
        for group in listed(self.working_groups):
            yield RelationKind.WORKING_GROUP, group, listed(group.members)

    def __getitem__(self, key: str) -> Organization:
        for organization in self.organizations:
            if organization.key == key:
                return organization
        known = _distinct_keys("organizations", self.organizations)
        raise UnknownNameError("organization", key, known)


def _distinct_keys(name: str, things: tuple[Any, ...]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for index, thing in enumerate(things):
        if thing.key is None or thing.key in seen:
            place = f"{name}[{index}].key"
            raise InvalidValueError(place, "given, and given once", thing.key)
        seen[thing.key] = None
    return tuple(seen)
