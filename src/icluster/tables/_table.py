"""The table: columns that know their cells, rows, a caption and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from icluster._faults import to_text
from icluster._fields import (
    all_of,
    instance_of,
    is_optional_text,
    is_text,
    to_tuple,
)
from icluster.errors import InvalidValueError
from icluster.tables._typesetting import (
    escaped_text,
    fitted,
    marked,
    marked_line,
    padded,
    plain,
    width_of,
    wrapped,
)
from icluster.vocabularies import Missing
from icluster.words import (
    ENGLISH,
    Language,
    Part,
    Sentence,
    Share,
    as_part,
    say,
    worded,
)

T = TypeVar("T")


Cell: TypeAlias = Part | Missing
"""What a cell holds, not yet put into words; None is a cell that is not filled."""

# Numbers, days and the like stay what they are in records; the rest is worded.
_PLAIN = (str, bool, int, Decimal, Fraction, date, Missing, type(None))


@frozen
class Column:
    """A column: its key in records, its heading, and what its cells hold.

    Attributes:
        key: Name of the value in a record.
        title: Heading; the key where it is empty.
        numeric: Whether values stand at the right.
        of: What the cell of a thing holds; asked when a table is made of things.

    Example:
        >>> Column("points", "Points", numeric=True).heading
        'Points'
    """

    key: str = field(validator=is_text)
    title: str = field(default="", validator=is_optional_text)
    numeric: bool = field(default=False, kw_only=True)
    of: Callable[[Any], object] | None = field(
        default=None, kw_only=True, eq=False, repr=False
    )

    def __reduce__(self) -> tuple[Any, ...]:
        # A function goes nowhere, and a table that is made needs it no longer.
        return _column, (self.key, self.title, self.numeric)

    @property
    def heading(self) -> str:
        """The title, or the key where there is none."""
        return self.title or self.key


def _column(key: str, title: str, numeric: bool) -> Column:
    return Column(key, title, numeric=numeric)


def _is_caption(table: Table, attribute: Any, value: Any) -> None:
    if not isinstance(value, Sentence):
        is_text(table, attribute, value)


def _maker(column: Column) -> Callable[[Any], object]:
    if column.of is None:
        raise InvalidValueError("columns", "told what their cells hold: of=", column)
    return column.of


def _to_columns(items: Iterable[Column]) -> tuple[Column, ...]:
    return to_tuple(items)


def _to_notes(
    notes: list[str]
    | list[Sentence]
    | list[str | Sentence]
    | tuple[str | Sentence, ...],
) -> tuple[str | Sentence, ...]:
    frozen_notes = to_tuple(notes)
    are_several = isinstance(frozen_notes, tuple)
    return tuple(map(to_text, frozen_notes)) if are_several else frozen_notes


def _to_rows(rows: Iterable[Iterable[object]]) -> tuple[tuple[Cell, ...], ...]:
    frozen_rows = to_tuple(rows)
    if not isinstance(frozen_rows, tuple):
        raise InvalidValueError("rows", "several rows of cells", rows)
    return tuple(map(_to_cells, frozen_rows))


def _to_cells(row: Iterable[object]) -> tuple[Cell, ...]:
    cells = to_tuple(row)
    return tuple(map(_to_cell, cells)) if isinstance(cells, tuple) else cells


def _to_cell(cell: object) -> Cell:
    return cell if isinstance(cell, Missing) else as_part(cell)


@frozen(kw_only=True)
class Table:
    """Rows under headings, with a caption and notes.

    Attributes:
        title: Caption of the table.
        columns: Its columns, with keys that differ.
        rows: Its rows, each as long as there are columns.
        notes: What stands below it.
        language: What it is put into where nothing else is asked for; it plays no
            part in equality.

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

    title: str | Sentence = field(converter=to_text, validator=_is_caption)
    columns: tuple[Column, ...] = field(converter=_to_columns, validator=all_of(Column))
    rows: tuple[tuple[Cell, ...], ...] = field(
        default=(), converter=_to_rows, validator=all_of(tuple)
    )
    notes: tuple[str | Sentence, ...] = field(
        default=(), converter=_to_notes, validator=all_of(str, Sentence)
    )
    language: Language = field(
        default=ENGLISH, eq=False, repr=False, validator=instance_of(Language)
    )

    def __attrs_post_init__(self) -> None:
        keys = [column.key for column in self.columns]
        if not keys or len(set(keys)) != len(keys):
            raise InvalidValueError("columns", "some, with keys that differ", keys)
        for index, row in enumerate(self.rows):
            if len(row) != len(keys):
                expected = say("{} cells long", len(keys))
                raise InvalidValueError(f"rows[{index}]", expected, row)

    @classmethod
    def of(
        cls,
        title: str | Sentence,
        things: Iterable[T],
        columns: Iterable[Column],
        *,
        notes: Iterable[str | Sentence] = (),
        language: Language = ENGLISH,
    ) -> Table:
        """Return a table with a row a thing, made by asking each column.

        Example:
            >>> columns = [Column("word", of=str), Column("letters", of=len)]
            >>> Table.of("Words", ["a", "bc"], columns).rows
            (('a', 1), ('bc', 2))
        """
        asked = tuple(columns)
        makers = [_maker(column) for column in asked]
        return cls(
            title=title,
            columns=tuple(evolve(column, of=None) for column in asked),
            rows=tuple(tuple(make(thing) for make in makers) for thing in things),
            notes=tuple(notes),
            language=language,
        )

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> tuple[Mapping[str, Any], ...]:
        """Return one mapping of keys to values a row, as data frames take them.

        Numbers, days, enums and truth values stay what they are, a share is its
        number; all else is put into words.

        Example:
            >>> Table(title="T", columns=[Column("a")], rows=[(1,)]).records()
            ({'a': 1},)
        """
        keys = [column.key for column in self.columns]
        return tuple(
            dict(zip(keys, map(self._recorded, row), strict=True)) for row in self.rows
        )

    def _recorded(self, cell: Cell) -> Cell:
        if isinstance(cell, Share):
            return cell.value
        return cell if isinstance(cell, _PLAIN) else worded(cell, self.language)

    def _plain(self, cell: Cell, language: Language | None) -> str:
        return plain(cell, language or self.language)

    def _headings(self, language: Language | None) -> list[str]:
        headings = [_in_words(column.heading) for column in self.columns]
        return [self._plain(heading, language) for heading in headings]

    def _caption(self, language: Language | None) -> str:
        return self._plain(_in_words(self.title), language)

    def _footnotes(self, language: Language | None) -> list[str]:
        return [self._plain(_in_words(note), language) for note in self.notes]

    def text(
        self, *, width: int | None = None, language: Language | None = None
    ) -> str:
        """Return the table aligned for a terminal.

        Args:
            width: Columns of the terminal; the widest columns wrap until the
                table fits, or are narrow already. None never wraps.
            language: The language; None asks for that of the table.

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
        if width is not None and width < 1:
            raise InvalidValueError("width", "1 or more, or None", width)
        cells = [[self._plain(cell, language) for cell in row] for row in self.rows]
        headings = self._headings(language)
        widths = [
            max(map(width_of, column)) for column in zip(headings, *cells, strict=True)
        ]
        widths = fitted(widths, width)
        lines = chain.from_iterable(
            self._lines(row, widths)
            for row in (headings, ["-" * wide for wide in widths], *cells)
        )
        notes = chain.from_iterable(
            wrapped(note, width) for note in self._footnotes(language)
        )
        head = [*wrapped(self._caption(language), width), ""]
        return "\n".join([*head, *lines, *([""] if self.notes else []), *notes])

    def _lines(self, row: list[str], widths: list[int]) -> Iterable[str]:
        parts = [wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        for number in range(max(map(len, parts))):
            cells = (
                padded(
                    part[number] if number < len(part) else "",
                    wide,
                    numeric=column.numeric,
                )
                for part, wide, column in zip(parts, widths, self.columns, strict=True)
            )
            yield "  ".join(cells).rstrip()

    def markdown(self, *, language: Language | None = None) -> str:
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
            [marked(heading) for heading in self._headings(language)],
            rule,
            *(
                [marked(self._plain(cell, language)) for cell in row]
                for row in self.rows
            ),
        ]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        notes = chain.from_iterable(
            ("", marked_line(note)) for note in self._footnotes(language)
        )
        return "\n".join([f"**{marked(self._caption(language))}**", "", *lines, *notes])

    def html(self, *, language: Language | None = None) -> str:
        """Return the table as HTML: escaped, with caption and scopes, no script.

        Example:
            >>> "&lt;b&gt;" in Table(title="<b>", columns=[Column("a")]).html()
            True
        """
        heads = "".join(
            f'<th scope="col">{escaped_text(heading)}</th>'
            for heading in self._headings(language)
        )
        body = "".join(f"<tr>{self._html_row(row, language)}</tr>" for row in self.rows)
        notes = "".join(
            f"<p>{escaped_text(note)}</p>" for note in self._footnotes(language)
        )
        caption = escaped_text(self._caption(language))
        return (
            f"<div><table><caption>{caption}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{notes}</div>"
        )

    def _html_row(self, row: tuple[Cell, ...], language: Language | None) -> str:
        cells = [escaped_text(self._plain(cell, language)) for cell in row]
        rest = (
            f'<td style="text-align: right">{cell}</td>'
            if column.numeric
            else f"<td>{cell}</td>"
            for cell, column in zip(cells[1:], self.columns[1:], strict=True)
        )
        return f'<th scope="row">{cells[0]}</th>' + "".join(rest)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_markdown_(self) -> str:
        return self.markdown()


def _in_words(text: str | Sentence) -> Sentence:
    """Take a plain caption or note for a template, so that it can be translated."""
    return say(text) if isinstance(text, str) else text
