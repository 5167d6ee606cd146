"""The totals of many over many years, and which way each went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from numbers import Integral
from operator import attrgetter
from typing import TypeVar

from attrs import frozen

from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scoring._changes import Movement, ScoreChange, difference
from icluster.scoring._named import by_name, some_names
from icluster.scoring._reasons import cautions, joined
from icluster.scoring._scores import Score, totals_said
from icluster.tables import Column, Table, Tabular
from icluster.words import ENGLISH, Key, Language, Listed, Sentence, Worded, say

__all__ = ["Course", "OverTime", "over_time"]


T = TypeVar("T", int, date, str)


@frozen
class Course(Worded):
    """One name at one time: its score, and how that came to be.

    Attributes:
        name: Whose score it is.
        time: When, as text.
        score: The score; None where it was not scored then.
        change: What changed since it was last scored; None the first time.

    Example:
        >>> str(Course("A", "2021", None, None))
        'A, 2021: not scored'
    """

    name: str
    time: str
    score: Score | None
    change: ScoreChange | None

    @property
    def total(self) -> Sentence | Listed | None:
        """The totals that the facts allow, in words; None where it was not scored."""
        return None if self.score is None else totals_said(self.score)

    @property
    def movement(self) -> Sentence | Movement:
        """Which way the total went since it was last scored."""
        if self.score is None:
            return say("not scored")
        return say("first scored") if self.change is None else self.change.movement

    @property
    def criteria(self) -> Sentence:
        """The criteria that certainly rose or fell, in words."""
        moved = () if self.change is None else self.change.moved
        return joined(
            say("{} {}", say(change.criterion.title), change.movement)
            for change in moved
        )

    @property
    def may_have_moved(self) -> bool:
        """Whether a criterion moved since it was last scored, or may have."""
        return self.change is not None and self.change.may_have_moved

    def said(self) -> Sentence:
        """Return name and time, the total, and what moved, as a sentence."""
        moved = () if self.change is None else self.change.moved
        total = () if self.score is None else (self.total,)
        parts = (*total, self.movement, *([self.criteria] if moved else []))
        return say("{}, {}: {}", self.name, self.time, joined(parts))


@frozen
class OverTime(Tabular):
    """Scores of many names at many times.

    Attributes:
        courses: Name by name, time by time, also where a name was not scored.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> every = over_time({2021: {"A": unknown}, 2022: {"A": unknown}})
        >>> every.names, every.times
        (('A',), ('2021', '2022'))
        >>> print(every["A"][1])
        A, 2022: 0 to 8 (16 values); the facts leave it open
    """

    courses: tuple[Course, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order in which they were first scored."""
        return tuple(dict.fromkeys(course.name for course in self.courses))

    @property
    def times(self) -> tuple[str, ...]:
        """The times, the earliest first."""
        return tuple(dict.fromkeys(course.time for course in self.courses))

    def __getitem__(self, name: str) -> tuple[Course, ...]:
        """Return what became of one name, the earliest time first.

        Raises:
            UnknownNameError: It was never scored.
        """
        courses = tuple(course for course in self.courses if course.name == name)
        if not courses:
            raise UnknownNameError("score", name, self.names)
        return courses

    def table(
        self,
        *,
        names: Iterable[str] | None = None,
        moved_only: bool = False,
        language: Language = ENGLISH,
    ) -> Table:
        """Return a row for each name and time: the total and which way it went.

        Args:
            names: Take only these names.
            moved_only: Take only what may have moved since it was last scored.

        Raises:
            UnknownNameError: One of the names was never scored.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> from icluster.scoring import score
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> every = over_time({2021: {"A": unknown}, 2022: {}})
            >>> [row["movement"] for row in every.table().records()]
            ['first scored', 'not scored']
        """
        asked = some_names(names, self.names)
        scores = (course.score for course in self.courses)
        return Table.of(
            say("Totals over time"),
            [
                course
                for course in self.courses
                if course.name in asked
                if not moved_only or course.may_have_moved
            ],
            _COLUMNS,
            notes=cautions(score.rubric for score in scores if score is not None),
            language=language,
        )


_COLUMNS = (
    Column("name", "Name", of=attrgetter("name")),
    Column("time", "Time", of=attrgetter("time")),
    Column("total", "Total", numeric=True, ranged=True, of=attrgetter("total")),
    Column("movement", "Movement", of=attrgetter("movement")),
    Column("criteria", "Criteria that moved", of=attrgetter("criteria")),
)


def over_time(scores: Mapping[T, Mapping[str, Score]]) -> OverTime:
    """Follow the scores of many over several times.

    Each score is held against the one before it of the same name, as `difference`
    does; a time at which a name was not scored is passed over.

    Args:
        scores: Scores by time and by name. Years and days are put in order; times
            in words are taken in the order given.

    Raises:
        InvalidValueError: What is given maps no times to scores by name, or two
            scores of one name are by different rubrics.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> facts = Facts.of(eccp.FACTS_2022, none)
        >>> before = score(eccp.MATURITY_2022, facts)
        >>> after = score(eccp.MATURITY_2022, facts.but(monitoring=True))
        >>> for course in over_time({2021: {"A": before}, 2022: {"A": after}})["A"]:
        ...     print(course)
        A, 2021: 0; first scored
        A, 2022: 1; rose; Evidence of performance rose
    """
    if not isinstance(scores, Mapping):
        expected = "a mapping of times to scores by name"
        raise InvalidValueError("scores", expected, type(scores).__name__)
    times = _in_order(tuple(scores))
    for time in times:
        step = time if isinstance(time, int) else Key(time)
        by_name(("scores", step), scores[time], "scores", Score)
    names = dict.fromkeys(name for time in times for name in scores[time])
    by_time = [(str(time), scores[time]) for time in times]
    return OverTime(
        tuple(course for name in names for course in _courses(name, by_time))
    )


def _in_order(times: tuple[T, ...]) -> tuple[T, ...]:
    kinds = set(map(_kind, times))
    if len(kinds) > 1 or None in kinds:
        raise InvalidValueError("scores", "by year, by day or by words", times)
    return times if kinds == {str} else tuple(sorted(times))


def _kind(time: object) -> type | None:
    """Return what a time is; the whole numbers of other libraries are years too."""
    if isinstance(time, (bool, datetime)):
        return None
    kinds = (kind for kind in (Integral, date, str) if isinstance(time, kind))
    return next(kinds, None)


def _courses(
    name: str, by_time: list[tuple[str, Mapping[str, Score]]]
) -> Iterator[Course]:
    before: Score | None = None
    for time, scores in by_time:
        score = scores.get(name)
        change = None if before is None or score is None else difference(before, score)
        yield Course(name, time, score, change)
        before = before if score is None else score
