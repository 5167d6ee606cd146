"""The words of a name, with everything folded away that spellings differ in.

Case, accents, punctuation, apostrophes and the dots of acronyms do not matter;
letters of any script are kept. Linear in the length of the text, even in runs
of marks, which `unicodedata.normalize` alone sorts in quadratic time.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from types import MappingProxyType
from typing import Literal, TypeAlias

__all__ = ["INVISIBLE", "normalized", "words_of"]

Form: TypeAlias = Literal["NFC", "NFD", "NFKC", "NFKD"]

# What nobody sees: control characters that are no space, marks of direction, of
# joining and of breaking, the byte order mark, tags.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]+"
)
# Shorter runs than this are cheap to sort, whatever marks they are made of.
_LONG_RUN = re.compile(r"[^\x00-\x7f]{200,}")

_ACCENTS = re.compile("[\u0300-\u036f]+")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W_]\.){2,}[^\W_]?(?!\w)")
_WORD = re.compile(r"[a-z0-9]+")
# Apostrophes join what they stand in; so do marks that nobody sees.
_DROPPED = MappingProxyType(dict.fromkeys(map(ord, "'`´‘’ʼ"), ""))


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*.

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
    for is_mark, several in groupby(letters, _is_mark):
        marks = list(several)
        ordered += sorted(marks, key=unicodedata.combining) if is_mark else marks
    return "".join(ordered)


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0
