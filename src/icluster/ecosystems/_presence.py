"""Who belongs on a day, and in what way; who is linked; who has ended and yet acts.

A relation holds while its period does and the organization exists. An
organization without a recorded end is taken to go on; one that may have ended
holds its relations only possibly (`may_have_ended`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import NoneType
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from icluster._fields import check_day, check_type, instance_of, to_tuple
from icluster.ecosystems._ecosystem import Ecosystem, RelationKind
from icluster.ecosystems._relations import (
    BeneficiaryGroup,
    Contribution,
    Membership,
    Participation,
    ParticipationRole,
    Unnamed,
)
from icluster.organizations import Helix, HelixModel
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other, listed
from icluster.words import Shown

__all__ = [
    "EndedActor",
    "HelixCoverage",
    "OnDay",
    "beneficiaries",
    "funders",
    "helix_coverage",
    "isolated",
    "linked_to",
    "may_have_ended",
    "members",
    "participants",
]


T = TypeVar("T")


@frozen
class OnDay(Shown, Generic[T]):
    """What holds on a day: surely, or only possibly.

    Attributes:
        surely: What certainly holds on the day.
        possibly: What may hold on the day, but need not.
        complete: False where there may be more than is recorded: then what is
            not here need not be missing.

    Example:
        >>> OnDay(surely=("mtp",)).possibly
        ()
    """

    surely: tuple[T, ...] = field(default=(), converter=to_tuple)
    possibly: tuple[T, ...] = field(default=(), converter=to_tuple)
    complete: bool = field(default=True, validator=instance_of(bool))

    @classmethod
    def of(
        cls, verdicts: Iterable[tuple[T, Verdict]], *, complete: bool = True
    ) -> OnDay[T]:
        """Part things into those that hold and those that may.

        Example:
            >>> OnDay.of([("mtp", Verdict.YES), ("inadem", Verdict.NO)]).surely
            ('mtp',)
        """
        answers = tuple(verdicts)
        return cls(
            tuple(thing for thing, verdict in answers if verdict is Verdict.YES),
            tuple(thing for thing, verdict in answers if verdict is Verdict.OPEN),
            complete,
        )


def participants(
    ecosystem: Ecosystem,
    *,
    on: date,
    role: ParticipationRole | Other | Missing | None = None,
) -> OnDay[Participation]:
    """Tell who takes part on a day; with *role*, who does so in that role.

    Raises:
        InvalidValueError: The role is given by its name.

    Example:
        >>> from icluster.reference import project
        >>> bodies = participants(
        ...     project.ICLUSTER,
        ...     on=date(2015, 6, 1),
        ...     role=ParticipationRole.EXECUTION_BODY,
        ... )
        >>> bodies.surely, [participation.party for participation in bodies.possibly]
        ((), ['mtp'])
    """
    check_type("role", role, ParticipationRole, Other, Missing, NoneType)
    present: OnDay[Participation] = _present(ecosystem, "participations", on)
    if role is None:
        return present
    return OnDay(
        tuple(member for member in present.surely if member.role == role),
        tuple(member for member in present.possibly if member.role == role),
        present.complete,
    )


def members(ecosystem: Ecosystem, *, on: date) -> OnDay[Membership]:
    """Tell who is a member on a day.

    Example:
        >>> from icluster.reference import project
        >>> members(project.ICLUSTER, on=date(2015, 6, 1)).complete
        False
    """
    return _present(ecosystem, "memberships", on)


def funders(ecosystem: Ecosystem, *, on: date) -> OnDay[Contribution]:
    """Tell who pays on a day.

    Example:
        >>> from icluster.reference import project
        >>> payers = funders(project.ICLUSTER, on=date(2015, 6, 1))
        >>> payers.surely, payers.possibly[0].party
        ((), 'inadem')
    """
    return _present(ecosystem, "contributions", on)


def beneficiaries(ecosystem: Ecosystem, *, on: date) -> OnDay[BeneficiaryGroup]:
    """Tell who is to benefit on a day.

    Example:
        >>> from icluster.reference import project
        >>> len(beneficiaries(project.ICLUSTER, on=date(2015, 6, 1)).possibly)
        3
    """
    return _present(ecosystem, "beneficiaries", on)


def _present(ecosystem: Ecosystem, name: str, on: date) -> OnDay[Any]:
    """Part the records of the list *name* into sure and possible ones."""
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    records = listed(getattr(ecosystem, name))
    return OnDay.of(
        ((record, ecosystem.holds(record, on=on)) for record in records),
        complete=ecosystem.is_complete(name),
    )


def linked_to(ecosystem: Ecosystem, key: str, *, on: date) -> OnDay[str]:
    """Tell whom the organization *key* is linked to on a day, directly.

    Raises:
        UnknownNameError: No organization of the ecosystem has that key.

    Example:
        >>> from icluster.reference import project
        >>> linked_to(project.ICLUSTER, "museic", on=date(2015, 6, 1)).possibly
        ('museic_clusters', 'museic_women')
    """
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    ecosystem[key]  # refuses a stranger
    linked: dict[str, Verdict] = {}
    for linkage in listed(ecosystem.linkages):
        partner = linkage.other(key)
        if partner is not None:
            holds = ecosystem.holds(linkage, on=on)
            linked[partner] = linked.get(partner, Verdict.NO) | holds
    return OnDay.of(linked.items(), complete=ecosystem.is_complete("linkages"))


def isolated(ecosystem: Ecosystem, *, on: date) -> OnDay[str]:
    """Tell which organizations that exist on a day are linked to none.

    Where linkages may be lacking, nobody is surely isolated.

    Example:
        >>> from icluster.reference import project
        >>> bodies = isolated(project.ICLUSTER, on=date(2015, 6, 1))
        >>> bodies.surely, bodies.complete, bodies.possibly[2]
        ((), False, 'mtp')
    """
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    linked: dict[str | None, Verdict] = {}
    for linkage in listed(ecosystem.linkages):
        holds = ecosystem.holds(linkage, on=on)
        for key in linkage.named:
            linked[key] = linked.get(key, Verdict.NO) | holds
    complete = ecosystem.is_complete("linkages")
    no_link_lacks = Verdict.YES if complete else Verdict.OPEN
    alone = {
        body.key or "": body.exists(on=on)
        & ~linked.get(body.key, Verdict.NO)
        & no_link_lacks
        for body in ecosystem.organizations
    }
    return OnDay.of(alone.items(), complete=complete)


@frozen(kw_only=True)
class EndedActor(Shown):
    """An organization that may have ended, in a relation that may still run.

    Attributes:
        organization: Its key.
        relation: In what relation it is on record.
        ended: Yes where it certainly ended before the day, else open.
        acts: Yes where the relation certainly covers the day, else open.

    Example:
        >>> from icluster.reference import project
        >>> for actor in may_have_ended(project.ICLUSTER, on=date(2022, 9, 30)):
        ...     print(actor.organization, actor.relation.title, actor.ended.title)
        museic_clusters participation yes
        inadem contribution yes
    """

    organization: str
    relation: RelationKind
    ended: Verdict
    acts: Verdict


def may_have_ended(ecosystem: Ecosystem, *, on: date) -> tuple[EndedActor, ...]:
    """Tell which bodies may have ended by the day and may still act on it.

    A body may have ended where its end is recorded, or where an end that is
    unknown is cited: from the day that source came out there is a doubt. To be
    part of another body is no act, and is left out.
    Both sides stay: that the body ended, and that the record goes on. Which of
    them is wrong, or who took over, is for people to say.

    Example:
        >>> from icluster.reference import project
        >>> may_have_ended(project.ICLUSTER, on=date(2015, 6, 1))
        ()
    """
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    actors = (
        EndedActor(
            organization=relation.organization.key or relation.organization.name,
            relation=relation.kind,
            ended=relation.organization.has_ended(on=on),
            acts=relation.period.covers(on),
        )
        for relation in ecosystem.relations()
        if relation.is_act
    )
    return tuple(
        actor for actor in actors if actor.ended & actor.acts is not Verdict.NO
    )


@frozen(kw_only=True)
class HelixCoverage(Shown):
    """Which strands of a model the participants of a day stand for.

    Attributes:
        model: The model asked about.
        surely: Sectors that somebody certainly stands for.
        possibly: Sectors that somebody may stand for.
        missing: Sectors that certainly nobody stands for.
        contexts: Strands of the model that no participant can stand for.

    Example:
        >>> from icluster.reference import project
        >>> coverage = helix_coverage(
        ...     project.ICLUSTER, on=date(2015, 6, 1), model=HelixModel.TRIPLE
        ... )
        >>> coverage.verdict, coverage.missing, len(coverage.possibly)
        (<Verdict.OPEN: 'open'>, (), 3)
    """

    model: HelixModel
    surely: tuple[Helix, ...]
    possibly: tuple[Helix, ...]
    missing: tuple[Helix, ...]
    contexts: tuple[Helix, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether the model is covered; open as well where a context counts."""
        if self.missing:
            return Verdict.NO
        return Verdict.OPEN if self.possibly or self.contexts else Verdict.YES


