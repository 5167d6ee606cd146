"""Who belongs on a day, in what way, and which helices that covers.

A relation holds while its period does and the organization exists. An
organization without a recorded end is taken to go on; one that may have ended
holds its relations only possibly (`icluster.ecosystems.endings.may_have_ended`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import NoneType
from typing import Any

from attrs import frozen

from icluster._fields import check_day, check_type
from icluster.ecosystems.answers import OnDay, can_act, covers, weakest
from icluster.ecosystems.ecosystem import Ecosystem
from icluster.ecosystems.relations import (
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

__all__ = [
    "HelixCoverage",
    "beneficiaries",
    "funders",
    "helix_coverage",
    "members",
    "participants",
]


def __dir__() -> list[str]:
    return __all__


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
        >>> found = participants(
        ...     project.ICLUSTER,
        ...     on=date(2015, 6, 1),
        ...     role=ParticipationRole.EXECUTION_BODY,
        ... )
        >>> found.surely, [each.party for each in found.possibly]
        ((), ['mtp'])
    """
    check_type("role", role, ParticipationRole, Other, Missing, NoneType)
    found = _holding(ecosystem, "participations", on)
    if role is None:
        return found
    return OnDay(
        tuple(each for each in found.surely if each.role == role),
        tuple(each for each in found.possibly if each.role == role),
        found.complete,
    )


def members(ecosystem: Ecosystem, *, on: date) -> OnDay[Membership]:
    """Tell who is a member on a day.

    Example:
        >>> from icluster.reference import project
        >>> members(project.ICLUSTER, on=date(2015, 6, 1)).complete
        False
    """
    return _holding(ecosystem, "memberships", on)


def funders(ecosystem: Ecosystem, *, on: date) -> OnDay[Contribution]:
    """Tell who pays on a day.

    Example:
        >>> from icluster.reference import project
        >>> found = funders(project.ICLUSTER, on=date(2015, 6, 1))
        >>> found.surely, found.possibly[0].party
        ((), 'inadem')
    """
    return _holding(ecosystem, "contributions", on)


def beneficiaries(ecosystem: Ecosystem, *, on: date) -> OnDay[BeneficiaryGroup]:
    """Tell who is to benefit on a day.

    Example:
        >>> from icluster.reference import project
        >>> len(beneficiaries(project.ICLUSTER, on=date(2015, 6, 1)).possibly)
        3
    """
    return _holding(ecosystem, "beneficiaries", on)


def _holding(ecosystem: Ecosystem, name: str, on: date) -> OnDay[Any]:
    """Part the relations of the list *name* into sure and possible ones."""
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    verdicts = [
        (each, weakest(covers(each.period, on), _acting(ecosystem, each, on)))
        for each in listed(getattr(ecosystem, name))
    ]
    return OnDay(
        tuple(each for each, verdict in verdicts if verdict is Verdict.YES),
        tuple(each for each, verdict in verdicts if verdict is Verdict.OPEN),
        ecosystem.is_complete(name),
    )


def _acting(ecosystem: Ecosystem, relation: Any, on: date) -> Verdict:
    party = getattr(relation, "party", None)
    return can_act(ecosystem[party], on) if isinstance(party, str) else Verdict.YES


@frozen(kw_only=True)
class HelixCoverage:
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
        ...     organizations=(
        ...         Organization(key="uni", name="U", helix=Helix.ACADEMIA),
        ...     ),
        ...     participations=(
        ...         Participation(
        ...             party="uni",
        ...             period=PartialPeriod(PartialDate(2014), Missing.NOT_APPLICABLE),
        ...         ),
        ...     ),
        ... )
        >>> coverage = helix_coverage(
        ...     ecosystem, on=date(2015, 6, 1), model=HelixModel.TRIPLE
        ... )
        >>> coverage.verdict.title, [helix.title for helix in coverage.missing]
        ('no', ['Government', 'Industry'])
    """
    check_type("model", model, HelixModel)
    found = participants(ecosystem, on=on)
    sectors = tuple(helix for helix in model.helices if helix.is_sector)
    sure = _stood_for(ecosystem, found.surely, certain=True)
    doubtful = _stood_for(ecosystem, (*found.surely, *found.possibly), certain=False)
    if not found.complete:
        doubtful = frozenset(Helix)
    return HelixCoverage(
        model=model,
        surely=tuple(helix for helix in sectors if helix in sure),
        possibly=tuple(helix for helix in sectors if helix in doubtful - sure),
        missing=tuple(helix for helix in sectors if helix not in doubtful | sure),
        contexts=tuple(helix for helix in model.helices if not helix.is_sector),
    )


def _stood_for(
    ecosystem: Ecosystem, participations: Iterable[Participation], *, certain: bool
) -> frozenset[Helix]:
    """Join the sectors of all; one that is not known is any, or certainly none."""
    found: set[Helix] = set()
    for each in participations:
        helices = _helices(ecosystem, each.party)
        found.update(helices or (() if certain else Helix))
    return frozenset(found)


def _helices(ecosystem: Ecosystem, party: str | Unnamed) -> tuple[Helix, ...]:
    if isinstance(party, Unnamed):
        return party.helices
    helix = ecosystem[party].helix
    return () if isinstance(helix, Missing) else (helix,)
