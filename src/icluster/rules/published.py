"""Published scores: held against themselves, their rubric and the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from attrs import evolve, frozen

from icluster._exact import times, to_decimal_text, total_of
from icluster.contexts import Context
from icluster.editions import Edition
from icluster.policies import Factsheet, Policy, PublishedScore
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Statement, Unchecked, say
from icluster.scoring import (
    Agreement,
    Comparison,
    Score,
    compare,
    policy_facts,
    score,
)
from icluster.sources import Citation, citations_of

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


_rule = partial(rule, family="published", since="26.1")

_LISTED = 4  # totals up to which each one is written


def _edition(published: PublishedScore, context: Context) -> Edition | None:
    for edition in context.editions:
        if edition.rubric.key == published.rubric:
            return edition
    return None


def _lacking(published: PublishedScore) -> Unchecked:
    return Unchecked(f"an edition with the rubric {published.rubric!r}")


@_rule(
    "PUB001",
    "total-is-no-sum",
    Severity.ERROR,
    about=PublishedScore,
    needs=("editions",),
    sources=("eccp_mx, section 2, maturity table",),
)
def total_is_no_sum(
    published: PublishedScore, on: date, context: Context
) -> Iterator[Said]:
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
    if edition is None:
        yield _lacking(published)
        return
    points = dict(published.points)
    least, most = (
        total_of(
            times(points.get(each.key, each.levels[end].points), each.weight)
            for each in edition.rubric.criteria
        )
        for end in (0, -1)
    )
    if not least <= published.total <= most:
        yield say(
            "{}: the points make {}, the total is printed as {}",
            published.subject,
            least if least == most else f"{least} to {most}",
            published.total,
            at="total",
            sides=[
                citations_of(published, "points"),
                citations_of(published, "total"),
            ],
        )


@_rule(
    "PUB002",
    "points-off-scale",
    Severity.ERROR,
    about=PublishedScore,
    needs=("editions",),
    sources=("eccp_mx, Annex",),
)
def points_off_scale(
    published: PublishedScore, on: date, context: Context
) -> Iterator[Said]:
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
    if edition is None:
        yield _lacking(published)
        return
    scale = {
        criterion.key: tuple(level.points for level in criterion.levels)
        for criterion in edition.rubric.criteria
    }
    sides = [citations_of(published, "points"), _cited(edition)]
    for index, (key, points) in enumerate(published.points):
        allowed, at = scale.get(key), ("points", index)
        if allowed is None:
            yield say("the rubric has no criterion {}", key, at=at, sides=sides)
        elif points not in allowed:
            text = "{} has {} points, the rubric gives {}"
            yield say(text, key, points, allowed, at=at, sides=sides)


def _cited(edition: Edition) -> tuple[Citation, ...]:
    return citations_of(edition.rubric, "criteria")


def _own(factsheet: Factsheet) -> tuple[Policy, ...]:
    """Return the policies that are scored: a score is of one country."""
    return tuple(p for p in factsheet.policies if p.country == factsheet.country)


def _score(factsheet: Factsheet, edition: Edition, day: date, **answers: str) -> Score:
    """Score the policies as the publisher read them, with other *answers*."""
    facts = policy_facts(
        _own(factsheet),
        on=day,
        edition=edition,
        reading=edition.published.but(**answers),
    )
    return score(edition.rubric, facts)


def _last_day(published: PublishedScore) -> date | None:
    """Return the day that a score stands for, None where it is not stated."""
    return None if published.collected is None else published.collected.last_day


def _undated(published: PublishedScore) -> Unchecked:
    return Unchecked(
        f"the last day on which data of {published.subject} were collected"
    )


@_rule(
    "PUB003",
    "published-differs",
    Severity.ERROR,
    about=Factsheet,
    needs=("editions",),
    sources=("eccp_mx, section 2, Annex",),
)
def published_differs(
    factsheet: Factsheet, on: date, context: Context
) -> Iterator[Said]:
    """Published points are not what the factsheet's own facts give.

    Why it matters:
        The score, or one of the facts that it was made from, is wrong.

    Fires on:
        A criterion whose published points no completion of the facts gives, by
        the publisher's reading, on the last day of collection; without such a
        day it is not checked. Points that are not on the scale, and a score of
        which no recorded policy counts on that day, are found by other rules.

    How to settle it:
        Correct the points, or the fact that they were made from;
        `icluster.scoring.compare` shows both with the sentences of the levels.
    """
    yield from _verdicts(
        factsheet, context, Agreement.DIFFERS, "{}: published {}, the facts give {}"
    )


@_rule(
    "PUB004",
    "facts-leave-open",
    Severity.NOTE,
    about=Factsheet,
    needs=("editions",),
    sources=("eccp_mx, section 2, Annex",),
)
def facts_leave_open(
    factsheet: Factsheet, on: date, context: Context
) -> Iterator[Said]:
    """Published points are one of several that the facts allow.

    Why it matters:
        The publisher knew more than is recorded, or chose.

    Fires on:
        A criterion whose published points are allowed by the facts, beside
        others, by the publisher's reading, on the last day of collection;
        without such a day it is not checked. A score of which no recorded policy
        counts on that day is found by another rule.

    How to settle it:
        Record the facts that settle it; where the scale itself leaves it open,
        waive the finding.
    """
    yield from _verdicts(
        factsheet, context, Agreement.POSSIBLE, "{}: published {}, the facts allow {}"
    )


def _verdicts(
    factsheet: Factsheet, context: Context, wanted: Agreement, text: str
) -> Iterator[Said]:
    published = factsheet.published
    if published is None or not _own(factsheet):
        return
    compared = _compared(factsheet, published, context)
    if isinstance(compared, Unchecked):
        yield compared
        return
    if not _any_counts(factsheet, compared.score):
        return
    keys = [key for key, _ in published.points]
    for each in compared.criteria:
        # Points that are not on the scale are found elsewhere.
        on_scale = {level.points for level in each.derived.criterion.levels}
        if each.verdict is wanted and each.published in on_scale:
            read = [reason.citations for reason in each.derived.reasons]
            yield say(
                text,
                each.key,
                each.published,
                each.derived.candidates,
                at=("published", "points", keys.index(each.key)),
                sides=[each.citations, dict.fromkeys(c for some in read for c in some)],
            )


def _compared(
    factsheet: Factsheet, published: PublishedScore, context: Context
) -> Comparison | Unchecked:
    edition = _edition(published, context)
    if edition is None:
        return _lacking(published)
    day = _last_day(published)
    if day is None:
        return _undated(published)
    known = {criterion.key for criterion in edition.rubric.criteria}
    points = tuple(each for each in published.points if each[0] in known)
    return compare(evolve(published, points=points), _score(factsheet, edition, day))


def _any_counts(factsheet: Factsheet, derived: Score) -> bool:
    """Tell whether a policy is in force and counted, past ones apart."""
    return len(derived.facts.provenance.set_aside) < len(_own(factsheet))


@_rule(
    "PUB005",
    "rests-on-reading",
    Severity.NOTE,
    about=Factsheet,
    needs=("editions",),
    sources=("eccp_mx, section 2",),
)
def rests_on_reading(
    factsheet: Factsheet, on: date, context: Context
) -> Iterator[Said]:
    """A total rests on how a question was read.

    Why it matters:
        Somebody who reads the same documents otherwise gets another total, with
        no fact changed.

    Fires on:
        Each question that an edition leaves open, where another answer to it
        alone changes the totals that the facts allow. A factsheet with a
        published score is read by the edition of its rubric, on the last day of
        collection; one without by each edition, on the day of the check. What
        two other answers change only together is not asked:
        `icluster.scoring.readings` shows all combinations. The place ends in the
        key of the question, so that each can be waived alone.

    How to settle it:
        Show the reading beside the score, and waive the finding.
    """
    published = factsheet.published
    if published is None:
        for edition in context.editions:
            yield from _questioned(factsheet, edition, on)
        return
    named = _edition(published, context)
    if named is None:
        yield _lacking(published)
    else:
        yield from _questioned(factsheet, named, _last_day(published) or on)


def _questioned(factsheet: Factsheet, edition: Edition, day: date) -> Iterator[Said]:
    published = factsheet.published
    totals = _score(factsheet, edition, day).totals
    at = ("policies",) if published is None else ("published", "total")
    for question in edition.questions:
        for choice in question.choices[1:]:
            other = _score(factsheet, edition, day, **{question.key: choice.key}).totals
            if other != totals:
                yield say(
                    '{}: the facts give {}; were the answer to "{}" "{}", '
                    "they would give {}",
                    edition.title,
                    _Totals(totals),
                    question.title,
                    choice.title,
                    _Totals(other),
                    at=(*at, f"['{question.key}']"),
                    sides=[
                        () if published is None else citations_of(published, "total"),
                        tuple(each.citation for each in question.citations),
                    ],
                )


@frozen
class _Totals:
    """Totals that are possible, put into words when somebody asks."""

    totals: tuple[Decimal, ...]

    def __str__(self) -> str:
        texts = [to_decimal_text(total) for total in self.totals]
        if len(texts) > _LISTED:
            return f"one of {len(texts)} totals from {texts[0]} to {texts[-1]}"
        *others, last = texts
        return f"{', '.join(others)} or {last}" if others else last


@_rule("PUB006", "policy-of-another-country", Severity.ERROR, about=Factsheet)
def policy_of_another_country(
    factsheet: Factsheet, on: date, context: Context
) -> Iterator[Said]:
    """A factsheet lists a policy of another country.

    Why it matters:
        It would count for a score that is not its own.

    Fires on:
        A policy whose country is not the factsheet's.

    How to settle it:
        Move the policy, or correct its country.
    """
    for index, policy in enumerate(factsheet.policies):
        if policy.country != factsheet.country:
            yield say(
                "{} belongs to {}, the factsheet is about {}",
                policy.name,
                policy.country,
                factsheet.country,
                at=("policies", index, "country"),
                sides=[citations_of(policy, "country")],
            )


@_rule(
    "PUB007",
    "score-without-facts",
    Severity.WARNING,
    about=Factsheet,
    needs=("editions",),
)
def score_without_facts(
    factsheet: Factsheet, on: date, context: Context
) -> Iterator[Said]:
    """A score is published, and nothing recorded bears it out.

    Why it matters:
        It can neither be checked nor explained, and no next step can be told.

    Fires on:
        A published score without a recorded policy of the country; one of which
        no recorded policy counts on the last day of collection, unless past
        policies alone give it. A policy counts if it may be in force and the
        publisher's reading does not set it aside.

    How to settle it:
        Record the policies that were scored, with their dates; or waive the
        finding.
    """
    published = factsheet.published
    if published is None:
        return
    if not _own(factsheet):
        yield _borne_out_by_nothing("no policy is recorded", published)
        return
    compared = _compared(factsheet, published, context)
    if isinstance(compared, Unchecked):
        yield compared
        return
    none_counts = not _any_counts(factsheet, compared.score)
    if none_counts and not _agree(compared):
        text = "no recorded policy counts on {}"
        yield _borne_out_by_nothing(text, published, _last_day(published))


def _agree(compared: Comparison) -> bool:
    """Tell whether the facts give every figure that was published."""
    verdicts = {each.verdict for each in compared.criteria} | {compared.total}
    return verdicts <= {Agreement.AGREES, Agreement.NOT_PUBLISHED}


def _borne_out_by_nothing(
    text: str, published: PublishedScore, *parts: object
) -> Statement:
    return say(
        f"{text}: nothing bears out the published total of {{}}",
        *parts,
        published.total,
        at="published",
        sides=[citations_of(published, "total")],
    )


@_rule(
    "PUB008",
    "rests-on-day",
    Severity.NOTE,
    about=Factsheet,
    needs=("editions",),
    sources=("eccp_mx, section 2, note",),
)
def rests_on_day(factsheet: Factsheet, on: date, context: Context) -> Iterator[Said]:
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
    if edition is None:
        yield _lacking(published)
        return
    first, last = (
        _score(factsheet, edition, day).totals
        for day in (period.first_day, period.last_day)
    )
    if first != last:
        yield say(
            "on {} the facts give {}, on {} they give {}",
            period.first_day,
            _Totals(first),
            period.last_day,
            _Totals(last),
            at=("published", "collected"),
            sides=[citations_of(published, "collected")],
        )
