"""Published scores: held against themselves, their rubric and the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from icluster._exact import times, total_of
from icluster.contexts import Context
from icluster.editions import Edition
from icluster.policies import Factsheet, PublishedScore
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Unchecked, say
from icluster.scoring import Agreement, Score, compare, policy_facts, score
from icluster.sources import Citation, citations_of

__all__ = [
    "facts_leave_open",
    "points_off_scale",
    "policy_of_another_country",
    "published_differs",
    "rests_on_reading",
    "total_is_no_sum",
    "year_differs",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, family="published", since="26.1")


def _edition(published: PublishedScore, context: Context) -> Edition | None:
    for edition in context.editions:
        if edition.rubric.key == published.rubric:
            return edition
    return None


def _lacking(published: PublishedScore) -> Unchecked:
    return Unchecked(f"an edition with the rubric {published.rubric!r}")


def _strays(published: PublishedScore, edition: Edition) -> tuple[str, ...]:
    known = {criterion.key for criterion in edition.rubric.criteria}
    return tuple(key for key, _ in published.points if key not in known)


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
        applied, where every criterion has points.

    How to settle it:
        Look at the table again; if it is printed so, waive the finding.
    """
    edition = _edition(published, context)
    if edition is None:
        yield _lacking(published)
        return
    points = dict(published.points)
    criteria = edition.rubric.criteria
    if all(each.key in points for each in criteria):
        made = total_of(times(points[each.key], each.weight) for each in criteria)
        if made != published.total:
            yield say(
                "{}: the points make {}, the total is printed as {}",
                published.subject,
                made,
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
        Points that no level of the criterion has, points for a criterion that
        the rubric does not have, and a criterion without points.

    How to settle it:
        Look at the table again, or name the rubric that was used.
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
    for key, points in published.points:
        allowed = scale.pop(key, None)
        if allowed is None:
            yield say("the rubric has no criterion {}", key, at="points", sides=sides)
        elif points not in allowed:
            text = "{} has {} points, the rubric gives {}"
            yield say(text, key, points, allowed, at="points", sides=sides)
    for key in scale:
        yield say("{} has no points", key, at="points", sides=sides)


def _cited(edition: Edition) -> tuple[Citation, ...]:
    return citations_of(edition.rubric, "criteria")


def _derived(
    factsheet: Factsheet, edition: Edition, on: date, **answers: str
) -> tuple[date, Score]:
    """Score the policies as the publisher read them, with other *answers*.

    A published score stands for the last day on which data were collected.
    """
    published = factsheet.published
    collected = None if published is None else published.collected
    day = on if collected is None else collected.last_day or on
    # A score is of one country; what else the factsheet holds is not scored.
    own = [each for each in factsheet.policies if each.country == factsheet.country]
    facts = policy_facts(
        own,
        on=day,
        edition=edition,
        reading=edition.published.but(**answers),
    )
    return day, score(edition.rubric, facts)


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
        the publisher's reading, on the last day of collection.

    How to settle it:
        Compare the facts and the level's sentence criterion by criterion, with
        `icluster.scoring.compare`.
    """
    yield from _verdicts(
        factsheet, on, context, Agreement.DIFFERS, "{}: published {}, the facts give {}"
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
        others, by the publisher's reading, on the last day of collection.

    How to settle it:
        Record the facts that settle it.
    """
    yield from _verdicts(
        factsheet,
        on,
        context,
        Agreement.POSSIBLE,
        "{}: published {}, the facts allow {}",
    )


def _verdicts(
    factsheet: Factsheet, on: date, context: Context, wanted: Agreement, text: str
) -> Iterator[Said]:
    published = factsheet.published
    if published is None or not factsheet.policies:
        return
    edition = _edition(published, context)
    if edition is None:
        yield _lacking(published)
        return
    # Points for criteria that the rubric does not have are found elsewhere.
    if _strays(published, edition):
        return
    _, derived = _derived(factsheet, edition, on)
    for each in compare(published, derived).criteria:
        if each.verdict is wanted:
            read = [reason.citations for reason in each.derived.reasons]
            yield say(
                text,
                each.key,
                each.published,
                each.derived.candidates,
                at=("published", "points"),
                sides=[each.citations, dict.fromkeys(c for some in read for c in some)],
            )


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
    """A published total rests on how a question was read.

    Why it matters:
        Somebody who reads the same documents otherwise gets another total, with
        no fact changed.

    Fires on:
        Each question that the edition leaves open, where another answer to it
        alone changes the totals that the facts allow.

    How to settle it:
        Show the reading beside the score, and waive the finding.
    """
    published = factsheet.published
    if published is None or not factsheet.policies:
        return
    edition = _edition(published, context)
    if edition is None:
        yield _lacking(published)
        return
    _, derived = _derived(factsheet, edition, on)
    for question in edition.questions:
        for choice in question.choices[1:]:
            _, other = _derived(factsheet, edition, on, **{question.key: choice.key})
            if other.totals != derived.totals:
                yield say(
                    'the total is {}; were the answer to "{}" "{}", it would be {}',
                    _either(derived.totals),
                    question.title,
                    choice.title,
                    _either(other.totals),
                    at=("published", "total"),
                    sides=[
                        citations_of(published, "total"),
                        tuple(each.citation for each in question.citations),
                    ],
                )


def _either(totals: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    return totals if len(totals) < 4 else (totals[0], totals[-1])


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


@_rule("PUB007", "year-differs", Severity.WARNING, about=Factsheet)
def year_differs(factsheet: Factsheet, on: date, context: Context) -> Iterator[Said]:
    """A published score was collected in another year than its factsheet is of.

    Why it matters:
        Scores are compared by the year of the factsheet.

    Fires on:
        A period of collection that has no day in the factsheet's year.

    How to settle it:
        Correct the year, or the period.
    """
    published = factsheet.published
    period = None if published is None else published.collected
    if published is None or period is None:
        return
    begins_late = period.first_day.year > factsheet.year
    ended_early = period.last_day is not None and (
        period.last_day.year < factsheet.year
    )
    if begins_late or ended_early:
        yield say(
            "collected {}, in a factsheet of {}",
            period,
            factsheet.year,
            at=("published", "collected"),
            sides=[citations_of(published, "collected")],
        )
