"""Places in a subject: steps, written as a path or as a JSON Pointer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import TypeAlias

Steps: TypeAlias = tuple[str | int, ...]
"""The way from a subject to a place in it: names of fields, keys, positions."""


class Key(str):
    """A step that is the key of a mapping, and is written in brackets.

    Example:
        >>> path(("scores", Key("A")))
        "scores['A']"
    """

    __slots__ = ()


_NAME = r"[^\W\d][\w$-]*|\$[\w$-]*"
_PLAIN_STEP = re.compile(_NAME)
# A key stands in brackets as Python writes texts, with quotes and escapes.
_KEY = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_STEP = re.compile(rf"\.?({_NAME})|\[(-?[0-9]{{1,20}})\]|\[({_KEY})\]")
_ESCAPE = re.compile(r"\\(?:x(..)|u(....)|U(........)|(.))")
_LETTERS = MappingProxyType({"n": "\n", "r": "\r", "t": "\t"})


def path(place: Iterable[str | int]) -> str:
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
    place: list[str | int] = []
    position = 0
    for match in _STEP.finditer(text):
        if match.start() != position:
            break
        position = match.end()
        name, index, key = match.groups()
        if key is not None:
            place.append(Key(_ESCAPE.sub(_unescaped, key[1:-1])))
        else:
            place.append(name if name is not None else int(index))
    return tuple(place) if position == len(text) else (text,)


def _unescaped(match: re.Match[str]) -> str:
    number = match[1] or match[2] or match[3]
    try:
        return chr(int(number, 16)) if number else _LETTERS.get(match[4], match[4])
    except (ValueError, OverflowError):
        return match[0]


def pointer(place: Iterable[str | int]) -> str:
    """Write steps as a JSON Pointer after RFC 6901.

    Example:
        >>> pointer(("policies", 1, "a/b"))
        '/policies/1/a~1b'
    """
    escaped = (str(step).replace("~", "~0").replace("/", "~1") for step in place)
    return "".join(f"/{step}" for step in escaped)
