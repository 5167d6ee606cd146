"""Whether an applicant may join, and for which reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from icluster._fields import check_day, check_type, to_tuple
from icluster.clusters import Cluster, ClusterInitiative
from icluster.ecosystems._ecosystem import AdmissionRule, Ecosystem
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.organizations import Organization
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other, Vocabulary, listed
from icluster.words import Key, Sentence, Worded, folded, in_a_row, say

__all__ = ["AdmissionDecision", "AdmissionReason", "AdmissionTest", "admission"]


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
    NOT_YET_MEMBER = "not_yet_member", "is no member yet"
    TAKES_PART = "takes_part", "takes part in achieving"
    RULE_SETTLES = "rule_settles", "the rule settles it"


@frozen
class AdmissionReason(Worded):
    """One test, its verdict, and the objective it was about, if any.

    Example:
        >>> str(AdmissionReason(AdmissionTest.TAKES_PART, Verdict.NO, "policy"))
        'takes part in achieving policy: no'
    """

    test: AdmissionTest
    verdict: Verdict
    objective: str | None = None

    def said(self) -> Sentence:
        """Return the reason as a sentence, to be put into a language.

        Example:
            >>> reason = AdmissionReason(AdmissionTest.GOES_ON, Verdict.YES)
            >>> reason.said().text()
            'goes on: yes'
        """
        if self.objective is None:
            return say("{}: {}", self.test, self.verdict)
        return say("{} {}: {}", self.test, self.objective, self.verdict)


def _to_reasons(reasons: Iterable[AdmissionReason]) -> tuple[AdmissionReason, ...]:
    return to_tuple(reasons)


@frozen
class AdmissionDecision(Worded):
    """Whether an applicant may join, with every reason, those for it included.

    Example:
        >>> AdmissionDecision(Verdict.OPEN, ()).verdict.title
        'open'
    """

    verdict: Verdict
    reasons: tuple[AdmissionReason, ...] = field(converter=_to_reasons)

    def said(self) -> Sentence:
        """Return the decision and its reasons as a sentence.

        Example:
            >>> reason = AdmissionReason(AdmissionTest.IS_ORGANIZATION, Verdict.NO)
            >>> AdmissionDecision(Verdict.NO, [reason]).said().text()
            'no: is an organization: no'
        """
        reasons = in_a_row(self.reasons, "; ")
        return say("{}: {}", self.verdict, reasons)


def admission(
    ecosystem: Ecosystem,
    applicant: Applicant,
    *,
    on: date,
    takes_part: Mapping[str, bool | Missing],
) -> AdmissionDecision:
    """Tell whether *applicant* may join the ecosystem on a day, and why.

    An applicant must be an organization, exist on the day, be no member yet, and take
    part in the strategic objectives. One whose founding is unknown may not exist yet;
    one without a recorded end is taken to go on. One that is on record, by its key or
    else by its name, may be a member already where its membership is not dated, or the
    list of members not complete. Where the rule leaves open whether one objective is
    enough, or all are needed, so does the answer unless both agree.

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
    # Unlike a body on record, an applicant of unknown founding may not exist yet.
    existence = (
        AdmissionReason(AdmissionTest.IS_ORGANIZATION, Verdict.YES),
        AdmissionReason(AdmissionTest.HAS_BEGUN, applicant.has_begun(on=on)),
        AdmissionReason(AdmissionTest.GOES_ON, ~applicant.has_ended(on=on)),
        AdmissionReason(
            AdmissionTest.NOT_YET_MEMBER, ~_is_member(ecosystem, applicant, on)
        ),
    )
    merit = _merit(ecosystem.admission_rule, answers.values())
    objectives = (
        AdmissionReason(AdmissionTest.TAKES_PART, verdict, key)
        for key, verdict in answers.items()
    )
    is_settled = Verdict.OPEN if merit is Verdict.OPEN else Verdict.YES
    settled = AdmissionReason(AdmissionTest.RULE_SETTLES, is_settled)
    return AdmissionDecision(
        merit & Verdict.all_of(reason.verdict for reason in existence),
        (*existence, *objectives, settled),
    )


def _is_member(ecosystem: Ecosystem, applicant: Organization, on: date) -> Verdict:
    """Tell whether an applicant is a member already; who is not on record is none."""
    if applicant.key is not None:
        keys = {applicant.key}
    else:
        name = folded(applicant.name)
        bodies = ecosystem.organizations
        keys = {str(body.key) for body in bodies if name in map(folded, body.names)}
    if keys.isdisjoint(str(body.key) for body in ecosystem.organizations):
        return Verdict.NO
    memberships = listed(ecosystem.memberships)
    is_member = Verdict.any_of(
        ecosystem.holds(record, on=on) for record in memberships if record.party in keys
    )
    is_all = ecosystem.is_complete("memberships")
    return is_member if is_all or is_member is Verdict.YES else Verdict.OPEN


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
        return Verdict.of(answer)
    if isinstance(answer, Missing):
        return Verdict.OPEN
    place = ("takes_part", Key(key))
    raise InvalidValueError(place, "true, false or missing", answer)


def _merit(
    rule: AdmissionRule | Other | Missing, answers: Collection[Verdict]
) -> Verdict:
    """Apply the rule to the answers; without either, nothing is settled."""
    if not isinstance(rule, AdmissionRule) or not answers:
        return Verdict.OPEN
    in_all, in_one = Verdict.all_of(answers), Verdict.any_of(answers)
    if rule is AdmissionRule.ANY_OBJECTIVE:
        return in_one
    if rule is AdmissionRule.EVERY_OBJECTIVE or in_one is in_all:
        return in_all
    # Whether one is enough is not said, and it matters.
    return Verdict.OPEN
