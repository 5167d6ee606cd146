"""Words, with everything folded away that spellings differ in."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from icluster.words import normalized, words_of

CASES = {
    "accents fall": ("Clúster León", "cluster leon"),
    "decomposed accents fall as well": ("Clu\u0301ster", "cluster"),
    "no-break and other spaces part words": ("a\u00a0b\u2003c\td", "a b c d"),
    "marks that nobody sees are dropped": (
        "clu\u00adster \u200btec\ufeff",
        "cluster tec",
    ),
    "so are marks of direction and control characters": (
        "clu\u200fster\u202a tec\x00no",
        "cluster tecno",
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


RUNS = {
    "marks above and below": "a" + "\u0301\u0316" * 400,
    "marks that are taken apart first": "k" + "\u0f73\u0344" * 300 + "e\u0301",
    "letters of many scripts": "éהּ클हि\u0301\u0316ﷺ" * 100,
    "two runs with plain letters between": "\u0316\u0301" * 150 + "x" + "ü\u0323" * 150,
}


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("sentence", RUNS)
def test_long_runs_are_normalized_as_the_standard_says(
    sentence: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]
) -> None:
    text = RUNS[sentence]
    assert normalized(form, text) == unicodedata.normalize(form, text)
