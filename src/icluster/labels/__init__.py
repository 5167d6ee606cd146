"""Labels of cluster organizations: terms, awards, their status on a day, registers.

"Valid until" includes the day itself. What a source does not say (when a label
was awarded, whether it is a first one, which edition of the terms is in force)
stays unknown, and the answers are then ranges and possibilities.
"""

from __future__ import annotations

from icluster.labels._applications import Application, ApplicationReason, may_apply
from icluster.labels._awards import AwardBasis, Grant
from icluster.labels._awards import LabelAward as LabelAward
from icluster.labels._awards import LabelStatus as LabelStatus
from icluster.labels._counts import CountRange, StatusCounts, TimelineStep
from icluster.labels._portfolios import Portfolio as Portfolio
from icluster.labels._portfolios import PortfolioList
from icluster.labels._registers import LabelRegister as LabelRegister
from icluster.labels._schemes import LabelEdition, Requirement
from icluster.labels._schemes import LabelScheme as LabelScheme
from icluster.labels._terms import LabelTier as LabelTier
from icluster.labels._terms import Prerequisite, Term, ValidityConvention

__all__ = [
    "Application",
    "ApplicationReason",
    "AwardBasis",
    "CountRange",
    "Grant",
    "LabelEdition",
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
