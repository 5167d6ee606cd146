"""Tables: escaped everywhere, aligned by what a terminal shows."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import frozen

from icluster import Missing, Other, Table
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scoring import Slope
from icluster.tables import Column, Tabular
from icluster.tables._typesetting import width_of
from icluster.words import ENGLISH, Language, Share, in_a_row, say, worded


def make_table(*rows: Any, **changes: Any) -> Table:
    parts: dict[str, Any] = {"title": "T", "columns": [Column("a", "A")], "rows": rows}
    return Table(**(parts | changes))


CELLS = {
    "nothing": (None, ""),
    "true": (True, "yes"),
    "false": (False, "no"),
    "zero is not nothing": (0, "0"),
    "zeros are kept": (Decimal("0.50"), "0.50"),
    "no exponents": (Decimal("1E+3"), "1000"),
    "quotients": (Fraction(1, 3), "≈ 0.33"),
    "days": (date(2022, 9, 30), "2022-09-30"),
    "titles of enums": (Slope.RISING, "never lowers a level"),
    "why it is missing": (Missing.NOT_APPLICABLE, "not applicable"),
}


@pytest.mark.parametrize(("cell", "text"), CELLS.values(), ids=CELLS)
def test_cells_in_words(cell: Any, text: str) -> None:
    assert worded(cell) == text


ESCAPED = {
    "tags": ("<b>x</b>", "\n&lt;b&gt;x&lt;/b&gt;", "&lt;b&gt;x&lt;/b&gt;"),
    "quotes": ('"x"', '\n"x"', "&quot;x&quot;"),
    "ampersands": ("R&D", "\nR&amp;D", "R&amp;D"),
    "pipes": ("a|b", "\na\\|b", "a|b"),
    "emphasis": ("*a*_b_`c`", "\n\\*a\\*\\_b\\_\\`c\\`", "*a*_b_`c`"),
    "links": ("[a](b)", "\n\\[a\\](b)", "[a](b)"),
    "backslashes": ("a\\|", "\na\\\\\\|", "a\\|"),
    "lines": ("a\n\nb\tc", "\na b c", "a b c"),
}


@pytest.mark.parametrize(("text", "marked", "escaped"), ESCAPED.values(), ids=ESCAPED)
def test_text_from_data_is_escaped(text: str, marked: str, escaped: str) -> None:
    places = (
        make_table((text,)),
        make_table(title=text),
        make_table(columns=[Column("a", text)]),
        make_table(notes=[text]),
    )
    for table in places:
        assert marked.strip() in table.markdown()
        assert escaped in table.html()
        assert table._repr_markdown_() == table.markdown()
        assert table._repr_html_() == table.html()


@pytest.mark.parametrize("letter", ["\x1b", "\x00", "\x7f", "\u202e", "\u200b"])
def test_control_characters_are_replaced(letter: str) -> None:
    table = make_table((f"a{letter}b",))
    for text in (table.text(), table.markdown(), table.html()):
        assert letter not in text
        assert "a\N{REPLACEMENT CHARACTER}b" in text


def test_wide_letters_take_two_columns_and_accents_none() -> None:
    columns = [Column("a", "A"), Column("b", "B")]
    table = make_table(("漢字", "x"), ("ab", "y"), ("e\u0301", "z"), columns=columns)
    assert table.text().split("\n")[2:] == [
        "A     B",
        "----  -",
        "漢字  x",
        "ab    y",
        "e\u0301     z",
    ]


def test_numbers_stand_at_the_right() -> None:
    table = make_table((1,), (10,), columns=[Column("a", numeric=True)])
    assert table.text().split("\n")[2:] == [" a", "--", " 1", "10"]
    assert "| ---: |" in table.markdown()
    two = make_table((1, 2), columns=[Column("a"), Column("b", numeric=True)])
    assert '<td style="text-align: right">2</td>' in two.html()
    assert '<th scope="row" style="text-align: left">1</th>' in two.html()


def test_the_widest_columns_wrap() -> None:
    columns = [Column("a"), Column("b")]
    table = make_table(("one two three four", "x"), columns=columns, notes=["n " * 12])
    lines = table.text(width=14).split("\n")
    assert lines == [
        "T",
        "",
        "a            b",
        "-----------  -",
        "one two      x",
        "three four",
        "",
        "n n n n n n n",
        "n n n n n",
    ]


def test_no_word_is_cut_where_another_column_can_give_way() -> None:
    columns = [Column("a"), Column("b")]
    table = make_table(("indivisible on 2022-09-30", "c " * 30), columns=columns)
    text = table.text(width=30)
    assert max(map(width_of, text.split("\n"))) <= 30
    assert "indivisible" in text
    assert "2022-09-30" in text


def test_what_fits_no_line_is_cut_by_columns() -> None:
    table = make_table(("漢字" * 10, "ab"), columns=[Column("a"), Column("b")])
    assert table.text(width=13).split("\n")[4:] == ["漢字漢字   ab", *["漢字漢字"] * 4]


def test_sources_are_numbered_below() -> None:
    columns = [Column("a"), Column("b", numbered=True)]
    table = make_table(
        (1, in_a_row(["x", "y"], "; ")), (2, "y"), (3, ""), columns=columns
    )
    lines = table.text().split("\n")
    assert [line.split(maxsplit=1)[1:] for line in lines[4:7]] == [
        ["[1] [2]"],
        ["[2]"],
        [],
    ]
    assert lines[-2:] == ["[1] x", "[2] y"]
    assert table.records()[0]["b"] == "x; y"
    assert pickle.loads(pickle.dumps(table)) == table


def test_long_tables_are_folded_in_a_notebook() -> None:
    table = make_table(*((number,) for number in range(23)))
    assert "<summary>3 more rows</summary>" in table._repr_html_()
    assert "<summary>" not in table.html()
    assert "<summary>1 more row</summary>" in table.html(fold=22)


def test_days_stay_on_one_line() -> None:
    assert (
        '<span style="white-space: nowrap">2018-05-04</span>'
        in make_table(("until 2018-05-04",)).html()
    )


def test_only_some_columns() -> None:
    table = make_table((1, 2), columns=[Column("a"), Column("b")])
    assert table.only("b", "a").rows == ((2, 1),)
    with pytest.raises(UnknownNameError, match="c"):
        table.only("c")


def test_narrow_columns_stay_as_they_are() -> None:
    table = make_table(("eight is",), columns=[Column("a")])
    assert table.text(width=3).split("\n")[-1] == "eight is"


def test_rows_of_blanks_stay_rows() -> None:
    table = make_table((" " * 40,), ("a",))
    assert table.text(width=10).split("\n")[2:] == ["A", "-", "", "a"]


def test_without_notes_there_is_no_blank_line_below() -> None:
    assert make_table(("a",)).text().endswith("a")
    assert len(make_table(("a",))) == 1
    assert str(make_table(("a",))) == make_table(("a",)).text()


BAD_TABLES = {
    "no columns": ({"columns": []}, "columns"),
    "two columns of one key": ({"columns": [Column("a"), Column("a")]}, "columns"),
    "a row too long": ({"rows": [(1,), (1, 2)]}, "rows[1]"),
    "a row that is text": ({"rows": ["a"]}, "rows[0]"),
    "a row that is a number": ({"rows": [1]}, "rows[0]"),
    "rows that are a number": ({"rows": 1}, "rows"),
    "notes that are text": ({"notes": "note"}, "notes"),
    "a blank title": ({"title": ""}, "title"),
    "columns that are none": ({"columns": ["a"]}, "columns[0]"),
}


@pytest.mark.parametrize(("changes", "field"), BAD_TABLES.values(), ids=BAD_TABLES)
def test_a_bad_table_is_refused(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make_table(**changes)
    assert caught.value.place == field


def test_other_prints_its_words() -> None:
    assert Other("Nature").title == "Other: Nature"


def test_wide_letters_wrap_within_the_width() -> None:
    table = make_table(("漢字" * 9, "é" * 20), columns=[Column("a"), Column("b")])
    assert max(map(width_of, table.text(width=30).split("\n"))) <= 30


@pytest.mark.parametrize("width", [0, -1])
def test_no_table_is_narrower_than_a_letter(width: int) -> None:
    with pytest.raises(InvalidValueError, match="width must be 1 or more"):
        make_table(("a",)).text(width=width)


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("12. no list", r"12\. no list"),
        ("2018-05-04", "2018-05-04"),
        ("plain 1. words", "plain 1. words"),
    ],
)
def test_notes_begin_no_block_of_markdown(note: str, line: str) -> None:
    assert make_table(notes=[note]).markdown().split("\n")[-1] == line


def test_columns_must_say_what_their_cells_hold() -> None:
    with pytest.raises(InvalidValueError, match="told what their cells hold"):
        Table.of("T", [1], [Column("a")])


@frozen
class Words(Tabular):
    words: tuple[str, ...]

    def table(self, *, language: Language = ENGLISH) -> Table:
        columns = [Column("word", "Word", of=str)]
        return Table.of("Words", self.words, columns, language=language)


def test_a_result_with_a_table_shows_it_in_every_form() -> None:
    words, table = Words(("a", "b")), Words(("a", "b")).table()
    assert words.text(width=20) == table.text(width=20)
    assert str(words) == table.text(width=100)
    assert words.markdown() == words._repr_markdown_() == table.markdown()
    assert words.html() == words._repr_html_() == table.html()
    assert words.records() == table.records() == ({"word": "a"}, {"word": "b"})


def test_csv_is_guarded_against_formulas() -> None:
    table = make_table(
        ("=1+1", Decimal("-0.5")),
        ('a,"b"', Fraction(1, 4)),
        (True, Fraction(2)),
        (None, say("{} to {}", 1, 2)),
        columns=[Column("a"), Column("b", ranged=True)],
    )
    assert table.csv().split("\r\n") == [
        "a,b_lowest,b_highest",
        "'=1+1,-0.5,-0.5",
        '"a,""b""",0.25,0.25',
        "true,2,2",
        ",1,2",
        "",
    ]
    assert "'=1+1;-0,5;-0,5" in table.csv(separator=";", decimal=",")
    share = make_table(
        (Share(Fraction(1, 2)), say("{}", 3)), columns=[Column("a"), Column("b")]
    )
    assert share.records() == ({"a": Fraction(1, 2), "b": 3},)
    assert (
        make_table((Share(1),), columns=[Column("a", ranged=True)]).csv()
        == "a_lowest,a_highest\r\n1,1\r\n"
    )
