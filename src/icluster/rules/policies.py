"""Policies: each held against what it says of itself elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial

from attrs import fields_dict

from icluster.contexts import Context, folded
from icluster.dates import PartialDate, PartialPeriod
from icluster.naming import name_key
from icluster.policies import (
    Budget,
    EvaluationStage,
    Factsheet,
    History,
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
from icluster.words import words_of

__all__ = [
    "authority_ambiguous",
    "ex_post_while_running",
    "name_years_differ",
    "not_in_force",
    "period_against_end",
    "policy_twice",
    "practice_against_start",
    "printed_as_none",
    "sectors_against_focus",
    "type_against_level",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, about=Policy, family="policies", since="26.1")

# Two years, and no part of a longer number or of a date.
_YEARS = re.compile(
    r"(?<!\w)(?<!\d[-–/.])((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)(?!\w)(?![-–/.]\d)"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
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
    """A policy of limited period is to have no end, or one without limit has one.

    Why it matters:
        Whether the policy is in force on a day hangs on its end.

    Fires on:
        A limited period to which an end does not apply, and an unlimited period
        with an end. An end that is not known contradicts neither.

    How to settle it:
        Record the ending year, or that it is unknown; or correct the kind of the
        period.
    """
    kind, ends = policy.history.kind, policy.history.ends
    sides = _cited(policy, "history.kind", "history.ends")
    at = ("history", "ends")
    if kind is PeriodKind.LIMITED and ends is Missing.NOT_APPLICABLE:
        text = "{}: {}, but no end is set"
        yield say(text, policy.name, kind, at=at, sides=sides)
    elif kind is PeriodKind.UNLIMITED and isinstance(ends, PartialDate):
        text = "{}: {}, but its end is {}"
        yield say(text, policy.name, kind, ends, at=at, sides=sides)


@_rule("POL003", "name-years-differ", Severity.WARNING, sources=("eccp_mx, History",))
def name_years_differ(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """The years in a policy's name are not those of its history.

    Why it matters:
        A name that lists two plans hides which of them the dates are of, and
        the age of the policy is told from them.

    Fires on:
        Each pair of rising years from 1900 to 2099 in the name, as in
        "2014-2020", of which one differs from the recorded start or end, or of
        which the last stands beside the record that no end is set. What is not
        known does not differ.

    How to settle it:
        Record one policy for each plan, or correct the history; if the document
        says both, waive the finding.
    """
    history = policy.history
    for found in _YEARS.finditer(policy.name):
        first, last = map(int, found.groups())
        differs = _is_other(history.begins, first) or _is_other(history.ends, last)
        if first < last and differs:
            yield say(
                "the name says {} to {}, recorded is {}",
                first,
                last,
                history.period,
                at="name",
                sides=[
                    _printing(policy, "name", found[0]),
                    *_cited(policy, "history.begins", "history.ends"),
                ],
            )


def _is_other(recorded: PartialDate | Missing, year: int) -> bool:
    if isinstance(recorded, PartialDate):
        return recorded.year != year
    return recorded is Missing.NOT_APPLICABLE


def _printing(policy: Policy, name: str, phrase: str) -> tuple[Citation, ...]:
    """Return where a field was read, places that print something else apart."""
    cited = citations_of(policy, name)
    wanted = folded(phrase)
    return tuple(c for c in cited if not c.excerpt or wanted in folded(c.excerpt))


@_rule(
    "POL004",
    "practice-against-start",
    Severity.NOTE,
    sources=("eccp_mx, section 2, Continuity",),
)
def practice_against_start(
    policy: Policy, on: date, context: Context
) -> Iterator[Said]:
    """The documented practice goes back beyond the stated start.

    Why it matters:
        From which of them the age is counted can move the score by a level.

    Fires on:
        A `practised_since` that is certainly before the stated start.

    How to settle it:
        It is a question of reading: say by which reading you score, and waive
        the finding.
    """
    begins, since = policy.history.begins, policy.history.practised_since
    if (
        isinstance(begins, PartialDate)
        and isinstance(since, PartialDate)
        and since.last_day < begins.first_day
    ):
        yield say(
            "the stated start is {}, the practice goes back to {}",
            begins,
            since,
            at=("history", "practised_since"),
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
        It is a note on the day of the check, and as a rule nothing is to be
        mended: waive the finding. Correct the start or the end only where the
        document says otherwise.
    """
    period = policy.history.period
    if isinstance(period.ends, PartialDate) and period.surely_over(on):
        yield say(
            "{} ended {} {}, before {}",
            policy.name,
            _in_or_on(period.ends),
            period.ends,
            on,
            at=("history", "ends"),
            sides=_cited(policy, "history.ends"),
        )
    elif isinstance(period.begins, PartialDate) and not period.may_have_begun(on):
        yield say(
            "{} begins {} {}, after {}",
            policy.name,
            _in_or_on(period.begins),
            period.begins,
            on,
            at=("history", "begins"),
            sides=_cited(policy, "history.begins"),
        )


