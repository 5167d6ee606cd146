"""The totals of many over many years, and which way each went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from numbers import Integral
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from icluster._fields import all_of, to_tuple
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scoring._given import check_scores, some_names
from icluster.scoring.changes import Movement, ScoreChange, difference
from icluster.scoring.scores import Score, either
from icluster.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Course", "OverTime", "over_time"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T", int, date, str)


@frozen
class Course:
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
    def total(self) -> str:
        """The totals that the facts allow, as text; empty where it was not scored."""
        return "" if self.score is None else either(self.score.totals)

    @property
    def movement(self) -> str:
        """Which way the total went since it was last scored, in words."""
        if self.score is None:
            return "not scored"
        return "first scored" if self.change is None else self.change.movement.title

    @property
    def criteria(self) -> str:
        """The criteria that certainly rose or fell, in words."""
        moved = () if self.change is None else self.change.moved
        return "; ".join(
            f"{each.criterion.title} {each.movement.title}" for each in moved
        )

    def __str__(self) -> str:
        said = (self.total, self.movement, self.criteria)
        return f"{self.name}, {self.time}: {'; '.join(filter(None, said))}"


@frozen
class OverTime:
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
        A, 2022: 0.0 to 8.0 (16 values); the facts leave it open
    """

    courses: tuple[Course, ...] = field(converter=to_tuple, validator=all_of(Course))

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order in which they were first scored."""
        return tuple(dict.fromkeys(each.name for each in self.courses))

    @property
    def times(self) -> tuple[str, ...]:
        """The times, the earliest first."""
        return tuple(dict.fromkeys(each.time for each in self.courses))

    def __getitem__(self, name: str) -> tuple[Course, ...]:
        """Return what became of one name, the earliest time first.

        Raises:
            UnknownNameError: It was never scored.
        """
        found = tuple(each for each in self.courses if each.name == name)
        if not found:
            raise UnknownNameError("score", name, self.names)
        return found

    def table(
        self, *, names: Iterable[str] | None = None, moved_only: bool = False
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
        wanted = some_names(names, self.names)
        courses = [
            each
            for each in self.courses
            if each.name in wanted
            if not moved_only or _may_have_moved(each)
        ]
        return Table(
            title="Totals over time",
            columns=(
                Column("name", "Name"),
                Column("time", "Time"),
                Column("total", "Total", numeric=True),
                Column("movement", "Movement"),
                Column("criteria", "Criteria that moved"),
            ),
            rows=[
                (each.name, each.time, each.total, each.movement, each.criteria)
                for each in courses
            ],
            notes=tuple(self._cautions()),
        )

    def _cautions(self) -> Iterable[str]:
        scores = (each.score for each in self.courses)
        said = (each.rubric.caution for each in scores if each is not None)
        return dict.fromkeys(filter(None, said))

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


def _may_have_moved(course: Course) -> bool:
    change = course.change
    return change is not None and any(
        each.movement is not Movement.STAYED for each in change.criteria
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
        >>> for each in over_time({2021: {"A": before}, 2022: {"A": after}})["A"]:
        ...     print(each)
        A, 2021: 0.0; first scored
        A, 2022: 1.0; rose; Evidence of performance rose
    """
    if not isinstance(scores, Mapping):
        expected = "a mapping of times to scores by name"
        raise InvalidValueError("scores", expected, type(scores).__name__)
    times = _in_order(tuple(scores))
    for time in times:
        check_scores(f"scores[{time!r}]", scores[time])
    names = dict.fromkeys(name for time in times for name in scores[time])
    said = [(str(time), scores[time]) for time in times]
    return OverTime(tuple(each for name in names for each in _courses(name, said)))


def _in_order(times: tuple[T, ...]) -> tuple[T, ...]:
    kinds = set(map(_kind, times))
    if len(kinds) > 1 or None in kinds:
        raise InvalidValueError("scores", "by year, by day or by words", times)
    return times if kinds == {str} else tuple(sorted(times))


def _kind(time: object) -> type | None:
    """Return what a time is; the whole numbers of other libraries are years too."""
    if isinstance(time, (bool, datetime)):
        return None
    return next(
        (each for each in (Integral, date, str) if isinstance(time, each)), None
    )


def _courses(
    name: str, said: list[tuple[str, Mapping[str, Score]]]
) -> Iterator[Course]:
    before: Score | None = None
    for time, scores in said:
        found = scores.get(name)
        change = None if before is None or found is None else difference(before, found)
        yield Course(name, time, found, change)
        before = before if found is None else found
