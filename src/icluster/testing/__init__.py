"""Hypothesis strategies for every public noun: test against icluster.

Installed with hypothesis, icluster registers them by itself: `st.from_type(Policy)`
just works, and so does `st.builds` or `st.from_type` of your own class that holds
nouns. Where fields of a noun are yours to say, `strategy_for` takes them: `st.builds`
of a noun knows nothing of what its fields must be. The strategies reach the corners
(dates known in part, unknown facts, leap days, accents, nothing at all) and shrink to
something readable.

`RuleCase` proves a rule of your own as ours are proved, without hypothesis.

Needs the extra ``testing``; the room can be imported without it, and its functions say
so when they are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from icluster._extras import Extra
from icluster.testing._entry import noun_classes, register
from icluster.testing._rules import RuleCase, untested

if TYPE_CHECKING:
    import hypothesis.strategies as st

__all__ = ["RuleCase", "noun_classes", "register", "strategy_for", "untested"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


def strategy_for(
    kind: type[T], **fields: st.SearchStrategy[Any]
) -> st.SearchStrategy[T]:
    """Return a strategy for a public class, the one that `register` registers.

    Args:
        kind: The class.
        fields: What some of its fields are drawn from instead; of classes whose
            fields hang together, as those of a rubric do, none can be given.

    Raises:
        MissingExtraError: hypothesis is not installed.
        UnknownNameError: The class has no such field.
        InvalidValueError: What is given for a field is no strategy, or none can be.

    Example:
        >>> import hypothesis.strategies as st
        >>> from hypothesis import find
        >>> from icluster import Country, Period, Policy
        >>> find(strategy_for(Period), lambda period: period.last_day is not None)
        Period(first_day=datetime.date(2000, 1, 1), last_day=datetime.date(2000, 1, 1))
        >>> of_spain = strategy_for(Policy, country=st.just(Country("ES")))
        >>> find(of_spain, lambda policy: True).country
        Country(code='ES')
    """
    _ = Extra("testing", "hypothesis.strategies").SearchStrategy
    from icluster.testing._special import class_strategy, strategy_with

    strategy: st.SearchStrategy[T]
    strategy = strategy_with(kind, fields) if fields else class_strategy(kind)
    return strategy
