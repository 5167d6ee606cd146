"""One table type for every tabular answer.

A table keeps its values; text is made when asked for: aligned for a terminal,
Markdown, HTML for notebooks, records for data frames. Text from data is
escaped, never trusted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import chain
from typing import TypeAlias

from attrs import field, frozen

from icluster._exact import to_decimal_text
from icluster._fields import all_of, is_optional_text, is_text, to_tuple
from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing

__all__ = ["Cell", "Column", "Table"]


def __dir__() -> list[str]:
    return __all__


Cell: TypeAlias = str | bool | int | Decimal | Fraction | date | Missing | None
"""What a cell may hold; None is a cell that is not filled."""

_NARROWEST = 8


@frozen
class Column:
    """A column: its key in records and its heading.

    Attributes:
        key: Name of the value in a record.
        title: Heading; the key where it is empty.
        numeric: Whether values stand at the right.

    Example:
        >>> Column("points", "Points", numeric=True).heading
        'Points'
    """

    key: str = field(validator=is_text)
    title: str = field(default="", validator=is_optional_text)
    numeric: bool = field(default=False, kw_only=True)

    @property
    def heading(self) -> str:
        """The title, or the key where there is none."""
        return self.title or self.key


def _to_rows(rows: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(to_tuple(row) for row in rows)


@frozen(kw_only=True)
class Table:
    """Rows under headings, with a caption and notes.

    Attributes:
        title: Caption of the table.
        columns: Its columns, with keys that differ.
        rows: Its rows, each as long as there are columns.
        notes: What stands below it.

    Raises:
        InvalidValueError: A row is too long or too short, or a key repeats.

    Example:
        >>> table = Table(
        ...     title="Maturity",
        ...     columns=(
        ...         Column("criterion", "Criterion"),
        ...         Column("points", "Points", numeric=True),
        ...     ),
        ...     rows=[("policy scope", Decimal("0.5")), ("continuity", 0)],
        ... )
        >>> print(table)
        Maturity
        <BLANKLINE>
        Criterion     Points
        ------------  ------
        policy scope     0.5
        continuity         0
        >>> table.records()[1]
        {'criterion': 'continuity', 'points': 0}
    """

    title: str = field(validator=is_text)
    columns: tuple[Column, ...] = field(converter=to_tuple, validator=all_of(Column))
    rows: tuple[tuple[Cell, ...], ...] = field(default=(), converter=_to_rows)
    notes: tuple[str, ...] = field(
        default=(), converter=to_tuple, validator=all_of(str)
    )

    def __attrs_post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        if not keys or len(set(keys)) != len(keys):
            raise InvalidValueError("columns", "some, with keys that differ", keys)
        for index, row in enumerate(self.rows):
            if len(row) != len(keys):
                expected = f"{len(keys)} cells long"
                raise InvalidValueError(f"rows[{index}]", expected, row)

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> tuple[Mapping[str, Cell], ...]:
        """Return one mapping of keys to values a row, as data frames take them.

        Example:
            >>> Table(title="T", columns=[Column("a")], rows=[(1,)]).records()
            ({'a': 1},)
        """
        keys = [column.key for column in self.columns]
        return tuple(dict(zip(keys, row, strict=True)) for row in self.rows)

    def text(self, *, width: int | None = None) -> str:
        """Return the table aligned for a terminal.

        Args:
            width: Columns of the terminal; the widest columns wrap until the
                table fits, or are narrow already. None never wraps.

        Example:
            >>> print(
            ...     Table(
            ...         title="T", columns=[Column("a")], rows=[("b c d e f g",)]
            ...     ).text(width=8)
            ... )
            T
            <BLANKLINE>
            a
            --------
            b c d e
            f g
        """
        cells = [[_plain(cell) for cell in row] for row in self.rows]
        headings = [_plain(column.heading) for column in self.columns]
        widths = [
            max(map(_width, column)) for column in zip(headings, *cells, strict=True)
        ]
        widths = _fitted(widths, width)
        lines = chain.from_iterable(
            self._lines(row, widths)
            for row in (headings, ["-" * wide for wide in widths], *cells)
        )
        notes = chain.from_iterable(
            _wrapped(_plain(note), width) for note in self.notes
        )
        head = [*_wrapped(_plain(self.title), width), ""]
        return "\n".join([*head, *lines, *([""] if self.notes else []), *notes])

    def _lines(self, row: list[str], widths: list[int]) -> Iterable[str]:
        parts = [_wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        for number in range(max(map(len, parts))):
            padded = (
                _padded(
                    part[number] if number < len(part) else "", wide, column.numeric
                )
                for part, wide, column in zip(parts, widths, self.columns, strict=True)
            )
            yield "  ".join(padded).rstrip()

    def markdown(self) -> str:
        r"""Return the table as GitHub-flavoured Markdown.

        Example:
            >>> print(
            ...     Table(title="T", columns=[Column("a")], rows=[("b|c",)]).markdown()
            ... )
            **T**
            <BLANKLINE>
            | a |
            | --- |
            | b\|c |
        """
        rule = ["---:" if column.numeric else "---" for column in self.columns]
        rows = [
            [_marked(column.heading) for column in self.columns],
            rule,
            *([_marked(cell) for cell in row] for row in self.rows),
        ]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        notes = chain.from_iterable(("", _marked(note)) for note in self.notes)
        return "\n".join([f"**{_marked(self.title)}**", "", *lines, *notes])

    def html(self) -> str:
        """Return the table as HTML: escaped, with caption and scopes, no script.

        Example:
            >>> "&lt;b&gt;" in Table(title="<b>", columns=[Column("a")]).html()
            True
        """
        heads = "".join(
            f'<th scope="col">{_escaped(column.heading)}</th>'
            for column in self.columns
        )
        body = "".join(f"<tr>{self._html_row(row)}</tr>" for row in self.rows)
        notes = "".join(f"<p>{_escaped(note)}</p>" for note in self.notes)
        return (
            f"<div><table><caption>{_escaped(self.title)}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{notes}</div>"
        )

    def _html_row(self, row: tuple[Cell, ...]) -> str:
        first = f'<th scope="row">{_escaped(row[0])}</th>'
        rest = (
            f'<td style="text-align: right">{_escaped(cell)}</td>'
            if column.numeric
            else f"<td>{_escaped(cell)}</td>"
            for cell, column in zip(row[1:], self.columns[1:], strict=True)
        )
        return first + "".join(rest)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_markdown_(self) -> str:
        return self.markdown()


def cell_text(cell: Cell) -> str:
    """Write a cell as a person would: no exponents, titles of enums, yes and no."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return to_decimal_text(cell)
    if isinstance(cell, Enum):
        return str(getattr(cell, "title", cell.value))
    return str(cell)


