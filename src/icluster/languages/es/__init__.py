"""Spanish, as it is written in Mexico: a module of translations for several rooms."""

from __future__ import annotations

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

__all__ = ["SPANISH"]


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
