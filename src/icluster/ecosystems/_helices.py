"""Which strands of a helix model the participants of a day stand for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from icluster._fields import check_type
from icluster.ecosystems._ecosystem import Ecosystem
from icluster.ecosystems._presence import participants
from icluster.ecosystems._relations import Participation, Unnamed
from icluster.organizations import Helix, HelixModel
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing

__all__ = ["HelixCoverage", "helix_coverage"]


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
        ...     organizations=[
        ...         Organization(key="uni", name="U", helix=Helix.ACADEMIA),
        ...     ],
        ...     participations=[
        ...         Participation(
        ...             party="uni",
        ...             period=PartialPeriod(PartialDate(2014), Missing.NOT_APPLICABLE),
        ...         ),
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
    possible = sure | _stood_for(
        ecosystem, (*present.surely, *present.possibly), unknown=Helix
    )
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
