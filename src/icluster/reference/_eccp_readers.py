"""How the facts of the ECCP's assessment of 2022 are read off policies.

One function a fact. Evaluations and instruments listed for a policy are all
there are; only a field that is itself unknown leaves a fact unknown.
"""

from __future__ import annotations

from collections.abc import Callable

from icluster.dates import PartialDate
from icluster.editions import Case, Reading, all_of, cited, listed, unbroken
from icluster.policies import (
    Evaluation,
    EvaluationStage,
    Instrument,
    Monitoring,
    MonitoringMeans,
    Policy,
    PolicyType,
    Status,
    Subject,
)
from icluster.provenance import ReadFact
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other

__all__ = [
    "broad_policy",
    "broader_financial",
    "broader_technical",
    "dedicated_financial",
    "dedicated_technical",
    "established",
    "ex_ante_evaluation",
    "ex_post_evaluation",
    "interim_evaluation",
    "monitoring",
    "sectoral_policy",
    "set_aside",
    "targeted_policy",
]


def set_aside(policy: Policy, reading: Reading) -> str:
    """Say why a policy is not counted; empty where it is."""
    regional = policy.type is PolicyType.REGIONAL_CLUSTER or policy.region is not None
    if regional and reading["regional_policy"] == "ignored":
        return "a regional cluster policy is not counted"
    return ""


def _is_type(*types: PolicyType) -> Callable[[Policy], Verdict]:
    """Tell whether a policy is of a type; what the scale does not list may be any."""

    def tell(policy: Policy) -> Verdict:
        if not isinstance(policy.type, PolicyType):
            return Verdict.OPEN
        return Verdict.of(policy.type in types)

    return tell


_is_targeted = _is_type(PolicyType.NATIONAL_CLUSTER, PolicyType.REGIONAL_CLUSTER)


def targeted_policy(case: Case[Policy]) -> ReadFact:
    """Read whether a targeted cluster policy is in force."""
    return case.any_of(_is_targeted, "type")


def broad_policy(case: Case[Policy]) -> ReadFact:
    """Read whether a broader policy is in force."""
    return case.any_of(_is_type(PolicyType.BROAD), "type")


def sectoral_policy(case: Case[Policy]) -> ReadFact:
    """Read whether a sectoral policy is in force; an industrial one may be one."""
    industrial_counts = case.reading["industrial_policy"] == "sectoral"

    def tell(policy: Policy) -> ReadFact:
        if policy.type is PolicyType.BROAD and industrial_counts:
            unknown = policy.industrial is Missing.UNKNOWN
            verdict = Verdict.OPEN if unknown else Verdict.of(policy.industrial is True)
            return cited(verdict, policy, "industrial")
        return cited(_is_type(PolicyType.SECTORAL)(policy), policy, "type")

    return case.any_of(tell)


def established(case: Case[Policy]) -> ReadFact:
    """Read how long ago the unbroken run of targeted policies began."""
    practice_counts = case.reading["policy_start"] == "practice"

    def starts(policy: Policy) -> str:
        documented = isinstance(policy.history.practised_since, PartialDate)
        practice = documented and practice_counts
        return "history.practised_since" if practice else "history.begins"

    return unbroken(case, belongs=_is_targeted, starts=starts)


def _is_about(evaluation: Evaluation | Monitoring, subject: Subject) -> Verdict:
    return Verdict.of(evaluation.subject is subject)


def _is_its_own(evaluation: Evaluation | Monitoring) -> Verdict:
    """Tell whether it is about the policy; what no vocabulary lists may be."""
    if isinstance(evaluation.subject, Other):
        return Verdict.OPEN
    return _is_about(evaluation, Subject.THIS_POLICY)


def _at_stage(evaluation: Evaluation, stage: EvaluationStage) -> Verdict:
    # What no vocabulary lists may be of any stage.
    unlisted = isinstance(evaluation.stage, Other)
    staged = Verdict.OPEN if unlisted else Verdict.of(evaluation.stage is stage)
    return staged & _is_its_own(evaluation)