def _plain(cell: Cell) -> str:
    """One line, without the control characters that a terminal would obey."""
    text = " ".join(cell_text(cell).split())
    return "".join(
        letter
        if unicodedata.category(letter) not in ("Cc", "Cf")
        else "\N{REPLACEMENT CHARACTER}"
        for letter in text
    )


def _marked(cell: Cell) -> str:
    text = _escaped(cell)
    return "".join(f"\\{letter}" if letter in "\\|`*_[]" else letter for letter in text)


def _escaped(cell: Cell) -> str:
    # Imported late, as is `wrap`: most tables are neither HTML nor wrapped.
    from html import escape

    return escape(_plain(cell), quote=True)


def _width(text: str) -> int:
    """Columns that *text* takes in a terminal: accents none, wide letters two."""
    return sum(
        0
        if unicodedata.combining(letter)
        else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def _padded(text: str, wide: int, numeric: bool) -> str:
    space = " " * (wide - _width(text))
    return space + text if numeric else text + space


def _wrapped(text: str, wide: int | None) -> list[str]:
    if wide is None or _width(text) <= wide:
        return [text]
    from textwrap import wrap

    return wrap(text, wide) or [""]


def _fitted(widths: list[int], width: int | None) -> list[int]:
    """Narrow the widest columns, two spaces apart, until they fit *width*."""
    fitted = list(widths)
    while width is not None and sum(fitted) + 2 * (len(fitted) - 1) > width:
        widest = max(fitted)
        if widest <= _NARROWEST:
            break
        fitted[fitted.index(widest)] -= 1
    return fitted
