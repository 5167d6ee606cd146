"""What verbs are given by name: mappings of names, names in pairs, some names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from icluster._fields import check_type
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.words import Key, Steps, path, say

__all__ = ["by_name", "pair_of", "some_names"]


def by_name(place: Steps, named: Any, what: str, *kinds: type) -> Mapping[str, Any]:
    """Return what is *named*; refuse what maps no names that are text to *what*.

    Each thing must be of one of the *kinds*, where there are any.
    """
    if not isinstance(named, Mapping):
        expected = say("a mapping of names to {}, such as a dict", say(what))
        # A table or a list would flood the message.
        came = None if named is None else type(named).__name__
        raise InvalidValueError(place, expected, came)
    for name in named:
        if not isinstance(name, str):
            raise InvalidValueError(f"every name in {path(place)}", "text", name)
        if kinds:
            check_type(path((*place, Key(name))), named[name], *kinds)
    return named


def pair_of(pair: tuple[str, str], known: tuple[str, ...]) -> tuple[str, str]:
    """Return two names that differ, both known.

    Raises:
        InvalidValueError: No pair was asked for.
        UnknownNameError: One of the two is not known.
    """
    if not isinstance(pair, tuple) or len(pair) != 2 or pair[0] == pair[1]:
        expected = "a pair of two names, such as ('A', 'B')"
        raise InvalidValueError("what stands in brackets", expected, pair)
    some_names(pair, known)
    return pair


def some_names(names: Iterable[str] | None, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that are wanted, in the order of the known; None is all."""
    if names is None:
        return known
    if not isinstance(names, Iterable) or isinstance(names, str):
        raise InvalidValueError("names", "several names", names)
    asked = tuple(names)
    for name in asked:
        if name not in known:
            raise UnknownNameError("score", name, known)
    return tuple(name for name in known if name in asked)
