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
from math import lcm
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from icluster._fields import all_of, check_day, check_type, to_tuple
from icluster.editions import Edition, Reading
from icluster.errors import InvalidValueError, TooLargeError, UnknownNameError
from icluster.scales._measures import number_text
from icluster.scoring._given import named, named_scores, pair_of, some_names
from icluster.scoring.ranking import rank
from icluster.scoring.reading import policy_facts, to_policies
from icluster.scoring.scores import Score, either, score
from icluster.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster._outcomes import Component, Reach
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
        (False, 'A ahead of B: surely in 3, possibly in 4 of 4 scenarios; 87.5 %')
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

    @property
    def is_certain(self) -> bool:
        """Whether it is ahead in every scenario for certain, or in none at all."""
        return self.is_sure or self.possible == 0

    @property
    def share_text(self) -> str:
        """The share in percent; ≈ says that it is rounded."""
        if 0 < self.share < Fraction(1, 20000):
            return "< 0.01 %"
        if Fraction(19999, 20000) < self.share < 1:
            return "> 99.99 %"
        return f"{number_text(100 * self.share)} %"

    def __str__(self) -> str:
        return (
            f"{self.name} ahead of {self.other}: surely in {self.sure}, possibly in "
            f"{self.possible} of {self.scenarios} scenarios; {self.share_text}"
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
        B ahead of A: surely in 4, possibly in 4 of 5 scenarios; 80 %
    """

    scenarios: tuple[Scenario, ...] = field(
        converter=to_tuple, validator=all_of(Scenario)
    )

    def __attrs_post_init__(self) -> None:
        names = [tuple(name for name, _ in each.scores) for each in self.scenarios]
        if not names or any(each != names[0] for each in names):
            raise InvalidValueError("scenarios", "some, with the same names", names)
        for index, each in enumerate(self.scenarios):
            named_scores(f"scenarios[{index}]", dict(each.scores))

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are scored."""
        return tuple(name for name, _ in self.scenarios[0].scores)

    def __getitem__(self, names: tuple[str, str]) -> Ordering:
        """Return how the first name stands to the second.

        Raises:
            InvalidValueError: What is asked for is no pair of names.
            UnknownNameError: One of the names has no score.
        """
        pair = pair_of(names, self.names)
        return next(each for each in self._orderings(pair) if each.name == pair[0])

    @property
    def orderings(self) -> tuple[Ordering, ...]:
        """How all pairs stand, both ways round."""
        return tuple(self._orderings(self.names))

    def _orderings(self, names: tuple[str, ...]) -> Iterator[Ordering]:
        spreads = [
            {name: _Spread.of(each[name]) for name in names} for each in self.scenarios
        ]
        for one, other in combinations(names, 2):
            for ahead, behind in ((one, other), (other, one)):
                pairs = [(each[ahead], each[behind]) for each in spreads]
                yield Ordering(
                    ahead,
                    behind,
                    sum(mine.lowest > theirs.highest for mine, theirs in pairs),
                    sum(mine.highest > theirs.lowest for mine, theirs in pairs),
                    len(pairs),
                    sum((mine.ahead_of(theirs) for mine, theirs in pairs), Fraction())
                    / len(pairs),
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

    def table(
        self, *, names: Iterable[str] | None = None, uncertain_only: bool = False
    ) -> Table:
        """Return the orderings of pairs, both ways round.

        Args:
            names: Take only pairs of these names.
            uncertain_only: Take only what is neither certain nor impossible.

        Raises:
            UnknownNameError: One of the names has no score.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> every = leaving_out({"A": unknown, "B": unknown, "C": unknown})
            >>> len(every.table()), len(every.table(names=["A", "C"]))
            (6, 2)
        """
        orderings = [
            each
            for each in self._orderings(some_names(names, self.names))
            if not (uncertain_only and each.is_certain)
        ]
        every = len(self.names) * (len(self.names) - 1)
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
                (each.name, each.other, each.sure, each.possible, each.share_text)
                for each in orderings
            ],
            notes=(
                f"{len(self.scenarios)} scenarios.",
                *(
                    [f"{len(orderings)} of {every} orderings."]
                    * (len(orderings) < every)
                ),
                *self._cautions(),
            ),
        )

    def totals_table(self, *, names: Iterable[str] | None = None) -> Table:
        """Return the total and the rank of each name in each scenario.

        Args:
            names: Take only these names; ranks are those among all.

        Raises:
            UnknownNameError: One of the names has no score.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> table = leaving_out({"A": unknown}).totals_table()
            >>> table.records()[1]["total"]
            '0.0 to 6.0 (12 values)'
        """
        wanted = some_names(names, self.names)
        ranked = [(each, rank(dict(each.scores))) for each in self.scenarios]
        return Table(
            title="Totals by scenario",
            columns=(
                Column("name", "Name"),
                Column("scenario", "Scenario"),
                Column("total", "Total", numeric=True),
                Column("rank", "Rank", numeric=True),
            ),
            rows=[
                (name, each.title, either(each[name].totals), ranking[name].rank)
                for name in wanted
                for each, ranking in ranked
            ],
            notes=tuple(self._cautions()),
        )

    def _cautions(self) -> Iterable[str]:
        rubrics = (score.rubric for _, score in self.scenarios[0].scores)
        return dict.fromkeys(each.caution for each in rubrics if each.caution)

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


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
    return _Spread.of(one).ahead_of(_Spread.of(other))


@frozen
class _Spread:
    """How many of *whole* possibilities give each total, in units, rising.

    Counts are whole numbers: fifty names in many scenarios make fractions slow.
    """

    counts: tuple[tuple[int, int], ...]
    whole: int

    @classmethod
    def of(cls, scored: Score) -> _Spread:
        shares = _spread(scored)
        whole = lcm(*(share.denominator for share in shares.values()))
        counts = ((units, int(share * whole)) for units, share in shares.items())
        return cls(tuple(sorted(counts)), whole)

    @property
    def lowest(self) -> int:
        return self.counts[0][0]

    @property
    def highest(self) -> int:
        return self.counts[-1][0]

    def ahead_of(self, other: _Spread) -> Fraction:
        """Return the share of pairs of possibilities in which this one is ahead."""
        behind, share, theirs = 0, 0, iter(other.counts)
        following = next(theirs, None)
        for units, mine in self.counts:
            while following is not None and following[0] < units:
                behind += following[1]
                following = next(theirs, None)
            share += mine * behind
        return Fraction(share, self.whole * other.whole)


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
