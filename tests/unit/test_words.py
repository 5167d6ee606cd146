"""Words, with everything folded away that spellings differ in."""

from __future__ import annotations

import pytest

from icluster._words import words_of

CASES = {
    "accents fall": ("Clúster León", "cluster leon"),
    "decomposed accents fall as well": ("Clu\u0301ster", "cluster"),
    "no-break and other spaces part words": ("a\u00a0b\u2003c\td", "a b c d"),
    "marks that nobody sees are dropped": (
        "clu\u00adster \u200btec\ufeff",
        "cluster tec",
    ),
    "apostrophes join": (
        "Entrepreneur's Entrepreneur’s",
        "entrepreneurs entrepreneurs",
    ),
    "dotted acronyms are one word": ("C.I.T.I. de T.I.", "citi de ti"),
    "one letter with a dot is a word": ("J. Pérez", "j perez"),
    "a dot between words parts them": ("Queretaro.Tech", "queretaro tech"),
    "punctuation parts words": ("IT@Baja/Sur_Norte", "it baja sur norte"),
    "wide letters are plain ones": ("ＴＩＣ", "tic"),
    "ñ is n": ("España", "espana"),
    "ß is ss": ("Straße", "strasse"),
    "letters of other scripts stay": ("Кластер Ω", "кластер ω"),
    "letters made of parts stay whole": ("클러스터", "클러스터"),
    "their marks stay inside the word": ("हिन्दी समूह", "हिन्दी समूह"),
    "nothing but marks gives nothing": ("... -- !", ""),
    "an underscore alone gives nothing": ("_é_", "e"),
}


@pytest.mark.parametrize("sentence", CASES)
def test_words(sentence: str) -> None:
    text, expected = CASES[sentence]
    assert " ".join(words_of(text)) == expected
