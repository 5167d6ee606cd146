"""Spanish, as it is written in Mexico: a module of translations for several rooms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from icluster.languages.es import (
    _benchmark_36,
    _benchmarking,
    _border,
    _ecosystems,
    _errors,
    _ground,
    _labels,
    _nouns,
    _pages_of_rules,
    _plots,
    _policies,
    _printed,
    _readers,
    _rules,
    _scales,
    _scoring,
)
from icluster.words import Language

__all__ = ["SPANISH", "SPANISH_ONLY"]


def __dir__() -> list[str]:
    return __all__


SPANISH: Final = (
    Language("es", "español")
    .but(_ground.ENTRIES)
    .but(_errors.ENTRIES)
    .but(_nouns.ENTRIES)
    .but(_scales.ENTRIES)
    .but(_labels.ENTRIES)
    .but(_policies.ENTRIES)
    .but(_benchmarking.ENTRIES)
    .but(_benchmark_36.ENTRIES)
    .but(_printed.ENTRIES)
    .but(_plots.ENTRIES)
    .but(_readers.ENTRIES)
    .but(_border.ENTRIES)
    .but(_scoring.ENTRIES)
    .but(_ecosystems.ENTRIES)
    .but(_rules.ENTRIES)
    .but(_pages_of_rules.ENTRIES)
)
"""Spanish, with the usage of Mexico."""


def _translated(language: Language) -> Mapping[str, str | Mapping[str, str]]:
    """Return the translations of printed labels without the labels."""
    alone: dict[str, str | Mapping[str, str]] = {}
    contexts: dict[str, dict[str, str]] = {}
    for context, label, text in language.entries:
        behind = text.removeprefix(f"{label} [")
        if label and behind != text and text.endswith("]"):
            first = behind[0].upper() if label[0].isupper() else behind[0]
            title = f"{first}{behind[1:-1]}"
            if context:
                contexts.setdefault(context, {})[label] = title
            else:
                alone[label] = title
    return alone | contexts


SPANISH_ONLY: Final = SPANISH.but(
    {
        **_translated(SPANISH),
        "Made by icluster {}.": (
            "Hecho con icluster {}. Los títulos impresos en inglés van en traducción "
            "de icluster."
        ),
    }
)
"""The same for readers without English: printed labels in our translation alone.

A document says so at its foot; who cites a label takes it from `SPANISH`.
"""
