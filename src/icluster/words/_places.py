"""Places in a subject: steps, written as a path or as a JSON Pointer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

Step: TypeAlias = str | int
"""One step of a place: the name of a field, a key, or a position."""

Steps: TypeAlias = tuple[Step, ...]
"""The way from a subject to a place in it."""


class Key(str):
    """A step that is the key of a mapping, and is written in brackets.

    Example:
        >>> path(("scores", Key("A")))
        "scores['A']"
    """

    __slots__ = ()


_NAME = r"[^\W\d][\w$-]*|\$[\w$-]*"
_PLAIN_STEP = re.compile(_NAME)
_STEP = re.compile(rf"\.?({_NAME})|\[(\d+)\]|\[(['\"])(.*?)\3\]")


def path(place: Iterable[Step]) -> str:
    """Write steps as a path; words that begin it stand as they are.

    Example:
        >>> path(("policies", 1, "budget", "annual")), path(("criteria", "a b"))
        ('policies[1].budget.annual', "criteria['a b']")
    """
    text = ""
    for step in place:
        if isinstance(step, int):
            text += f"[{step}]"
        elif isinstance(step, Key) or (text and not _PLAIN_STEP.fullmatch(step)):
            text += f"[{str(step)!r}]"
        else:
            text += f".{step}" if text else step
    return text


def steps(text: str) -> Steps:
    """Read a path back into steps; a text that is none is one step.

    Example:
        >>> steps("policies[1].budget.annual"), steps("criteria['a b']")
        (('policies', 1, 'budget', 'annual'), ('criteria', 'a b'))
        >>> steps("the sum of 1.1")
        ('the sum of 1.1',)
    """
    place: list[Step] = []
    position = 0
    for match in _STEP.finditer(text):
        if match.start() != position:
            break
        position = match.end()
        name, index, _, key = match.groups()
        place.append(int(index) if index is not None else name or Key(key))
    return tuple(place) if position == len(text) else (text,)


def pointer(place: Iterable[Step]) -> str:
    """Write steps as a JSON Pointer after RFC 6901.

    Example:
        >>> pointer(("policies", 1, "a/b"))
        '/policies/1/a~1b'
    """
    escaped = (str(step).replace("~", "~0").replace("/", "~1") for step in place)
    return "".join(f"/{step}" for step in escaped)
