"""Policies: each held against what it says of itself elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import fields_dict

from icluster import words
from icluster.dates import PartialDate, PartialPeriod
from icluster.naming import name_key
from icluster.policies import (
    Authority,
    AuthorityRole,
    Beneficiary,
    Budget,
    EvaluationStage,
    Factsheet,
    History,
    Objective,
    PeriodKind,
    Policy,
    PolicyFocus,
    PolicyLevel,
    PolicyType,
    Subject,
)
from icluster.rules._rule import error, note, warning
from icluster.rules._statements import Said, say, surely_before, when
from icluster.sources import Citation, Cited, citations_of
from icluster.vocabularies import Missing, Other, listed
from icluster.words import Sentence, folded_prose, words_of

__all__ = [
    "authority_ambiguous",
    "ex_post_while_running",
    "expectation_overdue",
    "name_years_differ",
    "not_in_force",
    "objective_unserved",
    "period_against_end",
    "policy_twice",
    "practice_against_start",
    "printed_as_none",
    "role_of_the_row",
    "sectors_against_focus",
    "type_against_level",
]


def __dir__() -> list[str]:
    return __all__


# Two years, and no part of a longer number or of a date.
_YEARS = re.compile(
    r"(?<!\w)(?<!\d[-–/.])((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)(?!\w)(?![-–/.]\d)"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_OF_CLUSTERS = (
    Objective.CLUSTER_CREATION,
    Objective.CLUSTER_CONSOLIDATION,
    Objective.CLUSTER_NETWORK,
)
_CLUSTER_ORGANIZATION = re.compile(r"\bcluster organi[sz]ation")
_NOTHING_PRINTED = frozenset({"-", "–", "no data available"})


@error("POL001", sources=["eccp_mx, chapter 1"])
def type_against_level(policy: Policy) -> Iterator[Said]:
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
            cites=[(policy, "type"), (policy, "level")],
        )


@error("POL002", sources=["eccp_mx, History"])
def period_against_end(policy: Policy) -> Iterator[Said]:
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
    cites = [(policy, "history.kind"), (policy, "history.ends")]
    if kind is PeriodKind.LIMITED and ends is Missing.NOT_APPLICABLE:
        text = "{}: {}, but no end is set"
        yield say(text, policy.name, kind, at="history.ends", cites=cites)
    elif kind is PeriodKind.UNLIMITED and isinstance(ends, PartialDate):
        text = "{}: {}, but its end is {}"
        yield say(text, policy.name, kind, ends, at="history.ends", cites=cites)


@warning("POL003", sources=["eccp_mx, History"])
def name_years_differ(policy: Policy) -> Iterator[Said]:
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
    for years in _YEARS.finditer(policy.name):
        first, last = map(int, years.groups())
        differs = _is_other(history.begins, first) or _is_other(history.ends, last)
        if first < last and differs:
            yield say(
                "the name says {} to {}, recorded is {}",
                first,
                last,
                history.period,
                at="name",
                cites=[
                    _printing(policy, "name", years[0]),
                    (policy, "history.begins"),
                    (policy, "history.ends"),
                ],
            )


def _is_other(recorded: PartialDate | Missing, year: int) -> bool:
    if isinstance(recorded, PartialDate):
        return not recorded.may_equal(PartialDate(year))
    return recorded is Missing.NOT_APPLICABLE


def _printing(policy: Policy, name: str, phrase: str) -> tuple[Citation, ...]:
    """Return where a field was read, places that print something else apart."""
    bare = folded_prose(phrase)
    return tuple(
        citation
        for citation in citations_of(policy, name)
        if not citation.excerpt or bare in folded_prose(citation.excerpt)
    )


@note("POL004", sources=["eccp_mx, section 2, Continuity"])
def practice_against_start(policy: Policy) -> Iterator[Said]:
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
    if surely_before(since, begins):
        yield say(
            "the stated start is {}, the practice goes back to {}",
            begins,
            since,
            at="history.practised_since",
            cites=[(policy, "history.begins"), (policy, "history.practised_since")],
        )


@note("POL005")
def not_in_force(policy: Policy, on: date) -> Iterator[Said]:
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
            "{} ended {}",
            policy.name,
            when(period.ends),
            at="history.ends",
            cites=[(policy, "history.ends")],
        )
    elif isinstance(period.begins, PartialDate) and not period.may_have_begun(on):
        yield say(
            "{} begins {} only",
            policy.name,
            when(period.begins),
            at="history.begins",
            cites=[(policy, "history.begins")],
        )


@note("POL006", sources=["eccp_mx, Policy focus"])
def sectors_against_focus(policy: Policy) -> Iterator[Said]:
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
    focus, sectors = policy.focus, policy.sectors
    cites = [(policy, "focus"), (policy, "sectors")]
    if focus is PolicyFocus.NO_SPECIFIC_FOCUS and listed(sectors):
        text = '"{}", but sectors are named: {}'
        yield say(text, focus, sectors, at="focus", cites=cites)
    elif focus is PolicyFocus.SECTORAL and sectors == ():
        yield say('"{}", but no sector is named', focus, at="focus", cites=cites)


@warning("POL007")
def ex_post_while_running(policy: Policy, on: date) -> Iterator[Said]:
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
    ends = policy.history.ends
    if policy.history.period.may_be_over(on):
        return
    goes_on = words.say("no end is set")
    if isinstance(ends, PartialDate):
        goes_on = words.say("it goes on until {}", ends)
    for evaluation in listed(policy.evaluations):
        its_own = evaluation.subject is Subject.THIS_POLICY
        if evaluation.stage is EvaluationStage.EX_POST and its_own:
            yield say(
                "{} is evaluated ex-post, but {}",
                policy.name,
                goes_on,
                about=evaluation,
                at="stage",
                cites=[(policy, "evaluations"), (policy, "history.ends")],
            )


@warning("POL008", sources=["eccp_mx, chapter 1"])
def printed_as_none(policy: Policy) -> Iterator[Said]:
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
        printed = cited.citation.excerpt
        as_none = printed.strip().casefold() in _NOTHING_PRINTED
        if as_none and _says_something(_at(policy, cited.path)):
            yield say(
                'the source prints "{}", but a value is recorded',
                printed,
                at=cited.path,
                cites=[cited.citation, _elsewhere(policy, cited)],
            )


def _elsewhere(policy: Policy, cited: Cited) -> tuple[Citation, ...]:
    return tuple(
        another.citation
        for another in policy.citations
        if another.path == cited.path and another is not cited
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


@warning("POL009")
def policy_twice(factsheet: Factsheet) -> Iterator[Said]:
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
    by_name: dict[tuple[object, ...], list[Policy]] = {}
    for policy in factsheet.policies:
        if words_of(policy.name):
            place = policy.level, policy.country, policy.region
            by_name.setdefault((*place, name_key(policy.name)), []).append(policy)
    for namesakes in by_name.values():
        twice = _coinciding(namesakes)
        if twice:
            yield say(
                "{} records of one name and one time: {}",
                len(twice),
                tuple(sorted(policy.name for policy in twice)),
                about=twice,
                cites=[(policy, "name") for policy in twice],
            )


def _coinciding(policies: list[Policy]) -> list[Policy]:
    """Return those whose periods equal another or certainly overlap it."""
    periods = [policy.history.period for policy in policies]
    counts = Counter(periods)
    twice = {place for place, period in enumerate(periods) if counts[period] > 1}
    spans = [(*_certain(period), place) for place, period in enumerate(periods)]
    # Whoever begins before the last end so far overlaps the one that ends there.
    last, longest = date.min, 0
    for begins, ends, place in sorted(spans):
        if begins <= ends:
            if begins < last:
                twice |= {place, longest}
            last, longest = max((last, longest), (ends, place))
    return [policies[place] for place in sorted(twice)]


def _certain(period: PartialPeriod) -> tuple[date, date]:
    """Return between which days a period runs in any case; none if none is so."""
    begins, ends = period.begins, period.ends
    first = begins.last_day if isinstance(begins, PartialDate) else date.max
    if isinstance(ends, PartialDate):
        return first, ends.first_day
    return first, date.max if ends is Missing.NOT_APPLICABLE else date.min


@note("POL010", sources=["eccp_mx, Responsible authorities"])
def authority_ambiguous(factsheet: Factsheet) -> Iterator[Said]:
    """Authorities of one name are two bodies, or may be.

    Why it matters:
        A ministry of the nation and one of a state are easily taken for each other;
        and one body under two names is counted twice.

    Fires on:
        Authorities of the policies of one factsheet whose names agree but for what
        stands in brackets: where they are known to be of different areas and
        brackets do not tell them apart; and where one of them has no brackets and
        the area of one is not known. Names of bodies of one area, such as two names
        of one national ministry, are no ambiguity.

    How to settle it:
        Record the area of each; name one body the same everywhere, and say in
        brackets of each which it is, if they are two. Where the document uses one
        name for both, waive the finding.
    """
    by_name: dict[tuple[str, ...], list[tuple[Policy, Authority]]] = {}
    for policy in factsheet.policies:
        for authority in listed(policy.authorities):
            bare = words_of(_IN_BRACKETS.sub(" ", authority.name))
            by_name.setdefault(bare, []).append((policy, authority))
    for bare, named in by_name.items():
        question = _question_of([authority for _, authority in named], bare)
        if bare and question is not None:
            policies = {id(policy): policy for policy, _ in named}
            plain = (a for _, a in named if words_of(a.name) == bare)
            body = next(plain, named[0][1])
            yield say(
                "{}: {}",
                tuple(sorted({authority.name for _, authority in named})),
                question,
                about=[authority for _, authority in named],
                cites=[
                    _printing(policy, "authorities", body.name)
                    for policy in policies.values()
                ],
            )


def _question_of(
    authorities: list[Authority], bare: tuple[str, ...]
) -> Sentence | None:
    """Return what is to be asked of authorities of one name, None for nothing."""
    names = {words_of(authority.name) for authority in authorities}
    areas = dict.fromkeys(authority.area for authority in authorities)
    all_known = Missing.UNKNOWN not in areas
    areas.pop(Missing.UNKNOWN, None)
    if len(areas) > 1 and (bare in names or len(names) < len(areas)):
        return words.say("one name for bodies of {}", words.both(areas))
    if bare in names and len(names) > 1 and not all_known:
        return words.say("one body, or two?")
    return None


@note("POL011")
def expectation_overdue(policy: Policy) -> Iterator[Said]:
    """What was expected was due before the document came out.

    Why it matters:
        The document repeats an expectation of which it could have said what became.

    Fires on:
        An expectation whose day had certainly passed when a source that is cited for
        it was published.

    How to settle it:
        Find out whether it came, and record it; else waive the finding.
    """
    for expectation in listed(policy.expectations):
        for citation in citations_of(policy, "expectations"):
            published = citation.source.published
            if published and surely_before(expectation.due, published):
                yield say(
                    "{} was expected {}, and its source came out {}",
                    expectation.text,
                    when(expectation.due),
                    when(published),
                    about=expectation,
                    at="due",
                    cites=[citation],
                )
                break


@note("POL012", sources=["eccp_mx, Policy objectives, Beneficiaries"])
def objective_unserved(policy: Policy) -> Iterator[Said]:
    """An objective is about cluster organisations, and nothing serves them.

    Why it matters:
        What no beneficiary, instrument or measure serves is a wish: nobody is named
        who could receive anything for it.

    Fires on:
        The objective to create, consolidate or connect cluster organisations, where
        they are not among the beneficiaries and no instrument or measure names them.
        Where beneficiaries or instruments are not known, nothing is said.

    How to settle it:
        Record who benefits and by what; waive the finding where the document says
        no more.
    """
    aims = [aim for aim in listed(policy.objectives) if aim in _OF_CLUSTERS]
    lists = (policy.beneficiaries, policy.financial, policy.technical)
    if not aims or any(isinstance(one, Missing) for one in lists):
        return
    if Beneficiary.CLUSTER_ORGANISATIONS in listed(policy.beneficiaries):
        return
    instruments = (*listed(policy.financial), *listed(policy.technical))
    kinds = (instrument.kind for instrument in instruments)
    own_words = (
        *(
            one.text
            for one in (*listed(policy.beneficiaries), *kinds)
            if isinstance(one, Other)
        ),
        *(instrument.name for instrument in instruments),
        *(measure.title for measure in listed(policy.measures)),
    )
    if not any(_CLUSTER_ORGANIZATION.search(text.casefold()) for text in own_words):
        yield say(
            "{}: cluster organisations are no beneficiaries, and no instrument "
            "or measure names them",
            words.both(aims),
            at="objectives",
            cites=[(policy, "objectives"), (policy, "beneficiaries")],
        )


@warning("POL013", sources=["eccp_mx, Responsible authorities"])
def role_of_the_row(policy: Policy) -> Iterator[Said]:
    """A role that is printed for a row is given to one of its bodies.

    Why it matters:
        A row that names several bodies and several roles does not say whose each is:
        that one of them pays, or oversees, is then a guess.

    Fires on:
        A role of one authority that is also given to all together, where no citation
        of its own roles has other words than the label of that role. Where there is
        one authority alone, the row is about it.

    How to settle it:
        Cite the words that give the role to the body; or leave it to the row, in
        `authority_roles`.
    """
    authorities = listed(policy.authorities)
    for authority in authorities if len(authorities) > 1 else ():
        cited = citations_of(authority, "roles")
        texts = {folded_prose(citation.excerpt) for citation in cited}
        labels = {folded_prose(role.title) for role in AuthorityRole}
        shared = [role for role in authority.roles if role in policy.authority_roles]
        if shared and not texts - labels - {""}:
            yield say(
                "{}: {} is printed for all authorities, no words give it to this one",
                authority.name,
                words.both(shared),
                about=authority,
                at="roles",
                cites=[cited, (policy, "authority_roles")],
            )
