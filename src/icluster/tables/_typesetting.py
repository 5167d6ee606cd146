"""Cells in words, and words laid out for a terminal, for Markdown and for HTML."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from icluster.words import Language, printable, worded

_NARROWEST = 8
_MARKS = frozenset("\\|`*_[]~$")


def plain(cell: Any, language: Language) -> str:
    """Word a cell on one line, without what a terminal would obey."""
    return printable(" ".join(worded(cell, language).split()))


def marked(text: str) -> str:
    """Escape *text* for Markdown."""
    escaped = escaped_text(text, quote=False)
    return "".join(f"\\{letter}" if letter in _MARKS else letter for letter in escaped)


# What a line must not begin with, or it is a heading, a list or a rule.
_BEGINS_A_BLOCK = re.compile(r"^([0-9]+(?=[.)])|(?=[-+=#]))")


def marked_line(text: str) -> str:
    """Escape *text* for Markdown, where it begins a line."""
    return _BEGINS_A_BLOCK.sub(r"\1\\", marked(text))


def escaped_text(text: str, *, quote: bool = True) -> str:
    """Escape *text* for HTML."""
    # Imported late, as is `wrap`: most tables are neither HTML nor wrapped.
    from html import escape

    return escape(text, quote=quote)


def width_of(text: str) -> int:
    """Columns that *text* takes in a terminal: accents none, wide letters two."""
    return sum(
        0
        if unicodedata.combining(letter)
        else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def padded(text: str, wide: int, *, numeric: bool) -> str:
    """Fill *text* up with spaces: at its left where it is a number."""
    space = " " * (wide - width_of(text))
    return space + text if numeric else text + space


def wrapped(text: str, wide: int | None) -> list[str]:
    """Break *text* into lines of at most so many columns; None never breaks it."""
    if wide is None or width_of(text) <= wide:
        return [text]
    from textwrap import wrap

    # It counts letters, of which some take two columns.
    has_wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return wrap(text, max(1, wide // 2) if has_wide else wide) or [""]


def fitted(widths: list[int], width: int | None) -> list[int]:
    """Narrow the widest columns, two spaces apart, until they fit *width*."""
    narrowed = list(widths)
    room = sum(widths) if width is None else width - 2 * (len(widths) - 1)
    while (over := sum(narrowed) - room) > 0:
        widest = max(narrowed)
        if widest <= _NARROWEST:
            break
        tied = [index for index, wide in enumerate(narrowed) if wide == widest]
        below = max((wide for wide in narrowed if wide < widest), default=0)
        # Down to the next widest at once: a text may be a million letters long.
        step = min(over // len(tied), widest - max(below, _NARROWEST))
        for index in tied if step else tied[:1]:
            narrowed[index] -= step or 1
    return narrowed
