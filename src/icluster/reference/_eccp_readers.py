"""How the facts of the ECCP's assessment of 2022 are read off policies.

One function a fact. Evaluations and instruments listed for a policy are all
there are; only a field that is itself unknown leaves a fact unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from icluster.dates import PartialDate, Turn, age_bands, day_over
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
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from icluster.editions import Case, Reading
    from icluster.sources import Citation

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

_BANDS = ("within_2_years", "over_2_to_10_years", "over_10_years")
_BOUNDARIES = (2, 10)

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


def _evaluations(policy: Policy, matching: Callable[[Evaluation], bool]) -> Answer:
    cited = citations_of(policy, "evaluations")
    if policy.evaluations is Missing.UNKNOWN:
        return None, cited
    listed = () if isinstance(policy.evaluations, Missing) else policy.evaluations
    return any(map(matching, listed)), cited


def _is_its_own(evaluation: Evaluation | Monitoring) -> bool:
    return evaluation.subject is Subject.THIS_POLICY


def _is_foreign(evaluation: Evaluation, case: Case) -> bool:
    counts = case.reading["foreign_evaluation"] == "counts"
    return counts and evaluation.subject is Subject.OTHER_COUNTRIES


def ex_ante_evaluation(case: Case) -> ReadFact:
    """Read whether there is an ex-ante evaluation of a policy in force."""

    def matching(evaluation: Evaluation) -> bool:
        early = evaluation.stage is EvaluationStage.EX_ANTE and _is_its_own(evaluation)
        return early or _is_foreign(evaluation, case)

    return _any(_evaluations(policy, matching) for policy in case.policies)


def interim_evaluation(case: Case) -> ReadFact:
    """Read whether there is an interim evaluation of a policy in force."""

    def matching(evaluation: Evaluation) -> bool:
        return evaluation.stage is EvaluationStage.INTERIM and _is_its_own(evaluation)

    return _any(_evaluations(policy, matching) for policy in case.policies)


def ex_post_evaluation(case: Case) -> ReadFact:
    """Read whether there is an ex-post evaluation, or any of a past policy."""

    def of_current(evaluation: Evaluation) -> bool:
        late = evaluation.stage is EvaluationStage.EX_POST and _is_its_own(evaluation)
        return late or evaluation.subject is Subject.PAST_POLICY

    def of_past(evaluation: Evaluation) -> bool:
        return (
            _is_its_own(evaluation)
            or of_current(evaluation)
            or _is_foreign(evaluation, case)
        )

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
    return any(
        _is_its_own(each) or (general and each.subject is Subject.PROGRAMMES_IN_GENERAL)
        for each in listed
    ), cited


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


def established(case: Case) -> ReadFact:
    """Read how long ago the unbroken run of targeted policies began.

    A targeted policy that ended goes on in its successor, unless a gap between
    them is certain. Without a targeted policy in force nothing is said.
    """
    run = [policy for policy in case.policies if policy.is_targeted]
    if not run:
        return ReadFact(_BANDS)
    starts = [_start(policy, case.reading) for policy in run]
    past = [policy for policy in case.past if policy.is_targeted]
    while joined := [policy for policy in past if _goes_on(policy, starts)]:
        run += joined
        starts += [_start(policy, case.reading) for policy in joined]
        past = [policy for policy in past if policy not in joined]
    cited = (
        citation for policy in run for citation in _start_cited(policy, case.reading)
    )
    return _aged(starts, case.on, dict.fromkeys(cited))


def _start_field(policy: Policy, reading: Reading) -> str:
    documented = isinstance(policy.history.practised_since, PartialDate)
    practice = documented and reading["policy_start"] == "practice"
    return "practised_since" if practice else "begins"


def _start(policy: Policy, reading: Reading) -> PartialDate | None:
    start = getattr(policy.history, _start_field(policy, reading))
    return start if isinstance(start, PartialDate) else None


def _start_cited(policy: Policy, reading: Reading) -> tuple[Citation, ...]:
    return citations_of(policy, f"history.{_start_field(policy, reading)}")


def _goes_on(policy: Policy, starts: list[PartialDate | None]) -> bool:
    """Tell whether no gap is certain between the end of a policy and a run.

    An unknown start joins nothing: it may lie any time back as it is.
    """
    known = [start.first_day for start in starts if start is not None]
    ends = policy.history.ends
    if not known or not isinstance(ends, PartialDate):
        return False
    return day_over(ends.last_day, 0) >= min(known)


def _aged(
    starts: list[PartialDate | None], on: date, cited: Iterable[Citation]
) -> ReadFact:
    """Tell the age of a run from the starts of its policies, of which some are open."""
    known = [start for start in starts if start is not None]
    open_ended = len(known) < len(starts)
    first = None if open_ended else min(start.first_day for start in known)
    last = min((start.last_day for start in known), default=on)
    last = min(last, on)
    bands = age_bands(first, last, on=on, boundaries=_BOUNDARIES)
    turns = () if first is None else _turns(first, last, bands[0])
    return ReadFact((_BANDS[band] for band in bands), cited, turns)


def _turns(first: date, last: date, band: int) -> Iterator[tuple[str, Turn]]:
    for years, value in zip(_BOUNDARIES[band:], _BANDS[band + 1 :], strict=True):
        yield value, Turn(day_over(first, years), day_over(last, years))
