"""Which smallest changes of facts lift a criterion, and by how many levels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from math import prod

from icluster.conditions import Value
from icluster.errors import TooLargeError
from icluster.facts import Fact, Facts
from icluster.rubrics import Rubric
from icluster.verdicts import Verdict

__all__ = ["facts_after", "is_idle", "lifts"]


_MOST_CHANGES = 2**16
"""Combinations of changes that are tried for one criterion at most."""


def lifts(
    rubric: Rubric, index: int, facts: Facts
) -> Iterator[tuple[int, dict[str, Value]]]:
    """Yield the level that each minimal change surely reaches, and the change."""
    used = rubric.criteria[index].fact_names()
    options = {
        name: tuple(_options(facts.schema[name], facts))
        for name in facts.schema.names
        if name in used
    }
    tries = prod(1 + len(values) for values in options.values())
    if tries > _MOST_CHANGES:
        raise TooLargeError(
            "combinations of changes", tuple(options), tries, _MOST_CHANGES
        )
    now = rubric._outcomes.levels(index, facts._bits)[0]
    top = len(rubric.criteria[index].levels) - 1
    lifted: list[tuple[int, int]] = []
    # Smaller changes come first: one is minimal where no part of it reaches as much.
    for changed in _changes(options):
        values = _bits_of(facts, changed)
        best = max([lift for lift, part in lifted if not part & ~values], default=now)
        after = _bits_after(facts, changed, values) if best < top else None
        if after is None or any(rubric._outcomes.met_holes(after)):
            continue
        reached = rubric._outcomes.levels(index, after)[0]
        if reached > best:
            lifted.append((reached, values))
            yield reached, changed


def _bits_of(facts: Facts, changed: dict[str, Value]) -> int:
    """Return the bits of the values of a change, without all other facts."""
    bits = 0
    for name, value in changed.items():
        fact, shift, _ = facts.schema._slot(name)
        bits |= 1 << shift + fact.position(value)
    return bits


def _options(fact: Fact, facts: Facts) -> Iterator[Value]:
    """Yield what a fact could become; an age only grows, from its start."""
    now = facts[fact.name]
    if not fact.driven_by_time:
        yield from (value for value in fact.domain if (value,) != now)
    elif is_idle(fact, facts):
        yield from fact.domain[1:]
    else:
        later = fact.domain[fact.position(now[0]) + 1 :]
        yield from (value for value in later if (value,) != now)


def is_idle(fact: Fact, facts: Facts) -> bool:
    """Tell whether a fact certainly does not matter yet."""
    return (
        fact.matters_where is not None
        and facts.decides(fact.matters_where) is Verdict.NO
    )


def _changes(options: dict[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    for size in range(1, len(options) + 1):
        for names in combinations(options, size):
            for values in product(*(options[name] for name in names)):
                yield dict(zip(names, values, strict=True))


def facts_after(facts: Facts, changed: dict[str, Value]) -> Facts | None:
    """Return the facts after a change; None where time could not bring it."""
    after = facts.but(changed)
    for fact in facts.schema.facts:
        if not fact.driven_by_time or fact.matters_where is None:
            continue
        matters = after.decides(fact.matters_where)
        if fact.name in changed and matters is not Verdict.YES:
            return None
        if fact.name not in changed and matters is Verdict.YES and is_idle(fact, facts):
            after = after.but({fact.name: fact.domain[0]})
    return after


def _bits_after(facts: Facts, changed: dict[str, Value], values: int) -> int | None:
    """Return the bits of the facts after a change, of which *values* are known."""
    if any(fact.driven_by_time for fact in facts.schema.facts):
        after = facts_after(facts, changed)
        return None if after is None else after._bits
    slots = map(facts.schema._slot, changed)  # nothing hangs on time: none is made
    return facts._bits & ~sum(mask << shift for _, shift, mask in slots) | values
