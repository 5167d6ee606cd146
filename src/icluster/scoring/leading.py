"""Who is ahead of whom while the weights of criteria may lie within bounds.

A total is linear in the weights, so over a box of weights a lead is least and
most at a vertex: the bounds are found exactly, criterion by criterion, without
sampling. What is open in the facts is tried as well, component by component.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from icluster._exact import to_decimal, to_decimal_text
from icluster._fields import check_type
from icluster.errors import InvalidValueError, TooLargeError
from icluster.scales._measures import number_text
from icluster.scoring._given import named_scores, pair_of, some_names
from icluster.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icluster._outcomes import Component
    from icluster.rubrics import Rubric
    from icluster.scoring.scores import Score

__all__ = ["Lead", "Leads", "leads"]


def __dir__() -> list[str]:
    return __all__


_MOST_PAIRS = 2**22
"""Pairs of level vectors that are held against each other at most."""


@frozen
class Lead:
    """By how many points one is ahead of another, at least and at most.

    Both ends are reached: by weights within their bounds and by completions of
    the facts of both.

    Attributes:
        name: Who may be ahead.
        other: Of whom.
        least: The smallest lead; negative where the other can be ahead.
        most: The largest lead.

    Example:
        >>> lead = Lead("A", "B", Fraction(0), Fraction(3, 2))
        >>> lead.is_sure, lead.is_possible, str(lead)
        (False, True, 'A is never behind B: 0 to 1.5 points')
    """

    name: str
    other: str
    least: Fraction
    most: Fraction

    @property
    def is_sure(self) -> bool:
        """Whether it is ahead whatever the weights and the open facts are."""
        return self.least > 0

    @property
    def is_possible(self) -> bool:
        """Whether some weights and completions put it ahead."""
        return self.most > 0

    @property
    def is_certain(self) -> bool:
        """Whether one order only is possible: ahead, behind or level."""
        return self.is_sure or self.most < 0 or self.least == self.most

    @property
    def reversed(self) -> Lead:
        """The lead of the other."""
        return Lead(self.other, self.name, -self.most, -self.least)

    @property
    def verdict(self) -> str:
        """The lead in words."""
        if self.least > 0:
            return "is ahead of"
        if self.most < 0:
            return "is behind"
        if self.least == self.most:
            return "is level with"
        if self.least == 0:
            return "is never behind"
        if self.most == 0:
            return "is never ahead of"
        return "may be ahead of or behind"

    def __str__(self) -> str:
        ends = dict.fromkeys(map(number_text, (self.least, self.most)))
        return f"{self.name} {self.verdict} {self.other}: {' to '.join(ends)} points"


@frozen
class Leads:
    """The leads of all pairs, each once.

    Attributes:
        pairs: In the order in which the scores were given.
        weights: For each criterion by key, the lowest and the highest weight.
        caution: What the rubric wants said.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> print(leads({"A": unknown, "B": unknown})["B", "A"])
        B may be ahead of or behind A: -8 to 8 points
    """

    pairs: tuple[Lead, ...]
    weights: tuple[tuple[str, tuple[Decimal, Decimal]], ...]
    caution: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names that stand in pairs, in the order in which they were given."""
        every = (name for lead in self.pairs for name in (lead.name, lead.other))
        return tuple(dict.fromkeys(every))

    def __getitem__(self, names: tuple[str, str]) -> Lead:
        """Return the lead of the first name over the second.

        Raises:
            InvalidValueError: What is asked for is no pair of names.
            UnknownNameError: One of the names has no score.
        """
        pair = pair_of(names, self.names)
        return next(
            each
            for lead in self.pairs
            for each in (lead, lead.reversed)
            if (each.name, each.other) == pair
        )

    @property
    def sure(self) -> tuple[Lead, ...]:
        """The orderings that are certain, each with the one ahead first."""
        both = (each for lead in self.pairs for each in (lead, lead.reversed))
        return tuple(lead for lead in both if lead.is_sure)

    def table(
        self, *, names: Iterable[str] | None = None, uncertain_only: bool = False
    ) -> Table:
        """Return the leads as a table, rounded where ≈ says so; `pairs` are exact.

        Args:
            names: Take only pairs of these names.
            uncertain_only: Take only pairs whose order is not certain.

        Raises:
            UnknownNameError: One of the names has no score.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> from icluster.scoring import score
            >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
            >>> every = leads({"A": unknown, "B": unknown, "C": unknown})
            >>> len(every.table()), len(every.table(names=["A", "C"]))
            (3, 1)
        """
        wanted = some_names(names, self.names)
        pairs = [
            lead
            for lead in self.pairs
            if lead.name in wanted and lead.other in wanted
            if not (uncertain_only and lead.is_certain)
        ]
        return Table(
            title="Leads within bounds of weights",
            columns=(
                Column("name", "Name"),
                Column("verdict", "Verdict"),
                Column("other", "Other"),
                Column("least", "Least", numeric=True),
                Column("most", "Most", numeric=True),
            ),
            rows=[
                (
                    lead.name,
                    lead.verdict,
                    lead.other,
                    number_text(lead.least),
                    number_text(lead.most),
                )
                for lead in pairs
            ],
            notes=tuple(self._notes(len(pairs))),
        )

    def _notes(self, shown: int) -> Iterator[str]:
        if shown < len(self.pairs):
            yield f"{shown} of {len(self.pairs)} pairs."
        bounds = ", ".join(
            f"{key} {' to '.join(dict.fromkeys(map(to_decimal_text, ends)))}"
            for key, ends in self.weights
        )
        yield f"Weights: {bounds or 'none'}."
        if self.caution:
            yield self.caution

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


