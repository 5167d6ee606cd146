"""Why a result is what it is: reasons, smallest sets of facts, points in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import reduce
from itertools import chain, combinations

from attrs import frozen

from icluster.conditions import Value
from icluster.facts import FactSchema
from icluster.rubrics import Level, Rubric
from icluster.sources import Citation
from icluster.words import Listed, Sentence, Worded, both, either, in_a_row, say

__all__ = [
    "Reason",
    "cautions",
    "fact_said",
    "joined",
    "levels_said",
    "points_said",
    "smallest",
    "titles_of",
    "titles_said",
    "values_said",
]

_LISTED = 4  # points up to which each one is printed


def fact_said(title: str, values: Iterable[Value]) -> Sentence:
    """Say of a fact, by its *title*, which *values* it may have."""
    return say("{}: {}", say(title), values_said(values))


def values_said(values: Iterable[Value]) -> Listed:
    """Say which *values* are possible; a word is written without underscores."""
    return either(map(_spaced, values))


def _spaced(value: Value) -> Value | Sentence:
    return say(value.replace("_", " ")) if isinstance(value, str) else value


def points_said(points: tuple[Decimal, ...]) -> Sentence | Listed:
    """Say which points are possible; many of them as a range."""
    if len(points) > _LISTED:
        # How many there are is no point: it is a text.
        many = str(len(points))
        return say("{} to {} ({} values)", points[0], points[-1], many)
    return either(points)


def levels_said(levels: Iterable[Level]) -> Sentence:
    """Say which levels are possible; titles have commas of their own.

    Beside one with a title, a level without is told by its points.
    """
    several = tuple(levels)
    if not any(level.title for level in several):
        return say("")
    titles = [
        say(level.title) if level.title else say("{}", level.points)
        for level in several
    ]
    return reduce(lambda first, second: say("{} or {}", first, second), titles)


def titles_said(titles: tuple[str, ...]) -> Sentence:
    """Word titles of facts as things that all hold; some have commas of their own."""
    parts = tuple(map(say, titles))
    has_commas = any("," in title for title in titles)
    return joined(parts) if has_commas else both(parts).said()


def joined(sentences: Iterable[object]) -> Sentence:
    """Join sentences by semicolons."""
    return in_a_row(sentences, "; ")


def titles_of(schema: FactSchema, names: Iterable[str]) -> tuple[str, ...]:
    """Return the facts called so in words; by name where they have no title."""
    return tuple(schema[name].title or name for name in names)


def cautions(rubrics: Iterable[Rubric]) -> tuple[str, ...]:
    """Return what the rubrics want said wherever a score of them is shown."""
    return tuple(dict.fromkeys(filter(None, (rubric.caution for rubric in rubrics))))


def smallest(
    names: tuple[str, ...], suffices: Callable[[tuple[str, ...]], bool]
) -> tuple[str, ...]:
    """Return the smallest set of *names* that suffices; all of them always do.

    Of several smallest sets it is the first in the order of the names.
    """
    sizes = range(len(names) + 1)
    sets = chain.from_iterable(combinations(names, size) for size in sizes)
    return next(chosen for chosen in sets if suffices(chosen))


@frozen
class Reason(Worded):
    """A fact that a result rests on, with the values it may have.

    Attributes:
        fact: Name of the fact.
        title: The fact in words.
        values: The values still possible.
        citations: Where the fact was read.

    Example:
        >>> str(Reason("monitoring", "monitoring of the policy", (False,)))
        'monitoring of the policy: no'
    """

    fact: str
    title: str
    values: tuple[Value, ...]
    citations: tuple[Citation, ...] = ()

    def said(self) -> Sentence:
        """Return the fact and its values as a sentence."""
        return fact_said(self.title or self.fact, self.values)
