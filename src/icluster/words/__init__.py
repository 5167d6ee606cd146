"""The one voice: every value, number, place and sentence that a person reads.

A sentence is a *template and its parts*; nothing is put into words before somebody
asks, and then in the language asked for. English templates are the source and stand
where they are used; a `Language` is data that says the same in other words.

This module knows built-in types, and enums by their titles. Any other object is asked
for its ``said()``, which gives a sentence, or is written as Python writes it. It raises
nothing of ours and imports nothing of ours.

Names are folded here too: what spellings differ in does not matter.
"""

from __future__ import annotations

from icluster.words._folding import (
    INVISIBLE,
    closest,
    filed,
    folded,
    folded_prose,
    is_blank,
    normalized,
    printable,
    says_something,
    squeezed,
    trimmed,
    words_of,
)
from icluster.words._html import escaped, html_line, html_table
from icluster.words._languages import ENGLISH, Language
from icluster.words._places import Key, Steps, path, pointer, steps
from icluster.words._shown import Shown, Worded, clipped, numbered
from icluster.words._voice import (
    Listed,
    Part,
    Quoted,
    Sentence,
    Share,
    as_part,
    both,
    either,
    in_a_row,
    parts_named,
    quoted,
    say,
    worded,
)

__all__ = [
    "ENGLISH",
    "INVISIBLE",
    "Key",
    "Language",
    "Listed",
    "Part",
    "Quoted",
    "Sentence",
    "Share",
    "Shown",
    "Steps",
    "Worded",
    "as_part",
    "both",
    "clipped",
    "closest",
    "either",
    "escaped",
    "filed",
    "folded",
    "folded_prose",
    "html_line",
    "html_table",
    "in_a_row",
    "is_blank",
    "normalized",
    "numbered",
    "parts_named",
    "path",
    "pointer",
    "printable",
    "quoted",
    "say",
    "says_something",
    "squeezed",
    "steps",
    "trimmed",
    "worded",
    "words_of",
]


def __dir__() -> list[str]:
    return __all__
