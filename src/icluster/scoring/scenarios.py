"""Scores of the same names under several sets of choices, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._fields import all_of, to_tuple
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scales._measures import number_text
from icluster.scoring._given import named_scores, pair_of, some_names
from icluster.scoring._spread import Spread
from icluster.scoring.ranking import rank
from icluster.scoring.scores import Score, either
from icluster.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Ordering", "Scenario", "Scenarios"]


def __dir__() -> list[str]:
    return __all__


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
            {name: Spread.of(each[name]) for name in names} for each in self.scenarios
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
            >>> from icluster.scoring import leaving_out, score
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
            >>> from icluster.scoring import leaving_out, score
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
