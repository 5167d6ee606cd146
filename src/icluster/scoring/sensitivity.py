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
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.scoring.leading import one_rubric
from icluster.scoring.reading import policy_facts
from icluster.scoring.scores import Score, score
from icluster.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster._outcomes import Component, Reach
    from icluster.editions import Edition, Reading
    from icluster.facts import Facts
    from icluster.policies import Policy
    from icluster.rubrics import Rubric

__all__ = [
    "Ordering",
    "Scenario",
    "Scenarios",
    "by_day",
    "by_reading",
    "leaving_out",
    "share_ahead",
]


def __dir__() -> list[str]:
    return __all__


_MOST_TOTALS = 2**16
"""Totals that are told apart for one score at most."""


@frozen
class Scenario:
    """Scores by name, made by one set of choices.

    Attributes:
        title: The choices, in words.
        scores: Name and score.

    Example:
        >>> Scenario("without scope", ()).title
        'without scope'
    """

    title: str
    scores: tuple[tuple[str, Score], ...]

    def __getitem__(self, name: str) -> Score:
        for each, found in self.scores:
            if each == name:
                return found
        known = tuple(each for each, _ in self.scores)
        raise UnknownNameError("score", name, known)


@frozen
class Ordering:
    """How one stands to another over all scenarios.

    Attributes:
        name: Who may be ahead.
        other: Of whom.
        sure: In how many scenarios it is ahead whatever the open facts are.
        possible: In how many some completion of the facts puts it ahead.
        scenarios: How many scenarios there are.
        share: The share of possibilities in which it is ahead: the mean over the
            scenarios of `share_ahead`.

    Example:
        >>> ordering = Ordering("A", "B", 3, 4, 4, Fraction(7, 8))
        >>> ordering.is_sure, str(ordering)
        (False, 'A ahead of B: surely in 3, possibly in 4 of 4 scenarios; share 7/8')
    """

    name: str
    other: str
    sure: int
    possible: int
    scenarios: int
    share: Fraction

    @property
    def is_sure(self) -> bool:
        """Whether it is ahead in every scenario, whatever the open facts are."""
        return self.sure == self.scenarios

    def __str__(self) -> str:
        return (
            f"{self.name} ahead of {self.other}: surely in {self.sure}, possibly in "
            f"{self.possible} of {self.scenarios} scenarios; share {self.share}"
        )