def helix_coverage(
    ecosystem: Ecosystem, *, on: date, model: HelixModel
) -> HelixCoverage:
    """Tell which sectors of *model* the participants of a day stand for.

    Whoever takes part without a known sector may stand for any; a body that
    belongs to no single sector may so as well. Who merely pays does not count.

    Example:
        >>> from icluster.organizations import Organization
        >>> from icluster.dates import PartialDate, PartialPeriod
        >>> ecosystem = Ecosystem(
        ...     key="demo",
        ...     name="Demo",
        ...     organizations=[Organization(key="uni", name="U", helix=Helix.ACADEMIA)],
        ...     participations=[
        ...         Participation(
        ...             party="uni",
        ...             period=PartialPeriod(PartialDate(2014), Missing.NOT_APPLICABLE),
        ...         )
        ...     ],
        ... )
        >>> coverage = helix_coverage(
        ...     ecosystem, on=date(2015, 6, 1), model=HelixModel.TRIPLE
        ... )
        >>> coverage.verdict.title, [helix.title for helix in coverage.missing]
        ('no', ['Government', 'Industry'])
    """
    check_type("model", model, HelixModel)
    present = participants(ecosystem, on=on)
    sectors = tuple(helix for helix in model.helices if helix.is_sector)
    sure = _stood_for(ecosystem, present.surely, unknown=())
    present_at_most = (*present.surely, *present.possibly)
    possible = sure | _stood_for(ecosystem, present_at_most, unknown=Helix)
    if not present.complete:
        possible = frozenset(Helix)
    return HelixCoverage(
        model=model,
        surely=tuple(helix for helix in sectors if helix in sure),
        possibly=tuple(helix for helix in sectors if helix in possible - sure),
        missing=tuple(helix for helix in sectors if helix not in possible),
        contexts=tuple(helix for helix in model.helices if not helix.is_sector),
    )


def _stood_for(
    ecosystem: Ecosystem,
    participations: Iterable[Participation],
    *,
    unknown: Iterable[Helix],
) -> frozenset[Helix]:
    """Join the sectors of all, those of whoever's are not known being *unknown*."""
    return frozenset(
        helix
        for participation in participations
        for helix in _helices(ecosystem, participation.party) or unknown
    )


def _helices(ecosystem: Ecosystem, party: str | Unnamed) -> tuple[Helix, ...]:
    if isinstance(party, Unnamed):
        return party.helices
    helix = ecosystem[party].helix
    return () if isinstance(helix, Missing) else (helix,)
