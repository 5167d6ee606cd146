"""Bodies that have ended, or may have, and still act on record."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from icluster._fields import check_day, check_type
from icluster.ecosystems.answers import covers, has_ended
from icluster.ecosystems.ecosystem import Ecosystem
from icluster.ecosystems.relations import RelationKind
from icluster.verdicts import Verdict

__all__ = ["EndedActor", "may_have_ended"]


def __dir__() -> list[str]:
    return __all__


@frozen(kw_only=True)
class EndedActor:
    """An organization that may have ended, in a relation that may still run.

    Attributes:
        organization: Its key.
        relation: In what relation it is on record.
        ended: Yes where it certainly ended before the day, else open.
        acts: Yes where the relation certainly covers the day, else open.

    Example:
        >>> from icluster.reference import project
        >>> for found in may_have_ended(project.ICLUSTER, on=date(2022, 9, 30))[:3]:
        ...     print(found.organization, found.relation.title, found.ended.title)
        museic_clusters participation open
        museic_women participation open
        inadem contribution yes
    """

    organization: str
    relation: RelationKind
    ended: Verdict
    acts: Verdict


def may_have_ended(ecosystem: Ecosystem, *, on: date) -> tuple[EndedActor, ...]:
    """Tell which bodies may have ended by the day and may still act on it.

    A body may have ended where its end is recorded, or where an end that is
    unknown is cited: from the day that source came out there is a doubt.
    Both sides stay: that the body ended, and that the record goes on. Which of
    them is wrong, or who took over, is for people to say.

    Example:
        >>> from icluster.reference import project
        >>> may_have_ended(project.ICLUSTER, on=date(2015, 6, 1))
        ()
    """
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    found = []
    for relation in ecosystem.relations():
        body = relation.organization
        ended, acts = has_ended(body, on), covers(relation.period, on)
        if Verdict.NO not in (ended, acts):
            found.append(
                EndedActor(
                    organization=body.key or body.name,
                    relation=relation.kind,
                    ended=ended,
                    acts=acts,
                )
            )
    return tuple(found)