def _evaluated(
    matching: Callable[[Evaluation], Verdict],
) -> Callable[[Policy], Verdict]:
    return lambda policy: listed(policy.evaluations, matching)


def _is_foreign(case: Case[Policy]) -> Callable[[Evaluation], Verdict]:
    counts = Verdict.of(case.reading["foreign_evaluation"] == "counts")
    return lambda evaluation: counts & _is_about(evaluation, Subject.OTHER_COUNTRIES)


def ex_ante_evaluation(case: Case[Policy]) -> ReadFact:
    """Read whether there is an ex-ante evaluation of a policy in force."""
    is_foreign = _is_foreign(case)

    def matching(evaluation: Evaluation) -> Verdict:
        return _at_stage(evaluation, EvaluationStage.EX_ANTE) | is_foreign(evaluation)

    return case.any_of(_evaluated(matching), "evaluations")


def interim_evaluation(case: Case[Policy]) -> ReadFact:
    """Read whether there is an interim evaluation of a policy in force."""

    def matching(evaluation: Evaluation) -> Verdict:
        return _at_stage(evaluation, EvaluationStage.INTERIM)

    return case.any_of(_evaluated(matching), "evaluations")


def ex_post_evaluation(case: Case[Policy]) -> ReadFact:
    """Read whether there is an ex-post evaluation, or any of a past policy."""
    is_foreign = _is_foreign(case)

    def of_current(evaluation: Evaluation) -> Verdict:
        late = _at_stage(evaluation, EvaluationStage.EX_POST)
        return late | _is_about(evaluation, Subject.PAST_POLICY)

    def of_past(evaluation: Evaluation) -> Verdict:
        past = _is_about(evaluation, Subject.PAST_POLICY)
        return _is_its_own(evaluation) | past | is_foreign(evaluation)

    return case.any_of(_evaluated(of_current), "evaluations", past=_evaluated(of_past))


def monitoring(case: Case[Policy]) -> ReadFact:
    """Read whether a policy in force is monitored."""
    general = Verdict.of(case.reading["programme_monitoring"] == "counts")
    by_law = Verdict.of(case.reading["legal_monitoring"] == "counts")

    def matching(observed: Monitoring) -> Verdict:
        legal = Verdict.of(observed.means is MonitoringMeans.LEGAL_TARGETS)
        in_general = _is_about(observed, Subject.PROGRAMMES_IN_GENERAL)
        return (by_law | ~legal) & (general & in_general | _is_its_own(observed))

    def tell(policy: Policy) -> Verdict:
        return listed(policy.monitoring, matching)

    return case.any_of(tell, "monitoring")


def _support(case: Case[Policy], name: str, *, targeted: bool) -> ReadFact:
    announced = Verdict.of(case.reading["announced_support"] == "counts")

    def matching(instrument: Instrument) -> Verdict:
        if isinstance(instrument.status, Other):
            return Verdict.OPEN
        if instrument.status is Status.ANNOUNCED:
            return announced
        return Verdict.of(instrument.status is not Status.ENDED)

    def tell(policy: Policy) -> ReadFact:
        of_kind = _is_targeted(policy) if targeted else ~_is_targeted(policy)
        brings = listed(getattr(policy, name), matching)
        if of_kind is Verdict.NO:
            return cited(of_kind, policy, "type")
        return all_of([of_kind, cited(brings, policy, name)])

    return case.any_of(tell)


def dedicated_financial(case: Case[Policy]) -> ReadFact:
    """Read whether a targeted policy brings financial support."""
    return _support(case, "financial", targeted=True)


def dedicated_technical(case: Case[Policy]) -> ReadFact:
    """Read whether a targeted policy brings technical support."""
    return _support(case, "technical", targeted=True)


def broader_financial(case: Case[Policy]) -> ReadFact:
    """Read whether another policy brings financial support."""
    return _support(case, "financial", targeted=False)


def broader_technical(case: Case[Policy]) -> ReadFact:
    """Read whether another policy brings technical support."""
    return _support(case, "technical", targeted=False)
