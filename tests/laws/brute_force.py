"""The rubric engine a second time: slow, plain, one completion after the other."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from icluster import AllOf, AnyOf, Is, Not
from icluster.reference import eccp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from icluster import Criterion, Facts, FactSchema, Rubric
    from icluster.conditions import Condition, Value

    Values = Mapping[str, Value]
    Vector = tuple[frozenset[Decimal], ...]


def completions(schema: FactSchema) -> Iterator[dict[str, Value]]:
    names = [fact.name for fact in schema.facts]
    for values in product(*(fact.domain for fact in schema.facts)):
        yield dict(zip(names, values, strict=True))


def completions_of(facts: Facts) -> Iterator[dict[str, Value]]:
    names = facts.schema.names
    for values in product(*(facts[name] for name in names)):
        yield dict(zip(names, values, strict=True))


def holds(condition: Condition, values: Values) -> bool:
    """Evaluate a condition by what its classes mean, without asking it."""
    match condition:
        case Is(fact=fact, values=wanted):
            # 1 is not True.
            return any(
                type(values[fact]) is type(w) and values[fact] == w for w in wanted
            )
        case Not(part=part):
            return not holds(part, values)
        case AllOf(parts=parts):
            return not [part for part in parts if not holds(part, values)]
        case AnyOf(parts=parts):
            return bool([part for part in parts if holds(part, values)])
        case _:
            raise AssertionError(condition)


def winner(criterion: Criterion, values: Values) -> frozenset[Decimal] | None:
    """Return the points that the scale allows; None where it has a hole."""
    for level in reversed(criterion.levels):
        if holds(level.condition, values):
            return frozenset({level.points})
    for gap in criterion.gaps:
        if holds(gap.condition, values):
            return frozenset(gap.candidates)
    return None


def vector(rubric: Rubric, values: Values) -> Vector:
    allowed = [winner(criterion, values) for criterion in rubric.criteria]
    assert None not in allowed, "a hole that nobody declared"
    return tuple(each or frozenset() for each in allowed)


def sums(rubric: Rubric, vector: Vector) -> frozenset[Fraction]:
    """Return every total that one choice of points a criterion gives."""
    return frozenset(
        sum(
            (
                Fraction(points) * Fraction(criterion.weight)
                for points, criterion in zip(choice, rubric.criteria, strict=True)
            ),
            Fraction(),
        )
        for choice in product(*vector)
    )


class Oracle:
    """Every completion of a rubric's facts and what it allows, found once."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.vectors = {
            tuple(values.values()): vector(rubric, values)
            for values in completions(rubric.facts)
        }
        self._sums: dict[Vector, frozenset[Fraction]] = {}

    def sums(self, vector: Vector) -> frozenset[Fraction]:
        if vector not in self._sums:
            self._sums[vector] = sums(self.rubric, vector)
        return self._sums[vector]

    def vectors_of(self, facts: Facts) -> Iterable[tuple[tuple[Value, ...], Vector]]:
        for values in completions_of(facts):
            key = tuple(values.values())
            yield key, self.vectors[key]

    def totals(self, facts: Facts) -> set[Fraction]:
        vectors = {vector for _, vector in self.vectors_of(facts)}
        return set().union(*map(self.sums, vectors))

    def candidates(self, facts: Facts, index: int) -> set[Decimal]:
        return set().union(*(vector[index] for _, vector in self.vectors_of(facts)))


@cache
def eccp_oracle() -> Oracle:
    return Oracle(eccp.MATURITY_2022)


def oracle_of(rubric: Rubric) -> Oracle:
    """Return a rubric counted out; the ECCP's is counted once."""
    return eccp_oracle() if rubric is eccp.MATURITY_2022 else Oracle(rubric)
