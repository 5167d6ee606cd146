"""The 36 indicators of the benchmarking interview, for those who describe clusters.

The six areas, and that there are 36 indicators, stand on the page of ESCA. The
list of indicators is not public: this is icluster's reconstruction. Each row says
whether its topic is documented in ESCA's published reports, adopted from the Gold
indicator named, or proposed; the directions, the check on the sum and the options
of open lists are proposed as well. Steps that are not public stay untitled.

Deviations: none; what the reconstruction adds is marked proposed.
"""

from __future__ import annotations

from typing import Final

from icluster.derivations import PartOf, Quotient, Sum
from icluster.indicators import Area, BenchmarkStructure, Indicator, IndicatorStatus
from icluster.reference._benchmark_sources import (
    ECEI_2013,
    ESCA_REPORTS,
    RECONSTRUCTION,
)
from icluster.reference._sources import ESCA_MX
from icluster.scales import (
    Amount,
    Choice,
    Counts,
    Direction,
    Measure,
    Option,
    Ordinal,
    Scale,
    Several,
    Shares,
    Unit,
)
from icluster.sources import Citation

_DOCUMENTED = IndicatorStatus.DOCUMENTED
_ADOPTED = IndicatorStatus.ADOPTED
_PROPOSED = IndicatorStatus.PROPOSED
_MORE, _LESS = Direction.MORE, Direction.LESS

_STEPS: Final = Ordinal(5)


def _row(
    number: str,
    key: str,
    title: str,
    scale: Scale,
    *statuses: IndicatorStatus,
    serves: str = "",
    derived_from: Quotient | PartOf | None = None,
    note: str = "",
) -> Indicator:
    """Make an indicator that cites a source for each of its statuses."""
    return Indicator(
        number=number,
        key=key,
        title=title,
        scale=scale,
        statuses=statuses,
        derived_from=derived_from,
        serves=(serves,) if serves else (),
        note=note,
        citations=[_cited(status, title, serves) for status in statuses],
    )


def _cited(status: IndicatorStatus, title: str, serves: str) -> Citation:
    if status is _DOCUMENTED:
        return ESCA_REPORTS.at(f"topic: {title}")
    if status is _ADOPTED:
        return ECEI_2013.at(f"indicator {serves}")
    return RECONSTRUCTION.at(f"indicator {title}")


_SERVICES_NOTE: Final = (
    "services are one documented topic; the split into seven is proposed"
)

