"""Scores from facts: exact, explained, and open where the facts are.

`policy_facts` reads facts off recorded policies, `score` gives every level and
total they allow; `compare`, `next_steps`, `readings`, `rank` and `audit` answer
the questions that follow.
"""

from __future__ import annotations

from icluster.scoring.auditing import (
    Audit,
    FactEffect,
    Hole,
    Overlap,
    Trend,
    audit,
)
from icluster.scoring.changes import (
    Changes,
    CriterionChange,
    FactChange,
    Movement,
    ScoreChange,
    difference,
    movements,
)
from icluster.scoring.comparison import (
    Agreement,
    ComparedCriterion,
    Comparison,
    compare,
)
from icluster.scoring.interpretation import Readings, ReadingScore, readings
from icluster.scoring.leading import Lead, Leads, leads
from icluster.scoring.over_time import Course, OverTime, over_time
from icluster.scoring.ranking import RankedScore, Ranking, rank
from icluster.scoring.reading import policy_facts
from icluster.scoring.scenarios import Ordering, Scenario, Scenarios
from icluster.scoring.scores import CriterionScore, Reason, Score, score
from icluster.scoring.sensitivity import (
    by_day,
    by_reading,
    leaving_out,
    share_ahead,
)
from icluster.scoring.steps import Change, NextSteps, Step, Wait, next_steps

__all__ = [
    "Agreement",
    "Audit",
    "Change",
    "Changes",
    "ComparedCriterion",
    "Comparison",
    "Course",
    "CriterionChange",
    "CriterionScore",
    "FactChange",
    "FactEffect",
    "Hole",
    "Lead",
    "Leads",
    "Movement",
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
    "Step",
    "Trend",
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
    "policy_facts",
    "rank",
    "readings",
    "score",
    "share_ahead",
]


def __dir__() -> list[str]:
    return __all__
