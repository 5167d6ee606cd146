"""Clusters, their organizations, labels, policies and indicators, computable.

The nouns are here: `icluster.Policy`, `icluster.LabelRegister` and their siblings. The
verbs live in their rooms (`icluster.scoring` and the others), published data in
`icluster.reference`. All of it is there after ``import icluster``, and each name is
loaded when it is first touched, so that the import costs next to nothing.
"""

from __future__ import annotations

# Type checkers take this name to be true; importing `typing` for it would cost
# more than everything else here.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from icluster import advice as advice
    from icluster import benchmark_records as benchmark_records
    from icluster import benchmarking as benchmarking
    from icluster import clusters as clusters
    from icluster import conditions as conditions
    from icluster import contexts as contexts
    from icluster import dates as dates
    from icluster import derivations as derivations
    from icluster import ecosystems as ecosystems
    from icluster import editions as editions
    from icluster import errors as errors
    from icluster import facts as facts
    from icluster import frames as frames
    from icluster import indicators as indicators
    from icluster import labels as labels
    from icluster import languages as languages
    from icluster import layouts as layouts
    from icluster import money as money
    from icluster import naming as naming
    from icluster import organizations as organizations
    from icluster import plots as plots
    from icluster import policies as policies
    from icluster import profiles as profiles
    from icluster import provenance as provenance
    from icluster import quality_labels as quality_labels
    from icluster import readers as readers
    from icluster import reference as reference
    from icluster import regions as regions
    from icluster import rubrics as rubrics
    from icluster import rules as rules
    from icluster import scales as scales
    from icluster import scoring as scoring
    from icluster import sources as sources
    from icluster import tables as tables
    from icluster import testing as testing
    from icluster import verdicts as verdicts
    from icluster import vocabularies as vocabularies
    from icluster import wire as wire
    from icluster import words as words
    from icluster.benchmark_records import Answer as Answer
    from icluster.benchmark_records import BenchmarkRecord as BenchmarkRecord
    from icluster.clusters import Cluster as Cluster
    from icluster.clusters import ClusterInitiative as ClusterInitiative
    from icluster.conditions import AllOf as AllOf
    from icluster.conditions import AnyOf as AnyOf
    from icluster.conditions import Is as Is
    from icluster.conditions import Not as Not
    from icluster.dates import PartialDate as PartialDate
    from icluster.dates import PartialPeriod as PartialPeriod
    from icluster.dates import Period as Period
    from icluster.ecosystems import Contribution as Contribution
    from icluster.ecosystems import Ecosystem as Ecosystem
    from icluster.ecosystems import Linkage as Linkage
    from icluster.ecosystems import Membership as Membership
    from icluster.ecosystems import Participation as Participation
    from icluster.editions import Edition as Edition
    from icluster.editions import Question as Question
    from icluster.editions import Reading as Reading
    from icluster.facts import Fact as Fact
    from icluster.facts import Facts as Facts
    from icluster.facts import FactSchema as FactSchema
    from icluster.indicators import Area as Area
    from icluster.indicators import BenchmarkStructure as BenchmarkStructure
    from icluster.indicators import Indicator as Indicator
    from icluster.labels import LabelAward as LabelAward
    from icluster.labels import LabelRegister as LabelRegister
    from icluster.labels import LabelScheme as LabelScheme
    from icluster.labels import LabelStatus as LabelStatus
    from icluster.labels import LabelTier as LabelTier
    from icluster.labels import Portfolio as Portfolio
    from icluster.money import Money as Money
    from icluster.organizations import Helix as Helix
    from icluster.organizations import HelixModel as HelixModel
    from icluster.organizations import Identifier as Identifier
    from icluster.organizations import LegalForm as LegalForm
    from icluster.organizations import Organization as Organization
    from icluster.organizations import OrganizationKind as OrganizationKind
    from icluster.policies import Authority as Authority
    from icluster.policies import Budget as Budget
    from icluster.policies import Evaluation as Evaluation
    from icluster.policies import Factsheet as Factsheet
    from icluster.policies import History as History
    from icluster.policies import Instrument as Instrument
    from icluster.policies import Monitoring as Monitoring
    from icluster.policies import Policy as Policy
    from icluster.policies import PublishedScore as PublishedScore
    from icluster.profiles import ClusterProfile as ClusterProfile
    from icluster.profiles import ProfileCriteria as ProfileCriteria
    from icluster.quality_labels import QualityScheme as QualityScheme
    from icluster.regions import Country as Country
    from icluster.regions import Region as Region
    from icluster.rubrics import Criterion as Criterion
    from icluster.rubrics import Gap as Gap
    from icluster.rubrics import Level as Level
    from icluster.rubrics import Rubric as Rubric
    from icluster.scales import Scale as Scale
    from icluster.sources import Citation as Citation
    from icluster.sources import Source as Source
    from icluster.tables import Table as Table
    from icluster.vocabularies import Missing as Missing
    from icluster.vocabularies import Other as Other