@frozen
class Scenarios:
    """Scores of the same names under several sets of choices.

    Attributes:
        scenarios: The scenarios; the first is what the others are held against.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> known = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> one = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, known))
        >>> other = score(
        ...     eccp.MATURITY_2022,
        ...     Facts.of(eccp.FACTS_2022, known | {"monitoring": True}),
        ... )
        >>> every = leaving_out({"A": one, "B": other})
        >>> [each.title for each in every.scenarios][:2]
        ['every criterion', 'without Policy scope']
        >>> print(every["B", "A"])
        B ahead of A: surely in 4, possibly in 4 of 5 scenarios; share 4/5
    """

    scenarios: tuple[Scenario, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are scored."""
        return tuple(name for name, _ in self.scenarios[0].scores)

    def __getitem__(self, names: tuple[str, str]) -> Ordering:
        """Return how the first name stands to the second."""
        one, other = names
        pairs = [(each[one], each[other]) for each in self.scenarios]
        return Ordering(
            one,
            other,
            sum(mine.lowest > theirs.highest for mine, theirs in pairs),
            sum(mine.highest > theirs.lowest for mine, theirs in pairs),
            len(pairs),
            sum((share_ahead(*pair) for pair in pairs), Fraction()) / len(pairs),
        )

    @property
    def orderings(self) -> tuple[Ordering, ...]:
        """How all pairs stand, both ways round."""
        return tuple(
            self[pair]
            for one, other in combinations(self.names, 2)
            for pair in ((one, other), (other, one))
        )

    @property
    def reversals(self) -> tuple[tuple[str, str, str], ...]:
        """Title, name and other, where a certain order of the first is reversed."""
        first, *others = self.scenarios
        return tuple(
            (scenario.title, ahead, behind)
            for pair in combinations(self.names, 2)
            for ahead, behind in (pair, pair[::-1])
            if first[ahead].lowest > first[behind].highest
            for scenario in others
            if scenario[behind].lowest > scenario[ahead].highest
        )

    def table(self) -> Table:
        """Return the orderings of all pairs.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> len(leaving_out({"A": unknown, "B": unknown}).table())
            2
        """
        rubrics = (score.rubric for _, score in self.scenarios[0].scores)
        return Table(
            title="Orderings over all scenarios",
            columns=(
                Column("name", "Name"),
                Column("other", "Ahead of"),
                Column("sure", "Surely in", numeric=True),
                Column("possible", "Possibly in", numeric=True),
                Column("share", "Share of possibilities", numeric=True),
            ),
            rows=[
                (each.name, each.other, each.sure, each.possible, each.share)
                for each in self.orderings
            ],
            notes=(
                f"{len(self.scenarios)} scenarios.",
                *dict.fromkeys(each.caution for each in rubrics if each.caution),
            ),
        )

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


def leaving_out(scores: Mapping[str, Score]) -> Scenarios:
    """Score the same facts without one criterion at a time.

    Args:
        scores: Scores by name, all by the same rubric of two criteria or more.

    Raises:
        InvalidValueError: The rubrics differ, or there is too little to leave out.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> str(leaving_out({"A": unknown}).scenarios[1]["A"].highest)
        '6.0'
    """
    rubric = one_rubric(scores)
    if rubric is None or len(rubric.criteria) < 2:
        raise InvalidValueError("scores", "by a rubric of several criteria", scores)
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
        InvalidValueError: There is no day.

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
    recorded, every = _recorded(policies), tuple(days)
    if not every:
        raise InvalidValueError("days", "one day or more", every)
    return Scenarios(
        tuple(
            Scenario(f"on {day}", _scored(recorded, day, edition, reading))
            for day in every
        )
    )


def _recorded(
    policies: Mapping[str, Iterable[Policy]],
) -> tuple[tuple[str, tuple[Policy, ...]], ...]:
    return tuple((name, tuple(each)) for name, each in policies.items())


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
    one_rubric({"one": one, "other": other})
    mine, theirs = _spread(one), _spread(other)
    behind, ahead, share = Fraction(), iter(sorted(theirs)), Fraction()
    following = next(ahead, None)
    for units in sorted(mine):
        while following is not None and following < units:
            behind += theirs[following]
            following = next(ahead, None)
        share += mine[units] * behind
    return share


def _spread(scored: Score) -> dict[int, Fraction]:
    """Return the share of possibilities that give each total, in units."""
    found = {0: Fraction(1)}
    for component in scored.rubric.outcomes.components:
        longer: dict[int, Fraction] = {}
        for units, share in _component_spread(component, scored.facts).items():
            for before, so_far in found.items():
                total = before + units
                longer[total] = longer.get(total, Fraction()) + so_far * share
        if len(longer) > _MOST_TOTALS:
            keys = tuple(each.key for each in scored.rubric.criteria)
            raise TooLargeError("totals", keys, len(longer), _MOST_TOTALS)
        found = longer
    return found


def _component_spread(component: Component, facts: Facts) -> dict[int, Fraction]:
    allowed = component.space.allowed(facts.bits)
    # By total and by what was chosen in which gap: those are told apart, because
    # one completion can reach a total by several choices.
    found: dict[tuple[int, tuple[int, ...]], int] = {(0, ()): allowed}
    for reach in component.reaches:
        longer: dict[tuple[int, tuple[int, ...]], int] = {}
        for (total, chosen), where in found.items():
            for units, choices, choice, reached in _ways(reach):
                if both := where & reached:
                    key = (total + units, (*chosen, choices, choice))
                    longer[key] = longer.get(key, 0) | both
        found = longer
    spread: dict[int, Fraction] = {}
    for (total, chosen), where in found.items():
        share = Fraction(where.bit_count(), allowed.bit_count())
        for choices in chosen[::2]:
            share /= choices
        spread[total] = spread.get(total, Fraction()) + share
    return spread


def _ways(reach: Reach) -> Iterator[tuple[int, int, int, int]]:
    """Yield units, among how many choices, which one, and where it is reached."""
    levels = reach.criterion.levels
    for units, wins in zip(reach.units, reach.wins, strict=True):
        yield units, 1, 0, wins
    for gap, where in zip(reach.criterion.gaps, reach.gaps, strict=True):
        candidates = set(gap.candidates)
        for position, (level, units) in enumerate(
            zip(levels, reach.units, strict=True)
        ):
            if level.points in candidates:
                yield units, len(candidates), position + 1, where
