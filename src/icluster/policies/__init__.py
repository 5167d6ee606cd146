"""Cluster policies as a country factsheet of the ECCP describes them.

The fields follow the table of the factsheet's first chapter; the vocabularies
carry its labels as printed. For every field, an empty tuple says *none stated*,
`Missing.UNKNOWN` says *no data*, and `Missing.NOT_APPLICABLE` says that the
question does not arise (an ending year of a policy without a limit).
"""

from __future__ import annotations

from icluster.policies._parts import Authority as Authority
from icluster.policies._parts import Budget as Budget
from icluster.policies._parts import Earmark
from icluster.policies._parts import Evaluation as Evaluation
from icluster.policies._parts import History as History
from icluster.policies._parts import Instrument as Instrument
from icluster.policies._parts import Monitoring as Monitoring
from icluster.policies._policy import Factsheet as Factsheet
from icluster.policies._policy import Policy as Policy
from icluster.policies._policy import PublishedScore as PublishedScore
from icluster.policies._vocabulary import (
    AuthorityRole,
    Beneficiary,
    EuPriority,
    EvaluationStage,
    FinancialInstrument,
    InstrumentStatus,
    Objective,
    PeriodKind,
    PolicyFocus,
    PolicyLevel,
    PolicyType,
    Subject,
    TechnicalInstrument,
)

__all__ = [
    "AuthorityRole",
    "Beneficiary",
    "Earmark",
    "EuPriority",
    "EvaluationStage",
    "FinancialInstrument",
    "InstrumentStatus",
    "Objective",
    "PeriodKind",
    "PolicyFocus",
    "PolicyLevel",
    "PolicyType",
    "Subject",
    "TechnicalInstrument",
]


def __dir__() -> list[str]:
    return __all__
