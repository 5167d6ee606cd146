"""Published scores: held against themselves, their rubric and the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import TypeAlias

from attrs import evolve

from icluster import words
from icluster._exact import times, total_of
from icluster.contexts import Context
from icluster.editions import Edition
from icluster.policies import Factsheet, Policy, PublishedScore
from icluster.rules._rule import error, note, warning
from icluster.rules._statements import Said, Unchecked, needs, say
from icluster.scoring import Agreement, Comparison, Score, compare, read_facts, score
from icluster.sources import citations_of
from icluster.words import Key, Quoted, Sentence, either

__all__ = [
    "facts_leave_open",
    "points_off_scale",
    "policy_of_another_country",
    "published_differs",
    "rests_on_day",
    "rests_on_reading",
    "score_without_facts",
    "total_is_no_sum",
]


def __dir__() -> list[str]:
    return __all__


_PolicyEdition: TypeAlias = Edition[Policy]

_LISTED = 4  # totals up to which each one is written


def _editions(context: Context) -> tuple[_PolicyEdition, ...]:
    """Return the editions that read policies."""
    return tuple(e for e in context.editions if issubclass(Policy, e.kind))


def _edition(published: PublishedScore, context: Context) -> _PolicyEdition | Unchecked:
    for edition in _editions(context):
        if edition.rubric.key == published.rubric:
            return edition
    return needs("an edition with the rubric {}", Quoted(published.rubric))


@error("PUB001", sources=["eccp_mx, section 2, maturity table"], needs=["editions"])
def total_is_no_sum(published: PublishedScore, context: Context) -> Iterator[Said]:
    """A published total is not the sum of the published points.

    Why it matters:
        One of the figures is misprinted or miscopied.

    Fires on:
        A total that differs from the sum of the points, weights of the rubric
        applied; where a criterion has no published points, a total that none of
        its levels could make.

    How to settle it:
        Look at the table again; if it is printed so, waive the finding.
    """
    edition = _edition(published, context)
    if isinstance(edition, Unchecked):
        yield edition
        return
    points = dict(published.points)
    least, most = (
        total_of(
            times(points.get(one.key, one.levels[end].points), one.weight)
            for one in edition.rubric.criteria
        )
        for end in (0, -1)
    )
    if not least <= published.total <= most:
        spread = least if least == most else words.say("{} to {}", least, most)
        yield say(
            "{}: the points make {}, the total is printed as {}",
            published.subject,
            spread,
            published.total,
            at="total",
            cites=[(published, "points"), (published, "total")],
        )


@error("PUB002", sources=["eccp_mx, Annex"], needs=["editions"])
def points_off_scale(published: PublishedScore, context: Context) -> Iterator[Said]:
    """Points are published that the rubric does not give.

    Why it matters:
        They were miscopied, or belong to another rubric.

    Fires on:
        Points that no level of the criterion has, and points for a criterion
        that the rubric does not have. A criterion may have no published points.

    How to settle it:
        Correct the points, or name the rubric that was used.
    """
    edition = _edition(published, context)
    if isinstance(edition, Unchecked):
        yield edition
        return
    scale = {
        criterion.key: tuple(level.points for level in criterion.levels)
        for criterion in edition.rubric.criteria
    }
    cites = [(published, "points"), (edition.rubric, "criteria")]
    for index, (key, points) in enumerate(published.points):
        allowed, at = scale.get(key), ("points", index)
        if allowed is None:
            yield say("the rubric has no criterion {}", key, at=at, cites=cites)
        elif points not in allowed:
            text = "{} has {} {1?point|points}, the rubric gives {}"
            yield say(text, key, points, allowed, at=at, cites=cites)


def _own(factsheet: Factsheet) -> tuple[Policy, ...]:
    """Return the policies that are scored: a score is of one country."""
    return tuple(p for p in factsheet.policies if p.country == factsheet.country)


def _score(
    factsheet: Factsheet, edition: _PolicyEdition, day: date, **answers: str
) -> Score:
    """Score the policies as the publisher read them, with other *answers*."""
    facts = read_facts(
        _own(factsheet),
        on=day,
        edition=edition,
        reading=edition.published.but(**answers),
    )
    return score(edition.rubric, facts)


def _last_day(published: PublishedScore) -> date | None:
    """Return the day that a score stands for, None where it is not stated."""
    return None if published.collected is None else published.collected.last_day


@error("PUB003", sources=["eccp_mx, section 2, Annex"], needs=["editions"])
def published_differs(factsheet: Factsheet, context: Context) -> Iterator[Said]:
    """Published points are not what the factsheet's own facts give.

    Why it matters:
        The score, or one of the facts that it was made from, is wrong.

    Fires on:
        A criterion whose published points no completion of the facts gives, by
        the publisher's reading, on the last day of collection; without such a
        day it is not checked. Points that are not on the scale, and a score of
        which no recorded policy is certainly in force on that day, are found by
        other rules.

    How to settle it:
        Correct the points, or the fact that they were made from;
        `icluster.scoring.compare` shows both with the sentences of the levels.
    """
    text = "{}: published {}, the facts give {}"
    yield from _verdicts(factsheet, context, Agreement.DIFFERS, text)


@note("PUB004", sources=["eccp_mx, section 2, Annex"], needs=["editions"])
def facts_leave_open(factsheet: Factsheet, context: Context) -> Iterator[Said]:
    """Published points are one of several that the facts allow.

    Why it matters:
        The publisher knew more than is recorded, or chose.

    Fires on:
        A criterion whose published points are allowed by the facts, beside
        others, by the publisher's reading, on the last day of collection;
        without such a day it is not checked. A score of which no recorded policy
        is certainly in force on that day is found by another rule.

    How to settle it:
        Record the facts that settle it; where the scale itself leaves it open,
        waive the finding.
    """
    text = "{}: published {}, the facts allow {}"
    yield from _verdicts(factsheet, context, Agreement.POSSIBLE, text)


def _verdicts(
    factsheet: Factsheet, context: Context, verdict: Agreement, text: str
) -> Iterator[Said]:
    published = factsheet.published
    if published is None or not _own(factsheet):
        return
    compared = _compared(factsheet, published, context)
    if isinstance(compared, Unchecked):
        yield compared
        return
    # Of an open record nothing is known: another rule says so.
    if not compared.score.facts.provenance.closed:
        return
    keys = [key for key, _ in published.points]
    for criterion in compared.criteria:
        derived = criterion.derived
        # Points that are not on the scale are found elsewhere.
        on_scale = {level.points for level in derived.criterion.levels}
        if criterion.agreement is verdict and criterion.published in on_scale:
            read = chain.from_iterable(reason.citations for reason in derived.reasons)
            yield say(
                text,
                criterion.key,
                criterion.published,
                derived.candidates,
                at=("published", "points", keys.index(criterion.key)),
                cites=[criterion.citations, dict.fromkeys(read)],
            )


def _compared(
    factsheet: Factsheet, published: PublishedScore, context: Context
) -> Comparison | Unchecked:
    edition = _edition(published, context)
    if isinstance(edition, Unchecked):
        return edition
    day = _last_day(published)
    if day is None:
        text = "the last day on which data of {} were collected"
        return needs(text, published.subject)
    keys = {criterion.key for criterion in edition.rubric.criteria}
    points = tuple(pair for pair in published.points if pair[0] in keys)
    return compare(evolve(published, points=points), _score(factsheet, edition, day))


@note("PUB005", sources=["eccp_mx, section 2"], needs=["editions"])
def rests_on_reading(
    factsheet: Factsheet, on: date, context: Context
) -> Iterator[Said]:
    """A total rests on how a question was read.

    Why it matters:
        Somebody who reads the same documents otherwise gets another total, with
        no fact changed.

    Fires on:
        Each question of the edition of the score where another answer alone changes
        the totals that the facts allow on the last day of collection; without a
        score, of each edition, on the day of the check. What answers change only
        together is shown by `icluster.scoring.readings`. The place ends in the key
        of the question, so that each can be waived alone.

    How to settle it:
        Show the reading beside the score, and waive the finding.
    """
    published = factsheet.published
    if published is None:
        for edition in _editions(context):
            yield from _questioned(factsheet, edition, on)
        return
    named = _edition(published, context)
    if isinstance(named, Unchecked):
        yield named
    else:
        yield from _questioned(factsheet, named, _last_day(published) or on)


def _questioned(
    factsheet: Factsheet, edition: _PolicyEdition, day: date
) -> Iterator[Said]:
    published = factsheet.published
    place = ("policies",) if published is None else ("published", "total")
    printed = [] if published is None else citations_of(published, "total")
    totals = _score(factsheet, edition, day).totals
    for question in edition.questions:
        for choice in question.choices[1:]:
            answered = {question.key: choice.key}
            otherwise = _score(factsheet, edition, day, **answered).totals
            if otherwise != totals:
                yield say(
                    '{}: the facts give {}; were the answer to "{}" "{}", '
                    "they would give {}",
                    words.say(edition.title),
                    _one_of(totals),
                    words.say(question.title),
                    words.say(choice.title),
                    _one_of(otherwise),
                    at=(*place, Key(question.key)),
                    cites=[printed, [cited.citation for cited in question.citations]],
                )


def _one_of(totals: tuple[Decimal, ...]) -> object:
    if len(totals) <= _LISTED:
        return either(totals)
    return words.say(
        "one of {} totals from {} to {}", len(totals), totals[0], totals[-1]
    )


@error("PUB006")
def policy_of_another_country(factsheet: Factsheet) -> Iterator[Said]:
    """A factsheet lists a policy of another country.

    Why it matters:
        It would count for a score that is not its own.

    Fires on:
        A policy whose country is not the factsheet's.

    How to settle it:
        Move the policy, or correct its country.
    """
    for policy in factsheet.policies:
        if policy.country != factsheet.country:
            yield say(
                "{} belongs to {}, the factsheet is about {}",
                policy.name,
                policy.country,
                factsheet.country,
                about=policy,
                at="country",
                cites=[(policy, "country")],
            )


@warning("PUB007", needs=["editions"])
def score_without_facts(factsheet: Factsheet, context: Context) -> Iterator[Said]:
    """A score is published, and nothing recorded bears it out.

    Why it matters:
        It can neither be checked nor explained, and no next step can be told.

    Fires on:
        A published score without a recorded policy of the country; one of which
        no recorded policy is certainly in force on the last day of collection. A
        policy that the publisher's reading sets aside does not count.

    How to settle it:
        Record the policies that were scored, with their dates; or waive the
        finding.
    """
    published = factsheet.published
    if published is None:
        return
    why = words.say("no policy is recorded")
    if _own(factsheet):
        compared = _compared(factsheet, published, context)
        if isinstance(compared, Unchecked):
            yield compared
            return
        if compared.score.facts.provenance.closed:
            return
        text = "no policy that counts is certainly in force on {}"
        why = words.say(text, _last_day(published))
    yield say(
        "{}: nothing bears out the published total of {}",
        why,
        published.total,
        at="published",
        cites=[(published, "total")],
    )


@note("PUB008", sources=["eccp_mx, section 2, note"], needs=["editions"])
def rests_on_day(factsheet: Factsheet, context: Context) -> Iterator[Said]:
    """A published score stands for a period within which its facts change.

    Why it matters:
        Which day of the period was meant decides the total.

    Fires on:
        A period of collection on whose first day the facts allow other totals
        than on its last, by the publisher's reading.

    How to settle it:
        Show the day beside the score, and waive the finding; where the document
        says which day was meant, record it as the period.
    """
    published = factsheet.published
    period = None if published is None else published.collected
    if published is None or period is None or period.last_day is None:
        return
    edition = _edition(published, context)
    if isinstance(edition, Unchecked):
        yield edition
        return
    first, last = (
        _score(factsheet, edition, day) for day in (period.first_day, period.last_day)
    )
    if first.totals != last.totals:
        yield say(
            "on {} {}, on {} {}",
            period.first_day,
            _given_by(first),
            period.last_day,
            _given_by(last),
            at=("published", "collected"),
            cites=[(published, "collected")],
        )


def _given_by(derived: Score) -> Sentence:
    if not derived.facts.provenance.closed:
        return words.say("no policy that counts is certainly in force")
    return words.say("the facts give {}", _one_of(derived.totals))
