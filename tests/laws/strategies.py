"""Random schemas, conditions, rubrics and facts, small enough to be counted out."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from tests.laws.brute_force import completions, holds, winner

from icluster import (
    AllOf,
    AnyOf,
    Criterion,
    Fact,
    Facts,
    FactSchema,
    Gap,
    Is,
    Level,
    Missing,
    Not,
    PartialDate,
    Rubric,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icluster.conditions import Condition, Value

FEW = settings(max_examples=50)
"""For laws of which each example is counted out slowly."""

NAMES = ("a", "b", "c")
DOMAINS: tuple[tuple[Value, ...], ...] = (
    (False, True),
    (0, 1),
    ("low", "middle", "high"),
)
POINTS = ("-1", "0", "0.1", "0.5", "1", "2", "3.25")
WEIGHTS = ("0.1", "0.5", "1", "3")


@st.composite
def schemas(draw: st.DrawFn, *, ages: bool = True) -> FactSchema:
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    facts = [Fact(name, draw(st.sampled_from(DOMAINS))) for name in names]
    if ages and draw(st.booleans()):
        where = draw(st.none() | conditions(FactSchema(facts)))
        band = ("young", "grown", "old")
        facts.append(Fact.age("age", band, boundaries=(2, 10), matters_where=where))
    return FactSchema(draw(st.permutations(facts)))


def some_of(draw: st.DrawFn, values: tuple[Value, ...]) -> frozenset[Value]:
    """Draw a subset that is not empty, by one number: cheaper than a set."""
    bits = draw(st.integers(1, 2 ** len(values) - 1))
    return frozenset(each for index, each in enumerate(values) if bits >> index & 1)


@st.composite
def conditions(draw: st.DrawFn, schema: FactSchema, depth: int = 2) -> Condition:
    # By hand: `st.recursive` takes ten times as long.
    kind = draw(st.integers(0, 6)) if depth else 0
    if kind <= 3:
        fact = draw(st.sampled_from(schema.facts))
        return Is(fact.name, some_of(draw, fact.domain))
    if kind == 4:
        return Not(draw(conditions(schema, depth - 1)))
    parts = [
        draw(conditions(schema, depth - 1)) for _ in range(draw(st.integers(0, 3)))
    ]
    return AllOf(parts) if kind == 5 else AnyOf(parts)


@st.composite
def criteria(
    draw: st.DrawFn, schema: FactSchema, key: str, *, holes: bool = False
) -> Criterion:
    """Draw a criterion; what no level covers is filled, declared, or left."""
    points = sorted(map(str, some_of(draw, POINTS)), key=float)
    levels = [Level(each, draw(conditions(schema))) for each in points]
    weight = draw(st.sampled_from(WEIGHTS))
    uncovered: Condition = Not(AnyOf(level.condition for level in levels))
    gaps = []
    is_open = any(holds(uncovered, values) for values in completions(schema))
    if is_open and len(points) > 1 and draw(st.booleans()):
        dropped = draw(st.integers(0, len(points))) if len(points) > 2 else None
        candidates = [each for i, each in enumerate(points) if i != dropped]
        gaps.append(Gap("left_open", uncovered, candidates, "the scale is silent"))
    elif is_open and not (holes and draw(st.booleans())):
        levels[0] = Level(points[0], levels[0].condition | uncovered)
    return Criterion(key=key, title=key, levels=levels, gaps=gaps, weight=weight)


@st.composite
def rubrics(
    draw: st.DrawFn, *, holes: bool = False, ages: bool = True, most: int = 3
) -> Rubric:
    schema = draw(schemas(ages=ages))
    keys = ("first", "second", "third")[: draw(st.integers(1, most))]
    return Rubric(
        key="random",
        title="Random",
        facts=schema,
        criteria=[draw(criteria(schema, key, holes=holes)) for key in keys],
    )


@st.composite
def facts_of(draw: st.DrawFn, schema: FactSchema, *, known: bool = False) -> Facts:
    """Draw facts; for each one value, several, or the whole domain."""
    return Facts.of(
        schema,
        {
            fact.name: draw(st.sampled_from(fact.domain))
            if known
            else some_of(draw, fact.domain)
            for fact in schema.facts
        },
    )


@st.composite
def narrowed(draw: st.DrawFn, facts: Facts) -> Facts:
    """Draw facts that say all that *facts* say, or more."""
    return facts.but({name: some_of(draw, facts[name]) for name in facts.schema.names})


# Drawing is what laws take their time for: each choice is one number, a day too, and
# choices that hang on nothing are drawn together. Strategies are made once.
MANNERS = tuple(product(("year", "month", "day", "bounds"), "-/", range(3)))
"""How precisely a day may be known, the separator, and how many years more."""


@cache
def days(first: int = 1990, last: int = 2030) -> st.SearchStrategy[date]:
    numbers = st.integers(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())
    return numbers.map(date.fromordinal)


def partly_known(day: date, manner: tuple[str, str, int], last: int) -> PartialDate:
    """Return what is known of a day by one of `MANNERS`; no bound is after *last*."""
    precision, separator, more = manner
    latest = min(day.year + more, last) if precision == "bounds" and more else None
    return PartialDate(
        day.year,
        None if precision in ("year", "bounds") else day.month,
        day.day if precision == "day" else None,
        separator,
        latest=PartialDate(latest) if latest else None,
    )


IN_ANY_MANNER = st.sampled_from(MANNERS)


@st.composite
def partial_dates(draw: st.DrawFn, first: int = 1990, last: int = 2030) -> PartialDate:
    return partly_known(draw(days(first, last)), draw(IN_ANY_MANNER), last)


def several(things: Iterable[Any]) -> tuple[Any, ...]:
    """Return up to two of *things* in every way, or that none is known."""
    listed = tuple(things)
    few = (few for size in range(3) for few in combinations(listed, size))
    return (Missing.UNKNOWN, *few)


def picked(things: Iterable[Any]) -> st.SearchStrategy[Any]:
    """Draw one of *things*, however many; `sampled_from` would print them all."""
    listed = tuple(things)
    return st.integers(0, len(listed) - 1).map(lambda number: listed[number])


def in_one(*choices: Iterable[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw one of each of *choices*, all in one draw, which is fast."""
    return picked(product(*choices))


def has_undeclared_hole(rubric: Rubric) -> bool:
    return any(
        winner(criterion, values) is None
        for criterion in rubric.criteria
        for values in completions(rubric.facts)
    )
