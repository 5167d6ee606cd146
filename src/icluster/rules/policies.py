"""Policies: each held against what it says of itself elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.policies import (
    EvaluationStage,
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
    "ex_post_while_running",
    "name_years_differ",
    "not_in_force",
    "period_against_end",
    "practice_against_start",
    "printed_as_none",
    "sectors_against_focus",
    "type_against_level",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, about=Policy, family="policies", since="26.1")

_YEARS = re.compile(r"\b(\d{4}) ?[-–] ?(\d{4})\b", re.ASCII)
_NOTHING_PRINTED = frozenset({"-", "–", "no data available"})


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
