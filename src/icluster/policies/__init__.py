"""Cluster policies as a country factsheet of the ECCP, or any prose, describes them.

The fields follow the table of the factsheet's first chapter; the vocabularies
carry its labels as printed. What the prose says beside the table has fields of its
own: themes, measures, groups of sectors, laws, relations to other policies,
expectations, figures, and notes by field.

For every row of the table, an empty tuple says *none stated*, `Missing.UNKNOWN` says
*no data*, and `Missing.NOT_APPLICABLE` says that the question does not arise (an
ending year of a policy without a limit). Other lists hold what was recorded; there may
be more.
"""

from __future__ import annotations

from icluster.policies._contents import (
    Expectation,
    LegalBasis,
    PolicyMeasure,
    PolicyRelation,
    SectorGroup,
    Theme,
)
from icluster.policies._factsheet import Factsheet as Factsheet
from icluster.policies._factsheet import PublishedScore as PublishedScore
from icluster.policies._parts import Authority as Authority
from icluster.policies._parts import Budget as Budget
from icluster.policies._parts import Evaluation as Evaluation
from icluster.policies._parts import History as History
from icluster.policies._parts import Monitoring as Monitoring
from icluster.policies._policy import Policy as Policy
from icluster.policies._support import Allocation, WeightedCriterion
from icluster.policies._support import Instrument as Instrument
from icluster.policies._vocabulary import (
    AllocationStage,
    AuthorityRole,
    Beneficiary,
    EuPriority,
    EvaluationStage,
    FinancialInstrument,
    MonitoringMeans,
    Objective,
    PeriodKind,
    PolicyFocus,
    PolicyForm,
    PolicyLevel,
    PolicyRelationKind,
    PolicyType,
    Status,
    Subject,
    TechnicalInstrument,
)

__all__ = [
    "Allocation",
    "AllocationStage",
    "AuthorityRole",
    "Beneficiary",
    "EuPriority",
    "EvaluationStage",
    "Expectation",
    "FinancialInstrument",
    "LegalBasis",
    "MonitoringMeans",
    "Objective",
    "PeriodKind",
    "PolicyFocus",
    "PolicyForm",
    "PolicyLevel",
    "PolicyMeasure",
    "PolicyRelation",
    "PolicyRelationKind",
    "PolicyType",
    "SectorGroup",
    "Status",
    "Subject",
    "TechnicalInstrument",
    "Theme",
    "WeightedCriterion",
]


def __dir__() -> list[str]:
    return __all__
