"""What a result that has a table can be shown as, besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from icluster.tables._table import MOST_ROWS, WIDTH, Table
from icluster.words import ENGLISH, Language, Shown


class _HasTable(Protocol):
    def table(self, *, language: Language = ...) -> Table: ...


class Tabular(Shown):
    """What a result that has a ``table()`` can be shown as, besides.

    Example:
        >>> from attrs import frozen
        >>> from icluster.tables import Column, Table
        >>> @frozen
        ... class Words(Tabular):
        ...     words: tuple[str, ...]
        ...
        ...     def table(self, *, language=ENGLISH):
        ...         columns = [Column("word", of=str)]
        ...         return Table.of("Words", self.words, columns, language=language)
        >>> print(Words(("a", "b")).markdown())
        **Words**
        <BLANKLINE>
        | word |
        | --- |
        | a |
        | b |
    """

    __slots__ = ()

    def text(
        self: _HasTable, *, width: int | None = None, language: Language = ENGLISH
    ) -> str:
        """Return the table as text: see `Table.text`."""
        return self.table(language=language).text(width=width)

    def markdown(self: _HasTable, *, language: Language = ENGLISH) -> str:
        """Return the table as Markdown: see `Table.markdown`."""
        return self.table(language=language).markdown()

    def html(self: _HasTable, *, language: Language = ENGLISH) -> str:
        """Return the table as HTML: see `Table.html`."""
        return self.table(language=language).html()

    def records(
        self: _HasTable, *, language: Language = ENGLISH
    ) -> tuple[Mapping[str, Any], ...]:
        """Return the rows as mappings of keys to values: see `Table.records`."""
        return self.table(language=language).records()

    def __str__(self: _HasTable) -> str:
        return self.table().text(width=WIDTH)

    def _repr_html_(self: _HasTable) -> str:
        return self.table().html(fold=MOST_ROWS)

    def _repr_markdown_(self: _HasTable) -> str:
        return self.table().markdown()
