"""Project iCluster as its own page tells it, and what became of two bodies.

Transcribed from "About iCluster", https://icluster.spribo.com/icluster, which
bears no date: so no period below is known, and everything the page says holds
possibly on any day. Deviations: whoever the page leaves unnamed stays unnamed;
objectives, actions and beneficiaries are shortened to phrases of the page.
The page says in the present tense that INADEM co-finances the project, while
the press reports that INADEM ended: both are recorded, each with its citation.

Example:
    >>> ICLUSTER["inadem"].dissolved, ICLUSTER.contributions[0].period.ends.title
    (PartialDate(year=2019, month=None, day=None), 'unknown')
"""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    Action,
    AdmissionRule,
    BeneficiaryGroup,
    Contribution,
    Ecosystem,
    Linkage,
    LinkageKind,
    Participation,
    ParticipationRole,
    StrategicObjective,
    Unnamed,
)
from icluster.organizations import Helix, Name, Organization, OrganizationKind
from icluster.regions import Country
from icluster.sources import Source
from icluster.vocabularies import Other

__all__ = ["ABOUT", "DEBATE_2019", "EXPANSION_2018", "ICLUSTER", "MUSEIC_SUBCOMMITTEES"]


def __dir__() -> list[str]:
    return __all__


ABOUT: Final = Source(
    key="about",
    title="About iCluster",
    publisher="Project iCluster",
    url="https://icluster.spribo.com/icluster",
)
"""The page of Project iCluster on itself, without a date."""

DEBATE_2019: Final = Source(
    key="debate_2019",
    title="Cancelación del Inadem genera incertidumbre",
    publisher="El Debate",
    url="https://www.debate.com.mx/politica/Cancelacion-del-Inadem-genera-incertidumbre-20190627-0040.html",
    published=PartialDate(2019, 6, 27),
)
"""Press on the end of INADEM; title and date as its address gives them."""

EXPANSION_2018: Final = Source(
    key="expansion_2018",
    title="La colaboración México-EU para el emprendimiento continúa",
    publisher="Expansión",
    url="https://expansion.mx/emprendedores/2018/08/13/la-colaboracion-mexico-eu-para-el-emprendimiento-continua",
    published=PartialDate(2018, 8, 13),
)
"""Press on MUSEIC; title and date as its address gives them."""

_OBJECTIVES: Final = "What is Project iCluster objective?"
_FINANCED: Final = "How is it financed?"
_TAKES_PART: Final = "Who participes?"
_ACTIONS: Final = "What actions does it promote?"
_BENEFITS: Final = "Who benefits?"
_WAY_IN: Final = "Is there a way to participate in Project iCluster?"

# Why it is in doubt that a subcommittee goes on; which ones ended is not said.
_THREE_LEFT: Final = EXPANSION_2018.at("article")