# One row a line, so that a change shows as one.
# fmt: off
_INDICATORS: Final = (
    _row("A1", "organization_age", "age of the cluster organization", Measure(Unit.YEARS), _DOCUMENTED),
    _row("A2", "legal_form", "legal form", Choice(is_open=True), _DOCUMENTED),
    _row("A3", "driving_force", "driving force", Choice((Option("industry"), Option("research"), Option("public"), Option("balanced"))), _DOCUMENTED),
    _row("A4", "specialization", "participants active in the cluster's field", Measure(Unit.SHARE, direction=_MORE), _PROPOSED),
    _row("A5", "composition", "committed participants by type", Counts((Option("sme", "SME"), Option("large_firm", "large firm"), Option("research"), Option("education_and_training", "education and training"), Option("public_authority", "public authority"), Option("other"))), _DOCUMENTED),
    _row("A6", "participants", "committed participants", Measure(Unit.COUNT, direction=_MORE), _DOCUMENTED),
    _row("A7", "concentration", "participants within 150 km of the organization", Measure(Unit.SHARE, direction=_MORE), _DOCUMENTED, _PROPOSED, note="the 150 km are proposed"),
    _row("A8", "participation_stability", "participants kept over two years", Measure(Unit.SHARE, direction=_MORE), _ADOPTED, serves="2.3"),
    _row("B1", "governance", "organization of governance", _STEPS, _DOCUMENTED),
    _row("B2", "stakeholder_roles", "clarity of roles, stakeholders in decisions", _STEPS, _ADOPTED, serves="2.4"),
    _row("B3", "management_staff", "management team", Measure(Unit.FTE, direction=_MORE), _DOCUMENTED),
    _row("B4", "participants_per_fte", "participants per full-time equivalent", Measure(Unit.RATIO, direction=_LESS), _PROPOSED, derived_from=Quotient("participants", "management_staff")),
    _row("B5", "team_qualification", "qualification of the team", _STEPS, _DOCUMENTED, _ADOPTED, serves="2.2.2"),
    _row("B6", "lifelong_learning", "training of the team", Measure(Unit.DAYS_PER_PERSON_AND_YEAR, direction=_MORE), _ADOPTED, serves="2.2.3"),
    _row("B7", "strategy", "strategy and action plan", _STEPS, _DOCUMENTED),
    _row("B8", "thematic_priorities", "thematic priorities", Several(is_open=True), _DOCUMENTED),
    _row("C1", "funding_origin", "origin of funds", Shares((Option("public"), Option("participant_fees", "participant fees"), Option("chargeable_services", "chargeable services"), Option("other_private", "other private"))), _DOCUMENTED),
    _row("C2", "private_share", "private share of funds", Measure(Unit.SHARE, direction=_MORE), _ADOPTED, serves="3.2", derived_from=PartOf("funding_origin", ("participant_fees", "chargeable_services", "other_private"))),
    _row("C3", "funding_horizon", "months of funding secured", Measure(Unit.MONTHS, direction=_MORE), _DOCUMENTED),
    _row("C4", "annual_budget", "annual budget of the management", Amount(direction=_MORE), _PROPOSED),
    _row("D1", "third_party_funding", "services: third-party funding", _STEPS, _DOCUMENTED, _PROPOSED, note=_SERVICES_NOTE),
    _row("D2", "collaborative_rd", "services: collaborative R&D", _STEPS, _DOCUMENTED, _PROPOSED, note=_SERVICES_NOTE),
    _row("D3", "internal_exchange", "services: internal exchange", _STEPS, _DOCUMENTED, _PROPOSED, note=_SERVICES_NOTE),
    _row("D4", "human_resources", "services: human resources", _STEPS, _DOCUMENTED, _PROPOSED, note=_SERVICES_NOTE),
    _row("D5", "entrepreneurship", "services: entrepreneurship", _STEPS, _DOCUMENTED, _PROPOSED, note=_SERVICES_NOTE),
    _row("D6", "external_networking", "services: external networking", _STEPS, _DOCUMENTED, _PROPOSED, note=_SERVICES_NOTE),
    _row("D7", "internationalization", "services: internationalization", _STEPS, _DOCUMENTED, _PROPOSED, note=_SERVICES_NOTE),
    _row("E1", "direct_contacts", "participants met individually in a year", Measure(Unit.SHARE, direction=_MORE), _DOCUMENTED, _ADOPTED, serves="2.5"),
    _row("E2", "cooperation", "participants in joint projects", Measure(Unit.SHARE, direction=_MORE), _ADOPTED, serves="2.6"),
    _row("E3", "working_groups", "active working groups", Measure(Unit.COUNT, direction=_MORE), _ADOPTED, serves="4.5"),
    _row("E4", "innovation_system", "integration in the innovation system", _STEPS, _ADOPTED, serves="2.7"),
    _row("F1", "visibility", "mentions in publications, press, media in a year", Measure(Unit.COUNT, direction=_MORE), _DOCUMENTED, _ADOPTED, serves="5.1"),
    _row("F2", "effect_on_rd", "effect on SMEs' R&D", _STEPS, _DOCUMENTED),
    _row("F3", "effect_on_business", "effect on SMEs' business", _STEPS, _DOCUMENTED),
    _row("F4", "effect_on_internationalization", "effect on SMEs' international activity", _STEPS, _DOCUMENTED),
    _row("F5", "satisfaction", "participants' satisfaction", _STEPS, _ADOPTED, serves="5.3"),
)
# fmt: on

BENCHMARK_36: Final = BenchmarkStructure(
    key="benchmark_36",
    title="36 indicators of the benchmarking interview (reconstruction)",
    edition="reconstruction 2026",
    areas=(
        Area("A", "structure of the cluster"),
        Area("B", "management and governance"),
        Area("C", "financing of the cluster management"),
        Area("D", "services of the cluster management"),
        Area("E", "contacts and interaction"),
        Area("F", "achievements and recognition"),
    ),
    indicators=_INDICATORS,
    sums=(Sum("participants", "composition"),),
    citations={
        "areas": ESCA_MX.at("introduction", "The interview covers 36 indicators"),
        "indicators": RECONSTRUCTION.at("table of indicators"),
        "sums": RECONSTRUCTION.at("sums that must agree"),
    },
)
"""Icluster's reconstruction of the interview: 36 indicators in six areas."""
