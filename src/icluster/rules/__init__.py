"""Rules that say what is wrong, doubtful or stale in data of the domain.

`check` walks any noun, or a collection of nouns, and runs every rule over the
parts it is about. A rule is a function with a code and a docstring that is its
page in the manual; what it finds are values. Nothing is registered: pass your
own rules beside `ALL`.
"""

from __future__ import annotations

from icluster.rules._catalogue import (
    ALL,
    RETIRED,
    RULE_RAISED,
    Explanation,
    catalogue,
    explain,
    manual,
)
from icluster.rules._check import check
from icluster.rules._findings import Finding, IdleWaiver, NotChecked, Severity, Waiver
from icluster.rules._report import Report, Waived
from icluster.rules._rule import Rule, RuleFunction, error, note, warning
from icluster.rules._statements import Said, Statement, Unchecked, needs, say
from icluster.rules._walk import Gathered, Placed, gather, walk

__all__ = [
    "ALL",
    "Explanation",
    "Finding",
    "Gathered",
    "IdleWaiver",
    "NotChecked",
    "Placed",
    "RETIRED",
    "RULE_RAISED",
    "Report",
    "Rule",
    "RuleFunction",
    "Said",
    "Severity",
    "Statement",
    "Unchecked",
    "Waived",
    "Waiver",
    "catalogue",
    "check",
    "error",
    "explain",
    "gather",
    "manual",
    "needs",
    "note",
    "say",
    "walk",
    "warning",
]


def __dir__() -> list[str]:
    return __all__