def leads(
    scores: Mapping[str, Score],
    *,
    weights: Mapping[str, tuple[Decimal | int | str, Decimal | int | str]]
    | None = None,
) -> Leads:
    """Return for all pairs who is ahead, for certain or possibly.

    The same weights hold for both of a pair; each weight moves on its own. A
    pair is judged by itself: that two orderings are possible does not say that
    they are possible together. To scale all weights by one number changes no
    ordering, so they need not sum to one.

    Args:
        scores: Scores by name, all by the same rubric.
        weights: For criteria by key, the lowest and the highest weight; the
            weight of the rubric stands for those not named. None is negative.

    Raises:
        InvalidValueError: There are no scores by name, the rubrics differ, or a
            weight has no bounds in order.
        UnknownNameError: The rubric has no such criterion.
        TooLargeError: Open scores have too many combinations of levels.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> monitored = Facts.of(eccp.FACTS_2022, none | {"monitoring": True})
        >>> broad = Facts.of(eccp.FACTS_2022, none | {"broad_policy": True})
        >>> both = {
        ...     "A": score(eccp.MATURITY_2022, monitored),
        ...     "B": score(eccp.MATURITY_2022, broad),
        ... }
        >>> print(leads(both)["A", "B"])
        A is ahead of B: 0.5 points
        >>> print(leads(both, weights={"scope": (1, 3)})["A", "B"])
        A may be ahead of or behind B: -0.5 to 0.5 points
    """
    rubric = named_scores("scores", scores)
    if rubric is None:
        return Leads((), ())
    bounds = _bounds(rubric, {} if weights is None else weights)
    vectors = {
        name: tuple(_vectors(each, score) for each in rubric.outcomes.components)
        for name, score in scores.items()
    }
    # Many have the same levels: what those give is found once.
    ends_of = cache(_component_ends)
    pairs = []
    for one, other in combinations(scores, 2):
        ends = [
            ends_of(component, tuple(bounds[i] for i in component.indexes), *vectors_of)
            for component, *vectors_of in zip(
                rubric.outcomes.components, vectors[one], vectors[other], strict=True
            )
        ]
        least, most = (sum(each, Fraction()) for each in zip(*ends, strict=True))
        pairs.append(Lead(one, other, least, most))
    keys = (criterion.key for criterion in rubric.criteria)
    return Leads(tuple(pairs), tuple(zip(keys, bounds, strict=True)), rubric.caution)


def _bounds(
    rubric: Rubric,
    weights: Mapping[str, tuple[Decimal | int | str, Decimal | int | str]],
) -> tuple[tuple[Decimal, Decimal], ...]:
    check_type("weights", weights, Mapping)
    for key in weights:
        rubric.index(key)  # raises where there is no such criterion
    bounds = []
    for criterion in rubric.criteria:
        given = weights.get(criterion.key, (criterion.weight, criterion.weight))
        place = f"weights[{criterion.key!r}]"
        if not isinstance(given, tuple) or len(given) != 2:
            raise InvalidValueError(place, "a lowest and a highest weight", given)
        lowest, highest = (to_decimal(each, field=place) for each in given)
        if not 0 <= lowest <= highest:
            raise InvalidValueError(place, "not negative and in order", given)
        bounds.append((lowest, highest))
    return tuple(bounds)


_Vector = tuple["Decimal", ...]


def _vectors(component: Component, score: Score) -> tuple[_Vector, ...]:
    """Return the points, without weights, that facts allow to criteria together."""
    found: dict[_Vector, int] = {(): component.space.allowed(score.facts.bits)}
    for reach in component.reaches:
        found = {
            (*vector, level.points): both
            for vector, where in found.items()
            for level, reached in zip(reach.criterion.levels, reach.levels, strict=True)
            if (both := where & reached)
        }
    return tuple(found)


def _component_ends(
    component: Component,
    bounds: tuple[tuple[Decimal, Decimal], ...],
    mine: tuple[_Vector, ...],
    theirs: tuple[_Vector, ...],
) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest lead in criteria that hang together."""
    if len(mine) * len(theirs) > _MOST_PAIRS:
        keys = tuple(reach.criterion.key for reach in component.reaches)
        size = len(mine) * len(theirs)
        raise TooLargeError("pairs of levels", keys, size, _MOST_PAIRS)
    found = {_ends(bounds, ahead, behind) for ahead in mine for behind in theirs}
    return min(low for low, _ in found), max(high for _, high in found)


def _ends(
    bounds: tuple[tuple[Decimal, Decimal], ...], ahead: _Vector, behind: _Vector
) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest lead of one vector of points."""
    least = most = Fraction()
    for (lowest, highest), mine, theirs in zip(bounds, ahead, behind, strict=True):
        gap = Fraction(mine) - Fraction(theirs)
        light, heavy = gap * Fraction(lowest), gap * Fraction(highest)
        least += min(light, heavy)
        most += max(light, heavy)
    return least, most
