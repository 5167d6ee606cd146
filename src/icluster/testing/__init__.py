"""Hypothesis strategies for every public noun: test against icluster.

Installed with hypothesis, icluster registers them by itself: `st.from_type(Policy)`
just works, and so does `st.builds` or `st.from_type` of your own class that holds
nouns. The strategies reach the corners (dates known in part, unknown facts, leap
days, accents, nothing at all) and shrink to something readable.

`RuleCase` proves a rule of your own as ours are proved, without hypothesis.

Needs the extra ``testing``; the room can be imported without it, and its functions say
so when they are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from icluster._extras import Extra
from icluster.testing._entry import noun_classes, register
from icluster.testing._rules import RuleCase, untested

if TYPE_CHECKING:
    import hypothesis.strategies as st

__all__ = ["RuleCase", "noun_classes", "register", "strategy_for", "untested"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


def strategy_for(kind: type[T]) -> st.SearchStrategy[T]:
    """Return a strategy for a public class, the one that `register` registers.

    Raises:
        MissingExtraError: hypothesis is not installed.

    Example:
        >>> from icluster import Period
        >>> from hypothesis import find
        >>> find(strategy_for(Period), lambda period: period.last_day is not None)
        Period(first_day=datetime.date(2000, 1, 1), last_day=datetime.date(2000, 1, 1))
    """
    _ = Extra("testing", "hypothesis.strategies").SearchStrategy
    from icluster.testing._special import class_strategy

    strategy: st.SearchStrategy[T] = class_strategy(kind)
    return strategy
