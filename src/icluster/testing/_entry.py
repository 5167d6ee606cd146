"""What hypothesis calls when it is imported.

Nothing here imports hypothesis before it is called: hypothesis itself comes here
while it is being imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs

import icluster
from icluster._extras import Extra
from icluster.conditions import Condition

if TYPE_CHECKING:
    from collections.abc import Iterator


def noun_classes() -> tuple[type, ...]:
    """Return every public class of the modules that the nouns live in.

    Example:
        >>> from icluster import Policy
        >>> Policy in noun_classes()
        True
    """
    return tuple(dict.fromkeys(_noun_classes()))


def _noun_classes() -> Iterator[type]:
    for room, nouns in icluster._ROOMS:
        if not nouns:
            continue
        module = import_module(f"icluster.{room}")
        for name in (*nouns.split(), *module.__all__):
            thing: Any = getattr(module, name)
            if isinstance(thing, type) and attrs.has(thing):
                yield thing
    yield Condition


def register() -> None:
    """Register a strategy for every noun; hypothesis calls it when it is imported.

    Example:
        >>> import hypothesis.strategies as st
        >>> from icluster import Country
        >>> register()
        >>> st.from_type(Country).validate()
    """
    st = Extra("testing", "hypothesis.strategies")
    _ = st.SearchStrategy
    from icluster.testing._special import class_strategy

    for kind in noun_classes():
        st.register_type_strategy(kind, class_strategy)
