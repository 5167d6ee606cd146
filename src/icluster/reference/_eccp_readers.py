"""How the facts of the ECCP's assessment of 2022 are read off policies.

One function a fact. Evaluations and instruments listed for a policy are all
there are; only a field that is itself unknown leaves a fact unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeAlias

from icluster.editions import Case, ReadFact, Reading
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
from icluster.sources import Citation, citations_of
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other

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

Answer: TypeAlias = tuple[Verdict, tuple[Citation, ...]]
"""What one policy says of a fact, and where."""


def set_aside(policy: Policy, reading: Reading) -> str:
    """Say why a policy is not counted; empty where it is."""
    regional = policy.type is PolicyType.REGIONAL_CLUSTER or policy.region is not None
    if regional and reading["regional_policy"] == "ignored":
        return "a regional cluster policy is not counted"
    return ""


def _any(answers: Iterable[Answer]) -> ReadFact:
    """Join what policies say: one that says yes is enough, and is cited alone."""
    by_policy = tuple(answers)
    verdict = Verdict.any_of(answer for answer, _ in by_policy)
    telling = (read_in for answer, read_in in by_policy if answer is verdict)
    return ReadFact(verdict.possible, dict.fromkeys(chain.from_iterable(telling)))


def _is_type(policy: Policy, *types: PolicyType) -> Verdict:
    """Tell whether a policy is of a type; what the scale does not list may be any."""
    if not isinstance(policy.type, PolicyType):
        return Verdict.OPEN
    return Verdict.of(policy.type in types)


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
    return _any(_sectoral(policy, case.reading) for policy in case.policies)


def _sectoral(policy: Policy, reading: Reading) -> Answer:
    if policy.type is PolicyType.BROAD and reading["industrial_policy"] == "sectoral":
        unknown = policy.industrial is Missing.UNKNOWN
        verdict = Verdict.OPEN if unknown else Verdict.of(policy.industrial is True)
        return verdict, citations_of(policy, "industrial")
    return _is_type(policy, PolicyType.SECTORAL), citations_of(policy, "type")


def _listed(policy: Policy, name: str, matching: Callable[[Any], Verdict]) -> Answer:
    """Tell whether one of what a field lists matches; what it lists is all there is."""
    listed: tuple[Any, ...] | Missing = getattr(policy, name)
    read_in = citations_of(policy, name)
    if listed is Missing.UNKNOWN:
        return Verdict.OPEN, read_in
    several = () if isinstance(listed, Missing) else listed
    return Verdict.any_of(map(matching, several)), read_in


def _evaluations(
    policies: tuple[Policy, ...], matching: Callable[[Evaluation], Verdict]
) -> Iterator[Answer]:
    for policy in policies:
        yield _listed(policy, "evaluations", matching)


def _is_about(evaluation: Evaluation | Monitoring, subject: Subject) -> Verdict:
    return Verdict.of(evaluation.subject is subject)


def _is_its_own(evaluation: Evaluation | Monitoring) -> Verdict:
    """Tell whether it is about the policy; what no vocabulary lists may be."""
    if isinstance(evaluation.subject, Other):
        return Verdict.OPEN
    return _is_about(evaluation, Subject.THIS_POLICY)


def _at_stage(evaluation: Evaluation, stage: EvaluationStage) -> Verdict:
    return Verdict.of(evaluation.stage is stage) & _is_its_own(evaluation)


def _is_foreign(evaluation: Evaluation, case: Case) -> Verdict:
    counts = Verdict.of(case.reading["foreign_evaluation"] == "counts")
    return counts & _is_about(evaluation, Subject.OTHER_COUNTRIES)


def ex_ante_evaluation(case: Case) -> ReadFact:
    """Read whether there is an ex-ante evaluation of a policy in force."""

    def matching(evaluation: Evaluation) -> Verdict:
        early = _at_stage(evaluation, EvaluationStage.EX_ANTE)
        return early | _is_foreign(evaluation, case)

    return _any(_evaluations(case.policies, matching))


def interim_evaluation(case: Case) -> ReadFact:
    """Read whether there is an interim evaluation of a policy in force."""

    def matching(evaluation: Evaluation) -> Verdict:
        return _at_stage(evaluation, EvaluationStage.INTERIM)

    return _any(_evaluations(case.policies, matching))


def ex_post_evaluation(case: Case) -> ReadFact:
    """Read whether there is an ex-post evaluation, or any of a past policy."""

    def of_current(evaluation: Evaluation) -> Verdict:
        late = _at_stage(evaluation, EvaluationStage.EX_POST)
        return late | _is_about(evaluation, Subject.PAST_POLICY)

    def of_past(evaluation: Evaluation) -> Verdict:
        past = _is_about(evaluation, Subject.PAST_POLICY)
        return _is_its_own(evaluation) | past | _is_foreign(evaluation, case)

    answers = (
        _evaluations(case.policies, of_current),
        _evaluations(case.past, of_past),
    )
    return _any(chain.from_iterable(answers))


def monitoring(case: Case) -> ReadFact:
    """Read whether a policy in force is monitored."""
    general = Verdict.of(case.reading["programme_monitoring"] == "counts")

    def matching(observed: Monitoring) -> Verdict:
        in_general = _is_about(observed, Subject.PROGRAMMES_IN_GENERAL)
        return general & in_general | _is_its_own(observed)

    return _any(_listed(policy, "monitoring", matching) for policy in case.policies)


def _support(case: Case, name: str, *, targeted: bool) -> ReadFact:
    announced = Verdict.of(case.reading["announced_support"] == "counts")

    def matching(instrument: Instrument) -> Verdict:
        specified = instrument.status is not InstrumentStatus.ANNOUNCED
        return announced | Verdict.of(specified)

    def answers() -> Iterator[Answer]:
        for policy in case.policies:
            brings, read_in = _listed(policy, name, matching)
            # A policy whose type the scale does not list may be of either kind.
            if not isinstance(policy.type, PolicyType):
                yield brings & Verdict.OPEN, read_in
            elif policy.is_targeted == targeted:
                yield brings, read_in

    return _any(answers())


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
