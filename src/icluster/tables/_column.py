"""A column: its key, its heading, and what its cells hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from icluster._fields import instance_of
from icluster._texts import is_anything_said
from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing
from icluster.words import Language, Sentence, Share, Shown, worded

# Numbers, days and the like stay what they are in records; the rest is worded.
_PLAIN = (str, bool, int, Decimal, Fraction, date, Missing, type(None))


@frozen
class Column(Shown):
    """A column: its key in records, its heading, and what its cells hold.

    Attributes:
        key: Name of the value in a record.
        title: Heading; the key where it is empty.
        numeric: Whether values stand at the right.
        numbered: Whether its cells hold sources, several parts each: they are shown by
            numbers, and listed below the table.
        ranged: Whether its cells say what a number may be: a record has the lowest and
            the highest of each, under the key and ``_lowest`` and ``_highest``.
        of: What the cell of a thing holds; asked when a table is made of things.

    Example:
        >>> Column("points", "Points", numeric=True).heading
        'Points'
    """

    key: str = field(validator=is_anything_said)
    title: str = field(default="", validator=instance_of(str))
    numeric: bool = field(default=False, kw_only=True)
    numbered: bool = field(default=False, kw_only=True)
    ranged: bool = field(default=False, kw_only=True)
    of: Callable[[Any], object] | None = field(
        default=None, kw_only=True, eq=False, repr=False
    )

    def __reduce__(self) -> tuple[Any, ...]:
        # A function goes nowhere, and a table that is made needs it no longer.
        cells = self.numeric, self.numbered, self.ranged
        return _column, (self.key, self.title, *cells)

    def recorded(self, cell: Any, language: Language) -> Iterator[tuple[str, Any]]:
        """Yield what a record says of a cell, by name.

        Numbers, days, enums and truth values stay what they are, a share is its
        number; all else is put into words.

        Example:
            >>> from icluster.words import ENGLISH, say
            >>> total = Column("total", ranged=True)
            >>> dict(total.recorded(say("{} or {}", 2, 4), ENGLISH))
            {'total_lowest': 2, 'total_highest': 4}
        """
        numbers = list(_numbers(cell))
        if self.ranged:
            yield f"{self.key}_lowest", min(numbers, default=None)
            yield f"{self.key}_highest", max(numbers, default=None)
        elif len(numbers) == 1 and _is_bare(cell):
            yield self.key, numbers[0]
        else:
            plain = isinstance(cell, _PLAIN)
            yield self.key, cell if plain else worded(cell, language)

    @property
    def heading(self) -> str:
        """The title, or the key where there is none."""
        return self.title or self.key


def _column(
    key: str, title: str, numeric: bool, numbered: bool, ranged: bool
) -> Column:
    return Column(key, title, numeric=numeric, numbered=numbered, ranged=ranged)


def _is_bare(cell: Any) -> bool:
    """Tell whether a cell says nothing around what it says."""
    while isinstance(cell, Sentence) and cell.template == "{}":
        (cell,) = cell.parts
    return not isinstance(cell, Sentence)


def _numbers(cell: Any) -> Iterator[int | Decimal | Fraction]:
    """Yield the numbers among the parts of a cell."""
    if isinstance(cell, Sentence):
        for part in cell.parts:
            yield from _numbers(part)
    elif isinstance(cell, Share):
        yield cell.value
    elif isinstance(cell, (int, Decimal, Fraction)) and not isinstance(cell, bool):
        yield cell


def maker(column: Column) -> Callable[[Any], object]:
    """Return what makes the cells of a column; refuse one that does not say it."""
    if column.of is None:
        raise InvalidValueError("columns", "told what their cells hold: of=", column)
    return column.of
