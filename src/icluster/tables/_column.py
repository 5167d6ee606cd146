"""A column: its key, its heading, and what its cells hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from icluster._fields import is_optional_text, is_text
from icluster.errors import InvalidValueError
from icluster.words import Shown


@frozen
class Column(Shown):
    """A column: its key in records, its heading, and what its cells hold.

    Attributes:
        key: Name of the value in a record.
        title: Heading; the key where it is empty.
        numeric: Whether values stand at the right.
        numbered: Whether its cells hold sources, several parts each: they are shown by
            numbers, and listed below the table.
        of: What the cell of a thing holds; asked when a table is made of things.

    Example:
        >>> Column("points", "Points", numeric=True).heading
        'Points'
    """

    key: str = field(validator=is_text)
    title: str = field(default="", validator=is_optional_text)
    numeric: bool = field(default=False, kw_only=True)
    numbered: bool = field(default=False, kw_only=True)
    of: Callable[[Any], object] | None = field(
        default=None, kw_only=True, eq=False, repr=False
    )

    def __reduce__(self) -> tuple[Any, ...]:
        # A function goes nowhere, and a table that is made needs it no longer.
        return _column, (self.key, self.title, self.numeric, self.numbered)

    @property
    def heading(self) -> str:
        """The title, or the key where there is none."""
        return self.title or self.key


def _column(key: str, title: str, numeric: bool, numbered: bool) -> Column:
    return Column(key, title, numeric=numeric, numbered=numbered)


def maker(column: Column) -> Callable[[Any], object]:
    """Return what makes the cells of a column; refuse one that does not say it."""
    if column.of is None:
        raise InvalidValueError("columns", "told what their cells hold: of=", column)
    return column.of
