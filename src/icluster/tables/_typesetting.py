"""Cells in words, and words laid out for a terminal, for Markdown and for HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from icluster.words import Language, escaped, printable, worded

_NARROWEST = 8
_MARKS = frozenset("\\|`*_[]~$")


@frozen(kw_only=True)
class Layout:
    """A table in words."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def plain(cell: Any, language: Language) -> str:
    """Word a cell on one line, without what a terminal would obey."""
    return printable(" ".join(worded(cell, language).split()))


def marked(text: str) -> str:
    """Escape *text* for Markdown."""
    return "".join(
        f"\\{letter}" if letter in _MARKS else letter
        for letter in escaped(text, quote=False)
    )


# What a line must not begin with, or it is a heading, a list or a rule.
_BEGINS_A_BLOCK = re.compile(r"^([0-9]+(?=[.)])|(?=[-+=#]))")


def marked_line(text: str) -> str:
    """Escape *text* for Markdown, where it begins a line."""
    return _BEGINS_A_BLOCK.sub(r"\1\\", marked(text))


def width_of(text: str) -> int:
    """Columns that *text* takes in a terminal: accents none, wide letters two."""
    if text.isascii():
        return len(text)
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
    """Break *text* into lines of at most so many columns; None never breaks it.

    A word is cut only where it is too wide for a line of its own.
    """
    if wide is None or width_of(text) <= wide:
        return [text]
    lines, line, filled = [], "", 0
    for piece in (piece for word in text.split() for piece in _cut(word, wide)):
        width = width_of(piece)
        if line and filled + 1 + width <= wide:
            line, filled = f"{line} {piece}", filled + 1 + width
        else:
            if line:
                lines.append(line)
            line, filled = piece, width
    return [*lines, line]


def _cut(word: str, wide: int) -> Iterator[str]:
    """Yield a word whole, or in pieces that fit; one wide letter always fits."""
    start = filled = 0
    for place, letter in enumerate(word):
        width = width_of(letter)
        if filled and filled + width > wide:
            yield word[start:place]
            start, filled = place, 0
        filled += width
    yield word[start:]


def longest_word(text: str) -> int:
    """Columns that the widest word of *text* takes."""
    return max(map(width_of, text.split()), default=0)


def fitted(widths: list[int], words: list[int], width: int | None) -> list[int]:
    """Narrow the widest columns, two spaces apart, until they fit *width*.

    No column becomes narrower than its widest word, given in *words*, before that is
    the only way.
    """
    room = sum(widths) if width is None else width - 2 * (len(widths) - 1)
    narrowed = _narrowed(widths, [max(_NARROWEST, word) for word in words], room)
    return _narrowed(narrowed, [_NARROWEST] * len(widths), room)


def _narrowed(widths: list[int], least: list[int], room: int) -> list[int]:
    narrowed = list(widths)
    while (over := sum(narrowed) - room) > 0:
        above = [i for i, wide in enumerate(narrowed) if wide > least[i]]
        if not above:
            break
        widest = max(narrowed[index] for index in above)
        tied = [index for index in above if narrowed[index] == widest]
        lower = (narrowed[index] for index in above if narrowed[index] < widest)
        # Down to the next widest at once: a text may be a million letters long.
        floor = max([*lower, *(least[index] for index in tied)])
        step = min(over // len(tied), widest - floor)
        for index in tied if step else tied[:1]:
            narrowed[index] -= step or 1
    return narrowed


# --- cells of a file ----------------------------------------------------------------

# What a spreadsheet begins a formula with.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(
    lines: Iterable[Iterable[Any]], separator: str, decimal: str, language: Language
) -> str:
    """Return cells as CSV text, lines ended as RFC 4180 has it."""
    return "".join(
        separator.join(
            _quoted(_csv_cell(cell, decimal, language), separator) for cell in line
        )
        + "\r\n"
        for line in lines
    )


def _csv_cell(cell: Any, decimal: str, language: Language) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Fraction):
        whole = cell.denominator == 1
        cell = cell.numerator if whole else float(cell)
    if isinstance(cell, (int, float, Decimal)):
        return str(cell).replace(".", decimal)
    text = plain(cell, language)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _quoted(text: str, separator: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if separator in text or '"' in text else text
