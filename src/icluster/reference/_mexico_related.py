"""Other policies, programmes and instruments that the factsheet Mexico 2022 mentions.

Transcribed from the ECCP's country factsheet Mexico, 2022: chapter 1, sources of the
third column, and section 2. What kind of policy each is the text does not say, save for
what stands in the row of types; so none of them is scored.
Deviations: periods that stand in names are recorded as periods; "from around 2014-2019"
is recorded as about 2014 to about 2019; funds "no longer available" in the factsheet
ended not after its year.
"""

from __future__ import annotations

from typing import Final

from icluster.dates import PartialDate
from icluster.policies import (
    Expectation,
    History,
    Instrument,
    Policy,
    PolicyForm,
    PolicyLevel,
    PolicyMeasure,
    PolicyRelation,
    PolicyRelationKind,
    PolicyType,
    SectorGroup,
    Status,
    Theme,
)
from icluster.reference._sources import ECCP_MX
from icluster.regions import Country, Region
from icluster.sources import Note
from icluster.vocabularies import Missing, Other

__all__ = ["RELATED_2022", "STRATEGIC_PLAN"]

_MEXICO: Final = Country("MX")
_NUEVO_LEON: Final = Region("MX-NLE")
_OBJECTIVES: Final = "chapter 1, table, Policy objectives"
_FOCUS: Final = "chapter 1, table, Policy focus"
_NAME: Final = "chapter 1, table, Policy name"
_HISTORY: Final = "chapter 1, table, History, explanation"
_FUNDING: Final = "chapter 1, table, Budget, source of funding"
_CONTINUITY: Final = "section 2, Continuity"
_COUNTRY: Final = ECCP_MX.at("title page", "Mexico")
_SIX_YEARS: Final = ECCP_MX.at(_HISTORY, "are renewed every six years")

STRATEGIC_PLAN: Final = "Strategic Plan for the State of Nuevo León 2015-2030"
_STATE_PLAN: Final = "Plan for Development 2016-2021"
_NATIONAL_PLAN: Final = "National Development Plan 2019-2024"
_SECTORAL: Final = "Sectoral Programme for Economy and Competitiveness"

_STRATEGY: Final = Policy(
    name="Business and Investment Development Strategy 2014-2020",
    type=PolicyType.REGIONAL_CLUSTER,
    form=PolicyForm.STRATEGY,
    level=PolicyLevel.REGIONAL,
    country=_MEXICO,
    region=_NUEVO_LEON,
    history=History(begins=PartialDate(2014), ends=PartialDate(2020)),
    relations=(PolicyRelation(Other("is named in one row with"), STRATEGIC_PLAN),),
    notes=(
        Note(
            "name",
            "The column names two policies; its other rows are read as the Strategic "
            "Plan's, whose years they print.",
            ECCP_MX.at("chapter 1, table, History", "2015"),
        ),
    ),
    citations={
        "name": ECCP_MX.at(
            _NAME, "Business and Investment Development Strategy 2014-2020"
        ),
        "type": ECCP_MX.at(
            "chapter 1, table, Policy type",
            "Regional cluster policy (example of Nuevo León",
        ),
        "form": ECCP_MX.at(_NAME, "Strategy"),
        "level": ECCP_MX.at("chapter 1", "exemplary regional cluster policy in Mexico"),
        "country": _COUNTRY,
        "region": ECCP_MX.at("chapter 1", "for the region of Nuevo León"),
        "history": ECCP_MX.at(_NAME, "2014-2020"),
        "relations": ECCP_MX.at(_NAME),
    },
)

_SPECIAL_PROGRAMME: Final = Policy(
    name="Special Programme for Science, Technology and Innovation",
    type=Missing.UNKNOWN,
    form=PolicyForm.PROGRAMME,
    level=PolicyLevel.REGIONAL,
    country=_MEXICO,
    region=_NUEVO_LEON,
    history=History(cycle_years=6),
    relations=(PolicyRelation(PolicyRelationKind.IMPLEMENTS, _STATE_PLAN),),
    citations={
        "name": ECCP_MX.at(
            _OBJECTIVES, "Special Programme for Science, Technology and Innovation"
        ),
        "form": ECCP_MX.at(_OBJECTIVES, "Special Programme"),
        "level": ECCP_MX.at(_OBJECTIVES, "Nuevo León's Special Programme"),
        "country": _COUNTRY,
        "region": ECCP_MX.at(_OBJECTIVES, "Nuevo León's Special Programme"),
        "history.cycle_years": _SIX_YEARS,
        "relations": ECCP_MX.at(
            _OBJECTIVES,
            "operationalise the overarching guidelines established in the Plan for Development",
        ),
    },
)

