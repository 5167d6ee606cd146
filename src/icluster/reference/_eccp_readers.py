"""How the facts of the ECCP's assessment of 2022 are read off policies.

One function a fact. Evaluations and instruments listed for a policy are all
there are; only a field that is itself unknown leaves a fact unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from icluster.editions import ReadFact
from icluster.policies import (
    Evaluation,
    EvaluationStage,
    Instrument,
    InstrumentStatus,
    Monitoring,
    Policy,
    PolicyType,
    Subject,
)
from icluster.sources import citations_of
from icluster.vocabularies import Missing, Other

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icluster.editions import Case, Reading
    from icluster.sources import Citation

__all__ = [
    "broad_policy",
    "broader_financial",
    "broader_technical",
    "dedicated_financial",
    "dedicated_technical",
    "ex_ante_evaluation",
    "ex_post_evaluation",
    "interim_evaluation",
    "monitoring",
    "sectoral_policy",
    "set_aside",
    "targeted_policy",
]

Answer = tuple[bool | None, tuple["Citation", ...]]
"""What one policy says of a fact, None where unknown, and where."""


def set_aside(policy: Policy, reading: Reading) -> str:
    """Say why a policy is not counted; empty where it is."""
    regional = policy.type is PolicyType.REGIONAL_CLUSTER or policy.region is not None
    if regional and reading["regional_policy"] == "ignored":
        return "a regional cluster policy is not counted"
    return ""


def _any(answers: Iterable[Answer]) -> ReadFact:
    """Join what policies say: true where one says so, else unknown before false."""
    given = tuple(answers)
    said = {answer for answer, _ in given}
    if True in said:
        values, telling = {True}, True
    elif None in said:
        values, telling = {False, True}, None
    else:
        values, telling = {False}, False
    found = (cited for answer, cited in given if answer is telling)
    return ReadFact(values, dict.fromkeys(each for cited in found for each in cited))


def _is_type(policy: Policy, *types: PolicyType) -> bool | None:
    """Tell whether a policy is of a type; what the scale does not list may be any."""
    return policy.type in types if isinstance(policy.type, PolicyType) else None


def _types(case: Case, *types: PolicyType) -> ReadFact:
    return _any(
        (_is_type(policy, *types), citations_of(policy, "type"))
        for policy in case.policies
    )


def targeted_policy(case: Case) -> ReadFact:
    """Read whether a targeted cluster policy is in force."""
    return _types(case, PolicyType.NATIONAL_CLUSTER, PolicyType.REGIONAL_CLUSTER)


def broad_policy(case: Case) -> ReadFact:
    """Read whether a broader policy is in force."""
    return _types(case, PolicyType.BROAD)


def sectoral_policy(case: Case) -> ReadFact:
    """Read whether a sectoral policy is in force; an industrial one may be one."""
    return _any(map(_sectoral, case.policies, [case.reading] * len(case.policies)))


def _sectoral(policy: Policy, reading: Reading) -> Answer:
    if policy.type is PolicyType.BROAD and reading["industrial_policy"] == "sectoral":
        cited = citations_of(policy, "industrial")
        return (
            None if policy.industrial is Missing.UNKNOWN else policy.industrial is True
        ), cited
    return _is_type(policy, PolicyType.SECTORAL), citations_of(policy, "type")


def _one(answers: Iterable[bool | None]) -> bool | None:
    """Tell whether one says yes; if none does, one that is open leaves it open."""
    said = set(answers)
    if True in said:
        return True
    return None if None in said else False


def _evaluations(
    policy: Policy, matching: Callable[[Evaluation], bool | None]
) -> Answer:
    cited = citations_of(policy, "evaluations")
    if policy.evaluations is Missing.UNKNOWN:
        return None, cited
    listed = () if isinstance(policy.evaluations, Missing) else policy.evaluations
    return _one(map(matching, listed)), cited


def _is_its_own(evaluation: Evaluation | Monitoring) -> bool | None:
    """Tell whether it is about the policy; what no vocabulary lists may be."""
    if isinstance(evaluation.subject, Other):
        return None
    return evaluation.subject is Subject.THIS_POLICY


def _at_stage(evaluation: Evaluation, stage: EvaluationStage) -> bool | None:
    return evaluation.stage is stage and _is_its_own(evaluation)


def _is_foreign(evaluation: Evaluation, case: Case) -> bool:
    counts = case.reading["foreign_evaluation"] == "counts"
    return counts and evaluation.subject is Subject.OTHER_COUNTRIES


def ex_ante_evaluation(case: Case) -> ReadFact:
    """Read whether there is an ex-ante evaluation of a policy in force."""

    def matching(evaluation: Evaluation) -> bool | None:
        early = _at_stage(evaluation, EvaluationStage.EX_ANTE)
        return _one((early, _is_foreign(evaluation, case)))

    return _any(_evaluations(policy, matching) for policy in case.policies)


def interim_evaluation(case: Case) -> ReadFact:
    """Read whether there is an interim evaluation of a policy in force."""

    def matching(evaluation: Evaluation) -> bool | None:
        return _at_stage(evaluation, EvaluationStage.INTERIM)

    return _any(_evaluations(policy, matching) for policy in case.policies)


def ex_post_evaluation(case: Case) -> ReadFact:
    """Read whether there is an ex-post evaluation, or any of a past policy."""

    def of_current(evaluation: Evaluation) -> bool | None:
        late = _at_stage(evaluation, EvaluationStage.EX_POST)
        return _one((late, evaluation.subject is Subject.PAST_POLICY))

    def of_past(evaluation: Evaluation) -> bool | None:
        past = evaluation.subject is Subject.PAST_POLICY
        return _one((_is_its_own(evaluation), past, _is_foreign(evaluation, case)))

    return _any(
        [
            *(_evaluations(policy, of_current) for policy in case.policies),
            *(_evaluations(policy, of_past) for policy in case.past),
        ]
    )


def monitoring(case: Case) -> ReadFact:
    """Read whether a policy in force is monitored."""
    general = case.reading["programme_monitoring"] == "counts"
    return _any(_monitored(policy, general=general) for policy in case.policies)


def _monitored(policy: Policy, *, general: bool) -> Answer:
    cited = citations_of(policy, "monitoring")
    if policy.monitoring is Missing.UNKNOWN:
        return None, cited
    listed = () if isinstance(policy.monitoring, Missing) else policy.monitoring
    in_general = any(each.subject is Subject.PROGRAMMES_IN_GENERAL for each in listed)
    return _one((general and in_general, *map(_is_its_own, listed))), cited


def _support(case: Case, name: str, *, targeted: bool) -> ReadFact:
    announced = case.reading["announced_support"] == "counts"
    return _any(
        _supported(policy, name, announced=announced)
        if isinstance(policy.type, PolicyType)
        else _perhaps(_supported(policy, name, announced=announced))
        for policy in case.policies
        if policy.is_targeted == targeted or not isinstance(policy.type, PolicyType)
    )


def _perhaps(answer: Answer) -> Answer:
    """Leave open what a policy brings whose type the scale does not list."""
    said, cited = answer
    return None if said else said, cited


def _supported(policy: Policy, name: str, *, announced: bool) -> Answer:
    cited = citations_of(policy, name)
    listed: tuple[Instrument, ...] | Missing = getattr(policy, name)
    if listed is Missing.UNKNOWN:
        return None, cited
    instruments = () if isinstance(listed, Missing) else listed
    return any(
        announced or each.status is not InstrumentStatus.ANNOUNCED
        for each in instruments
    ), cited


def dedicated_financial(case: Case) -> ReadFact:
    """Read whether a targeted policy brings financial support."""
    return _support(case, "financial", targeted=True)


def dedicated_technical(case: Case) -> ReadFact:
    """Read whether a targeted policy brings technical support."""
    return _support(case, "technical", targeted=True)


def broader_financial(case: Case) -> ReadFact:
    """Read whether another policy brings financial support."""
    return _support(case, "financial", targeted=False)


def broader_technical(case: Case) -> ReadFact:
    """Read whether another policy brings technical support."""
    return _support(case, "technical", targeted=False)
