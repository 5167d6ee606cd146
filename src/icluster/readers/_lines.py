"""Lines of a text, made plain enough to compare."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from icluster._fields import check_type
from icluster._texts import NOT_IN_NAMES
from icluster.words import INVISIBLE, normalized

if TYPE_CHECKING:
    from collections.abc import Iterator


def numbered(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each line's number, the line as it came, and the line made plain.

    Lines end as on Windows, Unix or an old Macintosh.
    """
    check_type("text", text, str)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        yield number, line, plain(line)


def plain(line: str) -> str:
    """Compose accents and leave one ordinary space between words.

    No-break spaces and tabs count as spaces; what nobody sees is left out, such
    as a byte order mark, marks of direction and soft hyphens.
    """
    if not line.isascii():
        line = normalized("NFC", line)
    if not line.isprintable():
        line = INVISIBLE.sub("", line)
    return " ".join(line.split())


def as_printed(line: str, words: str) -> str:
    """Return *words*, the first ones of a plain *line*, as the line prints them.

    Marks that nobody sees stay inside the words, where they may shape letters,
    and are left out around them; those that no name may hold, everywhere.
    """
    if INVISIBLE.search(line) is None:
        return words
    line = normalized("NFC", line)
    unseen = {
        place for mark in INVISIBLE.finditer(line) for place in range(*mark.span())
    }
    seen = (
        place
        for place, letter in enumerate(line)
        if place not in unseen and not letter.isspace()
    )
    places = list(islice(seen, len(words.replace(" ", ""))))
    printed = " ".join(line[places[0] : places[-1] + 1].split()) if places else words
    return NOT_IN_NAMES.sub("", printed)
