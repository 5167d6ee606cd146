"""Words laid out as HTML: escaped, without a script, a colour or a font of its own.

It stands in a notebook between what others wrote, in light or in dark, so that all it
says of its looks stands beside each part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

Cell: TypeAlias = str | tuple[str, ...]

_FOLDED: Final = 12  # things in one cell before the rest of them is folded away
_DAY = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b", re.ASCII)
_LEFT, _RIGHT = "text-align: left", "text-align: right"
_SCROLLS = "max-width: 100%; overflow-x: auto"


def escaped(text: str, *, quote: bool = True) -> str:
    """Escape *text* for HTML.

    Example:
        >>> escaped("<b>")
        '&lt;b&gt;'
    """
    # Imported late: most of what is worded is no HTML.
    from html import escape

    return escape(text, quote=quote)


def html_table(
    caption: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    notes: Iterable[str] = (),
    *,
    numeric: Sequence[bool] = (),
    fold: int | None = None,
    more: Callable[[int], str] = "{} more".format,
) -> str:
    """Return a table as HTML, its caption above and its notes below.

    Args:
        caption: What it is called.
        headings: The headings; none where the first cell of each row is its heading.
        rows: The cells of each row; several things in one stand below one another.
        notes: What stands below.
        numeric: For each column, whether its cells stand at the right.
        fold: After how many rows the others are folded away; None shows all.
        more: Says how many are folded away.

    Example:
        >>> "&lt;b&gt;" in html_table("Words", ["word"], [["<b>"]])
        True
    """
    columns = max([len(headings), *map(len, rows)])
    aligned = [_RIGHT if right else _LEFT for right in numeric] or [_LEFT] * columns
    shown = len(rows) if fold is None else fold
    heads = "".join(
        f'<th scope="col" style="{side}">{escaped(heading)}</th>'
        for heading, side in zip(headings, aligned, strict=False)
    )
    head = f"<thead><tr>{heads}</tr></thead>" if headings else ""

    def body(part: Sequence[Sequence[Cell]]) -> str:
        cells = "".join(f"<tr>{_row(row, aligned, more)}</tr>" for row in part)
        return f"{head}<tbody>{cells}</tbody></table>"

    parts = [f'<table><caption style="{_LEFT}">{escaped(caption)}</caption>']
    parts.append(body(rows[:shown]))
    if rest := rows[shown:]:
        parts.append(_folded(f"<table>{body(rest)}", more(len(rest))))
    parts += [f'<p style="{_LEFT}">{html_line(note)}</p>' for note in notes]
    return f'<div style="{_SCROLLS}">{"".join(parts)}</div>'


def _row(
    row: Sequence[Cell], aligned: Sequence[str], more: Callable[[int], str]
) -> str:
    head, *cells = (_cell(cell, more) for cell in row)
    rest = (
        f'<td style="{side}">{cell}</td>'
        for cell, side in zip(cells, aligned[1:], strict=True)
    )
    return f'<th scope="row" style="{_LEFT}">{head}</th>' + "".join(rest)


def _cell(cell: Cell, more: Callable[[int], str]) -> str:
    lines = [html_line(line) for line in ((cell,) if isinstance(cell, str) else cell)]
    shown, rest = lines[:_FOLDED], lines[_FOLDED:]
    text = "<br>".join(shown)
    return text + _folded("<br>".join(rest), more(len(rest))) if rest else text


def _folded(inner: str, summary: str) -> str:
    return f"<details><summary>{escaped(summary)}</summary>{inner}</details>"


def html_line(text: str) -> str:
    """Escape a line for HTML, and keep each day in it together.

    Example:
        >>> html_line("<b>")
        '&lt;b&gt;'
    """
    return _DAY.sub(r'<span style="white-space: nowrap">\g<0></span>', escaped(text))
