"""Lines of a text, made plain enough to compare."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from icluster._fields import instance_of
from icluster.words import INVISIBLE, normalized

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check_type", "numbered", "plain", "shown"]


@frozen
class _Argument:
    name: str


def check_type(name: str, value: object, *kinds: type) -> None:
    """Refuse an argument that is of none of *kinds*."""
    instance_of(*kinds)(None, _Argument(name), value)


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


def shown(line: str, words: str) -> str:
    """Return *words*, the first ones of a plain *line*, as the line prints them.

    Marks that nobody sees stay inside the words, where they may shape letters,
    and are left out around them.
    """
    if INVISIBLE.search(line) is None:
        return words
    line = normalized("NFC", line)
    unseen = {
        place for each in INVISIBLE.finditer(line) for place in range(*each.span())
    }
    seen = (
        place
        for place, letter in enumerate(line)
        if place not in unseen and not letter.isspace()
    )
    places = list(islice(seen, len(words.replace(" ", ""))))
    return " ".join(line[places[0] : places[-1] + 1].split()) if places else words
