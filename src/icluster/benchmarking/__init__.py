"""Benchmarking: check the answers, place a cluster among its peers, recommend.

A position says where a cluster stands among others, by quarters, with the size of
the group. Benchmarking is neither a ranking nor a rating, and no group below a
minimum gives a position.
"""

from __future__ import annotations

from icluster.benchmarking._changes import Change, Changes, Trend, changes
from icluster.benchmarking._judged import Derived, ReadRecord
from icluster.benchmarking._measuring import LeftOut
from icluster.benchmarking._peers import (
    PeerGroup,
    choose,
    latest,
    same_country,
    same_portfolio,
)
from icluster.benchmarking._places import IndicatorPosition, PartPosition
from icluster.benchmarking._position import Position, position
from icluster.benchmarking._quality import QualityDecision, quality
from icluster.benchmarking._ranks import QuantileMethod, Rank
from icluster.benchmarking._reading import read_record
from icluster.benchmarking._recommending import Gain, Recommendation, recommend
from icluster.benchmarking._report import BenchmarkReport, report
from icluster.benchmarking._review import AreaReview, Mismatch, Review, review

__all__ = [
    "AreaReview",
    "BenchmarkReport",
    "Change",
    "Changes",
    "Derived",
    "Gain",
    "IndicatorPosition",
    "LeftOut",
    "Mismatch",
    "PartPosition",
    "PeerGroup",
    "Position",
    "QualityDecision",
    "QuantileMethod",
    "Rank",
    "ReadRecord",
    "Recommendation",
    "Review",
    "Trend",
    "changes",
    "choose",
    "latest",
    "position",
    "quality",
    "read_record",
    "recommend",
    "report",
    "review",
    "same_country",
    "same_portfolio",
]


def __dir__() -> list[str]:
    return __all__