def _in_or_on(when: PartialDate) -> str:
    return "on" if when.is_exact else "in"


@_rule(
    "POL006",
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
        Correct the focus or the list of sectors; waive the finding where sectors
        are named but not meant as a focus.
    """
    sectors = policy.sectors
    sides = _cited(policy, "focus", "sectors")
    if isinstance(sectors, Missing):
        return
    if policy.focus is PolicyFocus.NO_SPECIFIC_FOCUS and sectors:
        text = '"{}", but sectors are named: {}'
        yield say(text, policy.focus, sectors, at="focus", sides=sides)
    elif policy.focus is PolicyFocus.SECTORAL and not sectors:
        yield say('"{}", but no sector is named', policy.focus, at="focus", sides=sides)


@_rule("POL007", "ex-post-while-running", Severity.WARNING)
def ex_post_while_running(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """An ex-post evaluation is recorded of a policy that goes on.

    Why it matters:
        What is evaluated while it runs is evaluated ex-ante or in between, which
        earns another level.

    Fires on:
        An ex-post evaluation of this policy, where it certainly has not ended by
        the day.

    How to settle it:
        Correct the stage or the end, or record that a past policy is its subject.
    """
    evaluations, ends = policy.evaluations, policy.history.ends
    if isinstance(evaluations, Missing) or policy.history.period.may_be_over(on):
        return
    has_end = isinstance(ends, PartialDate)
    goes_on = ("it goes on until {}", ends) if has_end else ("no end is set",)
    for index, each in enumerate(evaluations):
        its_own = each.subject is Subject.THIS_POLICY
        if each.stage is EvaluationStage.EX_POST and its_own:
            yield say(
                f"{{}} is evaluated ex-post, but {goes_on[0]}",
                policy.name,
                *goes_on[1:],
                at=("evaluations", index, "stage"),
                sides=_cited(policy, "evaluations", "history.ends"),
            )


@_rule("POL008", "printed-as-none", Severity.WARNING, sources=("eccp_mx, chapter 1",))
def printed_as_none(policy: Policy, on: date, context: Context) -> Iterator[Said]:
    """A value is recorded where one of its citations prints that there is none.

    Why it matters:
        The table and the text of a document contradict each other, or the value
        was put into the wrong row.

    Fires on:
        A field with a value, one of whose citations has the excerpt "-" or "No
        data available".

    How to settle it:
        Say which of the two places is followed, and waive the finding; or drop
        the value, or the citation that does not bear it out.
    """
    for cited in policy.citations:
        printed = cited.citation.excerpt.strip().casefold()
        if printed in _NOTHING_PRINTED and _says_something(_at(policy, cited.path)):
            others = (
                each.citation
                for each in policy.citations
                if each.path == cited.path and each is not cited
            )
            yield say(
                'the source prints "{}", but a value is recorded',
                cited.citation.excerpt,
                at=tuple(cited.path.split(".")),
                sides=[(cited.citation,), others],
            )


def _at(policy: Policy, path: str) -> object:
    value: object = policy
    for name in path.split("."):
        value = getattr(value, name, Missing.UNKNOWN)
    return value


def _says_something(value: object) -> bool:
    """Tell whether a value, or any field of a noun, is more than a blank."""
    if isinstance(value, (Budget, History)):
        names = fields_dict(type(value))
        return any(_says_something(getattr(value, name)) for name in names)
    return not isinstance(value, Missing) and value not in (None, (), "")


@_rule("POL009", "policy-twice", Severity.WARNING, about=Factsheet)
def policy_twice(factsheet: Factsheet, on: date, context: Context) -> Iterator[Said]:
    """One policy is recorded twice.

    Why it matters:
        What the records say is read together: what one of them has too much
        counts for the score beside the other.

    Fires on:
        Policies of one factsheet, level, country and region whose names have one key
        (case, accents and punctuation apart), and whose stated periods are equal
        or certainly overlap. One that begins when another of its name ends
        follows it.

    How to settle it:
        Keep one of the records, or correct the names or the periods.
    """
    by_name: dict[tuple[object, ...], list[int]] = {}
    for index, policy in enumerate(factsheet.policies):
        if words_of(policy.name):
            place = policy.level, policy.country, policy.region
            by_name.setdefault((*place, name_key(policy.name)), []).append(index)
    for indexes in by_name.values():
        periods = [factsheet.policies[index].history.period for index in indexes]
        twice = [indexes[position] for position in _coinciding(periods)]
        if twice:
            policies = [factsheet.policies[index] for index in twice]
            yield say(
                "{} records of one name and one time: {}",
                len(twice),
                tuple(sorted(policy.name for policy in policies)),
                at=("policies", twice[0]),
                sides=[citations_of(policy, "name") for policy in policies],
            )


def _coinciding(periods: list[PartialPeriod]) -> list[int]:
    """Return the positions of periods that equal another or certainly overlap it."""
    counts = Counter(periods)
    found = {place for place, each in enumerate(periods) if counts[each] > 1}
    spans = [(*_certain(each), place) for place, each in enumerate(periods)]
    last, longest = date.min, 0
    for begins, ends, place in sorted(spans):
        if begins <= ends:
            if begins < last:
                found |= {place, longest}
            last, longest = max((last, longest), (ends, place))
    return sorted(found)


def _certain(period: PartialPeriod) -> tuple[date, date]:
    """Return between which days a period runs in any case; none if none is so."""
    begins, ends = period.begins, period.ends
    first = begins.last_day if isinstance(begins, PartialDate) else date.max
    if isinstance(ends, PartialDate):
        return first, ends.first_day
    return first, date.max if ends is Missing.NOT_APPLICABLE else date.min


@_rule(
    "POL010",
    "authority-ambiguous",
    Severity.NOTE,
    about=Factsheet,
    sources=("eccp_mx, Responsible authorities",),
)
def authority_ambiguous(
    factsheet: Factsheet, on: date, context: Context
) -> Iterator[Said]:
    """An authority is named with words in brackets in one place, without in another.

    Why it matters:
        They are one body under two names, or two bodies under one: a ministry of
        the nation and one of a state are easily taken for each other.

    Fires on:
        Authorities of the policies of one factsheet whose names agree but for
        what stands in brackets, where one of them has no brackets. Names that
        differ in brackets, such as those of two states, are told apart.

    How to settle it:
        Name one body the same everywhere; say in brackets of each which it is,
        if they are two.
    """
    by_name: dict[tuple[str, ...], list[tuple[int, int, str]]] = {}
    for index, policy in enumerate(factsheet.policies):
        given = policy.authorities
        for place, each in enumerate(() if isinstance(given, Missing) else given):
            bare = words_of(_IN_BRACKETS.sub(" ", each.name))
            by_name.setdefault(bare, []).append((index, place, each.name))
    for bare, placed in by_name.items():
        plain = [each for each in placed if words_of(each[2]) == bare]
        if bare and 0 < len(plain) < len(placed):
            index, place, name = plain[0]
            yield say(
                "{}: one body, or two?",
                tuple(sorted({name for _, _, name in placed})),
                at=("policies", index, "authorities", place),
                sides=[
                    _printing(factsheet.policies[each], "authorities", name)
                    for each in dict.fromkeys(index for index, _, _ in placed)
                ],
            )
