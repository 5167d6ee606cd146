"""Conditions made shorter without changing what they say.

What a published scale repeats for the reader, an engine need not compute again
for every row: a part goes where enumeration proves that nothing changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from icluster.conditions import AllOf, AnyOf, Condition, Not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster.rubrics._completions import Space

__all__ = ["shortest"]


def shortest(condition: Condition, space: Space, where: int) -> Condition:
    """Drop the parts of *condition* that change nothing, one after the other.

    Args:
        condition: The condition.
        space: All completions of the facts that it may speak of.
        where: The completions in which it must go on saying the same.
    """
    wanted = space.holding(condition) & where
    found: Condition | None = condition
    while found is not None:
        condition, found = found, None
        for shorter in _shorter(condition):
            if space.holding(shorter) & where == wanted:
                found = shorter
                break
    return condition


def _shorter(condition: Condition) -> Iterator[Condition]:
    """Yield the condition without one of its parts, the longest parts first."""
    if isinstance(condition, Not):
        yield from map(Not, _shorter(condition.part))
    elif isinstance(condition, (AllOf, AnyOf)):
        kind, parts = type(condition), condition.parts
        for index in range(len(parts)):
            yield _joined(kind, (*parts[:index], *parts[index + 1 :]))
        for index, part in enumerate(parts):
            for shorter in _shorter(part):
                yield _joined(kind, (*parts[:index], shorter, *parts[index + 1 :]))


def _joined(kind: type[AllOf | AnyOf], parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else kind(parts)
