"""Who is linked to whom on a day, and who to nobody."""

from __future__ import annotations

from datetime import date

from icluster._fields import check_day, check_type
from icluster.ecosystems.answers import OnDay, can_act, covers, weakest
from icluster.ecosystems.ecosystem import Ecosystem
from icluster.ecosystems.relations import Linkage
from icluster.verdicts import Verdict
from icluster.vocabularies import listed

__all__ = ["isolated", "linked_to"]


def __dir__() -> list[str]:
    return __all__


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
    ecosystem[key]
    verdicts: dict[str, Verdict] = {}
    for linkage in listed(ecosystem.linkages):
        other = linkage.other(key)
        if other is not None:
            verdict = _holds(ecosystem, linkage, on)
            verdicts[other] = _strongest(verdict, verdicts.get(other, Verdict.NO))
    return OnDay(
        tuple(other for other, verdict in verdicts.items() if verdict is Verdict.YES),
        tuple(other for other, verdict in verdicts.items() if verdict is Verdict.OPEN),
        ecosystem.is_complete("linkages"),
    )


def isolated(ecosystem: Ecosystem, *, on: date) -> OnDay[str]:
    """Tell which organizations that exist on a day are linked to none.

    Where linkages may be lacking, nobody is surely isolated.

    Example:
        >>> from icluster.reference import project
        >>> found = isolated(project.ICLUSTER, on=date(2015, 6, 1))
        >>> found.surely, found.complete, found.possibly[2]
        ((), False, 'mtp')
    """
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    touched: dict[str, Verdict] = {}
    for linkage in listed(ecosystem.linkages):
        verdict = _holds(ecosystem, linkage, on)
        for key in (linkage.first, linkage.second):
            touched[key] = _strongest(verdict, touched.get(key, Verdict.NO))
    complete = ecosystem.is_complete("linkages")
    verdicts = {
        organization.key or "": weakest(
            can_act(organization, on),
            _opposite(touched.get(organization.key or "", Verdict.NO)),
            Verdict.YES if complete else Verdict.OPEN,
        )
        for organization in ecosystem.organizations
    }
    return OnDay(
        tuple(key for key, verdict in verdicts.items() if verdict is Verdict.YES),
        tuple(key for key, verdict in verdicts.items() if verdict is Verdict.OPEN),
        complete,
    )


def _holds(ecosystem: Ecosystem, linkage: Linkage, on: date) -> Verdict:
    return weakest(
        covers(linkage.period, on),
        can_act(ecosystem[linkage.first], on),
        can_act(ecosystem[linkage.second], on),
    )


def _strongest(left: Verdict, right: Verdict) -> Verdict:
    if Verdict.YES in (left, right):
        return Verdict.YES
    return Verdict.OPEN if Verdict.OPEN in (left, right) else Verdict.NO


def _opposite(verdict: Verdict) -> Verdict:
    if verdict is Verdict.OPEN:
        return verdict
    return Verdict.NO if verdict is Verdict.YES else Verdict.YES
