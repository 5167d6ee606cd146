"""Project iCluster as its own page tells it, and what became of two bodies.

Transcribed from "About iCluster", https://icluster.spribo.com/icluster, which
bears no date: so no period below is known, and everything the page says holds
possibly on any day. Deviations: whoever the page leaves unnamed stays unnamed, and
without a role where it gives none; the description and the details of the objectives
are in short words of ours; "entailment" is taken as *vinculación*, linkage; groups of
experts are recorded as participants and as working groups. The page's question
whether it was helpful (two votes, an average without a value) is left out.
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
    WorkingGroup,
)
from icluster.organizations import (
    Helix,
    Name,
    NameKind,
    Organization,
    OrganizationKind,
)
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

_WHAT: Final = "What is the Project iCluster?"
_OBJECTIVES: Final = "What is Project iCluster objective?"
_FINANCED: Final = "How is it financed?"
_TAKES_PART: Final = "Who participes?"
_ACTIONS: Final = "What actions does it promote?"
_BENEFITS: Final = "Who benefits?"
_WAY_IN: Final = "Is there a way to participate in Project iCluster?"

# Of seven subcommittees three went on, one of them unchanged: the article names them.
_THREE_LEFT: Final = EXPANSION_2018.at("article")
_IN_2018: Final = PartialDate(2018)


def _subcommittee(key: str, name: str) -> Organization:
    return Organization(
        key=key,
        name=name,
        kind=Other("subcommittee"),
        founded=_IN_2018,
        citations=dict.fromkeys(("name", "kind", "founded"), _THREE_LEFT),
    )


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
        dissolved=_IN_2018,
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
        other_names=(Name("Mujeres Emprendedoras", "es", NameKind.TRANSLATION),),
        kind=Other("subcommittee"),
        citations={
            "name": ABOUT.at(_TAKES_PART, "MUSEIC Women Entrepreneurship Subcommittee"),
            "other_names": _THREE_LEFT,
            "kind": ABOUT.at(_TAKES_PART, "Subcommittee"),
        },
    ),
    _subcommittee("museic_high_impact", "Alto Impacto e Innovación"),
    _subcommittee("museic_smes", "Pequeñas y Medianas Empresas"),
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


def _objective(
    key: str, title: str, thing: str, detail: str = "", excerpt: str = ""
) -> StrategicObjective:
    citations = {
        "title": ABOUT.at(_OBJECTIVES, title),
        "target": ABOUT.at(_OBJECTIVES, thing),
    }
    if detail:
        citations["detail"] = ABOUT.at(_OBJECTIVES, excerpt)
    return StrategicObjective(
        key=key, title=title, target=thing, detail=detail, citations=citations
    )


def _action(key: str, title: str) -> Action:
    thing = "regional innovated entrepreneurship"
    return Action(
        key=key,
        title=title,
        target=thing,
        citations={
            "title": ABOUT.at(_ACTIONS, title),
            "target": ABOUT.at(_ACTIONS, f"acceleration of {thing}"),
        },
    )


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


def _goes_on(part: str) -> Linkage:
    return Linkage(
        first=part,
        second="museic",
        kind=LinkageKind.PART_OF,
        citations=dict.fromkeys(("first", "second", "kind"), _THREE_LEFT),
    )


def _group(key: str, name: str, place: str, excerpt: str) -> WorkingGroup:
    return WorkingGroup(
        key=key, name=name, citations={"name": ABOUT.at(place, excerpt)}
    )


ICLUSTER: Final = Ecosystem(
    key="icluster",
    name="Project iCluster",
    description=(
        "An innovation and entrepreneurship ecosystem to facilitate and optimize "
        "linkage among government, academia and private industry, and their contact "
        "with the market"
    ),
    means=(
        "trusted socio-economic data",
        "expert working groups",
        "regional innovation clusters",
        "smart specialization strategies",
    ),
    focus=("the entrepreneur", "businesses", "end users"),
    organizations=_ORGANIZATIONS,
    objectives=(
        _objective(
            "entrepreneurship",
            "foster high-impact entrepreneurship",
            "high-impact entrepreneurship",
        ),
        _objective(
            "regional_development",
            "foster sectorial regional development",
            "sectorial regional development",
            "through regional innovation clusters and thematic working groups",
            "through innovation regional clusters and innovation thematic workgroups",
        ),
        _objective(
            "public_policy", "provide feedback for public policy", "public policy"
        ),
        _objective(
            "linkage",
            "link interested parties stakeholders",
            "interested parties stakeholders",
            "in Mexico and other regions, towards a globally competitive "
            "knowledge economy in Mexico",
            "in Mexico and other regions to guide Mexico into a globally-competitive "
            "knowledge economy",
        ),
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
            citations={
                "party": ABOUT.at(
                    _TAKES_PART,
                    "representing government, academia, and private industry",
                )
            },
        ),
        Participation(
            party=Unnamed("regional and sectorial expert groups", several=True),
            citations={
                "party": ABOUT.at(_TAKES_PART, "regional and sectorial expert groups")
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
        _goes_on("museic_high_impact"),
        _goes_on("museic_smes"),
    ),
    working_groups=(
        _group("regional_experts", "regional expert groups", _TAKES_PART, "regional"),
        _group(
            "sectorial_experts",
            "sectorial expert groups",
            _TAKES_PART,
            "sectorial expert groups",
        ),
        _group(
            "themes",
            "innovation thematic workgroups",
            _OBJECTIVES,
            "innovation thematic workgroups",
        ),
    ),
    admission_rule=AdmissionRule.OBJECTIVES,
    incomplete=("linkages", "working_groups"),
    citations={
        "name": ABOUT.at(_WHAT),
        "description": ABOUT.at(
            _WHAT,
            "facilitate and optimize entailment among stakeholders of government, "
            "academia and private industry, and their contact with the market",
        ),
        "means": ABOUT.at(
            _WHAT, "through the use of trusted socio-economic data, expert working"
        ),
        "focus": ABOUT.at(
            _WHAT, "focusing on the entrepreneur, businesses, and end users"
        ),
        "objectives": ABOUT.at(_OBJECTIVES),
        "actions": ABOUT.at(_ACTIONS),
        "participations": ABOUT.at(_TAKES_PART),
        "contributions": ABOUT.at(_FINANCED),
        "beneficiaries": ABOUT.at(_BENEFITS),
        "linkages": (ABOUT.at(_FINANCED), ABOUT.at(_TAKES_PART), _THREE_LEFT),
        "working_groups": (ABOUT.at(_TAKES_PART), ABOUT.at(_OBJECTIVES)),
        "admission_rule": ABOUT.at(_WAY_IN, "exclusively open to organizations"),
    },
)
"""Project iCluster, everything cited; members are not listed."""

MUSEIC_SUBCOMMITTEES: Final = (
    (7, PartialPeriod(ends=PartialDate(2018)), EXPANSION_2018.at("article")),
    (3, PartialPeriod(begins=PartialDate(2018)), EXPANSION_2018.at("article")),
)
"""How many subcommittees MUSEIC had, and when: seven, three after 2018.

The three are *Mujeres Emprendedoras*, the only one that went on unchanged, *Alto
Impacto e Innovación* and *Pequeñas y Medianas Empresas*: so that for regional
innovation clusters ended in 2018, under this name at least.
"""
