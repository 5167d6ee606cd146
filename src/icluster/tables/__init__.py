"""One table type for every tabular answer.

A table keeps its values; words are made when asked for, in the language asked for:
aligned for a terminal, Markdown, HTML for notebooks, records for data frames. A
document is sections of sentences and tables as one HTML text, to be read and printed,
or as one of Markdown.
Text from data is escaped, never trusted.
"""

from __future__ import annotations

from icluster.tables._column import Column
from icluster.tables._document import Block, Section, document, markdown
from icluster.tables._table import Cell
from icluster.tables._table import Table as Table
from icluster.tables._tabular import Tabular

__all__ = ["Block", "Cell", "Column", "Section", "Tabular", "document", "markdown"]


def __dir__() -> list[str]:
    return __all__
