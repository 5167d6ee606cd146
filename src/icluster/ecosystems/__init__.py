"""Ecosystems: who takes part, who is a member, who pays, who benefits, and when.

The relations are kept apart, each with its dates and citations. What they add
up to on a day is asked through pure functions; every answer keeps apart what is
sure and what is only possible.
"""

from __future__ import annotations

from icluster.ecosystems._admission import (
    AdmissionDecision,
    AdmissionReason,
    AdmissionTest,
    admission,
)
from icluster.ecosystems._ecosystem import AdmissionRule, Relation, RelationKind
from icluster.ecosystems._ecosystem import Ecosystem as Ecosystem
from icluster.ecosystems._presence import (
    EndedActor,
    HelixCoverage,
    OnDay,
    beneficiaries,
    funders,
    helix_coverage,
    isolated,
    linked_to,
    may_have_ended,
    members,
    participants,
)
from icluster.ecosystems._relations import (
    Action,
    BeneficiaryGroup,
    LinkageKind,
    ParticipationRole,
    StrategicObjective,
    Unnamed,
    WorkingGroup,
)
from icluster.ecosystems._relations import Contribution as Contribution
from icluster.ecosystems._relations import Linkage as Linkage
from icluster.ecosystems._relations import Membership as Membership
from icluster.ecosystems._relations import Participation as Participation

__all__ = [
    "Action",
    "AdmissionDecision",
    "AdmissionReason",
    "AdmissionRule",
    "AdmissionTest",
    "BeneficiaryGroup",
    "EndedActor",
    "HelixCoverage",
    "LinkageKind",
    "OnDay",
    "ParticipationRole",
    "Relation",
    "RelationKind",
    "StrategicObjective",
    "Unnamed",
    "WorkingGroup",
    "admission",
    "beneficiaries",
    "funders",
    "helix_coverage",
    "isolated",
    "linked_to",
    "may_have_ended",
    "members",
    "participants",
]


def __dir__() -> list[str]:
    return __all__
