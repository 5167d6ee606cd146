"""Whether an applicant may join, and for which reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from attrs import frozen

from icluster._fields import check_day, check_type
from icluster.clusters import Cluster, ClusterInitiative
from icluster.ecosystems.answers import has_begun, has_ended, weakest
from icluster.ecosystems.ecosystem import AdmissionRule, Ecosystem
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.organizations import Organization
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Vocabulary, listed

__all__ = ["AdmissionDecision", "AdmissionReason", "AdmissionTest", "admission"]


def __dir__() -> list[str]:
    return __all__


Applicant: TypeAlias = "Organization | Cluster | ClusterInitiative"


class AdmissionTest(Vocabulary):
    """What an applicant is asked.

    Example:
        >>> AdmissionTest.IS_ORGANIZATION.title
        'is an organization'
    """

    IS_ORGANIZATION = "is_organization", "is an organization"
    HAS_BEGUN = "has_begun", "has begun"
    GOES_ON = "goes_on", "goes on"
    TAKES_PART = "takes_part", "takes part in achieving"
    RULE_SETTLES = "rule_settles", "the rule settles it"


@frozen
class AdmissionReason:
    """One test, its verdict, and the objective it was about, if any.

    Example:
        >>> str(AdmissionReason(AdmissionTest.TAKES_PART, Verdict.NO, "policy"))
        'takes part in achieving policy: no'
    """

    test: AdmissionTest
    verdict: Verdict
    objective: str | None = None

    def __str__(self) -> str:
        about = "" if self.objective is None else f" {self.objective}"
        return f"{self.test.title}{about}: {self.verdict.title}"


@frozen
class AdmissionDecision:
    """Whether an applicant may join, with every reason, those for it included.

    Example:
        >>> AdmissionDecision(Verdict.OPEN, ()).verdict.title
        'open'
    """

    verdict: Verdict
    reasons: tuple[AdmissionReason, ...]

    def __str__(self) -> str:
        reasons = "; ".join(map(str, self.reasons))
        return f"{self.verdict.title}: {reasons}"


def admission(
    ecosystem: Ecosystem,
    applicant: Applicant,
    *,
    on: date,
    takes_part: Mapping[str, bool | Missing],
) -> AdmissionDecision:
    """Tell whether *applicant* may join the ecosystem on a day, and why.

    An applicant must be an organization, exist on the day, and take part in
    the strategic objectives. One whose founding is unknown may not exist yet;
    one without a recorded end is taken to go on. Where the rule leaves open
    whether one objective is enough, or all are needed, so does the answer
    unless both agree.

    Args:
        ecosystem: What it wants to join, with objectives and admission rule.
        applicant: Who wants to; a cluster or an initiative is told that it is
            no organization.
        takes_part: Whether it takes part, by key of the objective; an
            objective left out is unknown.

    Raises:
        UnknownNameError: An objective is not one of the ecosystem.
        InvalidValueError: An answer is neither true nor false nor unknown, or
            the applicant is none of the three.

    Example:
        >>> from icluster.dates import PartialDate
        >>> from icluster.reference import project
        >>> decision = admission(
        ...     project.ICLUSTER,
        ...     Organization(name="Cluster A", founded=PartialDate(2012)),
        ...     on=date(2015, 6, 1),
        ...     takes_part=dict.fromkeys(
        ...         ("entrepreneurship", "regional_development", "public_policy"), True
        ...     ),
        ... )
        >>> decision.verdict.title, str(decision.reasons[-1])
        ('open', 'the rule settles it: open')
    """
    check_type("ecosystem", ecosystem, Ecosystem)
    check_day("on", on)
    _check_applicant(applicant)
    check_type("takes_part", takes_part, Mapping)
    answers = _answers(ecosystem, takes_part)
    if isinstance(applicant, (Cluster, ClusterInitiative)):
        reason = AdmissionReason(AdmissionTest.IS_ORGANIZATION, Verdict.NO)
        return AdmissionDecision(Verdict.NO, (reason,))
    reasons = (
        AdmissionReason(AdmissionTest.IS_ORGANIZATION, Verdict.YES),
        AdmissionReason(AdmissionTest.HAS_BEGUN, _has_begun(applicant, on)),
        AdmissionReason(AdmissionTest.GOES_ON, _not(has_ended(applicant, on))),
    )
    merit = _merit(ecosystem.admission_rule, tuple(answers.values()))
    verdict = weakest(merit, *(reason.verdict for reason in reasons))
    objectives = tuple(
        AdmissionReason(AdmissionTest.TAKES_PART, answer, key)
        for key, answer in answers.items()
    )
    settled = AdmissionReason(
        AdmissionTest.RULE_SETTLES,
        Verdict.OPEN if merit is Verdict.OPEN else Verdict.YES,
    )
    return AdmissionDecision(verdict, (*reasons, *objectives, settled))


def _check_applicant(applicant: object) -> None:
    if not isinstance(applicant, (Organization, Cluster, ClusterInitiative)):
        expected = "an Organization, a Cluster or a ClusterInitiative"
        raise InvalidValueError("applicant", expected, applicant)


def _answers(
    ecosystem: Ecosystem, takes_part: Mapping[str, bool | Missing]
) -> dict[str, Verdict]:
    keys = tuple(objective.key for objective in listed(ecosystem.objectives))
    for key in takes_part:
        if key not in keys:
            raise UnknownNameError("objective", key, keys)
    return {key: _verdict(key, takes_part.get(key, Missing.UNKNOWN)) for key in keys}


def _verdict(key: str, answer: object) -> Verdict:
    if isinstance(answer, bool):
        return Verdict.YES if answer else Verdict.NO
    if isinstance(answer, Missing):
        return Verdict.OPEN
    raise InvalidValueError(f"takes_part[{key!r}]", "true, false or missing", answer)


def _merit(rule: AdmissionRule | Missing, answers: tuple[Verdict, ...]) -> Verdict:
    """Apply the rule to the answers; without either, nothing is settled."""
    if isinstance(rule, Missing) or not answers:
        return Verdict.OPEN
    every = weakest(*answers)
    some = _not(weakest(*map(_not, answers)))
    if rule is AdmissionRule.ANY_OBJECTIVE:
        return some
    if rule is AdmissionRule.EVERY_OBJECTIVE or some is every:
        return every
    return Verdict.OPEN


def _has_begun(applicant: Organization, on: date) -> Verdict:
    """Tell whether it exists by the day; here an unknown start stays unknown."""
    if isinstance(applicant.founded, Missing):
        return Verdict.OPEN
    return has_begun(applicant, on)


def _not(verdict: Verdict) -> Verdict:
    if verdict is Verdict.OPEN:
        return verdict
    return Verdict.NO if verdict is Verdict.YES else Verdict.YES
