"""Regions that a text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icluster._fields import check_each
from icluster.errors import InvalidValueError
from icluster.regions import Subdivision
from icluster.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icluster.regions import Region


def find_regions(
    text: str, *, subdivisions: Iterable[Subdivision]
) -> tuple[Region, ...]:
    """Return the regions that *text* names, in the order in which it does.

    Whole words only, the longest spelling first: "Baja California Sur" does
    not name Baja California. None, one or several: which of several is meant
    is not guessed, nor is a region from a city, a people or a product.

    Args:
        text: A name, or any other text.
        subdivisions: The regions to look for, with their spellings.

    Raises:
        InvalidValueError: It is no text, or what to look for are no subdivisions.

    Example:
        >>> from icluster.reference import iso3166
        >>> find_regions("Claut Edo Mex", subdivisions=iso3166.MEXICO)
        (Region(code='MX-MEX'),)
        >>> find_regions("Monterrey Aerocluster", subdivisions=iso3166.MEXICO)
        ()
    """
    if not isinstance(text, str):
        raise InvalidValueError("text", "text", text)
    spellings = _by_first_word(check_each("subdivisions", subdivisions, Subdivision))
    words = words_of(text)
    regions: dict[Region, None] = {}  # like a set, but in the order of the text
    place = 0
    while place < len(words):
        step = 1
        for spelling, region in spellings.get(words[place], ()):
            if words[place : place + len(spelling)] == spelling:
                regions[region] = None
                step = len(spelling)
                break
        place += step
    return tuple(regions)


def _by_first_word(
    subdivisions: Iterable[Subdivision],
) -> dict[str, list[tuple[tuple[str, ...], Region]]]:
    """Index the spellings by their first word, the longest ones first."""
    index: dict[str, list[tuple[tuple[str, ...], Region]]] = {}
    for subdivision in subdivisions:
        for words in subdivision.words:
            index.setdefault(words[0], []).append((words, subdivision.region))
    for candidates in index.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    return index
