"""Lines of a text, made plain enough to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from icluster._fields import instance_of
from icluster._words import normalized

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check_type", "numbered", "plain"]


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

    No-break spaces and tabs count as spaces; a byte order mark is left out.
    """
    if not line.isascii():
        line = normalized("NFC", line.lstrip("\ufeff"))
    return " ".join(line.split())
