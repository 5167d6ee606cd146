"""Who is ahead of whom while the weights of criteria may lie within bounds.

A total is linear in the weights, so over a box of weights a lead is least and
most at a vertex: the bounds are found exactly, criterion by criterion, without
sampling. What is open in the facts is tried as well, component by component.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import combinations
from operator import attrgetter
from typing import TypeAlias

from attrs import frozen

from icluster._exact import to_decimal
from icluster._fields import check_type
from icluster.errors import InvalidValueError, TooLargeError
from icluster.rubrics import Rubric
from icluster.scoring._named import pair_of, some_names
from icluster.scoring._scores import Score
from icluster.tables import Column, Table, Tabular
from icluster.vocabularies import Vocabulary
from icluster.words import ENGLISH, Key, Language, Sentence, Shown, path, say, worded

__all__ = ["Lead", "Leads", "Standing", "leads"]


_MOST_PAIRS = 2**22
"""Pairs of level vectors that are held against each other at most."""


class Standing(Vocabulary):
    """How one stands to another while weights and facts leave something open.

    Example:
        >>> Standing.NEVER_BEHIND.title
        'is never behind'
    """

    AHEAD = "ahead", "is ahead of"
    BEHIND = "behind", "is behind"
    LEVEL = "level", "is level with"
    NEVER_BEHIND = "never_behind", "is never behind"
    NEVER_AHEAD = "never_ahead", "is never ahead of"
    OPEN = "open", "may be ahead of or behind"


@frozen
class Lead(Shown):
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
    def standing(self) -> Standing:
        """How the one stands to the other."""
        if self.least > 0:
            return Standing.AHEAD
        if self.most < 0:
            return Standing.BEHIND
        if self.least == self.most:
            return Standing.LEVEL
        if self.least == 0:
            return Standing.NEVER_BEHIND
        return Standing.NEVER_AHEAD if self.most == 0 else Standing.OPEN

    def said(self) -> Sentence:
        """Return who is ahead of whom, and by how much, as a sentence."""
        ends = _range(self.least, self.most)
        return say("{} {} {}: {} points", self.name, self.standing, self.other, ends)

    def __str__(self) -> str:
        return worded(self)


def _range(least: Decimal | Fraction, most: Decimal | Fraction) -> Sentence:
    return say("{}", least) if least == most else say("{} to {}", least, most)


@frozen
class Leads(Tabular):
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
        names = (name for lead in self.pairs for name in (lead.name, lead.other))
        return tuple(dict.fromkeys(names))

    def _both_ways(self) -> Iterator[Lead]:
        for lead in self.pairs:
            yield lead
            yield lead.reversed

    def __getitem__(self, names: tuple[str, str]) -> Lead:
        """Return the lead of the first name over the second.

        Raises:
            InvalidValueError: What is asked for is no pair of names.
            UnknownNameError: One of the names has no score.
        """
        pair = pair_of(names, self.names)
        leads = self._both_ways()
        return next(lead for lead in leads if (lead.name, lead.other) == pair)

    @property
    def sure(self) -> tuple[Lead, ...]:
        """The orderings that are certain, each with the one ahead first."""
        return tuple(lead for lead in self._both_ways() if lead.is_sure)

    def table(
        self,
        *,
        names: Iterable[str] | None = None,
        uncertain_only: bool = False,
        language: Language = ENGLISH,
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
        asked = some_names(names, self.names)
        pairs = [
            lead
            for lead in self.pairs
            if lead.name in asked and lead.other in asked
            if not (uncertain_only and lead.is_certain)
        ]
        return Table.of(
            say("Leads within bounds of weights"),
            pairs,
            _COLUMNS,
            notes=self._notes(len(pairs)),
            language=language,
        )

    def _notes(self, shown: int) -> Iterator[Sentence | str]:
        if shown < len(self.pairs):
            yield say("{} of {} pairs.", shown, len(self.pairs))
        bounds = tuple(
            say("{} {}", say(key, context="criterion"), _range(*ends))
            for key, ends in self.weights
        )
        yield say("Weights: {}.", bounds or say("none"))
        if self.caution:
            yield self.caution


_COLUMNS = (
    Column("name", "Name", of=attrgetter("name")),
    Column("standing", "Standing", of=attrgetter("standing")),
    Column("other", "Other", of=attrgetter("other")),
    Column("least", "Least", numeric=True, of=attrgetter("least")),
    Column("most", "Most", numeric=True, of=attrgetter("most")),
)

Weight: TypeAlias = Decimal | int | str
_Vector: TypeAlias = tuple[Decimal, ...]


def leads(
    scores: Mapping[str, Score],
    *,
    weights: Mapping[str, tuple[Weight, Weight]] | None = None,
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
    rubric = Score.rubric_of(scores)
    if rubric is None:
        return Leads((), ())
    bounds = _bounds(rubric, {} if weights is None else weights)
    vectors = {name: _vectors(score) for name, score in scores.items()}
    # Many have the same levels: what those give is found once.
    ends_of = cache(_component_ends)
    pairs = []
    for one, rival in combinations(scores, 2):
        ends = [
            ends_of(tuple((key, bounds[key]) for key in keys), mine, theirs)
            for (keys, mine), (_, theirs) in zip(
                vectors[one], vectors[rival], strict=True
            )
        ]
        least, most = (sum(end, Fraction()) for end in zip(*ends, strict=True))
        pairs.append(Lead(one, rival, least, most))
    return Leads(tuple(pairs), tuple(bounds.items()), rubric.caution)


def _bounds(
    rubric: Rubric, weights: Mapping[str, tuple[Weight, Weight]]
) -> dict[str, tuple[Decimal, Decimal]]:
    check_type("weights", weights, Mapping)
    for key in weights:
        rubric.index(key)  # raises where there is no such criterion
    bounds = {}
    for criterion in rubric.criteria:
        ends = weights.get(criterion.key, (criterion.weight, criterion.weight))
        place = path(("weights", Key(criterion.key)))
        if not isinstance(ends, tuple) or len(ends) != 2:
            raise InvalidValueError(place, "a lowest and a highest weight", ends)
        lowest, highest = (to_decimal(end, field=place) for end in ends)
        if not 0 <= lowest <= highest:
            raise InvalidValueError(place, "not negative and in order", ends)
        bounds[criterion.key] = lowest, highest
    return bounds


def _vectors(score: Score) -> list[tuple[tuple[str, ...], tuple[_Vector, ...]]]:
    """Return, for criteria that hang together, what points facts allow them jointly.

    Points are without weights.
    """
    vectors = []
    for component in score.rubric._outcomes.components:
        scales = [reach.criterion.levels for reach in component.reaches]
        allowed = component.space.allowed(score.facts._bits)
        points = tuple(
            tuple(levels[p].points for levels, p in zip(scales, vector, strict=True))
            for vector in component.vectors(allowed)
        )
        vectors.append((component.keys, points))
    return vectors


def _component_ends(
    bounds: tuple[tuple[str, tuple[Decimal, Decimal]], ...],
    mine: tuple[_Vector, ...],
    theirs: tuple[_Vector, ...],
) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest lead in criteria that hang together."""
    size = len(mine) * len(theirs)
    if size > _MOST_PAIRS:
        keys = tuple(key for key, _ in bounds)
        raise TooLargeError("pairs of levels", keys, size, _MOST_PAIRS)
    weights = tuple(ends for _, ends in bounds)
    ends = {_ends(weights, ahead, behind) for ahead in mine for behind in theirs}
    return min(low for low, _ in ends), max(high for _, high in ends)


def _ends(
    bounds: tuple[tuple[Decimal, Decimal], ...], ahead: _Vector, behind: _Vector
) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest lead of one vector of points."""
    # A lead is linear in each weight, and each moves on its own: both ends lie where
    # every weight is at one of its bounds.
    least = most = Fraction()
    for (lowest, highest), mine, theirs in zip(bounds, ahead, behind, strict=True):
        gap = Fraction(mine) - Fraction(theirs)
        light, heavy = gap * Fraction(lowest), gap * Fraction(highest)
        least += min(light, heavy)
        most += max(light, heavy)
    return least, most
