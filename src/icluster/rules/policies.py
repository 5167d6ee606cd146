"""Policies: each held against what it says of itself elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.policies import (
    Beneficiary,
    EuPriority,
    EvaluationStage,
    InstrumentStatus,
    Objective,
    PeriodKind,
    Policy,
    PolicyFocus,
    PolicyLevel,
    PolicyType,
    Subject,
)
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, say
from icluster.sources import Citation, citations_of
from icluster.vocabularies import Missing

__all__ = [
    "evaluation_of_another",
    "ex_post_while_running",
    "industrial_typed_broad",
    "name_years_differ",
    "not_in_force",
    "objective_without_beneficiary",
    "period_against_end",
    "practice_against_start",
    "printed_as_none",
    "priority_without_objective",
    "sectors_against_focus",
    "support_only_announced",
    "type_against_level",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, about=Policy, family="policies", since="26.1")

_YEARS = re.compile(r"\b(\d{4}) ?[-–] ?(\d{4})\b", re.ASCII)
_NOTHING_PRINTED = frozenset({"-", "–", "no data available"})
_ABOUT_CLUSTERS = (
    Objective.CLUSTER_CREATION,
    Objective.CLUSTER_CONSOLIDATION,
    Objective.CLUSTER_NETWORK,
)
# Which objectives bear out a priority is proposed; digitalisation has none.
_BORNE_OUT_BY = (
    (EuPriority.GREEN_ECONOMY, (Objective.SUSTAINABILITY,)),
    (EuPriority.RESILIENCE, (Objective.SUSTAINABILITY, Objective.SUPPLY_CHAINS)),
)


def _cited(policy: Policy, *names: str) -> tuple[tuple[Citation, ...], ...]:
    return tuple(citations_of(policy, name) for name in names)


@_rule("POL001", "type-against-level", Severity.ERROR, sources=("eccp_mx, chapter 1",))
def type_against_level(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """A national cluster policy is recorded as regional, or the other way round.

    Why it matters:
        Whether a policy counts for the country's score hangs on both.

    Fires on:
        The type *national cluster policy* at regional level, or the type
        *regional cluster policy* at national level.

    How to settle it:
        Correct the type or the level.
    """
    levels = {
        PolicyType.NATIONAL_CLUSTER: PolicyLevel.NATIONAL,
        PolicyType.REGIONAL_CLUSTER: PolicyLevel.REGIONAL,
    }
    kind = policy.type
    if isinstance(kind, PolicyType) and levels.get(kind, policy.level) != policy.level:
        yield say(
            "{}: {} at the level {}",
            policy.name,
            kind,
            policy.level,
            at="type",
            sides=_cited(policy, "type", "level"),
        )


@_rule("POL002", "period-against-end", Severity.ERROR, sources=("eccp_mx, History",))
def period_against_end(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """A policy of limited period has no end, or one without limit has one.

    Why it matters:
        Whether the policy is in force on a day hangs on its end.

    Fires on:
        A limited period whose end is unknown or not applicable, and an unlimited
        period with an end.

    How to settle it:
        Record the ending year, or correct the kind of the period.
    """
    history = policy.history
    ends = isinstance(history.ends, PartialDate)
    if isinstance(history.kind, PeriodKind) and (
        ends is not (history.kind is PeriodKind.LIMITED)
    ):
        yield say(
            "{}: {}, but its end is {}",
            policy.name,
            history.kind,
            history.ends,
            at="history.ends",
            sides=_cited(policy, "history.kind", "history.ends"),
        )


@_rule("POL003", "name-years-differ", Severity.WARNING, sources=("eccp_mx, History",))
def name_years_differ(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """The years in a policy's name are not those of its history.

    Why it matters:
        A name that lists two plans hides which of them the dates are of, and
        the age of the policy is told from them.

    Fires on:
        Each pair of years in the name, as in "2014-2020", of which one differs
        from the recorded start or end. What is not recorded does not differ.

    How to settle it:
        Record one policy for each plan, or waive the finding.
    """
    history = policy.history
    for first, last in _YEARS.findall(policy.name):
        both = ((history.begins, first), (history.ends, last))
        if any(
            isinstance(recorded, PartialDate) and recorded.year != int(year)
            for recorded, year in both
        ):
            yield say(
                "the name says {} to {}, the history {} to {}",
                first,
                last,
                history.begins,
                history.ends,
                at="name",
                sides=_cited(policy, "name", "history.begins", "history.ends"),
            )


@_rule(
    "POL004",
    "practice-against-start",
    Severity.WARNING,
    sources=("eccp_mx, section 2, Continuity",),
)
def practice_against_start(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """The stated start and the documented practice begin at different times.

    Why it matters:
        From which of them the age is counted can move the score by a level.

    Fires on:
        A `practised_since` that is certainly before or after the stated start.

    How to settle it:
        It is a question of reading: say by which reading you score, and waive
        the finding.
    """
    begins, since = policy.history.begins, policy.history.practised_since
    if (
        isinstance(begins, PartialDate)
        and isinstance(since, PartialDate)
        and not begins.may_equal(since.first_day)
        and not since.may_equal(begins.first_day)
    ):
        yield say(
            "the stated start is {}, the practice goes back to {}",
            begins,
            since,
            at="history.practised_since",
            sides=_cited(policy, "history.begins", "history.practised_since"),
        )


@_rule("POL005", "not-in-force", Severity.NOTE)
def not_in_force(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """A policy is certainly not in force on the day.

    Why it matters:
        It counts for a score of that day only by its past evaluations, if at
        all.

    Fires on:
        A policy that certainly begins after the day, or ended before it.

    How to settle it:
        Record what came after it, or before it; or ask about another day.
    """
    period = policy.history.period
    if period.surely_over(on):
        yield say(
            "{} ended in {}, before {}",
            policy.name,
            period.ends,
            on,
            at="history.ends",
            sides=_cited(policy, "history.ends"),
        )
    elif not period.may_have_begun(on):
        yield say(
            "{} begins in {}, after {}",
            policy.name,
            period.begins,
            on,
            at="history.begins",
            sides=_cited(policy, "history.begins"),
        )


@_rule(
    "POL006",
    "industrial-typed-broad",
    Severity.NOTE,
    sources=("eccp_mx, Annex, Policy scope",),
)
def industrial_typed_broad(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """An industrial policy is typed as a broad one.

    Why it matters:
        The scale gives industrial policy as its example of a sectoral policy,
        which earns a higher level.

    Fires on:
        A policy recorded as industrial whose type is broad.

    How to settle it:
        It is a question of reading: keep the printed type, say by which reading
        you score, and waive the finding.
    """
    if policy.industrial is True and policy.type is PolicyType.BROAD:
        yield say(
            "{} is an industrial policy and typed {}",
            policy.name,
            policy.type,
            at="type",
            sides=_cited(policy, "industrial", "type"),
        )


@_rule(
    "POL007",
    "objective-without-beneficiary",
    Severity.NOTE,
    sources=("eccp_mx, Policy objectives, Beneficiaries",),
)
def objective_without_beneficiary(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """Cluster organizations are an objective, but not among the beneficiaries.

    Why it matters:
        A policy that creates or strengthens cluster organizations benefits them:
        one of the two lists lacks something.

    Fires on:
        An objective to create, consolidate or network cluster organizations
        beside listed beneficiaries without them.

    How to settle it:
        Look at the printed lists again; waive the finding if they stand so.
    """
    if isinstance(policy.objectives, Missing) or isinstance(
        policy.beneficiaries, Missing
    ):
        return
    meant = tuple(each for each in policy.objectives if each in _ABOUT_CLUSTERS)
    if meant and Beneficiary.CLUSTER_ORGANISATIONS not in policy.beneficiaries:
        yield say(
            '"{}" is an objective, but cluster organisations are no beneficiaries',
            meant,
            at="beneficiaries",
            sides=_cited(policy, "objectives", "beneficiaries"),
        )


@_rule(
    "POL008",
    "sectors-against-focus",
    Severity.NOTE,
    sources=("eccp_mx, Policy focus",),
)
def sectors_against_focus(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """A policy without focus names sectors, or a sectoral one names none.

    Why it matters:
        Peers are chosen by focus, and a sectoral policy earns a higher level
        than a broad one.

    Fires on:
        *No specific focus* beside named sectors; a sectoral focus beside an
        empty list of sectors. *Cross-sectoral* may name any.

    How to settle it:
        Say which of the sectors are meant as a focus, if any; or waive it.
    """
    if isinstance(policy.sectors, Missing):
        return
    unfocused = policy.focus is PolicyFocus.NO_SPECIFIC_FOCUS and policy.sectors
    aimless = policy.focus is PolicyFocus.SECTORAL and not policy.sectors
    if unfocused or aimless:
        yield say(
            '"{}", and {} sectors are named',
            policy.focus,
            len(policy.sectors),
            at="focus",
            sides=_cited(policy, "focus", "sectors"),
        )


@_rule(
    "POL009",
    "priority-without-objective",
    Severity.NOTE,
    sources=("eccp_mx, Policy alignment with the EU priorities",),
)
def priority_without_objective(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """A policy is aligned with a priority that none of its objectives bears out.

    Why it matters:
        Alignment is claimed in one row and not met in another.

    Fires on:
        *Green economy* without the objective of a sustainable economy;
        *Resilience* without that or resilient supply chains. Which objectives
        bear out a priority is proposed here, not published.

    How to settle it:
        Look at the printed rows again; waive the finding if they stand so.
    """
    if isinstance(policy.objectives, Missing) or isinstance(
        policy.eu_priorities, Missing
    ):
        return
    for priority, objectives in _BORNE_OUT_BY:
        if priority in policy.eu_priorities and not any(
            each in policy.objectives for each in objectives
        ):
            yield say(
                'aligned with "{}", but no objective is "{}"',
                priority,
                objectives,
                at="eu_priorities",
                sides=_cited(policy, "eu_priorities", "objectives"),
            )


@_rule(
    "POL010",
    "evaluation-of-another",
    Severity.NOTE,
    sources=("eccp_mx, section 2, Evidence of performance",),
)
def evaluation_of_another(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """What is given as evidence of a policy is about something else.

    Why it matters:
        Whether it counts for this policy is a question of reading, and can move
        the score.

    Fires on:
        An evaluation or a monitoring of other countries' policies, or of
        programmes in general.

    How to settle it:
        Say by which reading you score, and waive the finding.
    """
    others = (Subject.OTHER_COUNTRIES, Subject.PROGRAMMES_IN_GENERAL)
    for name in ("evaluations", "monitoring"):
        several = getattr(policy, name)
        for index, each in enumerate(() if isinstance(several, Missing) else several):
            if each.subject in others:
                yield say(
                    "{} is of {}",
                    name.removesuffix("s"),
                    each.subject,
                    at=(name, index, "subject"),
                    sides=_cited(policy, name),
                )


@_rule("POL011", "ex-post-while-running", Severity.WARNING)
def ex_post_while_running(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """An ex-post evaluation is recorded of a policy that goes on.

    Why it matters:
        What is evaluated while it runs is evaluated ex-ante or in between, which
        earns another level.

    Fires on:
        An ex-post evaluation of this policy, where it certainly has not ended by
        the day.

    How to settle it:
        Correct the stage, or say that it is of a past policy.
    """
    if isinstance(policy.evaluations, Missing) or policy.history.period.may_be_over(on):
        return
    for index, each in enumerate(policy.evaluations):
        if each.stage is EvaluationStage.EX_POST and (
            each.subject is Subject.THIS_POLICY
        ):
            yield say(
                "{} is evaluated ex-post, but runs until {}",
                policy.name,
                policy.history.ends,
                at=("evaluations", index, "stage"),
                sides=_cited(policy, "evaluations", "history.ends"),
            )


@_rule(
    "POL012",
    "support-only-announced",
    Severity.NOTE,
    sources=("eccp_mx, section 2, Cluster support instruments",),
)
def support_only_announced(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """All financial, or all technical support is only announced.

    Why it matters:
        Nobody can apply for it; and whether it counts is a question of reading.

    Fires on:
        Listed financial instruments, or listed technical assistance, all of
        which are announced.

    How to settle it:
        Record the status once it is in force; else say by which reading you
        score, and waive the finding.
    """
    for name in ("financial", "technical"):
        several = getattr(policy, name)
        instruments = () if isinstance(several, Missing) else several
        if instruments and all(
            each.status is InstrumentStatus.ANNOUNCED for each in instruments
        ):
            yield say(
                "{} support is announced, none is in force: {}",
                name,
                tuple(each.kind.title for each in instruments),
                at=name,
                sides=_cited(policy, name),
            )


@_rule("POL013", "printed-as-none", Severity.WARNING, sources=("eccp_mx, chapter 1",))
def printed_as_none(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """A value is recorded where one of its citations prints that there is none.

    Why it matters:
        The table and the text of a document contradict each other, or the value
        was put into the wrong row.

    Fires on:
        A field with a value, one of whose citations has the excerpt "-" or "No
        data available".

    How to settle it:
        Say which of the two places is followed, and waive the finding.
    """
    for cited in policy.citations:
        printed = cited.citation.excerpt.strip().casefold()
        if printed in _NOTHING_PRINTED and _has_value(policy, cited.path):
            others = (
                each.citation
                for each in policy.citations
                if each.path == cited.path and each is not cited
            )
            yield say(
                'the source prints "{}", but a value is recorded',
                cited.citation.excerpt,
                at=cited.path,
                sides=[(cited.citation,), others],
            )


def _has_value(policy: Policy, path: str) -> bool:
    value: object = policy
    for name in path.split("."):
        value = getattr(value, name, Missing.UNKNOWN)
    return not isinstance(value, Missing) and value != ()
