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
from typing import Any, Literal, TypeAlias

Form: TypeAlias = Literal["NFC", "NFD", "NFKC", "NFKD"]

_REPLACED = "\N{REPLACEMENT CHARACTER}"


def says_something(text: str) -> bool:
    """Tell whether *text* has more than spaces, controls and invisible marks.

    Example:
        >>> says_something("MIND"), says_something(" \u200b")
        (True, False)
    """
    # Most texts begin with a letter or a digit, and are asked for each noun made.
    return text[:1].isalnum() or any(
        unicodedata.category(letter)[0] not in "ZC" for letter in text
    )


def is_blank(cell: Any) -> bool:
    r"""Tell whether a *cell* holds nothing that anybody could see, or no number.

    That is None, text that says nothing, NaN and the like, ``pandas.NA`` too.

    Example:
        >>> is_blank(" \u200b"), is_blank(float("nan")), is_blank(0)
        (True, True, False)
    """
    if cell is None or isinstance(cell, str):
        return not (cell and says_something(cell))
    try:
        return bool(cell != cell)  # noqa: PLR0124 (that is what NaN is)
    except (TypeError, ArithmeticError):
        return True  # pandas.NA and a signalling NaN are not even different
    except ValueError:
        return False  # an array is different and is not


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
_NO_LETTER = re.compile(r"[^\w\s]|_")
# Apostrophes join what they stand in; so do marks that nobody sees.
_DROPPED = MappingProxyType(dict.fromkeys(map(ord, "'`´‘’ʼ"), ""))


def folded(text: str) -> str:
    """Make case, spacing and composed or decomposed accents not matter.

    Example:
        >>> folded("  Large   FIRMS ")
        'large firms'
    """
    return " ".join(normalized("NFC", text).split()).casefold()


def filed(text: str) -> str:
    """Return *text* as a person files it: case, accents and spacing do not matter.

    Example:
        >>> sorted(["Zeta", "élan", "Elan B"], key=filed)
        ['élan', 'Elan B', 'Zeta']
    """
    plain = " ".join(text.casefold().split())
    if plain.isascii():
        return plain
    letters = normalized("NFD", plain)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


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
    return tuple(_NO_LETTER.sub(_mark_or_space, composed).split())


def squeezed(text: str) -> str:
    """Return the letters of an abbreviation, folded: dots, spaces, width do not matter.

    Example:
        >>> squeezed("S. A. de C.V."), squeezed("sa de cv,")
        ('sadecv', 'sadecv')
    """
    if not (text.isascii() and text.isprintable()):
        text = INVISIBLE.sub("", normalized("NFKC", text))
    return text.replace(".", "").replace(" ", "").rstrip(",;").lower()


def trimmed(text: str) -> str:
    """Cut spaces, and what nobody sees, off both ends of *text*.

    Example:
        >>> trimmed(" \u200bMIND\u200b ")
        'MIND'
    """
    first, last = 0, len(text)
    while first < last and _is_unseen(text[first]):
        first += 1
    while last > first and _is_unseen(text[last - 1]):
        last -= 1
    return text[first:last]


def _is_unseen(letter: str) -> bool:
    return letter == " " or INVISIBLE.match(letter) is not None


_SHAPES = MappingProxyType(
    {
        **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
        **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
        **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
        ord("…"): "...",
        ord("\xad"): None,
        ord("\\"): None,
        ord("*"): None,
    }
)
# Within a word a hyphen may be of the word or of the end of a line.
_HYPHEN = re.compile(r"(?<=\w)-(?:[ \t]*\n\s*)?(?=\w)")
_TAG_IN_A_WORD = re.compile(r"</?(?:a|b|em|i|span|strong|sub|sup|u)\b[^<>]{0,200}>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


def folded_prose(text: str) -> str:
    r"""Fold a passage: besides case and spacing, mark-up and shapes do not matter.

    Tags, Markdown's stars and backslashes are dropped, quotation marks, dashes and
    dots take one shape, and a word broken at the end of a line is whole again.

    Example:
        >>> folded_prose("An <b>eco-\nsystem</b> of “things”")
        'an ecosystem of "things"'
    """
    bare = _TAG.sub(" ", _TAG_IN_A_WORD.sub("", normalized("NFC", text)))
    return " ".join(_HYPHEN.sub("", bare.translate(_SHAPES)).split()).casefold()


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


def _mark_or_space(match: re.Match[str]) -> str:
    return match[0] if unicodedata.category(match[0])[0] == "M" else " "


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
    apart = {letter: unicodedata.normalize(form, letter) for letter in set(run)}
    letters = "".join(map(apart.__getitem__, run))
    if unicodedata.is_normalized(form, letters):
        return letters  # in order already, as nearly every text is
    ordered: list[str] = []
    for is_mark, run_of_marks in groupby(letters, _is_mark):
        marks = list(run_of_marks)
        ordered += sorted(marks, key=unicodedata.combining) if is_mark else marks
    return "".join(ordered)


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0
