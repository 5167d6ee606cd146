"""The words of a name, with everything folded away that spellings differ in.

Case, accents, punctuation, apostrophes and the dots of acronyms do not matter;
letters of any script are kept. Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

__all__ = ["words_of"]

_ACCENTS = re.compile("[\u0300-\u036f]+")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W_]\.){2,}[^\W_]?(?!\w)")
_WORD = re.compile(r"[a-z0-9]+")
# Apostrophes join what they stand in; so do marks that nobody sees.
_DROPPED = MappingProxyType(
    dict.fromkeys(map(ord, "'`´‘’ʼ\u00ad\u200b\u200c\u200d\u2060\ufeff"), "")
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*.

    Example:
        >>> words_of("Clúster de T.I., Nuevo León's  I+D")
        ('cluster', 'de', 'ti', 'nuevo', 'leons', 'i', 'd')
    """
    plain = text.translate(_DROPPED)
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    plain = _DOTTED.sub(_undotted, plain.casefold())
    if plain.isascii():
        return tuple(_WORD.findall(plain))
    # Composed again: in other scripts a taken-apart letter is another letter.
    composed = unicodedata.normalize("NFC", plain)
    return tuple("".join(map(_letter_or_space, composed)).split())


def _undotted(match: re.Match[str]) -> str:
    return match[0].replace(".", "")


def _letter_or_space(letter: str) -> str:
    kept = letter.isalnum() or unicodedata.category(letter).startswith("M")
    return letter if kept else " "
