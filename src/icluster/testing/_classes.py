"""Strategies for classes: grown field by field, special where fields hang together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_origin

import attrs
import hypothesis.strategies as st
from hypothesis import reject

from icluster._hints import concrete_subclasses, field_hints
from icluster.errors import IClusterError
from icluster.testing._hints import hint_strategy

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
        return st.one_of([class_strategy(below) for below in concrete_subclasses(kind)])
    return grown(kind)


_ATTEMPTS = 10
"""How often what a class needs is drawn before hypothesis is told to start anew."""


@st.composite
def grown(draw: Any, kind: Any, given: Mapping[str, Any] | None = None) -> Any:
    """Make a *kind*: what it needs, then field by field what it may have.

    A value that the constructor refuses beside those before it is left out, so that
    rules across fields are kept without being known here.
    """
    hints = field_hints(kind)
    needed: list[tuple[str, Any]] = []
    optional: list[tuple[str, Any]] = []
    for attribute in attrs.fields(get_origin(kind) or kind):
        if attribute.init and attribute.alias not in (given or {}):
            strategy = hint_strategy(hints[attribute.name], class_strategy, attribute)
            is_needed = attribute.default is attrs.NOTHING
            (needed if is_needed else optional).append((attribute.alias, strategy))
    arguments: dict[str, Any] = {}
    made = None
    for _ in range(_ATTEMPTS):
        arguments = {**(given or {}), **{name: draw(each) for name, each in needed}}
        made = _made(kind, arguments)
        if made is not None:
            break
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
