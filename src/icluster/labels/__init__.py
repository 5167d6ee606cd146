"""Labels of cluster organizations: terms, awards, their status on a day, registers.

"Valid until" includes the day itself. What a source does not say (when a label
was awarded, whether it is a first one, which edition of the terms is in force)
stays unknown, and the answers are then ranges and possibilities.
"""

from __future__ import annotations

from icluster.labels._applications import (
    Application,
    ApplicationReason,
    may_apply,
)
from icluster.labels._awards import AwardBasis, Grant, LabelAward, LabelStatus
from icluster.labels._counts import CountRange, StatusCounts, TimelineStep
from icluster.labels._portfolios import Portfolio, PortfolioList
from icluster.labels._registers import LabelRegister
from icluster.labels._schemes import LabelEdition, LabelScheme, Requirement
from icluster.labels._terms import LabelTier, Prerequisite, Term, ValidityConvention

__all__ = [
    "Application",
    "ApplicationReason",
    "AwardBasis",
    "CountRange",
    "Grant",
    "LabelAward",
    "LabelEdition",
    "LabelRegister",
    "LabelScheme",
    "LabelStatus",
    "LabelTier",
    "Portfolio",
    "PortfolioList",
    "Prerequisite",
    "Requirement",
    "StatusCounts",
    "Term",
    "TimelineStep",
    "ValidityConvention",
    "may_apply",
]


def __dir__() -> list[str]:
    return __all__
