"""How an ordering depends on choices: readings, days, criteria, open facts.

A scenario is a set of scores by name, made by one set of choices. Scenarios are
counted out where the choices are finite, not sampled. After the handbook on
composite indicators of the OECD and the Joint Research Centre, which asks how
robust a ranking is to what its makers decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve

from icluster._fields import check_day, check_type
from icluster.editions import Edition, Reading
from icluster.errors import InvalidValueError
from icluster.policies import Policy
from icluster.scoring._facts import read_facts, to_policies
from icluster.scoring._named import by_name
from icluster.scoring._orderings import Scenario, Scenarios
from icluster.scoring._reasons import joined
from icluster.scoring._scores import Score, score
from icluster.words import say

__all__ = ["by_day", "by_reading", "leaving_out"]


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
    rubric = Score.rubric_of(scores)
    if rubric is None or len(rubric.criteria) < 2:
        expected = "some, by a rubric of several criteria"
        raise InvalidValueError("scores", expected, tuple(scores))
    scenarios = [Scenario(say("every criterion"), tuple(scores.items()))]
    for left_out in rubric.criteria:
        criteria = [kept for kept in rubric.criteria if kept is not left_out]
        fewer = evolve(rubric, criteria=criteria)
        title = say("without {}", left_out.title)
        rescored = ((name, score(fewer, old.facts)) for name, old in scores.items())
        scenarios.append(Scenario(title, tuple(rescored)))
    return Scenarios(scenarios)


def by_reading(
    records: Mapping[str, Iterable[Policy]], *, on: date, edition: Edition
) -> Scenarios:
    """Score the same recorded policies by every reading, one for all names.

    Args:
        records: The recorded policies by name.
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
        >>> len(every.scenarios), str(every.scenarios[0].title)
        (64, 'published reading')
    """
    check_day("on", on)
    check_type("edition", edition, Edition)
    policies = _by_name(records)
    return Scenarios(
        Scenario(
            joined(differences) if differences else say("published reading"),
            _scored(policies, on, edition, reading),
        )
        for reading in edition.readings()
        for differences in [edition.differences(reading)]
    )


def by_day(
    records: Mapping[str, Iterable[Policy]],
    *,
    days: Iterable[date],
    edition: Edition,
    reading: Reading,
) -> Scenarios:
    """Score the same recorded policies on several days.

    Args:
        records: The recorded policies by name.
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
        >>> [str(scenario["Mexico"].total) for scenario in every.scenarios]
        ['1.5', '1.5']
    """
    several = isinstance(days, Iterable) and not isinstance(days, str)
    distinct = tuple(days) if several else ()
    if not distinct:
        expected = "one or more, such as [date(2022, 9, 30)]"
        raise InvalidValueError("days", expected, days)
    for index, day in enumerate(distinct):
        check_day(f"days[{index}]", day)
    if len(set(distinct)) < len(distinct):
        raise InvalidValueError("days", "each given once", distinct)
    check_type("edition", edition, Edition)
    check_type("reading", reading, Reading)
    policies = _by_name(records)
    return Scenarios(
        Scenario(say("on {}", day), _scored(policies, day, edition, reading))
        for day in distinct
    )


def _by_name(records: Mapping[str, Iterable[Policy]]) -> dict[str, tuple[Policy, ...]]:
    named = by_name(("records",), records, "policies")
    return {name: to_policies(few, "records", name) for name, few in named.items()}


def _scored(
    policies: dict[str, tuple[Policy, ...]],
    on: date,
    edition: Edition,
    reading: Reading,
) -> tuple[tuple[str, Score], ...]:
    return tuple(
        (
            name,
            score(
                edition.rubric,
                read_facts(several, on=on, edition=edition, reading=reading),
            ),
        )
        for name, several in policies.items()
    )
