"""A small ecosystem to ask about; a test says only what is odd about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve

from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    AdmissionRule,
    Contribution,
    Ecosystem,
    Linkage,
    Membership,
    Participation,
    StrategicObjective,
    WorkingGroup,
)
from icluster.organizations import Helix, Organization
from icluster.vocabularies import Missing

DAY = date(2018, 6, 1)
SURE = PartialPeriod(PartialDate(2014), Missing.NOT_APPLICABLE)
DOUBTFUL = PartialPeriod()
PAST = PartialPeriod(PartialDate(2014), PartialDate(2015))


def make(**changes: Any) -> Ecosystem:
    """Three sectors take part, two bodies are linked, one is alone."""
    ecosystem = Ecosystem(
        key="demo",
        name="Demo",
        organizations=(
            Organization(key="gov", name="Ministry", helix=Helix.GOVERNMENT),
            Organization(key="uni", name="University", helix=Helix.ACADEMIA),
            Organization(key="firm", name="Company", helix=Helix.INDUSTRY),
            Organization(key="ngo", name="Charity", helix=Helix.CIVIL_SOCIETY),
            Organization(key="who", name="Somebody"),
        ),
        objectives=(
            StrategicObjective(key="talent", title="Talent"),
            StrategicObjective(key="export", title="Export"),
        ),
        participations=tuple(
            Participation(party=party, period=SURE) for party in ("gov", "uni", "firm")
        ),
        memberships=(Membership(party="uni", period=SURE),),
        contributions=(Contribution(party="gov", period=SURE),),
        beneficiaries=(),
        linkages=(Linkage(first="gov", second="uni", period=SURE),),
        working_groups=(WorkingGroup(key="group", name="Group", members=("firm",)),),
        admission_rule=AdmissionRule.OBJECTIVES,
    )
    return evolve(ecosystem, **changes)


def with_end(ecosystem: Ecosystem, key: str, dissolved: PartialDate) -> Ecosystem:
    """Let one organization end."""
    organizations = tuple(
        evolve(each, dissolved=dissolved) if each.key == key else each
        for each in ecosystem.organizations
    )
    return evolve(ecosystem, organizations=organizations)
