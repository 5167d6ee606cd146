"""Strategies for classes: grown field by field, special where fields hang together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_origin

import attrs
import hypothesis.strategies as st
from hypothesis import reject

from icluster.errors import IClusterError
from icluster.testing._hints import hint_strategy
from icluster.wire._shapes import field_hints

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["class_strategy", "grown"]


def class_strategy(kind: Any) -> Any:
    """Return the strategy for a class; made late, as a class may hold itself."""
    return st.deferred(lambda: _class_strategy(kind))


@cache
def _class_strategy(kind: Any) -> Any:
    from icluster.testing._special import special_strategies

    special = special_strategies().get(kind)
    if special is not None:
        return special
    if not attrs.has(get_origin(kind) or kind):
        return st.one_of([class_strategy(below) for below in _below(kind)])
    return grown(kind)


def _below(base: Any) -> list[Any]:
    found = [each for each in type.__subclasses__(base) if attrs.has(each)]
    return sorted(found, key=lambda kind: str(kind.__qualname__))


@st.composite
def grown(draw: Any, kind: Any, given: Mapping[str, Any] | None = None) -> Any:
    """Make a *kind*: what it needs, then field by field what it may have.

    A value that the constructor refuses beside those before it is left out, so that
    rules across fields are kept without being known here.
    """
    hints = field_hints(kind)
    arguments = dict(given or {})
    optional = []
    for attribute in attrs.fields(get_origin(kind) or kind):
        if not attribute.init or attribute.alias in arguments:
            continue
        strategy = hint_strategy(hints[attribute.name], class_strategy, attribute)
        if attribute.default is attrs.NOTHING:
            arguments[attribute.alias] = draw(strategy)
        else:
            optional.append((attribute.alias, strategy))
    made = _made(kind, arguments)
    for name, strategy in optional:
        if draw(st.booleans()):
            more = {**arguments, name: draw(strategy)}
            better = _made(kind, more)
            if better is not None:
                made, arguments = better, more
    return reject() if made is None else made


def _made(kind: Any, arguments: dict[str, Any]) -> Any:
    try:
        return kind(**arguments)
    except IClusterError:
        return None