_ORGANIZATIONS: Final = (
    Organization(
        key="inadem",
        name="National Entrepreneur's Institute",
        acronym="INADEM",
        kind=OrganizationKind.PUBLIC_BODY,
        helix=Helix.GOVERNMENT,
        country=Country("MX"),
        founded=PartialDate(2013, 1),
        dissolved=PartialDate(2019),
        citations={
            "name": ABOUT.at(_FINANCED, "the National Entrepreneur's Institute"),
            "acronym": ABOUT.at(_FINANCED, "(INADEM)"),
            "kind": ABOUT.at(_FINANCED, "of the Ministry of Economics in Mexico"),
            "helix": ABOUT.at(_FINANCED, "of the Ministry of Economics in Mexico"),
            "country": ABOUT.at(_FINANCED, "of the Ministry of Economics in Mexico"),
            "founded": DEBATE_2019.at("article"),
            "dissolved": DEBATE_2019.at("article"),
        },
    ),
    Organization(
        key="ministry_of_economics",
        name="Ministry of Economics in Mexico",
        kind=OrganizationKind.PUBLIC_BODY,
        helix=Helix.GOVERNMENT,
        country=Country("MX"),
        citations={
            "name": ABOUT.at(_FINANCED, "the Ministry of Economics in Mexico"),
            "kind": ABOUT.at(_FINANCED, "the Ministry of Economics in Mexico"),
            "helix": ABOUT.at(_FINANCED, "the Ministry of Economics in Mexico"),
            "country": ABOUT.at(_FINANCED, "the Ministry of Economics in Mexico"),
        },
    ),
    Organization(
        key="mtp",
        name="Mexican Technology Platform",
        acronym="MTP",
        citations={
            "name": ABOUT.at(_TAKES_PART, "the Mexican Technology Platform"),
            "acronym": ABOUT.at(_TAKES_PART, "(MTP)"),
        },
    ),
    Organization(
        key="museic",
        name="Mexico-U.S. Entrepreneurship and Innovation Council",
        acronym="MUSEIC",
        kind=OrganizationKind.COUNCIL,
        citations={
            "name": ABOUT.at(
                _TAKES_PART, "the Mexico-U.S. Entrepreneurship and Innovation Council"
            ),
            "acronym": ABOUT.at(_TAKES_PART, "(MUSEIC)"),
            "kind": ABOUT.at(_TAKES_PART, "Council"),
        },
    ),
    Organization(
        key="museic_clusters",
        name="MUSEIC Regional Innovation Cluster Subcommittee",
        other_names=(Name("iCluster"),),
        kind=Other("subcommittee"),
        citations={
            "name": ABOUT.at(_TAKES_PART, "Regional Innovation Cluster Subcommittee"),
            "other_names": ABOUT.at(_TAKES_PART, "(iCluster)"),
            "kind": ABOUT.at(_TAKES_PART, "Subcommittee"),
            "dissolved": _THREE_LEFT,
        },
    ),
    Organization(
        key="museic_women",
        name="MUSEIC Women Entrepreneurship Subcommittee",
        kind=Other("subcommittee"),
        citations={
            "name": ABOUT.at(_TAKES_PART, "MUSEIC Women Entrepreneurship Subcommittee"),
            "kind": ABOUT.at(_TAKES_PART, "Subcommittee"),
            "dissolved": _THREE_LEFT,
        },
    ),
    Organization(
        key="mxti",
        name="Mexico National ICT Cluster Council",
        acronym="mxTI",
        kind=OrganizationKind.COUNCIL,
        citations={
            "name": ABOUT.at(_TAKES_PART, "the Mexico National ICT Cluster Council"),
            "acronym": ABOUT.at(_TAKES_PART, "(mxTI)"),
            "kind": ABOUT.at(_TAKES_PART, "Council"),
        },
    ),
    Organization(
        key="communication_council",
        name="Mexico Communication Council",
        kind=OrganizationKind.COUNCIL,
        citations={
            "name": ABOUT.at(_TAKES_PART, "the Mexico Communication Council"),
            "kind": ABOUT.at(_TAKES_PART, "Council"),
        },
    ),
)


def _objective(key: str, title: str) -> StrategicObjective:
    return StrategicObjective(
        key=key, title=title, citations={"title": ABOUT.at(_OBJECTIVES, title)}
    )


def _action(key: str, title: str) -> Action:
    return Action(key=key, title=title, citations={"title": ABOUT.at(_ACTIONS, title)})


def _takes_part(party: str, excerpt: str) -> Participation:
    citation = ABOUT.at(_TAKES_PART, excerpt)
    return Participation(party=party, citations={"party": citation})


def _benefits(description: str) -> BeneficiaryGroup:
    citation = ABOUT.at(_BENEFITS, description)
    return BeneficiaryGroup(
        description=description, citations={"description": citation}
    )


def _part_of(part: str, whole: str, place: str, excerpt: str) -> Linkage:
    citation = ABOUT.at(place, excerpt)
    return Linkage(
        first=part,
        second=whole,
        kind=LinkageKind.PART_OF,
        citations={"first": citation, "second": citation, "kind": citation},
    )


