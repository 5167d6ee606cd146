"""How an ordering depends on choices: readings, days, criteria, open facts.

A scenario is a set of scores by name, made by one set of choices. Scenarios are
counted out where the choices are finite, not sampled. After the handbook on
composite indicators of the OECD and the Joint Research Centre, which asks how
robust a ranking is to what its makers decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from attrs import evolve

from icluster._fields import check_day, check_type
from icluster.editions import Edition, Reading
from icluster.errors import InvalidValueError
from icluster.scoring._facts import RecordReader, to_records
from icluster.scoring._named import by_name
from icluster.scoring._orderings import Scenario, Scenarios
from icluster.scoring._reasons import joined
from icluster.scoring._scores import Score, score
from icluster.words import say

__all__ = ["by_day", "by_reading", "leaving_out"]

R = TypeVar("R")


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
        '6'
    """
    rubric = Score.rubric_of(scores)
    if rubric is None or len(rubric.criteria) < 2:
        expected = "some, by a rubric of several criteria"
        raise InvalidValueError("scores", expected, tuple(scores))
    scenarios = [Scenario(say("every criterion"), tuple(scores.items()))]
    for left_out in rubric.criteria:
        criteria = [kept for kept in rubric.criteria if kept is not left_out]
        fewer = evolve(rubric, criteria=criteria)
        title = say("without {}", say(left_out.title))
        rescored = ((name, score(fewer, old.facts)) for name, old in scores.items())
        scenarios.append(Scenario(title, tuple(rescored)))
    return Scenarios(scenarios)


def by_reading(
    records: Mapping[str, Iterable[R]],
    *,
    on: date,
    edition: Edition[R],
    complete: bool = False,
) -> Scenarios:
    """Score the same records by every reading, one for all names.

    Args:
        records: The records by name.
        on: The day on which facts are told.
        edition: The edition, which holds the questions and their choices.
        complete: Whether what is not recorded is known not to exist.

    Raises:
        InvalidValueError: There are no records by name, or *on* is no day.

    Example:
        >>> from icluster.reference import eccp, mexico
        >>> every = by_reading(
        ...     {"Mexico": mexico.POLICIES_2022},
        ...     on=date(2022, 9, 30),
        ...     edition=eccp.EDITION_2022,
        ... )
        >>> len(every.scenarios), str(every.scenarios[0].title)
        (128, 'published reading')
    """
    check_day("on", on)
    check_type("edition", edition, Edition)
    readers = {
        name: RecordReader(several, on, edition, complete)
        for name, several in _by_name(records, edition).items()
    }
    return Scenarios(
        Scenario(
            joined(differences) if differences else say("published reading"),
            _scored(readers, reading),
        )
        for reading in edition.readings()
        for differences in [edition.differences(reading)]
    )


def by_day(
    records: Mapping[str, Iterable[R]],
    *,
    days: Iterable[date],
    edition: Edition[R],
    reading: Reading,
    complete: bool = False,
) -> Scenarios:
    """Score the same records on several days.

    Args:
        records: The records by name.
        days: The days; the first is what the others are held against.
        edition: The edition.
        reading: How open questions are answered.
        complete: Whether what is not recorded is known not to exist.

    Raises:
        InvalidValueError: There are no records by name, or no days.

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
    named = _by_name(records, edition)
    readers = {
        day: {
            name: RecordReader(several, day, edition, complete)
            for name, several in named.items()
        }
        for day in distinct
    }
    return Scenarios(
        Scenario(say("on {}", day), _scored(readers[day], reading)) for day in distinct
    )


def _by_name(
    records: Mapping[str, Iterable[R]], edition: Edition[R]
) -> dict[str, tuple[R, ...]]:
    named = by_name(("records",), records, "records")
    return {n: to_records(few, edition, "records", n) for n, few in named.items()}


def _scored(
    readers: Mapping[str, RecordReader[R]], reading: Reading
) -> tuple[tuple[str, Score], ...]:
    return tuple(
        (name, score(reader.edition.rubric, reader.facts(reading)))
        for name, reader in readers.items()
    )