_SECTORAL_PROGRAMME: Final = Policy(
    name=_SECTORAL,
    type=Missing.UNKNOWN,
    form=PolicyForm.PROGRAMME,
    level=PolicyLevel.REGIONAL,
    country=_MEXICO,
    region=_NUEVO_LEON,
    sector_groups=(
        SectorGroup(
            "industrial sector",
            ("automobile",),
            "core of the industry of the state, consolidated clusters",
        ),
        SectorGroup(
            "potential sectors",
            ("aerospace",),
            "growing industries with many opportunities for development",
        ),
        SectorGroup(
            "transversal sectors",
            ("nanotechnology",),
            "clusters that support the others",
        ),
    ),
    history=History(cycle_years=6),
    relations=(PolicyRelation(PolicyRelationKind.IMPLEMENTS, _STATE_PLAN),),
    citations={
        "name": ECCP_MX.at(
            _OBJECTIVES, "Sectoral Programme for Economy and Competitiveness"
        ),
        "form": ECCP_MX.at(_OBJECTIVES, "Sectoral Programme"),
        "level": ECCP_MX.at(_OBJECTIVES, "Nuevo León's Special Programme"),
        "country": _COUNTRY,
        "region": ECCP_MX.at(_OBJECTIVES, "Nuevo León's Special Programme"),
        "sector_groups": ECCP_MX.at(_FOCUS, "divides clusters in three main groups"),
        "history.cycle_years": _SIX_YEARS,
        "relations": ECCP_MX.at(
            _OBJECTIVES,
            "operationalise the overarching guidelines established in the Plan for Development",
        ),
    },
)

_DEVELOPMENT_PLAN: Final = Policy(
    name=_STATE_PLAN,
    type=Missing.UNKNOWN,
    form=PolicyForm.PLAN,
    level=PolicyLevel.REGIONAL,
    country=_MEXICO,
    region=_NUEVO_LEON,
    history=History(begins=PartialDate(2016), ends=PartialDate(2021), cycle_years=6),
    relations=(PolicyRelation(Other("is guided by"), _NATIONAL_PLAN),),
    expectations=(
        Expectation(
            "the states produce a new State Development Plan",
            PartialDate.parse("[..2021]"),
        ),
    ),
    citations={
        "name": ECCP_MX.at(_OBJECTIVES, "Plan for Development 2016-2021"),
        "form": ECCP_MX.at(_OBJECTIVES, "Plan for Development"),
        "level": ECCP_MX.at(_OBJECTIVES, "Plan Estatal de Desarrollo"),
        "country": _COUNTRY,
        "region": ECCP_MX.at(_OBJECTIVES, "Nuevo León's Special Programme"),
        "history": ECCP_MX.at(_OBJECTIVES, "Plan for Development 2016-2021"),
        "history.cycle_years": _SIX_YEARS,
        "relations": ECCP_MX.at(_CONTINUITY, "as well as the State Development Plans"),
        "expectations": ECCP_MX.at(
            _CONTINUITY, "expected to produce a new State Development Plan by 2021"
        ),
    },
)

_CLUSTERES_NUEVO_LEON: Final = Policy(
    name="Clusteres Nuevo Leon",
    type=Missing.UNKNOWN,
    form=PolicyForm.INITIATIVE,
    level=PolicyLevel.REGIONAL,
    country=_MEXICO,
    region=_NUEVO_LEON,
    relations=(PolicyRelation(PolicyRelationKind.PART_OF, _SECTORAL),),
    notes=(
        Note(
            "name",
            "It is to integrate academia, industry and government better (triple "
            "helix) and so to raise the competitiveness of strategic sectors.",
            ECCP_MX.at(
                _FUNDING,
                "consolidating the Triple Helix model",
            ),
        ),
    ),
    citations={
        "name": ECCP_MX.at(_FUNDING, "Clusteres Nuevo Leon"),
        "form": ECCP_MX.at(_FUNDING, "the initiative"),
        "level": ECCP_MX.at(_FUNDING, "sectors of the State"),
        "country": _COUNTRY,
        "region": ECCP_MX.at(_FUNDING, "Clusteres Nuevo Leon"),
        "relations": ECCP_MX.at(
            _FUNDING,
            "included in the Programme for Economy and Competitiveness",
        ),
    },
)