ICLUSTER: Final = Ecosystem(
    key="icluster",
    name="Project iCluster",
    description="An innovation and entrepreneurship ecosystem",
    organizations=_ORGANIZATIONS,
    objectives=(
        _objective("entrepreneurship", "foster high-impact entrepreneurship"),
        _objective("regional_development", "foster sectorial regional development"),
        _objective("public_policy", "provide feedback for public policy"),
        _objective("linkage", "link interested parties stakeholders"),
    ),
    actions=(
        _action("mapping", "Mapping"),
        _action("identification", "identification"),
        _action("acceleration", "acceleration"),
    ),
    participations=(
        Participation(
            party=Unnamed("a Mexican Government entity", (Helix.GOVERNMENT,)),
            role=ParticipationRole.INTERMEDIARY_BODY,
            citations={
                "party": ABOUT.at(_TAKES_PART, "a Mexican Government entity"),
                "role": ABOUT.at(_TAKES_PART, "as the intermediary body"),
            },
        ),
        Participation(
            party="mtp",
            role=ParticipationRole.EXECUTION_BODY,
            citations={
                "party": ABOUT.at(_TAKES_PART, "the Mexican Technology Platform (MTP)"),
                "role": ABOUT.at(_TAKES_PART, "as the project execution body"),
            },
        ),
        _takes_part("museic_clusters", "Regional Innovation Cluster Subcommittee"),
        _takes_part("museic_women", "the MUSEIC Women Entrepreneurship Subcommittee"),
        _takes_part("mxti", "the Mexico National ICT Cluster Council (mxTI)"),
        _takes_part("communication_council", "the Mexico Communication Council"),
        Participation(
            party=Unnamed(
                "other allied organizations",
                (Helix.GOVERNMENT, Helix.ACADEMIA, Helix.INDUSTRY),
                several=True,
            ),
            role=ParticipationRole.ALLIED_ORGANIZATION,
            citations={
                "party": ABOUT.at(
                    _TAKES_PART,
                    "representing government, academia, and private industry",
                ),
                "role": ABOUT.at(_TAKES_PART, "other allied organizations"),
            },
        ),
        Participation(
            party=Unnamed("regional and sectorial expert groups", several=True),
            role=ParticipationRole.EXPERT_GROUP,
            citations={
                "party": ABOUT.at(_TAKES_PART, "regional and sectorial expert groups"),
                "role": ABOUT.at(_TAKES_PART, "expert groups"),
            },
        ),
    ),
    contributions=(
        Contribution(
            party="inadem",
            citations={"party": ABOUT.at(_FINANCED, "is co-financed by")},
        ),
        Contribution(
            party=Unnamed("ally organizations linked to the project", several=True),
            citations={
                "party": ABOUT.at(_FINANCED, "contributions made by ally organizations")
            },
        ),
    ),
    beneficiaries=(
        _benefits("Communities focused on innovation areas"),
        _benefits("members of innovation clusters"),
        _benefits("cities as triggers of global knowledge economies"),
    ),
    linkages=(
        _part_of("inadem", "ministry_of_economics", _FINANCED, "(INADEM) of the"),
        _part_of("museic_clusters", "museic", _TAKES_PART, "the Mexico-U.S."),
        _part_of("museic_women", "museic", _TAKES_PART, "the MUSEIC Women"),
    ),
    admission_rule=AdmissionRule.OBJECTIVES,
    incomplete=("linkages",),
    citations={
        "name": ABOUT.at("What is the Project iCluster?"),
        "description": ABOUT.at(
            "What is the Project iCluster?",
            "An innovation and entrepreneurship ecosystem",
        ),
        "objectives": ABOUT.at(_OBJECTIVES),
        "actions": ABOUT.at(_ACTIONS),
        "participations": ABOUT.at(_TAKES_PART),
        "contributions": ABOUT.at(_FINANCED),
        "beneficiaries": ABOUT.at(_BENEFITS),
        "linkages": (ABOUT.at(_FINANCED), ABOUT.at(_TAKES_PART)),
        "admission_rule": ABOUT.at(_WAY_IN, "exclusively open to organizations"),
    },
)
"""Project iCluster, everything cited; members and working groups are not listed."""

MUSEIC_SUBCOMMITTEES: Final = (
    (7, PartialPeriod(ends=PartialDate(2018)), EXPANSION_2018.at("article")),
    (3, PartialPeriod(begins=PartialDate(2018)), EXPANSION_2018.at("article")),
)
"""How many subcommittees MUSEIC had, and when: seven, three after 2018.

Which three is not said. So the end of the two subcommittees that take part in the
project is unknown, and this is cited: from the day of the article on, each may have
ended.
"""
