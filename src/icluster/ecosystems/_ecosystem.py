"""The ecosystem itself: its organizations and all that relates them to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, to_tuple, to_words, unique
from icluster._texts import all_texts, is_optional_prose, is_text
from icluster.dates import PartialPeriod
from icluster.ecosystems._merging import Merging
from icluster.ecosystems._references import (
    dangling_objectives,
    dangling_parties,
    keys_of,
    repeated_keys,
)
from icluster.ecosystems._relations import (
    Action,
    BeneficiaryGroup,
    Contribution,
    Linkage,
    LinkageKind,
    Membership,
    Participation,
    StrategicObjective,
    WorkingGroup,
)
from icluster.errors import Fault, InvalidValueError, UnknownNameError
from icluster.organizations import Organization
from icluster.sources import Cited, are_cited, to_cited
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other, Unknown, Vocabulary, listed
from icluster.words import Shown

__all__ = ["AdmissionRule", "Ecosystem", "Relation", "RelationKind"]


Record: TypeAlias = "Participation | Membership | Contribution | Linkage | WorkingGroup"


class RelationKind(Vocabulary):
    """The ways in which an organization can be on record.

    Example:
        >>> RelationKind.CONTRIBUTION.title
        'contribution'
    """

    PARTICIPATION = "participation", "participation"
    MEMBERSHIP = "membership", "membership"
    CONTRIBUTION = "contribution", "contribution"
    LINKAGE = "linkage", "linkage"
    WORKING_GROUP = "working_group", "place in a working group"


@frozen
class Relation(Shown):
    """One organization in one of its relations to an ecosystem.

    Attributes:
        organization: The organization.
        kind: The kind of the relation.
        record: The relation as recorded, with its period and citations.

    Example:
        >>> from icluster.reference import project
        >>> relation = project.ICLUSTER.relations()[0]
        >>> relation.organization.key, relation.kind.title
        ('mtp', 'participation')
    """

    organization: Organization
    kind: RelationKind
    record: Record

    @property
    def period(self) -> PartialPeriod:
        """From when until when it is recorded."""
        return self.record.period

    @property
    def is_act(self) -> bool:
        """Whether it is something that an organization does: to be part is not."""
        return getattr(self.record, "kind", None) is not LinkageKind.PART_OF


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
    "means",
    "focus",
    "objectives",
    "actions",
    "participations",
    "memberships",
    "contributions",
    "beneficiaries",
    "linkages",
    "working_groups",
)
_RELATIONS = (
    (RelationKind.PARTICIPATION, "participations"),
    (RelationKind.MEMBERSHIP, "memberships"),
    (RelationKind.CONTRIBUTION, "contributions"),
    (RelationKind.LINKAGE, "linkages"),
    (RelationKind.WORKING_GROUP, "working_groups"),
)
_OR_UNKNOWN = (Missing.UNKNOWN,)


def _to_texts(
    texts: list[str] | tuple[str, ...] | Unknown,
) -> tuple[str, ...] | Unknown:
    return to_tuple(texts)


_are_texts = (all_texts(or_one_of=_OR_UNKNOWN), unique)


def _to_organizations(
    organizations: Iterable[Organization],
) -> tuple[Organization, ...]:
    return to_tuple(organizations)


def _to_objectives(
    objectives: Iterable[StrategicObjective] | Unknown,
) -> tuple[StrategicObjective, ...] | Unknown:
    return to_tuple(objectives)


def _to_actions(actions: Iterable[Action] | Unknown) -> tuple[Action, ...] | Unknown:
    return to_tuple(actions)


def _to_participations(
    participations: Iterable[Participation] | Unknown,
) -> tuple[Participation, ...] | Unknown:
    return to_tuple(participations)


def _to_memberships(
    memberships: Iterable[Membership] | Unknown,
) -> tuple[Membership, ...] | Unknown:
    return to_tuple(memberships)


def _to_contributions(
    contributions: Iterable[Contribution] | Unknown,
) -> tuple[Contribution, ...] | Unknown:
    return to_tuple(contributions)


def _to_beneficiaries(
    beneficiaries: Iterable[BeneficiaryGroup] | Unknown,
) -> tuple[BeneficiaryGroup, ...] | Unknown:
    return to_tuple(beneficiaries)


def _to_linkages(
    linkages: Iterable[Linkage] | Unknown,
) -> tuple[Linkage, ...] | Unknown:
    return to_tuple(linkages)


def _to_working_groups(
    working_groups: Iterable[WorkingGroup] | Unknown,
) -> tuple[WorkingGroup, ...] | Unknown:
    return to_tuple(working_groups)


@frozen(kw_only=True)
class Ecosystem(Shown, Merging):
    """Organizations that work together, and how each of them belongs.

    A list that is `Missing.UNKNOWN` was not stated; one that is given is
    complete unless `incomplete` names it, and an empty one says that there are
    none.

    Attributes:
        key: Short name.
        name: Name as printed.
        description: What it is, in a phrase; may be empty.
        means: By what it works, in words.
        focus: On whom it focuses, in words.
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
    description: str = field(default="", validator=is_optional_prose)
    means: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN, converter=_to_texts, validator=list(_are_texts)
    )
    focus: tuple[str, ...] | Unknown = field(
        default=Missing.UNKNOWN, converter=_to_texts, validator=list(_are_texts)
    )
    organizations: tuple[Organization, ...] = field(
        default=(), converter=_to_organizations, validator=all_of(Organization)
    )
    objectives: tuple[StrategicObjective, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_objectives,
        validator=all_of(StrategicObjective, or_one_of=_OR_UNKNOWN),
    )
    actions: tuple[Action, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_actions,
        validator=all_of(Action, or_one_of=_OR_UNKNOWN),
    )
    participations: tuple[Participation, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_participations,
        validator=all_of(Participation, or_one_of=_OR_UNKNOWN),
    )
    memberships: tuple[Membership, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_memberships,
        validator=all_of(Membership, or_one_of=_OR_UNKNOWN),
    )
    contributions: tuple[Contribution, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_contributions,
        validator=all_of(Contribution, or_one_of=_OR_UNKNOWN),
    )
    beneficiaries: tuple[BeneficiaryGroup, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_beneficiaries,
        validator=all_of(BeneficiaryGroup, or_one_of=_OR_UNKNOWN),
    )
    linkages: tuple[Linkage, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_linkages,
        validator=all_of(Linkage, or_one_of=_OR_UNKNOWN),
    )
    working_groups: tuple[WorkingGroup, ...] | Unknown = field(
        default=Missing.UNKNOWN,
        converter=_to_working_groups,
        validator=all_of(WorkingGroup, or_one_of=_OR_UNKNOWN),
    )
    admission_rule: AdmissionRule | Other | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(AdmissionRule, Other, Missing)
    )
    incomplete: tuple[str, ...] = field(
        default=(), converter=to_words, validator=[all_texts(), unique]
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._faults())
        if faults:
            raise InvalidValueError.of(faults)

    def _faults(self) -> Iterator[Fault]:
        for name in ("organizations", "objectives", "actions", "working_groups"):
            yield from repeated_keys(name, listed(getattr(self, name)))
        organizations = keys_of(self.organizations)
        for _, name in _RELATIONS:
            records = listed(getattr(self, name))
            yield from dangling_parties(name, records, organizations)
        objectives = keys_of(listed(self.objectives))
        yield from dangling_objectives(listed(self.actions), objectives)
        for index, name in enumerate(self.incomplete):
            if name not in _LISTS:
                yield Fault(
                    ("incomplete", index), "reference", "the name of a list", name
                )

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
            16
        """
        return tuple(
            Relation(self[key], kind, record)
            for kind, record in self._records()
            for key in record.named
        )

    def _records(self) -> Iterator[tuple[RelationKind, Any]]:
        for kind, name in _RELATIONS:
            for record in listed(getattr(self, name)):
                yield kind, record

    def holds(self, record: Record | BeneficiaryGroup, *, on: date) -> Verdict:
        """Tell whether a relation holds on a day.

        It does while its period lasts and the organizations that it names exist.

        Raises:
            UnknownNameError: It names an organization that is not there.

        Example:
            >>> ecosystem = Ecosystem(
            ...     key="demo",
            ...     name="Demo",
            ...     organizations=[Organization(name="A", key="a")],
            ... )
            >>> ecosystem.holds(Membership(party="a"), on=date(2015, 6, 1))
            <Verdict.OPEN: 'open'>
        """
        exist = [self[key].exists(on=on) for key in record.named]
        return Verdict.all_of([record.period.covers(on), *exist])

    def __getitem__(self, key: str) -> Organization:
        body = self._bodies.get(key) if isinstance(key, str) else None
        if body is None:
            raise UnknownNameError("organization", key, tuple(self._bodies))
        return body

    @cached_property
    def _bodies(self) -> dict[str, Organization]:
        return {str(body.key): body for body in self.organizations}
