"""Text from data stays text: in HTML, in Markdown, in a terminal."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from icluster import Table
from icluster.tables import Column
from icluster.tables._typesetting import width_of
from icluster.words import says_something

NASTY = st.text(
    st.sampled_from("ab <>&\"'|\\`*_[]()\n\r\t\x1b\x00\u202e\u200b漢é\u0301-"),
    max_size=12,
)
SAID = NASTY.filter(says_something)
TAGS = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p"}


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 3))
    return Table(
        title=draw(SAID),
        columns=[
            Column(f"c{n}", draw(NASTY), numeric=draw(st.booleans()))
            for n in range(count)
        ],
        rows=draw(st.lists(st.tuples(*[NASTY] * count), max_size=3)),
        notes=draw(st.lists(NASTY, max_size=2)),
    )


class Reader(HTMLParser):
    """Collects tags, attributes and text as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= set(attrs)


@given(tables())
def test_html_holds_no_tags_but_its_own(table: Table) -> None:
    reader = Reader()
    reader.feed(table.html())
    assert reader.tags <= TAGS
    assert reader.attributes <= {
        ("scope", "col"),
        ("scope", "row"),
        ("style", "text-align: left"),
        ("style", "text-align: right"),
        ("style", "white-space: nowrap"),
        ("style", "max-width: 100%; overflow-x: auto"),
    }


def unescaped_pipes(line: str) -> int:
    return len(re.findall(r"\|", re.sub(r"\\.", "", line)))


@given(tables())
def test_markdown_rows_have_one_cell_a_column(table: Table) -> None:
    lines = table.markdown().split("\n")
    rows = lines[2 : 4 + len(table.rows)]
    assert len(lines) == 4 + len(table.rows) + 2 * len(table.notes)
    assert {unescaped_pipes(row) for row in rows} == {len(table.columns) + 1}
    assert not any("<" in line for line in lines)


@given(tables(), st.none() | st.integers(1, 40))
def test_no_form_emits_control_characters(table: Table, width: int | None) -> None:
    for text in (table.text(width=width), table.markdown(), table.html()):
        odd = {
            letter
            for letter in text
            if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cf")
        }
        assert not odd


@given(tables(), st.integers(1, 60))
def test_text_fits_the_width(table: Table, width: int) -> None:
    # Columns are never narrower than eight letters, with two spaces between them.
    narrowest = 10 * len(table.columns) - 2
    lines = table.text(width=width).split("\n")
    assert all(width_of(line) <= max(width, narrowest) for line in lines)


@given(tables())
def test_records_keep_the_values(table: Table) -> None:
    rows = [tuple(record.values()) for record in table.records()]
    assert rows == list(table.rows)