__version__ = "26.1.0.dev0"

# Every room, whether its nouns stand here or not.
_ROOMS = (
    "advice",
    "benchmark_records",
    "benchmarking",
    "clusters",
    "conditions",
    "contexts",
    "dates",
    "derivations",
    "ecosystems",
    "editions",
    "errors",
    "facts",
    "frames",
    "indicators",
    "labels",
    "languages",
    "layouts",
    "money",
    "naming",
    "organizations",
    "plots",
    "policies",
    "profiles",
    "provenance",
    "quality_labels",
    "readers",
    "reference",
    "regions",
    "rubrics",
    "rules",
    "scales",
    "scoring",
    "sources",
    "tables",
    "testing",
    "verdicts",
    "vocabularies",
    "wire",
    "words",
)

# Where each noun lives: a row a room, in the order of the rooms.
_NOUNS = (
    ("benchmark_records", ("Answer", "BenchmarkRecord")),
    ("clusters", ("Cluster", "ClusterInitiative")),
    ("conditions", ("AllOf", "AnyOf", "Is", "Not")),
    ("dates", ("PartialDate", "PartialPeriod", "Period")),
    (
        "ecosystems",
        ("Contribution", "Ecosystem", "Linkage", "Membership", "Participation"),
    ),
    ("editions", ("Edition", "Question", "Reading")),
    ("facts", ("Fact", "FactSchema", "Facts")),
    ("indicators", ("Area", "BenchmarkStructure", "Indicator")),
    (
        "labels",
        (
            "LabelAward",
            "LabelRegister",
            "LabelScheme",
            "LabelStatus",
            "LabelTier",
            "Portfolio",
        ),
    ),
    ("money", ("Money",)),
    (
        "organizations",
        (
            "Helix",
            "HelixModel",
            "Identifier",
            "LegalForm",
            "Organization",
            "OrganizationKind",
        ),
    ),
    (
        "policies",
        (
            "Authority",
            "Budget",
            "Evaluation",
            "Factsheet",
            "History",
            "Instrument",
            "Monitoring",
            "Policy",
            "PublishedScore",
        ),
    ),
    ("profiles", ("ClusterProfile", "ProfileCriteria")),
    ("quality_labels", ("QualityScheme",)),
    ("regions", ("Country", "Region")),
    ("rubrics", ("Criterion", "Gap", "Level", "Rubric")),
    ("scales", ("Scale",)),
    ("sources", ("Citation", "Source")),
    ("tables", ("Table",)),
    ("vocabularies", ("Missing", "Other")),
)

__all__ = [
    "AllOf",
    "Answer",
    "AnyOf",
    "Area",
    "Authority",
    "BenchmarkRecord",
    "BenchmarkStructure",
    "Budget",
    "Citation",
    "Cluster",
    "ClusterInitiative",
    "ClusterProfile",
    "Contribution",
    "Country",
    "Criterion",
    "Ecosystem",
    "Edition",
    "Evaluation",
    "Fact",
    "FactSchema",
    "Facts",
    "Factsheet",
    "Gap",
    "Helix",
    "HelixModel",
    "History",
    "Identifier",
    "Indicator",
    "Instrument",
    "Is",
    "LabelAward",
    "LabelRegister",
    "LabelScheme",
    "LabelStatus",
    "LabelTier",
    "LegalForm",
    "Level",
    "Linkage",
    "Membership",
    "Missing",
    "Money",
    "Monitoring",
    "Not",
    "Organization",
    "OrganizationKind",
    "Other",
    "PartialDate",
    "PartialPeriod",
    "Participation",
    "Period",
    "Policy",
    "Portfolio",
    "ProfileCriteria",
    "PublishedScore",
    "QualityScheme",
    "Question",
    "Reading",
    "Region",
    "Rubric",
    "Scale",
    "Source",
    "Table",
]


def __getattr__(name: str) -> object:
    # Imported late: it is what makes the package cheap to import.
    from importlib import import_module

    if name in _ROOMS:
        return import_module(f"icluster.{name}")
    for room, nouns in _NOUNS:
        if name in nouns:
            return getattr(import_module(f"icluster.{room}"), name)
    raise AttributeError(f"module 'icluster' has no attribute {name!r}", name=name)


def __dir__() -> list[str]:
    return sorted([*__all__, *_ROOMS, "__version__"])
