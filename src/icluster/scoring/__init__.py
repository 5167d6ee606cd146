"""Scores from facts: exact, explained, and open where the facts are.

`read_facts` reads facts off recorded policies, `score` gives every level and
total they allow; `compare`, `next_steps`, `readings`, `rank` and `audit` answer
the questions that follow.
"""

from __future__ import annotations

from icluster.scoring._audit import (
    Audit,
    EditionAudit,
    FactEffect,
    Hole,
    Overlap,
    Slope,
    audit,
)
from icluster.scoring._changes import (
    CriterionChange,
    FactChange,
    Movement,
    Movements,
    ScoreChange,
    difference,
    movements,
)
from icluster.scoring._compare import Agreement, ComparedCriterion, Comparison, compare
from icluster.scoring._criterion_scores import CriterionScore
from icluster.scoring._facts import read_facts
from icluster.scoring._leads import Lead, Leads, Standing, leads
from icluster.scoring._orderings import Ordering, Scenario, Scenarios, share_ahead
from icluster.scoring._over_time import Course, OverTime, over_time
from icluster.scoring._rank import RankedScore, Ranking, rank
from icluster.scoring._readings import Readings, ReadingScore, readings
from icluster.scoring._reasons import Reason
from icluster.scoring._scenarios import by_day, by_reading, leaving_out
from icluster.scoring._scores import Score, score
from icluster.scoring._steps import Act, NextSteps, Step, Wait, next_steps

__all__ = [
    "Act",
    "Agreement",
    "Audit",
    "ComparedCriterion",
    "Comparison",
    "Course",
    "CriterionChange",
    "CriterionScore",
    "EditionAudit",
    "FactChange",
    "FactEffect",
    "Hole",
    "Lead",
    "Leads",
    "Movement",
    "Movements",
    "NextSteps",
    "Ordering",
    "OverTime",
    "Overlap",
    "RankedScore",
    "Ranking",
    "ReadingScore",
    "Readings",
    "Reason",
    "Scenario",
    "Scenarios",
    "Score",
    "ScoreChange",
    "Slope",
    "Standing",
    "Step",
    "Wait",
    "audit",
    "by_day",
    "by_reading",
    "compare",
    "difference",
    "leads",
    "leaving_out",
    "movements",
    "next_steps",
    "over_time",
    "rank",
    "read_facts",
    "readings",
    "score",
    "share_ahead",
]


def __dir__() -> list[str]:
    return __all__
