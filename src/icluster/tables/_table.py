"""The table: columns that know their cells, rows, a caption and notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, Final, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from icluster._faults import to_text
from icluster._fields import all_of, instance_of, to_tuple
from icluster._texts import is_anything_said
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.tables._column import Column, maker
from icluster.tables._typesetting import (
    Layout,
    csv_text,
    fitted,
    longest_word,
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
    Shown,
    as_part,
    html_table,
    numbered,
    say,
)

T = TypeVar("T")

WIDTH: Final = 79  # columns of a terminal, of a page of code, and of paper
MOST_ROWS: Final = 20  # that a notebook shows before the rest is folded away


Cell: TypeAlias = Part | Missing
"""What a cell holds, not yet put into words; None is a cell that is not filled."""


def _is_caption(table: Table, attribute: Any, value: Any) -> None:
    if not isinstance(value, Sentence):
        is_anything_said(table, attribute, value)


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
class Table(Shown):
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
        >>> from decimal import Decimal
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
        makers = [maker(column) for column in asked]
        return cls(
            title=title,
            columns=tuple(evolve(column, of=None) for column in asked),
            rows=tuple(tuple(make(thing) for make in makers) for thing in things),
            notes=tuple(notes),
            language=language,
        )

    def __len__(self) -> int:
        return len(self.rows)

    def only(self, *keys: str) -> Table:
        """Return the table with these columns alone, in this order.

        Raises:
            UnknownNameError: It has no such column.

        Example:
            >>> table = Table(title="T", columns=[Column("a"), Column("b")])
            >>> [column.key for column in table.only("b").columns]
            ['b']
        """
        present = [column.key for column in self.columns]
        for key in keys:
            if key not in present:
                raise UnknownNameError("column", key, tuple(present))
        places = [present.index(key) for key in keys]
        return evolve(
            self,
            columns=[self.columns[place] for place in places],
            rows=[[row[place] for place in places] for row in self.rows],
        )

    def records(
        self, *, language: Language | None = None
    ) -> tuple[Mapping[str, Any], ...]:
        """Return one mapping of keys to values a row, as data frames take them.

        Numbers, days, enums and truth values stay what they are, a share is its
        number; all else is put into words. A range is its lowest and its highest: see
        `Column`.

        Example:
            >>> Table(title="T", columns=[Column("a")], rows=[(1,)]).records()
            ({'a': 1},)
        """
        spoken = language or self.language
        return tuple(
            dict(
                pair
                for column, cell in zip(self.columns, row, strict=True)
                for pair in column.recorded(cell, spoken)
            )
            for row in self.rows
        )

    def csv(
        self,
        *,
        separator: str = ",",
        decimal: str = ".",
        language: Language | None = None,
    ) -> str:
        """Return the records as CSV text, a heading line first.

        Texts that a spreadsheet would take for a formula are guarded by an apostrophe.

        Args:
            separator: What stands between cells.
            decimal: What separates decimals, ``.`` or ``,``.
            language: The language; None asks for that of the table.

        Example:
            >>> table = Table(title="T", columns=[Column("a")], rows=[("=1+1",), (-1,)])
            >>> table.csv().split()
            ['a', "'=1+1", '-1']
        """
        spoken = language or self.language
        keys = [
            key for column in self.columns for key, _ in column.recorded(None, spoken)
        ]
        records = self.records(language=spoken)
        lines = [keys, *([record[key] for key in keys] for record in records)]
        return csv_text(lines, separator, decimal, spoken)

    def _laid_out(self, language: Language | None) -> Layout:
        """Put all of it into words; sources become numbers, and notes."""
        spoken = language or self.language
        sources: dict[str, int] = {}

        def numbers(cell: Cell) -> str:
            parts = cell.parts if isinstance(cell, Sentence) else (cell,)
            texts = dict.fromkeys(plain(part, spoken) for part in parts)
            for source in filter(None, texts):
                sources.setdefault(source, len(sources) + 1)
            return " ".join(f"[{sources[source]}]" for source in filter(None, texts))

        rows = tuple(
            tuple(
                numbers(cell) if column.numbered else plain(cell, spoken)
                for column, cell in zip(self.columns, row, strict=True)
            )
            for row in self.rows
        )
        return Layout(
            caption=plain(_in_words(self.title), spoken),
            headings=tuple(
                plain(_in_words(column.heading), spoken) for column in self.columns
            ),
            rows=rows,
            notes=(
                *(plain(_in_words(note), spoken) for note in self.notes),
                *numbered(sources),
            ),
        )

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
        laid_out = self._laid_out(language)
        columns = [*zip(laid_out.headings, *laid_out.rows, strict=True)]
        widths = fitted(
            [max(map(width_of, column)) for column in columns],
            [max(map(longest_word, column)) for column in columns],
            width,
        )
        lines = chain.from_iterable(
            self._lines(row, widths)
            for row in (
                laid_out.headings,
                tuple("-" * wide for wide in widths),
                *laid_out.rows,
            )
        )
        notes = [line for note in laid_out.notes for line in wrapped(note, width)]
        head = [*wrapped(laid_out.caption, width), ""]
        return "\n".join([*head, *lines, *([""] if notes else []), *notes])

    def _lines(self, row: tuple[str, ...], widths: list[int]) -> Iterable[str]:
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
        laid_out = self._laid_out(language)
        rule = ["---:" if column.numeric else "---" for column in self.columns]
        rows = [
            [*map(marked, laid_out.headings)],
            rule,
            *([*map(marked, row)] for row in laid_out.rows),
        ]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        notes = chain.from_iterable(("", marked_line(note)) for note in laid_out.notes)
        return "\n".join([f"**{marked(laid_out.caption)}**", "", *lines, *notes])

    def html(self, *, fold: int | None = None, language: Language | None = None) -> str:
        """Return the table as HTML: escaped, with caption and scopes, no script.

        Args:
            fold: After how many rows the others are folded away; None shows all.
            language: The language; None asks for that of the table.

        Example:
            >>> "&lt;b&gt;" in Table(title="<b>", columns=[Column("a")]).html()
            True
        """
        laid_out = self._laid_out(language)
        spoken = language or self.language
        return html_table(
            laid_out.caption,
            laid_out.headings,
            laid_out.rows,
            laid_out.notes,
            numeric=[column.numeric for column in self.columns],
            fold=fold,
            more=lambda count: say("{} {0?more row|more rows}", count).text(spoken),
        )

    def __str__(self) -> str:
        return self.text(width=WIDTH)

    def _repr_html_(self) -> str:
        return self.html(fold=MOST_ROWS)

    def _repr_markdown_(self) -> str:
        return self.markdown()


def _in_words(text: str | Sentence) -> Sentence:
    """Take a plain caption or note for a template, so that it can be translated."""
    return say(text) if isinstance(text, str) else text