_NATIONAL_DEVELOPMENT_PLAN: Final = Policy(
    name=_NATIONAL_PLAN,
    type=Missing.UNKNOWN,
    form=PolicyForm.PLAN,
    level=PolicyLevel.NATIONAL,
    country=_MEXICO,
    history=History(begins=PartialDate(2019), ends=PartialDate(2024)),
    notes=(
        Note(
            "objectives",
            "It does not refer to clusters; the stress moved from agendas for "
            'business to fundamental ("frontier") research.',
            ECCP_MX.at(_CONTINUITY, "does not include any reference to clusters"),
        ),
        Note(
            "relations",
            "The National Development Plan sets national objectives and guides "
            "sectoral programmes and the State Development Plans.",
            ECCP_MX.at(
                _CONTINUITY, "guiding the elaboration of specific sectoral programmes"
            ),
        ),
    ),
    citations={
        "name": ECCP_MX.at(_CONTINUITY, "National Development Plan 2019-2024"),
        "form": ECCP_MX.at(_CONTINUITY, "National Development Plan"),
        "level": ECCP_MX.at(_CONTINUITY, "defines the national objectives"),
        "country": _COUNTRY,
        "history": ECCP_MX.at(_CONTINUITY, "National Development Plan 2019-2024"),
    },
)

_STATE_INNOVATION_AGENDAS: Final = Policy(
    name="State Innovation Agendas",
    type=Missing.UNKNOWN,
    level=Other("states"),
    country=_MEXICO,
    themes=(
        Theme("smart specialisation"),
        Theme("quadruple helix"),
    ),
    measures=(
        PolicyMeasure(
            "durable mechanisms of collaboration",
            objects=("business", "academia", "civil society", "state"),
        ),
        PolicyMeasure(
            "federal funding of regional innovation strategies", Status.ENDED
        ),
    ),
    history=History(begins=PartialDate.parse("2014~"), ends=PartialDate.parse("2019~")),
    notes=(
        Note(
            "measures",
            "Federal funding was cut after 2019.",
            ECCP_MX.at(_CONTINUITY, "has been cut after 2019"),
        ),
    ),
    citations={
        "name": ECCP_MX.at(_CONTINUITY, "State Innovation Agendas"),
        "level": ECCP_MX.at(_CONTINUITY, "State Innovation Agendas"),
        "country": _COUNTRY,
        "themes": ECCP_MX.at(
            _CONTINUITY,
            "organised around the notion of smart specialisation and the quadruple helix",
        ),
        "measures": ECCP_MX.at(_CONTINUITY, "durable mechanisms of collaboration"),
        "history": ECCP_MX.at(_CONTINUITY, "enacted from around 2014-2019"),
    },
)

_MIXED_FUNDS: Final = Policy(
    name="Mixed Funds (Fondos Mixtos)",
    type=Missing.UNKNOWN,
    form=PolicyForm.INSTRUMENT,
    level=PolicyLevel.NATIONAL,
    country=_MEXICO,
    financial=(
        Instrument(Other("funds that match federal and state budgets"), Status.ENDED),
    ),
    history=History(ends=PartialDate.parse("[..2022]")),
    notes=(
        Note(
            "history.ends",
            "They were found ineffective for the goals of the national government.",
            ECCP_MX.at(_CONTINUITY, "have been found ineffective"),
        ),
    ),
    citations={
        "name": ECCP_MX.at(_CONTINUITY, "Mixed Funds (Fondos Mixtos)"),
        "form": ECCP_MX.at(_CONTINUITY, "Mixed Funds"),
        "level": ECCP_MX.at(_CONTINUITY, "matching federal and state budgets"),
        "country": _COUNTRY,
        "financial": ECCP_MX.at(_CONTINUITY, "matching federal and state budgets"),
        "history.ends": ECCP_MX.at(_CONTINUITY, "are no longer available"),
    },
)

_MAPPING: Final = Policy(
    name="Mapping of the Mexican clusters",
    type=Missing.UNKNOWN,
    form=PolicyForm.INITIATIVE,
    level=PolicyLevel.NATIONAL,
    country=_MEXICO,
    history=History(begins=PartialDate(2016)),
    citations={
        "name": ECCP_MX.at(_CONTINUITY, "mapping of the ... Mexican clusters"),
        "form": ECCP_MX.at(_CONTINUITY, "Some initiatives"),
        "level": ECCP_MX.at(_CONTINUITY, "by the federal government support"),
        "country": _COUNTRY,
        "history.begins": ECCP_MX.at(_CONTINUITY, "clusters in 2016"),
    },
)

RELATED_2022: Final = (
    _STRATEGY,
    _SPECIAL_PROGRAMME,
    _SECTORAL_PROGRAMME,
    _DEVELOPMENT_PLAN,
    _CLUSTERES_NUEVO_LEON,
    _NATIONAL_DEVELOPMENT_PLAN,
    _STATE_INNOVATION_AGENDAS,
    _MIXED_FUNDS,
    _MAPPING,
)
"""What the factsheet mentions beside the policies of its table."""
