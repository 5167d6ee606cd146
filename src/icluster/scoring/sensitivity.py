"""How an ordering depends on choices: readings, days, criteria, open facts.

A scenario is a set of scores by name, made by one set of choices. Scenarios are
counted out where the choices are finite, not sampled. After the handbook on
composite indicators of the OECD and the Joint Research Centre, which asks how
robust a ranking is to what its makers decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from icluster._fields import check_day, check_type
from icluster.editions import Edition, Reading
from icluster.errors import InvalidValueError
from icluster.scoring._given import named, named_scores
from icluster.scoring._spread import Spread
from icluster.scoring.reading import policy_facts, to_policies
from icluster.scoring.scenarios import Scenario, Scenarios
from icluster.scoring.scores import Score, score

if TYPE_CHECKING:
    from icluster.policies import Policy
    from icluster.rubrics import Rubric

__all__ = ["by_day", "by_reading", "leaving_out", "share_ahead"]


def __dir__() -> list[str]:
    return __all__


def leaving_out(scores: Mapping[str, Score]) -> Scenarios:
    """Score the same facts without one criterion at a time.

    Args:
        scores: Scores by name, all by the same rubric of two criteria or more.

    Raises:
        InvalidValueError: There are no scores by name, the rubrics differ, or there
            is too little to leave out.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> str(leaving_out({"A": unknown}).scenarios[1]["A"].highest)
        '6.0'
    """
    rubric = named_scores("scores", scores)
    if rubric is None or len(rubric.criteria) < 2:
        expected = "some, by a rubric of several criteria"
        raise InvalidValueError("scores", expected, tuple(scores))
    without = tuple(
        Scenario(
            f"without {left_out.title}",
            tuple(
                (name, score(_without(rubric, index), each.facts))
                for name, each in scores.items()
            ),
        )
        for index, left_out in enumerate(rubric.criteria)
    )
    return Scenarios((Scenario("every criterion", tuple(scores.items())), *without))


def _without(rubric: Rubric, index: int) -> Rubric:
    left = (*rubric.criteria[:index], *rubric.criteria[index + 1 :])
    return evolve(rubric, criteria=left)


def by_reading(
    policies: Mapping[str, Iterable[Policy]], *, on: date, edition: Edition
) -> Scenarios:
    """Score the same policies by every reading; one reading holds for all names.

    Args:
        policies: The recorded policies by name.
        on: The day on which facts are told.
        edition: The edition, which holds the questions and their choices.

    Raises:
        InvalidValueError: There are no policies by name, or *on* is no day.

    Example:
        >>> from icluster.reference import eccp, mexico
        >>> every = by_reading(
        ...     {"Mexico": mexico.POLICIES_2022},
        ...     on=date(2022, 9, 30),
        ...     edition=eccp.EDITION_2022,
        ... )
        >>> len(every.scenarios), every.scenarios[0].title
        (64, 'published reading')
    """
    check_day("on", on)
    check_type("edition", edition, Edition)
    recorded = _recorded(policies)
    return Scenarios(
        tuple(
            Scenario(
                "; ".join(map(str, edition.differences(reading)))
                or "published reading",
                _scored(recorded, on, edition, reading),
            )
            for reading in edition.readings()
        )
    )


def by_day(
    policies: Mapping[str, Iterable[Policy]],
    *,
    days: Iterable[date],
    edition: Edition,
    reading: Reading,
) -> Scenarios:
    """Score the same policies on several days.

    Args:
        policies: The recorded policies by name.
        days: The days; the first is what the others are held against.
        edition: The edition.
        reading: How open questions are answered.

    Raises:
        InvalidValueError: There are no policies by name, or no days.

    Example:
        >>> from icluster.reference import eccp, mexico
        >>> every = by_day(
        ...     {"Mexico": mexico.POLICIES_2022},
        ...     days=[date(2022, 9, 30), date(2030, 9, 30)],
        ...     edition=eccp.EDITION_2022,
        ...     reading=eccp.PUBLISHED_READING,
        ... )
        >>> [str(each["Mexico"].total) for each in every.scenarios]
        ['1.5', '1.5']
    """
    several = isinstance(days, Iterable) and not isinstance(days, str)
    every = tuple(days) if several else ()
    if not every:
        raise InvalidValueError(
            "days", "one or more, such as [date(2022, 9, 30)]", days
        )
    for index, day in enumerate(every):
        check_day(f"days[{index}]", day)
    if len(set(every)) < len(every):
        raise InvalidValueError("days", "each given once", every)
    check_type("edition", edition, Edition)
    check_type("reading", reading, Reading)
    recorded = _recorded(policies)
    return Scenarios(
        tuple(
            Scenario(f"on {day}", _scored(recorded, day, edition, reading))
            for day in every
        )
    )


def _recorded(
    policies: Mapping[str, Iterable[Policy]],
) -> tuple[tuple[str, tuple[Policy, ...]], ...]:
    return tuple(
        (name, to_policies(each, field=f"policies[{name!r}]"))
        for name, each in named("policies", policies, "policies").items()
    )


def _scored(
    recorded: tuple[tuple[str, tuple[Policy, ...]], ...],
    on: date,
    edition: Edition,
    reading: Reading,
) -> tuple[tuple[str, Score], ...]:
    return tuple(
        (
            name,
            score(
                edition.rubric,
                policy_facts(policies, on=on, edition=edition, reading=reading),
            ),
        )
        for name, policies in recorded
    )


def share_ahead(one: Score, other: Score) -> Fraction:
    """Return the share of possibilities in which *one* is ahead of *other*.

    Every completion of the facts that the rubric looks at counts once; in a gap
    of the scale it is divided evenly among the candidates. It is a count of what
    is still possible, not a probability: nothing says that what is possible is
    equally likely.

    Raises:
        InvalidValueError: The scores are by different rubrics.
        TooLargeError: A score has more than 65,536 totals.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> nothing = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, nothing)
        >>> known = score(eccp.MATURITY_2022, facts)
        >>> open_score = score(eccp.MATURITY_2022, facts.but(monitoring={False, True}))
        >>> share_ahead(open_score, known)
        Fraction(1, 2)
    """
    check_type("one", one, Score)
    check_type("other", other, Score)
    if one.rubric != other.rubric:
        raise InvalidValueError("other", f"by {one.rubric.key}, as the one", other)
    return Spread.of(one).ahead_of(Spread.of(other))
