"""The 36 indicators of the benchmarking interview, for those who describe clusters.

The six areas, and that there are 36 indicators, stand on the page of ESCA. The
list of indicators is not public: this is icluster's reconstruction, and it reflects
the questionnaire before it was restructured in November 2019. Each row says whether
its topic is documented in ESCA's published reports, and which report names it; or
adopted from the Gold indicator named; or proposed. What is proposed of a row (a
scale, a link to a Gold indicator, a number in its title) cites the proposal, field by
field; the directions and the check on the sum are proposed as a whole. Steps that are
not public stay untitled.

Deviations: none; what the reconstruction adds is marked proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from icluster.derivations import PartOf, Quotient, Sum
from icluster.indicators import Area, BenchmarkStructure, Indicator, IndicatorStatus
from icluster.reference._benchmark_sources import (
    DANUBE_2018,
    ECEI_2013,
    FRANCE_2012,
    GERMANY_2013,
    INDIVIDUALS_2012,
    LABEL_DECK_2012,
)
from icluster.reference._sources import ESCA_2019, ESCA_MX, PROPOSAL
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
from icluster.sources import Citation, Note

_DOCUMENTED = IndicatorStatus.DOCUMENTED
_ADOPTED = IndicatorStatus.ADOPTED
_PROPOSED = IndicatorStatus.PROPOSED
_MORE, _LESS = Direction.MORE, Direction.LESS

_STEPS: Final = Ordinal(5)
# Equal to the steps, and another thing: this axis was published.
_PUBLISHED_AXIS: Final = Ordinal(5)


# What is proposed of a row by field, and the reports that name its topic.
_Proposed: TypeAlias = Mapping[str, str]
_Reports: TypeAlias = tuple[Citation, ...]


def _germany_and_france(topic: str) -> _Reports:
    return (GERMANY_2013.at(f"topic: {topic}"), FRANCE_2012.at(f"topic: {topic}"))


def _row(
    number: str,
    key: str,
    title: str,
    scale: Scale,
    *statuses: IndicatorStatus,
    reports: _Reports = (),
    serves: str = "",
    derived_from: Quotient | PartOf | None = None,
    proposed: _Proposed = MappingProxyType({}),
    note: str = "",
) -> Indicator:
    """Make an indicator that cites a source for each of its statuses and fields."""
    numbers = tuple(serves.split())
    citations: dict[str, tuple[Citation, ...]] = {"title": reports}
    if _ADOPTED in statuses:
        adopted = tuple(ECEI_2013.at(f"indicator {served}") for served in numbers)
        citations["title"] += adopted
        citations["serves"] = adopted
    elif numbers:
        citations["serves"] = (PROPOSAL.at(f"links of {number} to Gold indicators"),)
    if statuses == (_PROPOSED,):
        citations["title"] += (PROPOSAL.at(f"indicator {number}"),)
    if derived_from is not None:
        citations["derived_from"] = (PROPOSAL.at(f"derivation of {number}"),)
    if scale is _STEPS:
        proposed = {"scale": "the steps from 0 to 4 are proposed", **proposed}
    for name, what in proposed.items():
        citations[name] = (*citations.get(name, ()), PROPOSAL.at(f"{number}: {what}"))
    if scale is _PUBLISHED_AXIS:
        citations["scale"] = (LABEL_DECK_2012.at("axis from 0 to 4"),)
    return Indicator(
        number=number,
        key=key,
        title=title,
        scale=scale,
        statuses=statuses,
        derived_from=derived_from,
        serves=numbers,
        note="; ".join(filter(None, (*proposed.values(), note))),
        citations=citations,
    )


_SPLIT: Final = MappingProxyType(
    {"title": "services are one topic; the split into seven is proposed"}
)
_SERVICES: Final = (FRANCE_2012.at("topic: services"),)
_EFFECTS: Final = (
    LABEL_DECK_2012.at("effects on SMEs"),
    DANUBE_2018.at("topic: effects"),
)

# One row a line, so that a change shows as one.
# fmt: off
_INDICATORS: Final = (
    _row("A1", "organization_age", "age of the cluster organization", Measure(Unit.YEARS), _DOCUMENTED, reports=_germany_and_france("age")),
    _row("A2", "legal_form", "legal form", Choice(is_open=True), _DOCUMENTED, reports=_germany_and_france("legal form")),
    _row("A3", "driving_force", "driving force", Choice((Option("industry"), Option("research"), Option("public"), Option("balanced"))), _DOCUMENTED, reports=_germany_and_france("driving forces"), proposed={"scale": "the options are proposed"}),
    _row("A4", "specialization", "participants active in the cluster's field", Measure(Unit.SHARE, direction=_MORE), _PROPOSED),
    _row("A5", "composition", "committed participants by type", Counts((Option("sme", "SME"), Option("large_firm", "large firm"), Option("research"), Option("education_and_training", "education and training"), Option("public_authority", "public authority"), Option("other"))), _DOCUMENTED, reports=_germany_and_france("composition"), serves="1.1.1", proposed={"scale": "the types are proposed"}),
    _row("A6", "participants", "committed participants", Measure(Unit.COUNT, direction=_MORE), _DOCUMENTED, reports=(INDIVIDUALS_2012.at("topic: size"),), serves="1.1.2"),
    _row("A7", "concentration", "participants within 150 km of the organization", Measure(Unit.SHARE, direction=_MORE), _DOCUMENTED, _PROPOSED, reports=(*_germany_and_france("geographical concentration"), INDIVIDUALS_2012.at("topic: regional concentration")), serves="1.2", proposed={"title": "the 150 km are proposed"}),
    _row("A8", "participation_stability", "participants kept over two years", Measure(Unit.SHARE, direction=_MORE), _ADOPTED, serves="2.3", proposed={"title": "the two years are proposed"}),
    _row("B1", "governance", "organization of governance", _STEPS, _DOCUMENTED, reports=_germany_and_france("organization of governance")),
    _row("B2", "stakeholder_roles", "clarity of roles, stakeholders in decisions", _STEPS, _ADOPTED, serves="2.4"),
    _row("B3", "management_staff", "management team", Measure(Unit.FTE, direction=_MORE), _DOCUMENTED, reports=_germany_and_france("management team"), serves="2.2.1"),
    _row("B4", "participants_per_fte", "participants per full-time equivalent", Measure(Unit.RATIO, direction=_LESS), _PROPOSED, derived_from=Quotient("participants", "management_staff")),
    _row("B5", "team_qualification", "qualification of the team", _STEPS, _DOCUMENTED, _ADOPTED, serves="2.2.2", reports=_germany_and_france("management team")),
    _row("B6", "lifelong_learning", "training of the team", Measure(Unit.DAYS_PER_PERSON_AND_YEAR, direction=_MORE), _ADOPTED, serves="2.2.3", proposed={"scale": "the unit is proposed"}),
    _row("B7", "strategy", "strategy and action plan", _STEPS, _DOCUMENTED, reports=(FRANCE_2012.at("topic: strategy and action plan"),), serves="4.1.1 4.1.2 4.1.3"),
    _row("B8", "thematic_priorities", "thematic priorities", Several(is_open=True), _DOCUMENTED, reports=(FRANCE_2012.at("topic: thematic priorities"),)),
    _row("C1", "funding_origin", "origin of funds", Shares((Option("public"), Option("participant_fees", "participant fees"), Option("chargeable_services", "chargeable services"), Option("other_private", "other private"))), _DOCUMENTED, reports=(*_germany_and_france("origin of funds"), INDIVIDUALS_2012.at("topic: share of public funding"))),
    _row("C2", "private_share", "private share of funds", Measure(Unit.SHARE, direction=_MORE), _ADOPTED, serves="3.2", derived_from=PartOf("funding_origin", ("participant_fees", "chargeable_services", "other_private"))),
    _row("C3", "funding_horizon", "months of funding secured", Measure(Unit.MONTHS, direction=_MORE), _DOCUMENTED, reports=(FRANCE_2012.at("topic: sustainability of financing"),), serves="3.1", proposed={"scale": "the unit is proposed"}),
    _row("C4", "annual_budget", "annual budget of the management", Amount(direction=_MORE), _PROPOSED),
    _row("D1", "third_party_funding", "services: third-party funding", _STEPS, _DOCUMENTED, _PROPOSED, reports=_SERVICES, serves="4.3", proposed=_SPLIT),
    _row("D2", "collaborative_rd", "services: collaborative R&D", _STEPS, _DOCUMENTED, _PROPOSED, reports=_SERVICES, serves="4.3", proposed=_SPLIT),
    _row("D3", "internal_exchange", "services: internal exchange", _STEPS, _DOCUMENTED, _PROPOSED, reports=_SERVICES, serves="4.3", proposed=_SPLIT),
    _row("D4", "human_resources", "services: human resources", _STEPS, _DOCUMENTED, _PROPOSED, reports=_SERVICES, serves="4.3", proposed=_SPLIT),
    _row("D5", "entrepreneurship", "services: entrepreneurship", _STEPS, _DOCUMENTED, _PROPOSED, reports=_SERVICES, serves="4.3", proposed=_SPLIT),
    _row("D6", "external_networking", "services: external networking", _STEPS, _DOCUMENTED, _PROPOSED, reports=_SERVICES, serves="4.3", proposed=_SPLIT),
    _row("D7", "internationalization", "services: internationalization", _STEPS, _DOCUMENTED, _PROPOSED, reports=_SERVICES, serves="4.3", proposed=_SPLIT),
    _row("E1", "direct_contacts", "participants met individually in a year", Measure(Unit.SHARE, direction=_MORE), _DOCUMENTED, _ADOPTED, serves="2.5", reports=(FRANCE_2012.at("topic: co-operation between members and team"),), proposed={"title": "in a year is proposed"}),
    _row("E2", "cooperation", "participants in joint projects", Measure(Unit.SHARE, direction=_MORE), _ADOPTED, serves="2.6"),
    _row("E3", "working_groups", "active working groups", Measure(Unit.COUNT, direction=_MORE), _ADOPTED, serves="4.5"),
    _row("E4", "innovation_system", "integration in the innovation system", _STEPS, _ADOPTED, serves="2.7"),
    _row("F1", "visibility", "mentions in publications, press, media in a year", Measure(Unit.COUNT, direction=_MORE), _DOCUMENTED, _ADOPTED, serves="5.1", reports=(INDIVIDUALS_2012.at("topic: achievements and recognition"), DANUBE_2018.at("topic: visibility")), proposed={"title": "in a year is proposed"}),
    _row("F2", "effect_on_rd", "effect on SMEs' R&D", _PUBLISHED_AXIS, _DOCUMENTED, reports=_EFFECTS),
    _row("F3", "effect_on_business", "effect on SMEs' business", _PUBLISHED_AXIS, _DOCUMENTED, reports=_EFFECTS),
    _row("F4", "effect_on_internationalization", "effect on SMEs' international activity", _PUBLISHED_AXIS, _DOCUMENTED, reports=_EFFECTS),
    _row("F5", "satisfaction", "participants' satisfaction", _STEPS, _ADOPTED, serves="5.3", note="the Gold indicator 5.3 is unconfirmed"),
)
# fmt: on

BENCHMARK_36: Final = BenchmarkStructure(
    key="benchmark_36",
    title="36 indicators of the benchmarking interview (reconstruction)",
    edition="reconstruction 2026 of the questionnaire before November 2019",
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
    notes=(
        Note(
            "indicators",
            "an impartial expert interviews the cluster manager",
            ESCA_MX.at("introduction", "conducted by an impartial ESCA"),
        ),
        Note(
            "title",
            "results are an individual report, with recommendations in line with the "
            "quality label",
            ESCA_MX.at("introduction", "include also recommendations for further"),
        ),
    ),
    citations={
        "areas": ESCA_MX.at("introduction", "The interview covers 36 indicators"),
        "edition": ESCA_2019.at("news"),
        "indicators": PROPOSAL.at("the 36 indicators, directions of scales included"),
        "sums": PROPOSAL.at("sums that must agree"),
    },
)
"""Icluster's reconstruction of the interview: 36 indicators in six areas."""
