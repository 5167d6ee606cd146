"""A column whose titles are known: where it begins, and when that is in doubt.

The copies put one space between columns, so the longest known title that a row
ends in is the column. What stands before it may show that the title is a part
of something longer, or one of two: then nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from icluster.readers._lines import plain
from icluster.words import words_of

T = TypeVar("T")

_SIGNS = " ,;:/\\|&+-–—("
_AND = frozenset({"and", "or", "und", "y", "e", "et"})
# Words that, before the name of a country, make it another one or a part of it,
# or that nothing ends in: "Northern Ireland", "New Mexico", "Republic of China".
_DIRECTIONS = (
    "central east eastern equatorial greater inner lower mid middle new north "
    "northeast northeastern northern northwest northwestern outer south southeast "
    "southeastern southern southwest southwestern upper west western"
)
_STATES = (
    "confederation democratic federal federation kingdom peoples republic socialist "
    "state states union united american british dutch french us dr pr"
)
_PREPOSITIONS = "at da de del der des di do du for from in la le of the"
_QUALIFIERS = frozenset(f"{_DIRECTIONS} {_STATES} {_PREPOSITIONS}".split())


class TitledColumn(Generic[T]):
    """The titles that may stand before the date, found by their last word."""

    def __init__(self, titled: Iterable[tuple[str, T]]) -> None:
        pairs = tuple(titled)
        self.titles = tuple(title for title, _ in pairs)
        self._by_last_word: dict[str, list[tuple[str, T]]] = {}
        for title, value in sorted(pairs, key=lambda pair: -len(pair[0])):
            printed = plain(title)
            last = printed.rpartition(" ")[2].casefold()
            self._by_last_word.setdefault(last, []).append((f" {printed}", value))

    def split(self, body: str) -> tuple[str, T] | None:
        """Return what stands before the longest title, and what it means."""
        padded = f" {body}"
        for title, value in self._ending_like(body):
            if padded.endswith(title):
                return padded[1 : -len(title)], value
        return None

    def ends_in_another(self, name: str, value: T) -> bool:
        """Tell whether *name* ends in a title that does not mean *value*.

        In any case. Signs and an "and" at its end may follow the title; then it
        may mean *value* as well, because two were listed.
        """
        bare = _without_connection(name)
        padded = f" {bare}"
        return any(
            padded[-len(title) :].casefold() == title.casefold()
            and (bare != name or similar != value)
            for title, similar in self._ending_like(bare)
        )

    def _ending_like(self, body: str) -> list[tuple[str, T]]:
        return self._by_last_word.get(body.rpartition(" ")[2].casefold(), [])


def _without_connection(name: str) -> str:
    bare = name.rstrip(_SIGNS)
    before, _, last = bare.rpartition(" ")
    return before.rstrip(_SIGNS) if last.casefold() in _AND else bare


def ends_in_connection(name: str) -> bool:
    """Tell whether *name* ends in a sign or a word that something must follow."""
    return _without_connection(name) != name and any(map(str.isalnum, name))


def ends_in_qualifier(name: str) -> bool:
    """Tell whether *name* ends in a word that belongs to what follows it."""
    words = words_of(name.rpartition(" ")[2])
    return bool(words) and words[-1] in _QUALIFIERS
