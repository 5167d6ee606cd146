"""Text from data never reaches a terminal, a page or a log as it came.

Every value that an example makes is made again with hostile text at the end of each
of its texts, those of its parts included, and shown in every way it can be shown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import attrs
from tests.house.test_values import _made_by_examples, every_class

from icluster.errors import IClusterError
from icluster.tables import Table, Tabular

# Escape and its one-byte form, direction of writing, ends of lines, a tag.
HOSTILE = "x\x1b[31m\x9b1m\u202e\u2066\n\r\u2028\x85INJECTED <script> |"
SOME = 3


def poisoned(thing: Any) -> Any:
    """Put hostile text into all texts of a value that take it."""
    if type(thing) is str:
        return thing + HOSTILE
    if type(thing) is tuple:
        return tuple(map(poisoned, thing))
    if not attrs.has(type(thing)):
        return thing
    for field in attrs.fields(type(thing)):
        if not field.init:
            continue
        was = getattr(thing, field.name)
        worse = poisoned(was)
        if worse is was:
            continue
        try:
            thing = attrs.evolve(thing, **{field.alias or field.name: worse})
        except (IClusterError, TypeError, ValueError, LookupError):
            continue  # a key, an address, a count: refused at the door
    return thing


def shown(thing: Any) -> Iterator[str]:
    """Yield what a value can be shown as."""
    table: Any = thing
    yield repr(thing)
    if callable(getattr(thing, "said", None)):
        yield thing.said().text()
    if isinstance(thing, (Table, Tabular)):
        # Wrapped, a word of a cell may well begin a line; its text does not wrap.
        assert obeyed(str(thing)) == ""
        yield table.text()
        yield table.markdown()
        yield table.html()
    else:
        yield str(thing)


def obeyed(text: str) -> str:
    """Return what a terminal or a page would obey in a text of lines."""
    return "".join(
        letter
        for letter in text.replace("\n", "")
        if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    )


@every_class
def test_hostile_text_is_shown_as_text(name: str) -> None:
    for thing in _made_by_examples()[name][:SOME]:
        for text in shown(poisoned(thing)):
            assert obeyed(text) == "", text
            assert not any(line.startswith("INJECTED") for line in text.split("\n"))
            assert not text.startswith("<div") or "<script>" not in text
