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
    from icluster import observations as observations
    from icluster import organizations as organizations
    from icluster import plots as plots
    from icluster import policies as policies
    from icluster import profiles as profiles
    from icluster import provenance as provenance
    from icluster import pydantic as pydantic
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
    from icluster.observations import Observation as Observation
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

# Every room, and the nouns of it that stand here.
_ROOMS = (
    ("advice", ""),
    ("benchmark_records", "Answer BenchmarkRecord"),
    ("benchmarking", ""),
    ("clusters", "Cluster ClusterInitiative"),
    ("conditions", "AllOf AnyOf Is Not"),
    ("contexts", ""),
    ("dates", "PartialDate PartialPeriod Period"),
    ("derivations", ""),
    ("ecosystems", "Contribution Ecosystem Linkage Membership Participation"),
    ("editions", "Edition Question Reading"),
    ("errors", ""),
    ("facts", "Fact FactSchema Facts"),
    ("frames", ""),
    ("indicators", "Area BenchmarkStructure Indicator"),
    ("labels", "LabelAward LabelRegister LabelScheme LabelStatus LabelTier Portfolio"),
    ("languages", ""),
    ("layouts", ""),
    ("money", "Money"),
    ("naming", ""),
    ("observations", "Observation"),
    (
        "organizations",
        "Helix HelixModel Identifier LegalForm Organization OrganizationKind",
    ),
    ("plots", ""),
    (
        "policies",
        "Authority Budget Evaluation Factsheet History Instrument "
        "Monitoring Policy PublishedScore",
    ),
    ("profiles", "ClusterProfile ProfileCriteria"),
    ("provenance", ""),
    ("pydantic", ""),
    ("quality_labels", "QualityScheme"),
    ("readers", ""),
    ("reference", ""),
    ("regions", "Country Region"),
    ("rubrics", "Criterion Gap Level Rubric"),
    ("rules", ""),
    ("scales", "Scale"),
    ("scoring", ""),
    ("sources", "Citation Source"),
    ("tables", "Table"),
    ("testing", ""),
    ("verdicts", ""),
    ("vocabularies", "Missing Other"),
    ("wire", ""),
    ("words", ""),
)

# Type checkers cannot read it and need not: they have the imports above.
__all__ = tuple(  # pyright: ignore[reportUnsupportedDunderAll]
    sorted(noun for _, nouns in _ROOMS for noun in nouns.split())
)


def __getattr__(name: str) -> object:
    # Imported late: it is what makes the package cheap to import.
    from importlib import import_module

    for room, nouns in _ROOMS:
        if name == room:
            return import_module(f"icluster.{name}")
        if name in nouns.split():
            return getattr(import_module(f"icluster.{room}"), name)
    raise AttributeError(f"module 'icluster' has no attribute {name!r}", name=name)


def __dir__() -> list[str]:
    return sorted([*__all__, *(room for room, _ in _ROOMS), "__version__"])
