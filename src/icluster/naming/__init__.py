"""Names: parsed, keyed, searched for regions, held against one another.

A name keeps the spelling of its source; what is read off it stands beside it.
Duplicates are suggested with the fact that suggests them, never merged and
never scored.
"""

from __future__ import annotations

from icluster.naming._duplicates import (
    DuplicateReason,
    LikelyDuplicates,
    likely_duplicates,
)
from icluster.naming._names import LEGAL_FORMS, ParsedName, name_key, parse_name
from icluster.naming._places import find_regions

__all__ = [
    "DuplicateReason",
    "LEGAL_FORMS",
    "LikelyDuplicates",
    "ParsedName",
    "find_regions",
    "likely_duplicates",
    "name_key",
    "parse_name",
]


def __dir__() -> list[str]:
    return __all__
