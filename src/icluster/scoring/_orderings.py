"""How names stand to each other over several sets of choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from math import lcm
from operator import attrgetter

from attrs import field, frozen

from icluster._fields import all_of, check_type, to_tuple
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scoring._named import pair_of, some_names
from icluster.scoring._rank import Ranking, rank
from icluster.scoring._reasons import cautions
from icluster.scoring._scores import Score, totals_said
from icluster.tables import Column, Table, Tabular
from icluster.words import (
    ENGLISH,
    Language,
    Listed,
    Sentence,
    Share,
    Shown,
    say,
    worded,
)

__all__ = ["Ordering", "Scenario", "Scenarios", "share_ahead"]


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
        >>> from icluster.scoring import score
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
        expected = say("by {}, as the one", one.rubric.key)
        raise InvalidValueError("other", expected, other)
    return _Spread.of(one).ahead_of(_Spread.of(other))


@frozen
class _Spread:
    """How many of *whole* possibilities give each total, in units, rising.

    Counts are whole numbers: fifty names in many scenarios make fractions slow.
    """

    counts: tuple[tuple[int, int], ...]
    whole: int

    @classmethod
    def of(cls, score: Score) -> _Spread:
        shares = score.rubric._outcomes.spread(score.facts._bits)
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
        # Both rise: what is below one total stays below the next, so one pass is
        # enough.
        behind, share, theirs = 0, 0, iter(other.counts)
        following = next(theirs, None)
        for units, mine in self.counts:
            while following is not None and following[0] < units:
                behind += following[1]
                following = next(theirs, None)
            share += mine * behind
        return Fraction(share, self.whole * other.whole)


@frozen
class Scenario(Shown):
    """Scores by name, made by one set of choices.

    Attributes:
        title: The choices, in words.
        scores: Name and score.

    Example:
        >>> Scenario("without scope", ()).title
        'without scope'
    """

    title: str | Sentence
    scores: tuple[tuple[str, Score], ...]

    def __getitem__(self, name: str) -> Score:
        for scored, score in self.scores:
            if scored == name:
                return score
        names = tuple(scored for scored, _ in self.scores)
        raise UnknownNameError("score", name, names)


@frozen
class Ordering(Shown):
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

    def said(self) -> Sentence:
        """Return in how many scenarios it is ahead, as a sentence."""
        return say(
            "{} ahead of {}: surely in {}, possibly in {} of {} scenarios; {}",
            self.name,
            self.other,
            self.sure,
            self.possible,
            self.scenarios,
            Share(self.share),
        )

    def __str__(self) -> str:
        return worded(self)


def _to_scenarios(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    return to_tuple(scenarios)


@frozen
class Scenarios(Tabular):
    """Scores of the same names under several sets of choices.

    Attributes:
        scenarios: The scenarios; the first is what the others are held against.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import leaving_out, score
        >>> known = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> one = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, known))
        >>> other = score(
        ...     eccp.MATURITY_2022,
        ...     Facts.of(eccp.FACTS_2022, known | {"monitoring": True}),
        ... )
        >>> every = leaving_out({"A": one, "B": other})
        >>> [str(scenario.title) for scenario in every.scenarios][:2]
        ['every criterion', 'without Policy scope']
        >>> print(every["B", "A"])
        B ahead of A: surely in 4, possibly in 4 of 5 scenarios; 80 %
    """

    scenarios: tuple[Scenario, ...] = field(
        converter=_to_scenarios, validator=all_of(Scenario)
    )

    def __attrs_post_init__(self) -> None:
        names = [
            tuple(name for name, _ in scenario.scores) for scenario in self.scenarios
        ]
        if len(set(names)) != 1:
            raise InvalidValueError("scenarios", "some, with the same names", names)
        for index, scenario in enumerate(self.scenarios):
            Score.rubric_of(dict(scenario.scores), "scenarios", index)

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
        return next(self._orderings(pair))

    @property
    def orderings(self) -> tuple[Ordering, ...]:
        """How all pairs stand, both ways round."""
        return tuple(self._orderings(self.names))

    def _orderings(self, names: tuple[str, ...]) -> Iterator[Ordering]:
        spreads = [
            {name: _Spread.of(scenario[name]) for name in names}
            for scenario in self.scenarios
        ]
        for one, rival in combinations(names, 2):
            for ahead, behind in ((one, rival), (rival, one)):
                pairs = [(spread[ahead], spread[behind]) for spread in spreads]
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
    def reversals(self) -> tuple[tuple[str | Sentence, str, str], ...]:
        """Title, name and other, where a certain order of the first is reversed."""
        first, *later = self.scenarios
        return tuple(
            (scenario.title, ahead, behind)
            for pair in combinations(self.names, 2)
            for ahead, behind in (pair, pair[::-1])
            if first[ahead].lowest > first[behind].highest
            for scenario in later
            if scenario[behind].lowest > scenario[ahead].highest
        )

    def table(
        self,
        *,
        names: Iterable[str] | None = None,
        uncertain_only: bool = False,
        language: Language = ENGLISH,
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
            >>> from icluster.scoring import leaving_out, score
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> every = leaving_out({"A": unknown, "B": unknown, "C": unknown})
            >>> len(every.table()), len(every.table(names=["A", "C"]))
            (6, 2)
        """
        orderings = [
            ordering
            for ordering in self._orderings(some_names(names, self.names))
            if not (uncertain_only and ordering.is_certain)
        ]
        every = len(self.names) * (len(self.names) - 1)
        notes = [say("{} {0?scenario|scenarios}.", len(self.scenarios))]
        if len(orderings) < every:
            notes.append(say("{} of {} orderings.", len(orderings), every))
        return Table.of(
            say("Orderings over all scenarios"),
            orderings,
            _COLUMNS,
            notes=(*notes, *self._cautions()),
            language=language,
        )

    def totals_table(
        self, *, names: Iterable[str] | None = None, language: Language = ENGLISH
    ) -> Table:
        """Return the total and the rank of each name in each scenario.

        Args:
            names: Take only these names; ranks are those among all.

        Raises:
            UnknownNameError: One of the names has no score.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> from icluster.scoring import leaving_out, score
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> table = leaving_out({"A": unknown}).totals_table()
            >>> str(table.records()[1]["total_highest"])
            '6'
        """
        rankings = [
            (scenario, rank(dict(scenario.scores))) for scenario in self.scenarios
        ]
        return Table.of(
            say("Totals by scenario"),
            [
                _Standing(name, scenario, ranking)
                for name in some_names(names, self.names)
                for scenario, ranking in rankings
            ],
            _TOTALS,
            notes=self._cautions(),
            language=language,
        )

    def _cautions(self) -> tuple[str, ...]:
        return cautions(score.rubric for _, score in self.scenarios[0].scores)


@frozen
class _Standing:
    """One name in one scenario."""

    name: str
    scenario: Scenario
    ranking: Ranking

    @property
    def total(self) -> Sentence | Listed:
        return totals_said(self.scenario[self.name])

    @property
    def rank(self) -> Sentence:
        return self.ranking[self.name].rank


_COLUMNS = (
    Column("name", "Name", of=attrgetter("name")),
    Column("other", "Ahead of", of=attrgetter("other")),
    Column("sure", "Surely in", numeric=True, of=attrgetter("sure")),
    Column("possible", "Possibly in", numeric=True, of=attrgetter("possible")),
    Column(
        "share",
        "Share of possibilities",
        numeric=True,
        of=lambda ordering: Share(ordering.share),
    ),
)
_TOTALS = (
    Column("name", "Name", of=attrgetter("name")),
    Column("scenario", "Scenario", of=attrgetter("scenario.title")),
    Column("total", "Total", numeric=True, ranged=True, of=attrgetter("total")),
    Column("rank", "Rank", numeric=True, ranged=True, of=attrgetter("rank")),
)
