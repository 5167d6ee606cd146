"""Text that is safe to print, and names with their spellings folded away.

Everything takes time linear in the length of the text, even in runs of marks, which
`unicodedata.normalize` alone sorts in quadratic time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from types import MappingProxyType
from typing import Literal, TypeAlias

Form: TypeAlias = Literal["NFC", "NFD", "NFKC", "NFKD"]

_REPLACED = "\N{REPLACEMENT CHARACTER}"


def says_something(text: str) -> bool:
    """Tell whether *text* has more than spaces, controls and invisible marks.

    Example:
        >>> says_something("MIND"), says_something(" \u200b")
        (True, False)
    """
    return any(unicodedata.category(letter)[0] not in "ZC" for letter in text)


def printable(text: str) -> str:
    r"""Return *text* on one line, without what a terminal or a page would obey.

    Control characters and invisible marks, such as those that turn the direction of
    writing, become the replacement character.

    Example:
        >>> printable("a\tb\x1b[31m")
        'a b�[31m'
    """
    if text.isprintable():
        return text
    one_line = " ".join(text.split())
    return "".join(
        _REPLACED if unicodedata.category(letter)[0] == "C" else letter
        for letter in one_line
    )


# What nobody sees: control characters that are no space, marks of direction, of
# joining and of breaking, the byte order mark, tags.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]+"
)
"""Matches runs of characters that nobody sees."""

# Shorter runs than this are cheap to sort, whatever marks they are made of.
_LONG_RUN = re.compile(r"[^\x00-\x7f]{200,}")

_ACCENTS = re.compile("[\u0300-\u036f]+")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W_]\.){2,}[^\W_]?(?!\w)")
_WORD = re.compile(r"[a-z0-9]+")
# Apostrophes join what they stand in; so do marks that nobody sees.
_DROPPED = MappingProxyType(dict.fromkeys(map(ord, "'`´‘’ʼ"), ""))


def folded(text: str) -> str:
    """Make case, spacing and composed or decomposed accents not matter.

    Example:
        >>> folded("  Large   FIRMS ")
        'large firms'
    """
    return " ".join(normalized("NFC", text).split()).casefold()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name, folded: accents and punctuation do not matter.

    Case, accents, punctuation, apostrophes and the dots of acronyms are dropped;
    letters of any script are kept.

    Example:
        >>> words_of("Clúster de T.I., Nuevo León's  I+D")
        ('cluster', 'de', 'ti', 'nuevo', 'leons', 'i', 'd')
    """
    plain = INVISIBLE.sub("", text.translate(_DROPPED))
    if not plain.isascii():
        plain = _ACCENTS.sub("", normalized("NFKD", plain))
    plain = _DOTTED.sub(_undotted, plain.casefold())
    if plain.isascii():
        return tuple(_WORD.findall(plain))
    # Composed again: in other scripts a taken-apart letter is another letter.
    composed = normalized("NFC", plain)
    return tuple("".join(map(_letter_or_space, composed)).split())


def closest(text: str, candidates: Iterable[str]) -> str | None:
    """Return the one of *candidates* that is most similar to *text*, if any is.

    Example:
        >>> closest("Large firm", ["SMEs", "Large firms"])
        'Large firms'
    """
    # Imported late: only a failed look-up needs it, and it is slow to import.
    from difflib import get_close_matches

    by_folded = {folded(candidate): candidate for candidate in candidates}
    similar = get_close_matches(folded(text[:200]), by_folded, n=1)
    return by_folded[similar[0]] if similar else None


def _undotted(match: re.Match[str]) -> str:
    return match[0].replace(".", "")


def _letter_or_space(letter: str) -> str:
    kept = letter.isalnum() or unicodedata.category(letter).startswith("M")
    return letter if kept else " "


def normalized(form: Form, text: str) -> str:
    """Return what `unicodedata.normalize` does, in time linear in the text.

    Example:
        >>> normalized("NFC", "Clu\u0301ster")
        'Clúster'
    """
    if _LONG_RUN.search(text) is not None:
        apart: Form = "NFKD" if form in ("NFKC", "NFKD") else "NFD"
        text = _LONG_RUN.sub(lambda run: _in_order(apart, run[0]), text)
    return unicodedata.normalize(form, text)


def _in_order(form: Form, run: str) -> str:
    """Take letters apart and put the marks behind each in their order."""
    letters = "".join(unicodedata.normalize(form, letter) for letter in run)
    ordered: list[str] = []
    for is_mark, run_of_marks in groupby(letters, _is_mark):
        marks = list(run_of_marks)
        ordered += sorted(marks, key=unicodedata.combining) if is_mark else marks
    return "".join(ordered)


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0
