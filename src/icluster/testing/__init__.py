"""Hypothesis strategies for every public noun: test against icluster.

Installed with hypothesis, icluster registers them by itself: `st.from_type(Policy)`
just works, and so does `st.builds` or `st.from_type` of your own class that holds
nouns. The strategies reach the corners (dates known in part, unknown facts, leap
days, accents, nothing at all) and shrink to something readable.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import hypothesis.strategies as st

import icluster
from icluster.conditions import Condition
from icluster.testing._classes import class_strategy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

__all__ = ["noun_classes", "register", "strategy_for"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


def noun_classes() -> tuple[type, ...]:
    """Return every public class of the modules that the nouns live in.

    Example:
        >>> from icluster import Policy
        >>> Policy in noun_classes()
        True
    """
    return tuple(dict.fromkeys(_noun_classes()))


def _noun_classes() -> Iterator[type]:
    for home, _ in icluster._HOMES:
        module = import_module(f"icluster.{home}")
        for name in module.__all__:
            thing: Any = getattr(module, name)
            if isinstance(thing, type) and attrs.has(thing):
                yield thing
    yield Condition


def strategy_for(kind: type[T]) -> SearchStrategy[T]:
    """Return a strategy for a public class, the one that `register` registers.

    Example:
        >>> from icluster import Period
        >>> from hypothesis import find
        >>> find(strategy_for(Period), lambda period: period.last_day is not None)
        Period(first_day=datetime.date(2000, 1, 1), last_day=datetime.date(2000, 1, 1))
    """
    strategy: SearchStrategy[T] = class_strategy(kind)
    return strategy


def register() -> None:
    """Register a strategy for every noun; hypothesis calls it when it is imported.

    Example:
        >>> from icluster import Money
        >>> register()
        >>> st.from_type(Money)
        from_type(icluster.money.Money)
    """
    for kind in noun_classes():
        st.register_type_strategy(kind, strategy_for)
