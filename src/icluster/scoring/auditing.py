"""A rubric proved, not sampled: every completion of its facts is looked at."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._completions import Space, lowest
from icluster._exact import to_decimal_text
from icluster._fields import check_type, instance_of
from icluster._outcomes import Reach, gap_name
from icluster.conditions import Value, value_text
from icluster.rubrics import Rubric
from icluster.tables import Column, Table
from icluster.vocabularies import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster._outcomes import Component
    from icluster.facts import Fact

__all__ = ["Audit", "FactEffect", "Hole", "Overlap", "Trend", "audit"]


def __dir__() -> list[str]:
    return __all__


class Trend(Vocabulary):
    """What a higher value of a fact does to the levels of a rubric.

    Example:
        >>> Trend.RISING.title
        'never lowers a level'
    """

    NONE = "none", "changes no level"
    RISING = "rising", "never lowers a level"
    FALLING = "falling", "never raises a level"
    MIXED = "mixed", "raises a level here and lowers one there"


@frozen
class FactEffect:
    """What one fact does in a rubric.

    Attributes:
        fact: Name of the fact.
        trend: What a higher value does.
        strays: Criteria in which it matters although the schema says it does not.

    Example:
        >>> from icluster.reference import eccp
        >>> audit(eccp.MATURITY_2022).effects[0].trend
        <Trend.RISING: 'rising'>
    """

    fact: str
    trend: Trend
    strays: tuple[str, ...] = ()


@frozen
class Hole:
    """Facts that neither a level nor a declared gap of a criterion covers.

    Attributes:
        criterion: Key of the criterion.
        completions: How many completions of its component fall into it.
        example: One of them, as pairs of fact and value.

    Example:
        >>> str(Hole("evidence", 2, (("monitoring", False),)))
        'evidence: 2 completions, for example monitoring is false'
    """

    criterion: str
    completions: int
    example: tuple[tuple[str, Value], ...]

    def __str__(self) -> str:
        return f"{self.criterion}: {_counted(self.completions, self.example)}"


@frozen
class Overlap:
    """Two levels of a criterion that hold together; the higher wins.

    Example:
        >>> from icluster.reference import eccp
        >>> print(audit(eccp.MATURITY_2022).overlaps[0])
        scope 0.5 and 1: 96 completions, for example targeted_policy is false, ...
    """

    criterion: str
    lower: Decimal
    higher: Decimal
    completions: int
    example: tuple[tuple[str, Value], ...]

    def __str__(self) -> str:
        levels = f"{to_decimal_text(self.lower)} and {to_decimal_text(self.higher)}"
        return f"{self.criterion} {levels}: {_counted(self.completions, self.example)}"


def _counted(completions: int, example: tuple[tuple[str, Value], ...]) -> str:
    facts = ", ".join(f"{name} is {value_text(value)}" for name, value in example)
    return f"{completions} completions, for example {facts}"


@frozen(kw_only=True)
class Audit:
    """What enumeration proves of a rubric.

    Attributes:
        rubric: The rubric.
        completions: Ways to settle all facts that it looks at.
        vectors: Combinations of levels that occur.
        vectors_on_paper: Combinations of levels that could be written down.
        holes: What nobody declared; none in a complete rubric.
        gaps: Declared gaps, by criterion and key.
        overlaps: Levels that hold together.
        unreachable_levels: Criterion and points of levels that never win.
        effects: What each fact does.
        totals: The totals that occur, rising.
        unreachable_totals: Multiples of the rubric's unit between them that do
            not; empty where there are more than 65,536 of either.

    Example:
        >>> from icluster.reference import eccp
        >>> report = audit(eccp.MATURITY_2022)
        >>> report.passes, report.vectors, report.vectors_on_paper
        (True, 68, 256)
        >>> len(report.totals), [str(total) for total in report.unreachable_totals]
        (16, ['7.5'])
    """

    rubric: Rubric = field(validator=instance_of(Rubric))
    completions: int
    vectors: int
    vectors_on_paper: int
    holes: tuple[Hole, ...]
    gaps: tuple[str, ...]
    overlaps: tuple[Overlap, ...]
    unreachable_levels: tuple[tuple[str, Decimal], ...]
    effects: tuple[FactEffect, ...]
    totals: tuple[Decimal, ...]
    unreachable_totals: tuple[Decimal, ...]

    @property
    def passes(self) -> bool:
        """Whether there is no hole, no dead level, and no fact out of place."""
        misplaced = any(
            effect.strays or effect.trend is Trend.NONE for effect in self.effects
        )
        return not (self.holes or self.unreachable_levels or misplaced)

    @property
    def monotone(self) -> tuple[str, ...]:
        """Names of the facts whose higher values never lower a level."""
        return tuple(each.fact for each in self.effects if each.trend is Trend.RISING)

    def table(self) -> Table:
        """Return the findings of the audit as a table."""
        return Table(
            title=f"Audit: {self.rubric.title}",
            columns=(Column("property", "Property"), Column("found", "Found")),
            rows=tuple(self._rows()),
        )

    def _rows(self) -> Iterator[tuple[str, str | int]]:
        yield "passes", "yes" if self.passes else "no"
        yield "completions of the facts", self.completions
        yield "combinations of levels", f"{self.vectors} of {self.vectors_on_paper}"
        yield "totals", ", ".join(map(to_decimal_text, self.totals))
        yield (
            "unreachable totals",
            ", ".join(map(to_decimal_text, self.unreachable_totals)),
        )
        yield "undeclared holes", "; ".join(map(str, self.holes)) or "none"
        yield "declared gaps", ", ".join(self.gaps) or "none"
        for overlap in self.overlaps:
            levels = f"{overlap.criterion} {overlap.lower} and {overlap.higher}"
            yield "overlapping levels", f"{levels}: {overlap.completions} completions"
        for key, points in self.unreachable_levels:
            yield "unreachable level", f"{key} {points}"
        for effect in self.effects:
            strays = (
                f"; strays into {', '.join(effect.strays)}" if effect.strays else ""
            )
            yield effect.fact, effect.trend.title + strays

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


_LISTED_TOTALS = 2**16


def audit(rubric: Rubric) -> Audit:
    """Enumerate a rubric and report what is true of it.

    Raises:
        TooLargeError: There are more than about a million totals, or more
            combinations of levels than can be told apart.

    Example:
        >>> from icluster.reference import eccp
        >>> audit(eccp.MATURITY_2022).gaps
        ('instruments.technical_support_only',)
    """
    check_type("rubric", rubric, Rubric)
    components = rubric.outcomes.components
    totals = (
        rubric.outcomes.totals(rubric.facts.unknown_bits) if not _holes(rubric) else ()
    )
    return Audit(
        rubric=rubric,
        completions=prod(component.space.size for component in components),
        vectors=prod(len(_vectors(component)) for component in components),
        vectors_on_paper=prod(len(criterion.levels) for criterion in rubric.criteria),
        holes=_holes(rubric),
        gaps=tuple(
            gap_name(criterion, gap)
            for criterion in rubric.criteria
            for gap in criterion.gaps
        ),
        overlaps=tuple(
            overlap
            for component in components
            for reach in component.reaches
            for overlap in _overlaps(reach, component.space)
        ),
        unreachable_levels=tuple(
            (reach.criterion.key, level.points)
            for component in components
            for reach in component.reaches
            for level, wins in zip(reach.criterion.levels, reach.wins, strict=True)
            if not wins
        ),
        effects=tuple(_effect(rubric, fact) for fact in rubric.facts.facts),
        totals=tuple(map(rubric.outcomes.points, totals)),
        unreachable_totals=tuple(map(rubric.outcomes.points, _missing(totals))),
    )


def _missing(totals: tuple[int, ...]) -> tuple[int, ...]:
    if not totals or totals[-1] - totals[0] > _LISTED_TOTALS:
        return ()
    return tuple(sorted(set(range(totals[0], totals[-1])) - set(totals)))


def _holes(rubric: Rubric) -> tuple[Hole, ...]:
    return tuple(
        Hole(
            reach.criterion.key,
            reach.hole.bit_count(),
            _example(component.space, reach.hole),
        )
        for component in rubric.outcomes.components
        for reach in component.reaches
        if reach.hole
    )


def _example(space: Space, completions: int) -> tuple[tuple[str, Value], ...]:
    return tuple(space.values(lowest(completions)).items())


def _vectors(component: Component) -> dict[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {(): component.space.everything}
    for reach in component.reaches:
        found = {
            (*vector, position): where & level
            for vector, where in found.items()
            for position, level in enumerate(reach.levels)
            if where & level
        }
    return found


def _overlaps(reach: Reach, space: Space) -> Iterator[Overlap]:
    holding = [space.holding(level.condition) for level in reach.criterion.levels]
    for higher, level in enumerate(reach.criterion.levels):
        for lower in range(higher):
            if both := holding[lower] & holding[higher]:
                yield Overlap(
                    reach.criterion.key,
                    reach.criterion.levels[lower].points,
                    level.points,
                    both.bit_count(),
                    _example(space, both),
                )


def _effect(rubric: Rubric, fact: Fact) -> FactEffect:
    rises = falls = False
    strays = []
    for component in rubric.outcomes.components:
        if fact.name not in component.space.names:
            continue
        for reach in component.reaches:
            up, down = _moves(reach, component.space, fact)
            rises, falls = rises or up, falls or down
            if _strays(rubric, reach, component.space, fact):
                strays.append(reach.criterion.key)
    return FactEffect(fact.name, _trend(rises, falls), tuple(strays))


def _trend(rises: bool, falls: bool) -> Trend:
    if rises and falls:
        return Trend.MIXED
    if rises or falls:
        return Trend.RISING if rises else Trend.FALLING
    return Trend.NONE


def _moves(reach: Reach, space: Space, fact: Fact) -> tuple[bool, bool]:
    """Tell whether a next higher value somewhere raises and somewhere lowers.

    Both the lowest and the highest level that a completion allows are watched.
    """
    up = down = False
    sets, stride = space.value_sets[fact.name], space.strides[fact.name]
    for reached in _thresholds(reach, space):
        for lower, higher in pairwise(sets):
            before, after = (reached & lower) << stride, reached & higher
            up = up or bool(after & ~before)
            down = down or bool(before & ~after)
    return up, down


def _thresholds(reach: Reach, space: Space) -> Iterator[int]:
    """Yield where a level or more is sure, and where it is possible."""
    for position in range(1, len(reach.levels)):
        below = above = 0
        for level in reach.levels[:position]:
            below |= level
        for level in reach.levels[position:]:
            above |= level
        yield space.everything & ~below
        yield above


def _strays(rubric: Rubric, reach: Reach, space: Space, fact: Fact) -> bool:
    """Tell whether a fact matters where the schema says that it does not."""
    if fact.matters_where is None:
        return False
    asked = {test.fact for test in fact.matters_where.tests()}
    if not asked <= set(space.names):
        names = tuple(n for n in rubric.facts.names if n in asked or n in space.names)
        space = Space(rubric.facts, names)
        reach = Reach.of(reach.criterion, space, rubric.unit)
    outside = space.everything & ~space.holding(fact.matters_where)
    every_value = list(range(len(fact.domain)))
    return any(
        space.depends(level & outside, fact.name, every_value) for level in reach.levels
    )
