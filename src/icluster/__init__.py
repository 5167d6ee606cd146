"""Clusters, their organizations, labels, policies and indicators, computable.

The nouns are re-exported here, each loaded when it is first touched, so that
importing icluster costs next to nothing. The verbs live in their modules
(`icluster.scoring` and its siblings), published data in `icluster.reference`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icluster.dates import PartialDate as PartialDate
    from icluster.dates import PartialPeriod as PartialPeriod
    from icluster.dates import Period as Period
    from icluster.money import Money as Money
    from icluster.policies import Authority as Authority
    from icluster.policies import Budget as Budget
    from icluster.policies import Evaluation as Evaluation
    from icluster.policies import Factsheet as Factsheet
    from icluster.policies import History as History
    from icluster.policies import Instrument as Instrument
    from icluster.policies import Monitoring as Monitoring
    from icluster.policies import Policy as Policy
    from icluster.policies import PublishedScore as PublishedScore
    from icluster.regions import Country as Country
    from icluster.regions import Region as Region
    from icluster.sources import Citation as Citation
    from icluster.sources import Source as Source
    from icluster.tables import Table as Table
    from icluster.vocabularies import Missing as Missing
    from icluster.vocabularies import Other as Other

# Where each noun lives: a row a noun, in the order of the modules.
_HOMES = (
    ("dates", ("PartialDate", "PartialPeriod", "Period")),
    ("money", ("Money",)),
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
    ("regions", ("Country", "Region")),
    ("sources", ("Citation", "Source")),
    ("tables", ("Table",)),
    ("vocabularies", ("Missing", "Other")),
)

__all__ = [
    "Authority",
    "Budget",
    "Citation",
    "Country",
    "Evaluation",
    "Factsheet",
    "History",
    "Instrument",
    "Missing",
    "Money",
    "Monitoring",
    "Other",
    "PartialDate",
    "PartialPeriod",
    "Period",
    "Policy",
    "PublishedScore",
    "Region",
    "Source",
    "Table",
]


def __getattr__(name: str) -> object:
    for module, nouns in _HOMES:
        if name in nouns:
            # Imported late: it is what makes the package cheap to import.
            from importlib import import_module

            return getattr(import_module(f"icluster.{module}"), name)
    raise AttributeError(f"module 'icluster' has no attribute {name!r}", name=name)


def __dir__() -> list[str]:
    return __all__
