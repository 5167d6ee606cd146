"""Cluster policies as a country factsheet of the ECCP describes them.

The fields follow the table of the factsheet's first chapter; the vocabularies
carry its labels as printed. For every field, an empty tuple says *none stated*,
`Missing.UNKNOWN` says *no data*, and `Missing.NOT_APPLICABLE` says that the
question does not arise (an ending year of a policy without a limit).
"""

from __future__ import annotations

from icluster.policies._parts import (
    Authority,
    Budget,
    Earmark,
    Evaluation,
    History,
    Instrument,
    Monitoring,
)
from icluster.policies._policy import Factsheet, Policy, PublishedScore
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
    "Authority",
    "AuthorityRole",
    "Beneficiary",
    "Budget",
    "Earmark",
    "EuPriority",
    "Evaluation",
    "EvaluationStage",
    "Factsheet",
    "FinancialInstrument",
    "History",
    "Instrument",
    "InstrumentStatus",
    "Monitoring",
    "Objective",
    "PeriodKind",
    "Policy",
    "PolicyFocus",
    "PolicyLevel",
    "PolicyType",
    "PublishedScore",
    "Subject",
    "TechnicalInstrument",
]


def __dir__() -> list[str]:
    return __all__
